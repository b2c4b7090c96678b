//! Names that are said otherwise than they are written, from the glossary (`say: WEL-in`).

use std::collections::BTreeMap;

use super::recital::Piece;
use super::speech::Speech;
use crate::model::Term;
use crate::words::Lang;

/// The first of the characters that stand for names while figures become words. They are Unicode's for private use, which no
/// voice knows.
const FIRST: u32 = 0xe000;
/// The most names that there are characters for. Source: Unicode, block Private Use Area.
const MOST: usize = 6400;

/// The names of a site that have a way to be said.
pub struct Pronounced<'g> {
    /// The longest first.
    names: Vec<(&'g str, &'g str)>,
}

impl<'g> Pronounced<'g> {
    /// Returns the names of a glossary.
    pub fn of(glossary: &'g BTreeMap<String, Term>) -> Pronounced<'g> {
        let mut names: Vec<(&str, &str)> = glossary
            .iter()
            .filter(|(_, term)| !term.say.is_empty())
            .map(|(name, term)| (name.as_str(), term.say.as_str()))
            .collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names.truncate(MOST);
        Pronounced { names }
    }

    /// Returns words of one language as they are spoken, names by themselves.
    pub fn pieces(&self, text: &str, lang: Option<&Lang>, speech: Option<&Speech>) -> Vec<Piece> {
        let marked = self.marked(text);
        let spoken = speech.map_or_else(|| marked.clone(), |speech| speech.say(&marked));
        let mut pieces = Vec::new();
        let mut open = String::new();
        let piece = |words: String, say: Option<String>| Piece { words, lang: lang.cloned(), say };
        for c in spoken.chars() {
            match self.name(c) {
                Some((name, say)) => {
                    pieces.push(piece(std::mem::take(&mut open), None));
                    pieces.push(piece(name.to_string(), Some(say.to_string())));
                }
                None => open.push(c),
            }
        }
        pieces.push(piece(open, None));
        pieces.retain(|piece| !piece.words.is_empty());
        pieces
    }

    /// Returns a text with a character in place of each name.
    fn marked(&self, text: &str) -> String {
        let mut text = text.to_string();
        for (at, (name, _)) in self.names.iter().enumerate() {
            if !text.contains(name) {
                continue;
            }
            let Some(mark) = u32::try_from(at).ok().and_then(|at| char::from_u32(FIRST + at)) else { continue };
            let mut out = String::with_capacity(text.len());
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once(name) {
                let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
                out.push_str(before);
                match inside {
                    true => out.push_str(name),
                    false => out.push(mark),
                }
                rest = after;
            }
            out.push_str(rest);
            text = out;
        }
        text
    }

    fn name(&self, c: char) -> Option<(&'g str, &'g str)> {
        let at = u32::from(c).checked_sub(FIRST)?;
        self.names.get(usize::try_from(at).ok()?).copied()
    }
}
