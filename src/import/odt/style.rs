//! Styles of an OpenDocument text: what words look like, and what a style's name says they are for. A style has its parent's
//! looks where it has none of its own. Source: OASIS OpenDocument 1.3, part 3, 16 and 20.

use std::collections::BTreeMap;

use crate::import::xml::{Element, Node};
use crate::model::Lang;

/// How many styles may stand over one another. Chosen here; no standard decides.
const MOST_PARENTS: usize = 30;

/// What words look like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are italic.
    pub italic: bool,
    /// Whether they are struck through.
    pub struck: bool,
    /// Whether there is a line under them.
    pub underlined: bool,
    /// Whether there is a colour behind them.
    pub highlighted: bool,
    /// Whether they are not shown.
    pub hidden: bool,
    /// Whether they stand above or below the line.
    pub position: Position,
    /// Their size in points; 0 where it is not known.
    pub points: f32,
    /// Their language, where they are in letters of Europe.
    pub lang: Option<Lang>,
    /// Their language, where they are in letters such as Arabic.
    pub complex: Option<Lang>,
    /// Their language, where they are in letters such as Chinese.
    pub asian: Option<Lang>,
    /// Whether the paragraph's lines end at one edge.
    pub at_end: bool,
}

/// Where words stand on their line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// On it.
    #[default]
    On,
    /// Raised, such as in m².
    Raised,
    /// Lowered, such as in CO₂.
    Lowered,
}

/// A level of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Bullets.
    Bullets,
    /// Numbers from one on, and whether they are letters.
    Numbers(u64, bool),
    /// Nothing at all.
    Nothing,
}

/// All styles of a document.
#[derive(Default)]
pub struct Styles {
    /// By family and name.
    styles: BTreeMap<(String, String), Style>,
    /// What all of a family start with.
    defaults: BTreeMap<String, Element>,
    /// The levels of lists, by style and level.
    lists: BTreeMap<(String, usize), Marks>,
}

struct Style {
    display: String,
    parent: Option<String>,
    level: Option<u8>,
    list: Option<String>,
    element: Element,
}

impl Styles {
    /// Takes in a group of styles, such as `office:automatic-styles`.
    pub fn add(&mut self, group: Element) {
        for node in group.nodes {
            let Node::Element(element) = node else { continue };
            match &*element.name {
                "style:style" => self.style(element),
                "style:default-style" => {
                    let family = element.attribute("style:family").unwrap_or_default().to_string();
                    self.defaults.insert(family, element);
                }
                "text:list-style" => self.list(&element),
                _ => {}
            }
        }
    }

    fn style(&mut self, element: Element) {
        let attribute = |name: &str| element.attribute(name).map(str::to_string);
        let (Some(family), Some(name)) = (attribute("style:family"), attribute("style:name")) else { return };
        let style = Style {
            display: attribute("style:display-name").unwrap_or_else(|| decoded(&name)).to_lowercase(),
            parent: attribute("style:parent-style-name"),
            level: attribute("style:default-outline-level").and_then(|level| level.parse().ok()),
            list: attribute("style:list-style-name"),
            element,
        };
        self.styles.insert((family, name), style);
    }

    fn list(&mut self, element: &Element) {
        let Some(name) = element.attribute("style:name") else { return };
        for level in element.elements() {
            let Some(at) = level.attribute("text:level").and_then(|at| at.parse().ok()) else { continue };
            let start = level.attribute("text:start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
            let marks = match (&*level.name, level.attribute("style:num-format").unwrap_or_default()) {
                ("text:list-level-style-bullet" | "text:list-level-style-image", _) => Marks::Bullets,
                ("text:list-level-style-number", "") => Marks::Nothing,
                ("text:list-level-style-number", format) => {
                    Marks::Numbers(start, format.starts_with(|c: char| c.is_ascii_alphabetic()))
                }
                _ => continue,
            };
            self.lists.insert((name.to_string(), at), marks);
        }
    }

    /// Returns what stands before the items of a list at a level, 1 or more.
    pub fn marks(&self, list: &str, level: usize) -> Marks {
        self.lists.get(&(list.to_string(), level)).copied().unwrap_or(Marks::Bullets)
    }

    /// Returns the names of a style and of those over it, in small letters, nearest first.
    pub fn names(&self, family: &str, name: &str) -> Vec<&str> {
        self.chain(family, name).into_iter().map(|style| style.display.as_str()).collect()
    }

    /// Returns the level of headings that a style of paragraphs is for.
    pub fn level(&self, name: &str) -> Option<u8> {
        self.chain("paragraph", name).into_iter().find_map(|style| style.level).filter(|level| *level > 0)
    }

    /// Returns the style of lists that a style of paragraphs asks for.
    pub fn list_of(&self, name: &str) -> Option<&str> {
        self.chain("paragraph", name).into_iter().find_map(|style| style.list.as_deref())
    }

    /// Returns an attribute of a style's properties, its own or its parents'.
    pub fn property(&self, family: &str, name: &str, properties: &str, attribute: &str) -> Option<&str> {
        let of =
            |style: &'_ Style| -> Option<usize> { style.element.child(properties)?.attribute(attribute).map(str::len) };
        let style = self.chain(family, name).into_iter().find(|style| of(style).is_some())?;
        style.element.child(properties)?.attribute(attribute)
    }

    /// Returns what all paragraphs start with.
    pub fn plain(&self) -> Look {
        let mut look = Look::default();
        if let Some(default) = self.defaults.get("paragraph") {
            look.apply(default);
        }
        look
    }

    /// Returns what words look like in a style, given what they look like around it.
    pub fn look(&self, family: &str, name: &str, around: &Look) -> Look {
        let mut look = around.clone();
        for style in self.chain(family, name).into_iter().rev() {
            look.apply(&style.element);
        }
        look
    }

    /// Returns what the first style with a name of its own makes words look like: what all headings or captions have is no
    /// mark of their words.
    pub fn look_of_named(&self, name: &str, around: &Look) -> Look {
        let chain = self.chain("paragraph", name);
        let named: Vec<_> = chain.into_iter().skip_while(|style| is_automatic(style)).collect();
        let mut look = around.clone();
        for style in named.into_iter().rev() {
            look.apply(&style.element);
        }
        look
    }

    fn chain(&self, family: &str, name: &str) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = Some(name.to_string());
        while let Some(name) = next {
            let Some(style) = self.styles.get(&(family.to_string(), name)) else { break };
            chain.push(style);
            next = style.parent.clone().filter(|_| chain.len() < MOST_PARENTS);
        }
        chain
    }
}

