//! A table of two columns whose numbers are shown as bars.

use super::{Inline, Table, plain_text};

/// A number as a cell says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// How much it is.
    pub value: f64,
    /// What it counts: `£`, `%`, or nothing.
    pub unit: String,
}

/// Reads the number that a cell says, such as `1,234`, `£1,234` or `85%`; nothing where it says more than a number, or less.
pub fn amount(cell: &[Inline]) -> Option<Amount> {
    let text = plain_text(cell);
    let is_unit = |character: &char| matches!(character, '£' | '€' | '$' | '%');
    let unit: String = text.chars().filter(is_unit).collect();
    let number: String = text.chars().filter(|c| !is_unit(c) && !c.is_whitespace() && *c != ',').collect();
    let plain =
        number.chars().all(|c| c.is_ascii_digit() || c == '.') && number.starts_with(|c: char| c.is_ascii_digit());
    let value = number.parse::<f64>().ok().filter(|value| plain && value.is_finite())?;
    Some(Amount { value, unit })
}

/// Returns how long the bar of each row is, from 0 to 1: as a share of the whole where the numbers are percentages, and else
/// as a share of the longest. A row without a number has none.
pub fn shares(table: &Table) -> Vec<f32> {
    let amounts = table.rows.iter().map(|row| row.get(1).and_then(|cell| amount(cell)));
    let amounts: Vec<Option<Amount>> = amounts.collect();
    let whole = if amounts.iter().flatten().any(|amount| amount.unit == "%") { 100.0 } else { 0.0 };
    let values: Vec<f64> = amounts.iter().map(|amount| amount.as_ref().map_or(0.0, |amount| amount.value)).collect();
    let most = values.iter().copied().fold(whole, f64::max);
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
    let share = |value: &f64| if most > 0.0 { (value / most) as f32 } else { 0.0 };
    values.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::amount;
    use crate::diag::{FileId, Span};
    use crate::model::{Inline, Text};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let of = |text: &str| amount(&[Inline::Text(Text::made(text, Span::whole(FileId(0))))]);
        let read = |text: &str| of(text).map(|amount| (amount.value, amount.unit));
        for (text, value, unit) in
            [("12", 12.0, ""), ("1,234", 1234.0, ""), ("£8,000.50", 8000.5, "£"), (" 85 % ", 85.0, "%")]
        {
            assert_eq!(read(text), Some((value, unit.to_string())), "{text}");
        }
        for text in ["", "-3", "−3", "about 12", "£1.26 million", "1.2.3", "12–15", "inf", "NaN", "1e9", "."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
