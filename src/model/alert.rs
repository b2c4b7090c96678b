//! Alerts: what a publisher must tell every reader for a time, such as that an office is closed.

use std::sync::Arc;

use super::{Clock, Deadline, Instant, Moment, Outline};
use crate::diag::Span;
use crate::words::{Said, Worded};

/// How much an alert matters; what matters most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertLevel {
    /// Somebody may come to harm.
    Emergency,
    /// Something does not work as usual.
    Warning,
    /// It is worth knowing.
    Information,
}

impl AlertLevel {
    /// Every level with its name.
    pub const NAMES: [(&'static str, AlertLevel); 3] = [
        ("emergency", AlertLevel::Emergency),
        ("warning", AlertLevel::Warning),
        ("information", AlertLevel::Information),
    ];

    /// Returns its name.
    pub fn name(self) -> &'static str {
        AlertLevel::NAMES[self as usize].0
    }
}

/// An alert as its author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// What it is called in its store.
    pub key: String,
    /// How much it matters.
    pub level: AlertLevel,
    /// What it says.
    pub words: Worded,
    /// The path under `content/` of the page that says more; empty where there is none.
    pub page: String,
    /// From when on it stands; from the first build on where nothing is said.
    pub from: Option<Moment>,
    /// Until when.
    pub until: Option<Deadline>,
    /// The folders under `content/` on whose pages it stands, without slashes at their ends; on all where there are none.
    pub sections: Vec<String>,
    /// Where it is written.
    pub span: Span,
}

impl Alert {
    /// Returns whether it stands at a moment.
    pub fn holds(&self, clock: &Clock) -> bool {
        self.from.is_none_or(|from| clock.reached(from)) && !self.is_over(clock)
    }

    /// Returns whether it stands no more.
    pub fn is_over(&self, clock: &Clock) -> bool {
        self.until.is_some_and(|until| clock.passed(until))
    }

    /// Returns the next moment at which it comes or goes; nothing where there is none.
    pub fn turns(&self, clock: &Clock) -> Option<Instant> {
        let moments = [self.from, self.until.map(Deadline::over)].into_iter().flatten();
        let to_come = moments.map(|moment| clock.zone.instant(moment)).filter(|at| *at > clock.now);
        to_come.filter(|at| self.holds(&clock.turned_to(*at)) != self.holds(&clock.turned_to(Instant(at.0 - 1)))).min()
    }
}

/// An alert that stands, as readers of one language see it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownAlert {
    /// How much it matters.
    pub level: AlertLevel,
    /// What it says.
    pub words: Said,
    /// The page that says more.
    pub page: Option<Arc<Outline>>,
    /// The folders on whose pages it stands, as in [`Alert::sections`].
    pub sections: Vec<String>,
}

impl ShownAlert {
    /// Returns whether it stands at an address, given without the part for a translation's language.
    pub fn is_at(&self, route: &str) -> bool {
        let below = |section: &String| {
            route
                .strip_prefix('/')
                .and_then(|rest| rest.strip_prefix(section.as_str()))
                .is_some_and(|rest| rest.starts_with('/'))
        };
        self.sections.is_empty() || self.sections.iter().any(below)
    }
}
