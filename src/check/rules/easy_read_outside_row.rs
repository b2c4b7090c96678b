//! Words of an Easy Read page that have no picture, and pictures that have no words.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Details, Page};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A099",
        name: "easy-read-outside-row",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_outside_row.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    if matches!(page.meta.details, Details::EasyRead(_)) {
        rows(&page.blocks, page, report);
    }
}

fn rows(blocks: &[Block], page: &Page, report: &mut Sink<'_>) {
    for block in blocks {
        let span = block.span();
        // What the front matter says is written by the kind.
        if span.file == page.file && span.end <= page.meta.span.end {
            continue;
        }
        match block {
            Block::Row(row) if row.blocks.is_empty() => {
                report.add(span, "this row has a picture and no words", "say in a sentence what the picture is for");
            }
            Block::Included(included) => rows(&included.blocks, page, report),
            Block::Row(_)
            | Block::Heading(_)
            // The list of words, whose words have their pictures where they first stand.
            | Block::Definitions(_)
            | Block::Contact(_)
            | Block::Film(_)
            | Block::Video(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::Break(_)
            | Block::Figure(_) => {}
            _ => {
                let help = "put them into a `:::row`, with a picture that shows the idea";
                report.add(span, "these words have no picture beside them", help);
            }
        }
    }
}
