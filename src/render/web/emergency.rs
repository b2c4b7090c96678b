//! What to do in an emergency, as every page has it over its header: numbers that can be tapped, and what there is to say
//! besides folded away where there is little room.

use schemars::JsonSchema;
use serde::Serialize;

use super::contact::telephone;
use super::html::{Html, SafeHtml};
use crate::model::phone;

/// Short numbers that a line about emergencies may name, and that a telephone dials as they are. 55 is none: it is pressed
/// during a call. Source: Ofcom, National Telephone Numbering Plan, part A, A3.
const SHORT: [&str; 6] = ["999", "112", "101", "105", "111", "18000"];

/// One line about emergencies.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct EmergencyLine {
    /// Its first sentence.
    first: SafeHtml,
    /// The question that what is left begins with, such as `Cannot speak?`; empty where it begins otherwise.
    question: String,
    /// What is left after the first sentence and that question.
    rest: SafeHtml,
}

impl EmergencyLine {
    /// Returns a line in its parts.
    pub fn new(line: &str) -> EmergencyLine {
        let (first, rest) = after(line, &['.', '۔', '!']);
        let (question, rest) = match rest.split_inclusive(['?', '؟', '.', '۔']).next() {
            Some(question) if question.ends_with(['?', '؟']) => rest.split_at(question.len()),
            Some(_) | None => ("", rest),
        };
        EmergencyLine { first: tapped(first), question: question.to_string(), rest: tapped(rest.trim_start()) }
    }
}

/// Splits a line after its first sentence.
fn after<'t>(line: &'t str, ends: &[char]) -> (&'t str, &'t str) {
    let end = line.char_indices().find(|(at, c)| {
        let after = line[at + c.len_utf8()..].chars().next();
        ends.contains(c) && after.is_none_or(char::is_whitespace)
    });
    let (first, rest) = end.map_or((line, ""), |(at, c)| line.split_at(at + c.len_utf8()));
    (first, rest.trim_start())
}

/// Returns words with links on their short numbers.
fn tapped(words: &str) -> SafeHtml {
    let mut html = Html::new();
    let mut at = 0;
    for number in phone::numbers(words) {
        let whole = &words[number.clone()];
        if !SHORT.contains(&phone::dialled(whole).as_str()) {
            continue;
        }
        telephone(whole, html.words(&words[at..number.start]));
        at = number.end;
    }
    html.words(&words[at..]).done()
}

#[cfg(test)]
mod tests {
    use super::EmergencyLine;

    #[test]
    fn numbers_are_tapped_and_the_rest_is_folded_behind_its_question() {
        let line = EmergencyLine::new("Emergency: 999. Cannot speak? Press 55 when asked. Not an emergency: 101.");
        assert_eq!(line.first.as_str(), "Emergency: <a class=\"tel\" href=\"tel:999\">999</a>.");
        assert_eq!(line.question, "Cannot speak?");
        let rest = "Press 55 when asked. Not an emergency: <a class=\"tel\" href=\"tel:101\">101</a>.";
        assert_eq!(line.rest.as_str(), rest);
    }

    #[test]
    fn a_line_without_a_question_is_whole() {
        let line = EmergencyLine::new("In danger? Call 999");
        assert_eq!((line.question.as_str(), line.rest.as_str()), ("", ""));
        let line = EmergencyLine::new("Call 999. <Or> 18000.");
        assert_eq!(line.question, "");
        assert_eq!(line.rest.as_str(), "&lt;Or&gt; <a class=\"tel\" href=\"tel:18000\">18000</a>.");
    }

    #[test]
    fn urdu_sentences_end_with_their_own_full_stop() {
        let line = EmergencyLine::new("ہنگامی حالت: 999۔ بول نہیں سکتے؟ 55 دبائیں۔");
        assert!(line.first.as_str().ends_with("۔") && line.question.ends_with('؟'), "{line:?}");
    }
}
