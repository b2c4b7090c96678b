//! The page of one leaflet: all its files in all its languages, and how to print and fold it.

use super::context::PageContext;
use super::files::files;
use super::folding;
use super::html::{Html, SafeHtml};
use super::leaflet_entry::{Editions, edition, front, other_views, paper, print_one, told};
use super::link::{NavLink, href};
use super::listed::leaflet_page;
use super::listen;
use super::website::WebsitePress;
use crate::model::{LEAFLETS, Leaflet};
use crate::render::address::{base_path, output_path};
use crate::render::folding::steps;
use crate::render::format::{Audience, Catalogue, Made, Offer, RenderError, Subject};
use crate::words::{Said, Wording};

/// Makes the page of a leaflet, given it in all its languages.
///
/// # Errors
///
/// A template that cannot be used.
pub fn make(
    press: &WebsitePress<'_>,
    editions: &Editions<'_>,
    catalogue: &Catalogue,
    made: &mut Made,
) -> Result<(), RenderError> {
    let Some((_, leaflet)) = editions.first().copied() else { return Ok(()) };
    let (site, words) = (press.site, press.words());
    let (lang, root) = (&site.about.language, press.root.as_str());
    let route = leaflet_page(&leaflet.reference);
    let said = (&Said::new(leaflet.title.as_str(), &leaflet.lang), &Said::new(leaflet.summary.as_str(), &leaflet.lang));
    let mut page_context = PageContext::list(&site.about, said, (root, &route), lang);
    page_context.section = href(root, LEAFLETS);
    page_context.class = "wide".to_string();
    page_context.mark_sensitive(editions.iter().any(|(_, edition)| site.is_sensitive(edition)));
    let home = NavLink::said(root, "/", &words.web.home, &words.lang);
    page_context.crumbs = vec![home, NavLink::said(root, LEAFLETS, &words.web.leaflets, &words.lang)];
    let mut html = Html::new();
    html.html(&front(press, editions, catalogue));
    html.markup("<p class=\"size\">").html(&SafeHtml::said(&edition(leaflet, words), lang)).markup("</p>\n");
    html.html(&paper(press, editions, catalogue)).html(&print_one(press, editions, catalogue));
    html.html(&other_views(press, editions, catalogue));
    html.html(&how(press, editions, words));
    for (leaflet_id, edition) in editions {
        let all = catalogue.of(Subject::Leaflet(*leaflet_id)).iter().filter(|offer| offer.audience != Audience::Shown);
        let offers: Vec<Offer> = all.map(|offer| told(offer, words)).collect();
        let mark = SafeHtml::mark(edition.lang.tag(), lang.tag());
        let base = base_path(&site.about.base_url);
        let heading = format!("in-{}", edition.lang.tag());
        let player = listen::player(catalogue.of(Subject::Leaflet(*leaflet_id)), (&base, &heading), words, lang.tag());
        html.markup("<h2");
        if !player.is_empty() {
            page_context.films = true;
            html.markup(" id=\"").words(&heading).markup("\"");
        }
        html.html(&mark).markup(">").words(edition.lang.own_name()).markup("</h2>\n");
        if !player.is_empty() {
            html.markup("<div class=\"listen\">\n").html(&player).markup("</div>\n");
        }
        let of = (edition.lang.own_name(), edition.lang.tag());
        html.html(&files(&offers, &base, words, lang.tag(), of));
    }
    page_context.body = html.done();
    press.fill("leaflets.html", page_context, lang, catalogue, output_path(&route), made)?;
    Ok(())
}

/// Returns how the leaflet is printed and folded: once, and again for languages in which its sheet is mirrored.
fn how(press: &WebsitePress<'_>, editions: &Editions<'_>, words: &Wording) -> SafeHtml {
    let lang = &press.site.about.language;
    let mut html = Html::new();
    let mut shown: Vec<&Leaflet> = Vec::new();
    for (_, leaflet) in editions {
        let Some(sheet) = press.site.sheets.get(&leaflet.sheet) else { continue };
        let same = |known: &&Leaflet| {
            known.sheet == leaflet.sheet
                && known.lang.direction() == leaflet.lang.direction()
                && known.panels.len() == leaflet.panels.len()
        };
        if shown.iter().any(same) {
            continue;
        }
        html.markup("<h2>").html(&SafeHtml::said(&words.print.pack_how, lang));
        if !shown.is_empty() {
            html.markup(": <span").html(&SafeHtml::mark(leaflet.lang.tag(), lang.tag())).markup(">");
            html.words(leaflet.lang.own_name()).markup("</span>");
        }
        html.markup("</h2>\n<p>").html(&SafeHtml::said(&words.print.pack_scale, lang)).markup("</p>\n");
        html.html(&folding::list(&steps(sheet, leaflet, words), lang));
        shown.push(leaflet);
    }
    html.done()
}
