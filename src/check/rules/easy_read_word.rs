//! Hard words in Easy Read: bold where they first stand, explained there, and in the list of words.

use crate::check::rows::{EasyRow, Explained, explained, rows};
use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Details;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A164",
        name: "easy-read-word",
        severity: Severity::Warning,
        wcag: &["3.1.3"],
        act: &[],
        doc: include_str!("easy_read_word.md"),
    },
    look: Look::Body(look),
};

/// What follows a word in the sentence that explains it.
const EXPLAINS: [&str; 5] = ["is", "are", "means", "mean", "was"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page.filter(|page| matches!(page.meta.details, Details::EasyRead(_))) else { return };
    let (rows, list) = (rows(page), explained(page));
    for listed in &list {
        judge(listed, &rows, page.lang.primary() == "en", report);
    }
    let known: Vec<String> = list.iter().map(|listed| listed.word.to_lowercase()).collect();
    for bold in rows.iter().flat_map(|row| &row.bold) {
        let word = bold.words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // A number in bold is no hard word.
        if word.chars().any(char::is_alphabetic) && !known.iter().any(|known| is_form(known, &word)) {
            let help = "explain it in a list of words at the end: the word, and below it `: ` and what it means";
            report.add(bold.span, format!("`{}` is bold, and in no list of words", bold.words), help);
        }
    }
}

/// Judges how a word of the list stands in the rows.
fn judge(listed: &Explained, rows: &[EasyRow<'_>], english: bool, report: &mut Sink<'_>) {
    let word = listed.word.to_lowercase();
    let parts: Vec<&str> = word.split_whitespace().collect();
    let first = rows
        .iter()
        .find_map(|row| row.passages.iter().find_map(|passage| Some((row, passage, place(passage, &parts)?))));
    let Some((row, passage, at)) = first else {
        let help = "take it out of the list, or use this word in a row";
        return report.add(listed.span, format!("`{}` is in the list of words, and in no row", listed.word), help);
    };
    let span = passage.span(passage.range(at, at + parts.len() - 1));
    if !row.bold.iter().any(|bold| is_form(&word, &bold.words.to_lowercase())) {
        let help = format!("write `**{}**` where it first stands", listed.word.to_lowercase());
        report.add(span, format!("`{}` is a hard word, and not bold where it first stands", listed.word), help);
    }
    if english && !explains(row, passage, at, parts.len()) {
        let help = format!("say in the next sentence what it means, such as `A {word} is …`");
        report.add(span, format!("`{}` is not explained where it first stands", listed.word), help);
    }
}

/// Returns the first word of a phrase in a passage. The last word of it may have an `s` more.
fn place(passage: &Passage, parts: &[&str]) -> Option<usize> {
    let last = parts.len().checked_sub(1)?;
    let is = |at: usize| {
        parts.iter().enumerate().all(|(i, part)| {
            let said = passage.lower(at + i);
            said == *part || (i == last && is_form(part, said))
        })
    };
    (0..passage.words.len()).find(|at| is(*at))
}

/// Returns whether a word is another one, or its plural.
fn is_form(word: &str, said: &str) -> bool {
    said == word || said.strip_suffix('s').is_some_and(|one| one == word)
}

/// Returns whether the row that a word first stands in explains it: its own sentence goes on with `is` or `means`, or another
/// sentence follows.
fn explains(row: &EasyRow<'_>, passage: &Passage, at: usize, length: usize) -> bool {
    let next = passage.lower(at + length);
    let says = EXPLAINS.contains(&next);
    let sentence = passage.words.get(at).map_or(0, |word| word.sentence);
    let later = passage.sentences.len() > sentence + 1;
    let below = row.passages.iter().skip_while(|other| !std::ptr::eq(*other, passage)).nth(1).is_some();
    says || later || below
}
