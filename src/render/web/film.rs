//! Films: a link to one, and one that plays where it stands, from this site only and not before a reader asks for it.

use std::fmt::Write as _;

use super::escape;
use super::html::Writer;
use super::inline::file_details;
use crate::model::{Film, Target, Video};

impl Writer<'_> {
    /// Writes a link to a film, with how long it is and what comes with it, as the page about it says.
    pub(super) fn film(&mut self, film: &Film) {
        let page = if let Target::Page { page, .. } = &film.target { page.outline.as_ref() } else { None };
        let title = if film.title.is_empty() { page.map_or("", |page| &page.title) } else { &film.title };
        self.push("<p class=\"download film\">");
        let opened = self.open_link(&film.target, "");
        self.text(title);
        self.push(if opened { "</a>" } else { "" });
        let words = self.words;
        let mut details = words.web.film.to_string();
        if let Some(film) = page.and_then(|page| page.film) {
            if let Some(seconds) = film.seconds {
                // Writing to a string cannot fail.
                _ = write!(details, ", {}", words.duration(seconds));
            }
            let with = match (film.captions, film.signed) {
                (false, false) => "text",
                (false, true) => "text-sign",
                (true, false) => "captions-text",
                (true, true) => "captions-text-sign",
            };
            _ = write!(details, ", {}", words.say(&words.sentences.film_with, &[("with", with.into())]));
        }
        let mark = self.mark.clone();
        _ = write!(self.out, " <span class=\"size\"{mark}>");
        self.text(&details);
        self.push("</span></p>\n");
    }

    /// Writes a film with its captions, and under it the film as a file. The browser's own controls can be used by
    /// keyboard and without a script; nothing is fetched before the reader plays it.
    pub(super) fn video(&mut self, video: &Video) {
        let Some(file) = &video.file else { return };
        let Some(source) = file.outline.as_deref() else { return };
        let words = self.words;
        self.push("<div class=\"video\">\n<video controls preload=\"none\" aria-label=\"");
        self.text(&video.title);
        if video.signed {
            self.push(", ");
            self.text(&words.web.in_sign_language);
        }
        self.push("\">\n<source src=\"");
        self.file_path(source);
        // Writing to a string cannot fail.
        _ = writeln!(self.out, "\" type=\"{}\">", media(&source.path));
        if let Some(captions) = video.captions.as_ref().and_then(|captions| captions.outline.as_ref()) {
            self.push("<track kind=\"captions\" src=\"");
            self.file_path(captions);
            // Captions are in the language of the page that shows the film.
            let page = video.page.as_ref().and_then(|page| page.outline.as_ref());
            let lang = page.map_or(self.lang, |page| &page.lang);
            _ = writeln!(self.out, "\" srclang=\"{lang}\" label=\"{}\" default>", escape::escaped(lang.own_name()));
        }
        self.push("</video>\n<p class=\"download\">");
        let mark = self.mark.clone();
        if self.open_link(&Target::Asset(file.clone()), &mark) {
            let label = self.said(if video.signed { &words.web.download_signed } else { &words.web.download_film });
            self.push(&label);
            self.push("</a>");
        }
        let mut details = file_details(source, words);
        if let Some(seconds) = video.seconds {
            _ = write!(details, ", {}", words.duration(seconds));
        }
        _ = write!(self.out, " <span class=\"size\"{mark}>");
        self.text(&details);
        self.push("</span></p>\n</div>\n");
    }
}

/// Returns a film's media type by its ending. Source: RFC 4337 (MP4); WebM Project, "WebM container guidelines".
fn media(path: &str) -> &'static str {
    if path.to_ascii_lowercase().ends_with(".webm") { "video/webm" } else { "video/mp4" }
}
