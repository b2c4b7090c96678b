//! Our own block syntax: lines of colons, a name, an argument. Here the lines are found and nested; what each name
//! means is in `directives.rs`.

use std::ops::Range;

use crate::content::problems;
use crate::diag::nearest;
use crate::diag::{Diagnostic, FileId, Span};

/// How deep directives may be nested.
const DEEPEST: usize = 8;

/// A stretch of a file's body.
#[derive(Debug)]
pub enum Stretch {
    /// Markdown, in bytes of the file.
    Markdown(Range<usize>),
    /// A directive.
    Directive(Directive),
}

/// One directive with what it holds.
#[derive(Debug)]
pub struct Directive {
    /// Its name.
    pub name: String,
    /// What stands after the name, in bytes of the file; without the attributes.
    pub argument: Range<usize>,
    /// The attributes in braces.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub pieces: Vec<Stretch>,
    /// Its first line, without the line end.
    pub line: Span,
    /// From its first line to the end of its last.
    pub span: Span,
}

struct Open {
    colons: usize,
    directive: Directive,
}

/// The name of a directive that there is.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The name.
    pub name: &'static str,
    /// Whether it is one line that holds nothing.
    pub leaf: bool,
}

/// Splits a body into Markdown and the directives that are known; mistakes are added to `found`.
pub fn split(
    text: &str,
    body: Range<usize>,
    file: FileId,
    known: &[Name],
    found: &mut Vec<Diagnostic>,
) -> Vec<Stretch> {
    let mut scan = Scan { file, known, found, open: Vec::new(), pieces: vec![Vec::new()], start: body.start };
    let mut fence: Option<(char, usize)> = None;
    let mut at = body.start;
    for line in text[body.clone()].split_inclusive('\n') {
        let bare = line.trim_end();
        if let Some(open) = fence {
            if closes(bare, open) {
                fence = None;
            }
        } else if let Some(opened) = code_fence(bare) {
            fence = Some(opened);
        } else if bare.starts_with(":::") {
            scan.markdown(at);
            scan.fence_line(text, at..at + bare.len(), at + line.len());
        }
        at += line.len();
    }
    scan.markdown(body.end);
    scan.finish(body.end)
}

/// Returns the character and length of a code fence that starts on this line. Source: CommonMark 0.31.2, 4.5.
fn code_fence(line: &str) -> Option<(char, usize)> {
    let bare = line.trim_start_matches(' ');
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = bare.chars().take_while(|c| *c == mark).count();
    let rest = &bare[length..];
    (line.len() - bare.len() < 4 && length >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, length))
}

fn closes(line: &str, (mark, length): (char, usize)) -> bool {
    let bare = line.trim_start_matches(' ');
    line.len() - bare.len() < 4 && bare.chars().all(|c| c == mark) && bare.chars().count() >= length
}

/// Reads `key=value` pairs with spaces between them; a value may be in quotation marks.
fn pairs(text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = text.trim();
    while let Some((key, after)) = rest.split_once('=') {
        let (value, next) = match after.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
            Some(parts) => parts,
            None => after.split_once(' ').unwrap_or((after, "")),
        };
        pairs.push((key.trim().to_string(), value.to_string()));
        rest = next.trim();
    }
    pairs
}

struct Scan<'a> {
    file: FileId,
    known: &'a [Name],
    found: &'a mut Vec<Diagnostic>,
    open: Vec<Open>,
    pieces: Vec<Vec<Stretch>>,
    start: usize,
}

