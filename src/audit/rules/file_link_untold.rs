//! A link leads to a file to take away and does not say what sort of file it is.

use crate::audit::tree::Id;
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
        let says = |text: &str| words.iter().any(|word| text.contains(word));
        if !says(&name) && !says(&behind(page, id)) {
            let message = format!("this link leads to a file of the sort `{ending}` and does not say so");
            report.add(id, message, "write its sort and size in the words of the link, as in \"(PDF, 2 MB)\"");
        }
    }
}

/// Returns what stands behind a link in its paragraph, item or cell, before the next link, in lower case. It is read out with
/// the link where that is one of a list.
fn behind(page: &Page<'_>, link: Id) -> String {
    let Some(around) = page.tree.parent(link) else { return String::new() };
    let after = page.tree.children(around).skip_while(|child| *child != link).skip(1);
    let mut behind = String::new();
    for child in after.take_while(|child| !page.tree.is(*child, "a")) {
        match page.tree.text(child) {
            Some(text) => behind.push_str(text),
            None => behind.push_str(&page.tree.words(child)),
        }
        behind.push(' ');
    }
    behind.to_lowercase()
}
