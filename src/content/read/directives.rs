//! What each directive means: one line in [`DIRECTIVES`] and one small function each.

use std::ops::Range;

use crate::content::problems;
use crate::content::read::directive::{self, Directive, Name, Stretch};
use crate::content::read::markdown::Reader;
use crate::content::read::stack::snug;
use crate::diag::{Diagnostic, Span};
use crate::model::{
    Address, Block, Boxed, Callout, CalloutKind, ContactBlock, Definitions, Download, Film, ForeignBlock, Included,
    Lang, Quote, Row, Statistic, Step, Steps, Table, plain_text, walk,
};

/// One directive.
pub struct DirectiveKind {
    /// Its name.
    pub name: &'static str,
    /// Whether it is one line that holds nothing.
    pub leaf: bool,
    /// Makes its block.
    pub read: fn(&mut Reader<'_>, &Directive) -> Vec<Block>,
}

/// How many parts of a page a directive without a body counts as: a contact has a name, a number, hours and an address.
const LINES_OF_A_LEAF: usize = 10;

/// Every directive, by name.
pub const DIRECTIVES: &[DirectiveKind] = &[
    DirectiveKind { name: "action", leaf: false, read: action },
    DirectiveKind { name: "address", leaf: false, read: address },
    DirectiveKind { name: "chart", leaf: false, read: chart },
    DirectiveKind { name: "contact", leaf: true, read: contact },
    DirectiveKind { name: "details", leaf: false, read: details },
    DirectiveKind { name: "download", leaf: true, read: download },
    DirectiveKind { name: "example", leaf: false, read: |r, d| callout(r, d, CalloutKind::Example) },
    DirectiveKind { name: "film", leaf: true, read: film },
    DirectiveKind { name: "form", leaf: false, read: form },
    DirectiveKind { name: "formats", leaf: true, read: |_, d| vec![Block::Formats(d.span)] },
    DirectiveKind { name: "important", leaf: false, read: |r, d| callout(r, d, CalloutKind::Important) },
    DirectiveKind { name: "include", leaf: true, read: include },
    DirectiveKind { name: "information", leaf: false, read: |r, d| callout(r, d, CalloutKind::Information) },
    DirectiveKind { name: "key-facts", leaf: false, read: |r, d| definitions(r, d, Block::KeyFacts) },
    DirectiveKind { name: "language", leaf: false, read: language },
    DirectiveKind { name: "panel", leaf: false, read: panel },
    DirectiveKind { name: "quote", leaf: false, read: quote },
    DirectiveKind { name: "row", leaf: false, read: row },
    DirectiveKind { name: "stat", leaf: false, read: statistic },
    DirectiveKind { name: "steps", leaf: false, read: steps },
    DirectiveKind { name: "timeline", leaf: false, read: |r, d| definitions(r, d, Block::Timeline) },
    DirectiveKind { name: "warning", leaf: false, read: |r, d| callout(r, d, CalloutKind::Warning) },
];

/// Reads a body: directives and what stands between them.
pub fn body(reader: &mut Reader<'_>, body: Range<usize>) -> Vec<Block> {
    let pieces = pieces(reader, body);
    blocks(reader, &pieces)
}

/// Splits a body at its directives.
pub fn pieces(reader: &mut Reader<'_>, body: Range<usize>) -> Vec<Stretch> {
    reader.define(body.clone());
    let known: Vec<Name> = DIRECTIVES.iter().map(|known| Name { name: known.name, leaf: known.leaf }).collect();
    directive::split(reader.text, body, reader.file, &known, reader.found)
}

/// Reads pieces into blocks.
pub fn blocks(reader: &mut Reader<'_>, pieces: &[Stretch]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for piece in pieces {
        match piece {
            Stretch::Markdown(range) => blocks.extend(reader.markdown(range.clone())),
            Stretch::Directive(directive) => {
                let at = directive.line.start as usize..directive.line.end as usize;
                // What stands in one line is written out as several, such as a contact.
                let leaf = DIRECTIVES.iter().any(|known| known.leaf && known.name == directive.name);
                if !reader.room(&at, if leaf { LINES_OF_A_LEAF } else { 1 }) {
                    break;
                }
                reader.cover(directive.span);
                match DIRECTIVES.iter().find(|known| known.name == directive.name) {
                    Some(known) => blocks.extend((known.read)(reader, directive)),
                    None => blocks.extend(self::blocks(reader, &directive.pieces)),
                }
            }
        }
    }
    snug(blocks)
}

fn misused(reader: &mut Reader<'_>, span: Span, message: &str, help: &str) {
    reader.found.push(Diagnostic::new(&problems::DIRECTIVE_MISUSED, span, message, help));
}

fn argument(reader: &mut Reader<'_>, directive: &Directive, message: &str, help: &str) -> Option<String> {
    let argument = reader.text[directive.argument.clone()].to_string();
    if argument.is_empty() {
        misused(reader, directive.line, message, help);
        return None;
    }
    Some(argument)
}

