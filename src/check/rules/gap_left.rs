//! Gaps that a new page is made with, and that nobody has filled.

use crate::check::{Body, Known, Look, Rule, Sink, raw};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::Inline;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A088",
        name: "gap-left",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("gap_left.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let front = body
        .page
        .map(|page| page.meta.span)
        .or_else(|| body.leaflet.map(|_| Span::new(body.file, 0, raw::front_matter(report.text(body.file)).len())));
    if let Some(front) = front {
        front_matter(front, report);
    }
    for inline in body.inlines() {
        let told = front.is_some_and(|front| front.file == inline.span().file && inline.span().end <= front.end);
        if let Inline::Text(text) = inline
            && !told
            && let Some(gap) = gap(&text.text)
        {
            let at = gap.as_ptr() as usize - text.text.as_ptr() as usize;
            tell(gap, text.place(at - 2..at + gap.len() + 2), report);
        }
    }
}

/// Looks through the front matter as it is written, whatever its keys are.
fn front_matter(span: Span, report: &mut Sink<'_>) {
    let written = report.written(span);
    let mut from = 0;
    while let Some(at) = written[from..].find("[[").map(|at| from + at) {
        let start = span.start as usize + at;
        from = at + 2;
        if let Some(gap) = gap(&written[at..]).filter(|gap| !gap.contains('\n')) {
            tell(gap, Span::new(span.file, start, start + gap.len() + 4), report);
        }
    }
}

/// Returns what stands between double square brackets.
fn gap(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("[[")?;
    rest.split_once("]]").map(|(gap, _)| gap)
}

fn tell(gap: &str, span: Span, report: &mut Sink<'_>) {
    report.add(span, format!("this is still to be written: {gap}"), "write it, and remove the double brackets");
}
