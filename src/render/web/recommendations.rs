//! The page that gathers what reports recommended and is not finished: by how far it is, the newest change first.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::block::marked;
use super::context::View;
use super::frame::Link;
use super::html::Entry;
use super::parts::site_words;
use super::words;
use super::{WebPress, escape, output_path};
use crate::model::kinds::{Progress, Recommendation};
use crate::model::{Date, Details, Lang, OPEN_RECOMMENDATIONS, Page, PageId, Site, plain_text};
use crate::render::{Catalogue, Claim, Made, RenderError};
use crate::words::{Said, Wording};

/// A recommendation that is not finished, and the report that it is from.
struct Open<'a> {
    page: &'a Page,
    one: &'a Recommendation,
    /// Its place among all, where nothing else puts it in order.
    place: (PageId, usize),
}

/// Returns the page's file, where there is a report with recommendations.
pub fn files(press: &WebPress<'_>) -> Vec<Claim> {
    let page = || Claim::site(output_path(OPEN_RECOMMENDATIONS), "the list of open recommendations");
    reports(press.site).next().map(|_| page()).into_iter().collect()
}

/// Makes the page, where there is a report with recommendations.
pub fn make(press: &WebPress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let (site, lang) = (press.site, &press.site.about.language);
    let reports: Vec<(PageId, &Page)> = reports(site).collect();
    if reports.is_empty() {
        return Ok(Made::default());
    }
    let words = site_words(press);
    let mut view = View::new(&site.about, &words.web.recommendations, OPEN_RECOMMENDATIONS, lang);
    view.summary = words.web.recommendations_summary.to_string();
    view.crumbs = vec![Link::said("/", &words.web.home, &words.lang)];
    let open = open(&reports);
    if open.is_empty() {
        // Writing to a string cannot fail.
        _ = writeln!(view.body, "<p>{}</p>", words::html(&words.web.recommendations_done, lang));
    }
    for progress in Progress::ALL {
        let group: Vec<&Open<'_>> = open.iter().filter(|open| open.one.status == progress).collect();
        if !group.is_empty() {
            let name = words.said(progress.in_words(lang));
            heading(progress.name(), &name, lang, &mut view);
            view.body.push_str("<ul class=\"pages\">\n");
            group.iter().for_each(|open| entry(open, words, lang, &mut view.body));
            view.body.push_str("</ul>\n");
        }
    }
    heading("reports", &words.web.reports, lang, &mut view);
    view.body.push_str("<ul class=\"pages\">\n");
    for (_, page) in &reports {
        report(page, words, lang, &mut view.body);
    }
    view.body.push_str("</ul>\n");
    let mut made = Made::default();
    press.fill("page.html", &view, lang, catalogue, output_path(OPEN_RECOMMENDATIONS), &mut made)?;
    Ok(made)
}

/// Returns the page's address and the day of its last change, where there is such a page.
pub fn address(site: &Site) -> Option<(&'static str, Option<Date>)> {
    let mut reports = reports(site).peekable();
    reports.peek()?;
    let days = reports.flat_map(|(_, page)| recommendations(page)).filter_map(|one| one.updated);
    Some((OPEN_RECOMMENDATIONS, days.max()))
}

/// Returns whether a page is a report with recommendations.
pub fn has(page: &Page) -> bool {
    !recommendations(page).is_empty()
}

/// Returns a paragraph that leads to the page.
pub fn link(words: &Wording, around: &str) -> String {
    let said = &words.web.recommendations;
    let (mark, label) = (words::mark(said.lang.tag(), around), escape::escaped(said));
    format!("<p{mark}><a href=\"{OPEN_RECOMMENDATIONS}\">{label}</a></p>\n")
}

fn recommendations(page: &Page) -> &[Recommendation] {
    if let Details::Report(report) = &page.meta.details { &report.recommendations } else { &[] }
}

