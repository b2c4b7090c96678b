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
            found.push(&**heading);
        }
    });
    found
}

/// Returns the lists of blocks that a block holds, in reading order.
pub fn held(block: &Block) -> Vec<&[Block]> {
    match block {
        Block::List(list) => list.items.iter().map(|item| item.blocks.as_slice()).collect(),
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) | Block::Form(d) => {
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
        | Block::Video(_)
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
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) | Block::Form(d) => {
            d.entries.iter().map(|entry| entry.term.as_slice()).collect()
        }
        Block::Quote(quote) => vec![&quote.attribution],
        Block::Table(table) => {
            let cells = table.header.iter().chain(table.rows.iter().flatten());
            let cells = table.groups.iter().map(|group| &group.heading).chain(cells);
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
        | Block::Video(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::Row(_)
        | Block::Language(_)
        | Block::Included(_)
        | Block::RawHtml(_) => Vec::new(),
    }
}

/// Calls `visit` for every block, to be changed, each before what it holds.
pub fn blocks_mut(top: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in top {
        visit(block);
        for held in held_mut(block) {
            blocks_mut(held, visit);
        }
    }
}

/// Calls `visit` for every run of inlines, to be changed, in reading order.
pub fn runs_mut(top: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>, RunKind)) {
    blocks_mut(top, &mut |block| {
        let kind = match block {
            Block::Heading(_) | Block::Callout(_) | Block::Action(_) | Block::Details(_) => RunKind::Heading,
            Block::Paragraph(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Quote(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Code(_)
            | Block::Break(_)
            | Block::Statistic(_)
            | Block::Steps(_)
            | Block::Address(_)
            | Block::Contact(_)
            | Block::KeyFacts(_)
            | Block::Timeline(_)
            | Block::Form(_)
            | Block::Film(_)
            | Block::Video(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::Row(_)
            | Block::Language(_)
            | Block::Included(_)
            | Block::RawHtml(_) => RunKind::Text,
        };
        for run in own_runs_mut(block) {
            visit(run, kind);
        }
    });
}

/// Calls `visit` for every run of inlines, to be changed, in the order in which they stand on a page: a term before its
/// own meanings and after those of the term above it, somebody's words before their name.
pub fn runs_in_order_mut(top: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in top {
        match block {
            Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) | Block::Form(d) => {
                for entry in &mut d.entries {
                    visit(&mut entry.term);
                    entry.meanings.iter_mut().for_each(|meaning| runs_in_order_mut(meaning, visit));
                }
            }
            Block::Steps(steps) => {
                for step in &mut steps.steps {
                    visit(&mut step.title);
                    runs_in_order_mut(&mut step.blocks, visit);
                }
            }
            Block::Quote(quote) => {
                runs_in_order_mut(&mut quote.blocks, visit);
                visit(&mut quote.attribution);
            }
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Code(_)
            | Block::Break(_)
            | Block::Callout(_)
            | Block::Statistic(_)
            | Block::Action(_)
            | Block::Details(_)
            | Block::Address(_)
            | Block::Contact(_)
            | Block::Film(_)
            | Block::Video(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::Row(_)
            | Block::Language(_)
            | Block::Included(_)
            | Block::RawHtml(_) => {
                own_runs_mut(block).into_iter().for_each(&mut *visit);
                held_mut(block).into_iter().for_each(|held| runs_in_order_mut(held, visit));
            }
        }
    }
}

/// Calls `visit` for every inline of a run, to be changed, each before what it holds.
pub fn each_mut(run: &mut [Inline], visit: &mut dyn FnMut(&mut Inline)) {
    for inline in run {
        visit(inline);
        if let Some(children) = inline.children_mut() {
            each_mut(children, visit);
        }
    }
}

/// Returns the lists of blocks that a block holds, to be changed, in reading order.
pub fn held_mut(block: &mut Block) -> Vec<&mut Vec<Block>> {
    match block {
        Block::List(list) => list.items.iter_mut().map(|item| &mut item.blocks).collect(),
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) | Block::Form(d) => {
            d.entries.iter_mut().flat_map(|entry| entry.meanings.iter_mut()).collect()
        }
        Block::Quote(quote) => vec![&mut quote.blocks],
        Block::Callout(callout) => vec![&mut callout.blocks],
        Block::Steps(steps) => steps.steps.iter_mut().map(|step| &mut step.blocks).collect(),
        Block::Action(boxed) | Block::Details(boxed) => vec![&mut boxed.blocks],
        Block::Row(row) => vec![&mut row.blocks],
        Block::Language(foreign) => vec![&mut foreign.blocks],
        Block::Included(included) => vec![&mut included.blocks],
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
        | Block::Video(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::RawHtml(_) => Vec::new(),
    }
}

/// Returns the runs of inlines that a block holds itself, to be changed, in reading order.
pub fn own_runs_mut(block: &mut Block) -> Vec<&mut Vec<Inline>> {
    match block {
        Block::Heading(heading) => vec![&mut heading.content],
        Block::Paragraph(paragraph) => vec![&mut paragraph.content],
        Block::Definitions(d) | Block::KeyFacts(d) | Block::Timeline(d) | Block::Form(d) => {
            d.entries.iter_mut().map(|entry| &mut entry.term).collect()
        }
        Block::Quote(quote) => vec![&mut quote.attribution],
        Block::Table(table) => {
            let cells = table.header.iter_mut().chain(table.rows.iter_mut().flatten());
            let cells = table.groups.iter_mut().map(|group| &mut group.heading).chain(cells);
            std::iter::once(&mut table.caption).chain(cells).collect()
        }
        Block::Figure(figure) => vec![&mut figure.caption],
        Block::Callout(callout) => vec![&mut callout.title],
        Block::Statistic(statistic) => vec![&mut statistic.sentence],
        Block::Steps(steps) => steps.steps.iter_mut().map(|step| &mut step.title).collect(),
        Block::Action(boxed) | Block::Details(boxed) => vec![&mut boxed.title],
        Block::Address(address) => address.lines.iter_mut().collect(),
        Block::List(_)
        | Block::Code(_)
        | Block::Break(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Video(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::Row(_)
        | Block::Language(_)
        | Block::Included(_)
        | Block::RawHtml(_) => Vec::new(),
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
