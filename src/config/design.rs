//! Designs of printed things: `print/designs/*.toml`.

use toml::Spanned;

use super::schema::DesignToml;
use super::{invalid, invalid_toml};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Design, Rgb};
use crate::units::{Mm, Pt};

/// Reads the text of a design file.
///
/// # Errors
///
/// A finding at the line that cannot be understood.
pub fn design(name: &str, text: &str, file: FileId) -> Result<Design, Box<Diagnostic>> {
    let written: DesignToml = toml::from_str(text).map_err(|error| invalid_toml(&error, file))?;
    let colour = |value: &Spanned<String>| {
        let span = Span::new(file, value.span().start, value.span().end);
        Rgb::parse(value.get_ref())
            .ok_or_else(|| invalid(span, format!("`{}` is not a colour", value.get_ref()), "write it as `#0c4a4e`"))
    };
    let sizes = &written.type_sizes;
    for (key, size, least, most) in [
        ("text", sizes.text, 8.0, 72.0),
        ("leading", sizes.leading, 1.0, 3.0),
        ("heading", sizes.heading, 8.0, 96.0),
        ("cover", sizes.cover, 8.0, 144.0),
        ("phone", sizes.phone, 8.0, 144.0),
        ("margin", written.paper.margin, 0.0, 60.0),
        ("clear", written.paper.clear, 0.0, 40.0),
    ] {
        if !(least..=most).contains(&size) {
            let span = super::key_span(text, key, file);
            let message = format!("`{key}` is {size}, which no printed page can use");
            return Err(invalid(span, message, &format!("write a number from {least} to {most}")));
        }
    }
    Ok(Design {
        name: name.to_string(),
        text: Pt(sizes.text),
        leading: sizes.leading,
        heading: Pt(sizes.heading),
        cover: Pt(sizes.cover),
        phone: Pt(sizes.phone),
        ink: colour(&written.colour.ink)?,
        brand: colour(&written.colour.brand)?,
        link: colour(&written.colour.link)?,
        margin: Mm(written.paper.margin),
        clear: Mm(written.paper.clear),
    })
}
