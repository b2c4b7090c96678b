//! Paragraphs that stop in the middle of a sentence.

use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Paragraph, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A193",
        name: "sentence-cut",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("sentence_cut.md"),
    },
    look: Look::Body(look),
};

/// Words that no sentence ends with.
const GO_ON: &[&str] = &[
    "a", "an", "the", "and", "or", "of", "your", "our", "their", "because", "than", "into", "every", "its", "his", "my",
];

/// The fewest words of a paragraph that is cut: shorter ones are labels.
const FEWEST: usize = 4;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    if body.lang.primary() == "en" {
        body.parts().iter().for_each(|part| siblings(part, report));
    }
}

fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    for (at, block) in blocks.iter().enumerate() {
        match block {
            // An item of a list goes on in the next: "in the active voice; and".
            Block::Quote(_) | Block::Included(_) | Block::Language(_) | Block::List(_) => {}
            // Words before a list, a picture or a box go on in it.
            Block::Paragraph(paragraph) => {
                let next = blocks.get(at + 1);
                if next.is_none_or(|next| matches!(next, Block::Paragraph(_) | Block::Heading(_))) {
                    cut(paragraph, report);
                }
            }
            _ => walk::held(block).into_iter().for_each(|held| siblings(held, report)),
        }
    }
}

fn cut(paragraph: &Paragraph, report: &mut Sink<'_>) {
    let passage = Passage::read(&paragraph.content, Role::Paragraph);
    let Some(last) = passage.words.len().checked_sub(1).filter(|last| last + 1 >= FEWEST) else { return };
    let ends = passage.words[last].end == passage.text.trim_end().len();
    // "Choose answer a" and "vitamin A" name a letter.
    let letter =
        passage.word(last) == "A" || matches!(passage.lower_before(last), "answer" | "option" | "part" | "letter");
    // "(a) in the future; or" goes on in the paragraph below.
    let listed = matches!(passage.lower(last), "and" | "or") && passage.gap_before(last) != " ";
    if ends && !listed && GO_ON.contains(&passage.lower(last)) && !letter && !passage.words[last].quoted {
        let range = passage.range(last.saturating_sub(3), last);
        let message =
            format!("this paragraph stops in the middle of a sentence, at `{}`", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write the rest of the sentence, or take it out");
    }
}
