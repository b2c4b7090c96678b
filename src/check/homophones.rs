//! Words that sound like another, where only the words around show which is meant: "its" and "it's", "effect" and "affect".

use super::text::Passage;

/// Returns whether "it's" is what belongs to it: "must set it's budget", "in it's report".
pub fn is_of_it(passage: &Passage, i: usize) -> bool {
    let before = passage.lower_before(i);
    let after = passage.lower_after(i);
    let noun = !after.is_empty()
        && after.bytes().all(|b| b.is_ascii_alphabetic())
        && !matches!(
            after,
            "a" | "an"
                | "the"
                | "not"
                | "too"
                | "very"
                | "so"
                | "just"
                | "always"
                | "never"
                | "only"
                | "also"
                | "been"
                | "being"
                | "because"
                | "all"
                | "like"
                | "easy"
                | "hard"
                | "fine"
                | "ok"
                | "good"
                | "bad"
                | "late"
                | "important"
                | "safe"
                | "worth"
                | "time"
                | "possible"
                | "free"
                | "about"
                | "where"
                | "what"
                | "how"
                | "your"
                | "our"
                | "my"
                | "their"
                | "difficult"
                | "best"
                | "better"
                | "likely"
                | "still"
                | "now"
                | "no"
                | "more"
                | "often"
                | "ready"
                | "got"
                | "done"
                | "really"
        )
        && !after.ends_with("ing");
    let preposition =
        matches!(before, "of" | "with" | "from" | "at" | "into" | "within" | "under" | "through" | "across" | "in");
    let verb = matches!(
        before,
        "set"
            | "sets"
            | "lost"
            | "lose"
            | "loses"
            | "publish"
            | "publishes"
            | "published"
            | "improve"
            | "improves"
            | "improved"
            | "review"
            | "reviews"
            | "reviewed"
            | "launch"
            | "launches"
            | "launched"
            | "deliver"
            | "delivers"
            | "delivered"
            | "spend"
            | "spends"
            | "spent"
            | "share"
            | "shares"
            | "shared"
            | "has"
            | "had"
            | "made"
            | "makes"
            | "keeps"
            | "kept"
            | "completed"
            | "reached"
            | "celebrate"
            | "celebrates"
            | "celebrated"
            | "achieve"
            | "achieved"
            | "gave"
            | "gives"
            | "held"
            | "holds"
            | "took"
            | "takes"
            | "updated"
            | "changed"
            | "uses"
            | "used"
            | "reduced"
            | "agreed"
            | "approved"
    );
    noun && (preposition || verb)
}

/// Returns whether "its" is "it is": "its important to call", "its not safe".
pub fn is_it_is(passage: &Passage, i: usize) -> bool {
    let after = passage.lower_after(i);
    let ends = |at: usize| passage.words.get(at + 1).is_none_or(|next| next.sentence != passage.words[at].sentence);
    let clause = matches!(passage.lower_after(i + 1), "to" | "that") || ends(i + 1) && passage.starts_sentence(i);
    let before = passage.lower_before(i);
    let state = matches!(
        after,
        "important"
            | "possible"
            | "vital"
            | "essential"
            | "easy"
            | "hard"
            | "clear"
            | "free"
            | "safe"
            | "likely"
            | "best"
            | "okay"
            | "difficult"
            | "time"
            | "illegal"
            | "worth"
    );
    let article = matches!(after, "a" | "an" | "not" | "been" | "always") && passage.word(i + 1) == after;
    // "It takes its time to answer" and "does its best to help" have what belongs to it.
    let opens = passage.starts_sentence(i)
        || matches!(before, "think" | "because" | "if" | "when" | "but" | "so" | "that" | "and");
    // "Of its a" tells of a letter.
    (state && clause && opens) || (article && before != "of")
}

/// Returns whether "effect" is what is done to people: "these crimes effect older people", "how crime effects you".
pub fn is_verb(passage: &Passage, i: usize) -> bool {
    let before = passage.lower_before(i);
    let mut object = i + 1;
    if passage.gap(i) != " " || before.is_empty() {
        return false;
    }
    let described = |at: usize| {
        matches!(
            passage.lower(at),
            "older"
                | "young"
                | "younger"
                | "disabled"
                | "many"
                | "most"
                | "some"
                | "other"
                | "local"
                | "all"
                | "vulnerable"
                | "your"
                | "our"
                | "their"
                | "so"
        )
    };
    while described(object) && object < i + 3 {
        object += 1;
    }
    let person = matches!(
        passage.lower(object),
        "you"
            | "us"
            | "them"
            | "me"
            | "everyone"
            | "everybody"
            | "anyone"
            | "anybody"
            | "people"
            | "children"
            | "families"
            | "victims"
            | "women"
            | "men"
            | "residents"
            | "communities"
            | "others"
            | "family"
            | "neighbours"
    );
    let next = passage.words.get(object + 1);
    let goes_on = next.is_none_or(|next| next.sentence != passage.words[i].sentence)
        || passage.gap(object) != " "
        || matches!(
            passage.lower(object + 1),
            "and"
                | "or"
                | "in"
                | "at"
                | "on"
                | "when"
                | "if"
                | "because"
                | "every"
                | "most"
                | "more"
                | "too"
                | "differently"
                | "as"
                | "for"
                | "but"
                | "with"
                | "of"
                | "across"
                | "who"
                | "badly"
                | "directly"
                | "personally"
                | "all"
        );
    let pronoun = matches!(before, "it" | "this" | "they" | "we" | "also" | "often" | "really" | "directly" | "who");
    let asks =
        i > 1 && matches!(passage.lower(i - 2), "how" | "way" | "if" | "whether" | "when" | "that" | "these" | "those");
    let noun = before.len() > 3 && before.bytes().all(|b| b.is_ascii_lowercase());
    let plural = before.ends_with('s') && !before.ends_with("ss");
    let subject = match passage.lower(i) {
        "effect" => noun && plural && !matches!(before, "sounds" | "has" | "greenhouse"),
        _ => noun && !plural && asks && !matches!(before, "side" | "sound" | "special" | "knock-on" | "after"),
    };
    person && goes_on && (pronoun || subject)
}
