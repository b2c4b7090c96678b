//! Gaps that a new page is made with, and that nobody has filled.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity, Span};
use crate::model::{Data, Inline, Page, Site};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A088",
        name: "gap-left",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("gap_left.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Site, report: &mut Report<'_>) {
    if let Some(page) = body.page {
        front_matter(page, report);
    }
    for inline in body.inlines() {
        if let Inline::Text(text) = inline
            && let Some(gap) = gap(&text.text)
        {
            tell(gap, text.span, report);
        }
    }
}

fn front_matter(page: &Page, report: &mut Report<'_>) {
    let meta = &page.meta;
    for (key, value) in [("title", &meta.title), ("summary", &meta.summary), ("owner", &meta.owner)] {
        if let Some(gap) = gap(value) {
            tell(gap, page.key_span(key), report);
        }
    }
    for (key, value) in &meta.more {
        data(value, &mut |gap| tell(gap, page.key_span(key), report));
    }
}

fn data(value: &Data, visit: &mut dyn FnMut(&str)) {
    match value {
        Data::Text(text) => {
            if let Some(gap) = gap(text) {
                visit(gap);
            }
        }
        Data::List(items) => items.iter().for_each(|item| data(item, visit)),
        Data::Map(map) => map.values().for_each(|item| data(item, visit)),
        Data::Null | Data::Bool(_) | Data::Number(_) => {}
    }
}

/// Returns what stands between double square brackets.
fn gap(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("[[")?;
    rest.split_once("]]").map(|(gap, _)| gap)
}

fn tell(gap: &str, span: Span, report: &mut Report<'_>) {
    report.add(span, format!("this is still to be written: {gap}"), "write it, and remove the double brackets");
}