fn callout(reader: &mut Reader<'_>, directive: &Directive, kind: CalloutKind) -> Vec<Block> {
    let title = reader.title(directive.argument.clone());
    let blocks = blocks(reader, &directive.pieces);
    vec![Block::Callout(Box::new(Callout { kind, title, blocks, span: directive.span }))]
}

fn boxed(reader: &mut Reader<'_>, directive: &Directive) -> Boxed {
    let title = reader.title(directive.argument.clone());
    Boxed { title, blocks: blocks(reader, &directive.pieces), span: directive.span }
}

fn action(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    vec![Block::Action(Box::new(boxed(reader, directive)))]
}

fn details(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write a summary after the name, such as `:::details How we check that it is safe`";
    if argument(reader, directive, "`:::details` has no summary, so nobody can tell what it hides", help).is_none() {
        return blocks(reader, &directive.pieces);
    }
    vec![Block::Details(Box::new(boxed(reader, directive)))]
}

fn quote(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let attribution = reader.title(directive.argument.clone());
    let blocks = blocks(reader, &directive.pieces);
    vec![Block::Quote(Box::new(Quote { blocks, attribution, span: directive.span }))]
}

fn statistic(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write the fact's name, such as `:::stat rj-satisfied`; facts stand in `content/_data/facts.yaml`";
    let Some(key) = argument(reader, directive, "`:::stat` does not say which figure", help) else {
        return blocks(reader, &directive.pieces);
    };
    let mut sentence = Vec::new();
    let mut others = Vec::new();
    for block in blocks(reader, &directive.pieces) {
        match block {
            Block::Paragraph(paragraph) if sentence.is_empty() => sentence = paragraph.content,
            other => others.push(other),
        }
    }
    if let Some(other) = others.first() {
        let help = "keep one paragraph, and put the rest after the closing colons";
        misused(reader, other.span(), "a figure has one sentence, and this is more", help);
    }
    let statistic = Block::Statistic(Box::new(Statistic { key, sentence, fact: None, span: directive.span }));
    std::iter::once(statistic).chain(others).collect()
}

fn steps(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let mut steps = Vec::new();
    for block in blocks(reader, &directive.pieces) {
        match block {
            Block::List(list) if list.start.is_some() => {
                for item in list.items {
                    let mut rest = item.blocks.into_iter();
                    let (title, first) = match rest.next() {
                        Some(Block::Paragraph(paragraph)) => (paragraph.content, None),
                        other => (Vec::new(), other),
                    };
                    let blocks = first.into_iter().chain(rest).collect();
                    steps.push(Step { title, blocks, span: item.span });
                }
            }
            other => {
                let help = "write the steps as a numbered list: `1. Call us`";
                misused(reader, other.span(), "steps must be a numbered list, and this is not one", help);
            }
        }
    }
    if steps.is_empty() {
        misused(reader, directive.line, "these steps are empty", "write them as a numbered list: `1. Call us`");
    }
    vec![Block::Steps(Steps { steps, span: directive.span })]
}

/// The most lines that one question of a form is answered on: more do not fit a page.
const MOST_LINES: usize = 20;

fn form(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let mut read = definitions(reader, directive, Block::Form);
    for block in &mut read {
        let Block::Form(form) = block else { continue };
        for entry in &mut form.entries {
            let said: Vec<String> = entry.meanings.iter().map(|meaning| text_of(meaning)).collect();
            if let [one] = said.as_slice()
                && let Some(lines) = lines_of(one)
            {
                if !(1..=MOST_LINES).contains(&lines) {
                    let message = format!("this question has {lines} lines to write on");
                    misused(reader, entry.span, &message, &format!("write a number from 1 to {MOST_LINES}"));
                }
                (entry.lines, entry.meanings) = (lines.clamp(1, MOST_LINES), Vec::new());
            } else if said.is_empty() {
                let help = "write `: 2 lines` below it, or one line such as `: by letter` for each thing to tick";
                misused(reader, entry.span, "this question of a form has no room for an answer", help);
            }
        }
        if form.entries.is_empty() {
            misused(
                reader,
                directive.line,
                "this form is empty",
                "write each question on a line, and below it `: 2 lines`",
            );
        }
    }
    read
}

/// Returns the words of an answer.
fn text_of(meaning: &[Block]) -> String {
    let mut text = String::new();
    walk::runs(meaning, &mut |run| text.push_str(&plain_text(run)));
    text
}

/// Returns the number of lines that an answer asks for: `1 line`, `4 lines`.
fn lines_of(said: &str) -> Option<usize> {
    let (number, noun) = said.trim().split_once(' ')?;
    let lines = number.parse().ok()?;
    matches!(noun.trim(), "line" | "lines").then_some(lines)
}

