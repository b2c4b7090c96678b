//! An index of many pages: for each word the pages that it stands on, cut into files by the words' first letters. How a file is
//! read, `themes/civic/finder.js` shows; both have the same alphabet.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxBuildHasher;

use super::fold::LEAST;
use super::terms::{self, WEIGHTS};

/// What the weights of words' places begin from, in the lists of pages: `p` for the lowest.
const FIRST_WEIGHT: u8 = b'p';

/// How many bits of a number one character holds; one bit more says whether another follows.
const BITS: u32 = 5;

/// On a site with fewer pages, no word is too common to look for.
const FEW: usize = 20;

/// The weight from which on a word says what its page is about: that of a summary.
const TELLING: u8 = 2;

/// Whether words are gathered by what they have in common without their endings, as `complain` and `complained` are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stems {
    /// As English forms words.
    English,
    /// Each word for itself.
    None,
}

/// An index.
#[derive(Debug, PartialEq, Eq)]
pub struct Index {
    /// The first letters of the first word of each file; empty for a file without words.
    pub starts: Vec<String>,
    /// Each file: a line for each word or family of words, in their order.
    pub files: Vec<Vec<String>>,
}

/// Words that have an ending in which they differ, and the pages on which one of them stands.
struct Family {
    /// The first word.
    first: String,
    /// The words.
    line: String,
    /// Pages, with a weight each.
    pages: Vec<u32>,
}

/// Returns the index of pages, given the words of each, in as many files. Words with the same first letters are in one file.
pub fn index<'a, T: AsRef<[u8]> + 'a>(pages: impl Iterator<Item = T>, stems: Stems, files: usize) -> Index {
    let mut by_word: HashMap<Box<str>, Vec<u32>, FxBuildHasher> = HashMap::default();
    let mut count = 0_u32;
    for page in pages {
        terms::each(page.as_ref(), &mut |word, weight| {
            let entry = count * u32::from(WEIGHTS) + u32::from(weight);
            match by_word.get_mut(word) {
                Some(entries) => entries.push(entry),
                None => drop(by_word.insert(word.into(), vec![entry])),
            }
        });
        count += 1;
    }
    let mut all: Vec<(Box<str>, Vec<u32>)> = by_word.into_iter().collect();
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let pages = usize::try_from(count).unwrap_or(usize::MAX);
    let lines = families(all, stems).into_iter().map(|family| (start(&family.first), line(&family, pages)));
    cut(lines.collect(), files.max(1))
}

/// Returns a word's first letters, by which its file is found.
fn start(word: &str) -> String {
    word.chars().take(LEAST).collect()
}

/// Gathers words into families, in the order of their first words. A family has the same first letters.
fn families(all: Vec<(Box<str>, Vec<u32>)>, stems: Stems) -> Vec<Family> {
    let stemmer = match stems {
        Stems::English => Some(Stemmer::create(Algorithm::English)),
        Stems::None => None,
    };
    let mut families: Vec<(Vec<Box<str>>, Vec<u32>)> = Vec::new();
    let mut by_stem: HashMap<String, usize, FxBuildHasher> = HashMap::default();
    let mut letters = String::new();
    for (word, pages) in all {
        let first = start(&word);
        if first != letters {
            by_stem.clear();
            letters = first;
        }
        let stem = stemmer.as_ref().map_or_else(|| word.to_string(), |stemmer| stemmer.stem(&word).into_owned());
        let at = *by_stem.entry(stem).or_insert(families.len());
        match families.get_mut(at) {
            Some((words, all)) => {
                words.push(word);
                all.extend(pages);
            }
            None => families.push((vec![word], pages)),
        }
    }
    families.into_iter().map(|(words, pages)| family(&words, pages)).collect()
}

/// Puts words together: what all begin with, and after a comma each, how they end.
fn family(words: &[Box<str>], mut pages: Vec<u32>) -> Family {
    let first = words.first().map(ToString::to_string).unwrap_or_default();
    let shared = words.iter().map(|word| shared(&first, word)).min().unwrap_or(0);
    let mut line = first.get(..shared).unwrap_or_default().to_string();
    for word in words.iter().filter(|_| words.len() > 1) {
        line.push(',');
        line.push_str(word.get(shared..).unwrap_or_default());
    }
    if words.len() > 1 {
        // Of a page that has several, the highest weight counts.
        pages.sort_unstable_by_key(|entry| (entry / u32::from(WEIGHTS), u32::MAX - entry));
        pages.dedup_by_key(|entry| *entry / u32::from(WEIGHTS));
    }
    Family { first, line, pages }
}

/// Returns how many bytes two words begin with alike, in whole characters.
fn shared(one: &str, other: &str) -> usize {
    let same = one.char_indices().zip(other.chars()).find(|((_, one), other)| one != other);
    same.map_or_else(|| one.len().min(other.len()), |((at, _), _)| at)
}

