//! Figures from the store of facts, each with a picture of it and where it comes from.

use std::fmt::Write as _;

use super::html::Writer;
use super::words;
use crate::model::{Fact, Statistic, Target};
use crate::words::Said;

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

    /// Writes where a figure comes from, as sentences among the fixed words. In full, each part has a word before it that says
    /// what it is, and the day of the last check is told.
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

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
