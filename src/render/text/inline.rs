//! Running text without marks: what a link leads to stands behind it, a note has its number.

use crate::model::{Inline, Target};
use crate::render::prose;

/// Returns running text as plain words, given the site's address.
pub fn plain(content: &[Inline], base: &str) -> String {
    let mut out = String::new();
    push(content, base, &mut out);
    out
}

fn push(content: &[Inline], base: &str, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => out.push_str(&text.text),
            Inline::Emphasis(_) | Inline::Strong(_) | Inline::Strikethrough(_) | Inline::Language(_) => {
                push(inline.children(), base, out);
            }
            Inline::Link(link) => {
                let start = out.len();
                push(&link.content, base, out);
                if let Some(address) = address(&link.target, base)
                    && !out[start..].contains(shown(&address))
                {
                    out.push_str(&format!(" ({address})"));
                }
            }
            Inline::Image(image) if image.alt.is_empty() => {}
            Inline::Image(image) => out.push_str(&format!("[{}]", image.alt)),
            Inline::Fact(fact) => {
                out.push_str(fact.words());
                if let Some(number) = fact.number {
                    out.push_str(&format!("\u{a0}[{number}]"));
                }
            }
            // A number is never broken.
            Inline::Contact(contact) => out.push_str(&contact.words().replace(' ', "\u{a0}")),
            Inline::Abbreviation(used) if used.expand => out.push_str(&format!("{} ({})", used.full, used.short)),
            Inline::Abbreviation(used) => out.push_str(&used.short),
            Inline::FootnoteMark(mark) => {
                if let Some(number) = mark.number {
                    out.push_str(&format!("\u{a0}[{number}]"));
                }
            }
            Inline::LineBreak(_) => out.push('\n'),
        }
    }
}

/// Returns where a link leads, as it is typed; nothing where it leads nowhere.
pub fn address(target: &Target, base: &str) -> Option<String> {
    Some(match target {
        Target::Page { page, heading } => {
            let to = page.outline.as_ref()?;
            let place = heading.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
            let route = if place.is_empty() { to.printed_address() } else { to.route.clone() };
            format!("{base}{route}{place}")
        }
        Target::Asset(asset) => format!("{base}/{}", asset.outline.as_ref()?.path),
        Target::Route(route) => format!("{base}{route}"),
        Target::Web(address) => address.clone(),
        Target::Email(address) => address.clone(),
        Target::Phone(number) => prose::dial(number),
        Target::Broken(_) | Target::Unread(_) => return None,
    })
}

/// Returns an address as words show it.
fn shown(address: &str) -> &str {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    bare.trim_end_matches('/')
}
