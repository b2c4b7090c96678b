//! A4 folded twice to DL, one panel tucked in: six panels on two faces.

use std::sync::Arc;

use super::folio::{Folio, SheetKind};
use crate::diag::Diagnostic;
use crate::model::{Block, Design, Fact, Inline, Panel, walk};
use crate::render::print::display::{Document, PrintedPage, Rect, Waste};
use crate::render::print::flow::{Composer, Measure, Strip, height};
use crate::render::print::pages::{Paper, TypeArea};
use crate::render::print::structure::{NodeId, Role, StructureTree};
use crate::render::print::style::{PrintStyle, TextStyle};
use crate::render::print::{document, impose, kinds, shapes};
use crate::units::{Mm, Pt};

/// The tri-fold. Source: Print-Print, roll-fold leaflets: outer face 97, 100, 100 mm; inner face 100, 100, 97.
pub const TRIFOLD: SheetKind = SheetKind { name: "trifold", panels: PANELS.len(), lay_out, for_press };

/// The sheet: A4 on its side.
const SHEET: (Mm, Mm) = (Mm(297.0), Mm(210.0));

/// Where each face is folded.
const FOLDS: [[Mm; 2]; 2] = [[Mm(97.0), Mm(197.0)], [Mm(100.0), Mm(200.0)]];

/// A panel of the sheet.
struct PanelSlot {
    name: &'static str,
    face: usize,
    left: Mm,
    width: Mm,
}

/// The panels in reading order. The flap is narrower, so that it tucks in.
const PANELS: [PanelSlot; 6] = [
    PanelSlot { name: "cover", face: 0, left: Mm(197.0), width: Mm(100.0) },
    PanelSlot { name: "flap", face: 0, left: Mm(0.0), width: Mm(97.0) },
    PanelSlot { name: "inside left", face: 1, left: Mm(0.0), width: Mm(100.0) },
    PanelSlot { name: "inside middle", face: 1, left: Mm(100.0), width: Mm(100.0) },
    PanelSlot { name: "inside right", face: 1, left: Mm(200.0), width: Mm(97.0) },
    PanelSlot { name: "back", face: 0, left: Mm(97.0), width: Mm(100.0) },
];

/// The most text of one panel that is laid out, as a multiple of the panel's height. Longer text is far too long, and the
/// finding then says "at least".
const FAR_OVER: f32 = 10.0;

/// The thickness of the bar at the cover's head.
const BAR: Mm = Mm(3.2);

/// The paper around the trim that a press needs. Source: Adis and PQTP print specifications: 3 mm bleed, marks outside it.
const WASTE: (Mm, Mm) = (Mm(3.0), Mm(12.0));

fn lay_out(folio: &Folio<'_>) -> (Document, Vec<Diagnostic>) {
    let Folio { shared, faces, sheet, design } = folio;
    let style = PrintStyle::of_leaflet(design);
    let mut composer = Composer::new(shared, faces, style, sheet.lang.clone());
    let mut paper = Paper { pages: vec![face(), face()], ..Paper::default() };
    let mut overflow = Vec::new();
    for (at, (slot, panel)) in PANELS.iter().zip(&sheet.panels).enumerate() {
        let section = composer.tree.add(StructureTree::ROOT, Role::Section);
        let margin = design.margin.pt().0.max(design.clear.pt().0);
        let measure = composer.measure(slot.width.pt().0 - margin * 2.0);
        let most = SHEET.1.pt().0 * FAR_OVER;
        let (head, head_cut) = composer.within(most, |composer| {
            if at == 0 {
                cover_head(composer, panel, section, &measure)
            } else {
                panel_head(composer, panel, section, &measure)
            }
        });
        let (foot, foot_cut) = composer.within(most, |composer| match at {
            0 => cover_foot(composer, panel, section, &measure),
            5 => back_foot(composer, folio, panel, section, &measure),
            _ => composer.blocks(&panel.foot, section, &measure),
        });
        let cut = head_cut || foot_cut;
        let type_area = TypeArea {
            page: slot.face,
            x: slot.left.pt().0 + margin,
            y: margin,
            height: SHEET.1.pt().0 - margin * 2.0,
        };
        if let Some(found) = set_panel(&mut composer, &mut paper, type_area, head, foot, (at, slot, panel, cut)) {
            overflow.push(found);
        }
    }
    let publisher = shared.about.organisation.name.in_lang(&sheet.lang).to_string();
    let pictures = std::mem::take(&mut composer.pictures);
    let (tree, mut diagnostics) = composer.finish();
    diagnostics.append(&mut overflow);
    let document = Document {
        title: sheet.title.clone(),
        summary: sheet.summary.clone(),
        publisher,
        lang: Arc::from(sheet.lang.tag()),
        date: sheet.issued,
        pages: paper.pages,
        tree,
        outline: paper.outline,
        figures: paper.figures,
        pictures,
        anchors: paper.anchors,
    };
    (document, diagnostics)
}

