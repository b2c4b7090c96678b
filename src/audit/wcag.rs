//! The levels of the success criteria of WCAG 2.2.

/// How much a success criterion asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The least.
    A,
    /// What the law asks of public bodies.
    Aa,
    /// The most.
    Aaa,
}

/// Criteria of level AA. Source: WCAG 2.2.
const AA: &[&str] = &[
    "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5",
    "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
];

/// Criteria of level AAA. Source: WCAG 2.2.
const AAA: &[&str] = &[
    "1.2.6", "1.2.7", "1.2.8", "1.2.9", "1.3.6", "1.4.6", "1.4.7", "1.4.8", "1.4.9", "2.1.3", "2.2.3", "2.2.4",
    "2.2.5", "2.2.6", "2.3.2", "2.3.3", "2.4.8", "2.4.9", "2.4.10", "2.4.12", "2.4.13", "2.5.5", "2.5.6", "3.1.3",
    "3.1.4", "3.1.5", "3.1.6", "3.2.5", "3.3.5", "3.3.6", "3.3.9",
];

/// Returns the least level of some criteria; nothing where there are none.
pub fn level(criteria: &[&str]) -> Option<Level> {
    let of = |criterion: &&str| {
        if AAA.contains(criterion) {
            Level::Aaa
        } else if AA.contains(criterion) {
            Level::Aa
        } else {
            Level::A
        }
    };
    criteria.iter().map(of).min()
}
