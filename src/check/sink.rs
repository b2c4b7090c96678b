//! Where a rule says what it found. The site's levels are applied here, so that no rule knows of them.

use crate::config::{Config, Level};
use crate::diag::{Diagnostic, FileId, FindingKind, Fix, Sources, Span};

/// What one rule has found.
pub struct Sink<'a> {
    kind: &'static FindingKind,
    config: &'a Config,
    sources: &'a Sources,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Sink<'a> {
    /// Returns a report of one rule, which adds to `found`.
    pub fn new(
        kind: &'static FindingKind,
        config: &'a Config,
        sources: &'a Sources,
        found: &'a mut Vec<Diagnostic>,
    ) -> Sink<'a> {
        Sink { kind, config, sources, found }
    }

    /// Returns whether the rule is off in a file, so that it need not look.
    pub fn is_off(&self, file: FileId) -> bool {
        self.level(file) == Level::Off
    }

    fn level(&self, file: FileId) -> Level {
        let path = &self.sources.get(file).path;
        let path = path.strip_prefix("content/").unwrap_or(path);
        self.config.checks.level(self.kind.name, self.kind.severity, path)
    }

    /// Adds a finding: a fact in the author's words, and what to do about it.
    pub fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.push(Diagnostic::new(self.kind, span, message, help));
    }

    /// Adds a finding with all its parts.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if let Level::At(severity) = self.level(diagnostic.span.file) {
            diagnostic.severity = severity;
            self.found.push(diagnostic);
        }
    }

    /// Adds a finding that can be mended by putting `text` in the place of `part`.
    pub fn mend(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
        part: Span,
        text: impl Into<String>,
    ) {
        let mut diagnostic = Diagnostic::new(self.kind, span, message, help);
        diagnostic.fix = Some(Fix { span: part, text: text.into(), safe: true });
        self.push(diagnostic);
    }

    /// Returns a finding to which more can be added before it is [pushed](Sink::push).
    pub fn finding(&self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.kind, span, message, help)
    }

    /// Returns what the author wrote in a place.
    pub fn written(&self, span: Span) -> &'a str {
        self.sources.text(span)
    }

    /// Returns where something stands, in words for a message: "in `content/help.md`, line 9".
    pub fn place(&self, span: Span) -> String {
        let source = self.sources.get(span.file);
        format!("in `{}`, line {}", source.path, source.position(span.start).line)
    }

    /// Returns the whole text of a file.
    pub fn text(&self, file: FileId) -> &'a str {
        &self.sources.get(file).text
    }

    /// Returns the files that are of no page and no leaflet, and that readers see something of: settings and stores.
    pub fn settings(&self) -> impl Iterator<Item = FileId> + use<'a> {
        let shown = |path: &str| path == "site.toml" || path.starts_with("content/_data/");
        self.sources.iter().filter(move |(_, source)| shown(&source.path)).map(|(file, _)| file)
    }

    /// Returns what the author wrote on the same line before a place.
    pub fn written_before(&self, span: Span) -> &'a str {
        let before = self.sources.text(Span { start: 0, end: span.start, ..span });
        &before[before.rfind('\n').map_or(0, |at| at + 1)..]
    }

    /// Returns whether a place lies in the front matter of its file: between the first line `---` and the next.
    pub fn is_in_front_matter(&self, span: Span) -> bool {
        let before = self.sources.text(Span { start: 0, end: span.start, ..span });
        before.starts_with("---") && !before.lines().skip(1).any(|line| line.trim_end() == "---")
    }

    /// Adds a finding and, where it is known, the change that mends it.
    pub fn add_fixed(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>, fix: Option<Fix>) {
        let mut diagnostic = Diagnostic::new(self.kind, span, message, help);
        diagnostic.fix = fix;
        self.push(diagnostic);
    }
}
