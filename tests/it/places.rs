//! A finding stands where its author's words stand: each case is a file in `tests/fixtures/places/`, the Markdown above a line
//! of equals signs, and below it each finding with its line, its column and the bytes that it is about.

use std::fmt::Write as _;
use std::path::Path;

use crate::kit;

const LINE: &str = "\n================\n";

#[test]
fn findings_stand_on_the_words_that_they_are_about() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/places");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 5, "the cases are gone");
    let mut wrong = Vec::new();
    for case in cases {
        let text = std::fs::read_to_string(&case).unwrap();
        let (markdown, expected) = text.split_once(LINE).unwrap_or((text.as_str(), ""));
        let mut files = kit::site();
        files.add("content/page.md", format!("{}{}\n", kit::FRONT, markdown.trim_end_matches('\n')));
        let reading = kit::read(&files);
        let mut got = String::new();
        for found in &reading.diagnostics {
            let place = reading.sources.get(found.span.file).position(found.span.start);
            let (line, column) = (place.line - kit::FRONT.lines().count(), place.column);
            let there = reading.sources.text(found.span);
            writeln!(got, "{line}:{column} {}: {there:?}", found.kind.name).unwrap();
            if let Some(fix) = &found.fix {
                writeln!(got, "  mended: {:?} for {:?}", fix.text, reading.sources.text(fix.span)).unwrap();
            }
        }
        if got != expected && update {
            std::fs::write(&case, format!("{}{LINE}{got}", markdown.trim_end_matches('\n'))).unwrap();
        } else if got != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- got\n{got}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_EXPECT=1 to take over:\n{}", wrong.join("\n"));
}
