//! Footnotes numbered in order of use; those that come with included words are taken along.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::world::World;
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, Inline, Note, walk};

/// Numbers the marks of a page, and returns the notes that they lead to, by number. `own` are those of its own file.
pub fn number(
    world: &dyn World,
    file: FileId,
    own: &[Note],
    blocks: &mut [Block],
    found: &mut Vec<Diagnostic>,
) -> Vec<Note> {
    let mut known = Known { world, file, own, others: BTreeMap::new() };
    let mut used: Vec<Note> = Vec::new();
    let mut numbers: BTreeMap<(FileId, String), usize> = BTreeMap::new();
    let mut missing: Vec<(String, Span)> = Vec::new();
    walk::runs_mut(blocks, &mut |run, _| {
        walk::each_mut(run, &mut |inline| {
            let Inline::FootnoteMark(mark) = inline else { return };
            let key = (mark.span.file, mark.label.clone());
            if let Some(number) = numbers.get(&key) {
                mark.number = Some(*number);
                return;
            }
            let Some(note) = known.find(mark.span.file, &mark.label) else {
                missing.push((mark.label.clone(), mark.span));
                return;
            };
            let number = used.len() + 1;
            used.push(Note { number, ..note });
            numbers.insert(key, number);
            mark.number = Some(number);
        });
    });
    for (label, span) in missing {
        let message = format!("the footnote `{label}` is not on this page");
        let help = format!("add a line `[^{label}]: the note` at the end of the page");
        found.push(Diagnostic::new(&problems::FOOTNOTE_MISSING, span, message, help));
    }
    used
}

struct Known<'a> {
    world: &'a dyn World,
    file: FileId,
    own: &'a [Note],
    others: BTreeMap<FileId, Arc<Vec<Note>>>,
}

impl Known<'_> {
    /// Returns a note by the file that its mark stands in. Of two with one label, the last counts.
    fn find(&mut self, file: FileId, label: &str) -> Option<Note> {
        let last = |notes: &[Note]| notes.iter().rev().find(|note| note.label == label).cloned();
        if file == self.file {
            return last(self.own);
        }
        last(self.others.entry(file).or_insert_with(|| self.world.notes(file)))
    }
}
