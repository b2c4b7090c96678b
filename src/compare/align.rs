//! Two lists of sentences: which are the same, which have become others, which are new or gone.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::page::{Sentence, SentenceKind};

/// How two sentences come to be told of; each by its number in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Both say the same.
    Same(usize, usize),
    /// One has become the other.
    Changed(usize, usize),
    /// It says the same in another place.
    Elsewhere(usize, usize),
    /// It is no longer said.
    Removed(usize),
    /// It is said for the first time.
    Added(usize),
}

/// The most pairs of sentences that are compared word by word where a run of them has changed. Chosen here; no source
/// decides: beyond it, the first is compared with the first, and so on.
const MOST_PAIRS: usize = 40_000;

/// How alike two sentences are that tell of the same thing, of a thousand. Chosen here by trying real edits.
const ALIKE: usize = 500;

/// Returns how one list has become another, in the order of the new one.
pub fn aligned(then: &[Sentence], now: &[Sentence]) -> Vec<Step> {
    let (a, b) = numbered(then, now);
    let mut steps = Vec::with_capacity(b.len());
    let mut runs: Vec<(Vec<usize>, Vec<usize>)> = vec![Default::default()];
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            steps.extend((0..len).map(|at| Step::Same(old_index + at, new_index + at)));
            runs.push(Default::default());
        } else if let Some(run) = runs.last_mut() {
            run.0.extend(op.old_range());
            run.1.extend(op.new_range());
        }
    }
    elsewhere(&a, &b, &mut runs, &mut steps);
    for (old, new) in runs {
        paired(then, now, old, new, &mut steps);
    }
    steps.sort_by_key(|step| place(*step));
    steps
}

/// Returns where a step stands: what is gone, before what took its place.
fn place(step: Step) -> (usize, usize) {
    match step {
        Step::Same(_, new) | Step::Changed(_, new) | Step::Elsewhere(_, new) | Step::Added(new) => (new, 1),
        Step::Removed(old) => (old, 0),
    }
}

/// Returns both lists as numbers: two sentences that say the same have the same.
fn numbered(then: &[Sentence], now: &[Sentence]) -> (Vec<usize>, Vec<usize>) {
    let mut all = Vec::with_capacity(then.len() + now.len());
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for one in then.iter().chain(now) {
        let next = known.len();
        all.push(*known.entry((one.label.as_str(), one.words.as_str())).or_insert(next));
    }
    let b = all.split_off(then.len());
    (all, b)
}

/// Takes out of the runs what is said in both, only in another place.
fn elsewhere(a: &[usize], b: &[usize], runs: &mut [(Vec<usize>, Vec<usize>)], steps: &mut Vec<Step>) {
    let mut left: HashMap<usize, Vec<usize>> = HashMap::new();
    for old in runs.iter().flat_map(|(old, _)| old).rev() {
        left.entry(a[*old]).or_default().push(*old);
    }
    let mut taken: Vec<usize> = Vec::new();
    for (_, new) in runs.iter_mut() {
        new.retain(|new| match left.get_mut(&b[*new]).and_then(Vec::pop) {
            Some(old) => {
                taken.push(old);
                steps.push(Step::Elsewhere(old, *new));
                false
            }
            None => true,
        });
    }
    taken.sort_unstable();
    for (old, _) in runs {
        old.retain(|old| taken.binary_search(old).is_err());
    }
}

/// Pairs the sentences of one run that tell of the same thing.
fn paired(then: &[Sentence], now: &[Sentence], mut old: Vec<usize>, mut new: Vec<usize>, steps: &mut Vec<Step>) {
    // A cell stays the same cell while its headings do, and a title the title.
    let same_place = |a: &Sentence, b: &Sentence| {
        let labelled = !a.label.is_empty() && a.label == b.label;
        a.kind == b.kind && (labelled || matches!(a.kind, SentenceKind::Title | SentenceKind::Summary))
    };
    // Where its headings are others, these are told of.
    let same_words = |a: &Sentence, b: &Sentence| a.words == b.words;
    pick(then, now, &mut old, &mut new, same_place, |a, b| steps.push(Step::Changed(a, b)));
    pick(then, now, &mut old, &mut new, same_words, |a, b| steps.push(Step::Same(a, b)));
    let pairs = alike(then, now, &old, &new);
    old.retain(|one| pairs.binary_search_by_key(one, |(a, _)| *a).is_err());
    new.retain(|one| pairs.binary_search_by_key(one, |(_, b)| *b).is_err());
    steps.extend(pairs.into_iter().map(|(a, b)| Step::Changed(a, b)));
    if let ([a], [b]) = (old.as_slice(), new.as_slice())
        && then[*a].kind == now[*b].kind
        && then[*a].kind != SentenceKind::Item
    {
        steps.push(Step::Changed(*a, *b));
        return;
    }
    steps.extend(old.into_iter().map(Step::Removed));
    steps.extend(new.into_iter().map(Step::Added));
}

