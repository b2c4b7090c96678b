//! Time zones by name, with every change of their clocks that a site can meet.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::{Instant, Zone};

/// The years whose changes are known, 1 January to 1 January; after the last the clocks stay as they are.
const YEARS: (i64, i64) = (0, 4_102_444_800);

/// Returns the zone of an IANA name; nothing where there is none.
pub fn named(name: &str) -> Option<Zone> {
    let zone = TimeZone::get(name).ok()?;
    let minutes = |seconds: i64| Instant(seconds.div_euclid(60));
    let start = Timestamp::from_second(YEARS.0).ok()?;
    let first = zone.to_offset(start).seconds() / 60;
    let mut changes = Vec::new();
    let mut last = first;
    for change in zone.following(start).take_while(|change| change.timestamp().as_second() < YEARS.1) {
        let offset = change.offset().seconds() / 60;
        if offset != last {
            changes.push((minutes(change.timestamp().as_second()), offset));
            last = offset;
        }
    }
    Some(Zone { name: name.to_string(), first, changes })
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::model::Instant;

    #[test]
    fn london_changes_its_clocks_twice_a_year() {
        let zone = named("Europe/London").expect("a zone");
        let offset = |text| Instant::parse(text).map(|at| zone.offset(at));
        assert_eq!(offset("2026-03-29T00:59Z"), Some(0));
        assert_eq!(offset("2026-03-29T01:00Z"), Some(60));
        assert_eq!(offset("2026-10-25T00:59Z"), Some(60));
        assert_eq!(offset("2026-10-25T01:00Z"), Some(0));
        // Between 1968 and 1971 the clocks were an hour ahead all year.
        assert_eq!(offset("1970-01-01T00:00Z"), Some(60));
        assert!(named("Europe/Atlantis").is_none());
    }
}
