//! Words that put blame or doubt on victims.

use crate::check::harmful::{BLAME, about_harm, denied, sentence};
use crate::check::{Look, Passage, Phrase, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A166",
        name: "blame-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("blame_words.md"),
    },
    look: Look::Phrases(BLAME, look),
};

/// What is done to a person who "claims" it.
const DONE: &[&str] =
    &["raped", "assaulted", "abused", "attacked", "stalked", "groped", "harassed", "sexually", "beaten", "trafficked"];

/// What women and girls are told to do or not to do, so that nobody attacks them.
const CURFEW: &[&str] = &[
    "walk", "walking", "drink", "drinking", "wear", "wearing", "dress", "dressing", "jog", "run", "running", "go",
    "going",
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    let last = i + phrase.words.matches(' ').count();
    let blames = match phrase.words {
        "claims" | "claimed" | "claiming" => doubts(passage, i),
        "asked for it" => about_harm(passage, i) && !denied(passage, i),
        "avoid becoming a victim" | "avoid being a victim" => of_attack(passage, last),
        "become a victim" | "be a victim" => {
            let told = matches!(passage.lower_before(i), "not" | "don\u{2019}t" | "don't" | "never");
            told && order(passage, i - 1) && of_attack(passage, last)
        }
        "make yourself vulnerable" | "making yourself vulnerable" | "make themselves vulnerable" => drinks(passage, i),
        "want to be attacked" | "want to be raped" | "want to be assaulted" => {
            let refused = matches!(passage.lower_before(i), "not" | "don\u{2019}t" | "don't");
            let from = sentence(passage, i).start.max(i.saturating_sub(5));
            refused && (from..i).any(|at| passage.lower(at) == "if")
        }
        "women should" | "girls should" | "women must" | "girls must" => curfew(passage, last),
        words if words.ends_with(" open to") => opened(passage, i, last),
        "asking for trouble"
        | "invites trouble"
        | "invite trouble"
        | "inviting trouble"
        | "should have known better"
        | "led him on"
        | "leading him on" => {
            // "He led him on a walk" goes somewhere.
            let led = phrase.words.starts_with("led") || phrase.words.starts_with("leading");
            let walk = led && matches!(passage.lower_after(last), "a" | "to" | "the" | "his" | "from" | "this");
            (about_harm(passage, i) || !led && drinks(passage, i)) && !walk && !denied(passage, i)
        }
        words if words.ends_with("skirt") || phrase.say.starts_with("nothing about") => {
            about_harm(passage, i) && !denied(passage, i)
        }
        _ => !denies(passage, i),
    };
    if blames {
        phrase.report(passage, i, "puts the blame or the doubt on the person who was harmed", report);
    }
}

/// Returns whether the words say that it was not so: "she did not put herself at risk".
fn denies(passage: &Passage, i: usize) -> bool {
    let from = sentence(passage, i).start.max(i.saturating_sub(2));
    (from..i).any(|at| {
        matches!(
            passage.lower(at),
            "not" | "never" | "nobody" | "didn\u{2019}t" | "didn't" | "hasn\u{2019}t" | "hasn't"
        )
    }) && !matches!(passage.lower_before(i), "do" | "don\u{2019}t" | "don't")
        && !(passage.lower_before(i) == "not" && i > 1 && passage.lower(i - 2) == "do")
}

/// Returns whether what is claimed is that somebody was harmed: "claims that she was raped", "claimed to have been abused".
fn doubts(passage: &Passage, i: usize) -> bool {
    let rest = i + 1..sentence(passage, i).end.min(i + 8);
    let mut small = rest.skip_while(|at| {
        matches!(
            passage.lower(*at),
            "that"
                | "she"
                | "he"
                | "they"
                | "her"
                | "the"
                | "victim"
                | "woman"
                | "girl"
                | "to"
                | "have"
                | "had"
                | "has"
                | "been"
                | "was"
                | "were"
                | "being"
        )
    });
    let done = small.next().is_some_and(|at| at > i + 2 && DONE.contains(&passage.lower(at)));
    // A claim may also be made of an insurer, or after a dog.
    let paid = sentence(passage, i).any(|at| {
        matches!(passage.lower(at), "insurance" | "insurer" | "compensation" | "benefits" | "dog" | "dogs" | "money")
    });
    done && !paid && !matches!(passage.lower_after(i), "for" | "by" | "of")
}

