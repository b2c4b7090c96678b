//! Blocks into pieces: everything that a page may hold, cut into strips that are never cut again. Which page a piece
//! comes to stand on is `pages.rs`'s.

mod block;
mod boxes;
mod contact;
mod figure;
mod inline;
mod list;
mod statistic;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use block::postal_line;
pub use inline::note_anchor;

use super::display::{Item, Link, Rect, Tag};
use super::font::{Faces, Shaper};
use super::lines;
use super::shapes;
use super::structure::{NodeId, Role, Tree};
use super::style::{Style, TextStyle};
use super::words::{Mark, Words};
use crate::diag::{Diagnostic, Span};
use crate::model::{AssetId, AssetOutline, Direction, Inline, Lang, Rgb, Shared, plain_text};
use crate::words::{Said, Wording};

/// A border that runs along pieces, as a number in [`Composer::borders`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BorderId(pub u32);

/// Something drawn along all the pieces that carry it, on each page anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Border {
    /// A thick rule at the side.
    Rule {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// A box with round corners.
    Outline {
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The line from one step's disc to the next.
    Join {
        /// Where it stands.
        x: f32,
        /// How far below the first piece's top it starts.
        from: f32,
        /// Its colour.
        colour: Rgb,
    },
}

/// A strip across the measure that is never cut.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// Its height.
    pub height: f32,
    /// The space above it, dropped at the top of a page.
    pub gap: f32,
    /// Whether the next piece must stand on the same page.
    pub keep: bool,
    /// What is drawn, from the left edge of the measure and the top of the piece.
    pub items: Vec<Item>,
    /// Links, likewise.
    pub links: Vec<Link>,
    /// The heading that starts here: its level and words.
    pub heading: Option<(u8, String)>,
    /// The named place that starts here.
    pub anchor: Option<Arc<str>>,
    /// The figure that stands here.
    pub figure: Option<(NodeId, Rect)>,
    /// The borders along it.
    pub borders: Vec<BorderId>,
    /// The table that it belongs to, and whether it is one of its heading rows.
    pub table: Option<(u32, bool)>,
    /// How many lines of text it holds.
    pub lines: usize,
    /// Where its words stand in the source.
    pub span: Option<Span>,
}

/// Where text is set: the measure and what is around it.
#[derive(Clone, Debug)]
pub struct Place {
    /// How far right of the frame's left edge it starts.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// The language of the passage, where it is not the document's.
    pub lang: Option<Arc<str>>,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The borders along it.
    pub borders: Vec<BorderId>,
}

/// Cuts blocks into pieces, and grows the structure tree as it goes.
pub struct Composer<'a> {
    /// What all pages of the document's language share.
    pub shared: &'a Shared,
    /// Sizes and colours.
    pub style: Style,
    /// The structure tree.
    pub tree: Tree,
    /// The borders that pieces carry.
    pub borders: Vec<Border>,
    /// What the author must mend.
    pub diagnostics: Vec<Diagnostic>,
    /// The language of the document.
    pub lang: Lang,
    /// The words that paper adds, in that language.
    pub wording: &'a Wording,
    /// The address of the page that is printed; empty where it is none.
    pub here: &'a str,
    /// Whether marks lead to notes and sources: where those stand in a list of their own.
    pub marks: bool,
    /// The pictures that were drawn.
    pub pictures: BTreeMap<AssetId, Arc<AssetOutline>>,
    /// How much more height of text is composed; what comes after it is left out.
    pub left: f32,
    faces: &'a Faces,
    shaper: Option<Shaper>,
    heading: u8,
    tables: u32,
}

