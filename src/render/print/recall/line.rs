//! A line of a letter: words in the letter's language, and between them words that are quoted in another, each marked as what
//! it is.

use crate::diag::Span;
use crate::model::{Foreign, Inline, Lang, Text};
use crate::words::Said;

/// The first of the characters that stand before quoted words while a sentence is put together, and the one after them. Source:
/// The Unicode Standard, 23.5: these are nobody's letters.
const FIRST: u32 = 0xF0000;
const END: char = '\u{FFFFD}';

/// A line: its parts, each in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Line(Vec<Said>);

/// The languages of words that are quoted in one sentence.
#[derive(Default)]
pub struct Quotes(Vec<Lang>);

impl Quotes {
    /// Returns words of a language as they are put into a sentence. What has no letters, such as a number, is in no language.
    pub fn put(&mut self, text: &str, lang: &Lang) -> String {
        let bare: String = text.chars().filter(|c| !is_mark(*c)).collect();
        let mark = u32::try_from(self.0.len()).ok().and_then(|at| char::from_u32(FIRST + at)).filter(|c| is_mark(*c));
        match mark.filter(|_| bare.chars().any(char::is_alphabetic)) {
            Some(mark) => {
                self.0.push(lang.clone());
                format!("{mark}{bare}{END}")
            }
            None => bare,
        }
    }

    /// Returns a sentence that holds the quoted words as a line.
    pub fn line(self, said: &Said) -> Line {
        let mut parts = Vec::new();
        let (mut open, mut lang) = (String::new(), &said.lang);
        for c in said.text.chars() {
            if !is_mark(c) {
                open.push(c);
                continue;
            }
            if !open.is_empty() {
                parts.push(Said::new(std::mem::take(&mut open), lang));
            }
            let quoted = u32::from(c).checked_sub(FIRST).and_then(|at| self.0.get(usize::try_from(at).ok()?));
            lang = quoted.unwrap_or(&said.lang);
        }
        if !open.is_empty() {
            parts.push(Said::new(open, lang));
        }
        Line(parts)
    }
}

impl Line {
    /// Returns its parts.
    pub fn parts(&self) -> &[Said] {
        &self.0
    }

    /// Returns its words, without their languages.
    pub fn text(&self) -> String {
        self.0.iter().map(|part| &*part.text).collect()
    }

    /// Returns it as running text of a letter in a language; `span` is where what it tells of is written down.
    pub fn inlines(&self, around: &Lang, span: Span) -> Vec<Inline> {
        let part = |said: &Said| {
            let text = Inline::Text(Text::made(said.to_string(), span));
            match said.lang.is_same_language(around) {
                true => text,
                false => Inline::Language(Box::new(Foreign { lang: said.lang.clone(), content: vec![text], span })),
            }
        };
        self.0.iter().map(part).collect()
    }
}

impl From<Said> for Line {
    fn from(said: Said) -> Line {
        Line(vec![said])
    }
}

/// Returns whether a character is one of those that stand around quoted words, or would be taken for one.
fn is_mark(c: char) -> bool {
    (FIRST..=u32::from(END)).contains(&u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::Quotes;
    use crate::model::Lang;
    use crate::words::Said;

    #[test]
    fn quoted_words_keep_their_language() {
        let (welsh, english) = (Lang::parse("cy").expect("a tag"), Lang::default());
        let mut quotes = Quotes::default();
        let (then, now) = (quotes.put("Swyddfa", &welsh), quotes.put("85%", &welsh));
        let line = quotes.line(&Said::new(format!("Old: {then}. New: {now}."), &english));
        let parts: Vec<(&str, &str)> = line.parts().iter().map(|part| (part.lang.tag(), &*part.text)).collect();
        assert_eq!(parts, [(english.tag(), "Old: "), ("cy", "Swyddfa"), (english.tag(), ". New: 85%.")]);
        assert_eq!(line.text(), "Old: Swyddfa. New: 85%.");
    }

    #[test]
    fn words_that_hold_marks_quote_nothing() {
        let mut quotes = Quotes::default();
        let put = quotes.put("a\u{F0007}b\u{FFFFD}c", &Lang::default());
        assert_eq!(quotes.line(&Said::new(put, &Lang::default())).text(), "abc");
    }
}
