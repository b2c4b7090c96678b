//! The steps: what is done, in words, a picture of it, and what the picture shows, for readers who do not see it.

use super::columns::{Column, Direction, Folding, Side, folding};
use super::drawing::{Row, cut, folded, lifted, seen, sides, stapled, tabs};
use super::paper::Paper;
use super::picture::Picture;
use crate::model::{Flip, Leaflet, Sheet};
use crate::words::{Said, Wording};

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is done.
    pub words: Said,
    /// What the picture shows, in words.
    pub shown: Said,
    /// The picture.
    pub picture: Picture,
}

/// Returns whether a leaflet's sheet is folded.
pub fn folds(sheet: &Sheet) -> bool {
    sheet.stapled || sheet.copies.is_none() && sheet.folds.iter().any(|folds| !folds.is_empty())
}

/// Returns the steps in which a leaflet is printed, and folded, cut or stapled.
pub fn steps(sheet: &Sheet, leaflet: &Leaflet, words: &Wording) -> Vec<Step> {
    let paper = Paper::of(sheet, leaflet);
    let maker = Maker { paper: &paper, words };
    let mut steps = vec![maker.print(sheet.flip)];
    if sheet.copies.is_some() {
        steps.push(maker.cut());
    } else if sheet.stapled {
        steps.extend(maker.staple());
    } else {
        match folding(&paper) {
            Folding::None => {}
            Folding::Half(columns, side) => steps.extend(maker.half(&columns, side)),
            Folding::Thirds(columns, side, direction) => steps.extend(maker.thirds(&columns, side, direction)),
            Folding::Other => steps.push(maker.along()),
        }
    }
    steps.extend(maker.tear());
    steps
}

/// What steps are made from.
struct Maker<'m> {
    paper: &'m Paper,
    words: &'m Wording,
}

