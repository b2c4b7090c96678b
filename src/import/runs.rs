//! Running text made plain: neighbours of one kind joined, blanks counted once, marks around nothing dropped. Readers hand over
//! what a program wrote, which often cuts a word into pieces.

use super::document::{Inline, words};

/// Returns running text as an author would have it.
pub fn plain(content: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        push(&mut out, inline);
    }
    let mut out: Vec<Inline> = out.into_iter().map(within).filter(|inline| !is_hollow(inline)).collect();
    blanks_once(&mut out, &mut false);
    out
}

/// Adds a piece of running text, joined to the last one where both are of one kind.
fn push(out: &mut Vec<Inline>, next: Inline) {
    match (out.last_mut(), next) {
        (Some(Inline::Text(last)), Inline::Text(more)) => last.push_str(&more),
        (Some(Inline::Code(last)), Inline::Code(more)) => last.push_str(&more),
        (Some(Inline::Emphasis(last)), Inline::Emphasis(more))
        | (Some(Inline::Strong(last)), Inline::Strong(more))
        | (Some(Inline::Strikethrough(last)), Inline::Strikethrough(more)) => last.extend(more),
        (Some(Inline::Link(to, last)), Inline::Link(other, more)) if *to == other => last.extend(more),
        (Some(Inline::Language(lang, last)), Inline::Language(other, more)) if *lang == other => last.extend(more),
        (_, next) => out.push(next),
    }
}

fn within(inline: Inline) -> Inline {
    match inline {
        Inline::Emphasis(inner) => Inline::Emphasis(plain(inner)),
        Inline::Strong(inner) => Inline::Strong(plain(inner)),
        Inline::Strikethrough(inner) => Inline::Strikethrough(plain(inner)),
        Inline::Link(to, inner) => Inline::Link(to, plain(inner)),
        Inline::Language(lang, inner) => Inline::Language(lang, plain(inner)),
        other => other,
    }
}

/// Returns whether a mark stands around nothing.
fn is_hollow(inline: &Inline) -> bool {
    match inline {
        Inline::Text(words) | Inline::Code(words) => words.is_empty(),
        Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Strikethrough(inner)
        | Inline::Link(_, inner)
        | Inline::Language(_, inner) => inner.is_empty(),
        _ => false,
    }
}

/// Leaves one blank where there are several, and none that is not seen. `after` says whether a blank stands before.
fn blanks_once(content: &mut [Inline], after: &mut bool) {
    for inline in content {
        match inline {
            Inline::Text(words) => {
                let mut kept = String::with_capacity(words.len());
                let mut rest = words.chars().peekable();
                while let Some(c) = rest.next() {
                    let held = c == '\u{a0}' && !*after && rest.peek().is_some_and(|next| !next.is_whitespace());
                    if c.is_whitespace() && !held {
                        if !*after {
                            kept.push(' ');
                        }
                        *after = true;
                    } else if !is_unseen(c) {
                        kept.push(c);
                        *after = false;
                    }
                }
                *words = kept;
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link(_, inner)
            | Inline::Language(_, inner) => blanks_once(inner, after),
            Inline::LineBreak => *after = true,
            Inline::Code(_) | Inline::Note(_) | Inline::Picture(_) => *after = false,
            Inline::Place(_) | Inline::Remark(_) => {}
        }
    }
}

/// Returns whether a character is not seen and does nothing for readers: soft hyphens, which are put in where a line ends
/// anyway, marks of the order of bytes, and controls.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || c.is_control()
}

/// Returns running text without the blanks and line ends at its own ends.
pub fn trimmed(mut content: Vec<Inline>) -> Vec<Inline> {
    let is_seen = |inline: &Inline| !is_blank(inline);
    let start = content.iter().position(is_seen).unwrap_or(content.len());
    content.drain(..start);
    let end = content.iter().rposition(is_seen).map_or(0, |last| last + 1);
    content.truncate(end);
    if let Some(Inline::Text(first)) = content.first_mut() {
        *first = first.trim_start().to_string();
    }
    if let Some(Inline::Text(last)) = content.last_mut() {
        *last = last.trim_end().to_string();
    }
    content
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(words) => words.trim().is_empty(),
        Inline::LineBreak => true,
        _ => false,
    }
}

/// Returns whether all words of some text are bold.
pub fn is_all_strong(content: &[Inline]) -> bool {
    let mut any = false;
    for inline in content {
        match inline {
            Inline::Strong(_) => any = true,
            Inline::Text(words) if words.trim().is_empty() => {}
            Inline::Emphasis(inner) | Inline::Language(_, inner) | Inline::Link(_, inner) if is_all_strong(inner) => {
                any = true;
            }
            Inline::Place(_) | Inline::Remark(_) | Inline::Note(_) | Inline::LineBreak => {}
            _ => return false,
        }
    }
    any && !words(content).trim().is_empty()
}

/// Returns running text without bold and italic, as headings have it.
pub fn unmarked(content: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) => out.extend(unmarked(inner)),
            Inline::LineBreak => out.push(Inline::Text(" ".to_string())),
            Inline::Link(to, inner) => out.push(Inline::Link(to, unmarked(inner))),
            Inline::Language(lang, inner) => out.push(Inline::Language(lang, unmarked(inner))),
            other => out.push(other),
        }
    }
    trimmed(plain(out))
}