/// LibreOffice calls the styles that it makes by itself `P12`; those have a parent.
fn is_automatic(style: &Style) -> bool {
    let rest = style.display.strip_prefix(['p', 't']);
    style.parent.is_some() && rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
}

/// Returns a style's name as people see it: `Heading_20_1` is `Heading 1`. Source: OpenDocument 1.3, part 3, 19.502.
fn decoded(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('_') {
        out.push_str(before);
        let code = after.split_once('_').and_then(|(code, more)| {
            let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
            Some((c, more))
        });
        match code {
            Some((c, more)) => {
                out.push(c);
                rest = more;
            }
            None => {
                out.push('_');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

impl Look {
    fn apply(&mut self, style: &Element) {
        if let Some(paragraph) = style.child("style:paragraph-properties")
            && let Some(align) = paragraph.attribute("fo:text-align")
        {
            self.at_end = matches!(align, "end" | "right");
        }
        let Some(text) = style.child("style:text-properties") else { return };
        let mut languages: [(Option<&str>, Option<&str>); 3] = [(None, None); 3];
        for (name, value) in &text.attributes {
            let value = value.as_str();
            match &**name {
                "fo:font-weight" => {
                    self.bold = value == "bold" || value.parse::<u32>().is_ok_and(|weight| weight >= 600)
                }
                "fo:font-style" => self.italic = matches!(value, "italic" | "oblique"),
                "style:text-line-through-style" | "style:text-line-through-type" => self.struck = value != "none",
                "style:text-underline-style" => self.underlined = value != "none",
                "fo:background-color" => self.highlighted = !matches!(value, "transparent" | "#ffffff"),
                "text:display" => self.hidden = value == "none",
                "style:text-position" => self.position = position(value),
                "fo:font-size" => self.points = points(value, self.points),
                "fo:language" => languages[0].0 = Some(value),
                "fo:country" => languages[0].1 = Some(value),
                "style:language-complex" => languages[1].0 = Some(value),
                "style:country-complex" => languages[1].1 = Some(value),
                "style:language-asian" => languages[2].0 = Some(value),
                "style:country-asian" => languages[2].1 = Some(value),
                _ => {}
            }
        }
        let [latin, complex, asian] = languages;
        for (to, (language, country)) in
            [(&mut self.lang, latin), (&mut self.complex, complex), (&mut self.asian, asian)]
        {
            if let Some(language) = language {
                *to = tag(language, country);
            }
        }
    }
}

fn tag(language: &str, country: Option<&str>) -> Option<Lang> {
    if matches!(language, "none" | "zxx" | "") {
        return None;
    }
    let with = country
        .filter(|country| !matches!(*country, "none" | ""))
        .and_then(|country| Lang::parse(&format!("{language}-{country}")));
    with.or_else(|| Lang::parse(language))
}

/// Source: OpenDocument 1.3, part 3, 20.396: `super`, `sub`, or a per cent of the letters' height, and then their size.
fn position(value: &str) -> Position {
    let first = value.split_whitespace().next().unwrap_or_default();
    let shift = first.trim_end_matches('%').parse::<f32>().unwrap_or_default();
    match first {
        "super" => Position::Raised,
        "sub" => Position::Lowered,
        _ if shift > 0.0 => Position::Raised,
        _ if shift < 0.0 => Position::Lowered,
        _ => Position::On,
    }
}

fn points(value: &str, around: f32) -> f32 {
    let number = |unit: &str| value.strip_suffix(unit).and_then(|number| number.trim().parse::<f32>().ok());
    let found = number("pt")
        .or_else(|| number("%").map(|share| around * share / 100.0))
        .or_else(|| number("in").map(|inches| inches * 72.0));
    found.filter(|points| points.is_finite() && *points >= 0.0).unwrap_or(around)
}

#[cfg(test)]
mod tests {
    use super::{decoded, points, position};

    #[test]
    fn names_are_read_as_people_see_them() {
        assert_eq!(decoded("Heading_20_1"), "Heading 1");
        assert_eq!(decoded("snake_case"), "snake_case");
        assert_eq!(decoded("H_26_M_20_Normal0"), "H&M Normal0");
    }

    #[test]
    fn sizes_and_positions_are_read() {
        assert!((points("12pt", 10.0) - 12.0).abs() < 0.01);
        assert!((points("150%", 10.0) - 15.0).abs() < 0.01);
        assert!((points("x", 10.0) - 10.0).abs() < 0.01);
        assert_eq!(position("-33% 58%"), super::Position::Lowered);
        assert_eq!(position("super 58%"), super::Position::Raised);
    }
}
