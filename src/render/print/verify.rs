//! Reads a PDF back: its structure tree as text a person can review, and what would hurt a reader who hears it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A PDF as it was read back.
#[derive(Debug)]
pub struct ReadBack {
    /// How many pages there are.
    pub pages: usize,
    /// The structure tree, one element a line, with the text that it holds.
    pub tree: String,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// Reads a PDF back.
///
/// # Errors
///
/// It is no PDF, or has no structure tree.
pub fn read(bytes: &[u8]) -> lopdf::Result<ReadBack> {
    let pdf = Document::load_mem(bytes)?;
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    let mut reader = PdfReader {
        pdf: &pdf,
        pages: &pages,
        words: Vec::new(),
        seen: BTreeSet::new(),
        report: String::new(),
        faults: Vec::new(),
    };
    for page in &pages {
        let words = reader.words_of(*page)?;
        reader.words.push(words);
    }
    let root = pdf.catalog()?.get_deref(b"StructTreeRoot", &pdf)?.as_dict()?;
    let top = root.get(b"K")?.as_reference()?;
    reader.element(top, 0)?;
    reader.parent_tree(root)?;
    reader.annotations()?;
    Ok(ReadBack { pages: pages.len(), tree: reader.report, faults: reader.faults })
}

/// The text of each marked sequence of a page, by number.
type MarkedText = BTreeMap<i64, String>;

/// What an element holds: words of its own, or another element.
enum Held {
    Text(String),
    Element(ObjectId),
}

struct PdfReader<'a> {
    pdf: &'a Document,
    pages: &'a [ObjectId],
    words: Vec<MarkedText>,
    seen: BTreeSet<(usize, i64)>,
    report: String,
    faults: Vec<String>,
}

impl PdfReader<'_> {
    fn element(&mut self, id: ObjectId, depth: usize) -> lopdf::Result<()> {
        let pdf = self.pdf;
        let element = pdf.get_dictionary(id)?;
        let role = String::from_utf8_lossy(element.get(b"S")?.as_name()?).into_owned();
        let mut line = format!("{:indent$}{role}", "", indent = depth * 2);
        for key in ["Lang", "Alt", "ActualText", "ID"] {
            if let Ok(value) = element.get(key.as_bytes()) {
                let _ = write!(line, " {key}={:?}", text(value));
            }
        }
        let attributes = element.get(b"A").and_then(Object::as_dict);
        if let Ok(scope) = attributes.and_then(|attributes| attributes.get(b"Scope")).and_then(Object::as_name) {
            let _ = write!(line, " {}", String::from_utf8_lossy(scope));
        }
        if role == "Figure" && element.get(b"Alt").is_err() {
            self.faults.push(format!("a figure without Alt: {line}"));
        }
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let mut held: Vec<Held> = Vec::new();
        for kid in kids(element) {
            if let Object::Reference(child) = kid {
                held.push(Held::Element(*child));
                continue;
            }
            let of_kid = kid.as_dict().ok();
            if of_kid.is_some_and(|kid| kid.has_type(b"OBJR")) {
                line.push_str(" (link)");
                continue;
            }
            let own = of_kid.and_then(|kid| kid.get(b"Pg").and_then(Object::as_reference).ok());
            let (page, mcid) = (own.or(page), mcid_of(kid).unwrap_or(-1));
            let said = self.content(page, mcid, id);
            match held.last_mut() {
                Some(Held::Text(words)) => words.push_str(&said),
                Some(Held::Element(_)) | None => held.push(Held::Text(said)),
            }
        }
        if let [Held::Text(words)] = held.as_slice() {
            if !words.trim().is_empty() {
                let _ = write!(line, " {:?}", words.trim());
            }
            held.clear();
        }
        self.report.push_str(&line);
        self.report.push('\n');
        for held in held {
            match held {
                Held::Element(child) => self.element(child, depth + 1)?,
                Held::Text(words) => {
                    let _ = writeln!(self.report, "{:indent$}{words:?}", "", indent = depth * 2 + 2);
                }
            }
        }
        Ok(())
    }

    /// Returns the text of a marked sequence, and notes that the tree has it.
    fn content(&mut self, page: Option<ObjectId>, mcid: i64, element: ObjectId) -> String {
        let number = page.and_then(|page| self.pages.iter().position(|known| *known == page));
        let words = number.and_then(|number| self.words.get(number)).and_then(|words| words.get(&mcid));
        match (number, words) {
            (Some(number), Some(words)) => {
                if !self.seen.insert((number, mcid)) {
                    self.faults.push(format!("sequence {mcid} of page {number} stands in the tree twice"));
                }
                words.clone()
            }
            (_, _) => {
                self.faults.push(format!("element {element:?} names a sequence {mcid} that no page has"));
                String::new()
            }
        }
    }

    /// Compares the parent tree with the structure tree.
    fn parent_tree(&mut self, root: &Dictionary) -> lopdf::Result<()> {
        let pdf = self.pdf;
        let numbers = root.get_deref(b"ParentTree", pdf)?.as_dict()?.get(b"Nums")?.as_array()?;
        let entries: BTreeMap<i64, &Object> =
            numbers.chunks(2).filter_map(|pair| Some((pair.first()?.as_i64().ok()?, pair.get(1)?))).collect();
        for (number, page) in self.pages.iter().enumerate() {
            let key = pdf.get_dictionary(*page)?.get(b"StructParents")?.as_i64()?;
            let holders = entries.get(&key).map(|holders| pdf.dereference(holders)).transpose()?;
            let holders = holders.map(|(_, holders)| holders.as_array()).transpose()?;
            for mcid in self.words[number].keys() {
                let at = usize::try_from(*mcid).unwrap_or(usize::MAX);
                let holder = holders.and_then(|holders| holders.get(at)).and_then(|holder| holder.as_reference().ok());
                let holds =
                    holder.and_then(|id| pdf.get_dictionary(id).ok()).is_some_and(|element| holds(element, *mcid));
                if !holds {
                    self.faults
                        .push(format!("the parent tree does not know who holds sequence {mcid} of page {number}"));
                }
                if !self.seen.contains(&(number, *mcid)) {
                    self.faults.push(format!("sequence {mcid} of page {number} is in no element"));
                }
            }
        }
        Ok(())
    }

    fn annotations(&mut self) -> lopdf::Result<()> {
        let pdf = self.pdf;
        for (number, page) in self.pages.iter().enumerate() {
            let Ok(annotations) = pdf.get_dictionary(*page)?.get(b"Annots").and_then(Object::as_array) else {
                continue;
            };
            for annotation in annotations {
                let annotation = pdf.get_dictionary(annotation.as_reference()?)?;
                for key in ["Contents", "StructParent", "Rect"] {
                    if annotation.get(key.as_bytes()).is_err() {
                        self.faults.push(format!("a link on page {number} has no {key}"));
                    }
                }
            }
        }
        Ok(())
    }

    /// Reads the text of every marked sequence of a page.
    fn words_of(&mut self, page: ObjectId) -> lopdf::Result<MarkedText> {
        let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
            self.pdf.get_page_fonts(page)?.into_iter().map(|(name, font)| (name, to_unicode(self.pdf, font))).collect();
        let content = Content::decode(&self.pdf.get_page_content(page))?;
        let mut words = MarkedText::new();
        let (mut open, mut font): (Vec<Option<i64>>, Option<&BTreeMap<u16, String>>) = (Vec::new(), None);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    let mcid =
                        operation.operands.get(1).and_then(|o| o.as_dict().ok()).and_then(|d| d.get(b"MCID").ok());
                    let mcid = mcid.and_then(|mcid| mcid.as_i64().ok());
                    open.push(mcid);
                    if let Some(mcid) = mcid {
                        words.entry(mcid).or_default();
                    }
                }
                "EMC" => {
                    open.pop();
                }
                "Tf" => {
                    font = operation.operands.first().and_then(|o| o.as_name().ok()).and_then(|name| fonts.get(name))
                }
                "Tj" | "TJ" => {
                    let shown = operation.operands.first().map(|shown| decode(shown, font)).unwrap_or_default();
                    if let Some(mcid) = open.iter().rev().find_map(|mcid| *mcid) {
                        words.entry(mcid).or_default().push_str(&shown);
                    }
                }
                _ => {}
            }
        }
        Ok(words)
    }
}

