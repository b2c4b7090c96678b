//! Easy Read pages whose words are not those that were tested.

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{EasyState, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C062",
        name: "easy-read-changed",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_changed.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for page in site.pages.iter() {
        let Some(EasyState::Changed(checked)) = site.easy_state(page) else { continue };
        let message = format!("the words have changed since {} tested them on {}", checked.by, checked.date);
        let help = format!("have them tested again, and run `handbill checked easy-read {}`", page.source_path());
        report.add(page.key_span("kind"), message, help);
    }
}
