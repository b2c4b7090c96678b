//! Ways of showing findings, one a file. Each returns text; only the terminal prints.

pub mod github;
pub mod json;
pub mod plain;
pub mod sarif;
pub mod snippet;

use super::Tally;

/// Returns the closing line of a report, such as `2 errors and 1 warning in 14 files`.
pub fn closing(tally: Tally, files: usize) -> String {
    let count = |number: usize, one: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {one}s")),
    };
    let parts = [count(tally.errors, "error"), count(tally.warnings, "warning"), count(tally.infos, "note")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let said = match parts.as_slice() {
        [] => "nothing to mend".to_string(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    };
    let files = count(files, "file").unwrap_or_else(|| "0 files".to_string());
    format!("{said} in {files}")
}
