//! Sentences of words that are no passage of a page, such as of a page that was published before, and the particulars in
//! them: what a reader acts on, so a change of it is told first.

use std::ops::Range;

use super::text::{Passage, Role};
use super::{dates, figures, postcode, split};
use crate::diag::{FileId, Span};
use crate::model::{Inline, Text, phone};

/// What a particular is, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParticularKind {
    /// A day by which something must be done.
    Deadline,
    /// A telephone number, an email address or a postcode.
    Contact,
    /// A day with its month.
    Date,
    /// Any other number, in digits or in letters.
    Figure,
}

/// A number, date, contact or deadline in a sentence, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Particular {
    /// What it is.
    pub kind: ParticularKind,
    /// Its words.
    pub words: String,
}

/// Returns where each sentence of a text stands, with its punctuation and without the spaces around it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut words = split::words(text);
    let found = split::sentences(text, &mut words);
    let starts: Vec<usize> =
        found.iter().skip(1).filter_map(|words_of| words.get(words_of.start)).map(|word| word.start).collect();
    let starts: Vec<usize> = starts.into_iter().map(|start| with_opening(text, start)).collect();
    let edges: Vec<usize> = std::iter::once(0).chain(starts).chain([text.len()]).collect();
    let trimmed = |start: usize, end: usize| {
        let (Some(part), true) = (text.get(start..end), start < end) else { return start..start };
        let start = start + (part.len() - part.trim_start().len());
        start..start + part.trim().len()
    };
    edges.windows(2).map(|edge| trimmed(edge[0], edge[1])).filter(|range| !range.is_empty()).collect()
}

/// Returns where a sentence starts whose first word starts at a byte: signs that stand before it without a space are its own.
fn with_opening(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    before
        .trim_end_matches(|c: char| {
            !c.is_whitespace() && !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '\u{2026}')
        })
        .len()
}

/// Returns the particulars of a sentence, in their order. Dates and numbers in letters are known in English; digits, numbers
/// and addresses in every language.
pub fn particulars(sentence: &str) -> Vec<Particular> {
    let run = [Inline::Text(Text::written(sentence, Span::new(FileId(0), 0, sentence.len())))];
    let passage = Passage::read(&run, Role::Paragraph);
    let text = passage.text.as_str();
    let mut found: Vec<(Range<usize>, ParticularKind)> = Vec::new();
    for range in phone::numbers(text) {
        let digits = phone::dialled(text.get(range.clone()).unwrap_or_default());
        if digits.len() >= phone::WHOLE && digits.starts_with(['0', '+', '1']) {
            found.push((range, ParticularKind::Contact));
        }
    }
    for date in dates::of(&passage) {
        let kind = if dates::is_deadline(&passage, date) { ParticularKind::Deadline } else { ParticularKind::Date };
        found.push((passage.range(date.first, date.last), kind));
    }
    for share in figures::of(&passage) {
        found.push((passage.range(share.first, share.last), ParticularKind::Figure));
    }
    for i in 0..passage.words.len() {
        let word = passage.word(i);
        if word.contains('@') {
            found.push((passage.range(i, i), ParticularKind::Contact));
        } else if i > 0 && postcode::is_postcode(passage.word(i - 1), word) {
            found.push((passage.range(i - 1, i), ParticularKind::Contact));
        }
    }
    let taken = |range: &Range<usize>, found: &[(Range<usize>, ParticularKind)]| {
        found.iter().any(|(other, _)| other.start < range.end && range.start < other.end)
    };
    for i in 0..passage.words.len() {
        let (word, range) = (passage.word(i), passage.range(i, i));
        // "One" is most often no number: "one of us", "this one".
        let spelt = || passage.lower(i) != "one" && figures::number(passage.lower(i)).is_some();
        if (word.bytes().any(|b| b.is_ascii_digit()) || spelt()) && !taken(&range, &found) {
            found.push((range, ParticularKind::Figure));
        }
    }
    found.sort_by_key(|(range, kind)| (range.start, *kind));
    let words = |range: Range<usize>| text.get(range).unwrap_or_default().to_string();
    found.into_iter().map(|(range, kind)| Particular { kind, words: words(range) }).collect()
}

#[cfg(test)]
mod tests {
    use super::{ParticularKind, particulars, sentences};

    #[test]
    fn sentences_keep_their_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("We call you. You answer!", &["We call you.", "You answer!"]),
            ("  One line ", &["One line"]),
            ("Why? \u{201c}Because.\u{201d} Fine", &["Why?", "\u{201c}Because.\u{201d}", "Fine"]),
            ("…", &["…"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn what_a_reader_acts_on_is_found() {
        use ParticularKind::{Contact, Date, Deadline, Figure};
        let cases: &[(&str, &[(ParticularKind, &str)])] = &[
            ("Call 01707 806100 or write to a@b.example.", &[(Contact, "01707 806100"), (Contact, "a@b.example")]),
            ("Send it by 26 February 2027, to AL5 4GZ.", &[(Deadline, "26 February 2027"), (Contact, "AL5 4GZ")]),
            ("We met on 2 May at 5pm.", &[(Date, "2 May"), (Figure, "5pm")]),
            ("85% of 216 said so, one in four did not.", &[(Figure, "85%"), (Figure, "216"), (Figure, "one in four")]),
            ("There are three ways, and this is one.", &[(Figure, "three")]),
            ("Nothing of the kind.", &[]),
        ];
        for (text, expected) in cases {
            let found = particulars(text);
            let found: Vec<(ParticularKind, &str)> = found.iter().map(|one| (one.kind, one.words.as_str())).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
