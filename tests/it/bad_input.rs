//! Bad input: each gives a plain message with file and line where there is one, the right exit status, and leaves the
//! old output as it was.

use handbill::diag::report::plain;

use crate::kit::{FRONT, Folder, findings, read, site, stderr, stdout};

/// Checks one page's text: these are all its findings.
fn page_whole(text: impl AsRef<[u8]>, expected: &str) {
    let mut files = site();
    files.add("content/page.md", text.as_ref());
    assert_eq!(findings(&files), expected);
}

/// Checks one page's text: one of its findings has these words.
fn page(text: impl AsRef<[u8]>, expected: &str) {
    assert!(!expected.is_empty(), "say what is to be found");
    let mut files = site();
    files.add("content/page.md", text.as_ref());
    let found = findings(&files);
    assert!(found.contains(expected), "expected `{expected}` in:\n{found}");
}

#[test]
fn front_matter_that_cannot_be_read() {
    page(
        "---\ntitle: A: b\nsummary: S.\n---\n",
        "content/page.md:2:9: error: there is a second colon on this line [C003",
    );
    page("---\ntitle: A\nupdated:\n\t- x\n---\n", "content/page.md:4:1: error: this line is indented with a tab");
    page("---\ntitle: A\nsummary: S.\ntitle: B\n---\n", "error: the key `title` stands here twice [C003");
    page(
        "---\ntitle: A\nsummary: S.\n",
        "content/page.md:1:1: error: the front matter that starts here never ends [C003",
    );
    page("Just words.\n", "content/page.md:1:1: error: the file does not start with front matter [C003");
    page("---\nsummary: S.\n---\n", "error: `title` is missing [C004");
    page("---\ntitle:\nsummary: S.\n---\n", "content/page.md:2:1: error: `title` is empty [C004");
    page("---\n- a\n- b\n---\n", "error: this is not a list of keys and values [C003");
    page("", "content/page.md:1:1: error: the file does not start with front matter");
}

#[test]
fn values_of_the_wrong_kind() {
    let with = |line: &str| format!("---\ntitle: A\nsummary: S.\n{line}\n---\n");
    page(with("review: 2026-02-30"), "content/page.md:4:1: error: `review` is `2026-02-30` [C004");
    page(with("sensitive: maybe"), "content/page.md:4:1: error: `sensitive` must be true or false, not words [C004");
    page(with("kind: expliner"), "content/page.md:4:1: error: `expliner` is not a `kind` that there is [C004");
    page(with("topics: { a: b }"), "error: `topics` must be a list, not keys and values [C004");
    page(with("nav: -1"), "error: `nav` must be a whole number, not a number [C004");
    page(with("updated: [now]"), "error: `updated` must be keys and values, not words [C004");
    page(with("formats: [web, papyrus]"), "error: `papyrus` is not a format that Handbill makes [C012");
    page(with("publish_from: 2026-01-02\nexpires: 2026-01-01"), "error: the page expires before it is published [C004");
    page(with("aliases: [rj]"), "error: `rj` is not an address on this site [C004");
}

#[test]
fn a_site_without_a_start_page() {
    let settings = "title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n";
    let folder = Folder::new();
    folder.write("site.toml", settings);
    folder.write("content/help.md", FRONT);
    let said = "site.toml:1:1: error: the site has no start page [C050 start-missing]\n  \
                help: write it: `content/index.md`; every page leads there\n1 error in ";
    for command in ["check", "build"] {
        let output = folder.run(&[command]);
        assert!(output.status.code() == Some(1) && stdout(&output).starts_with(said), "{}", stdout(&output));
    }
    // One that cannot be read is told at its own place, and one that is not on the web as what it is.
    folder.write("content/index.md", "No front matter.\n");
    let found = stdout(&folder.run(&["check"]));
    assert!(found.starts_with("content/index.md:1:1: error: ") && !found.contains("start page"), "{found}");
    folder.write("content/index.md", FRONT.replacen("---\n", "---\nformats: [print]\n", 1));
    let found = stdout(&folder.run(&["check"]));
    assert!(found.contains("site.toml:1:1: error: the start page is not on the web [C050"), "{found}");
    // One that is not there at this moment stops no build that runs by itself.
    folder.write("content/index.md", FRONT.replacen("---\n", "---\ndraft: true\n", 1));
    assert_eq!(folder.run(&["check"]).status.code(), Some(1));
    let output = folder.run(&["build"]);
    assert!(output.status.code() == Some(0), "{}", stdout(&output));
    assert!(stdout(&output).contains("site.toml:1:1: warning: the site has no start page"), "{}", stdout(&output));
}

