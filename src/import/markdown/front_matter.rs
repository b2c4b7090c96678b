//! The front matter of a page that was brought over: what the document says of itself, and gaps that its author fills in. Names
//! of people in a document's properties are not copied: front matter is public.

use crate::import::Wanted;
use crate::import::document::Properties;

/// What front matter is written from.
pub struct Front<'a> {
    /// The page's title.
    pub title: &'a str,
    /// What the document says of itself.
    pub properties: &'a Properties,
    /// What the page is made with.
    pub wanted: &'a Wanted<'a>,
}

impl Front<'_> {
    /// Returns the front matter with its two lines of hyphens.
    pub fn write(&self) -> String {
        let (kind, keys) = self.wanted.kind;
        let gap = || "[[one sentence that says what the page is about]]".to_string();
        let summary = self.properties.sentence(self.title).unwrap_or_else(gap);
        let mut out = format!("---\ntitle: {}\nsummary: {}\n", quoted(self.title), quoted(&summary));
        out.push_str(&format!("kind: {kind}\npublished: {}\nowner: \"[[your team]]\"\n", self.wanted.today));
        let topics: Vec<String> = self.properties.topics.iter().map(|topic| quoted(topic)).collect();
        if !topics.is_empty() {
            out.push_str(&format!("topics: [{}]\n", topics.join(", ")));
        }
        out.push_str(keys);
        out.push_str("---\n");
        out
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns words as YAML in quotation marks. Source: YAML 1.2.2, 7.3.1.
fn quoted(words: &str) -> String {
    let plain: String = one_line(words).chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
