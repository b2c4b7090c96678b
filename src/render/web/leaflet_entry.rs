//! One leaflet in a list: how it looks, what it takes to print it, and its files in each language.

use super::html::{Html, SafeHtml};
use super::link::href;
use super::listed::{leaflet_page, pack, place_name};
use super::website::WebsitePress;
use crate::model::{Lang, Leaflet, LeafletId, Sheet};
use crate::render::folding::HOW_TO_PRINT;
use crate::render::format::{Audience, Catalogue, Offer, Speaker, Subject};
use crate::units::Mm;
use crate::words::{Said, Wording};

/// How high the picture of a leaflet's front is on its page at most, and that of another side, in CSS pixels. Source: ours: a front is
/// read, and sides stand beside each other.
const HIGHEST_FRONT: u32 = 384;
const HIGHEST_VIEW: u32 = 256;

/// Paper by its size in millimetres, the shorter side first. Source: ISO 216:2007.
const PAPER: [(&str, f32, f32); 3] = [("A3", 297.0, 420.0), ("A4", 210.0, 297.0), ("A5", 148.0, 210.0)];

/// A leaflet in every language that it is in, the site's own first.
pub type Editions<'s> = Vec<(LeafletId, &'s Leaflet)>;

/// Returns the item of a leaflet, given it in all its languages.
pub fn of(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let Some((_, leaflet)) = editions.first().copied() else { return SafeHtml::default() };
    let (words, language) = (press.words(), &press.site.about.language);
    let mark = SafeHtml::mark(leaflet.lang.tag(), language.tag());
    let mut html = Html::new();
    html.markup("<li id=\"").words(&leaflet.anchor()).markup("\">\n");
    html.html(&front(press, editions, catalogue));
    html.markup("<h2").html(&mark).markup(">").words(&leaflet.title).markup("</h2>\n<p class=\"size\">");
    html.html(&SafeHtml::said(&edition(leaflet, words), language)).markup("</p>\n");
    if !leaflet.summary.is_empty() {
        html.markup("<p").html(&mark).markup(">").words(&leaflet.summary).markup("</p>\n");
    }
    html.html(&paper(press, editions, catalogue)).html(&print_one(press, editions, catalogue));
    html.html(&other_languages(press, editions, catalogue));
    html.markup("<p><a href=\"").words(&href(&press.root, &leaflet_page(&leaflet.reference))).markup("\">");
    html.html(&SafeHtml::said(&words.web.leaflet_all, language)).html(&unseen(leaflet, language)).markup("</a></p>\n");
    html.markup("</li>\n").done()
}

/// Returns the picture of a leaflet's front; empty where there is none.
pub fn front(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let mut html = Html::new();
    let Some((id, leaflet)) = editions.first().copied() else { return html.done() };
    let offers = catalogue.of(Subject::Leaflet(id));
    if let Some(picture) = offers.iter().find(|offer| offer.audience == Audience::Shown) {
        let words = press.words();
        let alt = words.say(&words.sentences.leaflet_front, &[("title", (&leaflet.title).into())]);
        html.markup("<p class=\"look\">").html(&view(press, picture, &alt, HIGHEST_FRONT)).markup("</p>\n");
    }
    html.done()
}

/// Returns a picture of a leaflet, `highest` pixels high at most, with its size, so that nothing moves when it comes.
fn view(press: &WebsitePress<'_>, picture: &Offer, alt: &str, highest: u32) -> SafeHtml {
    let mut html = Html::new();
    html.markup("<img src=\"").words(&href(&press.root, &picture.route));
    if let Some((width, height)) = picture.pixels {
        let shown = height.min(highest);
        let (width, height) = (width * shown / height.max(1), shown);
        html.markup("\" width=\"").words(&width.to_string()).markup("\" height=\"").words(&height.to_string());
    }
    html.markup("\" alt=\"").words(alt).markup("\" loading=\"lazy\">").done()
}

/// Returns the other pictures of a leaflet as a list; empty where there is one or none.
pub fn other_views(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let mut html = Html::new();
    let Some((id, leaflet)) = editions.first().copied() else { return html.done() };
    let pictures: Vec<&Offer> =
        catalogue.of(Subject::Leaflet(id)).iter().filter(|offer| offer.audience == Audience::Shown).collect();
    let stapled = press.site.sheets.get(&leaflet.sheet).is_some_and(|sheet| sheet.stapled);
    let words = press.words();
    for (at, picture) in pictures.iter().enumerate().skip(1) {
        let title = ("title", (&leaflet.title).into());
        let alt = match (stapled, at + 1 == pictures.len()) {
            (false, _) => words.say(&words.sentences.leaflet_side, &[title, ("number", (at + 1).into())]),
            (true, true) => words.say(&words.sentences.leaflet_back, &[title]),
            (true, false) => {
                let pages = [title, ("first", (at * 2).into()), ("second", (at * 2 + 1).into())];
                words.say(&words.sentences.leaflet_spread, &pages)
            }
        };
        html.markup("<li>").html(&view(press, picture, &alt, HIGHEST_VIEW)).markup("</li>\n");
    }
    let pictures = html.done();
    if pictures.as_str().is_empty() {
        return pictures;
    }
    html.markup("<h2>").html(&SafeHtml::said(&words.web.leaflet_views, &press.site.about.language)).markup("</h2>\n");
    html.markup("<ul class=\"views\">\n").html(&pictures).markup("</ul>\n").done()
}

