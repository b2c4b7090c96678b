//! The source line with a mark under what is meant: for people at a terminal.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::diag::unseen::{on_one_line, visible};
use crate::diag::{Diagnostic, Severity, Sources, Span};

/// How a terminal shows findings.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether it shows colours.
    pub colour: bool,
    /// Its width in characters.
    pub width: usize,
}

/// The longest line that is shown as a snippet, in bytes; a longer one is named and not shown.
const LONGEST_LINE: usize = 2000;

/// Returns the findings with their source lines.
pub fn report(diagnostics: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.width);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&groups(diagnostic, sources)));
        out.push_str("\n\n");
    }
    out
}

fn groups<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<annotate_snippets::Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(visible(&diagnostic.message)).id(diagnostic.kind.name);
    let mut group = title.element(snippet(diagnostic.span, "", AnnotationKind::Primary, sources));
    for label in &diagnostic.labels {
        group = group.element(snippet(label.span, &label.text, AnnotationKind::Context, sources));
    }
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(visible(&diagnostic.help)));
    }
    vec![group]
}

/// Returns the lines that a span touches: at most three, so that a whole page is never printed.
fn snippet<'a>(
    span: Span,
    label: &'a str,
    kind: AnnotationKind,
    sources: &'a Sources,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = sources.get(span.file);
    let first = source.position(span.start).line;
    let from = source.line_start(first);
    let until = source.line_start(first + 3).max(from);
    let shown = &source.text[from..until];
    let shown = if shown.len() > LONGEST_LINE { "" } else { shown };
    let end = (span.end as usize).clamp(from, until) - from;
    let start = (span.start as usize).clamp(from, until) - from;
    let (start, end) = (start.min(shown.len()), end.min(shown.len()));
    let (start, end) = (floor(shown, start), floor(shown, end));
    let annotation = kind.span(start..end);
    let annotation = if label.is_empty() { annotation } else { annotation.label(visible(label)) };
    Snippet::source(without_c1(shown)).line_start(first).path(on_one_line(&source.path)).annotation(annotation)
}

/// Returns the text with a dot for each control that the renderer would pass on; the bytes keep their places.
fn without_c1(text: &str) -> Cow<'_, str> {
    let passed_on = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.contains(passed_on) { Cow::Owned(text.replace(passed_on, "\u{b7}")) } else { Cow::Borrowed(text) }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
