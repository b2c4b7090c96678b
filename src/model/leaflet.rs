//! A leaflet or a poster: panels in reading order, and what must stand on it.

use super::{Block, Date, FormatName, Lang, Note, PageId, PageUse, Source, Waiver};
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
    /// Where `edition:` stands in the file, or else its front matter.
    pub edition_span: Span,
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
    /// The formats that it comes in besides paper and plain text.
    pub formats: Vec<FormatName>,
    /// Where it leads on the web.
    pub leads: Leads,
    /// The picture on its cover, as a figure that is read between the head and the foot of its first panel; nothing where it
    /// has none.
    pub cover: Option<Block>,
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

/// Where a leaflet leads on the web.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leads {
    /// Its own short address, such as `rj`, and where that stands in the file.
    pub short: Option<(String, Span)>,
    /// The page as it was written, such as `content/victims/rj.md`, and where that stands in the file.
    pub wanted: Option<(String, Span)>,
    /// The page that says more, in the leaflet's language where there is one.
    pub page: Option<PageUse>,
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

    /// Returns the name by which somebody says that it was read: its reference, and in another language than the site's own
    /// that too, such as `RJ-01/cy`.
    pub fn code(&self, own: &Lang) -> String {
        match self.lang.is_same_language(own) {
            true => self.reference.clone(),
            false => format!("{}/{}", self.reference, self.lang.primary()),
        }
    }

    /// Returns the address on the site that is printed on it, from the first slash: its own short one, or else that of its
    /// page; nothing where it leads nowhere in particular.
    pub fn address(&self) -> Option<String> {
        let page = || self.leads.page.as_ref()?.outline.as_ref().map(|page| page.printed_address());
        self.leads.short.as_ref().map(|(short, _)| format!("/{short}/")).or_else(page)
    }

    /// Returns whether its address may stand where everybody sees it: that of a discreet leaflet only if the author chose a
    /// short one for it, since the long one of a page says what the page is about.
    pub fn shows_address(&self) -> bool {
        !self.discreet || self.leads.short.is_some()
    }

    /// Returns whether a place prints it, given the place as its address has it, such as `gp-surgery`.
    pub fn is_for(&self, place: &str) -> bool {
        self.places().any(|own| own == place)
    }

    /// Returns the places that print it, as their addresses have them: in small letters, with hyphens.
    pub fn places(&self) -> impl Iterator<Item = String> {
        let plain = |place: &String| {
            let lower = place.to_lowercase();
            let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join("-")
        };
        self.made_for.iter().map(plain).filter(|place| !place.is_empty())
    }

    /// Returns the anchor of its entry in the list of leaflets, such as `rj-01`; languages of one leaflet share it.
    pub fn anchor(&self) -> String {
        self.reference.to_lowercase()
    }

    /// Returns all that stands on it in reading order: each panel's head and foot, and the cover's picture between them.
    pub fn parts(&self) -> impl Iterator<Item = &[Block]> {
        let mut cover = Some(self.cover.as_slice());
        self.panels.iter().flat_map(move |panel| [&panel.head, cover.take().unwrap_or_default(), &panel.foot])
    }

    /// Returns every block of the sheet in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.parts().flatten()
    }
}
