//! Which edition of a leaflet went to whom, and what of it has changed since: `print/editions.yaml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::model::{Block, Contact, Date, Inline, Leaflet, Site, fnv, plain_text, walk};

/// Where editions are written down, from the site's folder on.
pub const FILE: &str = "print/editions.yaml";

/// What a new file begins with.
const HEAD: &str = "# Which edition of a leaflet went to whom. `handbill edition issue` adds to it; you may too.\n\
                    # The letters and digits after `panels`, `facts` and `contacts` stand for the words that were printed.\n";

/// Copies of one edition that went to one place. The keys are fixed: some may be added, none is renamed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The leaflet's code.
    pub reference: String,
    /// The tag of its language.
    pub language: String,
    /// The edition.
    pub edition: u32,
    /// The day on which they went out.
    pub issued: String,
    /// Who has them.
    pub to: String,
    /// How many.
    pub copies: u32,
    /// What each panel said, in reading order.
    pub panels: Vec<String>,
    /// What each fact said.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// What each contact said.
    #[serde(default)]
    pub contacts: BTreeMap<String, String>,
}

/// What a leaflet says, each part as a fingerprint of its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// Its panels.
    pub panels: Vec<String>,
    /// The facts on it, by name.
    pub facts: BTreeMap<String, String>,
    /// The contacts on it, by name.
    pub contacts: BTreeMap<String, String>,
}

/// What has changed since an edition went out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// There is no such leaflet any more.
    Gone,
    /// There is a later edition.
    Edition(u32),
    /// A fact has other words or another figure.
    Fact(String),
    /// A contact has another number, address or name.
    Contact(String),
    /// The words of a panel are others, by its number from 1.
    Panel(usize),
    /// Nobody has looked at it since the day by which somebody should have.
    Review(Date),
}

/// Reads the issues of a file.
///
/// # Errors
///
/// What cannot be understood, with its line.
pub fn read(text: &str) -> Result<Vec<Issue>, String> {
    let issues: Option<Vec<Issue>> = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    Ok(issues.unwrap_or_default())
}

/// Returns a file with one issue more. What stood in it stays byte for byte, comments too.
pub fn with(text: &str, issue: &Issue) -> String {
    let mut out = if text.trim().is_empty() { HEAD.to_string() } else { text.to_string() };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    // A text in JSON is one in YAML too.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let list = |prints: &[String]| prints.iter().map(|print| quoted(print)).collect::<Vec<_>>().join(", ");
    let map = |prints: &BTreeMap<String, String>| {
        let parts = prints.iter().map(|(key, print)| format!("{}: {}", quoted(key), quoted(print)));
        parts.collect::<Vec<_>>().join(", ")
    };
    // Writing to a string cannot fail.
    _ = write!(
        out,
        "\n- reference: {}\n  language: {}\n  edition: {}\n  issued: {}\n  to: {}\n  copies: {}\n  panels: [{}]\n  \
         facts: {{{}}}\n  contacts: {{{}}}\n",
        quoted(&issue.reference),
        quoted(&issue.language),
        issue.edition,
        issue.issued,
        quoted(&issue.to),
        issue.copies,
        list(&issue.panels),
        map(&issue.facts),
        map(&issue.contacts)
    );
    out
}

/// Returns what a leaflet says now.
pub fn carried(site: &Site, leaflet: &Leaflet) -> Carried {
    let mut carried = Carried::default();
    for panel in &leaflet.panels {
        let mut words = String::new();
        for blocks in [&panel.head, &panel.foot] {
            walk::blocks(blocks, &mut |block| gather(site, leaflet, block, &mut words, &mut carried));
        }
        carried.panels.push(fingerprint(&words));
    }
    carried
}

