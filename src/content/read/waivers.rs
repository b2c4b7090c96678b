//! Findings that an author accepts, as one line says it.

use crate::diag::Span;
use crate::model::{Date, Waiver};

/// Reads `sentence-long: quoted law, until 2027-01-01`.
pub fn waiver(text: &str, span: Span) -> Waiver {
    let (rule, reason) = text.split_once(':').unwrap_or((text, ""));
    let (reason, until) = match reason.rsplit_once("until ") {
        Some((reason, day)) if Date::parse(day.trim()).is_some() => (reason, Date::parse(day.trim())),
        _ => (reason, None),
    };
    let reason = reason.trim().trim_end_matches(',').trim().to_string();
    Waiver { rule: rule.trim().to_string(), reason, until, covers: None, span }
}
