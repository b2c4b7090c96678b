//! Numbers, and numbers of something: money, per cents, units, fractions, scores.

use super::super::amount::Amount;
use super::super::cursor::Cursor;
use super::super::spoken::Speech;

/// The most digits of a number that is counted and not spelled, where no comma stands in it: a number of people has a comma from
/// 10,000 on, and so one without is a code, unless it is round.
const COUNTED: usize = 4;
/// The same of a round number, such as `25000`.
const ROUND_COUNTED: usize = 6;

/// Reads a number. A space parts thousands, but not behind a word that numbers what it names: `room 12 345 people asked for`.
fn read<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(Amount<'t>, Cursor<'t>)> {
    let named = ["standards", "numbered", "numbered-in-roman", "spelled-after", "versions"];
    let names = named.iter().any(|section| speech.after(section, start));
    Amount::spaced(start).filter(|_| !names).or_else(|| Amount::read(start))
}

/// Money: `£415,169`, `£1.26 million`, `£5m`, `£10–£20`, `£10–20`, `50p`, `$5`, `€9.99`.
pub fn money<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let minus = minus(start);
    if let Some(next) = minus.unwrap_or(start).take("\u{a3}") {
        let (amount, end) = read(speech, next)?;
        // Of two amounts with one sign, pounds are said behind the second.
        let (first_scale, end) = scale(speech, end);
        let second =
            end.any(&["\u{2013}", "-"]).and_then(|(_, next)| read(speech, next.take("\u{a3}").unwrap_or(next)));
        if let Some((second, end)) = second {
            let (scale, end) = scale(speech, end);
            let first = speech.tongue.amount(&amount);
            let said = speech.tongue.pounds(&second, scale);
            let own =
                if first_scale.is_empty() || first_scale == scale { String::new() } else { format!(" {first_scale}") };
            return Some((format!("{first}{own} {} {said}", speech.lexicon.word("to")), end));
        }
        let said = speech.tongue.pounds(&amount, first_scale);
        let said = if names(speech, start, end) { speech.tongue.attributive(&said) } else { said };
        let said = if minus.is_some() { format!("{} {said}", speech.lexicon.word("minus")) } else { said };
        return Some((said, end));
    }
    if let Some((sign, next)) = start.any(&["$", "\u{20ac}", "US$"]) {
        let forms = speech.lexicon.get("currencies", sign)?;
        let (amount, end) = read(speech, next)?;
        let (scale, end) = scale(speech, end);
        let (_, more) = forms.split_once(" | ")?;
        if !scale.is_empty() {
            return Some((format!("{} {scale} {more}", speech.tongue.amount(&amount)), end));
        }
        if let Some(cents) = amount.decimals.filter(|cents| cents.len() == 2).and_then(|cents| cents.parse().ok()) {
            let whole = speech.tongue.units(&Amount::whole(amount.whole), forms);
            let said = if cents == 0 { whole } else { format!("{whole} {}", speech.tongue.cardinal(cents)) };
            return Some((said, end));
        }
        return Some((speech.tongue.units(&amount, forms), end));
    }
    let (pence, end) = start.number(1, 4)?;
    let (written, _) = speech.lexicon.longest("pence", end.rest())?;
    let end = end.take(written)?;
    (end.ends() && start.last() != Some('.')).then(|| (speech.tongue.pence(pence), end))
}

/// Returns whether an amount says which one a thing is, as in `a £60 fee`: an article stands before it, and a thing behind it.
fn names(speech: &Speech, start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let Some((thing, _)) = end.any(&[" ", "-"]).and_then(|(_, next)| next.word()) else { return false };
    thing.starts_with(char::is_lowercase)
        && !speech.lexicon.has("not-named", thing)
        && (speech.after("attributive", start)
            || speech.after("articles", start) && speech.lexicon.has("named-with-the", thing))
}

/// Returns the word for thousands or millions that follows, and the place behind it.
fn scale<'t>(speech: &Speech, end: Cursor<'t>) -> (&'static str, Cursor<'t>) {
    let word = end.spaces().word();
    let found = word.and_then(|(word, next)| {
        let letter = word.chars().count() <= 2;
        let close = end.spaces().at() == end.at() || !letter;
        speech.lexicon.get("scales", word).filter(|_| close && next.ends()).map(|said| (said, next))
    });
    found.unwrap_or(("", end))
}

