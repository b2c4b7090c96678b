//! `handbill audit`: every rule's page is its test, and what the command prints, and its exit status.

use std::path::Path;

use handbill::audit::{self, Beside, Outcome};
use handbill::diag::report::plain;
use handbill::diag::{Diagnostic, Severity, Sources, Span};

use crate::kit::{Folder, stderr, stdout};
use crate::rules::blocks;

/// A page that nothing is wrong with.
const RIGHT: &str = "<!doctype html>\n<html lang=\"en\">\n<title>Opening hours</title>\n<main>\n<h1>Opening hours</h1>\n<p>We are open from 9am.</p>\n</main>\n";

/// What lies beside an example: every sound is ten seconds long.
struct Sounds;

impl Beside for Sounds {
    fn text(&self, _address: &str) -> Option<String> {
        None
    }

    fn bytes(&self, _address: &str) -> Option<Vec<u8>> {
        let mut bytes =
            b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0".to_vec();
        bytes.resize(80_000, 128);
        Some(bytes)
    }

    fn has(&self, address: &str) -> Option<bool> {
        Some(address != "/lost/")
    }

    fn known_as(&self, _address: &str) -> Option<String> {
        None
    }
}

/// Returns what a rule says of a page.
fn report(code: &str, html: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("page.html", html);
    let found = audit::look(html, &Sounds).found.into_iter().filter(|found| found.kind.code == code);
    let mut diagnostics: Vec<Diagnostic> = found
        .map(|found| {
            let span = Span::new(file, found.place.start, found.place.end);
            let mut diagnostic = Diagnostic::new(found.kind, span, found.message, found.help);
            if found.outcome == Outcome::CannotTell {
                diagnostic.severity = Severity::Info;
            }
            diagnostic
        })
        .collect();
    handbill::diag::sort(&mut diagnostics, &sources);
    plain::report(&diagnostics, &sources)
}

#[test]
fn every_page_shows_what_its_rule_does() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for kind in audit::kinds() {
        let found = blocks(kind.doc);
        let of = |info: &str| found.iter().find(|(known, _)| known == info).map(|(_, text)| text.as_str());
        let expected = of("text").unwrap_or("");
        let got = report(kind.code, of("html fail").unwrap_or_else(|| panic!("{} shows nothing wrong", kind.name)));
        assert!(got.contains(kind.code), "{}: the wrong example is not found:\n{got}", kind.name);
        if got != expected && update {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/audit/rules");
            let path = path.join(format!("{}.md", kind.name.replace('-', "_")));
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, text.replace(&format!("```text\n{expected}```"), &format!("```text\n{got}```")))
                .unwrap();
        } else if got != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- got\n{got}", kind.name));
        }
        let clean = report(kind.code, of("html pass").unwrap_or_else(|| panic!("{} shows nothing right", kind.name)));
        assert_eq!(clean, "", "{}: the right example is not right", kind.name);
    }
    assert!(wrong.is_empty(), "run with UPDATE_EXPECT=1 to take over:\n{}", wrong.join("\n"));
}

#[test]
fn a_right_page_has_no_issues_found_and_people_are_told_what_no_program_sees() {
    let folder = Folder::new();
    folder.write("site/index.html", RIGHT);
    let output = folder.run(&["audit", "site"]);
    let shown = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{shown}");
    assert!(shown.starts_with("no issues found in 1 page. What a program cannot see is for people:"), "{shown}");
}

