//! From places in a file's text back to its bytes, so that a fix changes what it mends and not one byte more: line ends,
//! accents stored apart and the byte order mark stay as the author's editor wrote them.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

use crate::diag::Fix;

/// A file's bytes beside the text that was read from them.
struct FileBytes<'a> {
    bytes: &'a str,
    text: &'a str,
    /// Where the text differs from the bytes, in order; everything between is the same in both.
    pieces: Vec<Altered>,
    /// How many bytes stand before the text: the byte order mark.
    before: usize,
}

/// A piece that the text has in another form than the bytes.
struct Altered {
    text: Range<usize>,
    bytes: Range<usize>,
}

/// Returns a file's bytes with fixes applied, given the text that was read from it, and fixes in order that do not
/// overlap; nothing where the text is not that of the bytes.
pub fn with_fixes(bytes: &[u8], text: &str, fixes: &[&Fix]) -> Option<Vec<u8>> {
    let origin = FileBytes::of(std::str::from_utf8(bytes).ok()?, text)?;
    let mut out = origin.bytes[..origin.before].to_string();
    let mut at = 0;
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        let (same_before, same_after) = same(text.get(start..end)?, &fix.text);
        origin.copy(at..start + same_before, &mut out)?;
        let new = &fix.text[same_before..fix.text.len() - same_after];
        out.push_str(&new.replace('\n', origin.line_end(start..end)));
        at = end - same_after;
    }
    origin.copy(at..text.len(), &mut out)?;
    Some(out.into_bytes())
}

/// Returns how many bytes at the start and at the end of two texts are the same.
fn same(old: &str, new: &str) -> (usize, usize) {
    let equal = |pair: &(char, char)| pair.0 == pair.1;
    let before: usize = old.chars().zip(new.chars()).take_while(equal).map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (&old[before..], &new[before..]);
    let after = old.chars().rev().zip(new.chars().rev()).take_while(equal).map(|(c, _)| c.len_utf8()).sum();
    (before, after)
}

impl<'a> FileBytes<'a> {
    fn of(bytes: &'a str, text: &'a str) -> Option<FileBytes<'a>> {
        let before = if bytes.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut pieces = Vec::new();
        let (mut at, mut read) = (before, 0);
        while at < bytes.len() {
            let rest = &bytes[at..];
            let (length, form) = match rest.as_bytes() {
                [b'\r', b'\n', ..] => (2, Some("\n".to_string())),
                [b'\r', ..] => (1, Some("\n".to_string())),
                [first, second, ..] if first.is_ascii() && second.is_ascii() => (1, None),
                _ => {
                    let length = cluster(rest);
                    let cluster = &rest[..length];
                    (length, (!is_nfc(cluster)).then(|| cluster.nfc().collect()))
                }
            };
            let form_length = form.as_ref().map_or(length, String::len);
            if !text.get(read..)?.starts_with(form.as_deref().unwrap_or(&rest[..length])) {
                return None;
            }
            if form.is_some() {
                pieces.push(Altered { text: read..read + form_length, bytes: at..at + length });
            }
            at += length;
            read += form_length;
        }
        (read == text.len()).then_some(FileBytes { bytes, text, pieces, before })
    }

    /// Adds the bytes of a range of the text. Where it holds a part of a piece only, that part is added as the text has
    /// it: there is no other way to keep half of a letter.
    fn copy(&self, range: Range<usize>, out: &mut String) -> Option<()> {
        let mut at = range.start;
        let first = self.pieces.partition_point(|piece| piece.text.end <= range.start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.text.start < range.end) {
            if piece.text.start > at {
                out.push_str(self.plain(at..piece.text.start)?);
            }
            let inside = piece.text.start.max(at)..piece.text.end.min(range.end);
            let whole = inside == piece.text;
            out.push_str(if whole { self.bytes.get(piece.bytes.clone())? } else { self.text.get(inside.clone())? });
            at = inside.end;
        }
        out.push_str(self.plain(at..range.end)?);
        Some(())
    }

    /// Returns a range that holds no piece.
    fn plain(&self, range: Range<usize>) -> Option<&str> {
        self.text.get(range)
    }

    /// Returns the line end that the lines around a range have.
    fn line_end(&self, range: Range<usize>) -> &str {
        let after = self.text[range.end..].find('\n').map(|at| range.end + at);
        let Some(at) = after.or_else(|| self.text[..range.start].rfind('\n')) else { return "\n" };
        let piece = self.pieces.binary_search_by_key(&at, |piece| piece.text.start);
        piece.map_or("\n", |piece| &self.bytes[self.pieces[piece].bytes.clone()])
    }
}

