//! Abbreviations that nothing on the page explains.

use std::collections::BTreeSet;

use crate::check::{Body, Known, Look, Passage, Rule, Sink, split};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Text};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A007",
        name: "abbreviation-unexpanded",
        severity: Severity::Warning,
        wcag: &["3.1.4"],
        act: &[],
        doc: include_str!("abbreviation_unexpanded.md"),
    },
    look: Look::Body(look),
};

/// Abbreviations that nearly everybody knows, and names that are written in capitals.
/// Source: GOV.UK style guide, abbreviations and acronyms; NHS digital service manual, A to Z.
pub(super) const WELL_KNOWN: &[&str] = &[
    "AA", "AD", "AGM", "AIDS", "AM", "API", "ATM", "BA", "BBC", "BC", "BMW", "BSL", "BT", "CCTV", "CD", "CEO", "CIA",
    "CBE", "CSS", "CSV", "CV", "DC", "DIY", "DNA", "DOC", "DOCX", "DVD", "EU", "FAQ", "FAX", "FBI", "FM", "GB", "GCSE",
    "GP", "GPS", "GIF", "HGV", "HIV", "HM", "HMP", "HR", "HTML", "HTTP", "HTTPS", "IBM", "ID", "IKEA", "IQ", "ISBN",
    "ISSN", "IT", "ITV", "JPEG", "JPG", "JSON", "KPMG", "LTD", "MA", "MBE", "MOT", "MP", "MSC", "NATO", "NB", "NHS",
    "NSPCC", "OBE", "OK", "PC", "PDF", "PHD", "PIN", "PLC", "PM", "PNG", "PO", "PPT", "PPTX", "PROF", "QR", "RAC",
    "RAF", "RIP", "RNLI", "RSPCA", "RSS", "RTF", "SMS", "SOS", "SUV", "SVG", "TV", "UK", "UN", "URL", "US", "USA",
    "USB", "VAT", "VIP", "VP", "XLSX", "XML", "YMCA", "ZIP",
];

/// Short words of everyday English, which stand in capitals for loudness. A page that uses a word in small letters too
/// shows the same; these are for pages that do not.
const EVERYDAY: &[&str] = &[
    "act", "action", "after", "agency", "all", "also", "always", "an", "and", "any", "anyone", "are", "as", "ask",
    "at", "be", "before", "best", "both", "but", "by", "call", "can", "cannot", "cash", "change", "check", "choose",
    "closed", "cost", "date", "dates", "day", "days", "do", "done", "draft", "each", "end", "ever", "every", "exit",
    "false", "file", "find", "first", "for", "form", "free", "from", "full", "get", "give", "go", "good", "have", "he",
    "help", "her", "here", "his", "home", "hot", "how", "if", "in", "into", "is", "keep", "know", "last", "later",
    "layout", "left", "less", "like", "link", "list", "live", "long", "look", "made", "make", "many", "may", "me",
    "more", "most", "much", "must", "my", "name", "need", "never", "new", "next", "no", "none", "not", "note", "now",
    "of", "off", "old", "on", "once", "one", "only", "open", "or", "order", "our", "out", "over", "own", "page",
    "part", "pay", "phone", "plain", "please", "print", "public", "quick", "read", "real", "right", "rugged", "safe",
    "same", "save", "say", "see", "self", "send", "sent", "set", "she", "short", "should", "show", "sign", "site",
    "smart", "so", "some", "start", "stop", "strict", "such", "sure", "take", "talk", "tell", "text", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "think", "this", "those", "time", "title", "to", "too",
    "top", "true", "turn", "two", "type", "under", "up", "urgent", "use", "user", "users", "very", "wait", "want",
    "was", "we", "well", "were", "what", "when", "where", "which", "while", "will", "with", "women", "words", "work",
    "write", "wrong", "yes", "you", "your",
];

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let mut told = BTreeSet::new();
    // Where the words come later on the page, `abbreviation-late` says so.
    for run in body.runs().iter().filter(|run| run.words.contains('(')) {
        texts(run.inlines, &mut |text| {
            let spelt = abbreviations(&text.text).map(|(_, word)| word).filter(|word| spelt_out(&run.words, word));
            told.extend(spelt.map(str::to_string));
        });
    }
    for run in body.runs() {
        texts(run.inlines, &mut |text| {
            for (at, word) in abbreviations(&text.text) {
                let known =
                    WELL_KNOWN.contains(&word) || site.glossary.get(word).is_some_and(|term| !term.full.is_empty());
                if known {
                    told.insert(word.to_string());
                } else if told.insert(word.to_string()) && !quoted(&text.text, at) && !loud(word, body) {
                    // What was to be filled in has rules of its own.
                    if to_fill_in(word) || spelt_on_page(word, body) || explained(word, body) {
                        continue;
                    }
                    let span = text.place(at..at + word.len());
                    // The letters are of use where they stand again; the glossary explains them at their first use.
                    let help = if is_used_once(word, body) {
                        format!("write it out, without `{word}`: the letters are used once here")
                    } else {
                        format!(
                            "write it out with the letters in brackets, or add `{word}` to `content/_data/glossary.yaml`"
                        )
                    };
                    report.add(span, format!("nothing on this page says what `{word}` means"), help);
                }
            }
        });
    }
}

