//! What is wrong in a PDF: each file here looks at one side of it.

mod file;
mod layout;
mod structure;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::content::{Drawn, Painter, Sequence};
use super::facts::PageFacts;
use super::reader::{Closed, Dictionary, Object, Pdf};
use super::shape::Area;
use super::tags::{Held, Tags};
use super::{Finding, Report, problems};
use crate::diag::FindingKind;

use layout::Layout;

/// How many pages are looked at. Source: ours.
const MOST_PAGES: usize = 5000;

/// How deep lists of pages may stand in each other.
const MOST_DEPTH: usize = 40;

/// How many letters of reading text are kept.
const MOST_LETTERS: usize = 20_000_000;

/// A page: its object's number, and its dictionary with what it has from above.
struct Page {
    number: u32,
    dictionary: Rc<Dictionary>,
    resources: Rc<Dictionary>,
    boxes: PageFacts,
}

/// What findings are added to.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding.
    fn add(&mut self, kind: &'static FindingKind, message: impl Into<String>) {
        self.0.push(Finding { kind, message: message.into(), help: problems::cure(kind) });
    }
}

/// Looks into a PDF.
///
/// # Errors
///
/// It cannot be looked into.
pub fn look(bytes: &[u8]) -> Result<Report, Closed> {
    let pdf = Pdf::open(bytes)?;
    let mut pages = Vec::new();
    gather(&pdf, &mut pages);
    if pages.is_empty() {
        return Err("it has no page");
    }
    let mut findings = Findings::default();
    let mut facts = file::facts(&pdf);
    let tags = Tags::read(&pdf);
    let marked = pdf.dictionary(&pdf.catalogue(), "MarkInfo").and_then(|info| pdf.entry(&info, "Marked"));
    let tags = tags.filter(|_| marked == Some(Object::Boolean(true)));
    facts.tagged = tags.is_some();
    let mut painter = Painter::new(&pdf);
    let mut layout = Layout::default();
    layout.for_press = file::is_for_press(&pdf);
    let mut said: BTreeMap<Sequence, String> = BTreeMap::new();
    let (mut letters, mut loose) = (0, String::new());
    for (at, page) in pages.iter().enumerate() {
        let [left, bottom, right, top] = page.boxes.media;
        let area = Area { left, bottom, right, top };
        let content = content(&pdf, &page.dictionary);
        let drawn = painter.page(page.number, &page.resources, &content, area);
        layout.page(at + 1, &page.boxes, &drawn);
        facts.ink = facts.ink.max((drawn.ink * 100.0).round() as u16);
        letters += drawn.sequences.values().map(String::len).sum::<usize>();
        if tags.is_none() && loose.len() < MOST_LETTERS {
            add_loose(&drawn, &mut loose);
        }
        if letters < MOST_LETTERS {
            said.extend(drawn.sequences);
        }
        facts.pages.push(page.boxes.clone());
    }
    facts.fonts = file::faces(painter.fonts.all());
    facts.smallest = layout.smallest.clone();
    let drawn: BTreeSet<Sequence> = said.keys().copied().collect();
    file::judge(&pdf, &facts, &mut findings);
    file::judge_fonts(painter.fonts.all(), &mut findings);
    structure::judge(&pdf, tags.as_ref(), &pages, &drawn, &said, &mut findings);
    layout.judge(tags.is_some(), &mut findings);
    if pdf.mended {
        findings.add(
            &problems::PDF_UNREADABLE,
            "it is damaged: its list of parts leads nowhere, and readers mend it by guessing",
        );
    }
    if pdf.is_spent() || painter.left == 0 || pages.len() == MOST_PAGES {
        findings
            .add(&problems::PDF_UNREADABLE, "it asks for more work than any honest file: not all of it was looked at");
    }
    let Findings(mut findings) = findings;
    findings.sort_by_key(|finding| finding.kind.code);
    let text = tags.as_ref().map_or_else(|| loose.trim().to_string(), |tags| text(tags, &said));
    if let Some(tags) = &tags {
        facts.headings = structure::headings(tags, &said);
    }
    let tags = tags.map_or_else(String::new, |tags| tags.outline(&said));
    Ok(Report { facts, tags, text, findings })
}

/// Returns the pages in order. A list of pages that holds itself is followed once.
fn gather(pdf: &Pdf<'_>, pages: &mut Vec<Page>) {
    let catalogue = pdf.catalogue();
    let Some(root) = catalogue.get("Pages") else { return };
    let mut seen = BTreeSet::new();
    node(pdf, root, &[], &mut seen, pages);
}

