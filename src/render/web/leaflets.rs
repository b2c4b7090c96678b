//! The list of leaflets, by who prints them.

use std::collections::BTreeMap;

use super::WebPress;
use super::component::files;
use super::context::View;
use super::frame::{Link, href};
use super::hosting::base_path;
use super::html::{Html, SafeHtml};
use super::parts::{site, site_words};
use crate::model::{Sheet, SheetId};
use crate::render::{Catalogue, Claim, Made, RenderError, Subject};

/// Who prints leaflets, as readers call them.
const PLACES: &[(&str, &str)] = &[
    ("college", "Colleges"),
    ("court", "Courts"),
    ("dentist", "Dentists"),
    ("emergency-department", "Emergency departments (A&E)"),
    ("gp-surgery", "GP surgeries"),
    ("hospital", "Hospitals"),
    ("library", "Libraries"),
    ("pharmacy", "Pharmacies"),
    ("police-station", "Police stations"),
    ("prison", "Prisons"),
    ("school", "Schools"),
];

/// Leaflets that no place is named for.
const ANYBODY: &str = "everybody";

/// Returns the file of the list of leaflets.
pub fn files_made(_: &WebPress<'_>) -> Vec<Claim> {
    site("leaflets/index.html", "the list of leaflets")
}

/// Makes the list of leaflets.
pub fn make(press: &WebPress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let words = site_words(press);
    let mut view = View::new(&site.about, "Leaflets to print", (&press.root, "/leaflets/"), &site.about.language);
    view.summary =
        "Print them, fold them, leave them where people wait. They are grouped by who prints them.".to_string();
    view.class = "wide".to_string();
    view.section = href(&press.root, "/leaflets/");
    view.crumbs = vec![Link::plain(&press.root, "/", words.home)];
    let mut places: BTreeMap<(String, &str), Vec<(SheetId, &Sheet)>> = BTreeMap::new();
    for (id, sheet) in site.sheet_ids() {
        if sheet.made_for.is_empty() {
            places.entry(("~".to_string(), ANYBODY)).or_default().push((id, sheet));
        }
        for place in &sheet.made_for {
            places.entry((name_of(place), place)).or_default().push((id, sheet));
        }
    }
    let mut html = Html::new();
    for ((name, place), sheets) in &places {
        let name = if *place == ANYBODY { "Everybody" } else { name };
        html.markup("<section aria-labelledby=\"for-").words(place).markup("\">\n<h2 id=\"for-").words(place);
        html.markup("\">").words(name).markup("</h2>\n<ul class=\"leaflets\">\n");
        for (id, sheet) in sheets {
            leaflet(press, *id, sheet, catalogue, &mut html);
        }
        html.markup("</ul>\n</section>\n");
    }
    if places.is_empty() {
        html.markup("<p>There are no leaflets yet.</p>\n");
    }
    view.body = html.done();
    let mut made = Made::default();
    let path = "leaflets/index.html".to_string();
    press.fill("leaflets.html", view, &site.about.language, catalogue, path, &mut made)?;
    Ok(made)
}

fn leaflet(press: &WebPress<'_>, id: SheetId, sheet: &Sheet, catalogue: &Catalogue, html: &mut Html) {
    let language = &press.site.about.language;
    let mark = SafeHtml::mark(sheet.lang.tag(), language.tag());
    let (issued, review) = (sheet.issued.month_in_words(language), sheet.review.month_in_words(language));
    html.markup("<li>\n<h3").html(&mark).markup(">").words(&sheet.title).markup("</h3>\n<p class=\"size\">");
    html.words(&format!("{}, edition {}, {issued}. To be reviewed by {review}.", sheet.reference, sheet.edition));
    html.markup("</p>\n");
    if !sheet.summary.is_empty() {
        html.markup("<p").html(&mark).markup(">").words(&sheet.summary).markup("</p>\n");
    }
    let of = format!("{}, {}", sheet.title, sheet.reference);
    let (offers, root) = (catalogue.of(Subject::Sheet(id)), base_path(&press.site.about.base_url));
    html.html(&files(offers, &root, site_words(press), language.tag(), (&of, sheet.lang.tag())));
    html.markup("</li>\n");
}

/// Returns what readers call a place: known ones by name, others by their words.
fn name_of(place: &str) -> String {
    if let Some((_, name)) = PLACES.iter().find(|(known, _)| *known == place) {
        return (*name).to_string();
    }
    let words = place.replace(['-', '_'], " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn places_are_named_as_readers_call_them() {
        assert_eq!(name_of("emergency-department"), "Emergency departments (A&E)");
        assert_eq!(name_of("town-hall"), "Town hall");
    }
}
