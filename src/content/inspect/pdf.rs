//! PDF: what it says besides what it shows, and what in it would shut a reader out. How it is read stands in `preflight`.

use super::{Closed, Said, counted, quoted};
use crate::diag::Severity;
use crate::model::Says;
use crate::preflight::{self, Told};

/// How many faults of one file are told. Source: ours; more are for who mends it, and `handbill preflight` shows them.
const MOST_FAULTS: usize = 4;

/// Returns what a PDF says besides what it shows, and what in it would shut a reader out.
pub fn look(bytes: &[u8], publisher: &[&str]) -> Result<Said, Closed> {
    let Told { who, notes, older, redactions, attached, hidden_layers } = preflight::told(bytes)?;
    let ours = |name: &str| publisher.iter().any(|known| known.eq_ignore_ascii_case(name));
    let named = who.into_iter().filter(|(_, name)| !ours(name)).take(10);
    let mut said: Said = named.map(|(what, name)| (Says::Who, format!("{what}, {}", quoted(&name)))).collect();
    for (says, words) in [
        (Says::Changes, counted(notes, "comment", "comments")),
        (Says::Changes, counted(older, "older version of itself", "older versions of itself")),
        (Says::Hidden, counted(redactions, "redaction that was never applied", "redactions that were never applied")),
        (Says::Hidden, counted(attached, "attached file", "attached files")),
        (Says::Hidden, counted(hidden_layers, "hidden layer", "hidden layers")),
    ] {
        said.extend(words.map(|words| (says, words)));
    }
    let report = preflight::look(bytes);
    if report.facts.pages.is_empty() {
        return Ok(said);
    }
    let faults = report.findings.into_iter().filter(|finding| finding.kind.severity == Severity::Error);
    let faults: Vec<String> = faults.map(|finding| finding.message).collect();
    let more = faults.len().saturating_sub(MOST_FAULTS);
    said.extend(faults.into_iter().take(MOST_FAULTS).map(|fault| (Says::Barrier, fault)));
    said.extend(counted(more, "fault more", "faults more").map(|more| (Says::Barrier, more)));
    Ok(said)
}
