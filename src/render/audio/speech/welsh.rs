//! Welsh. Numbers are counted in tens, as schools teach it; days of a month have the older order, which is what people say.
//! Source: Peter Wynn Thomas, Gramadeg y Gymraeg, on numerals; the mutations after them.

use super::amount::Amount;
use super::lexicon::Lexicon;
use super::tongue::{Half, Tongue};

/// Welsh.
pub struct Welsh<'l>(pub &'l Lexicon);

const SMALL: [&str; 11] = ["dim", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw", "deg"];
/// Before `deg`, such as `dau ddeg`.
const TENS: [&str; 10] =
    ["", "un deg", "dau ddeg", "tri deg", "pedwar deg", "pum deg", "chwe deg", "saith deg", "wyth deg", "naw deg"];
const HUNDREDS: [&str; 10] = [
    "",
    "cant",
    "dau gant",
    "tri chant",
    "pedwar cant",
    "pum cant",
    "chwe chant",
    "saith cant",
    "wyth cant",
    "naw cant",
];
/// Before a feminine word that does not change, such as `mil`.
const FEMININE: [&str; 11] = ["dim", "un", "dwy", "tair", "pedair", "pum", "chwe", "saith", "wyth", "naw", "deg"];
const ORDINALS: [&str; 32] = [
    "",
    "cyntaf",
    "ail",
    "trydydd",
    "pedwerydd",
    "pumed",
    "chweched",
    "seithfed",
    "wythfed",
    "nawfed",
    "degfed",
    "unfed ar ddeg",
    "deuddegfed",
    "trydydd ar ddeg",
    "pedwerydd ar ddeg",
    "pymthegfed",
    "unfed ar bymtheg",
    "ail ar bymtheg",
    "deunawfed",
    "pedwerydd ar bymtheg",
    "ugeinfed",
    "unfed ar hugain",
    "ail ar hugain",
    "trydydd ar hugain",
    "pedwerydd ar hugain",
    "pumed ar hugain",
    "chweched ar hugain",
    "seithfed ar hugain",
    "wythfed ar hugain",
    "nawfed ar hugain",
    "degfed ar hugain",
    "unfed ar ddeg ar hugain",
];

fn word(words: &'static [&'static str], at: u64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
}

fn below_hundred(number: u64) -> String {
    if number <= 10 {
        return word(&SMALL, number).to_string();
    }
    let tens = word(&TENS, number / 10);
    if number.is_multiple_of(10) { tens.to_string() } else { format!("{tens} {}", word(&SMALL, number % 10)) }
}

/// Returns a number below a thousand; one to ten are joined to a hundred by "and".
fn below_thousand(number: u64) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    match (hundreds, rest) {
        (0, _) => below_hundred(rest),
        (_, 0) => word(&HUNDREDS, hundreds).to_string(),
        (_, 1..=10) => format!("{} {}", word(&HUNDREDS, hundreds), with_and(&below_hundred(rest))),
        (..) => format!("{} {}", word(&HUNDREDS, hundreds), below_hundred(rest)),
    }
}

/// Returns "and" before a word: `ac` before a vowel, else `a`, which breathes on c, p and t.
fn with_and(word: &str) -> String {
    match word.chars().next() {
        Some('u' | 'w' | 'a' | 'e' | 'o' | 'i' | 'y') => format!("ac {word}"),
        Some('t' | 'p') => format!("a {}h{}", word.get(..1).unwrap_or_default(), word.get(1..).unwrap_or_default()),
        Some('c') if !word.starts_with("ch") => format!("a ch{}", word.get(1..).unwrap_or_default()),
        Some(_) | None => format!("a {word}"),
    }
}

/// Returns a word as it stands after `dau` and `dwy`. Words from other languages keep their `g`.
fn soft(noun: &str) -> String {
    const CHANGES: [(&str, &str); 8] =
        [("ll", "l"), ("rh", "r"), ("gr", "r"), ("p", "b"), ("t", "d"), ("c", "g"), ("m", "f"), ("b", "f")];
    let kept = noun.starts_with("gram") || noun.starts_with("ch") || noun.starts_with("th") || noun.starts_with("ph");
    let change =
        CHANGES.iter().filter(|_| !kept).find_map(|(hard, soft)| Some(format!("{soft}{}", noun.strip_prefix(hard)?)));
    change.unwrap_or_else(|| noun.to_string())
}

/// Returns a word as it stands after `tri` and `chwe`.
fn breathed(noun: &str) -> String {
    let change = noun.starts_with(['p', 't', 'c']) && noun.get(1..2).is_some_and(|next| next != "h");
    if change {
        format!("{}h{}", noun.get(..1).unwrap_or_default(), noun.get(1..).unwrap_or_default())
    } else {
        noun.to_string()
    }
}

/// Returns a count of a feminine word: itself, its form after two, and its form after six (`dwy bunt`, `chwe phunt`).
fn feminine(number: u64, noun: &str, soft: &str, breathed: &str) -> String {
    match number {
        1 => format!("un {soft}"),
        2 => format!("dwy {soft}"),
        6 => format!("chwe {breathed}"),
        _ => format!("{} {noun}", word(&FEMININE, number)),
    }
}