fn node(pdf: &Pdf<'_>, node_of: &Object, above: &[Rc<Dictionary>], seen: &mut BTreeSet<u32>, pages: &mut Vec<Page>) {
    let number = node_of.reference().unwrap_or(0);
    if above.len() > MOST_DEPTH || pages.len() >= MOST_PAGES || !seen.insert(number) {
        return;
    }
    let object = pdf.resolve(node_of);
    let Some(dictionary) = object.dictionary() else { return };
    let mut line = above.to_vec();
    line.push(Rc::clone(dictionary));
    if dictionary.has("Kids") {
        for kid in pdf.items(dictionary, "Kids").iter() {
            node(pdf, kid, &line, seen, pages);
        }
        return;
    }
    let inherited = |key: &str| line.iter().rev().find_map(|held| pdf.entry(held, key));
    let area = |key: &str| -> Option<[f32; 4]> {
        let Object::Array(sides) = inherited(key)? else { return None };
        let sides: Vec<f32> = sides.iter().filter_map(|side| pdf.resolve(side).number().map(|n| n as f32)).collect();
        let [a, b, c, d] = *sides.as_slice() else { return None };
        Some([a.min(c), b.min(d), a.max(c), b.max(d)])
    };
    // A page without a size is shown as A4 by most readers.
    let media = area("MediaBox").unwrap_or([0.0, 0.0, 595.0, 842.0]);
    let crop = area("CropBox").unwrap_or(media);
    let boxes = PageFacts { media, crop, trim: area("TrimBox"), bleed: area("BleedBox") };
    let resources = inherited("Resources").and_then(|held| held.dictionary().cloned()).unwrap_or_default();
    pages.push(Page { number, dictionary: Rc::clone(dictionary), resources, boxes });
}

/// Returns what a page is drawn by.
fn content(pdf: &Pdf<'_>, page: &Dictionary) -> Vec<u8> {
    match pdf.entry(page, "Contents") {
        Some(Object::Array(parts)) => {
            let mut content = Vec::new();
            for part in parts.iter().take(10_000) {
                content.extend(pdf.unpacked(&pdf.resolve(part)).unwrap_or_default());
                content.push(b'\n');
                if content.len() > 64_000_000 {
                    break;
                }
            }
            content
        }
        Some(one) => pdf.unpacked(&one).unwrap_or_default(),
        None => Vec::new(),
    }
}

/// Adds the text of a page without structure, in the order in which it is drawn.
fn add_loose(drawn: &Drawn, into: &mut String) {
    for shown in &drawn.shown {
        if !into.is_empty() && !into.ends_with(char::is_whitespace) {
            into.push(' ');
        }
        into.push_str(shown.text.trim());
    }
    into.push('\n');
}

/// Returns what is read out, each block on a line of its own.
fn text(tags: &Tags, said: &BTreeMap<Sequence, String>) -> String {
    let mut out = String::new();
    let mut line = String::new();
    for (place, element) in tags.elements.iter().enumerate() {
        if element.parent.is_none() {
            read(tags, place, said, &mut line, &mut out);
            end(&mut line, &mut out);
        }
    }
    out
}

/// Roles that stand in a line with what is around them.
const INLINE: [&str; 8] = ["Span", "Link", "Quote", "Reference", "Code", "Lbl", "Annot", "BibEntry"];

fn read(tags: &Tags, place: usize, said: &BTreeMap<Sequence, String>, line: &mut String, out: &mut String) {
    let Some(element) = tags.elements.get(place) else { return };
    let is_inline = |place: usize| tags.elements.get(place).is_some_and(|held| INLINE.contains(&held.role.as_str()));
    let replaced = element.alt.is_some() || element.actual.is_some();
    let blocks = element.held.iter().any(|held| matches!(held, Held::Element(inner) if !is_inline(*inner)));
    if replaced || !blocks {
        line.push_str(&tags.words(place, said));
        line.push(' ');
        return;
    }
    for held in &element.held {
        match held {
            Held::Sequence(sequence) => line.push_str(said.get(sequence).map_or("", String::as_str)),
            Held::Element(inner) => {
                read(tags, *inner, said, line, out);
                // A label begins the line of what it labels.
                if !is_inline(*inner) {
                    end(line, out);
                }
            }
            Held::Annotation(_) => {}
        }
    }
}

fn end(line: &mut String, out: &mut String) {
    if !line.trim().is_empty() {
        out.push_str(&line.split_whitespace().collect::<Vec<_>>().join(" "));
        out.push('\n');
    }
    line.clear();
}

/// Returns a number of things in words, such as `2 comments`; nothing where there are none. The first word is the thing.
fn counted(number: usize, one: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {}", plural(one))),
    }
}

/// Returns a thing as it is called where there are many, such as `marked parts of a page`.
fn plural(one: &str) -> String {
    match one.split_once(' ') {
        // What comes before the thing says how it is.
        Some((first @ ("marked" | "coarse" | "older" | "attached" | "hidden"), rest)) => {
            format!("{first} {}", plural(rest))
        }
        Some((thing, rest)) => format!("{thing}s {rest}"),
        None => format!("{one}s"),
    }
}
