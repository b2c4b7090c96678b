//! Strategies.

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::{Period, Strategy};
use crate::model::{Address, Block, Details, PageKind, State};
use crate::words::Arg;

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Strategy,
    about: "What you mean to do, for how long, and what it takes the place of.",
    folder: "",
    kept: true,
    starter: "status: draft\nperiod: { from: \"[[the first day, such as 2027-04-01]]\", to: \"[[the last day]]\" }\n\
              aims:\n  - \"[[what you want to reach]]\"\n",
    shared: &["status", "period", "supersedes", "superseded_by"],
    read,
    compose,
};

const STATES: &[(&str, State)] = &[
    ("draft", State::Draft),
    ("consultation", State::InConsultation),
    ("adopted", State::Adopted),
    ("superseded", State::Superseded),
];

fn read(fields: &mut Fields<'_>) -> Keys {
    let aims = fields.all_words("aims", "What you want to reach, one aim an element");
    let period = fields.map("period", "When it applies", |inner| {
        let from = inner.date("from", "The first day");
        let to = inner.date("to", "The last day");
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            inner.wrong("to", "the period ends before it starts", "make `to` later than `from`");
        }
        Period { from, to }
    });
    let status = fields.choice("status", "How far it is", STATES);
    let supersedes = fields.string("supersedes", "The file of the page that this takes the place of");
    let superseded_by = fields.string("superseded_by", "The file of the page that takes this one's place");
    let strategy = Strategy {
        aims: aims.iter().map(|aim| aim.text.clone()).collect(),
        status,
        period: period.unwrap_or_default(),
        supersedes,
        superseded_by,
    };
    Keys { details: Details::Strategy(strategy), markdown: Markdown::Strategy(aims) }
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::Strategy(strategy), Markdown::Strategy(aims)) = (details, markdown) else { return };
    to.at("superseded_by");
    to.replaced(&strategy.superseded_by);
    let mut facts = to.facts();
    to.at("period");
    facts.text(to, &to.words.kinds.period, &in_words(strategy.period, to));
    if !strategy.supersedes.is_empty() {
        to.at("supersedes");
        let link = to.link("", &strategy.supersedes);
        facts.lines(to, &to.words.kinds.replaces, vec![vec![link]]);
    }
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
    if !aims.is_empty() {
        to.at("aims");
        to.section(Placement::Lead, 2, "aims", &to.words.kinds.aims);
        let items = aims.iter().map(|aim| to.blocks(aim)).collect();
        for block in to.listed(None, items) {
            to.lead(block);
        }
    }
    paper_copy(to);
}

/// Returns a period in words, such as `1 April 2015 to 31 March 2018`.
fn in_words(period: Period, to: &Compose<'_, '_>) -> String {
    let sentences = &to.words.sentences;
    let said = |phrase, parts: &[(&'static str, Arg<'_>)]| to.words.say(phrase, parts).to_string();
    match (period.from, period.to) {
        (Some(from), Some(until)) => {
            let ends = [from.in_words(to.lang), until.in_words(to.lang)];
            said(&sentences.period, &[("from", (&ends[0]).into()), ("to", (&ends[1]).into())])
        }
        (Some(from), None) => said(&sentences.period_from, &[("from", (&from.in_words(to.lang)).into())]),
        (None, Some(until)) => said(&sentences.period_until, &[("to", (&until.in_words(to.lang)).into())]),
        (None, None) => String::new(),
    }
}

/// Says how to get it on paper: a strategy concerns people without the internet too.
fn paper_copy(to: &mut Compose<'_, '_>) {
    let publisher = to.publisher;
    if publisher.phone.is_empty() && publisher.address.is_empty() {
        return;
    }
    to.section(Placement::Tail, 2, "paper-copy", &to.words.kinds.paper_copy);
    if !publisher.phone.is_empty() {
        let phone = to.link(&publisher.phone, &format!("tel:{}", publisher.phone));
        let text = vec![to.fixed(&to.words.kinds.paper_copy_call), to.plain(" "), phone, to.plain(".")];
        to.tail(to.paragraph(text));
    }
    if !publisher.address.is_empty() {
        let text = vec![to.fixed(&to.words.kinds.paper_copy_write)];
        to.tail(to.paragraph(text));
        let name = vec![to.fixed(publisher.name.in_lang(to.lang))];
        let lines = publisher.address.iter().map(|line| vec![to.plain(line)]);
        let lines = std::iter::once(name).chain(lines).collect();
        to.tail(Block::Address(Address { lines, span: to.span }));
    }
}
