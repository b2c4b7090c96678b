//! The life of each kind of page. A case is a file in `tests/fixtures/kinds/`: files of a site, each after a line
//! `== path`; then moments, each after a line `at MOMENT`, and what the site says then: findings, or parts of files.
//!
//! `says FILE: words` demands words in a file that was made, `lacks FILE: words` that they are not in it, `no FILE` that
//! it was not made, `finds words` that a finding has them, `clean` that there is none, `free of errors` that none stops
//! publication, and `next MOMENT` that a build would differ from then on, and not before. HTML is compared without its tags.

use std::collections::BTreeMap;
use std::path::Path;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Instant, Moment, Zone};
use handbill::pipeline::{self, Options};
use serde_json::json;

use crate::kit;

/// Builds the small site with the case's files at a moment; returns its findings and what it made.
fn build(files: &Memory, at: &str) -> (String, BTreeMap<String, Vec<u8>>, String) {
    let instant = |zone: &Zone| match Moment::parse(at) {
        Some(moment) => zone.instant(moment),
        None => Instant::parse(at).unwrap(),
    };
    let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let site = reading.site.unwrap();
    let next = site.next_change.map_or("none".to_string(), |at| site.clock.zone.rfc3339(at));
    (plain::report(&reading.diagnostics, &reading.sources), made, next)
}

/// Returns a file's words: HTML without its tags, with single spaces.
fn words(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if !path.ends_with(".html") {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let out = out.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    out.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".").replace(" ,", ",")
}

fn judge(case: &str, text: &str) -> Vec<String> {
    let mut files = kit::site();
    let mut at: Option<(String, BTreeMap<String, Vec<u8>>, String)> = None;
    let mut file: Option<(String, String)> = None;
    let mut wrong = Vec::new();
    let mut demands = 0;
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("== ") {
            if let Some((path, text)) = file.replace((path.to_string(), String::new())) {
                files.add(&path, text);
            }
        } else if let Some(moment) = line.strip_prefix("at ").filter(|rest| rest.starts_with("20")) {
            if let Some((path, text)) = file.take() {
                files.add(&path, text);
            }
            at = Some(build(&files, moment));
        } else if let Some((_, text)) = &mut file {
            text.push_str(line);
            text.push('\n');
        } else if let Some((found, made, next)) = &at
            && !line.is_empty()
        {
            demands += 1;
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (path, wanted) = rest.split_once(": ").unwrap_or((rest, ""));
            let said = made.get(path).map(|bytes| words(path, bytes));
            let holds = match verb {
                "says" => said.as_ref().is_some_and(|said| said.contains(wanted)),
                "lacks" => said.as_ref().is_some_and(|said| !said.contains(wanted)),
                "no" => said.is_none(),
                "finds" => found.contains(rest),
                "clean" => found.is_empty(),
                "free" => !found.contains(": error: "),
                "next" => next == rest,
                other => panic!("{case}: `{other}` is no demand"),
            };
            if !holds {
                let got = match verb {
                    "finds" | "clean" | "free" => found.clone(),
                    "next" => next.clone(),
                    _ => said.unwrap_or_default(),
                };
                wrong.push(format!("{case}: {line}\n--- got\n{got}"));
            }
        }
    }
    assert!(demands > 0, "{case} demands nothing");
    wrong
}

#[test]
fn pages_live_as_their_dates_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds");
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 8, "the cases are gone");
    let judged =
        |path: &std::path::PathBuf| judge(&path.display().to_string(), &std::fs::read_to_string(path).unwrap());
    let wrong: Vec<String> = cases.iter().flat_map(judged).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Returns one JSON file that a case makes, for a publisher with these settings.
fn made(case: &str, at: &str, path: &str, organisation: &str) -> serde_json::Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds");
    let text = std::fs::read_to_string(folder.join(case)).unwrap();
    let mut files = kit::site();
    let settings = kit::SITE_TOML;
    files.add("site.toml", format!("{settings}[publish]\nalso = [\"office.png\"]\n[organisation]\n{organisation}"));
    let sources = text.split("\nat 20").next().unwrap();
    for part in sources.split("== ").skip(1) {
        let (name, text) = part.split_once('\n').unwrap();
        files.add(name, text);
    }
    let (_, made, _) = build(&files, at);
    serde_json::from_slice(&made[path]).unwrap()
}

fn wrong_by(schema: &str, value: &serde_json::Value) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schemas");
    let schema = serde_json::from_str(&std::fs::read_to_string(folder.join(schema)).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{error} at {}", error.instance_path())).collect()
}

fn valid(schema: &str, value: &serde_json::Value) {
    let wrong = wrong_by(schema, value);
    assert!(wrong.is_empty(), "{}\n{value:#}", wrong.join("\n"));
}

/// What a publisher may say of its open data.
const OPEN: &str = "identifier = \"GB-GOR-PC100\"\ndata_licence = \"https://licence.example/3/\"\n";

const LEGAL_BASIS: &str =
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_legalBasis_extension/master/extension.json";
const UNITED_KINGDOM: &str = "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json";

#[test]
fn releases_fit_the_open_contracting_schema() {
    for (at, published) in [
        ("2026-11-01", "2026-11-01T00:00:00Z"),
        ("2026-12-14T17:00", "2026-12-14T17:00:00Z"),
        ("2027-02-02", "2027-02-01T00:00:00Z"),
        ("2027-08-01", "2027-06-30T23:00:00Z"),
    ] {
        let package = made("notice.txt", at, "advocacy/release.json", OPEN);
        valid("ocds-release.json", &package);
        assert_eq!(package["releases"][0]["ocid"], "ocds-b5fd17-0042");
        assert_eq!(package["publishedDate"], published, "{at}");
        assert_eq!(package["releases"][0]["date"], published, "{at}");
        assert_eq!(package["extensions"], json!([LEGAL_BASIS, UNITED_KINGDOM]), "{at}");
        assert_eq!(package["publisher"]["uid"], "PC100");
        assert_eq!(package["publisher"]["scheme"], "GB-GOR");
        assert_eq!(package["license"], "https://licence.example/3/");
    }
    let own = made("notice_without_ocid.txt", "2026-11-22", "beacon/release.json", "");
    valid("ocds-release.json", &own);
    assert!(!own.to_string().contains("\"ocds-"), "a prefix was made up: {own:#}");
    assert_eq!(own.get("license"), None, "a licence was made up: {own:#}");
    assert_eq!(own["publisher"].get("uid"), None, "a number was made up: {own:#}");
}

#[test]
fn a_release_without_its_package_does_not_fit() {
    let package = made("notice.txt", "2026-11-22", "advocacy/release.json", OPEN);
    assert!(!wrong_by("ocds-release.json", &package["releases"][0]).is_empty());
}

#[test]
fn awards_fit_the_360giving_schema() {
    let package = made("funding.txt", "2026-11-22", "grants/awards.json", OPEN);
    valid("360giving.json", &package);
    assert_eq!(package["license"], "https://licence.example/3/");
    let bare = made("funding.txt", "2026-11-22", "grants/awards.json", "");
    valid("360giving.json", &bare);
    assert_eq!(bare.get("license"), None, "a licence was made up: {bare:#}");
}
