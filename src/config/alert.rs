//! `[alert]`: what every page must say for a time, where one line is enough.

use toml::Spanned;

use super::schema::AlertToml;
use super::{invalid, worded};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::model::{Alert, AlertLevel, Date, Deadline, Lang, Moment};

/// Reads `[alert]`; returns nothing where it says nothing.
///
/// # Errors
///
/// A finding at what cannot be read.
pub fn alert(written: &AlertToml, lang: &Lang, file: FileId) -> Result<Option<Alert>, Box<Diagnostic>> {
    let Some(words) = written.words.as_ref().filter(|words| !words.get_ref().trim().is_empty()) else {
        return Ok(None);
    };
    let names = || AlertLevel::NAMES.iter().map(|(name, _)| *name);
    let level = match &written.level {
        None => AlertLevel::Information,
        Some(level) => match AlertLevel::NAMES.iter().find(|(name, _)| *name == level.get_ref()) {
            Some((_, level)) => *level,
            None => {
                let message = format!("there are no alerts of the level `{}`", level.get_ref());
                let help = match nearest(level.get_ref(), names()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("write one of: {}", names().collect::<Vec<_>>().join(", ")),
                };
                return Err(invalid(at(level, file), message, &help));
            }
        },
    };
    Ok(Some(Alert {
        key: "alert".to_string(),
        level,
        words: worded(words.get_ref().trim(), lang),
        page: written.page.clone(),
        from: moment(written.from.as_ref(), "from", file, Moment::parse)?,
        until: moment(written.until.as_ref(), "until", file, Deadline::parse)?,
        sections: written.sections.iter().map(|section| section.trim_matches('/').to_string()).collect(),
        span: at(words, file),
    }))
}

/// Reads a day, with its place.
///
/// # Errors
///
/// A finding where it is none.
pub fn day(
    written: Option<&Spanned<toml::Value>>,
    key: &str,
    file: FileId,
) -> Result<Option<(Date, Span)>, Box<Diagnostic>> {
    let day = moment(written, key, file, Moment::parse)?;
    Ok(day.zip(written).map(|(moment, written)| (moment.date, at(written, file))))
}

/// Reads a moment, which TOML lets authors write as words or as a moment of its own.
fn moment<T>(
    written: Option<&Spanned<toml::Value>>,
    key: &str,
    file: FileId,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Box<Diagnostic>> {
    let Some(value) = written else { return Ok(None) };
    let text = match value.get_ref() {
        toml::Value::String(text) => text.clone(),
        toml::Value::Datetime(moment) => {
            let text = moment.to_string();
            text.strip_suffix(":00").filter(|rest| rest.contains(':')).map_or(text.clone(), str::to_string)
        }
        other => other.to_string(),
    };
    parse(&text).map(Some).ok_or_else(|| {
        let span = Span::new(file, value.span().start, value.span().end);
        let message = format!("`{key}` is `{text}`, which is no day or minute");
        invalid(span, message, "write a day that exists, such as \"2026-12-24\" or \"2026-12-24T17:00\"")
    })
}

fn at<T>(value: &Spanned<T>, file: FileId) -> Span {
    Span::new(file, value.span().start, value.span().end)
}
