//! What stands before a document's words: the title block, or the cover of large print.

use super::flow::{Composer, Measure, Strip, keep_together, keep_whole};
use super::profile::Profile;
use super::shapes;
use super::structure::{NodeId, Role, StructureTree};
use super::style::TextStyle;
use crate::render::manuscript::{Manuscript, postal_line};

/// Composes the title with what stands around it, at the head of the first page.
pub fn title_block(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let mut strips = publisher(composer, StructureTree::ROOT, measure);
    strips.append(&mut title(composer, manuscript.title, measure, style.text * 0.9));
    let lead = TextStyle { size: style.lead, ..style.body() };
    if !manuscript.summary.is_empty() {
        strips.append(&mut composer.sentence(StructureTree::ROOT, manuscript.summary, measure, &lead, style.gap));
    }
    standing(composer, manuscript, measure, &mut strips);
    if let Some(date) = manuscript.changed {
        let date = date.in_words(manuscript.lang);
        strips.append(&mut composer.sentence(StructureTree::ROOT, &date, measure, &style.body(), style.gap));
    }
    let y = style.text * 1.1;
    let pen = shapes::pen(style.brand, 1.5);
    let line = shapes::line((measure.x, y), (measure.x + measure.width, y), pen);
    strips.push(Strip { height: y + style.text * 0.4, items: vec![line], ..Strip::default() });
    keep_together(&mut strips);
    strips
}

/// Says where a page stands in its life, such as until when it is open.
fn standing(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure, strips: &mut Vec<Strip>) {
    if !manuscript.standing.is_empty() {
        let style = composer.style.clone();
        let bold = TextStyle { bold: true, ..style.body() };
        strips.append(&mut composer.fixed(StructureTree::ROOT, &manuscript.standing, measure, &bold, style.gap));
    }
    for said in &manuscript.notices {
        let style = composer.style.clone();
        let bold = TextStyle { bold: true, ..style.body() };
        strips.append(&mut composer.fixed(StructureTree::ROOT, said, measure, &bold, style.gap));
    }
}

/// The cover of large print.
pub struct Cover {
    /// What it says about the document.
    pub strips: Vec<Strip>,
    /// How to ask for the document in another form.
    pub ask: Vec<Strip>,
}

/// Composes the cover of large print. Of a document in volumes it says which of how many it is.
pub fn cover(
    composer: &mut Composer<'_>,
    profile: &Profile,
    manuscript: &Manuscript<'_>,
    measure: &Measure,
    volume: Option<(usize, usize)>,
) -> Cover {
    let style = composer.style.clone();
    let mut strips = publisher(composer, StructureTree::ROOT, measure);
    strips.append(&mut title(composer, manuscript.title, measure, style.text * 3.2));
    let lead = TextStyle { size: style.lead, ..style.body() };
    if !manuscript.summary.is_empty() {
        strips.append(&mut composer.sentence(StructureTree::ROOT, manuscript.summary, measure, &lead, style.gap * 1.4));
    }
    standing(composer, manuscript, measure, &mut strips);
    if let Some(date) = manuscript.changed {
        let date = date.in_words(manuscript.lang);
        strips.append(&mut composer.sentence(StructureTree::ROOT, &date, measure, &style.body(), style.gap * 1.6));
    }
    let bold = TextStyle { bold: true, ..style.body() };
    let label = (profile.label)(&composer.wording.print);
    strips.append(&mut composer.fixed(StructureTree::ROOT, label, measure, &bold, style.gap * 0.6));
    if let Some((number, count)) = volume {
        let counts = [("number", number.into()), ("count", count.into())];
        let said = composer.wording.say(&composer.wording.sentences.print_volume, &counts);
        strips.append(&mut composer.fixed(StructureTree::ROOT, &said, measure, &bold, style.gap * 0.6));
    }
    let organisation = &composer.shared.about.organisation;
    let node = composer.tree.add(StructureTree::ROOT, Role::Division);
    let ask = &composer.wording.print.another;
    let mut asked = composer.outlined(measure, |composer, inner| {
        let mut strips = composer.fixed(node, ask, inner, &bold, 0.0);
        strips.append(&mut composer.loud_phone(&organisation.phone, node, inner, style.gap * 0.4));
        strips.append(&mut composer.textphone(organisation, node, inner));
        strips.append(&mut composer.note(organisation, node, inner));
        if !organisation.address.is_empty() {
            let address = postal_line(&organisation.address);
            strips.append(&mut composer.sentence(node, &address, inner, &style.body(), style.gap * 0.5));
        }
        strips
    });
    if let Some(first) = asked.first_mut() {
        first.gap = style.text * 1.6;
    }
    keep_whole(&mut asked);
    Cover { strips, ask: asked }
}

/// Composes the title.
pub fn title(composer: &mut Composer<'_>, words: &str, measure: &Measure, gap: f32) -> Vec<Strip> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let level = composer.heading_level(1);
    let node = composer.tree.add(StructureTree::ROOT, Role::Heading(level));
    composer.tree.attributes_mut(node).title = Some(words.to_string());
    let style = composer.style.display(composer.style.heading(1));
    let text = composer.plain(node, words);
    let mut strips = composer.set(&text, measure, &style, gap);
    for strip in &mut strips {
        strip.keep = true;
    }
    if let Some(first) = strips.first_mut() {
        first.heading = Some((level, words.to_string()));
    }
    strips
}

/// Composes the brand bar and the publisher's name.
pub fn publisher(composer: &mut Composer<'_>, parent: NodeId, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let thick = style.text * 0.5;
    let area = super::display::Rect { left: measure.x, top: 0.0, right: measure.x + measure.width, bottom: thick };
    let bar = Strip { height: thick, items: vec![shapes::bar(area, style.brand)], keep: true, ..Strip::default() };
    let mut strips = vec![bar];
    let bold = TextStyle { bold: true, colour: style.brand, ..style.body() };
    let name = composer.shared.about.organisation.name.in_lang(&composer.lang).clone();
    if !name.is_empty() {
        strips.append(&mut composer.fixed(parent, &name, measure, &bold, style.text * 0.7));
    }
    strips
}
