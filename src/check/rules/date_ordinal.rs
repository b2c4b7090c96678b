//! Dates with letters after the day, such as "26th February".

use crate::check::{Body, Known, Look, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A023",
        name: "date-ordinal",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("date_ordinal.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for date in dates::of(passage) {
            if !date.ordinal || passage.words[date.first].quoted {
                continue;
            }
            let year = date.year.map_or(String::new(), |year| format!(" {year}"));
            let say = format!("{} {}{year}", date.day, dates::MONTHS[date.month]);
            // "the 26th of February" becomes "26 February", but "February 26th and 27th" needs its author.
            let article = date.first > 0 && passage.lower_before(date.first) == "the";
            let first = if article { date.first - 1 } else { date.first };
            let more = matches!(passage.lower_after(date.last), "and" | "or" | "to" | "through");
            let before = passage.lower_before(first);
            let joined =
                matches!(before, "and" | "or" | "to" | "every" | "each") || passage.gap(date.last).contains('\u{2013}');
            let fix = passage.fix(passage.range(first, date.last), &say).filter(|_| !more && !joined);
            let message =
                format!("`{}` has letters after the day", &passage.text[passage.range(date.first, date.last)]);
            report.add_fixed(
                passage.span(passage.range(date.first, date.last)),
                message,
                format!("write `{say}`"),
                fix,
            );
        }
    }
}
