//! Somebody's story, and what they agreed to.

use crate::model::{Date, Moment};

/// What a story's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseStudy {
    /// What its people agreed to.
    pub consent: Option<Consent>,
    /// Whether names, places or other details were changed.
    pub details_changed: bool,
}

/// A use of a story that its people are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// It is read on a screen.
    Web,
    /// It is printed or embossed, or is a file that is read as paper is.
    Print,
    /// It is told to the press.
    Press,
}

impl Scope {
    /// Returns its name in a consent.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Web => "web",
            Scope::Print => "print",
            Scope::Press => "press",
        }
    }
}

/// What the people of a story agreed to. Source: UK GDPR, article 7.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consent {
    /// Where the signed form is kept.
    pub reference: String,
    /// What it is for: `web`, `print`, `press`.
    pub scope: Vec<String>,
    /// When it was given.
    pub given: Option<Date>,
    /// The last day on which it holds.
    pub expires: Option<Date>,
    /// Who checked it.
    pub reviewer: String,
    /// When it was taken back.
    pub withdrawn: Option<Date>,
}

impl Consent {
    /// Returns whether it covers a use: `web`, `print` or `press`. Every form on paper, and every file that is read
    /// as paper is, counts as print.
    pub fn covers(&self, wanted: &str) -> bool {
        self.scope.iter().any(|scope| scope == wanted)
    }

    /// Returns the first moment at which it no longer holds.
    pub fn over(&self) -> Option<Moment> {
        let ended = self.expires.map(Date::next);
        let date = match (self.withdrawn, ended) {
            (Some(withdrawn), Some(ended)) => withdrawn.min(ended),
            (one, other) => one.or(other)?,
        };
        Some(date.begins())
    }
}
