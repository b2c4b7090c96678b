//! One line a finding, then its help: for pipes, editors and screen readers.

use std::fmt::Write;

use crate::diag::unseen::on_one_line as line;
use crate::diag::{Diagnostic, Sources};

/// Returns the findings as plain lines.
pub fn report(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let source = sources.get(diagnostic.span.file);
        let at = source.position(diagnostic.span.start);
        let (level, kind) = (diagnostic.severity.name(), diagnostic.kind);
        let place = format!("{}:{}:{}", line(&source.path), at.line, at.column);
        let _ = writeln!(out, "{place}: {level}: {} [{} {}]", line(&diagnostic.message), kind.code, kind.name);
        for label in &diagnostic.labels {
            let other = sources.get(label.span.file);
            let _ =
                writeln!(out, "  see {}:{}: {}", line(&other.path), other.position(label.span.start).line, label.text);
        }
        if !diagnostic.help.is_empty() {
            let _ = writeln!(out, "  help: {}", line(&diagnostic.help));
        }
    }
    out
}
