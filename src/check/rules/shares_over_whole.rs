//! Shares of one whole that are more than all of it.

use crate::check::figures::{self, Share};
use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Paragraph, plain_text, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A134",
        name: "shares-over-whole",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("shares_over_whole.md"),
    },
    look: Look::Body(look),
};

/// Words that exclude each other: nobody is counted under two of one row.
const APART: &[&[&str]] = &[
    &["women", "men"],
    &["female", "male"],
    &["girls", "boys"],
    &["yes", "no"],
    &["agreed", "disagreed"],
    &["agree", "disagree"],
    &["satisfied", "dissatisfied"],
    &["for", "against"],
    &["supported", "opposed"],
    &["adults", "children"],
];

/// The most that rounded shares of a whole may add up to, in per cent.
const MOST: f64 = 102.0;

/// The most that shares add up to which surely were to be all, in per cent: of 500 people, some may have ticked two answers.
const NEAR: f64 = 115.0;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    if body.english_with(Chars::of("%")).next().is_some() {
        body.parts().iter().for_each(|part| siblings(part, report));
    }
    for passage in body.english() {
        let shares = figures::of(passage);
        for sentence in &passage.sentences {
            let own: Vec<&Share> = shares.iter().filter(|share| sentence.contains(&share.first)).collect();
            let sum: f64 = own.iter().map(|share| share.percent).sum();
            let [first, .., last] = own.as_slice() else { continue };
            if sum > MOST
                && (one_whole(passage, sentence.start, own.len(), sum)
                    || divided(passage, &own)
                    || apart(passage, &own, sentence.end))
            {
                let message = format!("these shares of one whole add up to {sum:.0}%");
                let help = "mend the share that is wrong; if people could be counted twice, say so";
                report.add(passage.span(passage.range(first.first, last.last)), message, help);
            }
        }
    }
}

/// Returns whether a sentence divides one whole: "Of the callers, 60% were…, 30% were… and 25% were…".
fn one_whole(passage: &Passage, start: usize, count: usize, sum: f64) -> bool {
    let next = passage.lower(start + 1);
    count > 2
        && passage.lower(start) == "of"
        && (matches!(next, "the" | "these" | "those" | "all" | "our" | "every" | "each")
            || next.starts_with(|c: char| c.is_ascii_digit()) && !next.ends_with('%') && sum < NEAR)
}

/// Returns whether the last share is what is left of a whole, or each is what money goes on: "27% on schools and the other 25% on
/// roads".
fn divided(passage: &Passage, shares: &[&Share]) -> bool {
    let [.., last] = shares else { return false };
    let left = matches!(passage.lower_before(last.first), "remaining" | "other");
    let spent = |share: &&Share| {
        let verb = matches!(passage.lower_after(share.last), "goes" | "went" | "go")
            || passage.lower_after(share.last + 1) == "spent";
        let on = if verb { 1 + usize::from(passage.lower_after(share.last + 1) == "spent") } else { 0 };
        matches!(passage.lower(share.last + 1 + on), "on" | "to")
    };
    let verb = shares.first().is_some_and(|first| {
        matches!(passage.lower(first.last + 1), "goes" | "went") || passage.lower(first.last + 2) == "spent"
    });
    shares.len() > 1 && left || shares.len() > 2 && verb && shares.iter().all(spent)
}

/// Looks at lists and tables, with what leads into them.
fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    let mut before: Option<&Paragraph> = None;
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => before = Some(paragraph),
            Block::Quote(_) | Block::Included(_) => {}
            Block::List(_) | Block::Table(_) => rows(block, before, report),
            _ => {}
        }
        if !matches!(block, Block::Paragraph(_) | Block::Quote(_) | Block::Included(_)) {
            walk::held(block).into_iter().for_each(|held| siblings(held, report));
        }
    }
}

/// What leads into parts of one whole, of which nobody is in two.
const COUNTED_ONCE: &[&str] = &[
    "counted once",
    "one answer",
    "only one",
    "only once",
    "split",
    "broken down",
    "breakdown",
    "divided",
    "made up of",
    "each report is",
    "adds up to 100",
    "add up to 100",
];

/// What says that the parts overlap, or are of different wholes.
const COUNTED_TWICE: &[&str] = &[
    "more than one",
    "several",
    "all that apply",
    "multiple",
    "as many",
    "up to three",
    "up to 3",
    "compared with",
    "each of these",
    "more than once",
];

