//! A YAML mapping read field by field, so that every mistake is found, each at its line. What is read is noted, so
//! that the same code tells what a mapping may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::Range;

use serde_yaml::Value;

use crate::content::problems;
use crate::content::read::limits::{self, MOST_ENTRIES, MOST_LETTERS};
use crate::content::yaml::region::Region;
use crate::content::yaml::shape::{Key, Shape};
use crate::content::yaml::values::{describe, key_name, scalar};
use crate::diag::{Diagnostic, FileId, FindingKind, Span, nearest};
use crate::model::kinds::{Money, Reference};
use crate::model::{Date, Deadline, Lang, Moment, Told, Zone};
use crate::words::{Said, Worded, quotation};

/// A mapping that is read field by field.
pub struct Fields<'a> {
    values: BTreeMap<String, Value>,
    region: Region<'a>,
    spans: BTreeMap<String, Span>,
    known: Vec<Key>,
    span: Span,
    kind: &'static FindingKind,
    zone: Option<&'a Zone>,
    /// The language that readers' words are written in; nothing where none is known.
    lang: Option<Lang>,
    /// Whether nothing is read, and only what would be is noted.
    describing: bool,
    found: &'a mut Vec<Diagnostic>,
}

/// An author's words, and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The words.
    pub text: String,
    /// Where they stand as they are, in bytes of the file; nothing where the file has them otherwise, as on several
    /// lines.
    pub at: Option<Range<usize>>,
    /// Their place, or the nearest that is known.
    pub span: Option<Span>,
}

