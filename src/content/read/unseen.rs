//! Characters that nobody sees, found where the author's files have them: as they are, or as the marks that stand for
//! them. They hide what a page says from its author, and some turn an address round.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::content::Loading;
use crate::content::problems;
use crate::content::read::files::Found;
use crate::diag::unseen::{any, is_control, turns, visible};
use crate::diag::{Diagnostic, FileId, FindingKind, Fix, Span};

/// Returns every such character in the text of a file, one finding a line and kind.
pub fn in_text(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    if !any(text) {
        return found;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut told: [bool; 2] = [false; 2];
        for (start, c) in line.char_indices().filter(|(_, c)| is_control(*c) || turns(*c)) {
            if std::mem::replace(&mut told[usize::from(turns(c))], true) {
                continue;
            }
            let span = Span::new(file, at + start, at + start + c.len_utf8());
            let mut finding = told_of(c, span);
            // A control is nothing; what turns text round needs its author's eye.
            let fix = if matches!(c, '\u{b}' | '\u{c}' | '\u{85}') { " " } else { "" };
            finding.fix = (!turns(c)).then(|| Fix { span, text: fix.to_string(), safe: true });
            found.push(finding);
        }
        at += line.len();
    }
    found
}

/// Reports such a character that Markdown writes as a mark, such as `&#8238;`: words have it, and the file does not.
pub fn in_markdown(words: &str, span: Span, written: &str, found: &mut Vec<Diagnostic>) {
    if any(words) && !any(written) {
        found.extend(words.chars().find(|c| is_control(*c) || turns(*c)).map(|c| told_of(c, span)));
    }
}

/// Returns the first such character that YAML writes as a mark, such as `"\u202E"`, and the key that holds it.
pub fn in_yaml(values: &BTreeMap<String, Value>, written: &str) -> Option<(String, char)> {
    if !written.contains('\\') || any(written) {
        return None;
    }
    values.iter().find_map(|(key, value)| Some((key.clone(), held(value)?)))
}

/// Returns the same of a list: which entry holds it, from 0.
pub fn in_yaml_list(items: &[Value], written: &str) -> Option<(usize, char)> {
    if !written.contains('\\') || any(written) {
        return None;
    }
    items.iter().enumerate().find_map(|(at, value)| Some((at, held(value)?)))
}

fn held(value: &Value) -> Option<char> {
    match value {
        // YAML writes a line end of a long text as one too.
        Value::String(text) => text.chars().find(|c| is_control(*c) && *c != '\r' || turns(*c)),
        Value::Sequence(items) => items.iter().find_map(held),
        Value::Mapping(map) => map.iter().find_map(|(key, value)| held(key).or_else(|| held(value))),
        Value::Tagged(tagged) => held(&tagged.value),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Reports files whose names have such characters.
pub fn in_names(files: &[Found], loading: &mut Loading) {
    for file in files.iter().filter(|file| any(&file.path) || file.path.contains(['\n', '\t'])) {
        let message = format!("the name `{}` has a character that nobody sees", visible(&file.path));
        let message = message.replace(['\n', '\t'], " ");
        loading.report(&file.path, &problems::CHARACTER_UNSEEN, message, "give the file another name");
    }
}

/// Returns the finding of one such character.
pub fn told_of(c: char, span: Span) -> Diagnostic {
    let number = visible(c.encode_utf8(&mut [0; 4])).into_owned();
    let (kind, message, help): (&'static FindingKind, String, &str) = if turns(c) {
        let message = format!("there is an unseen character here, {number}, that turns round the text after it");
        let help = "delete it, or type the words again; for Arabic, Urdu or Hebrew, `:::language` sets the direction";
        (&problems::DIRECTION_TURNED, message, help)
    } else {
        let message = format!("there is an unseen character here, {number}, that no text needs");
        (&problems::CHARACTER_UNSEEN, message, "delete it, or type the words again")
    };
    Diagnostic::new(kind, span, message, help)
}
