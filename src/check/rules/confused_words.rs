//! Words that are written for others that sound like them.

use crate::check::phrases::phrase;
use crate::check::{Look, Passage, Phrase, Rule, Sink, homophones};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A148",
        name: "confused-words",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("confused_words.md"),
    },
    look: Look::Phrases(PHRASES, look),
};

/// The words, and what was surely meant.
const PHRASES: &[Phrase] = &[
    phrase("should of", "should have", true).except(&[], OF_ITS_OWN),
    phrase("could of", "could have", true).except(&[], OF_ITS_OWN),
    phrase("would of", "would have", true).except(&[], OF_ITS_OWN),
    phrase("must of", "must have", true).except(&[], OF_ITS_OWN),
    phrase("might of", "might have", true).except(&["the"], OF_ITS_OWN),
    phrase("your welcome", "you are welcome", false)
        .except(&[], &["pack", "letter", "meeting", "email", "call", "event", "guide"]),
    phrase("you\u{2019}re", "your", false),
    phrase("your", "you are", false),
    phrase("may effect", "may affect", false).except(&[], &["change", "a", "an"]),
    phrase("can effect", "can affect", false).except(&[], &["change", "a", "an"]),
    phrase("will effect", "will affect", false).except(&[], &["change", "a", "an"]),
    phrase("could effect", "could affect", false).except(&[], &["change", "a", "an"]),
    phrase("might effect", "might affect", false).except(&[], &["change", "a", "an"]),
    phrase("not effect", "not affect", false).except(&[], &["change", "a", "an"]),
    phrase("effected by", "affected by", false),
    phrase("been effected", "been affected", false),
    phrase("the affect of", "the effect of", true),
    phrase("an affect on", "an effect on", true),
    phrase("the affects of", "the effects of", true),
    phrase("side affects", "side effects", true),
    phrase("adverse affect", "adverse effect", true),
    phrase("adverse affects", "adverse effects", true),
    phrase("have no affect", "have no effect", true),
    phrase("into affect", "into effect", true),
    phrase("in affect", "in effect", false),
    phrase("it\u{2019}s own", "its own", true),
    phrase("there own", "their own", true),
    phrase("they\u{2019}re own", "their own", true),
    phrase("their is", "there is", true),
    phrase("their are", "there are", true),
    phrase("more then", "more than", false).except(&[], &["we", "you", "they", "it", "the"]),
    phrase("less then", "less than", false).except(&[], &["we", "you", "they", "it", "the"]),
    phrase("rather then", "rather than", true),
    phrase("better then", "better than", false).except(&[], &["we", "you", "they", "it"]),
    phrase("to loose", "to lose", false).except(&["due", "back"], &["women", "material", "ends"]),
    phrase("may loose", "may lose", true),
    phrase("will loose", "will lose", true),
    phrase("alot", "a lot", true),
    phrase("discrete leaflet", "discreet leaflet", true),
    phrase("discrete way", "discreet way", false),
    phrase("discrete advice", "discreet advice", true),
    phrase("formally known as", "formerly known as", true),
    phrase("in principal", "in principle", true),
    phrase("principle aim", "principal aim", true),
    phrase("stationary cupboard", "stationery cupboard", true),
    phrase("councillor will listen", "counsellor will listen", false),
    phrase("pubic", "public", false).except(&[], BODY),
    phrase("manger", "manager", false),
    phrase("loose", "lose", false),
    phrase("loosing", "losing", false).except(&[], &["arrows", "an"]),
    phrase("principle officer", "principal officer", true),
    phrase("principle engineer", "principal engineer", true),
    phrase("principle planner", "principal planner", true),
    phrase("principle consultant", "principal consultant", true),
    phrase("principle reason", "principal reason", true),
    phrase("principle residence", "principal residence", true),
    phrase("principle social worker", "principal social worker", true),
    phrase("principle investigator", "principal investigator", true),
    phrase("principle auditor", "principal auditor", true),
    phrase("matter of principal", "matter of principle", true),
    phrase("guiding principals", "guiding principles", true),
    phrase("bare with", "bear with", true),
    phrase("bare in mind", "bear in mind", true),
    phrase("past away", "passed away", true),
    phrase("walked passed", "walked past", true),
    phrase("went passed", "went past", true),
    phrase("drove passed", "drove past", true),
    phrase("in the passed", "in the past", true),
    phrase("heath service", "health service", true),
    phrase("heath services", "health services", true),
    phrase("heath care", "health care", true),
    phrase("heath visitor", "health visitor", true),
    phrase("heath visitors", "health visitors", true),
    phrase("heath centre", "health centre", false),
    phrase("heath and safety", "health and safety", true),
    phrase("mental heath", "mental health", true),
    phrase("public heath", "public health", false),
    phrase("apart form", "apart from", true),
    phrase("away form", "away from", true),
    phrase("heard form", "heard from", true),
    phrase("hear form", "hear from", true),
    phrase("comes form", "comes from", true),
    phrase("came form", "came from", true),
    phrase("suffer form", "suffer from", true),
    phrase("suffers form", "suffers from", true),
    phrase("open form", "open from", false).except(&["an", "the", "this", "a", "each"], &[]),
    phrase("fill in the from", "fill in the form", true),
    phrase("complete the from", "complete the form", true),
    phrase("fill in this from", "fill in this form", true),
    phrase("to asses", "to assess", false).except(&["horses"], &["and"]),
    phrase("will asses", "will assess", true),
    phrase("we asses", "we assess", true),
    phrase("asses your", "assess your", true),
    phrase("asses their", "assess their", true),
    phrase("access your needs", "assess your needs", true),
    phrase("access their needs", "assess their needs", true),
    phrase("we advice", "we advise", true),
    phrase("we would advice", "we would advise", true),
    phrase("advice you to", "advise you to", true),
    phrase("good practise", "good practice", true),
    phrase("best practise", "best practice", true),
    phrase("driving license", "driving licence", true),
    phrase("ask for advise", "ask for advice", true),
    phrase("get advise", "get advice", true),
    phrase("give advise", "give advice", true),
    phrase("gives advise", "gives advice", true),
    phrase("offer advise", "offer advice", true),
    phrase("free advise", "free advice", true),
    phrase("legal advise", "legal advice", true),
    phrase("some advise", "some advice", true),
    phrase("advise on how", "advice on how", false),
    phrase("please advice", "please advise", true),
    phrase("has lead", "has led", false).except(&[], LEAD),
    phrase("have lead", "have led", false).except(&[], LEAD),
    phrase("had lead", "had led", false).except(&[], LEAD),
    phrase("was lead by", "was led by", true),
    phrase("were lead by", "were led by", true),
    phrase("is lead by", "is led by", true),
    phrase("never to late", "never too late", true),
    phrase("not to late", "not too late", true),
    phrase("is to late", "is too late", true),
    phrase("is to small", "is too small", true),
    phrase("is to big", "is too big", true),
    phrase("is to high", "is too high", true),
    phrase("to many people", "too many people", false),
    phrase("to much for", "too much for", true),
    phrase("were you live", "where you live", true),
    phrase("were to find", "where to find", false),
    phrase("were you can", "where you can", true),
    phrase("a hour", "an hour", true),
    phrase("a hours", "an hour\u{2019}s", false),
    phrase("a honest", "an honest", true),
    phrase("an one", "a one", true),
    phrase("an useful", "a useful", true),
    phrase("an university", "a university", true),
    phrase("an unique", "a unique", true),
    phrase("an union", "a union", true),
    phrase("an european", "a European", false),
    phrase("there is two", "there are two", false),
    phrase("there is three", "there are three", false),
    phrase("there is four", "there are four", false),
    phrase("there is many", "there are many", true),
    phrase("there is several", "there are several", true),
    phrase("there is", "there are", false),
    phrase("we was", "we were", true),
    phrase("you was", "you were", true),
    phrase("they was", "they were", true),
    phrase("driving licenses", "driving licences", true),
    phrase("drivers license", "driving licence", true),
    phrase("driver\u{2019}s license", "driving licence", true),
    phrase("tv license", "TV licence", true),
    phrase("premises license", "premises licence", true),
    phrase("alcohol license", "alcohol licence", true),
    phrase("taxi license", "taxi licence", true),
    phrase("licenced", "licensed", true),
    phrase("everyday we", "every day we", true),
    phrase("open everyday", "open every day", true),
    phrase("everyday from", "every day from", true),
    phrase("everyday between", "every day between", true),
    phrase("who\u{2019}s name", "whose name", true),
    phrase("who\u{2019}s house", "whose house", true),
    phrase("who\u{2019}s child", "whose child", true),
    phrase("who\u{2019}s children", "whose children", true),
    phrase("who\u{2019}s partner", "whose partner", true),
    phrase("who\u{2019}s first language", "whose first language", true),
    phrase("who\u{2019}s needs", "whose needs", true),
    phrase("who\u{2019}s rights", "whose rights", true),
    phrase("tot he", "to the", true),
    phrase("int he", "in the", true),
    phrase("teh", "the", true),
    phrase("hte", "the", true),
    phrase("taht", "that", true),
    phrase("wiht", "with", true),
    phrase("ahve", "have", true),
    phrase("dont", "do not", true),
    phrase("doesnt", "does not", true),
    phrase("didnt", "did not", true),
    phrase("wont", "will not", true).except(WONT, &["to"]),
    phrase("isnt", "is not", true),
    phrase("arent", "are not", true),
    phrase("wasnt", "was not", true),
    phrase("werent", "were not", true),
    phrase("hasnt", "has not", true),
    phrase("havent", "have not", true),
    phrase("hadnt", "had not", true),
    phrase("couldnt", "could not", true),
    phrase("wouldnt", "would not", true),
    phrase("shouldnt", "should not", true),
    phrase("youre", "you are", true),
    phrase("theyre", "they are", true),
    phrase("thats", "that is", true),
    phrase("it\u{2019}s", "its", false),
    phrase("its", "it is", false),
    phrase("affect", "effect", false),
    phrase("affects", "effects", false),
    phrase("effect", "affect", false),
    phrase("effects", "affects", false),
];

