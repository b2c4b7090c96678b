//! HTML in Markdown, which no other format could show.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Inline};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A009",
        name: "raw-html",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("raw_html.md"),
    },
    look: Look::Body(look),
};

/// What to write instead of a tag.
const INSTEAD: &[(&str, &str)] = &[
    ("a", "write a link as `[words](page.md)`"),
    ("abbr", "add the abbreviation to `content/_data/glossary.yaml`"),
    ("address", "use `:::address`"),
    ("b", "write `**words**`"),
    ("blockquote", "use `:::quote`"),
    ("br", "end the line with a backslash, or start a new paragraph"),
    ("details", "use `:::details`"),
    ("div", "use a block such as `:::information`"),
    ("em", "write `*words*`"),
    ("hr", "write `---` on a line of its own"),
    ("i", "write `*words*`"),
    ("iframe", "nothing may load from elsewhere: link to it, or use `:::film`"),
    ("img", "write a picture as `![what it shows](picture.png)`"),
    ("ol", "write a list as `1. words`"),
    ("p", "leave an empty line between paragraphs"),
    ("script", "a page must work without programs: remove it"),
    ("span", "mark words in another language as `[words]{lang=cy}`"),
    ("strong", "write `**words**`"),
    ("style", "change the theme instead"),
    ("table", "write the table with `|` between cells"),
    ("ul", "write a list as `- words`"),
    ("video", "use `:::film`"),
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let mut tell = |html: &str, span| {
        let name: String =
            html.trim_start_matches(['<', '/', '!']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        let help = INSTEAD.iter().find(|(tag, _)| *tag == name).map_or("write it as Markdown", |(_, help)| help);
        let shown = if name.is_empty() { "this".to_string() } else { format!("`<{name}>`") };
        report.add(span, format!("{shown} is HTML, which only a website could show"), help);
    };
    for block in body.blocks() {
        if let Block::RawHtml(html) = block {
            tell(&html.text, html.span);
        }
    }
    for inline in body.inlines() {
        if let Inline::RawHtml(html) = inline
            && !html.text.starts_with("</")
        {
            tell(&html.text, html.span);
        }
    }
}
