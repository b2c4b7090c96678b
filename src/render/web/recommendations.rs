//! The page that gathers what reports recommended and is not finished: by how far it is, the newest change first.

use std::cmp::Reverse;

use super::context::PageContext;
use super::escape;
use super::html::{ContentsEntry, Html, SafeHtml};
use super::link::NavLink;
use super::listed::{recommendations, reports};
use super::website::WebsitePress;
use crate::model::kinds::{Progress, Recommendation};
use crate::model::{Lang, OPEN_RECOMMENDATIONS, Page, PageId, plain_text};
use crate::render::address::{base_path, output_path};
use crate::render::claim::Claim;
use crate::render::format::{Catalogue, Made, RenderError};
use crate::words::{Said, Wording};

/// A recommendation that is not finished, and the report that it is from.
struct OpenRecommendation<'a> {
    page: &'a Page,
    one: &'a Recommendation,
    /// Its report and its number in it: the order of those that changed on the same day.
    place: (PageId, usize),
}

/// Returns the page's file, where there is a report with recommendations.
pub fn files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let page = || Claim::site(output_path(OPEN_RECOMMENDATIONS), "the list of open recommendations");
    reports(press.site).next().map(|_| page()).into_iter().collect()
}

/// Makes the page, where there is a report with recommendations.
pub fn make(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let (site, lang) = (press.site, &press.site.about.language);
    let reports: Vec<(PageId, &Page)> = reports(site).collect();
    if reports.is_empty() {
        return Ok(Made::default());
    }
    let words = press.words();
    let said = (&words.web.recommendations, &words.web.recommendations_summary);
    let mut page_context = PageContext::list(&site.about, said, (&press.root, OPEN_RECOMMENDATIONS), lang);
    page_context.crumbs = vec![NavLink::said(&press.root, "/", &words.web.home, &words.lang)];
    page_context.mark_sensitive(reports.iter().any(|(_, page)| page.meta.sensitive));
    let open = open(&reports);
    let root = base_path(&site.about.base_url);
    let around = ItemContext { words, lang, root: &root };
    let mut html = Html::new();
    if open.is_empty() {
        html.markup("<p>").html(&SafeHtml::said(&words.web.recommendations_done, lang)).markup("</p>\n");
    }
    for progress in Progress::ALL {
        let group: Vec<&OpenRecommendation<'_>> = open.iter().filter(|open| open.one.status == progress).collect();
        if !group.is_empty() {
            page_context.contents.push(heading(progress.name(), progress.in_words(words), lang, &mut html));
            html.markup("<ul class=\"pages\">\n");
            group.iter().for_each(|open| entry(open, &around, &mut html));
            html.markup("</ul>\n");
        }
    }
    page_context.contents.push(heading("reports", &words.web.reports, lang, &mut html));
    html.markup("<ul class=\"pages\">\n");
    for (_, page) in &reports {
        report(page, &around, &mut html);
    }
    page_context.body = html.markup("</ul>\n").done();
    let mut made = Made::default();
    press.fill("page.html", page_context, lang, catalogue, output_path(OPEN_RECOMMENDATIONS), &mut made)?;
    Ok(made)
}

/// Returns what is not finished, the newest change first.
fn open<'a>(reports: &[(PageId, &'a Page)]) -> Vec<OpenRecommendation<'a>> {
    let of = |(id, page): &(PageId, &'a Page)| {
        let (id, page) = (*id, *page);
        let all = recommendations(page).iter().enumerate();
        all.filter(|(_, one)| one.status.is_open()).map(move |(at, one)| OpenRecommendation {
            page,
            one,
            place: (id, at),
        })
    };
    let mut open: Vec<OpenRecommendation<'_>> = reports.iter().flat_map(of).collect();
    open.sort_by_key(|open| (Reverse(open.one.updated), open.place));
    open
}

/// What stands around the list.
struct ItemContext<'a> {
    words: &'a Wording,
    lang: &'a Lang,
    /// The folder that the site stands in.
    root: &'a str,
}

/// Writes a heading, and returns its line of the list of contents.
fn heading(id: &str, name: &Said, lang: &Lang, html: &mut Html) -> ContentsEntry {
    let mark = SafeHtml::mark(name.lang.tag(), lang.tag());
    html.markup("<h2 id=\"").words(id).markup("\"").html(&mark).markup(">").words(name).markup("</h2>\n");
    ContentsEntry { id: id.to_string(), html: marked(name, &mark) }
}

/// Returns words in a `<span>` with their language; as they are where no mark is needed.
fn marked(words: &str, mark: &SafeHtml) -> SafeHtml {
    let mut html = Html::new();
    if mark.is_empty() {
        return html.words(words).done();
    }
    html.markup("<span").html(mark).markup(">").words(words).markup("</span>").done()
}

fn entry(open: &OpenRecommendation<'_>, around: &ItemContext<'_>, html: &mut Html) {
    let (OpenRecommendation { page, one, .. }, ItemContext { words, lang, .. }) = (open, around);
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

fn report(page: &Page, around: &ItemContext<'_>, html: &mut Html) {
    let ItemContext { words, lang, .. } = around;
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
    if !page.is_on_the_web() {
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
