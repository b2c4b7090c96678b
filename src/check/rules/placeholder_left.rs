//! Words that stand for what was to be written.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::check::{Body, Chars, Known, Look, Passage, Rule, Sign, Sink, dates};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A138",
        name: "placeholder-left",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("placeholder_left.md"),
    },
    look: Look::Body(look),
};

/// How words in square brackets start that tell the author what to write.
const TO_WRITE: &[&str] = &[
    "insert",
    "add ",
    "enter ",
    "your ",
    "tbc",
    "tbd",
    "xx",
    "placeholder",
    "fill in",
    "dn:",
    "dn ",
    "photo:",
    "image:",
    "picture:",
    "map:",
    "quote:",
    "note to ",
    "note:",
    "editor:",
    "comms:",
    "todo",
    "to do:",
    "put ",
    "link to follow",
    "check ",
];

/// How words in brackets end that say that something comes later.
const TO_FOLLOW: &[&str] = &[
    "to follow",
    "to come",
    "to be added",
    "to be inserted",
    "to be supplied",
    "to be confirmed",
    "to be decided",
    "goes here",
    "to go here",
    "go here",
    "needed",
    "to be written",
    "to add",
];

/// What comes later, in round brackets too, which hold other remarks as well.
const LATER: &[&str] = &[
    "link",
    "links",
    "photo",
    "photos",
    "photograph",
    "picture",
    "image",
    "map",
    "quote",
    "text",
    "logo",
    "caption",
    "table",
    "chart",
    "video",
    "graph",
    "diagram",
    "wording",
    "copy",
    "content",
    "alt",
];

/// Words of the filler text of printers and designers. Source: Cicero, De finibus bonorum et malorum, 1.10.32, and what is made
/// of it.
const FILLER: &[&str] = &[
    "lorem",
    "ipsum",
    "vestibulum",
    "faucibus",
    "perspiciatis",
    "pellentesque",
    "voluptat",
    "ullamco",
    "consectetur",
    "curabitur",
    "phasellus",
    "suspendisse",
    "maecenas",
    "adipiscing",
    "accusantium",
    "nostrud",
    "posuere",
    "cubilia",
    "tristique",
    "malesuada",
    "exercitation",
    "laudantium",
    "luctus",
    "ultrices",
];

/// Finds the few texts that may hold something to be filled in.
static SIGNS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let notes = [
        "xx",
        "note to ",
        "insert ",
        " here",
        "??",
        "todo",
        "to do:",
        "fixme",
        "£00",
        "£0,0",
        "£x",
        " to follow",
        " to come",
        " to be ",
    ];
    AhoCorasick::new(FILLER.iter().chain(&notes)).expect("a short list of words can be searched for")
});

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        bracketed(passage, report);
        other_brackets(passage, report);
        fields(passage, report);
        if SIGNS.is_match(passage.lower_text()) {
            crosses(passage, report);
            filler(passage, report);
            note(passage, report);
            to_do(passage, report);
            later(passage, report);
        }
        // A line to write on is drawn by a form, and not by the keyboard.
        if passage.chars.any(Chars::of("_"))
            && let Some(at) = passage.text.find("___")
        {
            let end = at + passage.text[at..].bytes().take_while(|b| *b == b'_').count();
            let apart =
                |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ')' | '(' | ':' | '£'));
            if apart(passage.text[..at].chars().next_back()) && apart(passage.text[end..].chars().next()) {
                tell(passage, at..end, report);
            }
        }
    }
}

