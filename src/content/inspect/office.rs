//! Documents of Word, Excel, PowerPoint and LibreOffice: zip files of XML. Source: ECMA-376 (Office Open XML), parts 1 and 2;
//! OASIS OpenDocument 1.3, parts 2 and 3; PKWARE, APPNOTE.

use std::collections::BTreeSet;
use std::io::{BufReader, Read};

use zip::ZipArchive;

use super::xml::{XmlEvent, walk};
use super::{Closed, Said, counted, exif, is_local_path, quoted};
use crate::content::read::files::Opened;
use crate::model::Says;

/// How many files a document may hold, and how much of them is unpacked, in bytes. A small file can unfold to far more.
const MOST_FILES: usize = 10_000;
const MOST_BYTES: u64 = 200_000_000;

/// How much of one file is unpacked, in bytes.
const MOST_OF_ONE: u64 = 50_000_000;

/// Names that programs fill in where nobody gave one.
const NOBODY: [&str; 9] = [
    "admin",
    "administrator",
    "author",
    "microsoft office user",
    "openpyxl",
    "python-docx",
    "unknown",
    "user",
    "windows user",
];

/// Returns what a document says besides what it shows.
pub fn look(file: Box<dyn Opened>, publisher: &[&str]) -> Result<Said, Closed> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| "it is damaged")?;
    if archive.len() > MOST_FILES {
        return Err("it holds more than 10,000 files");
    }
    let mut found = Found::default();
    let mut left = MOST_BYTES;
    let mut known = false;
    for at in 0..archive.len() {
        let entry = match archive.by_index(at) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::UnsupportedArchive(_)) => {
                return Err("it has a password, or is packed in a rare way");
            }
            Err(_) => return Err("it is damaged"),
        };
        let Ok(name) = entry.name().map(|name| name.into_owned()) else { continue };
        known |= matches!(name.as_str(), "[Content_Types].xml" | "mimetype");
        let Some(part) = Part::of(&name) else { continue };
        // What an entry says of its own size is not believed.
        let mut entry = Counted { from: entry.take(MOST_OF_ONE.min(left)), read: 0 };
        found.part(part, &mut entry);
        left -= entry.read.min(left);
        if left == 0 || entry.read >= MOST_OF_ONE {
            return Err("it unfolds to more than 50 MB in one piece");
        }
    }
    if known { Ok(found.said(publisher)) } else { Err("it is an archive of other files") }
}

/// What a file in the document holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Who wrote it, and for whom.
    Properties,
    /// What leads to other files.
    Relations,
    /// The words of a Word document.
    Words,
    /// Comments, in any program's form.
    Comments,
    /// A workbook's list of sheets.
    Workbook,
    /// A sheet.
    Sheet,
    /// A slide.
    Slide,
    /// A speaker's notes to a slide.
    Notes,
    /// All of a LibreOffice document.
    Open,
    /// A picture.
    Picture,
}

impl Part {
    fn of(name: &str) -> Option<Part> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let xml = file.ends_with(".xml");
        match folder {
            _ if file.ends_with(".rels") => Some(Part::Relations),
            _ if [".jpg", ".jpeg", ".JPG", ".JPEG"].iter().any(|ending| file.ends_with(ending)) => Some(Part::Picture),
            _ if !xml => None,
            "docProps" => Some(Part::Properties),
            "" if file == "meta.xml" => Some(Part::Properties),
            "" if matches!(file, "content.xml" | "styles.xml") => Some(Part::Open),
            "word" | "xl" if file.starts_with("comments") => Some(Part::Comments),
            "xl/threadedComments" | "ppt/comments" => Some(Part::Comments),
            "word" if ["document", "header", "footer", "footnotes", "endnotes"].iter().any(|s| file.starts_with(s)) => {
                Some(Part::Words)
            }
            "xl" if file == "workbook.xml" => Some(Part::Workbook),
            "xl/worksheets" => Some(Part::Sheet),
            "ppt/slides" => Some(Part::Slide),
            "ppt/notesSlides" => Some(Part::Notes),
            _ => None,
        }
    }
}

struct Counted<R> {
    from: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(into)?;
        self.read += read as u64;
        Ok(read)
    }
}

