//! The paper that comes out of an office printer, with what stands where on it.

use crate::model::{Direction, Leaflet, PanelRole, Sheet};

/// A panel on the paper. Lengths are millimetres from the upper left corner of its side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its number in reading order, from 1.
    pub number: usize,
    /// The side that it is printed on, from 0.
    pub side: usize,
    /// Left edge, upper edge, right edge, lower edge.
    pub area: [f32; 4],
    /// How many tabs it is cut into; none where it is not.
    pub tabs: usize,
}

/// Paper, printed. Lengths are millimetres.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What stands where; of several copies, each.
    pub places: Vec<Place>,
    /// Where the first side is folded, from its left edge.
    pub folds: Vec<f32>,
    /// How many copies stand beside each other, and one under the other.
    pub copies: (usize, usize),
}

impl Paper {
    /// Returns the paper of a leaflet. In a language that is written from right to left it is mirrored.
    pub fn of(sheet: &Sheet, leaflet: &Leaflet) -> Paper {
        let mirrored = leaflet.lang.direction() == Direction::Rtl;
        let (wide, high) = (sheet.width.0, sheet.height.0);
        if sheet.stapled {
            return booklet(wide, high, mirrored);
        }
        let have = leaflet.panels.len();
        let panels = sheet.panels.iter().take(have).zip(1..).map(|(panel, number)| {
            let left = if mirrored { wide - panel.left.0 - panel.width.0 } else { panel.left.0 };
            let area = [left, panel.top.0, left + panel.width.0, panel.top.0 + panel.height.0];
            let tabs = if panel.role == PanelRole::TearOff { panel.tabs } else { 0 };
            Place { number, side: panel.face, area, tabs }
        });
        let panels: Vec<Place> = panels.collect();
        let folds = sheet.folds.first().map_or(&[][..], Vec::as_slice);
        let mut folds: Vec<f32> = folds.iter().map(|at| if mirrored { wide - at.0 } else { at.0 }).collect();
        folds.sort_by(f32::total_cmp);
        let Some(copies) = sheet.copies else {
            return Paper { width: wide, height: high, places: panels, folds, copies: (1, 1) };
        };
        let (across, down) = (copies.across, copies.down);
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        let count = |number: usize| number as f32;
        let (width, height) = (copies.width.0, copies.height.0);
        let (left, top) = ((width - wide * count(across)) / 2.0, (height - high * count(down)) / 2.0);
        let cells = (0..down).flat_map(|row| (0..across).map(move |column| (row, column)));
        let places = cells.flat_map(|(row, column)| {
            let (x, y) = (left + wide * count(column), top + high * count(row));
            panels.iter().map(move |panel| {
                let [l, t, r, b] = panel.area;
                Place { area: [l + x, t + y, r + x, b + y], ..*panel }
            })
        });
        Paper { width, height, places: places.collect(), folds: Vec::new(), copies: (across, down) }
    }

    /// Returns what stands on a side.
    pub fn on(&self, side: usize) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| place.side == side)
    }

    /// Returns the numbers of the panels of a side, each once, from left to right.
    pub fn numbers(&self, side: usize) -> Vec<usize> {
        let mut places: Vec<&Place> = self.on(side).collect();
        places.sort_by(|a, b| a.area[0].total_cmp(&b.area[0]).then(a.area[1].total_cmp(&b.area[1])));
        let mut numbers: Vec<usize> = Vec::new();
        for place in places {
            if !numbers.contains(&place.number) {
                numbers.push(place.number);
            }
        }
        numbers
    }
}

/// Returns the outermost sheet of a booklet. Its last pages have numbers that only its words give, so they have none here.
fn booklet(wide: f32, high: f32, mirrored: bool) -> Paper {
    let half = |right: bool| if right { [wide, 0.0, wide * 2.0, high] } else { [0.0, 0.0, wide, high] };
    let place = |number, side, right| Place { number, side, area: half(right != mirrored), tabs: 0 };
    Paper {
        width: wide * 2.0,
        height: high,
        places: vec![place(1, 0, true), place(2, 1, false)],
        folds: vec![wide],
        copies: (1, 1),
    }
}
