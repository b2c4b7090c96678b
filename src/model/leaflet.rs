//! A leaflet or a poster: panels in reading order, and what must stand on it.

use super::{Block, Date, Lang, Note, PageId, Source, Waiver};
use crate::diag::{FileId, Span};

/// One leaflet, poster or card of `print/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaflet {
    /// Its source file.
    pub file: FileId,
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The code by which a leaflet rack knows it, such as `RJ-01`.
    pub reference: String,
    /// The edition, from 1.
    pub edition: u32,
    /// When this edition came out.
    pub issued: Date,
    /// When somebody must look at it again.
    pub review: Date,
    /// The sheet it is folded or cut from, such as `trifold`.
    pub sheet: String,
    /// Where `sheet:` stands in the file.
    pub sheet_span: Span,
    /// The design, such as `plain`.
    pub design: String,
    /// Where `design:` stands in the file.
    pub design_span: Span,
    /// Whether the outside must not show what it is about.
    pub discreet: bool,
    /// Words that nobody may see while it is folded, if it is discreet.
    pub hide: Vec<String>,
    /// Where `hide:` stands in the file.
    pub hide_span: Span,
    /// The language of this file.
    pub lang: Lang,
    /// The languages it comes in.
    pub languages: Vec<Lang>,
    /// Who prints it, such as `gp-surgery`.
    pub made_for: Vec<String>,
    /// Its panels in reading order, whatever side of the paper they are on.
    pub panels: Vec<Panel>,
    /// The pages whose words it brings in.
    pub pages: Vec<PageId>,
    /// The footnotes that came with words of pages, by number.
    pub notes: Vec<Note>,
    /// Where the figures in its text come from, by number; footnotes have the numbers between.
    pub sources: Vec<Source>,
    /// Findings that its author accepts.
    pub waivers: Vec<Waiver>,
}

/// One panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What starts at the panel's head.
    pub head: Vec<Block>,
    /// What stands at its foot.
    pub foot: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

impl Leaflet {
    /// Returns the folder that its files lie in: named after its reference, and in another language than the site's own
    /// one after that too, such as `leaflets/RJ-01/cy`.
    pub fn folder(&self, own: &Lang) -> String {
        let reference = &self.reference;
        match self.lang.is_same_language(own) {
            true => format!("leaflets/{reference}"),
            false => format!("leaflets/{reference}/{}", self.lang.primary()),
        }
    }

    /// Returns every block of the sheet in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.panels.iter().flat_map(|panel| panel.head.iter().chain(&panel.foot))
    }
}
