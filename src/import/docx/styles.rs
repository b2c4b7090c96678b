//! Styles: what each is called, what it stands on, and what paragraphs in it are. Source: ECMA-376, part 1, 17.7.

use std::collections::BTreeMap;

use super::super::xml::Element;
use super::look::Look;

/// How many styles may stand on one another; more go round in a circle.
const DEEPEST: usize = 20;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: BTreeMap<String, Style>,
    defaults: Look,
    default: Option<String>,
}

/// One style.
#[derive(Debug, Default)]
struct Style {
    name: String,
    on: Option<String>,
    look: Look,
    outline: Option<u8>,
    list: Option<(Option<String>, Option<usize>)>,
    indent: Option<i64>,
    boxed: bool,
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The document's title.
    Title,
    /// A heading, 1 to 9.
    Heading(u8),
    /// Running text.
    Body,
    /// What stands under the title.
    Subtitle,
    /// A quotation.
    Quote,
    /// Text of a computer.
    Code,
    /// Words at a picture or a table.
    Caption,
    /// A line of a list of contents.
    Contents,
    /// A term.
    Term,
    /// What a term means.
    Meaning,
    /// An item of a list whose style has no number of its own, from level 0.
    Item(bool, u8),
    /// A line across the page.
    Rule,
}

impl Styles {
    /// Returns the styles of a part.
    pub fn of(part: Option<&Element>) -> Styles {
        let Some(part) = part else { return Styles::default() };
        let mut styles =
            Styles { defaults: Look::of(part.at(&["w:docDefaults", "w:rPrDefault", "w:rPr"])), ..Styles::default() };
        for element in part.elements().filter(|element| &*element.name == "w:style") {
            let Some(id) = element.attribute("w:styleId") else { continue };
            let properties = element.child("w:pPr");
            let value = |name: &str| element.child(name).and_then(|one| one.attribute("w:val"));
            let style = Style {
                name: value("w:name").unwrap_or(id).to_lowercase(),
                on: value("w:basedOn").map(str::to_string),
                look: Look::of(element.child("w:rPr")),
                outline: properties.and_then(outline),
                list: properties.and_then(list),
                indent: properties.and_then(indent),
                boxed: properties.is_some_and(is_boxed),
            };
            let is_default = matches!(element.attribute("w:default"), Some("1" | "true" | "on"));
            if is_default && element.attribute("w:type") == Some("paragraph") {
                styles.default = Some(id.to_string());
            }
            styles.by_id.insert(id.to_string(), style);
        }
        styles
    }

    /// Returns a style and what it stands on, the nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id;
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.on.as_deref();
            Some((id, style))
        })
        .take(DEEPEST)
    }

    /// Returns how letters look in a style of paragraphs.
    pub fn paragraph_look(&self, id: Option<&str>) -> Look {
        let look = |look: Look, (_, style): (&str, &Style)| look.over(&style.look);
        self.chain(id.or(self.default.as_deref())).fold(Look::default(), look).over(&self.defaults)
    }

    /// Returns how letters look in a style of letters, and whether that style is for code.
    pub fn letter_look(&self, id: &str) -> (Look, bool) {
        let look = self.chain(Some(id)).fold(Look::default(), |look, (_, style)| look.over(&style.look));
        let names = ["verbatim char", "source text", "html code", "html keyboard", "html sample", "teletype"];
        let is_code = self.chain(Some(id)).any(|(_, style)| names.contains(&style.name.as_str()));
        (look, is_code)
    }

    /// Returns what a paragraph in a style is.
    pub fn role(&self, id: Option<&str>) -> Role {
        let named = self.chain(id).find_map(|(_, style)| role(&style.name));
        let outline = || self.chain(id).find_map(|(_, style)| style.outline).filter(|level| *level < 9);
        named.or_else(|| outline().map(|level| Role::Heading(level + 1))).unwrap_or(Role::Body)
    }

    /// Returns the list of a style: the list's number, the level, and the id of the style that says so.
    pub fn list(&self, id: Option<&str>) -> Option<(String, Option<usize>, String)> {
        self.chain(id.or(self.default.as_deref())).find_map(|(id, style)| {
            let (list, level) = style.list.as_ref()?;
            Some((list.clone()?, *level, id.to_string()))
        })
    }

    /// Returns whether a style's paragraphs stand in a box.
    pub fn is_boxed(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|(_, style)| style.boxed)
    }

    /// Returns how far a style's paragraphs stand in, in twentieths of a point.
    pub fn indent(&self, id: Option<&str>) -> Option<i64> {
        self.chain(id).find_map(|(_, style)| style.indent)
    }
}

/// Returns whether a paragraph has a line along its side or a colour behind it.
pub fn is_boxed(properties: &Element) -> bool {
    let of = |path: &[&str], name: &str| properties.at(path).and_then(|one| one.attribute(name)).map(str::to_lowercase);
    let line = ["w:left", "w:start"].iter().find_map(|side| of(&["w:pBdr", side], "w:val"));
    let colour = of(&["w:shd"], "w:fill");
    line.is_some_and(|line| line != "none" && line != "nil")
        || colour.is_some_and(|colour| colour != "auto" && colour != "ffffff")
}

/// Returns a paragraph's level in the outline, from 0.
pub fn outline(properties: &Element) -> Option<u8> {
    properties.child("w:outlineLvl")?.attribute("w:val")?.parse().ok()
}

/// Returns a paragraph's list and level.
pub fn list(properties: &Element) -> Option<(Option<String>, Option<usize>)> {
    let list = properties.child("w:numPr")?;
    let value = |name: &str| list.child(name).and_then(|one| one.attribute("w:val"));
    Some((value("w:numId").map(str::to_string), value("w:ilvl").and_then(|level| level.parse().ok())))
}

/// Returns how far a paragraph stands in at its start, in twentieths of a point.
pub fn indent(properties: &Element) -> Option<i64> {
    let indent = properties.child("w:ind")?;
    indent.attribute("w:start").or_else(|| indent.attribute("w:left"))?.parse().ok()
}

/// Returns what a style's paragraphs are by its name, which Word keeps in English in every language.
fn role(name: &str) -> Option<Role> {
    let numbered = |start: &str| name.strip_prefix(start).and_then(|rest| rest.trim().parse::<u8>().ok());
    if let Some(level) = numbered("heading ").filter(|level| (1..=9).contains(level)) {
        return Some(Role::Heading(level));
    }
    if name.starts_with("toc ") || name.starts_with("contents ") || name == "table of figures" {
        return Some(Role::Contents);
    }
    for (start, numbered_list) in [("list bullet", false), ("list number", true)] {
        if let Some(rest) = name.strip_prefix(start) {
            let level = rest.trim().parse::<u8>().unwrap_or(1).clamp(1, 9);
            return Some(Role::Item(numbered_list, level - 1));
        }
    }
    match name {
        "title" => Some(Role::Title),
        "subtitle" => Some(Role::Subtitle),
        "quote" | "intense quote" | "block text" | "block quote" | "block quotation" | "quotations" | "quotation" => {
            Some(Role::Quote)
        }
        "caption" | "image caption" | "table caption" | "illustration" | "figure caption" => Some(Role::Caption),
        "source code" | "html preformatted" | "preformatted text" | "macro" | "macro text" | "code" => Some(Role::Code),
        "definition term" => Some(Role::Term),
        "definition" => Some(Role::Meaning),
        "horizontal line" => Some(Role::Rule),
        _ => None,
    }
}
