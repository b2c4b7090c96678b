//! What is wrong with the structure of a PDF. Source: ISO 14289-1:2014, 7.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Page, counted};
use crate::preflight::content::Sequence;
use crate::preflight::problems;
use crate::preflight::reader::{Dictionary, Object, Pdf};
use crate::preflight::tags::{Element, Tags, lost_parents};

/// How deep fields may stand in each other.
const MOST_DEPTH: usize = 20;

/// How many fields and annotations are looked at.
const MOST_FIELDS: usize = 100_000;

/// From how many pages on a document needs headings. Source: ours; a single sheet may do without.
const NEEDS_HEADINGS: usize = 3;

/// Where elements must stand: their roles, and those around them. Source: ISO 32000-1:2008, 14.8.4.3.
const MUST_STAND_IN: [(&str, &[&str]); 6] = [
    ("LI", &["L"]),
    ("LBody", &["LI"]),
    ("TR", &["Table", "THead", "TBody", "TFoot"]),
    ("TH", &["TR"]),
    ("TD", &["TR"]),
    ("TOCI", &["TOC"]),
];

/// Adds what is wrong with the structure, and with what should stand in it.
pub fn judge(
    pdf: &Pdf<'_>,
    tags: Option<&Tags>,
    pages: &[Page],
    drawn: &BTreeSet<Sequence>,
    said: &BTreeMap<Sequence, String>,
    findings: &mut Findings,
) {
    judge_fields(pdf, findings);
    judge_order(pdf, pages, findings);
    let Some(tags) = tags else {
        return findings
            .add(&problems::PDF_UNTAGGED, "it has no structure: nothing says what is a heading, a list or a table");
    };
    judge_headings(tags, pages.len(), said, findings);
    judge_figures(tags, pages, findings);
    judge_tables(tags, pages, findings);
    judge_annotations(pdf, tags, pages, findings);
    judge_links(pdf, tags, pages, drawn, findings);
}

/// Returns the headings in order, each with its level; a heading without a level has 1.
pub fn headings(tags: &Tags, said: &BTreeMap<Sequence, String>) -> Vec<(u8, String)> {
    let found = tags.elements.iter().enumerate().filter_map(|(place, element)| Some((level(element)?, place)));
    found.map(|(level, place)| (level, tags.words(place, said))).collect()
}

