//! Typographic quotation marks and apostrophes in place of those of a typewriter, as a language writes them.

use std::ops::Range;

use super::Lang;

/// What stands for a part of a run whose letters nobody may touch, such as code or a figure: it counts as a letter.
pub const OPAQUE: char = '\u{fffc}';

/// The marks of some languages.
struct Marks {
    languages: &'static [&'static str],
    /// What opens and closes in place of `"`.
    double: [&'static str; 2],
    /// What opens and closes in place of `'`.
    single: [&'static str; 2],
}

/// The languages whose marks are known; in every other one, such as Urdu, marks stay as they are typed. A writer of English
/// or Welsh chooses between single and double. Source: Unicode CLDR 46, delimiters; the no-break spaces of French: Lexique
/// des règles typographiques en usage à l'Imprimerie nationale, Guillemets.
const MARKS: &[Marks] = &[
    Marks { languages: &["en", "cy", "ga", "gd", "nl", "pt"], double: ["“", "”"], single: ["‘", "’"] },
    Marks { languages: &["pl", "ro"], double: ["„", "”"], single: ["«", "»"] },
    Marks { languages: &["de", "cs", "sk"], double: ["„", "“"], single: ["‚", "‘"] },
    Marks { languages: &["fr"], double: ["«\u{a0}", "\u{a0}»"], single: ["“", "”"] },
    Marks { languages: &["es", "it"], double: ["«", "»"], single: ["“", "”"] },
];

/// What stands where letters are left out, in all these languages.
const APOSTROPHE: &str = "’";

/// Words that start with an apostrophe in English and Welsh, as people write them.
const CUT: &[&str] = &[
    "em", "til", "tis", "twas", "twill", "cause", "cos", "n", "round", "bout", "r", "w", "i", "u", "m", "ch", "na",
    "ma",
];

/// A mark to put in the place of one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typeset {
    /// The byte of the run at which the typed mark stands; it has one byte.
    pub at: usize,
    /// What stands there instead.
    pub mark: &'static str,
}

/// How many quotations are known to stand inside one another; nobody can follow more.
const DEEPEST: usize = 8;

/// What comes before a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, a space, or something that opens: what follows starts.
    Start,
    /// A dash: what follows starts if letters do.
    Dash,
    /// A digit.
    Digit,
    /// Any other letter.
    Letter,
    /// A stop, or something that closes.
    End,
}

/// Returns the words of a language with its quotation marks and apostrophes.
pub fn typeset(text: String, lang: &Lang) -> String {
    let marks = marks(&text, lang);
    if marks.is_empty() {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 4 * marks.len());
    let mut at = 0;
    for typeset in marks {
        out.push_str(&text[at..typeset.at]);
        out.push_str(typeset.mark);
        at = typeset.at + 1;
    }
    out.push_str(&text[at..]);
    out
}

/// Returns what to put in the place of the typewriter's marks in one run of words, such as a paragraph, in order. Marks of
/// measures (5' 6") and those inside addresses are not among them.
pub fn marks(run: &str, lang: &Lang) -> Vec<Typeset> {
    if !run.contains(['\'', '"']) {
        return Vec::new();
    }
    let primary = lang.primary();
    let Some(known) = MARKS.iter().find(|marks| marks.languages.contains(&primary.as_str())) else { return Vec::new() };
    let mut scan =
        Scan { run, known, open: Vec::new(), closes: last_close(run), token: 0..0, address: 0..0, found: Vec::new() };
    let mut before = Before::Start;
    for (at, c) in run.char_indices() {
        before = match c {
            '\'' | '"' => scan.mark(at, c, before),
            _ => after_letter(c),
        };
    }
    scan.found
}

/// Returns what a character is for a mark after it.
fn after_letter(c: char) -> Before {
    match c {
        '(' | '[' | '{' | '<' | '/' | '=' | '+' | '|' | '‘' | '“' | '„' | '‚' | '«' | '‹' | '¿' | '¡' => {
            Before::Start
        }
        '-' | '–' | '—' | '‐' | '‑' => Before::Dash,
        OPAQUE => Before::Letter,
        _ if c.is_whitespace() => Before::Start,
        _ if c.is_ascii_digit() => Before::Digit,
        _ if c.is_alphanumeric() => Before::Letter,
        _ => Before::End,
    }
}

