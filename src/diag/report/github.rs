//! Workflow commands, which GitHub shows beside the changed lines. Source: GitHub documentation, workflow commands.

use std::fmt::Write;

use crate::diag::unseen::visible;
use crate::diag::{Diagnostic, Severity, Sources};

/// Returns the findings as workflow commands.
pub fn report(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let source = sources.get(diagnostic.span.file);
        let (start, end) = (source.position(diagnostic.span.start), source.position(diagnostic.span.end));
        let place =
            format!("file={},line={},endLine={},col={}", escaped(&source.path), start.line, end.line, start.column);
        let title = format!("{} {}", diagnostic.kind.code, diagnostic.kind.name);
        let words = escaped(&format!("{}: {}", diagnostic.message, diagnostic.help)).replace("%2C", ",");
        let _ = writeln!(out, "::{command} {place},title={}::{words}", escaped(&title));
    }
    visible(&out).into_owned()
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace(',', "%2C")
}
