//! Running text as Markdown.

use super::escape::{Spot, address, comment, escaped};
use super::places::Places;
use crate::import::document::{Inline, Picture, Remark, Sort, To, words};
use crate::import::pictures::Saved;

/// What running text is written with.
pub struct Scene<'a> {
    /// What each picture is saved as; nothing for one that cannot be shown.
    pub pictures: &'a [Option<Saved>],
    /// Where links inside the document lead.
    pub places: &'a Places,
    /// The number of each note.
    pub numbers: &'a [usize],
}

/// What stands for the words of a picture that has none: `check` finds it.
const NO_ALT: &str = "[[what the picture shows]]";

impl Scene<'_> {
    /// Returns running text as Markdown.
    pub fn run(&self, content: &[Inline], spot: Spot) -> String {
        let mut out = Out { text: String::new(), remarks: Vec::new(), spot };
        self.add(content, None, &mut out);
        let mut text = out.text.trim_end().to_string();
        // A comment at the start of a line would make the whole line one.
        for remark in out.remarks {
            text.push(' ');
            text.push_str(&remark);
        }
        text.trim_start().to_string()
    }

    /// Adds running text; `after` is the first letter of what comes behind it.
    fn add(&self, content: &[Inline], after: Option<char>, out: &mut Out) {
        for (at, inline) in content.iter().enumerate() {
            let next = content.get(at + 1..).and_then(first_letter).or(after);
            match inline {
                Inline::Text(words) => out.words(words),
                Inline::Emphasis(inner) => self.mark("*", inner, next, out),
                Inline::Strong(inner) => self.mark("**", inner, next, out),
                Inline::Strikethrough(inner) => self.mark("~~", inner, next, out),
                Inline::Code(words) => out.raw(&code(words, out.spot)),
                Inline::Link(to, inner) => self.link(to, inner, next, out),
                Inline::Place(_) => {}
                Inline::Note(at) => {
                    if let Some(number) = self.numbers.get(*at).filter(|number| **number > 0) {
                        out.raw(&format!("[^{number}]"));
                    }
                }
                Inline::Picture(picture) => self.picture(picture, next, out),
                Inline::Language(lang, inner) => {
                    out.raw("[");
                    self.add(inner, Some(']'), out);
                    out.raw(&format!("]{{lang={}}}", lang.tag()));
                }
                Inline::LineBreak => out.line_break(),
                Inline::Remark(remark) => out.remark(remark, next),
            }
        }
    }

    /// Puts marks around words. Blanks go outside, and so do signs where the word beside them would keep the mark from being one.
    /// Source: CommonMark 0.31.2, 6.2, left- and right-flanking.
    fn mark(&self, mark: &str, inner: &[Inline], after: Option<char>, out: &mut Out) {
        let mut within = Out { text: String::new(), remarks: Vec::new(), spot: out.spot };
        self.add(inner, None, &mut within);
        let text = within.text;
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let tight_start = is_word(out.text.chars().last());
        let tight_end = is_word(after);
        let is_outside = |c: char, tight: bool| c.is_whitespace() || tight && c.is_ascii_punctuation() && c != '\\';
        let start = text.len() - text.trim_start_matches(|c| is_outside(c, tight_start)).len();
        let rest = text.get(start..).unwrap_or_default();
        let mut end = start + rest.trim_end_matches(|c| is_outside(c, tight_end)).len();
        // What a link, a picture or a remark needs stays with it.
        if tight_end && text.get(start..end).is_some_and(|kept| kept.matches('[').count() != kept.matches(']').count())
        {
            end = start + rest.trim_end().len();
        }
        let (before, kept, behind) = (
            text.get(..start).unwrap_or_default(),
            text.get(start..end).unwrap_or_default(),
            text.get(end..).unwrap_or_default(),
        );
        out.raw(before);
        if !kept.is_empty() {
            let starts = if out.text.ends_with('*') && mark.starts_with('*') { "\u{200b}" } else { "" };
            // Two marks that meet would be one: a reader sees no difference without the second.
            match starts.is_empty() {
                true => out.raw(&format!("{mark}{kept}{mark}")),
                false => out.raw(kept),
            }
        }
        out.raw(behind);
        out.remarks.extend(within.remarks);
    }

    fn link(&self, to: &To, inner: &[Inline], after: Option<char>, out: &mut Out) {
        let said = words(inner);
        let said = said.trim();
        let target = match to {
            To::Place(place) => match self.places.heading(place) {
                Some(id) => format!("#{id}"),
                None => {
                    self.add(inner, None, out);
                    if !said.is_empty() {
                        out.remark(
                            &Remark::lost("this led to another place in the document that is no heading"),
                            after,
                        );
                    }
                    return;
                }
            },
            To::Address(wanted) if is_public(wanted) => address(wanted),
            To::Address(wanted) => {
                self.add(inner, None, out);
                out.remark(&Remark::lost(format!("this led to {}", wanted.trim())), after);
                return;
            }
        };
        if said.is_empty() && !inner.iter().any(|inline| matches!(inline, Inline::Picture(_))) {
            self.add(inner, None, out);
            return;
        }
        let bare = target.strip_prefix("mailto:").unwrap_or(&target);
        if said == bare && !bare.starts_with('#') && !bare.contains(['%', '?']) {
            out.raw(&format!("<{bare}>"));
            return;
        }
        let mut within = Out { text: String::new(), remarks: Vec::new(), spot: out.spot };
        self.add(inner, Some(']'), &mut within);
        let text = within.text;
        let kept = text.trim();
        let start = text.len() - text.trim_start().len();
        out.raw(text.get(..start).unwrap_or_default());
        out.raw(&format!("[{kept}]({target})"));
        out.raw(text.get(start + kept.len()..).unwrap_or_default());
        out.remarks.extend(within.remarks);
    }

    fn picture(&self, picture: &Picture, after: Option<char>, out: &mut Out) {
        let alt = picture.alt.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.pictures.get(picture.file) {
            Some(Some(saved)) if picture.decorative => out.raw(&format!("![]({} \"decorative\")", saved.name)),
            Some(Some(saved)) if alt.is_empty() => out.raw(&format!("![{NO_ALT}]({})", saved.name)),
            Some(Some(saved)) if alt.starts_with("[[") && alt.ends_with("]]") => {
                let gap = alt.replace(['[', ']'], "");
                out.raw(&format!("![[[{gap}]]]({})", saved.name));
            }
            Some(Some(saved)) => {
                let alt =
                    escaped(&alt, out.spot, false).replace('[', "\\[").replace("\\\\[", "\\[").replace(']', "\\]");
                out.raw(&format!("![{}]({})", alt.replace("\\\\]", "\\]"), saved.name));
            }
            _ => {
                let told = match alt.is_empty() {
                    true => "a picture that cannot be shown".to_string(),
                    false => format!("a picture that cannot be shown, of: {alt}"),
                };
                out.remark(&Remark::lost(told), after);
            }
        }
    }
}

