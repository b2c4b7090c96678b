//! Every page and leaflet by its title: for readers who know what it is called, and for those without a search.

use std::cmp::Ordering;

use super::context::{Letter, PageContext};
use super::html::SafeHtml;
use super::link::NavLink;
use super::listed;
use super::website::WebsitePress;
use crate::model::{A_TO_Z, PageId, Site};
use crate::render::address::output_path;
use crate::render::claim::Claim;
use crate::render::format::{Catalogue, Made, RenderError};
use crate::words::Wording;

/// What the list names.
struct Entry<'s> {
    title: &'s str,
    route: String,
    sensitive: bool,
}

/// Returns the pages and leaflets that the list names, in the order of their titles.
fn entries<'s>(site: &'s Site, words: &Wording) -> Vec<Entry<'s>> {
    let mut all: Vec<Entry<'s>> = listed::by_title(site)
        .map(|id: PageId| {
            let page = site.page(id);
            Entry { title: &page.meta.title, route: page.route.clone(), sensitive: page.meta.sensitive }
        })
        .collect();
    all.extend(listed::leaflets_by_title(site).map(|leaflet| Entry {
        title: &leaflet.title,
        route: listed::leaflet_page(&leaflet.reference),
        sensitive: site.is_sensitive(leaflet),
    }));
    let figures = words.figures();
    let by_letter = |entry: &Entry<'_>| letter(entry.title).is_empty();
    all.sort_by(|one, other| {
        by_letter(other).cmp(&by_letter(one)).then_with(|| match figures.order(one.title, other.title) {
            Ordering::Equal => one.route.cmp(&other.route),
            order @ (Ordering::Less | Ordering::Greater) => order,
        })
    });
    all
}

/// Returns the letter that a title begins with, as a capital; nothing where it begins with none.
fn letter(title: &str) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
    first.map(|c| c.to_uppercase().collect()).unwrap_or_default()
}

/// Returns the files of the list.
pub fn files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let file = |route: String| Claim::site(output_path(&route), "the list of pages from A to Z");
    listed::a_to_z(press.site).into_iter().map(file).collect()
}

/// Makes the list, so many titles a page.
///
/// # Errors
///
/// A mistake of ours.
pub fn make(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let (site, lang, words) = (press.site, &press.site.about.language, press.words());
    let (root, mut made) = (press.root.as_str(), Made::default());
    let routes = listed::a_to_z(site);
    let all = entries(site, words);
    let mut parts: Vec<&[Entry<'_>]> = all.chunks(listed::TITLES).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    let sensitive = all.iter().any(|entry| entry.sensitive);
    let numbered: Vec<(&str, Option<u16>)> = routes.iter().map(|route| (route.as_str(), None)).collect();
    let mut jumps: Vec<NavLink> = Vec::new();
    for (part, route) in parts.iter().zip(&routes) {
        for entry in *part {
            let letter = shown(&letter(entry.title));
            if jumps.iter().all(|jump| jump.text != letter) {
                let place = format!("{}#{}", super::link::href(root, route), id(&letter));
                jumps.push(NavLink { href: place, text: letter, mark: SafeHtml::default() });
            }
        }
    }
    for (at, (part, route)) in parts.iter().zip(&routes).enumerate() {
        let said = (&words.web.a_to_z, &words.web.a_to_z_summary);
        let mut page_context = PageContext::list(&site.about, said, (root, route), lang);
        page_context.crumbs = vec![NavLink::said(root, "/", &words.web.home, &words.lang)];
        if at > 0 {
            page_context.crumbs.push(NavLink::said(root, A_TO_Z, &words.web.a_to_z, &words.lang));
        }
        page_context.mark_sensitive(sensitive);
        page_context.jumps.clone_from(&jumps);
        page_context.letters = letters(part, root);
        page_context.is_part(&numbered, at, root, words, site.about.title.in_lang(lang));
        press.fill("a-z.html", page_context, lang, catalogue, output_path(route), &mut made)?;
    }
    Ok(made)
}

/// Returns titles by their first letters.
fn letters(part: &[Entry<'_>], root: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for entry in part {
        let letter = shown(&letter(entry.title));
        let link = NavLink::plain(root, &entry.route, entry.title);
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.links.push(link),
            Some(_) | None => letters.push(Letter { id: id(&letter), letter, links: vec![link] }),
        }
    }
    letters
}

/// Returns what stands over titles: their letter, or what those without one begin with.
fn shown(letter: &str) -> String {
    if letter.is_empty() { "0–9".to_string() } else { letter.to_string() }
}

/// Returns what a letter's heading is called in addresses.
fn id(letter: &str) -> String {
    format!("letter-{}", if letter == "0–9" { "0".to_string() } else { letter.to_lowercase() })
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn a_title_stands_under_its_first_letter() {
        assert_eq!(letter("“help now”"), "H");
        assert_eq!(letter("élan"), "É");
        assert_eq!(letter("2026 report"), "");
        assert_eq!(letter("مدد"), "م");
        assert_eq!(letter(""), "");
    }
}
