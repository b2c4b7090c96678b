//! Front matter: YAML between two lines of hyphens, read into checked fields. Every mistake is found, not the first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_yaml::Value;

use crate::content::kinds::{KindDefinition, Markdown, PAGE_KINDS};
use crate::content::problems;
use crate::content::read::old_address;
use crate::content::read::short_address;
use crate::content::read::waivers;
use crate::content::yaml::fields::{Fields, Written};
use crate::content::yaml::shape::{Key, Shape};
use crate::content::yaml::values;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, Details, Figure, Image, Lang, Leads, Leaflet, Meta, Update, Waiver, Zone};

/// A file split at its front matter.
pub struct Split {
    /// The YAML, in bytes of the file.
    pub yaml: std::ops::Range<usize>,
    /// Where the Markdown starts.
    pub body: usize,
}

/// What front matter says of a page.
#[derive(Clone)]
pub struct Front {
    /// What the page keeps.
    pub meta: Arc<Meta>,
    /// Old addresses in plain letters, with where they stand.
    pub aliases: Vec<(String, Span)>,
    /// Its kind.
    pub kind: &'static KindDefinition,
    /// What its author wrote in its kind's keys in Markdown.
    pub markdown: Markdown,
    /// Whether it is not ready.
    pub draft: bool,
    /// What it says for itself and all pages below it.
    pub cascade: Cascade,
    /// Findings that are accepted for the whole page.
    pub waivers: Vec<Waiver>,
    /// The formats that the front matter names, as written; nothing where it names none.
    pub formats: Option<Vec<String>>,
    /// The keys that a translation has from its original.
    pub inherited: BTreeSet<String>,
}

/// What the first page of a folder says for itself and for all pages below it, where they say nothing of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cascade {
    /// Whether a reader may be in danger if somebody sees them.
    pub sensitive: bool,
}

impl Cascade {
    /// Returns whether it says nothing.
    pub fn is_empty(self) -> bool {
        self == Cascade::default()
    }

    /// Gives a page what it leaves out.
    pub fn fill(self, front: &mut Front) {
        if self.sensitive && !front.meta.sensitive && !front.meta.spans.contains_key("sensitive") {
            Arc::make_mut(&mut front.meta).sensitive = true;
        }
    }
}

/// What a translation may have from its original: the original's front matter, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    /// The original's values by key.
    pub values: BTreeMap<String, Value>,
}

impl Original {
    /// Reads the values of an original; what is wrong with them is told when it is read itself.
    pub fn read(text: &str, file: FileId) -> Option<Original> {
        let split = split(text, file).ok()?;
        let values = values::parse(&text[split.yaml.clone()], file, split.yaml.start).ok()?;
        Some(Original { values })
    }

    /// Gives a translation's values what they leave out: its kind, and what that shares between languages. Returns the
    /// keys that were given.
    fn complete(&self, values: &mut BTreeMap<String, Value>) -> BTreeSet<String> {
        let mut given = self.share(&["kind"], values);
        let kind = PAGE_KINDS.iter().find(|kind| values.get("kind").and_then(Value::as_str) == Some(kind.name()));
        if let Some(kind) = kind.filter(|_| values.get("kind") == self.values.get("kind")) {
            given.append(&mut self.share(kind.shared, values));
        }
        given
    }

    /// Gives values some keys where they leave them out. Returns the keys that were given.
    fn share(&self, keys: &[&str], values: &mut BTreeMap<String, Value>) -> BTreeSet<String> {
        let mut given = BTreeSet::new();
        for key in keys {
            if let (false, Some(value)) = (values.contains_key(*key), self.values.get(*key)) {
                values.insert((*key).to_string(), value.clone());
                given.insert((*key).to_string());
            }
        }
        given
    }

    /// Reports dates and figures of a translation that are not its original's.
    fn compare(&self, kind: &'static KindDefinition, path: &str, fields: &mut Fields<'_>) {
        for key in kind.shared.iter().filter(|key| **key != "consent") {
            let other = fields.peek(key).zip(self.values.get(*key));
            if other.is_some_and(|(own, other)| values::disagree(own, other)) {
                let message = format!("`{key}` is not what it is in `{path}`, of which this is a translation");
                let help = format!("correct one of them, or remove `{key}` here: a translation has its original's");
                fields.note_finding(&problems::TRANSLATION_DIFFERS, key, message, help);
            }
        }
    }
}

