//! Words that stand for what was to be written.

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A138",
        name: "placeholder-left",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("placeholder_left.md"),
    },
    look: Look::Body(look),
};

/// How words in square brackets start that tell the author what to write.
const TO_WRITE: &[&str] = &["insert", "add ", "enter ", "your ", "tbc", "tbd", "xx", "placeholder", "fill in"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        bracketed(passage, report);
        fields(passage, report);
        // Nearly no text has these letters.
        let some = ["xx", "lorem"].iter().any(|letters| passage.lower_text().contains(letters));
        for i in 0..if some { passage.words.len() } else { 0 } {
            let (word, written) = (passage.lower(i), passage.word(i).trim_start_matches('£'));
            let crosses = written.len() > 2 && written.bytes().all(|b| b == b'X' || b == b'x');
            let dated = word.starts_with("xx/") || word.ends_with("/xx") || word.ends_with("/xxxx");
            let latin = word == "lorem" && passage.lower_after(i) == "ipsum";
            if (crosses || dated || latin) && !passage.words[i].quoted {
                tell(passage, passage.range(i, if latin { i + 1 } else { i }), report);
            }
        }
        // A line to write on is drawn by a form, and not by the keyboard.
        if passage.chars.any(Chars::of("_"))
            && let Some(at) = passage.text.find("___")
        {
            let end = at + passage.text[at..].bytes().take_while(|b| *b == b'_').count();
            let apart =
                |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ')' | '(' | ':' | '£'));
            if apart(passage.text[..at].chars().next_back()) && apart(passage.text[end..].chars().next()) {
                tell(passage, at..end, report);
            }
        }
    }
}

/// Looks for "[insert name]".
fn bracketed(passage: &Passage, report: &mut Sink<'_>) {
    let mut from = if passage.chars.any(Chars::of("[")) { 0 } else { passage.text.len() };
    while let Some(open) = passage.text[from..].find('[').map(|at| from + at) {
        let Some(close) = passage.text[open..].find(']').map(|at| open + at + 1) else { return };
        from = close;
        let inside = passage.text[open + 1..close - 1].trim().to_ascii_lowercase();
        // `[[…]]` has a rule of its own, and a quotation's "[the court]" was put in by an editor.
        let quoted = passage.words.iter().any(|word| word.start > open && word.end < close && word.quoted);
        let known = !quoted && TO_WRITE.iter().any(|start| inside.starts_with(start) || inside == start.trim());
        if known
            && !inside.starts_with('[')
            && !passage.text[close..].starts_with(['(', '{'])
            && inside.len() < 80
            && !passage.text[..open].ends_with('[')
        {
            tell(passage, open..close, report);
        }
    }
}

/// What Word writes where a reference leads nowhere. Source: Microsoft Office Online, HP051893681, and knowledge base article
/// Q134999, for the first two; the others are messages of the same kind.
const ERRORS: &[&str] = &[
    "error! reference source not found",
    "error! bookmark not defined",
    "error! no bookmark name given",
    "error! no text of specified style in document",
    "error! hyperlink reference not valid",
    "error! unknown document property name",
    "error! not a valid",
    "error! no table of contents entries found",
];

/// Looks for the fields of letters that were to be filled by a program, "{{first_name}}" and "<<name>>", and for what Word
/// writes where it could not fill one.
fn fields(passage: &Passage, report: &mut Sink<'_>) {
    let quoted = |at: usize| passage.word_at(at).is_some_and(|i| passage.words[i].quoted);
    if passage.chars.any(Chars::of("!"))
        && let Some(at) = passage.lower_text().find("error! ")
        && let Some(error) = ERRORS.iter().find(|error| passage.lower_text()[at..].starts_with(**error))
        && !quoted(at)
    {
        tell(passage, at..at + error.len(), report);
    }
    let marks = [("{{", "}}", Chars::of("{")), ("<<", ">>", Chars::of("<")), ("\u{ab}", "\u{bb}", Chars::OTHER)];
    for (open, close, sign) in marks.iter().filter(|(_, _, sign)| passage.chars.any(*sign)) {
        let Some(at) = passage.text.find(open) else { continue };
        let Some(end) = passage.text[at..].find(close).map(|end| at + end + close.len()) else { continue };
        let inside = passage.text[at + open.len()..end - close.len()].trim();
        // In guillemets stands a quotation in other languages; a field has a name of one word.
        let name = inside.bytes().all(|b| b.is_ascii_alphanumeric() || b"_. -#".contains(&b)) && !inside.is_empty();
        let field = *sign != Chars::OTHER || (inside.contains('_') && !inside.contains(' '));
        if name && field && inside.len() < 40 && !quoted(at + open.len()) {
            tell(passage, at..end, report);
        }
    }
}

fn tell(passage: &Passage, range: std::ops::Range<usize>, report: &mut Sink<'_>) {
    let message = format!("`{}` stands for words that are not written yet", &passage.text[range.clone()]);
    report.add(passage.span(range), message, "write what belongs here, or take the sentence out");
}
