//! Blocks as Markdown.

use super::escape::{Spot, comment};
use super::inline::{Scene, said};
use super::table;
use crate::import::document::{Block, Inline, List, Paragraph, words};

/// How deep a directive may still be opened: inside lists, quotations and notes there is none.
pub const INSIDE: usize = usize::MAX;

/// Returns blocks as Markdown, with an empty line between them. `depth` says how many directives stand around them.
pub fn write(scene: &Scene<'_>, blocks: &[Block], depth: usize) -> String {
    parts(scene, blocks, depth).join("\n\n")
}

/// Returns each block that says something as Markdown.
fn parts(scene: &Scene<'_>, blocks: &[Block], depth: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut headings = 0;
    let mut marks = Marks::default();
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| blocks.get(before));
        let written = match block {
            Block::Heading(level, content) => {
                headings += 1;
                let level = if depth == INSIDE { 6 } else { usize::from(*level) };
                let text = scene.run(content, Spot::Heading);
                let id = scene.places.id(headings - 1).map(|id| format!(" {{#{id}}}")).unwrap_or_default();
                format!("{} {text}{id}", "#".repeat(level.clamp(1, 6)))
            }
            Block::List(list) => {
                let follows = matches!(before, Some(Block::List(_)));
                self::list(scene, list, marks.next(list, follows))
            }
            other => one(scene, other, depth),
        };
        if !written.trim().is_empty() {
            out.push(written);
        }
    }
    out
}

fn one(scene: &Scene<'_>, block: &Block, depth: usize) -> String {
    match block {
        Block::Title(content) => format!("## {}", scene.run(content, Spot::Heading)),
        Block::Paragraph(paragraph) => scene.run(&paragraph.content, Spot::Line),
        Block::Caption(content) => scene.run(content, Spot::Line),
        Block::Table(table) => table::write(scene, table),
        Block::Quote(inner) => quoted(&write(scene, inner, INSIDE)),
        Block::Code(text) => code(text),
        Block::Definitions(entries) => definitions(scene, entries),
        Block::Boxed(inner) => boxed(scene, inner, depth),
        Block::Language(lang, inner) if depth == INSIDE => match inner.as_slice() {
            [Block::Paragraph(paragraph)] => {
                scene.run(&[Inline::Language(lang.clone(), paragraph.content.clone())], Spot::Line)
            }
            _ => write(scene, inner, depth),
        },
        Block::Language(lang, inner) => directive(&format!("language {}", lang.tag()), &write(scene, inner, depth + 1)),
        Block::Rule => "---".to_string(),
        Block::Remark(remark) => comment(&said(remark), Spot::Line),
        Block::Heading(_, content) => scene.run(content, Spot::Line),
        Block::List(list) => self::list(scene, list, Mark::Dash),
    }
}

/// Returns a directive around lines: it has more colons than those in it.
pub fn directive(opening: &str, inner: &str) -> String {
    let within = inner.lines().map(|line| line.len() - line.trim_start_matches(':').len()).max().unwrap_or(0);
    let colons = ":".repeat(if within >= 3 { within + 1 } else { 3 });
    format!("{colons}{opening}\n{inner}\n{colons}")
}

/// A box is what an author writes as `:::information`, with its first line as its title where that is bold.
fn boxed(scene: &Scene<'_>, inner: &[Block], depth: usize) -> String {
    let only_pictures = inner.iter().all(|block| match block {
        Block::Paragraph(paragraph) => words(&paragraph.content).trim().is_empty(),
        Block::Remark(_) => true,
        _ => false,
    });
    if depth == INSIDE || only_pictures {
        return write(scene, inner, depth);
    }
    let (title, rest) = match inner {
        [Block::Paragraph(Paragraph { content, .. }), rest @ ..] if !rest.is_empty() => match content.as_slice() {
            [Inline::Strong(title)] if words(title).chars().count() <= 80 => (scene.run(title, Spot::Heading), rest),
            _ => (String::new(), inner),
        },
        _ => (String::new(), inner),
    };
    let room = if title.is_empty() { "" } else { " " };
    directive(&format!("information{room}{title}"), &write(scene, rest, depth + 1))
}

fn quoted(inner: &str) -> String {
    let lines = inner.lines().map(|line| if line.is_empty() { ">".to_string() } else { format!("> {line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns lines, all but the first with an indent.
pub fn indented(inner: &str, indent: &str) -> String {
    let mut lines = inner.lines();
    let mut out = lines.next().unwrap_or_default().to_string();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str(line);
        }
    }
    out
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    format!("{fence}\n{}\n{fence}", text.trim_end())
}

fn definitions(scene: &Scene<'_>, entries: &[(Vec<Inline>, Vec<Vec<Block>>)]) -> String {
    let mut out = Vec::new();
    for (term, meanings) in entries {
        let mut entry = scene.run(term, Spot::Line).replace("\\\n", " ");
        for meaning in meanings {
            entry.push_str(&format!("\n: {}", indented(&write(scene, meaning, INSIDE), "  ")));
        }
        out.push(entry);
    }
    out.join("\n\n")
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Dash,
    Star,
    Dot,
    Bracket,
}

/// Which marks were used last: a list just after another needs other ones. Source: CommonMark 0.31.2, 5.3.
#[derive(Default)]
struct Marks {
    last: Option<Mark>,
}

impl Marks {
    fn next(&mut self, list: &List, follows: bool) -> Mark {
        let (one, other) = if list.start.is_some() { (Mark::Dot, Mark::Bracket) } else { (Mark::Dash, Mark::Star) };
        let mark = if follows && self.last == Some(one) { other } else { one };
        self.last = Some(mark);
        mark
    }
}

fn list(scene: &Scene<'_>, list: &List, mark: Mark) -> String {
    let tight = list.items.iter().all(|item| {
        matches!(item.as_slice(), [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List(_)] | [Block::List(_)])
    });
    let mut items = Vec::new();
    for (at, item) in list.items.iter().enumerate() {
        let number = list.start.unwrap_or(1).saturating_add(at as u64).min(999_999_999);
        let sign = match mark {
            Mark::Dash => "-".to_string(),
            Mark::Star => "*".to_string(),
            Mark::Dot => format!("{number}."),
            Mark::Bracket => format!("{number})"),
        };
        // No empty line stands between an item's words and the list below them.
        let inner = parts(scene, item, INSIDE).join(if tight { "\n" } else { "\n\n" });
        items.push(format!("{sign} {}", indented(&inner, &" ".repeat(sign.len() + 1))));
    }
    items.join(if tight { "\n" } else { "\n\n" })
}
