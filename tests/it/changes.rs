//! What changes for the public. A case is a file in `tests/fixtures/changes/`: files of a site, each after a line with where
//! it is: `== before PATH`, `== after PATH`, `== both PATH`; `== gone PATH` takes one away. Then `== report`, and the report
//! as a terminal shows it, and `== json`, and the report for programs, where that is wanted.

use std::path::Path;

use crate::kit::{self, Folder, stderr, stdout};

const AT: &str = "2026-11-22";

/// A file of one side, and what it is.
struct Piece {
    place: String,
    path: String,
    text: String,
}

fn pieces(case: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in case.lines() {
        if let Some(head) = line.strip_prefix("== ") {
            let (place, path) = head.split_once(' ').unwrap_or((head, ""));
            pieces.push(Piece { place: place.to_string(), path: path.to_string(), text: String::new() });
        } else if let Some(piece) = pieces.last_mut() {
            piece.text += &format!("{line}\n");
        }
    }
    pieces
}

fn built(folder: &Folder, out: &str) {
    let output = folder.run(&["build", "--at", AT, "--out", out, "--quiet"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

/// Returns what `changes` says in a format.
fn said(folder: &Folder, since: &str, format: &str) -> String {
    let output = folder.run(&["changes", "--since", since, "--at", AT, "--format", format]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    stdout(&output)
}

fn laid_out(pieces: &[Piece], places: &[&str], folder: &Folder) {
    for piece in pieces.iter().filter(|piece| places.contains(&piece.place.as_str())) {
        if piece.place == "gone" {
            std::fs::remove_file(folder.path().join(&piece.path)).unwrap();
        } else {
            folder.write(&piece.path, &piece.text);
        }
    }
}

#[test]
fn each_case_is_told_as_it_is_written() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let mut seen = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/changes");
    for entry in std::fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let case = std::fs::read_to_string(&path).unwrap();
        let pieces = pieces(&case);
        let folder = Folder::with_site();
        folder.write("content/door.png", kit::PNG);
        folder.write("content/form.pdf", "%PDF-1.4 one");
        laid_out(&pieces, &["both", "before"], &folder);
        built(&folder, "before");
        folder.write("content/form.pdf", "%PDF-1.4 two");
        laid_out(&pieces, &["both", "after", "gone"], &folder);
        let mut now = String::new();
        for piece in &pieces {
            let text = match piece.place.as_str() {
                "report" => said(&folder, "before", "text"),
                "json" => said(&folder, "before", "json"),
                _ => piece.text.clone(),
            };
            now += &format!("{}\n{text}", format!("== {} {}", piece.place, piece.path).trim_end());
        }
        if update {
            std::fs::write(&path, &now).unwrap();
        } else if now != case {
            wrong.push(format!("{}:\n{now}", path.display()));
        }
        seen += 1;
    }
    assert!(seen >= 5 && wrong.is_empty(), "run with UPDATE_EXPECT=1 and read the difference:\n{}", wrong.join("\n"));
}

#[test]
fn two_builds_alike_change_nothing_nor_does_another_theme() {
    let folder = Folder::with_site();
    folder.write("content/door.png", kit::PNG);
    folder.write("content/page.md", format!("{}See ![a door](door.png) and [home](index.md).\n", kit::FRONT));
    let summary = folder.run(&["build", "--at", AT, "--out", "before", "--summary", "before.json", "--quiet"]);
    assert_eq!(summary.status.code(), Some(0), "{}", stderr(&summary));
    let nothing = "Nothing changes for the public.\nNothing will change by itself.\n";
    for since in ["before", "before.json"] {
        assert_eq!(said(&folder, since, "plain"), nothing, "{since}");
    }
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic");
    let base = std::fs::read_to_string(themes.join("templates/base.html")).unwrap();
    let other = base.replace(
        "<main id=\"main\" tabindex=\"-1\">",
        "<main id=\"main\" tabindex=\"-1\"><div class=\"mine\"><section>",
    );
    let other = other.replace("</main>", "</section></div></main>").replace("<body", "<body data-mine=\"1\"");
    assert_ne!(other, base);
    folder.write("themes/civic/templates/base.html", other);
    folder.write(
        "themes/civic/style.css",
        ":root { color-scheme: light } body { margin: 3em; color: #111; background: #fff; }\n",
    );
    for since in ["before", "before.json"] {
        assert_eq!(said(&folder, since, "plain"), nothing, "{since}");
    }
    let json: serde_json::Value = serde_json::from_str(&said(&folder, "before", "json")).unwrap();
    assert_eq!(json["nothing"], serde_json::Value::Bool(true));
}

#[test]
fn the_sheet_is_one_file_that_asks_for_nothing() {
    let folder = Folder::with_site();
    folder.write("content/page.md", format!("{}We <3 you & yours. Call 01707 806100.\n", kit::FRONT));
    built(&folder, "before");
    folder.write("content/page.md", format!("{}We <4 you & yours. Call 01707 806101.\n", kit::FRONT));
    let run = |html: &str| folder.run(&["changes", "--since", "before", "--at", AT, "--html", html]);
    assert_eq!(run("sheet.html").status.code(), Some(0));
    let sheet = std::fs::read_to_string(folder.path().join("sheet.html")).unwrap();
    for part in ["<del>&lt;3</del>", "<ins>&lt;4</ins>", "you &amp; yours", "01707 806100 → 01707 806101", "Signature"]
    {
        assert!(sheet.contains(part), "{part}: {sheet}");
    }
    for part in ["<script", "src=", "href=", "url(", "http://"] {
        assert!(!sheet.contains(part), "{part}");
    }
    // The sheet of yesterday is written over, and nothing else is.
    assert_eq!(run("sheet.html").status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(folder.path().join("sheet.html")).unwrap(), sheet);
    let output = run("site.toml");
    let why = "handbill: `site.toml` is there already and is something else; name another file\n";
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(2), why));
}

