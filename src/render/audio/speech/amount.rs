//! Numbers as they are written, with marks between thousands and digits after a point.

use super::cursor::Cursor;

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Amount<'t> {
    /// What stands before the point.
    pub whole: u64,
    /// The digits before the point, with their commas.
    pub written: &'t str,
    /// The digits after the point.
    pub decimals: Option<&'t str>,
}

impl<'t> Amount<'t> {
    /// Reads a number: `415,169`, `1.26`, `12`.
    pub fn read(start: Cursor<'t>) -> Option<(Amount<'t>, Cursor<'t>)> {
        let (first, mut end) = start.digits(1, 18)?;
        let mut whole = first.to_string();
        if first.len() <= 3 {
            while let Some((digits, next)) = end.take(",").and_then(|next| next.digits(3, 3)) {
                whole.push_str(digits);
                end = next;
            }
        }
        let written = start.until(end);
        let decimals = end.take(".").and_then(|next| next.digits(1, 12));
        let (decimals, end) = decimals.map_or((None, end), |(digits, next)| (Some(digits), next));
        Some((Amount { whole: whole.parse().ok()?, written, decimals }, end))
    }

    /// Returns a whole number.
    pub fn whole(number: u64) -> Amount<'static> {
        Amount { whole: number, written: "", decimals: None }
    }

    /// Returns whether it is exactly one.
    pub fn is_one(&self) -> bool {
        self.whole == 1 && self.decimals.is_none()
    }
}
