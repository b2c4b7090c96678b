//! Titles In Which Every Word Has A Capital.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A078",
        name: "title-caps",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("title_caps.md"),
    },
    look: Look::Body(look),
};

/// Words that title case leaves small.
const SMALL: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "but", "nor", "for", "in", "on", "at", "to", "by", "with", "from", "as",
    "into", "your",
];

/// The fewest words, apart from the small ones, that show a habit and not a name.
const FEWEST: usize = 4;

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page else { return };
    let title = page.meta.title.trim();
    let mut rest = title.to_string();
    let about = &site.about;
    let contacts = site.contacts.values().map(|contact| &contact.name);
    let names = [&about.title, &about.short_name, &about.organisation.name].into_iter().chain(contacts);
    for name in names.chain(site.glossary.values().map(|term| &term.full)).filter(|name| !name.is_empty()) {
        rest = rest.replace(&**name, "");
    }
    let words: Vec<&str> =
        rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | ':' | '\u{2013}' | '\u{2014}')).collect();
    let words = words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = words.filter(|word| word.starts_with(char::is_alphabetic)).collect();
    let telling = words.iter().filter(|word| !SMALL.contains(&word.to_lowercase().as_str()));
    let (capital, small): (Vec<&str>, Vec<&str>) = telling.partition(|word| word.starts_with(char::is_uppercase));
    if capital.len() < FEWEST || !small.is_empty() || is_name(body, title) {
        return;
    }
    // A word that the page also writes small is no name.
    let text = text(body);
    let after_first = capital.len() - 1;
    let common = capital.iter().skip(1).filter(|word| text.contains(&format!(" {} ", word.to_lowercase()))).count();
    if common * 2 < after_first {
        return;
    }
    let message = format!("every word of the title `{title}` has a capital letter");
    let help = "keep capitals for the first word and for names, such as `Help for victims of burglary`";
    report.add(page.key_span("title"), message, help);
}

/// Returns the words of a page, each between two spaces.
fn text(body: &Body<'_>) -> String {
    let mut text = String::from(" ");
    for run in body.runs() {
        for word in run.words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            text.push_str(word);
            text.push(' ');
        }
    }
    text
}

/// Returns whether the page writes the title in the same way in its text, as it does a name.
fn is_name(body: &Body<'_>, title: &str) -> bool {
    body.runs().iter().any(|run| run.words.len() > title.len() && run.words.contains(title))
}
