//! The search: which pages are found by which words, which are not, and what the page to search leaves out. A case is what is
//! looked for and the addresses that have it, read from the index as it is published.

use std::collections::{BTreeMap, BTreeSet};

use handbill::content::files::Memory;
use serde_json::Value;

use crate::kit;

const LEAFLET: &str = "---\ntitle: A leaflet\nsummary: Who can help you.\nreference: RJ-01\nissued: 2026-01-01\nreview: 2027-01-01\n\
                       sheet: poster-a4\ncover_decorative: true\n---\n::::panel\nWords of the leaflet.\n::::\n\n::::panel\nMore of them.\n::::\n";

fn page(title: &str, keys: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nsummary: What it is about.\n{keys}---\n{text}\n")
}

fn site() -> Memory {
    let mut files = kit::site();
    let text = "## Complaining to us {#how}\n\nWe answered 3 letters in Łódź. Ask for the paper.[^1]\n\n[^1]: Footnotes count.\n\n\
                :::contact office\n";
    files.add("content/help/index.md", page("Help for victims", "kind: section\n", "Where to turn."));
    files.add("content/help/police.md", page("Complaints about the police", "topics: [Conduct]\n", text));
    files.add("content/help/police.cy.md", page("Cwyno am yr heddlu", "", "Rydym yn ateb."));
    files.add("content/hidden.md", page("Hidden", "search: false\n", "Nowhere."));
    files.add("content/hidden.cy.md", page("Cudd", "", "Dim."));
    files.add("content/draft.md", page("Unfinished", "draft: true\n", "Later."));
    files.add("content/paper.md", page("Printed", "formats: [print]\n", "On paper alone."));
    files
}

/// Returns the numbers of pages in a line of the index.
fn numbers(line: &str) -> BTreeSet<usize> {
    let (mut found, mut page, mut number, mut bits) = (BTreeSet::new(), 0, 0, 0);
    for code in line.bytes() {
        if code >= b'p' {
            page = 0;
            continue;
        }
        let value = usize::from(code - b'#' - u8::from(code > b'\\'));
        number |= (value & 31) << bits;
        bits += 5;
        if value & 32 == 0 {
            found.insert(page + number);
            page += number + 1;
            (number, bits) = (0, 0);
        }
    }
    found
}

/// Returns the addresses of a language's pages that have a word, in this form.
fn found(made: &BTreeMap<String, Vec<u8>>, lang: &str, word: &str) -> Vec<String> {
    let read = |path: &str| serde_json::from_slice::<Value>(&made[path]).unwrap();
    let names = read(&format!("search/{lang}/pages-0.json"));
    let words = read(&format!("search/{lang}/words-0.json"));
    let forms = |line: &str| -> Vec<String> {
        let mut parts = line.split(' ').next().unwrap().trim_end_matches('*').split(',');
        let stem = parts.next().unwrap().to_string();
        let ends: Vec<&str> = parts.collect();
        if ends.is_empty() { vec![stem] } else { ends.iter().map(|end| format!("{stem}{end}")).collect() }
    };
    let lines = words["words"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    let line = lines.filter(|line| forms(line).iter().any(|form| form == word));
    let pages = line.flat_map(|line| numbers(line.split_once(' ').unwrap().1));
    let mut routes: Vec<String> = pages.map(|page| names["pages"][page][0].as_str().unwrap().to_string()).collect();
    routes.sort();
    routes
}

#[test]
fn pages_are_found_by_their_words_and_hidden_ones_are_not() {
    let mut files = site();
    files.add("print/rj.md", LEAFLET);
    let (report, made) = kit::made(&files);
    assert!(!report.contains(": error: "), "{report}");
    let police = &["/help/police/"][..];
    for (lang, word, routes) in [
        ("en", "police", police),
        ("en", "complaining", police),
        ("en", "answer", &[]),
        ("en", "answered", police),
        ("en", "lodz", police),
        ("en", "footnotes", police),
        ("en", "conduct", police),
        ("en", "806100", police),
        ("en", "victims", &["/help/"]),
        ("en", "rj01", &["/leaflets/RJ-01/"]),
        ("en", "leaflet", &["/leaflets/RJ-01/"]),
        ("en", "paper", police),
        ("en", "hidden", &[]),
        ("en", "nowhere", &[]),
        ("en", "unfinished", &[]),
        ("en", "printed", &[]),
        ("en", "welcome", &[]),
        ("cy", "heddlu", &["/cy/help/police/"]),
        ("cy", "cudd", &[]),
        ("cy", "police", &[]),
    ] {
        assert_eq!(found(&made, lang, word), routes, "{lang}: {word}");
    }
    let names: Value = serde_json::from_slice(&made["search/en/pages-0.json"]).unwrap();
    let said =
        serde_json::json!(["/help/police/", "Complaints about the police", "Help for victims", "What it is about."]);
    assert_eq!(names["pages"][1], said);
}

#[test]
fn the_page_to_search_keeps_what_is_typed() {
    let (_, made) = kit::made(&site());
    for (path, title, home) in [("search/index.html", "Search", "/"), ("cy/search/index.html", "Chwilio", "/")] {
        let html = String::from_utf8_lossy(&made[path]).into_owned();
        let field = html.split_once("<input").unwrap().1.split_once('>').unwrap().0;
        for part in [" autocomplete=\"off\"", " spellcheck=\"false\"", " role=\"combobox\"", " hidden"] {
            assert!(field.contains(part), "{part} is not in {field}");
        }
        // Nothing is sent: there is no form, and the field has no name.
        assert!(!html.contains("<form") && !field.contains(" name="), "{html}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{html}");
        assert!(html.contains("script-src 'self'; connect-src 'self'; base-uri"), "{html}");
        assert!(html.contains(&format!("<label for=\"find\">{title}</label>")), "{html}");
        assert!(html.contains("href=\"/a-z/\"") && html.contains(&format!("href=\"{home}\"")), "{html}");
    }
    let page = String::from_utf8_lossy(&made["help/police/index.html"]).into_owned();
    assert!(page.contains("<a href=\"/search/#find\">Search</a>"), "{page}");
    assert!(!page.contains("connect-src") && !page.contains("<script"), "{page}");
    assert!(
        String::from_utf8_lossy(&made["cy/help/police/index.html"])
            .contains("<a href=\"/cy/search/#find\">Chwilio</a>")
    );
    assert!(!String::from_utf8_lossy(&made["sitemap.xml"]).contains("/search/"));
    let index: Value = serde_json::from_slice(&made["search/index.json"]).unwrap();
    let languages: Vec<&Value> = index["languages"].as_array().unwrap().iter().map(|one| &one["lang"]).collect();
    assert_eq!(languages, ["en-GB", "cy"]);
}

#[test]
fn a_site_without_a_search_has_nothing_of_it() {
    let mut files = site();
    files.add("site.toml", format!("{}[search]\non = false\n", kit::SITE_TOML));
    let (_, made) = kit::made(&files);
    let of_search: Vec<&String> = made.keys().filter(|path| path.contains("search/")).collect();
    assert!(of_search.is_empty(), "{of_search:?}");
    for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("/search/"), "{path}");
    }
}

#[test]
fn an_authors_page_in_the_place_of_the_search_is_told() {
    for (path, route) in [("content/search.md", "/search/"), ("content/search.cy.md", "/cy/search/")] {
        let mut files = site();
        files.add(path, page("Ours", "", "Text."));
        let report = kit::made(&files).0;
        let told = report.lines().find(|line| line.starts_with(path) && line.contains(": error: "));
        assert!(told.is_some(), "{route}: {report}");
    }
}