impl<'a> Composer<'a> {
    /// Returns a composer with nothing composed.
    pub fn new(shared: &'a Shared, faces: &'a Faces, style: Style, lang: Lang) -> Composer<'a> {
        let shaper = Some(faces.lend());
        Composer {
            shared,
            style,
            tree: Tree::new(),
            borders: Vec::new(),
            diagnostics: Vec::new(),
            wording: shared.words.of(&lang),
            lang,
            here: "",
            marks: false,
            pictures: BTreeMap::new(),
            left: f32::INFINITY,
            faces,
            shaper,
            heading: 0,
            tables: 0,
        }
    }

    /// Does some composing of at most so much height of text: text that starts below it is left out. Returns what was
    /// composed, and whether something was left out.
    pub fn within<T>(&mut self, height: f32, compose: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        self.left = height;
        let composed = compose(self);
        let left = std::mem::replace(&mut self.left, f32::INFINITY);
        (composed, left < 0.0)
    }

    /// Returns whether nothing more is composed.
    pub fn is_full(&self) -> bool {
        self.left < 0.0
    }

    /// Returns the place of a frame's whole width.
    pub fn place(&self, width: f32) -> Place {
        Place { x: 0.0, width, lang: None, rtl: self.lang.direction() == Direction::Rtl, borders: Vec::new() }
    }

    /// Adds a node that speaks the place's language.
    pub fn node(&mut self, parent: NodeId, role: Role, place: &Place) -> NodeId {
        let node = self.tree.add(parent, role);
        if place.lang.is_some() && self.lang_above(parent) != place.lang {
            self.tree.attributes_mut(node).lang = place.lang.clone();
        }
        node
    }

    fn lang_above(&self, node: NodeId) -> Option<Arc<str>> {
        let mut at = Some(node);
        while let Some(id) = at {
            let node = self.tree.get(id);
            if node.attributes.lang.is_some() {
                return node.attributes.lang.clone();
            }
            at = node.parent;
        }
        None
    }

    /// Adds a border and returns it.
    pub fn border(&mut self, border: Border) -> BorderId {
        let id = BorderId(u32::try_from(self.borders.len()).unwrap_or(u32::MAX));
        self.borders.push(border);
        id
    }

    /// Returns a heading level that skips none after the last one.
    pub fn heading_level(&mut self, wanted: u8) -> u8 {
        let level = wanted.clamp(1, 6).min(self.heading + 1);
        self.heading = level;
        level
    }

    /// Composes a heading.
    pub fn heading(&mut self, parent: NodeId, wanted: u8, content: &[Inline], place: &Place, gap: f32) -> Vec<Piece> {
        if plain_text(content).trim().is_empty() {
            return Vec::new();
        }
        let level = self.heading_level(wanted);
        let node = self.node(parent, Role::Heading(level), place);
        let style = self.style.display(self.style.heading(wanted));
        let words = self.words(node, content, false);
        let title = plain_text(content);
        let mut pieces = self.set(&words, place, &style, gap);
        self.tree.attributes_mut(node).title = Some(title.clone());
        for piece in &mut pieces {
            piece.keep = true;
        }
        if let Some(first) = pieces.first_mut() {
            first.heading = Some((level, title));
        }
        pieces
    }

    /// Composes words that the engine itself adds, as one paragraph.
    pub fn sentence(&mut self, parent: NodeId, text: &str, place: &Place, style: &TextStyle, gap: f32) -> Vec<Piece> {
        let node = self.node(parent, Role::Paragraph, place);
        let words = self.plain(node, text);
        self.set(&words, place, style, gap)
    }

    /// Composes fixed words as one paragraph, marked where they are not in the language around them.
    pub fn fixed(&mut self, parent: NodeId, said: &Said, place: &Place, style: &TextStyle, gap: f32) -> Vec<Piece> {
        let place = self.place_of(&said.lang, place);
        self.sentence(parent, &said.text, &place, style, gap)
    }

    /// Returns the same place for words in a language.
    pub fn place_of(&self, lang: &Lang, place: &Place) -> Place {
        let around = place.lang.as_deref().and_then(Lang::parse);
        if lang.is_same_language(around.as_ref().unwrap_or(&self.lang)) {
            return place.clone();
        }
        Place { lang: Some(Arc::from(lang.tag())), rtl: lang.direction() == Direction::Rtl, ..place.clone() }
    }

    /// Returns words without marks, as one leaf of `node`.
    pub fn plain(&mut self, node: NodeId, text: &str) -> Words {
        let mut words = Words::default();
        let leaf = self.tree.add(node, Role::Content);
        let text = self.checked(text, None);
        words.push(&text, Mark { leaf, bold: false, struck: false, colour: None, lang: None, link: None });
        words
    }

    /// Returns one line of words that belong to no structure, shortened to the measure, and how wide it is.
    pub fn artifact(&mut self, text: &str, place: &Place, style: &TextStyle) -> (Vec<Item>, f32) {
        let mut kept: Vec<&str> = text.split(' ').collect();
        loop {
            let whole = kept.len() == text.split(' ').count();
            let shown = if whole { text.to_string() } else { format!("{}…", kept.join(" ")) };
            let mut words = Words::default();
            let shown = self.checked(&shown, None);
            let mark = Mark { leaf: Tree::ROOT, bold: false, struck: false, colour: None, lang: None, link: None };
            words.push(&shown, mark);
            let mut lines = self.set(&words, place, style, 0.0);
            if lines.len() > 1 && kept.len() > 1 {
                let fewer = kept.len().min(LONGEST_FOOT) - 1;
                kept.truncate(fewer);
                continue;
            }
            let items = if lines.is_empty() { Vec::new() } else { lines.swap_remove(0).items };
            let width = items.iter().map(|item| item.draw.width()).sum();
            return (items, width);
        }
    }

    /// Sets words into lines, one piece a line; two lines at least stay together at either end.
    pub fn set(&mut self, words: &Words, place: &Place, style: &TextStyle, gap: f32) -> Vec<Piece> {
        if self.is_full() {
            return Vec::new();
        }
        let Some(mut shaper) = self.shaper.take() else { return Vec::new() };
        let style = TextStyle {
            lang: place.lang.clone().or_else(|| Some(Arc::from(self.lang.tag()))),
            rtl: place.rtl,
            ..style.clone()
        };
        let lines = lines::set(self.faces, &mut shaper, words, place.width.max(1.0), &style, self.left);
        self.left -= gap + lines.iter().map(|line| line.height).sum::<f32>();
        self.shaper = Some(shaper);
        self.spell_out(words);
        let count = lines.len();
        let mut pieces = Vec::with_capacity(count);
        for (at, line) in lines.into_iter().enumerate() {
            let mut piece = line_piece(line, words, place);
            piece.gap = if at == 0 { gap } else { 0.0 };
            piece.keep = count > 1 && (at == 0 || at + 2 == count);
            piece.borders.clone_from(&place.borders);
            pieces.push(piece);
        }
        pieces
    }

    /// Gives leaves with text from right to left their text in reading order.
    fn spell_out(&mut self, words: &Words) {
        if words.text.is_ascii() || !words.text.chars().any(is_rtl) {
            return;
        }
        for (range, mark) in &words.marks {
            let text = words.text.get(range.clone()).unwrap_or("");
            if text.chars().any(is_rtl) {
                self.tree.attributes_mut(mark.leaf).actual = Some(text.replace('\u{a0}', " "));
            }
        }
    }

    /// Ends composing: gives the shaper back for the next job.
    pub fn finish(mut self) -> (Tree, Vec<Diagnostic>) {
        if let Some(shaper) = self.shaper.take() {
            self.faces.give_back(shaper);
        }
        (self.tree, self.diagnostics)
    }
}

