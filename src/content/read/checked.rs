//! `content/_data/checked.yaml`: which files that a machine made a person has read.

use crate::content::read::stores;
use crate::content::yaml::fields::Fields;
use crate::content::yaml::shape::Key;
use crate::diag::{Diagnostic, FileId};
use crate::model::Checked;

/// Where it is written down, from the site's folder on.
pub const CHECKED: &str = "content/_data/checked.yaml";

/// What a new file begins with.
const HEAD: &str = "# Who has read what a machine made. `handbill checked` adds to it; you may too.\n\
                    # `words` stands for the words that were read: when they change, somebody must read them again.\n";

/// Reads the file.
pub fn read(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> Vec<Checked> {
    let told = ("an entry of who has read what", "delete the entries of files that were read again later");
    stores::list(text, file, found, told, entry)
}

/// Returns what an entry may have.
pub fn keys() -> Vec<Key> {
    Fields::described(|fields| drop(entry(fields)))
}

/// Returns an entry as it is added after the text of the file; nothing where that is not a list of lines.
pub fn added(text: &str, checked: &Checked) -> Option<String> {
    let old = text.lines().map(str::trim_end).find(|line| !line.is_empty() && !line.starts_with('#'));
    if old.is_some_and(|line| !line.starts_with("- ")) {
        return None;
    }
    // A text in JSON is one in YAML too.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let head = if text.trim().is_empty() { HEAD } else { "" };
    let original = match checked.original.as_str() {
        "" => String::new(),
        words => format!("  original: {}\n", quoted(words)),
    };
    Some(format!(
        "{head}\n- format: {}\n  file: {}\n  by: {}\n  date: {}\n  words: {}\n{original}",
        checked.format,
        quoted(&checked.file),
        quoted(&checked.by),
        checked.date,
        quoted(&checked.words)
    ))
}

fn entry(fields: &mut Fields<'_>) -> Option<Checked> {
    let span = fields.span("format");
    let again = "remove the entry, and write it again with `handbill checked`";
    let format = fields.required("format", "What was read, such as braille", again);
    let file = fields.required("file", "What it was made from, such as content/help-now.md", again);
    let by = fields.required("by", "Who read it: a post, and no person's name", again);
    let date = fields.date("date", "When");
    fields.needed("date", "write the day, such as `2026-11-22`");
    let words = fields.required("words", "What stands for the words that were read", again);
    let original =
        fields.string("original", "What stands for the words of the page that an Easy Read text was made from");
    let given = [&format, &file, &by, &words].iter().all(|value| !value.is_empty());
    let date = date?;
    given.then_some(Checked { format, file, by, date, words, original, span })
}
