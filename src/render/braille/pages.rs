//! Strips to pages: the running head and the page's number on the first line, headings on the page of what they head.

use super::glyph::Glyphs;
use super::strip::{Heading, Strip};
use super::wrap::{Cells, cut};
use crate::braille::Cell;
use crate::model::Embossed;

/// How many lines of what follows a heading stand on its page at least.
const BELOW_HEADING: usize = 2;

/// Lines of one page without its first, and the headings that stand on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Cells>,
    /// The headings.
    pub headings: Vec<Heading>,
    /// Whether it starts with a section of the document.
    pub starts_section: bool,
    /// The page of print that its first line stands on, where these are named.
    pub print: Option<usize>,
}

/// Returns strips on pages, each with one line fewer than there are, for the page's number. The first strip stands on a page
/// of print, where these are named.
pub fn fill(strips: Vec<Strip>, sheet: &Embossed, print: Option<usize>) -> Vec<Page> {
    let room = sheet.lines.saturating_sub(1).max(2);
    let mut pages = vec![Page { print, ..Page::default() }];
    let mut print = print;
    for at in 0..strips.len() {
        let Some(strip) = strips.get(at) else { break };
        let used = pages.last().map_or(0, |page| page.lines.len());
        let needed = needed(strips.get(at..).unwrap_or_default(), room);
        let gap = if used == 0 { 0 } else { strip.gap };
        let first_of_group = at == 0 || !strips.get(at - 1).is_some_and(|before| before.keep);
        let must = if first_of_group { needed } else { least(strip, room) };
        if used > 0 && used + gap + must > room {
            pages.push(Page { print, ..Page::default() });
        }
        print = strip.print_page.or(print);
        put(strip, room, print, &mut pages);
    }
    pages.retain(|page| !page.lines.is_empty());
    pages
}

/// Returns how many lines must have room for a strip, with those that it stays with; what never has room on one page is
/// divided.
fn needed(strips: &[Strip], room: usize) -> usize {
    let mut lines = 0;
    for (at, strip) in strips.iter().enumerate() {
        let gap = if at == 0 { 0 } else { strip.gap };
        if !strip.keep {
            let with =
                if at == 0 { least(strip, room) } else { least(strip, room).max(BELOW_HEADING.min(strip.lines.len())) };
            lines += gap + with;
            break;
        }
        lines += gap + strip.lines.len();
    }
    if lines > room { strips.first().map_or(1, |first| least(first, room)) } else { lines }
}

/// Returns how many lines of a strip stand together.
fn least(strip: &Strip, room: usize) -> usize {
    if strip.whole && strip.lines.len() <= room { strip.lines.len() } else { 1 }
}

/// Puts a strip on the last page, and on others after it; `print` is the page of print that it stands on.
fn put(strip: &Strip, room: usize, print: Option<usize>, pages: &mut Vec<Page>) {
    let fresh = pages.last().is_none_or(|page| page.lines.is_empty());
    if let Some(page) = pages.last_mut() {
        if fresh {
            page.print = print;
        } else {
            let gap = strip.gap.min(room.saturating_sub(page.lines.len()));
            page.lines.extend(std::iter::repeat_n(Cells::new(), gap));
        }
        if let Some(heading) = &strip.heading {
            page.starts_section |= fresh && heading.level <= 2;
            page.headings.push(heading.clone());
        }
    }
    for line in &strip.lines {
        if pages.last().is_some_and(|page| page.lines.len() >= room) {
            pages.push(Page { print, ..Page::default() });
        }
        if let Some(page) = pages.last_mut() {
            page.lines.push(line.clone());
        }
    }
}

/// Returns the first line of a page: the number of the page of print, where these are named, the running head, and at the
/// end the page's own number, each three cells and more from the next.
pub fn head(print: &[Cell], title: &Glyphs, number: &[Cell], width: usize) -> Cells {
    let mut line: Cells = print.to_vec();
    let start = if print.is_empty() { 0 } else { print.len() + 3 };
    let room = width.saturating_sub(number.len() + 3 + start);
    if room > 5 {
        line.resize(start, Cell::BLANK);
        line.append(&mut cut(title, room));
    }
    line.resize(width.saturating_sub(number.len()), Cell::BLANK);
    line.extend(number);
    line
}
