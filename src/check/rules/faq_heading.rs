//! Frequently asked questions.

use crate::check::{Body, Known, Look, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A020",
        name: "faq-heading",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("faq_heading.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let help = "name the subject, and put each answer on the page where people need it";
    if let Some(page) = body.page.filter(|page| body.lang.primary() == "en" && is_faq(&page.meta.title)) {
        report.add(page.key_span("title"), format!("the title `{}` does not say what is asked", page.meta.title), help);
    }
    for passage in body.english().iter().filter(|passage| passage.role == Role::Heading && is_faq(&passage.text)) {
        let message = format!("the heading `{}` does not say what is asked", passage.text.trim());
        report.add(passage.span(passage.range(0, passage.words.len() - 1)), message, help);
    }
}

fn is_faq(words: &str) -> bool {
    let lower = words.to_lowercase();
    // "How to write better FAQs" says what it is about.
    let announces = ["faq", "frequently asked", "our faq", "general faq", "common faq"];
    announces.iter().any(|start| lower.trim().starts_with(start)) || lower.contains("(faq")
}
