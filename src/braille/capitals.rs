//! Where capital indicators stand: before a letter, a word of capitals, or a passage of three such words and more.
//! Source: RUEB, 8.3 to 8.6.

use std::ops::Range;

use super::symbol::{Kind, Symbol};

/// How many words of capitals are a passage. Source: RUEB, 8.5.
const PASSAGE: usize = 3;

/// What stands before or after a character for capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capitals {
    /// How many indicators, dot 6, stand before it: one for a letter, two for a word, three for a passage.
    pub begin: u8,
    /// Whether the terminator stands after it.
    pub end: bool,
    /// Whether it is inside a passage, where letters have no indicator of their own.
    pub passage: bool,
}

/// Returns what stands at each character.
pub fn mark(symbols: &[Symbol]) -> Vec<Capitals> {
    let mut marks = vec![Capitals::default(); symbols.len()];
    if !symbols.iter().any(|symbol| symbol.kind == Kind::Capital) {
        return marks;
    }
    let words = words(symbols);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let passage = passage(symbols, words.get(at..).unwrap_or_default());
        if passage.count >= PASSAGE {
            mark_passage(symbols, &passage.range, &mut marks);
            at += passage.words;
        } else {
            mark_word(symbols, word.clone(), &mut marks);
            at += 1;
        }
    }
    marks
}

/// Returns the ranges between spaces.
fn words(symbols: &[Symbol]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for (i, symbol) in symbols.iter().enumerate() {
        if symbol.is_space() {
            if start < i {
                words.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < symbols.len() {
        words.push(start..symbols.len());
    }
    words
}

/// Words without a small letter, one behind the other.
struct Passage {
    range: Range<usize>,
    /// How many words, from the first to the last with a capital.
    words: usize,
    /// How many of them have a capital.
    count: usize,
}

/// Returns the passage that starts with the first word; empty where that has no capital.
fn passage(symbols: &[Symbol], words: &[Range<usize>]) -> Passage {
    let mut found = Passage { range: 0..0, words: 0, count: 0 };
    for (at, word) in words.iter().enumerate() {
        let all = symbols.get(word.clone()).unwrap_or_default();
        if all.iter().any(|symbol| symbol.kind == Kind::Small) {
            break;
        }
        if all.iter().any(|symbol| symbol.kind == Kind::Capital) {
            if found.count == 0 {
                found.range.start = word.start;
            }
            found.range.end = word.end;
            found.words = at + 1;
            found.count += 1;
        } else if found.count == 0 {
            break;
        }
    }
    found
}

fn mark_passage(symbols: &[Symbol], range: &Range<usize>, marks: &mut [Capitals]) {
    let inside = symbols.get(range.clone()).unwrap_or_default();
    let Some(first) = inside.iter().position(|symbol| symbol.kind == Kind::Capital) else { return };
    let first = range.start + first;
    // What opened before the passage is closed behind it: indicators nest. Source: RUEB, 8.5 and 9.9.
    let opened = symbols.get(range.start..first).unwrap_or_default();
    let closed = |open: char| match open {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '\u{201c}' => Some('\u{201d}'),
        '\u{2018}' => Some('\u{2019}'),
        '\u{ab}' => Some('\u{bb}'),
        '"' => Some('"'),
        _ => None,
    };
    let mut end = range.end;
    for symbol in opened {
        let last = symbols.get(first..end).and_then(|inside| inside.last()).map(|symbol| symbol.c);
        if closed(symbol.c).is_some() && closed(symbol.c) == last {
            end -= 1;
        }
    }
    if let Some(mark) = marks.get_mut(first) {
        mark.begin = 3;
    }
    if let Some(mark) = marks.get_mut(end.saturating_sub(1)) {
        mark.end = true;
    }
    marks.get_mut(first..end).unwrap_or_default().iter_mut().for_each(|mark| mark.passage = true);
}

/// Marks the runs of capitals of one word: a letter alone, or several, ended where a small letter follows at once.
fn mark_word(symbols: &[Symbol], word: Range<usize>, marks: &mut [Capitals]) {
    let mut i = word.start;
    while i < word.end {
        let run = symbols.get(i..word.end).unwrap_or_default();
        let count = run.iter().take_while(|symbol| symbol.kind == Kind::Capital).count();
        if count == 0 {
            i += 1;
            continue;
        }
        if let Some(mark) = marks.get_mut(i) {
            mark.begin = if count == 1 { 1 } else { 2 };
        }
        let small = run.get(count).is_some_and(|next| next.kind == Kind::Small);
        if count > 1
            && small
            && let Some(mark) = marks.get_mut(i + count - 1)
        {
            mark.end = true;
        }
        i += count;
    }
}
