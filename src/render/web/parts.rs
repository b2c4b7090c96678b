//! What a page of a long list, or a part of a guide, says of its place among the others: in its title, its crumbs and its links.

use super::context::PageContext;
use super::html::SafeHtml;
use super::link::{self, NavLink};
use super::long_lists::ListPage;
use crate::model::{About, Lang, Page};
use crate::words::{Said, Wording};

/// Which page of a list is made.
pub struct Part<'a> {
    /// The pages of the list.
    pub lists: &'a [ListPage],
    /// Which of them, from 0.
    pub at: usize,
    /// What the list is called.
    pub name: &'a str,
    /// What addresses on the site begin with.
    pub root: &'a str,
}

impl Part<'_> {
    /// Returns what a template is told of it, without what it names. Its crumbs are those below where the list stands.
    pub fn context(&self, about: &About, words: &Wording, lang: &Lang) -> PageContext {
        let first = self.lists.first().map_or("", |list| list.route.as_str());
        let list = self.lists.get(self.at);
        let title = list.and_then(|list| list.year).map(|year| self.of_year(year, words));
        let title = title.as_deref().unwrap_or(self.name);
        let route = list.map_or(first, |list| list.route.as_str());
        let mut page_context = PageContext::new(about, title, (self.root, route), lang);
        if self.at > 0 {
            page_context.crumbs.push(NavLink::plain(self.root, first, self.name));
        }
        self.place(&mut page_context, about, words, lang);
        page_context
    }

    /// Tells a page of the list which one it is.
    pub fn place(&self, page_context: &mut PageContext, about: &About, words: &Wording, lang: &Lang) {
        let parts: Vec<(&str, Option<u16>)> = self.lists.iter().map(|list| (list.route.as_str(), list.year)).collect();
        page_context.is_part(&parts, self.at, self.root, words, about.title.in_lang(lang));
    }

    fn of_year(&self, year: u16, words: &Wording) -> String {
        let year = year.to_string();
        words.say(&words.sentences.list_of_year, &[("title", self.name.into()), ("year", (&year).into())]).to_string()
    }
}

impl PageContext {
    /// Tells which page of a long list this is, where the list has several: `parts` are their addresses, with the year of those
    /// that have one, and `at` counts from 0.
    pub fn is_part(&mut self, parts: &[(&str, Option<u16>)], at: usize, root: &str, words: &Wording, site: &str) {
        if parts.len() < 2 {
            return;
        }
        let link =
            |at: usize, said: &Said| parts.get(at).map(|(route, _)| NavLink::said(root, route, said, &words.lang));
        let place = place_among(at, parts.len(), words);
        self.part_before = at.checked_sub(1).and_then(|before| link(before, &words.web.part_before));
        self.part_after = link(at + 1, &words.web.part_after);
        let by_year = parts.iter().any(|(_, year)| year.is_some());
        let mut above = None;
        for (at, (route, year)) in parts.iter().enumerate() {
            match year {
                None if at == 0 && by_year => self.parts.extend(link(at, &words.web.part_newest)),
                None => self.parts.push(NavLink::plain(root, route, &count(at + 1, words))),
                // A year is named once: the rest of it is one page further.
                Some(year) if above == Some(*year) => {}
                Some(year) => self.parts.push(NavLink::plain(root, route, &year.to_string())),
            }
            above = *year;
        }
        if at > 0 {
            self.full_title = format!("{} – {place} – {site}", self.title);
        }
        self.part = SafeHtml::said(&place, &words.lang);
    }

    /// Tells which part of a guide this is, where it is one, and which come before and after it.
    pub fn in_guide(&mut self, page: &Page, words: &Wording, root: &str) {
        let parts = &page.around.guide;
        let Some(at) = parts.iter().position(|part| part.route == page.route).filter(|_| parts.len() > 1) else {
            return;
        };
        let around = words.lang.tag();
        let led = |at: usize, said: &Said| {
            let part = parts.get(at)?;
            let link = link::titled(part, around, root);
            Some(NavLink { text: format!("{said}: {}", link.text), ..link })
        };
        self.guide = parts.iter().map(|part| link::titled(part, around, root)).collect();
        self.part_before = at.checked_sub(1).and_then(|before| led(before, &words.web.part_before));
        self.part_after = led(at + 1, &words.web.part_after);
        self.part = SafeHtml::said(&place_among(at, parts.len(), words), &words.lang);
    }
}

/// Returns where a part stands among so many, counted from 0: "Page 2 of 7".
fn place_among(at: usize, parts: usize, words: &Wording) -> Said {
    let (number, of) = (count(at + 1, words), count(parts, words));
    words.say(&words.sentences.list_part, &[("number", (&number).into()), ("count", (&of).into())])
}

/// Returns a whole number as a language writes it.
fn count(number: usize, words: &Wording) -> String {
    words.figures().number(u64::try_from(number).unwrap_or_default(), 0)
}
