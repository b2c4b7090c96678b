//! What can be wrong with a site's own files of words. Each kind has its page in `problems/`.

use fluent_syntax::parser::ParserError;

use super::Own;
use super::message::Arguments;
use crate::diag::{Diagnostic, FindingKind, Severity, Span};

/// A line of a file of words that cannot be read.
pub const WORDS_INVALID: FindingKind = FindingKind {
    code: "C045",
    name: "words-invalid",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("problems/words_invalid.md"),
};

/// A message that Handbill does not have.
pub const WORDS_UNKNOWN: FindingKind = FindingKind {
    code: "C046",
    name: "words-unknown",
    severity: Severity::Warning,
    wcag: &[],
    act: &[],
    doc: include_str!("problems/words_unknown.md"),
};

/// A message that a language lacks.
pub const WORDS_MISSING: FindingKind = FindingKind {
    code: "C047",
    name: "words-missing",
    severity: Severity::Warning,
    wcag: &["3.1.2"],
    act: &[],
    doc: include_str!("problems/words_missing.md"),
};

/// Returns a line that cannot be read.
pub fn broken(own: &Own, fault: &ParserError) -> Diagnostic {
    // A message that ends too early is noticed at the start of the line below.
    let before = own.text.get(..fault.pos.start).unwrap_or("");
    let at = if before.ends_with('\n') { before.trim_end().len() } else { before.len() };
    let reason = fault.kind.to_string();
    let mut letters = reason.chars();
    let reason: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    let message = format!("these words cannot be read: {}", reason.replace('"', "`"));
    let help = "write `name = words` on a line, and further lines of the same words with spaces before them";
    Diagnostic::new(&WORDS_INVALID, Span::new(own.file, at, at), message, help)
}

/// Returns a message without words.
pub fn empty(span: Span, id: &str) -> Diagnostic {
    Diagnostic::new(&WORDS_INVALID, span, format!("`{id}` has no words"), "write them after `=`, or delete the line")
}

/// Returns a message that stands there a second time.
pub fn twice(span: Span, id: &str) -> Diagnostic {
    let message = format!("`{id}` is written twice, and the second is used");
    Diagnostic::new(&WORDS_INVALID, span, message, "delete one of the two")
}

/// Returns a part that nobody puts into the words.
pub fn strange_part(span: Span, id: &str, strange: &str, wanted: &Arguments) -> Diagnostic {
    let message = format!("nothing is put into `{id}` in the place of `{{ ${strange} }}`");
    let help = match wanted.is_empty() {
        true => "write these words without a part in braces".to_string(),
        false => {
            let named: Vec<String> = wanted.iter().map(|name| format!("`{{ ${name} }}`")).collect();
            format!("these can be put in: {}", named.join(", "))
        }
    };
    Diagnostic::new(&WORDS_INVALID, span, message, help)
}

/// Returns a message that nobody asks for.
pub fn unknown(span: Span, id: &str, near: Option<&str>) -> Diagnostic {
    let help = match near {
        Some(near) => format!("write `{near}`"),
        None => "delete it: `locales/en.ftl` of Handbill has all names".to_string(),
    };
    Diagnostic::new(&WORDS_UNKNOWN, span, format!("Handbill has no words called `{id}`"), help)
}

/// Returns a message that a language lacks, at the one after which it would stand.
pub fn missing(own: &Own, at: usize, id: &str) -> Diagnostic {
    let message = format!("`{id}` is missing, and is shown in English");
    let help = format!("write `{id} = ` and the words in {}", own.lang.own_name());
    Diagnostic::new(&WORDS_MISSING, Span::new(own.file, at, at), message, help)
}
