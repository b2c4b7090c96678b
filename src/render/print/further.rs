//! The list of where to read more, for readers who cannot follow a link: each page of the site that the document leads to,
//! with its address, and with the leaflet that leads there too.

use std::sync::Arc;

use super::flow::{Composer, Further, Measure, Strip, bind_ends, further_anchor, keep_together, letters};
use super::running_text::{LinkUse, Mark, RunningText};
use super::structure::{ListMarks, NodeId, Role, StructureTree};
use crate::model::OnPaper;
use crate::words::{Said, Wording};

/// The name of the place where the list starts.
const LIST: &str = "handbill-further";

/// Composes the list; returns no strips where the document leads to no other page. `own` is the reference of the leaflet that
/// the document is, which no reader needs to be told of.
pub fn list(composer: &mut Composer<'_>, own: &str, measure: &Measure) -> Vec<Strip> {
    let Some(further) = composer.references.as_ref().map(|references| references.further.clone()) else {
        return Vec::new();
    };
    if further.is_empty() {
        return Vec::new();
    }
    let (style, wording) = (composer.style.clone(), composer.wording);
    let mut strips = composer.own_heading(&wording.print.further, LIST, measure);
    let phone = &composer.shared.about.organisation.phone;
    if !phone.is_empty() {
        let said = wording.say(&wording.sentences.print_further, &[("phone", phone.into())]);
        strips.append(&mut composer.fixed(StructureTree::ROOT, &said, measure, &style.body(), style.gap));
    }
    let list = composer.tree.add(StructureTree::ROOT, Role::List(ListMarks::None));
    let (mut items, mut starts) = (Vec::new(), Vec::with_capacity(further.len()));
    for (at, entry) in further.iter().enumerate() {
        starts.push(items.len());
        items.append(&mut item(composer, list, &letters(at), (entry, own), measure));
    }
    bind_ends(&mut items, &starts);
    strips.append(&mut items);
    strips
}

fn item(
    composer: &mut Composer<'_>,
    list: NodeId,
    mark: &str,
    (entry, own): (&Further, &str),
    measure: &Measure,
) -> Vec<Strip> {
    let style = composer.style.body();
    let node = composer.tree.add(list, Role::Item);
    let label = composer.tree.add(node, Role::Label);
    let body = composer.tree.add(node, Role::Body);
    let words = composer.plain(label, &format!("[{mark}]"));
    let indent = style.size * 2.2;
    let lead = Measure { width: indent, ..measure.clone() };
    let lead = if measure.rtl { Measure { x: measure.x + measure.width - indent, ..lead } } else { lead };
    let marked = composer.set(&words, &lead, &style, 0.0);
    let inner = if measure.rtl { measure.x } else { measure.x + indent };
    let inner = Measure { x: inner, width: measure.width - indent, ..measure.clone() };
    let gap = composer.style.gap;
    let paragraph = composer.tree.add(body, Role::Paragraph);
    let mut words = RunningText::default();
    composer.worded(paragraph, &entry.title, &mut words);
    let link = composer.tree.add(paragraph, Role::Link);
    let leaf = composer.tree.add(link, Role::Content);
    words.links.push(LinkUse {
        node: link,
        to: entry.to.clone(),
        words: Arc::clone(&entry.title.text),
        underlined: true,
    });
    let colour = Some(composer.style.link);
    words.push(
        &format!("\n{}", entry.shown),
        Mark { leaf, bold: false, struck: false, colour, lang: None, link: Some(0) },
    );
    let mut strips = composer.set(&words, &inner, &style, gap);
    if let Some(said) = leaflet(entry, own, composer.wording) {
        strips.append(&mut composer.fixed(body, &said, &inner, &style, 0.0));
    }
    keep_together(&mut strips);
    if let (Some(first), Some(marked)) = (strips.first_mut(), marked.into_iter().next()) {
        first.anchor = Some(further_anchor(mark));
        first.items.splice(0..0, marked.items);
    }
    strips
}

/// Returns which leaflet says more: the first by reference that is in the document's language, or else in another, which is
/// named; nothing where there is none but the document itself.
fn leaflet(entry: &Further, own: &str, wording: &Wording) -> Option<Said> {
    let others = || entry.leaflets.iter().filter(|leaflet| leaflet.reference != own);
    let is_read = |leaflet: &&OnPaper| leaflet.languages.iter().any(|lang| lang.is_same_language(&wording.lang));
    if let Some(leaflet) = others().find(is_read) {
        let parts = [("reference", (&leaflet.reference).into())];
        return Some(wording.say(&wording.sentences.print_further_leaflet, &parts));
    }
    let leaflet = others().next()?;
    let language = wording.name_of(leaflet.languages.first()?);
    let parts = [("reference", (&leaflet.reference).into()), ("language", (&language).into())];
    Some(wording.say(&wording.sentences.print_further_foreign, &parts))
}
