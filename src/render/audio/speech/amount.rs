//! Numbers as they are written, with marks between thousands and digits after a point.

use super::cursor::Cursor;

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Amount<'t> {
    /// What stands before the point.
    pub whole: u64,
    /// The digits before the point, with the commas or spaces between thousands.
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

    /// Reads a number with spaces between its thousands, as the international system of units has them: `12 345`, `1 000 000`.
    /// Source: BIPM, The International System of Units, 5.4.4.
    pub fn spaced(start: Cursor<'t>) -> Option<(Amount<'t>, Cursor<'t>)> {
        let (first, mut end) = start.digits(1, 3).filter(|(first, _)| !first.starts_with('0'))?;
        let mut whole = first.to_string();
        while let Some((digits, next)) = end.take(" ").and_then(|next| next.digits(3, 3)) {
            whole.push_str(digits);
            end = next;
        }
        let more = end.space().is_some_and(|next| next.peek().is_some_and(|c| c.is_ascii_digit()));
        let written = start.until(end);
        let decimals = end.take(".").and_then(|next| next.digits(1, 12));
        let (decimals, end) = decimals.map_or((None, end), |(digits, next)| (Some(digits), next));
        let known = whole.len() > first.len() && !more && end.ends();
        known.then_some(())?;
        Some((Amount { whole: whole.parse().ok()?, written, decimals }, end))
    }

    /// Returns whether marks stand between its thousands.
    pub fn is_grouped(&self) -> bool {
        self.written.contains([',', ' '])
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
