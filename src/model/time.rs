//! Moments on the world's clock, and a site's own: what happens at a minute happens once, also when clocks change.

use std::sync::Arc;

use super::{Date, Moment};
use crate::words::Wording;

/// Minutes of a day.
const DAY: i64 = 1440;

/// Days from 1 January of the year 1 to 1 January 1970.
const EPOCH: i64 = 719_162;

/// A minute that is the same everywhere: minutes since 1970 began in Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// A time zone: how far its clocks are from Greenwich, and when that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The IANA name, such as `Europe/London`.
    pub name: String,
    /// Minutes ahead of Greenwich before the first change.
    pub first: i32,
    /// Each change: when, and the minutes ahead of Greenwich from then on; in order.
    pub changes: Vec<(Instant, i32)>,
}

/// What a zone's clocks make of a civil minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// They show it once.
    Once(Instant),
    /// They show it twice, because they are set back: first here, then there.
    Twice(Instant, Instant),
    /// They leave it out, because they are set forward; this is the minute to which they jump.
    Never(Instant),
}

impl Told {
    /// Returns the one minute that is meant. Of two it is the later: an embargo then never breaks early, and nobody is
    /// shut out before a deadline.
    pub fn settled(self) -> Instant {
        match self {
            Told::Once(at) | Told::Twice(_, at) | Told::Never(at) => at,
        }
    }
}

impl Zone {
    /// Returns the zone that is always Greenwich's.
    pub fn utc() -> Zone {
        Zone { name: "UTC".to_string(), first: 0, changes: Vec::new() }
    }

    /// Returns how many minutes the zone's clocks are ahead of Greenwich at an instant.
    pub fn offset(&self, at: Instant) -> i32 {
        let passed = self.changes.partition_point(|(from, _)| *from <= at);
        passed.checked_sub(1).map_or(self.first, |last| self.changes[last].1)
    }

    /// Returns what the clocks show at an instant.
    pub fn moment(&self, at: Instant) -> Moment {
        civil(at.0 + i64::from(self.offset(at)))
    }

    /// Returns when the clocks show a civil minute.
    pub fn told(&self, moment: Moment) -> Told {
        let local = i64::from(moment.date.ordinal()) - EPOCH;
        let local = local * DAY + i64::from(moment.minute);
        // Only the offsets in force within a day of it can be meant.
        let near = |at: i64| self.changes.partition_point(|(from, _)| from.0 <= at);
        let (low, high) = (near(local - 2 * DAY), near(local + 2 * DAY));
        let before = low.checked_sub(1).map_or(self.first, |last| self.changes[last].1);
        let offsets = std::iter::once(before).chain(self.changes[low..high].iter().map(|(_, offset)| *offset));
        let mut shown: Vec<Instant> = offsets
            .clone()
            .map(|offset| (Instant(local - i64::from(offset)), offset))
            .filter(|(at, offset)| self.offset(*at) == *offset)
            .map(|(at, _)| at)
            .collect();
        shown.sort_unstable();
        shown.dedup();
        match shown[..] {
            [] => Told::Never(Instant(local - i64::from(offsets.min().unwrap_or(0)))),
            [at] => Told::Once(at),
            [first, .., last] => Told::Twice(first, last),
        }
    }

    /// Returns the instant of a civil minute; of two, the later.
    pub fn instant(&self, moment: Moment) -> Instant {
        self.told(moment).settled()
    }

    /// Returns an instant as RFC 3339 has it, such as `2026-10-25T01:30:00+01:00`.
    pub fn rfc3339(&self, at: Instant) -> String {
        let (moment, offset) = (self.moment(at), self.offset(at));
        let (sign, ahead) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
        format!("{moment}:00{sign}{:02}:{:02}", ahead / 60, ahead % 60)
    }
}

/// Returns the civil minute so many minutes after 1970 began.
fn civil(minutes: i64) -> Moment {
    let days = minutes.div_euclid(DAY) + EPOCH;
    let minute = u16::try_from(minutes.rem_euclid(DAY)).unwrap_or(0);
    let days = u32::try_from(days).unwrap_or(0);
    Moment { date: Date::from_ordinal(days), minute }
}

impl Instant {
    /// Returns the instant in Greenwich's time, as RFC 3339 has it.
    pub fn utc(self) -> String {
        format!("{}:00Z", civil(self.0))
    }

    /// Returns the civil minute in Greenwich.
    pub fn in_greenwich(self) -> Moment {
        civil(self.0)
    }

    /// Returns the instant that RFC 3339 text without seconds means, such as `2026-10-25T01:30+01:00` or `…Z`; nothing
    /// where it names no offset or no such minute.
    pub fn parse(text: &str) -> Option<Instant> {
        let (civil, ahead) = match text.strip_suffix('Z') {
            Some(civil) => (civil, 0),
            None => {
                let at = text.rfind(['+', '-']).filter(|at| *at > 10)?;
                let (hours, minutes) = text[at + 1..].split_once(':')?;
                let ahead = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok().filter(|m| *m < 60)?;
                (&text[..at], if text[at..].starts_with('-') { -ahead } else { ahead })
            }
        };
        let moment = Moment::parse(civil).filter(|_| civil.contains('T'))?;
        Some(Instant((i64::from(moment.date.ordinal()) - EPOCH) * DAY + i64::from(moment.minute) - ahead))
    }
}

/// The moment that a site is built for, on its own clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// The site's time zone.
    pub zone: Arc<Zone>,
    /// The moment.
    pub now: Instant,
}

