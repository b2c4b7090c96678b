//! The list of leaflets, by who prints them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::component::files;
use super::context::View;
use super::frame::Link;
use super::parts::{site, site_words};
use super::{WebPress, escape, words};
use crate::model::{Sheet, SheetId};
use crate::render::{Catalogue, Claim, Made, RenderError, Subject, prose};
use crate::words::{Said, Wording};

/// The place of leaflets that no place is named for.
const ANYBODY: &str = "everybody";

/// Returns the file of the list of leaflets.
pub fn files_made(_: &WebPress<'_>) -> Vec<Claim> {
    site("leaflets/index.html", "the list of leaflets")
}

/// Makes the list of leaflets.
pub fn make(press: &WebPress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let words = site_words(press);
    let mut view = View::new(&site.about, &words.web.leaflets_title, "/leaflets/", &site.about.language);
    view.summary = words.web.leaflets_page_summary.to_string();
    view.lead = copies(press, words);
    view.class = "wide".to_string();
    view.section = "/leaflets/".to_string();
    view.crumbs = vec![Link::said("/", &words.web.home, &words.lang)];
    let mut places: BTreeMap<&str, Vec<(SheetId, &Sheet)>> = BTreeMap::new();
    for (id, sheet) in site.sheet_ids() {
        let anybody = sheet.made_for.is_empty().then_some(ANYBODY);
        for place in sheet.made_for.iter().map(String::as_str).chain(anybody) {
            places.entry(place).or_default().push((id, sheet));
        }
    }
    let named = places.into_iter().map(|(place, sheets)| (name_of(place, words), place, sheets));
    let mut named: Vec<_> = named.collect();
    let last = |place: &str| place == ANYBODY;
    named.sort_by(|(one, a, _), (other, b, _)| {
        last(a).cmp(&last(b)).then_with(|| words.figures().order(one, other)).then_with(|| a.cmp(b))
    });
    let html = &mut view.body;
    for (name, place, sheets) in &named {
        let (id, name) = (escape::escaped(&format!("for-{place}")), words::html(name, &site.about.language));
        // Writing to a string cannot fail.
        _ = writeln!(html, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{name}</h2>\n<ul class=\"leaflets\">");
        for (id, sheet) in sheets {
            leaflet(press, *id, sheet, catalogue, html);
        }
        html.push_str("</ul>\n</section>\n");
    }
    if named.is_empty() {
        // Writing to a string cannot fail.
        _ = writeln!(html, "<p>{}</p>", words::html(&words.web.leaflets_none, &site.about.language));
    }
    let mut made = Made::default();
    let path = "leaflets/index.html".to_string();
    press.fill("leaflets.html", &view, &site.about.language, catalogue, path, &mut made)?;
    Ok(made)
}

fn leaflet(press: &WebPress<'_>, id: SheetId, sheet: &Sheet, catalogue: &Catalogue, out: &mut String) {
    let language = &press.site.about.language;
    let mark = words::mark(sheet.lang.tag(), language.tag());
    let title = escape::escaped(&sheet.title);
    let (issued, review) = (sheet.issued.month_in_words(language), sheet.review.month_in_words(language));
    let words = site_words(press);
    let parts = [
        ("reference", (&sheet.reference).into()),
        ("edition", sheet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    let edition = words::html(&words.say(&words.sentences.leaflet_edition, &parts), language);
    // Writing to a string cannot fail.
    _ = writeln!(out, "<li>\n<h3{mark}>{title}</h3>\n<p class=\"size\">{edition}</p>");
    if !sheet.summary.is_empty() {
        _ = writeln!(out, "<p{mark}>{}</p>", escape::escaped(&sheet.summary));
    }
    let of = format!("{}, {}", sheet.title, sheet.reference);
    files(catalogue.of(Subject::Sheet(id)), words, language.tag(), (&of, sheet.lang.tag()), out);
    out.push_str("</li>\n");
}

/// Returns what readers call a place: known ones by name, others by their words.
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

/// Returns how to get copies of leaflets, as HTML; nothing where there is no number to call.
fn copies(press: &WebPress<'_>, words: &Wording) -> String {
    let site = press.site;
    let Some(phone) = Some(&site.about.organisation.phone).filter(|phone| !phone.is_empty()) else {
        return String::new();
    };
    let link = tel(phone);
    let office = press.shared(&site.about.language).ok().and_then(|shared| shared.office.as_deref());
    let textphone = office.map(|office| office.textphone.as_str()).filter(|number| !number.is_empty());
    let textphone = textphone
        .map(|number| format!(" ({} {})", words::html(&words.web.textphone, &site.about.language), tel(number)));
    let told = words.say(&words.sentences.leaflet_copies, &[("phone", words::STAND_IN.into())]);
    let put_in = format!("{link}{}", textphone.unwrap_or_default());
    format!("<p>{}</p>\n", words::html_with(&told, &site.about.language, (words::STAND_IN, &put_in)))
}

/// Returns a number that can be dialled.
fn tel(number: &str) -> String {
    format!("<a class=\"tel\" href=\"tel:{}\">{}</a>", prose::dial(number), escape::escaped(number))
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
