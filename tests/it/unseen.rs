//! Characters that nobody sees: found where the author has them, and in no report and no file that is published.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::{github, json, plain, sarif, snippet};
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit::{self, findings, site};

fn found(path: &str, text: &str) -> String {
    let mut files = site();
    files.add(path, text);
    findings(&files)
}

const FRONT: &str = "---\ntitle: A page\nsummary: What it is about.\n---\n";

#[test]
fn each_is_found_at_its_place_however_it_is_written() {
    let page = |body: &str| found("content/page.md", &format!("{FRONT}{body}\n"));
    let turned =
        "there is an unseen character here, U+202E, that turns round the text after it [C065 direction-turned]";
    let control = "there is an unseen character here, U+001B, that no text needs [C066 character-unseen]";
    let cases = [
        (page("Call\u{202e} 07"), format!("content/page.md:5:5: error: {turned}")),
        (page("Call&#x202E; 07"), format!("content/page.md:5:5: error: {turned}")),
        (page("[See](https://a.example/&#8238;gpj.b)"), format!("content/page.md:5:1: error: {turned}")),
        (page("See `a\u{1b}[31m`"), format!("content/page.md:5:7: error: {control}")),
        (page("See a&#27;[31m"), format!("content/page.md:5:6: error: {control}")),
        (
            found("content/page.md", "---\ntitle: A\nsummary: \"S\\e[31m.\"\n---\nWords.\n"),
            format!("content/page.md:3:1: error: {control}"),
        ),
        (
            found("content/_data/glossary.yaml", "MASH:\n  full: \"Multi\\u202E\"\n"),
            format!("content/_data/glossary.yaml:1:1: error: {turned}"),
        ),
        (found("print/a.md", "---\ntitle: A\u{202e}\n---\n"), format!("print/a.md:2:9: error: {turned}")),
        (
            found("content/bad\u{1b}[31m.png", "x"),
            "content/badU+001B[31m.png:1:1: error: the name `content/badU+001B[31m.png` has a character that nobody \
             sees [C066 character-unseen]"
                .to_string(),
        ),
        (
            found("site.toml", "title = \"A\\u001B[31m\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n"),
            "site.toml:1:11: error: the settings hide the unseen character U+001B [C001 settings-invalid]".to_string(),
        ),
    ];
    for (got, expected) in cases {
        assert!(got.contains(&expected), "expected `{expected}` in:\n{got}");
    }
    assert_eq!(page("سلام\u{200f} means peace.\u{200e} \u{61c}"), "");
}

/// A site that has them in words, as they are, and in front matter and a store, where YAML has marks for them.
fn spoilt() -> Memory {
    let mut files = site();
    let bad = "x\u{1b}]0;owned\u{7}\u{9b}31m\u{7f}";
    let mark = "x\\e]0;owned\\a\\x9b31m\\x7f";
    let kind =
        "published: 2026-03-02\nkind: consultation\nopens: 2026-11-01\ncloses: 2027-01-01\nformats: [web, print]";
    files.add(
        "content/words.md",
        format!("---\ntitle: Words\nsummary: S.\n{kind}\n---\n## H {bad}\n\nB {bad} ![{bad}](office.png)\n"),
    );
    files.add("content/marks.md", format!("---\ntitle: \"T {mark}\"\nsummary: \"S {mark}.\"\n{kind}\n---\nWords.\n"));
    files.add(
        "content/_data/contacts.yaml",
        format!("office:\n  name: \"N {mark}\"\n  phone: 01707 806100\n  note: \"Say {mark}.\"\n"),
    );
    files
}

fn made(files: &Memory) -> (pipeline::Reading, BTreeMap<String, Vec<u8>>) {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    pipeline::build_in_memory(files, &options).unwrap()
}

fn controls(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).collect()
}

#[test]
fn none_reaches_a_report() {
    let mut files = spoilt();
    files.add(
        "content/\u{202e}fdp.md",
        "---\ntitle: \u{202e}[[x\u{1b}]]\nsummary: S.\nx\u{1b}y: 1\n---\n[a](b\u{1b}c.md)\n",
    );
    let (reading, _) = made(&files);
    let (found, sources) = (&reading.diagnostics, &reading.sources);
    assert!(found.len() > 5);
    let style = snippet::Style { colour: false, width: 100 };
    let kinds = pipeline::kinds();
    let reports = [
        plain::report(found, sources),
        github::report(found, sources),
        json::report(found, sources, &kinds, serde_json::Map::new(), serde_json::Map::new()),
        sarif::report(found, sources, &kinds),
        snippet::report(found, sources, style),
    ];
    for report in reports {
        assert!(controls(&report).is_empty(), "{report}");
        assert!(!report.contains('\u{202e}'), "{report}");
    }
}

#[test]
fn none_reaches_a_file_that_is_published() {
    let (_, made) = made(&spoilt());
    let ends = |path: &str| {
        [".html", ".xml", ".ics", ".json", ".csv", "_redirects", "_headers"].iter().any(|end| path.ends_with(end))
    };
    let texts: Vec<&String> = made.keys().filter(|path| ends(path)).collect();
    assert!(
        texts.iter().any(|path| path.ends_with(".ics")) && texts.iter().any(|path| *path == "atom.xml"),
        "{texts:?}"
    );
    for path in texts {
        let text = String::from_utf8(made[path].clone()).unwrap();
        assert!(controls(&text).is_empty(), "{path}");
    }
    assert!(made.contains_key("words/words.pdf"), "{:?}", made.keys());
}
