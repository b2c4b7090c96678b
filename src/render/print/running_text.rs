//! Running text made ready for shaping: one string, and marks that say what each part of it is.

use std::ops::Range;
use std::sync::Arc;

use super::display::Destination;
use super::structure::NodeId;
use crate::diag::unseen;
use crate::model::Rgb;

/// Running text.
#[derive(Debug, Default)]
pub struct RunningText {
    /// The words.
    pub text: String,
    /// What each part is; the parts follow each other without a gap.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// The links that marks point to.
    pub links: Vec<LinkUse>,
}

/// What a part of running text is.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its leaf of the structure tree.
    pub leaf: NodeId,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it no longer holds.
    pub struck: bool,
    /// Its colour, where it is not the text's.
    pub colour: Option<Rgb>,
    /// Its language, where it is not the text's.
    pub lang: Option<Arc<str>>,
    /// The link that it belongs to, as a number in [`RunningText::links`].
    pub link: Option<usize>,
}

/// A link in running text.
#[derive(Clone, Debug)]
pub struct LinkUse {
    /// Its node of the structure tree.
    pub node: NodeId,
    /// Where it leads.
    pub to: Destination,
    /// What it is called when it is read out.
    pub words: Arc<str>,
    /// Whether a line is drawn under it.
    pub underlined: bool,
}

impl RunningText {
    /// Returns the number of the part that a byte stands in.
    pub fn part_at(&self, byte: usize) -> usize {
        self.marks.partition_point(|(range, _)| range.end <= byte)
    }

    /// Returns some of the words with the parts that they stand in, without their links.
    pub fn part(&self, bytes: Range<usize>) -> RunningText {
        let inside = |at: usize| at.clamp(bytes.start, bytes.end) - bytes.start;
        let marks = self.marks[self.part_at(bytes.start)..].iter().take_while(|(range, _)| range.start < bytes.end);
        let marks = marks.map(|(range, mark)| (inside(range.start)..inside(range.end), mark.clone())).collect();
        RunningText { text: self.text[bytes.clone()].to_string(), marks, links: Vec::new() }
    }

    /// Adds a part.
    pub fn push(&mut self, text: &str, mark: Mark) {
        if text.is_empty() {
            return;
        }
        let (last, tied) = super::ties::tie_on(&self.text, &unseen::without(text));
        // The end of what stands there already may have got a no-break space.
        let from = self.text.len() - last;
        let kept = self.text[from..].trim_end_matches(' ').len();
        let grown =
            tied.get(kept..).filter(|rest| last > kept && rest.starts_with('\u{a0}')).map_or(last, |_| kept + 2);
        self.text.truncate(from);
        self.text.push_str(&tied);
        let start = from + grown;
        if let Some((range, _)) = self.marks.last_mut() {
            range.end = start;
        }
        self.marks.push((start..self.text.len(), mark));
    }
}
