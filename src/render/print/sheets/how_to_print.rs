//! How to print and fold a leaflet, as half a page to keep beside the printer: each step with its drawing. It is written in
//! the site's language, since whoever prints a leaflet in Urdu need not read Urdu.

use super::fill::fill;
use crate::model::{Block, Design, Direction, Leaflet, Panel, Shared, Sheet, plain_text, walk};
use crate::render::folding::{self, HEIGHT, Picture, Shape, Step, Stroke, WIDTH};
use crate::render::print::display::{
    ContentTag, Document, Draw, Item, Paint, Pen, PrintedPage, Rect, Segment, Subpath,
};
use crate::render::print::flow::{Composer, Measure, Strip, height};
use crate::render::print::font::Faces;
use crate::render::print::pages::{Metadata, Paper, TypeArea};
use crate::render::print::profile::{CLEAR, PAPER};
use crate::render::print::structure::{ListMarks, NodeId, Role, StructureTree};
use crate::render::print::style::{PrintStyle, TextStyle};
use crate::units::Mm;
use crate::words::Said;

/// The space at the edges of the page. Source: office printers print nothing nearer than 8 mm.
const MARGIN: Mm = Mm(12.0);

/// The space between one step and the next.
const BETWEEN: Mm = Mm(5.0);

/// The size of text, in points. Source: UKAAF G003: at least 12; ours between that and the 14 of leaflets, so that four steps
/// stand beside each other.
const TEXT: f32 = 13.5;

/// The size of the title over that of text.
const TITLE: f32 = 1.5;

/// The most steps beside each other, and the fewest that they get their width from.
const MOST: usize = 4;
const LEAST: usize = 3;

/// What it is made from.
pub struct HowTo<'h> {
    /// What all pages of the site's language share.
    pub shared: &'h Shared,
    /// The faces.
    pub faces: &'h Faces,
    /// The leaflet.
    pub leaflet: &'h Leaflet,
    /// What the leaflet is called in the site's language, if it is in that too.
    pub named: &'h str,
    /// What it is printed on.
    pub sheet: &'h Sheet,
    /// Its design.
    pub design: &'h Design,
}

/// Lays it out: half a page of A4, or more where the words need it.
pub fn lay_out(how_to: &HowTo<'_>) -> Document {
    let HowTo { shared, leaflet, .. } = *how_to;
    let lang = shared.about.language.clone();
    let style = PrintStyle::of_document(&CLEAR, Some(how_to.design));
    let style = PrintStyle { text: TEXT, leading: 1.3, gap: TEXT * 0.6, ..style };
    let mut composer = Composer::new(shared, how_to.faces, style, lang.clone());
    let words = composer.wording;
    let phrase = match folding::folds(how_to.sheet) {
        true => &words.sentences.how_to_fold,
        false => &words.sentences.how_to_print,
    };
    let title = words.say(phrase, &[("title", how_to.named.into())]);
    let margin = MARGIN.pt().0;
    let measure = composer.measure(PAPER.0.pt().0 - margin * 2.0);
    let above = above(&mut composer, how_to, &title, &measure);
    let steps = folding::steps(how_to.sheet, leaflet, words);
    let mut rows = rows(&mut composer, &steps, &measure);
    let below = panels(&mut composer, how_to, &measure);
    let mut paper = Paper { pages: vec![PrintedPage::new(PAPER.0.pt().0, 0.0)], ..Paper::default() };
    let mut y = margin;
    let mut set = |composer: &mut Composer<'_>, strips: Vec<Strip>, y: f32| {
        let high = height(&strips);
        fill(composer, &mut paper, TypeArea { page: 0, x: margin, y, height: high + 1.0 }, strips);
        high
    };
    y += set(&mut composer, above, y) + TEXT;
    for row in &mut rows {
        let mut deepest = 0.0_f32;
        for column in row.drain(..) {
            deepest = deepest.max(set(&mut composer, column, y));
        }
        y += deepest + TEXT * 0.8;
    }
    y += set(&mut composer, below, y);
    let half = PAPER.1.pt().0 / 2.0;
    for page in &mut paper.pages {
        page.height = [half, half * 2.0].into_iter().find(|high| y + margin <= *high).unwrap_or(y + margin);
    }
    let publisher = if leaflet.discreet { "" } else { shared.about.organisation.name.in_lang(&lang) };
    let metadata = Metadata { title: title.to_string(), summary: "", publisher, lang: &lang, date: leaflet.issued };
    paper.into_document(composer, metadata).0
}

