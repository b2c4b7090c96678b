//! A whole book: the package that says what is in it and what readers can rely on. Source: EPUB 3.3; EPUB Accessibility 1.1.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chapter::Chapter;
use super::nav::nav;
use super::{cover, face};
use crate::render::archive::Archive;
use crate::render::format::RenderError;
use crate::render::linear::{Document, Setting};
use crate::render::xml::Xml;
use crate::words::{Direction, Wording};

/// How books look where readers choose nothing.
const STYLE: &str = include_str!("style.css");

/// What each part of the metadata that people with disabilities search by says. Source: EPUB Accessibility 1.1, 2.2, and
/// the vocabulary of schema.org.
const FEATURES: [&str; 5] =
    ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "unlocked"];

/// Returns the bytes of a book of chapters, the first of which is `document`.
///
/// # Errors
///
/// A fault of ours.
pub fn book(
    document: &Document,
    chapters: &[Chapter],
    setting: &Setting<'_>,
    words: &Wording,
) -> Result<Vec<u8>, RenderError> {
    let mut pictures: BTreeMap<&str, &Arc<[u8]>> = BTreeMap::new();
    pictures.extend(chapters.iter().flat_map(|chapter| &chapter.pictures).map(|(name, bytes)| (name.as_str(), bytes)));
    let mut archive = Archive::new();
    // It stands first and as it is, so that programs know the file by its first bytes. Source: OCF 3.3, 4.3.
    archive.store("mimetype", b"application/epub+zip")?;
    archive.pack("META-INF/container.xml", container().as_bytes())?;
    archive.pack("EPUB/package.opf", package(document, chapters, &pictures, setting, words).as_bytes())?;
    archive.pack("EPUB/nav.xhtml", nav(chapters, &document.lang, words).as_bytes())?;
    archive.pack("EPUB/cover.xhtml", cover::page(document, words).as_bytes())?;
    archive.pack("EPUB/cover.svg", cover::drawing(document, words).as_bytes())?;
    let face = face::needed(setting.site, chapters);
    archive.pack("EPUB/style.css", format!("{STYLE}{}", face.map_or("", |_| face::STYLE)).as_bytes())?;
    if let Some(face) = face {
        archive.pack(&format!("EPUB/{}", face::PATH), &face.bytes)?;
    }
    for chapter in chapters {
        archive.pack(&format!("EPUB/{}", chapter.file), chapter.xhtml.as_bytes())?;
    }
    for (name, bytes) in pictures {
        archive.store(&format!("EPUB/{name}"), bytes)?;
    }
    archive.finish()
}

fn container() -> String {
    let mut xml = Xml::file();
    let names = [("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")];
    xml.start("container", &names).start("rootfiles", &[]);
    let root = [("full-path", "EPUB/package.opf"), ("media-type", "application/oebps-package+xml")];
    xml.empty("rootfile", &root);
    xml.done()
}

fn package(
    document: &Document,
    chapters: &[Chapter],
    pictures: &BTreeMap<&str, &Arc<[u8]>>,
    setting: &Setting<'_>,
    words: &Wording,
) -> String {
    let mut xml = Xml::file();
    let lang = document.lang.tag();
    xml.start(
        "package",
        &[
            ("xmlns", "http://www.idpf.org/2007/opf"),
            ("version", "3.0"),
            ("unique-identifier", "id"),
            ("xml:lang", lang),
            ("dir", document.lang.direction().name()),
        ],
    );
    metadata(&mut xml, document, chapters.iter().any(|chapter| chapter.shown), setting, words);
    xml.start("manifest", &[]);
    let xhtml = "application/xhtml+xml";
    xml.empty("item", &[("id", "nav"), ("href", "nav.xhtml"), ("media-type", xhtml), ("properties", "nav")]);
    xml.empty("item", &[("id", "cover"), ("href", "cover.xhtml"), ("media-type", xhtml)]);
    xml.empty("item", &[("id", "style"), ("href", "style.css"), ("media-type", "text/css")]);
    let drawing = [("id", "cover-drawing"), ("href", "cover.svg"), ("media-type", "image/svg+xml")];
    xml.empty("item", &[&drawing[..], &[("properties", "cover-image")]].concat());
    if face::needed(setting.site, chapters).is_some() {
        xml.empty("item", &[("id", "face"), ("href", face::PATH), ("media-type", "font/ttf")]);
    }
    for chapter in chapters {
        let id = chapter.file.trim_end_matches(".xhtml");
        xml.empty("item", &[("id", id), ("href", &chapter.file), ("media-type", xhtml)]);
    }
    for (at, (name, bytes)) in pictures.iter().enumerate() {
        let (id, href) = (format!("picture-{}", at + 1), crate::render::address::encoded(name));
        xml.empty("item", &[("id", &id), ("href", &href), ("media-type", media(bytes))]);
    }
    xml.end().line();
    let direction = if document.lang.direction() == Direction::Rtl { "rtl" } else { "ltr" };
    xml.start("spine", &[("page-progression-direction", direction)]);
    xml.empty("itemref", &[("idref", "cover")]).empty("itemref", &[("idref", "nav")]);
    for chapter in chapters {
        xml.empty("itemref", &[("idref", chapter.file.trim_end_matches(".xhtml"))]);
    }
    xml.done()
}

fn metadata(xml: &mut Xml, document: &Document, shown: bool, setting: &Setting<'_>, words: &Wording) {
    let day = document.changed.unwrap_or(setting.shared.today);
    xml.start("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]).line();
    xml.leaf("dc:identifier", &[("id", "id")], &setting.folder).line();
    xml.leaf("dc:title", &[], &document.title).line();
    xml.leaf("dc:language", &[], document.lang.tag()).line();
    for (name, said) in [("dc:publisher", &*document.publisher.text), ("dc:description", &document.summary)] {
        if !said.is_empty() {
            xml.leaf(name, &[], said).line();
        }
    }
    xml.leaf("dc:date", &[], &day.to_string()).line();
    let printed = || std::iter::once(document).chain(&setting.below).filter_map(|document| document.printed.as_ref());
    for printed in printed() {
        xml.leaf("dc:source", &[], &printed.address).line();
    }
    let mut meta = |property: &str, value: &str| {
        xml.leaf("meta", &[("property", property)], value).line();
    };
    meta("dcterms:modified", &format!("{day}T00:00:00Z"));
    meta("schema:accessMode", "textual");
    if shown {
        meta("schema:accessMode", "visual");
        meta("schema:accessibilityFeature", "alternativeText");
    }
    meta("schema:accessModeSufficient", "textual");
    FEATURES.iter().for_each(|feature| meta("schema:accessibilityFeature", feature));
    if printed().next().is_some() {
        meta("schema:accessibilityFeature", "pageBreakMarkers");
        meta("schema:accessibilityFeature", "pageNavigation");
    }
    printed().for_each(|printed| meta("pageBreakSource", &printed.address));
    meta("schema:accessibilityHazard", "none");
    meta("schema:accessibilitySummary", &words.web.epub_summary);
    meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA");
    if !document.publisher.is_empty() {
        meta("a11y:certifiedBy", &document.publisher);
    }
    xml.end().line();
}

/// Returns what kind of picture these bytes are. Pages carry no others. Source: EPUB 3.3, 3.2.
fn media(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        _ => "image/svg+xml",
    }
}
