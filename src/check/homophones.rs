//! Words that sound like another, where only the words around show which is meant: "its" and "it's", "effect" and "affect".

use super::text::Passage;

/// Things that are somebody's, one of which cannot stand after "you are" without an article.
const OWNED: &[&str] = &[
    "own",
    "rights",
    "case",
    "local",
    "details",
    "needs",
    "passport",
    "letter",
    "letters",
    "application",
    "form",
    "doctor",
    "gp",
    "landlord",
    "child",
    "children",
    "name",
    "address",
    "account",
    "bill",
    "council",
    "number",
    "phone",
    "card",
    "bank",
    "benefit",
    "benefits",
    "payment",
    "payments",
    "rent",
    "tenancy",
    "bin",
    "bins",
    "licence",
    "permit",
    "badge",
    "claim",
    "appeal",
    "appointment",
    "visit",
    "booking",
    "ticket",
    "tickets",
    "order",
    "partner",
    "husband",
    "wife",
    "mother",
    "father",
    "son",
    "daughter",
    "solicitor",
    "nurse",
    "teacher",
    "school",
    "house",
    "flat",
    "garden",
    "car",
    "employer",
    "manager",
    "neighbour",
    "neighbours",
    "friend",
    "friends",
    "pension",
    "income",
    "savings",
    "mortgage",
    "email",
    "password",
    "documents",
    "document",
    "certificate",
    "prescription",
    "medicine",
    "medicines",
    "medication",
    "postcode",
    "vote",
    "councillor",
    "questions",
    "question",
    "views",
    "comments",
    "feedback",
    "complaint",
    "request",
    "reference",
    "receipt",
    "key",
    "keys",
    "pet",
    "dog",
    "cat",
    "home",
    "work",
    "answer",
    "time",
    "place",
    "turn",
    "way",
    "health",
    "report",
    "photo",
    "photograph",
    "signature",
    "identity",
    "family",
    "carer",
    "meter",
    "boiler",
];

/// What somebody is, and owns nothing of: "your entitled to", "if your unsure".
const BEING: &[&str] = &[
    "entitled",
    "eligible",
    "unable",
    "able",
    "allowed",
    "required",
    "likely",
    "unlikely",
    "responsible",
    "worried",
    "unsure",
    "sure",
    "ready",
    "unhappy",
    "interested",
    "looking",
    "applying",
    "expected",
    "asked",
    "registered",
    "pregnant",
    "homeless",
    "disabled",
    "deaf",
    "blind",
    "aware",
    "struggling",
    "waiting",
    "planning",
    "trying",
    "claiming",
    "feeling",
    "thinking",
    "supposed",
    "invited",
    "advised",
    "covered",
    "affected",
    "satisfied",
    "happy",
    "new",
];

/// What somebody does, and owns nothing of: "while your waiting", "where your going".
const DOING: &[&str] = &[
    "waiting",
    "going",
    "paying",
    "coming",
    "travelling",
    "looking",
    "feeling",
    "thinking",
    "staying",
    "moving",
    "leaving",
    "applying",
    "getting",
    "making",
    "doing",
    "having",
    "trying",
    "using",
    "taking",
    "bringing",
    "expecting",
    "planning",
    "struggling",
    "claiming",
    "calling",
    "worrying",
    "being",
    "sending",
    "filling",
    "asking",
    "buying",
    "renting",
    "living",
    "sitting",
    "standing",
    "writing",
    "ringing",
    "finding",
    "caring",
    "returning",
];

/// Returns whether "you're" is what belongs to you: "bring you're passport", "you're new card".
pub fn is_your(passage: &Passage, i: usize) -> bool {
    let after = passage.lower_after(i);
    let described = matches!(after, "new" | "old" | "full" | "current" | "next" | "first" | "last" | "personal");
    let thing = if described { passage.lower_after(i + 1) } else { after };
    // "When you're home" and "you're work-shy" tell how somebody is.
    let is = matches!(thing, "home" | "work" | "family" | "key")
        && matches!(
            passage.lower_before(i),
            "when" | "if" | "once" | "until" | "while" | "before" | "after" | "as" | "" | "that"
        );
    OWNED.contains(&thing) && !is
}

