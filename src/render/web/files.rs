//! Files to take away: the other formats of a page or leaflet, and files that lie beside pages.

use std::fmt::Write as _;

use super::contact::ask;
use super::escape;
use super::html::{Html, SafeHtml, Writer};
use super::inline::file_details;
use super::words;
use crate::model::{AssetUse, Download, Outline, Target};
use crate::render::format::Offer;
use crate::words::Wording;

impl Writer<'_> {
    /// Writes the page's other formats, and how to ask for those that are not there.
    pub(super) fn formats(&mut self) {
        let (words, lang) = (self.words, self.lang.tag());
        if !self.offers.is_empty() {
            let (mark, take) = (&self.mark, self.said(&words.web.take));
            // Writing to a string cannot fail.
            _ = writeln!(self.out, "<p{mark}>{take}</p>");
        }
        let list = files(self.offers.iter().copied(), &self.root, words, lang, ("", ""));
        self.html(&list);
        let ask = ask(&self.shared.about.organisation, self.offered, words, true);
        if !ask.is_empty() {
            let mark = &self.mark;
            // Writing to a string cannot fail.
            _ = writeln!(self.out, "<p{mark}>{}</p>", ask.as_str());
        }
    }

    /// Writes a file to take away, with its type, size and language.
    pub(super) fn download(&mut self, download: &Download) {
        let name = || download.wanted.rsplit('/').next().unwrap_or_default().to_string();
        let label = if download.label.is_empty() { name() } else { download.label.clone() };
        self.push("<p class=\"download\">");
        if let Some(asset @ AssetUse { outline: Some(file), .. }) = &download.asset {
            self.open_link(&Target::Asset(asset.clone()), "");
            self.text(&label);
            self.push("</a> <span class=\"size\">");
            let details = file_details(file, self.words);
            self.text(&details);
            if let Some(lang) = &download.lang {
                let told = words::html(&self.words.in_language(lang), self.lang);
                self.push(", ");
                self.push(&told);
            }
            self.push("</span>");
        } else {
            self.text(&label);
        }
        self.push("</p>\n");
    }
}

/// Returns the list of files to take away; empty where there are none. `root` is the folder that the site stands in,
/// `around` the language of the page. `of` is the title of what they are forms of, and its language: it is added to each
/// link for readers who hear it alone.
pub fn files<'o>(
    offers: impl IntoIterator<Item = &'o Offer>,
    root: &str,
    words: &Wording,
    around: &str,
    of: (&str, &str),
) -> SafeHtml {
    let items: Vec<SafeHtml> = offers.into_iter().map(|offer| file(offer, root, words, around, of)).collect();
    list(&items)
}

/// Returns files to take away as a list; empty where there are none.
pub fn list(items: &[SafeHtml]) -> SafeHtml {
    let mut html = Html::new();
    if !items.is_empty() {
        html.markup("<ul class=\"files\">\n");
        for item in items {
            html.html(item);
        }
        html.markup("</ul>\n");
    }
    html.done()
}

/// Returns one file to take away, as an item of a list: its name, type, volumes,
/// pages and size, and whether nobody has read it yet. The arguments are those of [`files`].
pub fn file(offer: &Offer, root: &str, words: &Wording, around: &str, (of, of_lang): (&str, &str)) -> SafeHtml {
    let mut html = Html::new();
    html.markup("<li><a href=\"").words(root).words(&escape::encoded(&offer.route)).markup("\"");
    html.html(&SafeHtml::mark(offer.label.lang.tag(), around)).markup(">").words(&offer.label);
    if !of.is_empty() {
        html.markup("<span class=\"hidden\"").html(&SafeHtml::mark(of_lang, offer.label.lang.tag())).markup(">: ");
        html.words(of).markup("</span>");
    }
    html.markup("</a> <span class=\"size\"").html(&SafeHtml::mark(words.lang.tag(), around)).markup(">");
    html.words(offer.media).markup(", ");
    if let Some(count) = offer.volumes.filter(|count| *count > 1) {
        let volumes = words.say(&words.sentences.volume_count, &[("count", count.into())]);
        html.html(&SafeHtml::said(&volumes, &words.lang)).markup(", ");
    }
    if let Some(count) = offer.pages {
        let pages = words.say(&words.sentences.page_count, &[("count", count.into())]);
        html.html(&SafeHtml::said(&pages, &words.lang)).markup(", ");
    }
    html.html(&SafeHtml::said(&words.size(offer.bytes), &words.lang)).markup("</span>");
    if offer.unread {
        html.markup(" <span class=\"size\"").html(&SafeHtml::mark(words.lang.tag(), around)).markup(">");
        html.html(&SafeHtml::said(&words.web.unread, &words.lang)).markup("</span>");
    }
    html.markup("</li>\n").done()
}

/// Returns the page that says the same in Easy Read, as an item of a list of files. The arguments are those of [`files`].
pub fn easy_read(easy: &Outline, root: &str, words: &Wording, around: &str) -> SafeHtml {
    let (mut html, label) = (Html::new(), &words.easy.label);
    html.markup("<li><a href=\"").words(root).words(&escape::encoded(&easy.route)).markup("\"");
    html.html(&SafeHtml::mark(label.lang.tag(), around)).markup(">").words(label);
    html.markup("<span class=\"hidden\"").html(&SafeHtml::mark(easy.lang.tag(), label.lang.tag())).markup(">: ");
    html.words(&easy.title).markup("</span></a></li>\n").done()
}
