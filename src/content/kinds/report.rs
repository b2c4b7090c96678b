//! Reports, with what was recommended and how far each recommendation has come.

use std::collections::BTreeSet;

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::{Fields, Written};
use crate::diag::Span;
use crate::model::kinds::{Progress, Recommendation, Report};
use crate::model::{
    Align, Block, Date, Definition, Definitions, Details, Inline, Nested, OPEN_RECOMMENDATIONS, PageKind,
};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Report,
    about: "A report to a meeting, with recommendations and what became of them.",
    folder: "reports",
    kept: true,
    starter: "meeting: \"[[the day of the meeting]]\"\nsubmitted_by: \"[[who wrote it]]\"\nrecommendations:\n  - id: \"1\"\n    \
              title: \"[[what was recommended, in a few words]]\"\n    status: open\n    \
              text: \"[[what was recommended]]\"\n",
    shared: &["meeting"],
    read,
    compose,
};

/// A recommendation's words, with their places.
#[derive(Clone, Debug)]
pub struct Recommended {
    title: Written,
    text: Written,
    response: Written,
    updates: Vec<(Date, Written)>,
    span: Span,
}

fn read(fields: &mut Fields<'_>) -> Keys {
    let meeting = fields.date("meeting", "The day of the meeting");
    let submitted_by = fields.said("submitted_by", "Who wrote it");
    let mut written = Vec::new();
    let recommendations = fields.maps("recommendations", "What was recommended, in order", |inner| {
        let (recommendation, words) = recommendation(inner)?;
        written.push(words);
        Some(recommendation)
    });
    let mut anchors = BTreeSet::new();
    for one in &recommendations {
        if !anchors.insert(one.anchor()) {
            let message = format!("two recommendations have the id `{}`", one.id);
            fields.wrong("recommendations", message, "give each an id of its own, and never change it");
        }
    }
    let report = Report { meeting, submitted_by, recommendations };
    Keys { details: Details::Report(report), markdown: Markdown::Report(written) }
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::Report(report), Markdown::Report(written)) = (details, markdown) else { return };
    to.at("meeting");
    let mut facts = to.facts();
    facts.date(to, &to.words.kinds.meeting, report.meeting);
    facts.text(to, &to.words.kinds.submitted_by, &report.submitted_by);
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
    to.at("recommendations");
    if !report.recommendations.is_empty() {
        progress(report, to);
    }
    for (recommendation, words) in report.recommendations.iter().zip(written) {
        to.span = words.span;
        one(recommendation, words, to);
    }
}

fn recommendation(fields: &mut Fields<'_>) -> Option<(Recommendation, Recommended)> {
    let names = Progress::ALL.map(|progress| (progress.name(), progress));
    let id =
        fields.required("id", "Its number or letter, which never changes", "give it a number or a letter, such as `a`");
    let title = fields.words("title", "What it is about, in a few words");
    let text = fields.words("text", "What was recommended");
    fields.needed("text", "write what was recommended");
    let response = fields.words("response", "The answer");
    let status = fields.choice("status", "How far it is", &names);
    let updated = fields.date("updated", "The day of the last change");
    let mut updates = fields.maps("updates", "What has happened, newest first", |inner| {
        let date = inner.date("date", "The day");
        inner.needed("date", "write the day, such as 2026-11-22");
        let note = inner.words("note", "What happened");
        inner.needed("note", "say what happened");
        Some((date?, note))
    });
    updates.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let span = fields.span("id");
    if id.is_empty() {
        return None;
    }
    let status = status.unwrap_or(if response.text.is_empty() { Progress::Open } else { Progress::Accepted });
    let updated = updated.max(updates.first().map(|(date, _)| *date));
    let recommendation = Recommendation { id, title: title.text.clone(), status, updated };
    Some((recommendation, Recommended { title, text, response, updates, span }))
}

/// Writes the table of all recommendations.
fn progress(report: &Report, to: &mut Compose<'_, '_>) {
    let labels = &to.words.kinds;
    to.section(Placement::Tail, 2, "progress", &labels.progress);
    // A column that is mostly empty helps nobody; each recommendation says its days itself.
    let days = report.recommendations.iter().filter(|one| one.updated.is_some()).count();
    let dated = days * 2 > report.recommendations.len();
    let row = |one: &Recommendation| {
        let name = match one.title.as_str() {
            "" => to.words.say(&to.words.sentences.recommendation, &[("id", (&one.id).into())]).to_string(),
            title => format!("{}: {title}", one.id),
        };
        let link = to.link(&name, &format!("#{}", one.anchor()));
        let mut cells = vec![vec![link], vec![to.fixed(one.status.in_words(to.words))]];
        if dated {
            let date = one.updated.map_or("\u{2013}".to_string(), |date| date.in_words(to.lang));
            cells.push(vec![to.plain(&date)]);
        }
        cells
    };
    let rows = report.recommendations.iter().map(row).collect();
    let header = [&labels.recommendation, &labels.where_it_is, &labels.last_change];
    let count = if dated { 3 } else { 2 };
    let table = to.table(&labels.progress_caption, &header[..count], vec![Align::Start; count], rows);
    to.tail(table);
    to.tail(to.paragraph(vec![to.link_around(to.fixed(&labels.all_open), OPEN_RECOMMENDATIONS)]));
}

/// Writes one recommendation, with its answer and what happened.
fn one(recommendation: &Recommendation, words: &Recommended, to: &mut Compose<'_, '_>) {
    let labels = &to.words.kinds;
    let mut title =
        vec![to.fixed(&to.words.say(&to.words.sentences.recommendation, &[("id", (&recommendation.id).into())]))];
    if !words.title.text.is_empty() {
        title.push(to.plain(": "));
        title.extend(to.inlines(&words.title));
    }
    let heading = to.heading(2, &recommendation.anchor(), title);
    to.tail(heading);
    let status = vec![to.fixed(recommendation.status.in_words(to.words))];
    let status = Inline::Strong(Nested { content: status, span: to.span });
    let mut line = vec![to.fixed(&labels.where_it_is), to.plain(": "), status, to.plain(".")];
    if let Some(date) = recommendation.updated {
        let day = to.plain(&format!(": {}.", date.in_words(to.lang)));
        line.extend([to.plain(" "), to.fixed(&labels.last_change), day]);
    }
    to.tail(to.paragraph(line));
    for block in to.blocks(&words.text) {
        to.tail(block);
    }
    if !words.response.text.is_empty() {
        to.section(Placement::Tail, 3, &format!("{}-answer", recommendation.anchor()), &labels.answer);
        for block in to.blocks(&words.response) {
            to.tail(block);
        }
    }
    if !words.updates.is_empty() {
        to.section(Placement::Tail, 3, &format!("{}-updates", recommendation.anchor()), &labels.what_happened);
        let mut entries = Vec::with_capacity(words.updates.len());
        for (date, note) in &words.updates {
            let meanings = vec![to.blocks(note)];
            let term = vec![to.plain(&date.in_words(to.lang))];
            entries.push(Definition { term, meanings, lines: 0, span: note.span.unwrap_or(to.span) });
        }
        to.tail(Block::Timeline(Definitions { entries, span: to.span }));
    }
}
