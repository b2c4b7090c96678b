//! The print room: every leaflet as pictures, with its folds and what no office printer reaches, its overflow marked at its
//! panel, and its large print beside it. Each picture and PDF is made when it is looked at.

use std::fmt::Write as _;

use handbill::render::print::proof::{LARGE_PAGES, Proof, Side};

use super::finding::Finding;
use super::frame::{Frame, page};
use super::inject::OWN;
use super::markup::{escaped, finding};
use super::messages::Messages;
use super::panel::encoded;
use super::shelf::State;

/// The policy of the room: that of the list of findings, and it shows pictures.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
                          base-uri 'none'; frame-ancestors 'none'";

/// The longer edge, in millimetres, of what is shown small: a card.
const SMALL: f32 = 120.0;

/// The start of the names of pictures of large print: `print/large/RJ-01/cy/2.png` is the second page of the leaflet RJ-01 in
/// Welsh.
pub const LARGE: &str = "print/large/";

/// Returns the picture of a page of large print by its name; nothing where there is none.
pub fn large_page(state: &State, name: &str) -> Option<Vec<u8>> {
    let mut parts = name.strip_prefix(LARGE)?.split('/');
    let (reference, lang, page) = (parts.next()?, parts.next()?, parts.next()?.strip_suffix(".png")?);
    let page = page.parse::<usize>().ok()?.checked_sub(1).filter(|page| *page < LARGE_PAGES)?;
    state.large_page(reference, lang, page)
}

/// Returns the room.
pub fn room(state: &State) -> String {
    let messages = state.messages();
    let of = &messages.of;
    let mut html = String::new();
    let proofs = state.proofs();
    if proofs.is_empty() {
        let _ = write!(html, "<p>{}</p>", messages.html(&of.room_empty));
    } else {
        let _ = write!(
            html,
            "<p class=\"choices\"><label><input type=\"checkbox\" id=\"folds\" checked> {}</label>\
             <label><input type=\"checkbox\" id=\"grey\"> {}</label></p>",
            messages.html(&of.room_folds),
            messages.html(&of.room_grey),
        );
    }
    for (file, proof) in &proofs {
        leaflet(&mut html, state, file, proof, &messages);
    }
    let frame = Frame { title: &of.room, styles: &["list.css", "room.css"], links: &[("/", &of.back)] };
    page(state, &messages, &frame, &html)
}

fn leaflet(html: &mut String, state: &State, file: &str, proof: &Proof, messages: &Messages) {
    let of = &messages.of;
    let (title, lang) = (escaped(&proof.title), escaped(&proof.lang));
    let about = escaped(&format!("{}, {}, {}, {file}", proof.reference, proof.sheet, proof.lang));
    let _ = write!(html, "<section><h2 lang=\"{lang}\" dir=\"auto\">{title}</h2><p dir=\"ltr\">{about}</p>");
    let found: Vec<&Finding> = state
        .findings()
        .iter()
        .map(AsRef::as_ref)
        .filter(|found| found.file == file && found.code.starts_with('P'))
        .collect();
    html.push_str("<ul class=\"sides\">");
    for (at, side) in proof.sides.iter().enumerate() {
        self::side(html, at + 1, side, &title, messages);
    }
    html.push_str("</ul>");
    if !found.is_empty() {
        html.push_str("<ol class=\"findings\">");
        for found in found {
            let level = super::markup::class(found.severity);
            let said = messages.level(found.severity);
            let _ = write!(html, "<li class=\"{level}\">{}</li>", finding(found, said, "", messages));
        }
        html.push_str("</ol>");
    }
    html.push_str("<ul class=\"papers\">");
    for (path, said) in
        [(&proof.office, &of.room_office), (&proof.press, &of.room_press), (&proof.large, &of.room_large)]
    {
        let (path, said) = (escaped(path), messages.html(said));
        let _ = write!(html, "<li><a href=\"/{path}\">{said}<span class=\"unseen\"> {title}</span></a></li>");
    }
    let large = messages.html(&of.room_large_pages);
    let _ = write!(
        html,
        "</ul><details><summary>{large}<span class=\"unseen\"> {title}</span></summary><ol class=\"sides\">"
    );
    for page in 1..=LARGE_PAGES {
        let (code, alt) = (escaped(&encoded(&proof.reference)), escaped(&messages.side(page)));
        let _ = write!(
            html,
            "<li class=\"page\"><img src=\"{OWN}{LARGE}{code}/{lang}/{page}.png\" alt=\"{title}: {alt}\" loading=\"lazy\"></li>"
        );
    }
    html.push_str("</ol></details></section>");
}

/// Writes one side: its picture, and over it what is not printed.
fn side(html: &mut String, number: usize, side: &Side, title: &str, messages: &Messages) {
    let (width, height, clear) = (side.width.0, side.height.0, side.clear.0);
    let alt = escaped(&messages.side(number));
    let picture = escaped(&side.picture);
    let small = if width.max(height) < SMALL { " class=\"small\"" } else { "" };
    let _ = write!(
        html,
        "<li{small}><img src=\"/{picture}\" alt=\"{title}: {alt}\" loading=\"lazy\">\
         <svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\">"
    );
    for fold in &side.folds {
        let _ = write!(html, "<line class=\"fold\" x1=\"{x}\" y1=\"0\" x2=\"{x}\" y2=\"{height}\"/>", x = fold.0);
    }
    if clear > 0.0 {
        let (wide, high) = (width - clear * 2.0, height - clear * 2.0);
        let _ = write!(html, "<rect class=\"safe\" x=\"{clear}\" y=\"{clear}\" width=\"{wide}\" height=\"{high}\"/>");
    }
    for area in &side.full {
        let [x, y, wide, high] = area.map(|length| length.0);
        let _ = write!(html, "<rect class=\"full\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>");
    }
    html.push_str("</svg></li>");
}