impl Scan<'_> {
    fn markdown(&mut self, until: usize) {
        if until > self.start
            && let Some(pieces) = self.pieces.last_mut()
        {
            pieces.push(Stretch::Markdown(self.start..until));
        }
    }

    fn fence_line(&mut self, text: &str, line: Range<usize>, next: usize) {
        let written = &text[line.clone()];
        let rest = written.trim_start_matches(':');
        let colons = written.len() - rest.len();
        self.start = next;
        if rest.trim().is_empty() {
            self.close(colons, &line);
            return;
        }
        let directive = self.parse(text, line.clone(), colons);
        let known = self.known.iter().find(|known| known.name == directive.name);
        if known.is_none() {
            let names = self.known.iter().map(|known| known.name);
            let help = match nearest(&directive.name, names.clone()) {
                Some(near) => format!("did you mean `:::{near}`?"),
                None => format!("use one of: {}", names.collect::<Vec<_>>().join(", ")),
            };
            let message = format!("`:::{}` is not a block that Handbill knows", directive.name);
            self.found.push(Diagnostic::new(&problems::DIRECTIVE_UNKNOWN, directive.line, message, help));
        }
        if known.is_some_and(|known| known.leaf) {
            self.push(Stretch::Directive(directive));
        } else if self.open.len() < DEEPEST {
            self.open.push(Open { colons, directive });
            self.pieces.push(Vec::new());
        } else {
            let message = format!("blocks stand more than {DEEPEST} deep inside one another");
            let help = "close some of the blocks above, or use headings";
            self.found.push(Diagnostic::new(&problems::NESTED_TOO_DEEP, directive.line, message, help));
        }
    }

    fn parse(&self, text: &str, line: Range<usize>, colons: usize) -> Directive {
        let written = &text[line.clone()];
        let rest = &written[colons..];
        let from = line.start + colons + (rest.len() - rest.trim_start().len());
        let word = text[from..line.end].split(|c: char| c.is_whitespace() || c == '{').next().unwrap_or("");
        let mut argument = from + word.len()..line.end;
        let mut attributes = Vec::new();
        let tail = &text[argument.clone()];
        if tail.ends_with('}')
            && let Some(brace) = tail.rfind('{')
        {
            attributes = pairs(&tail[brace + 1..tail.len() - 1]);
            argument.end = argument.start + brace;
        }
        let inner = &text[argument.clone()];
        let lead = inner.len() - inner.trim_start().len();
        let argument = argument.start + lead..argument.start + lead + inner.trim().len();
        let span = Span::new(self.file, line.start, line.end);
        Directive { name: word.to_string(), argument, attributes, pieces: Vec::new(), line: span, span }
    }

    fn close(&mut self, colons: usize, line: &Range<usize>) {
        let Some(at) = self.open.iter().rposition(|open| open.colons == colons) else {
            let span = Span::new(self.file, line.start, line.end);
            let innermost = self.open.last();
            let (message, help) = match innermost {
                None => ("this line closes a block, but none is open".to_string(), "remove it".to_string()),
                Some(open) => {
                    let wanted = ":".repeat(open.colons);
                    let message =
                        format!("this line has {colons} colons, but `:::{}` has {}", open.directive.name, open.colons);
                    (message, format!("close it with `{wanted}`"))
                }
            };
            self.found.push(Diagnostic::new(&problems::DIRECTIVE_MISUSED, span, message, help));
            return;
        };
        while self.open.len() > at + 1 {
            self.unclosed(line.start);
        }
        self.pop(line.end);
    }

    fn pop(&mut self, end: usize) {
        if let (Some(open), Some(pieces)) = (self.open.pop(), self.pieces.pop()) {
            let mut directive = open.directive;
            directive.pieces = pieces;
            directive.span = Span::new(self.file, directive.line.start as usize, end);
            self.push(Stretch::Directive(directive));
        }
    }

    fn unclosed(&mut self, end: usize) {
        if let Some(open) = self.open.last() {
            let message = format!("`:::{}` is opened here and never closed", open.directive.name);
            let help = format!("put `{}` on a line of its own after it", ":".repeat(open.colons));
            self.found.push(Diagnostic::new(&problems::DIRECTIVE_MISUSED, open.directive.line, message, help));
        }
        self.pop(end);
    }

    fn push(&mut self, piece: Stretch) {
        if let Some(pieces) = self.pieces.last_mut() {
            pieces.push(piece);
        }
    }

    fn finish(mut self, end: usize) -> Vec<Stretch> {
        while !self.open.is_empty() {
            self.unclosed(end);
        }
        self.pieces.pop().unwrap_or_default()
    }
}
