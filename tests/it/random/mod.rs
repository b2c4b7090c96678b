//! Random sites: whatever an author writes, nothing panics, and the same files give the same output. What fails is kept
//! as a file in `tests/fixtures/random/` that a person can read, and is tried again from then on. What ends the whole
//! program, such as an endless recursion, leaves its site in `target/tmp/`.

mod markdown;
mod yaml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handbill::check::{Summary, fix};
use handbill::content::files::Memory;
use handbill::content::mend::with_fixes;
use handbill::diag::report::{github, json, plain, sarif, snippet};
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options, Reading};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use unicode_normalization::UnicodeNormalization;

use crate::kit;

/// How many sites are tried. `HANDBILL_RANDOM=5000 cargo test random` tries more, and other ones.
const CASES: u32 = 48;

/// The line before each file of a kept case.
const MARK: &str = "==== ";

/// The files of a random site, besides those of `kit::site()`.
type Case = BTreeMap<String, String>;

#[test]
fn any_page_can_be_built() {
    let files = (yaml::page(), markdown::body(), markdown::body());
    let case = |(front, body, next): (String, String, String)| {
        let mut case = one("content/page.md", format!("{front}{body}"));
        case.extend(one("content/what-next.md", format!("{}## Next {{#next}}\n\n{next}", kit::FRONT)));
        case
    };
    try_out("page", &files.prop_map(case).boxed());
}

#[test]
fn any_leaflet_can_be_built() {
    let files = (yaml::leaflet(), markdown::panels(), markdown::body());
    let case = |(front, panels, body): (String, String, String)| {
        let mut case = one("print/leaflet.md", format!("{front}{panels}"));
        case.extend(one("content/what-next.md", format!("{}## Next {{#next}}\n\n{body}", kit::FRONT)));
        case
    };
    try_out("leaflet", &files.prop_map(case).boxed());
}

#[test]
fn any_store_can_be_read() {
    let files = (yaml::store("facts"), yaml::store("contacts"), yaml::store("glossary"), markdown::body());
    let case = |(facts, contacts, glossary, body): (String, String, String, String)| {
        let mut case = one("content/page.md", format!("{}{body}", kit::FRONT));
        case.extend(one("content/_data/facts.yaml", facts));
        case.extend(one("content/_data/contacts.yaml", contacts));
        case.extend(one("content/_data/glossary.yaml", glossary));
        case
    };
    try_out("store", &files.prop_map(case).boxed());
}

#[test]
fn what_failed_once_holds() {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty(), "the cases are gone");
    for path in cases {
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        if let Err(why) = holds(&read_case(&text)) {
            panic!("{}: {why}", path.display());
        }
    }
}

/// Picks one of some words, between which `¦` stands.
fn pick(words: &'static str) -> impl Strategy<Value = String> + Clone {
    select(words.split('¦').map(str::to_string).collect::<Vec<_>>())
}

fn one(path: &str, text: String) -> Case {
    std::iter::once((path.to_string(), text)).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/random")
}

/// Tries random cases, always the same ones; the smallest that fails is kept.
fn try_out(name: &str, cases: &BoxedStrategy<Case>) {
    let more: Option<u32> = std::env::var("HANDBILL_RANDOM").ok().and_then(|number| number.parse().ok());
    let mut seed = [7; 32];
    seed[..4].copy_from_slice(&more.unwrap_or(0).to_le_bytes());
    seed[4] = u8::try_from(name.len()).unwrap();
    let config = Config {
        cases: more.unwrap_or(CASES),
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("random-{name}.txt"));
    let result = runner.run(cases, |case| {
        std::fs::write(&now, write_case(&case)).unwrap();
        holds(&case).map_err(TestCaseError::fail)
    });
    match result {
        Ok(()) => {}
        Err(TestError::Abort(why)) => panic!("{why}"),
        Err(TestError::Fail(why, case)) => {
            let text = write_case(&case);
            let number = text.bytes().fold(5381_u32, |sum, byte| sum.wrapping_mul(33) ^ u32::from(byte));
            let path = folder().join(format!("{name}-{number:08x}.txt"));
            std::fs::write(&path, text).unwrap();
            panic!("{why}; the site is kept in {}", path.display());
        }
    }
}

fn write_case(case: &Case) -> String {
    case.iter().map(|(path, text)| format!("{MARK}{path}\n{text}\n")).collect()
}

fn read_case(text: &str) -> Case {
    let mut case = Case::new();
    for file in text.split(MARK).skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        case.insert(path.to_string(), text.strip_suffix('\n').unwrap_or(text).to_string());
    }
    case
}

/// Returns what is wrong with Handbill's answer to a case. It panics itself where Handbill does.
fn holds(case: &Case) -> Result<(), String> {
    let mut files = kit::site();
    for (path, text) in case {
        files.add(path, text.as_bytes());
    }
    let first = build(&files)?;
    let second = build(&files)?;
    if first.1 != second.1 {
        return Err("the findings differ from one run to the next".to_string());
    }
    let differs = first.0.iter().find(|(path, bytes)| second.0.get(*path) != Some(*bytes));
    match differs {
        Some((path, _)) => Err(format!("{path} differs from one run to the next")),
        None if first.0.len() != second.0.len() => Err("one run makes other files than the next".to_string()),
        None => Ok(()),
    }
}

/// Builds a site and shows its findings in every way.
fn build(files: &Memory) -> Result<(BTreeMap<String, Vec<u8>>, String), String> {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: true, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).map_err(|error| error.to_string())?;
    let Reading { site, sources, diagnostics } = &reading;
    let mut shown = plain::report(diagnostics, sources);
    shown.push_str(&snippet::report(diagnostics, sources, snippet::Style { colour: false, width: 100 }));
    let summary = serde_json::to_value(Summary::of(diagnostics, site.as_deref(), sources)).unwrap();
    shown.push_str(&json::report(
        diagnostics,
        sources,
        &pipeline::kinds(),
        summary.as_object().unwrap().clone(),
        serde_json::Map::new(),
    ));
    shown.push_str(&sarif::report(diagnostics, sources, &pipeline::kinds()));
    shown.push_str(&github::report(diagnostics, sources));
    for (id, source) in sources.iter() {
        let of_file = diagnostics.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| fix.span.file == id);
        let fixes = fix::chosen(&source.text, &of_file.collect::<Vec<_>>());
        // The same text, as an editor on another system stores it.
        let stored: String = source.text.replace('\n', "\r\n").nfd().collect();
        for bytes in [source.text.as_bytes(), stored.as_bytes()] {
            let fixed = with_fixes(bytes, &source.text, &fixes).ok_or("the fixes do not fit the file")?;
            shown.push_str(&String::from_utf8(fixed).map_err(|error| error.to_string())?);
        }
    }
    Ok((made, shown))
}
