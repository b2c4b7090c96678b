//! Links where nobody can follow them: on paper, a link within the document says on which page it leads, and a link to
//! another page of the site has a mark that leads to a list of addresses.

use std::sync::Arc;

use super::composer::Composer;
use super::references::{Further, PageReference, References};
use super::strip::Strip;
use crate::model::Target;
use crate::render::manuscript::shown_address;
use crate::render::print::display::{ContentTag, Destination, Draw, GlyphRun, Item};
use crate::render::print::lines;
use crate::render::print::running_text::{Mark, RunningText};
use crate::render::print::structure::NodeId;
use crate::render::print::style::TextStyle;
use crate::words::Said;

/// What stands in the place of a page's number until pages are known. Most numbers have two digits, so that a line is a
/// little shorter in the end and never longer.
const NO_PAGE: &str = "00";

impl Composer<'_> {
    /// Returns what is to be said after a link on paper: a mark, and the named place that it leads to; nothing where the link
    /// leads to no other page of the site.
    pub fn further(&mut self, target: &Target, said: &str) -> Option<(String, Arc<str>)> {
        let to = self.destination(target)?;
        let (page, title, short, leaflets) = match target {
            Target::Page { page, .. } => {
                let outline = page.outline.as_ref().filter(|outline| outline.route != self.here)?;
                let short = format!("{}{}", self.shared.about.base_url, outline.printed_address());
                let title = Said::new(outline.title.as_str(), &outline.lang);
                (Some(page.id), title, Some(short), Arc::clone(&outline.on_paper))
            }
            Target::Asset(_) | Target::Route(_) => (None, self.wording.said(said.trim()), None, Arc::default()),
            Target::Web(_)
            | Target::Email(_)
            | Target::Phone(_)
            | Target::TextMessage(_)
            | Target::Broken(_)
            | Target::Unread(_) => {
                return None;
            }
        };
        // The address as it is typed has no place within the page.
        let to = match to {
            Destination::Uri(uri) => Destination::Uri(Arc::from(uri.split('#').next().unwrap_or(&uri))),
            Destination::Anchor(_) | Destination::Field(_) => return None,
        };
        let shown = short.as_deref().map_or_else(|| typed(&to), shown_address).to_string();
        let mark = self.references.as_mut()?.mark(Further { page, title, to, shown, leaflets });
        let anchor = further_anchor(&mark);
        Some((mark, anchor))
    }

    /// Adds to running text on which page a named place stands, in brackets.
    pub fn page_of(&mut self, anchor: &Arc<str>, leaf: NodeId, bold: bool, words: &mut RunningText) {
        let Some(references) = self.references.as_mut() else { return };
        references.pages.insert(leaf, PageReference { anchor: Arc::clone(anchor), bold });
        let text = self.on_page(NO_PAGE);
        words.push(&text, Mark { leaf, bold, struck: false, colour: None, lang: None, link: None });
    }

    fn on_page(&self, number: &str) -> String {
        let words = self.wording.say(&self.wording.sentences.print_on_page, &[("number", number.into())]);
        words.text.replace(' ', "\u{a0}")
    }

    /// Writes the numbers of pages into strips, now that they are known: `page` returns that of a named place, from 1. A
    /// place that is nowhere leaves nothing.
    pub fn number_references(&mut self, strips: &mut [Strip], page: impl Fn(&str) -> Option<usize>) {
        let Some(references) = self.references.take() else { return };
        if !references.pages.is_empty() {
            for strip in strips {
                self.number_strip(strip, &references, &page);
            }
        }
        self.references = Some(references);
    }

    fn number_strip(&mut self, strip: &mut Strip, references: &References, page: &impl Fn(&str) -> Option<usize>) {
        let reference = |item: &Item| match item.tag {
            ContentTag::Content(leaf) => references.pages.get(&leaf).map(|reference| (leaf, reference.clone())),
            ContentTag::Layout | ContentTag::Head | ContentTag::Foot | ContentTag::Marks => None,
        };
        let mut found: Vec<(NodeId, PageReference)> = strip.items.iter().filter_map(reference).collect();
        found.dedup_by_key(|(leaf, _)| *leaf);
        for (leaf, reference) in found {
            let tag = ContentTag::Content(leaf);
            let placeholder = |item: &Item| item.tag == tag;
            let Some(at) = strip.items.iter().position(placeholder) else { continue };
            let old: Vec<GlyphRun> = strip.items.extract_if(.., |item| placeholder(item)).filter_map(run).collect();
            let Some(first) = old.first() else { continue };
            let left = old.iter().map(|run| run.x).fold(f32::INFINITY, f32::min);
            let wide: f32 = old.iter().map(|run| run.width).sum();
            let number = page(&reference.anchor).map(|number| self.on_page(&number.to_string())).unwrap_or_default();
            let runs = self.numbered(&number, leaf, first, reference.bold);
            let now: f32 = runs.iter().map(|run| run.width).sum();
            let rtl = self.wording.lang.direction() == crate::model::Direction::Rtl;
            close_gap(strip, first, (left, left + wide), wide - now, rtl);
            let from = if rtl { left + wide - now } else { left };
            let origin = runs.iter().map(|run| run.x).fold(f32::INFINITY, f32::min);
            let new = runs.into_iter().map(|mut run| {
                (run.x, run.y) = (run.x - origin + from, first.y);
                Item { tag, draw: Draw::Run(run) }
            });
            strip.items.splice(at..at, new);
        }
    }

    /// Returns the number of a page as runs, set like the placeholder.
    fn numbered(&mut self, text: &str, leaf: NodeId, like: &GlyphRun, bold: bool) -> Vec<GlyphRun> {
        let Some(mut shaper) = self.shaper.take() else { return Vec::new() };
        let mut words = RunningText::default();
        words.push(text, Mark { leaf, bold, struck: false, colour: None, lang: None, link: None });
        let lang = Some(Arc::from(self.lang.tag()));
        let rtl = self.lang.direction() == crate::model::Direction::Rtl;
        let style = TextStyle { size: like.size, colour: like.colour, lang, rtl, ..self.style.body() };
        let lines = lines::set(self.faces, &mut shaper, &words, f32::MAX / 4.0, &style, f32::INFINITY);
        self.shaper = Some(shaper);
        lines.into_iter().flat_map(|line| line.runs).map(|(_, run)| run).collect()
    }
}

