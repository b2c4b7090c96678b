//! A report, and what was recommended in it.

use crate::model::Date;
use crate::words::{Said, Wording};

/// What a report's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The day of the meeting that it went to.
    pub meeting: Option<Date>,
    /// Who wrote it.
    pub submitted_by: String,
    /// What was recommended, in order.
    pub recommendations: Vec<Recommendation>,
}

/// One recommendation and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// Its number or letter, such as `3` or `a`.
    pub id: String,
    /// What it is about, in a few words.
    pub title: String,
    /// How far it has come.
    pub status: Progress,
    /// The day of the last change.
    pub updated: Option<Date>,
}

/// How far a recommendation has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Nobody has answered it yet.
    #[default]
    Open,
    /// It was agreed to.
    Accepted,
    /// Some of it was agreed to.
    PartlyAccepted,
    /// Somebody is working on it.
    InProgress,
    /// It is done.
    Done,
    /// It was not agreed to.
    NotAccepted,
}

impl Progress {
    /// Every one, in order.
    pub const ALL: [Progress; 6] = [
        Progress::Open,
        Progress::Accepted,
        Progress::PartlyAccepted,
        Progress::InProgress,
        Progress::Done,
        Progress::NotAccepted,
    ];

    /// Returns the name used in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Progress::Open => "open",
            Progress::Accepted => "accepted",
            Progress::PartlyAccepted => "partly-accepted",
            Progress::InProgress => "in-progress",
            Progress::Done => "done",
            Progress::NotAccepted => "not-accepted",
        }
    }

    /// Returns how readers are told.
    pub fn in_words(self, words: &Wording) -> &Said {
        match self {
            Progress::Open => &words.progress.open,
            Progress::Accepted => &words.progress.accepted,
            Progress::PartlyAccepted => &words.progress.partly_accepted,
            Progress::InProgress => &words.progress.in_progress,
            Progress::Done => &words.progress.done,
            Progress::NotAccepted => &words.progress.not_accepted,
        }
    }

    /// Returns whether something is still to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Progress::Done | Progress::NotAccepted)
    }
}

impl Recommendation {
    /// Returns the id of its heading, which never changes: `rec-` and its own id.
    pub fn anchor(&self) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        format!("rec-{}", self.id.chars().map(plain).collect::<String>())
    }
}
