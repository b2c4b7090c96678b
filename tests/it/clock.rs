//! What the clock alone does to a site: what has to come down comes down when nobody is there, and what is to come is told
//! to nobody but whoever builds.

use serde_json::Value;

use crate::kit::{Folder, stderr, stdout};

const SENSITIVE: &str = "---\ntitle: Help after an assault\nsummary: What you can do.\nsensitive: true\nowner: Us\n\
                         review: 2026-11-30\n---\nWe can help you.\n";

const STORY: &str = "---\ntitle: How Anna got answers\nsummary: What happened to Anna.\nkind: case-study\nowner: Us\n\
                     consent: { reference: CS-12, scope: [web], given: 2026-01-01, expires: 2026-12-31, reviewer: Us }\n\
                     ---\nIt was a long year.\n";

const WAIVED: &str = "---\ntitle: Our news\nsummary: What is new.\nowner: Us\n---\n\
                      <!-- allow link-text-vague: the campaign calls it so, until 2026-12-15 -->\n[Click here](help.md).\n";

fn folder() -> Folder {
    let folder = Folder::with_site();
    folder.write("content/help.md", SENSITIVE);
    folder.write("content/story.md", STORY);
    folder.write("content/news.md", WAIVED);
    folder
}

fn status(folder: &Folder, args: &[&str]) -> (Option<i32>, String) {
    let output = folder.run(args);
    (output.status.code(), stdout(&output) + &stderr(&output))
}

#[test]
fn a_story_comes_down_whatever_has_fallen_due() {
    let folder = folder();
    let (code, said) = status(&folder, &["build", "--at", "2026-11-20"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(folder.path().join("public/story/index.html").exists());
    // The review is overdue and the waiver has expired, and nobody is there.
    let (code, said) = status(&folder, &["build", "--at", "2027-01-01"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!folder.path().join("public/story").exists(), "the story is still there");
    assert!(
        said.contains("warning: this page is sensitive, and its review was due on 30 November 2026 [A087"),
        "{said}"
    );
    assert!(said.contains("warning: this accepted `link-text-vague` until 2026-12-15 [A091"), "{said}");
    assert!(said.contains("content/news.md:7:1: warning: the link says `Click here`"), "{said}");
    // Somebody who looks is told of errors.
    let (code, said) = status(&folder, &["check", "--at", "2027-01-01"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("error: this page is sensitive, and its review was due"), "{said}");
    assert!(said.contains("error: this accepted `link-text-vague`"), "{said}");
    assert!(said.contains("warning: the consent to this case study ended on 31 December 2026"), "{said}");
}

#[test]
fn what_somebody_wrote_still_stops_a_build() {
    let folder = folder();
    folder.write(
        "content/bad.md",
        "---\ntitle: Bad\nsummary: It has a slip.\nowner: Us\n---\n[Nowhere in sight](gone.md)\n",
    );
    let (code, said) = status(&folder, &["build", "--at", "2027-01-01"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(!folder.path().join("public").exists());
}

#[test]
fn the_next_change_is_told_to_whoever_builds_and_to_nobody_else() {
    let folder = folder();
    folder.write(
        "content/soon.md",
        "---\ntitle: A secret\nsummary: Not yet.\nowner: Us\npublish_from: 2026-12-01T09:30\n---\nText.\n",
    );
    let next = |at: &str| stdout(&folder.run(&["next-change", "--at", at]));
    assert_eq!(next("2026-11-20"), "2026-12-01T09:30:00+00:00\n");
    assert_eq!(next("2026-12-01T09:30"), "2027-01-01T00:00:00+00:00\n");
    assert_eq!(next("2027-01-01"), "none\n");
    let json = |args: &[&str]| serde_json::from_str::<Value>(&stdout(&folder.run(args))).unwrap();
    let told = json(&["next-change", "--at", "2026-11-20", "--format", "json"]);
    assert_eq!(told["next_change"], "2026-12-01T09:30:00+00:00");
    assert_eq!(json(&["next-change", "--at", "2027-01-01", "--format", "json"])["next_change"], Value::Null);
    let built = json(&["build", "--at", "2026-11-20", "--format", "json"]);
    assert_eq!(built["next_change"], "2026-12-01T09:30:00+00:00", "{built:#}");
    assert_eq!(json(&["build", "--at", "2027-01-01", "--format", "json"])["next_change"], Value::Null);
    let said = status(&folder, &["build", "--at", "2026-11-20"]).1;
    assert!(said.contains("The next change by itself: 2026-12-01T09:30:00+00:00"), "{said}");
    assert!(status(&folder, &["build", "--at", "2027-01-01"]).1.contains("Nothing will change by itself."));
    folder.run(&["build", "--at", "2026-11-20T08:15"]);
    assert!(!folder.path().join("public/next-change.txt").exists());
    let built = std::fs::read_to_string(folder.path().join("public/built.txt")).unwrap();
    assert_eq!(built, "2026-11-20T08:15:00+00:00\n");
}

#[test]
fn readers_are_told_of_no_consent_and_of_no_page_to_come() {
    let folder = folder();
    folder.write(
        "content/soon.md",
        "---\ntitle: A secret\nsummary: Not yet.\nowner: Us\npublished: 2026-12-01\n---\nText.\n",
    );
    folder.write(
        "content/late.md",
        "---\ntitle: A page for a while\nsummary: It goes.\nowner: Us\nexpires: 2026-12-24\n---\nText.\n",
    );
    let (code, said) = status(&folder, &["build", "--at", "2026-11-20"]);
    assert_eq!(code, Some(0), "{said}");
    let list = std::fs::read_to_string(folder.path().join("public/what-changes-next/index.html")).unwrap();
    assert!(list.contains("A page for a while") && list.contains("24 December 2026"), "{list}");
    for secret in ["Anna", "2027", "A secret", "1 December"] {
        assert!(!list.contains(secret), "{secret}: {list}");
    }
}

#[test]
fn what_is_wrong_with_a_page_to_come_is_told_when_it_is_written() {
    let folder = folder();
    let soon = |title: &str, body: &str| {
        format!("---\ntitle: {title}\nsummary: Not yet.\nowner: Us\npublish_from: 2026-12-01\n---\n{body}\n")
    };
    folder.write("content/soon.md", soon("A secret", "## Here {#here}\n\nText.\n\n[Nowhere in sight](gone.md)"));
    folder.write(
        "content/way.md",
        "---\ntitle: The way\nsummary: It leads there.\nowner: Us\n---\n[To the secret part](soon.md#her)\n",
    );
    let (code, said) = status(&folder, &["check", "--at", "2026-11-20"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("content/soon.md:11:1: error: there is no file `gone.md` [A003"), "{said}");
    assert!(said.contains("content/way.md:6:1: error: the page has no heading `#her` [A003"), "{said}");
    folder.write("content/soon.md", soon("A secret", "## Here {#her}\n\nText."));
    let (code, said) = status(&folder, &["check", "--at", "2026-11-20"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("content/way.md:6:1: warning: `soon.md` is not published, because it is kept back until 1 December 2026, so these words stay"), "{said}");
}
