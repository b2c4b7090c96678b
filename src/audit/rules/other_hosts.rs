//! The page brings in files from other hosts.

use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H070",
        name: "other-hosts",
        severity: Severity::Info,
        wcag: &[],
        act: &[],
        doc: include_str!("other_hosts.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let attribute = match page.tree.html_name(*id) {
            "script" | "img" | "iframe" | "video" | "audio" | "source" | "embed" => "src",
            "link" if is_brought_in(page.tree.get(*id, "rel").unwrap_or("")) => "href",
            "object" => "data",
            _ => continue,
        };
        let Some(address) = page.tree.get(*id, attribute).map(str::trim) else { continue };
        let lower = address.to_ascii_lowercase();
        let rest = ["https://", "http://", "//"].iter().find_map(|start| lower.strip_prefix(start));
        if let Some(host) =
            rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next()).filter(|host| !host.is_empty())
        {
            let message = format!("this comes from another host, {host}");
            report.add_at(*id, attribute, message, "put the file on your own site, if it is needed at all");
        }
    }
}

fn is_brought_in(rel: &str) -> bool {
    let lower = rel.to_ascii_lowercase();
    lower.split_ascii_whitespace().any(|word| matches!(word, "stylesheet" | "preload" | "modulepreload" | "icon"))
}
