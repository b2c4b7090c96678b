//! The theme's templates, parsed once for a site.

use std::ops::Range;

use tera::{Context, Error, ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};

use super::escape;
use super::theme::{ENTRIES, templates};
use crate::model::Theme;

/// The theme's templates.
pub struct Templates {
    tera: Tera,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// The template's name.
    pub template: String,
    /// Where.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Whether the template cannot be read at all.
    pub unreadable: bool,
}

impl Templates {
    /// Parses every template of a theme. `addresses` gives the address of a file or page of the site as pages have it, for
    /// the function `asset`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the templates.
    pub fn new(
        theme: &Theme,
        addresses: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> Result<Templates, Vec<TemplateFault>> {
        let all: Vec<(&str, &str)> = templates(theme).collect();
        let missing = |name: &&&str| !all.iter().any(|(known, _)| known == *name);
        if let Some(name) = ENTRIES.iter().find(missing) {
            let message = format!("the theme has no template `{name}` that can be read");
            return Err(vec![fault(name, 0..0, message)]);
        }
        let mut tera = Tera::new();
        tera.set_escape_fn(|words, out| out.write_all(escape::escaped(words).as_bytes()));
        // Whatever a template is called, every value in it is escaped, but for what is safe by its type; and no filter
        // makes another one so.
        tera.autoescape_on([""]);
        tera.register_filter("safe", |value: Value, _: Kwargs, _: &State<'_>| value);
        tera.register_function("asset", move |asked: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let path: &str = asked.must_get("path")?;
            addresses(path)
                .ok_or_else(|| Error::message(format!("`{path}` leads nowhere: there is no such page or file")))
        });
        match tera.add_raw_templates(all.iter().copied()) {
            Ok(()) => Ok(Templates { tera }),
            Err(error) => Err(faults(&error, &all)),
        }
    }

    /// Fills in a template.
    ///
    /// # Errors
    ///
    /// The template asks for something that does not exist.
    pub fn fill(&self, name: &str, context: &Context) -> Result<String, TemplateFault> {
        self.tera.render(name, context).map_err(|error| one(&error, name))
    }
}

/// Returns everything that keeps templates from being used.
fn faults(error: &tera::Error, all: &[(&str, &str)]) -> Vec<TemplateFault> {
    if matches!(error.kind(), ErrorKind::SyntaxError(_)) {
        // Tera stops at the first; each template alone shows its own.
        let alone = all.iter().filter_map(|(name, text)| {
            let error = Tera::new().add_raw_template(name, text).err()?;
            let unreadable = matches!(error.kind(), ErrorKind::SyntaxError(_));
            unreadable.then(|| TemplateFault { unreadable, ..one(&error, name) })
        });
        return alone.collect();
    }
    if let ErrorKind::MissingParent { current, parent } = error.kind() {
        let text = all.iter().find(|(name, _)| name == current).map_or("", |(_, text)| text);
        let at = text.find(parent.as_str()).unwrap_or(0);
        return vec![fault(current, at..at + parent.len(), format!("there is no template `{parent}`"))];
    }
    if let ErrorKind::Msg(reports) = error.kind() {
        let told: Vec<TemplateFault> = reports.split("error: ").filter_map(|report| reported(report, all)).collect();
        if !told.is_empty() {
            return told;
        }
    }
    vec![one(error, "base.html")]
}

/// Reads one of the reports that Tera joins where names are not known: what, then `--> template:line:column`.
fn reported(report: &str, all: &[(&str, &str)]) -> Option<TemplateFault> {
    let (message, rest) = report.split_once('\n')?;
    let place = rest.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line): (usize, usize) = (parts.next()?.trim().parse().ok()?, parts.next()?.parse().ok()?);
    let name = parts.next()?;
    let (_, text) = all.iter().find(|(known, _)| *known == name)?;
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let words = text.get(start..)?.lines().next().unwrap_or("");
    let at = start + words.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
    let named = message.split('`').nth(1).unwrap_or("");
    let length = text.get(at..)?.find(named).filter(|skip| *skip < 40).map_or(0, |skip| skip + named.len());
    Some(fault(name, at..at + length, in_words(message)))
}

