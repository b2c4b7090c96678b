//! Words that GOV.UK avoids, where they are used in the sense that it avoids.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Role, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A014",
        name: "plain-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("plain_words.md"),
    },
    look: Look::Phrases(WORDS, look),
};

/// Words that show that the next word is a verb.
const TO: &[&str] = &["to", "will", "can", "must", "should", "could", "would", "may", "might", "we", "they", "not"];

/// Things that are really carried somewhere.
const CARRIED: &[&str] = &[
    "post",
    "parcel",
    "parcels",
    "letter",
    "letters",
    "leaflets",
    "mail",
    "babies",
    "food",
    "medicine",
    "medicines",
    "meals",
    "papers",
    "goods",
    "equipment",
    "furniture",
    "shopping",
    "supplies",
    "software",
    "copies",
    "bins",
    "it",
    "them",
];

/// What is put onto computers: there "deploy" is the trade's word.
const SOFTWARE: &[&str] = &[
    "software", "code", "version", "release", "update", "updates", "website", "site", "app", "apps", "system",
    "server", "servers", "cloud", "patch", "patches", "build", "database", "network", "laptops", "devices",
];

/// Source: GOV.UK style guide, words to avoid, as the Department for Education and Good Words reproduce it.
const WORDS: &[Phrase] = &[
    phrase("collaborate", "work with", false),
    phrase("collaborates", "works with", false),
    phrase("collaborating", "working with", false),
    phrase("combating", "working against, fighting", false),
    phrase("countering", "answering, stopping", false),
    phrase("pledge", "plan", false).except(&["the", "a", "this", "our"], &[]),
    phrase("pledges", "plans to", false).except(&["the", "our", "these", "their"], &[]),
    phrase("deploy", "use, put in place", false).except(&[], &["officers", "troops", "police", "staff", "code"]),
    phrase("disincentivise", "discourage", false),
    phrase("disincentivize", "discourage", false),
    phrase("empower", "let, help", false),
    phrase("empowers", "lets, helps", false),
    phrase("empowering", "letting, helping", false),
    phrase("facilitate", "help, run", false),
    phrase("facilitates", "helps, runs", false),
    phrase("facilitating", "helping, running", false),
    phrase("focusing on", "working on, looking at", false).except(&[], &["the"]),
    phrase("foster", "encourage, help", false).except(
        &["a", "the", "your", "their", "in", "our"],
        &["care", "carer", "carers", "child", "children", "parent", "parents", "home", "homes", "family", "families"],
    ),
    phrase("deliver", "give, provide, run", false).except(&["cash"], CARRIED),
    phrase("delivering", "giving, providing, running", false).except(&[], CARRIED),
    phrase("agenda", "plan", false),
    phrase("promote", "recommend, encourage", false)
        .except(&[], &["adverts", "staff", "jobs", "officers", "employees"]),
    phrase("promoting", "recommending, encouraging", false)
        .except(&[], &["adverts", "staff", "jobs", "officers", "employees"]),
    phrase("key", "important, main", false)
        .except(&["press", "low", "high", "minor", "major"], &["workers", "stages", "facts"]),
    phrase("impact", "affect", false).except(&[], &["on", "of", "and", "or", "is", "was", "statement", "assessment"]),
    phrase("impacts", "affects", false).except(&[], &["on", "of", "and", "or"]),
    phrase("impacting", "affecting", false),
    phrase("leverage", "use, influence", false).except(&["the", "more", "little", "some", "any", "no", "of"], &[]),
    phrase("leveraging", "using", false),
    phrase("liaise", "work with, talk to", false),
    phrase("liaising", "working with, talking to", false),
    phrase("overarching", "main, whole", false),
    phrase("progress", "work on, move on", false),
    phrase("robust", "strong, well tested", false),
    phrase("slimming down", "making smaller", false),
    phrase("streamline", "make simpler", false),
    phrase("streamlining", "making simpler", false),
    phrase("strengthening", "improving, adding to", false),
    phrase("tackling", "solving, stopping, working on", false),
    phrase("transforming", "changing", false),
    phrase("initiate", "start", false).except(&["the", "an", "new"], &[]),
    phrase("initiating", "starting", false),
    phrase("utilise", "use", true),
    phrase("utilises", "uses", true),
    phrase("utilised", "used", true),
    phrase("utilising", "using", true),
    phrase("utilize", "use", true),
    phrase("utilizes", "uses", true),
    phrase("utilized", "used", true),
    phrase("utilizing", "using", true),
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    if passage.role != Role::Label && uses(passage, i, phrase) {
        phrase.report(passage, i, "is a word that says little", report);
    }
}

/// Returns whether a word is used in the sense that is to be avoided.
fn uses(passage: &Passage, i: usize, phrase: &Phrase) -> bool {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    let noun_before = matches!(before, "the" | "a" | "an" | "your" | "our" | "their" | "this" | "its" | "any");
    match phrase.words {
        // Verbs that are nouns, too: only after a word that a verb follows.
        "progress" | "impact" | "leverage" => {
            TO.contains(&before) && !noun_before && !matches!(after, "" | "and" | "or" | "in" | "reports" | "report")
        }
        "impacts" => matches!(before, "that" | "it" | "which" | "this") && !after.is_empty(),
        "deploy" => {
            let mut object = (i + 1..(i + 7).min(passage.words.len())).map(|at| passage.lower(at));
            TO.contains(&before) && !object.any(|word| SOFTWARE.contains(&word))
        }
        "foster" | "initiate" | "pledge" => TO.contains(&before),
        // "deliver a service", not "deliver a parcel".
        "deliver" | "delivering" => {
            let object = (i + 1..(i + 6).min(passage.words.len())).map(|at| passage.lower(at));
            let vague = [
                "service",
                "services",
                "outcomes",
                "results",
                "improvements",
                "change",
                "savings",
                "support",
                "value",
                "strategy",
                "plan",
                "priorities",
                "programme",
                "programmes",
                "benefits",
                "objectives",
            ];
            object.clone().any(|word| vague.contains(&word)) && !object.clone().any(|word| CARRIED.contains(&word))
        }
        // "key issues", not "the key is" or "a key".
        "key" => {
            let plural = after.len() > 4 && after.ends_with('s') && !after.ends_with("ss");
            let noun = ["issue", "point", "part", "role", "aim", "priority", "message", "question", "area", "element"];
            plural || noun.contains(&after)
        }
        // "a health agenda", not "the agenda for the meeting".
        "agenda" => {
            let meeting =
                ["meeting", "meetings", "minutes", "item", "items", "panel", "agenda", "session", "committee"];
            let sentence = passage.sentences[passage.words[i].sentence].clone();
            let near = (i.saturating_sub(25)..(i + 25).min(passage.words.len()))
                .any(|at| meeting.contains(&passage.lower(at)));
            let policy = ["reform", "policy", "political", "health", "national", "government", "improvement", "change"];
            policy.contains(&before) && !near && !sentence.is_empty()
        }
        "tackling" => !["rugby", "football", "fishing", "player"].contains(&after),
        "robust" => !noun_before || !after.is_empty(),
        _ => true,
    }
}
