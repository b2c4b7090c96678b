//! The parts of a file in Word, put together.

use super::body::{BULLETS, Body, DEEPEST};
use super::picture::PICTURE;
use super::run::{relation, word_lang};
use crate::render::archive::Archive;
use crate::render::format::RenderError;
use crate::render::linear::Document;
use crate::render::xml::Xml;
use crate::words::Direction;

/// The styles, with the language of the document left open.
const STYLES: &str = include_str!("styles.xml");

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PARTS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Returns the bytes of a whole file.
///
/// # Errors
///
/// A fault of ours.
pub fn package(document: &Document, body: Body) -> Result<Vec<u8>, RenderError> {
    let mut archive = Archive::new();
    archive.pack("[Content_Types].xml", content_types().as_bytes())?;
    archive.pack("_rels/.rels", package_relations().as_bytes())?;
    archive.pack("docProps/core.xml", properties(document).as_bytes())?;
    archive.pack("word/styles.xml", styles(document).as_bytes())?;
    archive.pack("word/settings.xml", settings(document).as_bytes())?;
    archive.pack("word/numbering.xml", numbering(&body.lists).as_bytes())?;
    archive.pack("word/footer.xml", footer(document).as_bytes())?;
    archive.pack("word/_rels/document.xml.rels", relations(&body).as_bytes())?;
    for media in &body.media {
        archive.store(&format!("word/media/{}", media.name), &media.bytes)?;
    }
    archive.pack("word/document.xml", document_part(document, body).as_bytes())?;
    archive.finish()
}

