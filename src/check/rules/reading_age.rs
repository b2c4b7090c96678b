//! Pages that are hard to read as a whole.

use crate::check::{Body, Known, Linked, Look, Passage, ReadingAges, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A021",
        name: "reading-age",
        severity: Severity::Info,
        wcag: &["3.1.5"],
        act: &[],
        doc: include_str!("reading_age.md"),
    },
    look: Look::Body(look),
};

/// The fewest words that say anything about a page. Source: AHRQ Health Literacy Toolkit, tool 6.
const FEWEST: usize = 100;

/// The oldest reader that a page may need, in years. Source: NHS digital service manual, how we write: 9 to 11, and 11
/// to 14 where that cannot be done.
const OLDEST: f64 = 14.0;

/// A sentence and how hard it is.
struct Sentence<'a> {
    passage: &'a Passage<'a>,
    first: usize,
    last: usize,
    grade: f64,
}

/// How hard a page is, and its sentences.
pub struct Score<'a> {
    /// The age of the youngest reader who is expected to follow it, in years.
    pub age: f64,
    /// How many words of it were counted.
    pub words: usize,
    sentences: Vec<Sentence<'a>>,
}

/// Returns how hard a page is; nothing where it has too few words to tell.
pub fn score<'a>(body: &'a Body<'_>) -> Option<Score<'a>> {
    let (mut words, mut syllables) = (0, 0);
    let mut sentences = Vec::new();
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        let linked = |i: usize| passage.linked(passage.words[i].start) != Linked::No;
        let list = linked(0) && linked(passage.words.len() - 1);
        // Names of pages in a list of links, and a table that Markdown did not see as one, are no sentences.
        if list || passage.text.contains(" | ") {
            continue;
        }
        for range in passage.sentences.iter().filter(|range| range.len() > 2) {
            let sounds: usize = range.clone().map(|i| spoken(passage.lower(i))).sum();
            words += range.len();
            syllables += sounds;
            let grade = grade(range.len(), 1, sounds);
            sentences.push(Sentence { passage, first: range.start, last: range.end - 1, grade });
        }
    }
    // A grade is a school year in the United States; a pupil of the first is 6.
    let age = grade(words, sentences.len(), syllables) + 5.0;
    (words >= FEWEST).then_some(Score { age, words, sentences })
}

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(Score { age, mut sentences, .. }) = score(body).filter(|score| score.age > OLDEST) else { return };
    sentences.retain(|sentence| sentence.last - sentence.first > 6);
    sentences.sort_by(|a, b| b.grade.total_cmp(&a.grade));
    let lines: Vec<String> = sentences
        .iter()
        .take(3)
        .map(|hard| {
            let span = hard.passage.span(hard.passage.range(hard.first, hard.last));
            body.line(span).to_string()
        })
        .collect();
    let message = format!("this page needs a reading age of {}", said(age));
    let help = format!("start with the hardest sentences, on lines {}", lines.join(", "));
    let Some(hardest) = sentences.first() else { return };
    let span = hardest.passage.span(hardest.passage.range(hardest.first, hardest.last));
    report.add(span, message, help);
}

/// Returns a reading age as people are told it: the formula says nothing more exact of readers over 18.
fn said(age: f64) -> String {
    if age > ReadingAges::OLDEST { "over 18".to_string() } else { format!("about {age:.0}") }
}

/// Returns the Flesch-Kincaid grade. Source: Kincaid and others, Naval Technical Training Command, 1975.
fn grade(words: usize, sentences: usize, syllables: usize) -> f64 {
    let (words, sentences, syllables) = (words.max(1) as f64, sentences.max(1) as f64, syllables as f64);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

/// Returns the number of syllables of a word, near enough: groups of vowels, without a silent end.
fn spoken(word: &str) -> usize {
    let mut count = 0;
    let mut before = false;
    for byte in word.bytes() {
        let vowel = matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        count += usize::from(vowel && !before);
        before = vowel;
    }
    let le =
        word.ends_with("le") && word.len() > 2 && !word[..word.len() - 2].ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
    let silent = word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ies") && !word.ends_with("ces");
    let ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let quiet = (word.ends_with('e') && !le && !word.ends_with("ee")) || (silent && !word.ends_with("ges")) || ed;
    (count - usize::from(quiet && count > 1)).max(1)
}
