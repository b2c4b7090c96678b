//! What the preview adds to a page: its script, its panel, and marks on the elements that something was found in. None of
//! it is ever published.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::markup::escaped;
use super::messages::Messages;
use super::panel::panel;
use super::shelf::Notes;

/// The address under which the preview's own files stand.
pub const OWN: &str = "/_handbill/";

/// The policy of a page in the preview: the published one, and the preview's own script.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; \
                          script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                          frame-ancestors 'none'";

/// Whether there is a page at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// There is.
    Page,
    /// There is not, and this one says so.
    NoPage,
}

/// Returns a page with the script, the panel and the marks added.
pub fn inject(html: &str, notes: &Notes, answers: Answers, messages: &Messages) -> String {
    let mut page = without_policy(&marked(html, &notes.marks));
    let missing = if answers == Answers::NoPage { " data-missing" } else { "" };
    // First of all scripts: it looks at the page as it was sent.
    let head = format!(
        "<script src=\"{OWN}preview.js\" type=\"module\" data-version=\"{}\"{missing}></script>\
         <link rel=\"stylesheet\" href=\"{OWN}preview.css\">",
        notes.version
    );
    let start = page.find("<head").and_then(|at| Some(at + page[at..].find('>')? + 1));
    page.insert_str(start.unwrap_or(0), &head);
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &panel(notes, messages));
    page
}

/// Returns a page for an address that has none.
pub fn not_found(notes: &Notes, messages: &Messages) -> String {
    let (title, home) = messages.no_page();
    let (attributes, title, home) = (messages.attributes(), escaped(title), messages.html(home));
    let html = format!(
        "<!doctype html><html {attributes}><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p><a href=\"/\">{home}</a></p></main></body></html>"
    );
    inject(&html, notes, Answers::NoPage, messages)
}

/// Returns a page in which each element with findings has their numbers as an attribute, such as `data-handbill="0 2"`.
fn marked(html: &str, marks: &BTreeMap<usize, Vec<usize>>) -> String {
    let mut out = String::with_capacity(html.len() + marks.len() * 24);
    let mut copied = 0;
    for (start, findings) in marks {
        let Some(name) = html.get(*start..).and_then(|rest| rest.strip_prefix('<')) else { continue };
        let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let end = start + 1 + length;
        if length == 0 || end < copied {
            continue;
        }
        let numbers: Vec<String> = findings.iter().map(usize::to_string).collect();
        let _ = write!(out, "{} data-handbill=\"{}\"", &html[copied..end], numbers.join(" "));
        copied = end;
    }
    out.push_str(&html[copied..]);
    out
}

/// The published page's policy forbids the preview's script; the preview sends its own policy instead.
fn without_policy(html: &str) -> String {
    let Some(mark) = html.find("http-equiv=\"Content-Security-Policy\"") else { return html.to_string() };
    let start = html[..mark].rfind('<').unwrap_or(mark);
    let end = html[mark..].find('>').map_or(html.len(), |at| mark + at + 1);
    format!("{}{}", &html[..start], &html[end..])
}
