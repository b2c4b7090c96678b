//! The way off the site: on which pages it stands, as authors and settings say. A case is files and the pages that have it.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

const SECTION: &str = "title: Help\nsummary: Where to find help.\nkind: section\nowner: Us\n";

fn build(files: &Memory) -> (String, BTreeMap<String, String>) {
    let instant = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let made = made.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// A site with pages in `content/help/`, given what the section and one page below it say besides.
fn site(section: &str, below: &str) -> Memory {
    let mut files = kit::site();
    let text = |keys: &str, more: &str| format!("---\n{keys}{more}---\nText.\n");
    let page =
        |title: &str, more: &str| text(&format!("title: {title}\nsummary: What it is about.\nowner: Us\n"), more);
    files.add("content/help/index.md", text(SECTION, section));
    files.add("content/help/now.md", page("One page", below));
    files.add("content/help/now.cy.md", page("Un dudalen", ""));
    files.add("content/help/deep/page.md", page("A page further down", ""));
    files.add("content/other.md", page("Another page", "topics: [one]\n"));
    files
}

/// Returns the pages that have the way off the site.
fn with_exit(made: &BTreeMap<String, String>) -> Vec<&str> {
    let pages = made.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.filter(|(_, html)| html.contains("data-exit")).map(|(path, _)| path.as_str()).collect()
}

const REVIEW: &str = "review: 2027-11-01\n";

#[test]
fn a_section_speaks_for_all_below_it_and_for_their_translations() {
    let (found, made) = build(&site(&format!("cascade: {{ sensitive: true }}\n{REVIEW}"), REVIEW));
    assert!(!found.contains(": error: "), "{found}");
    let all = [
        "404.html",
        "a-z/index.html",
        "cy/help/now/index.html",
        "cy/search/index.html",
        "help/deep/page/index.html",
        "help/index.html",
        "help/now/index.html",
        "search/index.html",
    ];
    assert_eq!(with_exit(&made), all);
    // Browsers are asked to keep no copy either, as where each page says so itself.
    let headers = &made["_headers"];
    for folder in ["/help/*", "/cy/help/now/*"] {
        let rule = headers.split_once(folder).unwrap_or_else(|| panic!("{folder} is not in\n{headers}")).1;
        assert!(rule.trim_start().starts_with("Cache-Control: no-store"), "{rule}");
    }
}

#[test]
fn a_page_that_says_so_itself_is_asked_first() {
    let keys = format!("cascade: {{ sensitive: true }}\n{REVIEW}");
    let (_, made) = build(&site(&keys, &format!("sensitive: false\n{REVIEW}")));
    let lists = ["a-z/index.html", "cy/search/index.html"];
    let pages = ["help/deep/page/index.html", "help/index.html", "search/index.html"];
    assert_eq!(with_exit(&made), [&["404.html"][..], &lists, &pages].concat());
}

#[test]
fn only_the_first_page_of_a_folder_has_pages_below_it() {
    let (found, _) = build(&site("", "cascade: { sensitive: true }\n"));
    let told = "content/help/now.md:5:1: error: `cascade` holds for the pages below this one, and there are none";
    assert!(found.contains(told), "{found}");
    assert!(
        found.contains("move it to `content/help/index.md`, or write `sensitive: true` for this page alone"),
        "{found}"
    );
    let (found, _) = build(&site("cascade: { sensitiv: true }\n", ""));
    assert!(found.contains("did you mean `sensitive`?"), "{found}");
}

#[test]
fn the_settings_give_it_to_every_page_and_to_those_that_nobody_wrote() {
    let mut files = site("aliases: [/old/]\n", "topics: [one]\n");
    let (_, made) = build(&files);
    assert_eq!(with_exit(&made), Vec::<&str>::new());
    let settings = format!("{}\n[exit]\neverywhere = true\n", kit::SITE_TOML);
    files.add("site.toml", settings);
    let (found, made) = build(&files);
    assert!(!found.contains(": error: "), "{found}");
    let pages: Vec<&str> = made.keys().filter(|path| path.ends_with(".html")).map(String::as_str).collect();
    assert!(
        ["404.html", "topics/one/index.html", "what-changes-next/index.html"].iter().all(|page| pages.contains(page))
    );
    let without: Vec<&&str> = pages.iter().filter(|page| !with_exit(&made).contains(page)).collect();
    assert_eq!(without, [&"old/index.html"], "an old address leads on without a script, so its link is plain");
    assert!(made["old/index.html"].contains("rel=\"nofollow noreferrer\">Leave this site</a>"));
    assert!(made["other/index.html"].contains("script-src 'self'"));
    assert!(!made["other/index.html"].contains("class=\"sensitive\""), "it is no sensitive page for all that");
}

#[test]
fn programs_are_told_nothing_of_a_sensitive_page() {
    let mut files = kit::site();
    let news = |title: &str, more: &str| {
        format!(
            "---\ntitle: \"{title}\"\nsummary: What is new.\nkind: news\npublished: 2026-03-02\nowner: Us\n{more}---\nText.\n"
        )
    };
    files.add("content/one.md", news("News </script> & more", ""));
    files.add("content/two.md", news("Other news", &format!("sensitive: true\n{REVIEW}")));
    let (found, made) = build(&files);
    assert!(!found.contains(": error: "), "{found}");
    let page = &made["one/index.html"];
    let data =
        page.split_once("<script type=\"application/ld+json\">").expect("data").1.split_once("</script>").unwrap().0;
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["headline"], "News </script> & more");
    assert_eq!(data["datePublished"], "2026-03-02");
    assert!(!made["two/index.html"].contains("ld+json"));
    for tag in [
        "<meta name=\"description\" property=\"og:description\" content=\"What is new.\">",
        "<meta property=\"og:title\" content=\"News &lt;/script&gt; &amp; more\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:url\" content=\"https://www.example.org/one/\">",
        "<meta property=\"og:locale\" content=\"en_GB\">",
    ] {
        assert!(page.contains(tag), "{tag} is not in {page}");
    }
    assert!(!page.contains("og:image") && !made["two/index.html"].contains("og:"));
    assert!(made["index.html"].contains("\"@type\":\"GovernmentOrganization\""));
    assert_eq!(made["robots.txt"], "User-agent: *\nAllow: /\n\nSitemap: https://www.example.org/sitemap.xml\n");
}

