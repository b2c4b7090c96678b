//! Numbers as readers are told them.

use std::fmt::Display;

/// Returns a whole number with commas between thousands, such as `10,062`. Source: GOV.UK style guide, numbers.
pub fn grouped(number: impl Display) -> String {
    grouped_digits(&number.to_string())
}

/// Returns digits with commas between thousands.
pub fn grouped_digits(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        let expected = [(0_u64, "0"), (999, "999"), (1_000, "1,000"), (10_062, "10,062"), (1_234_567, "1,234,567")];
        assert!(expected.iter().all(|(number, text)| grouped(*number) == *text));
    }
}