fn level(element: &Element) -> Option<u8> {
    match element.role.as_bytes() {
        b"H" => Some(1),
        [b'H', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

fn judge_headings(tags: &Tags, pages: usize, said: &BTreeMap<Sequence, String>, findings: &mut Findings) {
    let headings = headings(tags, said);
    if headings.is_empty() && pages >= NEEDS_HEADINGS {
        return findings.add(&problems::PDF_HEADING_ORDER, format!("it has {pages} pages and no heading"));
    }
    let mut above = 0;
    for (level, words) in headings {
        if level > above + 1 {
            let words: String = words.chars().take(60).collect();
            let after = if above == 0 {
                "the first heading".to_string()
            } else {
                format!("a heading after one of level {above}")
            };
            return findings.add(&problems::PDF_HEADING_ORDER, format!("{after} has level {level}: `{words}`"));
        }
        above = level;
    }
}

/// Returns a number of things, and the first pages that they stand on.
fn counted_on(number: usize, what: &str, on: &BTreeSet<usize>) -> String {
    let said = counted(number, what).unwrap_or_default();
    let shown: Vec<String> = on.iter().take(5).map(usize::to_string).collect();
    match (on.len(), shown.as_slice()) {
        (_, []) => said,
        (1, [page]) => format!("{said} on page {page}"),
        (many, shown) => {
            format!("{said} on pages {}{}", shown.join(", "), if many > shown.len() { " and others" } else { "" })
        }
    }
}

fn page_of(element: &Element, pages: &[Page]) -> Option<usize> {
    let number = element.page?;
    pages.iter().position(|page| page.number == number).map(|at| at + 1)
}

fn judge_figures(tags: &Tags, pages: &[Page], findings: &mut Findings) {
    let said = |words: &Option<String>| words.as_ref().is_some_and(|words| !words.trim().is_empty());
    let bare = |element: &&Element| !said(&element.alt) && !said(&element.actual);
    let bare: Vec<&Element> = ["Figure", "Formula"]
        .iter()
        .flat_map(|role| tags.of_role(role))
        .map(|(_, figure)| figure)
        .filter(bare)
        .collect();
    if !bare.is_empty() {
        let on = bare.iter().filter_map(|figure| page_of(figure, pages)).collect();
        findings.add(&problems::PDF_ALT_MISSING, counted_on(bare.len(), "picture without a description", &on));
    }
}

fn judge_tables(tags: &Tags, pages: &[Page], findings: &mut Findings) {
    let (mut bare, mut unscoped, mut on) = (0, 0, BTreeSet::new());
    for (place, table) in tags.of_role("Table") {
        let (mut headers, mut scoped, mut linked) = (0, 0, false);
        for cell in tags.inside(place) {
            headers += usize::from(cell.role == "TH");
            scoped += usize::from(cell.role == "TH" && cell.scope.is_some());
            linked |= cell.has_headers;
        }
        if headers == 0 || scoped < headers && !linked {
            bare += usize::from(headers == 0);
            unscoped += usize::from(headers > 0);
            on.extend(page_of(table, pages).or_else(|| tags.inside(place).find_map(|cell| page_of(cell, pages))));
        }
    }
    let what = match (bare, unscoped) {
        (0, 0) => return,
        (0, _) => "table whose header cells do not say what they head",
        (_, _) => "table without header cells, or whose header cells do not say what they head",
    };
    findings.add(&problems::PDF_TABLE_HEADERS, counted_on(bare + unscoped, what, &on));
}

/// Calls `look` with each annotation of each page that people meet: its page from 1, its object's number, and its entries.
fn annotations(pdf: &Pdf<'_>, pages: &[Page], look: &mut dyn FnMut(usize, Option<u32>, &Dictionary)) {
    let mut left = MOST_FIELDS;
    for (at, page) in pages.iter().enumerate() {
        for entry in pdf.items(&page.dictionary, "Annots").iter() {
            let annotation = pdf.resolve(entry);
            let Some(annotation) = annotation.dictionary() else { continue };
            // Source: ISO 32000-1:2008, table 165: bit 2 is hidden.
            let hidden = pdf.entry(annotation, "F").and_then(|flags| flags.integer()).unwrap_or(0) & 2 != 0;
            if hidden || matches!(pdf.name(annotation, "Subtype").as_str(), "Popup" | "PrinterMark") {
                continue;
            }
            let Some(fewer) = left.checked_sub(1) else { return };
            left = fewer;
            look(at + 1, entry.reference(), annotation);
        }
    }
}

fn judge_annotations(pdf: &Pdf<'_>, tags: &Tags, pages: &[Page], findings: &mut Findings) {
    let (mut outside, mut silent, mut on) = (0, 0, BTreeSet::new());
    annotations(pdf, pages, &mut |page, number, annotation| {
        let holder =
            number.and_then(|number| tags.annotations.get(&number)).and_then(|place| tags.elements.get(*place));
        let kind = pdf.name(annotation, "Subtype");
        let wanted = match kind.as_str() {
            "Link" => "Link",
            "Widget" => "Form",
            _ => "",
        };
        let stands =
            holder.is_some_and(|holder| wanted.is_empty() || holder.role == wanted) && annotation.has("StructParent");
        let words = pdf.text(annotation, "Contents").is_some_and(|words| !words.trim().is_empty());
        let named = kind == "Widget" || words || holder.is_some_and(|holder| holder.alt.is_some());
        outside += usize::from(!stands);
        silent += usize::from(stands && !named);
        if !stands || !named {
            on.insert(page);
        }
    });
    if outside > 0 {
        let what = "link, field or note outside the structure";
        findings.add(&problems::PDF_LINK_UNTAGGED, counted_on(outside, what, &on));
    }
    if silent > 0 {
        findings.add(&problems::PDF_LINK_UNTAGGED, counted_on(silent, "link or note without words of its own", &on));
    }
}

fn judge_order(pdf: &Pdf<'_>, pages: &[Page], findings: &mut Findings) {
    let mut on = BTreeSet::new();
    annotations(pdf, pages, &mut |number, _, _| {
        let tabs = pages.get(number - 1).map(|page| pdf.name(&page.dictionary, "Tabs"));
        if tabs.as_deref() != Some("S") {
            on.insert(number);
        }
    });
    if !on.is_empty() {
        let what = "page whose links and fields the Tab key reaches in any order";
        let said = counted(on.len(), what).unwrap_or_default();
        let first = on.first().copied().unwrap_or(1);
        findings.add(&problems::PDF_TAB_ORDER, format!("it has {said}, first page {first}"));
    }
}

fn judge_fields(pdf: &Pdf<'_>, findings: &mut Findings) {
    let Some(form) = pdf.dictionary(&pdf.catalogue(), "AcroForm") else { return };
    let mut open: Vec<(Object, usize, bool)> =
        pdf.items(&form, "Fields").iter().map(|field| (field.clone(), 0, false)).collect();
    let (mut unnamed, mut first, mut looked) = (0usize, String::new(), 0);
    while let Some((field, depth, named)) = open.pop() {
        looked += 1;
        if depth > MOST_DEPTH || looked > MOST_FIELDS {
            continue;
        }
        let field = pdf.resolve(&field);
        let Some(field) = field.dictionary() else { continue };
        let named = named || pdf.text(field, "TU").is_some_and(|words| !words.trim().is_empty());
        let kids = pdf.items(field, "Kids");
        // Kids without a name are the places of one field.
        let parts: Vec<Object> =
            kids.iter().filter(|kid| pdf.resolve(kid).dictionary().is_some_and(|kid| kid.has("T"))).cloned().collect();
        if parts.is_empty() && !named {
            if unnamed == 0 {
                first = pdf.text(field, "T").unwrap_or_default();
            }
            unnamed += 1;
        }
        open.extend(parts.into_iter().map(|part| (part, depth + 1, named)));
    }
    if let Some(said) = counted(unnamed, "field without a tooltip") {
        let first: String = first.chars().filter(|c| !c.is_control()).take(60).collect();
        findings.add(&problems::PDF_FIELD_UNNAMED, format!("it has {said}, one of them `{first}`"));
    }
}

/// Adds what does not fit together between structure and pages.
fn judge_links(pdf: &Pdf<'_>, tags: &Tags, pages: &[Page], drawn: &BTreeSet<Sequence>, findings: &mut Findings) {
    let numbered: Vec<_> = pages.iter().map(|page| (page.number, std::rc::Rc::clone(&page.dictionary))).collect();
    let outside = drawn.iter().filter(|sequence| !tags.sequences.contains(sequence)).count();
    let nowhere = tags.sequences.iter().filter(|sequence| !drawn.contains(sequence)).count();
    let misplaced = |element: &&Element| {
        let must = MUST_STAND_IN.iter().find(|(role, _)| *role == element.role);
        must.is_some_and(|(_, around)| !around.contains(&tags.role_above(element)))
    };
    let misplaced: Vec<&Element> = tags.elements.iter().filter(misplaced).collect();
    let parts = [
        (outside, "marked part of a page that no tag holds"),
        (nowhere, "tag that names a part which no page has"),
        (tags.doubled, "part of a page that stands in two tags"),
        (lost_parents(pdf, tags, &numbered, drawn), "part of a page that does not know its tag"),
        (usize::from(tags.endless), "tag that stands in itself, or too deep"),
    ];
    for (number, what) in parts {
        if let Some(said) = counted(number, what) {
            findings.add(&problems::PDF_STRUCTURE, format!("it has {said}"));
        }
    }
    if let Some(first) = misplaced.first() {
        let said = counted(misplaced.len(), "tag in the wrong place").unwrap_or_default();
        let (role, above) = (&first.role, tags.role_above(first));
        findings.add(&problems::PDF_STRUCTURE, format!("it has {said}: `{role}` stands in `{above}`"));
    }
    if let Some(strange) = tags.strange.first() {
        let said = counted(tags.strange.len(), "role that no program knows").unwrap_or_default();
        findings.add(&problems::PDF_STRUCTURE, format!("it has {said}: `{strange}`"));
    }
}
