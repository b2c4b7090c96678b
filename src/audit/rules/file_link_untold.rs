//! A link leads to a file to take away and does not say what sort of file it is.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H069",
        name: "file-link-untold",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("file_link_untold.md"),
    },
    look,
};

/// Endings of files, and the words of which one says what they are.
const FILES: &[(&str, &[&str])] = &[
    (".pdf", &["pdf"]),
    (".doc", &["word", "doc"]),
    (".docx", &["word", "doc"]),
    (".odt", &["odt", "document"]),
    (".xls", &["excel", "xls", "spreadsheet"]),
    (".xlsx", &["excel", "xls", "spreadsheet"]),
    (".ods", &["ods", "spreadsheet"]),
    (".ppt", &["powerpoint", "ppt", "slides"]),
    (".pptx", &["powerpoint", "ppt", "slides"]),
    (".csv", &["csv", "spreadsheet"]),
    (".zip", &["zip"]),
    (".epub", &["epub", "book"]),
];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "a") && page.is_exposed(*id)) {
        let Some(address) = page.tree.get(id, "href") else { continue };
        let path = address.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
        let Some((ending, words)) = FILES.iter().find(|(ending, _)| path.ends_with(ending)) else { continue };
        let name = page.name(id).to_lowercase();
        if !words.iter().any(|word| name.contains(word)) {
            let message = format!("this link leads to a file of the sort `{ending}` and does not say so");
            report.add(id, message, "write its sort and size in the words of the link, as in \"(PDF, 2 MB)\"");
        }
    }
}
