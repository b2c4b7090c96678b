//! The list of all findings, by file, with filters that work without a script.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use handbill::diag::Severity;
use handbill::model::address::percent_decoded;

use super::finding::Finding;
use super::inject::OWN;
use super::markup::{class, escaped, finding};
use super::panel::{encoded, panel};
use super::shelf::{Notes, State};
use super::words;

/// The policy of the list: that of pages, and its form leads back to itself.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                          form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const LEVELS: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// What is to be shown; what is empty lets everything through.
#[derive(Debug, Default, PartialEq, Eq)]
struct Filter {
    level: String,
    rule: String,
    file: String,
}

impl Filter {
    /// Reads a query, such as `level=error&file=content%2Findex.md`.
    fn of(query: &str) -> Filter {
        let mut filter = Filter::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = percent_decoded(&value.replace('+', " ")).unwrap_or_default();
            match name {
                "level" => filter.level = value,
                "rule" => filter.rule = value,
                "file" => filter.file = value,
                _ => {}
            }
        }
        filter
    }

    fn lets_through(&self, found: &Finding) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        is(&self.level, found.severity.name()) && is(&self.rule, found.name) && is(&self.file, &found.file)
    }
}

/// Returns the list, with what the query of its address asks for.
pub fn list(state: &State, query: &str) -> String {
    let filter = Filter::of(query);
    let all = state.findings();
    let shown: Vec<&Finding> = all.iter().map(Arc::as_ref).filter(|found| filter.lets_through(found)).collect();
    let (lang, title) = (words::LANGUAGE, words::TITLE);
    let mut html = format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <script src=\"{OWN}preview.js\" type=\"module\" data-version=\"{}\"></script>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – Handbill</title>\
         <link rel=\"stylesheet\" href=\"{OWN}preview.css\"><link rel=\"stylesheet\" href=\"{OWN}list.css\"></head>\
         <body><header><p><a href=\"/\">{}</a></p></header><main><h1>{title}</h1>",
        state.version,
        words::BACK
    );
    let count = |level: Severity| all.iter().filter(|found| found.severity == level).count();
    if all.is_empty() {
        let _ = write!(html, "<p class=\"tally\">{}</p>", words::NOTHING);
    } else {
        let [errors, warnings, notes] = LEVELS.map(count);
        let _ = write!(html, "<p class=\"tally\">{}</p>", words::tally(errors, warnings, notes));
        filters(&mut html, all, &filter);
        let said = if shown.is_empty() { words::NO_MATCH.to_string() } else { words::shown(shown.len(), all.len()) };
        let _ = write!(html, "<p class=\"shown\">{said}</p>");
        by_file(&mut html, state, &shown);
    }
    html.push_str("</main>");
    // The panel is empty here: it is where the script speaks.
    html.push_str(&panel(&Notes { version: state.version, ..Notes::default() }));
    html.push_str("</body></html>");
    html
}

/// A value of a filter: as it is asked for, as it is called, and how many findings have it.
type Choice<'a> = (&'a str, &'a str, usize);

/// The form of filters.
fn filters(html: &mut String, all: &[Arc<Finding>], filter: &Filter) {
    let mut levels: BTreeMap<Severity, usize> = BTreeMap::new();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for found in all {
        *levels.entry(found.severity).or_default() += 1;
        *rules.entry(found.name).or_default() += 1;
        *files.entry(&found.file).or_default() += 1;
    }
    // What the operator must mend has neither a rule nor a file.
    rules.remove("");
    files.remove("");
    let levels: Vec<Choice<'_>> =
        levels.into_iter().map(|(level, count)| (level.name(), words::level(level), count)).collect();
    let rules: Vec<Choice<'_>> = rules.into_iter().map(|(rule, count)| (rule, rule, count)).collect();
    let files: Vec<Choice<'_>> = files.into_iter().map(|(file, count)| (file, file, count)).collect();
    let _ = write!(html, "<form data-filters action=\"{OWN}\" method=\"get\" aria-label=\"{}\">", words::FILTERS);
    select(html, "level", words::SEVERITY, words::ANY_SEVERITY, &levels, &filter.level);
    select(html, "rule", words::RULE, words::ANY_RULE, &rules, &filter.rule);
    select(html, "file", words::FILE, words::ANY_FILE, &files, &filter.file);
    let _ = write!(html, "<p class=\"apply\"><button>{}</button>", words::APPLY);
    if *filter != Filter::default() {
        let _ = write!(html, " <a href=\"{OWN}\">{}</a>", words::CLEAR);
    }
    html.push_str("</p></form>");
}

fn select(html: &mut String, name: &str, label: &str, any: &str, values: &[Choice<'_>], chosen: &str) {
    let _ = write!(
        html,
        "<p><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\"><option value=\"\">{any}</option>"
    );
    for (value, text, count) in values {
        let selected = if *value == chosen { " selected" } else { "" };
        let (value, text) = (escaped(value), escaped(text));
        let _ = write!(html, "<option value=\"{value}\"{selected}>{text} ({count})</option>");
    }
    html.push_str("</select></p>");
}

fn by_file(html: &mut String, state: &State, shown: &[&Finding]) {
    for group in shown.chunk_by(|one, next| one.file == next.file) {
        let Some(first) = group.first() else { continue };
        let title = if first.file.is_empty() { words::WHOLE_SITE.to_string() } else { escaped(&first.file) };
        let address = state.address(&first.file);
        let _ = write!(html, "<section><h2>{title}</h2><p class=\"about\">{}", words::findings(group.len()));
        if let Some(address) = &address {
            let address = escaped(address);
            let open = words::OPEN;
            let _ = write!(html, " <a href=\"{address}\">{open}<span class=\"unseen\"> {title}</span></a>");
        }
        html.push_str("</p><ol class=\"findings\">");
        for found in group {
            let mut place = String::new();
            if !found.name.is_empty() {
                let (at, name) = (words::place(found.line, found.column), escaped(found.name));
                let rule = format!("{OWN}?rule={}", encoded(found.name));
                let code = format!("<a class=\"code\" href=\"{rule}\">{} {name}</a>", found.code);
                let _ = write!(place, "<p class=\"place\">{} {code}</p>", escaped(&at));
            }
            let level = class(found.severity);
            let _ = write!(html, "<li class=\"{level}\">{}</li>", finding(found, words::level(found.severity), &place));
        }
        html.push_str("</ol></section>");
    }
}
