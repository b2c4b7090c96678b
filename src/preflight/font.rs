//! The faces of a PDF: whether a file has them with it, and which letters the codes on its pages mean.
//! Source: ISO 32000-1:2008, 9.6 to 9.10.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::reader::{Dictionary, Lexer, Object, Pdf, Token};

/// How many letters of one face are noted. Source: the most that two bytes can number.
const MOST_LETTERS: usize = 65_536;

/// A face as a PDF has it.
#[derive(Debug, Default)]
pub struct Font {
    /// Its name, such as `ABCDEF+Lexend`.
    pub name: String,
    /// Whether it lies in the file.
    pub embedded: bool,
    /// Whether only the letters that are used lie in it.
    pub subset: bool,
    /// Whether each of its codes has a letter that can be read out or copied.
    pub mapped: bool,
    /// Whether its letters are drawings in the file, and no face.
    pub drawn: bool,
    composite: bool,
    widths: BTreeMap<u32, f32>,
    usual_width: f32,
    letters: BTreeMap<u32, String>,
    simple: Simple,
}

/// What codes below 256 mean where nothing else is said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Simple {
    #[default]
    Windows,
    Mac,
}

/// A code of a face: how wide it is drawn, in thousandths of the size, and what it means.
pub struct Code<'f> {
    /// The width.
    pub width: f32,
    /// The letters; `None` where nobody can tell.
    pub letters: Option<std::borrow::Cow<'f, str>>,
    /// Whether it is the space of a face with one byte a code, which takes the space between words.
    pub is_space: bool,
}

