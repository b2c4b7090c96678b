//! An event: something that happens at a time and a place, to which people can come.

use super::{Standing, State};
use crate::model::{Clock, Deadline, Moment};

/// What an event's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// When it begins.
    pub starts: Option<Deadline>,
    /// When it ends; nothing where that is not said.
    pub ends: Option<Deadline>,
    /// Where it is.
    pub place: String,
}

impl Event {
    /// Returns the first moment after it. One whose end is not said is over with its day.
    fn over(&self) -> Option<Moment> {
        self.ends.or(self.starts.map(|starts| Deadline::day(starts.date))).map(Deadline::over)
    }

    /// Returns whether it is still to come, or over; nothing where its day is not said.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        let (starts, over) = (self.starts?, self.over()?);
        Some(Standing::on(if clock.reached(over) { State::Over } else { State::Coming }, starts))
    }

    /// Returns the moment at which it is over.
    pub fn changes(&self) -> Vec<Moment> {
        self.over().into_iter().collect()
    }
}
