//! Letters and labels that ask for copies of a leaflet back.

use std::fmt::Write as _;

use handbill::preflight::{self, Report};

use crate::kit::{Folder, stderr, stdout};

const CARD: &str = "---\ntitle: A card\nsummary: Who to call.\nreference: C-1\nissued: 2026-01-01\nreview: 2027-01-01\n\
                    sheet: a5\n---\n\n::::panel\n# Call us\n\n:::contact office\n::::\n\n::::panel\n\
                    [85%](fact:rj-satisfied) said so. We listen.\n::::\n";

const TOML: &str = "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\", \"pl\", \
                    \"ur\"]\n[organisation]\nname = \"A made-up office\"\nphone = \"01438 100200\"\naddress = [\"9 High Street\", \
                    \"Ware\"]\n";

const HOLDERS: &str = "A library:\n  address: [2 High Street, Harpenden]\n  postcode: AL5 1AA\n  contact: The librarian\n\
                       A surgery:\n  address: |\n    3  High Street\n\nSomebody:\n  address: []\n";

/// Returns a site whose number has changed since copies went to three places.
fn site() -> Folder {
    let folder = Folder::with_site();
    folder.write("site.toml", TOML);
    folder.write("print/card.md", CARD);
    folder.write("print/holders.yaml", HOLDERS);
    for (to, copies) in [("A surgery", "200"), ("A library", "1"), ("A library", "20"), ("Somebody", "3")] {
        let arguments = ["edition", "issue", "C-1", "--to", to, "--copies", copies, "--at", "2026-11-22"];
        assert_eq!(folder.run(&arguments).status.code(), Some(0));
    }
    let contacts = std::fs::read_to_string(folder.path().join("content/_data/contacts.yaml")).unwrap();
    folder.write("content/_data/contacts.yaml", contacts.replace("01707 806100", "01707 806199"));
    folder
}

fn recall(folder: &Folder, more: &[&str]) -> (Option<i32>, String, String) {
    let output = folder.run(&[&["edition", "recall", "C-1", "--at", "2026-11-28"], more].concat());
    (output.status.code(), stdout(&output), stderr(&output))
}

fn bytes(folder: &Folder, path: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(path)).unwrap()
}

fn report(folder: &Folder, path: &str) -> Report {
    preflight::look(&bytes(folder, path))
}

/// Returns what each letter says, from its sender on.
fn letters(report: &Report) -> Vec<String> {
    let text = report.text.replace('\u{a0}', " ");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let text = lines.join("\n");
    let heads = text.split("A made-up office\n9 High Street, Ware\n01438 100200\n").skip(1);
    heads.map(|letter| letter.trim().to_string()).collect()
}

#[test]
fn each_who_has_copies_is_told_what_was_and_what_is() {
    let folder = site();
    let (code, said, _) = recall(&folder, &["--out", "out"]);
    assert_eq!(code, Some(0));
    assert_eq!(
        said.replace('\\', "/"),
        "224 copies asked for, in 3 letters and 2 labels\nout/recall-C-1-2026-11-28-letters.pdf\n\
         out/recall-C-1-2026-11-28-labels.pdf\nprint/holders.yaml has no address of Somebody: bring the letters by hand\n"
    );
    let looked = report(&folder, "out/recall-C-1-2026-11-28-letters.pdf");
    assert!(looked.findings.is_empty(), "{:?}", looked.findings);
    let [library, surgery, somebody] = letters(&looked).try_into().unwrap();
    assert_eq!(
        library,
        "The librarian\nA library\n2 High Street\nHarpenden\nAL5 1AA\n28 November 2026\nPlease stop giving out C-1, A card\n\
         You have copies of this leaflet from us. Thank you for giving it to people.\nWhat you have\n\
         • 1 copy, edition 1, English, sent on 22 November 2026\n• 20 copies, edition 1, English, sent on 22 November 2026\n\
         What has changed\n• The office, telephone. Old: 01707 806100. New: 01707 806199.\nWhat to do\n\
         1. Stop giving these copies out today.\n2. Take them off shelves, racks and desks, and recycle them.\n\
         3. Print the new one from www.example.org/leaflets, or ask us for copies.\n\
         4. Tell us when it is done, and how many you had left.\n\
         If you have a question, call 01438 100200 or write to 9 High Street, Ware.\nA made-up office"
    );
    assert!(surgery.starts_with("A surgery\n3 High Street\n28 November 2026\n"), "{surgery}");
    assert!(somebody.starts_with("Somebody\n28 November 2026\n"), "{somebody}");
    let labels = report(&folder, "out/recall-C-1-2026-11-28-labels.pdf");
    assert!(labels.findings.is_empty(), "{:?}", labels.findings);
    let lines: Vec<&str> = labels.text.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(
        lines,
        ["The librarian", "A library", "2 High Street", "Harpenden", "AL5 1AA", "A surgery", "3 High Street"]
    );
}

