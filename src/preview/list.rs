//! The list of all findings, by file, with filters that work without a script.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use handbill::diag::Severity;
use handbill::model::address::percent_decoded;
use handbill::words::Said;

use super::finding::Finding;
use super::frame::{Frame, page};
use super::inject::OWN;
use super::markup::{class, escaped, finding};
use super::messages::Messages;
use super::panel::encoded;
use super::shelf::State;

/// The policy of the list: that of pages, and its form leads back to itself.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                          form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const LEVELS: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// Which findings are shown. An empty field lets all through.
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
    let all = state.all_findings();
    let shown: Vec<&Finding> = all.iter().map(Arc::as_ref).filter(|found| filter.lets_through(found)).collect();
    let messages = state.messages();
    let of = &messages.of;
    let mut html = String::new();
    let count = |level: Severity| all.iter().filter(|found| found.severity == level).count();
    if all.is_empty() {
        let _ = write!(html, "<p class=\"tally\">{}</p>", messages.html(&of.nothing));
    } else {
        let [errors, warnings, notes] = LEVELS.map(count);
        html.push_str("<ul class=\"tally\">");
        for count in messages.tally(errors, warnings, notes) {
            let _ = write!(html, "<li>{}</li>", messages.html(&count));
        }
        html.push_str("</ul>");
        filters(&mut html, &all, &filter, &messages);
        let said = if shown.is_empty() { of.no_match.clone() } else { messages.shown(shown.len(), all.len()) };
        let _ = write!(html, "<p class=\"shown\">{}</p>", messages.html(&said));
        by_file(&mut html, state, &shown, &messages);
    }
    let room = format!("{OWN}print");
    let frame = Frame { title: &of.title, styles: &["list.css"], links: &[("/", &of.back), (&room, &of.room)] };
    page(state, &messages, &frame, &html)
}

/// One choice of a filter: its value, its words with the attributes that they need, and how many findings have it.
type Choice<'a> = (&'a str, (&'a str, String), usize);

/// The form of filters.
fn filters(html: &mut String, all: &[Arc<Finding>], filter: &Filter, messages: &Messages) {
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
    let of = &messages.of;
    let level = |(level, count): (Severity, usize)| {
        let said = messages.level(level);
        (level.name(), (&*said.text, messages.said_attributes(said)), count)
    };
    let levels: Vec<Choice<'_>> = levels.into_iter().map(level).collect();
    let rules: Vec<Choice<'_>> = rules.into_iter().map(|(rule, count)| (rule, (rule, String::new()), count)).collect();
    let files: Vec<Choice<'_>> = files.into_iter().map(|(file, count)| (file, (file, String::new()), count)).collect();
    let name = escaped(&of.filters);
    let _ = write!(html, "<form data-filters action=\"{OWN}\" method=\"get\" aria-label=\"{name}\">");
    let all_levels = (&of.level, &of.any_level);
    html.push_str(&select("level", all_levels, &levels, &filter.level, messages));
    html.push_str(&select("rule", (&of.rule, &of.any_rule), &rules, &filter.rule, messages));
    html.push_str(&select("file", (&of.file, &of.any_file), &files, &filter.file, messages));
    let _ = write!(html, "<p class=\"apply\"><button>{}</button>", messages.html(&of.apply));
    if *filter != Filter::default() {
        let _ = write!(html, " <a href=\"{OWN}\">{}</a>", messages.html(&of.clear));
    }
    html.push_str("</p></form>");
}

/// Returns one filter: its label, the choice of all, and the choices of one.
fn select(
    name: &str,
    (label, any): (&Said, &Said),
    values: &[Choice<'_>],
    chosen: &str,
    messages: &Messages,
) -> String {
    let (label, attributes, any) = (messages.html(label), messages.said_attributes(any), escaped(any));
    let mut html = format!(
        "<p><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\">\
         <option value=\"\"{attributes}>{any}</option>"
    );
    for (value, (text, attributes), count) in values {
        let selected = if *value == chosen { " selected" } else { "" };
        let (value, text) = (escaped(value), escaped(text));
        let _ = write!(html, "<option value=\"{value}\"{selected}{attributes}>{text} ({count})</option>");
    }
    html.push_str("</select></p>");
    html
}

fn by_file(html: &mut String, state: &State, shown: &[&Finding], messages: &Messages) {
    for group in shown.chunk_by(|one, next| one.file == next.file) {
        let Some(first) = group.first() else { continue };
        let title = match first.file.as_str() {
            "" => messages.html(&messages.of.whole_site),
            file => escaped(file),
        };
        let address = state.address(&first.file);
        let count = messages.html(&messages.findings(group.len()));
        let _ = write!(html, "<section><h2>{title}</h2><p class=\"about\">{count}");
        if let Some(address) = &address {
            let (address, open) = (escaped(address), messages.html(&messages.of.open));
            let _ = write!(html, " <a href=\"{address}\">{open}<span class=\"unseen\"> {title}</span></a>");
        }
        html.push_str("</p><ol class=\"findings\">");
        for found in group {
            let mut place = String::new();
            if !found.name.is_empty() {
                let (at, name) = (messages.html(&messages.place(found.line, found.column)), escaped(found.name));
                let rule = format!("{OWN}?rule={}", encoded(found.name));
                let code = format!("<a class=\"code\" dir=\"ltr\" href=\"{rule}\">{} {name}</a>", found.code);
                let _ = write!(place, "<p class=\"place\">{at} {code}</p>");
            }
            let level = class(found.severity);
            let what = finding(found, messages.level(found.severity), &place, messages);
            let _ = write!(html, "<li class=\"{level}\">{what}</li>");
        }
        html.push_str("</ol></section>");
    }
}
