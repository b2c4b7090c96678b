//! Alerts: on which pages they stand, when, and what their authors are told. A case is a store and what comes of it.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

fn site(alerts: &str, settings: &str) -> Memory {
    let mut files = kit::site();
    files.add("site.toml", format!("{}{settings}", kit::SITE_TOML));
    let page = |title: &str| format!("---\ntitle: {title}\nsummary: What it is about.\nowner: Us\n---\nText.\n");
    for (path, title) in [
        ("content/help/now.md", "Help now"),
        ("content/help/now.cy.md", "Help nawr"),
        ("content/closures.md", "Closures"),
        ("content/helpful.md", "Another page"),
    ] {
        files.add(path, page(title));
    }
    files.add(
        "print/a.md",
        "---\ntitle: A leaflet\nreference: A-01\nissued: 2026-01-01\nreview: 2027-06-01\nsheet: a5\n---\n::::panel\nText.\n::::\n",
    );
    if !alerts.is_empty() {
        files.add("content/_data/alerts.yaml", alerts);
    }
    files
}

struct Outcome {
    told: String,
    made: BTreeMap<String, Vec<u8>>,
    next: Option<String>,
}

fn build(files: &Memory, at: &str) -> Outcome {
    let instant = |zone: &Zone| zone.instant(Moment::parse(at).unwrap());
    let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let site = reading.site.as_ref().expect("a site");
    let next = site.next_change.map(|at| site.clock.zone.rfc3339(at));
    Outcome { told: plain::report(&reading.diagnostics, &reading.sources), made: made.into_iter().collect(), next }
}

impl Outcome {
    /// Returns the files that have some words.
    fn with(&self, words: &str) -> Vec<&str> {
        let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
        self.made.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path.as_str()).collect()
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.made[path]).into_owned()
    }
}

const SNOW: &str = "snow:\n  level: warning\n  words: { en: \"<Closed> today.\", cy: Ar gau heddiw. }\n  page: closures.md\n  \
                    from: 2026-12-01T09:00\n  until: 2026-12-02\n";

/// The pages in Welsh: one that an author wrote, and one to search.
const WELSH: [&str; 2] = ["cy/help/now/index.html", "cy/search/index.html"];

#[test]
fn an_alert_is_on_every_page_and_on_no_sheet_while_it_holds() {
    let files = site(SNOW, "");
    let before = build(&files, "2026-12-01T08:59");
    assert_eq!(before.with("Closed"), Vec::<&str>::new());
    assert_eq!(before.next.as_deref(), Some("2026-12-01T09:00:00+00:00"));
    let during = build(&files, "2026-12-01T09:00");
    assert!(!during.told.contains(": error: "), "{}", during.told);
    let pages: Vec<&str> = during.made.keys().map(String::as_str).filter(|path| path.ends_with(".html")).collect();
    let welsh = |path: &&str| path.starts_with("cy/");
    let english: Vec<&str> = pages.iter().copied().filter(|path| !welsh(path)).collect();
    assert_eq!(during.with("&lt;Closed&gt; today."), english);
    assert!(english.contains(&"404.html") && english.contains(&"leaflets/index.html"), "{english:?}");
    assert_eq!(during.with("Ar gau heddiw."), WELSH);
    let page = during.page("helpful/index.html");
    assert!(page.contains("<div class=\"alert alert-warning\">"), "{page}");
    assert!(page.contains("<a href=\"/closures/\">Closures</a>"), "{page}");
    assert_eq!(during.next.as_deref(), Some("2026-12-03T00:00:00+00:00"));
    // The last day counts to its end.
    assert!(!build(&files, "2026-12-02T23:59").with("Closed").is_empty());
    let after = build(&files, "2026-12-03T00:00");
    assert_eq!(after.with("Closed"), Vec::<&str>::new());
    assert!(after.told.contains("_data/alerts.yaml:1:1: warning: this alert is over"), "{}", after.told);
    let sheets = |outcome: &Outcome| -> Vec<Vec<u8>> {
        outcome.made.iter().filter(|(path, _)| path.ends_with(".pdf")).map(|(_, bytes)| bytes.clone()).collect()
    };
    assert!(!sheets(&during).is_empty() && sheets(&during).len() == sheets(&before).len());
}

