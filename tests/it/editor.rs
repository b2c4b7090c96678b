//! What an editor would find: sentences with a fault, and right ones that look like it, in `fixtures/editor/`, one file a
//! subject. Each rule finds all the faults that its file lists, no more is found in right sentences, and what is missed or
//! wrongly found today is listed too, so that a gain or a loss is seen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use handbill::diag::Severity;
use serde::Deserialize;

use crate::kit;

/// The sentences of one rule.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Cases {
    /// Texts in which the rule finds a fault.
    wrong: Vec<String>,
    /// Texts in which no rule finds anything that must or should be mended.
    right: Vec<String>,
    /// Texts with a fault that the rule does not see.
    missed: Vec<String>,
    /// Right texts in which the rule sees a fault.
    alarms: Vec<String>,
}

/// Returns the names of the rules that find something that must or should be mended.
fn found(text: &str) -> Vec<String> {
    let front = if text.starts_with("---\n") { "" } else { kit::FRONT };
    let mut files = kit::site();
    // What names its sheet is a leaflet.
    let path = if text.contains("\nsheet: ") { "print/card.md" } else { "content/page.md" };
    files.add(path, format!("{front}{text}\n"));
    let reading = kit::read(&files);
    let told = reading.diagnostics.iter().filter(|finding| finding.severity != Severity::Info);
    told.map(|finding| finding.kind.name.to_string()).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures by rule are for people who change a rule")]
fn faults_are_found_and_right_sentences_are_left_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/editor");
    let (mut table, mut wrong) = (String::new(), String::new());
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let rules: BTreeMap<String, Cases> = serde_yaml::from_str(&text).unwrap();
        for (rule, cases) in rules {
            let finds = |text: &String| found(text).contains(&rule);
            for text in cases.wrong.iter().filter(|text| !finds(text)) {
                writeln!(wrong, "{rule} no longer finds: {text}").unwrap();
            }
            for text in cases.missed.iter().filter(|text| finds(text)) {
                writeln!(wrong, "{rule} finds, so it belongs under `wrong`: {text}").unwrap();
            }
            for text in cases.alarms.iter().filter(|text| !finds(text)) {
                writeln!(wrong, "{rule} leaves alone, so it belongs under `right`: {text}").unwrap();
            }
            for text in &cases.right {
                for other in found(text) {
                    writeln!(wrong, "{other} finds in what is right ({rule}): {text}").unwrap();
                }
            }
            let (hit, all) = (cases.wrong.len(), cases.wrong.len() + cases.missed.len());
            let (false_hits, right) = (cases.alarms.len(), cases.right.len() + cases.alarms.len());
            let precision = 100 * hit / (hit + false_hits).max(1);
            writeln!(
                table,
                "{rule:28} recall {hit:3}/{all:<3} precision {precision:3}% ({false_hits} of {right} right ones)"
            )
            .unwrap();
        }
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{table}\n{wrong}");
}
