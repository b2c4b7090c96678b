//! Reading order: every block and every piece of running text, first to last. One place knows what holds what.

use super::block::{Block, Heading};
use super::inline::Inline;

/// Calls `visit` for every block in reading order, each before what it holds.
pub fn blocks<'a>(top: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in top {
        visit(block);
        for held in held(block) {
            blocks(held, visit);
        }
    }
}

/// Calls `visit` for every run of inlines (a paragraph's, a heading's, a cell's) in reading order.
pub fn runs<'a>(top: &'a [Block], visit: &mut dyn FnMut(&'a [Inline])) {
    blocks(top, &mut |block| {
        for run in own_runs(block) {
            visit(run);
        }
    });
}

/// Calls `visit` for every inline in reading order, each before what it holds.
pub fn inlines<'a>(top: &'a [Block], visit: &mut dyn FnMut(&'a Inline)) {
    runs(top, &mut |run| each(run, visit));
}

/// Calls `visit` for every inline of a run, each before what it holds.
pub fn each<'a>(run: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in run {
        visit(inline);
        each(inline.children(), visit);
    }
}

/// Returns every heading in reading order.
pub fn headings(top: &[Block]) -> Vec<&Heading> {
    let mut found = Vec::new();
    blocks(top, &mut |block| {
        if let Block::Heading(heading) = block {
            found.push(heading);
        }
    });
    found
}

/// Returns the lists of blocks that a block holds, in reading order.
pub fn held(block: &Block) -> Vec<&[Block]> {
    match block {
        Block::List(list) => list.items.iter().map(|item| item.blocks.as_slice()).collect(),
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) => {
            d.entries.iter().flat_map(|entry| entry.meanings.iter().map(Vec::as_slice)).collect()
        }
        Block::Quote(quote) => vec![&quote.blocks],
        Block::Callout(callout) => vec![&callout.blocks],
        Block::Steps(steps) => steps.steps.iter().map(|step| step.blocks.as_slice()).collect(),
        Block::Action(boxed) | Block::Details(boxed) => vec![&boxed.blocks],
        Block::Row(row) => vec![&row.blocks],
        Block::Language(foreign) => vec![&foreign.blocks],
        Block::Included(included) => vec![&included.blocks],
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Table(_)
        | Block::Figure(_)
        | Block::Code(_)
        | Block::Break(_)
        | Block::Statistic(_)
        | Block::Address(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::RawHtml(_) => Vec::new(),
    }
}

/// Returns the runs of inlines that a block holds itself, in reading order.
pub fn own_runs(block: &Block) -> Vec<&[Inline]> {
    match block {
        Block::Heading(heading) => vec![&heading.content],
        Block::Paragraph(paragraph) => vec![&paragraph.content],
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) => {
            d.entries.iter().map(|entry| entry.term.as_slice()).collect()
        }
        Block::Quote(quote) => vec![&quote.attribution],
        Block::Table(table) => {
            let cells = table.header.iter().chain(table.rows.iter().flatten());
            std::iter::once(&table.caption).chain(cells).map(Vec::as_slice).collect()
        }
        Block::Figure(figure) => vec![&figure.caption],
        Block::Callout(callout) => vec![&callout.title],
        Block::Statistic(statistic) => vec![&statistic.sentence],
        Block::Steps(steps) => steps.steps.iter().map(|step| step.title.as_slice()).collect(),
        Block::Action(boxed) | Block::Details(boxed) => vec![&boxed.title],
        Block::Address(address) => address.lines.iter().map(Vec::as_slice).collect(),
        Block::List(_)
        | Block::Code(_)
        | Block::Break(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::Row(_)
        | Block::Language(_)
        | Block::Included(_)
        | Block::RawHtml(_) => Vec::new(),
    }
}

/// Calls `visit` for every run of inlines, to be changed, in reading order.
pub fn runs_mut(top: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>, RunKind)) {
    for block in top {
        match block {
            Block::Heading(heading) => visit(&mut heading.content, RunKind::Heading),
            Block::Paragraph(paragraph) => visit(&mut paragraph.content, RunKind::Text),
            Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) => {
                for entry in &mut d.entries {
                    visit(&mut entry.term, RunKind::Text);
                    for meaning in &mut entry.meanings {
                        runs_mut(meaning, visit);
                    }
                }
            }
            Block::List(list) => {
                for item in &mut list.items {
                    runs_mut(&mut item.blocks, visit);
                }
            }
            Block::Quote(quote) => {
                runs_mut(&mut quote.blocks, visit);
                visit(&mut quote.attribution, RunKind::Text);
            }
            Block::Table(table) => {
                visit(&mut table.caption, RunKind::Text);
                for cell in table.header.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    visit(cell, RunKind::Text);
                }
            }
            Block::Figure(figure) => visit(&mut figure.caption, RunKind::Text),
            Block::Callout(callout) => {
                visit(&mut callout.title, RunKind::Heading);
                runs_mut(&mut callout.blocks, visit);
            }
            Block::Statistic(statistic) => visit(&mut statistic.sentence, RunKind::Text),
            Block::Steps(steps) => {
                for step in &mut steps.steps {
                    visit(&mut step.title, RunKind::Text);
                    runs_mut(&mut step.blocks, visit);
                }
            }
            Block::Action(boxed) | Block::Details(boxed) => {
                visit(&mut boxed.title, RunKind::Heading);
                runs_mut(&mut boxed.blocks, visit);
            }
            Block::Address(address) => {
                for line in &mut address.lines {
                    visit(line, RunKind::Text);
                }
            }
            Block::Row(row) => runs_mut(&mut row.blocks, visit),
            Block::Language(foreign) => runs_mut(&mut foreign.blocks, visit),
            Block::Included(included) => runs_mut(&mut included.blocks, visit),
            Block::Code(_)
            | Block::Break(_)
            | Block::Contact(_)
            | Block::Film(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::RawHtml(_) => {}
        }
    }
}

/// What a run of inlines is the text of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A heading or a title.
    Heading,
    /// Anything else.
    Text,
}