impl Clock {
    /// Returns the clock at a civil minute of a zone.
    pub fn at(zone: impl Into<Arc<Zone>>, moment: Moment) -> Clock {
        let zone = zone.into();
        Clock { now: zone.instant(moment), zone }
    }

    /// Returns the same clock at another moment.
    pub fn turned_to(&self, now: Instant) -> Clock {
        Clock { zone: Arc::clone(&self.zone), now }
    }

    /// Returns the civil minute.
    pub fn moment(&self) -> Moment {
        self.zone.moment(self.now)
    }

    /// Returns whether a moment has come.
    pub fn reached(&self, moment: Moment) -> bool {
        self.zone.instant(moment) <= self.now
    }

    /// Returns whether it is too late for a deadline.
    pub fn passed(&self, deadline: Deadline) -> bool {
        self.zone.instant(deadline.over()) <= self.now
    }
}

/// The last moment to do something: a day, which counts to its end, or a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deadline {
    /// The day.
    pub date: Date,
    /// The minute of it, below 1,440, where one was named.
    pub minute: Option<u16>,
}

impl Deadline {
    /// Reads `2026-11-22` or `2026-11-22T17:00`, or returns nothing.
    pub fn parse(text: &str) -> Option<Deadline> {
        let moment = Moment::parse(text)?;
        let minute = text.contains(['T', ' ']).then_some(moment.minute);
        Some(Deadline { date: moment.date, minute })
    }

    /// Returns a deadline that is the whole of a day.
    pub fn day(date: Date) -> Deadline {
        Deadline { date, minute: None }
    }

    /// Returns the first moment at which it is too late.
    pub fn over(self) -> Moment {
        match self.minute {
            Some(minute) => Moment { date: self.date, minute },
            None => self.date.next().begins(),
        }
    }

    /// Returns the deadline as it is written in prose: `26 February 2021`, `5pm on 26 February 2021`.
    pub fn in_words(self, words: &Wording) -> String {
        let day = self.date.in_words(&words.lang);
        match self.minute {
            Some(minute) => {
                let time = words.time(minute);
                let parts = [("time", (&time).into()), ("day", (&day).into())];
                words.say(&words.sentences.moment, &parts).to_string()
            }
            None => day,
        }
    }

    /// Returns the moment at which the day begins, or the minute: for what opens, not for what closes.
    pub fn begins(self) -> Moment {
        Moment { date: self.date, minute: self.minute.unwrap_or(0) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Deadline, Instant, Told, Zone};
    use crate::model::Moment;

    /// London in 2026: clocks go forward on 29 March and back on 25 October, both at 1am in Greenwich.
    fn london() -> Zone {
        let at = |text: &str| Instant::parse(text).expect("an instant");
        let changes = vec![(at("2026-03-29T01:00Z"), 60), (at("2026-10-25T01:00Z"), 0)];
        Zone { name: "Europe/London".to_string(), first: 0, changes }
    }

    fn moment(text: &str) -> Moment {
        Moment::parse(text).expect("a moment")
    }

    #[test]
    fn an_hour_that_comes_twice_is_told_apart() {
        let zone = london();
        let (first, second) = (Instant::parse("2026-10-25T00:30Z"), Instant::parse("2026-10-25T01:30Z"));
        let told = zone.told(moment("2026-10-25T01:30"));
        assert_eq!(Some(told), first.zip(second).map(|(first, second)| Told::Twice(first, second)));
        assert_eq!(second.map(|at| zone.rfc3339(at)).as_deref(), Some("2026-10-25T01:30:00+00:00"));
    }

    #[test]
    fn an_hour_that_is_left_out_is_the_next_one() {
        let zone = london();
        let told = zone.told(moment("2026-03-29T01:30"));
        assert!(matches!(told, Told::Never(_)));
        assert_eq!(zone.rfc3339(told.settled()), "2026-03-29T02:30:00+01:00");
    }

    #[test]
    fn what_was_published_stays_so_when_clocks_go_back() {
        let zone = london();
        let embargo = moment("2026-10-25T00:45");
        for minutes in 0..180 {
            let start = Instant::parse("2026-10-24T23:45Z").map_or(0, |at| at.0);
            let clock = Clock { zone: std::sync::Arc::new(zone.clone()), now: Instant(start + minutes) };
            assert!(clock.reached(embargo), "{minutes} minutes later");
        }
    }

    #[test]
    fn a_day_counts_to_its_end() {
        let deadline = Deadline::parse("2026-10-25").expect("a day");
        let clock = |text: &str| Clock::at(london(), moment(text));
        assert!(!clock("2026-10-25T23:59").passed(deadline));
        assert!(clock("2026-10-26T00:00").passed(deadline));
        let hour = Deadline::parse("2026-10-25T17:00").expect("a minute");
        assert!(!clock("2026-10-25T16:59").passed(hour));
        assert!(clock("2026-10-25T17:00").passed(hour));
    }

    #[test]
    fn instants_are_read_with_their_offset() {
        assert_eq!(Instant::parse("1970-01-01T01:00+01:00"), Some(Instant(0)));
        assert_eq!(Instant::parse("2026-10-25"), None);
        assert_eq!(Instant::parse("2026-10-25T01:30"), None);
        assert_eq!(Instant::parse("1970-01-02T00:00Z").map(|at| at.utc()).as_deref(), Some("1970-01-02T00:00:00Z"));
    }
}
