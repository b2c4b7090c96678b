//! The binary: what it prints, and its exit status.

use crate::kit::{Folder, stderr, stdout};

#[test]
fn a_clean_site_is_clean() {
    let folder = Folder::with_site();
    let output = folder.run(&["check", "--at", "2026-11-22"]);
    assert_eq!(stdout(&output), "nothing to mend in 4 files\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_finding_at_level_error_is_status_1_and_publishes_nothing() {
    let folder = Folder::with_site();
    let built = folder.run(&["build", "--at", "2026-11-22"]);
    assert_eq!(built.status.code(), Some(0), "{}", stdout(&built));
    let before = std::fs::read(folder.path().join("public/index.html")).unwrap();
    folder.write("content/index.md", "---\ntitle: Home\nsummary: Changed.\n---\n[here](nowhere.md)\n");
    let output = folder.run(&["build", "--at", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("content/index.md:5:1: error: there is no file `nowhere.md` [A003 link-broken]"));
    assert_eq!(std::fs::read(folder.path().join("public/index.html")).unwrap(), before);
}

#[test]
fn json_has_the_shape_that_is_promised() {
    let folder = Folder::with_site();
    folder.write("content/a.md", "---\ntitle: A\nsummary: A page.\n---\n## One\n\n#### Two\n");
    let output = folder.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(report["tool"]["name"], "handbill");
    assert_eq!(report["summary"]["error"], 1);
    let finding = &report["findings"][0];
    assert_eq!(finding["code"], "A001");
    assert_eq!(finding["rule"], "heading-skip");
    assert_eq!(finding["level"], "error");
    assert_eq!(finding["outcome"], "failed");
    assert_eq!(finding["file"], "content/a.md");
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(7), Some(1)));
    assert_eq!(finding["end_line"], 7);
    assert_eq!(finding["wcag"][0], "1.3.1");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_could_not_run_is_status_2_and_one_sentence() {
    let empty = Folder::new();
    for (args, said) in [
        (&["check"][..], "there is no site.toml"),
        (&["build", "--only", "papyrus"][..], "`papyrus` is not a format"),
        (&["explain", "heading-skp"][..], "did you mean `heading-skip`?"),
    ] {
        let output = empty.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(said), "{args:?}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    }
    assert_eq!(empty.run(&["check", "--at", "2026-02-30"]).status.code(), Some(2));
    assert_eq!(empty.run(&["frobnicate"]).status.code(), Some(2));
}

#[test]
fn levels_can_be_set_for_the_site_and_for_a_section() {
    let folder = Folder::with_site();
    let toml = std::fs::read_to_string(folder.path().join("site.toml")).unwrap();
    folder.write("content/old/a.md", "---\ntitle: A\nsummary: A page.\n---\n## One\n\n#### Two\n");
    let with = |more: &str| {
        folder.write("site.toml", format!("{toml}\n[checks]\n{more}"));
        folder.run(&["check"])
    };
    assert_eq!(with("heading-skip = \"warning\"\n").status.code(), Some(0));
    assert_eq!(with("[[checks.section]]\npath = \"old/\"\nheading-skip = \"off\"\n").status.code(), Some(0));
    assert_eq!(with("[[checks.section]]\npath = \"new/\"\nheading-skip = \"off\"\n").status.code(), Some(1));
    let all_off = with("default = \"off\"\n");
    assert_eq!((all_off.status.code(), stdout(&all_off).lines().count()), (Some(0), 1));
    let unknown = with("heading-skipped = \"off\"\n");
    assert!(stdout(&unknown).contains("there is no rule `heading-skipped`"), "{}", stdout(&unknown));
}

#[test]
fn explain_and_rules_say_what_there_is() {
    let folder = Folder::new();
    let page = stdout(&folder.run(&["explain", "A001"]));
    assert!(page.starts_with("heading-skip (A001, error)\n"), "{page}");
    assert!(page.contains("Source: WCAG 2.2, 1.3.1"));
    let rules = stdout(&folder.run(&["rules"]));
    assert!(rules.lines().count() > 20, "{rules}");
    let json: serde_json::Value = serde_json::from_str(&stdout(&folder.run(&["rules", "--format", "json"]))).unwrap();
    assert_eq!(json[0]["code"], "A001");
}

#[test]
fn every_command_has_help_with_an_example() {
    let folder = Folder::new();
    for command in [
        "build",
        "check",
        "serve",
        "audit",
        "preflight",
        "facts",
        "edition",
        "explain",
        "rules",
        "new",
        "add",
        "completions",
        "man",
    ] {
        let help = folder.run(&[command, "--help"]);
        assert_eq!(help.status.code(), Some(0), "{command}");
        assert!(stdout(&help).contains("Example"), "{command}");
    }
    assert!(stdout(&folder.run(&["completions", "bash"])).contains("handbill"));
    assert!(stdout(&folder.run(&["man"])).contains(".TH handbill"));
}

#[test]
fn a_baseline_leaves_out_what_was_known() {
    let folder = Folder::with_site();
    folder.write("content/a.md", "---\ntitle: A\nsummary: A page.\n---\n## One\n\n#### Two\n");
    let known = folder.run(&["check", "--format", "json"]);
    folder.write("known.json", stdout(&known));
    folder.write("content/a.md", "---\ntitle: A\nsummary: A page.\n---\nA line above.\n\n## One\n\n#### Two\n");
    assert_eq!(folder.run(&["check", "--baseline", "known.json"]).status.code(), Some(0));
    folder.write("content/b.md", "---\ntitle: B\nsummary: A page.\n---\n## One\n\n#### Two\n");
    let output = folder.run(&["check", "--baseline", "known.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("content/b.md:7:1") && !stdout(&output).contains("content/a.md"));
    let output = folder.run(&["check", "--baseline", "site.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("is not a report"), "{}", stderr(&output));
}

#[test]
fn sarif_and_github_name_the_same_place() {
    let folder = Folder::with_site();
    folder.write("content/a.md", "---\ntitle: A\nsummary: A page.\n---\n## One\n\n#### Two\n");
    let log: serde_json::Value = serde_json::from_str(&stdout(&folder.run(&["check", "--format", "sarif"]))).unwrap();
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!((&log["version"], &result["ruleId"]), (&"2.1.0".into(), &"A001".into()));
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "A001");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/a.md");
    assert_eq!(place["region"]["startLine"], 7);
    let github = stdout(&folder.run(&["check", "--format", "github"]));
    assert!(
        github.starts_with("::error file=content/a.md,line=7,endLine=7,col=1,title=A001 heading-skip::"),
        "{github}"
    );
}

#[test]
fn the_starter_builds_without_an_edit_and_has_nothing_to_mend() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["new", "site"]).status.code(), Some(0));
    let output = folder.run(&["build", "--root", "site", "--at", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stdout(&output).starts_with("nothing to mend in "), "{}", stdout(&output));
    assert!(folder.path().join("site/public/leaflets/HALL-01/trifold.pdf").is_file());
    let again = folder.run(&["new", "site"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("is not empty"), "{}", stderr(&again));
}

#[test]
fn a_page_that_was_added_has_gaps_that_are_found() {
    let folder = Folder::with_site();
    for kind in handbill::content::PAGE_KINDS.iter().map(|kind| kind.name()) {
        let output = folder.run(&["add", kind, &format!("About a {kind}"), "--at", "2026-11-22"]);
        assert_eq!(output.status.code(), Some(0), "{kind}: {}", stderr(&output));
        let file = if kind == "section" { "section/index" } else { kind };
        let path = format!("content/about-a-{file}.md");
        let found = stdout(&folder.run(&["check", "--at", "2026-11-22"]));
        let own: Vec<&str> = found.lines().filter(|line| line.starts_with(&path)).collect();
        assert!(own.iter().filter(|line| line.contains("[A088 gap-left]")).count() >= 5, "{found}");
        // Gaps alone are told of, and what a page of this kind cannot be without.
        let allowed = ["[A088", "[C016", "[C018", "[A099", "[A101"];
        let other = own.iter().find(|line| !allowed.iter().any(|code| line.contains(code)));
        assert!(other.is_none(), "{kind}: {other:?}");
        let taken = folder.run(&["add", kind, &format!("About a {kind}")]);
        assert_eq!(taken.status.code(), Some(2));
    }
    let section = folder.run(&["add", "explainer", "How to complain", "--in", "about-a-section", "--at", "2026-11-22"]);
    assert!(folder.path().join("content/about-a-section/how-to-complain.md").is_file(), "{}", stderr(&section));
    assert!(!stdout(&section).contains("Nothing leads to it"), "{}", stdout(&section));
    let nowhere = folder.run(&["add", "explainer", "How to ask", "--in", "about-a-secton"]);
    assert!(stderr(&nowhere).contains("did you mean `about-a-section`?"), "{}", stderr(&nowhere));
    let outside = folder.run(&["add", "explainer", "How to ask", "--in", "../print"]);
    assert_eq!(outside.status.code(), Some(2), "{}", stdout(&outside));
    for number in ["HA-01", "HA-02"] {
        let title = format!("Help after {number}");
        assert_eq!(folder.run(&["add", "leaflet", &title, "--at", "2026-11-22"]).status.code(), Some(0));
        let found = stdout(&folder.run(&["check", "--at", "2026-11-22"]));
        let path = format!("print/help-after-{}.md", number.to_lowercase());
        assert!(folder.path().join(&path).is_file());
        let own: Vec<&str> = found.lines().filter(|line| line.starts_with(&path)).collect();
        assert!(own.len() > 10 && own.iter().all(|line| line.contains("[A088 gap-left]")), "{found}");
    }
    let unknown = folder.run(&["add", "nws", "A title"]);
    assert!(stderr(&unknown).contains("did you mean `news`?"), "{}", stderr(&unknown));
}

/// Makes a site whose facts are used on pages, through two includes and in a leaflet.
fn with_facts() -> Folder {
    let folder = Folder::with_site();
    let front = "---\ntitle: A\nsummary: A page.\n---\n";
    folder.write(
        "content/a.md",
        "---\ntitle: A\nsummary: A page.\nformats: [web, print, text, word, epub]\n---\n## How many\n\n[85%](fact:rj-satisfied) said so.[^1]\n\n[^1]: Or [](fact:rj-satisfied).\n",
    );
    folder.write("content/b.md", format!("{front}## More\n\n:::include a.md#how-many\n"));
    folder.write("content/c.md", format!("{front}:::include b.md\n\n:::stat rj-satisfied\nsaid so.\n:::\n"));
    let sheet = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let panels = format!("::::panel\n:::include a.md#how-many\n::::\n\n{}", "::::panel\nWords.\n::::\n\n".repeat(5));
    folder.write("print/t.md", format!("---\n{sheet}---\n{panels}"));
    folder
}

#[test]
fn facts_are_listed_with_every_place_that_uses_them() {
    let folder = with_facts();
    let output = folder.run(&["facts", "--at", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let expected = "rj-satisfied: 85%
  statement: 85% of victims were satisfied.
  source: A ministry, A report, June 2007
  checked: never
  review: never
  used: content/a.md:8: page /a/
  used: content/a.md:8: page /b/, brought in at content/b.md:7
  used: content/a.md:8: page /c/, brought in at content/c.md:5
  used: content/a.md:8: leaflet T-1, brought in at print/t.md:9
  used: content/a.md:10: page /a/
  used: content/a.md:10: page /b/, brought in at content/b.md:7
  used: content/a.md:10: page /c/, brought in at content/c.md:5
  used: content/c.md:7: page /c/
  shown by: leaflets/T-1/large-print.pdf: leaflets
  shown by: leaflets/T-1/giant-print.pdf: leaflets
  shown by: leaflets/T-1/trifold.pdf: leaflets
  shown by: leaflets/T-1/trifold-press.pdf: leaflets
  shown by: leaflets/T-1/preview-1.png: leaflets
  shown by: leaflets/T-1/preview-2.png: leaflets
  shown by: a/a.pdf: print
  shown by: a/a.txt: text
  shown by: leaflets/T-1/text.txt: text
  shown by: a/a.docx: word
  shown by: a/a.epub: epub
  shown by: a/index.html: web
  shown by: b/index.html: web
  shown by: c/index.html: web
calls-a-day: 12
  statement: We help 12 people a day.
  source: A ministry, A count, June 2024
  checked: never
  review: 2025-06-01 (overdue)
  unused
2 facts, 1 overdue, 1 unused
";
    assert_eq!(stdout(&output), expected);
    assert_eq!(stderr(&output), "");
    let text = stdout(&folder.run(&["facts", "--format", "text", "--at", "2026-11-22"]));
    assert!(text.contains("  Never checked. Review due on 1 June 2025: OVERDUE.\n  Unused.\n"), "{text}");
    assert!(text.contains("    content/a.md:8, leaflet T-1, brought in at print/t.md:9\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn one_fact_can_be_asked_for_and_read_by_programs() {
    let folder = with_facts();
    let output = folder.run(&["facts", "rj-satisfied", "--format", "json", "--at", "2026-11-22"]);
    let facts: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(facts.as_array().unwrap().len(), 1);
    let fact = &facts[0];
    assert_eq!((&fact["key"], &fact["display"]), (&"rj-satisfied".into(), &"85%".into()));
    assert_eq!(fact["source"]["date"], "June 2007");
    assert_eq!((&fact["review"], &fact["overdue"]), (&serde_json::Value::Null, &false.into()));
    assert_eq!(fact["uses"].as_array().unwrap().len(), 8);
    assert_eq!((&fact["uses"][0]["page"], &fact["uses"][0]["line"]), (&"/a/".into(), &8.into()));
    assert_eq!(fact["uses"][3]["leaflet"], "T-1");
    assert_eq!(fact["files"].as_array().unwrap().len(), 14);
    assert_eq!(fact["files"][9], serde_json::json!({ "format": "word", "path": "a/a.docx" }));
    assert_eq!(fact["uses"][3]["brought_in"]["file"], "print/t.md");
    let unknown = folder.run(&["facts", "rj-satisfed"]);
    assert_eq!((unknown.status.code(), stdout(&unknown).as_str()), (Some(2), ""));
    assert!(stderr(&unknown).contains("there is no fact `rj-satisfed`; did you mean `rj-satisfied`?"));
    folder.write("content/a.md", "no front matter");
    let lacking = folder.run(&["facts", "--at", "2026-11-22"]);
    assert_eq!(lacking.status.code(), Some(0));
    assert!(stderr(&lacking).contains("may keep something off this list"), "{}", stderr(&lacking));
}

/// Makes a site with findings of every level, more than 20 pages, and one page that is hard to read.
fn with_findings() -> Folder {
    let folder = Folder::with_site();
    let page = |title: &str, body: &str| format!("---\ntitle: {title}\nsummary: It is page {title}.\n---\n{body}\n");
    folder.write("content/bad.md", page("Bad", "[gone](gone.md)\n\nWe can't pay 12000 pounds, e.g. today."));
    for number in 0..25 {
        let body = format!("We don't know {} ways.\n", 1000 + number);
        folder.write(&format!("content/some/page-{number:02}.md"), page(&format!("Page {number}"), &body));
    }
    let hard = "Representatives of participating organisations considered alternative arrangements. ".repeat(20);
    folder.write("content/hard.md", page("Hard", &hard));
    let easy = "We call you back on the same day. You can bring a friend. ".repeat(20);
    folder.write("content/easy.md", page("Easy", &easy));
    folder
}

#[test]
fn a_summary_says_what_to_do_first() {
    let folder = with_findings();
    let output = folder.run(&["check", "--summary", "--at", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let plain = stdout(&output);
    let kinds = ["total: ", "first: ", "rule: ", "page: ", "pages: ", "reading age: ", "hardest: "];
    assert!(plain.lines().all(|line| kinds.iter().any(|kind| line.starts_with(kind))), "{plain}");
    for line in [
        "first: 1. Mend the error: `link-broken` (1). Nothing is published before somebody has mended it.\n",
        "rule: A003 link-broken: error, 1 found, --fix mends 0\n",
        "rule: A018 negative-contraction: warning, 26 found, --fix mends 26\n",
        "page: content/bad.md: 1 error, ",
        "pages: and 6 more\n",
        "hardest: content/hard.md: over 18 years\n",
        " years on average, over 2 pages\n",
    ] {
        assert!(plain.contains(line), "{line} in:\n{plain}");
    }
    let text = stdout(&folder.run(&["check", "--summary", "--format", "text", "--at", "2026-11-22"]));
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("A003  link-broken           error        1            0\n"), "{text}");
    assert_eq!(folder.run(&["check", "--summary", "--format", "sarif"]).status.code(), Some(2));
}

#[test]
fn a_summary_counts_what_fix_then_mends() {
    let folder = with_findings();
    let output = folder.run(&["check", "--summary", "--format", "json", "--at", "2026-11-22"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let summary = &report["summary"];
    assert_eq!((&summary["error"], &summary["files"]), (&1.into(), &32.into()));
    let all = report["findings"].as_array().unwrap().len() as u64;
    let sum = |list: &str, keys: &[&str]| -> u64 {
        let rows = summary[list].as_array().unwrap().iter();
        rows.map(|row| keys.iter().map(|key| row[*key].as_u64().unwrap()).sum::<u64>()).sum()
    };
    assert_eq!(sum("rules", &["count"]), all);
    assert_eq!(sum("pages", &["error", "warning", "info"]), all);
    assert_eq!(summary["pages"][0]["file"], "content/bad.md");
    assert_eq!(summary["reading_age"]["pages"][0]["file"], "content/hard.md");
    assert!(summary["reading_age"]["average"].as_f64().unwrap() > 10.0, "{summary}");
    let fixable = sum("rules", &["fixable"]);
    let mended = stdout(&folder.run(&["check", "--fix", "--summary", "--at", "2026-11-22"]));
    assert!(mended.starts_with(&format!("Mended {fixable} of them;")), "{fixable}:\n{mended}");
    let clean = Folder::with_site();
    let nothing = "total: nothing to mend in 4 files\n";
    assert_eq!(stdout(&clean.run(&["check", "--summary", "--at", "2026-11-22"])), nothing);
}
