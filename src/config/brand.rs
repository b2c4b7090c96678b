//! `[brand]`: the publisher's logo.

use toml::Spanned;

use super::schema::BrandToml;
use super::{invalid, worded};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Lang;
use crate::words::Worded;

/// What the settings say of a logo.
#[derive(Clone, Debug, PartialEq)]
pub struct LogoSetting {
    /// Its path from the site's folder on.
    pub path: String,
    /// Where the path stands.
    pub span: Span,
    /// What it says to a reader who does not see it.
    pub alt: Worded,
}

/// Reads `[brand]`; returns nothing where it names no logo.
///
/// # Errors
///
/// A finding at the path, if it leads out of the site's folder or nothing says what the logo shows.
pub fn logo(written: &BrandToml, lang: &Lang, file: FileId) -> Result<Option<LogoSetting>, Box<Diagnostic>> {
    let Some(path) = &written.logo else { return Ok(None) };
    let (text, span) = (path.get_ref(), at(path, file));
    let outside = text.starts_with('/') || text.contains(['\\', ':']) || text.split('/').any(|part| part == "..");
    if text.is_empty() || outside {
        let message = format!("`{text}` is not a path in the site's folder");
        return Err(invalid(span, message, "write the path from the site's folder on, such as `logo.svg`"));
    }
    let alt = written.logo_alt.trim();
    if alt.is_empty() {
        let help = "write what it says, such as `logo_alt = \"Safer Together\"`";
        return Err(invalid(span, "the logo has no words for readers who do not see it", help));
    }
    Ok(Some(LogoSetting { path: text.clone(), span, alt: worded(alt, lang) }))
}

fn at(value: &Spanned<String>, file: FileId) -> Span {
    Span::new(file, value.span().start, value.span().end)
}
