//! A book's cover: a page of words, and the same words as a drawing for the shelves of reading programs.

use super::chapter::open;
use crate::render::linear::Document;
use crate::render::xml::Xml;
use crate::words::{Direction, Wording};

/// The drawing's width and height, in its own units: four to three upright, as covers of books that are no paper are.
const SIZE: (usize, usize) = (1200, 1600);

/// How far words stand from the edges.
const MARGIN: usize = 110;

/// The size of the title's letters, and of the other words'.
const TITLE: usize = 110;
const SMALL: usize = 56;

/// How many lines of a title there are at most.
const LINES: usize = 8;

/// Returns the cover as a page: title, publisher and day.
pub fn page(document: &Document, words: &Wording) -> String {
    let mut xml = Xml::file();
    open(&mut xml, &document.lang, &document.title);
    xml.start("body", &[]).start("section", &[("class", "cover"), ("epub:type", "cover")]);
    xml.leaf("p", &[("class", "title")], &document.title);
    let tag = document.publisher.lang.tag();
    xml.leaf("p", &[("xml:lang", tag), ("lang", tag)], &document.publisher);
    if let Some(date) = document.changed {
        xml.leaf("p", &[], &date.in_words(&words.lang));
    }
    xml.done()
}

/// Returns the cover as a drawing. Its words are text, so that they stay sharp and can be read out; black on white, so that
/// they are seen on any shelf.
pub fn drawing(document: &Document, words: &Wording) -> String {
    let mut xml = Xml::file();
    let (width, height) = SIZE;
    let view = format!("0 0 {width} {height}");
    let names = [("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", &*view), ("xml:lang", document.lang.tag())];
    let (wide, high) = (width.to_string(), height.to_string());
    xml.start("svg", &[&names[..], &[("width", &wide), ("height", &high), ("role", "img")]].concat());
    xml.leaf("title", &[], &document.title).line();
    xml.empty("rect", &[("width", &wide), ("height", &high), ("fill", "#fff")]).line();
    xml.empty("rect", &[("width", &wide), ("height", "60"), ("fill", "#0b0c0c")]).line();
    let mut y = 60 + MARGIN + TITLE;
    for line in lines(&document.title, (width - 2 * MARGIN) * 100 / (TITLE * 58)) {
        text(&mut xml, &line, y, (TITLE, "700"), document.lang.direction());
        y += TITLE * 5 / 4;
    }
    let date = document.changed.map(|date| date.in_words(&words.lang).to_string());
    let mut y = height - MARGIN - if date.is_some() { SMALL * 3 / 2 } else { 0 };
    let publisher = lines(&document.publisher.text, (width - 2 * MARGIN) * 100 / (SMALL * 58));
    y -= publisher.len().saturating_sub(1) * SMALL * 5 / 4;
    for line in &publisher {
        text(&mut xml, line, y, (SMALL, "400"), document.publisher.lang.direction());
        y += SMALL * 5 / 4;
    }
    if let Some(date) = date {
        text(&mut xml, &date, height - MARGIN, (SMALL, "400"), document.lang.direction());
    }
    xml.done()
}

/// Writes a line of words at its height.
fn text(xml: &mut Xml, words: &str, y: usize, (size, weight): (usize, &str), direction: Direction) {
    let x = if direction == Direction::Rtl { SIZE.0 - MARGIN } else { MARGIN };
    let (x, y, size) = (x.to_string(), y.to_string(), size.to_string());
    let set = [("x", &*x), ("y", &*y), ("font-size", &*size), ("font-weight", weight), ("direction", direction.name())];
    let set = [&set[..], &[("font-family", "sans-serif"), ("fill", "#0b0c0c")]].concat();
    xml.leaf("text", &set, words).line();
}

/// Returns words in lines of so many characters at most, as far as that goes; what has no room ends in an ellipsis.
fn lines(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_string()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('\u{2026}');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{LINES, lines};

    #[test]
    fn a_title_is_set_in_lines_and_a_long_one_is_cut() {
        assert_eq!(lines("Victims commissioning strategy", 15), ["Victims", "commissioning", "strategy"]);
        assert_eq!(lines("Help now", 15), ["Help now"]);
        assert!(lines("", 15).is_empty());
        let long = lines(&"word ".repeat(100), 4);
        assert_eq!((long.len(), long.last().map(String::as_str)), (LINES, Some("word\u{2026}")));
    }
}
