//! A consultation: what people are asked, how they can answer, and what came of it.

use super::{Reference, Standing, State, opening, spell};
use crate::model::{Clock, Date, Deadline, Moment};

/// What a consultation's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consultation {
    /// The first moment to answer.
    pub opens: Option<Deadline>,
    /// The last moment to answer.
    pub closes: Option<Deadline>,
    /// The ways to answer.
    pub respond: Respond,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The questions and other papers.
    pub documents: Vec<Reference>,
}

/// The ways to answer; an empty one is not offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respond {
    /// A form on the web.
    pub online: String,
    /// An email address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
    /// A postal address.
    pub post: String,
    /// A place to come to.
    pub in_person: String,
    /// Ways in the author's own words.
    pub words: Vec<String>,
}

/// What came of a consultation. Source: Consultation Principles 2018, Cabinet Office, J.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// When it was published.
    pub published: Date,
    /// How many people answered.
    pub responses: Option<u32>,
    /// What was asked.
    pub asked: String,
    /// What people said.
    pub said: String,
    /// What was done, and why.
    pub did: String,
}

impl Consultation {
    /// Returns whether people can answer, or what came of it.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        let opening = opening(self.opens, self.closes, clock);
        let over = opening.is_none_or(|standing| standing.state == State::Closed);
        let told = self.outcome.as_ref().filter(|outcome| over && clock.reached(outcome.published.begins()));
        told.map(|outcome| Standing::on(State::OutcomePublished, Deadline::day(outcome.published))).or(opening)
    }

    /// Returns the moments at which the standing changes.
    pub fn changes(&self) -> Vec<Moment> {
        let mut changes = spell(self.opens, self.closes);
        changes.extend(self.outcome.as_ref().map(|outcome| outcome.published.begins()));
        changes
    }
}

impl Respond {
    /// Returns whether somebody without the internet can answer.
    pub fn without_internet(&self) -> bool {
        let said = |text: &String| {
            let lower = text.to_lowercase();
            let offline = ["phone", "post", "write to", "letter", "call ", "visit", "in person", "freepost"];
            offline.iter().any(|word| lower.contains(word))
        };
        [&self.phone, &self.post, &self.in_person].iter().any(|way| !way.is_empty()) || self.words.iter().any(said)
    }
}