fn content_types() -> String {
    let mut xml = Xml::file();
    xml.start("Types", &[("xmlns", TYPES)]);
    for (ending, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    let parts = [("document", "document.main"), ("styles", "styles"), ("settings", "settings")];
    for (name, kind) in parts.into_iter().chain([("numbering", "numbering"), ("footer", "footer")]) {
        let (path, kind) = (format!("/word/{name}.xml"), format!("{PARTS}.{kind}+xml"));
        xml.empty("Override", &[("PartName", &path), ("ContentType", &kind)]);
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
    xml.done()
}

fn package_relations() -> String {
    let mut xml = Xml::file();
    xml.start("Relationships", &[("xmlns", RELATIONS)]);
    let (main, core) = (
        format!("{OFFICE}/officeDocument"),
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    );
    xml.empty("Relationship", &[("Id", "document"), ("Type", &main), ("Target", "word/document.xml")]);
    xml.empty("Relationship", &[("Id", "properties"), ("Type", core), ("Target", "docProps/core.xml")]);
    xml.done()
}

/// Who publishes the document stands as its author: no person is named.
fn properties(document: &Document) -> String {
    let mut xml = Xml::file();
    xml.start(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:creator", &[], &document.publisher);
    xml.leaf("dc:description", &[], &document.summary);
    xml.leaf("dc:language", &[], &word_lang(&document.lang));
    if let Some(date) = document.changed {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &format!("{date}T00:00:00Z"));
        }
    }
    xml.done()
}

fn styles(document: &Document) -> String {
    let lang = word_lang(&document.lang);
    let right = document.lang.direction() == Direction::Rtl;
    let (main, other) = if right { ("en-GB", lang.as_str()) } else { (lang.as_str(), "ar-SA") };
    STYLES.replace("{lang}", main).replace("{bidi}", other)
}

fn settings(document: &Document) -> String {
    let mut xml = Xml::file();
    let lang = word_lang(&document.lang);
    xml.start("w:settings", &[("xmlns:w", WORD)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:defaultTabStop", &[("w:val", "720")]);
    xml.start("w:compat", &[]);
    let word = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")]);
    xml.end();
    let key = if document.lang.direction() == Direction::Rtl { "w:bidi" } else { "w:val" };
    xml.empty("w:themeFontLang", &[(key, &lang)]);
    xml.done()
}

/// Writes what marks lists have: bullets, and for each numbered list its own numbers. Source: ECMA-376, part 1, 17.9.
fn numbering(lists: &[u64]) -> String {
    let mut xml = Xml::file();
    xml.start("w:numbering", &[("xmlns:w", WORD)]);
    for (id, numbered) in [("0", false), ("1", true)] {
        xml.start("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
        for level in 0..=DEEPEST {
            let mark = if numbered { format!("%{}.", level + 1) } else { "\u{2022}".to_string() };
            let kind = if numbered { "decimal" } else { "bullet" };
            let left = ((level + 1) * 480).to_string();
            xml.start("w:lvl", &[("w:ilvl", &level.to_string())]);
            xml.empty("w:start", &[("w:val", "1")]).empty("w:numFmt", &[("w:val", kind)]);
            xml.empty("w:lvlText", &[("w:val", &mark)]).empty("w:lvlJc", &[("w:val", "left")]);
            xml.start("w:pPr", &[]).empty("w:ind", &[("w:left", &left), ("w:hanging", "480")]).end();
            xml.end();
        }
        xml.end();
    }
    let mut number = |id: usize, of: &str, first: Option<u64>| {
        xml.start("w:num", &[("w:numId", &id.to_string())]).empty("w:abstractNumId", &[("w:val", of)]);
        if let Some(first) = first {
            for level in 0..=DEEPEST {
                xml.start("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
                xml.empty("w:startOverride", &[("w:val", &first.to_string())]).end();
            }
        }
        xml.end();
    };
    number(BULLETS, "0", None);
    for (at, first) in lists.iter().enumerate() {
        number(BULLETS + 1 + at, "1", Some(*first));
    }
    xml.done()
}

/// The foot of each page: the title, and the page's number.
fn footer(document: &Document) -> String {
    let mut xml = Xml::file();
    xml.start("w:ftr", &[("xmlns:w", WORD)]).start("w:p", &[]).start("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Footer")]);
    if document.lang.direction() == Direction::Rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.end();
    let space = [("xml:space", "preserve")];
    xml.start("w:r", &[]).leaf("w:t", &space, &format!("{} \u{2013} ", document.title)).end();
    xml.start("w:fldSimple", &[("w:instr", " PAGE ")]).start("w:r", &[]).leaf("w:t", &[], "1").end().end();
    xml.done()
}

fn relations(body: &Body) -> String {
    let mut xml = Xml::file();
    xml.start("Relationships", &[("xmlns", RELATIONS)]);
    for name in ["styles", "settings", "numbering", "footer"] {
        let (kind, target) = (format!("{OFFICE}/{name}"), format!("{name}.xml"));
        xml.empty("Relationship", &[("Id", name), ("Type", &kind), ("Target", &target)]);
    }
    let (image, hyperlink) = (format!("{OFFICE}/image"), format!("{OFFICE}/hyperlink"));
    for (at, media) in body.media.iter().enumerate() {
        let (id, target) = (format!("picture{}", at + 1), format!("media/{}", media.name));
        xml.empty("Relationship", &[("Id", &id), ("Type", &image), ("Target", &target)]);
    }
    for (at, address) in body.links.iter().enumerate() {
        let link = [("Id", &*relation(at)), ("Type", &hyperlink), ("Target", address), ("TargetMode", "External")];
        xml.empty("Relationship", &link);
    }
    xml.done()
}

fn document_part(document: &Document, body: Body) -> String {
    let mut xml = Xml::file();
    xml.start(
        "w:document",
        &[
            ("xmlns:w", WORD),
            ("xmlns:r", OFFICE),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("xmlns:pic", PICTURE),
            ("xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"),
        ],
    );
    xml.start("w:body", &[]).line().append(body.xml);
    // A4, with margins of 2.2 cm, in twentieths of a point.
    xml.start("w:sectPr", &[]).empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    let margin = "1247";
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", margin),
            ("w:right", margin),
            ("w:bottom", margin),
            ("w:left", margin),
            ("w:header", "600"),
            ("w:footer", "600"),
            ("w:gutter", "0"),
        ],
    );
    if document.lang.direction() == Direction::Rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.done()
}
