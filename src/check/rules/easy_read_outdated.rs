//! Easy Read pages whose full page says something else now.

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{EasyState, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C061",
        name: "easy-read-outdated",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_outdated.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for page in site.pages.iter() {
        let (Some(EasyState::Outdated(checked)), Some(original)) = (site.easy_state(page), page.around.original) else {
            continue;
        };
        let original = site.page(original).source_path();
        let message =
            format!("`{original}` has changed since {} compared this page with it on {}", checked.by, checked.date);
        let help = format!(
            "compare them, change this page where it must, have it tested, and run `handbill checked easy-read {}`",
            page.source_path()
        );
        report.add(page.key_span("original"), message, help);
    }
}
