//! Copies of a leaflet at somebody who is not among the holders.

use std::collections::BTreeSet;

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C051",
        name: "holder-unknown",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("holder_unknown.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    let holders = &site.editions.holders;
    let mut told = BTreeSet::new();
    for issue in &site.editions.issues {
        if holders.contains_key(&issue.to) || !told.insert(&issue.to) {
            continue;
        }
        let message = format!("`{}` has copies of `{}`, and is not in `print/holders.yaml`", issue.to, issue.reference);
        let help = match crate::diag::nearest(&issue.to, holders.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`? If not, write the name and address there"),
            None => "write the name and address there, so that a letter can reach them".to_string(),
        };
        report.add(issue.to_span, message, help);
    }
}
