//! Words that point to a link which is not there.

use crate::check::{Body, Chars, Known, Linked, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A142",
        name: "link-lost",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("link_lost.md"),
    },
    look: Look::Body(look),
};

/// Words before "here" that make it the words of a link.
const LEADS: &[&str] = &[
    "click",
    "read",
    "see",
    "find",
    "found",
    "download",
    "apply",
    "available",
    "view",
    "more",
    "register",
    "book",
    "strategy",
    "report",
    "form",
    "plan",
    "policy",
    "information",
    "survey",
    "details",
    "leaflet",
    "guidance",
    "website",
    "document",
    "access",
    "accessed",
    "out",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    // A page without a link and without a file has nothing to download.
    let alone = body.page.is_some()
        && !body.inlines().any(|inline| matches!(inline, Inline::Link(_)))
        && !body.blocks().any(|block| matches!(block, Block::Download(_) | Block::Action(_) | Block::Formats(_)));
    for passage in body.english().iter().filter(|passage| passage.is_prose()) {
        for i in 0..passage.words.len() {
            let Some((first, last)) = lost(passage, i) else { continue };
            let linked = |i: usize| passage.words.get(i).is_some_and(|word| passage.linked(word.start) != Linked::No);
            let elsewhere = passage.lower(i) == "link" || passage.lower(i) == "below";
            if passage.words[i].quoted
                || passage.starts_label(first)
                || linked(i)
                || (elsewhere && (0..passage.words.len()).any(linked))
            {
                continue;
            }
            let range = passage.range(first, last);
            let message = format!("`{}` points to a link, and there is none", &passage.text[range.clone()]);
            let help = "link the name of the page or the document, such as `[our strategy](strategy.md)`";
            report.add(passage.span(range), message, help);
        }
        if body.page.is_some() {
            leaf(passage, report);
        }
        if alone && !passage.words.is_empty() {
            download(passage, report);
        }
        if passage.chars.any(Chars::of("(")) {
            sized(passage, report);
        }
    }
}

/// What is downloaded.
const DOCUMENTS: &[&str] = &[
    "form",
    "plan",
    "strategy",
    "report",
    "leaflet",
    "policy",
    "guide",
    "poster",
    "booklet",
    "map",
    "timetable",
    "pack",
    "factsheet",
    "toolkit",
    "template",
];

/// Reports a short sentence that asks to download something, on a page that links to nothing: "Download the plan."
fn download(passage: &Passage, report: &mut Sink<'_>) {
    for sentence in &passage.sentences {
        let last = sentence.end - 1;
        if passage.lower(sentence.start) == "download"
            && (sentence.start + 1..sentence.start + 7).contains(&last)
            && matches!(passage.lower(sentence.start + 1), "the" | "our" | "this" | "a" | "your")
            && DOCUMENTS.contains(&passage.lower(last))
            && !passage.words[last].quoted
        {
            let range = passage.range(sentence.start, last);
            let message = format!("`{}` points to a link, and there is none", &passage.text[range.clone()]);
            let help = "put the file beside the page, and link its name, such as `[our strategy](strategy.pdf)`";
            report.add(passage.span(range), message, help);
        }
    }
}

/// Reports the type and the size of a file with no link before them: "the winter plan (PDF, 1.2MB)".
fn sized(passage: &Passage, report: &mut Sink<'_>) {
    for i in 1..passage.words.len() {
        let file = matches!(
            passage.lower(i),
            "pdf" | "word" | "excel" | "docx" | "xlsx" | "odt" | "csv" | "powerpoint" | "jpg"
        );
        if !file || !passage.gap_before(i).ends_with(" (") || passage.words[i].quoted {
            continue;
        }
        let close = |at: usize| passage.gap(at).starts_with(')');
        let size = |at: usize| passage.words.get(at).is_some_and(|word| word.has(Sign::Digit));
        let whole = close(i) || (size(i + 1) && (close(i + 1) || close(i + 2)));
        let sentence = passage.sentences[passage.words[i].sentence].clone();
        let linked = sentence.clone().any(|at| passage.linked(passage.words[at].start) != Linked::No);
        // "Save it in this form (PDF)" has no size, and tells of forms.
        if whole && !linked && size(i + 1) {
            let first = sentence.start.max(i.saturating_sub(6));
            let range = passage.range(first, i);
            let message = format!("`{}` is a file without a link", &passage.text[range.clone()]);
            let help = "put the file beside the page, and link its name, such as `[winter plan](winter-plan.pdf)`";
            report.add(passage.span(range), message, help);
        }
    }
}

