//! What a PDF says of itself: title, language, faces, boxes, bookmarks, size, and what it should not say.

use std::collections::BTreeSet;

use super::Findings;
use crate::preflight::facts::{Face, Facts};
use crate::preflight::font::Font;
use crate::preflight::reader::{Dictionary, Object, Pdf, find};
use crate::preflight::{problems, told};

/// From how many pages on a list of bookmarks is asked for. Source: Adobe Acrobat, accessibility full check, "Bookmarks".
const LONG: usize = 21;

/// From which size on a file is large, in bytes. Source: ours; no standard decides.
const LARGE: u64 = 10_000_000;

/// How far a box may reach past another without being wrong, in points: rounding.
const ROUNDING: f32 = 0.5;

/// How many entries a list of bookmarks may have.
const MOST_BOOKMARKS: usize = 100_000;

/// The name that Handbill has in the files that it makes. It writes the publisher as author there, and no person.
const OURS: &str = "Handbill";

/// Returns what a file says of itself.
pub fn facts(pdf: &Pdf<'_>) -> Facts {
    let catalogue = pdf.catalogue();
    let information = pdf.dictionary(pdf.trailer(), "Info").unwrap_or_default();
    let entry = |key: &str| pdf.text(&information, key).map(|text| text.trim().to_string()).unwrap_or_default();
    let mut facts = Facts {
        bytes: pdf.bytes().len() as u64,
        title: entry("Title"),
        author: entry("Author"),
        producer: entry("Producer"),
        language: pdf.text(&catalogue, "Lang").map(|text| text.trim().to_string()).unwrap_or_default(),
        bookmarks: bookmarks(pdf, &catalogue),
        ..Facts::default()
    };
    let packet = pdf.entry(&catalogue, "Metadata").and_then(|packet| pdf.unpacked(&packet)).unwrap_or_default();
    let (mut title, mut level) = (String::new(), String::new());
    told::xmp(&packet, &mut |open, text| match open.last().map(String::as_str) {
        Some("conformance") => level = text.to_ascii_lowercase(),
        Some("li") if open.iter().any(|open| open == "title") && title.is_empty() => title = text.to_string(),
        _ => {}
    });
    // The first digit behind the name is the part, as an element's text or as an attribute's value.
    let part = |name: &str| {
        let behind = packet.get(find(&packet, name.as_bytes())? + name.len()..)?;
        behind.iter().take(20).find(|byte| byte.is_ascii_digit()).map(|digit| char::from(*digit))
    };
    facts.claims.extend(part("pdfuaid:part").map(|part| format!("PDF/UA-{part}")));
    facts.claims.extend(part("pdfaid:part").map(|part| format!("PDF/A-{part}{level}")));
    if facts.title.is_empty() || !title.is_empty() {
        facts.title = if title.is_empty() { facts.title } else { title };
    }
    facts
}

fn bookmarks(pdf: &Pdf<'_>, catalogue: &Dictionary) -> usize {
    let Some(outlines) = pdf.dictionary(catalogue, "Outlines") else { return 0 };
    let mut next: Vec<u32> = outlines.get("First").and_then(Object::reference).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(number) = next.pop() {
        if seen.len() >= MOST_BOOKMARKS || !seen.insert(number) {
            continue;
        }
        let object = pdf.object(number);
        let Some(entry) = object.dictionary() else { continue };
        next.extend(["Next", "First"].iter().filter_map(|key| entry.get(key)?.reference()));
    }
    seen.len()
}

/// Returns the faces of a file, each once.
pub fn faces<'f>(fonts: impl Iterator<Item = &'f Font>) -> Vec<Face> {
    let faces: BTreeSet<Face> = fonts
        .map(|font| Face { name: font.name.clone(), embedded: font.embedded || font.drawn, subset: font.subset })
        .collect();
    faces.into_iter().collect()
}

/// Adds what is wrong with the faces.
pub fn judge_fonts<'f>(fonts: impl Iterator<Item = &'f Font>, findings: &mut Findings) {
    let (mut missing, mut whole, mut unknown) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for font in fonts {
        let name = if font.name.is_empty() { "a face without a name" } else { &font.name };
        if !font.embedded && !font.drawn {
            missing.insert(name.to_string());
        } else if !font.subset && !font.drawn {
            whole.insert(name.to_string());
        }
        if !font.mapped {
            unknown.insert(name.to_string());
        }
    }
    for (kind, names, what) in [
        (&problems::PDF_FONT_MISSING, missing, "these faces do not lie in the file"),
        (&problems::PDF_FONT_WHOLE, whole, "these faces lie in the file with all their letters"),
        (&problems::PDF_LETTERS_UNKNOWN, unknown, "these faces do not say which letters they show"),
    ] {
        if !names.is_empty() {
            findings.add(kind, format!("{what}: {}", listed(names.iter().map(|name| format!("`{name}`")))));
        }
    }
}

