//! Labels say which language they are in, and only a site's first page of a language is a home page.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit::{self, site};

fn made(files: &Memory) -> BTreeMap<String, Vec<u8>> {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    pipeline::build_in_memory(files, &options).unwrap().1
}

fn text(made: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = made.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", made.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn labels_are_marked_as_the_language_that_they_are_in() {
    let mut files = site();
    let front = |more: &str| {
        format!(
            "---\ntitle: T\nsummary: S.\nformats: [web, large-print]\n{more}---\n:::download form.pdf {{lang=pl}}\n"
        )
    };
    files.add("content/page.md", front(""));
    files.add(
        "content/page.cy.md",
        front(
            "aliases: [/hen/]\nkind: consultation\nowner: T\nopens: 2026-11-01\ncloses: 2027-01-01\nrespond: { post: A }\n",
        ),
    );
    files.add("content/form.pdf", "%PDF-1.7");
    let made = made(&files);
    let welsh = text(&made, "cy/page/index.html");
    for part in [
        "large-print.pdf\">Print bras, 18 pwynt</a>",
        "dates.ics\">Dyddiadau ar gyfer eich calendr</a>",
        "PDF, 1 KB, Pwyleg</span>",
    ] {
        assert!(welsh.contains(part), "{part}\nis not in\n{welsh}");
    }
    let english = text(&made, "page/index.html");
    for part in ["large-print.pdf\">Large print, 18 point</a>", "PDF, 1 KB, in Polish</span>"] {
        assert!(english.contains(part), "{part}\nis not in\n{english}");
    }
    assert!(text(&made, "hen/index.html").contains("<h1>Mae’r dudalen hon wedi symud</h1>"));
}

#[test]
fn a_page_called_home_is_no_home_page() {
    let mut files = site();
    let page = |title: &str| {
        format!(
            "---\ntitle: {title}\nsummary: S.\npublished: 2026-03-02\n---\nWords.\n\n## One\n\nA.\n\n## Two\n\nB.\n"
        )
    };
    files.add("content/home.md", page("Your home"));
    files.add("content/victims/home.md", page("A safe home"));
    files.add("content/victims/index.md", "---\ntitle: Victims\nsummary: S.\nkind: section\n---\nWords.\n");
    files.add("content/index.cy.md", "---\ntitle: Hafan\nsummary: S.\nkind: section\n---\nCroeso.\n");
    files.add("content/victims/cy.cy.md", page("Cymraeg"));
    let made = made(&files);
    let feed = text(&made, "atom.xml");
    for path in ["home/", "victims/home/", "cy/victims/cy/"] {
        let html = text(&made, &format!("{path}index.html"));
        assert!(!html.contains("class=\"home") && html.contains("class=\"crumbs\""), "{path}\n{html}");
        assert!(feed.contains(&format!("<id>https://www.example.org/{path}</id>")), "{path}\n{feed}");
    }
    for path in ["index.html", "cy/index.html"] {
        assert!(text(&made, path).contains("class=\"home wide\""), "{path}");
    }
    assert!(text(&made, "cy/victims/cy/index.html").contains("<a class=\"org\" href=\"/cy/\""));
}
