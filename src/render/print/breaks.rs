//! Where pages end: which strips come to stand on which page, before any is set. How they are drawn there is `pages.rs`'s.
//!
//! A page is filled as far as it goes, under these rules. Strips that are bound to each other (`Strip::keep`) never part.
//! Strips that belong together (`Strip::loosely`) part only where most of a page would stay empty otherwise. A picture that
//! finds no room lets the text after it go first, up to the next heading. The heading rows of a table are drawn again on
//! each page that the table goes on to.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::Strip;

/// How much, in points, may be missing for a strip still to fit: rounding errors are smaller.
const SLACK: f32 = 0.05;

/// The share of a page that may stay empty before what belongs together is parted. Source: our own.
const MOST_EMPTY: f32 = 0.5;

/// The share of a page that may stay empty before a picture lets text go first. Source: our own.
const MOST_BEFORE_PICTURE: f32 = 0.12;

/// What comes to stand on one page: strips as numbers, in the order in which they are set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PagePlan {
    /// The heading rows that are drawn again at its head.
    pub repeated: Vec<usize>,
    /// The strips.
    pub strips: Vec<usize>,
    /// The height that is filled, in points.
    pub used: f32,
}

/// Strips as they are shared out to pages.
#[derive(Debug)]
pub struct Planner {
    at: usize,
    held: Option<Range<usize>>,
    headers: BTreeMap<u32, Vec<usize>>,
    room: Room,
}

/// How closely strips are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The share of the space between strips that is kept, from 0 to 1.
    pub share: f32,
    /// Whether what belongs together may part anywhere.
    pub parts: bool,
}

impl Room {
    /// All of the space, and what belongs together stays so.
    pub const ALL: Room = Room { share: 1.0, parts: false };
}

impl Planner {
    /// Returns a planner that sets strips so closely.
    pub fn new(room: Room) -> Planner {
        Planner { at: 0, held: None, headers: BTreeMap::new(), room }
    }

    /// Returns whether any of the strips has no page yet.
    pub fn has_more(&self, strips: &[Strip]) -> bool {
        self.at < strips.len() || self.held.is_some()
    }

    /// Returns which of the strips the next page of a height in points holds. A strip that is higher than the page stands
    /// there alone.
    pub fn page(&mut self, strips: &[Strip], height: f32) -> PagePlan {
        let mut page = PagePlan::default();
        if let Some(held) = self.held.take() {
            self.place(strips, held, &mut page);
        }
        while let Some(first) = strips.get(self.at) {
            if self.held.is_some() && first.heading.is_some() {
                break;
            }
            let chunk = self.chunk(strips);
            let top = page.strips.is_empty();
            if top {
                self.repeat_header(strips, &mut page);
            }
            let bound = strips.get(chunk.clone()).unwrap_or(&[]);
            let fits = self.fitting(bound, page.used, height);
            if fits == bound.len() {
                self.at = chunk.end;
                self.place(strips, chunk, &mut page);
                continue;
            }
            let empty = (height - page.used) / height.max(1.0);
            if first.floats && !top && self.held.is_none() && empty > MOST_BEFORE_PICTURE {
                self.at = chunk.end;
                self.held = Some(chunk);
                continue;
            }
            let parted = match parted(bound, fits) {
                Some(parted) if top || empty > MOST_EMPTY => parted,
                None if top => fits.max(1),
                Some(_) | None => break,
            };
            self.at = chunk.start + parted;
            self.place(strips, chunk.start..self.at, &mut page);
            break;
        }
        page
    }

    /// Returns the next strips that belong together.
    fn chunk(&self, strips: &[Strip]) -> Range<usize> {
        let rest = strips.get(self.at..).unwrap_or(&[]);
        let count = rest.iter().take_while(|strip| strip.keep || strip.loosely && !self.room.parts).count() + 1;
        self.at..self.at + count.min(rest.len())
    }

    /// Returns how many strips of a chunk fit below what a page holds already.
    fn fitting(&self, strips: &[Strip], used: f32, height: f32) -> usize {
        let mut y = used;
        let below = |strip: &&Strip| {
            y += self.step(strip, y);
            y <= height + SLACK
        };
        strips.iter().take_while(below).count()
    }

    /// Returns how far down a strip brings a page that is filled to `y`.
    fn step(&self, strip: &Strip, y: f32) -> f32 {
        strip.height + if y > 0.0 { strip.gap * self.room.share } else { 0.0 }
    }

    /// Puts the heading rows of the table that goes on at the head of a page.
    fn repeat_header(&self, strips: &[Strip], page: &mut PagePlan) {
        let Some((table, false)) = strips.get(self.at).and_then(|strip| strip.table) else { return };
        page.repeated = self.headers.get(&table).cloned().unwrap_or_default();
        page.used = page.repeated.iter().filter_map(|at| strips.get(*at)).map(|strip| strip.height).sum();
    }

    fn place(&mut self, strips: &[Strip], chunk: Range<usize>, page: &mut PagePlan) {
        for at in chunk {
            let Some(strip) = strips.get(at) else { continue };
            if let Some((table, true)) = strip.table {
                self.headers.entry(table).or_default().push(at);
            }
            page.used += self.step(strip, page.used);
            page.strips.push(at);
        }
    }
}