/// What this page calls itself where it was printed: "see page 12 of this document".
const PRINTED: &[&str] =
    &["document", "report", "leaflet", "booklet", "plan", "strategy", "guide", "pack", "policy", "brochure", "form"];

/// Reports words that send readers to a page of paper, as text from print does. A leaflet has such pages.
fn leaf(passage: &Passage, report: &mut Sink<'_>) {
    let lower = passage.lower_text();
    let page = passage.chars.any(Chars::DIGITS) && lower.contains(" page");
    if !page && !lower.contains("overleaf") {
        return;
    }
    for i in 0..passage.words.len() {
        let leads = |at: usize| matches!(passage.lower_before(at), "see" | "on" | "to" | "at" | "in");
        let found = match passage.lower(i) {
            "overleaf" if !passage.name_like(i) => Some((if i > 0 && leads(i) { i - 1 } else { i }, i)),
            "page" | "pages" if i > 0 && leads(i) && passage.word(i + 1).bytes().all(|b| b.is_ascii_digit()) => {
                let own = passage.phrase(i + 2, &["of", "this"]) && PRINTED.contains(&passage.lower(i + 4));
                let ends =
                    passage.gap(i + 1).trim_start_matches(' ').starts_with(['.', ')']) && passage.lower(i - 1) == "see";
                let of = passage.lower_after(i + 1) == "of";
                ((own || (ends && !of)) && passage.gap(i) == " ").then_some((i - 1, i + 1))
            }
            _ => None,
        };
        let Some((first, last)) = found.filter(|_| !passage.words[i].quoted) else { continue };
        let sentence = passage.sentences[passage.words[i].sentence].clone();
        // Beside the link of a document, it is that document's page.
        if sentence.clone().any(|at| passage.linked(passage.words[at].start) != Linked::No) {
            continue;
        }
        let range = passage.range(first, last);
        let message =
            format!("`{}` sends readers to paper, and this is a page on the web", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "link the heading, such as `[how we decide](#how-we-decide)`");
    }
}

/// What has an address behind "at".
const ON_WEB: &[&str] =
    &["website", "webpage", "online", "site", "page", "portal", "web", "email", "available", "found"];

/// What a reader does on a page that a lost link led to.
const DONE: &[&str] = &[
    "find", "apply", "fill", "download", "read", "book", "report", "sign", "register", "complete", "order", "get",
    "search",
];

/// Returns the first and the last word of what points to a link, where it starts or ends at a word.
fn lost(passage: &Passage, i: usize) -> Option<(usize, usize)> {
    let ends = |i: usize| {
        let next = passage.words.get(i + 1);
        next.is_none_or(|next| next.sentence != passage.words[i].sentence)
            || passage.gap(i).starts_with([',', ':', ')', ';'])
    };
    let before = passage.lower_before(i);
    match passage.lower(i) {
        "here" if LEADS.contains(&before) && (ends(i) || before == "click") => Some((i - 1, i)),
        // "Please visit where", "please visit." and "go to where you can apply" have lost the words of their link.
        "where" if before == "visit" && (ends(i) || done(passage, i)) => Some((i - 1, i)),
        "where" if before == "to" && i > 1 && matches!(passage.lower(i - 2), "go" | "visit") && done(passage, i) => {
            Some((i - 2, i))
        }
        "visit" => visit(passage, i).then_some((i, i)),
        "see"
            if (matches!(before, "information" | "details" | "more" | "please")
                || i > 0 && passage.gap_before(i) == ", ")
                && nothing_then(passage, i) =>
        {
            Some((i, i))
        }
        "at" | "via" | "on" | "to"
            if nothing_then(passage, i) && (before != "to" && !(passage.lower(i) == "to" && before != "go")) =>
        {
            Some((i, i))
        }
        "at" if passage.gap(i) == ": ." || passage.gap(i) == ":." => Some((i, i)),
        // "Our website at." and "visit our website, ." have lost an address.
        "at" | "via"
            if ends(i)
                && ON_WEB.contains(&before)
                && !passage.gap(i).starts_with(':')
                && (passage.gap(i) != ", " || matches!(passage.lower(i + 1), "or" | "and")) =>
        {
            Some((i - 1, i))
        }
        "website" | "webpage" | "site"
            if passage.gap(i).starts_with(", .")
                || passage.gap(i).starts_with(" ,")
                || passage.gap(i).starts_with(" .") =>
        {
            Some((i, i))
        }
        "at" | "via" | "to" | "email"
            if passage.gap(i).starts_with(char::is_whitespace)
                && passage.gap(i).trim_start().starts_with(['.', ',']) =>
        {
            Some((i, i))
        }
        "to" if before == "go" && passage.gap(i).starts_with(':') && matches!(passage.lower(i + 1), "or" | "and") => {
            Some((i - 1, i))
        }
        "link" if matches!(before, "following" | "this") && i > 1 => {
            let leads = matches!(
                passage.lower(i - 2),
                "the" | "at" | "on" | "click" | "follow" | "via" | "use" | "using" | "through"
            );
            leads.then_some((i - 1, i))
        }
        "below" if before == "link" => Some((i - 1, i)),
        _ => None,
    }
}

