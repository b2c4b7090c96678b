//! Bold paragraphs that stand in for headings.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline, Paragraph, plain_text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A048",
        name: "heading-bold",
        severity: Severity::Warning,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("heading_bold.md"),
    },
    look: Look::Body(look),
};

/// The longest that a heading in disguise is, in characters. Source: GOV.UK content design, titles: under 65.
const LONGEST: usize = 65;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for part in body.parts() {
        for pair in part.windows(2) {
            let [Block::Paragraph(paragraph), next] = pair else { continue };
            let Some(words) = bold(paragraph) else { continue };
            let followed = match next {
                Block::Paragraph(next) => bold(next).is_none(),
                Block::List(_) | Block::Table(_) | Block::Steps(_) | Block::Definitions(_) => true,
                _ => false,
            };
            if followed {
                let message = format!("the paragraph `{words}` is bold, but it is used as a heading");
                let bare = words.trim_end_matches([':', ' ']);
                report.add(paragraph.span, message, format!("write `## {bare}`, with one # more in a smaller section"));
            }
        }
    }
}

/// Returns the words of a paragraph that is wholly bold, short, and no sentence.
fn bold(paragraph: &Paragraph) -> Option<String> {
    let mut rest =
        paragraph.content.iter().filter(|inline| !matches!(inline, Inline::Text(t) if t.text.trim().is_empty()));
    let (Some(Inline::Strong(strong)), None) = (rest.next(), rest.next()) else { return None };
    let words = plain_text(&strong.content).trim().to_string();
    let sentence = words.ends_with(['.', '!', ',', ';']);
    (!words.is_empty() && !sentence && words.chars().count() <= LONGEST).then_some(words)
}
