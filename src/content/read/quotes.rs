//! Quotation marks and apostrophes of running text, as its language writes them: one run at a time, through all its marks.
//! Code, addresses, figures and other languages inside it are not its words.

use crate::model::{Inline, Target};
use crate::words::Lang;
use crate::words::quotation::{self, OPAQUE, Typeset};

/// Puts typographic marks in the place of those of a typewriter in one run, such as a paragraph, of a file with the text
/// `source`.
pub fn typeset(run: &mut [Inline], lang: &Lang, source: &str) {
    if !may_have_marks(run) {
        return;
    }
    let mut words = String::new();
    gather(run, &mut words);
    let marks = quotation::marks(&words, lang);
    put(run, &mut 0, &marks, (lang, source));
}

/// Returns whether there may be something to do, so that a run without marks costs nothing.
fn may_have_marks(run: &[Inline]) -> bool {
    run.iter().any(|inline| match inline {
        Inline::Text(text) => text.text.contains(['\'', '"']),
        other => may_have_marks(other.children()),
    })
}

/// Returns the characters that a node counts as for the marks around it, where they are not its words.
fn stand_in(inline: &Inline) -> Option<&'static str> {
    const LETTER: &str = "\u{fffc}";
    debug_assert!(LETTER.starts_with(OPAQUE));
    match inline {
        Inline::Code(_) | Inline::Image(_) | Inline::Fact(_) | Inline::Contact(_) | Inline::Abbreviation(_) => {
            Some(LETTER)
        }
        Inline::Language(_) => Some(LETTER),
        Inline::Link(link) if is_address(&link.target, &link.content) => Some(LETTER),
        Inline::LineBreak(_) => Some(" "),
        Inline::FootnoteMark(_) | Inline::RawHtml(_) => Some(""),
        Inline::Text(_) | Inline::Emphasis(_) | Inline::Strong(_) | Inline::Strikethrough(_) | Inline::Link(_) => None,
    }
}

/// Returns whether a link's words are its address.
fn is_address(target: &Target, content: &[Inline]) -> bool {
    let (Target::Unread(wanted), [Inline::Text(words)]) = (target, content) else { return false };
    *wanted == words.text || wanted.strip_prefix("mailto:") == Some(words.text.as_str())
}

fn gather(run: &[Inline], words: &mut String) {
    for inline in run {
        match (stand_in(inline), inline) {
            (Some(letters), _) => words.push_str(letters),
            (None, Inline::Text(text)) => words.push_str(&text.text),
            (None, other) => gather(other.children(), words),
        }
    }
}

/// Puts the marks of a run into its nodes; `at` is the byte of the run that they have come to.
fn put(run: &mut [Inline], at: &mut usize, marks: &[Typeset], (lang, source): (&Lang, &str)) {
    for inline in run {
        match (stand_in(inline), inline) {
            (Some(letters), other) => {
                *at += letters.len();
                if let Inline::Language(foreign) = other {
                    typeset(&mut foreign.content, &foreign.lang, source);
                }
            }
            (None, Inline::Text(text)) => {
                let (first, end) = (*at, *at + text.text.len());
                let own = marks.get(marks.partition_point(|mark| mark.at < first)..).unwrap_or_default();
                let own = own.iter().take_while(|mark| mark.at < end);
                text.typeset(own.map(|mark| Typeset { at: mark.at - first, mark: mark.mark }), source);
                *at = end;
            }
            (None, other) => {
                if let Some(children) = other.children_mut() {
                    put(children, at, marks, (lang, source));
                }
            }
        }
    }
}
