//! Figures about people that have no source.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::check::{Body, Known, Look, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, Paragraph, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A081",
        name: "statistic-without-source",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("statistic_without_source.md"),
    },
    look: Look::Body(look),
};

/// Words for people, as they stand after a figure.
pub(super) const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "victims",
    "survivors",
    "women",
    "men",
    "girls",
    "boys",
    "children",
    "adults",
    "parents",
    "families",
    "residents",
    "households",
    "offenders",
    "respondents",
    "officers",
    "witnesses",
    "users",
    "patients",
    "pupils",
    "students",
    "teenagers",
    "adolescents",
    "callers",
    "citizens",
    "taxpayers",
    "voters",
    "customers",
    "participants",
    "readers",
    "employees",
    "carers",
    "pensioners",
    "tenants",
    "drivers",
    "workers",
    "staff",
    "teachers",
    "nurses",
    "passengers",
    "commuters",
    "mothers",
    "fathers",
    "refugees",
    "prisoners",
    "learners",
];

/// Numbers in letters.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Names of parts, before "of" and people: "two thirds of women", "more than half of victims".
const PARTS: [&str; 9] =
    ["half", "third", "thirds", "two-thirds", "one-third", "quarter", "quarters", "three-quarters", "fifths"];

/// Finds the few texts that may have one.
static SPELT: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(NUMBERS.iter().chain(&PARTS));
    search.expect("a short list of words can be searched for")
});

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for part in body.parts() {
        siblings(part, report);
    }
}

/// Words that say where a figure comes from.
const SOURCES: &[&str] = &[
    "according to",
    "study",
    "studies",
    "survey",
    "research",
    "report",
    "found",
    " test ",
    " tests ",
    "poll",
    "census",
    "data from",
    "figures from",
    "statistics",
    "source:",
    "estimate",
];

fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    let mut before: Option<&Paragraph> = None;
    for block in blocks {
        match block {
            // A quotation says who said it.
            Block::Quote(_) | Block::Included(_) => {}
            Block::Paragraph(paragraph) => {
                before = Some(paragraph);
                let words = words(&paragraph.content);
                if may_have_figures(&words)
                    && let Some(figure) = words.split_inclusive(['.', '!', '?', ';']).find_map(figure)
                    && !sourced(paragraph)
                {
                    let help = "put it into `content/_data/facts.yaml` with its source, or add a footnote that names the source";
                    report.add(paragraph.span, format!("`{figure}` has no source"), help);
                }
            }
            // What leads into a list speaks for its items.
            Block::List(_) if before.is_some_and(sourced) => {}
            _ => {
                for held in walk::held(block) {
                    siblings(held, report);
                }
            }
        }
    }
}

/// Returns whether words have a digit, or a number in letters before "in", as every figure does. Most paragraphs have neither.
fn may_have_figures(words: &str) -> bool {
    let leads_on = |after: &str| {
        let apart = after.starts_with(|c: char| !c.is_alphanumeric());
        apart
            && after
                .split_whitespace()
                .find_map(|word| Some(bare(word)).filter(|word| !word.is_empty()))
                .is_some_and(|word| ["in", "of", "out"].iter().any(|lead| lead.eq_ignore_ascii_case(word)))
    };
    words.bytes().any(|byte| byte.is_ascii_digit())
        || SPELT.find_iter(words).any(|found| leads_on(&words[found.end()..]))
}

/// Returns whether a paragraph says, or leads to, where its figures come from.
fn sourced(paragraph: &Paragraph) -> bool {
    let mut found = false;
    walk::each(&paragraph.content, &mut |inline| {
        found |= matches!(inline, Inline::Fact(_) | Inline::Link(_) | Inline::FootnoteMark(_));
    });
    found || {
        // "Never report it" tells of no report.
        let lower = words(&paragraph.content).to_lowercase().replace("never report", "").replace("not report", "");
        SOURCES.iter().any(|source| lower.contains(source))
    }
}

