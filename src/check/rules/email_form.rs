//! Email addresses that cannot be tapped, or that have capitals.

use crate::check::{Body, Known, Linked, Look, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A033",
        name: "email-form",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("email_form.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for i in passage.with(Sign::At) {
            let (word, written) = (passage.words[i], passage.word(i));
            if !is_address(written) || word.quoted {
                continue;
            }
            let range = word.start..word.end;
            let lower = written.to_lowercase();
            // Nobody taps paper.
            if passage.linked(word.start) == Linked::No && body.leaflet.is_none() {
                let say = format!("[{lower}](mailto:{lower})");
                let fix = passage.fix(range.clone(), &say);
                report.add_fixed(
                    passage.span(range),
                    format!("`{written}` cannot be tapped"),
                    format!("write `{say}`"),
                    fix,
                );
            } else if lower != written {
                let fix = passage.fix(range.clone(), &lower);
                report.add_fixed(
                    passage.span(range),
                    format!("`{written}` has capitals"),
                    format!("write `{lower}`"),
                    fix,
                );
            }
        }
    }
}

fn is_address(word: &str) -> bool {
    let Some((name, domain)) = word.split_once('@') else { return false };
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'');
    let dotted = domain.rsplit_once('.').is_some_and(|(host, end)| !host.is_empty() && end.len() > 1);
    !name.is_empty() && dotted && name.chars().all(part) && domain.chars().all(|c| part(c) && c != '+')
}
