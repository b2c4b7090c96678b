//! A form field asks for something to be filled in by itself, in words that browsers do not know.

use crate::audit::{Page, Report, Rule};
use crate::diag::nearest;
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H024",
        name: "autocomplete-unknown",
        severity: Severity::Error,
        wcag: &["1.3.5"],
        act: &["73f2c2"],
        doc: include_str!("autocomplete_unknown.md"),
    },
    look,
};

/// What a field may ask for. Source: HTML, 4.10.18.7.1.
const FIELDS: &[&str] = &[
    "name",
    "honorific-prefix",
    "given-name",
    "additional-name",
    "family-name",
    "honorific-suffix",
    "nickname",
    "organization-title",
    "username",
    "new-password",
    "current-password",
    "one-time-code",
    "organization",
    "street-address",
    "address-line1",
    "address-line2",
    "address-line3",
    "address-level4",
    "address-level3",
    "address-level2",
    "address-level1",
    "country",
    "country-name",
    "postal-code",
    "cc-name",
    "cc-given-name",
    "cc-additional-name",
    "cc-family-name",
    "cc-number",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-csc",
    "cc-type",
    "transaction-currency",
    "transaction-amount",
    "language",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "sex",
    "url",
    "photo",
];

/// What may be said to be at home, at work or on the move. Source: HTML, 4.10.18.7.1.
const CONTACTS: &[&str] = &[
    "tel",
    "tel-country-code",
    "tel-national",
    "tel-area-code",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-extension",
    "email",
    "impp",
];

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(said) = page.tree.get(*id, "autocomplete").filter(|said| !said.trim().is_empty()) else { continue };
        let field = matches!(page.tree.html_name(*id), "input" | "select" | "textarea");
        let kind = page.tree.get(*id, "type").unwrap_or("").trim().to_ascii_lowercase();
        let written = !matches!(
            kind.as_str(),
            "hidden" | "button" | "submit" | "reset" | "image" | "checkbox" | "radio" | "file"
        );
        let aria_disabled = page.tree.get(*id, "aria-disabled").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let reached = page.is_tabbable(*id) || page.role(*id).is_some_and(|role| role.is_widget());
        if !field
            || !written
            || aria_disabled
            || page.tree.has(*id, "readonly")
            || page.is_disabled(*id)
            || page.is_hidden(*id)
            || !reached
        {
            continue;
        }
        if !is_right(said) {
            let message = format!("browsers do not know `{}`", said.trim());
            let words = FIELDS.iter().chain(CONTACTS).copied();
            let near = nearest(said.trim(), words);
            let help = near.map_or(
                "write what the field is for in HTML's words, such as `email`, `tel` or `postal-code`".to_string(),
                |near| format!("did you mean `{near}`?"),
            );
            report.add_at(*id, "autocomplete", message, help);
        }
    }
}

fn is_right(said: &str) -> bool {
    let lower = said.to_ascii_lowercase();
    let mut words: Vec<&str> = lower.split_ascii_whitespace().collect();
    if matches!(words.as_slice(), ["on" | "off"]) {
        return true;
    }
    if words.last() == Some(&"webauthn") {
        words.pop();
    }
    let Some(field) = words.pop() else { return false };
    let contact = CONTACTS.contains(&field);
    if !contact && !FIELDS.contains(&field) {
        return false;
    }
    if contact && matches!(words.last(), Some(&("home" | "work" | "mobile" | "fax" | "pager"))) {
        words.pop();
    }
    if matches!(words.last(), Some(&("shipping" | "billing"))) {
        words.pop();
    }
    if words.last().is_some_and(|word| word.starts_with("section-")) {
        words.pop();
    }
    words.is_empty()
}
