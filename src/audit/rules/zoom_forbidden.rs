//! The page forbids readers to make it larger.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H019",
        name: "zoom-forbidden",
        severity: Severity::Error,
        wcag: &["1.4.4"],
        act: &["b4f0c3"],
        doc: include_str!("zoom_forbidden.md"),
    },
    look,
};

/// The least that a page must let itself be enlarged. Source: WCAG 2.2, 1.4.4: 200%.
const LEAST: f64 = 2.0;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let metas = page.elements.iter().copied().filter(|id| page.tree.is(*id, "meta"));
    for id in metas {
        if !page.tree.get(id, "name").is_some_and(|name| name.trim().eq_ignore_ascii_case("viewport")) {
            continue;
        }
        let content = page.tree.get(id, "content").unwrap_or("").to_ascii_lowercase();
        for part in content.split([',', ';']) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = value.trim();
            let wrong = match key.trim() {
                // What is no number counts as 0. Source: CSS Viewport 1, translation into @viewport properties.
                "user-scalable" => {
                    !matches!(value, "yes" | "device-width" | "device-height" | "")
                        && number(value).unwrap_or(0.0).abs() < 1.0
                }
                "maximum-scale" => {
                    matches!(value, "yes" | "no") || number(value).is_some_and(|number| (0.0..LEAST).contains(&number))
                }
                _ => false,
            };
            if wrong {
                let message = format!("`{}` keeps readers from making the page larger", part.trim());
                report.add_at(id, "content", message, format!("take out `{}`", part.trim()));
                break;
            }
        }
    }
}

/// Reads the number that a value begins with. Source: CSS Viewport 1, the grammar of `<meta name="viewport">`.
fn number(value: &str) -> Option<f64> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}
