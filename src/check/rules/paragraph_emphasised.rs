//! Whole paragraphs in bold or italics.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A180",
        name: "paragraph-emphasised",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("paragraph_emphasised.md"),
    },
    look: Look::Body(look),
};

/// The fewest words of a paragraph: a shorter one may be a heading, which has a rule of its own, or one word to notice.
const FEWEST: usize = 12;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for block in body.blocks() {
        let Block::Paragraph(paragraph) = block else { continue };
        let mut rest = paragraph
            .content
            .iter()
            .filter(|inline| !matches!(inline, Inline::Text(text) if text.text.trim().is_empty()));
        let (how, content) = match (rest.next(), rest.next()) {
            (Some(Inline::Strong(strong)), None) => ("bold", &strong.content),
            (Some(Inline::Emphasis(emphasis)), None) => ("in italics", &emphasis.content),
            _ => continue,
        };
        if plain_text(content).split_whitespace().count() >= FEWEST && paragraph.span.file == body.file {
            let help = "make a few words bold, or put the paragraph into `:::inset` or `:::warning`";
            report.add(paragraph.span, format!("the whole paragraph is {how}"), help);
        }
    }
}
