//! Long documents: contents, volumes, where links lead on paper, and what is said of those whom readers call.

use super::super::PaperPress;
use super::super::display::ContentTag;
use super::super::font::Faces;
use super::super::profile::{CLEAR, GIANT, LARGE, MOST_SHEETS, Profile};
use super::sample::{self, paragraph};
use super::{GIANT_PRINT, LARGE_PRINT, PRINT, finished, first};
use crate::diag::{FileId, Span};
use crate::model::*;
use crate::render::Format;

/// Returns the lines of a tree below the first that starts so, while they are deeper than it.
fn below<'t>(tree: &'t str, start: &str) -> Vec<&'t str> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut lines = tree.lines().skip_while(|line| !line.trim_start().starts_with(start));
    let top = lines.next().map_or(0, depth);
    lines.take_while(|line| depth(line) > top).map(str::trim).collect()
}

#[test]
fn a_long_document_has_contents_with_the_numbers_of_pages() {
    let site = sample::site(vec![sample::long(6)], Vec::new());
    let (report, _) = first(&site, &PRINT);
    assert_eq!(report.findings, Vec::new());
    let contents = below(&report.tags, "TOC");
    let entry = |section: usize, page: usize| {
        let said = format!("Section {section} of the strategy ");
        ["TOCI".to_string(), "Reference".to_string(), format!("Link (link) (link) \"{said}{page}\"")]
    };
    let expected: Vec<String> = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 5)]
        .into_iter()
        .flat_map(|(section, page)| entry(section, page))
        .collect();
    let simple: Vec<String> = contents.iter().map(|line| line.to_string()).collect();
    assert_eq!(simple, expected, "{}", report.tags);
    let before = report.tags.find("TOC").expect("contents");
    assert!(before < report.tags.find("H2 \"Section 1").expect("a section"), "the contents are read first");
    let (short, _) = first(&sample::site(vec![sample::long(2)], Vec::new()), &PRINT);
    assert!(!short.tags.contains("TOC"), "{}", short.tags);
}

/// Returns the number of pages of each volume, as their feet have it.
fn volumes(site: &Site, profile: &'static Profile) -> Vec<(String, usize)> {
    let site = finished(site);
    let press = PaperPress { site: &site, faces: Faces::read(&site).expect("fonts"), profile: Some(profile) };
    let (document, _) = press.laid_out(site.page(PageId(0)), profile).expect("a document");
    let mut found: Vec<(String, usize)> = Vec::new();
    for page in &document.pages {
        let foot = page.items.iter().filter(|item| item.tag == ContentTag::Foot).filter_map(|item| item.draw.text());
        let said = foot.map(|run| run.text.to_string()).find(|text| text.starts_with("Volume")).unwrap_or_default();
        match found.last_mut().filter(|(last, _)| *last == said) {
            Some((_, pages)) => *pages += 1,
            None => found.push((said, 1)),
        }
    }
    found
}

#[test]
fn a_very_long_document_in_large_print_comes_in_volumes() {
    let site = sample::site(vec![sample::long(80)], Vec::new());
    for (format, profile) in [(&LARGE_PRINT, &LARGE), (&GIANT_PRINT, &GIANT)] {
        let volumes = volumes(&site, profile);
        let count = volumes.len();
        assert!(count > 1, "{volumes:?}");
        for (number, (said, pages)) in (1..).zip(&volumes) {
            assert_eq!(*said, format!("Volume {number} of {count}"));
            assert!(*pages <= MOST_SHEETS * 2 && *pages > MOST_SHEETS, "{volumes:?}");
            assert!(number == count || pages.is_multiple_of(2), "a volume starts on a sheet of its own: {volumes:?}");
        }
        let (report, _) = first(&site, format);
        assert_eq!(report.findings, Vec::new());
        let said = format!("P \"Volume 1 of {count}\"");
        assert_eq!(report.tags.matches("P \"Volume ").count(), 1, "only the first cover is read out");
        assert!(report.tags.contains(&said) && report.tags.matches("H1 ").count() == 1);
    }
    assert_eq!(volumes(&site, &CLEAR).len(), 1);
}

/// A row that is higher than a page goes on where the next page starts; all of its words are there.
#[test]
fn a_row_that_is_higher_than_a_page_is_cut() {
    let long: String = (1..=900).map(|number| format!("word{number} ")).collect();
    let rows: &[&[&str]] = &[&["Short", "1"], &[&long, "2"], &["Last", "3"]];
    let table = sample::table("Words", &["What", "Number"], rows);
    let site = sample::site(vec![sample::page("Title", "/page/", vec![table], Vec::new())], Vec::new());
    for format in [&PRINT, &LARGE_PRINT, &GIANT_PRINT] {
        let (report, _) = first(&site, format);
        assert_eq!(report.findings, Vec::new(), "{}", format.name());
        assert!(report.tags.contains("word1 word2") && report.tags.contains("word900"), "{}", format.name());
        assert_eq!(report.tags.matches("TH Column").count(), 2, "the heading row is read out once");
    }
}

#[test]
fn links_lead_somewhere_on_paper() {
    let link = |target: Target, words: &str| sample::link(target, words);
    let mut page = sample::page("Title", "/page/", Vec::new(), Vec::new());
    let here = Target::Page { page: PageUse::from(PageId(0)), heading: Some("below".to_string()) };
    let other = Target::Page { page: PageUse::from(PageId(1)), heading: Some("there".to_string()) };
    let space = || sample::words(" and ").remove(0);
    page.blocks = vec![
        sample::said(vec![link(here, "what follows"), space(), link(other.clone(), "the plan")]),
        sample::said(vec![
            link(other, "the plan again"),
            space(),
            link(Target::Phone("01632 960001".into()), "call us"),
        ]),
        sample::heading(2, "Below"),
        paragraph("Words."),
    ];
    let other = sample::page("The plan", "/plan/", vec![sample::heading(2, "There")], Vec::new());
    let site = sample::site(vec![page, other], Vec::new());
    let (report, _) = first(&site, &PRINT);
    assert_eq!(report.findings, Vec::new());
    let said = report.tags.replace('\u{a0}', " ");
    for part in
        ["\"what follows\"", "(page 1)", "\"[A]\"", "H2 \"Where to read more\"", "pcc.example/plan", "(01632 960001)"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        !said.contains("[B]") && !said.contains("(page 00)"),
        "one page has one mark, and no number is left open: {said}"
    );
}

/// Whoever is called from running text is told once what that contact's callers should know.
#[test]
fn a_number_in_the_text_has_its_textphone_and_note_on_the_page() {
    let number = Inline::Contact(Box::new(ContactUse {
        contact: "helpline".to_string(),
        field: Ok(ContactField::Phone),
        text: String::new(),
        detail: None,
        span: Span::whole(FileId(0)),
    }));
    let page = sample::page("Title", "/page/", vec![sample::said(vec![number])], Vec::new());
    let mut site = sample::site(vec![page], Vec::new());
    let mut helpline = site.contacts["office"].as_ref().clone();
    helpline.key = "helpline".to_string();
    helpline.phone = "0808 000 0000".to_string();
    helpline.textphone = "18001 0808 000 0000".to_string();
    helpline.note = "We leave no message.".into();
    site.contacts.insert("helpline".to_string(), std::sync::Arc::new(helpline));
    for format in [&PRINT, &LARGE_PRINT, &GIANT_PRINT] {
        let tree = first(&site, format).0.tags;
        assert_eq!(tree.matches("18001 0808 000 0000").count(), 1, "{tree}");
        assert_eq!(tree.matches("We leave no message.").count(), 1, "{tree}");
    }
}
