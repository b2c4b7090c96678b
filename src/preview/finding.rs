//! A finding as the preview shows it: its place and its fix are words, so that it does not need the sources any more.

use std::ops::Range;

use handbill::diag::{Diagnostic, Severity, Source, Sources};

/// The most bytes that are shown of what a fix replaces.
const MOST_SHOWN: usize = 400;

/// A finding, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of its kind, such as `A003`; empty for what the operator must mend.
    pub code: &'static str,
    /// The name of its kind, such as `link-broken`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file, by path from the site's root; empty for what the operator must mend.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes of the file that it is about.
    pub span: Range<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Other places that matter.
    pub see: Vec<See>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

/// A second place that helps to understand a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct See {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is there.
    pub text: String,
}

/// Words that would mend a finding, in place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The words that are there now, cut where they are long; empty where words are only added.
    pub before: String,
    /// The words that should be there; empty where words are only removed.
    pub after: String,
    /// Whether the author must look at it first.
    pub unsure: bool,
}

impl Finding {
    /// Returns a finding with its place and its fix as words.
    pub fn of(found: &Diagnostic, sources: &Sources) -> Finding {
        let source = sources.get(found.span.file);
        let at = source.position(found.span.start);
        let see = found.labels.iter().map(|label| {
            let source = sources.get(label.span.file);
            let line = source.position(label.span.start).line;
            See { file: source.path.clone(), line, text: label.text.clone() }
        });
        Finding {
            code: found.kind.code,
            name: found.kind.name,
            severity: found.severity,
            file: source.path.clone(),
            line: at.line,
            column: at.column,
            span: found.span.start..found.span.end,
            message: found.message.clone(),
            help: found.help.clone(),
            see: see.collect(),
            fix: found.fix.as_ref().map(|fix| Fix {
                before: start_of(sources.get(fix.span.file), fix.span.start..fix.span.end),
                after: fix.text.clone(),
                unsure: !fix.safe,
            }),
        }
    }

    /// Returns a finding for what stops the whole site, such as settings that cannot be read.
    pub fn of_operator(message: String) -> Finding {
        Finding {
            code: "",
            name: "",
            severity: Severity::Error,
            file: String::new(),
            line: 1,
            column: 1,
            span: 0..0,
            message,
            help: String::new(),
            see: Vec::new(),
            fix: None,
        }
    }

    /// Returns whether another says the same of the same place.
    pub fn is_same(&self, other: &Finding) -> bool {
        (self.code, &self.file, &self.span, &self.message) == (other.code, &other.file, &other.span, &other.message)
    }

    /// Returns whether it stops publication.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Returns whether every page shows it: it stops publication, and is about no page or leaflet.
    pub fn stops_every_page(&self) -> bool {
        let of_pages = ["content/", "print/"].iter().any(|folder| self.file.starts_with(folder));
        self.is_error() && !of_pages
    }
}

/// Returns the text of a source, cut where it is long.
fn start_of(source: &Source, bytes: Range<u32>) -> String {
    let (start, end) = (bytes.start as usize, bytes.end as usize);
    let text = source.text.get(start..end).unwrap_or("");
    if text.len() <= MOST_SHOWN {
        return text.to_string();
    }
    let mut cut = MOST_SHOWN;
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    format!("{}…", &text[..cut])
}