/// What a document holds besides what it shows.
#[derive(Default)]
struct Found {
    /// People and computers: what each is, and its name.
    who: BTreeSet<(&'static str, String)>,
    changes: usize,
    comments: usize,
    words: usize,
    sheets: BTreeSet<String>,
    rows: usize,
    slides: usize,
    notes: usize,
    places: usize,
}

impl Found {
    fn part(&mut self, part: Part, from: &mut dyn Read) {
        match part {
            Part::Properties => self.properties(from),
            Part::Relations => self.relations(from),
            Part::Words => self.words(from),
            Part::Comments => self.comments(from),
            Part::Workbook => self.workbook(from),
            Part::Sheet => self.sheet(from),
            Part::Slide => self.slide(from),
            Part::Notes => self.notes(from),
            Part::Open => self.open(from),
            Part::Picture => {
                let mut bytes = Vec::new();
                // Exif stands at the start of a file, in segments of 64 kB.
                let read = from.take(1_000_000).read_to_end(&mut bytes);
                self.places += usize::from(read.is_ok() && exif::has_place(&bytes));
            }
        }
    }

    fn properties(&mut self, from: &mut dyn Read) {
        let mut open: Option<&'static str> = None;
        let mut words = String::new();
        walk(from, MOST_OF_ONE, &mut |piece| match piece {
            XmlEvent::Open(name, _) => {
                open = match name.to_ascii_lowercase().as_str() {
                    "creator" | "initial-creator" => Some("its author"),
                    "lastmodifiedby" => Some("who saved it last"),
                    "printed-by" => Some("who printed it"),
                    "manager" => Some("a manager"),
                    "company" => Some("a company"),
                    "template" | "hyperlinkbase" => Some("a path on a computer"),
                    _ => None,
                };
                words.clear();
            }
            XmlEvent::Text(text) if open.is_some() => words.push_str(text),
            XmlEvent::Text(_) => {}
            XmlEvent::Close(_) => {
                if let Some(what) = open.take() {
                    self.name(what, &words);
                }
            }
        });
    }

    fn name(&mut self, what: &'static str, words: &str) {
        let words = words.trim();
        let path = what == "a path on a computer";
        if !words.is_empty() && (!path || is_local_path(words)) {
            self.who.insert((what, words.to_string()));
        }
    }

    fn relations(&mut self, from: &mut dyn Read) {
        walk(from, MOST_OF_ONE, &mut |piece| {
            if let XmlEvent::Open("Relationship", attributes) = piece
                && let Some(target) = value(attributes, "Target")
            {
                self.name("a path on a computer", target);
            }
        });
    }

    fn words(&mut self, from: &mut dyn Read) {
        let (mut in_words, mut hidden) = (false, false);
        walk(from, MOST_OF_ONE, &mut |piece| match piece {
            XmlEvent::Open("ins" | "del" | "moveFrom" | "moveTo", attributes) => {
                self.changes += usize::from(value(attributes, "author").is_some());
            }
            XmlEvent::Open("r", _) => (in_words, hidden) = (true, false),
            XmlEvent::Close("r") => in_words = false,
            XmlEvent::Open("vanish", attributes) if in_words => {
                hidden = !matches!(value(attributes, "val"), Some("0" | "false" | "off"));
            }
            XmlEvent::Text(text) if in_words && hidden && !text.trim().is_empty() => {
                (self.words, hidden) = (self.words + 1, false);
            }
            _ => {}
        });
    }

    fn comments(&mut self, from: &mut dyn Read) {
        walk(from, MOST_OF_ONE, &mut |piece| {
            self.comments += usize::from(matches!(piece, XmlEvent::Open("comment" | "threadedComment" | "cm", _)));
        });
    }

    fn workbook(&mut self, from: &mut dyn Read) {
        walk(from, MOST_OF_ONE, &mut |piece| match piece {
            XmlEvent::Open("sheet", attributes)
                if matches!(value(attributes, "state"), Some("hidden" | "veryHidden")) && self.sheets.len() < 20 =>
            {
                self.sheets.insert(value(attributes, "name").unwrap_or_default().to_string());
            }
            XmlEvent::Open("absPath", attributes) => {
                self.name("a path on a computer", value(attributes, "url").unwrap_or_default());
            }
            _ => {}
        });
    }