/// Returns whether an address is one that everybody can follow.
fn is_public(wanted: &str) -> bool {
    let wanted = wanted.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| wanted.starts_with(scheme) && wanted.len() > scheme.len())
}

/// Returns the first letter of some running text.
fn first_letter(content: &[Inline]) -> Option<char> {
    content.iter().find_map(|inline| match inline {
        Inline::Text(words) => words.chars().next(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => first_letter(inner),
        Inline::Code(_) => Some('`'),
        Inline::Link(..) | Inline::Language(..) | Inline::Note(_) => Some('['),
        Inline::Picture(_) => Some('!'),
        Inline::LineBreak => Some(' '),
        Inline::Place(_) | Inline::Remark(_) => None,
    })
}

/// Returns code between as many backticks as it needs.
fn code(words: &str, spot: Spot) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if spot == Spot::Cell { words.replace('|', "\\|") } else { words };
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let room = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    if words.is_empty() { words } else { format!("{ticks}{room}{words}{room}{ticks}") }
}

/// Returns how a remark of a sort begins.
pub fn opening(sort: Sort) -> &'static str {
    match sort {
        Sort::Lost => "Not brought over:",
        Sort::Comment => "Comment",
        Sort::Deleted => "Deleted, if the change is accepted:",
        Sort::Hidden => "Hidden text:",
    }
}

/// Returns what a remark says to the author.
pub fn said(remark: &Remark) -> String {
    format!("{} {}", opening(remark.sort), remark.words)
}

/// What was written so far.
struct Out {
    text: String,
    /// Remarks that stood before all words.
    remarks: Vec<String>,
    spot: Spot,
}

impl Out {
    fn words(&mut self, words: &str) {
        let starts = self.text.is_empty() || self.text.ends_with('\n');
        let words = if starts { words.trim_start() } else { words };
        let written = escaped(words, self.spot, starts);
        self.raw(&written);
    }

    fn raw(&mut self, written: &str) {
        // An exclamation mark before a link would make a picture of it.
        if written.starts_with('[') && self.text.ends_with('!') && !self.text.ends_with("\\!") {
            self.text.pop();
            self.text.push_str("\\!");
        }
        self.text.push_str(written);
    }

    fn line_break(&mut self) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        match self.spot {
            _ if self.text.is_empty() => {}
            Spot::Line => self.text.push_str("\\\n"),
            Spot::Heading => self.text.push(' '),
            Spot::Cell => self.text.push_str(if self.text.ends_with([',', ';', '.', ':']) { " " } else { ", " }),
        }
    }

    /// Adds a remark; `after` is the first letter behind it. A blank before it is only put where one comes behind it too, since
    /// readers would see it.
    fn remark(&mut self, remark: &Remark, after: Option<char>) {
        let comment = comment(&said(remark), self.spot);
        if self.text.is_empty() || self.text.ends_with('\n') {
            self.remarks.push(comment);
            return;
        }
        if !self.text.ends_with(' ') && after.is_some_and(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(&comment);
    }
}