/// Returns what Tera says of one template.
fn one(error: &tera::Error, template: &str) -> TemplateFault {
    let kind = error.kind();
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = kind {
        return from_report(report);
    }
    if let ErrorKind::TemplateNotFound(name) = kind {
        return fault(template, 0..0, format!("there is no template `{name}`"));
    }
    if let ErrorKind::CircularExtend { tpl, .. } = kind {
        return fault(tpl, 0..0, "this template is based on itself".to_string());
    }
    if let ErrorKind::CircularInclude { tpl, .. } = kind {
        return fault(tpl, 0..0, "this template brings itself in".to_string());
    }
    fault(template, 0..0, in_words(&kind.to_string()))
}

fn from_report(report: &ReportError) -> TemplateFault {
    fault(report.filename(), report.span().range.clone(), in_words(report.message()))
}

fn fault(template: &str, range: Range<usize>, message: String) -> TemplateFault {
    let help = "compare it with the template of the same name in the theme `civic`".to_string();
    TemplateFault { template: template.to_string(), range, message, help, unreadable: false }
}

/// Returns a message of Tera in the wording of Handbill's findings: `Unknown filter` becomes ``there is no filter `shout` ``.
fn in_words(message: &str) -> String {
    let name = message.split('`').nth(1).unwrap_or("");
    for (start, words) in [
        ("Unknown filter", "there is no filter"),
        ("Unknown function", "there is no function"),
        ("Unknown test", "there is no test"),
        ("Unknown template", "there is no template"),
        ("Unknown component", "there is no component"),
    ] {
        if message.starts_with(start) {
            return format!("{words} `{name}`");
        }
    }
    if message.starts_with("Block `") {
        return format!("no template above this one has a block `{name}`");
    }
    // One sentence, without what Tera adds about other names.
    let first = message.lines().next().unwrap_or("").split(". ").next().unwrap_or("").trim_end_matches('.');
    let mut characters = first.chars();
    characters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Templates;
    use crate::render::web::tests::fixture::theme;

    fn told(name: &str, text: &str) -> Vec<String> {
        let mut theme = theme();
        theme.files.insert(format!("templates/{name}"), Arc::from(text.as_bytes()));
        let faults = Templates::new(&theme, |path| Some(path.to_string())).err().unwrap_or_default();
        let of = |path: &str| String::from_utf8_lossy(&theme.files[path]).into_owned();
        let shown = |fault: &super::TemplateFault| {
            let words = of(&format!("templates/{}", fault.template))[fault.range.clone()].to_string();
            format!("{}: {} ({words})", fault.template, fault.message)
        };
        faults.iter().map(shown).collect()
    }

    #[test]
    fn what_tera_refuses_is_told_with_its_place() {
        for (text, message) in [
            ("{{ page.title | shout }}", "page.html: there is no filter `shout` (shout)"),
            ("a\né {% include \"sid.html\" %}", "page.html: there is no template `sid.html` (\"sid.html)"),
            ("{% extends \"bas.html\" %}", "page.html: there is no template `bas.html` (bas.html)"),
            (
                "{% extends \"base.html\" %}{% block txt %}{% endblock %}",
                "page.html: no template above this one has a block `txt` (txt)",
            ),
            ("{{ shout() }}", "page.html: there is no function `shout` (shout)"),
            ("{% if page is loud %}{% endif %}", "page.html: there is no test `loud` (loud)"),
        ] {
            assert_eq!(told("page.html", text), [message]);
        }
        let two = told("page.html", "{{ a | b }}\n{{ c | d }}");
        assert_eq!(two, ["page.html: there is no filter `b` (b)", "page.html: there is no filter `d` (d)"]);
        assert!(told("page.html", "<p>\n{% if %}")[0].starts_with("page.html: found "));
    }
}
