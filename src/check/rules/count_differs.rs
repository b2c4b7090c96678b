//! Numbers that a list does not keep: "3 ways" before four bullets.

use crate::check::figures::number;
use crate::check::{Body, Known, Look, Passage, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, Inline, walk};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A135",
        name: "count-differs",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("count_differs.md"),
    },
    look: Look::Body(look),
};

/// What the items of a list are called.
const ITEMS: &[&str] = &[
    "ways",
    "steps",
    "things",
    "reasons",
    "options",
    "types",
    "kinds",
    "stages",
    "parts",
    "priorities",
    "aims",
    "goals",
    "objectives",
    "questions",
    "services",
    "areas",
    "documents",
    "principles",
    "rules",
    "themes",
    "outcomes",
    "tips",
    "recommendations",
    "groups",
    "forms",
    "rights",
    "points",
    "examples",
    "benefits",
    "conditions",
    "criteria",
    "sorts",
    "places",
    "choices",
    "actions",
    "commitments",
    "promises",
    "strands",
    "pillars",
    "projects",
    "changes",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    if body.lang.primary() == "en" {
        for part in body.parts() {
            siblings(part, report);
        }
    }
}

fn siblings(blocks: &[Block], report: &mut Sink<'_>) {
    for pair in blocks.windows(2) {
        if let [lead, list] = pair
            && let Some((count, listed)) = items(list)
            && let Some((run, heading)) = words(lead)
            && let Some((span, written, said)) = said(run, heading)
            && said != count
        {
            let message = format!("`{written}` leads into a list of {count}");
            let help =
                format!("write the right number, or look for the item that is missing or too many in the {listed}");
            report.add(span, message, help);
        }
    }
    for block in blocks {
        if !matches!(block, Block::Quote(_) | Block::Included(_)) {
            walk::held(block).into_iter().for_each(|held| siblings(held, report));
        }
    }
}

/// Returns how many items a list or steps have, and what they are.
fn items(block: &Block) -> Option<(usize, &'static str)> {
    match block {
        Block::List(list) => Some((list.items.len(), "list")),
        Block::Steps(steps) => Some((steps.steps.len(), "steps")),
        _ => None,
    }
}

/// Returns the words that lead into what follows, and whether they are a heading.
fn words(block: &Block) -> Option<(&[Inline], bool)> {
    match block {
        Block::Paragraph(paragraph) => Some((&paragraph.content, false)),
        Block::Heading(heading) => Some((&heading.content, true)),
        _ => None,
    }
}

/// Returns the number of items that a lead-in says: the last one of its last sentence, which ends with a colon.
fn said(run: &[Inline], heading: bool) -> Option<(Span, String, usize)> {
    let passage = Passage::read(run, if heading { Role::Heading } else { Role::Paragraph });
    if !heading && !passage.text.trim_end().ends_with(':') {
        return None;
    }
    let sentence = passage.sentences.last()?.clone();
    let counts = |i: usize| {
        let number =
            number(passage.lower(i)).filter(|number| number.fract() == 0.0 && (2.0..=30.0).contains(number))?;
        let noun = (i + 1..sentence.end.min(i + 4)).find(|at| ITEMS.contains(&passage.lower(*at)))?;
        // "One of the three ways", "2 of these 3 steps", "at least 2 ways".
        let before = |back: usize| i.checked_sub(back).map_or("", |at| passage.lower(at));
        let loose = matches!(
            before(1),
            "least" | "than" | "or" | "to" | "of" | "between" | "about" | "over" | "other" | "another"
        ) || matches!(before(2), "of" | "one");
        (!loose && !passage.words[i].quoted).then_some((i, noun, number))
    };
    let (first, last, number) = sentence.clone().rev().find_map(counts)?;
    let range = passage.range(first, last);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 2 to 30")]
    Some((passage.span(range.clone()), passage.text[range].to_string(), number as usize))
}
