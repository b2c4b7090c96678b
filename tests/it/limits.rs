//! Limits: each is a finding with its place, from `check` as from `build`, and what is over it reaches no format.
//! `benches/limits.rs` measures what they come to.

use handbill::diag::report::plain;
use handbill::model::{Block, Moment, Zone, walk};
use handbill::pipeline::{self, Options};

use crate::kit::{AT, FRONT, Folder, findings, read, site, stdout};

/// Checks one page's text: its findings are exactly this.
fn page(text: &str, expected: &str) {
    let mut files = site();
    files.add("content/page.md", format!("{FRONT}{text}"));
    let found: String =
        findings(&files).lines().filter(|line| line.contains(": error: ")).collect::<Vec<_>>().join("\n");
    assert_eq!(found.split(" [C").next().unwrap_or_default(), expected);
}

#[test]
fn a_page_as_long_as_a_novel_is_read_and_no_more() {
    let words = |bytes: usize| "word ".repeat((bytes - FRONT.len()) / 5);
    page(&words(600_000), "");
    page(&words(600_010), "content/page.md:1:1: error: the file has 0.7 MB, more than the 600 kB that may be");
}

#[test]
fn settings_have_an_end() {
    let mut files = site();
    files.add("site.toml", format!("title = \"T\"\n{}", "# much\n".repeat(100_000)));
    let found = "site.toml:1:1: error: the settings have 700 kB, more than the 200 kB that may be [C002";
    assert!(findings(&files).starts_with(found), "{}", findings(&files));
}

#[test]
fn a_page_of_too_many_parts_ends_where_they_are_too_many() {
    let over = "error: the page is too long: up to here it has 30,000 paragraphs, items, cells and links, and the rest is left out";
    // A list and its first item are parts too.
    page(&"- a\n".repeat(14_999), "");
    page(&"- a\n".repeat(30_000), &format!("content/page.md:15004:3: {over}"));
    page(&format!("x {}", "[a](/) ".repeat(30_000)), &format!("content/page.md:5:69997: {over}"));
    page(&":::formats\n\n".repeat(4_000), &format!("content/page.md:6005:1: {over}"));
    page(&format!("Words.\n\n```\n{}```\n", "x\n".repeat(60_000)), &format!("content/page.md:8:1: {over}"));
    let mut files = site();
    files.add("content/page.md", format!("{FRONT}{}", "> a\n\n".repeat(60_000)));
    let reading = read(&files);
    let page = reading.site.as_ref().unwrap().pages.iter().find(|page| page.path == "page.md").unwrap();
    let mut blocks = 0;
    walk::blocks(&page.blocks, &mut |_| blocks += 1);
    assert!(blocks <= 30_000, "{blocks}");
}

#[test]
fn a_table_of_too_many_rows_is_named_with_its_rows() {
    let table = |rows: usize| format!("Words.\n\n| a | b |\n|---|---|\n{}\nMore words.\n", "| c | d |\n".repeat(rows));
    page(&table(5_000), "");
    let found = "content/page.md:7:1: error: this table has 20,000 rows, more than the 5,000 that a page can show";
    page(&table(20_000), found);
    let mut files = site();
    files.add("content/page.md", format!("{FRONT}{}{}", table(20_000), table(2)));
    let reading = read(&files);
    let page = reading.site.as_ref().unwrap().pages.iter().find(|page| page.path == "page.md").unwrap();
    let rows = |block: &Block| if let Block::Table(table) = block { Some(table.rows.len()) } else { None };
    assert_eq!(page.blocks.iter().filter_map(rows).collect::<Vec<_>>(), [5_000, 2]);
    assert_eq!(page.blocks.len(), 5, "what stands after the table stays");
}

#[test]
fn a_letter_of_too_many_marks_is_found_in_every_file() {
    let marks = "\u{301}".repeat(60_000);
    let found = "error: more than 30 accents, marks or unseen characters stand on one letter here; the rest of them is left out";
    page(&format!("Words.\n\na{marks}\n"), &format!("content/page.md:7:31: {found}"));
    let mut files = site();
    files.add("content/page.md", format!("---\ntitle: a{marks}\nsummary: It is a page.\n---\nWords.\n"));
    files.add("content/_data/glossary.yaml", format!("PCC:\n  full: a{marks}\n"));
    let all = findings(&files);
    for place in ["content/page.md:2:38: ", "content/_data/glossary.yaml:2:39: "] {
        assert!(all.contains(&format!("{place}{found}")), "{all}");
    }
}

