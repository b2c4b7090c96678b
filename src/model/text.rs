//! Words, and where in an author's file each byte of them comes from: through line ends, the marks of a quotation, entities
//! and backslashes.

use std::ops::Range;

use crate::diag::Span;
use crate::words::quotation::Typeset;

/// Words and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    origin: Origin,
}

/// How the bytes of words follow from those of the file.
#[derive(Clone, Debug, PartialEq)]
enum Origin {
    /// Byte for byte from where they stand; a space may be a line's end.
    Same,
    /// In segments.
    Segments(Vec<Segment>),
    /// They do not: the author wrote the words there in another form.
    Made,
    /// They do not: no author wrote the words there.
    Filled,
}

/// Some bytes of words and the bytes of the file that they come from. A segment ends where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Segment {
    /// The first byte in the words.
    at: u32,
    /// The first byte in the file.
    start: u32,
    /// The byte after the last in the file.
    end: u32,
    /// Whether all its bytes come from all of the file's, as `&` comes from `&amp;`.
    whole: bool,
}

impl Text {
    /// Returns words that stand in the file byte for byte.
    pub fn written(text: impl Into<String>, span: Span) -> Text {
        Text { text: text.into(), span, origin: Origin::Same }
    }

    /// Returns words that an author wrote in another form, such as a date, or a key on several lines.
    pub fn made(text: impl Into<String>, span: Span) -> Text {
        Text { text: text.into(), span, origin: Origin::Made }
    }

    /// Returns words that no author wrote there: fixed words, or another page's title.
    pub fn filled(text: impl Into<String>, span: Span) -> Text {
        Text { text: text.into(), span, origin: Origin::Filled }
    }

    /// Returns words that stand for others, as `&` does for `&amp;`.
    pub fn standing_for(text: impl Into<String>, span: Span) -> Text {
        let segment = Segment { at: 0, start: span.start, end: span.end, whole: true };
        Text { text: text.into(), span, origin: Origin::Segments(vec![segment]) }
    }

    /// Adds words that come after these in the same file.
    pub fn push(&mut self, after: &Text) {
        let length = bytes(self.text.len());
        self.text.push_str(&after.text);
        let joined = self.origin == Origin::Same && after.origin == Origin::Same && self.span.end == after.span.start;
        let loose = |text: &Text| matches!(text.origin, Origin::Made | Origin::Filled);
        if loose(self) || loose(after) {
            self.origin = Origin::Made;
        } else if !joined {
            let mut segments = std::mem::replace(&mut self.origin, Origin::Made).segments(self.span.start, length);
            let added = after.origin.clone().segments(after.span.start, bytes(after.text.len()));
            for next in added {
                let next = Segment { at: next.at + length, ..next };
                match segments.last_mut() {
                    Some(last) if !last.whole && !next.whole && last.end == next.start => last.end = next.end,
                    _ => segments.push(next),
                }
            }
            self.origin = Origin::Segments(segments);
        }
        self.span = self.span.to(after.span);
    }

    /// Puts marks in the place of those typed, each of which has one byte. A mark that stands in the file in another form,
    /// such as `\\"` or `&quot;`, stays: its author asked for it.
    pub fn typeset(&mut self, marks: impl IntoIterator<Item = Typeset>, source: &str) {
        let mut out: Option<Text> = None;
        let mut at = 0;
        for Typeset { at: start, mark } in marks {
            let loose = matches!(self.origin, Origin::Made | Origin::Filled);
            let typed = self.exact(start..start + 1).filter(|span| {
                let before = (span.start as usize).checked_sub(1);
                before.is_none_or(|before| source.as_bytes().get(before) != Some(&b'\\'))
            });
            let Some(span) = typed.or(loose.then_some(self.span)) else { continue };
            let pieces = [self.slice(at..start), Text::standing_for(mark, span)];
            for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
                match &mut out {
                    Some(out) => out.push(&piece),
                    None => out = Some(piece),
                }
            }
            at = start + 1;
        }
        let Some(mut out) = out else { return };
        if at < self.text.len() {
            out.push(&self.slice(at..self.text.len()));
        }
        let origin = std::mem::replace(&mut self.origin, Origin::Made);
        self.text = out.text;
        self.origin = if matches!(origin, Origin::Made | Origin::Filled) { origin } else { out.origin };
    }

    /// Returns some bytes of the words as words of their own.
    pub fn slice(&self, range: Range<usize>) -> Text {
        let text = self.text[range.clone()].to_string();
        let span = self.place(range.clone());
        let origin = match &self.origin {
            Origin::Same => Origin::Same,
            Origin::Made => Origin::Made,
            Origin::Filled => Origin::Filled,
            Origin::Segments(segments) => {
                let (first, last) = (bytes(range.start), bytes(range.end));
                let mut kept = Vec::new();
                for (i, segment) in segments.iter().enumerate() {
                    let ends = segments.get(i + 1).map_or(bytes(self.text.len()), |next| next.at);
                    if ends <= first || segment.at >= last {
                        continue;
                    }
                    let (before, after) = (first.saturating_sub(segment.at), ends.saturating_sub(last));
                    let (before, after) = if segment.whole { (0, 0) } else { (before, after) };
                    let at = segment.at.saturating_sub(first);
                    kept.push(Segment { at, start: segment.start + before, end: segment.end - after, ..*segment });
                }
                Origin::Segments(kept)
            }
        };
        Text { text, span, origin }
    }

    /// Returns where some bytes of the words stand: the whole place where nobody wrote them so.
    pub fn place(&self, range: Range<usize>) -> Span {
        let (first, last) = (bytes(range.start), bytes(range.end));
        match &self.origin {
            Origin::Same => {
                Span { start: self.span.start + first, end: self.span.start + last.max(first), ..self.span }
            }
            Origin::Made | Origin::Filled => self.span,
            Origin::Segments(segments) => {
                let start = segment(segments, first).map_or(self.span.start, |segment| {
                    let inside = if segment.whole { 0 } else { first - segment.at };
                    (segment.start + inside).min(segment.end)
                });
                let end = match segment(segments, last.saturating_sub(1)) {
                    _ if last <= first => start,
                    Some(segment) if segment.whole => segment.end,
                    Some(segment) => (segment.start + last - segment.at).min(segment.end),
                    None => self.span.end,
                };
                Span { start, end: end.max(start), ..self.span }
            }
        }
    }

    /// Returns where some bytes of the words stand, if they stand there in one piece and just so: what is put in their place
    /// takes nothing else away.
    pub fn exact(&self, range: Range<usize>) -> Option<Span> {
        match &self.origin {
            Origin::Same => Some(self.place(range)),
            Origin::Made | Origin::Filled => None,
            Origin::Segments(segments) => {
                let first = segments.partition_point(|segment| segment.at <= bytes(range.start)).checked_sub(1)?;
                let last = segments.partition_point(|segment| segment.at < bytes(range.end)).checked_sub(1)?;
                let used = segments.get(first..=last)?;
                // A typed quotation mark is one byte, and hides nothing.
                let plain = used.iter().all(|segment| !segment.whole || segment.end - segment.start == 1);
                let joined = used.windows(2).all(|pair| matches!(pair, [one, next] if one.end == next.start));
                (plain && joined && !used.is_empty()).then(|| self.place(range))
            }
        }
    }

    /// Returns whether no author wrote the words there, so that checks do not read them.
    pub fn is_filled(&self) -> bool {
        self.origin == Origin::Filled
    }

    /// Says that the words were made from what stands at another place.
    pub fn set_span(&mut self, span: Span) {
        self.span = span;
        if self.origin != Origin::Filled {
            self.origin = Origin::Made;
        }
    }
}

