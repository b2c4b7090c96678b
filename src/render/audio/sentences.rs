//! Where sentences end, in words that are spoken: there, a full stop behind a short form is gone.

use super::recital::{Paragraph, Piece, Sentence};

/// Returns what is said as sentences. A line feed ends one too.
pub fn sentences(pieces: Vec<Piece>) -> Paragraph {
    let mut out = Paragraph::new();
    let mut open = Sentence::new();
    for piece in pieces {
        let mut rest = piece.words.as_str();
        while let Some(end) = end_of_sentence(rest) {
            let (sentence, after) = rest.split_at(end);
            push(&mut open, &piece, sentence);
            close(&mut open, &mut out);
            rest = after;
        }
        push(&mut open, &piece, rest);
    }
    close(&mut open, &mut out);
    out
}

fn push(open: &mut Sentence, piece: &Piece, words: &str) {
    if !words.is_empty() {
        open.push(Piece { words: words.to_string(), ..piece.clone() });
    }
}

/// Ends a sentence: spaces around it go, and one without words too.
fn close(open: &mut Sentence, out: &mut Paragraph) {
    let mut sentence = std::mem::take(open);
    if let Some(first) = sentence.first_mut() {
        first.words = first.words.trim_start().to_string();
    }
    if let Some(last) = sentence.last_mut() {
        last.words = last.words.trim_end().to_string();
    }
    sentence.retain(|piece| !piece.words.is_empty());
    let says = |piece: &Piece| piece.words.contains(|c: char| c.is_alphanumeric());
    if !sentence.iter().any(says) {
        return;
    }
    // A figure that began a paragraph is a word now.
    if out.is_empty()
        && let Some(first) = sentence.first_mut()
    {
        first.words = with_capital(&first.words);
    }
    out.push(sentence);
}

fn with_capital(words: &str) -> String {
    let mut rest = words.chars();
    match (rest.next(), words.chars().nth(1)) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_uppercase().chain(rest).collect(),
        (Some(_) | None, _) => words.to_string(),
    }
}

/// Returns where the first sentence ends, if another begins behind it.
fn end_of_sentence(text: &str) -> Option<usize> {
    for (at, sign) in text.char_indices() {
        if sign == '\n' {
            return Some(at + 1);
        }
        if !matches!(sign, '.' | '?' | '!' | '\u{6d4}' | '\u{61f}') {
            continue;
        }
        let behind = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let closed = behind.trim_start_matches(['\u{201d}', '\u{2019}', '"', ')']);
        let Some(next) = closed.strip_prefix(' ') else { continue };
        let begins = next.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, '\u{2013}' | '&'));
        if begins && !initial(text.get(..at).unwrap_or_default()) {
            return Some(text.len() - next.len());
        }
    }
    None
}

/// Returns whether a text ends in the initial of a name: `Councillor J`, but not `the P C C`.
fn initial(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let single =
        |word: Option<&str>| word.is_some_and(|word| word.chars().count() == 1 && word.chars().all(char::is_uppercase));
    single(words.next()) && !single(words.next())
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::render::audio::recital::Piece;

    fn split(text: &str) -> Vec<String> {
        let piece = Piece { words: text.to_string(), lang: None, say: None };
        sentences(vec![piece])
            .into_iter()
            .map(|sentence| sentence.into_iter().map(|piece| piece.words).collect())
            .collect()
    }

    #[test]
    fn sentences_end_where_another_begins() {
        assert_eq!(split("One thing. Another? Yes!"), ["One thing.", "Another?", "Yes!"]);
        assert_eq!(split("Ask Councillor J. Smith. He knows."), ["Ask Councillor J. Smith.", "He knows."]);
        assert_eq!(
            split("Ask the P C C. He said \u{201c}no.\u{201d} Then he went."),
            ["Ask the P C C.", "He said \u{201c}no.\u{201d}", "Then he went."]
        );
        assert_eq!(split("one\ntwo\n\n \u{2013} \n"), ["One", "two"]);
        assert_eq!(split("example. and so on"), ["Example. and so on"]);
    }
}
