//! Counts so small that somebody may be known by them.

use super::statistic_without_source::PEOPLE;
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A083",
        name: "small-count",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("small_count.md"),
    },
    look: Look::Body(look),
};

/// The largest count that may show who is meant.
const SMALL: std::ops::RangeInclusive<u32> = 1..=4;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Table(table) = block else { continue };
        let caption = of_people(&plain_text(&table.caption));
        let columns: Vec<Counts> = table.header.iter().map(|cell| counts(&plain_text(cell))).collect();
        for row in &table.rows {
            for (cell, heading) in row.iter().zip(&columns).skip(1) {
                let text = plain_text(cell);
                let small = text.trim().parse().is_ok_and(|count: u32| SMALL.contains(&count));
                if small && (caption || *heading == Counts::People) && *heading != Counts::Other {
                    let span = cell.first().map_or(table.span, |inline| inline.span());
                    let message = format!("the table counts `{}` people, so few that they may be known", text.trim());
                    report.add(span, message, "write `fewer than 5`, or put this row together with another");
                }
            }
        }
    }
}

/// What a column holds, as far as its heading says.
#[derive(PartialEq)]
enum Counts {
    People,
    Other,
    Unknown,
}

fn counts(heading: &str) -> Counts {
    let lower = heading.trim().to_lowercase();
    let other =
        ["quarter", "month", "year", "week", "day", "age", "rank", "level", "stage", "step", "number", "page", "phase"];
    if of_people(heading) {
        Counts::People
    } else if other.contains(&lower.as_str()) {
        Counts::Other
    } else {
        Counts::Unknown
    }
}

/// Returns whether words say that people are counted: `Number of victims`, or `Victims` alone.
fn of_people(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let counted = lower.strip_prefix("number of ");
    PEOPLE.iter().any(|people| lower == *people || counted.is_some_and(|rest| rest.starts_with(people)))
}
