//! Recommendations of reports, and the page that gathers those that are not finished.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

const PAGE: &str = "recommendations/index.html";

const LIST: &str = "recommendations:\n\
    - { id: 1, title: a lift, text: Build a lift., status: in-progress, updated: 2026-02-01 }\n\
    - { id: 2, title: a ramp, text: Build a ramp., status: done, updated: 2026-03-01 }\n\
    - id: 3\n  title: signs and maps\n  text: Put up signs.\n  response: We will.\n  status: in-progress\n  updates:\n\
    \x20   - { date: 2026-04-01, note: The first signs are up. }\n\
    - { id: 4, text: Write to everybody. }\n";

fn report(title: &str, list: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: What was asked for.\nkind: report\nowner: Us\n{list}---\nIt went to a meeting.\n"
    )
}

fn site(list: &str) -> Memory {
    let mut files = kit::site();
    files.add("content/reports/index.md", "---\ntitle: Reports\nsummary: What we told.\nkind: section\n---\n");
    files.add("content/reports/halls.md", report("The halls", list));
    files
}

fn made(files: &Memory) -> (String, BTreeMap<String, String>) {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let only = ["web".to_string()];
    let options = Options { root: ".", at: &at, drafts: false, only: &only, progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let text = made.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    (plain::report(&reading.diagnostics, &reading.sources), text.collect())
}

/// Checks that these stand on a page in this order.
fn in_order(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` is not there, or not in its place:\n{html}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn what_is_open_is_gathered_by_how_far_it_is_the_newest_first() {
    let mut files = site(LIST);
    let other =
        "recommendations:\n- { id: A, title: a bus, text: Run a bus., status: in-progress, updated: 2026-03-15 }\n";
    files.add("content/reports/roads.md", report("The roads", other));
    let (found, made) = made(&files);
    assert_eq!(found, "");
    in_order(
        &made[PAGE],
        &[
            "<h1>Open recommendations</h1>",
            "<h2 id=\"open\">No answer yet</h2>",
            "<h3><a href=\"/reports/halls/#rec-4\">Recommendation 4</a></h3>\n<p>From: The halls</p>\n</li>",
            "<h2 id=\"in-progress\">In progress</h2>",
            "<h3><a href=\"/reports/halls/#rec-3\">Recommendation 3: signs and maps</a></h3>",
            "Last changed <time datetime=\"2026-04-01\">1 April 2026</time>.",
            "<h3><a href=\"/reports/roads/#rec-a\">Recommendation A: a bus</a></h3>\n<p>From: The roads</p>",
            "<h3><a href=\"/reports/halls/#rec-1\">Recommendation 1: a lift</a></h3>",
            "<h2 id=\"reports\">The reports</h2>",
            "<a href=\"/reports/halls/\">The halls</a></h3>\n<p>Recommendations: 4. Still open: 3.</p>",
        ],
    );
    assert!(!made[PAGE].contains("a ramp"), "{}", made[PAGE]);
    in_order(
        &made["reports/halls/index.html"],
        &[
            "<a href=\"#rec-3\">3: signs and maps</a></td><td>In progress</td><td>1 April 2026</td>",
            "<p><a href=\"/recommendations/\">See every recommendation that is still open</a></p>",
            "<h2 id=\"rec-1\">Recommendation 1: a lift</h2>\n\
             <p>How far it is: <strong>In progress</strong>. Last change: 1 February 2026.</p>\n<p>Build a lift.</p>",
        ],
    );
    assert!(made["reports/index.html"].contains("<p><a href=\"/recommendations/\">Open recommendations</a></p>"));
    assert!(made["sitemap.xml"].contains("/recommendations/</loc><lastmod>2026-04-01</lastmod>"));
}

#[test]
fn the_page_is_there_where_a_report_has_recommendations() {
    let (found, done) = made(&site("recommendations: [{ id: 1, text: Build a lift., status: done }]\n"));
    assert_eq!(found, "");
    in_order(&done[PAGE], &["Nothing is open. Every recommendation is done", "Recommendations: 1. Still open: 0."]);
    let mut files = site("");
    let (found, without) = made(&files);
    assert_eq!(found, "");
    assert!(!without.contains_key(PAGE) && !without["reports/index.html"].contains("/recommendations/"));
    files.add("content/page.md", format!("{}[What is open](/recommendations/)\n", kit::FRONT));
    assert!(kit::findings(&files).contains("there is no page at `/recommendations/` [A003"));
    let mut taken = site(LIST);
    taken.add("content/recommendations.md", "---\ntitle: Ours\nsummary: What we were asked.\n---\n");
    assert!(kit::findings(&taken).contains("this page would stand at `/recommendations/`, which is taken [C005"));
}

#[test]
fn a_translation_is_not_counted_twice_and_the_site_s_own_words_are_used() {
    let mut files = site(LIST);
    files.add("content/reports/halls.cy.md", report("Y neuaddau", LIST));
    let (_, both) = made(&files);
    assert_eq!(both[PAGE].matches("#rec-3").count(), 1);
    let welsh = &both["cy/reports/halls/index.html"];
    assert!(welsh.contains("Gweld pob argymhelliad sy’n dal ar agor"), "{welsh}");
    let mut files = kit::site();
    files.add(
        "site.toml",
        "title = \"Prawf\"\nbase_url = \"https://www.example.org\"\nlanguage = \"cy\"\nlanguages = [\"en\"]\n",
    );
    files.add("content/neuaddau.md", report("Y neuaddau", LIST));
    let (_, own) = made(&files);
    in_order(&own[PAGE], &["<h1>Argymhellion agored</h1>", ">Dim ateb eto</h2>", "Argymhelliad 4", "O: Y neuaddau"]);
}