/// Returns what paper one copy takes, and that it needs no colour; empty where it cannot be printed.
pub fn paper(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let mut html = Html::new();
    let Some((id, leaflet)) = editions.first().copied() else { return html.done() };
    let (words, language) = (press.words(), &press.site.about.language);
    let office = office(catalogue.of(Subject::Leaflet(id)));
    if let Some(paper) = office.and_then(|office| paper_of(press, leaflet, office, words)) {
        html.markup("<p>").html(&SafeHtml::said(&paper, language)).markup(" ");
        html.html(&SafeHtml::said(&words.web.leaflet_grey, language)).markup("</p>\n");
    }
    html.done()
}

/// Returns the button that leads to the file for office printers; empty where there is none.
pub fn print_one(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let mut html = Html::new();
    let Some((id, leaflet)) = editions.first().copied() else { return html.done() };
    let language = &press.site.about.language;
    if let Some(office) = office(catalogue.of(Subject::Leaflet(id))) {
        html.markup("<p><a class=\"button\" href=\"").words(&href(&press.root, &office.route)).markup("\">");
        html.html(&SafeHtml::said(&press.words().web.print_one, language)).html(&unseen(leaflet, language));
        html.markup("</a></p>\n");
    }
    html.done()
}

/// Returns the title of a leaflet after the words of a link, for readers who hear the link alone.
fn unseen(leaflet: &Leaflet, language: &Lang) -> SafeHtml {
    let mut html = Html::new();
    html.markup("<span class=\"hidden\"").html(&SafeHtml::mark(leaflet.lang.tag(), language.tag())).markup(">: ");
    html.words(&leaflet.title).markup("</span>").done()
}

/// Returns links to the files for office printers in the other languages; empty where there are none.
fn other_languages(press: &WebsitePress<'_>, editions: &Editions<'_>, catalogue: &Catalogue) -> SafeHtml {
    let language = &press.site.about.language;
    let mut html = Html::new();
    for (id, leaflet) in editions.iter().skip(1) {
        let Some(office) = office(catalogue.of(Subject::Leaflet(*id))) else { continue };
        html.markup("<li><a href=\"").words(&href(&press.root, &office.route)).markup("\"");
        html.html(&SafeHtml::mark(leaflet.lang.tag(), language.tag())).markup(">").words(leaflet.lang.own_name());
        html.markup("<span class=\"hidden\">: ").words(&leaflet.title).markup("</span></a></li>\n");
    }
    let links = html.done();
    if links.as_str().is_empty() {
        return links;
    }
    html.markup("<ul class=\"languages\">\n").html(&links).markup("</ul>\n").done()
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
pub fn told(offer: &Offer, words: &Wording) -> Offer {
    let label = match (offer.format, offer.media) {
        ("leaflets", "PDF") if offer.route.ends_with(HOW_TO_PRINT) => &words.print.pack_how,
        ("leaflets", "PDF") if offer.route.ends_with("-press.pdf") => &words.print.leaflet_press,
        ("leaflets", "PDF") => &words.print.leaflet_office,
        ("large-print", _) => &words.print.large,
        ("giant-print", _) => &words.print.giant,
        ("text", _) => &words.web.plain_text,
        ("word", _) => &words.web.word,
        ("epub", _) => &words.web.epub,
        ("braille", "BRF") => &words.braille.to_emboss,
        ("braille", _) => &words.braille.to_keep,
        ("audio", "SSML") => &words.audio.for_voices,
        ("audio", "Opus") => match offer.played.as_ref().map(|played| played.speaker) {
            Some(Speaker::Person) => &words.audio.recorded,
            Some(Speaker::Machine) | None => &words.audio.spoken,
        },
        ("audio", _) => &words.audio.script,
        _ => &offer.label,
    };
    Offer { label: label.clone(), ..offer.clone() }
}

/// Returns the file for office printers.
fn office(offers: &[Offer]) -> Option<&Offer> {
    offers.iter().find(|offer| offer.format == "leaflets" && offer.media == "PDF")
}

/// Returns which edition of a leaflet there is.
pub fn edition(leaflet: &Leaflet, words: &Wording) -> Said {
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
fn paper_of(press: &WebsitePress<'_>, leaflet: &Leaflet, office: &Offer, words: &Wording) -> Option<Said> {
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
