//! One leaflet in a list: how it looks, what it takes to print it, and its files in each language.

use super::files::files;
use super::html::{Html, SafeHtml};
use super::link::href;
use super::listed::{pack, place_name};
use super::website::WebsitePress;
use crate::model::{Leaflet, LeafletId, Sheet};
use crate::render::address::base_path;
use crate::render::format::{Audience, Catalogue, Offer, Subject};
use crate::units::Mm;
use crate::words::{Said, Wording};

/// Paper by its size in millimetres, the shorter side first. Source: ISO 216:2007.
const PAPER: [(&str, f32, f32); 3] = [("A3", 297.0, 420.0), ("A4", 210.0, 297.0), ("A5", 148.0, 210.0)];

/// Returns the item of a leaflet, given it in all its languages.
pub fn of(press: &WebsitePress<'_>, editions: &[(LeafletId, &Leaflet)], catalogue: &Catalogue) -> SafeHtml {
    let Some((first, leaflet)) = editions.first().copied() else { return SafeHtml::default() };
    let (words, language) = (press.words(), &press.site.about.language);
    let offers = catalogue.of(Subject::Leaflet(first));
    let mark = SafeHtml::mark(leaflet.lang.tag(), language.tag());
    let mut html = Html::new();
    html.markup("<li id=\"").words(&leaflet.anchor()).markup("\">\n");
    if let Some(picture) = offers.iter().find(|offer| offer.audience == Audience::Shown) {
        let alt = words.say(&words.sentences.leaflet_front, &[("title", (&leaflet.title).into())]);
        html.markup("<p class=\"look\"><img src=\"").words(&href(&press.root, &picture.route)).markup("\" alt=\"");
        html.words(&alt).markup("\" loading=\"lazy\"></p>\n");
    }
    html.markup("<h2").html(&mark).markup(">").words(&leaflet.title).markup("</h2>\n<p class=\"size\">");
    html.html(&SafeHtml::said(&edition(leaflet, words), language)).markup("</p>\n");
    if !leaflet.summary.is_empty() {
        html.markup("<p").html(&mark).markup(">").words(&leaflet.summary).markup("</p>\n");
    }
    let office = office(offers);
    if let Some(paper) = office.and_then(|office| paper(press, leaflet, office, words)) {
        html.markup("<p>").html(&SafeHtml::said(&paper, language)).markup(" ");
        html.html(&SafeHtml::said(&words.web.leaflet_grey, language)).markup("</p>\n");
    }
    if let Some(office) = office {
        html.markup("<p><a class=\"button\" href=\"").words(&href(&press.root, &office.route)).markup("\">");
        html.html(&SafeHtml::said(&words.web.print_one, language)).markup("<span class=\"hidden\"").html(&mark);
        html.markup(">: ").words(&leaflet.title).markup("</span></a></p>\n");
    }
    for (id, edition) in editions {
        html.html(&more_files(press, (*id, first), edition, catalogue));
    }
    html.markup("</li>\n").done()
}

/// Returns the files of a leaflet in one language, closed until somebody asks for them; `first` is the leaflet in the language
/// that its entry is told in.
fn more_files(
    press: &WebsitePress<'_>,
    (id, first): (LeafletId, LeafletId),
    leaflet: &Leaflet,
    catalogue: &Catalogue,
) -> SafeHtml {
    let (words, language) = (press.words(), &press.site.about.language);
    let all = catalogue.of(Subject::Leaflet(id));
    // The button above leads to the first of them already.
    let above = office(all).filter(|_| id == first).map(|office| office.route.as_str());
    let shown = |offer: &&Offer| offer.audience != Audience::Shown && Some(offer.route.as_str()) != above;
    let offers: Vec<Offer> = all.iter().filter(shown).map(|offer| told(offer, words)).collect();
    let mut html = Html::new();
    if offers.is_empty() {
        return html.done();
    }
    let mark = SafeHtml::mark(leaflet.lang.tag(), language.tag());
    html.markup("<details><summary><span").html(&mark).markup(">").words(leaflet.lang.own_name());
    html.markup("</span>: ").html(&SafeHtml::said(&words.web.more_files, language)).markup("<span class=\"hidden\">, ");
    html.words(&leaflet.reference).markup("</span></summary>\n");
    let root = base_path(&press.site.about.base_url);
    html.html(&files(&offers, &root, words, language.tag(), (&leaflet.reference, language.tag())));
    html.markup("</details>\n").done()
}

