//! Latin abbreviations, such as "e.g." and "etc.".

use crate::check::phrases::capitalised;
use crate::check::{Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A017",
        name: "latin-abbreviation",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("latin_abbreviation.md"),
    },
    look: Look::Words(&["e.g", "eg", "i.e", "ie", "etc", "viz", "n.b", "nb"], look),
};

/// An abbreviation as it is written, and English for it. Source: GOV.UK style guide, eg, etc and ie; NHS digital
/// service manual, A to Z.
const LATIN: &[(&str, &str)] = &[
    ("e.g", "for example"),
    ("eg", "for example"),
    ("i.e", "that is"),
    ("ie", "that is"),
    ("etc", "and so on"),
    ("viz", "namely"),
    ("N.B", "note"),
    ("NB", "note"),
];

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let word = passage.words[i];
    if word.quoted {
        return;
    }
    let written = passage.word(i);
    let same = |(latin, _): &&(&str, &str)| {
        written == *latin || (latin.contains('.') && !written.starts_with('N') && passage.lower(i) == *latin)
    };
    let Some((latin, english)) = LATIN.iter().find(same) else { return };
    // "e.g.: short for exempli gratia" speaks of it.
    let latin_at = |at: usize| LATIN.iter().any(|(latin, _)| passage.lower(at) == *latin);
    let named = matches!(passage.lower_before(i), "use" | "using" | "abbreviation" | "abbreviations");
    let neighbour = (i.saturating_sub(2)..i + 3).any(|at| at != i && latin_at(at));
    let alone =
        passage.gap_before(i).ends_with('(') && passage.gap(i).starts_with([')', '.']) && passage.gap(i).contains(')');
    let named = named || alone || passage.lower(i + 1) == "means";
    let spoken_of = passage.gap(i).contains(':') || named || neighbour || of_an_act(passage, i);
    if spoken_of || (latin.starts_with('N') && !passage.starts_sentence(i)) {
        return;
    }
    let english = if passage.starts_sentence(i) { capitalised(english) } else { (*english).to_string() };
    let end = word.end + usize::from(takes_stop(passage, i, latin));
    let message = format!("`{}` is short for Latin words", &passage.text[word.start..end]);
    let fix = passage.fix(word.start..end, &english).filter(|_| !matches!(*latin, "viz" | "NB" | "N.B"));
    let help = format!("write `{english}`");
    report.add_fixed(passage.span(word.start..end), message, help, fix);
}

/// Returns whether "etc" is part of the name of a law: "the Health and Safety at Work etc. Act 1974".
fn of_an_act(passage: &Passage, i: usize) -> bool {
    let law =
        |at: usize| matches!(passage.word(at), "Act" | "Acts" | "Bill" | "Measure" | "Order" | "Regulations" | "Rules");
    let bracket = passage.gap(i).ends_with('(') && passage.gap(i + 1).starts_with(')');
    passage.lower(i) == "etc" && (law(i + 1) || bracket && (law(i + 2) || passage.lower(i + 2) == "act"))
}

/// Returns whether the full stop after an abbreviation belongs to it and not to the sentence.
fn takes_stop(passage: &Passage, i: usize, latin: &str) -> bool {
    let gap = passage.gap(i);
    let last = passage.words.get(i + 1).is_none_or(|next| next.sentence != passage.words[i].sentence);
    gap.starts_with('.') && (latin.contains('.') || !last || gap.starts_with(".)"))
}
