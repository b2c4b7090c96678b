//! Dates with the month before the day.

use crate::check::dates::{self, MONTHS};
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A178",
        name: "date-order",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("date_order.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for date in dates::of(passage) {
            let Some(month) = dates::month(passage.word(date.first)).and_then(|month| MONTHS.get(month)) else {
                continue;
            };
            // "May 3" alone may be a verse or a number.
            let Some(year) = date.year.filter(|_| !passage.words[date.first].quoted) else { continue };
            let range = passage.range(date.first, date.last);
            let say = format!("{} {month} {year}", date.day);
            let fix = passage.fix(range.clone(), &say);
            let message = format!("`{}` has the month before the day", &passage.text[range.clone()]);
            report.add_fixed(passage.span(range), message, format!("write `{say}`"), fix);
        }
    }
}
