//! Markdown to the model: each case is a file in `tests/fixtures/content/`, the Markdown above a line of equals signs
//! and the model below it.

use std::path::Path;

use handbill::model::dump;

use crate::kit;

const LINE: &str = "\n================\n";

#[test]
fn markdown_becomes_the_model() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/content");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 10, "the cases are gone");
    let mut wrong = Vec::new();
    for case in cases {
        let text = std::fs::read_to_string(&case).unwrap();
        let (markdown, expected) = text.split_once(LINE).unwrap_or((text.as_str(), ""));
        let mut files = kit::site();
        files.add("content/page.md", format!("{}{markdown}\n", kit::FRONT));
        let reading = kit::read(&files);
        let site = reading.site.as_ref().unwrap();
        let page = site.pages.iter().find(|page| page.path == "page.md").unwrap();
        let mut got = dump::blocks(&page.blocks);
        for note in &page.notes {
            got.push_str(&format!("note {}\n{}", note.number, dump::blocks(&note.blocks)));
        }
        let found = handbill::diag::report::plain::report(&reading.diagnostics, &reading.sources);
        if !found.is_empty() {
            got.push_str(&format!("findings\n{found}"));
        }
        if got != expected && update {
            std::fs::write(&case, format!("{}{LINE}{got}", markdown.trim_end())).unwrap();
        } else if got != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- got\n{got}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_EXPECT=1 to take over:\n{}", wrong.join("\n"));
}
