//! What an office program wrote around or into a text, and no author meant for readers.

use std::ops::Range;

use crate::check::{Body, Chars, Known, Look, Passage, Role, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A187",
        name: "office-left",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("office_left.md"),
    },
    look: Look::Body(look),
};

/// Markings of papers, in lower case, as they stand alone on a line. Source: Cabinet Office, Government Security Classifications
/// Policy, June 2023, for the first four; the others are those of offices.
const MARKINGS: &[&str] = &[
    "official-sensitive",
    "official sensitive",
    "official",
    "secret",
    "restricted",
    "protect",
    "not protectively marked",
    "strictly confidential",
    "private and confidential",
    "commercial in confidence",
    "internal use only",
    "for internal use only",
];

/// The most bytes of a line that may be a marking or a footer.
const LINE: usize = 40;

/// What letters with accents, pound signs and quotation marks become where UTF-8 is read as Windows-1252.
const BROKEN: &[&str] =
    &["\u{e2}\u{20ac}", "\u{c2}\u{a3}", "\u{c3}\u{a9}", "\u{c3}\u{a8}", "\u{ef}\u{bf}\u{bd}", "\u{fffd}"];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english().iter().filter(|passage| !passage.words.is_empty()) {
        let Some((range, is, help)) = found(passage) else { continue };
        if !passage.word_at(range.start).is_some_and(|i| passage.words[i].quoted) {
            let message = format!("`{}` {is}", &passage.text[range.clone()]);
            report.add(passage.span(range), message, help);
        }
    }
}

/// Returns where something stands that a program wrote, what it is, and what to do about it.
fn found(passage: &Passage) -> Option<(Range<usize>, &'static str, &'static str)> {
    let out = "take it out";
    let all = 0..passage.text.len();
    let short = passage.text.len() < LINE && passage.role == Role::Paragraph;
    if short && is_marking(passage) {
        return Some((
            all,
            "is the marking of a paper inside of the office",
            "ask whether this may be published, then take the marking out",
        ));
    }
    if short && is_footer(passage) {
        return Some((all, "is the foot of a printed page", out));
    }
    if passage.chars.any(Chars::OTHER)
        && let Some((at, broken)) = BROKEN.iter().find_map(|broken| Some((passage.text.find(broken)?, broken)))
    {
        let end = passage.text[at + broken.len()..].chars().next().map_or(0, char::len_utf8);
        let help = "write the letter or the mark that was here, and save the file as UTF-8";
        return Some((at..at + broken.len() + end, "is a character that a program read wrongly", help));
    }
    if passage.chars.any(Chars::DIGITS)
        && let Some(at) = leader(&passage.text)
    {
        return Some((
            at..passage.text.len(),
            "is a line of a printed list of contents",
            "take it out: a page makes its own",
        ));
    }
    if passage.chars.any(Chars::of("["))
        && let Some(range) = comment(&passage.text)
    {
        return Some((
            range,
            "is a comment of a word processor",
            "take it out, and look whether what it asks for was done",
        ));
    }
    attached(passage)
}

/// Returns whether a line is the marking of a paper, in capitals.
fn is_marking(passage: &Passage) -> bool {
    let capitals = (0..passage.words.len())
        .all(|i| passage.words[i].has(Sign::Capitals) || passage.word(i) == passage.word(i).to_uppercase());
    let plain: String = passage.lower_text().trim().replace([':', '.', '[', ']', '(', ')'], "");
    capitals && MARKINGS.contains(&plain.as_str())
}

/// Returns whether a line is only "Page 3 of 12".
fn is_footer(passage: &Passage) -> bool {
    let digits = |i: usize| passage.word(i).bytes().all(|b| b.is_ascii_digit());
    passage.words.len() == 4 && passage.lower(0) == "page" && digits(1) && passage.lower(2) == "of" && digits(3)
}

/// Returns where a row of dots starts that leads to a page's number at the end of a line.
fn leader(text: &str) -> Option<usize> {
    let bare = text.trim_end();
    let before = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = before.trim_end_matches([' ', '\u{a0}']).trim_end_matches(['.', '\u{2026}', ' ']);
    let row = before.get(dots.len()..).unwrap_or_default();
    let many = row.matches('.').count() > 4 || row.matches('\u{2026}').count() > 1;
    (before.len() < bare.len() && many && !dots.is_empty()).then_some(0)
}

/// Returns where "Commented [JS1]:" stands.
fn comment(text: &str) -> Option<Range<usize>> {
    let at = ["Commented [", "Comment ["].iter().find_map(|start| text.find(start))?;
    let end = at + text[at..].find(']')? + 1;
    let inside = text[at..end].split('[').nth(1)?.trim_end_matches(']');
    let letters = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    let named = letters.len() < inside.len() && letters.len() < 4 && letters.bytes().all(|b| b.is_ascii_uppercase());
    named.then_some(at..end)
}

/// Returns where an email's words stand: "Please find attached the form", or a note in capitals to take something out.
fn attached(passage: &Passage) -> Option<(Range<usize>, &'static str, &'static str)> {
    if !passage.lower_text().contains("attached") && !passage.lower_text().contains("delete this") {
        return None;
    }
    (0..passage.words.len()).find_map(|i| {
        let please =
            passage.phrase(i, &["please", "find", "attached"]) || passage.phrase(i, &["please", "see", "attached"]);
        if please && passage.starts_sentence(i) {
            let help = "link the file, such as `[claim form](claim-form.pdf)`";
            return Some((passage.range(i, i + 2), "is of an email, and nothing is attached to a page", help));
        }
        let capitals = |at: usize| passage.words.get(at).is_some_and(|word| word.has(Sign::Capitals));
        let delete = passage.phrase(i, &["delete", "this"]) && capitals(i) && capitals(i + 1);
        delete.then(|| (passage.range(i, i + 1), "is a note for colleagues", "take it out, and what it speaks of"))
    })
}
