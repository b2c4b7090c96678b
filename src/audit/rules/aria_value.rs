//! An ARIA state or property has a value that it cannot have.

use crate::audit::aria::{self, Attribute, Value};
use crate::audit::tree::{Id, Vocabulary};
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H002",
        name: "aria-value",
        severity: Severity::Warning,
        wcag: &[],
        act: &["6a7281"],
        doc: include_str!("aria_value.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    for id in &page.elements {
        let Some(element) = page.tree.element(*id).filter(|element| element.vocabulary != Vocabulary::MathMl) else {
            continue;
        };
        for attribute in &element.attributes {
            let value = attribute.value.trim();
            let Some(known) = aria::attribute(&attribute.name).filter(|_| !value.is_empty()) else { continue };
            if !is_right(page, *id, known, value) {
                let message = format!("`{}` cannot be `{value}`", known.name);
                report.add_at(*id, known.name, message, format!("write {}", allowed(known)));
            }
        }
    }
}

fn is_right(page: &Page<'_>, id: Id, attribute: &Attribute, value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let digits = |text: &str| {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    match attribute.value {
        Value::TrueFalse => matches!(lower.as_str(), "true" | "false"),
        Value::TrueFalseUndefined => matches!(lower.as_str(), "true" | "false" | "undefined"),
        Value::Tristate => matches!(lower.as_str(), "true" | "false" | "mixed" | "undefined"),
        Value::Integer => digits(value),
        Value::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
        Value::String => true,
        Value::Token => attribute.tokens.contains(&lower.as_str()),
        Value::Tokens => lower.split_ascii_whitespace().all(|token| attribute.tokens.contains(&token)),
        // An id may be that of an element that a script makes later; only what a role must have is looked for.
        Value::Id | Value::Ids => {
            let needed = attribute.name == "aria-controls" && page.has_role(id, &["scrollbar"]);
            !needed || page.has_scripts() || !page.by_ids(id, attribute.name).is_empty()
        }
    }
}

fn allowed(attribute: &Attribute) -> String {
    match attribute.value {
        Value::TrueFalse => "`true` or `false`".to_string(),
        Value::TrueFalseUndefined => "`true` or `false`, or take it out".to_string(),
        Value::Tristate => "`true`, `false` or `mixed`".to_string(),
        Value::Integer => "a whole number".to_string(),
        Value::Number => "a number".to_string(),
        Value::Id | Value::Ids => "the `id` of an element of this page".to_string(),
        Value::String => "words".to_string(),
        Value::Token | Value::Tokens => {
            let tokens: Vec<String> = attribute.tokens.iter().map(|token| format!("`{token}`")).collect();
            format!("one of {}", tokens.join(", "))
        }
    }
}
