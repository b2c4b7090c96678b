//! How wide the columns of a table are: none narrower than its longest word, number or date, and the rest of the measure
//! where it saves most lines.

/// What one column needs, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ColumnNeed {
    /// The width at which only whole words, numbers and dates stand on a line.
    pub least: f32,
    /// The width at which every cell is one line.
    pub most: f32,
}

impl ColumnNeed {
    /// Returns what a column needs that has one more cell.
    #[must_use]
    pub fn with(self, cell: ColumnNeed) -> ColumnNeed {
        ColumnNeed { least: self.least.max(cell.least), most: self.most.max(cell.most) }
    }

    fn beyond(self) -> f32 {
        (self.most - self.least).max(0.0)
    }
}

/// Returns the width of each column in points, which together are `measure`; nothing where the least that the columns need
/// is more than that.
///
/// What is left beyond the least is shared by the square root of what each column could use, so that a column of long
/// sentences is wider and does not starve its neighbours; no column gets more than it can use. Source: least and most widths
/// as in CSS 2.2, 17.5.2.2; the shares are our own.
pub fn widths(needs: &[ColumnNeed], measure: f32) -> Option<Vec<f32>> {
    let wanted: f32 = needs.iter().map(|need| need.most).sum();
    let least: f32 = needs.iter().map(|need| need.least).sum();
    if least > measure {
        return None;
    }
    if wanted <= measure {
        let share = if wanted > 0.0 { measure / wanted } else { 0.0 };
        return Some(needs.iter().map(|need| need.most * share).collect());
    }
    let mut widths: Vec<f32> = needs.iter().map(|need| need.least).collect();
    let mut open: Vec<usize> = (0..needs.len()).collect();
    let mut spare = measure - least;
    loop {
        let weight = |at: &usize| needs[*at].beyond().sqrt();
        let all: f32 = open.iter().map(weight).sum();
        let share = |at: &usize| if all > 0.0 { spare * weight(at) / all } else { 0.0 };
        let Some(full) = open.iter().position(|at| share(at) >= needs[*at].beyond()) else {
            for at in &open {
                widths[*at] += share(at);
            }
            return Some(widths);
        };
        let at = open.remove(full);
        widths[at] = needs[at].most;
        spare -= needs[at].beyond();
    }
}

#[cfg(test)]
mod tests {
    use super::{ColumnNeed, widths};

    fn of(needs: &[(f32, f32)], measure: f32) -> Option<Vec<f32>> {
        let needs: Vec<ColumnNeed> =
            needs.iter().map(|(least, most)| ColumnNeed { least: *least, most: *most }).collect();
        widths(&needs, measure).map(|widths| widths.iter().map(|width| width.round()).collect())
    }

    #[test]
    fn no_column_is_narrower_than_its_longest_word() {
        // Room for all: in the proportion of what they need.
        assert_eq!(of(&[(20.0, 40.0), (20.0, 60.0)], 200.0), Some(vec![80.0, 120.0]));
        // A column of numbers stays on one line; sentences share the rest.
        assert_eq!(of(&[(30.0, 60.0), (50.0, 900.0)], 300.0), Some(vec![60.0, 240.0]));
        // Two columns of sentences, one four times as long beyond its least.
        assert_eq!(of(&[(50.0, 450.0), (50.0, 1650.0)], 400.0), Some(vec![150.0, 250.0]));
        // The least just fits, and one point less does not.
        assert_eq!(of(&[(50.0, 80.0), (50.0, 80.0)], 100.0), Some(vec![50.0, 50.0]));
        assert_eq!(of(&[(50.0, 80.0), (50.0, 80.0)], 99.0), None);
        assert_eq!(of(&[(0.0, 0.0)], 100.0), Some(vec![0.0]));
    }
}
