//! Documents to take away that would shut a reader out.

use std::collections::BTreeMap;

use crate::check::{Look, Rule, Sink, beside};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Says, Site};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A115",
        name: "file-hard-to-read",
        severity: Severity::Warning,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("file_hard_to_read.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for (_, asset) in site.going_out() {
        let mut places: BTreeMap<Span, Vec<&str>> = BTreeMap::new();
        for remark in asset.remarks.iter().filter(|remark| remark.says == Says::Barrier) {
            places.entry(remark.at).or_default().push(&remark.words);
        }
        let name = asset.path.rsplit('/').next().unwrap_or(&asset.path);
        for (place, words) in places {
            let help = format!("`handbill preflight {}` says more, and how to mend it", asset.source);
            report.add(place, format!("`{name}` shuts readers out: {}", beside::listed(&words)), help);
        }
    }
}
