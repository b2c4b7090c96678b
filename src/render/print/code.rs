//! QR codes as line work: one address in squares that a telephone reads.

use qrcodegen::{QrCode, QrCodeEcc};

use super::display::{ContentTag, Draw, Item, Paint, Rect, Segment, Subpath};
use crate::model::Rgb;

/// The empty squares on each side of a code. Source: ISO/IEC 18004:2015, 6.3.8.
pub const QUIET: u16 = 4;

/// A code: which of its squares are dark, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many squares a side has, without the empty ones around.
    pub side: u16,
    dark: Vec<bool>,
}

impl Code {
    /// Returns the code of an address, with the error correction M, readable where 15 % of it cannot be seen, or with
    /// more where that makes it no larger. Nothing for an
    /// address that is too long for any code. Source: ISO/IEC 18004:2015, 6.5.1.
    pub fn of(address: &str) -> Option<Code> {
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
        let across = 0..code.size();
        let dark = across.clone().flat_map(|y| across.clone().map(move |x| (x, y)));
        let dark = dark.map(|(x, y)| code.get_module(x, y)).collect();
        Some(Code { side: u16::try_from(code.size()).ok()?, dark })
    }

    /// Returns how wide it is with the empty squares around, given the width of its squares in points.
    pub fn whole(&self, squares: f32) -> f32 {
        squares * f32::from(self.side + 2 * QUIET) / f32::from(self.side)
    }

    /// Returns whether the square in a column and row is dark.
    pub fn is_dark(&self, column: u16, row: u16) -> bool {
        let at = usize::from(row) * usize::from(self.side) + usize::from(column);
        column < self.side && self.dark.get(at).copied().unwrap_or(false)
    }

    /// Returns what is drawn into a square area, which has the empty squares too: white, and on it the dark squares, the
    /// neighbours of a row as one.
    pub fn items(&self, area: Rect, ink: Rgb, tag: ContentTag) -> [Item; 2] {
        let unit = (area.right - area.left) / f32::from(self.side + 2 * QUIET);
        let mut paths = Vec::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let from = column;
                while self.is_dark(column, row) {
                    column += 1;
                }
                if column > from {
                    let at = |column: u16| area.left + unit * f32::from(column + QUIET);
                    let top = area.top + unit * f32::from(row + QUIET);
                    paths.push(rectangle(Rect { left: at(from), top, right: at(column), bottom: top + unit }));
                }
                column += 1;
            }
        }
        let white = Draw::Path(vec![rectangle(area)], Paint::Fill(Rgb::WHITE));
        [Item { tag: ContentTag::Layout, draw: white }, Item { tag, draw: Draw::Path(paths, Paint::Fill(ink)) }]
    }
}

fn rectangle(area: Rect) -> Subpath {
    let corners = [(area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)];
    Subpath { start: (area.left, area.top), segments: corners.map(Segment::Line).to_vec() }
}

#[cfg(test)]
mod tests {
    use super::{Code, QUIET};

    /// Reads a code as a telephone does, from dots of grey.
    fn read(code: &Code) -> Option<String> {
        const DOTS: usize = 5;
        let side = usize::from(code.side + 2 * QUIET) * DOTS;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            let square = |dot: usize| u16::try_from(dot / DOTS).ok().and_then(|at| at.checked_sub(QUIET));
            match square(x).zip(square(y)) {
                Some((column, row)) if code.is_dark(column, row) => 0,
                _ => 255,
            }
        });
        let grids = image.detect_grids();
        let (meta, content) = grids.first()?.decode().ok()?;
        // In the format bits of a code only L, which is less than M, is 1. Source: ISO/IEC 18004:2015, table 12.
        (meta.ecc_level != 1).then_some(content)
    }

    #[test]
    fn a_telephone_reads_what_was_written() {
        for address in ["https://pcc.example/rj/", "https://www.a-long-name.example/victims/restorative-justice/", "x"]
        {
            let code = Code::of(address).expect("it is short enough");
            assert_eq!(read(&code).as_deref(), Some(address));
        }
        assert_eq!(Code::of(&"long ".repeat(1000)), None);
    }
}
