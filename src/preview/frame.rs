//! What stands around the pages that the preview writes itself: the list of findings, and the print room.

use super::inject::OWN;
use super::markup::escaped;
use super::messages::Messages;
use super::panel::panel;
use super::shelf::{Notes, State};
use handbill::words::Said;

/// A page of the preview's own.
pub struct Frame<'a> {
    /// What it is called.
    pub title: &'a Said,
    /// The names of its style sheets, besides that of the preview.
    pub styles: &'a [&'a str],
    /// The links at its head: where each leads, and its words.
    pub links: &'a [(&'a str, &'a Said)],
}

/// Returns a page, given what stands below its title as HTML.
pub fn page(state: &State, messages: &Messages, frame: &Frame<'_>, body: &str) -> String {
    let (attributes, title) = (messages.attributes(), messages.html(frame.title));
    let styles: Vec<String> = std::iter::once(&"preview.css")
        .chain(frame.styles)
        .map(|name| format!("<link rel=\"stylesheet\" href=\"{OWN}{name}\">"))
        .collect();
    let links: Vec<String> =
        frame.links.iter().map(|(to, said)| format!("<a href=\"{to}\">{}</a>", messages.html(said))).collect();
    // The panel is empty here: it is where the script speaks.
    let panel = panel(&Notes { version: state.version, ..Notes::default() }, messages);
    format!(
        "<!doctype html><html {attributes}><head><meta charset=\"utf-8\">\
         <script src=\"{OWN}preview.js\" type=\"module\" data-version=\"{version}\"></script>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{bare} – Handbill</title>{styles}</head>\
         <body><header><p>{links}</p></header><main><h1>{title}</h1>{body}</main>{panel}</body></html>",
        version = state.version,
        bare = escaped(frame.title),
        styles = styles.concat(),
        links = links.join(" "),
    )
}
