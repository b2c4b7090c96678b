//! Where the objects of a PDF lie: its cross-reference tables and streams, streams of objects, and what is found by looking for
//! it where those are damaged. Source: ISO 32000-1:2008, 7.5.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::object::{Dictionary, Lexer, Object, Token};
use super::unpack::{Predictor, unpack};

/// How many objects are read of one file, the small ones inside others counted. Source: measured; 60 MB of memory.
const MOST_OBJECTS: u64 = 3_000_000;

/// How many places of objects are noted. Source: ours; 30 MB of memory.
const MOST_PLACES: usize = 500_000;

/// How much one packed part may unfold to, in bytes.
const MOST_UNPACKED: usize = 32_000_000;

/// How much all packed parts of a file may unfold to, in bytes, one after the other.
const MOST_UNPACKED_IN_ALL: usize = 200_000_000;

/// How many streams of objects are kept unpacked. Source: ours; one holds 100 to 200 objects in most files.
const MOST_KEPT: usize = 64_000_000;

/// How many references are followed, or objects read inside the reading of others, before it is taken for a circle.
const MOST_STEPS: usize = 16;

/// Why a file cannot be looked into, as the end of a sentence.
pub type Closed = &'static str;

/// Where an object lies.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// At a byte of the file.
    Byte(usize),
    /// In a stream of objects.
    In(u32),
}

/// A stream of objects, unpacked: its bytes, and where in them each object begins.
struct Packed {
    bytes: Vec<u8>,
    starts: BTreeMap<u32, usize>,
}

/// A PDF.
pub struct Pdf<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    trailer: Rc<Dictionary>,
    /// Whether the list of objects was damaged, and they were looked for.
    pub mended: bool,
    read: RefCell<BTreeMap<u32, Object>>,
    packed: RefCell<BTreeMap<u32, Rc<Packed>>>,
    open: RefCell<BTreeSet<u32>>,
    left: Cell<u64>,
    to_unpack: Cell<usize>,
    to_keep: Cell<usize>,
}

impl<'a> Pdf<'a> {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// It is no PDF, has a password, or is damaged beyond reading.
    pub fn open(bytes: &'a [u8]) -> Result<Pdf<'a>, Closed> {
        let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        if !start.windows(5).any(|part| part == b"%PDF-") {
            return Err("it is no PDF");
        }
        let mut pdf = Pdf {
            bytes,
            places: BTreeMap::new(),
            trailer: Rc::default(),
            mended: false,
            read: RefCell::default(),
            packed: RefCell::default(),
            open: RefCell::default(),
            left: Cell::new(MOST_OBJECTS),
            to_unpack: Cell::new(MOST_UNPACKED_IN_ALL),
            to_keep: Cell::new(MOST_KEPT),
        };
        pdf.follow_lists();
        if pdf.trailer.has("Encrypt") {
            return Err("it has a password, or is locked against copying");
        }
        if !pdf.has_pages() {
            pdf.look_for_objects();
        }
        let is_there = pdf.dictionary(&pdf.trailer, "Root").is_some();
        if pdf.trailer.has("Encrypt") {
            return Err("it has a password, or is locked against copying");
        }
        if is_there { Ok(pdf) } else { Err("it is damaged") }
    }

    /// Returns the dictionary from which all else is reached.
    pub fn catalogue(&self) -> Rc<Dictionary> {
        self.dictionary(&self.trailer, "Root").unwrap_or_default()
    }

    /// Returns the trailer.
    pub fn trailer(&self) -> &Rc<Dictionary> {
        &self.trailer
    }

    /// Returns the bytes of the file.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the numbers of all objects, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.places.keys().copied()
    }