#[test]
fn settings_that_lead_elsewhere() {
    let settings = |base: &str, exit: &str| {
        let mut files = site();
        let text = format!("title = \"T\"\nbase_url = \"{base}\"\nlanguage = \"en\"\n[exit]\nurl = \"{exit}\"\n");
        files.add("site.toml", format!("{text}[publish]\nalso = [\"office.png\"]\n"));
        findings(&files)
    };
    let (base, exit) = ("https://a.example", "https://www.bbc.co.uk/weather");
    assert_eq!(settings(base, exit), "");
    let found = settings(base, "https://www.bbc.co.uk@evil.example/");
    assert!(
        found.starts_with("site.toml:5:7: error: the way out leads to `https://www.bbc.co.uk@evil.example/`"),
        "{found}"
    );
    let found = settings("https://a.example@evil.example", exit);
    assert!(
        found.starts_with("site.toml:2:12: error: `https://a.example@evil.example` is not a web address"),
        "{found}"
    );
}

#[test]
fn a_licence_of_open_data_that_is_no_address() {
    for written in ["OGL", "http://", "javascript:a", "https://a.example@evil.example"] {
        let mut files = site();
        let text = "title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n[organisation]\ndata_licence";
        files.add("site.toml", format!("{text} = \"{written}\"\n[publish]\nalso = [\"office.png\"]\n"));
        let found = findings(&files);
        let said = format!("site.toml:5:16: error: the licence `{written}` of open data is not a web address");
        assert!(found.starts_with(&said), "{found}");
    }
}

#[test]
fn every_mistake_is_found_in_one_run() {
    let mut files = site();
    files.add("content/a.md", "---\ntitle: A\nreview: never\nsensative: true\n---\n[here](b.md) <b>\n");
    let found = findings(&files);
    for code in ["C004 front-matter-value", "A010", "A002", "A003", "A009"] {
        assert!(found.contains(code), "{code} in:\n{found}");
    }
}

#[test]
fn yaml_that_refers_to_itself_without_end() {
    let mut bomb = String::from("---\ntitle: A\nsummary: S.\na: &a [x, x, x, x, x, x, x, x, x]\n");
    for (one, two) in "abcdefghijkl".chars().zip("bcdefghijklm".chars()) {
        bomb.push_str(&format!("{two}: &{two} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}]\n"));
    }
    bomb.push_str("---\n");
    page(bomb, "content/page.md:9:1: error: this YAML refers to itself too often [C003");
    page("---\ntitle: A\nsummary: S.\nb: &b [*b]\n---\n", "content/page.md:4:1: error: this YAML refers to itself");
    let long = format!("---\ntitle: A\nowner: &a {}\ntopics:\n{}---\n", "x".repeat(50_000), "- *a\n".repeat(100));
    page(long, "content/page.md:4:1: error: this YAML refers to itself too often [C003");
    page(
        format!("---\ntitle: A\nb:\n {}x\n---\n", "- ".repeat(1_000)),
        "content/page.md:4:256: error: values stand too deep inside one another [C003",
    );
    let mut files = site();
    files.add("content/_data/facts.yaml", "one:\n  value: 1\n  base: &b [*b]\n");
    assert!(findings(&files).contains("content/_data/facts.yaml:1:1: error: this YAML refers to itself too often"));
    page(format!("---\ntitle: {}\n---\n", "[".repeat(100_000)), "[C003 front-matter-invalid]");
}