/// Digits between two points or more: `1.2.3`.
pub fn version<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (first, mut end) = start.digits(1, 4)?;
    let mut said = vec![speech.tongue.cardinal(first.parse().ok()?)];
    while let Some((number, next)) = end.take(".").and_then(|next| next.number(1, 4)) {
        said.push(speech.tongue.cardinal(number));
        end = next;
    }
    let point = format!(" {} ", speech.lexicon.word("point"));
    (said.len() >= 3 && end.ends()).then(|| (said.join(&point), end))
}

/// The place in an order: `21st`.
pub fn ordinal<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (amount, end) = Amount::read(start).filter(|(amount, _)| amount.decimals.is_none())?;
    let (suffix, end) = end.word()?;
    let known = speech.lexicon.has("ordinal-ends", suffix) && end.ends();
    known.then(|| (speech.tongue.ordinal(amount.whole), end))
}

/// Fractions: `1/2`, `3/4`, `2½`, `24/7`, `8/10`.
pub fn fraction<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let whole = start.number(1, 4);
    let mark = whole.map_or(start, |(_, end)| end.spaces());
    if let Some((written, said)) = speech.lexicon.longest("fractions", mark.rest()) {
        let end = mark.take(written)?;
        let said = match whole {
            Some((whole, _)) => format!("{} {} {said}", speech.tongue.cardinal(whole), speech.lexicon.word("and-a")),
            None => said.to_string(),
        };
        return Some((said, end));
    }
    let (part, end) = whole?;
    let (whole, end) = end.take("/")?.number(1, 4)?;
    if let Some(pressure) = pressure(speech, start, part, whole, end) {
        return Some(pressure);
    }
    let more = end.peek() == Some('/') || start.last() == Some('/');
    let padded = start.until(end).split('/').any(|part| part.starts_with('0'));
    if more || padded || !end.ends() {
        return None;
    }
    if let Some(said) = speech.lexicon.get("said-so", start.until(end)) {
        return Some((said.to_string(), end));
    }
    let marked = speech.after("marked", start);
    let said = match (part, whole) {
        // The two years of an account: `24/25`.
        (21..=48, _) if whole == part + 1 && !marked => {
            let year = |year| speech.tongue.cardinal(year);
            format!("{} {} {}", year(part), speech.lexicon.word("to"), year(whole))
        }
        (1.., 2..=9 | 12 | 16) if part < whole && !marked => speech.tongue.fraction(part, whole),
        (1, 10 | 20 | 100) => speech.tongue.fraction(part, whole),
        (_, 5 | 10 | 20 | 50 | 100) if part <= whole => {
            format!(
                "{} {} {}",
                speech.tongue.cardinal(part),
                speech.lexicon.word("out-of"),
                speech.tongue.cardinal(whole)
            )
        }
        // What was numbered in a year: `2025/14`.
        (1900..2100, _) => {
            format!("{} {} {}", speech.tongue.year(part), speech.lexicon.word("slash"), speech.tongue.cardinal(whole))
        }
        _ => format!(
            "{} {} {}",
            speech.tongue.cardinal(part),
            speech.lexicon.word("slash"),
            speech.tongue.cardinal(whole)
        ),
    };
    Some((said, end))
}

/// Returns a pressure of blood, `140/90`, where a word or a unit says that it is one.
fn pressure<'t>(
    speech: &Speech,
    start: Cursor<'t>,
    upper: u64,
    lower: u64,
    end: Cursor<'t>,
) -> Option<(String, Cursor<'t>)> {
    let near = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty() && speech.lexicon.has("pressed", word))
    };
    let spaced = end.spaces();
    let unit = spaced.take("mmHg").and_then(|after| Some((speech.lexicon.get("units", "mmHg")?, after)));
    let known = upper > lower && upper >= 60 && (unit.is_some() || end.ends() && near(start.before()));
    known.then_some(())?;
    let said =
        format!("{} {} {}", speech.tongue.cardinal(upper), speech.lexicon.word("over"), speech.tongue.cardinal(lower));
    Some(match unit {
        Some((forms, end)) => (format!("{said} {}", forms.split_once(" | ").map_or(forms, |(_, more)| more)), end),
        None => (said, end),
    })
}

