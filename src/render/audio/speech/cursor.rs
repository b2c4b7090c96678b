//! A place in a text that is read from left to right, and what stands before and after it.

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// Returns the start of a text.
    pub fn new(text: &'t str) -> Cursor<'t> {
        Cursor { text, at: 0 }
    }

    /// Returns how many bytes stand before it.
    pub fn at(self) -> usize {
        self.at
    }

    /// Returns what follows.
    pub fn rest(self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Returns what stands before.
    pub fn before(self) -> &'t str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// Returns what stands between it and a place after it.
    pub fn until(self, end: Cursor<'_>) -> &'t str {
        self.text.get(self.at..end.at).unwrap_or_default()
    }

    /// Returns the next character.
    pub fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Returns the character before.
    pub fn last(self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// Returns the place behind the next character.
    pub fn step(self) -> Cursor<'t> {
        self.skip(self.peek().map_or(0, char::len_utf8))
    }

    fn skip(self, bytes: usize) -> Cursor<'t> {
        Cursor { at: self.at + bytes, ..self }
    }

    /// Returns the place behind this text, if it is next.
    pub fn take(self, expected: &str) -> Option<Cursor<'t>> {
        self.rest().starts_with(expected).then(|| self.skip(expected.len()))
    }

    /// Returns the first of these texts that is next, and the place behind it.
    pub fn any<'e>(self, expected: &[&'e str]) -> Option<(&'e str, Cursor<'t>)> {
        expected.iter().find_map(|text| Some((*text, self.take(text)?)))
    }

    /// Returns the run of characters of one sort that is next, if there is one, and the place behind it.
    pub fn run(self, sort: impl Fn(char) -> bool) -> Option<(&'t str, Cursor<'t>)> {
        let length = self.rest().find(|c| !sort(c)).unwrap_or(self.rest().len());
        (length > 0).then(|| (self.rest().get(..length).unwrap_or_default(), self.skip(length)))
    }

    /// Returns a run of so many digits, and not one more.
    pub fn digits(self, least: usize, most: usize) -> Option<(&'t str, Cursor<'t>)> {
        self.run(|c| c.is_ascii_digit()).filter(|(run, _)| (least..=most).contains(&run.len()))
    }

    /// Returns a number of so many digits.
    pub fn number(self, least: usize, most: usize) -> Option<(u64, Cursor<'t>)> {
        let (digits, end) = self.digits(least, most)?;
        Some((digits.parse().ok()?, end))
    }

    /// Returns a run of letters.
    pub fn word(self) -> Option<(&'t str, Cursor<'t>)> {
        self.run(char::is_alphabetic)
    }

    /// Returns the place behind the space that may be next.
    pub fn spaces(self) -> Cursor<'t> {
        self.run(|c| c == ' ').map_or(self, |(_, end)| end)
    }

    /// Returns the place behind the space that must be next.
    pub fn space(self) -> Option<Cursor<'t>> {
        self.take(" ").map(Cursor::spaces)
    }

    /// Returns whether a word or a number ends here.
    pub fn ends(self) -> bool {
        !self.peek().is_some_and(char::is_alphanumeric)
    }

    /// Returns the word before one of these signs, which stands close before; nothing where none does.
    pub fn previous_beyond(self, signs: &[char]) -> &'t str {
        match self.before().strip_suffix(signs) {
            Some(before) => Cursor { text: before, at: before.len() }.previous(),
            None => "",
        }
    }

    /// Returns the word before, without what stands around it.
    pub fn previous(self) -> &'t str {
        let before = self.before().trim_end_matches([' ', '(', '\u{201c}', '\u{2018}', '"']);
        let start = before
            .rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '\u{2019}'))
            .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        before.get(start..).unwrap_or_default().trim_end_matches('.')
    }
}