/// What a lead is of, as a thing: "the roof has lead flashing".
const LEAD: &[&str] = &[
    "in",
    "flashing",
    "pipes",
    "pipe",
    "paint",
    "on",
    "roofs",
    "times",
    "responsibility",
    "to",
    "poisoning",
    "and",
    "or",
];

/// What may follow "would of" in "they would of necessity wait".
const OF_ITS_OWN: &[&str] = &["course", "its", "necessity", "itself", "themselves", "old", "late"];

/// Parts of the body.
const BODY: &[&str] = &[
    "hair",
    "hairs",
    "bone",
    "bones",
    "region",
    "area",
    "lice",
    "louse",
    "symphysis",
    "arch",
    "ramus",
    "rami",
    "joint",
    "skin",
];

/// Words before a "wont", which is a custom.
const WONT: &[&str] =
    &["his", "her", "their", "its", "my", "our", "your", "was", "were", "is", "are", "be", "been", "usual"];

/// Whose manager or "manger" it is.
const MANAGED: &[&str] = &[
    "line",
    "project",
    "case",
    "care",
    "office",
    "service",
    "team",
    "senior",
    "general",
    "area",
    "ward",
    "branch",
    "shop",
    "bank",
    "programme",
    "contract",
    "operations",
    "data",
    "finance",
    "housing",
    "estate",
    "support",
    "school",
    "business",
    "your",
    "our",
    "deputy",
    "assistant",
    "centre",
    "home",
    "practice",
    "communications",
    "press",
    "policy",
    "duty",
    "hr",
];

