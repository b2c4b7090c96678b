//! What composes strips: the state of one document as it is composed, and words set into lines. What each block is composed
//! of is in files of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::references::References;
use super::strip::{Border, BorderId, Measure, Strip};
use crate::diag::{Diagnostic, Span};
use crate::model::{AssetId, AssetOutline, Direction, Icons, Lang, Shared};
use crate::render::manuscript::Offered;
use crate::render::print::display::{ContentTag, Draw, Item, LinkArea, Rect};
use crate::render::print::font::{Faces, Shaper};
use crate::render::print::running_text::{Mark, RunningText};
use crate::render::print::structure::{NodeId, Role, StructureTree};
use crate::render::print::style::{PrintStyle, TextStyle};
use crate::render::print::ties::JOINER;
use crate::render::print::{kinds, lines, shapes};
use crate::words::{Said, Wording};

/// Cuts blocks into strips, and grows the structure tree as it goes.
pub struct Composer<'a> {
    /// What all pages of the document's language share.
    pub shared: &'a Shared,
    /// Sizes and colours.
    pub style: PrintStyle,
    /// The structure tree.
    pub tree: StructureTree,
    /// The borders that strips carry.
    pub borders: Vec<Border>,
    /// What the author must mend.
    pub diagnostics: Vec<Diagnostic>,
    /// The language of the document.
    pub lang: Lang,
    /// The words that paper adds, in that language.
    pub wording: &'a Wording,
    /// The address of the page that is printed; empty where it is none.
    pub here: &'a str,
    /// Which forms the document's words come in already.
    pub offered: Offered,
    /// Whether marks such as `[2]` are written: only where the document has a list of notes and sources for them to lead to.
    pub marks: bool,
    /// The links that are to be made good on paper; nothing where words are set for a sheet.
    pub references: Option<References>,
    /// Whether the address of a page stands after the link to it, and not in a list of where to read more.
    pub spells_links: bool,
    /// The pictures that were drawn.
    pub pictures: BTreeMap<AssetId, Arc<AssetOutline>>,
    /// How many more points of text, measured down the page, are composed; text that comes after them is left out.
    pub left: f32,
    /// The height of the type area in points, where strips go on from page to page: what is higher is cut. Infinite on a
    /// panel, which has no next page.
    pub deep: f32,
    /// The drawings beside the lines of a contact, if there are any.
    pub icons: Option<&'a Icons>,
    pub(super) faces: &'a Faces,
    pub(super) shaper: Option<Shaper>,
    pub(super) heading: u8,
    pub(super) tables: u32,
}

