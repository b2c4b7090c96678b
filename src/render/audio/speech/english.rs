//! English as it is spoken in Britain.

use super::amount::Amount;
use super::lexicon::Lexicon;
use super::tongue::{Half, Tongue};

/// The English of Britain.
pub struct English<'l>(pub &'l Lexicon);

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 4] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

fn word(words: &'static [&'static str], at: u64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
}

fn below_hundred(number: u64) -> String {
    if number < 20 {
        return word(&SMALL, number).to_string();
    }
    let tens = word(&TENS, number / 10);
    if number.is_multiple_of(10) { tens.to_string() } else { format!("{tens}-{}", word(&SMALL, number % 10)) }
}

/// Returns two digits of a year or an hour, such as `oh five`.
fn pair(number: u64) -> String {
    if number < 10 { format!("oh {}", word(&SMALL, number)) } else { below_hundred(number) }
}

impl Tongue for English<'_> {
    fn lexicon(&self) -> &Lexicon {
        self.0
    }

    fn cardinal(&self, number: u64) -> String {
        if number < 100 {
            return below_hundred(number);
        }
        let mut parts = Vec::new();
        let mut rest = number;
        for (size, scale) in SCALES {
            if rest >= size {
                parts.push(format!("{} {scale}", self.cardinal(rest / size)));
                rest %= size;
            }
        }
        if rest >= 100 {
            parts.push(format!("{} hundred", word(&SMALL, rest / 100)));
            rest %= 100;
        }
        if rest > 0 {
            parts.push(format!("and {}", below_hundred(rest)));
        }
        parts.join(" ")
    }

    fn ordinal(&self, number: u64) -> String {
        let said = self.cardinal(number);
        let cut = said.rfind([' ', '-']).map_or(0, |at| at + 1);
        let (start, last) = said.split_at(cut);
        let last = match last {
            "one" => "first".to_string(),
            "two" => "second".to_string(),
            "three" => "third".to_string(),
            "five" => "fifth".to_string(),
            "eight" => "eighth".to_string(),
            "nine" => "ninth".to_string(),
            "twelve" => "twelfth".to_string(),
            other => match other.strip_suffix('y') {
                Some(stem) => format!("{stem}ieth"),
                None => format!("{other}th"),
            },
        };
        format!("{start}{last}")
    }

    fn year(&self, year: u64) -> String {
        let (hundreds, rest) = (year / 100, year % 100);
        if (2000..2010).contains(&year) || year.is_multiple_of(1000) || !(1000..10_000).contains(&year) {
            return self.cardinal(year);
        }
        if rest == 0 {
            return format!("{} hundred", below_hundred(hundreds));
        }
        format!("{} {}", below_hundred(hundreds), pair(rest))
    }

    fn decade(&self, year: u64) -> String {
        if year.is_multiple_of(1000) {
            return format!("{}s", self.cardinal(year));
        }
        if year.is_multiple_of(100) {
            return format!("{}s", self.year(year));
        }
        format!("{} {}", below_hundred(year / 100), self.plural(year % 100))
    }

    fn day(&self, day: u64, month: &str, after_article: bool) -> String {
        let article = if after_article { "" } else { "the " };
        let of = if month.is_empty() { String::new() } else { format!(" of {month}") };
        format!("{article}{}{of}", self.ordinal(day))
    }

    fn time(&self, hour: u64, minute: u64, half: Half) -> String {
        let half = match half {
            Half::Morning => " A M",
            Half::Afternoon => " P M",
            Half::Unsaid => match (hour, minute) {
                (0 | 24, 0) => return "midnight".to_string(),
                (0, _) => return format!("zero {}", pair(minute)),
                (13.., 0) => return format!("{} hundred", below_hundred(hour)),
                (_, 0) => " o'clock",
                (..) => "",
            },
        };
        let minutes = if minute == 0 { String::new() } else { format!(" {}", pair(minute)) };
        format!("{}{minutes}{half}", below_hundred(hour))
    }

    fn pounds(&self, amount: &Amount<'_>, scale: &str) -> String {
        let pounds = |one: bool| if one { "pound" } else { "pounds" };
        if !scale.is_empty() {
            return format!("{} {scale} pounds", self.amount(amount));
        }
        let pence: Option<u64> =
            amount.decimals.filter(|digits| digits.len() == 2).and_then(|digits| digits.parse().ok());
        match (pence, amount.decimals) {
            (None, Some(_)) => format!("{} pounds", self.amount(amount)),
            (None | Some(0), _) => format!("{} {}", self.cardinal(amount.whole), pounds(amount.whole == 1)),
            (Some(pence), _) if amount.whole == 0 => self.pence(pence),
            (Some(pence), _) => {
                let whole = format!("{} {}", self.cardinal(amount.whole), pounds(amount.whole == 1));
                format!("{whole} {}", self.cardinal(pence))
            }
        }
    }

    fn attributive(&self, pounds: &str) -> String {
        pounds.strip_suffix("pounds").map_or_else(|| pounds.to_string(), |number| format!("{number}pound"))
    }

    fn pence(&self, pence: u64) -> String {
        format!("{} {}", self.cardinal(pence), if pence == 1 { "penny" } else { "pence" })
    }

    fn units(&self, amount: &Amount<'_>, forms: &str) -> String {
        let (one, more) = forms.split_once(" | ").unwrap_or((forms, forms));
        format!("{} {}", self.amount(amount), if amount.is_one() { one } else { more })
    }

    fn fraction(&self, part: u64, whole: u64) -> String {
        let one = part == 1;
        let piece = match whole {
            2 => if one { "half" } else { "halves" }.to_string(),
            4 => if one { "quarter" } else { "quarters" }.to_string(),
            _ => format!("{}{}", self.ordinal(whole), if one { "" } else { "s" }),
        };
        if one && whole < 5 { format!("a {piece}") } else { format!("{} {piece}", self.cardinal(part)) }
    }

    fn plural(&self, number: u64) -> String {
        let said = self.cardinal(number);
        match said.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None if said.ends_with('x') => format!("{said}es"),
            None => format!("{said}s"),
        }
    }
}
