//! Copies of a leaflet that tell a story which may not be told any more.

use std::collections::BTreeMap;

use crate::check::copies::{self, Told};
use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span, unseen};
use crate::model::{Changed, Issue, Site, changes};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "P037",
        name: "story-on-copies",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("story_on_copies.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    if site.editions.issues.iter().all(|issue| issue.carried.stories.is_empty()) {
        return;
    }
    let mut found: BTreeMap<String, (Span, Vec<&Issue>)> = BTreeMap::new();
    for (issue, changed) in changes(site) {
        for one in changed {
            if let Changed::Story(path) = one {
                found.entry(unseen::on_one_line(&path)).or_insert_with(|| (issue.span, Vec::new())).1.push(issue);
            }
        }
    }
    for (path, (span, issues)) in found {
        let Told { words, recall } = copies::told(&issues);
        let message = format!("the story `content/{path}` may not be told any more, and copies tell it: {words}");
        report.add(span, message, format!("ask for them back: {recall} writes the letters"));
    }
}
