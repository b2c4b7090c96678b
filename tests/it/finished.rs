//! Pages as linking finishes them: facts and contacts filled in, notes and sources numbered once for every format.

use std::collections::BTreeSet;

use handbill::model::{EndNote, end_notes, plain_text};
use handbill::preflight;

use crate::kit;

const NOTED: &str = "Nearly [](fact:rj-satisfied) were glad[^a].\n\nTerm\n:   Meaning with [12](fact:calls-a-day)\n\n\
                     Other[^b]\n:   Last, [85%](fact:rj-satisfied) again\n\n[^a]: See [](fact:calls-a-day).\n\n[^b]: Second.\n";

#[test]
fn a_contact_and_a_fact_in_a_heading_are_its_words() {
    let mut files = kit::site();
    let body = "## [](contact:helpline.phone)\n\nCall.\n\n## Glad: [](fact:rj-satisfied)\n\nText.\n";
    files.add("content/a.md", format!("---\ntitle: A page\nsummary: What it is about.\nformats: [print]\n---\n{body}"));
    let site = kit::read(&files).site.unwrap();
    let found = kit::findings(&files);
    assert!(!found.contains("heading-empty"), "{found}");
    let page = site.pages.iter().find(|page| page.path == "a.md").unwrap();
    let words: Vec<String> = page.headings().iter().map(|heading| plain_text(&heading.content)).collect();
    assert_eq!(words, ["01438 123456", "Glad: 85%"]);
    let (_, made) = kit::made(&files);
    let pdf = lopdf::Document::load_mem(&made["a/a.pdf"]).unwrap();
    let titles = pdf.objects.values().filter_map(|object| {
        // An element of the structure tree has a title too; only a bookmark leads somewhere.
        let bookmark = object.as_dict().ok().filter(|bookmark| bookmark.has(b"Dest"))?;
        lopdf::decode_text_string(bookmark.get(b"Title").ok()?).ok()
    });
    let titles: BTreeSet<String> = titles.collect();
    let expected = ["01438 123456", "A page", "Glad: 85%", "Where the figures come from"];
    assert_eq!(titles.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn notes_and_sources_are_numbered_in_the_order_of_reading() {
    let mut files = kit::site();
    files.add("content/a.md", format!("{}{NOTED}", kit::FRONT));
    let site = kit::read(&files).site.unwrap();
    let page = site.pages.iter().find(|page| page.path == "a.md").unwrap();
    let list: Vec<String> = end_notes(&page.notes, &page.sources)
        .iter()
        .map(|end| match end {
            EndNote::Note(note) => format!("{} note {}", note.number, note.label),
            EndNote::Source(source) => format!("{} source {}", source.number, source.fact.key),
        })
        .collect();
    assert_eq!(list, ["1 source rj-satisfied", "2 note a", "3 source calls-a-day", "4 note b"]);
}

#[test]
fn the_web_and_paper_have_the_same_marks() {
    let mut files = kit::site();
    let front = "---\ntitle: A page\nsummary: What it is about.\nformats: [web, print]\n---\n";
    files.add("content/a.md", format!("{front}{NOTED}"));
    let (_, made) = kit::made(&files);
    let html = String::from_utf8(made["a/index.html"].clone()).unwrap();
    let marks = |text: &str, open: &str| -> Vec<String> {
        text.split(open).skip(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect()).collect()
    };
    assert_eq!(marks(&html, "href=\"#note-"), ["1", "2", "3", "4", "1", "3"]);
    assert_eq!(marks(&html, "<li id=\"note-"), ["1", "2", "3", "4"]);
    let tree = preflight::look(&made["a/a.pdf"]).tags;
    assert_eq!(marks(&tree, "Note ID=\"note-"), ["1", "2", "3", "4"], "{tree}");
    assert_eq!(marks(&tree, "Link (link) \"["), ["1", "2", "3", "4", "1", "3"], "{tree}");
}

#[test]
fn a_document_is_looked_up_once_as_links_are() {
    let mut files = kit::site();
    files.add("content/buy.md", "---\ntitle: A notice\nsummary: It is about buying.\nkind: notice\nstage: tender\ndocuments: [{ title: The terms, file: our%20terms.txt }]\n---\nText.\n");
    files.add("content/our terms.txt", "Terms.");
    let (_, made) = kit::made(&files);
    let release = String::from_utf8(made["buy/release.json"].clone()).unwrap();
    let urls: Vec<&str> = release.lines().filter_map(|line| line.trim().strip_prefix("\"url\": ")).collect();
    let expected = ["\"https://www.example.org/buy/\"", "\"https://www.example.org/our%20terms.txt\""];
    assert_eq!(urls, expected, "{release}");
}
