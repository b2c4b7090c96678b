//! The report as a sheet of HTML that a manager reads and signs: one file that asks for nothing else, without a script, in
//! black and white. What differs is told by words, a line through or under it and weight, never by colour.

use std::fmt::Write as _;

use super::marked::{Marked, marked};
use super::report::{Change, How, LeafletChange, PageName, Report};
use super::said::{self, parts};
use crate::model::Lang;

/// What a sheet starts with, so that no other file is written over for one.
pub const MARK: &str = "<!doctype html>\n<!-- What changes for the public. Made by Handbill. -->\n";

const STYLE: &str = include_str!("sheet.css");

/// The most sentences of a new page that are shown, and the most changes of one leaflet.
const SHOWN: usize = 20;

/// Returns a report as a sheet to sign.
pub fn sheet(report: &Report) -> String {
    let mut out = String::from(MARK);
    let title = format!("What changes for the public – {}", report.site);
    // Writing to a string cannot fail.
    _ = write!(
        out,
        "<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
         'unsafe-inline'\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>What changes for the public</h1>\n<p><strong>{}</strong>, {}</p>\n<p>{}</p>\n",
        escaped(&title),
        escaped(&report.site),
        escaped(&report.url),
        escaped(&said::compared(report))
    );
    if report.nothing {
        _ = writeln!(out, "<p class=\"nothing\">{}</p>", said::NOTHING);
    } else {
        list(&mut out, &said::totals(report));
        body(&mut out, report);
    }
    next(&mut out, report);
    out.push_str(SIGN);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

const SIGN: &str = "<section class=\"sign\" aria-labelledby=\"sign\">\n<h2 id=\"sign\">Signed</h2>\n<p>I have read what changes, and it may be published.</p>\n<table>\n\
                    <tr><th scope=\"row\">Name</th><td></td></tr>\n<tr><th scope=\"row\">Post</th><td></td></tr>\n\
                    <tr><th scope=\"row\">Date</th><td></td></tr>\n<tr><th scope=\"row\">Signature</th><td></td></tr>\n\
                    </table>\n</section>\n";

fn body(out: &mut String, report: &Report) {
    let (weighty, words) = report.changes.split_at(report.weighty());
    changes(out, parts::WEIGHTY, weighty, report);
    pages(out, report);
    leaflets(out, report);
    changes(out, parts::WORDS, words, report);
    if !report.documents.is_empty() {
        heading(out, parts::DOCUMENTS);
        list(out, &said::document_lines(report));
    }
    if !report.redirects.is_empty() {
        heading(out, parts::ADDRESSES);
        list(out, &report.redirects.iter().map(said::redirect).collect::<Vec<_>>());
    }
}

fn changes(out: &mut String, title: &str, changes: &[Change], report: &Report) {
    if changes.is_empty() {
        return;
    }
    heading(out, title);
    out.push_str("<ol class=\"changes\">\n");
    for (head, changes) in said::groups(changes) {
        let sensitive = changes.iter().flat_map(|change| &change.pages).all(|page| page.sensitive);
        let sensitive = if sensitive { SENSITIVE } else { "" };
        _ = writeln!(out, "<li>\n<h3>{}{sensitive}</h3>", escaped(&head));
        changes.iter().for_each(|change| entry(out, change, &head, Some(report)));
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

/// Writes one change under its head: what it is, the words before and after, and where.
fn entry(out: &mut String, change: &Change, head: &str, report: Option<&Report>) {
    out.push_str("<dl>\n");
    if let Some(own) = said::own_head(change, head) {
        term(out, "Change", &escaped(&own), "");
    }
    if let Some(what) = said::besides(change) {
        term(out, "What", &escaped(&what), "");
    }
    let lang = lang(&change.lang);
    if change.how == How::Changed {
        let (then, now) = marked(&change.then, &change.now);
        term(out, "Was", &pieces(&then, "del"), &lang);
        term(out, "Is", &pieces(&now, "ins"), &lang);
    } else {
        let lang = if matches!(change.how, How::Added | How::Removed) { lang.as_str() } else { "" };
        for (name, words) in said::lines(change) {
            term(out, name, &escaped(&words), lang);
        }
    }
    if let Some(report) = report {
        term(out, "On", &escaped(&said::on(change, report)), "");
    }
    out.push_str("</dl>\n");
}

const SENSITIVE: &str = " <span class=\"mark\">Sensitive page</span>";

fn term(out: &mut String, name: &str, html: &str, attributes: &str) {
    _ = writeln!(out, "<dt>{name}</dt><dd{attributes}>{html}</dd>");
}

fn pieces(pieces: &Marked, tag: &str) -> String {
    let piece = |(is_other, words): &(bool, String)| match is_other {
        true => format!("<{tag}>{}</{tag}>", escaped(words)),
        false => escaped(words),
    };
    pieces.iter().map(piece).collect()
}

fn pages(out: &mut String, report: &Report) {
    if report.new.is_empty() && report.gone.is_empty() && report.moved.is_empty() {
        return;
    }
    heading(out, parts::PAGES);
    out.push_str("<ol class=\"changes\">\n");
    for page in &report.new {
        named(out, "New", &page.page);
        let mut lines = vec![format!("{} {}.", page.summary, said::counted(page.words, "word"))];
        lines.extend(said::listed("Listed", &page.listed_on));
        paragraphs(out, &lines);
        let shown: Vec<String> = page.particular.iter().take(SHOWN).cloned().collect();
        if !shown.is_empty() {
            out.push_str("<p>It says, with a deadline, a contact or a date:</p>\n");
            list(out, &shown);
        }
        out.push_str("</li>\n");
    }
    for page in &report.gone {
        named(out, "Gone", &page.page);
        let lines: Vec<String> =
            [said::gone(page)].into_iter().chain(said::listed("It was listed", &page.listed_on)).collect();
        paragraphs(out, &lines);
        out.push_str("</li>\n");
    }
    for page in &report.moved {
        named(out, "Moved", &page.page);
        paragraphs(out, &[said::moved(page)]);
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

fn named(out: &mut String, how: &str, page: &PageName) {
    let sensitive = if page.sensitive { SENSITIVE } else { "" };
    let (lang, title) = (lang(&page.lang), escaped(&page.title));
    _ = writeln!(out, "<li>\n<h3>{how}: <span{lang}>{title}</span> ({}){sensitive}</h3>", escaped(&page.address));
}

fn leaflets(out: &mut String, report: &Report) {
    if report.leaflets.is_empty() {
        return;
    }
    heading(out, parts::LEAFLETS);
    for leaflet in &report.leaflets {
        _ = writeln!(out, "<h3>{}</h3>", escaped(&said::leaflet(leaflet)));
        paragraphs(out, &[said::leaflet_how(leaflet)]);
        let heads = said::heads(&leaflet.changes);
        if !heads.is_empty() {
            list(out, &heads);
        }
        let others: Vec<&Change> = leaflet.changes.iter().filter(|change| change.particulars.is_empty()).collect();
        others.iter().take(SHOWN).for_each(|change| entry(out, change, "", None));
        if others.len() > SHOWN {
            paragraphs(out, &[format!("And {}.", said::counted(others.len() - SHOWN, "more change"))]);
        }
        holders(out, leaflet);
    }
}

fn holders(out: &mut String, leaflet: &LeafletChange) {
    if leaflet.holders.is_empty() {
        paragraphs(out, &[said::copies(leaflet)]);
        return;
    }
    _ = write!(
        out,
        "<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">Who has copies</th><th scope=\"col\">Copies</th><th \
         scope=\"col\">Edition</th><th scope=\"col\">Since</th></tr></thead>\n<tbody>\n",
        escaped(&said::copies(leaflet))
    );
    for held in &leaflet.holders {
        _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(&held.to),
            held.copies,
            held.edition,
            said::moment(&held.issued)
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

fn next(out: &mut String, report: &Report) {
    heading(out, parts::NEXT);
    let Some(next) = &report.next else {
        paragraphs(out, &["Nothing will change by itself.".to_string()]);
        return;
    };
    paragraphs(out, &[format!("On {}, if the site is built then:", said::moment(&next.at))]);
    let Some(then) = &next.then else { return };
    list(out, &said::next_lines(then));
}

fn heading(out: &mut String, title: &str) {
    _ = writeln!(out, "<h2>{title}</h2>");
}

fn paragraphs(out: &mut String, lines: &[String]) {
    for line in lines {
        _ = writeln!(out, "<p>{}</p>", escaped(line));
    }
}

fn list(out: &mut String, lines: &[String]) {
    out.push_str("<ul>\n");
    for line in lines {
        _ = writeln!(out, "<li>{}</li>", escaped(line));
    }
    out.push_str("</ul>\n");
}

/// Returns the attributes of words in a language; none for English, which the sheet is in.
fn lang(tag: &str) -> String {
    match Lang::parse(tag) {
        Some(lang) if lang.primary() != "en" => {
            format!(" lang=\"{}\" dir=\"{}\"", escaped(tag), lang.direction().name())
        }
        _ => String::new(),
    }
}

/// Returns words as HTML. What nobody sees, such as marks that turn words round, is left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                out.push(' ')
            }
            c => out.push(c),
        }
    }
    out
}