impl Maker<'_> {
    fn list(&self, numbers: &[usize]) -> String {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        self.words.figures().and(&numbers.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn print(&self, flip: Flip) -> Step {
        let (print, sentences) = (&self.words.print, &self.words.sentences);
        let both = self.paper.on(1).next().is_some();
        let words = match (both, flip) {
            (false, _) => &print.pack_one_side,
            (true, Flip::ShortEdge) => &print.pack_short_edge,
            (true, Flip::LongEdge) => &print.pack_long_edge,
        };
        let one = self.list(&self.paper.numbers(0));
        let shown = if both {
            let other = self.list(&self.paper.numbers(1));
            self.words.say(&sentences.seen_sides, &[("one", (&one).into()), ("other", (&other).into())])
        } else {
            self.words.say(&sentences.seen_side, &[("panels", (&one).into())])
        };
        Step { words: words.clone(), shown, picture: sides(self.paper, flip) }
    }

    fn cut(&self) -> Step {
        let count = self.paper.copies.0 * self.paper.copies.1;
        let shown = self.words.say(&self.words.sentences.seen_copies, &[("count", count.into())]);
        Step { words: self.words.print.pack_cut.clone(), shown, picture: cut(self.paper) }
    }

    fn tear(&self) -> Option<Step> {
        let place = self.paper.places.iter().find(|place| place.tabs > 0)?;
        let print = &self.words.print;
        Some(Step { words: print.pack_tear.clone(), shown: print.seen_tabs.clone(), picture: tabs(place, self.paper) })
    }

    fn along(&self) -> Step {
        let panels = self.list(&self.paper.numbers(0));
        let shown = self.words.say(&self.words.sentences.seen_side, &[("panels", (&panels).into())]);
        let one = Paper { places: self.paper.on(0).copied().collect(), ..self.paper.clone() };
        Step { words: self.words.print.pack_fold.clone(), shown, picture: sides(&one, Flip::LongEdge) }
    }

    fn staple(&self) -> [Step; 2] {
        let print = &self.words.print;
        let half = self.paper.width / 2.0;
        // Inside lie pages whose numbers only the words give; the second page stands with its back to the first.
        let mirrored = self.paper.on(0).any(|place| place.area[0] < half);
        let (left, right) = ((0.0, half), (half, self.paper.width));
        let (own, other) = if mirrored { (right, left) } else { (left, right) };
        let columns = [(2, own.0, own.1), (0, other.0, other.1)];
        let row = Row {
            columns: &columns,
            lifted: 0,
            direction: Direction::Over,
            height: self.paper.height,
            whole: self.paper.width,
        };
        let shown = self.shown_lifted(&[2], 2);
        [
            Step { words: print.pack_middle.clone(), shown, picture: lifted(&row) },
            Step { words: print.pack_staple.clone(), shown: print.seen_staples.clone(), picture: stapled(self.paper) },
        ]
    }

    fn shown_lifted(&self, panels: &[usize], lifted: usize) -> Said {
        let panels = self.list(panels);
        let parts = [("panels", (&panels).into()), ("panel", lifted.into())];
        self.words.say(&self.words.sentences.seen_lifted, &parts)
    }

    fn row<'r>(&self, columns: &'r [(usize, f32, f32)], lifted: usize, direction: Direction) -> Row<'r> {
        Row { columns, lifted, direction, height: self.paper.height, whole: self.paper.width }
    }

    fn half(&self, columns: &[Column; 2], side: Side) -> [Step; 2] {
        let at = if side == Side::Left { 0 } else { 1 };
        let row = seen(columns);
        let numbers: Vec<usize> = columns.iter().map(|column| column.seen).collect();
        let panels = self.list(&numbers);
        let moving = columns[at];
        let words = self.words.say(&self.words.sentences.fold_half, &[("panels", (&panels).into())]);
        let picture = lifted(&self.row(&row, at, Direction::Over));
        let first = Step { words, shown: self.shown_lifted(&numbers, moving.seen), picture };
        [first, self.done(moving, 1)]
    }

    fn thirds(&self, columns: &[Column; 3], side: Side, direction: Direction) -> [Step; 3] {
        let [left, middle, right] = *columns;
        let (cover, other) = if side == Side::Left { (left, right) } else { (right, left) };
        let (first_at, last_at) = if side == Side::Left { (2, 0) } else { (0, 1) };
        let row = seen(columns);
        let numbers = columns.map(|column| column.seen);
        let panels = self.list(&numbers);
        let sentences = &self.words.sentences;
        let phrase = if direction == Direction::Over { &sentences.fold_first } else { &sentences.fold_back };
        let parts = [("panels", (&panels).into()), ("panel", other.seen.into()), ("onto", middle.seen.into())];
        let first = Step {
            words: self.words.say(phrase, &parts),
            shown: self.shown_lifted(&numbers, other.seen),
            picture: lifted(&self.row(&row, first_at, direction)),
        };
        let on_top = if direction == Direction::Over { other.under } else { middle.seen };
        let middle = (on_top, middle.left, middle.right);
        let cover_place = (cover.seen, cover.left, cover.right);
        let row = if side == Side::Left { [cover_place, middle] } else { [middle, cover_place] };
        let numbers = row.map(|column| column.0);
        let second = Step {
            words: self.words.say(&sentences.fold_last, &[("panel", cover.seen.into())]),
            shown: self.shown_lifted(&numbers, cover.seen),
            picture: lifted(&self.row(&row, last_at, Direction::Over)),
        };
        [first, second, self.done(cover, 2)]
    }

    /// Returns the last step: what the folded sheet looks like.
    fn done(&self, cover: Column, layers: usize) -> Step {
        let sentences = &self.words.sentences;
        let front = [("front", cover.under.into())];
        let wide = cover.right - cover.left;
        Step {
            words: self.words.say(&sentences.fold_done, &front),
            shown: self.words.say(&sentences.seen_folded, &front),
            picture: folded(cover.under, wide, self.paper.height, (self.paper.width, layers)),
        }
    }
}
