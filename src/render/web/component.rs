//! What draws on the stores and the catalogue: figures with their sources, contacts, files to take away.

use std::fmt::Write as _;

use super::block::{marked, parts, unbroken};
use super::escape;
use super::html::{Html, SafeHtml, Writer};
use super::inline::file_details;
use super::words;
use crate::model::{AssetUse, Contact, Download, Fact, Statistic, Target};
use crate::render::{Offer, prose};
use crate::words::{Said, Wording};

impl<'a> Writer<'a> {
    /// Writes figures side by side, and under them where they come from, each source once.
    pub(super) fn statistics(&mut self, run: &[&'a Statistic]) {
        let (known, unknown): (Vec<_>, Vec<_>) =
            run.iter().map(|statistic| (statistic.fact.as_ref(), *statistic)).partition(|(fact, _)| fact.is_some());
        if !known.is_empty() {
            self.push("<div class=\"stats\">\n");
        }
        let mut sources: Vec<String> = Vec::new();
        for (fact, statistic) in known {
            let Some(fact) = fact else { continue };
            self.traced(statistic.span, |writer| writer.statistic(fact, statistic));
            let source = self.aside(|writer| writer.source(fact, false));
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        if !sources.is_empty() {
            self.push("</div>\n");
        }
        for source in sources {
            let (word, mark) = (self.said(&self.words.web.source), &self.mark);
            // Writing to a string cannot fail.
            _ = writeln!(self.out, "<p class=\"source\"{mark}>{word} {source}</p>");
        }
        for (_, statistic) in unknown {
            self.push("<p>");
            self.inlines(&statistic.sentence);
            self.push("</p>\n");
        }
    }

    /// Writes one figure: a picture of it, the figure, and its sentence, which says all that the picture does.
    fn statistic(&mut self, fact: &Fact, statistic: &'a Statistic) {
        self.push("<div class=\"stat\">\n");
        if let Some(percent) = fact.percent() {
            dots(percent, &mut self.out);
        }
        self.push("<p><strong class=\"number\">");
        let shown = fact.shown(self.words);
        let html = words::html(&shown, self.lang);
        self.push(&html);
        self.push("</strong> ");
        if statistic.sentence.is_empty() {
            // The figure stands in front of the sentence already.
            let statement = fact.statement.in_lang(self.lang);
            let rest = statement.strip_prefix(&*shown.text).unwrap_or(statement);
            let words = words::html(&Said::new(rest.trim_start(), &statement.lang), self.lang);
            self.push(&words);
        } else {
            self.inlines(&statistic.sentence);
        }
        self.push("</p>\n</div>\n");
    }

    /// Writes where a figure comes from, as sentences among the fixed words; in full with what each part is.
    pub(super) fn source(&mut self, fact: &Fact, full: bool) {
        let site_mark = words::mark(self.shared.about.language.tag(), self.words.lang.tag());
        if !site_mark.is_empty() {
            // Writing to a string cannot fail.
            _ = write!(self.out, "<span{site_mark}>");
        }
        let source = &fact.source;
        let url = Target::Web(source.url.clone());
        let opened = !source.url.is_empty() && self.open_link(&url, "");
        self.text(if source.title.is_empty() { &source.publisher } else { &source.title });
        self.push(if opened { "</a>" } else { "" });
        let publisher = if source.title.is_empty() { "" } else { &source.publisher };
        for part in [publisher, &source.series, &source.date] {
            if !part.is_empty() {
                self.push(", ");
                self.text(part);
            }
        }
        self.push(".");
        if !site_mark.is_empty() {
            self.push("</span>");
        }
        let words = self.words;
        let parts = [(&words.web.base, &fact.base), (&words.web.place, &fact.place)];
        let parts = parts.map(|(word, part)| (word, part.in_lang(self.lang)));
        if full {
            for (word, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
                let (word, part) = (self.said(word), Said::new(part.trim_end_matches('.'), &part.lang));
                _ = write!(self.out, " {word} {}.", self.said(&part));
            }
            if let Some(checked) = fact.checked {
                let (day, word) = (checked.in_words(&words.lang), self.said(&words.web.checked));
                _ = write!(self.out, " {word} <time datetime=\"{checked}\">{day}</time>.");
            }
        } else {
            let told = parts.into_iter().map(|(_, part)| part).filter(|part| !part.is_empty());
            for (at, part) in told.enumerate() {
                let text = part.trim_end_matches('.');
                let text = if at == 0 { capitalised(text) } else { text.to_string() };
                let said = self.said(&Said::new(text, &part.lang));
                _ = write!(self.out, "{}{said}", if at == 0 { " " } else { ", " });
            }
            if !fact.base.is_empty() || !fact.place.is_empty() {
                self.push(".");
            }
        }
    }

    /// Writes a contact, its number first.
    pub fn contact(&mut self, contact: &Contact) {
        let (words, mark) = (self.words, self.mark.clone());
        let site_words = self.shared.words.of(&self.shared.about.language);
        let id = self.unique_id(&format!("contact-{}", contact.key));
        let id = escape::escaped(&id);
        // The usual title is known in other languages too.
        let usual =
            contact.title.is_empty() || *contact.title == *site_words.web.talk && !contact.title.is_translated();
        let title = if usual { &words.web.talk } else { contact.title.in_lang(self.lang) };
        let title = words::html(title, self.lang);
        // Writing to a string cannot fail.
        _ = write!(self.out, "<section class=\"contact\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n");
        self.entry(&id, title);
        self.reach("<p class=\"phone\">", "", &contact.phone, Target::Phone);
        let (hours, note) = (contact.hours.in_lang(self.lang), contact.note.in_lang(self.lang));
        if !hours.is_empty() || !note.is_empty() {
            // Mostly both are in one language, which the paragraph then has.
            let around = if hours.is_empty() { &note.lang } else { &hours.lang };
            _ = write!(self.out, "<p{}>", words::mark(around.tag(), self.lang.tag()));
            self.text(hours.trim_end_matches('.'));
            self.push(if hours.is_empty() { "" } else { "." });
            self.push(if hours.is_empty() || note.is_empty() { "" } else { " " });
            let note = words::html(note, around);
            self.push(&note);
            self.push("</p>\n");
        }
        let labelled = format!("<p{mark}>");
        self.reach(&labelled, &self.said(&words.web.textphone), &contact.textphone, Target::Phone);
        self.reach(&labelled, &self.said(&words.web.email), &contact.email, Target::Email);
        if !contact.address.is_empty() {
            let named = contact.address.first().is_none_or(|first| **first != *contact.name);
            let name = Some(contact.name.in_lang(self.lang)).filter(|name| named && !name.is_empty());
            let name = name.filter(|name| !name.lang.is_same_language(&self.shared.about.language));
            let own = named.then_some(&*contact.name).filter(|own| name.is_none() && !own.is_empty());
            let lines = own.into_iter().chain(contact.address.iter().map(String::as_str));
            let lines: Vec<String> = lines.map(unbroken).collect();
            let lines = marked(&lines.join(", "), self.shared.about.language.tag(), words.lang.tag());
            let lines = name.map(|name| format!("{}, ", self.said(name))).unwrap_or_default() + &lines;
            let label = self.said(&words.web.write_to);
            _ = writeln!(self.out, "<address{mark}>{label} {lines}</address>");
        }
        self.push("</section>\n");
    }

    fn reach(&mut self, open: &str, word: &str, value: &str, target: fn(String) -> Target) {
        if value.is_empty() {
            return;
        }
        self.push(open);
        self.push(word);
        self.push(if word.is_empty() { "" } else { " " });
        let opened = self.open_link(&target(value.to_string()), "");
        self.text(value);
        self.push(if opened { "</a></p>\n" } else { "</p>\n" });
    }

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
        let ask = ask(&self.shared.about.organisation, words, true);
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

/// Adds the picture of a share of a hundred: ten rows of ten dots, the first ones filled.
fn dots(percent: u32, out: &mut String) {
    out.push_str("<svg class=\"dots\" viewBox=\"0 0 100 100\" aria-hidden=\"true\" focusable=\"false\">");
    // A row of filled dots is one dashed line; an empty dot is a small circle.
    let filled = |row: u32| percent.saturating_sub(row * 10).min(10);
    let mut rows = String::new();
    let mut circles = String::new();
    for row in 0..10 {
        let (y, count) = (5 + 10 * row, filled(row));
        // Writing to a string cannot fail.
        if count > 0 {
            _ = write!(rows, "M5 {y}h{}.1", 10 * (count - 1));
        }
        for column in count..10 {
            _ = write!(circles, "M{}.5 {y}a3.5 3.5 0 1 0 0 .01z", 8 + 10 * column);
        }
    }
    if !rows.is_empty() {
        _ = write!(out, "<path d=\"{rows}\"/>");
    }
    if !circles.is_empty() {
        _ = write!(out, "<path class=\"off\" d=\"{circles}\"/>");
    }
    out.push_str("</svg>\n");
}

/// Returns the list of files to take away. `root` is the folder that the site stands in, `of` what they are forms of, for
/// those who hear each link alone, and its language.
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

/// Returns files to take away as a list; nothing where there are none.
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

/// Returns one file to take away: what it is called, its type, pages and size.
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
    if let Some(count) = offer.pages {
        let pages = words.say(&words.sentences.page_count, &[("count", count.into())]);
        html.html(&SafeHtml::said(&pages, &words.lang)).markup(", ");
    }
    html.html(&SafeHtml::said(&words.size(offer.bytes), &words.lang)).markup("</span></li>\n").done()
}

/// Returns how to ask for a format that is not there, by phone and by post; nothing where there is neither.
pub fn ask(organisation: &Contact, words: &Wording, with_address: bool) -> SafeHtml {
    let mut html = Html::new();
    if organisation.phone.is_empty() {
        return html.done();
    }
    let web = &words.web;
    let said = |said| SafeHtml::said(said, &words.lang);
    html.html(&said(&web.ask)).markup(" ").html(&said(&web.call)).markup(" ");
    telephone(&organisation.phone, &mut html);
    if !organisation.textphone.is_empty() {
        html.markup(" (").html(&said(&web.textphone)).markup(" ");
        telephone(&organisation.textphone, &mut html);
        html.markup(")");
    }
    html.markup(" ");
    if !with_address || organisation.address.is_empty() {
        return html.html(&said(&web.or_write)).done();
    }
    html.html(&said(&web.or_write_to)).markup(" ");
    let name = organisation.name.in_lang(&words.lang);
    let lines = organisation.address.iter().map(String::as_str);
    html.html(&said(name)).markup(if name.is_empty() { "" } else { ", " });
    for (at, line) in lines.enumerate() {
        html.markup(if at > 0 { ", " } else { "" });
        for (at, part) in parts(line).iter().enumerate() {
            html.markup(if at > 0 { "&nbsp;" } else { "" }).words(part);
        }
    }
    html.markup(".").done()
}

/// Adds a number that can be dialled.
pub fn telephone(number: &str, html: &mut Html) {
    html.markup("<a class=\"tel\" href=\"tel:").words(&prose::dial(number)).markup("\">").words(number);
    html.markup("</a>");
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
