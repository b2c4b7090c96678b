//! Numbers that are nearly a stored one, wherever an author may write them.

use handbill::content::files::Memory;

use crate::kit::{FRONT, findings, site};

const SHEET: &str = "---\ntitle: A\nreference: A-1\nissued: 2026-01-01\nreview: 2027-01-01\nsheet: trifold\n---\n";

/// Returns the places of near misses, and what they are near to.
fn near(files: &Memory) -> Vec<String> {
    let found = findings(files);
    let lines: Vec<&str> = found.lines().collect();
    let of = |pair: &[&str]| {
        let place = pair[0].split_once(": warning: ")?.0;
        Some(format!("{place} {}", pair[1].trim())).filter(|_| pair[0].contains("[A129"))
    };
    lines.windows(2).filter_map(of).collect()
}

fn in_file(path: &str, text: &str) -> Vec<String> {
    let mut files = site();
    files.add(path, text);
    near(&files)
}

#[test]
fn a_slip_is_found_wherever_it_is_written() {
    let see = "see content/_data/contacts.yaml:1: `01707 806100`";
    let page = |body: &str| in_file("content/page.md", &format!("{FRONT}{body}\n"));
    assert_eq!(page("Ring 01707 806101 now."), [format!("content/page.md:5:6 {see}")]);
    assert_eq!(page("Ring (01707)\n806-010 now."), [format!("content/page.md:5:7 {see}")]);
    assert_eq!(page("Ring [us](tel:+441707806101)."), [format!("content/page.md:5:15 {see}")]);
    assert_eq!(page("![Ring 0170 780 610](office.png)"), [format!("content/page.md:5:8 {see}")]);
    assert_eq!(
        page("Ring 01707 806101, 01707 806100, or 01707 806010."),
        [format!("content/page.md:5:6 {see}"), format!("content/page.md:5:37 {see}"),]
    );
    let front = "---\ntitle: A page\nsummary: Ring 01707 860100 to ask.\n---\nWords.\n";
    assert_eq!(in_file("content/page.md", front), [format!("content/page.md:3:15 {see}")]);
    let panel = format!("{SHEET}\n::::panel\nRing +44 (0)1707 806 110.\n::::\n");
    assert_eq!(in_file("print/a.md", &panel), [format!("print/a.md:10:6 {see}")]);
    let facts = "calls:\n  value: 12\n  statement: We answer 12 calls on 01707 806109.\n  source: { title: A count, date: 2024 }\n";
    assert_eq!(in_file("content/_data/facts.yaml", facts), [format!("content/_data/facts.yaml:3:36 {see}")]);
    let settings = "title = \"A\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n[organisation]\nemergency = \"Ring 01707 806108.\"\n";
    assert_eq!(in_file("site.toml", settings), [format!("site.toml:5:19 {see}")]);
    let film = "---\ntitle: A film\nsummary: What it is.\nkind: film\nvideo: film.mp4\ncaptions: film.vtt\n---\n## Transcript {#transcript}\n\nWords.\n";
    let mut files = site();
    files.add("content/film.md", film);
    files.add("content/film.mp4", "a film");
    files.add("content/film.vtt", "WEBVTT\n\n00:01.000 --> 00:05.000\nRing 01707 806106.\n");
    assert_eq!(near(&files), [format!("content/film.vtt:4:6 {see}")]);
}

#[test]
fn what_is_no_slip_is_left_alone() {
    let mut files = site();
    files.add(
        "content/_data/contacts.yaml",
        "a:\n  name: A\n  phone: 01707 806100\n  textphone: 18001 01707 806100\nb:\n  name: B\n  phone: 01707 806101\n",
    );
    let words = "Ring 01707 806100, 01707 806101, 18001 01707 806100 or +44 (0)1707 806100.\n\n\
                 1. 01707 806100\n2. 01707 806101\n\n\
                 ISBN 978-0-17-078061-0, CPV 85312310-5, ocds-h6vhtk-017078, 0800 1111, 2026-11-22, 0170780610123456.\n\n\
                 x01707806102y, 01438 123 456 and 99, 01707 806100 1.\n";
    files.add("content/page.md", format!("{FRONT}{words}"));
    assert_eq!(near(&files), [] as [String; 0]);
}

/// A page of digits takes no longer than a page of words; a look at every pair would take minutes.
#[test]
fn a_page_of_digits_is_read_once() {
    let words = "01707 806 101 ".repeat(20_000);
    assert!(!in_file("content/page.md", &format!("{FRONT}{words}\n")).is_empty());
}
