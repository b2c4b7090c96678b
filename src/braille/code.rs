//! Which code words are written in: ours, or a table of the system's liblouis.

use std::ops::Range;

use super::english::{Translation, translate};
use super::latin::{self, is_latin};
use super::sign::Sign;
#[cfg(feature = "formats")]
use super::symbol;
use super::symbol::Unknown;
use super::typeform::Form;

#[cfg(feature = "formats")]
use super::liblouis;

/// How much a code shortens words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grade {
    /// Grade 1: each letter is written.
    #[default]
    Uncontracted,
    /// Grade 2: common words and groups of letters are shortened.
    Contracted,
}

/// The tables of liblouis for a language: without contractions, and with them where there is such a code. Source: liblouis
/// 3.24, `tables/`.
#[cfg(feature = "formats")]
const TABLES: &[(&str, &str, Option<&str>)] = &[
    ("ar", "ar-ar-g1.utb", Some("ar-ar-g2.ctb")),
    ("cy", "cy-cy-g1.utb", Some("cy-cy-g2.ctb")),
    ("en", "en-ueb-g1.ctb", Some("en-ueb-g2.ctb")),
    ("es", "es-g1.ctb", Some("es-g2.ctb")),
    ("fa", "fa-ir-g1.utb", None),
    ("ga", "ga-g1.utb", Some("ga-g2.ctb")),
    ("gu", "gu-in-g1.utb", None),
    ("hi", "hi-in-g1.utb", None),
    ("lt", "lt-6dot.utb", None),
    ("pl", "Pl-Pl-g1.utb", None),
    ("pt", "pt-pt-g1.utb", Some("pt-pt-g2.ctb")),
    ("tr", "tr-g1.ctb", Some("tr-g2.ctb")),
    ("ur", "ur-pk-g1.utb", Some("ur-pk-g2.ctb")),
];

/// The first version of liblouis that writes postcodes and grouped telephone numbers right.
pub const FIRST_RIGHT: (u32, u32, u32) = (3, 29, 0);

/// Returns the version of the system's liblouis, where it has one.
pub fn library_version() -> Option<(u32, u32, u32)> {
    #[cfg(feature = "formats")]
    return liblouis::find().map(|library| library.version);
    #[cfg(not(feature = "formats"))]
    None
}

/// Returns the table of a language, given by its primary tag, if the system's liblouis has it.
#[cfg(feature = "formats")]
fn table(language: &str, grade: Grade) -> Option<(&'static liblouis::Liblouis, &'static str)> {
    use std::collections::BTreeMap;
    use std::sync::{Mutex, PoisonError};
    // Whether a table is there costs as much as reading it.
    static THERE: Mutex<BTreeMap<&'static str, bool>> = Mutex::new(BTreeMap::new());
    let (_, plain, short) = TABLES.iter().find(|(known, ..)| *known == language)?;
    let table = if grade == Grade::Contracted { short.unwrap_or(plain) } else { plain };
    let library = liblouis::find()?;
    let mut there = THERE.lock().unwrap_or_else(PoisonError::into_inner);
    let has = *there.entry(table).or_insert_with(|| library.has(table));
    has.then_some((library, table))
}

/// Returns whether liblouis writes words of a language, given by its primary tag, in a grade.
#[cfg(feature = "formats")]
pub fn has_table(language: &str, grade: Grade) -> bool {
    table(language, grade).is_some()
}

/// Returns that liblouis writes nothing: without formats it is not loaded.
#[cfg(not(feature = "formats"))]
pub fn has_table(_language: &str, _grade: Grade) -> bool {
    false
}

