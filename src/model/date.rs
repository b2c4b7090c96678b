//! Days and moments of the civil calendar, in the site's own time zone. The model never asks a clock.

use std::fmt;

use crate::words;

/// A day that exists in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A minute of a day, in the site's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// Minutes since midnight, below 1,440.
    pub minute: u16,
}

/// The months' names in English, January first, as rules look for them in English text.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Returns the day, or nothing where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month);
        (known && day >= 1 && day <= days_in(year, month)).then_some(Date { year, month, day })
    }

    /// Reads `2026-11-22`, or returns nothing.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Date::new(digits(year)?, u8::try_from(digits(month)?).ok()?, u8::try_from(digits(day)?).ok()?)
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Returns the days since 1 January of the year 1, for counting between days.
    pub fn ordinal(self) -> u32 {
        let years = u32::from(self.year) - 1;
        let before = (1..self.month).map(|month| u32::from(days_in(self.year, month))).sum::<u32>();
        years * 365 + years / 4 - years / 100 + years / 400 + before + u32::from(self.day) - 1
    }

    /// Returns the day so many days after 1 January of the year 1; the last day of the year 9999 where there are more.
    pub fn from_ordinal(days: u32) -> Date {
        let (mut year, mut rest) = (1 + u16::try_from(days / 366).unwrap_or(9999).min(9998), 0);
        // The guess is never too late, and at most a few years too early.
        while let Some(first) = Date::new(year, 1, 1) {
            rest = days.saturating_sub(first.ordinal());
            if rest < 365 + u32::from(days_in(year, 2) == 29) {
                break;
            }
            year += 1;
        }
        if year > 9999 {
            return Date { year: 9999, month: 12, day: 31 };
        }
        let mut month = 1;
        while rest >= u32::from(days_in(year, month)) {
            rest -= u32::from(days_in(year, month));
            month += 1;
        }
        Date { year, month, day: u8::try_from(rest).unwrap_or(0) + 1 }
    }

    /// Returns the next day.
    pub fn next(self) -> Date {
        Date::from_ordinal(self.ordinal() + 1)
    }

    /// Returns the day's first minute.
    pub fn begins(self) -> Moment {
        Moment { date: self, minute: 0 }
    }

    /// Returns the day as it is written in prose, such as `22 November 2026`. Source: GOV.UK style guide, dates.
    pub fn in_words(self, lang: &super::Lang) -> String {
        words::figures(lang).day(self.year, self.month, self.day)
    }

    /// Returns the month and year, such as `November 2026`.
    pub fn month_in_words(self, lang: &super::Lang) -> String {
        words::figures(lang).month(self.year, self.month)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Moment {
    /// Reads `2026-11-22` (its first minute) or `2026-11-22T09:30`, or returns nothing.
    pub fn parse(text: &str) -> Option<Moment> {
        let Some((date, time)) = text.split_once(['T', ' ']) else {
            return Date::parse(text).map(Date::begins);
        };
        let (hour, minute) = time.split_once(':')?;
        let minute = minute.strip_suffix(":00").unwrap_or(minute);
        if hour.len() != 2 || minute.len() != 2 {
            return None;
        }
        let (hour, minute) = (digits(hour)?, digits(minute)?);
        (hour < 24 && minute < 60).then_some(Moment { date: Date::parse(date)?, minute: hour * 60 + minute })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date, self.minute / 60, self.minute % 60)
    }
}

fn digits(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Returns how many days a month has, given its number from 1.
pub fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Moment};

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for bad in ["2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-00", ""] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        let day = |text| Date::parse(text).expect("a real day").ordinal();
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2027-01-01") - day("2026-01-01"), 365);
    }

    #[test]
    fn days_are_counted_both_ways() {
        for days in (0..3_652_059).step_by(97) {
            assert_eq!(Date::from_ordinal(days).ordinal(), days);
        }
        assert_eq!(Date::from_ordinal(u32::MAX).to_string(), "9999-12-31");
    }

    #[test]
    fn a_moment_is_a_day_or_a_minute_of_it() {
        assert_eq!(Moment::parse("2026-11-22T09:30").map(|m| m.minute), Some(570));
        assert_eq!(Moment::parse("2026-11-22").map(|m| m.minute), Some(0));
        assert_eq!(Moment::parse("2026-11-22T24:00"), None);
    }
}
