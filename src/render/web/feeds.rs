//! Feeds, by which readers are told of new pages in a program of their own: of the whole site, of a section, of a topic.
//! Source: RFC 4287.

use std::fmt::Write as _;

use super::escape;
use super::listed::{self, FEED, Feed};
use super::website::WebsitePress;
use crate::model::{Date, Moment, Page};
use crate::render::claim::Claim;
use crate::render::format::{Catalogue, File, Made, RenderError};

/// Returns the files of all feeds.
pub fn files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let whole = Claim::site("atom.xml", "the feed");
    let part = |feed: Feed<'_>| Claim::site(feed.file(), format!("the feed of `{}`", feed.route));
    std::iter::once(whole).chain(listed::feeds(press.site).into_iter().map(part)).collect()
}

/// Makes the feed of the site, and one for each section and topic that has any.
///
/// # Errors
///
/// None.
pub fn make(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let (site, mut made) = (press.site, Made::default());
    let whole = Feed {
        route: "/",
        title: site.about.title.to_string(),
        lang: &site.about.language,
        pages: listed::newest(site).into_iter().map(|(id, _, _)| id).collect(),
    };
    for feed in std::iter::once(whole).chain(listed::feeds(site)) {
        made.files.push(File { path: feed.file(), bytes: written(press, &feed).into_bytes() });
    }
    Ok(made)
}

/// Writes a feed.
fn written(press: &WebsitePress<'_>, feed: &Feed<'_>) -> String {
    let (site, about) = (press.site, &press.site.about);
    let pages = feed.pages.iter().map(|id| site.page(*id));
    let newest: Vec<(&Page, Moment)> = pages.filter_map(|page| Some((page, page.meta.published?))).collect();
    let updated = |page: &Page, published: Moment| match page.changed() {
        Some(date) if date > published.date => at(date, 0),
        Some(_) | None => at(published.date, published.minute),
    };
    let latest = newest.iter().map(|(page, published)| updated(page, *published)).max();
    let latest = latest.unwrap_or_else(|| at(site.today(), site.clock.moment().minute));
    let (base, title) = (escape::escaped(&about.base_url), escape::escaped(&feed.title));
    let route = escape::escaped(&escape::encoded(feed.route));
    let author = if about.organisation.name.is_empty() { &about.title } else { &about.organisation.name };
    let author = escape::escaped(author);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{title}</title>\n<id>{base}{route}</id>\n<link href=\"{base}{route}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}{route}{FEED}\"/>\n\
         <updated>{latest}</updated>\n<author><name>{author}</name></author>\n",
        feed.lang
    );
    for (page, published) in newest {
        let url = format!("{base}{}", escape::escaped(&escape::encoded(&page.route)));
        let (title, summary) = (escape::escaped(&page.meta.title), escape::escaped(&page.meta.summary));
        let (updated, first) = (updated(page, published), at(published.date, published.minute));
        // Writing to a string cannot fail.
        _ = writeln!(
            xml,
            "<entry xml:lang=\"{}\">\n<title>{title}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n\
             <published>{first}</published>\n<updated>{updated}</updated>\n<summary>{summary}</summary>\n</entry>",
            page.lang
        );
    }
    xml.push_str("</feed>\n");
    xml
}

/// Returns a moment as feeds write it. The site knows its day, not its distance from UTC. Source: RFC 3339, 5.6.
fn at(date: Date, minute: u16) -> String {
    format!("{date}T{:02}:{:02}:00Z", minute / 60, minute % 60)
}
