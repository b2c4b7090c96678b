//! National helplines' numbers with a slip, or beside another helpline's name.

use crate::check::national::{self, Helpline};
use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::phone::{self, dialled, one_off};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A123",
        name: "national-number",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("national_number.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        // Numbers come in order, so each sentence is looked through once, however many numbers it has.
        let mut looked_through: Option<(usize, Option<&'static Helpline>)> = None;
        for at in passage.numbers() {
            let at = at.clone();
            let digits = dialled(&passage.text[at.clone()]);
            if digits.len() < 6 {
                continue;
            }
            let kept = site.contacts.values().any(|contact| dialled(&contact.phone) == digits);
            let Some(i) = passage.word_at(at.start) else { continue };
            if kept || passage.words[i].quoted {
                continue;
            }
            let sentence = passage.words[i].sentence;
            let named = match looked_through {
                Some((before, named)) if before == sentence => named,
                _ => named(passage, sentence),
            };
            looked_through = Some((sentence, named));
            let known = national::HELPLINES.iter().find(|line| dialled(line.number) == digits);
            let meant = match (known, named) {
                // The NSPCC runs Childline: only those that stand alone are surely not each other's.
                (Some(known), Some(named)) if known.name != named.name && known.alone && named.alone => Some(named),
                (Some(_), _) => None,
                (None, Some(named)) if digits.len() < 16 && one_off(&dialled(named.number), &digits) => Some(named),
                (None, _) => near(passage, i, &digits),
            };
            if let Some(line) = meant {
                let written = &passage.text[at.clone()];
                let message = format!("`{written}` is not the number of {}, which is `{}`", line.name, line.number);
                let help = format!(
                    "write `{}`, which was right in {}; compare it with {}",
                    line.number,
                    national::LISTED,
                    line.website
                );
                report.add(passage.span(at), message, help);
            }
        }
    }
}

/// Returns the helpline that a number nearly is: a whole number, or a short one that is told to be rung.
fn near(passage: &Passage, i: usize, digits: &str) -> Option<&'static Helpline> {
    let rung = (i.saturating_sub(3)..i)
        .any(|at| matches!(passage.lower(at), "call" | "ring" | "phone" | "on" | "helpline" | "dial"));
    let line = national::HELPLINES.iter().find(|line| line.alone && one_off(&dialled(line.number), digits))?;
    (digits.len() > 8 || rung && digits.len() == dialled(line.number).len()).then_some(line)
}

/// Returns the only helpline that a sentence names, where it has one number.
fn named(passage: &Passage, sentence: usize) -> Option<&'static Helpline> {
    let sentence = passage.sentences.get(sentence)?;
    let text = &passage.text[passage.range(sentence.start, sentence.end - 1)];
    let mut named = national::HELPLINES.iter().filter(|line| text.contains(line.name));
    // A helpline that has two numbers is found under the first of them.
    let only = named.next().filter(|first| named.all(|other| other.name == first.name))?;
    // "Call Samaritans on 116 123 or our own line on 01707 806100" has two numbers.
    let numbers =
        sentence.clone().filter(|at| passage.words[*at].has(Sign::Digit) && passage.word(*at).len() > 2).count();
    (numbers < 5 && phone::numbers(text).iter().filter(|at| at.len() > 5).count() == 1).then_some(only)
}
