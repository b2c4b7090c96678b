//! An embedded picture, film or sound has no text alternative.

use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H020",
        name: "object-unnamed",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &["8fc3b6"],
        doc: include_str!("object_unnamed.md"),
    },
    look,
};

/// Endings of files that are pictures, films or sound.
const MEDIA: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv",
    "wav", "webm", "mov", "flac", "opus", "aac",
];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in page.elements.iter().copied().filter(|id| page.tree.is(*id, "object")) {
        if page.tree.has(id, "role") || page.is_hidden(id) || !is_media(page, id) || page.has_name(id) {
            continue;
        }
        // What stands in it is shown where the file cannot be.
        if page.tree.elements_of(id).any(|child| !page.tree.is(child, "param")) {
            continue;
        }
        report.add(id, "this has no text alternative", "write what it is in `title` or `aria-label`");
    }
}

fn is_media(page: &Page<'_>, id: Id) -> bool {
    let kind = page.tree.get(id, "type").unwrap_or("").to_ascii_lowercase();
    let data = page.tree.get(id, "data").unwrap_or("").split(['?', '#']).next().unwrap_or("");
    let ending = data.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    ["image/", "audio/", "video/"].iter().any(|media| kind.starts_with(media))
        || (kind.is_empty() && MEDIA.contains(&ending.as_str()))
}