/// Returns whether "your" is "you are": "your entitled to", "if your unsure, ring us", "your not alone".
pub fn is_you_are(passage: &Passage, i: usize) -> bool {
    let after = passage.lower_after(i);
    let last = passage.words.get(i + 2).is_none_or(|next| next.sentence != passage.words[i].sentence);
    let next = passage.lower_after(i + 1);
    let stops = last || passage.gap(i + 1).starts_with(',');
    let leads =
        matches!(next, "to" | "for" | "about" | "with" | "if" | "of" | "by" | "at" | "and" | "or" | "because" | "that");
    let before = passage.lower_before(i);
    if matches!(after, "not" | "unable") {
        return true;
    }
    let doing = DOING.contains(&after)
        && matches!(
            before,
            "while"
                | "whilst"
                | "where"
                | "if"
                | "when"
                | "until"
                | "once"
                | "because"
                | "unless"
                | "what"
                | "whether"
                | "since"
        );
    let on = matches!(
        next,
        "for"
            | "to"
            | "at"
            | "on"
            | "in"
            | "with"
            | "a"
            | "an"
            | "the"
            | "by"
            | "from"
            | "until"
            | "about"
            | "your"
            | "it"
            | "there"
            | "here"
            | "too"
            | "well"
            | "ill"
            | "out"
            | "home"
            | "away"
            | "up"
            | "us"
            | "online"
            | "abroad"
            | "alone"
            | "benefits"
    );
    // "If your going to school is hard" has a verb of its own.
    if doing && (last || passage.gap(i + 1) != " " || on) && !matches!(next, "is" | "was") {
        return true;
    }
    if matches!(after, "going" | "able") {
        return next == "to" && !matches!(before, "of" | "to" | "on" | "about");
    }
    if before == "if" && matches!(after, "a" | "an" | "under" | "over" | "in" | "aged" | "being") {
        return true;
    }
    let being = BEING.contains(&after);
    // "Your planning and building", "your registered address", "your disabled and elderly neighbours" have what is owned after them.
    let listed = matches!(next, "and" | "or" | "of" | "by" | "at") || matches!(after, "planning" | "new");
    being
        && (if after == "happy" {
            next == "with" || next == "to"
        } else {
            leads && !listed || stops && matches!(before, "if" | "when")
        })
}

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
    // "The council and it's partners".
    let people = matches!(
        after,
        "partners"
            | "staff"
            | "members"
            | "officers"
            | "services"
            | "residents"
            | "customers"
            | "volunteers"
            | "suppliers"
            | "buildings"
    );
    noun && (preposition || verb || people && matches!(before, "and" | "for" | "to" | "by" | "all" | "help"))
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
    // "How will this effect my rent?" and "will these changes effect the price" ask with a verb before their subject.
    let modal = |at: usize| {
        matches!(
            passage.lower(at),
            "will" | "does" | "do" | "did" | "can" | "could" | "would" | "might" | "may" | "should"
        )
    };
    let subject = |at: usize| {
        matches!(
            passage.lower(at),
            "this" | "it" | "that" | "these" | "they" | "the" | "those" | "any" | "our" | "your" | "my" | "such"
        )
    };
    let opens = |at: usize| {
        passage.starts_sentence(at)
            || matches!(passage.lower(at - 1), "how" | "what" | "when" | "why" | "where" | "if" | "whether" | "and")
    };
    let asked = (2..5)
        .filter_map(|back| i.checked_sub(back))
        .any(|at| modal(at) && subject(at + 1) && opens(at) && (at..i).all(|at| passage.gap(at) == " "));
    let whose = matches!(
        passage.lower_after(i),
        "my" | "your" | "our" | "their" | "his" | "her" | "the" | "other" | "any" | "how"
    );
    if asked && whose && passage.lower(i) == "effect" {
        return true;
    }
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