    fn sheet(&mut self, from: &mut dyn Read) {
        walk(from, MOST_OF_ONE, &mut |piece| {
            if let XmlEvent::Open("row" | "col", attributes) = piece {
                self.rows += usize::from(matches!(value(attributes, "hidden"), Some("1" | "true")));
            }
        });
    }

    fn slide(&mut self, from: &mut dyn Read) {
        walk(from, MOST_OF_ONE, &mut |piece| {
            if let XmlEvent::Open("sld", attributes) = piece {
                self.slides += usize::from(matches!(value(attributes, "show"), Some("0" | "false")));
            }
        });
    }

    fn notes(&mut self, from: &mut dyn Read) {
        let (mut in_text, mut in_field, mut said) = (false, false, false);
        walk(from, MOST_OF_ONE, &mut |piece| match piece {
            XmlEvent::Open("t", _) => in_text = true,
            XmlEvent::Close("t") => in_text = false,
            // The number of the slide is a field.
            XmlEvent::Open("fld", _) => in_field = true,
            XmlEvent::Close("fld") => in_field = false,
            XmlEvent::Text(text) => said |= in_text && !in_field && !text.trim().is_empty(),
            _ => {}
        });
        self.notes += usize::from(said);
    }

    fn open(&mut self, from: &mut dyn Read) {
        let (mut notes, mut frame, mut said) = (false, false, false);
        walk(from, MOST_OF_ONE, &mut |piece| match piece {
            XmlEvent::Open("changed-region", _) => self.changes += 1,
            XmlEvent::Open("annotation", _) => self.comments += 1,
            XmlEvent::Open("hidden-text" | "hidden-paragraph", _) => self.words += 1,
            XmlEvent::Open("text-properties", attributes) if value(attributes, "display") == Some("none") => {
                self.words += 1
            }
            XmlEvent::Open("table-properties", attributes) if value(attributes, "display") == Some("false") => {
                self.sheets.insert(String::new());
            }
            XmlEvent::Open("table-row" | "table-column", attributes)
                if matches!(value(attributes, "visibility"), Some("collapse")) =>
            {
                self.rows += 1;
            }
            XmlEvent::Open("drawing-page-properties", attributes)
                if value(attributes, "visibility") == Some("hidden") =>
            {
                self.slides += 1;
            }
            XmlEvent::Open("notes", _) => (notes, said) = (true, false),
            XmlEvent::Open("text-box", _) => frame = true,
            XmlEvent::Close("text-box") => frame = false,
            XmlEvent::Text(text) => said |= notes && frame && !text.trim().is_empty(),
            XmlEvent::Close("notes") => {
                self.notes += usize::from(said);
                notes = false;
            }
            _ => {}
        });
    }

    fn said(self, publisher: &[&str]) -> Said {
        let ours = |name: &str| publisher.iter().any(|known| known.eq_ignore_ascii_case(name));
        let nobody = |name: &str| NOBODY.contains(&name.to_lowercase().as_str());
        let named = self.who.into_iter().filter(|(_, name)| !ours(name) && !nobody(name));
        let mut said: Said =
            named.take(10).map(|(what, name)| (Says::Who, format!("{what}, {}", quoted(&name)))).collect();
        let named: Vec<String> = self.sheets.iter().filter(|name| !name.is_empty()).map(|name| quoted(name)).collect();
        let sheets = counted(self.sheets.len(), "hidden sheet", "hidden sheets").map(|words| match named.as_slice() {
            [] => words,
            named => format!("{words} ({})", named.join(", ")),
        });
        for (says, words) in [
            (Says::Changes, counted(self.changes, "tracked change", "tracked changes")),
            (Says::Changes, counted(self.comments, "comment", "comments")),
            (Says::Hidden, counted(self.words, "passage of hidden text", "passages of hidden text")),
            (Says::Hidden, sheets),
            (Says::Hidden, counted(self.rows, "hidden row or column", "hidden rows or columns")),
            (Says::Hidden, counted(self.slides, "hidden slide", "hidden slides")),
            (Says::Hidden, counted(self.notes, "speaker's note", "speaker's notes")),
            (Says::Place, counted(self.places, "picture with its place", "pictures with their places")),
        ] {
            said.extend(words.map(|words| (says, words)));
        }
        said
    }
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}
