//! Short lines that were headings.

use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink, words};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A143",
        name: "heading-unmarked",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("heading_unmarked.md"),
    },
    look: Look::Body(look),
};

/// The most words that a heading mostly has.
const MOST: usize = 7;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page.filter(|_| body.lang.primary() == "en") else { return };
    for pair in page.blocks.windows(2) {
        let [Block::Paragraph(paragraph), next] = pair else { continue };
        let words = words(&paragraph.content);
        let follows = || matches!(next, Block::Paragraph(next) if long(&next.content));
        if looks_like_heading(&paragraph.content, &words) && follows() {
            let message = format!("`{}` stands alone like a heading, and is none", words.trim());
            let help = format!("write `## {}`, or make it part of a sentence", words.trim());
            report.add(paragraph.span, message, help);
        }
    }
}

/// Returns whether a paragraph is running text, and not another short line.
fn long(run: &[Inline]) -> bool {
    let text = words(run);
    text.split_whitespace().count() > 8 && text.contains('.')
}

fn looks_like_heading(run: &[Inline], text: &str) -> bool {
    let text = text.trim();
    let plain = run.iter().all(|inline| matches!(inline, Inline::Text(_)));
    let upper = text.starts_with(char::is_uppercase);
    let closed = text.ends_with(['.', '!', '?', ':', ';', ',', ')', '"', '\u{201d}', '\u{2026}']);
    // A name, a day or a number has a line of its own in letters and programmes.
    let figures = text.bytes().any(|b| b.is_ascii_digit() || b == b'@');
    // Most paragraphs end with a full stop, and need not be read as words.
    if !plain || !upper || closed || figures || text.contains('\n') {
        return false;
    }
    let passage = Passage::read(run, Role::Paragraph);
    let count = passage.words.len();
    let small = (1..count).filter(|i| passage.word(*i).starts_with(char::is_lowercase)).count();
    let greeting = matches!(
        passage.lower(0),
        "for" | "dear" | "yours" | "regards" | "sincerely" | "kind" | "hello" | "hi" | "thank" | "thanks"
    );
    // "Our goals are" leads into what follows.
    let leads = matches!(
        passage.lower(count.saturating_sub(1)),
        "are" | "is" | "include" | "includes" | "to" | "for" | "the" | "and" | "of" | "with"
    );
    !greeting && !leads && (2..=MOST).contains(&count) && small > 0
}