fn chart(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let caption = reader.title(directive.argument.clone());
    let help = "write one table of two columns: what is counted, and its number";
    let mut shown = Vec::new();
    for block in blocks(reader, &directive.pieces) {
        match block {
            Block::Table(table) if table.columns.len() == 2 && shown.is_empty() => {
                let caption = if table.caption.is_empty() { caption.clone() } else { table.caption };
                shown.push(Block::Table(Box::new(Table { caption, bars: true, ..*table })));
            }
            other => misused(reader, other.span(), "a chart is drawn from one table of two columns", help),
        }
    }
    if shown.is_empty() {
        misused(reader, directive.line, "this chart has no table", help);
    }
    shown
}

fn definitions(reader: &mut Reader<'_>, directive: &Directive, make: fn(Definitions) -> Block) -> Vec<Block> {
    let mut entries = Vec::new();
    for block in blocks(reader, &directive.pieces) {
        match block {
            Block::Definitions(definitions) => entries.extend(definitions.entries),
            other => {
                let help = "write each as a term on one line and `: what it is` on the next";
                misused(reader, other.span(), "this block holds terms and what they mean, and this is neither", help);
            }
        }
    }
    vec![make(Definitions { entries, span: directive.span })]
}

fn address(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let mut lines = Vec::new();
    for piece in &directive.pieces {
        let Stretch::Markdown(range) = piece else { continue };
        let mut at = range.start;
        for line in reader.text[range.clone()].split_inclusive('\n') {
            let end = at + line.trim_end().len();
            if end > at {
                lines.push(reader.title(at..end));
            }
            at += line.len();
        }
    }
    vec![Block::Address(Address { lines, span: directive.span })]
}

fn contact(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write the contact's name, such as `:::contact office`; contacts stand in `content/_data/contacts.yaml`";
    let key = argument(reader, directive, "`:::contact` does not say whose", help);
    key.map(|key| Block::Contact(Box::new(ContactBlock { key, contact: None, span: directive.span })))
        .into_iter()
        .collect()
}

fn download(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write the file and what it is called, such as `:::download form.pdf Application form`";
    let Some(argument) = argument(reader, directive, "`:::download` does not say which file", help) else {
        return Vec::new();
    };
    let (wanted, label) = argument.split_once(char::is_whitespace).unwrap_or((argument.as_str(), ""));
    let label = reader.typeset(label.trim());
    if label.is_empty() {
        misused(reader, directive.line, "the file has no name that a reader would understand", help);
    }
    let lang = language_of(reader, directive, "lang");
    let wanted = wanted.to_string();
    vec![Block::Download(Box::new(Download { asset: None, wanted, label, lang, span: directive.span }))]
}

fn film(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write the film's page and title, such as `:::film films/what-happens.md What happens`";
    let Some(argument) = argument(reader, directive, "`:::film` does not say which film", help) else {
        return Vec::new();
    };
    let (wanted, title) = argument.split_once(char::is_whitespace).unwrap_or((argument.as_str(), ""));
    let target = reader.target(wanted);
    vec![Block::Film(Box::new(Film { title: reader.typeset(title.trim()), target, span: directive.span }))]
}

fn include(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "write the page and heading, such as `:::include victims/strategy.md#aims`";
    let wanted = argument(reader, directive, "`:::include` does not say what to bring in", help);
    let included =
        wanted.map(|wanted| Block::Included(Box::new(Included { wanted, blocks: Vec::new(), span: directive.span })));
    included.into_iter().collect()
}

fn row(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let mut image = None;
    let mut rest = Vec::new();
    for block in blocks(reader, &directive.pieces) {
        match block {
            Block::Figure(figure) if image.is_none() => image = Some(figure.image),
            other => rest.push(other),
        }
    }
    if image.is_none() {
        misused(
            reader,
            directive.line,
            "a row of an Easy Read text has no picture",
            "add one: `![what it shows](picture.png)`",
        );
    }
    vec![Block::Row(Box::new(Row { image, blocks: rest, span: directive.span }))]
}

fn language(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let written = reader.text[directive.argument.clone()].to_string();
    let lang = Lang::parse(&written);
    let around = reader.lang.clone();
    reader.lang = lang.clone().unwrap_or_else(|| around.clone());
    let blocks = blocks(reader, &directive.pieces);
    reader.lang = around;
    let Some(lang) = lang else {
        let message = format!("`{written}` is not a language");
        misused(reader, directive.line, &message, "write a tag, such as `:::language ur`");
        return blocks;
    };
    vec![Block::Language(Box::new(ForeignBlock { lang, blocks, span: directive.span }))]
}

/// A panel outside a leaflet: its words stand where they are, and the author is told.
fn panel(reader: &mut Reader<'_>, directive: &Directive) -> Vec<Block> {
    let help = "panels belong in the files of `print/`; use a heading instead";
    misused(reader, directive.line, "a panel can only stand in a leaflet, and not inside another block", help);
    blocks(reader, &directive.pieces)
}

fn language_of(reader: &mut Reader<'_>, directive: &Directive, key: &str) -> Option<Lang> {
    let written = directive.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())?;
    let lang = Lang::parse(&written);
    if lang.is_none() {
        let message = format!("`{written}` is not a language");
        misused(reader, directive.line, &message, "write a tag, such as `{lang=cy}`");
    }
    lang
}