/// Looks for crosses and question marks in the place of figures: "XX March", "£XX", "XXpm", "?? March".
fn crosses(passage: &Passage, report: &mut Sink<'_>) {
    let cross = |word: &str| word.len() > 1 && (word.bytes().all(|b| b == b'X') || word.bytes().all(|b| b == b'x'));
    for i in 0..passage.words.len() {
        let (word, written) = (passage.lower(i), passage.word(i));
        let bare = written.trim_start_matches('£');
        // Two crosses are a number of Rome too, or chromosomes.
        let month = dates::month(passage.word(i + 1)).is_some() && passage.gap(i) == " ";
        let half = ["am", "pm", "%", "th", "st", "km", "k", "m"].iter().find_map(|end| written.strip_suffix(end));
        let (lone, noughts) = sum(written);
        let found = lone
            || noughts
            || cross(bare) && (bare.len() > 2 || bare.len() < written.len() || month)
            || half.is_some_and(|rest| rest.len() > 1 && cross(rest.trim_start_matches('£')))
            || matches!(written, "XX:XX" | "xx:xx" | "XX.XX" | "xx.xx")
            || word.starts_with("xx/")
            || word.ends_with("/xx")
            || word.ends_with("/xxxx");
        if found && !passage.words[i].quoted {
            tell(passage, passage.range(i, i), report);
        }
    }
    for (at, marks) in passage.text.match_indices("??") {
        let after = passage.text[at + marks.len()..].trim_start_matches('?').trim_start_matches(' ');
        let month = after.split(' ').next().is_some_and(|word| dates::month(word).is_some());
        if month || passage.text[..at].ends_with('£') {
            tell(passage, at..at + marks.len(), report);
        }
    }
}

/// Returns whether a sum of money has crosses in the place of its figures, and whether it has noughts there: "£x,xxx", "£00.00".
/// "£0.00" and "£0" are sums.
fn sum(written: &str) -> (bool, bool) {
    let Some(rest) = written.strip_prefix('£').filter(|rest| rest.len() > 1) else { return (false, false) };
    let made_of = |signs: &[u8]| rest.bytes().all(|b| signs.contains(&b) || matches!(b, b',' | b'.'));
    let crosses = (made_of(b"x") || made_of(b"X")) && rest.contains(['x', 'X']) && rest.contains([',', '.']);
    (crosses, made_of(b"0") && (rest.starts_with("00") || rest.starts_with("0,0")))
}

/// Looks for a "to do" in capitals, or with a colon, as programmers and editors leave it for themselves.
fn to_do(passage: &Passage, report: &mut Sink<'_>) {
    for i in 0..passage.words.len() {
        let todo = matches!(passage.lower(i), "todo" | "fixme")
            && (passage.words[i].has(Sign::Capitals)
                || passage.word(i) != passage.lower(i) && passage.gap(i).starts_with(':'));
        // "To do: check with legal"; a list of what readers are to do is called so too, and stands alone.
        let spelt = passage.phrase(i, &["to", "do"])
            && passage.starts_sentence(i)
            && passage.gap(i + 1).starts_with(':')
            && passage.is_prose()
            && matches!(
                passage.lower(i + 2),
                "check" | "add" | "confirm" | "update" | "write" | "link" | "ask" | "insert"
            );
        // The name of a tool, or a mark that a text is about, is spoken of.
        let spoken =
            matches!(passage.lower_before(i), "a" | "the" | "word" | "microsoft" | "called" | "no" | "each" | "every");
        if (todo || spelt) && !passage.words[i].quoted && !spoken {
            tell(passage, passage.range(i, i + usize::from(spelt)), report);
        }
    }
}

/// Looks for a sentence that only says what is to come: "Text to be supplied by the estates team.", "Photo to follow."
fn later(passage: &Passage, report: &mut Sink<'_>) {
    for sentence in &passage.sentences {
        let (start, end) = (sentence.start, sentence.end);
        let first = (start..end.min(start + 3)).find(|at| LATER.contains(&passage.lower(*at)));
        let Some(to) = first.map(|at| at + 1).filter(|to| *to < end && passage.lower(*to) == "to") else { continue };
        let last = match passage.lower(to + 1) {
            "follow" | "come" => to + 1,
            "be" if matches!(
                passage.lower(to + 2),
                "supplied"
                    | "added"
                    | "inserted"
                    | "written"
                    | "provided"
                    | "confirmed"
                    | "sourced"
                    | "drafted"
                    | "agreed"
                    | "updated"
            ) =>
            {
                to + 2
            }
            _ => continue,
        };
        let said = |at: usize| {
            matches!(
                passage.lower(at),
                "must" | "should" | "will" | "is" | "are" | "can" | "may" | "need" | "needs" | "has" | "have"
            ) && at > last + 1
        };
        let ends = end <= last + 1
            || matches!(
                passage.lower(last + 1),
                "by" | "from" | "soon" | "later" | "shortly" | "here" | "once" | "when" | "in"
            );
        if ends && end < last + 9 && !(last + 1..end).any(said) && !passage.words[start].quoted {
            tell(passage, passage.range(start, end - 1), report);
        }
    }
}

