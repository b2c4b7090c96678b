//! What is written, and what must be spoken: `tests/fixtures/speech/`.

use super::Speech;
use crate::words::Lang;

fn speech(tag: &str) -> Speech {
    Lang::parse(tag).as_ref().and_then(Speech::of).expect("a language that is known")
}

/// Returns the lines that are spoken otherwise than they must be.
fn wrong(tag: &str, cases: &str) -> (usize, Vec<String>) {
    let speech = speech(tag);
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|line| !line.is_empty() && !line.starts_with("## ")) {
        let (written, expected) = line.split_once(" => ").unwrap_or_else(|| panic!("`{line}` has no ` => `"));
        let said = speech.say(written);
        count += 1;
        if said != expected {
            wrong.push(format!("{written}\n    must be {expected}\n    is      {said}"));
        }
    }
    (count, wrong)
}

#[test]
fn english_is_spoken_as_people_say_it() {
    let (count, wrong) = wrong("en-GB", include_str!("../../../../tests/fixtures/speech/en.txt"));
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 1_210, "{count}");
}

#[test]
fn welsh_is_spoken_as_people_say_it() {
    let (count, wrong) = wrong("cy", include_str!("../../../../tests/fixtures/speech/cy.txt"));
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 190, "{count}");
}

#[test]
fn nothing_is_lost_that_has_no_known_shape() {
    let speech = speech("en");
    for text in ["żółw ☎ 東京", "Qa'pla!", "x9_y|z", "«»", "سلام", "a\u{301}b", "…", "99999999999999999999999999"]
    {
        let said = speech.say(text);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        assert!(letters(&said) >= letters(text) && !said.trim().is_empty(), "{text} became {said}");
    }
    assert!(Lang::parse("ur").is_some_and(|urdu| Speech::of(&urdu).is_none()));
}

#[test]
fn telephone_numbers_are_groups_of_digits() {
    let speech = speech("en");
    assert_eq!(speech.phone("101"), "one oh one");
    assert_eq!(speech.phone("0808 16 89 111"), "oh eight oh eight, one six, eight nine, one one one");
}
