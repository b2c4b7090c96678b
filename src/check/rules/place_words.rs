//! Directions that need eyes: "in the right-hand column", "the green button".

use crate::check::{Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A179",
        name: "place-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("place_words.md"),
    },
    look: Look::Words(WORDS, look),
};

/// Words that may say where or what colour something is.
const WORDS: &[&str] = &[
    "right-hand",
    "left-hand",
    "below",
    "above",
    "green",
    "red",
    "blue",
    "yellow",
    "orange",
    "right",
    "left",
    "round",
    "top",
    "bottom",
];

/// Things of a page that a reader is sent to.
const THINGS: &[&str] = &[
    "button",
    "column",
    "form",
    "box",
    "link",
    "menu",
    "icon",
    "text",
    "section",
    "panel",
    "sidebar",
    "arrow",
    "tab",
    "table",
    "list",
    "questions",
    "question",
    "map",
    "chart",
    "diagram",
    "details",
    "steps",
    "example",
    "examples",
    "address",
    "number",
    "numbers",
    "image",
    "picture",
    "links",
    "information",
    "criteria",
    "options",
    "graph",
    "timetable",
    "dates",
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    if !passage.is_prose() || passage.words[i].quoted {
        return;
    }
    let (word, before, after) = (passage.lower(i), passage.lower_before(i), passage.lower_after(i));
    let thing = |word: &str| THINGS.contains(&word);
    let button = |word: &str| matches!(word, "button" | "link" | "icon" | "box" | "arrow" | "tab");
    let (first, last) = match word {
        "right-hand" | "left-hand"
            if matches!(after, "column" | "side" | "menu" | "panel" | "corner" | "bar") && on_page(passage, i) =>
        {
            (i, i + 1)
        }
        // "Use the form below" reads the same for all; "below form" and "the box to the right" do not.
        "below" | "above" if thing(after) && after != "text" && before == "the" => (i, i + 1),
        // "Fields in red must be filled in", "marked in red": on a page, in a form, in a table.
        "green" | "red" | "blue" | "yellow" | "orange" | "bold"
            if before == "in"
                && i > 1
                && passage.gap(i - 2) == " "
                && is_shown(passage.lower(i - 2))
                && (word != "bold" || passage.lower(i - 2) == "fields") =>
        {
            (i - 2, i)
        }
        // A red box may hold glass, and a blue tab may be on a tin.
        "green" | "red" | "blue" | "yellow" | "orange" | "round"
            if button(after)
                && !matches!(
                    passage.lower_after(i + 1),
                    "mushroom" | "mushrooms" | "hole" | "holes" | "badge" | "badges"
                )
                && (matches!(after, "button" | "link" | "icon") || is_pressed(passage, i)) =>
        {
            (i, i + 1)
        }
        "right" | "left"
            if matches!(passage.lower_before(i), "the")
                && i > 1
                && passage.lower(i - 2) == "on"
                && sends(passage, i) =>
        {
            (i - 2, i)
        }
        _ => return,
    };
    let range = passage.range(first, last);
    let message = format!("`{}` needs eyes, and a wide screen", &passage.text[range.clone()]);
    report.add(passage.span(range), message, "name the heading or the words on the button, as in \"select `Send`\"");
}

/// Returns whether the words round one are about a page and not about a building or a person.
fn on_page(passage: &Passage, i: usize) -> bool {
    let sentence = passage.sentences[passage.words[i].sentence].clone();
    sentence.clone().any(|at| {
        matches!(
            passage.lower(at),
            "page"
                | "link"
                | "links"
                | "click"
                | "select"
                | "column"
                | "menu"
                | "see"
                | "screen"
                | "website"
                | "form"
                | "find"
                | "use"
        )
    })
}

fn sends(passage: &Passage, i: usize) -> bool {
    let sentence = passage.sentences[passage.words[i].sentence].clone();
    sentence.clone().any(|at| {
        matches!(passage.lower(at), "link" | "links" | "menu" | "button" | "click" | "select" | "form" | "box")
    })
}

/// Returns whether the words round one are about something that is pressed or filled in.
fn is_pressed(passage: &Passage, i: usize) -> bool {
    passage.sentences[passage.words[i].sentence].clone().any(|at| {
        matches!(
            passage.lower(at),
            "page"
                | "click"
                | "select"
                | "press"
                | "tick"
                | "type"
                | "form"
                | "screen"
                | "website"
                | "menu"
                | "enter"
                | "choose"
        )
    })
}

/// Returns whether a word is for parts of a form or a table, or says that they are shown in some way.
fn is_shown(word: &str) -> bool {
    matches!(
        word,
        "fields"
            | "field"
            | "boxes"
            | "dates"
            | "items"
            | "questions"
            | "marked"
            | "shown"
            | "highlighted"
            | "printed"
            | "written"
            | "rows"
            | "cells"
            | "columns"
            | "sections"
            | "areas"
            | "days"
            | "times"
            | "prices"
            | "names"
            | "words"
            | "text"
            | "entries"
    )
}
