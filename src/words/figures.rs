//! Numbers, days, lists and the order of letters as a language has them. All of it is Unicode's data (CLDR), through ICU4X.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use icu_calendar::{Date, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;

use super::Lang;

/// Returns how a language writes figures. It is worked out once for each language.
pub fn figures(lang: &Lang) -> Arc<Figures> {
    static KNOWN: RwLock<BTreeMap<String, Arc<Figures>>> = RwLock::new(BTreeMap::new());
    let known = || KNOWN.read().ok()?.get(lang.tag()).cloned();
    known().unwrap_or_else(|| {
        let figures = Arc::new(Figures::new(lang.tag()));
        if let Ok(mut known) = KNOWN.write() {
            known.insert(lang.tag().to_string(), Arc::clone(&figures));
        }
        figures
    })
}

/// How a language writes figures.
pub struct Figures {
    number: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    order: Option<CollatorBorrowed<'static>>,
}

impl Figures {
    /// Returns how a language writes figures. English is that of Britain, where days come before months.
    pub fn new(tag: &str) -> Figures {
        let tag = if tag.eq_ignore_ascii_case("en") { "en-GB" } else { tag };
        let locale = Locale::try_from_utf8(tag.as_bytes()).unwrap_or(Locale::UNKNOWN);
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        Figures {
            number: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok(),
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            and: ListFormatter::try_new_and((&locale).into(), wide).ok(),
            or: ListFormatter::try_new_or((&locale).into(), wide).ok(),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok(),
        }
    }

    /// Returns a number with so many digits after its point; `value` counts the last of them, so that 190 with two is 1.90.
    pub fn number(&self, value: u64, decimals: u8) -> String {
        let mut decimal = Decimal::from(value);
        decimal.absolute.multiply_pow10(-i16::from(decimals));
        self.number.as_ref().map_or_else(|| decimal.to_string(), |number| number.format(&decimal).to_string())
    }

    /// Returns a day, such as `22 November 2026`.
    pub fn day(&self, year: u16, month: u8, day: u8) -> String {
        let plain = format!("{year:04}-{month:02}-{day:02}");
        let Ok(date) = Date::try_new_gregorian(i32::from(year), month, day) else { return plain };
        self.day.as_ref().map_or(plain, |formatter| formatter.format(&date).to_string())
    }

    /// Returns a month of a year, such as `November 2026`.
    pub fn month(&self, year: u16, month: u8) -> String {
        let plain = format!("{year:04}-{month:02}");
        let Ok(date) = Date::try_new_gregorian(i32::from(year), month, 1) else { return plain };
        self.month.as_ref().map_or(plain, |formatter| formatter.format(&date).to_string())
    }

    /// Returns a list such as `a, b and c`.
    pub fn and(&self, items: &[&str]) -> String {
        list(self.and.as_ref(), items)
    }

    /// Returns a list such as `a, b or c`.
    pub fn or(&self, items: &[&str]) -> String {
        list(self.or.as_ref(), items)
    }

    /// Returns which of two names comes first.
    pub fn order(&self, one: &str, other: &str) -> Ordering {
        let by_letters = self.order.as_ref().map_or(Ordering::Equal, |order| order.compare(one, other));
        by_letters.then_with(|| one.cmp(other))
    }
}

/// Joins a list. Welsh has one word for "and" before a vowel and another before a consonant; Unicode's data has both as
/// `a(c)`, which nobody writes, so the right one is put in its place.
fn list(formatter: Option<&ListFormatter>, items: &[&str]) -> String {
    let Some(formatter) = formatter else { return items.join(", ") };
    let joined = formatter.format(items.iter()).to_string();
    match items.last() {
        Some(last) if items.len() > 1 => {
            let vowel = last.chars().next().is_some_and(|first| "aeiouwyâêîôûŵŷ".contains(first.to_ascii_lowercase()));
            joined.replace(" a(c) ", if vowel { " ac " } else { " a " })
        }
        Some(_) | None => joined,
    }
}

impl std::fmt::Debug for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Figures")
    }
}
