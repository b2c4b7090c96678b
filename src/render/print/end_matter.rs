//! What follows a document's words: notes and sources, where to read more, how to reach the publisher, and when somebody
//! looks at it again.

use super::flow::{Composer, Measure, Strip, keep_together, keep_whole, note_anchor};
use super::further;
use super::profile::Profile;
use super::shapes;
use super::structure::{Role, StructureTree};
use super::style::PrintStyle;
use crate::model::EndNote;
use crate::render::manuscript::{Manuscript, source_lines};
use crate::words::Said;

/// The name of the place where notes and sources start.
const NOTES: &str = "handbill-notes";

/// Composes what follows the words: how to reach the publisher, notes, sources, where to read more, when to look again. The
/// lines that say only
/// how the document came about have no page to themselves.
pub fn end_matter(
    composer: &mut Composer<'_>,
    profile: &Profile,
    manuscript: &Manuscript<'_>,
    measure: &Measure,
    strips: &mut Vec<Strip>,
) {
    let style = composer.style.clone();
    let organisation = &composer.shared.about.organisation;
    let called = manuscript.called(organisation);
    for (at, contact) in called.whole.into_iter().enumerate() {
        let mut boxed = composer.contact_box(contact, StructureTree::ROOT, measure);
        if let (0, Some(first)) = (at, boxed.first_mut()) {
            first.gap = style.above;
        }
        strips.append(&mut boxed);
    }
    strips.append(&mut notes(composer, manuscript, measure));
    strips.append(&mut further::list(composer, manuscript.reference, measure));
    if let Some(before) = strips.last_mut() {
        before.keep = true;
    }
    let mut last = vec![rule(&style, measure)];
    // The cover says how to ask for other formats.
    if !profile.cover && !manuscript.says_formats() {
        last.append(&mut composer.formats(StructureTree::ROOT, measure));
    }
    if called.note {
        // The publisher's number stands in the line above, and nowhere with what its callers should know.
        last.append(&mut composer.note(organisation, StructureTree::ROOT, measure));
    }
    for said in &manuscript.credits {
        last.append(&mut composer.fixed(StructureTree::ROOT, said, measure, &style.body(), style.gap));
    }
    if !manuscript.imprint.is_empty() {
        last.append(&mut composer.fixed(StructureTree::ROOT, &manuscript.imprint, measure, &style.body(), style.gap));
    }
    if !manuscript.route.is_empty() {
        let target = crate::model::Target::Route(manuscript.route.clone());
        last.append(&mut composer.pointer(
            StructureTree::ROOT,
            &composer.wording.print.web,
            &target,
            measure,
            style.gap * 0.3,
        ));
    }
    keep_whole(&mut last);
    strips.append(&mut last);
}

/// Composes the list of notes and sources, each with the number of its marks; after it the sources of figures that are
/// drawn, which have none.
pub fn notes(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let Some(heading) = manuscript.notes_heading(composer.wording) else { return Vec::new() };
    let mut strips = composer.own_heading(heading, NOTES, measure);
    for end in &manuscript.end_notes {
        strips.append(&mut note_strips(composer, end, measure));
    }
    for line in source_lines(&manuscript.drawn(), composer.wording) {
        let line = Said::new(line, &composer.shared.about.language);
        let mut added = composer.fixed(StructureTree::ROOT, &line, measure, &style.body(), style.gap);
        keep_together(&mut added);
        strips.append(&mut added);
    }
    strips
}

fn note_strips(composer: &mut Composer<'_>, end: &EndNote<'_>, measure: &Measure) -> Vec<Strip> {
    let node = composer.tree.add(StructureTree::ROOT, Role::Note);
    let anchor = note_anchor(end.number());
    composer.tree.attributes_mut(node).id = Some(anchor.to_string());
    let mark = composer.tree.add(node, Role::Label);
    let (body, gap) = (composer.style.body(), composer.style.gap);
    let words = composer.plain(mark, &format!("[{}]", end.number()));
    let label = composer.set(&words, measure, &body, 0.0);
    let inner = Measure { x: measure.x + body.size * 2.2, width: measure.width - body.size * 2.2, ..measure.clone() };
    let mut strips = match end {
        EndNote::Note(note) => composer.blocks(&note.blocks, node, &inner),
        EndNote::Source(source) => {
            let line = format!("{}: {}.", source.fact.shown(composer.wording), source.fact.source_note(&composer.lang));
            let line = Said::new(line, &composer.shared.about.language);
            let mut strips = composer.fixed(node, &line, &inner, &body, 0.0);
            keep_together(&mut strips);
            strips
        }
    };
    if let (Some(first), Some(label)) = (strips.first_mut(), label.into_iter().next()) {
        first.gap = gap;
        first.anchor = Some(anchor);
        let mut items = label.items;
        items.append(&mut first.items);
        first.items = items;
    }
    strips
}

fn rule(style: &PrintStyle, measure: &Measure) -> Strip {
    let line = shapes::line((measure.x, 0.0), (measure.x + measure.width, 0.0), shapes::pen(style.brand, 0.8));
    Strip { height: style.text * 0.2, gap: style.above, items: vec![line], keep: true, ..Strip::default() }
}
