//! The site's own `_headers`: lines to rules, and what is wrong with a line. What a rule may ask for is judged where
//! Handbill's own headers are known. Source: Netlify and Cloudflare Pages, custom headers.

use std::sync::Arc;

use crate::content::Loading;
use crate::content::loading::read_text;
use crate::content::problems;
use crate::content::read::files::Files;
use crate::content::read::files::Found;
use crate::content::read::text;
use crate::diag::{Diagnostic, FileId, Sources, Span};
use crate::model::{Header, HeaderRule, Theme};

/// Rules that are read: five times as many as Cloudflare Pages reads, so that the surplus is told by its number.
const MOST_RULES: usize = 500;

/// The most lines that are reported: the others have the same cause.
const MOST_FINDINGS: usize = 50;

/// The most characters of an address: no reader follows a longer one.
const LONGEST: usize = 500;

/// The path of a site's own file.
pub const OWN: &str = "content/_headers";

/// Returns the rules of the theme, then those of the site, which come later and so win.
pub fn read(
    files: &dyn Files,
    own: Option<&Found>,
    (theme, sources): (&Theme, &Sources),
    loading: &mut Loading,
) -> Vec<HeaderRule> {
    let mut rules = Vec::new();
    if let Some(file) = theme.sources.get("_headers") {
        let text = Arc::clone(&sources.get(*file).text);
        rules.extend(parse(&text, *file, &mut loading.found));
    }
    if let Some(found) = own {
        let source = read_text(files, found, text::MOST_BYTES);
        if let Some((file, text)) = loading.add(source) {
            rules.extend(parse(&text, file, &mut loading.found));
        }
    }
    rules
}

fn parse(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> Vec<HeaderRule> {
    let mut rules: Vec<HeaderRule> = Vec::new();
    // A pattern that cannot be read keeps its headers from falling under the one above it.
    let mut open = false;
    let mut headed = false;
    let (mut at, mut told) = (0, 0);
    for line in text.split_inclusive('\n') {
        if told >= MOST_FINDINGS {
            break;
        }
        let start = at;
        at += line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let span = Span::new(file, start + indent, start + indent + trimmed.len());
        let mut report = |message: String, help: &str| {
            found.push(Diagnostic::new(&problems::HEADERS_INVALID, span, message, help));
            told += 1;
        };
        if rules.len() >= MOST_RULES && indent == 0 {
            let message = format!("there are more than {MOST_RULES} addresses in this file, and no host reads so many");
            report(message, "gather addresses under one with a `*`, such as `/data/*`");
            break;
        }
        if indent == 0 {
            headed = true;
            open = match wrong_pattern(trimmed) {
                Some((message, help)) => {
                    report(message, help);
                    false
                }
                None => {
                    rules.push(HeaderRule { pattern: trimmed.to_string(), headers: Vec::new(), span });
                    true
                }
            };
            continue;
        }
        match (header(trimmed, span), rules.last_mut().filter(|_| open)) {
            (Ok(header), Some(rule)) => rule.headers.push(header),
            (Ok(_), None) if !headed => {
                let message = format!("`{trimmed}` stands under no address");
                report(message, "write the address that it is for on a line of its own above, such as `/data/*`");
            }
            // The address above it is reported already.
            (Ok(_), None) => {}
            (Err((message, help)), _) => report(message, help),
        }
    }
    for rule in rules.iter().filter(|rule| rule.headers.is_empty()) {
        let message = format!("there is no header under `{}`", rule.pattern);
        let help = "write each header below it, two spaces in, as `Name: value`, or remove the line";
        found.push(Diagnostic::new(&problems::HEADERS_INVALID, rule.span, message, help));
    }
    rules.retain(|rule| !rule.headers.is_empty());
    rules
}

/// Returns what is wrong with the line of an address.
fn wrong_pattern(pattern: &str) -> Option<(String, &'static str)> {
    let path = pattern.strip_prefix("https://").map_or(pattern, |rest| rest.find('/').map_or("", |at| &rest[at..]));
    if !path.starts_with('/') {
        let help = if pattern.contains(':') {
            "put two spaces before a header, so that it belongs to the address above it"
        } else {
            "an address begins with `/`, such as `/data/*`"
        };
        return Some((format!("`{pattern}` is not an address"), help));
    }
    if pattern.contains(char::is_whitespace) || pattern.contains(char::is_control) {
        return Some((format!("`{pattern}` has a space in it"), "write `%20` for a space in an address"));
    }
    if path.len() > LONGEST {
        let start: String = pattern.chars().take(40).collect();
        return Some((format!("`{start}…` is longer than {LONGEST} characters"), "shorten it with a `*`"));
    }
    if path.matches('*').count() > 1 {
        return Some((format!("`{pattern}` has more than one `*`"), "use one `*`; hosts do not understand two"));
    }
    None
}

/// Reads the line of a header.
fn header(line: &str, span: Span) -> Result<Header, (String, &'static str)> {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&'*+-.^_|~".contains(&byte))
    };
    if let Some(name) = line.strip_prefix('!') {
        let name = name.trim();
        return match is_name(name) {
            true => Ok(Header { name: name.to_string(), value: None, span }),
            false => Err((format!("`{line}` takes away no header"), "write `! Name`, with the name of one header")),
        };
    }
    let Some((name, value)) = line.split_once(':') else {
        return Err((format!("`{line}` is not a header"), "write it as `Name: value`"));
    };
    let (name, value) = (name.trim_end(), value.trim());
    if !is_name(name) {
        return Err((format!("`{name}` cannot be the name of a header"), "use letters, digits and hyphens"));
    }
    if value.is_empty() {
        return Err((format!("`{name}` has no value"), "write the value after the colon, or remove the line"));
    }
    if !value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        let help = "use plain letters, digits and signs only; hosts cannot send others in a header";
        return Err((format!("the value of `{name}` has a character that a header cannot hold"), help));
    }
    Ok(Header { name: name.to_string(), value: Some(value.to_string()), span })
}
