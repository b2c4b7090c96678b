//! Abbreviations that the glossary knows, marked in the text; the first on each page is where it is spelt out.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::{Sources, Span};
use crate::model::{Abbreviation, Block, Inline, Site, Term, Text, plain_text, walk};

/// Marks the abbreviations of every page and leaflet.
pub fn mark(site: &mut Site, sources: &Sources) {
    if site.glossary.is_empty() {
        return;
    }
    let glossary = &site.glossary;
    site.pages.par_iter_mut().for_each(|page| {
        let mut seen = Seen::default();
        mark_blocks(&mut page.blocks, glossary, sources, &mut seen);
    });
    for sheet in &mut site.sheets {
        let mut seen = Seen::default();
        for panel in &mut sheet.panels {
            mark_blocks(&mut panel.head, glossary, sources, &mut seen);
            mark_blocks(&mut panel.foot, glossary, sources, &mut seen);
        }
    }
}

fn mark_blocks(blocks: &mut [Block], glossary: &BTreeMap<String, Term>, sources: &Sources, seen: &mut Seen) {
    walk::runs_mut(blocks, &mut |run, kind| {
        let heading = kind == walk::RunKind::Heading;
        mark_run(run, &mut Marking { glossary, sources, seen, heading, before: String::new() });
    });
}

/// The most uses of abbreviations that are marked on a page: the first is spelt out, and the hundredth tells nobody anything.
/// Chosen here; no source decides.
const MOST_MARKED: usize = 5_000;

/// What is known of a page's abbreviations.
#[derive(Default)]
struct Seen {
    terms: BTreeSet<String>,
    marked: usize,
}

struct Marking<'a> {
    glossary: &'a BTreeMap<String, Term>,
    sources: &'a Sources,
    seen: &'a mut Seen,
    heading: bool,
    /// The words of the run so far, to notice "full name (ABC)".
    before: String,
}

fn mark_run(run: &mut Vec<Inline>, marking: &mut Marking<'_>) {
    if !run.iter().any(worth_reading) {
        return;
    }
    let mut out = Vec::with_capacity(run.len());
    for mut inline in std::mem::take(run) {
        match inline {
            Inline::Text(text) => split(text, marking, &mut out),
            _ => {
                match inline.children_mut() {
                    Some(children) => mark_run(children, marking),
                    None => marking.before.push_str(&plain_text(std::slice::from_ref(&inline))),
                }
                out.push(inline);
            }
        }
    }
    *run = out;
}

/// Returns whether a node may hold an abbreviation: two capitals in a row, somewhere in it.
fn worth_reading(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)),
        _ => inline.children().iter().any(worth_reading),
    }
}

fn split(text: Text, marking: &mut Marking<'_>, out: &mut Vec<Inline>) {
    let exact = marking.sources.text(text.span) == text.text;
    let at = |range: std::ops::Range<usize>| {
        let start = text.span.start as usize;
        if exact { Span::new(text.span.file, start + range.start, start + range.end) } else { text.span }
    };
    let mut kept = 0;
    for (start, word) in words(&text.text) {
        let Some(term) = marking.glossary.get(word).filter(|term| !term.well_known) else { continue };
        if marking.seen.marked == MOST_MARKED {
            break;
        }
        marking.seen.marked += 1;
        if start > kept {
            let piece = text.text[kept..start].to_string();
            marking.before.push_str(&piece);
            out.push(Inline::Text(Text { text: piece, span: at(kept..start) }));
        }
        let end = start + word.len();
        let spelt = marking.before.strip_suffix('(').is_some_and(|before| ends_with(before.trim_end(), &term.full));
        let first = !marking.heading && marking.seen.terms.insert(term.short.clone());
        out.push(Inline::Abbreviation(Abbreviation {
            short: term.short.clone(),
            full: term.full.clone(),
            expand: first && !spelt,
            span: at(start..end),
        }));
        marking.before.push_str(word);
        kept = end;
    }
    if kept == 0 {
        marking.before.push_str(&text.text);
        out.push(Inline::Text(text));
    } else if kept < text.text.len() {
        let piece = text.text[kept..].to_string();
        marking.before.push_str(&piece);
        out.push(Inline::Text(Text { span: at(kept..text.text.len()), text: piece }));
    }
}

/// Returns whether a text ends with another, whatever letters are capitals.
fn ends_with(text: &str, end: &str) -> bool {
    let mut letters = text.chars().rev().flat_map(char::to_lowercase);
    end.chars().rev().flat_map(char::to_lowercase).all(|letter| letters.next() == Some(letter))
}

/// Returns every run of letters, digits and inner hyphens with where it starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|word| !word.is_empty()).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
