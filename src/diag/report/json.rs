//! Findings as JSON, for other programs. The shape is fixed: keys are added, never renamed.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::diag::unseen::in_json;
use crate::diag::{Diagnostic, FindingKind, Sources, Tally};

#[derive(Serialize)]
struct JsonReport<'a> {
    tool: Tool<'a>,
    summary: Summary,
    #[serde(flatten)]
    beside: Map<String, Value>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'static str,
    version: &'static str,
    act_rules: Vec<&'a str>,
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    info: usize,
    files: usize,
    #[serde(flatten)]
    more: Map<String, Value>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    rule: &'static str,
    level: &'static str,
    outcome: &'static str,
    message: &'a str,
    help: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    wcag: &'static [&'static str],
    act: &'static [&'static str],
    target: Option<&'a str>,
    html: Option<&'a str>,
    fix: Option<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    safe: bool,
    text: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Returns the findings as one JSON object; `kinds` are all that could have been found, `more` is added to the summary, and
/// `beside` stands beside it.
pub fn report(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    kinds: &[&'static FindingKind],
    more: Map<String, Value>,
    beside: Map<String, Value>,
) -> String {
    let tally = Tally::of(diagnostics);
    let mut act_rules: Vec<&str> = kinds.iter().flat_map(|kind| kind.act.iter().copied()).collect();
    act_rules.sort_unstable();
    act_rules.dedup();
    let report = JsonReport {
        tool: Tool { name: "handbill", version: env!("CARGO_PKG_VERSION"), act_rules },
        summary: Summary {
            error: tally.errors,
            warning: tally.warnings,
            info: tally.infos,
            files: sources.len(),
            more,
        },
        beside,
        findings: diagnostics.iter().map(|diagnostic| finding(diagnostic, sources)).collect(),
    };
    let text = serde_json::to_string_pretty(&report);
    text.map_or_else(|_| String::new(), |text| in_json(&text).into_owned() + "\n")
}

fn finding<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Finding<'a> {
    let source = sources.get(diagnostic.span.file);
    let (start, end) = (source.position(diagnostic.span.start), source.position(diagnostic.span.end));
    Finding {
        code: diagnostic.kind.code,
        rule: diagnostic.kind.name,
        level: diagnostic.severity.name(),
        outcome: if diagnostic.markup.as_ref().is_none_or(|markup| markup.sure) { "failed" } else { "cantTell" },
        message: &diagnostic.message,
        help: &diagnostic.help,
        file: &source.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        wcag: diagnostic.kind.wcag,
        act: diagnostic.kind.act,
        target: diagnostic.markup.as_ref().map(|markup| markup.target.as_str()),
        html: diagnostic.markup.as_ref().map(|markup| markup.html.as_str()),
        fix: diagnostic.fix.as_ref().map(|fix| {
            let (start, end) = (source.position(fix.span.start), source.position(fix.span.end));
            let (line, column, end_line, end_column) = (start.line, start.column, end.line, end.column);
            Change { safe: fix.safe, text: &fix.text, line, column, end_line, end_column }
        }),
    }
}
