//! Where a rule says what it found. The site's levels are applied here, so that no rule knows of them.

use crate::config::{Config, Level};
use crate::diag::{Diagnostic, Fix, Kind, Sources, Span};

/// What one rule has found.
pub struct Report<'a> {
    kind: &'static Kind,
    config: &'a Config,
    sources: &'a Sources,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// Returns a report of one rule, which adds to `found`.
    pub fn new(
        kind: &'static Kind,
        config: &'a Config,
        sources: &'a Sources,
        found: &'a mut Vec<Diagnostic>,
    ) -> Report<'a> {
        Report { kind, config, sources, found }
    }

    /// Adds a finding: a fact in the author's words, and what to do about it.
    pub fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.push(Diagnostic::new(self.kind, span, message, help));
    }

    /// Adds a finding and, where it is known, the change that mends it.
    pub fn add_fixed(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>, fix: Option<Fix>) {
        let mut diagnostic = Diagnostic::new(self.kind, span, message, help);
        diagnostic.fix = fix;
        self.push(diagnostic);
    }

    /// Adds a finding with all its parts.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        let path = &self.sources.get(diagnostic.span.file).path;
        let path = path.strip_prefix("content/").unwrap_or(path);
        if let Level::At(severity) = self.config.checks.level(self.kind.name, self.kind.severity, path) {
            diagnostic.severity = severity;
            self.found.push(diagnostic);
        }
    }
}