#[test]
fn the_same_day_gives_the_same_bytes_and_nothing_is_written_over() {
    let folder = site();
    assert_eq!(recall(&folder, &["--out", "one"]).0, Some(0));
    assert_eq!(recall(&folder, &["--out", "two"]).0, Some(0));
    for name in ["letters", "labels"] {
        let path = format!("recall-C-1-2026-11-28-{name}.pdf");
        assert_eq!(bytes(&folder, &format!("one/{path}")), bytes(&folder, &format!("two/{path}")));
    }
    folder.write("two/recall-C-1-2026-11-28-labels.pdf", "mine");
    std::fs::remove_file(folder.path().join("two/recall-C-1-2026-11-28-letters.pdf")).unwrap();
    let (code, said, why) = recall(&folder, &["--out", "two"]);
    assert!(code == Some(2) && said.is_empty() && why.contains("labels.pdf` is there already; move it away"), "{why}");
    assert_eq!(bytes(&folder, "two/recall-C-1-2026-11-28-labels.pdf"), b"mine");
    assert!(!folder.path().join("two/recall-C-1-2026-11-28-letters.pdf").exists(), "half of it is nothing");
    assert_eq!(recall(&folder, &["--out", "two", "--force"]).0, Some(0));
    assert_ne!(bytes(&folder, "two/recall-C-1-2026-11-28-labels.pdf"), b"mine");
}