/// Returns every report with recommendations; of a translated one, the page in the site's own language.
pub fn reports(site: &Site) -> impl Iterator<Item = (PageId, &Page)> {
    let own = site.about.language.primary();
    let here = move |page: &Page| page.lang.primary() == own;
    let told = move |page: &Page| {
        let others = page.translations.iter().map(|other| site.page(*other));
        here(page) || !others.into_iter().any(|other| here(other) && has(other))
    };
    site.reports().filter(move |(_, page, _)| told(page)).map(|(id, page, _)| (id, page))
}

/// Returns what is not finished, the newest change first.
fn open<'a>(reports: &[(PageId, &'a Page)]) -> Vec<Open<'a>> {
    let of = |(id, page): &(PageId, &'a Page)| {
        let (id, page) = (*id, *page);
        let all = recommendations(page).iter().enumerate();
        all.filter(|(_, one)| one.status.is_open()).map(move |(at, one)| Open { page, one, place: (id, at) })
    };
    let mut open: Vec<Open<'_>> = reports.iter().flat_map(of).collect();
    open.sort_by_key(|open| (Reverse(open.one.updated), open.place));
    open
}

fn heading(id: &str, name: &Said, lang: &Lang, view: &mut View) {
    let mark = words::mark(name.lang.tag(), lang.tag());
    let name = escape::escaped(name);
    // Writing to a string cannot fail.
    _ = writeln!(view.body, "<h2 id=\"{id}\"{mark}>{name}</h2>");
    let html = if mark.is_empty() { name } else { format!("<span{mark}>{name}</span>") };
    view.contents.push(Entry { id: id.to_string(), html });
}

fn entry(open: &Open<'_>, words: &Wording, lang: &Lang, out: &mut String) {
    let Open { page, one, .. } = open;
    let (mark, own) = (words::mark(page.lang.tag(), lang.tag()), words::mark(words.lang.tag(), lang.tag()));
    let title = linked(page, &one.anchor(), &name(page, one, words));
    let report = marked(&escape::escaped(&page.meta.title), page.lang.tag(), words.lang.tag());
    let from = words::html(&words.web.from_report, &words.lang);
    // Writing to a string cannot fail.
    _ = write!(out, "<li>\n<h3{mark}>{title}</h3>\n<p{own}>{from} {report}</p>\n");
    if let Some(day) = one.updated {
        let told = day.in_words(&words.lang);
        let changed = words::html(&words.web.changed, &words.lang);
        _ = writeln!(out, "<p class=\"dates\"{own}>{changed} <time datetime=\"{day}\">{told}</time>.</p>");
    }
    out.push_str("</li>\n");
}

fn report(page: &Page, words: &Wording, lang: &Lang, out: &mut String) {
    let (mark, own) = (words::mark(page.lang.tag(), lang.tag()), words::mark(words.lang.tag(), lang.tag()));
    let all = recommendations(page);
    let open = all.iter().filter(|one| one.status.is_open()).count();
    let counts = [("all", all.len().into()), ("open", open.into())];
    let count = words::html(&words.say(&words.sentences.of_which_open, &counts), &words.lang);
    let title = linked(page, "", &page.meta.title);
    // Writing to a string cannot fail.
    _ = writeln!(out, "<li>\n<h3{mark}>{title}</h3>\n<p{own}>{count}</p>\n</li>");
}

/// Returns words that lead to a place of a page, where the page is on the web.
fn linked(page: &Page, id: &str, words: &str) -> String {
    let words = escape::escaped(words);
    if !page.has_format("web") {
        return words;
    }
    let place = if id.is_empty() { String::new() } else { format!("#{}", escape::escaped(id)) };
    format!("<a href=\"{}{place}\">{words}</a>", escape::encoded(&page.route))
}

/// Returns what a recommendation is called, as its heading says.
fn name(page: &Page, one: &Recommendation, words: &Wording) -> String {
    let anchor = one.anchor();
    let heading = page.headings().into_iter().find(|heading| heading.id == anchor);
    let said = heading.map(|heading| plain_text(&heading.content)).filter(|said| !said.trim().is_empty());
    said.unwrap_or_else(|| format!("{} {}", words.web.recommendation, one.id))
}
