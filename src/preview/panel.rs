//! The panel of a page: its own findings, and where the rest are. It stands in a shadow of its own, so that neither the
//! site's style reaches it nor its style the site.

use handbill::words::Direction;

use super::dots;
use super::inject::OWN;
use super::markup::{class, escaped, finding};
use super::messages::Messages;
use super::shelf::Notes;

/// The most findings that a panel shows; the list of all has the others.
const MOST: usize = 50;

/// Returns the panel, which is empty where nothing was found anywhere.
pub fn panel(notes: &Notes, messages: &Messages) -> String {
    let (own, errors) = (&notes.own, notes.own.iter().filter(|found| found.is_error()).count());
    let title = messages.on_this_page(own.len(), errors);
    let (says, attributes) = (messages.script(&title), messages.attributes());
    // Where lines start at the right, the panel stands at the left.
    let side = if messages.direction() == Direction::Rtl { " class=\"rtl\"" } else { "" };
    let mut html = format!(
        "<handbill-preview{side}{says}><template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"{OWN}panel.css\">\
         <div class=\"preview\" {attributes}><p class=\"said\" role=\"status\" dir=\"auto\"></p>"
    );
    if !own.is_empty() || notes.elsewhere > 0 {
        let level = own.iter().map(|found| found.severity).min().map_or("none", class);
        // An error is shown at once; whoever closes the panel has it closed on the next page too.
        let open = if errors > 0 { " open" } else { "" };
        let (name, title) = (escaped(&messages.of.panel), messages.html(&title));
        html.push_str(&format!(
            "<aside id=\"handbill-findings\" class=\"{level}\" aria-label=\"{name}\"><details{open}>\
             <summary>{title}</summary><div class=\"inside\">"
        ));
        items(&mut html, notes, messages);
        rest(&mut html, notes, messages);
        html.push_str("</div></details></aside>");
    }
    html.push_str("</div></template></handbill-preview>");
    html
}

fn items(html: &mut String, notes: &Notes, messages: &Messages) {
    if notes.own.is_empty() {
        return;
    }
    html.push_str("<ol class=\"findings\">");
    for (number, found) in notes.own.iter().enumerate().take(MOST) {
        let name = escaped(found.name);
        let place = if found.file.is_empty() {
            String::new()
        } else {
            let place = messages.html(&messages.place_in_file(&found.file, found.line, found.column));
            format!("<p class=\"place\">{place} <span class=\"code\" dir=\"ltr\">{} {name}</span></p>", found.code)
        };
        let (level, word) = (class(found.severity), escaped(messages.level(found.severity)));
        let what = finding(found, &messages.numbered(found.severity, number + 1), &place, messages);
        html.push_str(&format!(
            "<li class=\"{level}\" data-level=\"{word}\" data-finding=\"{number}\" tabindex=\"-1\">{what}</li>"
        ));
    }
    html.push_str("</ol>");
}

/// Says how many findings the panel does not show, and where they are.
fn rest(html: &mut String, notes: &Notes, messages: &Messages) {
    let mut links = Vec::new();
    if let (true, Some(source)) = (notes.own.len() > MOST, &notes.source) {
        let address = format!("{OWN}?file={}", encoded(source));
        let shown = messages.html(&messages.shown(MOST, notes.own.len()));
        links.push(format!("<a href=\"{address}\">{shown}</a>"));
    }
    if let Some(braille) = &notes.braille {
        let shown = messages.html(&messages.of.braille);
        links.push(format!("<a href=\"{OWN}{}{}\">{shown}</a>", dots::BRAILLE, escaped(braille)));
        let shown = messages.html(&messages.of.cells);
        links.push(format!("<a href=\"{OWN}{}{}\">{shown}</a>", dots::CELLS, escaped(braille)));
    }
    let all = match notes.elsewhere {
        0 => messages.html(&messages.of.all),
        number => messages.html(&messages.elsewhere(number, notes.errors_elsewhere)),
    };
    links.push(format!("<a href=\"{OWN}\">{all}</a>"));
    for link in links {
        html.push_str(&format!("<p class=\"rest\">{link}</p>"));
    }
}

/// Returns a value as it stands in a query. Source: WHATWG URL, 5.2, which forms follow too.
pub fn encoded(value: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'*' | b'/');
    value.bytes().map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
