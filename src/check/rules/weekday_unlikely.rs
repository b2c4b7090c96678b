//! Days of the week beside dates without a year that do not fit the next such day.

use crate::check::{Body, Known, Look, Rule, Sink, dates, weekdays};
use crate::diag::{FindingKind, Severity};
use crate::model::Date;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A192",
        name: "weekday-unlikely",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("weekday_unlikely.md"),
    },
    look: Look::Body(look),
};

/// How many days back a day may lie that a text still speaks of.
const BACK: i64 = 270;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    // A page speaks of the days after it was published or changed; one without a day speaks of those after today.
    let meta = body.page.map(|page| &page.meta);
    let changed = meta.and_then(|meta| meta.updated.iter().map(|change| change.date).max());
    let said = changed.max(meta.and_then(|meta| meta.published).map(|moment| moment.date)).unwrap_or(site.today());
    for passage in body.english() {
        let dates = dates::of(passage);
        if dates.is_empty() || dates::says_year(passage) {
            continue;
        }
        for date in dates {
            let Some((first, weekday)) = weekdays::before(passage, date) else { continue };
            let near = |year: u16| date.on_calendar(Some(u32::from(year)));
            let years = [said.year().saturating_sub(1), said.year(), said.year() + 1];
            let mut days: Vec<Date> = years.into_iter().filter_map(near).collect();
            days.retain(|day| (-BACK..=366).contains(&(i64::from(day.ordinal()) - i64::from(said.ordinal()))));
            let next = days.iter().find(|day| **day >= said).or(days.last()).copied();
            let Some(next) = next.filter(|_| !passage.words[date.first].quoted) else { continue };
            if days.iter().all(|day| weekdays::of(*day) != weekday) {
                let range = passage.range(first, date.last);
                let written = &passage.text[passage.range(date.first, date.last)];
                let message = format!(
                    "{written} {} is a {}, not a {}",
                    next.year(),
                    weekdays::name(weekdays::of(next)),
                    weekdays::name(weekday)
                );
                let help =
                    "look up which of the two is meant, and mend the day of the week or the date; write the year too";
                report.add(passage.span(range), message, help);
            }
        }
    }
}
