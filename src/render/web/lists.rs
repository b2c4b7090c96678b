//! Lists that the site makes by itself: pages by topic, and what changes next.

use super::context::{Changing, Child, CountedLink, PageContext};
use super::html::SafeHtml;
use super::link::NavLink;
use super::listed::{self, CHANGES, FEED, capitalised};
use super::long_lists::{self, ListPage};
use super::parts::Part;
use super::website::WebsitePress;
use crate::model::{TOPICS, Topic};
use crate::render::address::output_path;
use crate::render::claim::{Claim, Claimant};
use crate::render::format::{Catalogue, Made, RenderError};

/// Returns the files of the topics.
pub fn topic_files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let site = press.site;
    let topic = |(route, topic): (&String, &Topic)| {
        let first = topic.pages.first().map(|id| Claimant::At(site.page(*id).key_span("topics")));
        let claimant = first.unwrap_or(Claimant::Site);
        let claim = |list: &ListPage| Claim {
            claimant: claimant.clone(),
            ..Claim::site(output_path(&list.route), format!("the list of the topic `{}`", topic.name))
        };
        long_lists::of_topic(site, route, topic).iter().map(claim).collect::<Vec<_>>()
    };
    let all = || Claim::site(output_path(TOPICS), "the list of topics");
    site.topics.iter().flat_map(topic).chain(site.has_topic_list().then(all)).collect()
}

/// Makes a page for each topic, and the list of all topics.
pub fn topics(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let (lang, words) = (&site.about.language, press.words());
    let mut made = Made::default();
    if site.topics.is_empty() {
        return Ok(made);
    }
    let root = press.root.as_str();
    let home = NavLink::said(root, "/", &words.web.home, &words.lang);
    for (route, topic) in &site.topics {
        let name = capitalised(&topic.name);
        let lists = long_lists::of_topic(site, route, topic);
        for at in 0..lists.len() {
            let list = Part { lists: &lists, at, name: &name, root };
            let mut page_context = list.context(&site.about, words, lang);
            page_context
                .summed_up(&words.say(&words.sentences.topic_summary, &[("topic", (&topic.name).into())]), lang);
            let mut crumbs = vec![home.clone()];
            if site.has_topic_list() {
                crumbs.push(NavLink::said(root, TOPICS, &words.web.topics, &words.lang));
            }
            crumbs.append(&mut page_context.crumbs);
            page_context.crumbs = crumbs;
            // The title alone may put a reader in danger.
            page_context.mark_sensitive(topic.pages.iter().any(|id| site.page(*id).meta.sensitive));
            if at == 0 && listed::topic_has_feed(site, topic) {
                page_context.feed = format!("{}{FEED}", page_context.route);
            }
            page_context.pages = Child::all(&lists[at], lang, &site.words, root);
            press.fill("list.html", page_context, lang, catalogue, output_path(&lists[at].route), &mut made)?;
        }
    }
    if site.has_topic_list() {
        let said = (&words.web.topics, &words.web.topics_summary);
        let mut page_context = PageContext::list(&site.about, said, (root, TOPICS), lang);
        page_context.crumbs = vec![home];
        let counted = |(route, topic): (&String, &Topic)| {
            let link = NavLink::plain(root, route, &capitalised(&topic.name));
            let count = words.say(&words.sentences.topic_count, &[("count", topic.pages.len().into())]);
            CountedLink { link, count: SafeHtml::said(&count, lang) }
        };
        page_context.counted = site.topics.iter().map(counted).collect();
        press.fill("topics.html", page_context, lang, catalogue, output_path(TOPICS), &mut made)?;
    }
    Ok(made)
}

/// Returns the files of what changes next.
pub fn change_files(_: &WebsitePress<'_>) -> Vec<Claim> {
    vec![Claim::site(output_path(CHANGES), "the list of what changes next")]
}

/// Makes the list of what changes next, for readers. It names only pages that are published: the moment of the next build
/// that would differ may be that of an embargo, so it is not told here.
pub fn changes(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let (lang, words) = (&site.about.language, press.words());
    let mut made = Made::default();
    let said = (&words.web.changes, &words.web.changes_summary);
    let mut page_context = PageContext::list(&site.about, said, (&press.root, CHANGES), lang);
    page_context.crumbs = vec![NavLink::said(&press.root, "/", &words.web.home, &words.lang)];
    let changing = site.changes_told();
    page_context.mark_sensitive(changing.iter().any(|change| site.page(change.page).meta.sensitive));
    page_context.changes = Changing::all(site, &changing, words, &press.root);
    press.fill("changes.html", page_context, lang, catalogue, output_path(CHANGES), &mut made)?;
    Ok(made)
}