/// Returns up to ten names in a row.
fn listed(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(10);
    let shown: Vec<String> =
        names.take(10).map(|name| name.chars().filter(|c| !c.is_control()).take(80).collect()).collect();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", shown.join(", "))
}

/// Returns whether a file says that it is for a press. Source: ISO 15930-1:2001, 6.6.
pub fn is_for_press(pdf: &Pdf<'_>) -> bool {
    let intents = pdf.items(&pdf.catalogue(), "OutputIntents");
    let name = |intent: &Object| pdf.resolve(intent).dictionary().map(|intent| pdf.name(intent, "S"));
    intents.iter().filter_map(name).any(|name| name == "GTS_PDFX")
}

/// Adds what is wrong with what a file says of itself.
pub fn judge(pdf: &Pdf<'_>, facts: &Facts, findings: &mut Findings) {
    let catalogue = pdf.catalogue();
    let preferences = pdf.dictionary(&catalogue, "ViewerPreferences").unwrap_or_default();
    let shows_title = pdf.entry(&preferences, "DisplayDocTitle") == Some(Object::Boolean(true));
    if facts.title.is_empty() {
        findings.add(&problems::PDF_TITLE, "it has no title");
    } else if !shows_title {
        findings.add(&problems::PDF_TITLE, "it has a title, and does not ask to have it shown");
    }
    if facts.language.is_empty() {
        findings.add(&problems::PDF_LANGUAGE, "it does not say which language it is in");
    }
    let suspects = pdf.dictionary(&catalogue, "MarkInfo").and_then(|info| pdf.entry(&info, "Suspects"));
    if suspects == Some(Object::Boolean(true)) {
        findings.add(&problems::PDF_SUSPECTS, "the program that made its structure was not sure of it");
    }
    if facts.pages.len() >= LONG && facts.bookmarks == 0 {
        findings.add(&problems::PDF_BOOKMARKS, format!("it has {} pages and no bookmarks", facts.pages.len()));
    }
    if facts.bytes > LARGE {
        findings.add(&problems::PDF_LARGE, format!("it has {} MB", facts.bytes / 1_000_000));
    }
    if facts.tagged && !facts.claims.iter().any(|claim| claim.starts_with("PDF/UA")) {
        findings.add(&problems::PDF_UNCLAIMED, "its metadata does not say that it follows PDF/UA");
    }
    judge_boxes(facts, findings);
    judge_told(pdf, facts, findings);
}

fn judge_boxes(facts: &Facts, findings: &mut Findings) {
    let holds = |outer: [f32; 4], inner: [f32; 4]| {
        let ([a, b, c, d], [e, f, g, h]) = (outer, inner);
        e >= a - ROUNDING && f >= b - ROUNDING && g <= c + ROUNDING && h <= d + ROUNDING
    };
    let empty = |[left, bottom, right, top]: [f32; 4]| right - left < 1.0 || top - bottom < 1.0;
    for (at, page) in facts.pages.iter().enumerate() {
        let inner = [("CropBox", Some(page.crop)), ("TrimBox", page.trim), ("BleedBox", page.bleed)];
        let wrong = inner.iter().find(|(_, held)| held.is_some_and(|held| empty(held) || !holds(page.media, held)));
        let cut = page.trim.zip(page.bleed).is_some_and(|(trim, bleed)| !holds(bleed, trim));
        let what = match wrong {
            _ if empty(page.media) => "the MediaBox is empty".to_string(),
            Some((name, _)) => format!("the {name} is empty or reaches outside the paper"),
            None if cut => "the TrimBox reaches outside the BleedBox".to_string(),
            None => continue,
        };
        return findings.add(&problems::PDF_BOXES, format!("page {}: {what}", at + 1));
    }
}

fn judge_told(pdf: &Pdf<'_>, facts: &Facts, findings: &mut Findings) {
    let told = told::of(pdf);
    let ours = |what: &str| facts.producer == OURS && what == "its author";
    let named: Vec<String> =
        told.who.iter().filter(|(what, _)| !ours(what)).map(|(what, name)| format!("{what}, `{name}`")).collect();
    if !named.is_empty() {
        findings.add(&problems::PDF_NAMES_PERSON, format!("it names {}", listed(named.into_iter())));
    }
    let held = [
        (told.notes, "comment"),
        (told.older, "older version of itself"),
        (told.redactions, "redaction that was never applied"),
        (told.attached, "attached file"),
        (told.hidden_layers, "hidden layer"),
    ];
    let held: Vec<String> = held.iter().filter_map(|(number, one)| super::counted(*number, one)).collect();
    if !held.is_empty() {
        findings.add(&problems::PDF_HIDDEN, format!("it holds what it does not show: {}", held.join(", ")));
    }
}
