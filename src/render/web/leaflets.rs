//! The list of leaflets, one for each place that prints them, and a page for each leaflet: a page of its own, so that nobody needs a script to see
//! only what is theirs.

use std::collections::BTreeMap;

use super::contact::telephone;
use super::context::PageContext;
use super::html::{Html, SafeHtml};
use super::leaflet_entry::{self, Editions};
use super::leaflet_page;
use super::link::{NavLink, href};
use super::listed::{self, leaflets_for, place_name};
use super::website::WebsitePress;
use super::words::STAND_IN;
use crate::diag::Span;
use crate::model::{LEAFLETS, Leaflet, Site};
use crate::render::address::output_path;
use crate::render::claim::{Claim, Claimant};
use crate::render::format::{Catalogue, Made, RenderError};
use crate::words::Wording;

/// Returns the files of the lists of leaflets.
pub fn files_made(press: &WebsitePress<'_>) -> Vec<Claim> {
    let of_place = |(place, leaflets): (String, Vec<&Leaflet>)| {
        let what = format!("the list of leaflets for `{place}`");
        let claim = Claim::site(output_path(&leaflets_for(&place)), what);
        let first = leaflets.first().map(|first| Claimant::At(Span::whole(first.file)));
        Claim { claimant: first.unwrap_or(Claimant::Site), ..claim }
    };
    let all = Claim::site(output_path(LEAFLETS), "the list of leaflets");
    let of_leaflet = |(reference, editions): (&str, Editions<'_>)| {
        let (_, first) = editions.first()?;
        let what = format!("the page of the leaflet `{reference}`");
        Some(Claim::at(output_path(&listed::leaflet_page(reference)), what, Span::whole(first.file)))
    };
    let pages = by_reference(press.site, |_| true).into_iter().filter_map(of_leaflet);
    std::iter::once(all).chain(press.site.leaflet_places().into_iter().map(of_place)).chain(pages).collect()
}

/// Makes the list of all leaflets, that of each place, and the page of each leaflet.
pub fn make(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let (site, words) = (press.site, press.words());
    let (lang, root) = (&site.about.language, press.root.as_str());
    let mut made = Made::default();
    let places = site.leaflet_places();
    let said = (&words.web.leaflets_title, &words.web.leaflets_page_summary);
    let mut page_context = PageContext::list(&site.about, said, (root, LEAFLETS), lang);
    page_context.lead = copies(press, words);
    page_context.class = "wide".to_string();
    page_context.mark_sensitive(site.leaflets.iter().any(|leaflet| site.is_sensitive(leaflet)));
    page_context.section = href(root, LEAFLETS);
    let home = NavLink::said(root, "/", &words.web.home, &words.lang);
    page_context.crumbs = vec![home.clone()];
    let mut html = Html::new();
    html.html(&ways(press, &places));
    let all = by_reference(site, |_| true);
    html.html(&entries(press, &all, catalogue));
    page_context.body = html.done();
    press.fill("leaflets.html", page_context, lang, catalogue, output_path(LEAFLETS), &mut made)?;
    for place in places.keys() {
        let route = leaflets_for(place);
        let name = place_name(place, words);
        let title = words.say(&words.sentences.leaflets_for, &[("place", name.text.as_ref().into())]);
        let said = (&title, &words.web.leaflets_for_summary);
        let mut page_context = PageContext::list(&site.about, said, (root, &route), lang);
        page_context.lead = copies(press, words);
        page_context.class = "wide".to_string();
        page_context.mark_sensitive(site.leaflets.iter().any(|one| one.is_for(place) && site.is_sensitive(one)));
        page_context.section = href(root, LEAFLETS);
        page_context.crumbs = vec![home.clone(), NavLink::said(root, LEAFLETS, &words.web.leaflets, &words.lang)];
        let own = by_reference(site, |leaflet| leaflet.is_for(place));
        let mut html = Html::new();
        html.html(&leaflet_entry::pack_of(press, place, catalogue)).html(&entries(press, &own, catalogue));
        page_context.body = html.done();
        press.fill("leaflets.html", page_context, lang, catalogue, output_path(&route), &mut made)?;
    }
    for editions in all.values() {
        leaflet_page::make(press, editions, catalogue, &mut made)?;
    }
    Ok(made)
}

/// Returns leaflets by reference, each with all its languages.
fn by_reference(site: &Site, wanted: impl Fn(&Leaflet) -> bool) -> BTreeMap<&str, Editions<'_>> {
    let mut all: BTreeMap<&str, Editions<'_>> = BTreeMap::new();
    for (id, leaflet) in site.leaflet_ids().filter(|(_, leaflet)| wanted(leaflet)) {
        all.entry(leaflet.reference.as_str()).or_default().push((id, leaflet));
    }
    all
}

/// Returns the links to the lists of places; empty where no leaflet names one.
fn ways(press: &WebsitePress<'_>, places: &BTreeMap<String, Vec<&Leaflet>>) -> SafeHtml {
    let (words, lang) = (press.words(), &press.site.about.language);
    let mut html = Html::new();
    if places.is_empty() {
        return html.done();
    }
    let mut named: Vec<_> = places.keys().map(|place| (place_name(place, words), place)).collect();
    named.sort_by(|(one, a), (other, b)| words.figures().order(one, other).then_with(|| a.cmp(b)));
    html.markup("<nav class=\"places\" aria-labelledby=\"places\">\n<h2 id=\"places\">");
    html.html(&SafeHtml::said(&words.web.leaflet_places, lang)).markup("</h2>\n<ul>\n");
    for (name, place) in named {
        html.markup("<li><a href=\"").words(&href(&press.root, &leaflets_for(place))).markup("\">");
        html.html(&SafeHtml::said(&name, lang)).markup("</a></li>\n");
    }
    html.markup("</ul>\n</nav>\n").done()
}

fn entries(press: &WebsitePress<'_>, leaflets: &BTreeMap<&str, Editions<'_>>, catalogue: &Catalogue) -> SafeHtml {
    let mut html = Html::new();
    if leaflets.is_empty() {
        let none = SafeHtml::said(&press.words().web.leaflets_none, &press.site.about.language);
        return html.markup("<p>").html(&none).markup("</p>\n").done();
    }
    html.markup("<ul class=\"leaflets\">\n");
    for editions in leaflets.values() {
        html.html(&leaflet_entry::of(press, editions, catalogue));
    }
    html.markup("</ul>\n").done()
}

/// Returns a paragraph on how to get copies of leaflets; empty where the publisher has no phone number.
fn copies(press: &WebsitePress<'_>, words: &Wording) -> SafeHtml {
    let site = press.site;
    let (phone, lang) = (&site.about.organisation.phone, &site.about.language);
    if phone.is_empty() {
        return SafeHtml::default();
    }
    let mut numbers = Html::new();
    telephone(phone, &mut numbers);
    let office = press.shared(lang).ok().and_then(|shared| shared.office.as_deref());
    if let Some(number) = office.map(|office| &office.textphone).filter(|number| !number.is_empty()) {
        numbers.markup(" (").html(&SafeHtml::said(&words.web.textphone, lang)).markup(" ");
        telephone(number, &mut numbers);
        numbers.markup(")");
    }
    let told = words.say(&words.sentences.leaflet_copies, &[("phone", STAND_IN.into())]);
    let told = SafeHtml::said_with(&told, lang, &numbers.done());
    Html::new().markup("<p>").html(&told).markup("</p>\n").done()
}