impl Tongue for Welsh<'_> {
    fn lexicon(&self) -> &Lexicon {
        self.0
    }

    fn cardinal(&self, number: u64) -> String {
        let mut parts = Vec::new();
        let mut rest = number;
        for (size, noun, soft) in
            [(1_000_000_000, "biliwn", "filiwn"), (1_000_000, "miliwn", "filiwn"), (1_000, "mil", "fil")]
        {
            let count = rest / size;
            rest %= size;
            match count {
                0 => {}
                1 if size == 1_000 => parts.push(noun.to_string()),
                1 => parts.push(format!("un {noun}")),
                2..=10 => parts.push(feminine(count, noun, soft, noun)),
                11..=999 => parts.push(format!("{} {noun}", below_thousand(count))),
                1000.. => parts.push(format!("{} {noun}", self.cardinal(count))),
            }
        }
        if parts.is_empty() {
            return below_thousand(rest);
        }
        match rest {
            0 => {}
            1..=10 => parts.push(with_and(&below_hundred(rest))),
            11.. => parts.push(below_thousand(rest)),
        }
        parts.join(" ")
    }

    fn ordinal(&self, number: u64) -> String {
        match number {
            1..=31 => word(&ORDINALS, number).to_string(),
            _ => format!("{}fed", self.cardinal(number)),
        }
    }

    fn year(&self, year: u64) -> String {
        if !(1100..2000).contains(&year) {
            return self.cardinal(year);
        }
        let digits = [year / 100 % 10, year / 10 % 10, year % 10].map(|digit| word(&SMALL, digit));
        format!("mil {}", digits.join(" "))
    }

    fn decade(&self, year: u64) -> String {
        match year % 100 {
            0 => self.year(year),
            10 => "un degau".to_string(),
            rest => format!("{}au", word(&TENS, rest / 10)),
        }
    }

    fn day(&self, day: u64, month: &str, after_article: bool) -> String {
        let ordinal = self.ordinal(day);
        let vowel = ordinal.starts_with(['a', 'u', 'w']);
        let article = match (after_article, vowel) {
            (true, _) => "",
            (false, true) => "yr ",
            (false, false) => "y ",
        };
        let soft = self.0.get("months-after-o", month).unwrap_or(month);
        let of = if month.is_empty() { String::new() } else { format!(" o {soft}") };
        format!("{article}{ordinal}{of}")
    }

    fn time(&self, hour: u64, minute: u64, half: Half) -> String {
        let part = match (half, hour) {
            (Half::Unsaid, _) if minute == 0 => " o'r gloch",
            (Half::Unsaid, _) => "",
            (Half::Morning, _) => " y bore",
            (Half::Afternoon, 12 | 1..=5) => " y prynhawn",
            (Half::Afternoon, _) => " yr hwyr",
        };
        let minutes = match minute {
            0 => String::new(),
            1..=9 => format!(" dim {}", word(&SMALL, minute)),
            10.. => format!(" {}", below_hundred(minute)),
        };
        format!("{}{minutes}{part}", below_hundred(hour))
    }

    fn pounds(&self, amount: &Amount<'_>, scale: &str) -> String {
        if !scale.is_empty() {
            return format!("{} {scale} o bunnoedd", self.amount(amount));
        }
        let pence: Option<u64> =
            amount.decimals.filter(|digits| digits.len() == 2).and_then(|digits| digits.parse().ok());
        let whole = match amount.whole {
            1..=10 => feminine(amount.whole, "punt", "bunt", "phunt"),
            more => format!("{} o bunnoedd", self.cardinal(more)),
        };
        match (pence, amount.decimals) {
            (None, Some(_)) => format!("{} o bunnoedd", self.amount(amount)),
            (None | Some(0), _) => whole,
            (Some(pence), _) if amount.whole == 0 => self.pence(pence),
            (Some(pence), _) => format!("{whole} {}", self.cardinal(pence)),
        }
    }

    fn pence(&self, pence: u64) -> String {
        match pence {
            1..=10 => feminine(pence, "ceiniog", "geiniog", "cheiniog"),
            _ => format!("{} ceiniog", self.cardinal(pence)),
        }
    }

    fn units(&self, amount: &Amount<'_>, forms: &str) -> String {
        let (one, more) = forms.split_once(" | ").unwrap_or((forms, forms));
        let noun = one.split(' ').next().unwrap_or_default();
        // What is no noun does not change: `dau y cant`.
        if noun.len() < 3 || noun == "plws" {
            return format!("{} {one}", self.amount(amount));
        }
        let she = self.0.has("feminine", noun);
        match (amount.decimals, amount.whole) {
            (None, 2) => format!("{} {}", if she { "dwy" } else { "dau" }, soft(one)),
            (None, 3) if she => format!("tair {one}"),
            (None, 3) => format!("tri {}", breathed(one)),
            (None, 4) if she => format!("pedair {one}"),
            (None, 5) => format!("pum {one}"),
            (None, 6) => format!("chwe {}", breathed(one)),
            (None, 0..=10) => format!("{} {one}", self.amount(amount)),
            _ => format!("{} {more}", self.amount(amount)),
        }
    }

    fn fraction(&self, part: u64, whole: u64) -> String {
        match (part, whole) {
            (1, 2) => "hanner".to_string(),
            (1, 3) => "traean".to_string(),
            (2, 3) => "dau draean".to_string(),
            (1, 4) => "chwarter".to_string(),
            (3, 4) => "tri chwarter".to_string(),
            _ => format!("{} rhan o {}", self.cardinal(part), self.cardinal(whole)),
        }
    }

    fn plural(&self, number: u64) -> String {
        match (number, number % 10) {
            (20..=90, 0) => format!("{}au", self.cardinal(number)),
            _ => self.cardinal(number),
        }
    }
}
