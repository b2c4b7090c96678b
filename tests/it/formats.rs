//! Formats that are made from a document in reading order: what a page with each sort of block becomes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::kit;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats");

/// Returns what is made of the page with everything on it.
fn everything() -> BTreeMap<String, Vec<u8>> {
    let mut files = kit::site();
    files.add("content/everything.md", fs::read_to_string(Path::new(CASES).join("everything.md")).unwrap());
    let (told, made) = kit::made(&files);
    assert!(!told.contains("error"), "{told}");
    made
}

/// Returns the parts of a file that is a zip file, each well-formed where it is XML.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let (name, mut bytes) = (file.name().expect("its name").to_string(), Vec::new());
        file.read_to_end(&mut bytes).expect("its bytes");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if [".xml", ".xhtml", ".opf", ".rels"].iter().any(|ending| name.ends_with(ending)) {
            well_formed(&name, &text);
        }
        parts.insert(name, text);
    }
    parts
}

fn well_formed(name: &str, text: &str) {
    let mut reader = Reader::from_str(text);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}\n{text}")) {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name}");
}

/// Asserts that a text has these, in this order.
fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for part in wanted {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` does not come next in\n{rest}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn plain_text_says_everything_that_the_page_says() {
    let made = everything();
    let text = String::from_utf8_lossy(&made["everything/everything.txt"]).into_owned();
    let path = Path::new(CASES).join("everything.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "run with UPDATE_EXPECT=1 and read the difference in {}", path.display());
}

#[test]
fn a_word_document_says_what_things_are() {
    let made = everything();
    let parts = parts(&made["everything/everything.docx"]);
    let body = &parts["word/document.xml"];
    in_order(
        body,
        &[
            "<w:pStyle w:val=\"Heading1\"/>",
            "Everything that a page may hold",
            "<w:strike/>",
            "<w:hyperlink r:id=\"link1\"",
            "<w:hyperlink w:anchor=\"heading0\"",
            "<w:hyperlink w:anchor=\"note1\"",
            "<w:lang w:val=\"cy-GB\"/>",
            "<w:pStyle w:val=\"Heading2\"/>",
            "<w:bookmarkStart w:id=\"0\" w:name=\"heading0\"/>",
            "<w:numId w:val=\"1\"/>",
            "<w:numId w:val=\"2\"/>",
            "<w:pStyle w:val=\"Heading3\"/>",
            "<w:tblHeader/>",
            "descr=\"The office, with its door open.\"",
            "<w:pStyle w:val=\"FrameTitle\"/>",
            "Warning",
            "w:name=\"note1\"/>",
        ],
    );
    assert!(parts["word/numbering.xml"].contains("<w:startOverride w:val=\"3\"/>"), "a list goes on from its number");
    assert!(parts["word/_rels/document.xml.rels"].contains("Target=\"https://www.gov.uk/a?b=1&amp;c=2\""));
    assert!(parts["docProps/core.xml"].contains("<dc:title>Everything that a page may hold</dc:title>"));
    assert!(parts["word/styles.xml"].contains("<w:sz w:val=\"28\"/>"), "words have 14 points");
    assert!(parts.contains_key("word/media/picture1.png"));
}

#[test]
fn a_book_says_what_things_are() {
    let made = everything();
    let bytes = &made["everything/everything.epub"];
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip", "programs know a book by its first bytes");
    let parts = parts(bytes);
    in_order(
        &parts["EPUB/text-1.xhtml"],
        &[
            "xml:lang=\"en-GB\" lang=\"en-GB\" dir=\"ltr\"",
            "<h1>Everything that a page may hold</h1>",
            "<em>stress</em>",
            "href=\"#h-a-list\"",
            "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#note-1\" id=\"mark-1\">",
            "<span xml:lang=\"cy\" lang=\"cy\" dir=\"ltr\">Cymorth nawr</span>",
            "<h2 id=\"h-a-list\">",
            "<ol start=\"3\">",
            "<caption>When we are open</caption>",
            "<th scope=\"col\">Day</th>",
            "<th scope=\"row\">Monday</th>",
            "alt=\"The office, with its door open.\"",
            "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\">",
        ],
    );
    in_order(
        &parts["EPUB/nav.xhtml"],
        &["epub:type=\"toc\"", "href=\"text-1.xhtml#h-a-list\"", "epub:type=\"landmarks\""],
    );
    let cover =
        "<item id=\"cover-drawing\" href=\"cover.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>";
    assert!(parts["EPUB/package.opf"].contains(cover));
    in_order(
        &parts["EPUB/cover.svg"],
        &["<title>Everything that a page may hold</title>", ">Everything that<", ">a page may hold<"],
    );
    let style = &parts["EPUB/style.css"];
    assert!(!style.contains("color") && !style.contains("background"), "colours are the reader's: {style}");
    assert!(!style.contains("font-family"), "and so are faces, where they have the letters");
    for property in ["accessMode\">textual", "accessibilityFeature\">alternativeText", "accessibilityHazard\">none"] {
        assert!(parts["EPUB/package.opf"].contains(&format!("schema:{property}")), "{property}");
    }
}

#[test]
fn a_sections_book_has_the_pages_below_it_that_are_books_too_and_no_sensitive_one() {
    let mut files = kit::site();
    let page =
        |title: &str, more: &str| format!("---\ntitle: {title}\nsummary: What it is about.\n{more}---\nWords.\n");
    files.add("content/help/index.md", page("Help", "kind: section\nformats: [web, epub]\n"));
    files.add("content/help/first.md", page("First", "formats: [web, epub]\n"));
    files.add("content/help/second.md", page("Second", ""));
    files.add("content/help/third.md", page("Third", "formats: [web, epub]\nsensitive: true\nreview: 2027-01-01\n"));
    let made = kit::made(&files).1;
    let book = parts(&made["help/help.epub"]);
    let nav = &book["EPUB/nav.xhtml"];
    assert!(nav.contains(">First</a>") && !nav.contains("Second") && !nav.contains("Third"), "{nav}");
}

#[test]
fn the_same_page_gives_the_same_bytes_in_each_format() {
    let (first, second) = (everything(), everything());
    for ending in ["txt", "docx", "epub"] {
        let path = format!("everything/everything.{ending}");
        assert_eq!(first[&path], second[&path], "{path}");
    }
}

/// Returns a page of many sections, in print and in other formats besides.
fn long_page(formats: &str) -> (String, BTreeMap<String, Vec<u8>>) {
    let mut files = kit::site();
    let mut page = format!(
        "---\ntitle: Long\nsummary: It is long.\npublished: 2026-03-02\nreview: 2027-03-01\nformats: [web, {formats}]\n---\n"
    );
    for section in 1..=12 {
        page.push_str(&format!("## Section {section}\n\n"));
        page.push_str(&"We say what we do, and when we do it. ".repeat(30));
        page.push_str("\n\n- An item\n- Another item\n\n");
    }
    files.add("content/long.md", page);
    files.add("site.toml", format!("{}[publish]\nalso = [\"office.png\"]\ndrafts = [\"braille\"]\n", kit::SITE_TOML));
    kit::made(&files)
}

#[test]
fn a_book_names_the_pages_of_print() {
    let (told, made) = long_page("print, epub");
    assert!(!told.contains("error"), "{told}");
    let pdf = handbill::preflight::look(&made["long/long.pdf"]);
    let pages = pdf.facts.pages.len();
    assert!(pages > 2, "{pages}");
    let parts = parts(&made["long/long.epub"]);
    let nav = &parts["EPUB/nav.xhtml"];
    let links: Vec<String> =
        (1..=pages).map(|page| format!("<a href=\"text-1.xhtml#print-page-{page}\">{page}</a>")).collect();
    in_order(nav, &links.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(nav.matches("#print-page-").count(), pages);
    let text = &parts["EPUB/text-1.xhtml"];
    let marks: Vec<String> = (1..=pages)
        .map(|page| {
            format!(
                "<div epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"print-page-{page}\" aria-label=\"Print page {page}\"/>"
            )
        })
        .collect();
    in_order(text, &marks.iter().map(String::as_str).collect::<Vec<_>>());
    // What the contents of the PDF say of each section, the marks in the book say too.
    for section in 1..=12 {
        let heading = text.find(&format!("<h2 id=\"h-section-{section}\"")).expect("a section");
        let before = text[..heading].rfind("id=\"print-page-").expect("a page");
        let page: String =
            text[before..].trim_start_matches("id=\"print-page-").chars().take_while(char::is_ascii_digit).collect();
        let listed = format!("\"Section {section} {page}\"");
        assert!(pdf.tags.contains(&listed), "{listed}\n{}", pdf.tags);
    }
    in_order(
        &parts["EPUB/package.opf"],
        &[
            "<dc:source>https://www.example.org/long/long.pdf</dc:source>",
            "accessibilityFeature\">pageBreakMarkers<",
            "accessibilityFeature\">pageNavigation<",
            "<meta property=\"pageBreakSource\">https://www.example.org/long/long.pdf</meta>",
        ],
    );
    let (_, made) = long_page("epub");
    let parts = self::parts(&made["long/long.epub"]);
    assert!(!parts.values().any(|part| part.contains("age-list") || part.contains("pageBreak")), "there is no print");
}

#[test]
fn braille_names_the_pages_of_print() {
    let (_, made) = long_page("print, braille");
    let brf = String::from_utf8_lossy(&made["long/long.brf"]).into_owned();
    let turns: Vec<&str> = brf.lines().map(str::trim).filter(|line| line.starts_with("\"3#")).collect();
    assert_eq!(turns.first(), Some(&"\"3#B"), "{turns:?}");
    let pages = handbill::preflight::look(&made["long/long.pdf"]).facts.pages.len();
    assert!(turns.len() >= pages - 2 && turns.len() < pages, "{turns:?} of {pages}");
    let heads: Vec<&str> = brf.split('\u{c}').skip(1).filter_map(|page| page.lines().next()).collect();
    assert!(heads.iter().any(|head| head.starts_with("#B   ,LONG ")), "{heads:?}");
    let (_, made) = long_page("braille");
    assert!(!String::from_utf8_lossy(&made["long/long.brf"]).contains("\"3#"), "there is no print");
}

#[test]
fn a_book_in_urdu_brings_a_face_and_reads_from_the_right() {
    let mut files = kit::site();
    files.add("site.toml", kit::SITE_TOML.replace("[\"cy\"]", "[\"ur\"]"));
    files.add(
        "content/help.md",
        "---\ntitle: Help\nsummary: How we help.\nformats: [web, epub, word, text]\n---\nCall us.\n",
    );
    let urdu = "---\ntitle: مدد\nsummary: ہم کیسے مدد کرتے ہیں۔\nformats: [web, epub, word, text]\n---\nہمیں کال کریں [Police]{lang=en} 01707 806100۔\n";
    files.add("content/help.ur.md", urdu);
    let (told, made) = kit::made(&files);
    let book = made.iter().find(|(path, _)| path.starts_with("ur/") && path.ends_with(".epub"));
    let (_, book) = book.unwrap_or_else(|| panic!("{told}\n{:?}", made.keys()));
    let parts = parts(book);
    let package = &parts["EPUB/package.opf"];
    assert!(package.contains("page-progression-direction=\"rtl\""), "{package}");
    assert!(package.contains("href=\"faces/NotoNaskhArabic-Regular.ttf\" media-type=\"font/ttf\""), "{package}");
    assert!(parts.contains_key("EPUB/faces/NotoNaskhArabic-Regular.ttf"));
    assert!(parts["EPUB/style.css"].contains("url(\"faces/NotoNaskhArabic-Regular.ttf\")"));
    in_order(
        &parts["EPUB/text-1.xhtml"],
        &["dir=\"rtl\"", "ہمیں کال کریں", "lang=\"en\" dir=\"ltr\">Police<", "01707 806100"],
    );
    // Nothing is lost in the other formats either.
    let text = made.iter().find(|(path, _)| path.starts_with("ur/") && path.ends_with(".txt")).expect("text");
    let text = String::from_utf8_lossy(text.1).into_owned();
    in_order(&text, &["مدد", "Police", "01707 806100"]);
    let word = made.iter().find(|(path, _)| path.starts_with("ur/") && path.ends_with(".docx")).expect("a document");
    in_order(&self::parts(word.1)["word/document.xml"], &["<w:bidi/>", "ہمیں کال کریں", "Police"]);
}

#[test]
fn a_page_of_a_hundred_thousand_words_loses_none_of_them() {
    let mut files = kit::site();
    files.add("site.toml", format!("{}[publish]\nalso = [\"office.png\"]\ndrafts = [\"braille\"]\n", kit::SITE_TOML));
    let front = "---\ntitle: Long\nsummary: It is long.\nformats: [web, text, word, epub, braille]\n---\n";
    files.add("content/long.md", format!("{front}{}", format!("{}\n\n", "word ".repeat(100).trim()).repeat(1_000)));
    let (told, made) = kit::made(&files);
    assert!(!told.contains("error"), "{}", told.lines().next().unwrap_or_default());
    let count = |text: &str, word: &str| text.matches(word).count();
    let read = |path: &str| String::from_utf8_lossy(&made[path]).into_owned();
    assert_eq!(count(&read("long/long.txt"), "word"), 100_000);
    assert_eq!(count(&read("long/long.brf"), "WORD"), 100_000);
    assert_eq!(count(&parts(&made["long/long.epub"])["EPUB/text-1.xhtml"], "word"), 100_000);
    assert_eq!(
        count(&parts(&made["long/long.docx"])["word/document.xml"], "word "),
        99_000,
        "and one ends each paragraph"
    );
}
