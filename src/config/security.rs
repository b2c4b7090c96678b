//! `[security]`: whom to tell of a hole in the site's safety. Source: RFC 9116.

use toml::Spanned;

use super::schema::SecurityToml;
use super::{alert, invalid};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Security;

/// Reads whom to tell; nothing where nothing is said.
///
/// # Errors
///
/// No address, one that no program can use, or no day.
pub fn security(written: Option<&Spanned<SecurityToml>>, file: FileId) -> Result<Option<Security>, Box<Diagnostic>> {
    let Some(table) = written else { return Ok(None) };
    let (written, whole) = (table.get_ref(), Span::new(file, table.span().start, table.span().end));
    let Some((checked, span)) = alert::day(written.checked.as_ref(), "checked", file)? else {
        let message = "`[security]` does not say when somebody last looked at it".to_string();
        return Err(invalid(whole, message, "write `checked`, such as `checked = \"2026-11-01\"`"));
    };
    if written.contact.is_empty() {
        let message = "`[security]` does not say whom to write to".to_string();
        return Err(invalid(whole, message, "write `contact`, such as `contact = [\"mailto:safety@example.org\"]`"));
    }
    let address = |value: &Spanned<String>, known: &[&str]| {
        let text = value.get_ref();
        if known.iter().any(|known| text.starts_with(known))
            && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        {
            return Ok(text.clone());
        }
        let span = Span::new(file, value.span().start, value.span().end);
        let message = format!("`{text}` is no address that a program can use");
        Err(invalid(span, message, "write an address that starts with `https://`, `mailto:` or `tel:`"))
    };
    let contact = written.contact.iter().map(|one| address(one, &["https://", "mailto:", "tel:"]));
    let policy = written.policy.as_ref().map(|policy| address(policy, &["https://"])).transpose()?;
    Ok(Some(Security {
        contact: contact.collect::<Result<_, _>>()?,
        policy: policy.unwrap_or_default(),
        checked,
        span,
    }))
}