/// Finds the front matter of a file.
///
/// # Errors
///
/// A finding where it does not start or never closes.
pub fn split(text: &str, file: FileId) -> Result<Split, Box<Diagnostic>> {
    let invalid = |span, message: &str, help: &str| {
        Box::new(Diagnostic::new(&problems::FRONT_MATTER_INVALID, span, message, help))
    };
    let first = text.lines().next().unwrap_or("");
    if first.trim_end() != "---" {
        let help =
            "start the file with a line of three hyphens, then `title:` and `summary:`, then three hyphens again";
        return Err(invalid(Span::new(file, 0, first.len()), "the file does not start with front matter", help));
    }
    let start = first.len() + 1;
    let mut at = start;
    for line in text.get(start..).unwrap_or("").split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Ok(Split { yaml: start..at, body: at + line.len() });
        }
        at += line.len();
    }
    let help = "put a line of three hyphens after the last key";
    Err(invalid(Span::new(file, 0, first.len()), "the front matter that starts here never ends", help))
}

/// Reads a page's front matter, that of a translation together with its original's; what is wrong is added to `found`.
pub fn page(
    text: &str,
    split: &Split,
    (file, lang): (FileId, &Lang),
    (zone, original): (&Zone, Option<(&str, &Original)>),
    found: &mut Vec<Diagnostic>,
) -> Option<Front> {
    let source = &text[split.yaml.clone()];
    let start = split.yaml.start;
    let mut values = values::parse(source, file, start).map_err(|problem| found.push(*problem)).ok()?;
    let inherited = original.map(|(_, original)| original.complete(&mut values)).unwrap_or_default();
    let mut fields = Fields::new(values, source, file, start, found);
    fields.in_zone(zone);
    fields.in_language(lang);
    fields.inherits(&inherited);
    let kind = kind(&mut fields);
    if let Some((path, original)) = original {
        original.compare(kind, path, &mut fields);
    }
    let mut front = common(&mut fields, kind);
    front.inherited = inherited;
    let keys = (kind.read)(&mut fields);
    front.markdown = keys.markdown;
    let meta = Arc::make_mut(&mut front.meta);
    meta.details = keys.details;
    meta.span = Span::new(file, start, split.yaml.end);
    meta.unknown = fields.unknown();
    Some(front)
}

/// Returns every key that a page of a kind may have.
pub fn keys(kind: &'static KindDefinition) -> Vec<Key> {
    Fields::described(|fields| {
        self::kind(fields);
        common(fields, kind);
        (kind.read)(fields);
    })
}

/// Reads the keys that all kinds have.
fn common(fields: &mut Fields<'_>, kind: &'static KindDefinition) -> Front {
    let title = fields.required("title", "What the page is called", "add a line such as `title: Restorative justice`");
    let help = "add one sentence that says what the page is about";
    let summary = fields.required("summary", "One sentence about the page", help);
    let aliases = fields.all_words("aliases", "Old addresses that lead here, from the first slash");
    let short = short(fields);
    let formats = fields.has("formats");
    let formats = Some(fields.list("formats", "The formats it is published in")).filter(|_| formats);
    let meta = Meta {
        title: fields.typeset(title),
        summary: fields.typeset(summary),
        short: short.as_ref().map(|(short, _)| short.clone()).unwrap_or_default(),
        kind: kind.kind,
        published: fields.moment("published", "When it was published"),
        updated: updates(fields),
        publish_from: fields.moment("publish_from", "The day or minute before which it is not built"),
        expires: fields.moment("expires", "The day or minute from which on it is not built, or only as a record"),
        translated: fields.date("translated", "On a translation, the day of the original that it follows"),
        review: fields.date("review", "When somebody must look at it again"),
        owner: {
            let owner = fields.text("owner", "Who answers for it").unwrap_or_default();
            fields.typeset(owner)
        },
        topics: {
            let topics = fields.list("topics", "What it is about");
            topics.into_iter().map(|topic| fields.typeset(topic)).collect()
        },
        related: {
            let named = fields.has("related");
            let about = "The files of pages that say more, as links have them; an empty list for none";
            let written = fields.all_words("related", about);
            let span = fields.span("related");
            named.then(|| written.into_iter().map(|one| (one.text, one.span.unwrap_or(span))).collect())
        },
        sensitive: fields.flag("sensitive", "Whether a reader may be in danger if somebody sees it"),
        search: fields.flag_if_said("search", "Whether the site's search finds it").unwrap_or(true),
        formats: Vec::new(),
        nav: fields.number("nav", "Its place in the main navigation"),
        nav_title: fields.said("nav_title", "Its short name there"),
        order: fields.number("order", "Its place in its section's list"),
        details: Details::None,
        spans: fields.spans(),
        span: fields.span(""),
        unknown: Vec::new(),
    };
    let draft = fields.flag("draft", "Whether it is not ready");
    let below = "What holds for this page and for all below it that say nothing else; only on a folder's `index.md`";
    let cascade = fields.map("cascade", below, |inner| Cascade {
        sensitive: inner.flag("sensitive", "Whether a reader may be in danger if somebody sees them"),
    });
    if let (Some(from), Some(until)) = (meta.publish_from, meta.expires)
        && until <= from
    {
        fields.wrong("expires", "the page expires before it is published", "make `expires` later than `publish_from`");
    }
    let old = aliases.into_iter().filter_map(|words| old_address(&words, fields));
    let mut aliases: Vec<(String, Span)> = old.collect();
    aliases.extend(short.map(|(short, span)| (format!("/{short}/"), span)));
    let waivers = allowed(fields);
    let inherited = BTreeSet::new();
    let (markdown, meta) = (Markdown::default(), Arc::new(meta));
    let cascade = cascade.unwrap_or_default();
    Front { waivers, meta, aliases, draft, cascade, formats, kind, markdown, inherited }
}