impl Origin {
    /// Returns the segments of words of a length that start at a byte of the file.
    fn segments(self, start: u32, length: u32) -> Vec<Segment> {
        match self {
            Origin::Segments(segments) => segments,
            Origin::Same | Origin::Made | Origin::Filled => {
                vec![Segment { at: 0, start, end: start + length, whole: false }]
            }
        }
    }
}

/// Returns the segment that a byte of words is in.
fn segment(segments: &[Segment], at: u32) -> Option<&Segment> {
    segments.get(segments.partition_point(|segment| segment.at <= at).checked_sub(1)?)
}

/// Returns a length or a place in words as files count them: no file has more.
fn bytes(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Text, Typeset};
    use crate::diag::{FileId, Span};

    /// What stands in the file, and the words that it becomes: each piece of it with its place.
    fn read(pieces: &[(&str, usize, usize)]) -> Text {
        let mut all: Option<Text> = None;
        for (words, start, end) in pieces {
            let span = Span::new(FileId(0), *start, *end);
            let piece =
                if words.len() == end - start { Text::written(*words, span) } else { Text::standing_for(*words, span) };
            match &mut all {
                Some(text) => text.push(&piece),
                None => all = Some(piece),
            }
        }
        all.expect("there is a piece")
    }

    fn places(text: &Text, words: &str) -> (u32, u32, bool) {
        let at = text.text.find(words).expect("the words are there");
        let span = text.place(at..at + words.len());
        (span.start, span.end, text.exact(at..at + words.len()).is_some())
    }

    #[test]
    fn words_lead_back_to_their_bytes() {
        let source = "one &amp;\n> two \\*three";
        let text = read(&[("one ", 0, 4), ("&", 4, 9), (" ", 9, 10), ("two ", 12, 16), ("*three", 17, 23)]);
        assert_eq!(text.text, "one & two *three");
        for (words, there, exact) in [
            ("one", "one", true),
            ("&", "&amp;", false),
            ("two", "two", true),
            ("*three", "*three", true),
            ("e & t", "e &amp;\n> t", false),
            ("two *", "two \\*", false),
        ] {
            let (start, end, exactly) = places(&text, words);
            assert_eq!((&source[start as usize..end as usize], exactly), (there, exact), "{words}");
            let part = text.slice(2..15);
            if part.text.contains(words) {
                assert_eq!(places(&part, words), (start, end, exactly), "{words}");
            }
        }
        assert_eq!((text.span.start, text.span.end), (0, 23));
    }

    #[test]
    fn a_mark_in_place_of_a_typed_one_leads_back_to_it() {
        let source = "it's \\'so\\', isn't\n> it?";
        let mut text = read(&[("it's ", 0, 5), ("'so", 6, 9), ("', isn't", 10, 18), (" ", 18, 19), ("it?", 21, 24)]);
        let places_of_marks: Vec<usize> = text.text.match_indices('\'').map(|(at, _)| at).collect();
        text.typeset(places_of_marks.into_iter().map(|at| Typeset { at, mark: "’" }), source);
        assert_eq!(text.text, "it’s 'so', isn’t it?");
        for (words, there, exact) in [
            ("it’s", "it's", true),
            ("’", "'", true),
            ("isn’t", "isn't", true),
            ("so", "so", true),
            ("s 'so", "s \\'so", false),
            ("isn’t it", "isn't\n> it", false),
        ] {
            let (start, end, exactly) = places(&text, words);
            assert_eq!((&source[start as usize..end as usize], exactly), (there, exact), "{words}");
        }
    }

    #[test]
    fn a_line_end_takes_no_segment_of_its_own() {
        let text = read(&[("one", 0, 3), (" ", 3, 4), ("two", 4, 7)]);
        assert_eq!(text, Text::written("one two", Span::new(FileId(0), 0, 7)));
    }
}