#[test]
fn yaml_of_ten_thousand_lines() {
    let mut files = site();
    let lines = |line: &str| (0..10_000).map(|number| line.replace('#', &number.to_string())).collect::<String>();
    files.add("content/a.md", format!("---\ntitle: A\nsummary: It is A.\ntopics:\n{}---\n", lines("- topic #\n")));
    files.add("content/b.md", format!("---\ntitle: B\nsummary: It is B.\n{}---\n", lines("key#: #\n")));
    files.add("content/c.md", format!("---\ntitle: C\nsummary: It is C.\naliases:\n{}---\n", lines("- /old#/\n")));
    let fact = "fact-#: { value: #, statement: There are #., source: { title: A }, wrong: # }\n";
    files.add("content/_data/facts.yaml", lines(fact));
    let reading = read(&files);
    let site = reading.site.as_ref().unwrap();
    assert_eq!((site.facts.len(), site.aliases.len()), (10_000, 10_000));
    let count = |code: &str| reading.diagnostics.iter().filter(|found| found.kind.code == code).count();
    assert_eq!(count("A010"), 10_000);
    assert!(count("C011") >= 10_000 && reading.diagnostics.len() < 20_010, "{}", reading.diagnostics.len());
}

#[test]
fn text_in_other_encodings() {
    let utf16: Vec<u8> = "---\ntitle: A\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    page(
        [&[0xFF, 0xFE][..], &utf16].concat(),
        "content/page.md:1:1: error: the file is saved as UTF-16, not UTF-8 [C002",
    );
    page(utf16, "error: the file is saved as UTF-16, not UTF-8 [C002");
    page([FRONT.as_bytes(), b"caf\xE9"].concat(), "content/page.md:5:1: error: the file is not saved as UTF-8");
    page(format!("{FRONT}a\0b and some more words"), "content/page.md:5:1: error: line 5 has a NUL character");
    let mut bom = site();
    bom.add("content/page.md", format!("\u{feff}{}", FRONT.replace('\n', "\r\n")));
    assert_eq!(findings(&bom), "");
}

#[test]
fn files_that_are_far_too_large() {
    page(format!("{FRONT}{}", "word ".repeat(10_000_000)), "content/page.md:1:1: error: the file has 50.1 MB");
}

#[test]
fn quotations_nested_without_end() {
    page(
        format!("{FRONT}{} deep", "> ".repeat(20_000)),
        "content/page.md:5:49: error: lists or quotations stand more than 24",
    );
    page(format!("{FRONT}{}deep", "- ".repeat(20_000)), "error: lists or quotations stand more than 24 deep");
    // FIXME: neither lists nor quotations stand here, but emphasis.
    page_whole(
        format!("{FRONT}{}words{}", "*".repeat(5_000), "*".repeat(5_000)),
        "content/page.md:5:47: error: lists or quotations stand more than 24 deep inside one another \
         [C009 nested-too-deep]\n  help: use headings, and one list under each\n",
    );
    page_whole(format!("{FRONT}{}", "[".repeat(20_000)), "");
    page(format!("{FRONT}{}", ":::quote\n".repeat(2_000)), "error: blocks stand more than 8 deep");
}

#[test]
fn two_pages_on_one_address() {
    let mut files = site();
    files.add("content/help.md", FRONT);
    files.add("content/help/index.md", FRONT);
    files.add("content/old.md", "---\ntitle: Old\nsummary: S.\naliases: [/help/, /leaflets/]\n---\n");
    files.add("content/leaflets.md", FRONT);
    let found = findings(&files);
    for line in [
        "content/help/index.md:1:1: error: this page and `content/help.md` would both stand at `/help/` [C005",
        "content/old.md:4:11: error: the old address `/help/` is already the address of something else [C005",
        "content/old.md:4:19: error: the old address `/leaflets/` is already",
        "content/leaflets.md:1:1: error: this page would stand at `/leaflets/`, which is taken [C005",
    ] {
        assert!(found.contains(line), "{line} in:\n{found}");
    }
}

#[test]
fn includes_that_go_nowhere_or_round_in_a_circle() {
    let mut files = site();
    files.add("content/a.md", format!("{FRONT}:::include b.md\n"));
    files.add("content/b.md", format!("{FRONT}:::include c.md\n"));
    files.add("content/c.md", format!("{FRONT}:::include a.md\n"));
    files.add("content/self.md", format!("{FRONT}:::include self.md\n"));
    files.add("content/none.md", format!("{FRONT}:::include nowhere.md\n\n:::include what-next.md#nothing\n"));
    let found = findings(&files);
    for line in [
        "error: pages bring each other in, in a circle: a.md, then b.md, then c.md, then a.md [C008",
        "content/self.md:5:1: error: `self.md` brings in words of itself [C008",
        "content/none.md:5:1: error: there is no page `nowhere.md` [C008",
        "content/none.md:7:1: error: `what-next.md` has no heading `nothing` [C008",
    ] {
        assert!(found.contains(line), "{line} in:\n{found}");
    }
}