/// Composes what stands over the steps: the title, which leaflet it is about, and that nothing is made larger or smaller.
fn above(composer: &mut Composer<'_>, how_to: &HowTo<'_>, title: &Said, measure: &Measure) -> Vec<Strip> {
    let (leaflet, words) = (how_to.leaflet, composer.wording);
    let level = composer.heading_level(1);
    let node = composer.node(StructureTree::ROOT, Role::Heading(level), measure);
    composer.tree.attributes_mut(node).title = Some(title.to_string());
    let style = composer.style.clone();
    let text = composer.plain(node, title);
    let mut strips = composer.set(&text, measure, &style.display(style.text * TITLE), 0.0);
    if let Some(first) = strips.first_mut() {
        first.heading = Some((level, title.to_string()));
    }
    let root = StructureTree::ROOT;
    let bold = TextStyle { bold: true, ..style.body() };
    if leaflet.title != how_to.named {
        let own = Said::new(leaflet.title.as_str(), &leaflet.lang);
        strips.append(&mut composer.fixed(root, &own, measure, &bold, style.gap * 0.5));
    }
    let (issued, review) = (leaflet.issued.month_in_words(&words.lang), leaflet.review.month_in_words(&words.lang));
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    let edition = words.say(&words.sentences.leaflet_edition, &parts);
    strips.append(&mut composer.fixed(root, &edition, measure, &style.body(), style.gap * 0.5));
    strips.append(&mut composer.fixed(root, &words.print.pack_scale, measure, &bold, style.gap));
    strips.append(&mut composer.fixed(root, &words.web.leaflet_grey, measure, &style.body(), style.gap * 0.3));
    strips
}

/// Composes the steps: rows of columns.
fn rows(composer: &mut Composer<'_>, steps: &[Step], measure: &Measure) -> Vec<Vec<Vec<Strip>>> {
    let list = composer.node(StructureTree::ROOT, Role::List(ListMarks::Decimal), measure);
    let across = steps.len().clamp(LEAST, MOST);
    let between = BETWEEN.pt().0;
    #[expect(clippy::cast_precision_loss, reason = "at most MOST")]
    let (count, step) = (across as f32, |at: usize| at as f32);
    let width = (measure.width - between * (count - 1.0)) / count;
    let rtl = composer.lang.direction() == Direction::Rtl;
    let numbered: Vec<(usize, &Step)> = (1..).zip(steps).collect();
    let mut row = |steps: &[(usize, &Step)]| {
        let columns = steps.iter().enumerate().map(|(at, (number, told))| {
            let x = (width + between) * step(at);
            let x = if rtl { measure.width - width - x } else { x };
            column(composer, list, (*number, told), &Measure { x, width, ..measure.clone() })
        });
        columns.collect()
    };
    numbered.chunks(across).map(&mut row).collect()
}

/// Composes one step: its number, its drawing and its words.
fn column(composer: &mut Composer<'_>, list: NodeId, (number, step): (usize, &Step), measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let item = composer.node(list, Role::Item, measure);
    let label = composer.node(item, Role::Label, measure);
    let text = composer.plain(label, &number.to_string());
    let mut strips = composer.set(&text, measure, &style.display(style.text * 1.3), 0.0);
    // The number stands in the drawing's corner.
    strips.iter_mut().for_each(|strip| strip.height = 0.0);
    let body = composer.node(item, Role::Body, measure);
    let node = composer.node(body, Role::Figure, measure);
    composer.tree.attributes_mut(node).alt = Some(step.shown.to_string());
    let leaf = composer.tree.add(node, Role::Content);
    let high = measure.width * HEIGHT / WIDTH;
    let area = Rect { left: measure.x, top: 0.0, right: measure.x + measure.width, bottom: high };
    let items = drawn(composer, &step.picture, ContentTag::Content(leaf), area);
    strips.push(Strip { height: high, items, figure: Some((node, area)), keep: true, ..Strip::default() });
    strips.append(&mut composer.fixed(body, &step.words, measure, &style.body(), style.gap * 0.4));
    strips
}

