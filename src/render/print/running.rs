//! What stands on every page around its text: the title at the head, the page's number at the foot, both at the size of
//! text; and where the text stands between them.

use super::display::{ContentTag, Item, PrintedPage};
use super::flow::{Composer, Measure};
use super::pages::{Paper, TypeArea};
use super::profile::{PAPER, Profile};
use super::shapes;
use super::style::{PrintStyle, TextStyle};
use crate::model::{Align, Direction};
use crate::units::Mm;

/// How far from the paper's edge the running head starts: office printers print nothing nearer. Source: our own, from the
/// unprintable edge of common office printers, 4 to 7 mm.
const HEAD: Mm = Mm(8.0);

/// Line height over size of heads and feet.
const LEADING: f32 = 1.4;

/// The pages of a document: where their text stands, and what stands around it.
pub struct Running<'p> {
    profile: &'p Profile,
    foot: f32,
    right_bound: bool,
}

/// What the head and the foot of one page say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Whether the title stands at its head: not where it stands on the page itself.
    pub head: bool,
    /// The volume that it belongs to, of how many.
    pub volume: Option<(usize, usize)>,
}

impl<'p> Running<'p> {
    /// Returns the pages of a document in a style. What is read from right to left is bound at the right.
    pub fn of(profile: &'p Profile, style: &PrintStyle, direction: Direction) -> Running<'p> {
        let foot = profile.text.0 * LEADING + style.text * 1.3;
        Running { profile, foot, right_bound: direction == Direction::Rtl }
    }

    /// Returns the height of a page's text in points.
    pub fn height(&self) -> f32 {
        PAPER.1.pt().0 - self.profile.top.pt().0 - self.profile.bottom.pt().0 - self.foot
    }

    /// Returns the width of a page's text in points.
    pub fn width(&self) -> f32 {
        PAPER.0.pt().0 - self.profile.inner.pt().0 - self.profile.outer.pt().0
    }

    /// Returns the left edge of a page's text in points. Pages count from 0, so even ones are the fronts of sheets, which are
    /// bound at the side where lines start.
    fn left(&self, page: usize) -> f32 {
        let inner = page.is_multiple_of(2) != self.right_bound;
        if inner { self.profile.inner.pt().0 } else { self.profile.outer.pt().0 }
    }

    /// Adds an empty page and returns the area of its text.
    pub fn page(&self, paper: &mut Paper) -> TypeArea {
        let page = paper.pages.len();
        paper.pages.push(PrintedPage::new(PAPER.0.pt().0, PAPER.1.pt().0));
        TypeArea { page, x: self.left(page), y: self.profile.top.pt().0, height: self.height() }
    }

    /// Draws the heads and feet of all pages: `around` says for each what they hold.
    pub fn dress(&self, composer: &mut Composer<'_>, paper: &mut Paper, title: &str, around: &[Around]) {
        let count = paper.pages.len();
        let style = composer.style.clone();
        let measure = composer.measure(self.width());
        let (titled, _) = composer.artifact(title, &measure, &style.body());
        let mut volume: (Option<(usize, usize)>, Vec<Item>) = (None, Vec::new());
        for (at, (page, around)) in paper.pages.iter_mut().zip(around).enumerate() {
            let x = self.left(at);
            let y = page.height - self.profile.bottom.pt().0 - self.profile.text.0 * LEADING;
            if around.head {
                place(page, titled.iter().cloned(), ContentTag::Head, (x, HEAD.pt().0));
            }
            let line = -style.text * 0.45;
            let rule = shapes::line((0.0, line), (measure.width, line), shapes::pen(style.brand, 0.8));
            let number = self.number(composer, at + 1, count, &measure);
            if volume.0 != around.volume {
                volume = (around.volume, self.volume(composer, around.volume, &measure));
            }
            place(page, std::iter::once(rule).chain(number).chain(volume.1.iter().cloned()), ContentTag::Foot, (x, y));
        }
    }

    fn number(&self, composer: &mut Composer<'_>, at: usize, count: usize, measure: &Measure) -> Vec<Item> {
        let counts = [("number", at.into()), ("count", count.into())];
        let words = composer.wording.say(&composer.wording.sentences.print_page, &counts);
        let end = TextStyle { align: Align::End, ..composer.style.body() };
        composer.artifact(&words, measure, &end).0
    }

    fn volume(&self, composer: &mut Composer<'_>, volume: Option<(usize, usize)>, measure: &Measure) -> Vec<Item> {
        let Some((number, count)) = volume else { return Vec::new() };
        let counts = [("number", number.into()), ("count", count.into())];
        let words = composer.wording.say(&composer.wording.sentences.print_volume, &counts);
        let half = Measure { width: measure.width / 2.0, ..measure.clone() };
        let half = if measure.rtl { Measure { x: measure.width / 2.0, ..half } } else { half };
        let style = composer.style.body();
        composer.artifact(&words, &half, &style).0
    }
}

fn place(page: &mut PrintedPage, items: impl Iterator<Item = Item>, tag: ContentTag, (x, y): (f32, f32)) {
    page.items.extend(items.map(|mut item| {
        item.tag = tag;
        item.shift(x, y);
        item
    }));
}