struct Scan<'a> {
    run: &'a str,
    known: &'static Marks,
    /// The typed marks that have been opened and not closed.
    open: Vec<char>,
    /// The byte of the last `'` that can close something.
    closes: Option<usize>,
    /// The stretch without spaces that was looked at last, and the address in it.
    token: Range<usize>,
    address: Range<usize>,
    found: Vec<Typeset>,
}

impl Scan<'_> {
    /// Judges one mark. Returns what it is for a mark after it.
    fn mark(&mut self, at: usize, c: char, before: Before) -> Before {
        let rest = &self.run[at + 1..];
        let after = rest.chars().next();
        let spaced = after.is_none_or(char::is_whitespace);
        let letters = after.is_some_and(|c| c.is_alphanumeric() || c == OPAQUE);
        if self.in_address(at) || self.is_prime(at, c, before) {
            return Before::End;
        }
        let starts = match before {
            Before::Start => !spaced,
            Before::Dash => letters,
            Before::Digit | Before::Letter | Before::End => false,
        };
        if c == '\'' && starts && (is_cut(rest) || self.closes.is_none_or(|last| last <= at)) {
            self.found.push(Typeset { at, mark: APOSTROPHE });
            return Before::Letter;
        }
        let pair = if c == '"' { self.known.double } else { self.known.single };
        if starts {
            if self.open.len() < DEEPEST {
                self.open.push(c);
            }
            self.found.push(Typeset { at, mark: pair[0] });
            return Before::Start;
        }
        let within = matches!(before, Before::Letter | Before::Digit) && letters;
        let opened = self.open.iter().rposition(|open| *open == c).filter(|_| !within);
        match (c, opened) {
            ('\'', None) if before != Before::Start => self.found.push(Typeset { at, mark: APOSTROPHE }),
            ('"', None) if within || before == Before::Start => {}
            (_, None) if before == Before::Start => {}
            (_, opened) => {
                if let Some(opened) = opened {
                    self.open.truncate(opened);
                }
                self.found.push(Typeset { at, mark: pair[1] });
            }
        }
        if within { Before::Letter } else { Before::End }
    }

    /// Returns whether a mark is one of feet or inches, or of minutes or seconds: it follows a digit and closes nothing.
    fn is_prime(&self, at: usize, c: char, before: Before) -> bool {
        if before != Before::Digit {
            return false;
        }
        let rest = self.run[at + 1..].trim_start_matches(' ');
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let feet_and_inches = match c {
            '\'' => digits.len() < rest.len() && digits.starts_with('"'),
            _ => {
                let inches = self.run[..at].trim_end_matches(|c: char| c.is_ascii_digit());
                let feet = inches.trim_end_matches(' ').strip_suffix('\'');
                feet.is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
            }
        };
        let letter = self.run[at + 1..].starts_with(char::is_alphanumeric);
        feet_and_inches || (!letter && !self.open.contains(&c))
    }

    /// Returns whether a mark stands inside a web address or an email address, and not around it.
    fn in_address(&mut self, at: usize) -> bool {
        if !self.token.contains(&at) {
            let start = self.run[..at].char_indices().rfind(|(_, c)| c.is_whitespace());
            let start = start.map_or(0, |(space, c)| space + c.len_utf8());
            let end = self.run[at..].find(char::is_whitespace).map_or(self.run.len(), |space| at + space);
            let around = |c: char| !c.is_alphanumeric() && c != '/';
            let token = &self.run[start..end];
            let first = token.len() - token.trim_start_matches(around).len();
            let bare = token.trim_matches(around);
            let address = bare.contains("://") || bare.contains('@') || bare.starts_with("www.");
            self.token = start..end;
            self.address = if address { start + first..start + first + bare.len() } else { 0..0 };
        }
        self.address.contains(&at)
    }
}