/// Returns an old address in plain letters with its place; one that cannot be one is reported.
fn old_address(words: &Written, fields: &mut Fields<'_>) -> Option<(String, Span)> {
    let span = words.span.unwrap_or_else(|| fields.span("aliases"));
    let read = old_address::read(&words.text);
    read.map(|plain| (plain, span)).map_err(|(message, help)| fields.wrong_at(span, message, help)).ok()
}

/// Returns a short address with its place; one that cannot be one is reported.
fn short(fields: &mut Fields<'_>) -> Option<(String, Span)> {
    let written = fields.words("short", "A short address that leads here and is printed, such as rj for /rj/");
    let span = written.span.filter(|_| !written.text.is_empty())?;
    match short_address::judge(&written.text) {
        Ok(()) => Some((written.text, span)),
        Err((message, help)) => {
            fields.wrong_at(span, message, help);
            None
        }
    }
}

fn kind(fields: &mut Fields<'_>) -> &'static KindDefinition {
    let names: Vec<(&'static str, &'static KindDefinition)> =
        PAGE_KINDS.iter().map(|kind| (kind.name(), kind)).collect();
    fields.choice("kind", "What kind of page it is", &names).unwrap_or(&PAGE_KINDS[0])
}

fn updates(fields: &mut Fields<'_>) -> Vec<Update> {
    let help = "write each change as `- { date: 2026-09-01, note: New opening hours }`";
    let mut updates = fields.maps("updated", "What has changed, newest first", |inner| {
        let date = inner.date("date", "The day of the change");
        inner.needed("date", help);
        let note = inner.required("note", "What has changed", help);
        Some(Update { date: date?, note: inner.typeset(note) })
    });
    updates.sort_by_key(|update| std::cmp::Reverse(update.date));
    updates
}

/// Returns the findings that are accepted for the whole page.
fn allowed(fields: &mut Fields<'_>) -> Vec<Waiver> {
    let span = fields.span("allow");
    let shape = Shape::Either(vec![Shape::Entries(Box::new(Shape::Words)), Shape::List(Box::new(Shape::Words))]);
    let about = "Findings that you accept on this page, each with its reason";
    let lines: Option<Vec<String>> = match fields.value("allow", about, shape) {
        Some(Value::Mapping(map)) => {
            let line = |(rule, reason): (&Value, &Value)| {
                Some(format!("{}: {}", values::scalar(rule)?, values::scalar(reason)?))
            };
            map.iter().map(line).collect()
        }
        Some(Value::Sequence(items)) => items.iter().map(values::scalar).collect(),
        Some(value) => values::scalar(&value).map(|line| vec![line]),
        None => Some(Vec::new()),
    };
    let lines = lines.unwrap_or_else(|| {
        let help = "write the rule and the reason, such as `allow: { sentence-long: quoted law }`";
        fields.wrong("allow", "`allow` must be rules with their reasons", help);
        Vec::new()
    });
    lines.iter().map(|line| waivers::waiver(line, span)).collect()
}

/// Reads a leaflet's front matter; what is wrong is added to `found`.
pub fn leaflet(
    text: &str,
    split: &Split,
    file: FileId,
    (lang, original): (&Lang, Option<(&str, &Original)>),
    found: &mut Vec<Diagnostic>,
) -> Option<(Leaflet, Option<NamedFormats>)> {
    let source = &text[split.yaml.clone()];
    let start = split.yaml.start;
    let mut values = values::parse(source, file, start).map_err(|problem| found.push(*problem)).ok()?;
    if let Some((_, original)) = original {
        original.share(&SHARED, &mut values);
    }
    let mut fields = Fields::new(values, source, file, start, found);
    fields.in_language(lang);
    if let Some((path, original)) = original
        && fields.peek("reference").is_some_and(|own| Some(own) != original.values.get("reference"))
    {
        let message = format!("`reference` is not what it is in `{path}`, of which this is a translation");
        let help = "remove `reference` here: a translation has its original's, and lies in a folder of its language";
        fields.note_finding(&problems::TRANSLATION_DIFFERS, "reference", message, help.to_string());
    }
    let (mut leaflet, named) = leaflet_fields(&mut fields, file, lang)?;
    let named = named.map(|named| (named, fields.span("formats")));
    if leaflet.review < leaflet.issued {
        fields.wrong(
            "review",
            "the leaflet is due for review before it is issued",
            "make `review` later than `issued`",
        );
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !leaflet.reference.chars().all(plain) {
        let message = format!("the reference `{}` has characters that cannot stand in an address", leaflet.reference);
        fields.wrong("reference", message, "use letters, digits and hyphens");
        leaflet.reference.retain(plain);
    }
    for (key, span, near) in fields.unknown() {
        let help = near.map_or("remove it".to_string(), |near| format!("did you mean `{near}`?"));
        found.push(Diagnostic::new(
            &problems::FRONT_MATTER_VALUE,
            span,
            format!("`{key}` is not a key of a leaflet"),
            help,
        ));
    }
    Some((leaflet, named))
}

/// The formats that a leaflet names, as written, and where.
pub type NamedFormats = (Vec<String>, Span);

/// The keys that a leaflet's translation has from its original where it does not name them.
const SHARED: [&str; 9] =
    ["reference", "sheet", "design", "discreet", "for", "page", "formats", "cover_picture", "cover_decorative"];

/// Returns every key that a leaflet may have. What a translation has from its original need not stand in every file.
pub fn leaflet_keys(lang: &Lang) -> Vec<Key> {
    let mut keys = Fields::described(|fields| drop(leaflet_fields(fields, FileId(0), lang)));
    keys.iter_mut().filter(|key| SHARED.contains(&key.name)).for_each(|key| key.required = false);
    keys
}

/// Returns a leaflet with the formats that it names, as written; nothing where it names none.
fn leaflet_fields(fields: &mut Fields<'_>, file: FileId, lang: &Lang) -> Option<(Leaflet, Option<Vec<String>>)> {
    let day = "write a day that exists, such as `2026-11-01`";
    let issued = fields.date("issued", "The day of this edition");
    fields.needed("issued", day);
    let review = fields.date("review", "When somebody must look at it again");
    fields.needed("review", day);
    let title = fields.required("title", "What it is called", "add a line such as `title: Restorative justice`");
    let summary = fields.string("summary", "One sentence about it");
    let help = "give the leaflet a code, such as `RJ-01`";
    let reference = fields.required("reference", "Its code, of letters, digits and hyphens", help);
    let edition = fields.number("edition", "Its edition, from 1").unwrap_or(1);
    let edition_span = fields.span("edition");
    let sheet = fields.required("sheet", "What it is printed on", "say what it is printed on, such as `trifold`");
    let design = fields.text("design", "A file of print/designs/, without its ending");
    let discreet = fields.flag("discreet", "Whether its cover does not say what it is about");
    let hide = fields.list("hide", "Words that nobody may see while a discreet leaflet is folded");
    let hide_span = fields.span("hide");
    let languages = fields.languages("languages", "The languages that it is meant for");
    let made_for = fields.list("for", "Who prints it, such as gp-surgery");
    let formats = fields.peek("formats").is_some();
    let formats =
        Some(fields.list("formats", "The formats that it comes in besides paper, such as braille")).filter(|_| formats);
    let short = short(fields);
    let wanted = fields.words("page", "The page that says more, such as content/victims/help.md");
    let wanted = wanted.span.filter(|_| !wanted.text.is_empty()).map(|span| (wanted.text, span));
    let (sheet_span, design_span) = (fields.span("sheet"), fields.span("design"));
    let cover = cover(fields);
    let leaflet = Leaflet {
        file,
        title: fields.typeset(title),
        summary: fields.typeset(summary),
        reference,
        edition,
        edition_span,
        issued: issued?,
        review: review?,
        sheet,
        sheet_span,
        design: design.unwrap_or_else(|| "plain".to_string()),
        design_span,
        discreet,
        hide,
        hide_span,
        lang: lang.clone(),
        languages,
        made_for,
        formats: Vec::new(),
        leads: Leads { short, wanted, page: None },
        cover,
        panels: Vec::new(),
        pages: Vec::new(),
        notes: Vec::new(),
        sources: Vec::new(),
        waivers: allowed(fields),
    };
    Some((leaflet, formats))
}

/// Returns the picture that a leaflet's front matter names for its cover, before it is looked up.
fn cover(fields: &mut Fields<'_>) -> Option<Block> {
    let wanted = fields.string("cover_picture", "The picture on its cover: a PNG, JPEG or SVG beside the leaflet");
    let alt = fields.said("cover_alt", "What the picture shows, for readers who do not see it");
    let decorative = fields.flag("cover_decorative", "Whether the picture says nothing that the words do not");
    let span = fields.span("cover_picture");
    let image = Image { asset: None, wanted, alt, decorative, span };
    let named = !image.wanted.is_empty();
    named.then(|| Block::Figure(Box::new(Figure { image, caption: Vec::new(), span })))
}
