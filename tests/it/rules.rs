//! Every rule's page is its test: the wrong example gives exactly the report on the page, the right one gives nothing.

use std::path::{Path, PathBuf};

use handbill::check;
use handbill::content::files::Memory;
use handbill::content::problems;
use handbill::diag::report::plain;
use handbill::pipeline;

use crate::{documents, kit};

/// The captions where a page shows none.
const CAPTIONS: &str = "WEBVTT\n\n00:01.000 --> 00:05.000\nRestorative justice\nis a safe talk.\n";

/// A fenced block of a page: its language line and its text.
pub fn blocks(doc: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in doc.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((info.to_string(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// Reports on the example of a page that is wrong (`fail`) or right (`pass`). What stands in a block of `md` is as if it were
/// `page.md`, with a film and its captions beside it; front matter is put before it where it has none. A block that names a
/// path, such as `yaml fail print/holders.yaml`, is that file.
fn report(blocks: &[(String, String)], which: &str) -> Option<String> {
    let (files, front) = example(blocks, which)?;
    let reading = kit::read(&files);
    let text = plain::report(&reading.diagnostics, &reading.sources);
    let skipped = front.lines().count();
    let mut out = String::new();
    for line in text.lines() {
        match line.strip_prefix("content/page.md:").and_then(|rest| rest.split_once(':')) {
            Some((number, rest)) => {
                let number: usize = number.parse().unwrap();
                out.push_str(&format!("page.md:{}:{rest}\n", number - skipped));
            }
            None => out.push_str(&format!("{line}\n")),
        }
    }
    Some(out)
}

/// Returns the site of an example, and the front matter that was put before its page.
pub fn example(blocks: &[(String, String)], which: &str) -> Option<(Memory, &'static str)> {
    let of = |info: String| blocks.iter().find(|(known, _)| *known == info).map(|(_, text)| text.as_str());
    let named = blocks.iter().filter_map(|(info, text)| Some((info.split_once(&format!(" {which} "))?.1, text)));
    let mut files = kit::site();
    let named = named.map(|(path, text)| files.add(path, text.as_str())).count();
    let example = of(format!("md {which}"));
    let mut front = "";
    match example {
        Some(example) => {
            if !example.starts_with("---\n") {
                front = kit::FRONT;
            }
            files.add("content/page.md", format!("{front}{example}"));
            if example.contains("film.mp4") {
                files.add("content/film.mp4", "a film");
            }
            if example.contains("film.vtt") {
                files.add("content/film.vtt", of(format!("vtt {which}")).unwrap_or(CAPTIONS));
            }
            documents::add_named(&mut files, example);
        }
        None if named == 0 => return None,
        None => {}
    }
    Some((files, front))
}

#[test]
fn every_page_shows_what_its_rule_does() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let shown = problems::KINDS.iter().copied().filter(|kind| kind.doc.contains("```md fail"));
    for kind in check::kinds().into_iter().chain(shown) {
        let found = blocks(kind.doc);
        let expected = found.iter().find(|(info, _)| info == "text").map_or("", |(_, text)| text.as_str());
        let got = report(&found, "fail").unwrap_or_else(|| panic!("{} shows nothing wrong", kind.name));
        assert!(got.contains(kind.code), "{}: the wrong example is not found:\n{got}", kind.name);
        if got != expected && update {
            rewrite(kind.name, expected, &got);
        } else if got != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- got\n{got}", kind.name));
        }
        let clean = report(&found, "pass").unwrap_or_else(|| panic!("{} shows nothing right", kind.name));
        assert!(clean.is_empty(), "{}: the right example is not right:\n{clean}", kind.name);
    }
    assert!(wrong.is_empty(), "run with UPDATE_EXPECT=1 to take over:\n{}", wrong.join("\n"));
}

fn page(name: &str) -> PathBuf {
    let file = format!("{}.md", name.replace('-', "_"));
    let folders =
        ["src/check/rules", "src/content/problems"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let page = folders.into_iter().map(|folder| folder.join(&file)).find(|page| page.is_file());
    page.unwrap_or_else(|| panic!("{name} has no page"))
}

fn rewrite(name: &str, expected: &str, got: &str) {
    let path = page(name);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text.replace(&format!("```text\n{expected}```"), &format!("```text\n{got}```"))).unwrap();
}

#[test]
fn codes_are_unique_sorted_and_names_are_plain() {
    let kinds = pipeline::kinds();
    for pair in kinds.windows(2) {
        assert!(pair[0].code < pair[1].code, "{} and {}", pair[0].code, pair[1].code);
    }
    let mut names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), kinds.len(), "two kinds share a name");
    for kind in kinds {
        assert!(kind.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", kind.name);
    }
}

#[test]
fn every_page_is_whole() {
    for kind in pipeline::kinds() {
        let name = kind.name;
        let first = kind.doc.split("\n\n").find(|part| !part.starts_with('#')).unwrap_or("");
        assert!(first.ends_with(['.', ':']), "{name} does not start with a whole sentence: {first}");
        assert!(!kind.source().is_empty(), "{name} names no source");
        assert!(kind.doc.contains("Wrong:"), "{name} shows nothing wrong");
        assert!(kind.doc.contains("Right:"), "{name} shows nothing right");
        assert!(kind.doc.ends_with('\n'), "{name} does not end with a line feed");
    }
}