/// Returns a text in the code of its language, given by its primary tag. English without contractions is always ours; what the
/// system's liblouis cannot do is written in it too.
pub fn transcribe(text: &str, forms: &[Form], language: &str, grade: Grade) -> Translation {
    if language == "en" && grade == Grade::Uncontracted {
        return translate(text, forms);
    }
    // Tables of other scripts leave Latin letters out, such as those of an address: these are written as in English.
    if NOT_LATIN.contains(&language) && text.contains(is_latin) {
        let mut whole = Translation::default();
        for part in latin::parts(text) {
            let own: Vec<Form> = forms.iter().filter_map(|form| within(form, &part.range)).collect();
            let words = text.get(part.range.clone()).unwrap_or_default();
            let language = if part.latin { "en" } else { language };
            append(&mut whole, transcribe(words, &own, language, Grade::Uncontracted), part.range.start);
        }
        return whole;
    }
    #[cfg(feature = "formats")]
    if let Some((library, table)) = table(language, grade) {
        // A word in a letter that no English table knows would come out as numbers.
        let unknown = if language == "en" { symbol::unknown(text) } else { Vec::new() };
        let replaced = Replaced::new(text, &unknown);
        let forms: Vec<Form> = forms.iter().map(|form| replaced.form(form)).collect();
        if let Some(mut made) = library.translate(table, &replaced.text, &forms) {
            made.from.iter_mut().for_each(|at| *at = replaced.origin(*at));
            made.unknown = unknown;
            return made;
        }
    }
    translate(text, forms)
}

/// Languages whose tables know letters of another script alone. Source: liblouis 3.24, `tables/`.
const NOT_LATIN: [&str; 5] = ["ar", "fa", "gu", "hi", "ur"];

/// Returns what of a form is in a part of its text, from that part's start on.
fn within(form: &Form, part: &Range<usize>) -> Option<Form> {
    let (start, end) = (form.range.start.max(part.start), form.range.end.min(part.end));
    (start < end).then(|| Form { range: start - part.start..end - part.start, typeform: form.typeform })
}

/// Adds what was made of a part of a text that starts at a byte of it.
fn append(whole: &mut Translation, part: Translation, start: usize) {
    let before = whole.cells.len();
    whole.cells.extend(part.cells);
    let start_32 = u32::try_from(start).unwrap_or(u32::MAX);
    whole.from.extend(part.from.into_iter().map(|at| at.saturating_add(start_32)));
    whole.unknown.extend(part.unknown.into_iter().map(|unknown| Unknown { at: unknown.at + start, ..unknown }));
    whole.signs.extend(part.signs.into_iter().map(|sign| Sign { at: sign.at + before, ..sign }));
}

/// A text with other words in the place of characters that have no sign.
#[cfg(feature = "formats")]
struct Replaced {
    text: String,
    /// Where both texts go on together: in the author's, and in this one.
    joins: Vec<(usize, usize)>,
}

#[cfg(feature = "formats")]
impl Replaced {
    fn new(text: &str, unknown: &[symbol::Unknown]) -> Replaced {
        let mut replaced = Replaced { text: String::with_capacity(text.len()), joins: vec![(0, 0)] };
        let mut from = 0;
        for unknown in unknown {
            replaced.text.push_str(text.get(from..unknown.at).unwrap_or_default());
            replaced.text.push_str(&unknown.instead);
            from = unknown.at + unknown.c.len_utf8();
            replaced.joins.push((from, replaced.text.len()));
        }
        replaced.text.push_str(text.get(from..).unwrap_or_default());
        replaced
    }

    /// Returns where a byte of this text comes from.
    fn origin(&self, at: u32) -> u32 {
        let join = self.joins.iter().rev().find(|(_, here)| *here <= at as usize);
        join.map_or(at, |(there, here)| u32::try_from(there + at as usize - here).unwrap_or(u32::MAX))
    }

    fn form(&self, form: &Form) -> Form {
        let moved = |at: usize| {
            let join = self.joins.iter().rev().find(|(there, _)| *there <= at);
            join.map_or(at, |(there, here)| here + (at - there))
        };
        Form { range: moved(form.range.start)..moved(form.range.end), typeform: form.typeform }
    }
}
