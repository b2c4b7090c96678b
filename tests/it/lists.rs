//! Lists that the website makes: where a long one is torn, what its pages are called, and that a short one stays as it is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

/// Builds a site; returns what is wrong with it, and its text files.
pub fn build(files: &Memory) -> (String, BTreeMap<String, String>) {
    let instant = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let made = made.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// A site whose news of each year are so many, all of one topic.
fn news(years: &[(u16, usize)], sensitive: &str) -> Memory {
    let mut files = kit::site();
    let section = "---\ntitle: News\nsummary: What is new.\nkind: section\n---\nText.\n";
    files.add("content/news/index.md", section);
    for (year, count) in years {
        for number in 0..*count {
            let (month, day) = (number % 9 + 1, number % 28 + 1);
            let keys = format!(
                "title: News {number} of {year}\nsummary: What happened.\nkind: news\ntopics: [one]\n{sensitive}"
            );
            let text = format!("---\n{keys}published: {year}-{month:02}-{day:02}\nowner: Us\n---\nText of it.\n");
            files.add(format!("content/news/{year}-{number}.md"), text);
        }
    }
    files
}

/// Returns the lists below a folder of the output: their addresses, titles, years, and how many pages each names.
fn lists(made: &BTreeMap<String, String>, folder: &str) -> String {
    let mut told = String::new();
    let of_list = |path: &&String| path.starts_with(folder) && path.ends_with(".html") && !path.contains('-');
    for path in made.keys().filter(of_list) {
        let html = &made[path];
        let between = |from: &str, to: &str| html.split_once(from).and_then(|(_, rest)| rest.split_once(to));
        let title = between("<title>", "</title>").map_or("", |(title, _)| title);
        let years: Vec<&str> =
            html.split("<h2 id=\"year-").skip(1).map(|rest| rest.split('"').next().unwrap_or("")).collect();
        let items = html.matches("><a href=\"/news/2").count() - html.matches("<li><a href=\"/news/2").count();
        writeln!(told, "{path}: {title}; {items} pages; years {years:?}").unwrap();
    }
    told
}

#[test]
fn a_short_list_stays_as_it_is() {
    let (_, made) = build(&news(&[(2025, 20), (2024, 20)], ""));
    assert_eq!(lists(&made, "news/"), "news/index.html: News – Test; 40 pages; years []\n");
    assert!(!made["news/index.html"].contains("Pages of this list"));
}

#[test]
fn a_long_list_has_its_newest_years_first_and_a_page_for_each_other_year() {
    let (found, made) = build(&news(&[(2026, 6), (2025, 30), (2024, 5), (2023, 90)], ""));
    assert!(!found.contains(": error: "), "{found}");
    let expected = "\
news/2023/2/index.html: News, 2023 – Page 4 of 5 – Test; 40 pages; years []
news/2023/3/index.html: News, 2023 – Page 5 of 5 – Test; 10 pages; years []
news/2023/index.html: News, 2023 – Page 3 of 5 – Test; 40 pages; years []
news/2024/index.html: News, 2024 – Page 2 of 5 – Test; 5 pages; years []
news/index.html: News – Test; 36 pages; years [\"2026\", \"2025\"]
";
    assert_eq!(lists(&made, "news/"), expected);
    assert_eq!(lists(&made, "topics/one/").matches('\n').count(), 5);
    let part = &made["news/2023/index.html"];
    for link in [
        "<a href=\"/news/2024/\" rel=\"prev\">Previous page</a>",
        "<a href=\"/news/2023/2/\" rel=\"next\">Next page</a>",
        "<a href=\"/news/2023/\" aria-current=\"page\">2023</a>",
        "<a href=\"/news/\">Newest</a>",
        "<p>Page 3 of 5</p>",
        "<link rel=\"canonical\" href=\"https://www.example.org/news/2023/\">",
    ] {
        assert!(part.contains(link), "{link} is not in {part}");
    }
    assert!(made["sitemap.xml"].contains("<loc>https://www.example.org/news/2023/3/</loc>"));
    assert!(!made["_headers"].contains("/news/2023/"), "nothing on the list is sensitive");
}

#[test]
fn a_page_in_the_place_of_a_year_is_told_of() {
    let mut files = news(&[(2025, 20), (2024, 30)], "");
    files.add("content/news/2024.md", "---\ntitle: A year\nsummary: What it was like.\n---\nText.\n");
    let (found, _) = build(&files);
    assert!(found.contains("news/2024/index.html"), "{found}");
}

#[test]
fn the_pages_of_a_list_that_names_a_sensitive_page_are_kept_by_no_browser() {
    let (_, made) = build(&news(&[(2025, 20), (2024, 30)], "sensitive: true\nreview: 2027-11-01\n"));
    assert!(made["_headers"].contains("/topics/one/*"), "{}", made["_headers"]);
    assert!(made["topics/one/2024/index.html"].contains("data-exit"));
}

#[test]
fn sections_and_topics_have_feeds_of_their_own_but_not_where_they_may_put_a_reader_in_danger() {
    let feeds = |made: &BTreeMap<String, String>| -> Vec<String> {
        let all = made.keys().filter(|path| path.ends_with("atom.xml"));
        all.map(|path| format!("{path}: {}", made[path].matches("<entry").count())).collect()
    };
    let mut files = news(&[(2026, 2), (2025, 21)], "");
    files.add("content/plain/index.md", "---\ntitle: Plain\nsummary: What it is.\nkind: section\n---\nText.\n");
    files.add("content/plain/page.md", "---\ntitle: Page\nsummary: What it is.\npublished: 2026-01-01\n---\nText.\n");
    let (_, made) = build(&files);
    assert_eq!(feeds(&made), ["atom.xml: 20", "news/atom.xml: 20", "topics/one/atom.xml: 20"]);
    let feed = &made["news/atom.xml"];
    assert!(feed.contains("<title>News – Test</title>\n<id>https://www.example.org/news/</id>"), "{feed}");
    assert!(!feed.contains("/plain/page/"), "{feed}");
    let head = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"News\" href=\"/news/atom.xml\">";
    assert!(made["news/index.html"].contains(head));
    assert!(
        made["news/index.html"].contains("<p><a href=\"/news/atom.xml\" type=\"application/atom+xml\">Follow this")
    );
    assert!(!made["plain/index.html"].contains("plain/atom.xml"));

    // The section names what is sensitive, and is not; the topic's own name is a word on it.
    let (_, made) = build(&news(&[(2026, 2)], "sensitive: true\nreview: 2027-11-01\n"));
    assert_eq!(feeds(&made), ["atom.xml: 2", "news/atom.xml: 2"]);
    assert!(made["_headers"].contains("/news/atom.xml\n  Cache-Control: no-store"), "{}", made["_headers"]);
}

/// Returns the pages that a page names as related.
fn related(made: &BTreeMap<String, String>, path: &str) -> Vec<String> {
    let Some((_, rest)) = made[path].split_once("<nav class=\"related\"") else { return Vec::new() };
    let links = rest.split("</nav>").next().unwrap_or("").split("<a href=\"").skip(1);
    links.map(|link| link.split('"').next().unwrap_or("").to_string()).collect()
}

#[test]
fn pages_lead_to_those_that_share_topics_or_to_those_that_they_name() {
    let mut files = kit::site();
    let mut page = |name: &str, keys: &str| {
        let text = format!("---\ntitle: About {name}\nsummary: What it is.\nowner: Us\n{keys}---\nText of {name}.\n");
        files.add(format!("content/all/{name}.md"), text);
    };
    page("index", "kind: section\ntopics: [x, y]\n");
    page("a", "topics: [x, y]\npublished: 2026-01-01\n");
    page("b", "topics: [x]\npublished: 2026-03-01\n");
    page("c", "topics: [y, x]\npublished: 2026-02-01\n");
    page("d", "topics: [x]\n");
    page("e", "topics: [z]\n");
    page("f", "topics: [x]\nrelated: [e.md, ../all/a.md, f.md]\n");
    page("g", "topics: [x]\nrelated: []\n");
    page("h", "topics: [x, y]\nsensitive: true\nreview: 2027-11-01\n");
    page("i", "related: [later.md]\n");
    page("later", "publish_from: 2027-01-01\n");
    let (found, made) = build(&files);
    assert!(!found.contains(": error: "), "{found}");
    let of = |name: &str| related(&made, &format!("all/{name}/index.html"));
    assert_eq!(of("a"), ["/all/c/", "/all/b/", "/all/d/"], "both topics first, then the newest, and no sensitive page");
    assert_eq!(of("e"), Vec::<String>::new());
    assert_eq!(of("f"), ["/all/e/", "/all/a/"]);
    assert_eq!(of("g"), Vec::<String>::new());
    assert_eq!(of("h"), Vec::<String>::new(), "a sensitive page leads to none by itself");
    assert_eq!(of("i"), Vec::<String>::new(), "that page is not there yet");
    assert!(!made["all/index.html"].contains("id=\"related\""), "a section has its list");
    files.add("content/all/i.md", "---\ntitle: I\nsummary: What it is.\nowner: Us\nrelated: [latter.md]\n---\nText.\n");
    let (found, _) = build(&files);
    let told = "content/all/i.md:5:11: error: `latter.md` is named as related, and there is no such page on the web";
    assert!(found.contains(told), "{found}");
}

#[test]
fn who_finds_a_hole_in_the_site_is_told_whom_to_tell_for_a_year() {
    let site = |checked: &str| {
        let mut files = kit::site();
        let security =
            format!("[security]\ncontact = [\"mailto:safety@example.org\", \"tel:+441632960100\"]\n{checked}");
        files.add("site.toml", format!("{}{security}", kit::SITE_TOML));
        build(&files)
    };
    let (found, made) = site("checked = \"2026-11-01\"\n");
    assert!(!found.contains("W015"), "{found}");
    let told = "Contact: mailto:safety@example.org\nContact: tel:+441632960100\nExpires: 2027-10-31T00:00:00Z\n\
                Preferred-Languages: en, cy\nCanonical: https://www.example.org/.well-known/security.txt\n";
    assert_eq!(made[".well-known/security.txt"], told);
    let (found, _) = site("checked = \"2025-12-20\"\n");
    assert!(found.contains("site.toml:7:11: warning: `security.txt` lapses on 19 December 2026"), "{found}");
    let (found, _) = site("checked = \"2025-11-20\"\n");
    assert!(found.contains("`security.txt` lapsed on 19 November 2026"), "{found}");
    assert!(!build(&kit::site()).1.contains_key(".well-known/security.txt"));
}