fn for_press(document: &mut Document, design: &Design) {
    let ink = PrintStyle::of_leaflet(design).ink;
    for (page, folds) in document.pages.iter_mut().zip(FOLDS) {
        page.waste = Some(Waste { bleed: WASTE.0.pt().0, slug: WASTE.1.pt().0 });
        impose::marks(page, &folds.map(|fold| fold.pt().0), ink);
    }
}

fn face() -> PrintedPage {
    PrintedPage { width: SHEET.0.pt().0, height: SHEET.1.pt().0, waste: None, items: Vec::new(), links: Vec::new() }
}

/// Sets a panel's head from the top and its foot from the bottom; returns what is wrong where they meet.
fn set_panel(
    composer: &mut Composer<'_>,
    paper: &mut Paper,
    type_area: TypeArea,
    head: Vec<Strip>,
    foot: Vec<Strip>,
    (at, slot, panel, cut): (usize, &PanelSlot, &Panel, bool),
) -> Option<Diagnostic> {
    let between = if foot.is_empty() || head.is_empty() { 0.0 } else { composer.style.gap };
    let foot_height = height(&foot);
    let room = type_area.height - foot_height - between;
    let over = height(&head) - room;
    let diagnostic = (over > 0.5).then(|| {
        let line = composer.style.text * composer.style.leading;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a panel is some dozens of lines high"
        )]
        let lines = (over / line).ceil() as usize;
        let noun = if lines == 1 { "line" } else { "lines" };
        let least = if cut { "at least " } else { "" };
        let message = format!(
            "panel {} ({}) has {least}{lines} {noun} ({:.0} mm) too many",
            at + 1,
            slot.name,
            Pt(over).mm().0.max(1.0)
        );
        let span = first_over(&head, room).unwrap_or(panel.span);
        let help = "shorten the text, or move a part of it to another panel";
        Diagnostic::new(&kinds::PANEL_FULL, span, message, help)
    });
    let borders = std::mem::take(&mut composer.borders);
    let mut once = Some(type_area);
    paper.fill(head, &borders, |_| once.take());
    let mut once = Some(TypeArea { y: type_area.y + type_area.height - foot_height, height: foot_height, ..type_area });
    paper.fill(foot, &borders, |_| once.take());
    composer.borders = borders;
    diagnostic
}

/// Returns the span of the first strip that ends below the room, given in points.
fn first_over(strips: &[Strip], room: f32) -> Option<crate::diag::Span> {
    let mut y = 0.0;
    for (at, strip) in strips.iter().enumerate() {
        y += strip.height + if at == 0 { 0.0 } else { strip.gap };
        if y > room {
            return strip.span;
        }
    }
    None
}

/// Composes a panel's head, and under its figures where they come from.
fn panel_head(composer: &mut Composer<'_>, panel: &Panel, section: NodeId, measure: &Measure) -> Vec<Strip> {
    let mut strips = composer.blocks(&panel.head, section, measure);
    let facts = facts_in(&[&panel.head, &panel.foot]);
    let mut sources: Vec<String> = facts.iter().map(|fact| fact.source_note(&composer.lang)).collect();
    sources.dedup();
    sources.retain(|source| !source.is_empty());
    if !sources.is_empty() {
        let text = format!("{} {}.", composer.wording.print.source, sources.join("; "));
        let (style, gap) = (composer.style.body(), composer.style.gap);
        strips.append(&mut composer.sentence(section, &text, measure, &style, gap * 1.4));
    }
    strips
}

