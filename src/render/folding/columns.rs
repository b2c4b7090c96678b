//! In which order the columns of a sheet are folded: worked out from where its cover and its back are printed.

use super::paper::{Paper, Place};

/// A column of the sheet between two folds, as it lies when the inner side is seen. Lengths are millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The panel that is seen.
    pub seen: usize,
    /// The panel on its other side.
    pub under: usize,
    /// Its left edge.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
}

/// How the columns are folded.
#[derive(Clone, Debug, PartialEq)]
pub enum Folding {
    /// Not at all.
    None,
    /// In two: the column with the cover on its other side goes over the other. Whether that is the left one.
    Half([Column; 2], Side),
    /// In three: the end without the cover goes first. Then the end with the cover on its other side goes over.
    Thirds([Column; 3], Side, Direction),
    /// In some other way, which the marks on the sheet show.
    Other,
}

/// An end of a row of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// Which way a column is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Over the others.
    Over,
    /// Behind them.
    Behind,
}

/// Returns how a sheet is folded.
pub fn folding(paper: &Paper) -> Folding {
    if paper.folds.is_empty() {
        return Folding::None;
    }
    known(paper).unwrap_or(Folding::Other)
}

fn known(paper: &Paper) -> Option<Folding> {
    let columns = columns(paper)?;
    let at = columns.iter().position(|column| column.under == 1)?;
    let side = match at {
        0 => Side::Left,
        last if last + 1 == columns.len() => Side::Right,
        _ => return None,
    };
    match *columns.as_slice() {
        [a, b] => Some(Folding::Half([a, b], side)),
        [a, b, c] => {
            let back = paper.places.iter().map(|place| place.number).max()?;
            let other = if side == Side::Left { c } else { a };
            let direction = if other.seen == back { Direction::Behind } else { Direction::Over };
            let outside = direction == Direction::Behind || b.under == back;
            outside.then_some(Folding::Thirds([a, b, c], side, direction))
        }
        _ => None,
    }
}

/// Returns the columns from left to right, seen with the side up that the first panel is not on; nothing where a column does
/// not hold one panel on each side.
fn columns(paper: &Paper) -> Option<Vec<Column>> {
    let outer = paper.places.iter().find(|place| place.number == 1)?.side;
    let inner = 1_usize.checked_sub(outer)?;
    // Seen from the inner side, a fold of the first side stands mirrored where the first side is the outer one.
    let mirror = |x: f32| paper.width - x;
    let mut edges: Vec<f32> = match inner {
        0 => paper.folds.clone(),
        _ => paper.folds.iter().map(|at| mirror(*at)).collect(),
    };
    edges.extend([0.0, paper.width]);
    edges.sort_by(f32::total_cmp);
    let alone = |side: usize, left: f32, right: f32| -> Option<usize> {
        let mut own = paper.on(side).filter(|place: &&Place| {
            let middle = (place.area[0] + place.area[2]) / 2.0;
            left < middle && middle < right
        });
        own.next().filter(|_| own.next().is_none()).map(|place| place.number)
    };
    let column = |pair: &[f32]| {
        let (left, right) = (*pair.first()?, *pair.last()?);
        let (seen, under) = (alone(inner, left, right)?, alone(outer, mirror(right), mirror(left))?);
        Some(Column { seen, under, left, right })
    };
    edges.windows(2).map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, Direction, Folding, Side, folding};
    use crate::render::folding::paper::{Paper, Place};

    /// Returns a sheet 300 mm wide: the numbers on each side, from left to right.
    fn sheet(first: &[usize], second: &[usize]) -> Paper {
        let places = [first, second].into_iter().enumerate().flat_map(|(side, numbers)| {
            let wide = 300.0 / f32::from(u8::try_from(numbers.len()).expect("few panels"));
            numbers.iter().zip(0_u8..).map(move |(number, at)| {
                let left = wide * f32::from(at);
                Place { number: *number, side, area: [left, 0.0, left + wide, 210.0], tabs: 0 }
            })
        });
        let count = u8::try_from(first.len()).expect("few panels");
        let folds = (1..count).map(|at| 300.0 / f32::from(count) * f32::from(at)).collect();
        Paper { width: 300.0, height: 210.0, places: places.collect(), folds, copies: (1, 1) }
    }

    fn seen(columns: &[Column]) -> Vec<(usize, usize)> {
        columns.iter().map(|column| (column.seen, column.under)).collect()
    }

    #[test]
    fn a_flap_is_tucked_in_before_the_cover_goes_over() {
        let Folding::Thirds(columns, side, direction) = folding(&sheet(&[2, 6, 1], &[3, 4, 5])) else {
            panic!("not in three")
        };
        assert_eq!(seen(&columns), [(3, 1), (4, 6), (5, 2)]);
        assert_eq!((side, direction), (Side::Left, Direction::Over));
    }

    #[test]
    fn a_sheet_that_opens_from_the_right_is_folded_the_other_way_round() {
        let Folding::Thirds(columns, side, direction) = folding(&sheet(&[1, 6, 2], &[5, 4, 3])) else {
            panic!("not in three")
        };
        assert_eq!(seen(&columns), [(5, 2), (4, 6), (3, 1)]);
        assert_eq!((side, direction), (Side::Right, Direction::Over));
    }

    #[test]
    fn a_back_on_the_inner_side_goes_behind() {
        let Folding::Thirds(_, side, direction) = folding(&sheet(&[4, 5, 1], &[2, 3, 6])) else {
            panic!("not in three")
        };
        assert_eq!((side, direction), (Side::Left, Direction::Behind));
    }

    #[test]
    fn what_is_folded_in_another_way_is_left_to_the_marks() {
        assert!(matches!(folding(&sheet(&[4, 1], &[2, 3])), Folding::Half(_, Side::Left)));
        // A cover in the middle, four columns, one side alone.
        assert_eq!(folding(&sheet(&[2, 1, 6], &[3, 4, 5])), Folding::Other);
        assert_eq!(folding(&sheet(&[5, 6, 8, 1], &[2, 3, 4, 7])), Folding::Other);
        assert_eq!(folding(&sheet(&[1, 2], &[])), Folding::Other);
        assert_eq!(folding(&Paper { folds: Vec::new(), ..sheet(&[1, 2], &[]) }), Folding::None);
    }
}