/// Returns whether a text is one that designers fill a page with, going by its words.
pub(super) fn is_filler(passage: &Passage) -> bool {
    let lower = passage.lower_text();
    lower.contains("lorem ipsum") || FILLER.iter().filter(|word| lower.contains(**word)).count() > 1
}

fn filler(passage: &Passage, report: &mut Sink<'_>) {
    if is_filler(passage) {
        let said = |i: &usize| FILLER.iter().any(|word| passage.lower(*i).starts_with(word));
        let mut found = (0..passage.words.len()).filter(|i| said(i) && !passage.words[*i].quoted);
        if let Some(first) = found.next() {
            tell(passage, passage.range(first, found.next().unwrap_or(first)), report);
        }
    }
}

/// Looks for what was written to a colleague or to a designer: "Note to editor: check the price", "Insert photo here".
fn note(passage: &Passage, report: &mut Sink<'_>) {
    let to = passage.phrase(0, &["note", "to"])
        && matches!(
            passage.lower(2),
            "editor" | "editors" | "designer" | "self" | "comms" | "web" | "printer" | "colleagues"
        )
        && passage
            .gap(passage.sentences.first().map_or(2, |_| 2 + usize::from(passage.lower(3) == "team")))
            .starts_with(':');
    let last = passage.words.len().saturating_sub(1);
    let insert =
        passage.lower(0) == "insert" && passage.lower(last) == "here" && last < 7 && passage.lower(1) != "your";
    let goes = last < 6
        && passage.lower(last) == "here"
        && (2..=last).any(|i| {
            matches!(passage.lower(i - 1), "to" | "goes")
                && (passage.lower(i) == "go" || passage.lower(i) == "here")
                && LATER.contains(&passage.lower(0))
        });
    if (to || insert || goes) && !passage.words[0].quoted {
        let end = if to { 2 } else { last };
        tell(passage, passage.range(0, end), report);
    }
}

/// Looks for "[insert name]".
fn bracketed(passage: &Passage, report: &mut Sink<'_>) {
    let mut from = if passage.chars.any(Chars::of("[")) { 0 } else { passage.text.len() };
    while let Some(open) = passage.text[from..].find('[').map(|at| from + at) {
        let Some(close) = passage.text[open..].find(']').map(|at| open + at + 1) else { return };
        from = close;
        let inside = passage.text[open + 1..close - 1].trim().to_ascii_lowercase();
        // `[[…]]` has a rule of its own, and a quotation's "[the court]" was put in by an editor.
        let quoted = passage.words.iter().any(|word| word.start > open && word.end < close && word.quoted);
        let known = !quoted
            && (TO_WRITE.iter().any(|start| inside.starts_with(start) || inside == start.trim())
                || TO_FOLLOW.iter().any(|end| inside.ends_with(end)));
        if known
            && !inside.starts_with('[')
            && !passage.text[close..].starts_with(['(', '{'])
            && inside.len() < 80
            && !passage.text[..open].ends_with('[')
        {
            tell(passage, open..close, report);
        }
    }
}

