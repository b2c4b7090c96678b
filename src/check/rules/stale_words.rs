//! Words that were true on the day of writing, and age without a sign.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A141",
        name: "stale-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("stale_words.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// The words, and what to write.
const PHRASES: &[Phrase] = &[
    phrase("currently", "since when it is so, or nothing", false).except(
        &["you", "who", "if", "not", "and", "or", "they", "they\u{2019}re", "it", "users"],
        &["in", "living", "being", "have", "hold", "receive"],
    ),
    phrase("recently", "the month, such as in May 2026", false)
        .except(&["you", "most", "more", "have", "been", "who", "only", "as", "or", "were", "was"], PAST),
    phrase("at the present time", "the day, such as on 1 May 2026", false),
    phrase("at this moment in time", "the day, such as on 1 May 2026", false),
    phrase("last updated", "`updated:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("last reviewed", "`reviewed:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("last modified", "`updated:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("last amended", "`updated:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("last revised", "`updated:` in the front matter, which is shown on the page", false)
        .except(&["you", "when"], &["by", "their"]),
    phrase("updated", "`updated:` in the front matter, which is shown on the page", false),
    phrase("reviewed", "`reviewed:` in the front matter, which is shown on the page", false),
    phrase("revised", "`updated:` in the front matter, which is shown on the page", false),
    phrase("amended", "`updated:` in the front matter, which is shown on the page", false),
    phrase("date updated", "`updated:` in the front matter, which is shown on the page", false),
    phrase("date published", "`published:` in the front matter, which is shown on the page", false),
    phrase("date reviewed", "`reviewed:` in the front matter, which is shown on the page", false),
    phrase("date of last update", "`updated:` in the front matter, which is shown on the page", false),
    phrase("date of last review", "`reviewed:` in the front matter, which is shown on the page", false),
    phrase("publication date", "`published:` in the front matter, which is shown on the page", false),
    phrase("published", "`published:` in the front matter, which is shown on the page", false),
    phrase("correct as of", "`reviewed:` in the front matter, which is shown on the page", false),
    phrase("correct at", "`reviewed:` in the front matter, which is shown on the page", false),
    phrase("due to covid", "what holds now", false).capitals(),
    phrase("due to covid-19", "what holds now", false).capitals(),
    phrase("due to coronavirus", "what holds now", false).capitals(),
    phrase("because of covid-19", "what holds now", false).capitals(),
    phrase("because of coronavirus", "what holds now", false).capitals(),
    phrase("covid-19 restrictions", "what holds now", false).capitals(),
    phrase("coronavirus restrictions", "what holds now", false).capitals(),
    phrase("current covid-19", "what holds now", false).capitals(),
    phrase("during the pandemic", "the time, such as from March 2020 to July 2021", false),
    phrase("because of the pandemic", "what holds now", false),
    phrase("due to the pandemic", "what holds now", false),
    phrase("because of covid", "what holds now", false).capitals(),
    phrase("during lockdown", "the time, such as from March 2020 to July 2021", false),
    phrase("during the lockdown", "the time, such as from March 2020 to July 2021", false),
    phrase("until further notice", "the day, or when you will say more", false),
    phrase("2 metres apart", "what holds now", false),
    phrase("two metres apart", "what holds now", false),
    phrase("face covering", "what holds now", false),
    phrase("face coverings", "what holds now", false),
    phrase("wear a face mask", "what holds now", false),
    phrase("opening soon", "the month, such as in May 2027", false),
    phrase("soon opening", "the month, such as in May 2027", false),
    phrase("covid-secure", "what holds now", false).capitals(),
    phrase("lateral flow", "what holds now", false),
    phrase("at the moment", "since when it is so, or nothing", false).except(&[], &["of", "when", "that"]),
    phrase("at present", "since when it is so, or nothing", false).except(&[], &["of", "when"]),
    phrase("for the time being", "until when it is so, or nothing", false),
    phrase("the current wait", "the month in which it was so long", false),
    phrase("the current waiting", "the month in which it was so long", false),
    phrase("current waiting times", "the month in which they were so long", false),
    phrase("the present waiting", "the month in which it was so long", false),
    phrase("coming soon", "the month, such as in May 2027", false),
    phrase("social distancing", "what holds now", false),
    phrase("in these unprecedented times", "what holds now", false),
];

/// What people have gone through, before their name: "recently bereaved people".
const PAST: &[&str] = &[
    "bereaved",
    "widowed",
    "arrived",
    "diagnosed",
    "released",
    "retired",
    "separated",
    "divorced",
    "qualified",
    "married",
];

/// What readers take a date for: the page before them.
const SUBJECTS: &[&str] = &[
    "page",
    "document",
    "leaflet",
    "notice",
    "policy",
    "guide",
    "guidance",
    "information",
    "factsheet",
    "website",
    "site",
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    let sentence = passage.sentences[passage.words[i].sentence].clone();
    let last = i + phrase.words.matches(' ').count();
    let by_hand = phrase.say.ends_with("which is shown on the page");
    // With a day beside them, or of the past, they say when.
    let dated = sentence.clone().any(|at| dates::year(passage.word(at)).is_some() || is_numeric(passage.word(at)));
    let said =
        sentence.clone().any(|at| matches!(passage.lower(at), "if" | "whether" | "when" | "was" | "were" | "had"));
    let typed = by_hand && dated && is_typed(passage, i, last);
    let bare = !phrase.words.starts_with("last ") && by_hand;
    // What readers do "at the moment" is true whenever they read it.
    let moment = phrase.words.starts_with("at ") || phrase.words == "for the time being";
    let theirs = moment
        && (sentence.start..i).any(|at| {
            matches!(
                passage.lower(at),
                "you"
                    | "your"
                    | "they"
                    | "their"
                    | "who"
                    | "somebody"
                    | "someone"
                    | "anybody"
                    | "not"
                    | "what"
                    | "person"
            )
        });
    // Somebody may be two metres apart from a fire, and pegs from each other.
    let apart = phrase.words.ends_with("metres apart")
        && !matches!(passage.lower_before(i), "keep" | "stay" | "sit" | "least" | "remain" | "be");
    // "At the moment you arrive" is a point in time; "at the moment you will wait 14 weeks" is a state.
    let point = moment
        && matches!(passage.lower_after(last), "you" | "they" | "we" | "it")
        && !matches!(
            passage.lower(last + 2),
            "will" | "can" | "cannot" | "must" | "may" | "have" | "need" | "wait" | "are" | "is"
        );
    if theirs || apart || point {
        return;
    }
    if !passage.is_prose() || ((dated || bare) && !typed) || (said && !by_hand) {
        return;
    }
    let range = passage.range(i, last);
    let words = &passage.text[range.clone()];
    let message = if typed {
        format!("`{words}` and its date are typed by hand, and stay as they are when the page changes")
    } else {
        format!("`{words}` was true on the day of writing, and readers cannot see which day that was")
    };
    report.add(passage.span(range), message, format!("write {}", phrase.say));
}

/// Returns whether the words are about the page itself, and a date is all that follows them: "Last updated: 12 March 2024".
fn is_typed(passage: &Passage, first: usize, last: usize) -> bool {
    let sentence = passage.sentences[passage.words[first].sentence].clone();
    let before =
        |back: usize| first.checked_sub(back).filter(|at| *at >= sentence.start).map_or("", |at| passage.lower(at));
    let be = matches!(before(1), "was" | "is" | "were");
    let subject = if be { before(2) } else { before(1) };
    let labelled = first == sentence.start;
    let page = SUBJECTS.contains(&subject) && first - sentence.start < 5;
    let mut rest = (last + 1..sentence.end).map(|at| passage.lower(at));
    let date = rest.all(|word| {
        matches!(word, "on" | "in" | "of" | "at" | "the" | "date")
            || word.starts_with(|c: char| c.is_ascii_digit())
            || MONTHS_LOWER.contains(&word)
            || dates::WEEKDAYS.contains(&word)
    });
    (labelled || page) && date
}

/// Returns whether a word is a date in digits, such as "12/03/2024".
fn is_numeric(word: &str) -> bool {
    let mut parts = word.split(['/', '.', '-']);
    word.len() > 7
        && word.bytes().filter(|b| matches!(b, b'/' | b'.' | b'-')).count() == 2
        && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The months' names, whole and short, in lower case.
const MONTHS_LOWER: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];
