//! Holders of copies without an address.

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C052",
        name: "holder-address-missing",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("holder_address_missing.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for holder in site.editions.holders.values().filter(|holder| holder.address.is_empty()) {
        let message = format!("`{}` has no address", holder.name);
        report.add(
            holder.span,
            message,
            "write it, such as `address: [1 High Street, Harpenden]` and `postcode: AL5 1AA`",
        );
    }
}
