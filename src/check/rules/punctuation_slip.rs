//! Full stops and commas that stand twice, or after a space.

use std::ops::Range;

use memchr::memchr2_iter;

use crate::check::{Body, Known, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Fix, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A184",
        name: "punctuation-slip",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("punctuation_slip.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for at in memchr2_iter(b'.', b',', passage.text.as_bytes()) {
            let Some((range, say)) = slip(&passage.text, at) else { continue };
            // Where a note or a stored figure stands between, the file has no such space.
            let Some(fix) = passage.fix(range.clone(), say) else { continue };
            let Some(i) = passage.words.iter().rposition(|word| word.start < range.start) else { continue };
            if passage.words[i].quoted || link_is_lost(passage, i) {
                continue;
            }
            let words = &passage.text[passage.words[i].start..range.end];
            let message = format!("`{words}` has a mark twice, or a space before it");
            let next = if say.ends_with(' ') { passage.word(i + 1) } else { "" };
            let help = format!("write `{}{say}{next}`", passage.word(i));
            report.add_fixed(passage.span(range), message, help, Some(Fix { safe: false, ..fix }));
        }
    }
}

/// Returns the bytes of a mark that stands twice or after a space, and what was meant.
fn slip(text: &str, at: usize) -> Option<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied();
    let letter = |at: Option<usize>| at.and_then(byte).is_some_and(|b| b.is_ascii_alphanumeric() || b == b')');
    let ends = |at: usize| byte(at).is_none_or(|b| b == b' ' || b == b'\n');
    match (byte(at)?, byte(at + 1)) {
        // Two full stops; three leave something out, and in "etc.," one belongs to the word.
        (b'.', Some(b'.')) if letter(at.checked_sub(1)) && ends(at + 2) => Some((at..at + 2, ".")),
        (b',', Some(b',')) if letter(at.checked_sub(1)) && ends(at + 2) => Some((at..at + 2, ",")),
        (b',', Some(b'.')) if letter(at.checked_sub(1)) && ends(at + 2) => Some((at..at + 2, ".")),
        (mark, next) if at > 1 && byte(at - 1) == Some(b' ') && letter(Some(at - 2)) => {
            let comma = mark == b',' && next.is_none_or(|b| b == b' ' || b.is_ascii_alphabetic());
            // ". . ." leaves something out.
            let dots = byte(at + 2) == Some(b'.') || bytes.get(..at - 1).is_some_and(|before| before.ends_with(b"."));
            let stop = mark == b'.' && ends(at + 1) && !dots;
            // ",which" has lost its space to the wrong side.
            let joined = comma && next.is_some_and(|b| b.is_ascii_alphabetic());
            (comma || stop).then_some((
                at - 1..at + 1,
                if joined {
                    ", "
                } else if comma {
                    ","
                } else {
                    "."
                },
            ))
        }
        _ => None,
    }
}

/// Returns whether `link-lost` tells of a word before a mark: "visit ."
fn link_is_lost(passage: &Passage, i: usize) -> bool {
    matches!(passage.lower(i), "visit" | "at" | "via" | "to" | "email") && passage.gap(i).starts_with(' ')
}
