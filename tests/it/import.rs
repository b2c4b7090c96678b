//! Documents of others brought in: each case is a folder of a Word document's parts, with the page and what is said beside it.
//! Hostile documents give one sentence.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use handbill::import::{self, Page, Wanted};
use handbill::model::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::kit::{Folder, PNG, stderr, stdout};

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What each part's XML stands in: the file, its outermost element, and the kind of what leads to it.
const PARTS: [(&str, &str, &str); 6] = [
    ("document", "w:document", "officeDocument"),
    ("styles", "w:styles", "styles"),
    ("numbering", "w:numbering", "numbering"),
    ("footnotes", "w:footnotes", "footnotes"),
    ("endnotes", "w:endnotes", "endnotes"),
    ("comments", "w:comments", "comments"),
];

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
    xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

pub fn zipped<N: AsRef<str>>(files: &[(N, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name.as_ref(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn relations(inside: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!("<Relationships xmlns=\"{space}\">{inside}</Relationships>").into_bytes()
}

/// Returns a Word document of parts, each given by its name and what stands in its outermost element.
fn word(parts: &[(&str, String)]) -> Vec<u8> {
    let part = |name: &str| parts.iter().find(|(known, _)| *known == name).map(|(_, xml)| xml.as_str());
    let mut leads = part("rels").unwrap_or_default().to_string();
    let mut files = Vec::new();
    for (name, element, kind) in PARTS {
        let inner = match name {
            "document" => part("body").map(|body| format!("<w:body>{body}</w:body>")),
            name => part(name).map(str::to_string),
        };
        let Some(inner) = inner else { continue };
        let xml = format!("<?xml version=\"1.0\"?><{element} {SPACES}>{inner}</{element}>");
        files.push((format!("word/{name}.xml"), xml.into_bytes()));
        if name != "document" {
            leads
                .push_str(&format!("<Relationship Id=\"part-{kind}\" Type=\"{TYPES}/{kind}\" Target=\"{name}.xml\"/>"));
        }
    }
    let mut roots = format!("<Relationship Id=\"a\" Type=\"{TYPES}/officeDocument\" Target=\"word/document.xml\"/>");
    if let Some(core) = part("core") {
        roots.push_str("<Relationship Id=\"b\" Type=\"x/core-properties\" Target=\"core.xml\"/>");
        let spaces = "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
                      xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
        files.push((
            "core.xml".to_string(),
            format!("<cp:coreProperties {spaces}>{core}</cp:coreProperties>").into_bytes(),
        ));
    }
    files.push(("_rels/.rels".to_string(), relations(&roots)));
    files.push(("word/_rels/document.xml.rels".to_string(), relations(&leads)));
    files.push(("word/media/dot.png".to_string(), PNG.to_vec()));
    files.push(("word/media/chart.emf".to_string(), vec![1, 0, 0, 0]));
    files.push(("word/media/broken.png".to_string(), PNG[..40].to_vec()));
    zipped(&files)
}

fn body(xml: &str) -> Vec<u8> {
    word(&[("body", xml.to_string())])
}

fn page(document: &[u8]) -> Result<Page, String> {
    let draft = import::read(document, "the_file-name", &|_| None).map_err(|refusal| refusal.to_string())?;
    let lang = Lang::parse("en-GB").unwrap();
    let wanted = Wanted { kind: ("page", ""), today: "2026-11-28", stem: "the_file-name", lang: &lang };
    Ok(draft.page("page", &wanted, &|_| true))
}

fn parts_of(case: &Path) -> Vec<(&'static str, String)> {
    let names = ["body", "styles", "numbering", "footnotes", "endnotes", "comments", "core", "rels"];
    let read = |name: &'static str| Some((name, fs::read_to_string(case.join(format!("{name}.xml"))).ok()?));
    names.into_iter().filter_map(read).collect()
}

/// Compares what becomes of each case of a form with what stands beside it.
pub fn judge(form: &str, made: impl Fn(&Path) -> Result<Page, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(form);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty(), "the cases are gone");
    let mut differ = Vec::new();
    for case in cases {
        let page = made(&case).unwrap_or_else(|why| panic!("{}: {why}", case.display()));
        let told: String = page.told.iter().map(|said| format!("{said}\n")).collect();
        let files: String = page.pictures.iter().map(|picture| format!("{}\n", picture.name)).collect();
        for (name, now) in [("page.md", page.text.as_str()), ("told.txt", &format!("{told}{files}"))] {
            let file = case.join(name);
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&file, now).unwrap();
            }
            if fs::read_to_string(&file).unwrap_or_default() != now {
                differ.push(format!("{}:\n{now}", file.display()));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn a_word_document_becomes_what_an_author_would_write() {
    judge("word", |case| page(&word(&parts_of(case))));
}

fn refused(document: &[u8]) -> String {
    page(document).map(|page| page.text).unwrap_err()
}

const BOMB: &str = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

/// Returns a document whose main part is exactly this.
fn with_main(xml: &str) -> Vec<u8> {
    zipped(&[("word/document.xml".to_string(), xml.as_bytes().to_vec())])
}

#[test]
fn what_is_no_document_or_hostile_is_refused_in_one_sentence() {
    let deep = format!("{}{}", "<w:sdt><w:sdtContent>".repeat(400), "</w:sdtContent></w:sdt>".repeat(400));
    let whole = body("<w:p><w:r><w:t>Words</w:t></w:r></w:p>");
    let wide = "<w:p/>".repeat(3_000_100);
    let many: Vec<(String, Vec<u8>)> = (0..10_001).map(|at| (format!("{at}"), Vec::new())).collect();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "it is empty"),
        ("a PDF", b"%PDF-1.7 ...".to_vec(), "it is a PDF"),
        (
            "the form before 2007",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            "remove the password, and save it as .docx",
        ),
        ("RTF", b"{\\rtf1 words}".to_vec(), "it is in the form RTF"),
        ("text", b"Just words.".to_vec(), "it is not a Word document"),
        ("a spreadsheet", zipped(&[("xl/workbook.xml".to_string(), Vec::new())]), "it is a spreadsheet"),
        ("another archive", zipped(&[("a.txt".to_string(), Vec::new())]), "it is not a Word document"),
        ("cut short", whole[..whole.len() / 2].to_vec(), "it is damaged"),
        ("no text", with_main("<a/>"), "it is damaged: its text is missing"),
        ("no words", body(""), "it holds no words and no pictures"),
        ("no XML", with_main("<w:document"), "it is damaged: its XML cannot be read"),
        ("entities", with_main(&format!("{BOMB}<x>&b;</x>")), "its XML declares entities"),
        ("an entity that nobody declared", with_main("<x>&b;</x>"), "its XML declares entities"),
        ("deep", body(&deep), "its parts stand more than 200 deep"),
        ("a bomb", with_main(&" ".repeat(70_000_000)), "it unfolds to more"),
        ("many elements", body(&wide), "it unfolds to more"),
        ("many files", zipped(&many), "it unfolds to more"),
        ("much", [b"PK\x03\x04".to_vec(), vec![0; 50_000_000]].concat(), "it has more than 50 MB"),
    ];
    for (what, bytes, expected) in cases {
        let refusal = refused(&bytes);
        assert!(refusal.contains(expected), "{what}: {refusal}");
        assert!(!refusal.contains('\n'), "{what}: {refusal}");
    }
}

#[test]
fn what_goes_round_or_is_far_too_much_still_ends() {
    let lists: String = (0..60)
        .map(|at| {
            let (left, id) = (at * 500, at + 1);
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{id}\"/></w:numPr>\
                 <w:ind w:left=\"{left}\"/></w:pPr><w:r><w:t>item {at}</w:t></w:r></w:p>"
            )
        })
        .collect();
    let numbering: String =
        (0..60).map(|at| format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{at}\"/></w:num>", at + 1)).collect();
    let text = page(&word(&[("body", lists), ("numbering", numbering)])).unwrap().text;
    assert!(text.contains("item 59") && text.len() < 10_000, "{text}");

    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc>";
    let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{cell}<w:tc><w:p/></w:tc></w:tr>").repeat(6_000));
    let text = page(&body(&table)).unwrap().text;
    assert!(text.contains("wide") && text.len() < 5_000_000, "{}", text.len());

    let open = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(100);
    let text = page(&body(&format!("<w:p>{open}</w:p><w:p><w:r><w:t>after a field</w:t></w:r></w:p>"))).unwrap().text;
    assert!(text.contains("after a field"), "{text}");
    let breaks = format!("<w:p><w:r>{}<w:t>end</w:t></w:r></w:p>", "<w:br/>".repeat(200_000));
    assert!(page(&body(&breaks)).unwrap().text.ends_with("\nend\n"));
}

#[test]
fn the_strict_form_and_wide_letters_are_read() {
    let strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>Strict caf\u{e9}</x:t></x:r></x:p></x:body></x:document>";
    assert!(page(&with_main(strict)).unwrap().text.ends_with("\nStrict caf\u{e9}\n"));
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(strict.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let wide = zipped(&[("word/document.xml".to_string(), wide)]);
    assert!(page(&wide).unwrap().text.ends_with("\nStrict caf\u{e9}\n"));
}

/// Returns a folder with a site that has a section for reports, and documents beside it.
fn with_documents() -> Folder {
    let folder = Folder::with_site();
    folder.write(
        "content/reports/index.md",
        "---\ntitle: Reports\nsummary: What we told the panel.\nkind: section\nnav: 1\n---\n",
    );
    let photo = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"P\" descr=\"The hall\"/><a:graphic><a:graphicData>\
                 <pic:pic><pic:blipFill><a:blip r:embed=\"r1\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>\
                 </wp:inline></w:drawing></w:r></w:p>";
    let rels = format!("<Relationship Id=\"r1\" Type=\"{TYPES}/image\" Target=\"media/dot.png\"/>");
    let words = "<w:p><w:r><w:t>We met in May. The panel asked about help for victims.</w:t></w:r></w:p>";
    let core =
        "<dc:title>The panel in May</dc:title><dc:description>What the panel asked about help in May.</dc:description>";
    let parts = [("body", format!("{words}{photo}")), ("rels", rels), ("core", core.to_string())];
    folder.write("may.docx", word(&parts));
    folder.write("old.pdf", "%PDF-1.7");
    folder
}

fn listing(folder: &Folder, path: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.path().join(path)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_page_is_written_checked_and_nothing_is_written_over() {
    let folder = with_documents();
    let day = ["--at", "2026-11-28"];
    let first = folder.run(&[&["import", "may.docx", "--in", "reports", "--kind", "report"], &day[..]].concat());
    let said = stdout(&first);
    // The gaps of the front matter are errors, so that nothing half-finished is published.
    assert_eq!(first.status.code(), Some(1), "{said}{}", stderr(&first));
    assert!(said.contains("the-panel-in-may.md and 1 picture beside it, from may.docx."), "{said}");
    assert!(said.contains("content/reports/the-panel-in-may.md:6:9: error:"), "{said}");
    assert!(said.contains("What to do next:\n  1. Fill in what stands in [[double brackets]].\n"), "{said}");
    assert_eq!(
        listing(&folder, "content/reports"),
        ["index.md", "the-panel-in-may-the-hall.png", "the-panel-in-may.md"]
    );
    let text = fs::read_to_string(folder.path().join("content/reports/the-panel-in-may.md")).unwrap();
    assert!(text.contains("kind: report\npublished: 2026-11-28\n"), "{text}");
    assert!(text.ends_with("\n![The hall](the-panel-in-may-the-hall.png)\n"), "{text}");

    folder.write("content/reports/the-panel-in-may.md", "mine");
    let again = folder.run(&["import", "may.docx", "--in", "reports"]);
    assert!(stdout(&again).contains("the-panel-in-may-2.md"), "{}", stdout(&again));
    assert_eq!(fs::read_to_string(folder.path().join("content/reports/the-panel-in-may.md")).unwrap(), "mine");
}

#[test]
fn what_cannot_come_in_leaves_nothing_behind() {
    let folder = with_documents();
    fs::File::create(folder.path().join("large.docx")).unwrap().set_len(100_000_000).unwrap();
    for (args, expected) in [
        (vec!["import", "old.pdf"], "`old.pdf` is not brought over: it is a PDF"),
        (vec!["import", "large.docx"], "`large.docx` is not brought over: it has more than 50 MB"),
        (vec!["import", "gone.docx"], "`gone.docx` cannot be read: it is not there"),
        (vec!["import", "content"], "`content` cannot be read: it is a folder"),
        (vec!["import", "may.docx", "--in", "../.."], "`content/` has no folder `../..`"),
        (vec!["import", "may.docx", "--in", "report"], "did you mean `reports`?"),
        (vec!["import", "may.docx", "--kind", "reprot"], "did you mean `report`?"),
        (vec!["import", "may.docx", "--root", "nowhere"], "there is no site.toml in `nowhere`"),
    ] {
        let output = folder.run(&args);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.starts_with("handbill: ") && said.contains(expected) && said.lines().count() == 1, "{said}");
    }
    assert_eq!(listing(&folder, "content"), ["_data", "index.md", "reports"]);

    // One that cannot come in keeps no other out.
    let output = folder.run(&["import", "old.pdf", "may.docx", "--in", "reports"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("Wrote "), "{}", stdout(&output));
}

#[test]
fn pages_and_pictures_are_placed_together_or_not_at_all() {
    let folder = Folder::new();
    folder.write("taken.md", "mine");
    let files: [(&str, &[u8]); 2] = [("a.png", PNG), ("taken.md", b"theirs")];
    assert!(import::place(folder.path(), &files).is_err());
    assert_eq!(listing(&folder, "."), ["taken.md"]);
    assert_eq!(fs::read(folder.path().join("taken.md")).unwrap(), b"mine");
    let files: [(&str, &[u8]); 2] = [("a.png", PNG), ("free.md", b"theirs")];
    import::place(folder.path(), &files).unwrap();
    assert_eq!(listing(&folder, "."), ["a.png", "free.md", "taken.md"]);
}
