//! Lists that the site makes by itself: pages by topic, and what changes next.

use super::context::{Changing, Child, View, in_order};
use super::frame::Link;
use super::parts::site_words;
use super::{WebPress, escape, output_path};
use crate::model::{Page, Site, Topic};
use crate::render::{Catalogue, Claim, Made, Place, RenderError};
use crate::words::{Said, Wording};

/// The address of the list of topics.
pub const TOPICS: &str = "/topics/";

/// The address of what changes next.
pub const CHANGES: &str = "/what-changes-next/";

/// Returns the addresses of the lists that the site has.
pub fn routes(site: &Site) -> Vec<&str> {
    let topics = site.topics.keys().map(String::as_str);
    let all = has_topics(site).then_some(TOPICS);
    let changes = (!changing(site).is_empty()).then_some(CHANGES);
    all.into_iter().chain(topics).chain(changes).collect()
}

/// Returns the lists that the foot of every page leads to.
pub fn links(site: &Site, words: &Wording) -> Vec<Link> {
    let link = |href: &str, said: &Said| Link::said(href, said, &words.lang);
    let topics = has_topics(site).then(|| link(TOPICS, &words.web.topics));
    let changes = (!changing(site).is_empty()).then(|| link(CHANGES, &words.web.changes));
    topics.into_iter().chain(changes).collect()
}

/// Returns whether there is a list of topics, and no page of the author's in its place.
fn has_topics(site: &Site) -> bool {
    !site.topics.is_empty() && !site.pages.iter().any(|page| page.route == TOPICS)
}

/// Returns the files of the topics.
pub fn topic_files(press: &WebPress<'_>) -> Vec<Claim> {
    let site = press.site;
    let topic = |(route, topic): (&String, &Topic)| {
        let claim = Claim::site(output_path(route), format!("the list of the topic `{}`", topic.name));
        let first = topic.pages.first().map(|id| Place::At(site.page(*id).key_span("topics")));
        Claim { place: first.unwrap_or(Place::Site), ..claim }
    };
    let all = || Claim::site(output_path(TOPICS), "the list of topics");
    site.topics.iter().map(topic).chain(has_topics(site).then(all)).collect()
}

/// Makes a page for each topic, and the list of all topics.
pub fn topics(press: &WebPress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let (lang, words) = (&site.about.language, site_words(press));
    let mut made = Made::default();
    if site.topics.is_empty() {
        return Ok(made);
    }
    let link =
        |href: &str, text: &str| Link { href: escape::encoded(href), text: text.to_string(), mark: String::new() };
    let home = Link::said("/", &words.web.home, &words.lang);
    for (route, topic) in &site.topics {
        let mut view = View::new(site, &capitalised(&topic.name), route, lang);
        view.summary = words.say(&words.sentences.topic_summary, &[("topic", (&topic.name).into())]).to_string();
        view.crumbs = vec![home.clone()];
        if has_topics(site) {
            view.crumbs.push(Link::said(TOPICS, &words.web.topics, &words.lang));
        }
        let pages: Vec<&Page> = topic.pages.iter().map(|id| site.page(*id)).collect();
        sensitive(&mut view, pages.iter().any(|page| page.meta.sensitive));
        view.pages = in_order(site, pages).into_iter().map(|page| Child::new(site, page, lang)).collect();
        press.fill("list.html", &view, lang, catalogue, output_path(route), &mut made)?;
    }
    if has_topics(site) {
        let mut view = View::new(site, &words.web.topics, TOPICS, lang);
        view.summary = words.web.topics_summary.to_string();
        view.crumbs = vec![home];
        view.topics = site.topics.iter().map(|(route, topic)| link(route, &capitalised(&topic.name))).collect();
        press.fill("topics.html", &view, lang, catalogue, output_path(TOPICS), &mut made)?;
    }
    Ok(made)
}

/// Returns the changes to come of pages that readers can find in the site's own language.
pub fn changing(site: &Site) -> Vec<crate::model::Change> {
    let told = |change: &crate::model::Change| {
        let page = site.page(change.page);
        page.has_format("web") && page.lang == site.about.language
    };
    site.changes().into_iter().filter(told).collect()
}

/// Returns the files of what changes next.
pub fn change_files(_: &WebPress<'_>) -> Vec<Claim> {
    vec![Claim::site(output_path(CHANGES), "the list of what changes next")]
}

/// Makes the list of what changes next, for readers. It names only pages that are published: the moment of the next build
/// that would differ may be that of an embargo, so it is not told here.
pub fn changes(press: &WebPress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let (lang, words) = (&site.about.language, site_words(press));
    let mut made = Made::default();
    let mut view = View::new(site, &words.web.changes, CHANGES, lang);
    view.summary = words.web.changes_summary.to_string();
    view.crumbs = vec![Link::said("/", &words.web.home, &words.lang)];
    let changing = changing(site);
    sensitive(&mut view, changing.iter().any(|change| site.page(change.page).meta.sensitive));
    view.changes = Changing::all(site, &changing, words);
    press.fill("changes.html", &view, lang, catalogue, output_path(CHANGES), &mut made)?;
    Ok(made)
}

/// Gives a list the way off the site where a page in it has one: its title alone may put a reader in danger.
fn sensitive(view: &mut View, sensitive: bool) {
    view.sensitive = sensitive;
    view.class = if sensitive { "sensitive".to_string() } else { String::new() };
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
