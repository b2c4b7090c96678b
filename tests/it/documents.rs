//! Documents and films to take away: what they say besides what they show is found, in each program's form, and hostile
//! ones give an answer.

use std::io::{Cursor, Write};

use handbill::content::files::Memory;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::kit::{self, FRONT};

/// Returns a zip file of these files.
fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let method = if text.len() > 10_000 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn office(files: &[(&str, &str)]) -> Vec<u8> {
    zipped(&[&[("[Content_Types].xml", "<Types/>")], files].concat())
}

const WORDS: &str = "<w:document><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>";

const AUTHOR: &str = "<cp:coreProperties><dc:creator>Jane &amp; Co</dc:creator><cp:lastModifiedBy>Tom Field\
                      </cp:lastModifiedBy></cp:coreProperties>";

const CHANGES: &str = "<w:document><w:ins w:id=\"1\" w:author=\"J\"><w:r><w:t>in</w:t></w:r></w:ins><w:del w:author=\"J\">\
                       <w:r><w:delText>out</w:delText></w:r></w:del></w:document>";

const SHEETS: &str =
    "<workbook><sheets><sheet name=\"Chart\"/><sheet name=\"Names\" state=\"hidden\"/></sheets></workbook>";

/// Returns a box of MP4.
fn boxed(kind: &[u8; 4], held: &[u8]) -> Vec<u8> {
    [&u32::try_from(held.len() + 8).unwrap().to_be_bytes()[..], kind, held].concat()
}

fn film(in_udta: &[u8]) -> Vec<u8> {
    let start = boxed(b"ftyp", b"mp42\0\0\0\0mp42");
    [start, boxed(b"mdat", &[7; 100]), boxed(b"moov", &boxed(b"udta", in_udta))].concat()
}