/// Returns after how many strips of a chunk a page may end, at most `fits`.
fn parted(chunk: &[Strip], fits: usize) -> Option<usize> {
    (1..=fits).rev().find(|count| chunk.get(count - 1).is_some_and(|strip| !strip.keep))
}

/// Returns what each page of a height in points holds.
pub fn plan(strips: &[Strip], height: f32, room: Room) -> Vec<PagePlan> {
    let mut planner = Planner::new(room);
    std::iter::from_fn(|| planner.has_more(strips).then(|| planner.page(strips, height))).collect()
}

/// What is tried, one after the other, where it saves a page that would be nearly empty: less space, then short items that
/// part.
const TIGHTER: [Room; 5] = [
    Room { share: 0.9, parts: false },
    Room { share: 0.8, parts: false },
    Room { share: 1.0, parts: true },
    Room { share: 0.9, parts: true },
    Room { share: 0.8, parts: true },
];

/// The share of the space on a cover that is kept each time that it is closed up.
const COVER_CLOSER: f32 = 0.85;

/// The most times that a cover is closed up.
const MOST_CLOSED: usize = 6;

/// The share of the last page that should be filled, from 0 to 1.
const WORTH_A_PAGE: f32 = 0.22;

/// Returns how closely strips are set, and what each page of a height in points then holds. They are set closer only where
/// the last page would otherwise hold next to nothing.
pub fn closest(strips: &[Strip], height: f32) -> (Room, Vec<PagePlan>) {
    let pages = plan(strips, height, Room::ALL);
    let used = pages.last().map_or(0.0, |last| last.used);
    if pages.len() < 2 || used > height * WORTH_A_PAGE {
        return (Room::ALL, pages);
    }
    let closer = TIGHTER.into_iter().map(|room| (room, plan(strips, height, room)));
    closer.into_iter().find(|(_, closer)| closer.len() < pages.len()).unwrap_or((Room::ALL, pages))
}

/// Closes up strips a little where the last page would otherwise hold next to nothing.
pub fn close_up(strips: &mut [Strip], height: f32) {
    let (room, _) = closest(strips, height);
    for strip in strips {
        strip.gap *= room.share;
        strip.loosely &= !room.parts;
    }
}

/// Closes up the strips of a cover until they fit one page.
pub fn close_cover(strips: &mut [Strip], height: f32) {
    for _ in 0..MOST_CLOSED {
        if plan(strips, height, Room::ALL).len() < 2 {
            return;
        }
        for strip in strips.iter_mut() {
            strip.gap *= COVER_CLOSER;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Room, Strip, closest, plan};

    /// Strips of one line each, from a letter a strip: `K` is bound to the next, `L` loosely, `P` is a picture three lines
    /// high, `H` a heading that is bound, `T` heads a table and `r` is a row of it.
    fn strips(letters: &str) -> Vec<Strip> {
        let strip = |letter: char| Strip {
            height: if letter == 'P' { 3.0 } else { 1.0 },
            keep: "KHT".contains(letter),
            loosely: letter == 'L',
            floats: letter == 'P',
            heading: (letter == 'H').then(|| (2, String::new())),
            table: "Tr".contains(letter).then_some((0, letter == 'T')),
            ..Strip::default()
        };
        letters.chars().map(strip).collect()
    }

    fn pages(letters: &str, height: f32) -> String {
        let letter = |at: &usize| letters.chars().nth(*at).unwrap_or('?');
        let page = |plan: &super::PagePlan| plan.repeated.iter().chain(&plan.strips).map(letter).collect::<String>();
        plan(&strips(letters), height, Room::ALL).iter().map(page).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_bound_stays_together_and_what_is_loose_parts_where_a_page_would_be_empty() {
        let cases = [
            ("......", 4.0, ".... .."),
            // A heading goes with its text, however much stays empty.
            ("..KKK.", 4.0, ".. KKK."),
            // Short items stay whole while little stays empty, and part where much would.
            ("...L.", 4.0, "... L."),
            ("..LLL.", 4.0, ".. LLL."),
            (".LLLL.", 4.0, ".LLL L."),
            (".....LLLLLLL.", 8.0, "..... LLLLLLL."),
            // What is higher than a page parts where it is loose, or else anywhere.
            ("LKLKLK.", 4.0, "LKL KLK."),
            ("KKKKK.", 4.0, "KKKK K."),
            // Text goes before a picture without room, up to the next heading.
            ("..P...", 4.0, ".... P."),
            ("..PH..", 4.0, ".. P H.."),
            ("...P", 4.0, "... P"),
            // The heading row comes again.
            (".Trrrr", 4.0, ".Trr Trr"),
        ];
        for (letters, height, expected) in cases {
            assert_eq!(pages(letters, height), expected, "{letters}");
        }
    }
    #[test]
    fn a_page_with_next_to_nothing_is_saved() {
        let pages = |letters: &str| closest(&strips(letters), 10.0).1.len();
        assert_eq!(pages("......LLLLL......."), 2, "items part where that saves the last page");
        assert_eq!(pages("......LLLLL.........."), 3, "and stay whole where it does not");
    }
}
