//! What a page says of itself: its title, its address, its language, a sentence about it. Source: HTML Living Standard, 4.2; RFC
//! 6596 (canonical); ogp.me.

use super::address::{scheme, whole};
use super::tree::Tree;
use crate::import::document::Properties;
use crate::model::Lang;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Head {
    title: Option<String>,
    summary: Option<String>,
    topics: Vec<String>,
    names_people: bool,
    /// Its language.
    pub lang: Option<Lang>,
    /// The address that its links are read from.
    pub base: Option<String>,
    /// Its own address, without a place in it.
    pub own: Option<String>,
}

impl Head {
    /// Returns what is written at the top of a page.
    pub fn properties(&self) -> Properties {
        Properties {
            title: self.title.clone(),
            summary: self.summary.clone(),
            topics: self.topics.clone(),
            lang: self.lang.clone(),
            names_people: self.names_people,
        }
    }
}

/// Reads what a page says of itself.
pub fn read(tree: &Tree, text: &str) -> Head {
    let mut head = Head::default();
    let mut site = None;
    let (mut base, mut canonical, mut opened) = (None, None, None);
    let is_head = |node: usize| !matches!(tree.name(node), "svg" | "script" | "style" | "template");
    for node in tree.below(0, &is_head) {
        let attribute = |name: &str| tree.attribute(node, name).map(once).filter(|value| !value.is_empty());
        match tree.name(node) {
            "html" => head.lang = attribute("lang").or_else(|| attribute("xml:lang")).and_then(|tag| super::lang(&tag)),
            "title" if head.title.is_none() => {
                head.title = Some(once(&tree.words(node))).filter(|title| !title.is_empty())
            }
            "base" => base = base.or_else(|| attribute("href")),
            "link"
                if attribute("rel")
                    .is_some_and(|rel| rel.split(' ').any(|one| one.eq_ignore_ascii_case("canonical"))) =>
            {
                canonical = canonical.or_else(|| attribute("href"));
            }
            "meta" => {
                let name = attribute("name").or_else(|| attribute("property")).unwrap_or_default().to_lowercase();
                let content = attribute("content");
                match name.as_str() {
                    "description" | "dcterms.description" => head.summary = content,
                    "og:description" => head.summary = head.summary.take().or(content),
                    "keywords" => head.topics = content.iter().flat_map(|words| words.split(',')).map(once).collect(),
                    "author" | "dcterms.creator" => head.names_people |= content.is_some(),
                    "og:site_name" | "application-name" => site = site.or(content),
                    "og:url" => opened = opened.or(content),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    head.topics.retain(|topic| !topic.is_empty());
    let web = |address: &String| matches!(scheme(address).as_deref(), Some("http" | "https"));
    let saved = saved_from(text).filter(web);
    let own = saved
        .or_else(|| canonical.clone().filter(web))
        .or_else(|| opened.filter(web))
        .or_else(|| base.clone().filter(web));
    head.own = own.as_ref().map(|own| own.split('#').next().unwrap_or_default().to_string());
    head.base = base.and_then(|base| whole(own.as_deref(), &base)).filter(web).or(own);
    head.title = head.title.map(|title| without_site(&title, site.as_deref()));
    head
}

/// Returns the address that browsers write into a page that they save. Source: Chromium, `<!-- saved from url=(0020)… -->`.
fn saved_from(text: &str) -> Option<String> {
    let start: String = text.chars().take(2_000).collect();
    let (_, rest) = start.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    Some(rest.split_whitespace().next()?.trim_end_matches("-->").to_string())
}

/// Returns a page's title without the name of its site, which browsers show behind it.
fn without_site(title: &str, site: Option<&str>) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " · "] {
        if let Some((before, after)) = title.rsplit_once(mark) {
            let is_site = site.is_some_and(|site| site.eq_ignore_ascii_case(after.trim()));
            let is_short = after.split_whitespace().count() <= 5 && !before.trim().is_empty();
            if is_site || is_short {
                return match mark {
                    " | " => before.split(mark).next().unwrap_or(before).trim().to_string(),
                    _ => before.trim().to_string(),
                };
            }
        }
    }
    title.to_string()
}

fn once(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{saved_from, without_site};

    #[test]
    fn a_title_is_without_its_site() {
        assert_eq!(without_site("Victims' rights - GOV.UK", None), "Victims' rights");
        assert_eq!(without_site("Help | For you | The site", None), "Help");
        assert_eq!(without_site("Anti-social behaviour", None), "Anti-social behaviour");
    }

    #[test]
    fn browsers_write_where_a_page_came_from() {
        let text = "<!DOCTYPE html>\n<!-- saved from url=(0024)https://www.example.org/ -->\n<html>";
        assert_eq!(saved_from(text).as_deref(), Some("https://www.example.org/"));
    }
}
