//! A strategy: what a body means to do, for how long, and what it takes the place of.

use super::{Period, Standing, State};
use crate::model::{Clock, Date, Deadline, Moment};

/// What a strategy's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strategy {
    /// What it wants to reach, one aim an element.
    pub aims: Vec<String>,
    /// Where it stands; not said where nothing is said.
    pub status: Option<State>,
    /// The days between which it holds.
    pub period: Period,
    /// The file of the page that it takes the place of, as written.
    pub supersedes: String,
    /// The file of the page that takes its place, as written.
    pub superseded_by: String,
}

impl Strategy {
    /// Returns where it stands: one that was adopted holds for its period only.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        if !self.superseded_by.is_empty() {
            return Some(Standing::new(State::Superseded));
        }
        if self.status == Some(State::Adopted) {
            if let Some(to) = self.period.to.map(Deadline::day).filter(|to| clock.passed(*to)) {
                return Some(Standing::on(State::Expired, to));
            }
            if let Some(from) = self.period.from.map(Deadline::day).filter(|from| !clock.reached(from.begins())) {
                return Some(Standing::on(State::Planned, from));
            }
        }
        self.status.map(Standing::new)
    }

    /// Returns the moments at which the standing changes.
    pub fn changes(&self) -> Vec<Moment> {
        let begins = self.period.from.map(Date::begins);
        begins.into_iter().chain(self.period.to.map(|last| last.next().begins())).collect()
    }
}
