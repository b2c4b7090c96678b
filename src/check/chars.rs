//! Which characters a text has. A rule about money asks it first, and need not look through a text that has none of its signs.

/// A set of characters of ASCII, and whether there are others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chars(u128);

impl Chars {
    /// The ten digits.
    pub const DIGITS: Chars = Chars::of("0123456789");
    /// Whatever is not in ASCII. It stands in the place of the first character, which no text has.
    pub const OTHER: Chars = Chars(1);

    /// Returns the characters of a text.
    pub const fn of(text: &str) -> Chars {
        let bytes = text.as_bytes();
        let (mut found, mut at) = (0, 0);
        while at < bytes.len() {
            let byte = bytes[at];
            found |= 1 << if byte < 128 { byte } else { 0 };
            at += 1;
        }
        Chars(found)
    }

    /// Returns the characters of both.
    pub const fn and(self, other: Chars) -> Chars {
        Chars(self.0 | other.0)
    }

    /// Returns whether one of some characters is there.
    pub const fn any(self, of: Chars) -> bool {
        self.0 & of.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Chars;

    #[test]
    fn a_text_has_the_characters_that_stand_in_it() {
        let chars = Chars::of("Call 999, now");
        assert!(chars.any(Chars::DIGITS) && chars.any(Chars::of("xC")));
        assert!(!chars.any(Chars::of("@[x")) && !chars.any(Chars::OTHER));
        assert!(Chars::of("\u{a3}5").any(Chars::OTHER), "what is not in ASCII is told apart from it");
        assert!(Chars::of("a").and(Chars::of("b")).any(Chars::of("b")));
    }
}
