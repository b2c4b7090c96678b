//! What browsers do where no style sheet says anything. Source: HTML, 15, Rendering.

use super::css::cascade::{Display, Style, is_html};
use super::css::colour::{self, Colour, Rgba};
use super::css::value::FIRST_SIZE;
use super::tree::{Id, Tree};

/// Elements that are never there for a reader.
const NEVER: &[&str] = &[
    "base", "basefont", "datalist", "head", "link", "meta", "noembed", "noframes", "noscript", "param", "rp", "script",
    "style", "template", "title",
];

/// Elements that stand apart from what is before and after.
const APART: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// The size of letters in form fields, in CSS pixels. Source: what browsers do without a theme.
const FIELD_SIZE: f32 = 13.333;

/// Returns the style of an element in one of this style, before any style sheet.
pub fn style(tree: &Tree, id: Id, above: &Style, dark: bool) -> Style {
    let name = tree.html_name(id);
    let mut style = Style {
        display: display(tree, id),
        background: Some(Rgba::CLEAR),
        pictured: false,
        opacity: 1.0,
        own: Vec::new(),
        custom: std::sync::Arc::clone(&above.custom),
        ..*above
    };
    let larger = |factor: f32| above.size.map(|size| size * factor);
    // Source: HTML, 15.3.7 and 15.3.3.
    match name {
        "h1" => style.size = larger(2.0),
        "h2" => style.size = larger(1.5),
        "h3" => style.size = larger(1.17),
        "h5" => style.size = larger(0.83),
        "h6" => style.size = larger(0.67),
        "small" | "sub" | "sup" => style.size = larger(1.0 / 1.2),
        "big" => style.size = larger(1.2),
        "pre" | "code" | "kbd" | "samp" | "tt" if above.size == Some(FIRST_SIZE) => style.size = Some(13.0),
        "button" | "input" | "select" | "textarea" => {
            style.size = Some(FIELD_SIZE);
            style.bold = false;
            style.colour = Some(if dark { Rgba::WHITE } else { Rgba::BLACK });
            style.background = field(tree, id, dark);
        }
        "a" if tree.has(id, "href") => {
            style.colour = Some(Rgba { rgb: if dark { [0.62, 0.62, 1.0] } else { [0.0, 0.0, 0.933] }, alpha: 1.0 });
        }
        "mark" => {
            style.colour = Some(Rgba::BLACK);
            style.background = Some(Rgba { rgb: [1.0, 1.0, 0.0], alpha: 1.0 });
        }
        "dialog" => style.background = Some(if dark { Rgba { rgb: [0.07; 3], alpha: 1.0 } } else { Rgba::WHITE }),
        _ => {}
    }
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "b" | "strong" | "th") {
        style.bold = true;
    }
    let said = |name: &str| match tree.get(id, name).and_then(|value| colour::parse(value, dark)) {
        Some(Colour::Is(rgba)) => Some(rgba),
        _ => None,
    };
    if matches!(name, "body" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th") {
        style.background = said("bgcolor").or(style.background);
        style.pictured = tree.has(id, "background");
    }
    match name {
        "body" => style.colour = said("text").or(style.colour),
        "font" => style.colour = said("color").or(style.colour),
        _ => {}
    }
    style
}

/// Returns what lies behind a form field; nothing where it is the system's own.
fn field(tree: &Tree, id: Id, dark: bool) -> Option<Rgba> {
    let kind = tree.get(id, "type").unwrap_or("").to_ascii_lowercase();
    let pressed = tree.is(id, "button") || matches!(kind.as_str(), "submit" | "reset" | "button");
    if dark {
        None
    } else if pressed {
        Some(Rgba { rgb: [0.937; 3], alpha: 1.0 })
    } else if matches!(kind.as_str(), "image" | "checkbox" | "radio" | "range") {
        Some(Rgba::CLEAR)
    } else {
        Some(Rgba::WHITE)
    }
}

fn display(tree: &Tree, id: Id) -> Display {
    let name = tree.html_name(id);
    let hidden = is_html(tree, id)
        && (NEVER.contains(&name)
            || tree.has(id, "hidden")
            || (tree.has(id, "popover") && !matches!(tree.get(id, "popover"), Some("invalid")))
            || (name == "dialog" && !tree.has(id, "open"))
            || (name == "audio" && !tree.has(id, "controls"))
            || (name == "input" && tree.get(id, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")))
            || is_folded(tree, id));
    if hidden {
        Display::None
    } else if APART.contains(&name) {
        Display::Block
    } else {
        Display::Inline
    }
}

/// Returns whether an element stands in a closed `<details>`, and is not what opens it.
pub fn is_folded(tree: &Tree, id: Id) -> bool {
    let Some(parent) = tree.parent(id).filter(|parent| tree.is(*parent, "details") && !tree.has(*parent, "open"))
    else {
        return false;
    };
    tree.elements_of(parent).find(|child| tree.is(*child, "summary")) != Some(id)
}