/// Returns whether letters stand once on a page or leaflet.
fn is_used_once(letters: &str, body: &Body<'_>) -> bool {
    let mut count = 0;
    for run in body.runs() {
        texts(run.inlines, &mut |text| {
            count += abbreviations(&text.text).filter(|(_, word)| *word == letters).count();
        });
    }
    count == 1
}

pub(super) fn texts<'a>(run: &'a [Inline], visit: &mut dyn FnMut(&'a Text)) {
    for inline in run {
        match inline {
            Inline::Text(text) => visit(text),
            // Words in another language have their own abbreviations; those in emphasis are often spoken of, or names.
            Inline::Language(_) | Inline::Emphasis(_) => {}
            _ => texts(inline.children(), visit),
        }
    }
}

/// Returns every word of two to six letters that are all capitals, with where it starts. A word that is part of a
/// reference, such as `RJ-01`, or of a postcode, or of a shout, is none.
pub(super) fn abbreviations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    capitals(text)
        .filter(|(at, word, length)| !roman(word) && !shouted(text, *at, *length))
        .map(|(at, word, _)| (at, word))
}

/// Returns every word of two to six letters that are all capitals, with where it starts and how long it is with what is joined
/// to it.
pub(super) fn capitals(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let capitals = text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let text = if capitals { text } else { "" };
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '@' | '.' | '&' | '\u{2019}' | '\'');
    let tokens = text.split(move |c: char| !inner(c)).filter(|token| !token.is_empty());
    tokens.filter_map(move |token| {
        let at = token.as_ptr() as usize - text.as_ptr() as usize;
        let bare = token.trim_end_matches(['.', '-', '/', '\'', '\u{2019}']);
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("\u{2019}s")).unwrap_or(bare);
        let letters = bare.strip_suffix('s').filter(|rest| rest.len() > 1).unwrap_or(bare);
        let capital = (2..=6).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
        capital.then_some((at, letters, bare.len()))
    })
}

/// Returns whether letters are a Roman numeral, such as `II` or `XIV`.
pub(super) fn roman(letters: &str) -> bool {
    letters.bytes().all(|b| b"IVX".contains(&b))
}

/// Returns whether a word stands in quotation marks: it is spoken of.
fn quoted(text: &str, at: usize) -> bool {
    split::quoted(text).iter().any(|range| range.contains(&at))
}

/// Returns whether letters are a word of everyday English that is only written loudly.
fn loud(letters: &str, body: &Body<'_>) -> bool {
    let lower = letters.to_lowercase();
    let small = |passage: &Passage| (0..passage.words.len()).any(|i| passage.word(i) == lower);
    EVERYDAY.binary_search(&lower.as_str()).is_ok() || body.english().iter().any(small)
}

/// Small words, which may be left out of the letters.
const SMALL: &[&str] = &["and", "of", "for", "the", "in", "to", "on", "a", "at", "with", "by"];

/// Returns whether words that start with the letters stand somewhere on the page, as in a cell beside them, after a dash or
/// after "stands for".
fn spelt_on_page(short: &str, body: &Body<'_>) -> bool {
    let wanted: Vec<char> = short.chars().collect();
    wanted.len() > 2
        && body.runs().iter().any(|run| {
            let split = |apart: fn(char) -> bool| -> Vec<&str> {
                run.words.split(apart).filter(|word| !word.is_empty() && *word != short).collect()
            };
            // "Multi-agency" gives two letters, and "Co-ordinated" one.
            let all = [split(|c| !c.is_alphanumeric()), split(|c| !c.is_alphanumeric() && c != '-')];
            all.iter()
                .any(|words| (0..words.len()).any(|from| words.get(from..).is_some_and(|words| starts(words, &wanted))))
        })
}

