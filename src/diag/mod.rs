//! What is wrong with a site, said so that its author can mend it: findings, their kinds, and where they stand.
//! How findings are shown lives in [`report`]; what is looked for lives with the layer that looks.

pub mod fault;
mod nearest;
mod reason;
pub mod report;
mod span;
pub mod unseen;

pub use nearest::{Guesses, nearest};
pub use reason::reason;
pub use span::{FileId, Names, Position, Source, Sources, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// It is published; somebody should look.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Returns the name used in reports and in `site.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// A kind of finding: one of the rules, or one of the ways in which a file cannot be read.
///
/// Kinds are constants, each with its page beside it; a code is never used twice.
#[derive(Debug, PartialEq, Eq)]
pub struct FindingKind {
    /// The code, such as `A001`. The letter is the layer: `A` checks, `B` braille, `C` content, `P` print.
    pub code: &'static str,
    /// The name, such as `heading-skip`: it names the fault, and reads well after "allow".
    pub name: &'static str,
    /// The level where `site.toml` says nothing.
    pub severity: Severity,
    /// WCAG 2.2 success criteria that the fault breaks.
    pub wcag: &'static [&'static str],
    /// W3C ACT rules that the check implements.
    pub act: &'static [&'static str],
    /// The page, in Markdown.
    pub doc: &'static str,
}

impl FindingKind {
    /// Returns the first sentence of the page, for lists.
    pub fn summary(&self) -> &'static str {
        self.doc.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("")
    }

    /// Returns the source that the page names after `Source:`.
    pub fn source(&self) -> &'static str {
        self.doc.lines().find_map(|line| line.strip_prefix("Source:")).map_or("", str::trim)
    }
}

/// A second place that helps to understand a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there, in a few words.
    pub text: String,
}

/// A change that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What it is replaced with.
    pub text: String,
    /// Whether the meaning is certainly kept; otherwise the author must look.
    pub safe: bool,
}

/// The element of a finished page that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup {
    /// A selector that finds it.
    pub target: String,
    /// Its start tag.
    pub html: String,
    /// Whether it is wrong for sure; otherwise a person has to look.
    pub sure: bool,
}

/// One finding: the author's problem, never the operator's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub kind: &'static FindingKind,
    /// Its level on this site.
    pub severity: Severity,
    /// A fact in the author's words: lower case, no full stop.
    pub message: String,
    /// An instruction: what to do about it.
    pub help: String,
    /// Where it stands.
    pub span: Span,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// How to mend it, where that is known.
    pub fix: Option<Fix>,
    /// The element that it is about, where it is one of a finished page.
    pub markup: Option<Box<Markup>>,
    /// Whether it is there because time went by, and not because of what somebody wrote: see [`unattended`].
    pub timed: bool,
}

impl Diagnostic {
    /// Returns a finding of a kind, at the kind's own level.
    pub fn new(
        kind: &'static FindingKind,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            kind,
            severity: kind.severity,
            message: message.into(),
            help: help.into(),
            span,
            labels: Vec::new(),
            fix: None,
            markup: None,
            timed: false,
        }
    }

    /// Returns the finding with a second place added.
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }
}

/// Sorts findings by file, line, column and code, and drops those said twice of the same place.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.span.start, d.kind.code, d.span.end);
        let path = |d: &Diagnostic| sources.get(d.span.file).path.as_str();
        path(a).cmp(path(b)).then_with(|| key(a).cmp(&key(b))).then_with(|| a.message.cmp(&b.message))
    });
    diagnostics.dedup_by(|a, b| a.span == b.span && a.kind.code == b.kind.code && a.message == b.message);
}

/// Turns errors that began by the clock alone into warnings. Nobody may be there when a scheduler builds, and what has to
/// be taken down must not stay up because a review has fallen due.
pub fn unattended(diagnostics: &mut [Diagnostic]) {
    for found in diagnostics.iter_mut().filter(|found| found.timed && found.severity == Severity::Error) {
        found.severity = Severity::Warning;
    }
}

/// How many findings there are at each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings that stop publication.
    pub errors: usize,
    /// Findings that somebody should look at.
    pub warnings: usize,
    /// Findings for information.
    pub infos: usize,
}

impl Tally {
    /// Counts findings by level.
    pub fn of<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Tally {
        let mut tally = Tally::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Info => tally.infos += 1,
            }
        }
        tally
    }
}
