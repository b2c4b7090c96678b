//! Age groups that overlap, or that are upside down.

use crate::check::{Body, Chars, Known, Look, Passage, Role, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, Inline, plain_text, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A136",
        name: "ages-overlap",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("ages_overlap.md"),
    },
    look: Look::Body(look),
};

/// An age group: its years, both included, and where it stands.
struct Ages {
    first: u32,
    last: u32,
    span: Span,
    text: String,
}

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english_with(Chars::DIGITS).filter(|passage| of_age(passage)) {
        let groups = groups(passage);
        for group in groups.iter().filter(|group| group.first > group.last) {
            let message = format!("the ages `{}` are upside down", group.text);
            report.add(group.span, message, "write the lower age first");
        }
        // Who swims on another day is in no second group of the same.
        let apart = (0..passage.words.len()).any(|i| matches!(passage.lower(i), "another" | "separate" | "different"));
        if !apart {
            overlap(&groups, report);
        }
    }
    if !body.english().is_empty() {
        for part in body.parts() {
            siblings(part, report);
        }
    }
}

/// Looks at the rows of tables and the items of lists that are about ages.
fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    let mut before = None;
    for block in blocks {
        let (about, runs): (String, Vec<&[Inline]>) = match block {
            Block::Table(table) => {
                let head = table.header.first().map(|cell| plain_text(cell)).unwrap_or_default();
                let rows = table.rows.iter().filter_map(|row| row.first()).map(Vec::as_slice);
                (format!("{head} {}", plain_text(&table.caption)), rows.collect())
            }
            Block::List(list) => {
                let lead = before.map(walk::own_runs).and_then(|runs| runs.first().map(|run| plain_text(run)));
                let first = list.items.iter().filter_map(|item| item.blocks.first());
                let runs: Vec<&[Inline]> = first.filter_map(|block| walk::own_runs(block).first().copied()).collect();
                let one = runs.first().map(|run| plain_text(run)).unwrap_or_default();
                (format!("{} {one}", lead.unwrap_or_default()), runs)
            }
            _ => (String::new(), Vec::new()),
        };
        if about.split(|c: char| !c.is_alphanumeric()).any(says_age) {
            let rows = runs.iter().filter_map(|run| {
                let mut groups = groups(&Passage::read(run, Role::Label));
                (groups.len() == 1).then(|| groups.remove(0))
            });
            overlap(&rows.collect::<Vec<_>>(), report);
        }
        if !matches!(block, Block::Quote(_) | Block::Included(_)) {
            walk::held(block).into_iter().for_each(|held| siblings(held, report));
        }
        before = Some(block);
    }
}

/// Reports a group that starts with the year in which the one before ends.
fn overlap(groups: &[Ages], report: &mut Sink<'_>) {
    for pair in groups.windows(2) {
        if let [one, two] = pair
            && one.first < two.first
            && one.last >= two.first
            && one.last < two.last
        {
            let message = format!("the ages `{}` and `{}` overlap", one.text, two.text);
            let help = format!(
                "somebody of {} is in both: write `{} to {}` or start the next group later",
                two.first,
                one.first,
                two.first.saturating_sub(1)
            );
            report.add(two.span, message, help);
        }
    }
}

fn of_age(passage: &Passage) -> bool {
    // "If you are between 50 and 64" is of age, and says no word for it.
    (0..passage.words.len()).any(|i| says_age(passage.lower(i))) || passage.lower_text().contains("you are between ")
}

fn says_age(word: &str) -> bool {
    // Nearly no word starts like one of these and is as long.
    if !word.starts_with(['a', 'o', 'y', 'A', 'O', 'Y']) || word.len() < 3 {
        return false;
    }
    ["age", "aged", "ages", "old", "olds", "year-olds", "year-old"].iter().any(|age| age.eq_ignore_ascii_case(word))
}

/// Returns the age groups of a passage: "18 to 25", "18-25".
fn groups(passage: &Passage) -> Vec<Ages> {
    let year = |word: &str| word.parse::<u32>().ok().filter(|year| word.len() < 4 && *year < 121);
    let group = |i: usize| {
        let (first, last, end) = if let Some((first, last)) = passage.lower(i).split_once(['-', '\u{2013}']) {
            (year(first)?, year(last)?, i)
        } else if passage.lower_after(i) == "to"
            || passage.lower_after(i) == "and" && passage.lower_before(i) == "between"
        {
            (year(passage.lower(i))?, year(passage.lower_after(i + 1))?, i + 2)
        } else if matches!(passage.gap(i).trim(), "-" | "\u{2013}") {
            (year(passage.lower(i))?, year(passage.lower(i + 1))?, i + 1)
        } else {
            return None;
        };
        // "9 to 5 days" and "10 to 20 people" are no ages.
        let other = matches!(
            passage.lower_after(end),
            "days" | "weeks" | "months" | "people" | "hours" | "minutes" | "am" | "pm"
        );
        let range = passage.range(i, end);
        (!other).then(|| Ages { first, last, span: passage.span(range.clone()), text: passage.text[range].to_string() })
    };
    passage.with(Sign::Digit).filter_map(group).collect()
}
