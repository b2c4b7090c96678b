//! What a file is, by its bytes: its name is not believed.

use super::archive::Archive;
use super::refusal::Refusal;

/// The largest file that is read, in bytes. Source: ours; no standard decides.
pub const MOST_BYTES: u64 = 50_000_000;

/// A form of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Word, since 2007.
    Word,
    /// OpenDocument text.
    OpenDocument,
    /// A web page.
    Web,
}

impl Form {
    /// Returns the form of a file.
    ///
    /// # Errors
    ///
    /// It is in none that can be read.
    pub fn of(bytes: &[u8]) -> Result<Form, Refusal> {
        match bytes {
            [] => Err(Refusal::Empty),
            _ if bytes.len() as u64 > MOST_BYTES => Err(Refusal::TooLarge),
            [b'P', b'K', 3, 4, ..] => Form::of_archive(bytes),
            [b'P', b'K', 5, 6, ..] => Err(Refusal::Empty),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Refusal::Compound),
            [b'{', b'\\', b'r', b't', b'f', ..] => Err(Refusal::Rtf),
            _ if is_pdf(bytes) => Err(Refusal::Pdf),
            _ if is_web_page(bytes) => Ok(Form::Web),
            _ => Err(Refusal::Unknown),
        }
    }

    fn of_archive(bytes: &[u8]) -> Result<Form, Refusal> {
        let mut archive = Archive::open(bytes)?;
        if archive.has("word/document.xml") {
            return Ok(Form::Word);
        }
        if let Some(kind) = archive.read("mimetype")? {
            let kind = String::from_utf8_lossy(&kind).trim().to_string();
            return match kind.strip_prefix("application/vnd.oasis.opendocument.") {
                Some("text" | "text-template" | "text-web") => Ok(Form::OpenDocument),
                Some("spreadsheet") => Err(Refusal::OtherOffice("a spreadsheet")),
                Some("presentation") => Err(Refusal::OtherOffice("a presentation")),
                Some("graphics") => Err(Refusal::OtherOffice("a drawing")),
                _ if kind == "application/epub+zip" => Err(Refusal::OtherOffice("a book in the form EPUB")),
                _ => Err(Refusal::Unknown),
            };
        }
        if archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin") {
            return Err(Refusal::OtherOffice("a spreadsheet"));
        }
        if archive.has("ppt/presentation.xml") {
            return Err(Refusal::OtherOffice("a presentation"));
        }
        // The main part of a Word document may have another name; its types say which it is.
        let is_word = |types: Vec<u8>| String::from_utf8_lossy(&types).contains("wordprocessingml.document.main+xml");
        if archive.read("[Content_Types].xml")?.is_some_and(is_word) { Ok(Form::Word) } else { Err(Refusal::Unknown) }
    }
}

/// Readers find the mark within the first kilobyte. Source: ISO 32000-1:2008, annex H, note 13.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).copied().collect::<Vec<_>>().windows(5).any(|part| part == b"%PDF-")
}

/// Source: WHATWG, MIME Sniffing, 7.1: what stands first after blanks tells a web page.
fn is_web_page(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().take(4096).copied().filter(|byte| *byte != 0).collect();
    let start = String::from_utf8_lossy(&start).to_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
    let named =
        ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<p", "<h1", "<article", "<main"];
    let is_named = |text: &str| named.iter().any(|name| text.starts_with(name));
    is_named(start) || (start.starts_with("<!--") || start.starts_with("<?xml")) && start.contains("<html")
}