/// Looks for "(photo to go here)" and "<insert quote>".
fn other_brackets(passage: &Passage, report: &mut Sink<'_>) {
    let inside = |open: char, close: char| {
        let text = passage.text.as_str();
        let pairs = text.match_indices(open).filter_map(move |(at, _)| {
            let end = at + text[at..].find(close)?;
            Some((at..end + close.len_utf8(), text[at + open.len_utf8()..end].trim().to_ascii_lowercase()))
        });
        pairs.collect::<Vec<_>>()
    };
    let quoted = |at: usize| passage.word_at(at).is_some_and(|i| passage.words[i].quoted);
    if passage.chars.any(Chars::of("(")) {
        for (range, inside) in inside('(', ')') {
            let later = inside.split(' ').any(|word| LATER.contains(&word)) && inside.split(' ').count() < 7;
            if later
                && TO_FOLLOW.iter().any(|end| inside.ends_with(end))
                && !inside.ends_with("needed")
                && !quoted(range.start + 1)
            {
                tell(passage, range, report);
            }
        }
    }
    if passage.chars.any(Chars::of("<")) {
        for (range, inside) in inside('<', '>') {
            let known = TO_WRITE.iter().any(|start| inside.starts_with(start)) || FIELDS.contains(&inside.as_str());
            if known && inside.len() < 80 && !quoted(range.start + 1) {
                tell(passage, range, report);
            }
        }
    }
}

/// Names of the fields of letters.
const FIELDS: &[&str] = &[
    "name",
    "names",
    "first name",
    "firstname",
    "surname",
    "last name",
    "title",
    "date",
    "address",
    "amount",
    "number",
    "reference",
    "postcode",
    "link",
    "organisation",
    "photo",
    "quote",
    "image",
];

/// What Word writes where a reference leads nowhere or a field waits, and spreadsheets where a sum has no answer. Source:
/// Microsoft Office Online, HP051893681, and knowledge base article Q134999, for the first two; the others are messages of the
/// same programs.
const ERRORS: &[&str] = &[
    "error! reference source not found",
    "error! bookmark not defined",
    "error! no bookmark name given",
    "error! no text of specified style in document",
    "error! hyperlink reference not valid",
    "error! unknown document property name",
    "error! not a valid",
    "error! no table of contents entries found",
    "click or tap here to enter text",
    "click here to enter text",
    "choose an item.",
    "#ref!",
    "#div/0!",
    "#value!",
    "#name?",
];

/// Looks for the fields of letters that were to be filled by a program, "{{first_name}}" and "<<name>>", and for what Word
/// writes where it could not fill one.
fn fields(passage: &Passage, report: &mut Sink<'_>) {
    let quoted = |at: usize| passage.word_at(at).is_some_and(|i| passage.words[i].quoted);
    let lower = passage.lower_text();
    let sign = passage.chars.any(Chars::of("!#"));
    if sign || lower.starts_with("click ") || lower.starts_with("choose an") {
        let found = ERRORS.iter().find_map(|error| Some((lower.find(error)?, error)));
        if let Some((at, error)) = found.filter(|(at, _)| !quoted(*at)) {
            tell(passage, at..at + error.len(), report);
        }
    }
    let marks = [("{{", "}}", Chars::of("{")), ("<<", ">>", Chars::of("<")), ("\u{ab}", "\u{bb}", Chars::OTHER)];
    for (open, close, sign) in marks.iter().filter(|(_, _, sign)| passage.chars.any(*sign)) {
        let Some(at) = passage.text.find(open) else { continue };
        let Some(end) = passage.text[at..].find(close).map(|end| at + end + close.len()) else { continue };
        let inside = passage.text[at + open.len()..end - close.len()].trim();
        // In guillemets stands a quotation in other languages; a field has a name of one word.
        let name = inside.bytes().all(|b| b.is_ascii_alphanumeric() || b"_. -#".contains(&b)) && !inside.is_empty();
        let named = FIELDS.contains(&inside.to_ascii_lowercase().as_str());
        let field = *sign != Chars::OTHER || named || (inside.contains('_') && !inside.contains(' '));
        if name && field && inside.len() < 40 && !quoted(at + open.len()) {
            tell(passage, at..end, report);
        }
    }
}

fn tell(passage: &Passage, range: std::ops::Range<usize>, report: &mut Sink<'_>) {
    let message = format!("`{}` stands for words that are not written yet", &passage.text[range.clone()]);
    report.add(passage.span(range), message, "write what belongs here, or take the sentence out");
}