impl<'a> Fields<'a> {
    /// Returns the fields of a mapping that is a whole text, which stands at byte `start` of a file.
    pub fn new(
        values: BTreeMap<String, Value>,
        text: &'a str,
        file: FileId,
        start: usize,
        found: &'a mut Vec<Diagnostic>,
    ) -> Fields<'a> {
        Fields::of(values, Region::new(text, file, start), &problems::FRONT_MATTER_VALUE, found)
    }

    fn of(
        values: BTreeMap<String, Value>,
        region: Region<'a>,
        kind: &'static FindingKind,
        found: &'a mut Vec<Diagnostic>,
    ) -> Fields<'a> {
        let spans = region.keys(values.keys());
        let span = region.first_line();
        Fields {
            values,
            region,
            spans,
            known: Vec::new(),
            span,
            kind,
            zone: None,
            lang: None,
            describing: false,
            found,
        }
    }

    /// Returns what a function that reads a mapping would read.
    pub fn described(read: impl FnOnce(&mut Fields<'_>)) -> Vec<Key> {
        let mut found = Vec::new();
        let mut fields = Fields::new(BTreeMap::new(), "", FileId(0), 0, &mut found);
        fields.describing = true;
        read(&mut fields);
        fields.known
    }

    /// Returns the fields of one entry of a store: a mapping under a key of `top` that stands at `span`.
    pub fn entry(value: &Value, region: Region<'a>, span: Span, found: &'a mut Vec<Diagnostic>) -> Option<Fields<'a>> {
        let Value::Mapping(mapping) = value else {
            let help = "write its details under it, each on a line of its own, two spaces in";
            let message = format!("this must be keys and values, not {}", describe(value));
            found.push(Diagnostic::new(&problems::STORE_INVALID, span, message, help));
            return None;
        };
        let values = mapping.iter().map(|(key, value)| (key_name(key), value.clone())).collect();
        Some(Fields { span, ..Fields::of(values, region, &problems::STORE_INVALID, found) })
    }

    /// Judges moments by a zone's clocks.
    pub fn in_zone(&mut self, zone: &'a Zone) {
        self.zone = Some(zone);
    }

    /// Says what language readers' words are written in.
    pub fn in_language(&mut self, lang: &Lang) {
        self.lang = Some(lang.clone());
    }

    /// Returns words for readers with the quotation marks and apostrophes of their language.
    pub fn typeset(&self, words: String) -> String {
        match &self.lang {
            Some(lang) => quotation::typeset(words, lang),
            None => words,
        }
    }

    /// Says that a translation has some keys from its original; they have no line of their own.
    pub fn inherits(&mut self, keys: &BTreeSet<String>) {
        for key in keys {
            self.spans.entry(key.clone()).or_insert(self.span);
        }
    }

    /// Reports something of another kind than a mistake in a key's value.
    pub fn note_finding(&mut self, kind: &'static FindingKind, key: &str, message: String, help: String) {
        self.found.push(Diagnostic::new(kind, self.span(key), message, help));
    }

    /// Reports every key that nothing knows.
    pub fn finish(self, what: &str) {
        for key in self.values.keys() {
            let span = self.spans.get(key).copied().unwrap_or(self.span);
            let help = match nearest(key, self.known.iter().map(|key| key.name)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let names: Vec<&str> = self.known.iter().map(|key| key.name).collect();
                    format!("use one of: {}", names.join(", "))
                }
            };
            self.found.push(Diagnostic::new(self.kind, span, format!("`{key}` is not a key of {what}"), help));
        }
    }

    /// Returns the keys that nothing knows, where they stand, and the nearest known one.
    pub fn unknown(self) -> Vec<(String, Span, Option<String>)> {
        let at = |key: &str| self.spans.get(key).copied().unwrap_or(self.span);
        let known = || self.known.iter().map(|key| key.name);
        self.values.keys().map(|key| (key.clone(), at(key), nearest(key, known()))).collect()
    }

    /// Returns where a key stands, or else where the mapping starts.
    pub fn span(&self, key: &str) -> Span {
        self.spans.get(key).copied().unwrap_or(self.span)
    }

    /// Returns where every key stands.
    pub fn spans(&self) -> BTreeMap<String, Span> {
        self.spans.clone()
    }

    /// Returns whether a key is written.
    pub fn has(&self, key: &str) -> bool {
        self.spans.contains_key(key)
    }

    /// Reports a mistake in a key's value.
    pub fn wrong(&mut self, key: &str, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::new(self.kind, self.span(key), message, help));
    }

    /// Reports a mistake in a part of a value.
    pub fn wrong_at(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::new(self.kind, span, message, help));
    }

    fn note(&mut self, name: &'static str, about: &'static str, shape: Shape) {
        if self.describing || !self.known.iter().any(|key| key.name == name) {
            self.known.push(Key { name, about, required: false, shape });
        }
    }

    /// Returns a raw value; the key is noted as one that holds a shape.
    pub fn value(&mut self, key: &'static str, about: &'static str, shape: Shape) -> Option<Value> {
        self.note(key, about, shape);
        let mut value = self.values.remove(key).filter(|value| !value.is_null())?;
        let over = match &mut value {
            Value::String(text) => text.char_indices().nth(MOST_LETTERS).map(|(at, _)| {
                text.truncate(at);
                "letters"
            }),
            Value::Sequence(items) => (items.len() > MOST_ENTRIES).then(|| {
                items.truncate(MOST_ENTRIES);
                "entries"
            }),
            _ => None,
        };
        self.found.extend(over.map(|what| limits::value_too_long(self.span(key), key, what)));
        Some(value)
    }

    /// Returns a text; a number is taken as it is written.
    pub fn text(&mut self, key: &'static str, about: &'static str) -> Option<String> {
        let value = self.value(key, about, Shape::Words)?;
        let text = scalar(&value);
        if text.is_none() {
            self.wrong(key, format!("`{key}` must be words, not {}", describe(&value)), "put it in quotation marks");
        }
        text.map(|text| text.trim().to_string())
    }

    /// Returns a text, or an empty one where there is none, or only a gap.
    pub fn string(&mut self, key: &'static str, about: &'static str) -> String {
        self.text(key, about).filter(|text| !is_gap(text)).unwrap_or_default()
    }

    /// Returns a text for readers, in the typography of its language, or an empty one.
    pub fn said(&mut self, key: &'static str, about: &'static str) -> String {
        let text = self.string(key, about);
        self.typeset(text)
    }

    /// Returns words that stand on pages of every language: a text in the site's own language, or a mapping of languages
    /// to texts, such as `{ en: Call us, cy: Ffoniwch ni }`.
    pub fn worded(&mut self, key: &'static str, about: &'static str, own: &Lang) -> Worded {
        let Some(Value::Mapping(_)) = self.values.get(key) else {
            let text = self.string(key, about);
            self.describe(key, about, worded_shape());
            return Worded::new(quotation::typeset(text, own), own);
        };
        let Some(Value::Mapping(mapping)) = self.value(key, about, worded_shape()) else { return Worded::default() };
        let mut worded = Worded::new("", own);
        let mut others = Vec::new();
        for (tag, text) in &mapping {
            let tag = key_name(tag);
            let (lang, text) = (Lang::parse(&tag), scalar(text).map(|text| text.trim().to_string()));
            let Some((lang, text)) = lang.zip(text.filter(|text| text.chars().count() <= MOST_LETTERS)) else {
                let message = format!("`{tag}` of `{key}` is no language with words in it");
                self.wrong(key, message, "write a tag such as `en` or `cy`, a colon, and the words in that language");
                continue;
            };
            match lang.is_same_language(own) {
                _ if is_gap(&text) => {}
                true => worded = Worded::new(quotation::typeset(text, own), own),
                false => others.push(Said::new(quotation::typeset(text, &lang), &lang)),
            }
        }
        if worded.is_empty() {
            let message = format!("`{key}` is not given in `{own}`, the site's own language");
            self.wrong(key, message, format!("add `{}:` and the words", own.primary()));
        }
        others.into_iter().for_each(|said| worded.add(said));
        worded
    }

    /// Returns the same where they must be there and must not be empty; what is missing is reported.
    pub fn required_worded(&mut self, key: &'static str, about: &'static str, own: &Lang, help: &str) -> Worded {
        if let Some(Value::Mapping(_)) = self.values.get(key) {
            let worded = self.worded(key, about, own);
            self.must(key);
            return worded;
        }
        let text = self.required(key, about, help);
        self.describe(key, about, worded_shape());
        self.must(key);
        Worded::new(quotation::typeset(text, own), own)
    }

    /// Returns a text that must be there and must not be empty; what is missing is reported.
    pub fn required(&mut self, key: &'static str, about: &'static str, help: &str) -> String {
        let before = self.found.len();
        let text = self.text(key, about);
        self.must(key);
        match text {
            Some(text) if !text.is_empty() => return text,
            // What is wrong with it was told already.
            _ if self.describing || self.found.len() > before => {}
            Some(_) => self.wrong(key, format!("`{key}` is empty"), help),
            None if self.has(key) => self.wrong(key, format!("`{key}` is empty"), help),
            None => self.wrong(key, format!("`{key}` is missing"), help),
        }
        String::new()
    }

    /// Notes that a key must be there.
    pub fn must(&mut self, key: &str) {
        self.known.iter_mut().filter(|known| known.name == key).for_each(|known| known.required = true);
    }

    /// Reports a key that must be there and is not.
    pub fn needed(&mut self, key: &'static str, help: &str) {
        self.must(key);
        if !self.describing && !self.has(key) {
            self.wrong(key, format!("`{key}` is missing"), help);
        }
    }

    /// Returns a text with its place.
    pub fn words(&mut self, key: &'static str, about: &'static str) -> Written {
        let text = self.string(key, about);
        let at = if text.is_empty() { None } else { self.region.under(key, &self.spans).find(&text) };
        let span = at.as_ref().map_or(self.span(key), |at| Span::new(self.span.file, at.start, at.end));
        Written { text, at, span: Some(span) }
    }

    /// Returns a list of texts with their places.
    pub fn all_words(&mut self, key: &'static str, about: &'static str) -> Vec<Written> {
        let region = self.region.under(key, &self.spans);
        let whole = self.span(key);
        let placed = |text: String| {
            let at = region.find(&text).filter(|_| !text.is_empty());
            let span = at.as_ref().map_or(whole, |at| Span::new(whole.file, at.start, at.end));
            Written { text, at, span: Some(span) }
        };
        self.list(key, about).into_iter().map(placed).collect()
    }

    /// Returns yes or no; `false` where nothing is said.
    pub fn flag(&mut self, key: &'static str, about: &'static str) -> bool {
        self.flag_if_said(key, about).unwrap_or(false)
    }

    /// Returns yes or no; nothing where nothing is said.
    pub fn flag_if_said(&mut self, key: &'static str, about: &'static str) -> Option<bool> {
        match self.value(key, about, Shape::Flag)? {
            Value::Bool(yes) => Some(yes),
            value if gap(&value) => None,
            value => {
                let message = format!("`{key}` must be true or false, not {}", describe(&value));
                self.wrong(key, message, "write true or false");
                None
            }
        }
    }

    /// Returns a whole number from 0.
    pub fn number(&mut self, key: &'static str, about: &'static str) -> Option<u32> {
        let value = self.value(key, about, Shape::Count)?;
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() && !gap(&value) {
            let message = format!("`{key}` must be a whole number, not {}", describe(&value));
            self.wrong(key, message, "write digits only, such as 3");
        }
        number
    }

    /// Returns a sum of money.
    pub fn money(&mut self, key: &'static str, about: &'static str) -> Option<Money> {
        let value = self.value(key, about, Shape::Money)?;
        self.read(key, &value, Money::parse, "a sum in pounds, such as 54750, £54,750 or £1.26 million")
    }

    /// Returns a day.
    pub fn date(&mut self, key: &'static str, about: &'static str) -> Option<Date> {
        let value = self.value(key, about, Shape::Date)?;
        self.read(key, &value, Date::parse, "a day that exists, written as 2026-11-22")
    }

    /// Returns a day or a minute of it.
    pub fn moment(&mut self, key: &'static str, about: &'static str) -> Option<Moment> {
        let value = self.value(key, about, Shape::Moment)?;
        let wanted = "a day that exists, written as 2026-11-22 or 2026-11-22T09:30";
        let moment = self.read(key, &value, Moment::parse, wanted)?;
        self.on_the_clock(key, moment).then_some(moment)
    }

    /// Returns a day, or a minute of it, up to which something can be done.
    pub fn deadline(&mut self, key: &'static str, about: &'static str) -> Option<Deadline> {
        let value = self.value(key, about, Shape::Moment)?;
        let wanted = "a day that exists, written as 2026-11-22 or 2026-11-22T17:00";
        let deadline = self.read(key, &value, Deadline::parse, wanted)?;
        self.on_the_clock(key, deadline.begins()).then_some(deadline)
    }

    /// Returns whether the site's clocks ever show a minute; if not, that is reported.
    fn on_the_clock(&mut self, key: &str, moment: Moment) -> bool {
        let Some(zone) = self.zone else { return true };
        let Told::Never(next) = zone.told(moment) else { return true };
        let message = format!("`{key}` is a minute that does not exist: the clocks go forward then");
        self.wrong(key, message, format!("write `{}`, or a minute before the change", zone.moment(next)));
        false
    }

    /// Returns what one of some words stands for.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        about: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let names = || choices.iter().map(|(name, _)| *name);
        let value = self.value(key, about, Shape::Choice(names().collect()))?;
        let text = scalar(&value).unwrap_or_default();
        let chosen = choices.iter().find(|(name, _)| *name == text).map(|(_, chosen)| *chosen);
        if chosen.is_none() && !gap(&value) {
            let shown = if text.is_empty() { describe(&value).to_string() } else { format!("`{text}`") };
            let help = match nearest(&text, names()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of: {}", names().collect::<Vec<_>>().join(", ")),
            };
            self.wrong(key, format!("{shown} is not a `{key}` that there is"), help);
        }
        chosen
    }

    /// Returns a list of texts; one text alone is a list of one.
    pub fn list(&mut self, key: &'static str, about: &'static str) -> Vec<String> {
        let Some(value) = self.value(key, about, Shape::List(Box::new(Shape::Words))) else { return Vec::new() };
        let items = match &value {
            Value::Sequence(items) => items.iter().map(scalar).collect(),
            Value::String(_) | Value::Number(_) => scalar(&value).map(|text| vec![text]),
            Value::Null | Value::Bool(_) | Value::Mapping(_) | Value::Tagged(_) => None,
        };
        let items = items.map(|items: Vec<String>| items.into_iter().filter(|item| !is_gap(item)).collect());
        items.unwrap_or_else(|| {
            let message = match &value {
                Value::Sequence(_) => format!("`{key}` must be a list of words"),
                other => format!("`{key}` must be a list, not {}", describe(other)),
            };
            self.wrong(key, message, "write it as [one, two]");
            Vec::new()
        })
    }

    /// Returns a list of languages.
    pub fn languages(&mut self, key: &'static str, about: &'static str) -> Vec<Lang> {
        let tags = self.list(key, about);
        let mut languages = Vec::new();
        for tag in tags {
            match Lang::parse(&tag) {
                Some(lang) => languages.push(lang),
                None => self.wrong(key, format!("`{tag}` is not a language"), "write a tag such as `en`, `cy` or `ur`"),
            }
        }
        languages
    }

    /// Reads a mapping of its own.
    pub fn map<T>(
        &mut self,
        key: &'static str,
        about: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        if self.describing {
            let mut read_one = None;
            let keys = Fields::described(|inner| read_one = Some(read(inner)));
            self.note(key, about, Shape::Map(keys));
            return None;
        }
        let value = self.value(key, about, Shape::Map(Vec::new()))?;
        if gap(&value) {
            return None;
        }
        let region = self.region.under(key, &self.spans);
        self.nested(key, &value, region, read)
    }

    /// Reads a list of mappings; one alone is a list of one.
    pub fn maps<T>(
        &mut self,
        key: &'static str,
        about: &'static str,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        if self.describing {
            let keys = Fields::described(|inner| drop(read(inner)));
            self.note(key, about, Shape::List(Box::new(Shape::Map(keys))));
            return Vec::new();
        }
        let Some(value) = self.value(key, about, Shape::List(Box::new(Shape::Map(Vec::new())))) else {
            return Vec::new();
        };
        let region = self.region.under(key, &self.spans);
        match &value {
            Value::Sequence(items) => {
                let regions = region.items(items.len());
                let mut out = Vec::with_capacity(items.len());
                for (item, region) in items.iter().zip(regions) {
                    out.extend(self.nested(key, item, region, &mut read).flatten());
                }
                out
            }
            _ if gap(&value) => Vec::new(),
            _ => self.nested(key, &value, region, &mut read).flatten().into_iter().collect(),
        }
    }

    fn nested<T>(
        &mut self,
        key: &str,
        value: &Value,
        region: Region<'_>,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let Value::Mapping(mapping) = value else {
            let message = format!("`{key}` must be keys and values, not {}", describe(value));
            self.wrong(key, message, "write each on a line of its own, two spaces further in, such as `name: value`");
            return None;
        };
        let values = mapping.iter().map(|(key, value)| (key_name(key), value.clone())).collect();
        let mut inner = Fields::of(values, region, self.kind, self.found);
        inner.zone = self.zone;
        inner.lang.clone_from(&self.lang);
        let out = read(&mut inner);
        inner.finish(&format!("`{key}`"));
        Some(out)
    }

    /// Returns a raw value without reading it.
    pub fn peek(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// Returns whether a mapping is read, and not only what it may hold is asked for.
    pub fn reads(&self) -> bool {
        !self.describing
    }

    /// Says better what a key may hold, where it can be written in more than one way.
    pub fn describe(&mut self, name: &'static str, about: &'static str, shape: Shape) {
        self.known.retain(|key| key.name != name);
        self.known.push(Key { name, about, required: false, shape });
    }

    /// Returns whether a key's value is still a gap to be filled.
    pub fn is_gap(&self, key: &str) -> bool {
        let region = self.region.under(key, &self.spans);
        self.has(key) && region.find("[[").is_some()
    }

    /// Returns addresses with their titles: each a text, or a mapping of `title` and `url` or `file`.
    pub fn references(&mut self, key: &'static str, about: &'static str) -> Vec<Reference> {
        let title = "What it is called";
        let entry = |inner: &mut Fields<'_>| {
            let (url, file) = (inner.string("url", "Its web address"), inner.string("file", "Its file in content/"));
            let title = inner.string("title", title);
            let address = if url.is_empty() { file } else { url };
            if address.is_empty() && !inner.describing {
                inner.wrong("title", "this has no `url` and no `file`", "add one of them");
                return None;
            }
            let title = if title.is_empty() { address.clone() } else { inner.typeset(title) };
            Some(Reference { title, address, file: None })
        };
        if self.describing {
            let map = Shape::Map(Fields::described(|inner| drop(entry(inner))));
            self.note(key, about, Shape::List(Box::new(Shape::Either(vec![Shape::Words, map]))));
            return Vec::new();
        }
        match self.values.get(key) {
            Some(Value::Sequence(items)) if items.iter().all(|item| scalar(item).is_some()) => {}
            Some(Value::String(_)) => {}
            _ => return self.maps(key, about, entry),
        }
        let plain = |address: String| Reference { title: address.clone(), address, file: None };
        self.list(key, about).into_iter().map(plain).collect()
    }

    fn read<T>(&mut self, key: &str, value: &Value, parse: fn(&str) -> Option<T>, wanted: &str) -> Option<T> {
        let read = scalar(value).and_then(|text| parse(text.trim()));
        if read.is_none() && !gap(value) {
            let shown: &dyn Display =
                &scalar(value).map_or_else(|| describe(value).to_string(), |text| format!("`{text}`"));
            self.wrong(key, format!("`{key}` is {shown}"), format!("write {wanted}"));
        }
        read
    }
}

/// Returns whether a value is a gap that the author has still to fill, which a check reports.
fn gap(value: &Value) -> bool {
    matches!(value, Value::String(text) if is_gap(text))
}

fn is_gap(text: &str) -> bool {
    text.trim_start().starts_with("[[")
}

/// What words in one language or several may be.
fn worded_shape() -> Shape {
    Shape::Either(vec![Shape::Words, Shape::Entries(Box::new(Shape::Words))])
}