/// Returns the byte of the last `'` of a run that can close something, rather than stand for letters left out.
fn last_close(run: &str) -> Option<usize> {
    run.rmatch_indices('\'').map(|(at, _)| at).find(|at| {
        let before = run[..*at].chars().next_back();
        let after = run[at + 1..].chars().next();
        let ends = before.is_some_and(|c| c == '"' || !matches!(after_letter(c), Before::Start | Before::Dash));
        ends && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Returns whether the words after an apostrophe have lost their start: `'em`, or `'90s`.
fn is_cut(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = rest[..end].to_lowercase();
    let decade = word.strip_suffix('s').is_some_and(|year| year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()));
    decade || CUT.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::{OPAQUE, typeset};
    use crate::words::Lang;

    fn check(cases: &[(&str, &str, &str)]) {
        for (lang, typed, expected) in cases {
            let lang = Lang::parse(lang).expect("a tag");
            assert_eq!(typeset((*typed).to_string(), &lang), *expected, "{lang}: {typed}");
        }
    }

    #[test]
    fn apostrophes_stand_where_letters_are_left_out() {
        check(&[
            ("en-GB", "Victims' rights, the victim's code", "Victims’ rights, the victim’s code"),
            ("en-GB", "It's the 1990's. Isn't it?", "It’s the 1990’s. Isn’t it?"),
            ("en-GB", "the '90s and '80s", "the ’90s and ’80s"),
            ("en-GB", "Tell 'em 'til then", "Tell ’em ’til then"),
            ("en-GB", "'Tis the victims' choice", "’Tis the victims’ choice"),
            ("en-GB", "rock 'n' roll", "rock ’n’ roll"),
            ("cy", "Wedi'ch brifo? I'r dref, o'r 'Steddfod", "Wedi’ch brifo? I’r dref, o’r ’Steddfod"),
            ("fr", "l'aide aujourd'hui", "l’aide aujourd’hui"),
            ("pl", "Jack'a", "Jack’a"),
        ]);
    }

    #[test]
    fn quotations_have_the_marks_of_their_language() {
        check(&[
            ("en-GB", "the 'Leave this site' button", "the ‘Leave this site’ button"),
            ("en-GB", "the \"Leave this site\" button", "the “Leave this site” button"),
            ("en-GB", "\"'Yes,' he said.\" She: 'No \"why\".'", "“‘Yes,’ he said.” She: ‘No “why”.’"),
            ("en-GB", "(\"in brackets\")—\"yes\"—and \"so on\"...", "(“in brackets”)—“yes”—and “so on”..."),
            ("en-GB", "\"The first of two paragraphs", "“The first of two paragraphs"),
            ("en-GB", "and the second.\"", "and the second.”"),
            ("en-GB", "'the victims' code' is new", "‘the victims’ code’ is new"),
            ("en-GB", "he wrote 'in 1998' and \"in 1999\"", "he wrote ‘in 1998’ and “in 1999”"),
            ("en-GB", "'10 things to know'", "‘10 things to know’"),
            ("cy", "y gair \"register\"", "y gair “register”"),
            ("pl", "Powiedz \"stop\" i 'nie'.", "Powiedz „stop” i «nie»."),
            ("de", "Sag \"Stopp\" und 'nein'.", "Sag „Stopp“ und ‚nein‘."),
            ("fr", "Dites \"stop\".", "Dites «\u{a0}stop\u{a0}»."),
            ("ur", "یہ \"register\" ہے", "یہ \"register\" ہے"),
            ("ar", "قل \"stop\"", "قل \"stop\""),
        ]);
    }

    #[test]
    fn what_is_no_quotation_stays() {
        check(&[
            ("en-GB", "5' 6\" tall, 5'6\", 12\" wide and 3'", "5' 6\" tall, 5'6\", 12\" wide and 3'"),
            ("en-GB", "\"He is 5' 6\" tall,\" she said", "“He is 5' 6\" tall,” she said"),
            (
                "en-GB",
                "https://pcc.example/o'brien's or pat.o'neil@pcc.example",
                "https://pcc.example/o'brien's or pat.o'neil@pcc.example",
            ),
            (
                "en-GB",
                "'https://pcc.example' and \"www.pcc.example/a'b\"",
                "‘https://pcc.example’ and “www.pcc.example/a'b”",
            ),
            ("en-GB", "a ' alone, a \" too", "a ' alone, a \" too"),
            ("en-GB", "typed ‘well’ and “so” it’s", "typed ‘well’ and “so” it’s"),
        ]);
    }

    #[test]
    fn what_nobody_may_touch_counts_as_a_letter() {
        let typed = format!("\"{OPAQUE}\" and {OPAQUE}'s, '{OPAQUE}'");
        let expected = format!("“{OPAQUE}” and {OPAQUE}’s, ‘{OPAQUE}’");
        check(&[("en", &typed, &expected)]);
    }
}