fn kids(element: &Dictionary) -> Vec<&Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().collect(),
        Ok(kid) => vec![kid],
        Err(_) => Vec::new(),
    }
}

fn holds(element: &Dictionary, mcid: i64) -> bool {
    kids(element).into_iter().any(|kid| mcid_of(kid) == Some(mcid))
}

/// Returns the number of the marked sequence that a kid is.
fn mcid_of(kid: &Object) -> Option<i64> {
    match kid.as_dict() {
        Ok(kid) => kid.get(b"MCID").and_then(Object::as_i64).ok(),
        Err(_) => kid.as_i64().ok(),
    }
}

/// Returns a text string as it is read.
fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap_or_default()
}

/// Returns the text of each code of a font.
fn to_unicode(pdf: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map =
        font.get_deref(b"ToUnicode", pdf).and_then(Object::as_stream).and_then(|stream| stream.get_plain_content());
    let map = String::from_utf8_lossy(&map.unwrap_or_default()).into_owned();
    let mut texts = BTreeMap::new();
    for line in map.lines() {
        let codes: Vec<&str> = line.split('>').map(|code| code.trim().trim_start_matches('<')).collect();
        let units: Vec<u16> = codes.last().into_iter().chain(codes.get(1)).flat_map(|code| hex_units(code)).collect();
        if let (2 | 3, Some([code])) = (codes.len(), codes.first().map(|code| hex_units(code)).as_deref()) {
            texts.insert(*code, String::from_utf16_lossy(&units));
        }
    }
    texts
}

fn hex_units(text: &str) -> Vec<u16> {
    let unit = |at: usize| text.get(at..at + 4).and_then(|unit| u16::from_str_radix(unit, 16).ok());
    (0..text.len()).step_by(4).filter_map(unit).collect()
}

fn decode(shown: &Object, font: Option<&BTreeMap<u16, String>>) -> String {
    let strings: Vec<&[u8]> = match shown.as_array() {
        Ok(items) => items.iter().filter_map(|item| item.as_str().ok()).collect(),
        Err(_) => shown.as_str().into_iter().collect(),
    };
    let codes = strings.iter().flat_map(|string| string.chunks(2)).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0,
    });
    codes.filter_map(|code| font.and_then(|font| font.get(&code)).map(String::as_str)).collect()
}