/// Returns whether "where you can" is followed by what is done on a page: "where you can fill in a form".
fn done(passage: &Passage, i: usize) -> bool {
    let also = usize::from(passage.lower(i + 3) == "also");
    let can = passage.phrase(i, &["where", "you", "can"]) && DONE.contains(&passage.lower(i + 3 + also));
    // "We visit where you can meet us" has one who goes.
    let goer =
        i > 1 && matches!(passage.lower(i - 2), "we" | "you" | "they" | "i" | "us" | "who" | "staff" | "officers");
    can && !goer
}

/// What readers do by another way, after "or": "visit or ask your doctor", "at or ring us".
const OTHER_WAYS: &[&str] = &[
    "ring",
    "call",
    "phone",
    "telephone",
    "ask",
    "write",
    "email",
    "visit",
    "contact",
    "text",
    "speak",
    "talk",
    "pick",
    "go",
    "fill",
    "download",
    "choose",
    "select",
];

/// Returns whether "or" or "and" and another thing to do follow where a place was to be named.
fn nothing_then(passage: &Passage, i: usize) -> bool {
    matches!(passage.lower_after(i), "or" | "and")
        && passage.gap(i + 1) == " "
        && OTHER_WAYS.contains(&passage.lower(i + 2))
        && !passage.words[i].quoted
        && !(passage.lower(i) == "on"
            && matches!(passage.lower_before(i), "carry" | "go" | "and" | "later" | "move" | "log"))
}

/// Returns whether nothing is named that is to be visited: "please visit.", "for more, visit: or call us".
fn visit(passage: &Passage, i: usize) -> bool {
    let before = if passage.gap_before(i) == ", " { "," } else { passage.lower_before(i) };
    let gap = passage.gap(i);
    let asked = matches!(before, "," | "please" | "information" | "details" | "or") || (i == 0 && gap.starts_with(' '));
    let none = gap.trim().starts_with(['.', ',']) || (gap.trim().is_empty() && i + 1 == passage.words.len());
    let colon = gap.starts_with(':') && matches!(passage.lower(i + 1), "or" | "and");
    let apart = gap.starts_with(' ') && gap.trim_start().starts_with(['.', ',']);
    let talk = (before == "," && !colon && !apart && !leads_on(passage, i)) || (before == "or" && gap.starts_with(','));
    // "Please visit or ask", "for details visit for the times".
    let told = matches!(before, "please" | "information" | "details" | "more" | ",") || passage.starts_sentence(i);
    let lost = told
        && (nothing_then(passage, i)
            || passage.lower_after(i) == "for" && before != "," && passage.lower(i + 2) != "a");
    lost || ((asked && none && !talk) || colon || apart) && !passage.words[i].quoted
}

/// Returns whether a sentence starts as those do that send readers on: "For more information, visit".
fn leads_on(passage: &Passage, i: usize) -> bool {
    let start = passage.sentences[passage.words[i].sentence].start;
    matches!(passage.lower(start), "for" | "to")
}