/// Returns the length of what starts a text and stands alone: no character in it, put into another form, ever joins one
/// after it. Source: Unicode Standard Annex 15, 9.1 and 13.
fn cluster(text: &str) -> usize {
    let stands_alone =
        |c: char| canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes;
    text.char_indices().skip(1).find(|(_, c)| stands_alone(*c)).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::with_fixes;
    use crate::content::read::text::decode;
    use crate::diag::{FileId, Fix, Span};

    /// Replaces words in a file and checks its bytes afterwards.
    #[track_caller]
    fn check(bytes: &str, changes: &[(&str, &str)], expected: &str) {
        let text = decode(bytes.as_bytes().to_vec()).expect("text").text;
        let fix = |(old, new): &(&str, &str)| {
            let start = text.find(old).expect(old);
            Fix { span: Span::new(FileId(0), start, start + old.len()), text: (*new).to_string(), safe: true }
        };
        let fixes: Vec<Fix> = changes.iter().map(fix).collect();
        let fixes: Vec<&Fix> = fixes.iter().collect();
        let fixed = with_fixes(bytes.as_bytes(), &text, &fixes).expect("the same file");
        assert_eq!(String::from_utf8(fixed).expect("text"), expected);
    }

    #[test]
    fn everything_else_stays_byte_for_byte() {
        check("a\r\nb\nc\rd\r\n", &[("b", "B"), ("d", "D")], "a\r\nB\nc\rD\r\n");
        check("\u{feff}cafe\u{301} e.g. tea\r\n", &[("e.g.", "such as")], "\u{feff}cafe\u{301} such as tea\r\n");
        check("cafe\u{301}s and cafe\u{301}s", &[("\u{e9}s and", "\u{e9}s or")], "cafe\u{301}s or cafe\u{301}s");
        check("\u{1112}\u{1161}\u{11ab}e.g.", &[("e.g.", "so")], "\u{1112}\u{1161}\u{11ab}so");
        check("\u{301}x\r", &[("x", "y")], "\u{301}y\r");
        check("a\u{323}\u{307} b", &[("b", "c")], "a\u{323}\u{307} c");
        check("d\u{307}\u{323} b", &[("b", "c")], "d\u{307}\u{323} c");
        check("", &[], "");
    }

    #[test]
    fn a_fix_inside_what_has_another_form_takes_the_form_of_the_text() {
        check("q\u{307}\u{323}.", &[("\u{307}", "")], "q\u{323}.");
        check("one\r\ntwo", &[("one\ntwo", "one\nand two")], "one\r\nand two");
    }

    #[test]
    fn new_lines_end_as_the_lines_around_them() {
        check("one\r\ntwo\nthree\r\n", &[("two", "2\n2"), ("three", "3\n3")], "one\r\n2\n2\n3\r\n3\r\n");
        check("one\rtwo", &[("two", "2\n2")], "one\r2\r2");
        check("one", &[("one", "1\n1")], "1\n1");
    }

    #[test]
    fn a_file_that_has_changed_is_not_touched() {
        assert_eq!(with_fixes(b"other", "words", &[]), None);
        assert_eq!(with_fixes(b"words and more", "words", &[]), None);
        assert_eq!(with_fixes(b"word", "words", &[]), None);
        assert_eq!(with_fixes(b"\xff", "words", &[]), None);
    }
}
