//! Postcodes of the United Kingdom, by their form.

/// Returns whether two words are the halves of a postcode, such as `AL5` and `4GZ`. Source: BS 7666-2:2006, annex C.
pub fn is_postcode(first: &str, second: &str) -> bool {
    // The words that are asked most often are ruled out by their length.
    let [digit, one, two] = second.as_bytes() else { return false };
    let unit = digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase();
    let letters = first.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = first.as_bytes().get(letters..).unwrap_or_default();
    unit && (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest.first().is_some_and(u8::is_ascii_digit)
        && rest.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::is_postcode;

    #[test]
    fn halves_of_a_postcode_are_known_by_their_form() {
        for (first, second) in [("AL5", "4GZ"), ("M1", "1AE"), ("EC1A", "1BB"), ("SW1A", "2AA")] {
            assert!(is_postcode(first, second), "{first} {second}");
        }
        for (first, second) in
            [("al5", "4GZ"), ("AL5", "4G2"), ("AL5", "GZ4"), ("A", "4GZ"), ("ALL5", "4GZ"), ("\u{c9}5", "4GZ")]
        {
            assert!(!is_postcode(first, second), "{first} {second}");
        }
    }
}
