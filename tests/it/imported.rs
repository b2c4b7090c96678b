//! OpenDocument texts and saved web pages brought in: each case is a folder of a document's parts or a page, with what becomes of it
//! beside it. Hostile ones give one sentence.

use std::fs;

use handbill::import::{self, Page, Wanted};
use handbill::model::Lang;

use crate::import::{judge, zipped};
use crate::kit::{Folder, PNG, stderr, stdout};

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

const KIND: &str = "application/vnd.oasis.opendocument.text";

fn part(element: &str, inner: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:{element} {SPACES}>{inner}</office:{element}>")
        .into_bytes()
}

/// Returns an OpenDocument text of its body, the styles that it makes by itself, those with names, and its properties.
fn opendocument(body: &str, automatic: &str, styles: &str, meta: &str) -> Vec<u8> {
    let content = format!(
        "<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    );
    zipped(&[
        ("mimetype", KIND.as_bytes().to_vec()),
        ("content.xml", part("document-content", &content)),
        ("styles.xml", part("document-styles", styles)),
        ("meta.xml", part("document-meta", &format!("<office:meta>{meta}</office:meta>"))),
        ("Pictures/dot.png", PNG.to_vec()),
    ])
}

fn body(xml: &str) -> Vec<u8> {
    opendocument(xml, "", "", "")
}

fn page(document: &[u8]) -> Result<Page, String> {
    let beside = |path: &str| (path == "page_files/dot.png").then(|| PNG.to_vec());
    let draft = import::read(document, "page", &beside).map_err(|refusal| refusal.to_string())?;
    let lang = Lang::parse("en-GB").unwrap();
    let wanted = Wanted { kind: ("page", ""), today: "2026-11-28", stem: "page", lang: &lang };
    Ok(draft.page("page", &wanted, &|_| true))
}

#[test]
fn an_opendocument_text_becomes_what_an_author_would_write() {
    judge("opendocument", |case| {
        let read = |name: &str| fs::read_to_string(case.join(name)).unwrap_or_default();
        page(&opendocument(&read("body.xml"), &read("automatic.xml"), &read("styles.xml"), &read("meta.xml")))
    });
}

#[test]
fn a_saved_page_becomes_what_an_author_would_write() {
    judge("web", |case| page(&fs::read(case.join("page.html")).unwrap()));
}

fn refused(document: &[u8]) -> String {
    page(document).map(|page| page.text.len()).unwrap_err()
}

#[test]
fn what_is_hostile_is_refused_in_one_sentence() {
    let whole = body("<text:p>Words</text:p>");
    let deep = format!("{}{}", "<text:section>".repeat(400), "</text:section>".repeat(400));
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry>\
                    <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let with =
        |name: &'static str, bytes: &[u8]| zipped(&[("mimetype", KIND.as_bytes().to_vec()), (name, bytes.to_vec())]);
    let entities = b"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><x>&a;</x>";
    let picture = "<text:p><draw:frame><draw:image xlink:href=\"Pictures/bomb.png\"/></draw:frame>Words</text:p>";
    let bomb = zipped(&[
        ("mimetype", KIND.as_bytes().to_vec()),
        (
            "content.xml",
            part("document-content", &format!("<office:body><office:text>{picture}</office:text></office:body>")),
        ),
        ("Pictures/bomb.png", [PNG, &vec![0; 70_000_000]].concat()),
    ]);
    let attributes: String = (0..100_000).map(|at| format!(" a{at}=1")).collect();
    for (what, bytes, expected) in [
        ("cut short", whole[..whole.len() / 2].to_vec(), "it is damaged"),
        ("no text", with("meta.xml", b"<x/>"), "it is damaged: it has no text"),
        ("no body", with("content.xml", b"<x/>"), "it is damaged: it has no text"),
        ("no words", body(""), "it holds no words and no pictures"),
        ("a password", with("META-INF/manifest.xml", manifest.as_bytes()), "or has a password"),
        ("entities", with("content.xml", entities), "its XML declares entities"),
        ("deep", body(&deep), "its parts stand more than 200 deep"),
        ("a bomb", with("content.xml", &vec![b' '; 70_000_000]), "it unfolds to more"),
        ("a picture that is a bomb", bomb, "it unfolds to more"),
        ("a page without words", b"<html><body></body></html>".to_vec(), "it holds no words and no pictures"),
        ("a tag without end", format!("<p{attributes}>words").into_bytes(), "it unfolds to more"),
        ("more parts than a page has", b"<p>a".repeat(800_000), "it unfolds to more"),
    ] {
        let refusal = refused(&bytes);
        assert!(refusal.contains(expected), "{what}: {refusal}");
        assert!(!refusal.contains('\n'), "{what}: {refusal}");
    }
}

#[test]
fn what_goes_round_or_is_far_too_much_still_ends() {
    let styles = "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>\
                  <style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
    let text = page(&opendocument("<text:p text:style-name=\"A\">round</text:p>", styles, "", "")).unwrap().text;
    assert!(text.ends_with("\nround\n"), "{text}");

    let cell = "<table:table-cell table:number-columns-repeated=\"4000000000\" table:number-rows-spanned=\"4000000000\">\
                <text:p>wide</text:p></table:table-cell>";
    let row = format!("<table:table-row table:number-rows-repeated=\"100000\">{cell}</table:table-row>");
    let text = page(&body(&format!("<table:table>{row}</table:table>"))).unwrap().text;
    assert!(text.contains("wide") && text.len() < 20_000_000, "{}", text.len());

    let spaces = "<text:p>a<text:s text:c=\"4000000000\"/>b</text:p>";
    assert!(page(&body(spaces)).unwrap().text.ends_with("\na b\n"));
    let (open, close) = ("<text:list><text:list-item>".repeat(90), "</text:list-item></text:list>".repeat(90));
    let nested = format!("{open}<text:p>deep item</text:p>{close}");
    assert!(page(&body(&nested)).unwrap().text.contains("deep item"));

    for (what, html, said) in [
        ("divs", format!("{}deep{}<p>after", "<div>".repeat(100_000), "</div>".repeat(100_000)), "deep\n\nafter\n"),
        ("lists", format!("{}deep", "<ul><li>a".repeat(100_000)), "deep"),
        ("quotes", format!("{}deep", "<blockquote>".repeat(100_000)), "deep"),
        ("spans", format!("<p>{}deep", "<span>".repeat(100_000)), "deep\n"),
        ("tables", format!("{}deep", "<table><tr><td>".repeat(100_000)), "deep"),
        ("marks", format!("<p>start {}", "<b><i><u><p>x".repeat(20_000)), "start"),
        ("ends", format!("<p>first</p>{}", "</x>".repeat(1_000_000)), "first\n"),
        ("cells", format!("<table>{}</table>", "<b>a</b><td rowspan=65534 colspan=1000>c".repeat(500)), "c"),
        ("signs", format!("<p>{}", "<sup><a href=#a>1</a></sup><li id=a>".repeat(5_000)), "1"),
    ] {
        let text = page(format!("<!doctype html>{html}").as_bytes()).unwrap_or_else(|why| panic!("{what}: {why}")).text;
        assert!(text.contains(said), "{what}: {}", text.chars().take(2_000).collect::<String>());
    }
}

#[test]
fn a_saved_page_takes_pictures_from_its_own_folder_alone() {
    let folder = Folder::with_site();
    let picture = |from: &str| format!("<p><img src=\"{from}\" alt=\"The hall\"></p>");
    let outside = [
        "../secret.png",
        "Page_files/../secret.png",
        "Page_files/out.png",
        "content/other.png",
        "Page.docx_files/a.png",
    ];
    let all: String = outside.iter().map(|from| picture(from)).collect();
    folder.write(
        "Page.html",
        format!("<title>Our hall</title><main><p>Words about it.</p>{}{all}</main>", picture("Page_files/hall.png")),
    );
    for name in ["Page_files/hall.png", "content/other.png", "secret.png"] {
        folder.write(name, PNG);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("secret.png"), folder.path().join("Page_files/out.png")).unwrap();
    let output = folder.run(&["import", "Page.html", "--at", "2026-11-28"]);
    let said = stdout(&output);
    assert!(said.contains("our-hall.md and 1 picture beside it, from Page.html."), "{said}{}", stderr(&output));
    let text = fs::read_to_string(folder.path().join("content/our-hall.md")).unwrap();
    assert!(text.contains("![The hall](our-hall-the-hall.png)"), "{text}");
    assert_eq!(text.matches("which is not fetched").count(), outside.len(), "{text}");
}
