//! The text alternative of a picture is the name of its file.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H052",
        name: "alt-is-file-name",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &[],
        doc: include_str!("alt_is_file_name.md"),
    },
    look,
};

/// Endings of pictures.
const ENDINGS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff"];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let picture = page.tree.is(*id, "img") || (page.tree.is(*id, "input") && page.tree.has(*id, "src"));
        let Some(alt) = page.tree.get(*id, "alt").map(str::trim).filter(|_| picture) else { continue };
        let lower = alt.to_ascii_lowercase();
        let named = ENDINGS.iter().any(|ending| lower.len() > ending.len() && lower.ends_with(ending));
        if named && !alt.contains(' ') && !page.is_hidden(*id) {
            let message = format!("`{alt}` is the name of a file");
            report.add_at(*id, "alt", message, "write what the picture tells; `alt=\"\"` where it tells nothing");
        }
    }
}
