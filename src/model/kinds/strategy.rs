//! A strategy: what a body means to do, for how long, and what it takes the place of.

use super::{Period, Standing, State};

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
    /// Returns where it stands.
    pub fn standing(&self) -> Option<Standing> {
        if !self.superseded_by.is_empty() {
            return Some(Standing::new(State::Superseded));
        }
        self.status.map(Standing::new)
    }
}