impl<'a> Composer<'a> {
    /// Returns a composer for one document, before anything is composed.
    pub fn new(shared: &'a Shared, faces: &'a Faces, style: PrintStyle, lang: Lang) -> Composer<'a> {
        let shaper = Some(faces.lend());
        Composer {
            shared,
            style,
            tree: StructureTree::new(),
            borders: Vec::new(),
            diagnostics: Vec::new(),
            wording: shared.words.of(&lang),
            lang,
            here: "",
            offered: Offered::default(),
            marks: false,
            references: None,
            spells_links: false,
            pictures: BTreeMap::new(),
            left: f32::INFINITY,
            deep: f32::INFINITY,
            icons: None,
            faces,
            shaper,
            heading: 0,
            tables: 0,
        }
    }

    /// Calls `compose` and lets it compose at most `height` points of text: text that would start below that is left out.
    /// Returns what `compose` returns, and whether something was left out.
    pub fn within<T>(&mut self, height: f32, compose: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        self.left = height;
        let composed = compose(self);
        let left = std::mem::replace(&mut self.left, f32::INFINITY);
        (composed, left < 0.0)
    }

    /// Calls `compose` on a structure tree of its own, and takes back what it adds to the document.
    pub fn rehearse<T>(&mut self, compose: impl FnOnce(&mut Self) -> T) -> T {
        let tree = std::mem::take(&mut self.tree);
        let (told, left) = (self.diagnostics.len(), self.left);
        let (heading, tables) = (self.heading, self.tables);
        let known = self.references.as_mut().map(References::set_aside);
        let composed = compose(self);
        self.diagnostics.truncate(told);
        if let (Some(references), Some(known)) = (self.references.as_mut(), known) {
            references.go_back(known);
        }
        (self.tree, self.left) = (tree, left);
        (self.heading, self.tables) = (heading, tables);
        composed
    }

    /// Returns how wide running text is in points: where a line ends after each word, and where none ends.
    pub fn widths(&mut self, words: &RunningText, style: &TextStyle) -> (f32, f32) {
        let Some(mut shaper) = self.shaper.take() else { return (0.0, 0.0) };
        let widths = lines::widths(self.faces, &mut shaper, words, style);
        self.shaper = Some(shaper);
        widths
    }

    /// Returns whether the limit set by [`Composer::within`] is reached, so that nothing more is composed.
    pub fn is_full(&self) -> bool {
        self.left < 0.0
    }

    /// Returns a measure over the whole width of a type area, given in points.
    pub fn measure(&self, width: f32) -> Measure {
        Measure { x: 0.0, width, lang: None, rtl: self.lang.direction() == Direction::Rtl, borders: Vec::new() }
    }

    /// Adds a node to the structure tree, in the measure's language where that is another than the language around it.
    pub fn node(&mut self, parent: NodeId, role: Role, measure: &Measure) -> NodeId {
        let node = self.tree.add(parent, role);
        if measure.lang.is_some() && self.lang_above(parent) != measure.lang {
            self.tree.attributes_mut(node).lang = measure.lang.clone();
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

    /// Adds a border and returns its number.
    pub fn border(&mut self, border: Border) -> BorderId {
        let id = BorderId(u32::try_from(self.borders.len()).unwrap_or(u32::MAX));
        self.borders.push(border);
        id
    }

    /// Returns the wanted heading level, or a lower number where the last heading would be followed by a gap: after a heading
    /// of level 2, a wanted 4 gives 3.
    pub fn heading_level(&mut self, wanted: u8) -> u8 {
        let level = wanted.clamp(1, 6).min(self.heading + 1);
        self.heading = level;
        level
    }

    /// Composes one paragraph of words without marks or links, with `gap` points above it.
    pub fn sentence(
        &mut self,
        parent: NodeId,
        text: &str,
        measure: &Measure,
        style: &TextStyle,
        gap: f32,
    ) -> Vec<Strip> {
        let node = self.node(parent, Role::Paragraph, measure);
        let words = self.plain(node, text);
        self.set(&words, measure, style, gap)
    }

    /// Composes a heading of level 2 that Handbill writes itself, at a named place.
    pub fn own_heading(&mut self, said: &Said, anchor: &str, measure: &Measure) -> Vec<Strip> {
        let (measure, words) = (&self.measure_of(&said.lang, measure), &*said.text);
        let level = self.heading_level(2);
        let node = self.node(StructureTree::ROOT, Role::Heading(level), measure);
        self.tree.attributes_mut(node).title = Some(words.to_string());
        let style = self.style.display(self.style.heading(2));
        let text = self.plain(node, words);
        let mut strips = self.set(&text, measure, &style, self.style.above);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        if let Some(first) = strips.first_mut() {
            first.heading = Some((level, words.to_string()));
            first.anchor = Some(Arc::from(anchor));
        }
        strips
    }

    /// Composes fixed words as one paragraph, marked where they are not in the language around them.
    pub fn fixed(&mut self, parent: NodeId, said: &Said, measure: &Measure, style: &TextStyle, gap: f32) -> Vec<Strip> {
        let measure = self.measure_of(&said.lang, measure);
        self.sentence(parent, &said.text, &measure, style, gap)
    }

    /// Returns the measure for words in a language: the same one, or one marked with that language where it is another than
    /// that of the text around.
    pub fn measure_of(&self, lang: &Lang, measure: &Measure) -> Measure {
        let around = measure.lang.as_deref().and_then(Lang::parse);
        if lang.is_same_language(around.as_ref().unwrap_or(&self.lang)) {
            return measure.clone();
        }
        Measure { lang: Some(Arc::from(lang.tag())), rtl: lang.direction() == Direction::Rtl, ..measure.clone() }
    }

    /// Returns plain words as running text: one leaf under `node`, neither bold nor linked.
    pub fn plain(&mut self, node: NodeId, text: &str) -> RunningText {
        let mut words = RunningText::default();
        let leaf = self.tree.add(node, Role::Content);
        let text = self.checked(text, None);
        words.push(&text, Mark { leaf, bold: false, struck: false, colour: None, lang: None, link: None });
        words
    }

    /// Returns the text with `?` in the place of every character that no face has. Where the text has a span, a finding says
    /// which characters these are.
    pub fn checked(&mut self, text: &str, span: Option<Span>) -> String {
        let Some(first) = text.chars().find(|c| !self.faces.covers(*c)) else { return text.to_string() };
        let missing: BTreeSet<char> = text.chars().filter(|c| !self.faces.covers(*c)).collect();
        let mended = text.chars().map(|c| if missing.contains(&c) { '?' } else { c }).collect();
        if let Some(span) = span {
            let message = match missing.len() {
                1 => format!("no font has the character `{first}` (U+{:04X})", u32::from(first)),
                more => format!(
                    "no font has the character `{first}` (U+{:04X}) and {} more here",
                    u32::from(first),
                    more - 1
                ),
            };
            let help = "write it another way, or add a font that has it to `print/fonts`";
            self.diagnostics.push(Diagnostic::new(&kinds::MISSING_CHARACTER, span, message, help));
        }
        mended
    }

    /// Returns one line of words that are not read out, such as a running foot, and its width in points. Words that do not fit
    /// the measure are cut off at the end, with `…` in their place.
    pub fn artifact(&mut self, text: &str, measure: &Measure, style: &TextStyle) -> (Vec<Item>, f32) {
        let mut kept: Vec<&str> = text.split(' ').collect();
        loop {
            let whole = kept.len() == text.split(' ').count();
            let shown = if whole { text.to_string() } else { format!("{}…", kept.join(" ")) };
            let mut words = RunningText::default();
            let shown = self.checked(&shown, None);
            let mark =
                Mark { leaf: StructureTree::ROOT, bold: false, struck: false, colour: None, lang: None, link: None };
            words.push(&shown, mark);
            let mut lines = self.set(&words, measure, style, 0.0);
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

    /// Sets running text into lines, a strip for each, with `gap` points above the first. The first two lines stay on one page,
    /// and so do the last two.
    pub fn set(&mut self, words: &RunningText, measure: &Measure, style: &TextStyle, gap: f32) -> Vec<Strip> {
        if self.is_full() {
            return Vec::new();
        }
        let Some(mut shaper) = self.shaper.take() else { return Vec::new() };
        let style = TextStyle {
            lang: measure.lang.clone().or_else(|| Some(Arc::from(self.lang.tag()))),
            rtl: measure.rtl,
            ..style.clone()
        };
        let lines = lines::set(self.faces, &mut shaper, words, measure.width.max(1.0), &style, self.left);
        self.left -= gap + lines.iter().map(|line| line.height).sum::<f32>();
        self.shaper = Some(shaper);
        self.spell_out(words);
        let count = lines.len();
        let mut strips = Vec::with_capacity(count);
        for (at, line) in lines.into_iter().enumerate() {
            let mut strip = line_strip(line, words, measure);
            strip.gap = if at == 0 { gap } else { 0.0 };
            strip.keep = count > 1 && (at == 0 || at + 2 == count);
            strip.borders.clone_from(&measure.borders);
            strips.push(strip);
        }
        strips
    }

    /// Writes the text of leaves that run from right to left into the structure tree, in reading order.
    fn spell_out(&mut self, words: &RunningText) {
        if words.text.is_ascii() || !words.text.chars().any(is_rtl) {
            return;
        }
        for (range, mark) in &words.marks {
            let text = words.text.get(range.clone()).unwrap_or("");
            if text.chars().any(is_rtl) {
                self.tree.attributes_mut(mark.leaf).actual = Some(text.replace(JOINER, "").replace('\u{a0}', " "));
            }
        }
    }

    /// Ends composing: gives the shaper back for the next job, and returns the structure tree and what the author must mend.
    pub fn finish(mut self) -> (StructureTree, Vec<Diagnostic>) {
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

fn line_strip(line: lines::Line, words: &RunningText, measure: &Measure) -> Strip {
    let mut strip = Strip { height: line.height, lines: 1, ..Strip::default() };
    let mut runs = Vec::with_capacity(line.runs.len());
    for (at, mut run) in line.runs {
        let Some((_, mark)) = words.marks.get(at) else { continue };
        run.x += measure.x;
        let (left, right, base, size) = (run.x, run.x + run.inked(), run.y, run.size);
        if let Some(link) = mark.link.and_then(|at| words.links.get(at)) {
            let area = Rect { left, top: base - size * 0.85, right, bottom: base + size * 0.3 };
            match strip.links.last_mut().filter(|last| last.node == link.node) {
                Some(last) => last.area.right = last.area.right.max(right),
                None => strip.links.push(LinkArea {
                    node: link.node,
                    to: link.to.clone(),
                    words: Arc::clone(&link.words),
                    area,
                }),
            }
            if link.underlined {
                let y = base + size * 0.14;
                strip.items.push(shapes::line((left, y), (right, y), shapes::pen(run.colour, size * 0.055)));
            }
        }
        if mark.struck {
            let y = base - size * 0.3;
            strip.items.push(shapes::line((left, y), (right, y), shapes::pen(run.colour, size * 0.06)));
        }
        runs.push(Item { tag: ContentTag::Content(mark.leaf), draw: Draw::Run(run) });
    }
    strip.items.append(&mut runs);
    strip
}
