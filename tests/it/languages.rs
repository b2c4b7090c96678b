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

/// A site with a page in Romanian, in which Handbill has no words, and a file of words.
fn romanian(words: &str) -> Memory {
    let mut files = site();
    files.add(
        "site.toml",
        "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\", \"ro\"]\n\
         [publish]\nalso = [\"office.png\"]\n",
    );
    files.add(
        "content/what-next.ro.md",
        "---\ntitle: Ce urmează\nsummary: Pașii.\npublished: 2026-11-02\n---\nVă sunăm.\n",
    );
    files.add("locales/ro.ftl", words);
    files
}

#[test]
fn a_site_may_bring_its_own_words_and_what_it_lacks_is_english_and_marked() {
    let files = romanian("web-home = Acasă\nweb-published = Publicat la\nstate-open = Deschis\n");
    let html = text(&made(&files), "ro/what-next/index.html");
    for part in [
        "<html lang=\"ro\" dir=\"ltr\">",
        "<a class=\"skip\" href=\"#main\"><span lang=\"en\">Skip to the main text</span></a>",
        ">Acasă</a>",
        "Publicat la <time datetime=\"2026-11-02\">2 noiembrie 2026</time>.",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    let found = kit::checked(&files);
    let told = |wanted: &str| found.lines().filter(|line| line.contains(wanted)).collect::<Vec<_>>();
    assert_eq!(
        told("`web-skip` "),
        ["locales/ro.ftl:1:1: warning: `web-skip` is missing, and is shown in English [C047 words-missing]"]
    );
    let english = include_str!("../../locales/en.ftl");
    // No reader sees what the preview says.
    let is_for_readers =
        |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase()) && !line.starts_with("preview-");
    let messages = english.lines().filter(is_for_readers).count();
    assert_eq!(told("C047").len(), messages - 3);
}

#[test]
fn a_line_of_a_file_of_words_that_cannot_be_used_is_told() {
    let files = romanian("web-home = Acasă\nweb-skipp = Salt\nweb-leave Ieși\n");
    let found = kit::checked(&files);
    let told: Vec<&str> = found.lines().filter(|line| line.contains("C045") || line.contains("C046")).collect();
    assert_eq!(
        told,
        [
            "locales/ro.ftl:2:1: warning: Handbill has no words called `web-skipp` [C046 words-unknown]",
            "locales/ro.ftl:3:11: error: these words cannot be read: expected a token starting with `=` [C045 \
             words-invalid]",
        ]
    );
    let mut files = site();
    files.add("locales/cymraeg_cy.ftl", "web-home = Adref\n");
    let found = kit::checked(&files);
    assert!(
        found.contains("locales/cymraeg_cy.ftl:1:1: error: `cymraeg_cy` is no language [C045 words-invalid]"),
        "{found}"
    );
}

#[test]
fn pages_in_every_language_of_handbill_are_in_their_language_alone() {
    let mut files = romanian("");
    files.add(
        "site.toml",
        "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\", \"pl\", \"ur\"]\n\
         [publish]\nalso = [\"office.png\"]\n",
    );
    let call = "---\ntitle: T\nsummary: S.\nowner: T\nkind: funding\nopens: 2026-11-01\ncloses: 2027-01-01\nmaximum: £1,500,000\n---\n";
    for tag in ["pl", "ur"] {
        files.add(format!("content/call.{tag}.md"), call);
    }
    let made = made(&files);
    for (tag, parts) in [
        ("pl", ["Przejdź do głównej treści", "1 stycznia 2027", "1,5 mln £", "Otwarte do końca dnia"]),
        ("ur", ["اصل متن پر جائیں", "1 جنوری، 2027", "£1.5 ملین", "کھلا ہے، اس دن کے آخر تک:"]),
    ] {
        let html = text(&made, &format!("{tag}/call/index.html"));
        for part in parts {
            assert!(html.contains(part), "{part}\nis not in\n{html}");
        }
        // The site's own title is in English.
        let english = html.matches("lang=\"en").count() - html.matches("hreflang=\"en").count();
        let site = html.matches("lang=\"en-GB\"").count() - html.matches("hreflang=\"en-GB\"").count();
        assert_eq!(english, site, "{html}");
    }
}

#[test]
fn lists_that_the_site_makes_itself_say_where_their_words_are_english() {
    let mut files = romanian("web-home = Acasă\nweb-topics = Subiecte\nstate-open = Deschis\n");
    files.add(
        "site.toml",
        "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"ro\"\n[publish]\nalso = [\"office.png\"]\n",
    );
    files.remove("content/what-next.ro.md");
    let page = |more: &str| format!("---\ntitle: Titlu\nsummary: Rezumat.\nowner: Noi\n{more}---\nText.\n");
    files.add(
        "content/call.md",
        page("kind: funding\ntopics: [Bani, Ajutor]\nopens: 2026-11-01\ncloses: 2027-01-01\nmaximum: £5\n"),
    );
    let recommendations = "recommendations:\n- { id: 1, title: o rampă, text: Text., status: open }\n";
    files.add("content/report.md", page(&format!("kind: report\ntopics: [Ajutor]\n{recommendations}")));
    let made = made(&files);
    for (path, parts) in [
        (
            "leaflets/index.html",
            vec![
                "<h1 lang=\"en\">Leaflets to print</h1>",
                "<p class=\"summary\" lang=\"en\">Print them,",
                "<p><span lang=\"en\">There are no leaflets yet.</span></p>",
            ],
        ),
        ("topics/index.html", vec!["<h1>Subiecte</h1>", "<p class=\"summary\" lang=\"en\">What our pages are about."]),
        (
            "topics/ajutor/index.html",
            vec![
                "<h1>Ajutor</h1>",
                "<p class=\"summary\" lang=\"en\">All that we say on Ajutor,",
                "<p class=\"status open\"><strong>Deschis</strong></p>",
                "<p class=\"dates\"><span lang=\"en\">Open until the end of</span> <time datetime=\"2027-01-01\">1 ianuarie 2027",
            ],
        ),
        (
            "what-changes-next/index.html",
            vec![
                "<h1 lang=\"en\">What changes next</h1>",
                "<p class=\"summary\" lang=\"en\">The days on which",
                "<br><span lang=\"en\">Closes</span>.</p>",
            ],
        ),
        (
            "recommendations/index.html",
            vec![
                "<h1 lang=\"en\">Open recommendations</h1>",
                "<p class=\"summary\" lang=\"en\">What reports recommended,",
                "<h2 id=\"open\" lang=\"en\">No answer yet</h2>",
            ],
        ),
        (
            "404.html",
            vec!["<h1 lang=\"en\">Page not found</h1>", "<p class=\"summary\" lang=\"en\">The page is not here."],
        ),
        ("call/index.html", vec!["<strong><span lang=\"en\">Open until the end of</span> <time"]),
    ] {
        let html = text(&made, path);
        for part in parts {
            assert!(html.contains(part), "{path}: {part}\nis not in\n{html}");
        }
    }
}