#[test]
fn includes_that_grow_without_end() {
    let mut files = site();
    files.add("content/a.md", format!("{FRONT}:::include b.md\n"));
    files.add("content/b.md", format!("{FRONT}:::include b.md\n"));
    files.add("content/c.md", format!("{FRONT}:::include a.md\n"));
    assert_eq!(findings(&files).matches("brings in words of itself").count(), 1, "{}", findings(&files));
    for (names, last) in [("abcdefghijkl", "i"), ("lkjihgfedcba", "j")] {
        let mut files = site();
        for (one, next) in names.chars().zip(names.chars().skip(1)) {
            files.add(format!("content/{one}.md"), format!("{FRONT}:::include {next}.md\n"));
        }
        files.add(format!("content/{}.md", names.chars().last().unwrap()), format!("{FRONT}Words.\n"));
        let found = findings(&files);
        assert!(
            found.contains(&format!("content/{last}.md:5:1: error: more than 8 pages bring each other in")),
            "{found}"
        );
    }
    let mut files = site();
    for (one, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        files.add(format!("content/{one}.md"), format!("{FRONT}{}", format!(":::include {next}.md\n\n").repeat(20)));
    }
    files.add("content/i.md", format!("{FRONT}Words.\n"));
    let reading = read(&files);
    let found = plain::report(&reading.diagnostics, &reading.sources);
    assert!(found.contains("content/e.md:37:1: error: with this line, more than 10,000 paragraphs"), "{found}");
    assert!(reading.diagnostics.iter().filter(|found| found.kind.code == "C008").count() < 200);
}

#[test]
fn links_out_of_the_site_and_to_programs() {
    page(
        format!("{FRONT}[a secret](../../etc/passwd)\n"),
        "content/page.md:5:1: error: `../../etc/passwd` lies outside `content/`",
    );
    page(format!("{FRONT}[a trick](javascript:alert(1))\n"), "is not an address that a reader can follow [A003");
    page(format!("{FRONT}[nothing]()\n"), "error: this link has no address [A003");
}

#[test]
fn pictures_that_are_none() {
    let mut files = site();
    files.add("content/fake.png", "I am not a picture");
    files.add("content/page.md", format!("{FRONT}![A door](fake.png)\n\n![A door](nowhere.png)\n"));
    let found = findings(&files);
    assert!(
        found.contains("content/page.md:5:1: error: `fake.png` is not a picture that can be shown [C013"),
        "{found}"
    );
    assert!(found.contains("content/page.md:7:1: error: there is no picture `nowhere.png` [C013"), "{found}");
}

#[test]
fn directives_that_are_unknown_or_open() {
    page(
        format!("{FRONT}:::warnning\nA\n:::\n"),
        "content/page.md:5:1: error: `:::warnning` is not a block that Handbill knows [C006",
    );
    page(
        format!("{FRONT}:::warning\nA\n"),
        "content/page.md:5:1: error: `:::warning` is opened here and never closed [C007",
    );
    page(format!("{FRONT}A\n\n:::\n"), "content/page.md:7:1: error: this line closes a block, but none is open [C007");
    page(
        format!("{FRONT}:::steps\nCall us.\n:::\n"),
        "error: steps must be a numbered list, and this is not one [C007",
    );
    page_whole(format!("{FRONT}```\n:::warnning\n```\n"), "");
}