#[test]
fn what_is_no_earlier_output_is_told_in_a_sentence() {
    let folder = Folder::with_site();
    let page = "<!doctype html><html lang=en><title>A</title><main><h1>A</h1></main></html>";
    folder.write("empty/a.txt", "a");
    folder.write("foreign/index.html", "<p>Hello");
    folder.write("encoded/index.html", b"\xff\xfe<main>");
    folder.write("deep/index.html", "<div>".repeat(5_000));
    folder.write("large/index.html", vec![b' '; 16_000_001]);
    folder.write("ours/index.html", page);
    folder.write("ours/google123.html", "google-site-verification: google123.html");
    folder.write("old.json", "{\"form\":\"handbill-summary\",\"version\":99}");
    folder.write("other.json", "{}");
    folder.write("broken.json", "{\"form\":\"handbill-summary\",\"version\":1,\"pages\":7}");
    let mut cases = vec![
        ("nowhere", "`nowhere` cannot be read: it is not there"),
        ("empty", "`empty` has no page in it: name the folder that `handbill build` wrote"),
        ("foreign", "`foreign/index.html` cannot be read: it has no `<main>`, so it is no page that Handbill made"),
        ("encoded", "`encoded/index.html` cannot be read: it is not written in UTF-8"),
        ("deep", "`deep/index.html` cannot be read: its HTML cannot be followed"),
        ("large", "`large/index.html` cannot be read: it is larger than 16 MB"),
        (
            "old.json",
            "`old.json` cannot be read: it is a summary of form 99, and this Handbill reads form 1: name the old output folder instead",
        ),
        ("other.json", "`other.json` cannot be read: it is no summary that `handbill build --summary` wrote"),
        ("broken.json", "`broken.json` cannot be read: it is damaged at line 1, column 48"),
    ];
    if cfg!(unix) {
        folder.write("looped/index.html", page);
        #[cfg(unix)]
        std::os::unix::fs::symlink(".", folder.path().join("looped/again")).unwrap();
        cases.push(("looped", "`looped/again` cannot be read: it is a link to a folder that holds it"));
    }
    for (since, why) in cases {
        let output = folder.run(&["changes", "--since", since, "--at", AT]);
        assert_eq!((output.status.code(), stderr(&output)), (Some(2), format!("handbill: {why}\n")));
    }
    let output = folder.run(&["changes", "--since", "ours", "--at", AT]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn a_site_with_an_error_changes_nothing_yet() {
    let folder = Folder::with_site();
    built(&folder, "before");
    folder.write("content/page.md", format!("{}[Away](nowhere.md)\n", kit::FRONT));
    let output = folder.run(&["changes", "--since", "before", "--at", AT]);
    let why = "handbill: the site has 1 error, so a build publishes nothing; `handbill check` shows them\n";
    assert_eq!((output.status.code(), stdout(&output).as_str(), stderr(&output).as_str()), (Some(1), "", why));
}
