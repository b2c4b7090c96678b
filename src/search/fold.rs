//! Text cut into words, each in the form in which it is looked up: small letters, without accents. `themes/civic/finder.js` does
//! the same with what a reader types; the judge `search` puts both beside each other.

use unicode_normalization::char::decompose_canonical;

/// The fewest characters of a word that is looked up.
pub const LEAST: usize = 3;

/// The most characters of a word; longer ones are no words that anybody types.
const MOST: usize = 40;

/// Calls `each` with every word of a text, in its order. An apostrophe within a word is left out, as in `victims` for `victim’s`;
/// a hyphen between letters and figures is left out too, so that a code such as `RJ-01` is one word.
pub fn words(text: &str, each: &mut dyn FnMut(&str)) {
    let mut word = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            'a'..='z' | '0'..='9' => word.push(character),
            'A'..='Z' => word.push(character.to_ascii_lowercase()),
            '-' | '\u{2011}' => {
                let code = word.chars().last().is_some_and(char::is_alphabetic)
                    && characters.peek().is_some_and(char::is_ascii_digit);
                if !code {
                    end(&mut word, each);
                }
            }
            '\'' | '\u{2019}' | '\u{2BC}' | '\u{AD}' | '\u{640}' | '\u{200C}' | '\u{200D}' => {}
            _ if character.is_ascii() => end(&mut word, each),
            _ => decompose_canonical(character, |part| fold(part, &mut word, each)),
        }
    }
    end(&mut word, each);
}

fn end(word: &mut String, each: &mut dyn FnMut(&str)) {
    if !word.is_empty() && word.chars().count() <= MOST {
        each(word);
    }
    word.clear();
}

/// Adds a part of a character to a word, or ends the word.
fn fold(part: char, word: &mut String, each: &mut dyn FnMut(&str)) {
    if is_accent(part) {
        return;
    }
    for small in part.to_lowercase().filter(|small| !is_accent(*small)) {
        if let Some(letters) = plain(small) {
            word.push_str(letters);
        } else if let Some(figure) = figure(small) {
            word.push(figure);
        } else if small.is_alphanumeric() || is_indic(small) {
            word.push(small);
        } else {
            end(word, each);
        }
    }
}

/// Returns whether a character only changes the one before it, in scripts whose readers leave such marks out when they search.
/// In those of India they are vowels, and stay. Source: Unicode 16, blocks and general category Mn.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'
        | '\u{5C1}'..='\u{5C2}' | '\u{5C4}'..='\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}'
        | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// Returns whether a character belongs to a word in a script of India: its vowel signs and joins are no letters to Unicode.
fn is_indic(character: char) -> bool {
    matches!(character, '\u{900}'..='\u{963}' | '\u{966}'..='\u{DFF}')
}

/// Returns what stands for a letter that Unicode does not take apart, and that readers type in more than one way.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        // Urdu and Arabic write these with characters of their own, which look alike.
        '\u{64A}' | '\u{649}' => "\u{6CC}",
        '\u{643}' => "\u{6A9}",
        '\u{647}' => "\u{6C1}",
        _ => return None,
    })
}

/// Returns a figure of Arabic or Urdu as the one that all keyboards have.
fn figure(character: char) -> Option<char> {
    let zero = match character {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        _ => return None,
    };
    char::from_digit(u32::from(character) - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_have_one_form() {
        for (text, expected) in [
            ("", ""),
            ("Victim’s rights, and don't", "victims rights and dont"),
            ("RJ-01 and rj‑02, day-to-day", "rj01 and rj02 day to day"),
            ("£1,234 by 9.30am", "1 234 by 9 30am"),
            ("Złóż skargę: Łódź", "zloz skarge lodz"),
            ("tŷ, ŵyr, na\u{308}ive, naïve", "ty wyr naive naive"),
            ("مدد كيسے ملے گی؟ ۹۹۹", "مدد کیسے ملے گی 999"),
            ("أُرْدُو", "اردو"),
            ("मदद कहाँ", "मदद कहाँ"),
            ("STRASSE straße ΟΔΟΣ", "strasse strasse οδοσ"),
            (&"x".repeat(41), ""),
            ("-- 'a' -1", "a 1"),
        ] {
            let mut found = Vec::new();
            words(text, &mut |word| found.push(word.to_string()));
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
