//! Findings as SARIF, which code hosts and editors read. Source: OASIS SARIF 2.1.0.

use serde_json::{Value, json};

use crate::diag::unseen::in_json;
use crate::diag::{Diagnostic, FindingKind, Severity, Sources, Span};

/// Returns the findings as one SARIF log; `kinds` are all that could have been found.
pub fn report(diagnostics: &[Diagnostic], sources: &Sources, kinds: &[&'static FindingKind]) -> String {
    let results: Vec<Value> = diagnostics.iter().map(|found| result(found, sources, kinds)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "handbill",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": kinds.iter().map(|kind| rule(kind)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&log);
    text.map_or_else(|_| String::new(), |text| in_json(&text).into_owned() + "\n")
}

fn rule(kind: &FindingKind) -> Value {
    json!({
        "id": kind.code,
        "name": kind.name,
        "shortDescription": { "text": kind.summary() },
        "help": { "text": kind.doc, "markdown": kind.doc },
        "defaultConfiguration": { "level": level(kind.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(found: &Diagnostic, sources: &Sources, kinds: &[&'static FindingKind]) -> Value {
    let related: Vec<Value> = found
        .labels
        .iter()
        .map(|label| {
            let mut place = location(label.span, sources);
            place["message"] = json!({ "text": label.text });
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": found.kind.code,
        "level": level(found.severity),
        "message": { "text": format!("{}. Help: {}.", found.message, found.help) },
        "locations": [location(found.span, sources)],
    });
    if let Some(index) = kinds.iter().position(|kind| kind.code == found.kind.code) {
        result["ruleIndex"] = json!(index);
    }
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    if let Some(fix) = &found.fix {
        result["fixes"] = json!([{
            "description": { "text": found.help },
            "artifactChanges": [{
                "artifactLocation": artifact(fix.span, sources),
                "replacements": [{
                    "deletedRegion": region(fix.span, sources),
                    "insertedContent": { "text": fix.text },
                }],
            }],
        }]);
    }
    result
}

fn location(span: Span, sources: &Sources) -> Value {
    json!({ "physicalLocation": { "artifactLocation": artifact(span, sources), "region": region(span, sources) } })
}

fn artifact(span: Span, sources: &Sources) -> Value {
    json!({ "uri": sources.get(span.file).path.replace(' ', "%20"), "uriBaseId": "SRCROOT" })
}

fn region(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.file);
    let (start, end) = (source.position(span.start), source.position(span.end));
    json!({
        "startLine": start.line, "startColumn": start.column,
        "endLine": end.line, "endColumn": end.column,
    })
}
