//! Front matter that cannot be so: each case of `tests/fixtures/front_matter.txt` gives a plain message at its line.

use crate::kit;

/// Returns whether each finding is one that is wanted, and each that is wanted is found. What is wanted of a finding is its
/// line or the start of it from `error:` on, and after it, where that matters, its help.
fn answers(found: &str, wanted: &[&str]) -> bool {
    let lines: Vec<&str> = found.lines().collect();
    let is_help = |line: &&&str| line.trim_start().starts_with("help:");
    let meets = |line: &str| wanted.iter().any(|wanted| line.contains(wanted));
    let expected = lines.iter().filter(|line| !is_help(line) && line.contains(" error: ")).all(|line| meets(line));
    expected && wanted.iter().all(|wanted| lines.iter().any(|line| line.contains(wanted)))
}

#[test]
fn what_cannot_be_so_is_said_at_its_line() {
    let text = include_str!("../fixtures/front_matter.txt");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for case in text.split("\n\n").filter(|case| !case.trim_start().starts_with('#')) {
        let mut lines = case.lines();
        let kind = lines.next().unwrap();
        let (keys, said): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with("  "));
        let keys: Vec<&str> = keys.iter().map(|line| &line[2..]).collect();
        let page =
            format!("---\ntitle: A page\nsummary: What it is about.\nkind: {kind}\n{}\n---\nText.\n", keys.join("\n"));
        let mut files = kit::site();
        files.add("content/page.md", page);
        let found = kit::findings(&files);
        assert!(!said.is_empty(), "{case} says nothing");
        cases += 1;
        let wanted: Vec<&str> = said.iter().map(|line| line.trim_start_matches(": ")).collect();
        if !answers(&found, &wanted) {
            wrong.push(format!("{case}\n--- got\n{found}"));
        }
    }
    assert!(cases > 25, "the cases are gone");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_long_front_matter_is_read() {
    let awards: String = (0..6_000)
        .map(|n| format!("  - {{ id: {n}, title: A grant, amount: 5, date: 2026-01-01, recipient: A group }}\n"))
        .collect();
    let mut files = kit::site();
    files.add(
        "content/page.md",
        format!("---\ntitle: Grants\nsummary: What we gave last year.\nkind: funding\nowner: A team\nawards:\n{awards}---\nText.\n"),
    );
    let found = kit::findings(&files);
    assert!(!found.contains("error"), "{found}");
}