impl Font {
    /// Reads a face.
    pub fn read(pdf: &Pdf<'_>, dictionary: &Dictionary) -> Font {
        let kind = pdf.name(dictionary, "Subtype");
        let composite = kind == "Type0";
        let below = pdf.items(dictionary, "DescendantFonts").first().map(|font| pdf.resolve(font));
        let below = below.as_ref().and_then(Object::dictionary).cloned().unwrap_or_default();
        let holder = if composite { &*below } else { dictionary };
        let descriptor = pdf.dictionary(holder, "FontDescriptor").unwrap_or_default();
        let name = pdf.name(dictionary, "BaseFont");
        let prefix: Option<&str> = name.split_once('+').map(|(prefix, _)| prefix);
        let mut font = Font {
            embedded: ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.has(key)),
            subset: prefix
                .is_some_and(|prefix| prefix.len() == 6 && prefix.bytes().all(|byte| byte.is_ascii_uppercase())),
            drawn: kind == "Type3",
            composite,
            usual_width: if composite { 1000.0 } else { 500.0 },
            name,
            ..Font::default()
        };
        let map = pdf.entry(dictionary, "ToUnicode");
        if let Some(map) = map.as_ref().and_then(|map| pdf.unpacked(map)) {
            font.letters = letters(&map);
        }
        font.mapped = map.is_some() || font.is_known(pdf, dictionary, &below, &descriptor);
        if !composite {
            font.simple_encoding(pdf, dictionary);
        }
        font.read_widths(pdf, dictionary, &below);
        font
    }

    /// Returns whether its codes have letters without a map of their own. Source: ISO 14289-1:2014, 7.21.7.
    fn is_known(&self, pdf: &Pdf<'_>, dictionary: &Dictionary, below: &Dictionary, descriptor: &Dictionary) -> bool {
        let encoding = pdf.entry(dictionary, "Encoding");
        let named = encoding.as_ref().and_then(Object::name).unwrap_or_default();
        if self.composite {
            let system = pdf.dictionary(below, "CIDSystemInfo").unwrap_or_default();
            let ordering = pdf.text(&system, "Ordering").unwrap_or_default();
            return matches!(ordering.as_str(), "GB1" | "CNS1" | "Japan1" | "Korea1") || named.starts_with(b"Uni");
        }
        let flags = pdf.entry(descriptor, "Flags").and_then(|flags| flags.integer()).unwrap_or(0);
        // Source: ISO 32000-1:2008, table 123, bit 3.
        let symbolic = flags & 4 != 0;
        encoding.is_some() || !symbolic && !self.drawn
    }

    fn simple_encoding(&mut self, pdf: &Pdf<'_>, dictionary: &Dictionary) {
        let encoding = pdf.entry(dictionary, "Encoding");
        let base = match &encoding {
            Some(Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
            Some(Object::Dictionary(held)) => pdf.name(held, "BaseEncoding"),
            _ => String::new(),
        };
        self.simple = if base == "MacRomanEncoding" { Simple::Mac } else { Simple::Windows };
        let Some(Object::Dictionary(held)) = encoding else { return };
        let mut code = 0;
        for item in pdf.items(&held, "Differences").iter().take(MOST_LETTERS) {
            match item {
                Object::Name(name) => {
                    if let Some(letter) = of_glyph_name(name) {
                        self.letters.entry(code).or_insert(letter);
                    }
                    code += 1;
                }
                other => code = other.integer().and_then(|code| u32::try_from(code).ok()).unwrap_or(code),
            }
        }
    }

    fn read_widths(&mut self, pdf: &Pdf<'_>, dictionary: &Dictionary, below: &Dictionary) {
        let number = |object: &Object| pdf.resolve(object).number().map(|number| number as f32);
        if !self.composite {
            let first = pdf.entry(dictionary, "FirstChar").and_then(|first| u32::try_from(first.integer()?).ok());
            let widths = pdf.items(dictionary, "Widths");
            let numbered = (first.unwrap_or(0)..).zip(widths.iter()).take(256);
            self.widths = numbered.filter_map(|(code, width)| Some((code, number(width)?))).collect();
            return;
        }
        self.usual_width = pdf.entry(below, "DW").and_then(|width| number(&width)).unwrap_or(1000.0);
        let list = pdf.items(below, "W");
        let mut items = list.iter();
        while let (Some(first), Some(second)) = (items.next(), items.next()) {
            let Some(first) = first.integer().and_then(|first| u32::try_from(first).ok()) else { break };
            match pdf.resolve(second) {
                Object::Array(widths) => {
                    let numbered = (first..).zip(widths.iter());
                    self.widths.extend(numbered.filter_map(|(code, width)| Some((code, number(width)?))));
                }
                last => {
                    let last = last.integer().and_then(|last| u32::try_from(last).ok()).unwrap_or(first);
                    let Some(width) = items.next().and_then(number) else { break };
                    let last = last.min(first.saturating_add(0xFFFF));
                    self.widths.extend((first..=last).map(|code| (code, width)));
                }
            }
            if self.widths.len() > MOST_LETTERS {
                break;
            }
        }
    }

    /// Returns the codes of a string that is shown, in order.
    pub fn codes<'f>(&'f self, shown: &'f [u8]) -> impl Iterator<Item = Code<'f>> {
        let step = if self.composite { 2 } else { 1 };
        shown.chunks(step).map(move |bytes| {
            let code = bytes.iter().fold(0u32, |sum, byte| (sum << 8) | u32::from(*byte));
            let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
            let width = if self.drawn { 0.0 } else { width };
            Code { width, letters: self.letters_of(code), is_space: step == 1 && code == 32 }
        })
    }

    fn letters_of(&self, code: u32) -> Option<std::borrow::Cow<'_, str>> {
        if let Some(known) = self.letters.get(&code) {
            return Some(known.as_str().into());
        }
        if self.composite {
            return None;
        }
        let letter = match (self.simple, u8::try_from(code).ok()?) {
            (_, byte @ 32..=126) => char::from(byte),
            (Simple::Mac, byte) => MAC.chars().nth(usize::from(byte).checked_sub(128)?)?,
            (Simple::Windows, byte @ 0x80..=0x9F) => WINDOWS.chars().nth(usize::from(byte) - 0x80)?,
            (Simple::Windows, byte @ 0xA0..) => char::from(byte),
            _ => return None,
        };
        Some(letter.to_string().into())
    }
}

/// Letters of the codes from 0x80 on. Source: ISO 32000-1:2008, D.2; what has no letter there is a dot in the middle.
const WINDOWS: &str = "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ";

/// Letters of the codes from 0x80 on. Source: ISO 32000-1:2008, D.2.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ·ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Returns the letter of a glyph's name. Source: Adobe Glyph List, the names that faces of this country's offices use.
fn of_glyph_name(name: &[u8]) -> Option<String> {
    const NAMES: &str = "space=  exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( \
        parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 \
        seven=7 eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ \
        bracketright=] underscore=_ braceleft={ bar=| braceright=} asciitilde=~ sterling=£ Euro=€ section=§ copyright=© \
        degree=° periodcentered=· quoteleft=‘ quoteright=’ quotedblleft=“ quotedblright=” endash=– emdash=— bullet=• \
        ellipsis=… fi=fi fl=fl ff=ff ffi=ffi ffl=ffl eacute=é egrave=è acircumflex=â ecircumflex=ê icircumflex=î \
        ocircumflex=ô ucircumflex=û agrave=à ccedilla=ç adieresis=ä odieresis=ö udieresis=ü germandbls=ß";
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut letters = name.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return Some(only.to_string());
    }
    let hexadecimal = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(letter) = hexadecimal.and_then(|digits| char::from_u32(u32::from_str_radix(digits.get(..4)?, 16).ok()?))
    {
        return Some(letter.to_string());
    }
    if name == "space" {
        return Some(" ".to_string());
    }
    let found = NAMES.split_whitespace().find_map(|entry| entry.strip_prefix(name)?.strip_prefix('='));
    found.map(str::to_string)
}

