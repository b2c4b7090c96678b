//! Characters that braille has no sign for, on pages and leaflets that are made in braille.

use std::collections::BTreeSet;

use crate::braille::{self, Unknown};
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, FormatName, Inline, Lang, Text, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A140",
        name: "braille-unknown",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("braille_unknown.md"),
    },
    look: Look::Body(look),
};

/// The format that the rule is about.
const BRAILLE: FormatName = FormatName("braille");

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let page = body.page.is_some_and(|page| page.has_format(BRAILLE));
    let leaflet = body.leaflet.is_some_and(|leaflet| leaflet.formats.contains(&BRAILLE));
    if !(page || leaflet) {
        return;
    }
    let mut told = BTreeSet::new();
    let mut tell = |unknown: &Unknown, span: Span| {
        if told.insert(unknown.c) {
            let written = match unknown.instead.as_str() {
                "" => "nothing is written for it".to_string(),
                instead => format!("`{instead}` is written for it"),
            };
            let help = "say it in words, or ask a braille transcriber how to write it";
            report.add(span, format!("braille has no sign for `{}`: {written}", unknown.c), help);
        }
    };
    for part in body.parts() {
        blocks(part, body.lang, &mut tell);
    }
}

/// Goes through blocks with the language that their words are in.
fn blocks(all: &[Block], lang: &Lang, tell: &mut dyn FnMut(&Unknown, Span)) {
    for block in all {
        if let Block::Language(foreign) = block {
            blocks(&foreign.blocks, &foreign.lang, tell);
            continue;
        }
        if braille::is_written_in_latin(&lang.primary()) {
            let picture = match block {
                Block::Figure(figure) => Some(&figure.image),
                Block::Row(row) => row.image.as_ref(),
                _ => None,
            };
            if let Some(image) = picture {
                braille::unknown(&image.alt).iter().for_each(|unknown| tell(unknown, image.span));
            }
            for run in walk::own_runs(block) {
                inlines(run, tell);
            }
            if let Block::Code(code) = block {
                braille::unknown(&code.text).iter().for_each(|unknown| tell(unknown, code.span));
            }
        }
        for held in walk::held(block) {
            blocks(held, lang, tell);
        }
    }
}

fn inlines(run: &[Inline], tell: &mut dyn FnMut(&Unknown, Span)) {
    for inline in run {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => words(text, tell),
            Inline::Language(foreign) if !braille::is_written_in_latin(&foreign.lang.primary()) => {}
            _ => inlines(inline.children(), tell),
        }
    }
}

fn words(text: &Text, tell: &mut dyn FnMut(&Unknown, Span)) {
    for unknown in braille::unknown(&text.text) {
        tell(&unknown, text.place(unknown.at..unknown.at + unknown.c.len_utf8()));
    }
}
