//! Which languages have letters that Unified English Braille has signs for.

/// Languages that are not written in Latin letters, by their tags. Source: Unicode CLDR, `languageData`, primary scripts.
const OTHER: &[&str] = &[
    "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ku", "lo", "mk",
    "ml", "mr", "my", "ne", "or", "pa", "ps", "ru", "sd", "si", "sr", "ta", "te", "th", "ti", "uk", "ur", "yi", "yue",
    "zh",
];

/// Returns whether a language, given by its primary tag, is written in Latin letters: then its words can be read in English
/// braille without contractions, letter by letter.
pub fn is_written_in_latin(primary: &str) -> bool {
    OTHER.binary_search(&primary).is_err()
}

#[cfg(test)]
mod tests {
    use super::{OTHER, is_written_in_latin};

    #[test]
    fn languages_are_known_by_their_letters() {
        assert!(OTHER.is_sorted(), "they are looked up as a sorted list");
        assert!(["en", "cy", "pl", "so"].into_iter().all(is_written_in_latin));
        assert!(!["ur", "ar", "zh"].into_iter().any(is_written_in_latin));
    }
}