/// Adds the words of a block, and the facts and contacts in it. Facts and contacts have fingerprints of their own, so a panel
/// that only shows another figure is told of once.
fn gather(site: &Site, leaflet: &Leaflet, block: &Block, words: &mut String, carried: &mut Carried) {
    let fact = |key: &str, carried: &mut Carried| {
        if let Some(fact) = site.facts.get(key) {
            let said = format!("{}\n{}", fact.display, fact.statement.in_lang(&leaflet.lang).text);
            carried.facts.insert(key.to_string(), fingerprint(&said));
        }
    };
    let contact = |key: &str, carried: &mut Carried| {
        if let Some(contact) = site.contacts.get(key) {
            carried.contacts.insert(key.to_string(), fingerprint(&said(contact, leaflet)));
        }
    };
    if let Block::Statistic(statistic) = block {
        fact(&statistic.key, carried);
    }
    if let Block::Contact(block) = block {
        contact(&block.key, carried);
    }
    for run in walk::own_runs(block) {
        walk::each(run, &mut |inline| match inline {
            Inline::Fact(used) => fact(&used.key, carried),
            Inline::Contact(used) => contact(&used.contact, carried),
            inline if inline.children().is_empty() => words.push_str(&plain_text(std::slice::from_ref(inline))),
            _ => {}
        });
        words.push('\n');
    }
}

fn said(contact: &Contact, leaflet: &Leaflet) -> String {
    let lang = &leaflet.lang;
    let worded =
        [&contact.name, &contact.title, &contact.note, &contact.hours].map(|text| text.in_lang(lang).text.to_string());
    let plain = [contact.phone.as_str(), contact.textphone.as_str(), contact.email.as_str()].map(str::to_string);
    [&worded[..], &plain[..], &contact.address[..]].concat().join("\n")
}

/// Returns what has changed since an edition went out; nothing where it is as it was.
pub fn changed(site: &Site, issue: &Issue) -> Vec<Changed> {
    let is = |leaflet: &&Leaflet| leaflet.reference == issue.reference && leaflet.lang.tag() == issue.language;
    let Some(leaflet) = site.leaflets.iter().find(is) else { return vec![Changed::Gone] };
    let now = carried(site, leaflet);
    let mut changed = Vec::new();
    if leaflet.edition != issue.edition {
        changed.push(Changed::Edition(leaflet.edition));
    }
    let other = |then: &BTreeMap<String, String>, now: &BTreeMap<String, String>| {
        then.iter().filter(|(key, print)| now.get(*key) != Some(print)).map(|(key, _)| key.clone()).collect::<Vec<_>>()
    };
    changed.extend(other(&issue.facts, &now.facts).into_iter().map(Changed::Fact));
    changed.extend(other(&issue.contacts, &now.contacts).into_iter().map(Changed::Contact));
    let count = issue.panels.len().max(now.panels.len());
    changed
        .extend((0..count).filter(|at| issue.panels.get(*at) != now.panels.get(*at)).map(|at| Changed::Panel(at + 1)));
    if leaflet.review < site.today() {
        changed.push(Changed::Review(leaflet.review));
    }
    changed
}

/// Returns 16 letters and digits that stand for words: others for other words, but for one chance in many millions of millions.
fn fingerprint(words: &str) -> String {
    format!("{:016x}", fnv::hash(words.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{Issue, read, with};

    #[test]
    fn what_is_written_is_read_and_what_stood_there_stays() {
        let issue = Issue {
            reference: "RJ-01".to_string(),
            language: "en-GB".to_string(),
            edition: 1,
            issued: "2026-11-28".to_string(),
            to: "The \"Old\" Surgery: Harpenden #2".to_string(),
            copies: 200,
            panels: vec!["0123456789012345".to_string(), "00000000000000e1".to_string()],
            facts: [("yes".to_string(), "1e10".to_string())].into(),
            contacts: Default::default(),
        };
        let first = with("", &issue);
        let second = with(&format!("{first}# by hand"), &issue);
        assert!(second.starts_with(&first) && second.contains("# by hand\n"), "{second}");
        assert_eq!(read(&second), Ok(vec![issue.clone(), issue]));
        assert_eq!(read("# nothing\n"), Ok(Vec::new()));
        assert!(read("- reference: A\n  edition: many\n").is_err_and(|error| error.contains("line")), "a place");
    }
}
