//! What is read out of a link or button is not what stands on it.

use std::sync::Arc;

use crate::audit::css::cascade::{Display, Style};
use crate::audit::names::single_spaced;
use crate::audit::tree::Id;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H040",
        name: "label-not-in-name",
        severity: Severity::Error,
        wcag: &["2.5.3"],
        act: &["2ee8b8"],
        doc: include_str!("label_not_in_name.md"),
    },
    look,
};

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    for id in &page.elements {
        let widget = page.role(*id).is_some_and(|role| role.is_widget() && role.named_by_contents());
        let named = page.tree.has(*id, "aria-label") || page.tree.has(*id, "aria-labelledby");
        if !widget || !named || !page.is_exposed(*id) {
            continue;
        }
        let seen = seen_words(page, *id, &look.styles);
        let (seen_parts, name_parts) = (parts(&seen), parts(&page.name(*id)));
        if seen_parts.is_empty() || name_parts.is_empty() {
            continue;
        }
        // One letter is mostly a sign, such as × for closing.
        let sign = seen_parts.len() == 1 && seen_parts.iter().all(|part| part.chars().count() == 1);
        if sign || name_parts.windows(seen_parts.len()).any(|part| part == seen_parts.as_slice()) {
            continue;
        }
        let message = format!("`{}` stands on it, and `{}` is read out", single_spaced(&seen), page.name(*id));
        report.add(*id, message, "begin the name with the words that stand on it");
    }
}

/// Returns the words of an element that are shown to the eye.
fn seen_words(page: &Page<'_>, id: Id, styles: &[Arc<Style>]) -> String {
    let mut words = String::new();
    for node in page.tree.descendants(id) {
        match page.tree.text(node) {
            Some(text) => {
                let Some(parent) = page.tree.parent(node) else { continue };
                if page.is_seen(parent, styles) && !is_sign(page, parent, id, styles) {
                    words.push_str(text);
                }
            }
            None => {
                if styles.get(node.at()).is_some_and(|style| style.display == Display::Block)
                    || page.tree.is(node, "br")
                {
                    words.push(' ');
                }
            }
        }
    }
    words
}

/// Returns whether letters are drawn as signs, by a face of icons.
fn is_sign(page: &Page<'_>, parent: Id, top: Id, styles: &[Arc<Style>]) -> bool {
    let mut around = std::iter::once(parent).chain(page.tree.ancestors(parent));
    let face = around.find_map(|at| {
        let style = styles.get(at.at())?;
        style.said("font-family").or_else(|| style.said("font"))
    });
    let by_class = std::iter::once(parent).chain(page.tree.ancestors(parent)).take_while(|at| *at != top);
    let icon = |text: &str| text.to_ascii_lowercase().contains("icon") || text.to_ascii_lowercase().contains("symbols");
    face.is_some_and(icon) || by_class.into_iter().any(|at| page.tree.get(at, "class").is_some_and(icon))
}

/// Returns the words of a text as they are compared: in small letters, without what stands in brackets and without signs.
/// Source: ACT rule 2ee8b8, label in name algorithm.
fn parts(text: &str) -> Vec<String> {
    let mut out = String::new();
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ if open > 0 => {}
            '\'' | '\u{2019}' => {}
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
    }
    out.split_whitespace().map(str::to_string).collect()
}
