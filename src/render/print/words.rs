//! Running text made ready for shaping: one string, and marks that say what each part of it is.

use std::ops::Range;
use std::sync::Arc;

use super::display::Destination;
use super::structure::NodeId;
use crate::diag::unseen;
use crate::model::Rgb;

/// Running text.
#[derive(Debug, Default)]
pub struct Words {
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
    /// The link that it belongs to, as a number in [`Words::links`].
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

impl Words {
    /// Adds a part.
    pub fn push(&mut self, text: &str, mark: Mark) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(&super::ties::tie(&unseen::without(text)));
        self.marks.push((start..self.text.len(), mark));
    }
}
