//! Footnotes and the sources of figures, numbered together in the order in which a reader meets their marks. Notes that
//! come with words from another page are taken along.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::world::World;
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, Fact, Inline, Note, Source, walk};

/// A footnote by the file in which it is written and its label.
type Label = (FileId, String);

/// What marks lead to.
pub trait Ends {
    /// Returns a footnote by the file in which its mark stands and its label.
    fn note(&self, label: &Label) -> Option<Note>;

    /// Returns a fact by its name.
    fn fact(&self, key: &str) -> Option<Arc<Fact>>;
}

/// The list of notes and sources of one page or leaflet.
#[derive(Default)]
pub struct Numbered {
    /// Footnotes, by number.
    pub notes: Vec<Note>,
    /// Sources, by number.
    pub sources: Vec<Source>,
    /// Labels of marks for which there is no footnote, and where they stand.
    pub missing: Vec<(String, Span)>,
}

/// Numbers the marks of blocks that stand one after the other, and of the notes that those lead to; returns the list.
pub fn number(parts: &mut [&mut Vec<Block>], ends: &dyn Ends) -> Numbered {
    let mut marks =
        Marks { ends, notes: BTreeMap::new(), facts: BTreeMap::new(), order: Vec::new(), missing: Vec::new() };
    for blocks in parts {
        marks.read(blocks);
    }
    let mut list = Numbered::default();
    let mut at = 0;
    while let Some(end) = marks.order.get(at).cloned() {
        at += 1;
        match end {
            End::Source(fact) => list.sources.push(Source { number: at, fact }),
            End::Note(mut note) => {
                note.number = at;
                marks.read(&mut note.blocks);
                list.notes.push(*note);
            }
        }
    }
    list.missing = marks.missing;
    list
}

#[derive(Clone)]
enum End {
    Note(Box<Note>),
    Source(Arc<Fact>),
}

struct Marks<'e> {
    ends: &'e dyn Ends,
    notes: BTreeMap<Label, usize>,
    facts: BTreeMap<String, usize>,
    order: Vec<End>,
    missing: Vec<(String, Span)>,
}

impl Marks<'_> {
    fn read(&mut self, blocks: &mut [Block]) {
        walk::runs_in_order_mut(blocks, &mut |run| {
            walk::each_mut(run, &mut |inline| match inline {
                Inline::FootnoteMark(mark) => {
                    mark.number = self.of_note((mark.span.file, mark.label.clone()), mark.span);
                }
                Inline::Fact(used) => used.number = self.of_fact(&used.key),
                _ => {}
            });
        });
    }

    fn of_note(&mut self, label: Label, span: Span) -> Option<usize> {
        if let Some(number) = self.notes.get(&label) {
            return Some(*number);
        }
        let Some(note) = self.ends.note(&label) else {
            self.missing.push((label.1, span));
            return None;
        };
        self.order.push(End::Note(Box::new(note)));
        self.notes.insert(label, self.order.len());
        Some(self.order.len())
    }

    fn of_fact(&mut self, key: &str) -> Option<usize> {
        if let Some(number) = self.facts.get(key) {
            return Some(*number);
        }
        let fact = self.ends.fact(key)?;
        self.order.push(End::Source(fact));
        self.facts.insert(key.to_string(), self.order.len());
        Some(self.order.len())
    }
}

/// What the marks of one page or leaflet lead to, in the rest of the site.
pub struct OfSite<'a> {
    /// The rest of the site.
    pub world: &'a dyn World,
    /// The page's own file, with the footnotes in it; nothing for a leaflet.
    pub own: Option<(FileId, &'a [Note])>,
}

impl Ends for OfSite<'_> {
    fn note(&self, (file, label): &Label) -> Option<Note> {
        // Of two with one label, the last counts.
        let last = |notes: &[Note]| notes.iter().rev().find(|note| note.label == *label).cloned();
        match self.own {
            Some((own, notes)) if own == *file => last(notes),
            _ => last(&self.world.notes(*file)),
        }
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        self.world.fact(key)
    }
}

/// Returns the findings of marks for which there is no footnote, each once.
pub fn missing(marks: Vec<(String, Span)>) -> Vec<Diagnostic> {
    let marks: BTreeSet<(Span, String)> = marks.into_iter().map(|(label, span)| (span, label)).collect();
    let told = |(span, label): (Span, String)| {
        let message = format!("the footnote `{label}` is not on this page");
        let help = format!("add a line `[^{label}]: the note` at the end of the page");
        Diagnostic::new(&problems::FOOTNOTE_MISSING, span, message, help)
    };
    marks.into_iter().map(told).collect()
}
