//! Findings as EARL in JSON-LD, as implementers of W3C's ACT rules report them. Source: EARL 1.0 Schema; ACT rules, implementations.

use std::collections::BTreeMap;

use handbill::diag::unseen::in_json;
use handbill::diag::{Diagnostic, Sources};
use serde_json::{Value, json};

/// Returns one test subject for each page, with what was found on it.
pub fn report(found: &[Diagnostic], sources: &Sources) -> String {
    let mut pages: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (_, source) in sources.iter() {
        pages.entry(&source.path).or_default();
    }
    for found in found {
        let source = sources.get(found.span.file);
        pages.entry(&source.path).or_default().push(assertion(found, sources));
    }
    let graph: Vec<Value> = pages
        .into_iter()
        .map(|(page, assertions)| json!({ "@type": "TestSubject", "source": page, "assertions": assertions }))
        .collect();
    let assertor =
        json!({ "@type": "Software", "name": "handbill", "release": { "revision": env!("CARGO_PKG_VERSION") } });
    let report = json!({
        "@context": "https://act-rules.github.io/earl-context.json",
        "assertedThat": assertor,
        "@graph": graph,
    });
    let text = serde_json::to_string_pretty(&report);
    text.map_or_else(|_| String::new(), |text| in_json(&text).into_owned() + "\n")
}

fn assertion(found: &Diagnostic, sources: &Sources) -> Value {
    let place = sources.get(found.span.file).position(found.span.start);
    let (target, sure) = found.markup.as_ref().map_or(("", true), |markup| (markup.target.as_str(), markup.sure));
    let rules: Vec<String> = found
        .kind
        .act
        .iter()
        .map(|rule| format!("https://www.w3.org/WAI/standards-guidelines/act/rules/{rule}/"))
        .collect();
    let criteria: Vec<String> = found.kind.wcag.iter().map(|criterion| format!("WCAG22:{criterion}")).collect();
    json!({
        "@type": "Assertion",
        "mode": "earl:automatic",
        "test": {
            "@type": "TestCriterion",
            "title": found.kind.name,
            "url": rules.first(),
            "isPartOf": criteria,
        },
        "result": {
            "@type": "TestResult",
            "outcome": if sure { "earl:failed" } else { "earl:cantTell" },
            "info": found.message,
            "pointer": { "line": place.line, "column": place.column, "selector": target },
        },
    })
}
