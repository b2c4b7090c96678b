//! The words that Handbill itself writes, by language. One file a language, in the form of Project Fluent: those of
//! `locales/` are in the binary, and a site may have its own. A message that a language lacks is said in English, and
//! says so. What an author wrote is not here.

mod aloud;
mod fields;
mod figures;
mod lang;
mod message;
mod preview;
pub mod problems;
pub mod quotation;
mod told;
mod worded;
mod wording;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::diag::{Diagnostic, FileId};
use message::File;

pub use aloud::{Audio, Braille};
pub use fields::{Callouts, Data, Kinds, Print, Progresses, Sentences, States, Web};
pub use figures::{Figures, figures};
pub use lang::{Direction, Lang};
pub use preview::Preview;
pub use worded::Worded;
pub use wording::{Arg, Phrase, Said, Wording};

/// The files in the binary, English first: what another lacks is taken from it.
const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("../../locales/en.ftl")),
    ("cy", include_str!("../../locales/cy.ftl")),
    ("pl", include_str!("../../locales/pl.ftl")),
    ("ur", include_str!("../../locales/ur.ftl")),
];

/// The words of every language that there are words in.
#[derive(Debug)]
pub struct Wordings {
    /// English first.
    all: Vec<Arc<Wording>>,
}

/// Words are the same where they were read at once: they are never compared letter by letter.
impl PartialEq for Wordings {
    fn eq(&self, other: &Wordings) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A site's own file of words.
#[derive(Clone, Debug)]
pub struct Own {
    /// The language that its name says.
    pub lang: Lang,
    /// The file.
    pub file: FileId,
    /// What is written in it.
    pub text: Arc<str>,
}

impl Wordings {
    /// Returns the words of a site without files of its own.
    pub fn built_in() -> Arc<Wordings> {
        static BUILT: OnceLock<Arc<Wordings>> = OnceLock::new();
        Arc::clone(BUILT.get_or_init(|| Arc::new(Wordings::new(&[]).0)))
    }

    /// Returns the words of a site, and what is wrong with its own files. What one of them says is taken before what the
    /// binary has, message by message.
    pub fn new(own: &[Own]) -> (Wordings, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut files: BTreeMap<String, Vec<File>> = BTreeMap::new();
        for (tag, text) in BUILT_IN {
            files.entry((*tag).to_string()).or_default().push(File::read(text));
        }
        let known = files["en"][0].messages();
        for one in own {
            let mut file = File::read(&one.text);
            file.judge(one, &known, &mut found);
            let layers = files.entry(one.lang.tag().to_ascii_lowercase()).or_default();
            if layers.is_empty() {
                file.judge_missing(one, &files["en"][0], &mut found);
            }
            files.entry(one.lang.tag().to_ascii_lowercase()).or_default().push(file);
        }
        let english = Arc::new(Wording::new("en", files.remove("en").unwrap_or_default(), None));
        let others = files.into_iter().map(|(tag, layers)| Arc::new(Wording::new(&tag, layers, Some(&english))));
        let all = std::iter::once(Arc::clone(&english)).chain(others).collect();
        (Wordings { all }, found)
    }

    /// Returns the words for readers of a language: those of its whole tag, of its first part, or else the English ones.
    pub fn of(&self, lang: &Lang) -> &Arc<Wording> {
        let tag = |wording: &&Arc<Wording>| wording.lang.tag().eq_ignore_ascii_case(lang.tag());
        let first = |wording: &&Arc<Wording>| wording.lang.is_primary_of(lang);
        self.all.iter().find(tag).or_else(|| self.all.iter().find(first)).unwrap_or(&self.all[0])
    }

    /// Returns the languages that there are words in.
    pub fn languages(&self) -> impl Iterator<Item = &Lang> {
        self.all.iter().map(|wording| &wording.lang)
    }

    /// Returns the English words, in which findings are told.
    pub fn english(&self) -> &Arc<Wording> {
        &self.all[0]
    }
}

#[cfg(test)]
mod tests;
