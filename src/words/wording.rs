//! The words of one language. What takes no part is looked up once, when the files are read; what takes one is a
//! [`Phrase`], and is put together by the language's one bundle.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use unic_langid::LanguageIdentifier;

use super::Lang;
use super::aloud::{Audio, Braille, Easy};
use super::fields::{Callouts, Data, Kinds, Print, Progresses, Sentences, States, Web};
use super::figures::Figures;
use super::message::{Arguments, File, PREVIEW};
use super::preview::Preview;

type Bundle = concurrent::FluentBundle<FluentResource>;

/// Words, and the language that they are in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Looked")]
pub struct Said {
    /// The words.
    pub text: Arc<str>,
    /// Their language.
    pub lang: Lang,
}

/// Words that something is put into; [`Wording::say`] does it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Looked")]
pub struct Phrase {
    id: Arc<str>,
    lang: Lang,
}

/// What is put into a phrase.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Words as they are.
    Text(&'a str),
    /// A number, for which the language chooses the form of the words beside it.
    Count(u64),
    /// A number in hundredths.
    Hundredths(u64),
}

/// The words of one language.
pub struct Wording {
    /// The language.
    pub lang: Lang,
    /// Of a web page.
    pub web: Web,
    /// Of the kinds of page.
    pub kinds: Kinds,
    /// Where a page stands in its life.
    pub states: States,
    /// How far a recommendation is.
    pub progress: Progresses,
    /// The names of callouts.
    pub callouts: Callouts,
    /// Of paper.
    pub print: Print,
    /// Of braille.
    pub braille: Braille,
    /// Of audio.
    pub audio: Audio,
    /// Of Easy Read.
    pub easy: Easy,
    /// Of files for programs.
    pub data: Data,
    /// What something is put into.
    pub sentences: Sentences,
    /// Who prints leaflets, by the name that leaflets have for them with `_` for `-`.
    places: BTreeMap<String, Said>,
    /// The names of languages, by tag.
    languages: BTreeMap<String, Said>,
    /// The names of all messages that the language has.
    messages: BTreeMap<String, Arguments>,
    figures: Figures,
    bundle: Bundle,
    /// What is taken where this language lacks a message; nothing in English itself.
    english: Option<Arc<Wording>>,
}

/// The groups of a file of words.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Groups {
    web: Web,
    kind: Kinds,
    state: States,
    progress: Progresses,
    callout: Callouts,
    print: Print,
    braille: Braille,
    audio: Audio,
    easy: Easy,
    data: Data,
    sentence: Sentences,
    place: BTreeMap<String, Said>,
    language: BTreeMap<String, Said>,
}

/// A message that was looked up.
#[derive(Deserialize)]
struct Looked {
    id: String,
    text: String,
    lang: String,
}

impl Wording {
    /// Returns the words of a language from its files, the last of which counts most.
    pub(super) fn new(tag: &str, files: Vec<File>, english: Option<&Arc<Wording>>) -> Wording {
        let lang = Lang::parse(tag).unwrap_or_default();
        let mut bundle: Bundle = concurrent::FluentBundle::new_concurrent(vec![identifier(tag)]);
        // Marks of direction would be counted as letters where a line is broken or a name is compared.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number));
        // It can fail only where there are such functions already.
        _ = bundle.add_builtins();
        let mut messages: BTreeMap<String, Arguments> = BTreeMap::new();
        for file in files {
            messages.extend(file.messages());
            bundle.add_resource_overriding(file.into_resource());
        }
        let source = (&messages, &bundle, &lang);
        let groups = looked_up(source, english.map(Arc::as_ref), &|group| group != PREVIEW);
        let groups: Groups = serde_json::from_value(Value::Object(groups)).unwrap_or_default();
        Wording {
            web: groups.web,
            kinds: groups.kind,
            states: groups.state,
            progress: groups.progress,
            callouts: groups.callout,
            print: groups.print,
            braille: groups.braille,
            audio: groups.audio,
            easy: groups.easy,
            data: groups.data,
            sentences: groups.sentence,
            places: groups.place,
            languages: groups.language,
            messages,
            figures: Figures::new(tag),
            bundle,
            english: english.cloned(),
            lang,
        }
    }

    /// Returns the words of the preview. They are looked up only here, so that a build does without.
    pub fn preview(&self) -> Preview {
        let source = (&self.messages, &self.bundle, &self.lang);
        let mut groups = looked_up(source, self.english.as_deref(), &|group| group == PREVIEW);
        groups.remove(PREVIEW).and_then(|group| serde_json::from_value(group).ok()).unwrap_or_default()
    }

    /// Returns a phrase with its parts put in.
    pub fn say(&self, phrase: &Phrase, parts: &[(&'static str, Arg<'_>)]) -> Said {
        let bundle = match self.english.as_ref().filter(|_| phrase.lang != self.lang) {
            Some(english) => &english.bundle,
            None => &self.bundle,
        };
        let mut arguments = FluentArgs::with_capacity(parts.len());
        for (name, part) in parts {
            arguments.set(*name, part.value());
        }
        Said { text: Arc::from(format(bundle, &phrase.id, Some(&arguments))), lang: phrase.lang.clone() }
    }