/// Returns a family's line: its words, then for each weight, from the highest, its character and the pages, each as the distance
/// from the one before. A word on more than half of the pages tells nothing where it stands in the text: there only the pages stay
/// that are about it, and a star says so.
fn line(family: &Family, pages: usize) -> String {
    let common = pages >= FEW && family.pages.len() * 2 > pages;
    let mut line = format!("{}{} ", family.line, if common { "*" } else { "" });
    let weights = u32::from(WEIGHTS);
    for weight in (if common { TELLING } else { 0 }..WEIGHTS).rev() {
        let of_weight = family.pages.iter().filter(|entry| *entry % weights == u32::from(weight));
        let mut next = 0;
        for (at, page) in of_weight.map(|entry| entry / weights).enumerate() {
            if at == 0 {
                line.push(char::from(FIRST_WEIGHT + weight));
            }
            number(page - next, &mut line);
            next = page + 1;
        }
    }
    line
}

/// Writes a number in characters that need no escape in JSON, the lowest bits first.
fn number(mut number: u32, out: &mut String) {
    loop {
        let more = number >> BITS > 0;
        let bits = u8::try_from(number & ((1 << BITS) - 1)).unwrap_or(0) + if more { 1 << BITS } else { 0 };
        // From `#` on, without the backslash.
        out.push(char::from(b'#' + bits + u8::from(bits >= b'\\' - b'#')));
        if !more {
            return;
        }
        number >>= BITS;
    }
}

/// Cuts lines into as many files of about one size.
fn cut(lines: Vec<(String, String)>, files: usize) -> Index {
    let total: usize = lines.iter().map(|(_, line)| line.len()).sum();
    let mut index = Index { starts: vec![String::new(); files], files: vec![Vec::new(); files] };
    let (mut written, mut file, mut before) = (0, 0, String::new());
    for (start, line) in lines {
        if start != before {
            file = (written * files / total.max(1)).clamp(file, files - 1);
            before.clone_from(&start);
        }
        if let (Some(lines), Some(first)) = (index.files.get_mut(file), index.starts.get_mut(file)) {
            if lines.is_empty() {
                *first = start;
            }
            written += line.len();
            lines.push(line);
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use super::{Index, Stems, index};
    use crate::search::fold::words;

    /// Returns words with a weight each, in the form in which pages keep them.
    fn page(text: &str, weight: u8) -> Vec<u8> {
        let mut all = Vec::new();
        words(text, &mut |word| all.push(word.to_string()));
        all.sort();
        all.dedup();
        let one =
            |word: &String| [&[weight, u8::try_from(word.len()).expect("a short word")], word.as_bytes()].concat();
        all.iter().flat_map(one).collect()
    }

    fn of(pages: &[Vec<u8>], stems: Stems, files: usize) -> Index {
        index(pages.iter(), stems, files)
    }

    #[test]
    fn words_of_one_stem_share_a_line() {
        let pages = [page("complain complaining", 0), page("complained complaint", 7), page("dying die died", 1)];
        let english = of(&pages, Stems::English, 1);
        assert_eq!(english.files, [["complain,,ed,ing w$p#", "complaint w$", "die,,d q%", "dying q%"]]);
        assert_eq!(english.starts, ["com"]);
        let plain = of(&pages, Stems::None, 1);
        assert_eq!(plain.files.concat().len(), 7);
        assert_eq!(of(&[], Stems::English, 2), Index { starts: vec![String::new(); 2], files: vec![vec![]; 2] });
    }

    #[test]
    fn a_word_that_is_everywhere_keeps_the_pages_that_are_about_it() {
        let mut pages: Vec<Vec<u8>> = (0..40).map(|_| page("police", 0)).collect();
        pages.push(page("police rare", 7));
        assert_eq!(
            of(&pages, Stems::English, 1).files,
            [["polic,e* wK$", "rare wK$"].map(|line| line.replace("polic,e", "police"))]
        );
    }

    #[test]
    fn words_with_the_same_first_letters_lie_in_one_file() {
        let pages: Vec<Vec<u8>> = ["abc abcd abce abd", "bcd bce bcf", "xyz xyza"].map(|text| page(text, 0)).into();
        let three = of(&pages, Stems::None, 3);
        assert_eq!(three.starts.len(), 3);
        for file in &three.files {
            for other in three.files.iter().filter(|other| *other != file) {
                let start = |line: &String| line[..3].to_string();
                assert!(file.iter().all(|line| other.iter().all(|one| start(one) != start(line))));
            }
        }
        let mut all = three.files.concat();
        all.sort();
        assert_eq!(all, of(&pages, Stems::None, 1).files.concat());
    }
}