/// Returns the letters of each code that a map gives. Source: ISO 32000-1:2008, 9.10.3.
fn letters(map: &[u8]) -> BTreeMap<u32, String> {
    let mut letters = BTreeMap::new();
    let mut held: Vec<Object> = Vec::new();
    let mut lexer = Lexer::of_content(map, 1_000_000);
    while let Some(token) = lexer.next() {
        match token {
            Token::Operand(object) => held.push(object),
            Token::Operator(b"endbfchar") => {
                for pair in held.chunks_exact(2) {
                    let [code, text] = pair else { continue };
                    if let (Some(code), Some(text)) = (code_of(code), text.string()) {
                        letters.insert(code, unicode(text));
                    }
                }
                held.clear();
            }
            Token::Operator(b"endbfrange") => {
                held.chunks_exact(3).for_each(|range| add_range(range, &mut letters));
                held.clear();
            }
            Token::Operator(_) => held.clear(),
        }
        if letters.len() > MOST_LETTERS {
            break;
        }
    }
    letters
}

fn add_range(range: &[Object], letters: &mut BTreeMap<u32, String>) {
    let [first, last, to] = range else { return };
    let (Some(first), Some(last)) = (code_of(first), code_of(last)) else { return };
    let codes = first..=last.min(first.saturating_add(0xFFFF));
    match to {
        Object::Array(texts) => {
            letters.extend(codes.zip(texts.iter()).filter_map(|(code, text)| Some((code, unicode(text.string()?)))));
        }
        Object::String(text) => {
            let mut text = text.to_vec();
            for code in codes {
                letters.insert(code, unicode(&text));
                // Only the last byte is counted up, as the standard has it.
                if let Some(last) = text.last_mut() {
                    *last = last.wrapping_add(1);
                }
            }
        }
        _ => {}
    }
}

fn code_of(object: &Object) -> Option<u32> {
    let bytes = object.string().filter(|bytes| bytes.len() <= 4)?;
    Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte)))
}

fn unicode(bytes: &[u8]) -> String {
    let unit = |pair: &[u8]| pair.iter().fold(0u16, |sum, byte| (sum << 8) | u16::from(*byte));
    char::decode_utf16(bytes.chunks(2).map(unit)).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The faces of a file, each read once.
#[derive(Default)]
pub struct Fonts {
    known: BTreeMap<u32, Rc<Font>>,
    unnumbered: Vec<Rc<Font>>,
}

impl Fonts {
    /// Returns the face that an entry of a page's resources stands for.
    pub fn get(&mut self, pdf: &Pdf<'_>, entry: &Object) -> Option<Rc<Font>> {
        let number = entry.reference();
        if let Some(known) = number.and_then(|number| self.known.get(&number)) {
            return Some(Rc::clone(known));
        }
        let object = pdf.resolve(entry);
        let font = Rc::new(Font::read(pdf, object.dictionary()?));
        match number {
            Some(number) => drop(self.known.insert(number, Rc::clone(&font))),
            None => self.unnumbered.push(Rc::clone(&font)),
        }
        Some(font)
    }

    /// Returns every face that was asked for.
    pub fn all(&self) -> impl Iterator<Item = &Font> {
        self.known.values().chain(&self.unnumbered).map(Rc::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_give_letters() {
        let map = b"2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar 2 beginbfrange <0010> <0012> <0061> \
                    <0020> <0021> [<0078> <D83DDE00>] endbfrange";
        let got: Vec<(u32, String)> = letters(map).into_iter().collect();
        let expected = [(1, "A"), (2, "fi"), (16, "a"), (17, "b"), (18, "c"), (32, "x"), (33, "😀")];
        assert_eq!(got, expected.map(|(code, text)| (code, text.to_string())));
    }

    #[test]
    fn glyphs_have_names() {
        let named = |name: &str| of_glyph_name(name.as_bytes()).unwrap_or_default();
        let got = ["A", "space", "quoteright", "uni0175", "equal", "fi", "a.alt", "g123"].map(named);
        assert_eq!(got, ["A", " ", "’", "ŵ", "=", "fi", "a", ""]);
        assert_eq!((WINDOWS.chars().count(), MAC.chars().count()), (32, 128));
    }
}