#[test]
fn settings_that_cannot_be_used() {
    let folder = Folder::with_site();
    let toml = std::fs::read_to_string(folder.path().join("site.toml")).unwrap();
    for (more, said) in [
        ("theme = \"fancy\"\n", "site.toml:5:9: error: there is no theme `fancy` [C001"),
        ("time_zone = \"Mars/Base\"\n", "site.toml:5:13: error: there is no time zone `Mars/Base` [C001"),
        ("titel = \"x\"\n", "site.toml:5:1: error: unknown field `titel`"),
        ("notice = \"x\n", "site.toml:5:"),
    ] {
        folder.write("site.toml", format!("{toml}{more}"));
        let output = folder.run(&["check"]);
        assert!(stdout(&output).contains(said), "{said} in:\n{}", stdout(&output));
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn sheets_and_designs_that_there_are_not() {
    let folder = Folder::with_site();
    let front = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n";
    folder.write("print/a.md", format!("---\n{front}sheet: trifould\n---\n::::panel\n## One\n::::\n"));
    let output = stdout(&folder.run(&["check"]));
    assert!(output.contains("print/a.md:6:1: error: ") && output.contains("`trifould`"), "{output}");
    folder.write("print/a.md", format!("---\n{front}sheet: trifold\ndesign: fancy\n---\n::::panel\n## One\n::::\n"));
    let output = stdout(&folder.run(&["check"]));
    assert!(output.contains("print/a.md:7:1: error: ") && output.contains("`fancy`"), "{output}");
    folder.write("print/a.md", format!("---\n{front}sheet: trifold\n---\nloose words\n"));
    let output = stdout(&folder.run(&["check"]));
    assert!(output.contains("print/a.md:8:1: error: these words stand in no panel [C007"), "{output}");
}

#[test]
fn a_template_with_a_mistake() {
    let folder = Folder::with_site();
    folder.write("themes/civic/templates/page.html", "{% if %}\n");
    for command in ["check", "build"] {
        let output = folder.run(&[command]);
        assert_eq!(output.status.code(), Some(1));
        let told = stdout(&output);
        assert!(told.starts_with("themes/civic/templates/page.html:1:7: error: "), "{told}");
        assert!(told.contains("1 error in 4 files"), "{told}");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let folder = Folder::with_site();
    folder.write("mine/letter.txt", "Dear all");
    let output = folder.run(&["build", "--out", "mine"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("holds files that Handbill did not make"), "{}", stderr(&output));
    assert_eq!(std::fs::read(folder.path().join("mine/letter.txt")).unwrap(), b"Dear all");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;

    use crate::kit::{Folder, stderr, stdout};

    #[test]
    fn links_on_disk_that_go_round_or_out() {
        let folder = Folder::with_site();
        symlink("..", folder.path().join("content/round")).unwrap();
        let output = folder.run(&["check"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stdout(&output).contains("content/round:1:1: error: this link leads"), "{}", stdout(&output));
        let other = Folder::new();
        other.write("secret.md", "---\ntitle: Secret\nsummary: S.\n---\n");
        let folder = Folder::with_site();
        symlink(other.path(), folder.path().join("content/other")).unwrap();
        let output = stdout(&folder.run(&["check"]));
        assert!(
            output.contains("content/other:1:1: error: this link leads out of the site's folder [C010"),
            "{output}"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_unicode_is_told_from_the_sites_root() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let folder = Folder::with_site();
        let path = folder.path().join("content").join(OsStr::from_bytes(b"caf\xE9.md"));
        std::fs::write(path, "Words.\n").unwrap();
        let root = folder.path().to_string_lossy().into_owned();
        for args in [&["check", "--format", "json"][..], &["check", "--format", "json", "--root", &root]] {
            let report: serde_json::Value = serde_json::from_str(&stdout(&folder.run(args))).unwrap();
            let files: Vec<&serde_json::Value> =
                report["findings"].as_array().unwrap().iter().map(|found| &found["file"]).collect();
            assert_eq!(files, ["content/caf\u{fffd}.md"]);
        }
    }

    #[test]
    fn a_full_disk_and_a_path_that_cannot_be_written() {
        let folder = Folder::with_site();
        let output = folder.run(&["build", "--out", "/proc/handbill-test/public"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).starts_with("handbill: `/proc/handbill-test"), "{}", stderr(&output));
        assert!(stderr(&output).contains("cannot be written"), "{}", stderr(&output));
    }
}

#[test]
fn a_full_panel_is_found_beside_every_other_mistake() {
    let folder = Folder::with_site();
    folder.write("content/a.md", format!("{FRONT}[nowhere](nowhere.md)\n"));
    let front = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let full = format!("::::panel\n{}\n::::\n\n", "Many words. ".repeat(200));
    let others = "::::panel\nWords.\n::::\n\n".repeat(5);
    folder.write("print/a.md", format!("---\n{front}---\n{full}{others}"));
    for command in ["check", "build"] {
        let output = stdout(&folder.run(&[command, "--at", "2026-11-22"]));
        assert!(output.contains("[A003 link-broken]") && output.contains("[P004 panel-full]"), "{command}:\n{output}");
    }
    assert!(!folder.path().join("public").exists());
}