    /// Returns words of an author's, said to be in this language.
    pub fn said(&self, text: impl Into<Arc<str>>) -> Said {
        Said { text: text.into(), lang: self.lang.clone() }
    }

    /// Returns a language's name in the language of these words, or else in English, or else its tag.
    pub fn name_of(&self, lang: &Lang) -> Said {
        let unnamed = || Said { text: Arc::from(lang.tag()), lang: Lang::default() };
        self.languages.get(&lang.primary()).cloned().unwrap_or_else(unnamed)
    }

    /// Returns the words for what is in a language, such as `in Polish`.
    pub fn in_language(&self, lang: &Lang) -> Said {
        let name = self.name_of(lang);
        // Both come from one language: an English name takes English words round it.
        match self.english.as_ref().filter(|_| name.lang != self.lang) {
            Some(english) => english.in_language(lang),
            None => self.say(&self.sentences.in_language, &[("language", (&name).into())]),
        }
    }

    /// Returns whether the language has a message of its own, by its name.
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// Returns what readers call a place where leaflets are printed, such as `gp-surgery`.
    pub fn place(&self, name: &str) -> Option<&Said> {
        self.places.get(&name.replace('-', "_"))
    }

    /// Returns the names of the messages that the language has.
    #[cfg(test)]
    pub fn messages(&self) -> impl Iterator<Item = &String> {
        self.messages.keys()
    }

    /// Returns how the language writes numbers, days and lists.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }
}

/// Looks up all messages of some groups in a language, and in English where the language lacks one. Returns them by group and
/// name, in the form that [`Said`] and [`Phrase`] are read from.
fn looked_up(
    (messages, bundle, lang): (&BTreeMap<String, Arguments>, &Bundle, &Lang),
    english: Option<&Wording>,
    wanted: &dyn Fn(&str) -> bool,
) -> Map<String, Value> {
    let mut groups = Map::new();
    for (id, arguments) in english.map_or(messages, |english| &english.messages) {
        let Some((group, name)) = id.split_once('-').filter(|(group, _)| wanted(group)) else { continue };
        let own = messages.contains_key(id);
        let (bundle, lang) = match english.filter(|_| !own) {
            Some(english) => (&english.bundle, &english.lang),
            None => (bundle, lang),
        };
        let text = if arguments.is_empty() { format(bundle, id, None) } else { String::new() };
        let looked = json!({ "id": id, "text": text, "lang": lang.tag() });
        groups.entry(group).or_insert_with(|| json!({}))[name.replace('-', "_")] = looked;
    }
    groups
}

/// Returns a message with its parts put in; what cannot be put in stays as it is written.
fn format(bundle: &Bundle, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return String::new() };
    let mut faults = Vec::new();
    bundle.format_pattern(pattern, arguments, &mut faults).into_owned()
}

fn identifier(tag: &str) -> LanguageIdentifier {
    tag.parse().unwrap_or_default()
}

/// Writes a number among words.
fn number(value: &FluentValue<'_>, known: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimals = number.options.minimum_fraction_digits.unwrap_or(0).min(6);
    let decimals = u8::try_from(decimals).unwrap_or(0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are far below 2^53")]
    let counted = (number.value * 10f64.powi(i32::from(decimals))).round() as u64;
    known.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.number(counted, decimals)).ok()
}

/// How a language writes numbers, kept beside its bundle.
struct Numbers(Figures);

impl Memoizable for Numbers {
    type Args = ();
    type Error = std::convert::Infallible;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Numbers, Self::Error> {
        Ok(Numbers(Figures::new(&lang.to_string())))
    }
}

impl Arg<'_> {
    fn value(self) -> FluentValue<'static> {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        match self {
            Arg::Text(text) => FluentValue::from(text.to_string()),
            Arg::Count(count) => FluentValue::from(count),
            Arg::Hundredths(hundredths) => {
                let options =
                    FluentNumberOptions { minimum_fraction_digits: Some(2), ..FluentNumberOptions::default() };
                FluentNumber::new(hundredths as f64 / 100.0, options).into()
            }
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a Said> for Arg<'a> {
    fn from(said: &'a Said) -> Arg<'a> {
        Arg::Text(&said.text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Arg<'static> {
        Arg::Count(count as u64)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Arg<'static> {
        Arg::Count(u64::from(count))
    }
}

impl Said {
    /// Returns whether there are words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns words in a language.
    pub fn new(text: impl Into<Arc<str>>, lang: &Lang) -> Said {
        Said { text: text.into(), lang: lang.clone() }
    }
}

impl From<Looked> for Said {
    fn from(looked: Looked) -> Said {
        Said { text: looked.text.into(), lang: Lang::parse(&looked.lang).unwrap_or_default() }
    }
}

impl From<Looked> for Phrase {
    fn from(looked: Looked) -> Phrase {
        Phrase { id: looked.id.into(), lang: Lang::parse(&looked.lang).unwrap_or_default() }
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Said {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Serialize for Phrase {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

impl JsonSchema for Said {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Said".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({})", self.lang)
    }
}