/// Returns how to get everything that a place prints as one file; empty where there is none.
pub fn pack_of(press: &WebsitePress<'_>, place: &str, catalogue: &Catalogue) -> SafeHtml {
    let (words, language) = (press.words(), &press.site.about.language);
    let route = pack(place);
    let mut html = Html::new();
    let Some(offer) = catalogue.pack(&route) else { return html.done() };
    let name = place_name(place, words);
    html.markup("<p class=\"download\"><a href=\"").words(&href(&press.root, &offer.route)).markup("\">");
    html.html(&SafeHtml::said(&words.web.get_pack, language)).markup("<span class=\"hidden\">: ");
    html.html(&SafeHtml::said(&name, language)).markup("</span></a> <span class=\"size\">").words(offer.media);
    html.markup(", ").html(&SafeHtml::said(&words.size(offer.bytes), language)).markup("</span></p>\n");
    html.markup("<p>").html(&SafeHtml::said(&words.web.pack_holds, language)).markup("</p>\n").done()
}

/// Returns a file as whoever prints it is told of it, in the words of the list and not of the leaflet: then no page of the
/// list needs the letters of all languages.
fn told(offer: &Offer, words: &Wording) -> Offer {
    let label = match (offer.format, offer.media) {
        ("leaflets", "PDF") if offer.route.ends_with("-press.pdf") => &words.print.leaflet_press,
        ("leaflets", "PDF") => &words.print.leaflet_office,
        ("large-print", _) => &words.print.large,
        ("giant-print", _) => &words.print.giant,
        ("text", _) => &words.web.plain_text,
        _ => &offer.label,
    };
    Offer { label: label.clone(), ..offer.clone() }
}

/// Returns the file for office printers.
fn office(offers: &[Offer]) -> Option<&Offer> {
    offers.iter().find(|offer| offer.format == "leaflets" && offer.media == "PDF")
}

fn edition(leaflet: &Leaflet, words: &Wording) -> Said {
    let (issued, review) = (leaflet.issued.month_in_words(&words.lang), leaflet.review.month_in_words(&words.lang));
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    words.say(&words.sentences.leaflet_edition, &parts)
}

/// Returns what paper one copy takes: its sheets, printed on both sides where there are several pages.
fn paper(press: &WebsitePress<'_>, leaflet: &Leaflet, office: &Offer, words: &Wording) -> Option<Said> {
    let sheet = press.site.sheets.get(&leaflet.sheet)?;
    let sheets = office.pages?.div_ceil(2).max(1);
    let size = size_of(sheet);
    Some(words.say(&words.sentences.leaflet_paper, &[("sheets", sheets.into()), ("paper", (&size).into())]))
}

/// Returns the paper that goes into an office printer for a sheet, such as `A4`.
fn size_of(sheet: &Sheet) -> String {
    let (width, height) = match &sheet.copies {
        Some(copies) => (copies.width, copies.height),
        None if sheet.stapled => (Mm(sheet.width.0 * 2.0), sheet.height),
        None => (sheet.width, sheet.height),
    };
    let (short, long) = (width.0.min(height.0), width.0.max(height.0));
    let near = |known: f32, side: f32| (known - side).abs() < 2.0;
    let known = PAPER.iter().find(|(_, least, most)| near(*least, short) && near(*most, long));
    known.map_or_else(|| format!("{short:.0} × {long:.0} mm"), |(name, ..)| (*name).to_string())
}