#[test]
fn what_needs_no_letter_is_told_in_a_sentence() {
    let folder = site();
    let said = |arguments: &[&str]| {
        let output = folder.run(&[&["edition", "recall"], arguments, &["--at", "2026-11-28"]].concat());
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    assert!(said(&["C-2"]).contains("there is no leaflet `C-2`; did you mean `C-1`?"));
    assert!(
        said(&["C-1", "--lang", "fr"]).contains("`fr` is not a language of this site; there are: en-GB, cy, pl, ur")
    );
    folder.write("print/other.md", CARD.replace("C-1", "D-5"));
    assert!(said(&["D-5"]).contains("nobody has copies of `D-5`: `handbill edition issue` writes down who has"));
    let issue = ["edition", "issue", "D-5", "--to", "A library", "--copies", "7", "--at", "2026-11-22"];
    assert_eq!(folder.run(&issue).status.code(), Some(0));
    assert!(
        said(&["D-5"])
            .contains("nothing that the copies of `D-5` say has changed; `--all` writes letters all the same")
    );
    let all = folder.run(&["edition", "recall", "D-5", "--all", "--at", "2026-11-28"]);
    assert!(stdout(&all).starts_with("7 copies asked for, in 1 letter and 1 label\n"), "{}", stderr(&all));
    let text = report(&folder, "recall-D-5-2026-11-28-letters.pdf").text;
    assert!(text.contains("Please stop giving out D-5") && !text.contains("What has changed"), "{text}");
    folder.write("print/editions.yaml", "- reference: C-1\n");
    assert!(said(&["C-1"]).contains("`print/editions.yaml` cannot be understood: line 1: `copies` is missing"));
}

#[test]
fn letters_are_written_in_each_language_of_the_site() {
    let folder = site();
    for (lang, words) in [("cy", "Beth i’w wneud"), ("pl", "200 egzemplarzy, wydanie 1"), ("ur", "کیا کرنا ہے")]
    {
        assert_eq!(recall(&folder, &["--out", lang, "--lang", lang]).0, Some(0));
        let looked = report(&folder, &format!("{lang}/recall-C-1-2026-11-28-letters.pdf"));
        assert!(looked.findings.is_empty(), "{lang}: {:?}", looked.findings);
        assert!(looked.text.contains(words), "{lang}: {}", looked.text);
        assert_eq!(looked.facts.pages.len(), 3, "{lang}");
    }
}

/// A letter in one language quotes a title, a language's name and a contact's name in others: each is marked as what it is.
#[test]
fn words_that_a_letter_quotes_keep_their_language() {
    let folder = site();
    for (lang, expected) in
        [("en-GB", &[][..]), ("cy", &["\"A card\"", "\"English\"", "\"English\"", "\"The office\""][..])]
    {
        assert_eq!(recall(&folder, &["--out", lang, "--lang", lang]).0, Some(0));
        let tags = report(&folder, &format!("{lang}/recall-C-1-2026-11-28-letters.pdf")).tags;
        let first = tags.split("Sect").nth(1).expect("a letter");
        let marked: Vec<&str> =
            first.lines().filter_map(|line| line.trim().strip_prefix("Span Lang=\"en-GB\" ")).collect();
        assert_eq!(marked, expected, "{lang}\n{first}");
    }
}

#[test]
fn a_leaflet_that_is_gone_is_asked_for_without_another_in_its_place() {
    let folder = site();
    std::fs::remove_file(folder.path().join("print/card.md")).unwrap();
    assert_eq!(recall(&folder, &[]).0, Some(0));
    let text = report(&folder, "recall-C-1-2026-11-28-letters.pdf").text;
    assert!(text.contains("Please stop giving out C-1\n"), "{text}");
    assert!(text.contains("We do not make this leaflet any more.") && !text.contains("Print the new one"), "{text}");
}

#[test]
fn copies_that_tell_a_story_are_destroyed_and_the_story_is_not_named() {
    let folder = site();
    let editions = std::fs::read_to_string(folder.path().join("print/editions.yaml")).unwrap();
    folder.write("print/editions.yaml", editions + "  stories: [victims/jane-of-ware.md]\n");
    assert_eq!(recall(&folder, &[]).0, Some(0));
    let looked = report(&folder, "recall-C-1-2026-11-28-letters.pdf");
    let [library, _, somebody] = letters(&looked).try_into().unwrap();
    assert!(somebody.contains("• It tells a story that we may not tell any more.\n"), "{somebody}");
    assert!(
        somebody.contains("Tear them up, or send them back to us") && !library.contains("Tear them up"),
        "{somebody}"
    );
    assert!(!looked.text.contains("jane"), "{somebody}");
}

#[test]
fn an_address_without_room_is_told_and_no_line_of_it_is_lost() {
    let folder = site();
    let long = "A surgery:\n  contact: The practice manager\n  address: [One, Two, Three, Four, Five, Six, Seven]\n  postcode: AL5 1AA\n";
    let wide = format!("A library:\n  address: [\"{}\"]\n", "x".repeat(9_000));
    folder.write(
        "print/holders.yaml",
        format!("{long}{wide}Somebody:\n  address: [1 High Street, \"\u{2a700} Road\"]\n"),
    );
    let (code, said, _) = recall(&folder, &[]);
    assert_eq!(code, Some(0));
    let told: Vec<&str> = said.lines().filter(|line| line.contains("[P0")).collect();
    let long = |line: u32, who: &str, place: &str| {
        let what = format!("the address of `{who}` is longer than {place} has room for [P038 address-too-long]");
        format!("print/holders.yaml:{line}:1: warning: {what}")
    };
    let (window, label) = ("the window of an envelope", "a label");
    assert_eq!(
        told,
        [
            long(1, "A surgery", label),
            long(1, "A surgery", window),
            long(5, "A library", label),
            long(5, "A library", window),
            "print/holders.yaml:7:1: error: no font has the character `\u{2a700}` (U+2A700) [P005 missing-character]"
                .to_string(),
        ]
    );
    assert!(said.contains("224 copies asked for, in 3 letters and 1 label\n"), "{said}");
    let looked = report(&folder, "recall-C-1-2026-11-28-letters.pdf");
    assert!(looked.text.contains("Seven\nAL5 1AA\n"), "{}", looked.text);
    assert!(report(&folder, "recall-C-1-2026-11-28-labels.pdf").text.starts_with("Somebody\n1 High Street\n? Road"));
}

#[test]
fn many_letters_come_in_files_of_a_ream() {
    let folder = site();
    let (mut holders, mut editions) = (String::new(), String::new());
    for number in 0..501 {
        _ = writeln!(holders, "Place {number:03}:\n  address: [{number} High Street]");
        let entry = "edition: 1, issued: 2026-11-22, copies: 2, contacts: { office: { phone: \"1\" } }";
        _ = writeln!(editions, "- {{ reference: C-1, to: Place {number:03}, {entry} }}");
    }
    folder.write("print/holders.yaml", holders);
    folder.write("print/editions.yaml", editions);
    let (code, said, why) = recall(&folder, &[]);
    assert_eq!(code, Some(0), "{why}");
    assert_eq!(
        said,
        "1,002 copies asked for, in 501 letters and 501 labels\nrecall-C-1-2026-11-28-letters-1.pdf\n\
         recall-C-1-2026-11-28-letters-2.pdf\nrecall-C-1-2026-11-28-labels.pdf\n"
    );
    let last = report(&folder, "recall-C-1-2026-11-28-letters-2.pdf");
    assert!(last.facts.pages.len() == 1 && last.text.contains("Place 500"), "{}", last.text);
    assert_eq!(report(&folder, "recall-C-1-2026-11-28-labels.pdf").facts.pages.len(), 24);
}
