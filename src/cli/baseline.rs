//! What was known before: findings of an earlier report, which are left out of this one. A finding is known by its
//! file, rule and message, so that a line added above it does not make it new.

use std::collections::BTreeMap;
use std::path::Path;

use handbill::content::files::{Disk, Files};
use handbill::diag::{Diagnostic, Sources, reason};
use serde_json::Value;

/// How often each finding was known.
pub type Known = BTreeMap<(String, String, String), usize>;

/// Reads a report made with `--format json`.
///
/// # Errors
///
/// The file cannot be read, or is no such report; one sentence.
pub fn read(file: &Path) -> Result<Known, String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let bytes = Disk::new(folder).read(&name).map_err(|error| format!("`{}`: {}", file.display(), reason(&error)))?;
    let report: Option<Value> = serde_json::from_slice(&bytes).ok();
    let findings = report.as_ref().and_then(|report| report["findings"].as_array());
    let findings = findings
        .ok_or_else(|| format!("`{}` is not a report; make one with `handbill check --format json`", file.display()))?;
    let mut known = Known::new();
    for found in findings {
        let text = |key: &str| found[key].as_str().unwrap_or("").to_string();
        *known.entry((text("file"), text("code"), text("message"))).or_default() += 1;
    }
    Ok(known)
}

/// Leaves out the findings that are known, each as often as it is.
pub fn leave_out(diagnostics: &mut Vec<Diagnostic>, sources: &Sources, mut known: Known) {
    diagnostics.retain(|found| {
        let file = sources.get(found.span.file).path.clone();
        match known.get_mut(&(file, found.kind.code.to_string(), found.message.clone())) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
    });
}
