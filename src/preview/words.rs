//! All words that the preview itself says to whoever looks at a page, in one place. Findings bring their own.

use handbill::diag::Severity;
use handbill::model::grouped;

/// What the script says, by the name under which it asks.
pub const SCRIPT: &[(&str, &str)] = &[
    ("updated", "Page updated"),
    ("findings", "Findings updated"),
    ("gone", "This page is gone. Its last version stays here."),
    ("stopped", "The preview has stopped. This page stays as it is until it runs again."),
    ("copied", "Copied"),
    ("not-copied", "It could not be copied. Select it and copy it yourself."),
    ("show", "Show on the page"),
    ("marks", "Marks of Handbill on this page"),
];

/// The language that these words are in.
pub const LANGUAGE: &str = "en";

/// The name of the panel, for those who do not see it.
pub const PANEL: &str = "Findings of Handbill";

/// Headings, links and buttons.
pub const HELP: &str = "What to do";
pub const COPY: &str = "Copy";
pub const FIX: &str = "Fix";
pub const FIX_UNSURE: &str = "Possible fix: check that it says what you mean";
pub const TAKE_OUT: &str = "Take out";
pub const PUT_IN: &str = "Put in";
pub const CHANGE: &str = "Change";
pub const INTO: &str = "into";
pub const EVERY_PAGE: &str = "This keeps every page as it was.";
pub const ALL: &str = "All findings";
pub const WHOLE_SITE: &str = "The whole site";

/// The list of all findings.
pub const TITLE: &str = "Findings";
pub const BACK: &str = "Back to the site";
pub const FILTERS: &str = "Show only";
pub const SEVERITY: &str = "Level";
pub const RULE: &str = "Rule";
pub const FILE: &str = "File";
pub const ANY_SEVERITY: &str = "All levels";
pub const ANY_RULE: &str = "All rules";
pub const ANY_FILE: &str = "All files";
pub const APPLY: &str = "Apply";
pub const CLEAR: &str = "Show all findings";
pub const NOTHING: &str = "Nothing to mend.";
pub const NO_MATCH: &str = "No finding is of this kind.";
pub const OPEN: &str = "Open the page";
pub const SEE: &str = "See";

/// A page for an address that has none.
pub const NO_PAGE: &str = "There is no page here";
pub const START: &str = "Start page";

/// Returns what a level is called.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Info => "Note",
    }
}

/// Returns what one finding of a page is called there, such as `Error 1`.
pub fn numbered(severity: Severity, number: usize) -> String {
    format!("{} {number}", level(severity))
}

/// Returns how many findings there are, such as `1 finding`.
pub fn findings(number: usize) -> String {
    counted(number, "finding", "findings")
}

/// Returns how many findings a page has and how many of them stop publication: the panel's heading.
pub fn on_this_page(number: usize, errors: usize) -> String {
    let said = match number {
        0 => "No findings on this page".to_string(),
        _ => format!("{} on this page", findings(number)),
    };
    stopping(said, number, errors)
}

/// Returns how many findings there are elsewhere.
pub fn elsewhere(number: usize, errors: usize) -> String {
    stopping(format!("{} elsewhere", findings(number)), number, errors)
}

fn stopping(said: String, number: usize, errors: usize) -> String {
    match (number, errors) {
        (_, 0) => said,
        (1, _) => format!("{said}, which stops publication"),
        (_, 1) => format!("{said}, 1 of them stops publication"),
        _ => format!("{said}, {} of them stop publication", grouped(errors)),
    }
}

/// Returns how many findings there are at each level, such as `2 errors, 1 warning`.
pub fn tally(errors: usize, warnings: usize, notes: usize) -> String {
    let parts = [(errors, "error", "errors"), (warnings, "warning", "warnings"), (notes, "note", "notes")];
    let said = parts.iter().filter(|(number, ..)| *number > 0).map(|(number, one, more)| counted(*number, one, more));
    said.collect::<Vec<_>>().join(", ")
}

/// Returns how many of all findings are shown.
pub fn shown(number: usize, all: usize) -> String {
    format!("Showing {} of {}", grouped(number), findings(all))
}

/// Returns where a finding stands in its file.
pub fn place(line: usize, column: usize) -> String {
    format!("line {line}, column {column}")
}

/// Returns where another place stands.
pub fn other_place(file: &str, line: usize) -> String {
    format!("{file}, line {line}")
}

fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { more })
}