/// Adds the files that a rule's page names.
pub fn add_named(files: &mut Memory, example: &str) {
    let comments = "<w:comments><w:comment w:author=\"J\"/></w:comments>";
    let page = "<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]>>";
    let untagged = || pdf(&["<</Type/Catalog/Pages 3 0 R>>", "<<>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>", page]);
    let all: [(&str, &dyn Fn() -> Vec<u8>); 7] = [
        ("author.docx", &|| office(&[("docProps/core.xml", AUTHOR), ("word/document.xml", WORDS)])),
        ("changes.docx", &|| office(&[("word/document.xml", CHANGES), ("word/comments.xml", comments)])),
        ("hidden.xlsx", &|| office(&[("xl/workbook.xml", SHEETS)])),
        ("untagged.pdf", &untagged),
        ("clean.docx", &|| office(&[("word/document.xml", WORDS)])),
        ("old.doc", &|| b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("place.mp4", &|| film(&boxed(b"\xA9xyz", b"\0\x12\x15\xC7+51.75-000.33/"))),
    ];
    for (name, bytes) in all.iter().filter(|(name, _)| example.contains(name)) {
        files.add(format!("content/{name}"), bytes());
    }
}

/// Returns what is told of one file to take away: each finding's message, without place and name of the rule.
fn told(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let mut files = kit::site();
    files.add(format!("content/{name}"), bytes);
    files.add("content/page.md", format!("{FRONT}[The file to take away]({name})\n"));
    let found = kit::findings(&files);
    let start = format!("content/{name}:1:1: warning: ");
    let lines = found.lines().filter(|line| !line.starts_with(' ') && !line.contains(" [A115 "));
    let lines = lines.map(|line| line.strip_prefix(&start).unwrap_or_else(|| panic!("{found}")));
    lines.map(|line| line.split(" [A11").next().unwrap().to_string()).collect()
}

#[test]
fn word_says_who_wrote_it_and_what_was_struck_out() {
    let hidden = "<w:document><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret\
                  </w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>shown</w:t></w:r></w:p></w:document>";
    let app = "<Properties><Company>Force &quot;X&quot;</Company><Manager>M. Boss</Manager><Template>Normal.dotm</Template>\
               </Properties>";
    let rels = "<Relationships><Relationship Target=\"file:///C:\\Users\\jane\\plan.dotx\" TargetMode=\"External\"/>\
                <Relationship Target=\"media/x.jpg\"/></Relationships>";
    let bytes = office(&[
        ("docProps/core.xml", AUTHOR),
        ("docProps/app.xml", app),
        ("word/_rels/settings.xml.rels", rels),
        ("word/document.xml", hidden),
        ("word/header1.xml", CHANGES),
    ]);
    assert_eq!(
        told("plan.docx", bytes),
        [
            "`plan.docx` names a company, `Force \"X\"`; a manager, `M. Boss`; a path on a computer, \
             `file:///C:\\Users\\jane\\plan.dotx`; its author, `Jane & Co`; and who saved it last, `Tom Field`",
            "`plan.docx` still holds 2 tracked changes",
            "`plan.docx` holds what it does not show: 1 passage of hidden text",
        ]
    );
}

#[test]
fn excel_and_powerpoint_say_what_they_hide() {
    let workbook = "<workbook><x15ac:absPath url=\"C:\\Users\\jane\\\"/><sheets><sheet name=\"A\" state=\"veryHidden\"/>\
                    </sheets></workbook>";
    let sheet = "<worksheet><cols><col hidden=\"1\"/></cols><row r=\"1\" hidden=\"1\"/><row r=\"2\"/></worksheet>";
    let bytes = office(&[
        ("xl/workbook.xml", workbook),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/comments1.xml", "<comments><comment/><comment/></comments>"),
    ]);
    assert_eq!(
        told("a.xlsx", bytes),
        [
            "`a.xlsx` names a path on a computer, `C:\\Users\\jane\\`",
            "`a.xlsx` still holds 2 comments",
            "`a.xlsx` holds what it does not show: 1 hidden sheet (`A`); and 2 hidden rows or columns",
        ]
    );
    let notes = "<p:notes><a:fld><a:t>1</a:t></a:fld><a:r><a:t>Do not say this</a:t></a:r></p:notes>";
    let bytes = office(&[
        ("ppt/slides/slide1.xml", "<p:sld show=\"0\"/>"),
        ("ppt/notesSlides/notesSlide1.xml", notes),
        ("ppt/notesSlides/notesSlide2.xml", "<p:notes><a:fld><a:t>2</a:t></a:fld></p:notes>"),
        ("ppt/comments/comment1.xml", "<p:cmLst><p:cm/></p:cmLst>"),
    ]);
    assert_eq!(
        told("a.pptx", bytes),
        [
            "`a.pptx` still holds 1 comment",
            "`a.pptx` holds what it does not show: 1 hidden slide; and 1 speaker's note",
        ]
    );
}

#[test]
fn libreoffice_says_the_same() {
    let meta = "<office:meta><meta:initial-creator>Jane</meta:initial-creator><meta:printed-by>Tom</meta:printed-by>\
                </office:meta>";
    let content = "<office:document-content><text:changed-region/><office:annotation/><text:hidden-text/>\
                   <style:table-properties table:display=\"false\"/><style:text-properties text:display=\"none\"/>\
                   </office:document-content>";
    let bytes = zipped(&[("mimetype", "x"), ("meta.xml", meta), ("content.xml", content)]);
    assert_eq!(
        told("a.odt", bytes),
        [
            "`a.odt` names its author, `Jane`; and who printed it, `Tom`",
            "`a.odt` still holds 1 tracked change; and 1 comment",
            "`a.odt` holds what it does not show: 2 passages of hidden text; and 1 hidden sheet",
        ]
    );
}

/// Returns a PDF of these objects, the first of them the catalogue, and the second the information.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    out.extend(format!("trailer\n<</Size {size}/Root 1 0 R/Info 2 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

#[test]
fn a_pdf_says_who_wrote_it_and_what_was_noted() {
    let catalog = "<</Type/Catalog/OCProperties<</D<</OFF[5 0 R]>>>>/Metadata 6 0 R>>";
    let xmp = "<x><dc:creator><rdf:Seq><rdf:li>Jane</rdf:li></rdf:Seq></dc:creator></x>";
    let stream = format!("<</Type/Metadata/Length {}>>\nstream\n{xmp}\nendstream", xmp.len());
    let whole = pdf(&[
        catalog,
        "<</Author(Jane)/Title(C:\\\\Users\\\\jane\\\\plan.docx)/Producer(Word)/Company(The Test)>>",
        "<</Type/Annot/Subtype/Highlight/Rect[0 0 1 1]>>",
        "<</Type/Annot/Subtype/Redact/Rect[0 0 1 1]>>",
        "<</Type/OCG/Name(x)>>",
        &stream,
        "<</Type/Filespec/EF<</F 5 0 R>>>>",
        "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]>>",
    ]);
    assert_eq!(
        told("a.pdf", whole),
        [
            "`a.pdf` names a company, `The Test`; a path on a computer, `C:\\Users\\jane\\plan.docx`; and its author, `Jane`",
            "`a.pdf` still holds 1 comment",
            "`a.pdf` holds what it does not show: 1 redaction that was never applied; 1 attached file; and 1 hidden layer",
        ]
    );
    assert_eq!(told("b.pdf", pdf(&["<</Type/Catalog>>", "<</Author(Test)/Title(A plan)>>"])), Vec::<String>::new());
}

#[test]
fn a_pdf_still_holds_what_it_was() {
    let first = pdf(&["<</Type/Catalog>>", "<</Title(A plan)>>"]);
    let root =
        format!("<</Size 3/Root 1 0 R/Info 2 0 R/Prev {}>>", first.windows(4).position(|p| p == b"xref").unwrap());
    let xref = first.len();
    let later = format!("xref\n0 1\n0000000000 65535 f \ntrailer\n{root}\nstartxref\n{xref}\n%%EOF\n");
    assert_eq!(told("a.pdf", [first, later.into_bytes()].concat()), ["`a.pdf` still holds 1 older version of itself"]);
}

#[test]
fn a_film_says_where_it_was_made() {
    let told_of = |bytes: Vec<u8>| told("a.mp4", bytes);
    let place = ["`a.mp4` holds where it was filmed"];
    assert_eq!(told_of(film(&boxed(b"\xA9xyz", b"+51.75-000.33/"))), place);
    assert_eq!(told_of(film(&boxed(b"loci", b"\0\0\0\0"))), place);
    let keys = boxed(b"keys", b"\0\0\0\0\0\0\0\x01\0\0\0\x34mdtacom.apple.quicktime.location.ISO6709");
    assert_eq!(told_of(film(&boxed(b"meta", &[&[0; 4][..], &keys].concat()))), place);
    assert_eq!(told_of(film(&boxed(b"meta", &keys))), place);
    let track = boxed(b"stsd", &[&[0, 0, 0, 0, 0, 0, 0, 1][..], &boxed(b"gpmd", &[])].concat());
    let track = boxed(b"trak", &boxed(b"mdia", &boxed(b"minf", &boxed(b"stbl", &track))));
    assert_eq!(told_of([film(&[]), boxed(b"moov", &track)].concat()), place);
    assert_eq!(told_of(film(&boxed(b"name", b"A talk"))), Vec::<String>::new());
    let tags = b"\x12\x54\xC3\x67\x8D\x45\xA3\x8ALOCATIONxx";
    let head = b"\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
    assert_eq!(told("a.webm", [&head[..], tags].concat()), ["`a.webm` holds where it was filmed"]);
    assert_eq!(told("a.webm", [&head[..], b"\x15\x49\xA9\x66\x82LO"].concat()), Vec::<String>::new());
}

#[test]
fn what_cannot_be_looked_into_is_told() {
    let closed = |name: &str, bytes: Vec<u8>| told(name, bytes).concat();
    assert!(closed("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()).ends_with("before 2007, or has a password"));
    assert!(closed("a.zip", zipped(&[("x.txt", "x")])).ends_with("it is an archive of other files"));
    assert!(closed("a.docx", b"PK\x03\x04 and no more".to_vec()).ends_with("it is damaged"));
    assert!(closed("a.rtf", b"{\\rtf1 x}".to_vec()).ends_with("it is in the form RTF"));
    assert!(closed("a.pdf", b"%PDF-1.7 and no more".to_vec()).ends_with("it is damaged"));
}

#[test]
fn a_small_file_that_unfolds_to_a_large_one_is_left() {
    let bomb = format!("<w:document>{}</w:document>", " ".repeat(51_000_000));
    let bytes = office(&[("word/document.xml", &bomb)]);
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    assert!(told("a.docx", bytes).concat().ends_with("it unfolds to more than 50 MB in one piece"));
}

#[test]
fn any_bytes_give_an_answer() {
    let whole = [
        ("a.docx", office(&[("docProps/core.xml", AUTHOR), ("word/document.xml", CHANGES)])),
        ("a.pdf", pdf(&["<</Type/Catalog>>", "<</Author(Jane)>>"])),
        ("a.mp4", film(&boxed(b"meta", &boxed(b"keys", b"quicktime.location")))),
        ("a.webm", b"\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\x8A\x12\x54\xC3\x67\x85\x45\xA3\x82LO".to_vec()),
    ];
    for (name, bytes) in whole {
        let mut files = kit::site();
        let mut page = FRONT.to_string();
        for at in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            let mut spoilt = bytes.clone();
            spoilt[at] = !spoilt[at];
            files.add(format!("content/{at}{name}"), spoilt);
            files.add(format!("content/cut{at}{name}"), bytes[..at].to_vec());
            page.push_str(&format!("[File {at} to take away]({at}{name}), [file {at} cut short](cut{at}{name})\n\n"));
        }
        files.add("content/page.md", page);
        assert!(kit::read(&files).site.is_some(), "{name}");
    }
}
