//! A call for applications, and what was awarded.

use super::{Money, Reference, Standing, opening};
use crate::model::{Clock, Date, Deadline};

/// What a call's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funding {
    /// The first moment to apply.
    pub opens: Option<Deadline>,
    /// The last moment to apply to this body: the deadline that counts for applicants.
    pub closes: Option<Deadline>,
    /// When this body must pass applications on to whoever gives the money.
    pub submission_deadline: Option<Deadline>,
    /// Why the two differ.
    pub deadline_reason: String,
    /// All the money that there is.
    pub total: Option<Money>,
    /// The least that may be asked for.
    pub minimum: Option<Money>,
    /// The most that may be asked for.
    pub maximum: Option<Money>,
    /// Who may apply.
    pub eligible: Vec<String>,
    /// Who may not.
    pub not_eligible: Vec<String>,
    /// Templates and guidance.
    pub documents: Vec<Reference>,
    /// What was awarded.
    pub awards: Vec<Award>,
}

/// One grant. Source: 360Giving Data Standard 1.4, required fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// Its number, unique for this funder.
    pub id: String,
    /// What it is for, in a few words.
    pub title: String,
    /// What it is for, in a sentence.
    pub description: String,
    /// How much.
    pub amount: Money,
    /// When it was decided.
    pub date: Date,
    /// Who gets it.
    pub recipient: String,
    /// The recipient's organisation identifier, such as `GB-CHC-1234567`; empty where it has none.
    pub recipient_id: String,
}

impl Funding {
    /// Returns whether the call is open.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        opening(self.opens, self.closes, clock)
    }
}
