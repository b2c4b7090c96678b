//! The list of leaflets, by who prints them.

use std::collections::BTreeMap;

use super::contact::telephone;
use super::context::PageContext;
use super::files::files;
use super::html::{Html, SafeHtml};
use super::link::{NavLink, href};
use super::website::WebsitePress;
use super::words::STAND_IN;
use crate::model::{Leaflet, LeafletId};
use crate::render::address::base_path;
use crate::render::claim::Claim;
use crate::render::format::{Audience, Catalogue, Made, RenderError, Subject};
use crate::words::{Said, Wording};

/// The group of leaflets that are made for no place in particular.
const ANYBODY: &str = "everybody";

/// Returns the file of the list of leaflets.
pub fn files_made(_: &WebsitePress<'_>) -> Vec<Claim> {
    vec![Claim::site("leaflets/index.html", "the list of leaflets")]
}

/// Makes the list of leaflets.
pub fn make(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let words = press.words();
    let said = (&words.web.leaflets_title, &words.web.leaflets_page_summary);
    let mut page_context = PageContext::list(&site.about, said, (&press.root, "/leaflets/"), &site.about.language);
    page_context.lead = copies(press, words);
    page_context.class = "wide".to_string();
    page_context.section = href(&press.root, "/leaflets/");
    page_context.crumbs = vec![NavLink::said(&press.root, "/", &words.web.home, &words.lang)];
    let mut places: BTreeMap<&str, Vec<(LeafletId, &Leaflet)>> = BTreeMap::new();
    for (id, leaflet) in site.leaflet_ids() {
        let anybody = leaflet.made_for.is_empty().then_some(ANYBODY);
        for place in leaflet.made_for.iter().map(String::as_str).chain(anybody) {
            places.entry(place).or_default().push((id, leaflet));
        }
    }
    let named = places.into_iter().map(|(place, leaflets)| (name_of(place, words), place, leaflets));
    let mut named: Vec<_> = named.collect();
    let last = |place: &str| place == ANYBODY;
    named.sort_by(|(one, a, _), (other, b, _)| {
        last(a).cmp(&last(b)).then_with(|| words.figures().order(one, other)).then_with(|| a.cmp(b))
    });
    let mut html = Html::new();
    for (name, place, leaflets) in &named {
        html.markup("<section aria-labelledby=\"for-").words(place).markup("\">\n<h2 id=\"for-").words(place);
        html.markup("\">").html(&SafeHtml::said(name, &site.about.language));
        html.markup("</h2>\n<ul class=\"leaflets\">\n");
        for (id, leaflet) in leaflets {
            entry(press, *id, leaflet, catalogue, &mut html);
        }
        html.markup("</ul>\n</section>\n");
    }
    if named.is_empty() {
        html.markup("<p>").html(&SafeHtml::said(&words.web.leaflets_none, &site.about.language)).markup("</p>\n");
    }
    page_context.body = html.done();
    let mut made = Made::default();
    let path = "leaflets/index.html".to_string();
    press.fill("leaflets.html", page_context, &site.about.language, catalogue, path, &mut made)?;
    Ok(made)
}

fn entry(press: &WebsitePress<'_>, id: LeafletId, leaflet: &Leaflet, catalogue: &Catalogue, html: &mut Html) {
    let language = &press.site.about.language;
    let mark = SafeHtml::mark(leaflet.lang.tag(), language.tag());
    let (issued, review) = (leaflet.issued.month_in_words(language), leaflet.review.month_in_words(language));
    let words = press.words();
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    let edition = SafeHtml::said(&words.say(&words.sentences.leaflet_edition, &parts), language);
    html.markup("<li>\n<h3").html(&mark).markup(">").words(&leaflet.title).markup("</h3>\n<p class=\"size\">");
    let foreign = |leaflet: &Leaflet| !leaflet.lang.is_same_language(language);
    if press.site.leaflets.iter().any(foreign) {
        html.markup("<span").html(&mark).markup(">").words(leaflet.lang.own_name()).markup("</span>: ");
    }
    html.html(&edition).markup("</p>\n");
    if !leaflet.summary.is_empty() {
        html.markup("<p").html(&mark).markup(">").words(&leaflet.summary).markup("</p>\n");
    }
    let of = format!("{}, {}", leaflet.title, leaflet.reference);
    let (offers, root) = (catalogue.of(Subject::Leaflet(id)), base_path(&press.site.about.base_url));
    let offers: Vec<_> = offers.iter().filter(|offer| offer.audience != Audience::Shown).cloned().collect();
    html.html(&files(&offers, &root, words, language.tag(), (&of, leaflet.lang.tag())));
    html.markup("</li>\n");
}

/// Returns what readers call a place: `emergency-department` has a name among the fixed words; any other place is named by
/// its own words, such as `Town hall` for `town-hall`.
fn name_of(place: &str, words: &Wording) -> Said {
    if place == ANYBODY {
        return words.web.everybody.clone();
    }
    words.place(place).cloned().unwrap_or_else(|| {
        let spaced = place.replace(['-', '_'], " ");
        let mut characters = spaced.chars();
        let first = characters.next().into_iter().flat_map(char::to_uppercase);
        words.said(first.chain(characters).collect::<String>())
    })
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

#[cfg(test)]
mod tests {
    use super::name_of;
    use crate::words::Wordings;

    #[test]
    fn places_are_named_as_readers_call_them() {
        let words = Wordings::built_in();
        let of = |place| name_of(place, words.english()).to_string();
        assert_eq!(of("emergency-department"), "Emergency departments (A&E)");
        assert_eq!(of("town-hall"), "Town hall");
    }
}
