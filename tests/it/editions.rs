//! Editions: what went to whom, and what of it has changed since.

use crate::kit::{Folder, stdout};

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
        ("content/_data/facts.yaml", facts.replace("85", "86"), "the fact `rj-satisfied` says something else now"),
        (
            "content/_data/contacts.yaml",
            contacts.replace("806100", "806101"),
            "the contact `office` says something else now",
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
    assert!(code == Some(1) && said.contains("  the leaflet is gone: ask for the copies back\n"), "{said}");
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
        "1 copy of C-1, edition 1, for Library: written down in print/editions.yaml\n"
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
