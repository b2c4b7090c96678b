//! Passages in another language that are not marked.

use crate::check::{Body, Known, Look, Passage, Rule, Sink, dictionary};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A175",
        name: "language-unmarked",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("language_unmarked.md"),
    },
    look: Look::Body(look),
};

/// Small words that show a language, with its name and its tag.
const LANGUAGES: &[(&str, &str, &[&str])] = &[
    (
        "Welsh",
        "cy",
        &[
            "yn", "yr", "mae", "eich", "chi", "ydych", "neu", "gyda", "wedi", "gallwch", "ffoniwch", "cymorth", "hyn",
            "sy", "ar", "os", "ein", "ni", "fel", "ac", "cael", "gan",
        ],
    ),
    (
        "Polish",
        "pl",
        &[
            "jest",
            "si\u{119}",
            "nie",
            "dla",
            "lub",
            "je\u{15b}li",
            "mo\u{17c}na",
            "jak",
            "na",
            "po",
            "oraz",
            "pa\u{144}stwo",
            "do",
            "mo\u{17c}esz",
            "pomoc",
            "aby",
            "przez",
            "w",
            "z",
            "prosimy",
            "zapraszamy",
            "ka\u{17c}dy",
            "nas",
            "od",
        ],
    ),
    ("French", "fr", &["est", "les", "des", "vous", "nous", "pour", "avec", "une", "dans", "sur", "votre", "pas"]),
    ("Spanish", "es", &["para", "los", "las", "una", "con", "usted", "puede", "por", "del", "su", "est\u{e1}"]),
    ("Romanian", "ro", &["este", "pentru", "sau", "\u{219}i", "dac\u{103}", "cu", "nu", "prin", "v\u{103}", "poate"]),
    ("German", "de", &["und", "der", "die", "das", "nicht", "f\u{fc}r", "mit", "sie", "ist", "oder"]),
    ("Portuguese", "pt", &["para", "voc\u{ea}", "n\u{e3}o", "com", "uma", "pode", "seu", "est\u{e1}", "ou"]),
];

/// The fewest words of a passage whose language can be told.
const FEWEST: usize = 4;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for sentence in &passage.sentences {
            let Some((name, tag)) = language(passage, sentence.clone()) else { continue };
            let range = passage.range(sentence.start, sentence.end - 1);
            let message =
                format!("`{}` seems to be {name}, and is not marked", shortened(&passage.text[range.clone()]));
            let help = format!(
                "put `:::language {tag}` before it and `:::` after it, or write `[words]{{lang={tag}}}` in a sentence"
            );
            report.add(passage.span(range), message, help);
        }
    }
}

/// Returns the language that a sentence is in, where that is surely not English.
pub(super) fn language(passage: &Passage, sentence: std::ops::Range<usize>) -> Option<(&'static str, &'static str)> {
    // A sentence with one of these is English, and nearly all have one.
    let english = |i: usize| {
        matches!(
            passage.lower(i),
            "the"
                | "and"
                | "you"
                | "we"
                | "is"
                | "are"
                | "of"
                | "your"
                | "our"
                | "it"
                | "this"
                | "that"
                | "with"
                | "from"
                | "what"
        )
    };
    if sentence.clone().any(english) {
        return None;
    }
    let words = || sentence.clone().filter(|i| !passage.words[*i].quoted).map(|i| passage.lower(i));
    let text = &passage.text[passage.range(sentence.start, sentence.end - 1)];
    let arabic = text.chars().filter(|c| ('\u{600}'..='\u{6ff}').contains(c)).count();
    if arabic > 5 {
        let urdu = text.contains(['\u{6d2}', '\u{6c1}', '\u{679}', '\u{688}', '\u{6ba}']);
        return Some(if urdu { ("Urdu", "ur") } else { ("Arabic", "ar") });
    }
    if text.chars().filter(|c| ('\u{400}'..='\u{4ff}').contains(c)).count() > 5 {
        return Some(("a language in Cyrillic letters", "uk"));
    }
    let all = words().filter(|word| word.chars().all(char::is_alphabetic)).count();
    if all < FEWEST {
        return None;
    }
    // Most words of English are in its dictionary, and few of another language are.
    let foreign = words()
        .filter(|word| word.chars().all(char::is_alphabetic) && !dictionary::knows(&word.to_lowercase()))
        .count();
    if 2 * foreign < all {
        return None;
    }
    let said = |small: &[&str]| {
        let mut found: Vec<String> =
            words().map(str::to_lowercase).filter(|word| small.contains(&word.as_str())).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    let best =
        LANGUAGES.iter().map(|(name, tag, small)| (said(small), *name, *tag)).max_by_key(|(count, ..)| *count)?;
    if best.0 > 1 {
        return Some((best.1, best.2));
    }
    // Letters show a language too, where the words are of no name.
    let small: Vec<&str> = sentence
        .clone()
        .filter(|i| !passage.words[*i].quoted && passage.word(*i).starts_with(char::is_lowercase))
        .map(|i| passage.word(i))
        .collect();
    let unknown = small.iter().filter(|word| !dictionary::knows(word)).count();
    let lettered = |letters: &str| small.iter().filter(|word| word.contains(|c| letters.contains(c))).count();
    let (count, name, tag) =
        LETTERS.iter().map(|(letters, name, tag)| (lettered(letters), *name, *tag)).max_by_key(|(count, ..)| *count)?;
    (count > 1 && unknown > 2 && 4 * unknown >= 3 * small.len()).then_some((name, tag))
}

/// Letters that few other languages have, with the language and its tag. Source: Unicode CLDR 46, exemplar characters.
const LETTERS: &[(&str, &str, &str)] = &[
    ("\u{105}\u{119}\u{142}\u{15b}\u{17a}\u{17c}\u{144}", "Polish", "pl"),
    ("\u{175}\u{177}", "Welsh", "cy"),
    ("\u{219}\u{21b}\u{103}\u{15f}\u{163}", "Romanian", "ro"),
    ("\u{11f}\u{131}", "Turkish", "tr"),
    ("\u{117}\u{173}\u{12f}", "Lithuanian", "lt"),
    ("\u{159}\u{11b}\u{16f}", "Czech", "cs"),
    ("\u{151}\u{171}", "Hungarian", "hu"),
    ("\u{df}\u{fc}\u{e4}", "German", "de"),
    ("\u{e3}\u{f5}", "Portuguese", "pt"),
];

fn shortened(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(6).collect();
    if words.next().is_some() { format!("{}\u{2026}", first.join(" ")) } else { first.join(" ") }
}
