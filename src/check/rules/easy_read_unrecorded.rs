//! Easy Read pages that were tested, and of which nothing says which words were.

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{EasyState, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C063",
        name: "easy-read-unrecorded",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_unrecorded.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for page in site.pages.iter() {
        if let Some(EasyState::Unrecorded) = site.easy_state(page) {
            let message = "nothing says which words were tested, so nobody is told when they or the full page change";
            let help = format!("run `handbill checked easy-read {} --by POST`", page.source_path());
            report.add(page.key_span("tested_by"), message, help);
        }
    }
}