/// Takes out pairs for which `is` holds, each with the first that there is.
fn pick(
    then: &[Sentence],
    now: &[Sentence],
    old: &mut Vec<usize>,
    new: &mut Vec<usize>,
    is: impl Fn(&Sentence, &Sentence) -> bool,
    mut took: impl FnMut(usize, usize),
) {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return;
    }
    old.retain(|a| {
        let Some(at) = new.iter().position(|b| is(&then[*a], &now[*b])) else { return true };
        took(*a, new.remove(at));
        false
    });
}

/// Returns the pairs of sentences that are alike, none of which crosses another: those that are most alike in all.
fn alike(then: &[Sentence], now: &[Sentence], old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let bags =
        |all: &[Sentence], of: &[usize]| -> Vec<Vec<String>> { of.iter().map(|at| bag(&all[*at].words)).collect() };
    let (a, b) = (bags(then, old), bags(now, new));
    if a.len().saturating_mul(b.len()) > MOST_PAIRS {
        let both = old.iter().zip(new).zip(a.iter().zip(&b));
        return both.filter(|(_, (a, b))| likeness(a, b) >= ALIKE).map(|((old, new), _)| (*old, *new)).collect();
    }
    let width = b.len() + 1;
    let mut likeness_of = vec![0; a.len() * b.len()];
    let mut best = vec![0; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let score = likeness(&a[i], &b[j]);
            let score = if score >= ALIKE { score } else { 0 };
            likeness_of[i * b.len() + j] = score;
            let with = if score > 0 { score + best[(i + 1) * width + j + 1] } else { 0 };
            best[i * width + j] = with.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        let (here, score) = (best[i * width + j], likeness_of[i * b.len() + j]);
        if score > 0 && here == score + best[(i + 1) * width + j + 1] {
            pairs.push((old[i], new[j]));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Returns the words of a sentence in order of the alphabet, with one sign for every number: another figure makes no other
/// sentence.
fn bag(words: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let masked = |word: String| if word.bytes().any(|b| b.is_ascii_digit()) { "#".to_string() } else { word };
    let mut bag: Vec<String> = words.split_whitespace().map(bare).map(masked).filter(|word| !word.is_empty()).collect();
    bag.sort_unstable();
    bag
}

/// Returns how many words two sentences share, of a thousand.
fn likeness(a: &[String], b: &[String]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    common * 2_000 / (a.len() + b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::{Step, aligned};
    use crate::compare::page::{Sentence, SentenceKind};

    fn list(words: &[&str]) -> Vec<Sentence> {
        let one = |words: &&str| match words.split_once(": ") {
            Some((label, words)) => {
                Sentence { kind: SentenceKind::Cell, label: label.into(), words: words.into(), ..Sentence::default() }
            }
            None => Sentence { words: (*words).to_string(), ..Sentence::default() },
        };
        words.iter().map(one).collect()
    }

    #[test]
    fn sentences_find_the_ones_that_they_have_become() {
        use Step::{Added, Changed, Elsewhere, Removed, Same};
        let cases: &[(&[&str], &[&str], &[Step])] = &[
            (&["We listen.", "Call 1."], &["We listen.", "Call 2."], &[Same(0, 0), Changed(1, 1)]),
            (&["A b c d.", "E f g h."], &["I j.", "A b c e.", "E f g h."], &[Added(0), Changed(0, 1), Same(1, 2)]),
            (&["One.", "Two.", "Three."], &["Three.", "One.", "Two."], &[Elsewhere(2, 0), Same(0, 1), Same(1, 2)]),
            (&["Gone for good.", "Stays."], &["Stays."], &[Same(1, 0), Removed(0)]),
            (&["Mon: 9", "Tue: 5"], &["Mon: 5", "Tue: 9"], &[Changed(0, 0), Changed(1, 1)]),
            (&["Old, Mon: 9"], &["New, Mon: 9"], &[Same(0, 0)]),
            (&["It is all quite new."], &["Nothing like that."], &[Changed(0, 0)]),
        ];
        for (then, now, expected) in cases {
            let mut steps = aligned(&list(then), &list(now));
            let mut expected = expected.to_vec();
            for all in [&mut steps, &mut expected] {
                all.sort_by_key(|step| format!("{step:?}"));
            }
            assert_eq!(steps, expected, "{then:?} {now:?}");
        }
    }

    #[test]
    fn a_page_that_is_all_new_takes_no_long() {
        let page = |mark: &str| -> Vec<Sentence> {
            (0..30_000).map(|n| Sentence { words: format!("{mark}{n} says {mark}."), ..Sentence::default() }).collect()
        };
        let steps = aligned(&page("a"), &page("b"));
        assert!(steps.len() == 30_000 && steps.iter().all(|step| matches!(step, Step::Changed(a, b) if a == b)));
    }
}