    /// Returns whether work was left undone because the file asks for too much of it.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0 || self.to_unpack.get() == 0
    }

    fn has_pages(&self) -> bool {
        self.dictionary(&self.catalogue(), "Pages").is_some()
    }

    /// Returns an object by its number; `Null` where there is none.
    pub fn object(&self, number: u32) -> Object {
        if let Some(known) = self.read.borrow().get(&number) {
            return known.clone();
        }
        let within = self.open.borrow().len();
        if within >= MOST_STEPS || !self.open.borrow_mut().insert(number) {
            return Object::Null;
        }
        let object = match self.places.get(&number) {
            Some(Place::Byte(at)) => self.at_byte(*at, Some(number)).map(|(_, object)| object),
            Some(Place::In(stream)) => self.in_stream(*stream, number),
            None => None,
        };
        self.open.borrow_mut().remove(&number);
        let object = object.unwrap_or(Object::Null);
        self.read.borrow_mut().insert(number, object.clone());
        object
    }

    /// Returns what an object is, where it is a reference; or else itself.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..MOST_STEPS {
            let Object::Reference(number) = object else { return object };
            object = self.object(number);
        }
        Object::Null
    }

    /// Returns an entry of a dictionary, a reference followed.
    pub fn entry(&self, dictionary: &Dictionary, key: &str) -> Option<Object> {
        let found = self.resolve(dictionary.get(key)?);
        (found != Object::Null).then_some(found)
    }

    /// Returns an entry that is a dictionary, or a stream's.
    pub fn dictionary(&self, dictionary: &Dictionary, key: &str) -> Option<Rc<Dictionary>> {
        self.entry(dictionary, key)?.dictionary().cloned()
    }

    /// Returns the items of an entry that is an array; none where it is not.
    pub fn items(&self, dictionary: &Dictionary, key: &str) -> Rc<Vec<Object>> {
        match self.entry(dictionary, key) {
            Some(Object::Array(items)) => items,
            _ => Rc::default(),
        }
    }

    /// Returns an entry that is a name, as text.
    pub fn name(&self, dictionary: &Dictionary, key: &str) -> String {
        let entry = self.entry(dictionary, key);
        entry
            .as_ref()
            .and_then(Object::name)
            .map_or_else(String::new, |name| String::from_utf8_lossy(name).into_owned())
    }

    /// Returns an entry that is a text, as it is read. Source: ISO 32000-1:2008, 7.9.2.2 and annex D.
    pub fn text(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        self.entry(dictionary, key)?.string().map(text_of)
    }

    /// Returns the bytes of a stream, unpacked; nothing where that cannot be done, as with pictures.
    pub fn unpacked(&self, stream: &Object) -> Option<Vec<u8>> {
        let Object::Stream(dictionary, start, end) = stream else { return None };
        let mut bytes = self.bytes.get(*start..*end)?.to_vec();
        let filters = match self.entry(dictionary, "Filter").or_else(|| self.entry(dictionary, "F")) {
            Some(Object::Array(filters)) => filters.iter().map(|filter| self.resolve(filter)).collect(),
            Some(filter) => vec![filter],
            None => Vec::new(),
        };
        let parameters = match self.entry(dictionary, "DecodeParms").or_else(|| self.entry(dictionary, "DP")) {
            Some(Object::Array(all)) => all.iter().map(|one| self.resolve(one)).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        for (at, filter) in filters.iter().enumerate().take(8) {
            let most = self.to_unpack.get().min(MOST_UNPACKED);
            let predictor = self.predictor(parameters.get(at));
            bytes = unpack(filter.name()?, &bytes, predictor, most)?;
            self.to_unpack.set(self.to_unpack.get().saturating_sub(bytes.len()));
        }
        Some(bytes)
    }

    fn predictor(&self, parameters: Option<&Object>) -> Predictor {
        let none = Rc::default();
        let parameters = parameters.and_then(Object::dictionary).unwrap_or(&none);
        let whole = |key: &str, usual: i64| {
            let entry = self.entry(parameters, key).and_then(|entry| entry.integer()).unwrap_or(usual);
            usize::try_from(entry).unwrap_or(0).min(1 << 20)
        };
        let bits = whole("Colors", 1).min(64) * whole("BitsPerComponent", 8).min(32);
        let row = (bits * whole("Columns", 1)).div_ceil(8);
        Predictor { kind: whole("Predictor", 1) as i64, row, pixel: (bits / 8).max(1) }
    }

    fn lexer<'b>(&self, bytes: &'b [u8], at: usize) -> Lexer<'b> {
        Lexer::new(bytes, at, self.left.get())
    }

    /// Counts what a lexer read that began with so much work left to it.
    fn count(&self, before: u64, lexer: &Lexer<'_>) {
        let read = before.saturating_sub(lexer.left);
        self.left.set(self.left.get().saturating_sub(read));
    }

    /// Reads the object that begins at a byte as `4 0 obj`; returns its number too.
    fn at_byte(&self, at: usize, wanted: Option<u32>) -> Option<(u32, Object)> {
        let mut lexer = self.lexer(self.bytes, at);
        let before = lexer.left;
        let found = self.indirect(&mut lexer, wanted);
        self.count(before, &lexer);
        found
    }

    fn indirect(&self, lexer: &mut Lexer<'_>, wanted: Option<u32>) -> Option<(u32, Object)> {
        let number = u32::try_from(lexer.object()?.integer()?).ok()?;
        if wanted.is_some_and(|wanted| wanted != number) {
            return None;
        }
        lexer.object()?.integer()?;
        if !lexer.take(b"obj") {
            return None;
        }
        let object = lexer.object()?;
        let Object::Dictionary(dictionary) = &object else { return Some((number, object)) };
        if !lexer.take(b"stream") {
            return Some((number, object));
        }
        let mut start = lexer.at();
        let line = self.bytes.get(start..)?;
        start += match line {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        let length = dictionary.get("Length").map(|length| self.resolve(length)).and_then(|length| length.integer());
        let end = length.and_then(|length| start.checked_add(usize::try_from(length).ok()?));
        let ends_there = |end: usize| {
            let mut after = Lexer::new(self.bytes, end, 1);
            end <= self.bytes.len() && after.take(b"endstream")
        };
        let end = match end.filter(|end| ends_there(*end)) {
            Some(end) => end,
            None => start + find(self.bytes.get(start..)?, b"endstream").unwrap_or(self.bytes.len() - start),
        };
        Some((number, Object::Stream(Rc::clone(dictionary), start, end)))
    }

    fn in_stream(&self, stream: u32, number: u32) -> Option<Object> {
        let packed = self.packed(stream)?;
        let mut lexer = self.lexer(&packed.bytes, *packed.starts.get(&number)?);
        let before = lexer.left;
        let object = lexer.object();
        self.count(before, &lexer);
        object
    }

    fn packed(&self, stream: u32) -> Option<Rc<Packed>> {
        if let Some(known) = self.packed.borrow().get(&stream) {
            return Some(Rc::clone(known));
        }
        let Some(Place::Byte(at)) = self.places.get(&stream) else { return None };
        let (_, object) = self.at_byte(*at, Some(stream))?;
        let dictionary = object.dictionary()?;
        let whole = |key: &str| self.entry(dictionary, key).and_then(|entry| usize::try_from(entry.integer()?).ok());
        let (count, first) = (whole("N")?, whole("First")?);
        let bytes = self.unpacked(&object)?;
        let mut lexer = self.lexer(&bytes, 0);
        let before = lexer.left;
        let mut starts = BTreeMap::new();
        for _ in 0..count.min(MOST_PLACES) {
            let (Some(number), Some(start)) = (lexer.object(), lexer.object()) else { break };
            let number = number.integer().and_then(|number| u32::try_from(number).ok());
            let start = start.integer().and_then(|start| usize::try_from(start).ok()?.checked_add(first));
            if let (Some(number), Some(start)) = (number, start) {
                starts.insert(number, start);
            }
        }
        self.count(before, &lexer);
        let room = self.to_keep.get().checked_sub(bytes.len())?;
        self.to_keep.set(room);
        let packed = Rc::new(Packed { bytes, starts });
        self.packed.borrow_mut().insert(stream, Rc::clone(&packed));
        Some(packed)
    }

    /// Follows the lists of objects from the end of the file; a later list goes before an earlier one.
    fn follow_lists(&mut self) {
        let tail = self.bytes.len().saturating_sub(2048);
        let Some(found) = self.bytes.get(tail..).and_then(|end| rfind(end, b"startxref")) else { return };
        let mut lexer = Lexer::new(self.bytes, tail + found + 9, 4);
        let start = lexer.object().and_then(|start| usize::try_from(start.integer()?).ok());
        let (mut seen, mut next) = (BTreeSet::new(), Vec::from_iter(start));
        while let Some(at) = next.pop() {
            if !seen.insert(at) || seen.len() > 1000 {
                continue;
            }
            let mut lexer = Lexer::new(self.bytes, at, MOST_OBJECTS);
            let list = if lexer.take(b"xref") { self.table(&mut lexer) } else { self.stream_of_places(at) };
            let Some(trailer) = list else { continue };
            for key in ["Prev", "XRefStm"] {
                let earlier = trailer.get(key).and_then(|at| usize::try_from(at.integer()?).ok());
                next.extend(earlier);
            }
            if !self.trailer.has("Root") {
                self.trailer = trailer;
            }
        }
    }

    fn note(&mut self, number: u32, place: Place) {
        if self.places.len() < MOST_PLACES {
            self.places.entry(number).or_insert(place);
        }
    }

    fn table(&mut self, lexer: &mut Lexer<'_>) -> Option<Rc<Dictionary>> {
        while !lexer.take(b"trailer") {
            let first = u32::try_from(lexer.object()?.integer()?).ok()?;
            let count = u32::try_from(lexer.object()?.integer()?).ok()?;
            for number in first..first.saturating_add(count) {
                let at = lexer.object()?.integer()?;
                lexer.object()?;
                let Some(Token::Operator(word)) = lexer.next() else { return None };
                if word == b"n"
                    && let Ok(at) = usize::try_from(at)
                {
                    self.note(number, Place::Byte(at));
                }
            }
        }
        lexer.object()?.dictionary().cloned()
    }

    fn stream_of_places(&mut self, at: usize) -> Option<Rc<Dictionary>> {
        let (_, object) = self.at_byte(at, None)?;
        let dictionary = Rc::clone(object.dictionary()?);
        let wide = self.items(&dictionary, "W");
        let wide: Vec<usize> = wide.iter().filter_map(|wide| usize::try_from(wide.integer()?).ok()).collect();
        let [kinds, seconds, thirds] = *wide.as_slice() else { return None };
        let row = kinds.checked_add(seconds)?.checked_add(thirds)?;
        if row == 0 || row > 24 {
            return None;
        }
        let bytes = self.unpacked(&object)?;
        let size = dictionary.get("Size").and_then(Object::integer).unwrap_or(0);
        let parts = self.items(&dictionary, "Index");
        let parts: Vec<i64> = parts.iter().filter_map(Object::integer).collect();
        let parts = if parts.is_empty() { vec![0, size] } else { parts };
        let numbers = parts.chunks(2).filter_map(|part| Some((*part.first()?, *part.get(1)?)));
        let numbers = numbers.flat_map(|(first, count)| first..first.saturating_add(count));
        let value = |bytes: &[u8]| bytes.iter().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
        for (number, line) in numbers.zip(bytes.chunks_exact(row)) {
            let (kind, rest) = line.split_at(kinds);
            let (second, _) = rest.split_at(seconds);
            let kind = if kinds == 0 { 1 } else { value(kind) };
            let Ok(number) = u32::try_from(number) else { continue };
            match (kind, usize::try_from(value(second)), u32::try_from(value(second))) {
                (1, Ok(at), _) => self.note(number, Place::Byte(at)),
                (2, _, Ok(stream)) => self.note(number, Place::In(stream)),
                _ => {}
            }
        }
        Some(dictionary)
    }

    /// Looks for objects through the whole file, as readers do with a damaged one.
    fn look_for_objects(&mut self) {
        self.mended = true;
        self.places.clear();
        self.read.borrow_mut().clear();
        self.packed.borrow_mut().clear();
        let mut at = 0;
        while let Some(found) = self.bytes.get(at..).and_then(|rest| find(rest, b" obj")) {
            let word = at + found;
            at = word + 4;
            if let Some((start, number)) = self.number_before(word) {
                // A later object goes before an earlier one of the same number.
                if self.places.len() < MOST_PLACES {
                    self.places.insert(number, Place::Byte(start));
                }
            }
        }
        let mut trailer = None;
        let mut root = None;
        for number in self.places.keys().copied().collect::<Vec<_>>() {
            let (Object::Dictionary(_) | Object::Stream(..)) = self.object(number) else { continue };
            let object = self.object(number);
            let Some(dictionary) = object.dictionary() else { continue };
            match self.name(dictionary, "Type").as_str() {
                "ObjStm" => {
                    let inside = self.packed(number);
                    for held in inside.iter().flat_map(|packed| packed.starts.keys()) {
                        self.note(*held, Place::In(number));
                    }
                }
                "XRef" => trailer = Some(Rc::clone(dictionary)),
                "Catalog" => root = Some(number),
                _ => {}
            }
        }
        let mut at = 0;
        while let Some(found) = self.bytes.get(at..).and_then(|rest| find(rest, b"trailer")) {
            at += found + 7;
            let mut lexer = self.lexer(self.bytes, at);
            let before = lexer.left;
            let read = lexer.object().and_then(|object| object.dictionary().cloned());
            self.count(before, &lexer);
            trailer = read.filter(|read| read.has("Root")).or(trailer);
        }
        if let Some(trailer) = trailer {
            self.trailer = trailer;
        }
        if !self.has_pages() {
            let inside = || {
                self.numbers().find(|number| {
                    let object = self.object(*number);
                    object.dictionary().is_some_and(|held| self.name(held, "Type") == "Catalog")
                })
            };
            if let Some(root) = root.or_else(inside) {
                self.trailer = Rc::new(self.trailer.with("Root", Object::Reference(root)));
            }
        }
    }

    /// Returns where the numbers of an object begin that stand before its `obj`, as in `12 0 obj`, and the first of them.
    fn number_before(&self, word: usize) -> Option<(usize, u32)> {
        let digits = |end: usize| {
            let before = self.bytes.get(..end)?;
            let count = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).take(10).count();
            (count > 0).then(|| end - count)
        };
        let generation = digits(word)?;
        let space = generation.checked_sub(1).filter(|at| self.bytes.get(*at) == Some(&b' '))?;
        let start = digits(space)?;
        let number = std::str::from_utf8(self.bytes.get(start..space)?).ok()?.parse().ok()?;
        Some((start, number))
    }
}

/// Returns where a word stands first.
pub fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    while let Some(found) = bytes.get(at..)?.iter().position(|byte| *byte == first) {
        at += found;
        if bytes.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|part| part == word)
}

/// Returns a text string as it is read: UTF-16, UTF-8 or PDF's own encoding, which is Latin 1 but for some marks.
pub fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|byte| doc_encoded(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units =
        bytes.chunks_exact(2).map(|pair| unit([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Source: ISO 32000-1:2008, D.3.
fn doc_encoded(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}',
    ];
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(' '),
        0xA0 => '€',
        other => char::from(other),
    }
}