#[test]
fn a_list_by_title_has_so_many_titles_a_page() {
    let mut files = kit::site();
    for number in 0..401 {
        let letter = char::from(b'a' + u8::try_from(number % 26).unwrap());
        files.add(
            format!("content/n{number}.md"),
            format!(
                "---\ntitle: \"{letter}ll of {number}\"\nsummary: What it is about {number}.\n---\nText {number}.\n"
            ),
        );
    }
    let (_, made) = build(&files);
    let lists: Vec<&str> = made.keys().map(String::as_str).filter(|path| path.starts_with("a-z/")).collect();
    assert_eq!(lists, ["a-z/2/index.html", "a-z/3/index.html", "a-z/index.html"]);
    let links = |path: &str| made[path].matches("<li><a href=\"/n").count();
    let all: usize = lists.iter().map(|path| links(path)).sum();
    assert_eq!(all, 401);
    // A letter leads to the page where its titles begin.
    assert!(made["a-z/index.html"].contains("<a href=\"/a-z/2/#letter-z\">Z</a>"));
    assert!(made["a-z/2/index.html"].contains("<h2 id=\"letter-z\">Z</h2>"));
    assert!(made["sitemap.xml"].contains("<loc>https://www.example.org/a-z/3/</loc>"));
}

#[test]
fn a_reader_is_told_whom_to_tell_and_a_sensitive_page_leaves_no_trace_in_the_letter() {
    let mut files = kit::site();
    let settings = "[organisation]\nphone = \"01632 960100\"\ntextphone = \"18001 01632 960100\"\nemail = \"office@example.org\"\n";
    files.add("site.toml", format!("{}{settings}", kit::SITE_TOML));
    let page = |title: &str, more: &str| {
        format!("---\ntitle: {title}\nsummary: What it is about.\nowner: Us\n{more}---\nText.\n")
    };
    files.add("content/one.md", page("\"Bins & bags: 100% new\"", ""));
    files.add("content/two.md", page("Help now", &format!("sensitive: true\n{REVIEW}")));
    let (_, made) = build(&files);
    let subject = "href=\"mailto:office@example.org?subject=Bins%20%26%20bags%3A%20100%25%20new\"";
    assert!(made["one/index.html"].contains(subject), "{}", made["one/index.html"]);
    assert!(!made["two/index.html"].contains("?subject="));
    assert!(made["two/index.html"].contains("18001 01632 960100</a>) or write to: <a href"));
    assert!(!made["index.html"].contains("Is something on this page wrong"), "the first page has its own way to call");
}
