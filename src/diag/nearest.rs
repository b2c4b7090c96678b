//! The nearest known word to a mistyped one, so that a message can name it.

/// Returns the known word that takes the fewest changes of a letter, where it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).max(1);
    let scored = known.into_iter().map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate));
    let best = scored.min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))?;
    (best.0 <= limit).then(|| best.1.to_string())
}

/// Returns how many letters must be changed, added, dropped or swapped with a neighbour.
/// Source: Damerau 1964, restricted to neighbours ("optimal string alignment").
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
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
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let known = ["title", "summary", "published", "review"];
        assert_eq!(nearest("titel", known), Some("title".to_string()));
        assert_eq!(nearest("sumary", known), Some("summary".to_string()));
        assert_eq!(nearest("colour", known), None);
    }
}
