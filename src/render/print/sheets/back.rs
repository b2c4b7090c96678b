//! What says where a leaflet comes from: the sources of its figures, its edition, the languages that it is in.

use std::sync::Arc;

use super::folio::{Folio, Galley};
use super::{fit, way_in};
use crate::model::{Block, Fact, Inline, PanelRole, walk};
use crate::render::manuscript;
use crate::render::print::flow::{Composer, Measure, Strip, height, keep_together};
use crate::render::print::shapes;
use crate::render::print::structure::NodeId;
use crate::render::print::style::TextStyle;
use crate::words::Said;

/// Composes a panel's head, and under its figures where they come from.
pub fn with_sources(composer: &mut Composer<'_>, galley: Galley<'_>) -> Vec<Strip> {
    let Galley { placed, section, measure, .. } = galley;
    let panel = placed.words;
    let mut strips = composer.blocks(&panel.head, section, measure);
    strips.append(&mut sources(composer, &[&panel.head, &panel.foot], section, measure));
    strips
}

/// Composes where the figures of some blocks come from.
pub fn sources(composer: &mut Composer<'_>, parts: &[&[Block]], section: NodeId, measure: &Measure) -> Vec<Strip> {
    let facts = facts_in(parts);
    let mut sources: Vec<String> = facts.iter().map(|fact| fact.source_note(&composer.lang)).collect();
    sources.dedup();
    sources.retain(|source| !source.is_empty());
    if sources.is_empty() {
        return Vec::new();
    }
    let text = format!("{} {}.", composer.wording.print.source, sources.join("; "));
    let (style, gap) = (composer.style.body(), composer.style.gap);
    composer.sentence(section, &text, measure, &style, gap * 1.4)
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

/// Composes the imprint: the way to the web, the languages that the leaflet is in besides, each in its own words, and below a rule the
/// edition. A card or a strip has room for its reference alone, and for how to ask where `room` points are left for all this; a poster
/// names its publisher beside it.
pub fn imprint(composer: &mut Composer<'_>, galley: Galley<'_>, room: f32) -> Vec<Strip> {
    let Galley { folio, section, measure, .. } = galley;
    let style = composer.style.clone();
    let mut strips = Vec::new();
    let poster = is_short(folio) && !folio.is_small();
    if !is_short(folio) {
        strips.append(&mut way_in::strips(composer, galley));
    }
    let others = folio.others.iter().filter(|_| !is_short(folio));
    for (at, other) in others.enumerate() {
        let words = folio.shared.words.of(&other.lang);
        let gap = if at == 0 { style.gap * 0.6 } else { style.gap * 0.3 };
        let bold = TextStyle { bold: true, ..style.body() };
        let said = Said::new(words.print.also_in_this.to_string(), &other.lang);
        strips.append(&mut composer.fixed(section, &said, measure, &bold, gap));
    }
    let line = shapes::line((measure.x, 0.0), (measure.x + measure.width, 0.0), shapes::pen(style.brand, 0.8));
    strips.push(Strip { height: style.text * 0.4, gap: style.gap, items: vec![line], keep: true, ..Strip::default() });
    let publisher = composer.shared.about.organisation.name.in_lang(&composer.lang).clone();
    if poster && !publisher.is_empty() && !folio.leaflet.discreet {
        strips.append(&mut composer.fixed(section, &publisher, measure, &style.body(), 0.0));
    }
    let said = if is_short(folio) {
        short(composer, galley, room - height(&strips) - style.gap)
    } else {
        manuscript::edition(folio.leaflet, composer.wording)
    };
    strips.append(&mut composer.fixed(section, &said, measure, &style.body(), 0.0));
    keep_together(&mut strips);
    strips
}

/// How much wider a line of words is taken for, where it is told in advance how many lines they fill: their ends stay ragged.
const RAGGED: f32 = 1.1;

/// Returns the words of a short imprint: the edition, and after it how to ask for another format where `room` points are enough for both.
/// On other sheets there is room for authors to say it.
fn short(composer: &mut Composer<'_>, Galley { folio, measure, .. }: Galley<'_>, room: f32) -> Said {
    let edition = manuscript::short_edition(folio.leaflet, composer.wording);
    let another = &composer.wording.print.another;
    if another.lang != edition.lang {
        return edition;
    }
    let both = Said::new(format!("{}. {}", edition.text, another.text), &edition.lang);
    let (style, line) = (composer.style.body(), composer.style.text * composer.style.leading);
    let lines = (fit::on_one_line(composer, &both.text, &style) * RAGGED / measure.width).ceil();
    if lines * line <= room { both } else { edition }
}

/// Returns whether a sheet has room for a short imprint only: a poster, a card or a strip.
fn is_short(folio: &Folio<'_>) -> bool {
    folio.is_small() || folio.sheet.panels.iter().any(|panel| panel.role == PanelRole::Headline)
}
