//! Telephone numbers, however they are written: the digits that a telephone is told, and the numbers in a text.

use std::ops::Range;

/// The prefixes that put a textphone, or the Relay UK app, before a call.
/// Source: Ofcom, National Telephone Numbering Plan, 18000 to 18009; Relay UK, how to call.
pub const RELAY: [&str; 2] = ["18001", "18002"];

/// The fewest digits of a whole telephone number; shorter ones are services such as 999.
/// Source: Ofcom, National Telephone Numbering Plan: nine digits after the 0 at least.
pub const WHOLE: usize = 9;

/// Returns the digits of a number as they are dialled at home: `01707806100` for `+44 (0)1707 806100`. A number abroad
/// keeps its `+`; a relay prefix stays in front.
pub fn dialled(number: &str) -> String {
    // What follows is dialled once somebody has answered. Source: RFC 3966, 5.3 and 3.
    let number = number.split([',', ';', '#']).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let (relay, digits) = match RELAY.iter().find_map(|relay| Some((*relay, digits.strip_prefix(relay)?))) {
        Some((relay, rest)) if rest.len() >= WHOLE => (relay, rest),
        Some(_) | None => ("", digits.as_str()),
    };
    let plus = number.contains('+');
    let abroad = if plus { Some(digits) } else { digits.strip_prefix("00") };
    let Some(abroad) = abroad else { return format!("{relay}{digits}") };
    match abroad.strip_prefix("44") {
        // The 0 in brackets is only dialled at home.
        Some(national) => format!("{relay}0{}", national.strip_prefix('0').unwrap_or(national)),
        None => format!("{relay}+{abroad}"),
    }
}

/// Returns the number of an address of text messages, without `sms:`, and what may follow it, such as `?body=FLOOD`, which has
/// the first words of the message. Source: RFC 5724, 2.2.
pub fn texted(address: &str) -> (&str, &str) {
    address.find('?').map_or((address, ""), |at| address.split_at(at))
}

/// Returns a number as it can be rung from anywhere: `+441707806100`. Source: RFC 3966, 5.1.4.
pub fn from_anywhere(number: &str) -> String {
    let digits = dialled(number);
    match digits.strip_prefix('0') {
        Some(national) if digits.len() > WHOLE => format!("+44{national}"),
        Some(_) | None => digits,
    }
}

/// Returns every number in a text: runs of digits, with what people write between them.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for group in groups(text) {
        match found.last_mut() {
            Some(last) if continues(text, last.clone(), group.start) => last.end = group.end,
            Some(_) | None => found.push(group),
        }
    }
    for range in &mut found {
        // "(01707) 806100" starts with its bracket, and "+44" with its sign.
        let before = text[..range.start].trim_end_matches(['(', '+']);
        let signs = &text[before.len()..range.start];
        if signs.len() <= 2 && (signs.contains('+') || text[range.clone()].contains(')')) {
            range.start = before.len();
        }
    }
    found
}

/// Returns whether more digits may belong to a number: it is not whole yet, and a bracket opens only after a country's
/// code. "01707 806100 (24 hours)" ends before its bracket.
fn continues(text: &str, number: Range<usize>, next: usize) -> bool {
    let between = &text[number.end..next];
    let digits = dialled(&text[number]);
    let bare = RELAY.iter().find_map(|relay| digits.strip_prefix(relay)).unwrap_or(&digits);
    // Source: Ofcom, National Telephone Numbering Plan: 11 digits with the 0 at most.
    let whole = bare.starts_with('0') && bare.len() > 10;
    joins(between) && !whole && (!between.contains('(') || digits.len() < 5)
}

/// Returns every run of digits that is no part of a word.
pub fn groups(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        let length = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + length;
        Some(start..at)
    })
    .filter(|range| {
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// Returns whether what stands between two runs of digits leaves them one number.
pub fn joins(between: &str) -> bool {
    let plain = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}' | '.');
    let sign = |c: char| matches!(c, '(' | ')');
    let signs = between.chars().filter(|c| sign(*c)).count();
    let others = between.chars().filter(|c| plain(*c)).count();
    signs <= 2 && others <= 2 && signs + others > 0 && between.chars().all(|c| plain(c) || sign(c))
}

/// Returns whether two numbers, as digits, differ by a slip: one digit is another, missing or too many, or two neighbours are swapped.
pub fn one_off(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    match (a, b) {
        ([x, a @ ..], [y, b @ ..]) => {
            let swapped = a.first() == Some(y) && b.first() == Some(x) && a.get(1..) == b.get(1..);
            a == b || swapped || [&[*x], a].concat() == b || [&[*y], b].concat() == a
        }
        ([], rest) | (rest, []) => rest.len() == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{dialled, from_anywhere, numbers, one_off};

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for written in ["01707 806100", "+44 (0)1707 806100", "+441707806100", "0044 1707 806100", "(01707) 806-100"] {
            assert_eq!(dialled(written), "01707806100", "{written}");
            assert_eq!(from_anywhere(written), "+441707806100", "{written}");
        }
        assert_eq!(dialled("18001 01707 806100"), "1800101707806100");
        assert_eq!(dialled("18001 +44 1707 806100"), "1800101707806100");
        assert_eq!(dialled("+353 1 234 5678"), "+35312345678");
        assert_eq!(dialled("01707806100;ext=12"), "01707806100");
        assert_eq!(dialled("999"), "999");
        assert_eq!(from_anywhere("999"), "999");
    }

    #[test]
    fn numbers_are_found_among_words() {
        let found = |text: &'static str| numbers(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        assert_eq!(found("Call (01707) 806100, or 999."), ["(01707) 806100", "999"]);
        assert_eq!(found("+44 (0)1707 806100 and 0800\u{a0}111 222"), ["+44 (0)1707 806100", "0800\u{a0}111 222"]);
        assert_eq!(
            found("01707 806100 (24 hours), 0300 123 4567 24 hours"),
            ["01707 806100", "24", "0300 123 4567", "24"]
        );
        assert_eq!(found("18001 01707 806100 9 to 5"), ["18001 01707 806100", "9", "5"]);
        assert_eq!(found("in A4 or B12"), [] as [&str; 0]);
    }

    #[test]
    fn a_slip_is_one_digit_or_two_neighbours() {
        let near =
            ["01707806101", "01707860100", "0170780610", "017078061000", "10707806100", "91707806100", "001707806100"];
        for other in near {
            assert!(one_off("01707806100", other) && one_off(other, "01707806100"), "{other}");
        }
        for other in ["01707806199", "01707800106", "01707806", "01708706010", "02707806101"] {
            assert!(!one_off("01707806100", other) && !one_off(other, "01707806100"), "{other}");
        }
        assert!(!one_off("01707806100", "01707806100"));
    }
}