/// So much of a unit: `5 km`, `20mph`, `85%`, `20°C`.
pub fn measure<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let minus = minus(start);
    let (amount, end) = read(speech, minus.unwrap_or(start))?;
    let close = end.spaces().at() == end.at();
    let gap = end.any(&[" ", "-"]).map_or(end, |(_, next)| next);
    let (written, forms) = speech.lexicon.longest("units", gap.rest())?;
    let after = gap.take(written)?;
    let sign = written.chars().all(|c| !c.is_alphanumeric());
    // A single letter is a unit only where it stands close: `5m`, not `5 l`.
    if !(sign || after.ends()) || after.take("&").is_some() {
        return None;
    }
    let letter = written.chars().count() == 1 && !sign;
    let loose = gap.at() > end.at();
    let glued = gap.at() == end.at() || speech.lexicon.get("close-units", written).is_none();
    if !glued
        || (letter && !close && !(loose && speech.lexicon.has("loose-units", written)))
        || (sign && end.peek() == Some('-'))
    {
        return None;
    }
    if amount.written.starts_with('0') && amount.written.len() > 1 || by(end).is_some() {
        return None;
    }
    // `9–12 yr olds`, as `12-year-olds`.
    let aged = after.space().and_then(Cursor::word).is_some_and(|(word, _)| speech.lexicon.has("aged", word));
    // `1.2m people` are no metres.
    let counted = written == "m"
        && after.space().and_then(Cursor::word).is_some_and(|(word, _)| speech.lexicon.has("people", word));
    if let Some(scale) = speech.lexicon.get("scales", written).filter(|_| counted) {
        return Some((format!("{} {scale}", speech.tongue.amount(&amount)), after));
    }
    let thing =
        after.space().and_then(Cursor::word).is_some_and(|(word, _)| speech.lexicon.has("measured-things", word));
    let one = aged || thing || names(speech, start, after);
    let said = match forms.split_once(" | ").filter(|_| one) {
        Some((one, _)) => format!("{} {one}", speech.tongue.amount(&amount)),
        None => speech.tongue.units(&amount, forms),
    };
    let said = if minus.is_some() { format!("{} {said}", speech.lexicon.word("minus")) } else { said };
    // `mg/ml`, `30 hrs/wk`
    if let Some((per, next)) = after.take("/").and_then(|next| super::sign::one_of(speech, next)) {
        return Some((format!("{said} {} {per}", speech.lexicon.word("per")), next));
    }
    Some(match by(after) {
        Some(next) => (format!("{said} {} ", speech.lexicon.word("by")), next),
        None => (said, after),
    })
}

/// Returns the place behind the sign between two lengths, if another number follows it: `2m x 1m`. In a sum it is said otherwise.
fn by(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = end.spaces().any(&["x", "\u{d7}"]).map(|(_, next)| next.spaces())?;
    let sum = next.rest().split(['.', ',', ';']).next().is_some_and(|rest| rest.contains('='));
    (next.peek().is_some_and(|c| c.is_ascii_digit()) && !sum).then_some(next)
}

/// A unit behind "per", without a number: `8p per kWh`.
pub fn per_unit<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let per = start.before().trim_end().rsplit(' ').next() == Some(speech.lexicon.word("per"));
    let (written, forms) =
        speech.lexicon.longest("units", start.rest()).filter(|(written, _)| per && written.len() > 1)?;
    let end = start.take(written).filter(|end| end.ends() && written.starts_with(char::is_alphabetic))?;
    Some((forms.split_once(" | ").map_or(forms, |(one, _)| one).to_string(), end))
}

/// Returns whether so much of something follows that is taken or bought several times.
fn is_dose(speech: &Speech, at: Cursor<'_>) -> bool {
    let behind = Amount::read(at).map(|(_, end)| end.spaces());
    behind.and_then(Cursor::word).is_some_and(|(word, _)| speech.lexicon.get("doses", word).is_some())
}

/// A unit by another, without a number: `kg/m²`.
pub fn rate<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (written, forms) = speech.lexicon.longest("units", start.rest()).filter(|(written, _)| written.len() > 1)?;
    let next = start.take(written)?.take("/").filter(|_| written.starts_with(char::is_alphabetic))?;
    let (per, end) = super::sign::one_of(speech, next)?;
    let more = forms.split_once(" | ").map_or(forms, |(_, more)| more);
    Some((format!("{more} {} {per}", speech.lexicon.word("per")), end))
}

/// Returns the place behind a minus sign, if one is next and no word or bracket ends before it.
fn minus(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let free = !start.last().is_some_and(|c| c.is_alphanumeric() || c == ')');
    start.any(&["-", "\u{2212}"]).filter(|_| free).map(|(_, next)| next)
}

/// A result: `won 3-1`.
pub fn score<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    speech.after("scored", start).then_some(())?;
    let (first, end) = start.number(1, 3)?;
    let (second, end) = end.any(&["-", "\u{2013}"])?.1.number(1, 3)?;
    let word =
        |number| if number == 0 { speech.lexicon.word("nil").to_string() } else { speech.tongue.cardinal(number) };
    end.ends().then(|| (format!("{} {}", word(first), word(second)), end))
}

