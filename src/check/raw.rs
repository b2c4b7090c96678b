//! What stands in a page's file as it was written, for rules that compare all pages: the finished words of most pages are gone
//! by then, and their files are not.

use std::ops::Range;

use memchr::memmem;

use crate::diag::{FileId, Span};
use crate::model::{Inline, Text};

/// A paragraph's words, without links' targets and marks, and where each byte of them stands in its file.
pub struct Plain {
    /// The words.
    pub text: String,
    at: Vec<usize>,
    file: FileId,
}

impl Plain {
    /// Returns where some bytes of the words stand in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.at.get(range.start).copied().unwrap_or_default();
        let end = range.end.checked_sub(1).and_then(|last| self.at.get(last)).map_or(start, |last| last + 1);
        Span::new(self.file, start, end.max(start))
    }

    /// Returns the words as a run, to be read as a passage; its own spans count in the words.
    pub fn run(&self) -> [Inline; 1] {
        [Inline::Text(Text::written(self.text.as_str(), Span::new(self.file, 0, self.text.len())))]
    }
}

/// Returns every paragraph, item and row of a file that may matter, as a look at its text tells; not its front matter, its code
/// and its quotations.
pub fn paragraphs<'a>(file: FileId, text: &'a str, may_matter: fn(&str) -> bool) -> impl Iterator<Item = Plain> + 'a {
    // Most files have nothing of it at all.
    let mut from = if may_matter(text) { front_matter(text).len() } else { text.len() };
    let mut fenced = false;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let end = memmem::find(rest.as_bytes(), b"\n\n").map_or(rest.len(), |at| at + 2);
        let start = from;
        from += end;
        Some((start, &rest[..end]))
    })
    .filter(move |(_, paragraph)| {
        let inside = fenced;
        let some = memmem::find(paragraph.as_bytes(), b"```").is_some();
        let fences = paragraph.lines().filter(|line| some && line.trim_start().starts_with("```")).count();
        fenced ^= fences % 2 == 1;
        !inside && fences == 0 && !paragraph.trim_start().starts_with('>') && may_matter(paragraph)
    })
    .map(move |(start, paragraph)| plain(file, start, paragraph))
}

/// Returns the destinations that end in a page's file name or start at the site's root, with where the file's links may lead.
pub fn destinations(text: &str) -> impl Iterator<Item = &str> {
    let apart = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '\'' | '[' | ']');
    text.split(apart).filter_map(|word| {
        let path = word.split(['#', '?']).next().unwrap_or_default();
        (path.ends_with(".md") || (path.starts_with('/') && path.len() > 1)).then_some(path)
    })
}

/// Returns the front matter of a file, with the lines that open and close it; nothing where it has none.
pub fn front_matter(text: &str) -> &str {
    let end =
        text.strip_prefix("---").and_then(|rest| rest.find("\n---")).map_or(0, |at| "---".len() + at + "\n---".len());
    &text[..end]
}

fn plain(file: FileId, start: usize, paragraph: &str) -> Plain {
    let mut plain =
        Plain { text: String::with_capacity(paragraph.len()), at: Vec::with_capacity(paragraph.len()), file };
    let mut skipped = 0;
    for (at, c) in paragraph.char_indices() {
        if at < skipped {
            continue;
        }
        let rest = &paragraph[at..];
        if rest.starts_with("](") {
            skipped = at + rest.find(')').map_or(rest.len(), |end| end + 1);
            continue;
        }
        if matches!(c, '[' | ']' | '*') {
            continue;
        }
        let c = if c == '\n' { ' ' } else { c };
        plain.text.push(c);
        plain.at.extend((0..c.len_utf8()).map(|byte| start + at + byte));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{destinations, paragraphs};
    use crate::diag::FileId;

    #[test]
    fn words_are_read_without_marks_and_keep_their_place() {
        let text = "---\ntitle: On paper\n---\nCall **us** on [01632\n960001](tel:01632960001).\n\n> He is on air.\n\n```\non\n```\n";
        let found: Vec<_> = paragraphs(FileId(0), text, |text| text.contains(" on ")).collect();
        let [only] = found.as_slice() else { panic!("{} paragraphs", found.len()) };
        assert_eq!(only.text.trim(), "Call us on 01632 960001.");
        let at = only.text.find("960001").expect("the number is there");
        let span = only.span(at..at + 6);
        assert_eq!(text.get(span.start as usize..span.end as usize).unwrap_or_default(), "960001");
    }

    #[test]
    fn destinations_are_seen_in_every_form() {
        let text = "[a](../b.md#c) [d]: e.md\n:::include f/g.md\n<h.md> [i](/j/) and/or k.mdx";
        assert_eq!(destinations(text).collect::<Vec<_>>(), ["../b.md", "e.md", "f/g.md", "h.md", "/j/"]);
    }
}