fn run(item: Item) -> Option<GlyphRun> {
    if let Draw::Run(run) = item.draw { Some(run) } else { None }
}

/// Moves what stands after a placeholder in its line by what the number is narrower, in points.
fn close_gap(strip: &mut Strip, placeholder: &GlyphRun, (left, right): (f32, f32), by: f32, rtl: bool) {
    let same = |run: &GlyphRun| Arc::ptr_eq(&run.text, &placeholder.text) && (run.y - placeholder.y).abs() < 0.5;
    let runs = strip.items.iter().filter_map(|item| item.draw.text()).filter(|run| same(run));
    let after = |run: &&GlyphRun| if rtl { run.x < left - 0.01 } else { run.x > right - 0.5 };
    let (from, to) = runs
        .filter(after)
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(from, to), run| (from.min(run.x), to.max(run.x + run.width)));
    if from > to {
        return;
    }
    let dx = if rtl { by } else { -by };
    let inside = |x: f32, y: f32| {
        x >= from - 0.5 && x <= to && y > placeholder.y - placeholder.size && y < placeholder.y + placeholder.size * 0.5
    };
    for item in &mut strip.items {
        let moves = match &item.draw {
            Draw::Run(run) => same(run) && inside(run.x, run.y),
            Draw::Path(paths, _) => paths.first().is_some_and(|path| inside(path.start.0, path.start.1)),
            Draw::Picture(..) | Draw::Spread(..) | Draw::Turned(..) => false,
        };
        if moves {
            item.shift(dx, 0.0);
        }
    }
    for link in &mut strip.links {
        if inside(link.area.left, link.area.bottom - placeholder.size * 0.3) {
            link.area = link.area.shifted(dx, 0.0);
        }
    }
}

/// Returns the name of the place in the list that a mark leads to, such as `further-A`.
pub fn further_anchor(mark: &str) -> Arc<str> {
    Arc::from(format!("further-{mark}"))
}

/// Returns an address as readers type it.
fn typed(to: &Destination) -> &str {
    match to {
        Destination::Uri(uri) => shown_address(uri),
        Destination::Anchor(_) | Destination::Field(_) => "",
    }
}
