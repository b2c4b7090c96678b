//! Abbreviations that the glossary knows, marked in the text; the first on each page is where it is spelt out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Abbreviation, Block, Inline, Lang, Term, Text, plain_text, walk};

/// The glossary, and for whom.
pub struct Glossary<'a> {
    /// The terms by abbreviation.
    pub glossary: &'a BTreeMap<String, Term>,
    /// The language of the page.
    pub lang: &'a Lang,
}

/// Marks the abbreviations of one page or leaflet: the first in its `parts` is spelt out.
pub fn mark<'b>(known: &Glossary<'_>, parts: impl IntoIterator<Item = &'b mut Vec<Block>>) {
    if known.glossary.is_empty() {
        return;
    }
    let mut seen = Seen::default();
    for blocks in parts {
        mark_in(blocks, Spelling::Out, &mut Marking { known, seen: &mut seen, before: String::new() });
    }
}

/// Whether a place may spell an abbreviation out: running text may, labels and values may not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// The first use on the page is spelt out here.
    Out,
    /// The letters are marked, and the words come where there is running text.
    Short,
}

fn mark_in(blocks: &mut [Block], around: Spelling, marking: &mut Marking<'_>) {
    for block in blocks {
        let short = match block {
            Block::Heading(_) | Block::Callout(_) | Block::Action(_) | Block::Details(_) => true,
            // A key fact is a value, and a line of an address is read by a postman.
            Block::KeyFacts(_) | Block::Address(_) => true,
            Block::Paragraph(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Quote(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Code(_)
            | Block::Break(_)
            | Block::Statistic(_)
            | Block::Steps(_)
            | Block::Contact(_)
            | Block::Timeline(_)
            | Block::Form(_)
            | Block::Film(_)
            | Block::Video(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::Row(_)
            | Block::Language(_)
            | Block::Included(_)
            | Block::RawHtml(_) => false,
        };
        let own = if short { Spelling::Short } else { around };
        for run in walk::own_runs_mut(block) {
            marking.before.clear();
            let own = if is_running(run) { own } else { Spelling::Short };
            mark_run(run, own, marking);
        }
        let within = if matches!(block, Block::KeyFacts(_)) { Spelling::Short } else { around };
        for held in walk::held_mut(block) {
            mark_in(held, within, marking);
        }
    }
}

/// Returns whether a run is words and not a reference or a code alone: it has a word in small letters, or one word only.
fn is_running(run: &[Inline]) -> bool {
    let words = plain_text(run);
    let mut words = words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.clone().count() <= 1 || words.any(|word| word.len() > 1 && word.chars().all(|c| c.is_lowercase()))
}

/// The most uses of abbreviations that are marked on a page: the first is spelt out, and the hundredth tells nobody anything.
/// Chosen here; no source decides.
const MOST_MARKED: usize = 5_000;

/// What is known of a page's abbreviations.
#[derive(Default)]
struct Seen {
    terms: BTreeSet<String>,
    marked: usize,
}

struct Marking<'a> {
    known: &'a Glossary<'a>,
    seen: &'a mut Seen,
    /// The words of the run so far, to notice "full name (ABC)".
    before: String,
}

fn mark_run(run: &mut Vec<Inline>, spelling: Spelling, marking: &mut Marking<'_>) {
    if !run.iter().any(worth_reading) {
        return;
    }
    let mut out = Vec::with_capacity(run.len());
    for mut inline in std::mem::take(run) {
        match inline {
            Inline::Text(text) => split(text, spelling, marking, &mut out),
            _ => {
                // A link is called what its author calls it.
                let within = if matches!(inline, Inline::Link(_)) { Spelling::Short } else { spelling };
                match inline.children_mut() {
                    Some(children) => mark_run(children, within, marking),
                    None => marking.before.push_str(&plain_text(std::slice::from_ref(&inline))),
                }
                out.push(inline);
            }
        }
    }
    *run = out;
}

/// Returns whether a node may hold an abbreviation: two capitals in a row, somewhere in it.
fn worth_reading(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)),
        _ => inline.children().iter().any(worth_reading),
    }
}