/// The most words that are tried in a running foot.
const LONGEST_FOOT: usize = 24;

/// Whether a character is written from right to left. Source: Unicode Character Database, DerivedBidiClass.
fn is_rtl(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Returns the height of pieces one under the other, without the space above the first.
pub fn height(pieces: &[Piece]) -> f32 {
    let all: f32 = pieces.iter().map(|piece| piece.gap + piece.height).sum();
    all - pieces.first().map_or(0.0, |piece| piece.gap)
}

/// Keeps pieces on one page.
pub fn keep_together(pieces: &mut [Piece]) {
    let Some((_, most)) = pieces.split_last_mut() else { return };
    for piece in most {
        piece.keep = true;
    }
}

fn line_piece(line: lines::Line, words: &Words, place: &Place) -> Piece {
    let mut piece = Piece { height: line.height, lines: 1, ..Piece::default() };
    let mut runs = Vec::with_capacity(line.runs.len());
    for (at, mut run) in line.runs {
        let Some((_, mark)) = words.marks.get(at) else { continue };
        run.x += place.x;
        let (left, right, base, size) = (run.x, run.x + run.inked(), run.y, run.size);
        if let Some(link) = mark.link.and_then(|at| words.links.get(at)) {
            let area = Rect { left, top: base - size * 0.85, right, bottom: base + size * 0.3 };
            match piece.links.last_mut().filter(|last| last.node == link.node) {
                Some(last) => last.area.right = last.area.right.max(right),
                None => piece.links.push(Link {
                    node: link.node,
                    to: link.to.clone(),
                    words: Arc::clone(&link.words),
                    area,
                }),
            }
            if link.underlined {
                let y = base + size * 0.14;
                piece.items.push(shapes::line((left, y), (right, y), shapes::pen(run.colour, size * 0.055)));
            }
        }
        if mark.struck {
            let y = base - size * 0.3;
            piece.items.push(shapes::line((left, y), (right, y), shapes::pen(run.colour, size * 0.06)));
        }
        runs.push(Item { tag: Tag::Content(mark.leaf), draw: super::display::Draw::Run(run) });
    }
    piece.items.append(&mut runs);
    piece
}