#[test]
fn findings_name_the_place_the_element_and_the_rule_of_act() {
    let folder = Folder::new();
    folder.write("site/a.html", RIGHT.replace("<p>", "<img\n  src=x.png><p>"));
    folder.write("site/x.png", "a picture");
    let output = folder.run(&["audit", "site", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let found = &report["findings"][0];
    assert_eq!((&found["file"], &found["line"], &found["column"]), (&"a.html".into(), &6.into(), &1.into()));
    assert_eq!((&found["rule"], &found["act"]), (&"image-unnamed".into(), &serde_json::json!(["23a2a8"])));
    assert_eq!((&found["outcome"], &found["wcag"]), (&"failed".into(), &serde_json::json!(["1.1.1"])));
    assert_eq!((&found["target"], &found["html"]), (&"html > body > main > img".into(), &"<img src=x.png>".into()));
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert!(report["tool"]["act_rules"].as_array().unwrap().contains(&"23a2a8".into()));
    folder.write("known.json", stdout(&output));
    let output = folder.run(&["audit", "site", "--baseline", "known.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn style_sheets_beside_a_page_count_in_each_setting() {
    let folder = Folder::new();
    folder.write("site/a/index.html", RIGHT.replace("<main>", "<link rel=stylesheet href=../style.css><main>"));
    folder.write("site/style.css", "@media (prefers-color-scheme: dark) { p { color: #777; background: #222 } }");
    let shown = stdout(&folder.run(&["audit", "site", "--format", "plain"]));
    let line = "a/index.html:6:1: error: the contrast of #777777 on #222222 is 3.55 to 1 in dark mode, and 4.5 is needed \
                [H038 contrast-low]";
    assert!(shown.lines().any(|shown| shown == line), "{shown}");
    let folder = Folder::new();
    folder.write("a.html", RIGHT.replace("<main>", "<link rel=stylesheet href=style.css><main>"));
    let output = folder.run(&["audit", "a.html"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stderr(&output).contains("asks for the style sheet `style.css`, which is not there"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_report_of_axe_core_is_laid_beside_ours() {
    let folder = Folder::new();
    let page = RIGHT.replace(
        "</main>",
        "<img src=a.png id=a>\n<img src=b.png>\n<p style=\"color:#aaa\">Pale</p>\n<b>x</b>\n</main>",
    );
    folder.write("a.html", page);
    for picture in ["a.png", "b.png"] {
        folder.write(picture, crate::kit::PNG);
    }
    let node = |target: &str| format!("{{ \"target\": [\"{target}\"], \"html\": \"\" }}");
    let rule = |id: &str, nodes: &[String]| format!("{{ \"id\": \"{id}\", \"nodes\": [{}] }}", nodes.join(","));
    let report = format!(
        "{{ \"url\": \"https://a.example/a.html\", \"violations\": [{}, {}], \"incomplete\": [{}] }}",
        rule("image-alt", &[node("#a")]),
        rule("region", &[node("b"), node("nothing-like-it")]),
        rule("color-contrast", &[node("p:nth-of-type(2)")]),
    );
    folder.write("axe.json", report);
    let output = folder.run(&["audit", "a.html", "--compare", "axe.json", "--format", "plain"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let expected = "Rules          Both  Handbill alone  axe-core alone\n\
                    contrast-low      0               1               0\n\
                    image-unnamed     1               1               0\n\
                    region            0               0               1\n\n\
                    Handbill alone:\n  \
                    a.html:9: contrast-low: html > body > main > p:nth-of-type(2) (axe-core: a person has to look)\n  \
                    a.html:8: image-unnamed: html > body > main > img:nth-of-type(2)\n\n\
                    axe-core alone:\n  \
                    a.html:10: region: b\n\n\
                    1 page compared. What both leave to a person is not counted.\n";
    assert_eq!(stdout(&output), expected);
    let json = stdout(&folder.run(&["audit", "a.html", "--compare", "axe.json", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let family =
        |name: &str| json["families"].as_array().unwrap().iter().find(|family| family["rules"] == name).unwrap();
    assert_eq!(family("contrast-low")["handbill"][0]["other_unsure"], serde_json::Value::Bool(true));
    assert_eq!((&json["pages"], &family("image-unnamed")["both"]), (&1.into(), &1.into()));
    for (text, why) in [("[]", "is no report of axe-core"), ("{ \"passes\": [] }", "is no report of axe-core")] {
        folder.write("axe.json", text);
        let output = folder.run(&["audit", "a.html", "--compare", "axe.json"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(why), "{}", stderr(&output));
    }
}

#[test]
fn what_is_no_page_is_told_plainly() {
    let folder = Folder::new();
    for (name, bytes, why) in [
        ("a.html", &b"%PDF-1.7\0\0"[..], "it is no HTML: it is a file for programs"),
        ("b.html", b"Dear all", "it is no HTML: it has no tag"),
        ("c.html", b"<meta charset=klingon-1>", "it says that it is in `klingon-1`, which nobody knows"),
    ] {
        folder.write(name, bytes);
        let output = folder.run(&["audit", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(stderr(&output).contains(why), "{}", stderr(&output));
    }
    let output = folder.run(&["audit", "missing.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("handbill: `missing.html` cannot be read: "), "{}", stderr(&output));
    let mut wide = vec![0xff, 0xfe];
    wide.extend(RIGHT.encode_utf16().flat_map(u16::to_le_bytes));
    folder.write("d.html", wide);
    assert_eq!(folder.run(&["audit", "d.html"]).status.code(), Some(0));
    let output = folder.run(&["audit", "d.html", "--rule", "contrast-lo"]);
    assert!(stderr(&output).contains("did you mean `contrast-low`?"), "{}", stderr(&output));
}

#[test]
fn hostile_pages_end() {
    for html in [
        "<div>".repeat(20_000),
        "<p><b class=x>".repeat(2000),
        "<a>".repeat(5000),
        format!("<p {}>", (0..100_000).map(|at| format!("a{at}=1 ")).collect::<String>()),
        format!("<style>{}{{color:red}}</style><p>x", vec!["a"; 100_000].join(",")),
        format!("<style>{}</style><p>x", ":not(".repeat(100_000)),
        format!("<p style='{}'>x", "(".repeat(100_000)),
        "<svg><![CDATA[".repeat(1000),
        "<table><tr><th>".repeat(500),
        "<p id=a aria-labelledby='a a a a'>".repeat(500),
        format!("<p id=t>{}", "<a aria-labelledby=t href=x>x".repeat(50)),
        "\u{0}<!---><template shadowrootmode=open><slot>".repeat(500),
    ] {
        let start = html.chars().take(40).collect::<String>();
        let looked = audit::look(&html, &Sounds);
        assert!(looked.found.len() < 300_000, "{start}");
    }
}
