//! The nearest known word to a mistyped one, so that a message can name it.

use std::cell::Cell;

/// The most letters of a word that a known one is looked for: longer ones are not typed.
const MOST_LETTERS: usize = 100;

/// The most known words that the wrong words of one file are compared with. Somebody with thousands of wrong words has one
/// mistake, and learns it from the first.
const MOST_COMPARED: usize = 500_000;

/// Guesses for the wrong words of one file, as many as can be made in a moment.
#[derive(Debug)]
pub struct Guesses {
    left: Cell<usize>,
}

impl Default for Guesses {
    fn default() -> Guesses {
        Guesses { left: Cell::new(MOST_COMPARED) }
    }
}

impl Guesses {
    /// Returns the known word that is nearest to a wrong one, as [`nearest`] does, until too many words were compared.
    pub fn nearest<'a>(&self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let mut left = self.left.get();
        let compared = known.into_iter().map_while(|candidate| {
            left = left.checked_sub(1)?;
            Some(candidate)
        });
        let best = nearest(word, compared);
        self.left.set(left);
        best.filter(|_| left > 0)
    }

    /// Counts words that were compared otherwise.
    pub fn spend(&self, compared: usize) {
        self.left.set(self.left.get().saturating_sub(compared));
    }

    /// Returns whether no more guesses are made.
    pub fn are_over(&self) -> bool {
        self.left.get() == 0
    }
}

/// Returns the known word that takes the fewest changes of a letter, where it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).take(MOST_LETTERS + 1).collect();
    let limit = (word.len() / 3).max(1);
    if word.len() > MOST_LETTERS {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        // Each missing or added letter is a change too, so a name that is much longer or shorter cannot be near.
        let letters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).take(word.len() + limit + 1).collect();
        let most = best.map_or(limit, |(least, _)| least);
        if letters.len().abs_diff(word.len()) > most {
            continue;
        }
        let Some(changes) = distance(&word, &letters, most) else { continue };
        if best.is_none_or(|least| (changes, candidate) < least) {
            best = Some((changes, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_string())
}

/// Returns how many letters must be changed, added, dropped or swapped with a neighbour; nothing where more than `most`.
/// Source: Damerau 1964, restricted to neighbours ("optimal string alignment").
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && *x == b[j - 1] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        // A swap reaches back over one row, so both must be over.
        if row.iter().chain(&above).all(|changes| *changes > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    Some(above[b.len()]).filter(|changes| *changes <= most)
}

#[cfg(test)]
mod tests {
    use super::{Guesses, MOST_COMPARED, nearest};

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let known = ["title", "summary", "published", "review"];
        assert_eq!(nearest("titel", known), Some("title".to_string()));
        assert_eq!(nearest("sumary", known), Some("summary".to_string()));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("ab", ["ba", "cb", "ac"]), Some("ac".to_string()));
        assert_eq!(nearest(&"w".repeat(5_000_000), ["w"]), None);
    }

    #[test]
    fn guesses_come_to_an_end() {
        let guesses = Guesses::default();
        assert_eq!(guesses.nearest("titel", ["title"]), Some("title".to_string()));
        let many = std::iter::repeat_n("summary", MOST_COMPARED);
        assert_eq!(guesses.nearest("sumary", many), None);
        assert_eq!(guesses.nearest("titel", ["title"]), None);
    }
}
