//! A whole document in reading order, from its manuscript.

use super::contact::contact;
use super::document::{Document, Element, Line, Note, Printed};
use super::printed::PrintPages;
use super::runs::Around;
use super::scribe::Scribe;
use crate::model::{EndNote, Fact, Shared, Target};
use crate::render::address::encoded;
use crate::render::format::Offer;
use crate::render::manuscript::{Manuscript, asked, shown_address, source_lines};
use crate::words::{Said, Wording};

/// Returns a manuscript as a document in reading order, given what pages of its language share, and its printed edition where
/// the pages of that are named.
pub fn linear(manuscript: &Manuscript<'_>, shared: &Shared, printed: Option<&Offer>) -> Document {
    let about = &shared.about;
    let words = shared.words.of(manuscript.lang);
    let around = Around::of(&about.base_url, manuscript.here, manuscript.lang);
    let pages = PrintPages::new(printed.map_or(&[], |offer| &offer.starts));
    let scribe =
        Scribe { around, words, organisation: &about.organisation, offered: manuscript.offered, pages: &pages };
    let notices = manuscript.notices.iter().map(|said| Element::Paragraph(scribe.said(said)));
    let body = notices.chain(manuscript.blocks.iter().flat_map(|blocks| scribe.elements(blocks))).collect();
    let notes = manuscript.end_notes.iter().map(|end| Note {
        number: end.number(),
        elements: match end {
            EndNote::Note(note) => scribe.elements(&note.blocks),
            EndNote::Source(source) => vec![Element::Paragraph(source_line(&scribe, &source.fact, words))],
        },
    });
    let sources = source_lines(&manuscript.drawn(), words);
    Document {
        title: manuscript.title.to_string(),
        summary: manuscript.summary.to_string(),
        lang: manuscript.lang.clone(),
        publisher: about.organisation.name.in_lang(manuscript.lang).clone(),
        changed: manuscript.changed,
        standing: manuscript.standing.clone(),
        body,
        notes_heading: manuscript.notes_heading(words).map(|said| scribe.said(said)).unwrap_or_default(),
        notes: notes.collect(),
        sources: sources.into_iter().map(|line| scribe.said(&Said::new(line, &about.language))).collect(),
        ends: ends(manuscript, &scribe),
        address: shown_address(&format!("{}{}", about.base_url, manuscript.route)).to_string(),
        route: match manuscript.here {
            "" => String::new(),
            here => format!("{}{}", about.base_url, encoded(here)),
        },
        printed: printed.map(|offer| Printed {
            address: format!("{}{}", about.base_url, encoded(&offer.route)),
            pages: offer.pages.unwrap_or_default(),
        }),
    }
}

/// Returns where a figure comes from, with the address of the source.
fn source_line(scribe: &Scribe<'_>, fact: &Fact, words: &Wording) -> Line {
    let said = Said::new(format!("{}: {}.", fact.shown(words), fact.source_note(&words.lang)), &words.lang);
    let mut line = scribe.said(&said);
    if !fact.source.url.is_empty() {
        let target = Target::Web(fact.source.url.clone());
        line.push(super::document::Run::words(" "));
        line.push(scribe.around.linked(shown_address(&fact.source.url), &target));
    }
    line
}

/// Returns what stands after the words and their notes.
fn ends(manuscript: &Manuscript<'_>, scribe: &Scribe<'_>) -> Vec<Element> {
    let (words, organisation) = (scribe.words, scribe.organisation);
    let called = manuscript.called(organisation);
    let mut ends: Vec<Element> = called.whole.into_iter().map(|whole| contact(scribe, whole)).collect();
    let note = organisation.note.in_lang(manuscript.lang);
    if called.note && !note.is_empty() {
        ends.push(Element::Paragraph(scribe.said(note)));
    }
    if !manuscript.says_formats()
        && let Some(said) = asked(organisation, manuscript.offered, words)
    {
        ends.push(Element::Paragraph(scribe.said(&said)));
    }
    ends.extend(manuscript.credits.iter().map(|said| Element::Paragraph(scribe.said(said))));
    if !manuscript.imprint.is_empty() {
        ends.push(Element::Paragraph(scribe.said(&manuscript.imprint)));
    }
    if !manuscript.route.is_empty() {
        let target = Target::Route(manuscript.route.clone());
        ends.push(Element::Paragraph(scribe.pointer(&words.print.web, &target)));
    }
    ends
}