/// Returns whether people are said to leave themselves open to what somebody does to them: "leave themselves open to being
/// assaulted". A firm leaves itself open to a claim, and a mind is open to ideas.
fn opened(passage: &Passage, i: usize, last: usize) -> bool {
    let led =
        matches!(passage.lower_before(i), "leave" | "leaves" | "leaving" | "left" | "lay" | "lays" | "laying" | "laid");
    let harm = (last + 1..sentence(passage, i).end.min(last + 5)).any(|at| {
        DONE.contains(&passage.lower(at))
            || matches!(
                passage.lower(at),
                "assault"
                    | "attack"
                    | "attacks"
                    | "abuse"
                    | "rape"
                    | "violence"
                    | "theft"
                    | "robbery"
                    | "exploitation"
                    | "harassment"
                    | "robbed"
                    | "exploited"
                    | "hurt"
                    | "harm"
                    | "burglary"
                    | "burglars"
                    | "thieves"
                    | "bullying"
            )
    });
    let order = (i.saturating_sub(3)..i).any(|at| matches!(passage.lower(at), "do" | "don\u{2019}t" | "don't"));
    led && harm && (order || !denies(passage, i))
}

/// Returns whether "a victim" stands alone, or is one of an attack: advice against fraud names what the fraudster does.
fn of_attack(passage: &Passage, last: usize) -> bool {
    passage.lower_after(last) != "of"
        || sentence(passage, last).skip_while(|at| *at <= last).any(|at| {
            matches!(
                passage.lower(at),
                "rape" | "assault" | "attack" | "violence" | "abuse" | "stalking" | "crime" | "sexual"
            )
        })
}

/// Returns whether a word starts what somebody is told to do: "Do not become a victim".
fn order(passage: &Passage, negation: usize) -> bool {
    let first = if passage.lower_before(negation) == "do" { negation - 1 } else { negation };
    passage.starts_sentence(first) || passage.lower_before(first) == "and"
}

/// Returns whether the sentence is about drink, clothes or the way home, and not about trust.
fn drinks(passage: &Passage, i: usize) -> bool {
    sentence(passage, i).any(|at| {
        matches!(
            passage.lower(at),
            "drink"
                | "drunk"
                | "drinking"
                | "alcohol"
                | "drugs"
                | "alone"
                | "night"
                | "dark"
                | "walk"
                | "walking"
                | "dress"
                | "wear"
                | "wearing"
                | "attack"
                | "attacked"
                | "rape"
                | "raped"
                | "assault"
                | "assaulted"
        )
    }) && !denied_but_order(passage, i)
}

/// Returns whether a sentence says that something is no reason; "do not" of an order is none.
fn denied_but_order(passage: &Passage, i: usize) -> bool {
    sentence(passage, i)
        .any(|at| matches!(passage.lower(at), "fault" | "blame" | "blamed" | "myth" | "matter" | "never"))
}

/// Returns whether women are told not to walk, drink or dress as they like: "women should not walk home alone".
fn curfew(passage: &Passage, last: usize) -> bool {
    let next = passage.lower_after(last);
    let act = if matches!(next, "not" | "never" | "avoid") { last + 2 } else { return false };
    let told = CURFEW.contains(&passage.lower(act));
    let fear = sentence(passage, last).any(|at| matches!(passage.lower(at), "fear" | "without" | "hungry"));
    let away = !passage.lower(act).starts_with("go")
        || matches!(passage.lower(act + 1), "out" | "home" | "alone" | "near" | "there" | "into");
    told && away && !fear
}
