//! The objects of a PDF, and how they are read from bytes: numbers, names, strings, arrays and dictionaries. Where an object
//! lies in a file is the business of `file.rs`. Source: ISO 32000-1:2008, 7.2 and 7.3.

use std::collections::BTreeMap;
use std::rc::Rc;

/// How deep arrays and dictionaries may lie in each other. Source: ours; no honest file comes near it.
const MOST_DEPTH: usize = 64;

/// An object. A copy is cheap: what is large in it is shared.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// Nothing.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a point.
    Real(f64),
    /// A name, without its slash.
    Name(Rc<[u8]>),
    /// A string, as it is once unescaped.
    String(Rc<[u8]>),
    /// An array.
    Array(Rc<Vec<Object>>),
    /// A dictionary.
    Dictionary(Rc<Dictionary>),
    /// A stream: its dictionary, and where its bytes begin and end in the file.
    Stream(Rc<Dictionary>, usize, usize),
    /// Another object, by its number.
    Reference(u32),
}

/// A dictionary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary(BTreeMap<Box<[u8]>, Object>);

impl Dictionary {
    /// Returns an entry as it is written, which may be a reference.
    pub fn get(&self, key: &str) -> Option<&Object> {
        self.0.get(key.as_bytes())
    }

    /// Returns whether there is an entry.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns the dictionary with an entry set.
    pub fn with(&self, key: &str, value: Object) -> Dictionary {
        let mut changed = self.clone();
        changed.0.insert(key.as_bytes().into(), value);
        changed
    }

