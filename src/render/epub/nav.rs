//! What a reading program shows as contents: chapters with their headings, the main parts, and where the pages of the printed
//! edition start.

use super::chapter::{Chapter, open, page_place};
use crate::model::Lang;
use crate::render::address;
use crate::render::xml::Xml;
use crate::words::Wording;

/// Returns the contents as a file of the book.
pub fn nav(chapters: &[Chapter], lang: &Lang, words: &Wording) -> String {
    let mut xml = Xml::file();
    let heading = &words.print.contents;
    open(&mut xml, lang, heading);
    xml.start("body", &[]).start("nav", &[("epub:type", "toc"), ("role", "doc-toc"), ("id", "toc")]);
    xml.leaf("h1", &[], heading).start("ol", &[]);
    for chapter in chapters {
        xml.start("li", &[]).leaf("a", &[("href", &chapter.file)], &chapter.title);
        let mut headings = chapter.headings.iter().filter(|(_, _, words)| !words.trim().is_empty()).peekable();
        if headings.peek().is_some() {
            nested(&mut xml, &chapter.file, &headings.collect::<Vec<_>>());
        }
        xml.end().line();
    }
    xml.end().end().line();
    landmarks(&mut xml, chapters, words);
    page_list(&mut xml, chapters, words);
    xml.done()
}

/// Writes headings as lists in lists: each lower one inside the item of the one it stands under.
fn nested(xml: &mut Xml, file: &str, headings: &[&(u8, String, String)]) {
    let mut rest = headings;
    xml.start("ol", &[]);
    while let Some(((level, place, words), after)) = rest.split_first().map(|(first, after)| (*first, after)) {
        let below = after.iter().take_while(|(other, _, _)| other > level).count();
        let href = format!("{file}#{}", address::encoded(place));
        xml.start("li", &[]).leaf("a", &[("href", &href)], words.trim());
        let (inner, next) = after.split_at(below);
        if !inner.is_empty() {
            nested(xml, file, inner);
        }
        xml.end();
        rest = next;
    }
    xml.end();
}

fn landmarks(xml: &mut Xml, chapters: &[Chapter], words: &Wording) {
    xml.start("nav", &[("epub:type", "landmarks"), ("hidden", "hidden"), ("aria-label", &words.web.landmarks)]);
    xml.start("ol", &[]);
    let first = chapters.first().map_or("", |chapter| &*chapter.file);
    let main = [("toc", "nav.xhtml#toc", &words.print.contents), ("bodymatter", first, &words.web.skip)];
    for (kind, href, said) in main {
        xml.start("li", &[]).leaf("a", &[("epub:type", kind), ("href", href)], said).end();
    }
    xml.end().end();
}

/// Writes where the pages of the printed edition start, for programs that go to a page by its number.
fn page_list(xml: &mut Xml, chapters: &[Chapter], words: &Wording) {
    let pages = |chapter: &&Chapter| !chapter.pages.is_empty();
    if !chapters.iter().any(|chapter| pages(&chapter)) {
        return;
    }
    let label: &str = &words.web.page_list;
    let names = [("epub:type", "page-list"), ("role", "doc-pagelist"), ("hidden", "hidden"), ("aria-label", label)];
    xml.start("nav", &names).start("ol", &[]);
    // In a book of several editions, a number alone would lead to one of several pages.
    let several = chapters.iter().filter(pages).count() > 1;
    for chapter in chapters.iter().filter(pages) {
        for page in &chapter.pages {
            let name = if several { format!("{}: {page}", chapter.title) } else { page.to_string() };
            let href = format!("{}#{}", chapter.file, page_place(*page));
            xml.start("li", &[]).leaf("a", &[("href", &href)], &name).end().line();
        }
    }
    xml.end().end();
}
