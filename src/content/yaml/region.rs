//! Where in a YAML text a value stands: the parser of values keeps no places, so they are found again by indentation.
//! Where a text is written in an unusual way, the place is that of the nearest thing that was found.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::read::limits::MOST_ENTRIES;
use crate::diag::{FileId, Span};

/// A part of a YAML text.
#[derive(Clone, Debug)]
pub struct Region<'a> {
    text: &'a str,
    range: Range<usize>,
    base: usize,
    file: FileId,
}

impl<'a> Region<'a> {
    /// Returns the whole of a text that stands at byte `base` of a file.
    pub fn new(text: &'a str, file: FileId, base: usize) -> Region<'a> {
        Region { text, range: 0..text.len(), base, file }
    }

    /// Returns the whole as a place in the file.
    pub fn span(&self) -> Span {
        self.place(self.range.clone())
    }

    /// Returns the first line as a place in the file.
    pub fn first_line(&self) -> Span {
        let text = &self.text[self.range.clone()];
        let start = self.range.start + (text.len() - text.trim_start().len());
        let line = self.text[start..self.range.end].lines().next().unwrap_or("").trim_end();
        self.place(start..start + line.len())
    }

    fn place(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    /// Returns each line that says something: where its first sign stands, how far in, and its text from there.
    fn lines(&self) -> impl Iterator<Item = (usize, usize, &'a str)> + use<'a> {
        let (text, range) = (self.text, self.range.clone());
        let mut next = range.start;
        std::iter::from_fn(move || {
            while next < range.end {
                let end = text[next..range.end].find('\n').map_or(range.end, |at| next + at);
                let line = &text[next..end];
                let start = next + (line.len() - line.trim_start_matches(' ').len());
                next = end + 1;
                let words = text[start..end].trim_end();
                if !words.is_empty() && !words.starts_with('#') {
                    let begins = text[..start].rfind('\n').map_or(0, |at| at + 1);
                    return Some((start, start - begins, words));
                }
            }
            None
        })
    }

    /// Returns where each key of the mapping that the region holds stands: its name only.
    pub fn keys<'k>(&self, wanted: impl Iterator<Item = &'k String>) -> BTreeMap<String, Span> {
        let mut spans = BTreeMap::new();
        let mut indent = None;
        for (start, column, line) in self.lines() {
            if column != *indent.get_or_insert(column) {
                continue;
            }
            let quoted = line.starts_with(['"', '\'']);
            let bare = line.trim_start_matches(['"', '\'']);
            let Some(colon) = bare.find(':') else { continue };
            let key = bare[..colon].trim_end().trim_end_matches(['"', '\'']);
            if !key.is_empty() && !line.starts_with(['-', '{', '[']) && !spans.contains_key(key) {
                let from = start + usize::from(quoted);
                spans.insert(key.to_string(), self.place(from..from + key.len()));
            }
        }
        // On one line, as in `{ date: 2026-09-01, note: New hours }`.
        for key in wanted.filter(|key| !key.is_empty()) {
            if spans.contains_key(key) {
                continue;
            }
            let text = &self.text[self.range.clone()];
            let stands = text.match_indices(key.as_str()).find(|(at, _)| {
                let before = text[..*at].chars().next_back().unwrap_or(' ');
                let after = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
                !before.is_alphanumeric() && before != '_' && after.starts_with(':')
            });
            if let Some((at, _)) = stands {
                let from = self.range.start + at;
                spans.insert(key.clone(), self.place(from..from + key.len()));
            }
        }
        spans
    }

    /// Returns what stands under a key, given where the keys of the region stand.
    pub fn under(&self, key: &str, spans: &BTreeMap<String, Span>) -> Region<'a> {
        let Some(span) = spans.get(key) else { return self.clone() };
        let start = span.end as usize - self.base;
        let next = spans.values().map(|other| other.start as usize).filter(|other| *other > span.start as usize).min();
        let end = next.map_or(self.range.end, |next| self.text[..next - self.base].trim_end_matches(['"', '\'']).len());
        let colon = self.text[start..end].find(':').map_or(start, |at| start + at + 1);
        Region { range: colon..end, ..self.clone() }
    }

    /// Returns what stands under a key at `span`, given where all keys stand, in order. Quick for very many keys.
    pub fn between(&self, span: Span, all: &[Span]) -> Region<'a> {
        let next = all.get(all.partition_point(|other| other.start <= span.start));
        let mut spans = BTreeMap::from([(String::new(), span)]);
        spans.extend(next.map(|next| ("?".to_string(), *next)));
        self.under("", &spans)
    }

    /// Returns where each element of the list that the region holds stands, if there are so many.
    pub fn items(&self, count: usize) -> Vec<Region<'a>> {
        let mut starts = Vec::new();
        let mut indent = None;
        for (start, column, line) in self.lines() {
            if (line.starts_with("- ") || line == "-") && column == *indent.get_or_insert(column) {
                starts.push(start);
            }
        }
        // A list that is too long is cut short.
        if starts.len() > count && count == MOST_ENTRIES {
            starts.truncate(count);
        }
        if starts.len() != count {
            return vec![self.clone(); count];
        }
        let ends = starts.iter().skip(1).copied().chain([self.range.end]);
        starts.iter().zip(ends).map(|(start, end)| Region { range: start + 1..end, ..self.clone() }).collect()
    }

    /// Returns where words stand, if they stand there as they are.
    pub fn find(&self, words: &str) -> Option<Range<usize>> {
        let at = self.text[self.range.clone()].find(words)? + self.range.start + self.base;
        Some(at..at + words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Region;
    use crate::diag::Sources;

    const TEXT: &str = "title: A\nconsent:\n  scope: [web]\n  given: 2026-01-01\nlist:\n- id: a\n  text: >\n    Words: \
                        here\n- { id: b, text: More }\n";

    #[test]
    fn nested_keys_are_found_on_their_lines() {
        let mut sources = Sources::default();
        let file = sources.add("page.md", TEXT);
        let top = Region::new(TEXT, file, 0);
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_string()).collect::<Vec<_>>();
        let spans = top.keys(names(&["title", "consent", "list"]).iter());
        assert_eq!(spans.keys().map(String::as_str).collect::<Vec<_>>(), ["consent", "list", "title"]);
        let consent = top.under("consent", &spans);
        let inner = consent.keys(names(&["scope", "given"]).iter());
        assert_eq!(sources.text(inner["given"]), "given");
        assert_eq!(sources.get(file).position(inner["given"].start).line, 4);
        let items = top.under("list", &spans).items(2);
        let keys = names(&["id", "text"]);
        let lines: Vec<usize> =
            items.iter().map(|item| sources.get(file).position(item.keys(keys.iter())["text"].start).line).collect();
        assert_eq!(lines, [7, 9]);
        assert!(Region::new("[]\n", file, 0).items(0).is_empty());
    }
}