    /// Returns every entry, by key.
    pub fn entries(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

impl Object {
    /// Returns the number that it is.
    pub fn number(&self) -> Option<f64> {
        match self {
            Object::Integer(whole) => Some(*whole as f64),
            Object::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the whole number that it is.
    pub fn integer(&self) -> Option<i64> {
        if let Object::Integer(whole) = self { Some(*whole) } else { None }
    }

    /// Returns the name that it is.
    pub fn name(&self) -> Option<&[u8]> {
        if let Object::Name(name) = self { Some(name) } else { None }
    }

    /// Returns the bytes of the string that it is.
    pub fn string(&self) -> Option<&[u8]> {
        if let Object::String(string) = self { Some(string) } else { None }
    }

    /// Returns the number of the object that it refers to.
    pub fn reference(&self) -> Option<u32> {
        if let Object::Reference(number) = self { Some(*number) } else { None }
    }

    /// Returns the dictionary that it is or has.
    pub fn dictionary(&self) -> Option<&Rc<Dictionary>> {
        match self {
            Object::Dictionary(dictionary) | Object::Stream(dictionary, ..) => Some(dictionary),
            _ => None,
        }
    }
}

/// Something in a row of objects and words, as pages are drawn by.
#[derive(Debug, PartialEq)]
pub enum Token<'a> {
    /// An object.
    Operand(Object),
    /// A word, such as `BT`.
    Operator(&'a [u8]),
}

/// Reads objects from bytes.
pub struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many objects it may still read: what is more is taken as the end.
    pub left: u64,
    /// Whether `1 0 R` is a reference, as it is everywhere but on a page.
    references: bool,
}

impl<'a> Lexer<'a> {
    /// Returns a lexer of a file's bytes from a place on, that reads so many objects at most.
    pub fn new(bytes: &'a [u8], at: usize, left: u64) -> Lexer<'a> {
        Lexer { bytes, at, left, references: true }
    }

    /// Returns a lexer of what a page is drawn by.
    pub fn of_content(bytes: &'a [u8], left: u64) -> Lexer<'a> {
        Lexer { bytes, at: 0, left, references: false }
    }

    /// Returns how far it has read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes to a place.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Takes a word if it stands here.
    pub fn take(&mut self, word: &[u8]) -> bool {
        self.skip_space();
        let here = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        self.at += if here { word.len() } else { 0 };
        here
    }

    /// Returns the next object; nothing where there is none, or one that is not well formed.
    pub fn object(&mut self) -> Option<Object> {
        match self.token(MOST_DEPTH)? {
            Token::Operand(object) => Some(object),
            Token::Operator(_) => None,
        }
    }

    /// Returns the next object or word; nothing at the end.
    pub fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let before = self.at;
            if let Some(token) = self.token(MOST_DEPTH) {
                return Some(token);
            }
            // What is no token is passed over, as readers do.
            if self.left == 0 || before >= self.bytes.len() {
                return None;
            }
            self.at = self.at.max(before + 1);
        }
    }

    fn token(&mut self, depth: usize) -> Option<Token<'a>> {
        self.skip_space();
        self.left = self.left.checked_sub(1)?;
        let depth = depth.checked_sub(1)?;
        let object = match self.peek()? {
            b'/' => Object::Name(self.name()),
            b'(' => Object::String(self.literal()?),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dictionary(depth)?,
            b'<' => Object::String(self.hexadecimal()),
            b'[' => self.array(depth)?,
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number()?,
            _ => return self.word(),
        };
        Some(Token::Operand(object))
    }

    fn word(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        match self.bytes.get(start..self.at)? {
            b"" => None,
            b"true" => Some(Token::Operand(Object::Boolean(true))),
            b"false" => Some(Token::Operand(Object::Boolean(false))),
            b"null" => Some(Token::Operand(Object::Null)),
            word => Some(Token::Operator(word)),
        }
    }

    fn name(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let raw = self.bytes.get(start..self.at).unwrap_or_default();
        if !raw.contains(&b'#') {
            return raw.into();
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((first, after)) = rest.split_first() {
            match (first, after) {
                (b'#', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    name.push(hex(*high) * 16 + hex(*low));
                    rest = after;
                }
                _ => {
                    name.push(*first);
                    rest = after;
                }
            }
        }
        name.into()
    }

    fn literal(&mut self) -> Option<Rc<[u8]>> {
        self.at += 1;
        let (mut string, mut open) = (Vec::new(), 1usize);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(string.into());
                    }
                }
                b'\\' => {
                    self.escape(&mut string);
                    continue;
                }
                _ => {}
            }
            string.push(byte);
        }
    }

    /// Reads what stands behind a backslash. Source: ISO 32000-1:2008, table 3.
    fn escape(&mut self, string: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => string.push(b'\n'),
            b'r' => string.push(b'\r'),
            b't' => string.push(b'\t'),
            b'b' => string.push(8),
            b'f' => string.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                string.push((code & 0xFF) as u8);
            }
            other => string.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'>' => break,
                _ if byte.is_ascii_hexdigit() => digits.push(hex(byte)),
                _ => {}
            }
        }
        digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |sum, digit| sum * 16 + digit) << (8 - pair.len() * 4))
            .collect()
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(Object::Array(Rc::new(items)));
            }
            match self.token(depth)? {
                Token::Operand(object) => items.push(object),
                // `obj` and the like mean that the end of the array is lost.
                Token::Operator(_) => return None,
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Object> {
        self.at += 2;
        let mut entries = BTreeMap::new();
        loop {
            self.skip_space();
            if self.take(b">>") {
                return Some(Object::Dictionary(Rc::new(Dictionary(entries))));
            }
            let Token::Operand(Object::Name(key)) = self.token(depth)? else { return None };
            let Token::Operand(value) = self.token(depth)? else { return None };
            entries.insert((*key).into(), value);
        }
    }

    fn number(&mut self) -> Option<Object> {
        let start = self.at;
        let mut real = false;
        while let Some(byte @ (b'0'..=b'9' | b'+' | b'-' | b'.')) = self.peek() {
            real |= byte == b'.';
            self.at += 1;
        }
        let text = std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?;
        if real {
            return Some(Object::Real(text.parse().unwrap_or(0.0)));
        }
        let Ok(whole) = text.parse::<i64>() else { return Some(Object::Integer(0)) };
        if self.references
            && let Ok(number) = u32::try_from(whole)
            && self.is_reference()
        {
            return Some(Object::Reference(number));
        }
        Some(Object::Integer(whole))
    }

    /// Takes `0 R` if it stands here.
    fn is_reference(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        let digits = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > digits && self.at > start {
            let space = self.at;
            while self.peek().is_some_and(is_space) {
                self.at += 1;
            }
            let ends = self.bytes.get(self.at + 1).is_none_or(|byte| !is_regular(*byte));
            if self.at > space && self.peek() == Some(b'R') && ends {
                self.at += 1;
                return true;
            }
        }
        self.at = start;
        false
    }
}

/// Returns whether a byte is white space. Source: ISO 32000-1:2008, table 1.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

/// Returns whether a byte can stand in a name or a word.
fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        b'A'..=b'F' => digit - b'A' + 10,
        _ => 0,
    }
}
