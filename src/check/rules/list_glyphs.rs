//! Bullets that were pasted as characters.

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sink};
use crate::diag::Span;
use crate::diag::{FindingKind, Severity};
use crate::model::Block;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A051",
        name: "list-glyphs",
        severity: Severity::Error,
        wcag: &["1.3.1"],
        act: &[],
        doc: include_str!("list_glyphs.md"),
    },
    look: Look::Body(look),
};

/// Characters that word processors draw as bullets.
const GLYPHS: &[char] = &[
    '\u{2022}', '\u{25cf}', '\u{25aa}', '\u{25e6}', '\u{2023}', '\u{b7}', '\u{2219}', '\u{25a0}', '\u{25a1}',
    '\u{25ba}', '\u{27a2}', '\u{2756}', '\u{2043}', '\u{29bf}',
];

/// What stands before the words of a line: spaces, and the mark of a quotation.
const INDENT: [char; 3] = [' ', '\t', '>'];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english_with(Chars::DIGITS).filter(|passage| passage.is_prose() && passage.text.contains("3")) {
        numbered(passage, report);
    }
    for block in body.blocks() {
        let Block::Paragraph(paragraph) = block else { continue };
        let written = report.written(paragraph.span);
        let dashes = written.lines().filter(|line| bullet(line) == Some('\u{2013}')).count();
        let mut at = paragraph.span.start as usize;
        for line in written.split_inclusive('\n') {
            let bare = line.trim_start_matches(INDENT);
            let start = at + line.len() - bare.len();
            at += line.len();
            let Some(glyph) = bullet(line) else {
                if let Some((first, last)) = in_line(bare) {
                    let span = Span::new(paragraph.span.file, start + first, start + last);
                    let message = "the items of a list stand in one line, with their bullets between them";
                    report.add(span, message, "start a line with `- ` for each item");
                }
                continue;
            };
            // One line that starts with a dash may be half a sentence; two are a list.
            if glyph == '\u{2013}' && dashes < 2 {
                continue;
            }
            let rest = bare[glyph.len_utf8()..].trim_start_matches([' ', '\t', '\u{a0}']);
            let end = at - line.len() + (line.len() - rest.len());
            let span = Span::new(paragraph.span.file, start, end);
            let before = report.written_before(Span { end: span.start, ..span });
            let listed = before.trim_start_matches(['>', ' ']);
            let text = if listed.is_empty() { "- " } else { "" };
            let shown = if private(glyph) {
                "a character that only its own font knows".to_string()
            } else {
                format!("`{glyph}`")
            };
            let message = format!("this line starts with {shown}, not with the mark of a list");
            report.mend(span, message, "start the line with `- `", span, text);
        }
    }
}

/// Returns the pasted bullet that a line starts with.
fn bullet(line: &str) -> Option<char> {
    let line = line.trim_start_matches(INDENT);
    let glyph = line.chars().next()?;
    let spaced = line[glyph.len_utf8()..].starts_with([' ', '\t', '\u{a0}']);
    (GLYPHS.contains(&glyph) || private(glyph) || (glyph == '\u{2013}' && spaced)).then_some(glyph)
}

/// Returns where the first bullet of a line is and where the last ends, if it has those of a list: two or more that stand
/// apart, after a colon; three where no colon says that a list comes, since two may part the lines of an address.
fn in_line(line: &str) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize, usize)> = None;
    let colon = line.find(": ");
    let mut dashes = 0;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let apart = line[..at].ends_with(' ') && line[end..].starts_with(' ');
        let bullet = GLYPHS.contains(&c) && c != '\u{b7}';
        if !apart || colon.is_some_and(|colon| at < colon) {
            continue;
        }
        // A hyphen is a bullet only if the first one comes right after the colon.
        let first = || colon.and_then(|colon| line.get(colon + 1..at)).is_some_and(|between| between.trim().is_empty());
        let dash = matches!(c, '-' | '\u{2013}' | '*') && (dashes > 0 || first());
        if !(bullet || dash) {
            continue;
        }
        dashes += usize::from(dash);
        found = Some(found.map_or((at, end, 1), |(first, _, count)| (first, end, count + 1)));
    }
    let (first, last, count) = found?;
    (count >= if colon.is_some() { 2 } else { 3 }).then_some((first, last))
}

/// What has a number after it that may end its sentence: "in section 2. The law".
const NUMBERED: &[&str] = &[
    "section",
    "part",
    "step",
    "figure",
    "table",
    "page",
    "chapter",
    "no",
    "stage",
    "to",
    "and",
    "key",
    "band",
    "year",
    "paragraph",
    "question",
    "grade",
    "level",
    "phase",
    "zone",
    "annex",
    "appendix",
    "schedule",
    "score",
    "or",
    "of",
    "in",
    "article",
];

/// Reports the steps of a numbered list that stand in one line: "1. Ring us 2. Bring the form 3. Sign it".
fn numbered(passage: &Passage, report: &mut Sink<'_>) {
    let text = passage.text.as_str();
    let before = |at: usize| text[..at].trim_end().rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    let mark = |number: usize, stop: char| {
        let mark = format!("{number}{stop} ");
        text.match_indices(mark.as_str()).map(|(at, _)| at).find(|at| {
            let apart = text[..*at].ends_with([' ', '\n']);
            let upper = text[at + mark.len()..].starts_with(char::is_uppercase);
            apart && upper && !NUMBERED.contains(&before(*at).as_str())
        })
    };
    for stop in ['.', ')'] {
        if let (Some(two), Some(three)) = (mark(2, stop), mark(3, stop))
            && two < three
            && before(two) != before(three)
            && passage.word_at(two).is_some_and(|i| !passage.words[i].quoted)
        {
            let message = "the steps of a list stand in one line, with their numbers between them";
            report.add(passage.span(two..three + 2), message, "start a line with `1. ` for each step");
            return;
        }
    }
}

/// Returns whether Unicode leaves a character to fonts, as it does the bullets of Symbol and Wingdings.
fn private(glyph: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&glyph)
}
