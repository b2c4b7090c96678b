//! Wording that every format shares: sizes of files, page counts, the words that name a callout.

use crate::model::{CalloutKind, Lang};

/// Returns a file's size as readers are told it: whole kilobytes, or megabytes with two decimals.
/// Source: NHS digital service manual, formatting and punctuation.
pub fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes < MEGABYTE {
        return format!("{} KB", bytes.div_ceil(1000).max(1));
    }
    let hundredths = (bytes + MEGABYTE / 200) / (MEGABYTE / 100);
    format!("{}.{:02} MB", hundredths / 100, hundredths % 100)
}

/// Returns a page count in words, such as `1 page`.
pub fn pages(count: usize) -> String {
    if count == 1 { "1 page".to_string() } else { format!("{count} pages") }
}

/// Returns the word that names a callout, so that no reader depends on its colour or sign.
pub fn callout(kind: CalloutKind, lang: &Lang) -> &'static str {
    let welsh = lang.primary() == "cy";
    match (kind, welsh) {
        (CalloutKind::Information, false) => "Information",
        (CalloutKind::Warning, false) => "Warning",
        (CalloutKind::Important, false) => "Important",
        (CalloutKind::Example, false) => "Example",
        (CalloutKind::Information, true) => "Gwybodaeth",
        (CalloutKind::Warning, true) => "Rhybudd",
        (CalloutKind::Important, true) => "Pwysig",
        (CalloutKind::Example, true) => "Enghraifft",
    }
}

/// Returns a phone number as a machine dials it: digits only, with the country's code. Source: RFC 3966.
pub fn dial(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(national) if digits.len() >= 10 => format!("+44{national}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{dial, size};

    #[test]
    fn sizes_are_told_as_readers_know_them() {
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(30_600), "31 KB");
        assert_eq!(size(1_900_000), "1.90 MB");
    }

    #[test]
    fn a_number_is_dialled_from_anywhere() {
        assert_eq!(dial("01707 806100"), "+441707806100");
        assert_eq!(dial("999"), "999");
        assert_eq!(dial("18001 01707 806100"), "1800101707806100");
    }
}