/// Returns the figure of a sentence, such as `40% of victims` or `3 in 10 people`.
fn figure(sentence: &str) -> Option<String> {
    if !may_count(sentence) && !sentence.contains("%") {
        return None;
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let figure = find(&words).or_else(|| after_a_colon(sentence))?;
    // What has to be, or might be, was not counted.
    let lower = sentence.trim_start().to_lowercase();
    if ["if ", "imagine ", "suppose ", "for example", "at least"].iter().any(|start| lower.starts_with(start)) {
        return None;
    }
    let wished =
        ["target", "want", "aim", "goal", "should", "must", "may", "might", "would", "could", "hope", "plan", "expect"];
    // "We can pay up to 80% of the bill" is a limit.
    let limit =
        lower.split_once(&figure.to_lowercase()).is_some_and(|(before, _)| before.trim_end().ends_with("up to"));
    if limit {
        return None;
    }
    // "78% of victims would recommend it" was asked and counted, so only what stands before the figure is a wish.
    let before = lower.split_once(&figure.to_lowercase()).map_or(lower.as_str(), |(before, _)| before);
    let asked = ["would recommend", "would use", "would take part", "would come back"];
    // "Nine in ten tenants want a garden" was asked too.
    let after = lower.split_once(&figure.to_lowercase()).map_or("", |(_, after)| after);
    let told = asked.iter().any(|told| lower.contains(told)) || after.starts_with(" want ");
    let searched = if told { before } else { lower.as_str() };
    if searched.split(|c: char| !c.is_alphanumeric()).any(|word| wished.contains(&word)) {
        return None;
    }
    Some(figure)
}

/// Returns the share that stands alone after what people said: "many victims have told us so: 85%".
fn after_a_colon(sentence: &str) -> Option<String> {
    let (before, after) = sentence.rsplit_once([':', '('])?;
    let share = after.trim().trim_end_matches(['.', ')', '!']).trim();
    let counts = share.strip_suffix('%').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    let said =
        ["said", "told", "testified", "felt", "agreed", "satisfied", "recommend", "reported", "answered", "found"];
    let has =
        |words: &[&str]| before.split_whitespace().any(|word| words.iter().any(|w| w.eq_ignore_ascii_case(bare(word))));
    (counts && !share.starts_with('%') && has(PEOPLE) && has(&said)).then(|| share.to_string())
}

/// Returns whether a number stands before one of the words that lead on from it; few sentences have that.
fn may_count(sentence: &str) -> bool {
    // Most sentences are ASCII, whose spaces are found faster.
    if sentence.is_ascii() { counted(sentence.split_ascii_whitespace()) } else { counted(sentence.split_whitespace()) }
}

fn counted<'w>(mut words: impl Iterator<Item = &'w str>) -> bool {
    let mut before: Option<&str> = None;
    words.any(|word| {
        // Fewer words lead on than count, so they are looked at first.
        let number = before.replace(word).filter(|_| leads_on(word));
        number.is_some_and(|word| {
            word.bytes().any(|byte| byte.is_ascii_digit()) || counts(bare(word)) || is_part(bare(word))
        })
    })
}

/// Returns whether a word may lead on from a number to what was counted: `40% of`, `40 per cent of`, `3 in 10`.
fn leads_on(word: &str) -> bool {
    let first = word.bytes().find(|byte| !byte.is_ascii_punctuation() || *byte == b'%');
    matches!(first, None | Some(b'o' | b'O' | b'p' | b'P' | b'i' | b'I' | 0x80..))
        && ["of", "percent", "per", "in", "out"].iter().any(|lead| lead.eq_ignore_ascii_case(bare(word)))
}

/// Returns the words from a number to the people that it is about.
fn find(words: &[&str]) -> Option<String> {
    let bare = |at: usize| words.get(at).map_or("", |word| bare(word));
    let number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    // "40% of victims' services money" is of money.
    let owns = |at: usize| words.get(at).is_some_and(|word| word.ends_with(['\'', '\u{2019}']));
    let is_people = |at: &usize| !owns(*at) && PEOPLE.iter().any(|people| bare(*at).eq_ignore_ascii_case(people));
    (0..words.len()).find_map(|at| {
        let followed_by = |next: &str| bare(at + 1).eq_ignore_ascii_case(next);
        let percent = || bare(at).strip_suffix('%').is_some_and(number);
        let spelt = || number(bare(at)) && words[at..].iter().take(4).any(|word| *word == "of");
        let share = || counts(bare(at)) && counts(bare(at + 2));
        let out =
            followed_by("out") && bare(at + 2).eq_ignore_ascii_case("of") && counts(bare(at)) && counts(bare(at + 3));
        let part = || is_part(bare(at));
        let counted = (followed_by("of") && (percent() || part()))
            || ((followed_by("percent") || followed_by("per")) && spelt())
            || (followed_by("in") && share())
            || out;
        let end = (at + 2..words.len().min(at + 6)).filter(|_| counted).find(is_people)?;
        // "Two thirds of women" starts with its number.
        let first = at - usize::from(part() && at > 0 && !counts(bare(at)));
        Some(words[first..=end].join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_string())
    })
}

/// Returns a word without the punctuation round it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

/// Returns whether a word names a part of a whole: `half`, `two-thirds`.
fn is_part(word: &str) -> bool {
    PARTS.iter().any(|part| part.eq_ignore_ascii_case(word))
}

/// Returns whether a word counts up to a few: `1 in 4`, `one in four`.
fn counts(word: &str) -> bool {
    NUMBERS.iter().any(|number| number.eq_ignore_ascii_case(word))
        || (matches!(word.len(), 1..=3) && word.bytes().all(|b| b.is_ascii_digit()))
}
