//! What follows a document's words: notes and sources, where to read more, how to reach the publisher, and when somebody
//! looks at it again.

use super::flow::{Composer, Measure, Strip, keep_together, keep_whole, note_anchor};
use super::further;
use super::manuscript::Manuscript;
use super::profile::Profile;
use super::shapes;
use super::structure::{Role, StructureTree};
use super::style::PrintStyle;
use crate::model::phone::dialled;
use crate::model::{Block, Contact, ContactField, EndNote, Fact, Inline, walk};
use crate::words::{Said, Wording};

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
    let known = |block: &Block| matches!(block, Block::Contact(_));
    let same = |block: &Block| {
        let contact = if let Block::Contact(block) = block { block.contact.as_ref() } else { None };
        contact.is_some_and(|contact| dialled(&contact.phone) == dialled(&organisation.phone))
    };
    let has = |wanted: &dyn Fn(&Block) -> bool| manuscript.blocks.iter().any(|blocks| holds(blocks, wanted));
    let (any, own) = (has(&known), has(&same));
    if !any {
        let mut contact = composer.contact_box(organisation, StructureTree::ROOT, measure);
        if let Some(first) = contact.first_mut() {
            first.gap = style.above;
        }
        strips.append(&mut contact);
    }
    for contact in called(manuscript) {
        if dialled(&contact.phone) != dialled(&organisation.phone) {
            strips.append(&mut composer.contact_box(contact, StructureTree::ROOT, measure));
        }
    }
    strips.append(&mut notes(composer, manuscript, measure));
    strips.append(&mut further::list(composer, measure));
    if let Some(before) = strips.last_mut() {
        before.keep = true;
    }
    let mut last = vec![rule(&style, measure)];
    // The cover says how to ask for other formats.
    if !profile.cover
        && !manuscript.blocks.iter().any(|blocks| holds(blocks, |block| matches!(block, Block::Formats(_))))
    {
        last.append(&mut composer.formats(StructureTree::ROOT, measure));
    }
    if any && !own {
        // The publisher's number stands in the line above, and nowhere with what its callers should know.
        last.append(&mut composer.note(organisation, StructureTree::ROOT, measure));
    }
    if !manuscript.imprint.is_empty() {
        last.append(&mut composer.fixed(StructureTree::ROOT, &manuscript.imprint, measure, &style.body(), style.gap));
    }
    if !manuscript.route.is_empty() {
        let target = crate::model::Target::Route(manuscript.route.to_string());
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

/// Returns the contacts whose numbers stand in the text, and nowhere with the textphone or the note that they have.
fn called<'a>(manuscript: &Manuscript<'a>) -> Vec<&'a Contact> {
    let mut called: Vec<&Contact> = Vec::new();
    let mut whole: Vec<&str> = Vec::new();
    for blocks in &manuscript.blocks {
        walk::inlines(blocks, &mut |inline| {
            if let Inline::Contact(used) = inline
                && used.field == Ok(ContactField::Phone)
                && let Some(contact) = used.detail.as_deref().map(|detail| &*detail.contact)
                && !(contact.textphone.is_empty() && contact.note.is_empty())
                && !called.iter().any(|known| known.key == contact.key)
            {
                called.push(contact);
            }
        });
        walk::blocks(blocks, &mut |block| {
            if let Block::Contact(block) = block {
                whole.push(&block.key);
            }
        });
    }
    called.retain(|contact| !whole.contains(&contact.key.as_str()));
    called
}

/// Composes the list of notes and sources, each with the number of its marks; after it the sources of figures that are
/// drawn, which have none.
fn notes(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let drawn = drawn(manuscript);
    let listed = |wanted: fn(&EndNote<'_>) -> bool| manuscript.end_notes.iter().any(wanted);
    let footnotes = listed(|end| matches!(end, EndNote::Note(_)));
    let sources = listed(|end| matches!(end, EndNote::Source(_))) || !drawn.is_empty();
    let heading = match (footnotes, sources) {
        (false, false) => return Vec::new(),
        (true, false) => &composer.wording.print.notes,
        (false, true) => &composer.wording.print.sources,
        (true, true) => &composer.wording.print.notes_and_sources,
    };
    let mut strips = composer.own_heading(heading, NOTES, measure);
    for end in &manuscript.end_notes {
        strips.append(&mut note_strips(composer, end, measure));
    }
    for line in source_lines(&drawn, composer.wording) {
        let line = Said::new(line, &composer.shared.about.language);
        let mut added = composer.fixed(StructureTree::ROOT, &line, measure, &style.body(), style.gap);
        keep_together(&mut added);
        strips.append(&mut added);
    }
    strips
}

/// Returns the facts that are drawn and whose sources have no number, each once, in order.
fn drawn<'a>(manuscript: &Manuscript<'a>) -> Vec<&'a Fact> {
    let numbered = |fact: &Fact| {
        let same = |end: &EndNote<'_>| matches!(end, EndNote::Source(source) if source.fact.key == fact.key);
        manuscript.end_notes.iter().any(same)
    };
    let mut drawn: Vec<&Fact> = Vec::new();
    for blocks in &manuscript.blocks {
        walk::blocks(blocks, &mut |block| {
            if let Block::Statistic(statistic) = block
                && let Some(fact) = statistic.fact.as_deref()
                && !numbered(fact)
                && !drawn.iter().any(|known| known.key == fact.key)
            {
                drawn.push(fact);
            }
        });
    }
    drawn
}

/// Returns where figures come from, a line for each source.
fn source_lines(facts: &[&Fact], wording: &Wording) -> Vec<String> {
    let mut sources: Vec<(String, Vec<Said>)> = Vec::new();
    for fact in facts {
        let (note, shown) = (fact.source_note(&wording.lang), fact.shown(wording));
        match sources.iter_mut().find(|(known, _)| *known == note) {
            Some((_, figures)) => figures.push(shown),
            None => sources.push((note, vec![shown])),
        }
    }
    let line = |(note, figures): (String, Vec<Said>)| {
        let figures: Vec<&str> = figures.iter().map(|figure| &*figure.text).collect();
        format!("{}: {note}.", wording.figures().and(&figures))
    };
    sources.into_iter().map(line).collect()
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

fn holds(blocks: &[Block], wanted: impl Fn(&Block) -> bool) -> bool {
    let mut found = false;
    walk::blocks(blocks, &mut |block| found |= wanted(block));
    found
}
