//! The theme's templates, parsed once for a site.

use tera::{Context, ErrorKind, Tera};

use super::escape;
use crate::model::Theme;
use crate::render::RenderError;

/// The templates that a theme must have.
const NEEDED: [&str; 9] = [
    "404.html",
    "changes.html",
    "home.html",
    "leaflets.html",
    "list.html",
    "page.html",
    "redirect.html",
    "section.html",
    "topics.html",
];

/// The theme's templates.
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Parses every template of a theme.
    ///
    /// # Errors
    ///
    /// A template that is missing, is not text, or cannot be parsed.
    pub fn new(theme: &Theme) -> Result<Templates, RenderError> {
        let mut templates = Vec::new();
        for (path, bytes) in &theme.files {
            let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html")) else { continue };
            let text = std::str::from_utf8(bytes).map_err(|error| broken(name, format!("it is not UTF-8: {error}")))?;
            templates.push((name, text));
        }
        if let Some(name) = NEEDED.iter().find(|name| !templates.iter().any(|(known, _)| known == *name)) {
            return Err(broken(name, "the theme does not have it".to_string()));
        }
        let mut tera = Tera::new();
        tera.set_escape_fn(|words, out| out.write_all(escape::escaped(words).as_bytes()));
        tera.add_raw_templates(templates).map_err(|error| explained(&error, "base.html"))?;
        Ok(Templates { tera })
    }

    /// Fills in a template.
    ///
    /// # Errors
    ///
    /// A template that asks for what there is not.
    pub fn fill(&self, name: &str, context: &Context) -> Result<String, RenderError> {
        self.tera.render(name, context).map_err(|error| explained(&error, name))
    }
}

fn explained(error: &tera::Error, template: &str) -> RenderError {
    let kind = error.kind();
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = kind {
        let line = report.span().start_line;
        return broken(report.filename(), format!("line {line}: {}", report.message()));
    }
    if let ErrorKind::TemplateNotFound(name) | ErrorKind::MissingParent { parent: name, .. } = kind {
        return broken(name, "the theme does not have it".to_string());
    }
    broken(template, kind.to_string())
}

fn broken(name: &str, reason: String) -> RenderError {
    RenderError::Template { template: format!("templates/{name}"), reason }
}