/// A height in feet and inches: `6'2"`.
pub fn height<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let foot = speech.lexicon.get("words", "foot")?;
    let (feet, end) = start.number(1, 1)?;
    let (_, end) = end.any(&["'", "\u{2019}", "\u{2032}"])?;
    if end.space().and_then(Cursor::word).is_some_and(|(word, _)| speech.lexicon.has("high", word)) {
        return Some((format!("{} {foot}", speech.tongue.cardinal(feet)), end));
    }
    let (inches, end) = end.number(1, 2).filter(|(inches, _)| *inches < 12)?;
    let (_, end) = end.any(&["\"", "\u{201d}", "\u{2033}", "''", "\u{2019}\u{2019}"])?;
    Some((format!("{} {foot} {}", speech.tongue.cardinal(feet), speech.tongue.cardinal(inches)), end))
}

/// Several of a number: `30s`, `under-18s`.
pub fn plural<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let (number, end) = start.number(1, 4)?;
    let end = end.take("s").filter(|end| end.ends())?;
    Some((speech.tongue.plural(number), end))
}

/// A number alone: counted, or digit by digit where it starts with 0, is long, or is the number of something.
pub fn number<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let minus = minus(start);
    let first = minus.unwrap_or(start);
    // A run of digits that no number has is read digit by digit.
    let (amount, end) = match read(speech, first) {
        Some(found) => found,
        None => {
            let (run, end) = first.run(|c| c.is_ascii_digit())?;
            return Some((speech.digits(run, "zero"), end));
        }
    };
    let most = if amount.written.ends_with("00") { ROUND_COUNTED } else { COUNTED };
    let spelled = (amount.written.starts_with('0') && amount.written.len() > 1)
        || (amount.written.len() > most && !amount.is_grouped())
        || (speech.after("numbered", first)
            && first.last() != Some('(')
            && amount.written.len() >= 4
            && !amount.is_grouped());
    // Some languages count some things in words of their own: `tair blynedd`.
    let own = end.space().and_then(Cursor::word).filter(|(word, _)| speech.lexicon.has("feminine", word));
    let own = own.and_then(|_| speech.lexicon.get("feminine-numbers", amount.written));
    // `pum diwrnod`, and `rhan pump`.
    let counted = |word: &str| word.starts_with(char::is_lowercase) && !speech.lexicon.has("not-counted", word);
    let thing = end.space().and_then(Cursor::word).filter(|(word, _)| counted(word) && !speech.after("naming", first));
    let short = thing.and_then(|_| speech.lexicon.get("short-numbers", amount.written)).filter(|_| minus.is_none());
    let said = if let Some(own) = own.or(short).filter(|_| amount.decimals.is_none()) {
        own.to_string()
    } else if spelled && amount.decimals.is_none() {
        speech.digits(amount.written, "zero")
    } else {
        speech.tongue.amount(&amount)
    };
    let said = if minus.is_some() { format!("{} {said}", speech.lexicon.word("minus")) } else { said };
    // A ratio: `3:1`.
    if let Some((second, end)) = end.take(":").and_then(|next| next.number(1, 4)).filter(|(_, end)| end.ends()) {
        return Some((format!("{said} {} {}", speech.lexicon.word("to"), speech.tongue.cardinal(second)), end));
    }
    // A mark: `4.6/5`.
    let out_of = end
        .take("/")
        .and_then(|next| next.number(1, 3))
        .filter(|(whole, end)| matches!(whole, 5 | 10 | 100) && end.ends());
    if let Some((whole, end)) = out_of.filter(|_| amount.decimals.is_some()) {
        return Some((format!("{said} {} {}", speech.lexicon.word("out-of"), speech.tongue.cardinal(whole)), end));
    }
    // A size: `4x4`, `8.5 x 11`; but `2 x 500mg` is taken twice.
    if let Some(next) = by(end).filter(|next| !is_dose(speech, *next)) {
        return Some((format!("{said} {} ", speech.lexicon.word("by")), next));
    }
    let times = end.spaces().any(&["x", "\u{d7}"]).map(|(_, next)| next.spaces());
    // `4 x PCSOs`: a letter that stands free among words.
    let free = end.peek() == Some(' ');
    let follows = |next: &Cursor<'_>| {
        let named = free && next.last() == Some(' ');
        next.peek().is_some_and(|c| c.is_ascii_digit() || c == '\u{a3}' || named && c.is_alphabetic())
    };
    match times.filter(follows) {
        Some(next) => Some((format!("{said} {} ", speech.lexicon.word("times")), next)),
        None => Some((said, end)),
    }
}
