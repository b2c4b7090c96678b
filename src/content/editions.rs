//! What `handbill edition issue` writes into `print/editions.yaml` and `print/holders.yaml`: an entry more, after all that stands there.

use std::fmt::Write as _;

use crate::content::read::editions;
use crate::diag::FileId;
use crate::model::{Carried, Issue, Lang};

pub use crate::content::read::editions::MOST_NAME;

/// Where editions are written down, from the site's folder on.
pub const EDITIONS: &str = "print/editions.yaml";

/// Where it stands who holds copies, from the site's folder on.
pub const HOLDERS: &str = "print/holders.yaml";

/// What a new file of editions begins with.
const EDITIONS_HEAD: &str = "\
# Which edition of a leaflet went to whom. `handbill edition issue` adds to it; you may too.
# When copies come back or are thrown away, delete their entry.
# The letters and digits after `panels` stand for the words of each panel, and those after `pictures` for each picture.
";

/// What a new file of holders begins with.
const HOLDERS_HEAD: &str = "\
# Who holds copies of leaflets, and where a letter reaches them. Nothing of this file is published.
# Surgery name:
#   address: [1 High Street, Harpenden]
#   postcode: AL5 1AA
#   contact: Practice manager
#   email: office@surgery.example
";

/// Returns what is added to a file of editions, given its text, to write one more issue down; nothing where the file is written
/// so that nothing can be added at its end, as in brackets.
pub fn issue(text: &str, issue: &Issue) -> Option<String> {
    let Carried { panels, facts, contacts, stories, pictures } = &issue.carried;
    let mut out = format!(
        "{}\n- reference: {}\n  language: {}\n  edition: {}\n  issued: {}\n  to: {}\n  copies: {}\n  panels: {}\n",
        before(text, EDITIONS_HEAD),
        name(&issue.reference),
        name(issue.language.tag()),
        issue.edition,
        issue.issued,
        name(&issue.to),
        issue.copies,
        list(panels),
    );
    if !issue.form.is_empty() {
        // Writing to a string cannot fail.
        _ = writeln!(out, "  form: {}", name(&issue.form));
    }
    for (what, all) in [("facts", facts), ("contacts", contacts)].into_iter().filter(|(_, all)| !all.is_empty()) {
        // Writing to a string cannot fail.
        _ = writeln!(out, "  {what}:");
        for (key, printed) in all {
            _ = writeln!(out, "    {}:", name(key));
            for (detail, said) in printed {
                _ = writeln!(out, "      {}: {}", name(detail), quoted(said));
            }
        }
    }
    if !stories.is_empty() {
        _ = writeln!(out, "  stories: {}", list(stories));
    }
    if !pictures.is_empty() {
        _ = writeln!(out, "  pictures: {}", list(pictures));
    }
    let count = |text: &str| editions::issues(text, NOWHERE, &issue.language, &mut Vec::new()).len();
    (count(&format!("{text}{out}")) == count(text) + 1).then_some(out)
}

/// Returns what is added to a file of holders, given its text, for one whose address nobody has written yet; nothing where
/// nothing can be added at its end.
pub fn holder(text: &str, name: &str) -> Option<String> {
    let out = format!("{}\n{}:\n  address: []\n  postcode: \"\"\n", before(text, HOLDERS_HEAD), self::name(name));
    let count = |text: &str| editions::holders(text, NOWHERE, &Lang::default(), &mut Vec::new()).len();
    (count(&format!("{text}{out}")) == count(text) + 1).then_some(out)
}

/// The file of a text that is read only to see whether it can be.
const NOWHERE: FileId = FileId(0);

/// Returns what must stand between a text and a new entry.
fn before(text: &str, head: &'static str) -> &'static str {
    match text {
        _ if text.trim().is_empty() => head,
        _ if text.ends_with('\n') => "",
        _ => "\n",
    }
}

/// Returns a name as YAML has it: in quotation marks only where it must be.
fn name(text: &str) -> String {
    const NO_NAMES: [&str; 9] = ["false", "n", "no", "null", "off", "on", "true", "y", "yes"];
    let plain = text.starts_with(char::is_alphabetic)
        && text.ends_with(char::is_alphanumeric)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’'))
        && !NO_NAMES.contains(&text.to_lowercase().as_str());
    if plain { text.to_string() } else { quoted(text) }
}

/// Returns a text as YAML has it: what is a text in JSON is one there too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    format!("[{}]", texts.into_iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::{holder, issue};
    use crate::content::read::editions;
    use crate::diag::{FileId, Span};
    use crate::model::{Carried, Date, Issue, Lang};

    fn sample() -> Issue {
        let printed = |name: &str, said: &str| [(name.to_string(), said.to_string())].into();
        Issue {
            reference: "RJ-01".to_string(),
            language: Lang::parse("cy").expect("a language"),
            form: "large-print".to_string(),
            edition: 1,
            issued: Date::parse("2026-11-28").expect("a day"),
            to: "The \"Old\" Surgery: Harpenden #2".to_string(),
            copies: 200,
            carried: Carried {
                panels: vec!["0123456789012345".to_string(), "00000000000000e1".to_string()],
                facts: [("yes".to_string(), printed("figure", "1e10"))].into(),
                contacts: [("office".to_string(), printed("note", "Say: \\ {no} – ‘call’"))].into(),
                stories: ["victims/a.md".to_string()].into(),
                pictures: vec!["00000000000000f2".to_string()],
            },
            span: Span::whole(FileId(0)),
            to_span: Span::whole(FileId(0)),
        }
    }

    #[test]
    fn what_is_written_is_read_and_what_stood_there_stays() {
        let first = issue("", &sample()).expect("a list");
        let text = format!("{first}# by hand");
        let second = text.clone() + &issue(&text, &sample()).expect("a list");
        let mut found = Vec::new();
        let own = Lang::parse("en-GB").expect("a language");
        let mut read = editions::issues(&second, FileId(0), &own, &mut found);
        assert_eq!(found, []);
        for issue in &mut read {
            assert_eq!(second.get(issue.to_span.start as usize..issue.to_span.end as usize), Some("to"));
            (issue.span, issue.to_span) = (sample().span, sample().to_span);
        }
        assert_eq!(read, [sample(), sample()]);
    }

    #[test]
    fn a_new_holder_waits_for_an_address() {
        let names = ["The \"Old\" Surgery: Harpenden #2", "true", "12", "- a", "Meddygfa’r Bont"];
        let mut text = String::new();
        for name in names {
            text += &holder(&text, name).expect("a mapping");
        }
        let mut found = Vec::new();
        let holders = editions::holders(&text, FileId(0), &Lang::default(), &mut found);
        assert_eq!(found, []);
        let mut expected = names.map(str::to_string);
        expected.sort();
        assert_eq!(holders.keys().cloned().collect::<Vec<_>>(), expected);
        assert_eq!(holder("{ A: {} }\n", "B"), None, "in brackets");
        assert_eq!(issue("[]\n", &sample()), None, "in brackets");
        assert!(holders.values().all(|holder| holder.address.is_empty() && holder.postcode.is_empty()));
    }
}