#[test]
fn an_alert_of_a_section_is_on_its_pages_and_their_translations() {
    let alert = "snow:\n  words: { en: Closed today., cy: Ar gau heddiw. }\n  sections: [help]\n  until: 2026-12-02\n";
    let outcome = build(&site(alert, ""), "2026-12-01");
    assert_eq!(outcome.with("Closed today."), ["help/now/index.html"]);
    assert_eq!(outcome.with("Ar gau heddiw."), ["cy/help/now/index.html"]);
}

#[test]
fn the_settings_hold_one_alert_and_what_matters_most_comes_first() {
    let settings = "[alert]\nlevel = \"emergency\"\nwords = \"Go inside.\"\nuntil = 2026-12-02T17:00:00\n\
                    [translations.cy]\nalert = \"Ewch i mewn.\"\n";
    let outcome = build(&site(&SNOW.replace("  from: 2026-12-01T09:00\n", ""), settings), "2026-12-01");
    let page = outcome.page("closures/index.html");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}\nis not in\n{page}"));
    assert!(at("Go inside.") < at("Closed"));
    assert_eq!(outcome.with("Ewch i mewn."), WELSH);
    assert_eq!(outcome.next.as_deref(), Some("2026-12-02T17:00:00+00:00"));
}

/// What is said of an alert, by the keys that it has.
#[test]
fn an_author_is_told_what_is_wrong_with_an_alert() {
    for (alert, wanted) in [
        ("{ words: Closed. }", "warning: this alert does not say until when it holds"),
        (
            "{ words: Closed., until: 2026-12-02, page: closure.md }",
            "error: this alert leads to `closure.md`, which is not on the website",
        ),
        ("{ words: Closed., until: 2026-12-02, page: closure.md }", "did you mean `closures.md`?"),
        (
            "{ words: Closed., until: 2026-12-02, sections: [helpf] }",
            "error: this alert is for the section `helpf`, and no page lies there",
        ),
        ("{ words: Closed., from: 2026-12-02, until: 2026-12-01 }", "error: this alert ends before it begins"),
        (
            "{ words: Closed., until: 2026-12-02 }",
            "warning: this alert says nothing in Welsh, and pages in Welsh show it",
        ),
        ("{ words: Closed., level: warnin, until: 2026-12-02 }", "did you mean `warning`?"),
        ("{ until: 2026-12-02 }", "write what readers must know, in one or two short sentences"),
        ("{ words: Closed., until: 2026-02-31 }", "error: `until`"),
        ("[Closed]", "error: "),
    ] {
        let told = build(&site(&format!("snow: {alert}\n"), ""), "2026-12-01").told;
        assert!(told.contains(wanted), "{alert}\n{wanted}\n{told}");
    }
    for (settings, wanted) in [
        ("[alert]\nwords = \"Closed\"\nlevel = \"urgent\"\n", "there are no alerts of the level `urgent`"),
        ("[alert]\nwords = \"Closed\"\nuntil = \"soon\"\n", "`until` is `soon`, which is no day or minute"),
    ] {
        let instant = |zone: &Zone| zone.instant(Moment::parse("2026-12-01").unwrap());
        let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
        let (reading, _) = pipeline::build_in_memory(&site("", settings), &options).unwrap();
        let told = plain::report(&reading.diagnostics, &reading.sources);
        assert!(told.contains(wanted), "{settings}\n{told}");
    }
}

#[test]
fn the_line_about_emergencies_is_the_same_in_every_language_and_is_looked_at_each_year() {
    let settings = "[organisation]\nemergency = \"Emergency: 999. Otherwise 101.\"\nemergency_checked = \"2025-11-30\"\n\
                    [translations.cy]\nemergency = \"Argyfwng: 998. Fel arall 101.\"\n";
    let told = build(&site("", settings), "2026-12-01").told;
    assert!(told.contains("error: `emergency` names 101, 998 in Welsh, and 101, 999 in"), "{told}");
    assert!(told.contains("warning: somebody last looked at `emergency` on 30 November 2025"), "{told}");
    let told = build(&site("", &settings.replace("998", "999")), "2026-11-30").told;
    assert!(!told.contains("emergency"), "{told}");
}
