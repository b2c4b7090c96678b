//! Front matter: YAML between two lines of hyphens, read into checked fields. Every mistake is found, not the first.

use serde_yaml::Value;

use super::kinds::KINDS;
use super::problems;
use super::yaml::{self, Fields};
use crate::diag::nearest;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Date, Lang, Meta, Moment, Sheet, Update, Waiver};

/// A file split at its front matter.
pub struct Split {
    /// The YAML, in bytes of the file.
    pub yaml: std::ops::Range<usize>,
    /// Where the Markdown starts.
    pub body: usize,
}

/// What front matter says of a page.
pub struct Front {
    /// What the page keeps.
    pub meta: Meta,
    /// Old addresses, with where they stand.
    pub aliases: Vec<String>,
    /// The first moment at which it is published.
    pub publish_from: Option<Moment>,
    /// The moment from which on it is not published.
    pub expires: Option<Moment>,
    /// Whether it is not ready.
    pub draft: bool,
    /// Findings that are accepted for the whole page.
    pub waivers: Vec<Waiver>,
    /// Whether formats were named in the front matter.
    pub formats_named: bool,
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

/// Reads a page's front matter; what is wrong is added to `found`.
pub fn page(text: &str, split: &Split, file: FileId, found: &mut Vec<Diagnostic>) -> Option<Front> {
    let source = &text[split.yaml.clone()];
    let start = split.yaml.start;
    let values = yaml::parse(source, file, start).map_err(|problem| found.push(*problem)).ok()?;
    let mut fields = Fields::new(values, source, file, start, found);
    let title = fields.required("title", "add a line such as `title: Restorative justice`");
    let summary = fields.required("summary", "add one sentence that says what the page is about");
    let kind = kind(&mut fields);
    let keys = KINDS.iter().find(|known| known.name == kind).map_or(&[][..], |known| known.keys);
    let aliases = fields.list("aliases");
    let formats_named = fields.spans().contains_key("formats");
    let mut meta = Meta {
        title,
        summary,
        published: fields.moment("published"),
        updated: updates(&mut fields),
        review: fields.date("review"),
        owner: fields.text("owner").unwrap_or_default(),
        topics: fields.list("topics"),
        sensitive: fields.flag("sensitive"),
        formats: fields.list("formats"),
        nav: fields.number("nav"),
        nav_title: fields.text("nav_title").unwrap_or_default(),
        order: fields.number("order"),
        more: fields.rest(keys),
        spans: fields.spans(),
        span: Span::new(file, start, split.yaml.end),
        kind,
        unknown: Vec::new(),
    };
    let publish_from = fields.moment("publish_from");
    let expires = fields.moment("expires");
    let draft = fields.flag("draft");
    if let (Some(from), Some(until)) = (publish_from, expires)
        && until <= from
    {
        fields.wrong("expires", "the page expires before it is published", "make `expires` later than `publish_from`");
    }
    for alias in &aliases {
        if !alias.starts_with('/') || alias.contains("//") || alias.contains("..") || alias.contains(['?', '#', ' ']) {
            let help = "write the old address from the first slash, such as `/rj/`";
            fields.wrong("aliases", format!("`{alias}` is not an address on this site"), help);
        }
    }
    let waivers = allowed(&mut fields);
    meta.unknown = fields.unknown();
    Some(Front { waivers, meta, aliases, publish_from, expires, draft, formats_named })
}

fn kind(fields: &mut Fields<'_>) -> String {
    let Some(kind) = fields.text("kind") else { return "page".to_string() };
    if !KINDS.iter().any(|known| known.name == kind) {
        let names: Vec<&str> = KINDS.iter().map(|known| known.name).collect();
        let help = match nearest(&kind, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("use one of: {}", names.join(", ")),
        };
        fields.wrong("kind", format!("`{kind}` is not a kind of page"), help);
        return "page".to_string();
    }
    kind
}

fn updates(fields: &mut Fields<'_>) -> Vec<Update> {
    let help = "write each change as `- { date: 2026-09-01, note: New opening hours }`";
    let items = match fields.value("updated") {
        None => return Vec::new(),
        Some(Value::Sequence(items)) => items,
        Some(_) => {
            fields.wrong("updated", "`updated` must be a list of changes", help);
            return Vec::new();
        }
    };
    let mut updates = Vec::new();
    for item in &items {
        let part = |key: &str| item.get(key).and_then(yaml::scalar);
        match (part("date").as_deref().and_then(Date::parse), part("note")) {
            (Some(date), Some(note)) => updates.push(Update { date, note }),
            _ => fields.wrong("updated", "a change in `updated` needs a date and a note", help),
        }
    }
    updates.sort_by_key(|update| std::cmp::Reverse(update.date));
    updates
}

/// Returns the findings that are accepted for the whole page.
fn allowed(fields: &mut Fields<'_>) -> Vec<Waiver> {
    let span = fields.span("allow");
    let lines: Vec<String> = match fields.value("allow") {
        Some(Value::Mapping(map)) => {
            let line =
                |(rule, reason): (&Value, &Value)| Some(format!("{}: {}", yaml::scalar(rule)?, yaml::scalar(reason)?));
            map.iter().filter_map(line).collect()
        }
        Some(Value::Sequence(items)) => items.iter().filter_map(yaml::scalar).collect(),
        Some(value) => yaml::scalar(&value).into_iter().collect(),
        None => Vec::new(),
    };
    lines.iter().map(|line| waiver(line, span)).collect()
}

/// Reads `sentence-long: quoted law, until 2027-01-01`.
pub fn waiver(text: &str, span: Span) -> Waiver {
    let (rule, reason) = text.split_once(':').unwrap_or((text, ""));
    let (reason, until) = match reason.rsplit_once("until ") {
        Some((reason, day)) if Date::parse(day.trim()).is_some() => (reason, Date::parse(day.trim())),
        _ => (reason, None),
    };
    let reason = reason.trim().trim_end_matches(',').trim().to_string();
    Waiver { rule: rule.trim().to_string(), reason, until, covers: None, span }
}

/// Reads a leaflet's front matter; what is wrong is added to `found`.
pub fn sheet(text: &str, split: &Split, file: FileId, lang: &Lang, found: &mut Vec<Diagnostic>) -> Option<Sheet> {
    let source = &text[split.yaml.clone()];
    let start = split.yaml.start;
    let values = yaml::parse(source, file, start).map_err(|problem| found.push(*problem)).ok()?;
    let mut fields = Fields::new(values, source, file, start, found);
    let day = "write a day that exists, such as `2026-11-01`";
    let date = |fields: &mut Fields<'_>, key: &'static str| {
        let known = fields.spans().contains_key(key);
        let date = fields.date(key);
        if date.is_none() && !known {
            fields.wrong(key, format!("`{key}` is missing"), day);
        }
        date
    };
    let (issued, review) = (date(&mut fields, "issued"), date(&mut fields, "review"));
    let edition = fields.number("edition").unwrap_or(1);
    let languages = fields.languages("languages");
    let mut sheet = Sheet {
        file,
        title: fields.required("title", "add a line such as `title: Restorative justice`"),
        summary: fields.text("summary").unwrap_or_default(),
        reference: fields.required("reference", "give the leaflet a code, such as `RJ-01`"),
        edition,
        issued: issued?,
        review: review?,
        sheet: fields.required("sheet", "say what it is printed on, such as `trifold`"),
        sheet_span: fields.span("sheet"),
        design: fields.text("design").unwrap_or_else(|| "plain".to_string()),
        design_span: fields.span("design"),
        discreet: fields.flag("discreet"),
        lang: lang.clone(),
        languages,
        made_for: fields.list("for"),
        panels: Vec::new(),
        pages: Vec::new(),
        waivers: Vec::new(),
    };
    if sheet.review < sheet.issued {
        fields.wrong(
            "review",
            "the leaflet is due for review before it is issued",
            "make `review` later than `issued`",
        );
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !sheet.reference.chars().all(plain) {
        let message = format!("the reference `{}` has characters that cannot stand in an address", sheet.reference);
        fields.wrong("reference", message, "use letters, digits and hyphens");
        sheet.reference.retain(plain);
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
    Some(sheet)
}
