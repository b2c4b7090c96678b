//! Which words of a sentence are not as they were.

use similar::{ChangeTag, TextDiff};

/// Words, and whether they are not as they were.
pub type Marked = Vec<(bool, String)>;

/// Returns two sentences in pieces: what each shares with the other, and what it does not.
pub fn marked(then: &str, now: &str) -> (Marked, Marked) {
    let (mut old, mut new) = (Marked::new(), Marked::new());
    let diff = TextDiff::from_words(then, now);
    let add = |to: &mut Marked, is_other: bool, words: &str| match to.last_mut() {
        Some((last, said)) if *last == is_other => said.push_str(words),
        Some(_) | None => to.push((is_other, words.to_string())),
    };
    for change in diff.iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                add(&mut old, false, words);
                add(&mut new, false, words);
            }
            ChangeTag::Delete => add(&mut old, true, words),
            ChangeTag::Insert => add(&mut new, true, words),
        }
    }
    (joined(old), joined(new))
}

/// Joins marks with nothing but a space between them, and leaves spaces at the edges of marks outside of them.
fn joined(pieces: Marked) -> Marked {
    let mut out = Marked::new();
    for (at, (is_other, words)) in pieces.iter().enumerate() {
        let between = words.trim().is_empty() && at > 0 && at + 1 < pieces.len();
        let is_other = *is_other || between;
        match out.last_mut() {
            Some((last, said)) if *last == is_other => said.push_str(words),
            Some(_) | None => out.push((is_other, words.clone())),
        }
    }
    let mut trimmed = Marked::new();
    for (is_other, words) in out {
        let bare = words.trim_end();
        if is_other && bare.len() < words.len() && !bare.is_empty() {
            trimmed.push((true, bare.to_string()));
            trimmed.push((false, words.get(bare.len()..).unwrap_or_default().to_string()));
        } else {
            trimmed.push((is_other, words));
        }
    }
    trimmed
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn only_what_differs_is_marked() {
        let shown = |pieces: Vec<(bool, String)>| -> String {
            pieces.into_iter().map(|(is_other, words)| if is_other { format!("[{words}]") } else { words }).collect()
        };
        let (old, new) = marked("Call 01707 806100 now.", "Call 01707 806101 today.");
        assert_eq!(
            (shown(old).as_str(), shown(new).as_str()),
            ("Call 01707 [806100 now.]", "Call 01707 [806101 today.]")
        );
        let (old, new) = marked("We listen.", "We listen and call.");
        assert_eq!((shown(old).as_str(), shown(new).as_str()), ("We [listen.]", "We [listen and call.]"));
    }
}
