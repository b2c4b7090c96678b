//! Letters that stand above or below the line, as characters of their own: m² and CO₂. Source: Unicode 16, blocks Superscripts
//! and Subscripts, and Latin-1 Supplement.

/// Characters, and what they are above and below the line.
const KNOWN: &[(char, char, char)] = &[
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
    ('n', 'ⁿ', 'ₙ'),
];

/// Returns words above the line as characters of their own; nothing where one of them has none there.
pub fn raised(words: &str) -> Option<String> {
    put(words, |(_, above, _)| *above)
}

/// Returns words below the line as characters of their own; nothing where one of them has none there.
pub fn lowered(words: &str) -> Option<String> {
    put(words, |(_, _, below)| *below)
}

fn put(words: &str, to: impl Fn(&(char, char, char)) -> char) -> Option<String> {
    words.chars().map(|c| KNOWN.iter().find(|(known, _, _)| *known == c).map(&to)).collect()
}

#[cfg(test)]
mod tests {
    use super::{lowered, raised};

    #[test]
    fn figures_have_places_of_their_own_and_most_letters_have_none() {
        assert_eq!(raised("2").as_deref(), Some("²"));
        assert_eq!(lowered("10").as_deref(), Some("₁₀"));
        assert_eq!(raised("th"), None);
    }
}
