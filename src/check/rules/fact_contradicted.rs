//! Figures that stand among a fact's own words, and are not the fact's.

use crate::check::figures;
use crate::check::statement::Statement;
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};
use crate::model::Fact;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A124",
        name: "fact-contradicted",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("fact_contradicted.md"),
    },
    look: Look::Body(look),
};

/// How many words of a fact's own sentence must stand beside a figure, so that it is about the same.
const SHARED: usize = 3;

/// Words that say too little to be a fact's own.
const COMMON: &[&str] = &[
    "with", "that", "this", "from", "have", "their", "they", "were", "been", "about", "more", "would", "which", "when",
];

/// A figure in a passage.
struct Figure {
    first: usize,
    last: usize,
    value: f64,
    slack: f64,
}

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    if site.facts.is_empty() {
        return;
    }
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        let facts = || site.facts.values().filter(|fact| !fact.display.is_empty());
        for fact in facts() {
            for figure in figures(passage, fact) {
                let differs = (figure.value - fact.value).abs() > figure.slack;
                // Another fact of the store may be this very figure.
                let other = |other: &&std::sync::Arc<Fact>| {
                    (figure.value - other.value).abs() <= figure.slack && other.unit == fact.unit
                };
                if differs
                    && shared(passage, &figure, fact)
                    && !facts().any(|known| other(&known))
                    && !passage.words[figure.first].quoted
                {
                    let range = passage.range(figure.first, figure.last);
                    let written = &passage.text[range.clone()];
                    let message =
                        format!("the text says `{written}`, but the fact `{}` is `{}`", fact.key, fact.display);
                    let help = format!(
                        "write `[{}](fact:{})`; if this is another figure, put it into `content/_data/facts.yaml` with its source",
                        fact.display, fact.key
                    );
                    let finding = report.finding(passage.span(range), message, help);
                    report.push(finding.with_label(fact.span, "the fact"));
                }
            }
        }
    }
}

/// Returns the figures of a passage that could be a fact's: shares for a share, sums for a sum, and for another number those
/// that count the same things.
fn figures(passage: &Passage, fact: &Fact) -> Vec<Figure> {
    if fact.unit == "%" {
        let shares = figures::of(passage).iter();
        return shares.map(|s| Figure { first: s.first, last: s.last, value: s.percent, slack: s.slack }).collect();
    }
    // The store may count in pounds or in millions: what is said is brought to its measure.
    let unit = fact.unit.strip_prefix('£').map(|scale| money("1", scale.trim()).unwrap_or(1.0));
    let shown = || fact.display.strip_prefix('£').and_then(|rest| money(rest, ""));
    if let Some(measure) = unit.map(|unit| 1.0 / unit).or_else(|| shown().map(|own| fact.value / own)) {
        let figure = |i: usize| {
            let amount = money(passage.lower(i).strip_prefix('£')?, passage.lower_after(i))?;
            let scaled = matches!(passage.lower_after(i), "million" | "billion" | "m" | "bn" | "k");
            let last = i + usize::from(scaled);
            Some(Figure { first: i, last, value: amount * measure, slack: 0.001 * fact.value.abs() })
        };
        return passage.with(Sign::Digit).filter_map(figure).collect();
    }
    let counted = counted(fact);
    let number = |i: usize| -> Option<Figure> {
        let word = passage.lower(i);
        let plain = word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
        let same = counted.as_deref().is_some_and(|counted| passage.lower_after(i) == counted);
        let value: f64 = word.replace(',', "").parse().ok().filter(|_| plain && same)?;
        // "12 visits to our libraries" are not all of a county's.
        let close = value > fact.value / 2.0 && value < fact.value * 2.0;
        let value = Some(value).filter(|_| close)?;
        Some(Figure { first: i, last: i, value, slack: 0.001 })
    };
    passage.with(Sign::Digit).filter_map(number).collect()
}

/// Returns an amount in pounds, given what follows the sign and the word after that: "1.26" and "million", "1.26m", "3,000".
fn money(written: &str, next: &str) -> Option<f64> {
    let (written, next) = written.split_once(' ').unwrap_or((written, next));
    let end = written.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(written.len());
    let (digits, scale) = written.split_at(end);
    let scale = if scale.is_empty() { next } else { scale };
    let factor = match scale.to_lowercase().as_str() {
        "billion" | "bn" => 1e9,
        "million" | "m" => 1e6,
        "k" => 1e3,
        _ if written.len() == end => 1.0,
        _ => return None,
    };
    let amount: f64 = digits.replace(',', "").parse().ok()?;
    (amount > 0.0).then_some(amount * factor)
}

/// Returns the word after a fact's figure in its own sentence, in lower case: what it counts.
fn counted(fact: &Fact) -> Option<String> {
    // The store may show a figure with its unit: "412,000 visits".
    let shown = fact.display.split_whitespace().next()?;
    let (_, after) = fact.statement.split_once(shown)?;
    let word = after.split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then(|| word.to_lowercase())
}

/// Returns whether a figure's sentence says what the fact says, going by its longer words, and of no other time or place.
fn shared(passage: &Passage, figure: &Figure, fact: &Fact) -> bool {
    let Some(sentence) = passage.sentences.get(passage.words[figure.first].sentence) else { return false };
    let statement = Statement::of(&fact.statement, COMMON);
    // What follows the figure is what it is a share of: "85% of victims", "£3,000 for training".
    let after = (figure.last + 1..sentence.end.min(figure.last + 5)).any(|i| statement.has(passage.lower(i)));
    // "Most unpaid carers (72%)" says it before.
    let bracket = passage.gap_before(figure.first).ends_with('(');
    let before = bracket && (figure.first.saturating_sub(3)..figure.first).any(|i| statement.has(passage.lower(i)));
    let near = after || before;
    // The fact's own year is no other time.
    let of_fact = |word: &str| fact.statement.contains(word) || fact.period.contains(word);
    let year = |i: usize| dates::year(passage.word(i)).is_some() && !of_fact(passage.word(i));
    // "Pupils in Derbyshire" are those of another place, where the fact names none such.
    let place = |i: usize| {
        let named = matches!(passage.lower(i), "in" | "across" | "near") && passage.name_like(i + 1);
        named
            && sentence.contains(&(i + 1))
            && !of_fact(passage.word(i + 1))
            && !fact.place.contains(passage.word(i + 1))
    };
    let other_time = sentence.clone().any(year)
        || sentence.clone().any(place)
        || sentence.clone().any(|i| {
            matches!(
                passage.lower(i),
                "target" | "aim" | "compared" | "previous" | "last" | "rose" | "fell" | "nationally"
            )
        });
    near && !other_time && statement.said_in(passage, sentence) >= needed(fact, &statement)
}

/// What many sentences count.
const COUNTED_OFTEN: &[&str] = &[
    "minutes", "hours", "days", "weeks", "months", "years", "people", "pounds", "times", "children", "homes", "calls",
];

/// Returns how many words of a fact's own sentence must stand beside a figure. What few sentences count is one of them.
fn needed(fact: &Fact, statement: &Statement) -> usize {
    let rare = fact.unit != "%"
        && !fact.unit.starts_with('£')
        && counted(fact).is_some_and(|counted| statement.has(&counted) && !COUNTED_OFTEN.contains(&counted.as_str()));
    if rare { 2 } else { SHARED.min(statement.len()).max(2) }
}