/// Returns a picture drawn into an area.
fn drawn(composer: &mut Composer<'_>, picture: &Picture, tag: ContentTag, area: Rect) -> Vec<Item> {
    let by = (area.right - area.left) / WIDTH;
    let at = |(x, y): folding::Point| (area.left + x * by, area.top + y * by);
    let ink = composer.style.ink;
    let pen = |width: f32, dash: Option<f32>| Pen { colour: ink, width: width * by, dash: dash.map(|dash| dash * by) };
    let of = |stroke: Stroke| match stroke {
        Stroke::Fold => pen(0.9, Some(2.4)),
        Stroke::Away => pen(0.6, Some(1.3)),
        Stroke::Arrow => pen(1.3, None),
        Stroke::Staple => pen(2.0, None),
    };
    let path = |from: folding::Point, segments: Vec<Segment>, paint: Paint| Item {
        tag,
        draw: Draw::Path(vec![Subpath { start: at(from), segments }], paint),
    };
    let mut items = Vec::new();
    for shape in &picture.shapes {
        match shape {
            Shape::Paper { corners, lifted } => {
                let Some((first, rest)) = corners.split_first() else { continue };
                let round: Vec<Segment> = rest.iter().chain([first]).map(|corner| Segment::Line(at(*corner))).collect();
                let ground = if *lifted { LIFTED } else { crate::model::Rgb::WHITE };
                items.push(path(*first, round.clone(), Paint::Fill(ground)));
                items.push(path(*first, round, Paint::Stroke(pen(1.0, None))));
            }
            Shape::Head([first, second, third]) => {
                let round = [second, third].map(|corner| Segment::Line(at(*corner))).to_vec();
                items.push(path(*first, round, Paint::Fill(ink)));
            }
            Shape::Line(from, to, stroke) => {
                items.push(path(*from, vec![Segment::Line(at(*to))], Paint::Stroke(of(*stroke))));
            }
            Shape::Curve([from, one, other, to], stroke) => {
                let curve = Segment::Curve(at(*one), at(*other), at(*to));
                items.push(path(*from, vec![curve], Paint::Stroke(of(*stroke))));
            }
            Shape::Number { middle, size, number } => {
                let style = composer.style.display((size * by).max(SMALLEST));
                let room = composer.measure(area.right - area.left);
                let (run, wide) = composer.artifact(&number.to_string(), &Measure { rtl: false, ..room }, &style);
                let (x, y) = at(*middle);
                items.extend(run.into_iter().map(|mut item| {
                    item.shift(x - wide / 2.0, y - style.size * style.leading / 2.0);
                    Item { tag, ..item }
                }));
            }
        }
    }
    items
}

/// The smallest number on a panel, in points: the least of clear print. Source: RNIB, clear print guidelines.
const SMALLEST: f32 = 12.0;

/// The ground of paper that is lifted: pale, so that a number on it stays clear in black and white.
const LIFTED: crate::model::Rgb = crate::model::Rgb { r: 0.93, g: 0.93, b: 0.93 };

/// Composes what stands on each panel, so that its number is found on the printed sheet. A discreet leaflet's panels are not
/// named.
fn panels(composer: &mut Composer<'_>, how_to: &HowTo<'_>, measure: &Measure) -> Vec<Strip> {
    let leaflet = how_to.leaflet;
    let named: Vec<String> =
        (1..).zip(&leaflet.panels).filter_map(|(at, panel): (usize, _)| entry(at, panel)).collect();
    let folded = folding::folds(how_to.sheet) && !how_to.sheet.stapled;
    if leaflet.discreet || !folded || named.is_empty() {
        return Vec::new();
    }
    let style = composer.style.clone();
    let bold = TextStyle { bold: true, ..style.body() };
    let heading = composer.wording.print.fold_panels.clone();
    let mut strips = composer.fixed(StructureTree::ROOT, &heading, measure, &bold, 0.0);
    let said = Said::new(named.join("   "), &leaflet.lang);
    strips.append(&mut composer.fixed(StructureTree::ROOT, &said, measure, &style.body(), style.gap * 0.3));
    strips
}

/// Returns a panel's number and its first heading.
fn entry(number: usize, panel: &Panel) -> Option<String> {
    let mut first = None;
    for blocks in [&panel.head, &panel.foot] {
        walk::blocks(blocks, &mut |block| {
            if let (Block::Heading(heading), None) = (block, &first) {
                first = Some(plain_text(&heading.content));
            }
        });
    }
    first.map(|heading| format!("{number}\u{a0}{heading}"))
}