/// Returns the facts that blocks use, each once, in order of first use.
fn facts_in<'a>(parts: &[&'a [Block]]) -> Vec<&'a Fact> {
    let mut facts: Vec<&Fact> = Vec::new();
    let mut add = |fact: Option<&'a Arc<Fact>>| {
        facts.extend(fact.map(Arc::as_ref).filter(|fact| !facts.iter().any(|known| known.key == fact.key)));
    };
    for blocks in parts {
        walk::blocks(blocks, &mut |block| {
            if let Block::Statistic(statistic) = block {
                add(statistic.fact.as_ref());
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| {
                    if let Inline::Fact(used) = inline {
                        add(used.fact.as_ref());
                    }
                });
            }
        });
    }
    facts
}

/// Composes the cover: a bar, the title, and the first paragraph larger.
fn cover_head(composer: &mut Composer<'_>, panel: &Panel, section: NodeId, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let thick = BAR.pt().0;
    let bar = Rect { left: measure.x, top: 0.0, right: measure.x + measure.width, bottom: thick };
    let bar = shapes::bar(bar, style.brand);
    let mut strips = vec![Strip { height: thick, items: vec![bar], keep: true, ..Strip::default() }];
    let mut led = false;
    for block in &panel.head {
        let paragraph = if let Block::Paragraph(paragraph) = block { Some(paragraph) } else { None };
        let mut added = match paragraph.filter(|_| !led) {
            Some(paragraph) => {
                led = true;
                let lead = TextStyle { size: style.lead, ..style.body() };
                composer.styled_paragraph(&paragraph.content, section, measure, &lead, style.text * 1.1)
            }
            None => composer.blocks(std::slice::from_ref(block), section, measure),
        };
        for strip in &mut added {
            strip.span.get_or_insert(block.span());
        }
        if let (1, Some(first)) = (strips.len(), added.first_mut()) {
            first.gap = style.text * 1.6;
        }
        strips.append(&mut added);
    }
    strips
}

/// Composes the cover's foot: a contact without a box, its number loud, and the publisher.
fn cover_foot(composer: &mut Composer<'_>, panel: &Panel, section: NodeId, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let mut strips = Vec::new();
    for block in &panel.foot {
        let contact = if let Block::Contact(block) = block { block.contact.as_deref() } else { None };
        match contact {
            Some(contact) => {
                let lang = composer.lang.clone();
                let own = contact.title.in_lang(&lang);
                let title = if contact.title.is_empty() { &composer.wording.print.call_us } else { own };
                strips.append(&mut composer.fixed(section, title, measure, &style.body(), style.gap));
                strips.append(&mut composer.loud_phone(&contact.phone, section, measure, 0.0));
                if !contact.hours.is_empty() {
                    strips.append(&mut composer.fixed(
                        section,
                        contact.hours.in_lang(&lang),
                        measure,
                        &style.body(),
                        0.0,
                    ));
                }
                strips.append(&mut composer.textphone(contact, section, measure));
                strips.append(&mut composer.note(contact, section, measure));
            }
            None => strips.append(&mut composer.blocks(std::slice::from_ref(block), section, measure)),
        }
    }
    let publisher = composer.shared.about.organisation.name.in_lang(&composer.lang).clone();
    if !publisher.is_empty() {
        let bold = TextStyle { bold: true, balanced: true, ..style.body() };
        strips.append(&mut composer.fixed(section, &publisher, measure, &bold, style.text * 1.2));
    }
    strips
}

/// Composes the back's foot: what the author wrote, and the edition below a rule.
fn back_foot(
    composer: &mut Composer<'_>,
    folio: &Folio<'_>,
    panel: &Panel,
    section: NodeId,
    measure: &Measure,
) -> Vec<Strip> {
    let style = composer.style.clone();
    let sheet = folio.sheet;
    let mut strips = composer.blocks(&panel.foot, section, measure);
    let line = shapes::line((measure.x, 0.0), (measure.x + measure.width, 0.0), shapes::pen(style.brand, 0.8));
    strips.push(Strip { height: style.text * 0.4, gap: style.gap, items: vec![line], keep: true, ..Strip::default() });
    strips.append(&mut composer.fixed(
        section,
        &document::edition(sheet, composer.wording),
        measure,
        &style.body(),
        0.0,
    ));
    strips
}
