//! The model as text that a person can review: the snapshot format of the content tests.

use std::fmt::Write;

use super::{Block, Inline, Target, walk};

/// Returns blocks as an indented outline, one node a line.
pub fn blocks(top: &[Block]) -> String {
    let mut out = String::new();
    write_blocks(top, 0, &mut out);
    out
}

fn write_blocks(blocks: &[Block], depth: usize, out: &mut String) {
    for block in blocks {
        let line = match block {
            Block::Heading(b) => format!("heading {} #{}", b.level, b.id),
            Block::Paragraph(_) => "paragraph".to_string(),
            Block::List(b) => b.start.map_or("list".to_string(), |start| format!("list from {start}")),
            Block::Definitions(_) => "definitions".to_string(),
            Block::Quote(_) => "quote".to_string(),
            Block::Table(b) => {
                let over: Vec<String> = b.groups.iter().map(|group| group.columns.to_string()).collect();
                let over = if over.is_empty() { String::new() } else { format!(" headed {}", over.join(", ")) };
                format!("{} {} by {}{over}", if b.bars { "chart" } else { "table" }, b.columns.len(), b.rows.len())
            }
            Block::Figure(b) => format!("figure `{}` alt `{}`", b.image.wanted, b.image.alt),
            Block::Code(b) => format!("code {:?}", b.text),
            Block::Break(_) => "break".to_string(),
            Block::Callout(b) => format!("callout {:?}", b.kind),
            Block::Statistic(b) => format!("statistic {}", b.key),
            Block::Steps(_) => "steps".to_string(),
            Block::Action(_) => "action".to_string(),
            Block::Details(_) => "details".to_string(),
            Block::Address(_) => "address".to_string(),
            Block::Contact(b) => format!("contact {}", b.key),
            Block::KeyFacts(_) => "key-facts".to_string(),
            Block::Timeline(_) => "timeline".to_string(),
            Block::Form(form) => {
                let lines: Vec<String> = form.entries.iter().map(|entry| entry.lines.to_string()).collect();
                format!("form of {} lines", lines.join(", "))
            }
            Block::Film(b) => format!("film `{}` {}", b.title, target(&b.target)),
            Block::Video(b) => {
                let found = |file: &Option<super::AssetUse>| if file.is_some() { "" } else { " missing" };
                let captions = if b.captions.is_some() { " with captions" } else { "" };
                format!("video `{}` {}{}{captions}", b.title, b.wanted, found(&b.file))
            }
            Block::Download(b) => format!("download `{}` {}", b.label, b.wanted),
            Block::Formats(_) => "formats".to_string(),
            Block::Row(b) => {
                format!("row {}", b.image.as_ref().map_or("without a picture", |image| image.wanted.as_str()))
            }
            Block::Language(b) => format!("language {}", b.lang),
            Block::Included(b) => format!("included {}", b.wanted),
            Block::RawHtml(b) => format!("raw html {:?}", b.text),
        };
        indent(depth, &line, out);
        for run in walk::own_runs(block).into_iter().filter(|run| !run.is_empty()) {
            indent(depth + 1, &run_text(run), out);
        }
        for (number, held) in walk::held(block).into_iter().enumerate() {
            let mark = match task(block, number) {
                Some(true) => "- [x]",
                Some(false) => "- [ ]",
                None if matches!(block, Block::List(_) | Block::Steps(_)) => "-",
                None => "",
            };
            if mark.is_empty() {
                write_blocks(held, depth + 1, out);
            } else {
                indent(depth + 1, mark, out);
                write_blocks(held, depth + 2, out);
            }
        }
    }
}

/// Returns whether an item of a list is done, where it is a task.
fn task(block: &Block, number: usize) -> Option<bool> {
    if let Block::List(list) = block { list.items.get(number)?.task } else { None }
}

fn indent(depth: usize, line: &str, out: &mut String) {
    for _ in 0..depth {
        out.push_str("  ");
    }
    out.push_str(line);
    out.push('\n');
}

/// Returns running text on one line, its marks in angle brackets.
pub fn run_text(run: &[Inline]) -> String {
    let mut out = String::new();
    for inline in run {
        let inner = |name: &str| format!("<{name}>{}</{name}>", run_text(inline.children()));
        let piece = match inline {
            Inline::Text(t) => t.text.clone(),
            Inline::Emphasis(_) => inner("em"),
            Inline::Strong(_) => inner("strong"),
            Inline::Strikethrough(_) => inner("del"),
            Inline::Code(t) => format!("<code>{}</code>", t.text),
            Inline::Link(link) => format!("<link {}>{}</link>", target(&link.target), run_text(&link.content)),
            Inline::Image(image) => format!("<image {} alt={:?}>", image.wanted, image.alt),
            Inline::Fact(fact) => format!("<fact {}={}>", fact.key, fact.text),
            Inline::Contact(contact) => {
                format!("<contact {}.{}={}>", contact.contact, contact.field_name(), contact.text)
            }
            Inline::Abbreviation(a) if a.expand => format!("<abbr {}={} expanded>", a.short, a.full),
            Inline::Abbreviation(a) => format!("<abbr {}={}>", a.short, a.full),
            Inline::Language(foreign) => format!("<{}>{}</{0}>", foreign.lang, run_text(&foreign.content)),
            Inline::FootnoteMark(mark) => match mark.number {
                Some(number) => format!("<note {number}>"),
                None => format!("<note `{}` missing>", mark.label),
            },
            Inline::LineBreak(_) => "<br>".to_string(),
            Inline::RawHtml(t) => format!("<raw {:?}>", t.text),
        };
        let _ = write!(out, "{piece}");
    }
    out
}

fn target(target: &Target) -> String {
    match target {
        Target::Page { page, heading: None } => format!("page {}", page.id.0),
        Target::Page { page, heading: Some(heading) } => format!("page {}#{heading}", page.id.0),
        Target::Asset(asset) => format!("asset {}", asset.id.0),
        Target::Route(route) => format!("route {route}"),
        Target::Web(url) => format!("web {url}"),
        Target::Email(address) => format!("email {address}"),
        Target::Phone(number) => format!("phone {number}"),
        Target::TextMessage(number) => format!("text message {number}"),
        Target::Unread(wanted) => format!("unread `{wanted}`"),
        Target::Broken(broken) => format!("broken `{}` {:?}", broken.wanted, broken.why),
    }
}