#[test]
fn what_is_too_much_is_found_by_check_and_by_build_and_in_leaflets() {
    let folder = Folder::with_site();
    folder.write("content/page.md", format!("{FRONT}{}", "a\\\n".repeat(33_000)));
    let front = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let full = format!("::::panel\n{}::::\n\n", "# a\n\n".repeat(30_000));
    folder.write("print/a.md", format!("---\n{front}---\n{full}{}", "::::panel\nWords.\n::::\n\n".repeat(5)));
    for command in ["check", "build"] {
        let output = folder.run(&[command, "--at", "2026-11-22"]);
        let found = stdout(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(found.contains("content/page.md:15004:2: error: the page is too long"), "{command}:\n{found}");
        assert!(found.contains("print/a.md:30009:1: error: the page is too long"), "{command}:\n{found}");
        let full = "print/a.md:27:1: error: panel 1 (cover) has at least 286 lines (1788 mm) too many";
        assert!(found.contains(full), "{command}:\n{found}");
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_value_of_too_many_letters_or_entries_is_cut_short() {
    let mut files = site();
    let entries = (0..20_000).map(|number| format!("- topic {number}\n")).collect::<String>();
    let title = "word ".repeat(10_000);
    files.add(
        "content/page.md",
        format!("---\ntitle: {title}\nsummary: It is a page.\ntopics:\n{entries}---\nWords.\n"),
    );
    let found = findings(&files);
    for line in [
        "content/page.md:2:1: error: `title` has more than 10,000 letters; the rest is left out [C074",
        "content/page.md:4:1: error: `topics` has more than 10,000 entries; the rest is left out [C074",
    ] {
        assert!(found.contains(line), "{line} in:\n{}", &found[..found.len().min(2_000)]);
    }
    let reading = read(&files);
    let page = reading.site.as_ref().unwrap().pages.iter().find(|page| page.path == "page.md").unwrap();
    assert_eq!((page.meta.title.len(), page.meta.topics.len()), (9_999, 10_000));
}

#[test]
fn words_brought_in_again_and_again_come_to_an_end() {
    let mut files = site();
    files.add("content/b.md", format!("{FRONT}{}", "word ".repeat(110_000)));
    for number in 0..10 {
        files.add(format!("content/a{number}.md"), format!("{FRONT}{}", ":::include b.md\n\n".repeat(3)));
    }
    let found = findings(&files);
    for line in [
        "content/a0.md:7:1: error: with this line, more than 600 kB of words are brought in [C008",
        "content/a0.md:9:1: error: with this line, more than 600 kB of words are brought in [C008",
        "content/a9.md:5:1: error: with this line, more than 5 MB of words are brought in on all pages together [C008",
    ] {
        assert!(found.contains(line), "{line} in:\n{found}");
    }
    assert!(!found.contains("content/a8.md:5:"), "{found}");
}

#[test]
fn a_paragraph_of_very_many_parts_is_laid_out() {
    let mut files = site();
    let front = FRONT.replace("---\n", "").replace("summary", "formats: [web, print]\nsummary");
    // More styles than the shaper can number, had they not been shaped in stretches.
    let parts = "*a* b\\\n".repeat(12_000);
    files.add("content/page.md", format!("---\n{front}---\n{parts}{}", "w".repeat(200_000)));
    let at = |zone: &Zone| zone.instant(Moment::parse(AT).unwrap());
    let only = ["print".to_string()];
    let options = Options { root: ".", at: &at, drafts: false, only: &only, progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(&files, &options).unwrap();
    let found = plain::report(&reading.diagnostics, &reading.sources);
    assert!(!found.contains("[C070"), "{found}");
    assert!(made["page/page.pdf"].starts_with(b"%PDF-"));
}
