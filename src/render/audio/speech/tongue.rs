//! What each language does in its own way: it counts, orders, and says money, days and hours.

use super::amount::Amount;
use super::lexicon::Lexicon;

/// The half of the day that is written beside an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// Not written: the hour is one of 24, or the text around it says which.
    Unsaid,
}

/// A language as it is spoken.
pub trait Tongue: Sync + Send {
    /// Returns the language's words.
    fn lexicon(&self) -> &Lexicon;

    /// Returns a number with what stands after its point, digit by digit.
    fn amount(&self, amount: &Amount<'_>) -> String {
        let Some(decimals) = amount.decimals else { return self.cardinal(amount.whole) };
        let lexicon = self.lexicon();
        let naught = if amount.whole == 0 { "nought" } else { "zero" };
        let whole = if amount.whole == 0 { lexicon.word(naught).to_string() } else { self.cardinal(amount.whole) };
        let digits: Vec<String> = decimals.chars().map(|digit| lexicon.digit(digit, naught)).collect();
        format!("{whole} {} {}", lexicon.word("point"), digits.join(" "))
    }

    /// Returns a whole number.
    fn cardinal(&self, number: u64) -> String;

    /// Returns the place in an order, such as `twenty-first`.
    fn ordinal(&self, number: u64) -> String;

    /// Returns a year.
    fn year(&self, year: u64) -> String;

    /// Returns the ten years or a hundred that start with a year, such as `nineteen nineties`.
    fn decade(&self, year: u64) -> String;

    /// Returns a day of a month with its article. `after_article` says that an article stands before it already.
    fn day(&self, day: u64, month: &str, after_article: bool) -> String;

    /// Returns an hour of the day.
    fn time(&self, hour: u64, minute: u64, half: Half) -> String;

    /// Returns pounds. `scale` is a word such as `million`, or empty.
    fn pounds(&self, amount: &Amount<'_>, scale: &str) -> String;

    /// Returns pounds as they are said before what they are of: `a sixty pound fee`.
    fn attributive(&self, pounds: &str) -> String {
        pounds.to_string()
    }

    /// Returns pence.
    fn pence(&self, pence: u64) -> String;

    /// Returns so much of a unit, by its forms in the lexicon: for one and for more, with a bar between.
    fn units(&self, amount: &Amount<'_>, forms: &str) -> String;

    /// Returns a fraction, such as `three quarters`.
    fn fraction(&self, part: u64, whole: u64) -> String;

    /// Returns a number as more than one of a kind, such as `thirties` or `eighteens`.
    fn plural(&self, number: u64) -> String;
}