/// Returns whether the page says what letters mean, in words that need not start with them: "FUL means full planning permission".
fn explained(letters: &str, body: &Body<'_>) -> bool {
    let means = [" means ", " stands for ", " is short for ", " is the short form of ", " = "];
    body.runs().iter().any(|run| {
        run.words.match_indices(letters).any(|(at, _)| {
            let apart = !run.words[..at].ends_with(|c: char| c.is_alphanumeric());
            let after = run.words[at + letters.len()..].trim_start_matches(['\u{2019}', '\u{201d}', '"', '\'']);
            apart && means.iter().any(|verb| after.starts_with(verb))
        })
    })
}

/// Returns whether words start with letters, each with its own.
fn starts(words: &[&str], letters: &[char]) -> bool {
    let mut left = letters.iter();
    let mut letter = left.next();
    for (at, word) in words.iter().enumerate() {
        let Some(wanted) = letter else { return true };
        let initial = word.chars().next().map(|first| first.to_ascii_uppercase());
        if initial == Some(*wanted) {
            letter = left.next();
        } else if at == 0 || !SMALL.contains(word) {
            return false;
        }
    }
    letter.is_none()
}

/// Returns whether a word stands between others in capitals: a shout, or a heading in capitals, not an abbreviation.
fn shouted(text: &str, at: usize, length: usize) -> bool {
    let capitals = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    let marks = |c: char| !c.is_ascii_alphanumeric();
    // A comma between two of them makes a list of abbreviations; one after the second is the sentence's.
    let before = text[..at].split_whitespace().next_back();
    let before = before.is_some_and(|word| capitals(word.trim_start_matches(marks).trim_end_matches('.')));
    let rest = &text[at + length..];
    let after = rest.trim_start_matches('.').starts_with(' ')
        && rest
            .trim_start_matches('.')
            .split_whitespace()
            .next()
            .is_some_and(|word| capitals(word.trim_end_matches(marks)));
    let after_code = rest.trim_start().trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
    let before_code = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    // A law report names its parties: "v CE Heath".
    let party = text[..at].ends_with(" v ") || text[..at].ends_with(" v. ");
    let code = (before_code && length <= 3) || (after_code && length <= 5);
    before || after || party || state(text, at, length) || code || texted(text, at, length)
}

/// Returns whether letters are a note to those who write the page.
fn to_fill_in(word: &str) -> bool {
    ["tbc", "tbd", "tba", "dn", "todo", "fixme"].iter().any(|note| word.eq_ignore_ascii_case(note))
}

/// Returns whether letters are what a reader is to send or type: "text SHOUT to 85258", "the code ABCD".
fn texted(text: &str, at: usize, length: usize) -> bool {
    let word = text[..at].trim_end_matches([' ', '`', '\u{2018}', '\u{201c}']).rsplit(' ').next().unwrap_or_default();
    let sent = ["text", "texting", "send", "word", "keyword"].iter().any(|verb| word.eq_ignore_ascii_case(verb));
    let to = text[at + length..].trim_start_matches(['\u{2019}', '\u{201d}']).strip_prefix(" to ");
    // The number is often a link, which starts where this text ends.
    let number =
        to.is_some_and(|to| to.is_empty() || to.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase()));
    (sent && number) || ["code", "keyword"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Returns whether two letters stand after a place and a comma, as the states of America do: `Durham, NC`.
fn state(text: &str, at: usize, length: usize) -> bool {
    let place = text[..at].trim_end().strip_suffix(',').and_then(|before| before.split_whitespace().next_back());
    length == 2 && place.is_some_and(|place| place.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Returns whether a run says "full name (ABC)" with words that start with those letters.
pub(super) fn spelt_out(words: &str, short: &str) -> bool {
    let Some(at) = words.find(&format!("({short})")).or_else(|| words.find(&format!("[{short}]"))) else {
        return false;
    };
    // "HM" gives both of its letters.
    let capitals = |word: &str| (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let initials: String = words[..at]
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|word| word.chars().take(if capitals(word) { word.len() } else { 1 }))
        .flat_map(char::to_uppercase)
        .collect();
    let wanted: Vec<char> = short.chars().collect();
    // Small words such as "and" and "of" may be left out of the letters.
    let mut left = wanted.iter().rev().peekable();
    for letter in initials.chars().rev().take(wanted.len() * 2 + 2) {
        // An X stands for "cross", "ex" or "trans".
        if left.peek().is_some_and(|wanted| **wanted == letter || (**wanted == 'X' && "CET".contains(letter))) {
            left.next();
        }
    }
    left.next().is_none()
}
