//! A page's dates as a calendar file. Source: RFC 5545.

use std::fmt::Write;

use super::fields::{address, host, said_on};
use crate::model::kinds::{Due, DueKind};
use crate::model::{Deadline, Details, Moment, Page, Site};
use crate::words::{Data, Said};

/// The longest line in bytes, without its end. Source: RFC 5545, 3.1.
const LONGEST: usize = 75;

/// Makes the calendar of what is still to come; `None` where the page has no such day. No alarm is set, because somebody
/// else may see the reader's screen.
pub fn make(site: &Site, page: &Page, _: &str) -> Option<Vec<u8>> {
    let mut due = page.meta.details.due();
    // What lasts is told until it ends, and an event for the whole of its day.
    let whole = |due: &Due| if due.what == DueKind::Event { Deadline::day(due.by.date) } else { due.by };
    due.retain(|due| !site.clock.passed(due.until.unwrap_or_else(|| whole(due))));
    if due.is_empty() {
        return None;
    }
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Handbill//Handbill//EN");
    line("CALSCALE:GREGORIAN");
    let stamp = site.clock.zone.instant(said_on(site, page).begins());
    for Due { what, by, until } in due {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}{}@{}", name(what), page.route.replace('/', "-"), host(site).replace('/', ".")));
        line(&format!("DTSTAMP:{}", utc(stamp.in_greenwich())));
        match by.minute {
            Some(_) => {
                let at = utc(site.clock.zone.instant(by.begins()).in_greenwich());
                let end = until.filter(|until| until.minute.is_some()).unwrap_or(by);
                line(&format!("DTSTART:{at}"));
                line(&format!("DTEND:{}", utc(site.clock.zone.instant(end.begins()).in_greenwich())));
            }
            None => {
                line(&format!("DTSTART;VALUE=DATE:{}", day(by.date)));
                line(&format!("DTEND;VALUE=DATE:{}", day(until.unwrap_or(by).date.next())));
                line("TRANSP:TRANSPARENT");
            }
        }
        let title = &page.meta.title;
        let summary = match words(what, &site.words.of(&page.lang).data) {
            Some(words) => format!("{words}: {title}"),
            None => title.clone(),
        };
        line(&format!("SUMMARY:{}", escaped(&summary)));
        if let Details::Event(event) = &page.meta.details
            && !event.place.is_empty()
        {
            line(&format!("LOCATION:{}", escaped(&event.place)));
        }
        line(&format!("DESCRIPTION:{}", escaped(&page.meta.summary)));
        line(&format!("URL:{}", address(site, page)));
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    Some(out.into_bytes())
}

fn name(what: DueKind) -> &'static str {
    match what {
        DueKind::Closes => "closes",
        DueKind::Engagement => "engagement",
        DueKind::Tender => "tender",
        DueKind::Opens => "opens",
        DueKind::Event => "event",
    }
}

/// Returns what stands before a page's title; an event has its title alone.
fn words(what: DueKind, data: &Data) -> Option<&Said> {
    match what {
        DueKind::Closes => Some(&data.closes),
        DueKind::Engagement => Some(&data.engagement),
        DueKind::Tender => Some(&data.tender),
        DueKind::Opens => Some(&data.opens),
        DueKind::Event => None,
    }
}

fn day(date: crate::model::Date) -> String {
    date.to_string().replace('-', "")
}

fn utc(moment: Moment) -> String {
    format!("{}T{:02}{:02}00Z", day(moment.date), moment.minute / 60, moment.minute % 60)
}

/// Returns words as a text value. Source: RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a line. A long one is folded over several lines, never inside a character.
fn fold(text: &str, out: &mut String) {
    let mut room = LONGEST;
    // A control would end the line or the file. Source: RFC 5545, 3.1 and 3.3.11.
    for c in text.chars().filter(|c| !c.is_control()) {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    // Writing to a string cannot fail.
    _ = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, fold};

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        fold(&"é".repeat(60), &mut out);
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), "é".repeat(60));
    }

    #[test]
    fn controls_never_reach_a_calendar() {
        let mut out = String::new();
        fold("SUMMARY:a\u{1b}[31m\u{9b}\r\nX-EVIL:b\u{7f}", &mut out);
        assert_eq!(out, "SUMMARY:a[31mX-EVIL:b\r\n");
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(escaped("Apply, or ask; a\\b\nnow"), "Apply\\, or ask\\; a\\\\b now");
    }
}
