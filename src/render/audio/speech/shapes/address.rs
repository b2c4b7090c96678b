//! Web and mail addresses.

use super::super::cursor::Cursor;
use super::super::spoken::{Speech, spelled};

fn part_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+')
}

fn part_of_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_./?=&#%~+:@".contains(c)
}

/// An address for mail: `help@herts.police.uk`.
pub fn mail<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    let start_of_name = start.take("mailto:").unwrap_or(start);
    let (name, end) = start_of_name.run(part_of_name)?;
    let (host, _) = end.take("@")?.run(part_of_name)?;
    let host = host.trim_end_matches(['.', '-']);
    let end = end.take("@")?.take(host)?;
    host.contains('.')
        .then(|| (format!("{} {} {}", said(speech, name), speech.lexicon.word("at"), said(speech, host)), end))
}

/// An address on the web: `https://…`, `www.…`, `herts.police.uk/report`, `GOV.UK`.
pub fn web<'t>(speech: &Speech, start: Cursor<'t>) -> Option<(String, Cursor<'t>)> {
    if matches!(start.last(), Some('@')) {
        return None;
    }
    let scheme = start.any(&["https://", "http://"]);
    let host_start = scheme.map_or(start, |(_, next)| next);
    let (host, _) = host_start.run(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))?;
    let host = host.trim_end_matches(['.', '-']);
    let ending = host.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())?;
    let known = speech.lexicon.get("address-ends", &ending).is_some();
    let labels = host.split('.').all(|label| !label.is_empty());
    let is_address = scheme.is_some() || host.to_lowercase().starts_with("www.") || known;
    if !labels || !is_address || !host.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = host_start.take(host)?;
    let (path, end) = match end.peek() {
        Some('/' | '?' | ':' | '#') => {
            let (path, _) = end.run(part_of_address)?;
            let path = path.trim_end_matches(['.', '?', ':', ',', '-', '&']);
            (path, end.take(path)?)
        }
        Some(_) | None => ("", end),
    };
    // A slash at the end is not typed.
    let path = path.strip_suffix('/').unwrap_or(path);
    Some((said(speech, &format!("{host}{path}")), end))
}

/// Returns an address with its signs named.
fn said(speech: &Speech, address: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut rest = Cursor::new(address);
    while let Some(next) = rest.peek() {
        let word = rest.run(|c| c.is_ascii_alphabetic());
        let number = rest.run(|c| c.is_ascii_digit());
        let (part, end) = match (word, number) {
            (Some((word, end)), _) => (name(speech, word), end),
            (None, Some((number, end))) => (counted(speech, number), end),
            (None, None) => {
                let mut buffer = [0; 4];
                let sign: &str = next.encode_utf8(&mut buffer);
                (
                    speech.lexicon.get("address-signs", sign).map_or_else(|| sign.to_string(), str::to_string),
                    rest.step(),
                )
            }
        };
        said.push(part);
        rest = end;
    }
    said.join(" ")
}

/// Returns digits of an address: one or two counted, a year as one, else digit by digit.
fn counted(speech: &Speech, digits: &str) -> String {
    match digits.parse() {
        Ok(number) if digits.len() <= 2 && !digits.starts_with('0') => speech.tongue.cardinal(number),
        Ok(year) if digits.len() == 4 && (1900..2100).contains(&year) => speech.tongue.year(year),
        Ok(_) | Err(_) => speech.digits(digits, "zero"),
    }
}

/// Returns a word of an address: some are letters, such as `uk`.
fn name(speech: &Speech, word: &str) -> String {
    let lower = word.to_lowercase();
    let spell =
        speech.lexicon.get("address-letters", &lower).is_some() || !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let known = speech.lexicon.get("address-ends", &lower).filter(|said| *said != lower);
    match (known, spell) {
        (Some(said), _) => said.to_string(),
        (None, _) if word.len() == 1 => word.to_uppercase(),
        (None, true) if word.len() <= 5 => spelled(word),
        (None, _) if lower == word || word.chars().all(|c| c.is_ascii_uppercase()) => lower,
        (None, _) => word.to_string(),
    }
}
