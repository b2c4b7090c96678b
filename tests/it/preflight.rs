//! `handbill preflight` as it is used: what it prints, and its exit status.

use crate::kit::{Folder, stderr, stdout};

#[test]
fn a_pdf_of_ours_is_looked_into_and_has_nothing_to_mend() {
    let folder = Folder::with_site();
    folder.write(
        "content/a.md",
        "---\ntitle: A plan\nsummary: What we plan.\nformats: [web, print]\n---\n## First\n\nWords.\n",
    );
    assert_eq!(folder.run(&["build"]).status.code(), Some(0));
    let output = folder.run(&["preflight", "public/a/a.pdf", "--text", "--tags", "--format", "plain"]);
    let shown = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{shown}");
    for line in ["  Title: A plan", "    H1 A plan", "      H2 First", "    Words.", "nothing to mend in 1 file"] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\nis not in\n{shown}");
    }
    let json = stdout(&folder.run(&["preflight", "public/a/a.pdf", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let document = &json["documents"][0];
    assert_eq!((&json["summary"]["error"], &document["file"]), (&0.into(), &"public/a/a.pdf".into()));
    assert_eq!((&document["tagged"], &document["title"]), (&true.into(), &"A plan".into()));
    assert_eq!(document["claims"], serde_json::json!(["PDF/UA-1", "PDF/A-2a"]));
    assert_eq!(document["headings"][1], serde_json::json!([2, "First"]));
}

#[test]
fn what_is_no_pdf_is_a_finding_and_what_is_not_there_an_error() {
    let folder = Folder::new();
    folder.write("a.pdf", "Dear all");
    let output = folder.run(&["preflight", "a.pdf", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let found = &json["findings"][0];
    assert_eq!((&found["code"], &found["file"]), (&"P007".into(), &"a.pdf".into()));
    assert_eq!(found["message"], "it cannot be looked into: it is no PDF");
    let missing = folder.run(&["preflight", "b.pdf"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).starts_with("handbill: `b.pdf` cannot be read: "), "{}", stderr(&missing));
}
