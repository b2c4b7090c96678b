//! Events: when and where, how people get in and join in, what it costs, and how to book.

use super::{Compose, Keys, KindDefinition, Markdown};
use crate::content::yaml::fields::{Fields, Written};
use crate::model::kinds::Event;
use crate::model::{Details, PageKind};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Event,
    about: "Something that happens at a time and a place, to which people can come.",
    folder: "events",
    kept: true,
    starter: "starts: \"[[when it begins, such as 2027-01-11T18:30]]\"\n\
              ends: \"[[when it ends, such as 2027-01-11T20:00]]\"\nplace: \"[[where it is]]\"\n\
              access: \"[[steps, lifts, hearing loops, toilets, interpreters, how to ask for more]]\"\n",
    shared: &["starts", "ends"],
    read,
    compose,
};

/// What an author wrote of an event, with the places of the words.
#[derive(Clone, Debug)]
pub struct EventWords {
    place: Written,
    access: Written,
    cost: Written,
    booking: Written,
}

fn read(fields: &mut Fields<'_>) -> Keys {
    let words = EventWords {
        place: fields.words("place", "Where it is, with its address"),
        access: fields.words("access", "How people get in and join in: steps, lifts, loops, interpreters"),
        cost: fields.words("cost", "What it costs"),
        booking: fields.words("booking", "How to book"),
    };
    let event = Event {
        starts: fields.deadline("starts", "The day or minute at which it begins"),
        ends: fields.deadline("ends", "The day or minute at which it ends"),
        place: words.place.text.clone(),
    };
    fields.needed("starts", "write when it begins, such as `2027-01-11T18:30`");
    if let (Some(starts), Some(ends)) = (event.starts, event.ends)
        && ends.over() <= starts.begins()
    {
        fields.wrong("ends", "the event ends before it begins", "make `ends` later than `starts`");
    }
    Keys { details: Details::Event(Box::new(event)), markdown: Markdown::Event(Box::new(words)) }
}

fn compose(details: &Details, markdown: &Markdown, to: &mut Compose<'_, '_>) {
    let (Details::Event(event), Markdown::Event(words)) = (details, markdown) else { return };
    let mut facts = to.facts();
    let labels = &to.words.kinds;
    to.at("starts");
    facts.deadline(to, &labels.begins, event.starts);
    to.at("ends");
    facts.deadline(to, &labels.ends, event.ends);
    let told = [
        ("place", &labels.place, &words.place),
        ("access", &labels.access, &words.access),
        ("cost", &labels.cost, &words.cost),
        ("booking", &labels.booking, &words.booking),
    ];
    for (key, label, words) in told {
        to.at(key);
        if !words.text.is_empty() {
            let line = to.inlines(words);
            facts.lines(to, label, vec![line]);
        }
    }
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
}
