//! The page that gathers what reports recommended and is not finished: by how far it is, the newest change first.

use std::cmp::Reverse;

use super::context::View;
use super::frame::Link;
use super::hosting::base_path;
use super::html::{Entry, Html, SafeHtml};
use super::parts::site_words;
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
    let said = (&words.web.recommendations, &words.web.recommendations_summary);
    let mut view = View::list(&site.about, said, (&press.root, OPEN_RECOMMENDATIONS), lang);
    view.crumbs = vec![Link::said(&press.root, "/", &words.web.home, &words.lang)];
    let open = open(&reports);
    let root = base_path(&site.about.base_url);
    let around = Around { words, lang, root: &root };
    let mut html = Html::new();
    if open.is_empty() {
        html.markup("<p>").html(&SafeHtml::said(&words.web.recommendations_done, lang)).markup("</p>\n");
    }
    for progress in Progress::ALL {
        let group: Vec<&Open<'_>> = open.iter().filter(|open| open.one.status == progress).collect();
        if !group.is_empty() {
            view.contents.push(heading(progress.name(), progress.in_words(words), lang, &mut html));
            html.markup("<ul class=\"pages\">\n");
            group.iter().for_each(|open| entry(open, &around, &mut html));
            html.markup("</ul>\n");
        }
    }
    view.contents.push(heading("reports", &words.web.reports, lang, &mut html));
    html.markup("<ul class=\"pages\">\n");
    for (_, page) in &reports {
        report(page, &around, &mut html);
    }
    view.body = html.markup("</ul>\n").done();
    let mut made = Made::default();
    press.fill("page.html", view, lang, catalogue, output_path(OPEN_RECOMMENDATIONS), &mut made)?;
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
pub fn link(words: &Wording, around: &str, root: &str) -> SafeHtml {
    let mut html = Html::new();
    let said = &words.web.recommendations;
    html.markup("<p").html(&SafeHtml::mark(said.lang.tag(), around)).markup("><a href=\"").words(root);
    html.markup(OPEN_RECOMMENDATIONS).markup("\">").words(said).markup("</a></p>\n").done()
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

/// What stands around the list.
struct Around<'a> {
    words: &'a Wording,
    lang: &'a Lang,
    /// The folder that the site stands in.
    root: &'a str,
}

/// Writes a heading, and returns its line of the list of contents.
fn heading(id: &str, name: &Said, lang: &Lang, html: &mut Html) -> Entry {
    let mark = SafeHtml::mark(name.lang.tag(), lang.tag());
    html.markup("<h2 id=\"").words(id).markup("\"").html(&mark).markup(">").words(name).markup("</h2>\n");
    Entry { id: id.to_string(), html: marked(name, &mark) }
}

/// Returns words with their mark, where they have one.
fn marked(words: &str, mark: &SafeHtml) -> SafeHtml {
    let mut html = Html::new();
    if mark.is_empty() {
        return html.words(words).done();
    }
    html.markup("<span").html(mark).markup(">").words(words).markup("</span>").done()
}

fn entry(open: &Open<'_>, around: &Around<'_>, html: &mut Html) {
    let (Open { page, one, .. }, Around { words, lang, .. }) = (open, around);
    let own = SafeHtml::mark(words.lang.tag(), lang.tag());
    html.markup("<li>\n<h3").html(&SafeHtml::mark(page.lang.tag(), lang.tag())).markup(">");
    linked(page, &one.anchor(), &name(page, one, words), around.root, html);
    html.markup("</h3>\n<p")
        .html(&own)
        .markup(">")
        .html(&SafeHtml::said(&words.web.from_report, &words.lang))
        .markup(" ");
    html.html(&marked(&page.meta.title, &SafeHtml::mark(page.lang.tag(), words.lang.tag()))).markup("</p>\n");
    if let Some(day) = one.updated {
        let told = day.in_words(&words.lang);
        html.markup("<p class=\"dates\"").html(&own).markup(">").html(&SafeHtml::said(&words.web.changed, &words.lang));
        html.markup(" <time datetime=\"").words(&day.to_string()).markup("\">").words(&told).markup("</time>.</p>\n");
    }
    html.markup("</li>\n");
}

fn report(page: &Page, around: &Around<'_>, html: &mut Html) {
    let Around { words, lang, .. } = around;
    let all = recommendations(page);
    let open = all.iter().filter(|one| one.status.is_open()).count();
    let counts = [("all", all.len().into()), ("open", open.into())];
    let count = SafeHtml::said(&words.say(&words.sentences.of_which_open, &counts), &words.lang);
    html.markup("<li>\n<h3").html(&SafeHtml::mark(page.lang.tag(), lang.tag())).markup(">");
    linked(page, "", &page.meta.title, around.root, html);
    html.markup("</h3>\n<p").html(&SafeHtml::mark(words.lang.tag(), lang.tag())).markup(">").html(&count);
    html.markup("</p>\n</li>\n");
}

/// Writes words that lead to a place of a page, where the page is on the web.
fn linked(page: &Page, id: &str, words: &str, root: &str, html: &mut Html) {
    if !page.has_format("web") {
        html.words(words);
        return;
    }
    html.markup("<a href=\"").words(root).words(&escape::encoded(&page.route));
    html.markup(if id.is_empty() { "" } else { "#" }).words(id).markup("\">").words(words).markup("</a>");
}

/// Returns what a recommendation is called, as its heading says.
fn name(page: &Page, one: &Recommendation, words: &Wording) -> String {
    let anchor = one.anchor();
    let heading = page.headings().into_iter().find(|heading| heading.id == anchor);
    let said = heading.map(|heading| plain_text(&heading.content)).filter(|said| !said.trim().is_empty());
    said.unwrap_or_else(|| format!("{} {}", words.web.recommendation, one.id))
}
