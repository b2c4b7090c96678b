//! Pages whose headings are questions.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::plain_text;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A045",
        name: "heading-question-many",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_question_many.md"),
    },
    look: Look::Body(look),
};

/// How many questions make a page of them. Source: GOV.WALES, writing for the web; three or more is a list of questions.
const MANY: usize = 3;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let questions: Vec<_> = body.headings().filter(|h| plain_text(&h.content).trim_end().ends_with('?')).collect();
    if let [first, ..] = questions.as_slice()
        && questions.len() >= MANY
    {
        let message = format!("{} headings on this page are questions", questions.len());
        report.add(first.span, message, "say what each section tells, such as `Who can apply` for `Who can apply?`");
    }
}
