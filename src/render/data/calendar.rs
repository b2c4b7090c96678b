//! A page's dates as a calendar file. Source: RFC 5545.

use std::fmt::Write;

use super::fields::{address, host, said_on};
use crate::model::kinds::{Due, DueKind};
use crate::model::{Moment, Page, Site};
use crate::words::{Data, Said};

/// The longest line in bytes, without its end. Source: RFC 5545, 3.1.
const LONGEST: usize = 75;

/// Makes the calendar of what is still to come; `None` where the page has no such day. No alarm is set, because somebody
/// else may see the reader's screen.
pub fn make(site: &Site, page: &Page, _: &str) -> Option<Vec<u8>> {
    let mut due = page.meta.details.due();
    due.retain(|due| !site.clock.passed(due.by));
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
    for Due { what, by } in due {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}{}@{}", name(what), page.route.replace('/', "-"), host(site).replace('/', ".")));
        line(&format!("DTSTAMP:{}", utc(stamp.in_greenwich())));
        match by.minute {
            Some(_) => {
                let at = utc(site.clock.zone.instant(by.begins()).in_greenwich());
                line(&format!("DTSTART:{at}"));
                line(&format!("DTEND:{at}"));
            }
            None => {
                line(&format!("DTSTART;VALUE=DATE:{}", day(by.date)));
                line(&format!("DTEND;VALUE=DATE:{}", day(by.date.next())));
                line("TRANSP:TRANSPARENT");
            }
        }
        line(&format!(
            "SUMMARY:{}",
            escaped(&format!("{}: {}", words(what, &site.words.of(&page.lang).data), page.meta.title))
        ));
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
    }
}

fn words(what: DueKind, data: &Data) -> &Said {
    match what {
        DueKind::Closes => &data.closes,
        DueKind::Engagement => &data.engagement,
        DueKind::Tender => &data.tender,
        DueKind::Opens => &data.opens,
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