/// What is lost, and not loose.
const LOST: &[&str] = &[
    "time",
    "money",
    "weight",
    "sleep",
    "out",
    "touch",
    "contact",
    "confidence",
    "hope",
    "interest",
    "your",
    "their",
    "our",
    "my",
    "his",
    "her",
    "everything",
    "any",
    "no",
    "access",
    "faith",
    "trust",
    "track",
    "sight",
];

/// What an effect is like, before "affect on".
const KINDS: &[&str] = &[
    "a",
    "an",
    "the",
    "no",
    "any",
    "big",
    "great",
    "huge",
    "lasting",
    "real",
    "serious",
    "direct",
    "negative",
    "positive",
    "major",
    "long-term",
    "little",
    "significant",
    "profound",
    "bad",
    "good",
    "adverse",
    "devastating",
    "same",
    "this",
    "its",
    "strong",
    "damaging",
    "harmful",
    "knock-on",
    "ripple",
    "cumulative",
    "greater",
    "biggest",
    "long-lasting",
    "terrible",
];

fn look(passage: &Passage, i: usize, phrase: &Phrase, report: &mut Sink<'_>) {
    let (before, after) = (passage.lower_before(i), passage.lower_after(i));
    let is_wrong = match phrase.words {
        "you\u{2019}re" => homophones::is_your(passage, i),
        "your" => homophones::is_you_are(passage, i),
        "manger" => MANAGED.contains(&before),
        "loose" => {
            let able = matches!(
                before,
                "could"
                    | "can"
                    | "might"
                    | "would"
                    | "not"
                    | "you"
                    | "they"
                    | "we"
                    | "please"
                    | "cannot"
                    | "don\u{2019}t"
                    | "people"
            );
            able && LOST.contains(&after)
        }
        "it\u{2019}s" => homophones::is_of_it(passage, i),
        "its" => homophones::is_it_is(passage, i),
        // "There is 3 ways to pay", and not "there is 1 way" or "there is 3% more".
        "there is" => {
            let more = passage.word(i + 2).parse::<u32>().is_ok_and(|number| number > 1);
            let plural = passage.lower_after(i + 2);
            more && passage.gap(i + 1) == " "
                && plural.ends_with('s')
                && plural.len() > 3
                && !matches!(
                    plural,
                    "hours" | "minutes" | "weeks" | "days" | "months" | "years" | "metres" | "miles" | "pounds"
                )
        }
        "there is two" | "there is three" | "there is four" => {
            let plural = passage.lower_after(i + 2);
            plural.ends_with('s')
                && !matches!(plural, "hours" | "minutes" | "weeks" | "days" | "months" | "years" | "metres" | "miles")
        }
        "advise on how" | "were to find" => passage.starts_sentence(i),
        "to many people" => !matches!(
            before,
            "" | "it" | "known" | "help" | "speak" | "talk" | "due" | "and" | "matters" | "given" | "open"
        ),
        "affect" | "affects" => {
            let bare = passage.lower(i) == "affect" && matches!(before, "no" | "little" | "any");
            let plural = passage.lower(i) == "affects"
                && before == "the"
                && matches!(after, "are" | "were" | "can" | "may" | "last");
            bare || plural
                || KINDS.contains(&before) && matches!(after, "on" | "upon" | "of")
                || (matches!(before, "a" | "an")
                    && i > 1
                    && matches!(passage.lower(i - 2), "have" | "has" | "had" | "having" | "make" | "makes"))
        }
        "effect" | "effects" => homophones::is_verb(passage, i),
        _ => true,
    };
    if is_wrong {
        let apostrophe = phrase.words.ends_with("nt") && !phrase.words.contains(' ')
            || matches!(phrase.words, "youre" | "theyre" | "thats" | "its" | "it\u{2019}s");
        let says = if apostrophe {
            "has an apostrophe too many or too few"
        } else {
            "is written for words that look or sound like it"
        };
        phrase.report(passage, i, says, report);
    }
}
