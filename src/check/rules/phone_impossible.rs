//! Telephone numbers that nobody in the United Kingdom can have.

use crate::check::{Body, Known, Look, Passage, Rule, Sign, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::phone::dialled;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A119",
        name: "phone-impossible",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("phone_impossible.md"),
    },
    look: Look::Body(look),
};

/// Words before digits that make them a telephone number.
const CALLS: &[&str] = &[
    "call",
    "phone",
    "ring",
    "telephone",
    "tel",
    "text",
    "helpline",
    "on",
    "line",
    "mobile",
    "dial",
    "calling",
    "textphone",
    "freephone",
    "landline",
];

/// Words before digits that make them something else.
const OTHER: &[&str] = &[
    "charity",
    "company",
    "registered",
    "registration",
    "vat",
    "account",
    "sort",
    "case",
    "crime",
    "reference",
    "ref",
    "incident",
    "invoice",
    "order",
    "contract",
    "isbn",
    "code",
    "notice",
    "id",
    "no",
];

/// Real numbers that are shorter than the rule. Source: Ofcom, National Telephone Numbering Plan, 0800 1111 (Childline).
const SHORT: &[&str] = &["08001111", "0845464"];

/// Areas in which some numbers have a digit fewer. Source: Ofcom, National Telephone Numbering Plan, codes in which five
/// digits and four follow the area code.
const SHORT_AREAS: &[&str] = &[
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404", "01420",
    "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629", "01635", "01647",
    "01659", "01695", "01697", "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905",
    "01935", "01946", "01949", "01963", "01995",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for passage in body.english() {
        for at in passage.numbers() {
            let at = at.clone();
            let digits = dialled(&passage.text[at.clone()]);
            let written = &passage.text[at.clone()];
            // In "+44 (0)1632" the brackets say that the nought is for calls at home.
            let nought = written
                .strip_prefix("+44")
                .is_some_and(|rest| rest.trim_start().starts_with('0') && !passage.words.is_empty())
                .then_some("after +44 a number has no nought");
            let why = impossible(&digits).filter(|_| is_phone(passage, at.start, &digits)).or(nought);
            let Some(why) = why else { continue };
            let message = format!("`{written}` cannot be a telephone number: {why}");
            report.add(passage.span(at), message, "compare it with its source, and ring it");
        }
        for i in passage.with(Sign::Digit) {
            lettered(passage, i, report);
        }
    }
}

/// Reports a number with a letter for a figure in its area code: "O1632 960500", "0l632 960500".
fn lettered(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    let word = passage.word(i);
    let figures = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    let shaped = (4..=5).contains(&word.len())
        && word.starts_with(['O', 'o', '0'])
        && word.contains(['O', 'o', 'l', 'I'])
        && word.bytes().all(|b| b.is_ascii_digit() || b"OolI".contains(&b))
        && figures(word) + 2 > word.len();
    let next = passage.word(i + 1);
    let rest = next.len() > 2 && figures(next) == next.len() && passage.gap(i) == " ";
    if shaped && rest && !passage.words[i].quoted {
        let last = if figures(passage.word(i + 2)) == passage.word(i + 2).len()
            && passage.gap(i + 1) == " "
            && !passage.word(i + 2).is_empty()
        {
            i + 2
        } else {
            i + 1
        };
        let range = passage.range(i, last);
        let message = format!("`{}` cannot be a telephone number: it has a letter in it", &passage.text[range.clone()]);
        report.add(passage.span(range), message, "write the figure 0 or 1 for the letter, and ring it");
    }
}

/// Says why no telephone in the United Kingdom has a number; nothing where it could have.
/// Source: Ofcom, National Telephone Numbering Plan, part A.
fn impossible(digits: &str) -> Option<&'static str> {
    let second = digits.strip_prefix('0')?.chars().next()?;
    let short = digits.starts_with("0800") || second == '5' || SHORT_AREAS.iter().any(|area| digits.starts_with(area));
    let fewest = if short { 10 } else { 11 };
    if SHORT.iter().any(|short| digits.starts_with(short) && digits.len() < 9) {
        return None;
    }
    match digits.len() {
        length if length > 11 => Some("it has too many digits"),
        length if length < fewest => Some("it has too few digits"),
        _ if matches!(second, '0' | '4' | '6') => Some("no number starts like this"),
        _ => None,
    }
}

/// Returns whether digits are meant to be rung: words before them, a link or their groups say so.
fn is_phone(passage: &Passage, start: usize, digits: &str) -> bool {
    let Some(i) = passage.word_at(start) else { return false };
    let before: Vec<&str> = (i.saturating_sub(4)..i).map(|at| passage.lower(at)).collect();
    let area = digits.starts_with("08")
        || digits.starts_with("07")
        || digits.starts_with("01")
        || digits.starts_with("02")
        || digits.starts_with("03");
    let grouped =
        passage.word(i).len() < digits.len() && (4..=5).contains(&passage.word(i).len()) && area && digits.len() > 7;
    let linked = passage.linked(start) == crate::check::Linked::Contact;
    // A day and its month are no number: "01 02 2027", and neither is a fraction of money.
    let said = before.iter().any(|word| CALLS.contains(word)) && digits.len() > 6;
    !before.iter().any(|word| OTHER.contains(word))
        && !passage.words[i].quoted
        && (linked || said || grouped)
        && digits.len() < 16
}
