//! Consultations.

use serde_yaml::Value;

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::{Fields, Written};
use crate::content::yaml::shape::Shape;
use crate::model::kinds::{Consultation, Outcome, Respond};
use crate::model::{Details, Inline, PageKind, State};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Consultation,
    about: "A question to the public, how to answer it, and what came of it.",
    folder: "consultations",
    kept: true,
    starter: "opens: \"[[the first day to answer, such as 2027-01-11]]\"\n\
              closes: \"[[the last day to answer]]\"\n\
              respond:\n  online: \"[[the address of the form]]\"\n  phone: \"[[the number to call]]\"\n  \
              post: \"[[the address to write to]]\"\n",
    shared: &["opens", "closes", "respond"],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let opens = fields.deadline("opens", "The first day or minute to answer");
    let closes = fields.deadline("closes", "The last day or minute to answer");
    if let (Some(opens), Some(closes)) = (opens, closes)
        && closes.over() <= opens.begins()
    {
        fields.wrong("closes", "the consultation closes before it opens", "make `closes` later than `opens`");
    }
    let respond = respond(fields);
    let (mut answered, mut outcome) = (Answered::default(), None);
    fields.map("outcome", "What came of it", |inner| (answered, outcome) = self::outcome(inner));
    let documents = fields.references("documents", "Questions and other papers: files of the site, or addresses");
    let consultation = Consultation { opens, closes, respond, outcome, documents };
    Keys { details: Details::Consultation(Box::new(consultation)), markdown: Markdown::Consultation(answered) }
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::Consultation(consultation), Markdown::Consultation(answered)) = (details, markdown) else { return };
    let standing = consultation.standing(to.clock).map(|standing| standing.state);
    let over = matches!(standing, Some(State::Closed | State::OutcomePublished));
    let mut facts = to.facts();
    to.at("closes");
    facts.deadline(to, &to.words.kinds.closes, consultation.closes);
    to.at("opens");
    facts.deadline(to, &to.words.kinds.opens, consultation.opens);
    if let Some(block) = facts.block(to).filter(|_| !over) {
        to.lead(block);
    }
    to.at("outcome");
    if let Some(outcome) = consultation.outcome.as_ref().filter(|_| standing == Some(State::OutcomePublished)) {
        came_of_it(outcome, answered, to);
    }
    to.at("respond");
    if !over {
        ways(&consultation.respond, to);
    }
    to.at("documents");
    to.documents(&consultation.documents);
}

/// The words of an outcome, with their places.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    asked: Written,
    said: Written,
    did: Written,
}

/// Reads an outcome; there is none without its day.
fn outcome(fields: &mut Fields<'_>) -> (Answered, Option<Outcome>) {
    let published = fields.date("published", "The day on which the outcome is published");
    fields.needed("published", "write the day on which the outcome is published, such as 2026-11-22");
    let responses = fields.number("responses", "How many people answered");
    let answered = Answered {
        asked: fields.words("asked", "What was asked"),
        said: fields.words("said", "What people said"),
        did: fields.words("did", "What was done, and why"),
    };
    for key in ["asked", "said", "did"] {
        fields.needed(key, "say what was asked, what people said and what was done: `asked`, `said` and `did`");
    }
    let [asked, said, did] = [&answered.asked, &answered.said, &answered.did].map(|words| words.text.clone());
    let outcome = published.map(|published| Outcome { published, responses, asked, said, did });
    (answered, outcome)
}

/// Reads the ways to answer: by name, or in the author's own words.
fn respond(fields: &mut Fields<'_>) -> Respond {
    const ABOUT: &str = "How people can answer; at least one way must do without the internet";
    let named = |inner: &mut Fields<'_>| Respond {
        online: inner.string("online", "The address of a form"),
        email: inner.string("email", "An email address"),
        phone: inner.string("phone", "A telephone number"),
        post: inner.string("post", "A postal address"),
        in_person: inner.string("in_person", "A place and a time to come to"),
        words: Vec::new(),
    };
    let mapping = matches!(fields.peek("respond"), Some(Value::Mapping(_)));
    let respond = if mapping {
        fields.map("respond", ABOUT, named).unwrap_or_default()
    } else {
        let words = fields.list("respond", ABOUT);
        let keys = Fields::described(|inner| drop(named(inner)));
        let list = Shape::List(Box::new(Shape::Words));
        fields.describe("respond", ABOUT, Shape::Either(vec![Shape::Map(keys), list]));
        Respond { words, ..Respond::default() }
    };
    if fields.reads() && !respond.without_internet() && !fields.is_gap("respond") {
        let message = match fields.has("respond") {
            true => "nobody without the internet can answer",
            false => "nothing says how people can answer",
        };
        let help = "add `phone:` or `post:` under `respond:`, so that people without the internet can answer too";
        fields.wrong("respond", message, help);
    }
    respond
}

fn ways(respond: &Respond, to: &mut Compose<'_, '_>) {
    let labels = &to.words.kinds;
    let mut facts = to.facts();
    let link = |to: &Compose<'_, '_>, words: &str, address: String| vec![vec![to.link(words, &address)]];
    if !respond.phone.is_empty() {
        facts.lines(to, &labels.phone, link(to, &respond.phone, format!("tel:{}", respond.phone)));
    }
    facts.text(to, &labels.post, &respond.post);
    facts.text(to, &labels.in_person, &respond.in_person);
    if !respond.email.is_empty() {
        facts.lines(to, &labels.email, link(to, &respond.email, format!("mailto:{}", respond.email)));
    }
    if !respond.online.is_empty() {
        facts.lines(to, &labels.online, link(to, &labels.form, respond.online.clone()));
    }
    let own: Vec<Vec<Inline>> = respond.words.iter().map(|words| vec![to.plain(words)]).collect();
    let block = facts.block(to);
    if block.is_none() && own.is_empty() {
        return;
    }
    to.section(Placement::Tail, 2, "how-to-answer", &labels.how_to_answer);
    if let Some(block) = block {
        to.tail(block);
    }
    if own.len() == 1 {
        for line in own {
            to.tail(to.paragraph(line));
        }
    } else if !own.is_empty() {
        to.tail(to.list(None, own.into_iter().map(|line| vec![to.paragraph(line)]).collect()));
    }
}

/// Writes what was asked, what people said, and what was done.
fn came_of_it(outcome: &Outcome, answered: &Answered, to: &mut Compose<'_, '_>) {
    let labels = &to.words.kinds;
    to.section(Placement::Lead, 2, "outcome", &labels.outcome);
    let mut facts = to.facts();
    if let Some(responses) = outcome.responses {
        facts.text(to, &labels.answered, &responses.to_string());
    }
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
    let parts = [
        (&labels.asked, "we-asked", &answered.asked),
        (&labels.said, "you-said", &answered.said),
        (&labels.did, "we-did", &answered.did),
    ];
    for (label, id, words) in parts {
        let label = vec![to.fixed(label)];
        let heading = to.heading(3, id, label);
        to.lead(heading);
        for block in to.blocks(words) {
            to.lead(block);
        }
    }
}
