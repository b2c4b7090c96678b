//! What is found in passages and kept with them, because several rules ask for it: days and shares.

use crate::model::Date;

/// A day and a month in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its first word.
    pub first: usize,
    /// Its last word: the year's, where there is one.
    pub last: usize,
    /// The day of the month.
    pub day: u32,
    /// The month, from 0.
    pub month: usize,
    /// The year.
    pub year: Option<u32>,
    /// Whether the day has letters after it.
    pub ordinal: bool,
}

impl Written {
    /// Returns the day in its own year, or in the one given where it says none; nothing where no year is known or the
    /// calendar has no such day.
    pub fn on_calendar(&self, year: Option<u32>) -> Option<Date> {
        let year = u16::try_from(self.year.or(year)?).ok()?;
        Date::new(year, u8::try_from(self.month).ok()? + 1, u8::try_from(self.day).ok()?)
    }
}

/// A share of a whole in a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// The share, of a hundred.
    pub percent: f64,
    /// How far from it a figure may be that says the same, in points: a fraction is rounder than a percentage.
    pub slack: f64,
}