/// Returns whether items are of groups that nobody is in twice: bands of numbers, or yes, no and do not know.
fn exclusive(parts: &[String], lead: &str) -> bool {
    let band = |part: &String| {
        let words: Vec<&str> = part
            .split(|c: char| c.is_whitespace() || matches!(c, '\u{2013}' | ':' | ','))
            .filter(|word| !word.is_empty())
            .collect();
        let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        words.windows(3).any(|three| matches!(three, [one, "to" | "-", two] if number(one) && number(two)))
            || words.windows(2).any(|two| matches!(two, ["under" | "over", number_of] if number(number_of)))
            || words
                .windows(3)
                .any(|three| matches!(three, [one, "and" | "or", "over" | "under" | "above" | "older"] if number(one)))
    };
    let sides = [
        "yes",
        "no",
        "don\u{2019}t know",
        "not sure",
        "unsure",
        "no view",
        "no opinion",
        "maybe",
        "agree",
        "disagree",
        "neither",
        "for",
        "against",
        "support",
        "oppose",
        "satisfied",
        "dissatisfied",
        "strongly",
        "very",
        "fairly",
        "undecided",
    ];
    let side = |part: &String| {
        let bare = part.trim_start_matches(|c: char| !c.is_alphabetic());
        sides.iter().any(|side| bare.strip_prefix(side).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let parts: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
    // Shares of each band by itself add up to anything.
    let of_all = ["how old", "age of", "ages of", "by age"].iter().any(|cue| lead.contains(cue))
        && !["each", "rate", "turnout", "voted"].iter().any(|cue| lead.contains(cue));
    of_all && parts.iter().all(band) || parts.iter().all(side)
}

/// Looks at the items of a list and the rows of a table, of which the last is all that is left: "25%: everything else".
fn rows(block: &Block, lead: Option<&Paragraph>, report: &mut Sink<'_>) {
    let rows: Vec<String> = match block {
        Block::List(list) => {
            let first = list.items.iter().filter_map(|item| item.blocks.first());
            first.filter_map(|block| walk::own_runs(block).first().map(|run| plain_text(run))).collect()
        }
        Block::Table(table) => {
            table.rows.iter().map(|row| row.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" ")).collect()
        }
        _ => return,
    };
    let share = |row: &String| {
        let mut found = row.split_whitespace().filter_map(|word| {
            word.trim_end_matches([':', ',', '.', ')']).trim_start_matches('(').strip_suffix('%')?.parse::<f64>().ok()
        });
        found.next().filter(|_| found.next().is_none())
    };
    let total = |row: &String| row.to_lowercase().starts_with("total");
    let (totals, parts): (Vec<String>, Vec<String>) = rows.into_iter().partition(total);
    let Some(shares) = parts.iter().map(share).collect::<Option<Vec<f64>>>() else { return };
    let rest = parts.last().is_some_and(|last| {
        let last = last.to_lowercase();
        ["other", "rest", "everything else", "anything else", "not known", "remaining"]
            .iter()
            .any(|word| last.contains(word))
    });
    let sum: f64 = shares.iter().sum();
    let lead = lead.map(|lead| plain_text(&lead.content).to_lowercase()).unwrap_or_default();
    let said = |cues: &[&str]| cues.iter().any(|cue| lead.contains(cue));
    let once = (said(COUNTED_ONCE) || exclusive(&parts, &lead)) && sum < NEAR && !said(COUNTED_TWICE);
    let whole = rest || totals.iter().any(|total| total.contains("100%")) || once;
    if shares.len() > 2 && whole && sum > MOST {
        let message = format!("these shares of one whole add up to {sum:.0}%");
        report.add(block.span(), message, "mend the share that is wrong; if people could be counted twice, say so");
    }
}

/// What those say who are on neither side.
const UNDECIDED: &[&[&str]] = &[
    &["not", "sure"],
    &["unsure"],
    &["don't", "know"],
    &["don\u{2019}t", "know"],
    &["did", "not", "know"],
    &["undecided"],
    &["neither"],
    &["no", "opinion"],
    &["no", "view"],
    &["did", "not", "say"],
    &["did", "not", "answer"],
    &["preferred", "not"],
];

/// Returns whether the last of three shares or more is of those on neither side, and the others are of the sides.
fn undecided(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    let [sides @ .., last] = shares else { return false };
    let after = last.last + 1..end.min(last.last + 5);
    let neither = UNDECIDED.iter().any(|phrase| after.clone().any(|i| passage.phrase(i, phrase)));
    sides.len() > 1 && neither && sided(passage, sides, last.first)
}

/// Returns whether the shares are of things that exclude each other.
fn apart(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    sided(passage, shares, end) || undecided(passage, shares, end)
}

/// Returns whether each share is of another side.
fn sided(passage: &Passage, shares: &[&Share], end: usize) -> bool {
    APART.iter().any(|row| {
        let ends = shares.iter().skip(1).map(|share| share.first).chain([end]);
        let mut said = shares.iter().zip(ends).map(|(share, end)| {
            let mut words = (share.last + 1..end.min(share.last + 5)).map(|i| passage.lower(i));
            words.find(|word| row.contains(word))
        });
        let first = said.next().flatten();
        first.is_some() && said.all(|word| word.is_some() && word != first)
    })
}
