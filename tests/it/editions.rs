//! Editions: what went to whom, and what of it has changed since.

use crate::kit::{self, Folder, stdout};

const CARD: &str = "---\ntitle: A card\nsummary: Who to call.\nreference: C-1\nissued: 2026-01-01\nreview: 2027-01-01\n\
                    sheet: a5\n---\n\n::::panel\n# Call us\n\n:::contact office\n::::\n\n::::panel\n\
                    [85%](fact:rj-satisfied) said so. We listen.\n::::\n";

fn issued() -> Folder {
    let folder = Folder::with_site();
    folder.write("print/card.md", CARD);
    let arguments = ["edition", "issue", "C-1", "--to", "The \"Old\" surgery", "--copies", "200", "--at", "2026-11-22"];
    let output = folder.run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

fn status(folder: &Folder, at: &str) -> (Option<i32>, String) {
    let output = folder.run(&["edition", "status", "--at", at]);
    (output.status.code(), stdout(&output))
}

#[test]
fn what_has_changed_since_is_told_with_who_has_it() {
    let folder = issued();
    let line = "C-1, en-GB, edition 1: 200 at The \"Old\" surgery, since 2026-11-22\n";
    assert_eq!(status(&folder, "2026-11-23"), (Some(0), format!("{line}  as it was\n1 issue, 0 changed since\n")));
    let store = |name: &str| std::fs::read_to_string(folder.path().join("content/_data").join(name)).unwrap();
    let (facts, contacts) = (store("facts.yaml"), store("contacts.yaml"));
    for (path, text, said) in [
        (
            "content/_data/facts.yaml",
            facts.replace("85", "86").replace("86% of", "85% of"),
            "the fact `rj-satisfied`: `figure` was `85%` and is `86%`",
        ),
        (
            "content/_data/contacts.yaml",
            contacts.replace("806100", "806101"),
            "the contact `office`: `phone` was `01707 806100` and is `01707 806101`",
        ),
        ("print/card.md", CARD.replace("We listen", "We always listen"), "panel 2 has other words"),
        ("print/card.md", CARD.replace("sheet: a5", "edition: 2\nsheet: a5"), "edition 2 is out"),
    ] {
        let before = std::fs::read_to_string(folder.path().join(path)).unwrap();
        folder.write(path, text);
        // Nothing else is told: a figure of the store is told once, not for its panel too.
        assert_eq!(status(&folder, "2026-11-23"), (Some(1), format!("{line}  {said}\n1 issue, 1 changed since\n")));
        folder.write(path, before);
    }
    let (code, said) = status(&folder, "2027-02-01");
    assert!(code == Some(1) && said.contains("  it was to be reviewed by 2027-01-01\n"), "{said}");
    std::fs::remove_file(folder.path().join("print/card.md")).unwrap();
    let (code, said) = status(&folder, "2026-11-23");
    assert!(
        code == Some(1) && said.contains("  the leaflet is not made any more: ask for the copies back\n"),
        "{said}"
    );
}

#[test]
fn what_stands_in_the_file_stays() {
    let folder = issued();
    let path = folder.path().join("print/editions.yaml");
    let first = format!("{}# Ring before you bring more.\n", std::fs::read_to_string(&path).unwrap());
    folder.write("print/editions.yaml", &first);
    let again = ["edition", "issue", "C-1", "--to", "Library", "--copies", "1", "--at", "2026-11-22"];
    assert_eq!(
        stdout(&folder.run(&again)),
        "1 copy of C-1, edition 1, for Library: written down in print/editions.yaml\n\
         Library is new in print/holders.yaml: write the address there\n"
    );
    let second = std::fs::read_to_string(&path).unwrap();
    assert!(second.starts_with(&first), "{second}");
    let json = stdout(&folder.run(&["edition", "status", "C-1", "--format", "json", "--at", "2026-11-22"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let all: Vec<_> =
        json.as_array().unwrap().iter().map(|entry| (entry["to"].clone(), entry["copies"].clone())).collect();
    assert_eq!(all, [("The \"Old\" surgery".into(), 200.into()), ("Library".into(), 1.into())]);
    // The file is no leaflet, and a build passes over it.
    assert_eq!(folder.run(&["build", "--at", "2026-11-22"]).status.code(), Some(0));
}

#[test]
fn what_cannot_be_written_down_is_told() {
    let folder = issued();
    let told = |arguments: &[&str]| {
        let output = folder.run(&[&["edition"], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let issue = |more: &[&'static str]| told(&[&["issue"], more, &["--to", "x", "--copies", "2"]].concat());
    assert!(issue(&["C-2"]).contains("there is no leaflet `C-2`; did you mean `C-1`?"));
    assert!(issue(&["C-1", "--lang", "cy"]).contains("the leaflet `C-1` is not there in `cy`, but in en-GB"));
    let none = told(&["issue", "C-1", "--to", "x", "--copies", "0"]);
    assert!(none.contains("0 is not in 1.."), "{none}");
    folder.write("print/editions.yaml", "- reference: C-1\n  copies: many\n");
    for command in [&["status"][..], &["issue", "C-1", "--to", "x", "--copies", "2"]] {
        let said = told(command);
        assert!(said.contains("`print/editions.yaml` cannot be understood: ") && said.contains("line"), "{said}");
    }
    let text = std::fs::read_to_string(folder.path().join("print/editions.yaml")).unwrap();
    assert_eq!(text, "- reference: C-1\n  copies: many\n", "it is left as it is");
}

#[test]
fn copies_in_other_formats_are_written_down_and_told() {
    let folder = Folder::with_site();
    folder.write("print/card.md", CARD.replace("sheet: a5", "formats: [braille]\nsheet: a5"));
    let issue = |form: &str| {
        let who = ["edition", "issue", "C-1", "--to", "Library", "--copies", "2", "--at", "2026-11-22"];
        folder.run(&[&who[..], &["--form", form]].concat())
    };
    let said = "2 copies of C-1, braille, edition 1, for Library: written down in print/editions.yaml\n";
    assert!(stdout(&issue("braille")).starts_with(said));
    let wrong = String::from_utf8_lossy(&issue("brailel").stderr).into_owned();
    assert!(
        wrong.contains(
            "does not come in `brailel`, but in large-print, giant-print, text, braille; did you mean `braille`?"
        ),
        "{wrong}"
    );
    let line = "C-1, en-GB, braille, edition 1: 2 at Library, since 2026-11-22\n";
    assert_eq!(status(&folder, "2026-11-23"), (Some(0), format!("{line}  as it was\n1 issue, 0 changed since\n")));
}

#[test]
fn a_new_holder_is_added_and_the_file_stays_as_it_was_written() {
    let folder = issued();
    let holders =
        "# Our surgeries\r\nLibrary: # closed on Mondays\r\n  address: [1 High Street]\r\n  postcode: AL5 1AA\r\n";
    folder.write("print/holders.yaml", holders);
    let issue = |to: &str| {
        let arguments = ["edition", "issue", "C-1", "--to", to, "--copies", "3", "--at", "2026-11-22"];
        stdout(&folder.run(&arguments))
    };
    let said = issue("Librarry");
    assert!(said.ends_with("write the address there\ndid you mean Library? Then delete both new entries\n"), "{said}");
    let now = std::fs::read_to_string(folder.path().join("print/holders.yaml")).unwrap();
    assert_eq!(now, format!("{holders}\r\nLibrarry:\r\n  address: []\r\n  postcode: \"\"\r\n"));
    assert_eq!(issue("Library"), "3 copies of C-1, edition 1, for Library: written down in print/editions.yaml\n");
    let said = issue("Librarry");
    assert!(said.ends_with("print/holders.yaml has no address of Librarry yet\n"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.path().join("print/holders.yaml")).unwrap(), now);
}

#[test]
fn a_name_that_nobody_can_read_is_refused() {
    let folder = issued();
    for (to, why) in [
        (" ", "`--to` is empty"),
        ("a\u{1b}[31m", "a character that nobody sees: `aU+001B[31m`"),
        ("a\nb", "a character that nobody sees: `a b`"),
        ("\u{202e}a", "a character that nobody sees: `U+202Ea`"),
        (&*"x".repeat(121), "more than 120 letters"),
    ] {
        let output = folder.run(&["edition", "issue", "C-1", "--to", to, "--copies", "3"]);
        let said = kit::stderr(&output);
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
    }
    folder.write("print/holders.yaml", "{ Library: { address: [1 High Street] } }\n");
    let output = folder.run(&["edition", "issue", "C-1", "--to", "Other", "--copies", "3"]);
    assert!(kit::stderr(&output).contains("nothing can be added to `print/holders.yaml`"), "{}", kit::stderr(&output));
}

/// Checks a site with a file of editions or holders, and returns what is said of it.
fn told(path: &str, text: &str) -> String {
    let mut files = kit::site();
    files.add("print/card.md", CARD);
    files.add(path, text);
    kit::findings(&files)
}

#[test]
fn what_is_wrong_in_the_files_is_told_at_its_line() {
    let editions = |text: &str| told("print/editions.yaml", text);
    let entry = "- reference: C-1\n  edition: 1\n  issued: 2026-11-22\n  to: Library\n  copies: 2\n";
    for (text, told) in [
        (
            "- reference: C-1\n  edition: 1\n  copies: many\n",
            "print/editions.yaml:3:3: error: `copies` must be a whole number, not words [C011",
        ),
        ("- reference: C-1\n", "print/editions.yaml:1:3: error: `to` is missing [C011"),
        (&entry.replace("copies: 2", "copies: 0"), "print/editions.yaml:5:3: error: `copies` is 0 [C011"),
        (&entry.replace("copies: 2", "copies: -2"), "print/editions.yaml:5:3: error: `copies` must be a whole number"),
        (&entry.replace("2026-11-22", "2026-02-30"), "print/editions.yaml:3:3: error: `issued` is `2026-02-30`"),
        (
            &format!("{entry}  language: klingonese-x\n"),
            "print/editions.yaml:6:3: error: `klingonese-x` is not a language",
        ),
        (
            &format!("{entry}  facts: [a]\n"),
            "print/editions.yaml:6:3: error: `facts` must be keys and values, not a list",
        ),
        (
            &format!("{entry}  facts: {{ a: b }}\n"),
            "print/editions.yaml:6:3: error: `a` of `facts` must be details with words",
        ),
        (
            &format!("{entry}  panels: {{ a: b }}\n"),
            "print/editions.yaml:6:3: error: `panels` must be a list, not keys",
        ),
        (
            &format!("{entry}  coppies: 3\n"),
            "print/editions.yaml:6:3: error: `coppies` is not a key of an edition [C011",
        ),
        (
            &format!("{entry}  facts: {{ a: {{ b: {} }} }}\n", "x".repeat(10_001)),
            "print/editions.yaml:6:3: error: `a` of `facts` must be details with words",
        ),
        (
            &entry.replace("Library", "\"a\\nb\""),
            "print/editions.yaml:4:3: error: `to` has more than one line, or a tab",
        ),
        ("reference: C-1\n", "print/editions.yaml:1:1: error: this is not a list [C003"),
        ("- 7\n", "print/editions.yaml:1:3: error: this must be keys and values, not a number [C011"),
        ("- &a [*a]\n", "print/editions.yaml:1:1: error: this YAML refers to itself too often [C003"),
        ("- to: \"a\\u0007\"\n", "U+0007"),
        (&format!("{}\n", "[".repeat(100)), "error: brackets stand more than 64 deep inside one another"),
        (&format!("{entry}- reference: [\n"), "error: a bracket is opened and never closed [C003"),
        (&entry.replace("Library", &"x".repeat(121)), "print/editions.yaml:4:3: error: `to` has more than 120 letters"),
    ] {
        let said = editions(text);
        assert!(said.contains(told), "{text}\n{said}");
    }
    // A long text that has changed is told in short, on one line.
    let long = format!("{entry}  facts: {{ rj-satisfied: {{ figure: \"a\\n{}\" }} }}\n", "x".repeat(5_000));
    let said = editions(&long);
    assert!(said.contains(&format!("`figure` was `a {}…` and is `85%`;", "x".repeat(98))), "{said}");
    let holders = |text: &str| told("print/holders.yaml", text);
    for (text, told) in [
        ("Library: here\n", "print/holders.yaml:1:1: error: this must be keys and values, not words [C011"),
        (
            "Library:\n  address: { a: b }\n",
            "print/holders.yaml:2:3: error: `address` must be a list, not keys and values",
        ),
        (
            "Library:\n  adress: [a]\n",
            "`adress` is not a key of a holder [C011 store-invalid]\n  help: did you mean `address`?",
        ),
        ("Library:\n  address: [a]\nLibrary:\n  address: [b]\n", "error: the key `Library` stands here twice"),
        (
            &format!("{}:\n  address: [a]\n", "x".repeat(121)),
            "print/holders.yaml:1:1: error: this name has more than 120",
        ),
    ] {
        let said = holders(text);
        assert!(said.contains(told), "{text}\n{said}");
    }
}

#[test]
fn a_file_of_editions_without_end_is_told_of_soon() {
    let mut text = String::new();
    for number in 0..12_000 {
        text += &format!("- {{ reference: C-1, edition: 1, issued: 2026-11-22, to: A{number}, copies: 2 }}\n");
    }
    let said = told("print/editions.yaml", &text);
    assert!(
        said.contains("print/editions.yaml:1:1: error: there are more than 10,000 entries; the rest is left out [C074"),
        "{}",
        &said[..900]
    );
    let said = told("print/editions.yaml", &"x".repeat(4_000_001));
    assert!(said.contains("print/editions.yaml:1:1: error: "), "{}", &said[..900.min(said.len())]);
}

/// Runs a check and returns the lines that are of editions, holders and copies.
fn checked(folder: &Folder, at: &str) -> Vec<String> {
    let said = stdout(&folder.run(&["check", "--format", "plain", "--at", at]));
    let of =
        |line: &&str| ["[P035", "[P036", "[P037", "[C051", "[C052", "[A090"].iter().any(|code| line.contains(code));
    said.lines().filter(of).map(str::to_string).collect()
}

fn change(folder: &Folder, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    folder.write(path, text.replace(from, to));
}

#[test]
fn a_number_that_changes_names_every_leaflet_and_holder() {
    let folder = issued();
    folder.write(
        "print/holders.yaml",
        "The \"Old\" surgery:\n  address: [1 High Street]\nLibrary:\n  address: [2 High Street]\n",
    );
    folder.write("print/other.md", CARD.replace("C-1", "C-2").replace("[85%](fact:rj-satisfied) said so. ", ""));
    for (reference, to, copies) in [("C-1", "Library", "1"), ("C-2", "Library", "20"), ("C-2", "Library", "30")] {
        let arguments = ["edition", "issue", reference, "--to", to, "--copies", copies, "--at", "2026-11-22"];
        assert_eq!(folder.run(&arguments).status.code(), Some(0));
    }
    assert_eq!(checked(&folder, "2026-11-23"), [""; 0]);
    change(&folder, "content/_data/contacts.yaml", "01707 806100", "01707 806199");
    let was = "the contact `office`: `phone` was `01707 806100` and is `01707 806199`";
    let same = |path: &str, reference: &str| {
        format!(
            "{path}:2:1: warning: the words have changed since edition 1 of `{reference}` went out: {was} [P036 edition-unchanged]"
        )
    };
    assert_eq!(
        checked(&folder, "2026-11-23"),
        [
            format!(
                "content/_data/contacts.yaml:1:1: info: {was}; copies with the old words: `C-1`, edition 1 (en-GB), 1 copy at \
                 Library, 200 at The \"Old\" surgery; `C-2`, edition 1 (en-GB), 50 copies at Library [P035 copies-outdated]"
            ),
            same("print/card.md", "C-1"),
            same("print/other.md", "C-2"),
        ]
    );
    // A new edition says so; one leaflet accepts it. The copies are out all the same.
    change(&folder, "print/card.md", "sheet: a5", "edition: 2\nsheet: a5");
    change(&folder, "print/other.md", "sheet: a5", "sheet: a5\nallow: { edition-unchanged: nobody calls from there }");
    let said = checked(&folder, "2026-11-23");
    assert!(said.len() == 1 && said[0].contains("[P035"), "{said:?}");
    change(&folder, "site.toml", "title", "checks = { copies-outdated = \"off\" }\ntitle");
    assert_eq!(checked(&folder, "2026-11-23"), [""; 0]);
    // What is accepted and is not there is told.
    change(&folder, "content/_data/contacts.yaml", "01707 806199", "01707 806100");
    let said = checked(&folder, "2026-11-23");
    assert!(said.len() == 1 && said[0].contains("print/other.md") && said[0].contains("[A090"), "{said:?}");
}

#[test]
fn words_that_change_are_told_at_their_panel() {
    let folder = issued();
    change(&folder, "print/holders.yaml", "address: []", "address: [1 High Street]");
    change(&folder, "print/card.md", "We listen.", "We always listen.");
    let copies =
        "copies with the old words: `C-1`, edition 1 (en-GB), 200 copies at The \"Old\" surgery [P035 copies-outdated]";
    assert_eq!(
        checked(&folder, "2026-11-23"),
        [
            "print/card.md:2:1: warning: the words have changed since edition 1 of `C-1` went out: panel 2 [P036 edition-unchanged]"
                .to_string(),
            format!("print/card.md:16:1: info: panel 2 of `C-1` has other words now; {copies}"),
        ]
    );
    // A fact that the leaflet no longer has still stands on the copies.
    change(&folder, "print/card.md", "[85%](fact:rj-satisfied) said so. We always listen.", "We always listen.");
    change(&folder, "content/_data/facts.yaml", "85", "86");
    let said = checked(&folder, "2026-11-23");
    let fact = format!(
        "content/_data/facts.yaml:1:1: info: the fact `rj-satisfied`: `figure` was `85%` and is `86%`; {copies}"
    );
    assert_eq!(said.first(), Some(&fact));
    std::fs::remove_file(folder.path().join("print/card.md")).unwrap();
    assert_eq!(
        checked(&folder, "2026-11-23"),
        [format!("print/editions.yaml:5:3: info: the leaflet `C-1` (en-GB) is not made any more; {copies}")]
    );
}

/// Another picture under the same name is another leaflet: on its cover, and on any panel.
#[test]
fn pictures_that_change_are_told() {
    let drawing = |colour: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path fill='{colour}' d='M0 0h30v10z'/></svg>"
        )
    };
    let folder = Folder::with_site();
    let front = "cover_picture: door.svg\ncover_alt: An open door\nsheet: a5";
    folder.write("print/door.svg", drawing("#b5482f"));
    folder.write("print/card.md", CARD.replace("sheet: a5", front));
    let issue = ["edition", "issue", "C-1", "--to", "A surgery", "--copies", "200", "--at", "2026-11-22"];
    assert_eq!(folder.run(&issue).status.code(), Some(0));
    let written = std::fs::read_to_string(folder.path().join("print/editions.yaml")).unwrap();
    assert!(written.contains("\n  pictures: [\""), "{written}");
    let line = "C-1, en-GB, edition 1: 200 at A surgery, since 2026-11-22\n";
    let same = (Some(0), format!("{line}  as it was\n1 issue, 0 changed since\n"));
    let other = (Some(1), format!("{line}  it has other pictures\n1 issue, 1 changed since\n"));
    assert_eq!(status(&folder, "2026-11-23"), same);
    folder.write("print/door.svg", drawing("#0c4a4e"));
    assert_eq!(status(&folder, "2026-11-23"), other);
    let said = checked(&folder, "2026-11-23").join("\n");
    assert!(
        said.contains("the pictures have changed since edition 1 of `C-1` went out [P036")
            && said.contains("info: `C-1` has other pictures now; copies with the old pictures: `C-1`"),
        "{said}"
    );
    folder.write("print/door.svg", drawing("#b5482f"));
    assert_eq!(status(&folder, "2026-11-23"), same);
    folder.write("print/card.md", CARD);
    assert_eq!(status(&folder, "2026-11-23"), other);
}

#[test]
fn a_story_whose_consent_has_ended_must_come_back() {
    let folder = Folder::with_site();
    folder.write(
        "content/story.md",
        "---\ntitle: A made-up story\nsummary: How somebody got answers.\nkind: case-study\nowner: A team\nconsent: { reference: \
         CS-1, scope: [web, print], given: 2026-01-01, expires: 2026-12-01, reviewer: A team }\n---\n\n## What happened {#what}\n\n\
         We talked.\n",
    );
    folder.write("print/card.md", CARD.replace("We listen.", "We listen.\n\n:::include story.md#what\n"));
    let arguments = ["edition", "issue", "C-1", "--to", "A", "--copies", "2", "--at", "2026-11-22"];
    assert_eq!(folder.run(&arguments).status.code(), Some(0));
    let told = |at: &str| checked(&folder, at).into_iter().filter(|line| line.contains("[P037")).collect::<Vec<_>>();
    assert_eq!(told("2026-12-01"), [""; 0]);
    let said = "print/editions.yaml:5:3: warning: the story `content/story.md` may not be told any more, and copies tell it: \
                `C-1`, edition 1 (en-GB), 2 copies at A [P037 story-on-copies]";
    assert_eq!(told("2026-12-02"), [said]);
    let (code, status) = status(&folder, "2026-12-02");
    assert!(code == Some(1) && status.contains("the story `story.md` may not be told any more"), "{status}");
    // The story may still be read on the web, and no longer on paper.
    change(&folder, "content/story.md", "2026-12-01", "2027-12-01");
    assert_eq!(told("2026-12-02"), [""; 0]);
    change(&folder, "content/story.md", "[web, print]", "[web]");
    assert_eq!(told("2026-12-02"), [said]);
}

#[test]
fn a_finding_names_some_holders_and_counts_the_rest() {
    let mut text = String::new();
    for number in 1000..6000 {
        text += &format!(
            "- {{ reference: C-1, edition: 1, issued: 2026-11-22, to: A{number}, copies: 2, contacts: {{ office: {{ phone: \"1\" }} }} }}\n"
        );
    }
    let said = told("print/editions.yaml", &text);
    let said = said.lines().find(|line| line.contains("[P035")).unwrap();
    let end = "`C-1`, edition 1 (en-GB), 2 copies at A1000, 2 at A1001, 2 at A1002, 2 at A1003, 2 at A1004, 9,990 at 4,995 more \
               places [P035 copies-outdated]";
    assert!(said.ends_with(end), "{said}");
}