fn split(text: Text, spelling: Spelling, marking: &mut Marking<'_>, out: &mut Vec<Inline>) {
    let mut kept = 0;
    for (start, word) in words(&text.text) {
        let Some(term) = marking.known.glossary.get(word).filter(|term| !term.well_known && !term.full.is_empty())
        else {
            continue;
        };
        if marking.seen.marked == MOST_MARKED {
            break;
        }
        marking.seen.marked += 1;
        let joined = joined(&text.text, start, start + word.len());
        if joined == Joined::Reference {
            continue;
        }
        if start > kept {
            marking.before.push_str(&text.text[kept..start]);
            out.push(Inline::Text(text.slice(kept..start)));
        }
        let end = start + word.len();
        let full = term.full.in_lang(marking.known.lang);
        let spelt = marking.before.strip_suffix('(').is_some_and(|before| ends_with(before.trim_end(), full));
        let fits = !is_possessive(&text.text[end..]) && article_fits(&marking.before, full);
        let out_here = spelling == Spelling::Out && joined == Joined::No && fits;
        let first = out_here && marking.seen.terms.insert(term.short.clone());
        out.push(Inline::Abbreviation(Box::new(Abbreviation {
            short: term.short.clone(),
            full: full.clone(),
            expand: first && !spelt,
            span: text.place(start..end),
        })));
        marking.before.push_str(word);
        kept = end;
    }
    if kept == 0 {
        marking.before.push_str(&text.text);
        out.push(Inline::Text(text));
    } else if kept < text.text.len() {
        marking.before.push_str(&text.text[kept..]);
        out.push(Inline::Text(text.slice(kept..text.text.len())));
    }
}

/// Returns whether what follows makes letters a possessive, as in "the PCC's office": spelt out, that would read
/// "Commissioner (PCC)'s", so the next use is spelt out instead.
fn is_possessive(after: &str) -> bool {
    after
        .strip_prefix(['\'', '\u{2019}'])
        .is_some_and(|rest| rest.starts_with('s') && !rest[1..].starts_with(char::is_alphanumeric))
}

/// Returns whether an article before letters fits the words that they stand for: "an RJ project" would read "an restorative
/// justice (RJ) project", so the next use is spelt out instead.
fn article_fits(before: &str, full: &str) -> bool {
    let Some(before) = before.strip_suffix([' ', '\u{a0}']) else { return true };
    let article = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let vowel = full.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    match article {
        "a" | "A" => !vowel,
        "an" | "An" => vowel,
        _ => true,
    }
}

/// What letters are joined to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// To nothing: they are a word.
    No,
    /// To a word, by a hyphen, as in "PCC-led".
    Word,
    /// To more of a reference, an address or the name of a file.
    Reference,
}

/// The most bytes on either side that are looked at to see what letters are joined to.
const MOST_AROUND: usize = 500;

fn joined(text: &str, start: usize, end: usize) -> Joined {
    let boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (start.saturating_sub(MOST_AROUND)..=start).find(boundary).unwrap_or(start);
    let to = (end..=text.len().min(end + MOST_AROUND)).rev().find(boundary).unwrap_or(end);
    let (text, start, end) = (&text[from..to], start - from, end - from);
    let sign = |c: char| "-\u{2010}\u{2011}/\\._:@#=&%+~?".contains(c);
    let token = |c: char| c.is_alphanumeric() || sign(c);
    let before = text[..start].trim_end_matches(token).len();
    let after = end + text[end..].find(|c: char| !token(c)).unwrap_or(text.len() - end);
    // A full stop or a colon at the end is the sentence's.
    let (head, tail) = (&text[before..start], text[end..after].trim_end_matches(['.', ':', '?']));
    if head.is_empty() && tail.is_empty() {
        return Joined::No;
    }
    let word = |part: &str, bare: Option<&str>| {
        part.is_empty() || bare.is_some_and(|bare| bare.len() > 1 && bare.chars().all(char::is_lowercase))
    };
    let hyphen = ['-', '\u{2010}', '\u{2011}'];
    let words = word(head, head.strip_suffix(hyphen)) && word(tail, tail.strip_prefix(hyphen));
    if words { Joined::Word } else { Joined::Reference }
}

/// Returns whether a text ends with another, whatever letters are capitals.
fn ends_with(text: &str, end: &str) -> bool {
    let mut letters = text.chars().rev().flat_map(char::to_lowercase);
    end.chars().rev().flat_map(char::to_lowercase).all(|letter| letters.next() == Some(letter))
}

/// Returns every run of letters and digits with where it starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|word| !word.is_empty()).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
