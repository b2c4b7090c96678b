//! Calls for applications, and what was awarded.

use super::compose::Facts;
use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::{Fields, Written};
use crate::model::kinds::{Award, Funding, Money};
use crate::model::{Align, Details, PageKind};
use crate::words::Said;

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Funding,
    about: "Money that organisations can apply for.",
    folder: "funding",
    kept: true,
    starter: "opens: \"[[the first day to apply, such as 2027-01-11]]\"\n\
              closes: \"[[the last day to apply to you]]\"\n\
              maximum: \"[[the most that somebody can ask for, such as £5,000]]\"\n\
              eligible:\n  - \"[[who can apply]]\"\nnot_eligible:\n  - \"[[who cannot apply]]\"\n",
    shared: &["opens", "closes", "submission_deadline", "total", "minimum", "maximum"],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let applicants = Applicants {
        eligible: fields.all_words("eligible", "Who may apply, one group an element"),
        not_eligible: fields.all_words("not_eligible", "Who may not apply, one group an element"),
    };
    let texts = |words: &[Written]| words.iter().map(|words| words.text.clone()).collect();
    let funding = Funding {
        opens: fields.deadline("opens", "The first day or minute to apply"),
        closes: fields.deadline("closes", "The last day or minute to apply to you"),
        submission_deadline: fields
            .deadline("submission_deadline", "When you must pass applications on to whoever gives the money"),
        deadline_reason: fields.said("deadline_reason", "Why the two deadlines differ"),
        total: fields.money("total", "All the money that there is"),
        minimum: fields.money("minimum", "The least that may be asked for"),
        maximum: fields.money("maximum", "The most that may be asked for"),
        eligible: texts(&applicants.eligible),
        not_eligible: texts(&applicants.not_eligible),
        documents: fields.references("documents", "Templates and guidance: files of the site, or addresses"),
        awards: fields.maps("awards", "What was awarded", award),
    };
    judge(&funding, fields);
    Keys { details: Details::Funding(Box::new(funding)), markdown: Markdown::Funding(applicants) }
}

/// Who may apply and who may not, with the places of the words.
#[derive(Clone, Debug)]
pub struct Applicants {
    eligible: Vec<Written>,
    not_eligible: Vec<Written>,
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::Funding(funding), Markdown::Funding(applicants)) = (details, markdown) else { return };
    let mut facts = to.facts();
    let labels = &to.words.kinds;
    to.at("closes");
    facts.deadline(to, to.tense(funding.closes, &labels.applied_by, &labels.apply_by), funding.closes);
    to.at("opens");
    facts.deadline(to, to.begun(funding.opens, &labels.opened, &labels.applications_open), funding.opens);
    to.at("submission_deadline");
    if let Some(deadline) = funding.submission_deadline {
        let mut line = vec![to.plain(&deadline.in_words(to.words))];
        if !funding.deadline_reason.is_empty() {
            line.push(to.plain(&format!(". {}", funding.deadline_reason)));
        }
        facts.lines(to, to.tense(funding.submission_deadline, &labels.sent_on, &labels.sent_on_by), vec![line]);
    }
    to.at("total");
    let sums = [(&labels.total, funding.total), (&labels.minimum, funding.minimum), (&labels.maximum, funding.maximum)];
    for (label, sum) in sums {
        money(&mut facts, to, label, sum);
    }
    to.at("eligible");
    let lines = applicants.eligible.iter().map(|words| to.inlines(words)).collect();
    facts.lines(to, &labels.eligible, lines);
    to.at("not_eligible");
    let lines = applicants.not_eligible.iter().map(|words| to.inlines(words)).collect();
    facts.lines(to, &labels.not_eligible, lines);
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
    to.at("documents");
    to.documents(&funding.documents);
    to.at("awards");
    awarded(&funding.awards, to);
}

/// Reports what cannot be so.
fn judge(funding: &Funding, fields: &mut Fields<'_>) {
    if let (Some(opens), Some(closes)) = (funding.opens, funding.closes)
        && closes.over() <= opens.begins()
    {
        fields.wrong("closes", "the call closes before it opens", "make `closes` later than `opens`");
    }
    if let (Some(closes), Some(sent)) = (funding.closes, funding.submission_deadline)
        && closes.over() > sent.over()
    {
        let message = "your own deadline is after the one by which you must pass applications on";
        fields.wrong("closes", message, "make `closes` earlier than `submission_deadline`");
    }
    if let (Some(minimum), Some(maximum)) = (funding.minimum, funding.maximum)
        && minimum > maximum
    {
        fields.wrong("minimum", "the smallest grant is more than the largest", "exchange `minimum` and `maximum`");
    }
    if let (Some(total), Some(maximum)) = (funding.total, funding.maximum)
        && maximum > total
    {
        fields.wrong("maximum", "the largest grant is more than all the money", "correct `maximum` or `total`");
    }
    for (at, award) in funding.awards.iter().enumerate() {
        if funding.awards[..at].iter().any(|other| other.id == award.id) {
            let message = format!("two awards have the id `{}`", award.id);
            fields.wrong("awards", message, "give each award an id of its own");
        }
    }
}

fn award(fields: &mut Fields<'_>) -> Option<Award> {
    let help = "write it, for the list of awards";
    let id = fields.required("id", "Its number, which no other award of yours has", help);
    let title = fields.required("title", "What it is for, in a few words; up to 140 characters", help);
    if title.chars().count() > 140 {
        fields.wrong("title", "the title is over 140 characters", "shorten it, and use `description` for the rest");
    }
    let description = fields.said("description", "What it is for, in a sentence");
    let amount = fields.money("amount", "How much, in pounds");
    fields.needed("amount", "write the sum, such as £5,000");
    let date = fields.date("date", "The day of the decision");
    fields.needed("date", "write the day of the decision, such as 2026-11-22");
    let recipient = fields.required("recipient", "Who gets it", help);
    let recipient_id = fields.string("recipient_id", "Its organisation identifier, such as GB-CHC-1234567");
    let (title, recipient) = (fields.typeset(title), fields.typeset(recipient));
    let description = if description.is_empty() { title.clone() } else { description };
    Some(Award { id, title, description, amount: amount?, date: date?, recipient, recipient_id })
}

fn money(facts: &mut Facts, to: &Compose<'_, '_>, label: &Said, sum: Option<Money>) {
    if let Some(sum) = sum {
        facts.text(to, label, &to.words.money(sum.0));
    }
}

fn awarded(awards: &[Award], to: &mut Compose<'_, '_>) {
    if awards.is_empty() {
        return;
    }
    let labels = &to.words.kinds;
    to.section(Placement::Tail, 2, "awards", &labels.awards);
    let cell = |text: &str| vec![to.plain(text)];
    let row = |award: &Award| {
        let (amount, date) = (to.words.money(award.amount.0).to_string(), award.date.in_words(to.lang));
        vec![cell(&award.recipient), cell(&award.title), cell(&amount), cell(&date)]
    };
    let rows = awards.iter().map(row).collect();
    let header = [&labels.recipient, &labels.purpose, &labels.amount, &labels.decided];
    let columns = vec![Align::Start, Align::Start, Align::End, Align::Start];
    to.tail(to.table(&labels.awards_caption, &header, columns, rows));
}
