//! Lists as Word counts them: what each level shows, and which number comes next. Source: ECMA-376, part 1, 17.9.

use std::collections::{BTreeMap, BTreeSet};

use super::super::xml::Element;

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The form of each list, by its number.
    lists: BTreeMap<String, List>,
    /// The levels of each form.
    forms: BTreeMap<String, BTreeMap<usize, Level>>,
    /// The last number of each level, by form.
    counts: BTreeMap<String, BTreeMap<usize, u64>>,
    /// Levels of lists that have begun at a number of their own.
    begun: BTreeSet<(String, usize)>,
}

#[derive(Debug, Default)]
struct List {
    form: String,
    starts: BTreeMap<usize, u64>,
    levels: BTreeMap<usize, Level>,
}

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    start: u64,
    style: Option<String>,
    indent: Option<i64>,
}

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: it only looks like a paragraph.
    Nothing,
    /// A bullet.
    Bullet,
    /// A number, and whether it is shown as letters or as Roman.
    Number(u64, bool),
}

impl Numbering {
    /// Returns the lists of a part. `linked` gives the list of a style that a form leads to.
    pub fn of(part: Option<&Element>, linked: &dyn Fn(&str) -> Option<String>) -> Numbering {
        let mut numbering = Numbering::default();
        let Some(part) = part else { return numbering };
        let mut links = BTreeMap::new();
        for form in part.elements().filter(|element| &*element.name == "w:abstractNum") {
            let Some(id) = form.attribute("w:abstractNumId") else { continue };
            if let Some(style) = form.child("w:numStyleLink").and_then(|link| link.attribute("w:val")) {
                links.insert(id.to_string(), style.to_string());
            }
            numbering.forms.insert(id.to_string(), levels(form));
        }
        for list in part.elements().filter(|element| &*element.name == "w:num") {
            let form = list.child("w:abstractNumId").and_then(|form| form.attribute("w:val"));
            let (Some(id), Some(form)) = (list.attribute("w:numId"), form) else { continue };
            let mut one = List { form: form.to_string(), ..List::default() };
            for other in list.elements().filter(|element| &*element.name == "w:lvlOverride") {
                let level = other.attribute("w:ilvl").and_then(|level| level.parse::<usize>().ok());
                let Some(level) = level else { continue };
                let start = other.child("w:startOverride").and_then(|start| start.attribute("w:val")?.parse().ok());
                one.starts.extend(start.map(|start| (level, start)));
                one.levels.extend(levels(other));
            }
            numbering.lists.insert(id.to_string(), one);
        }
        // A form that leads to a style has that style's levels.
        for (form, style) in links {
            let other = linked(&style).and_then(|list| numbering.lists.get(&list)).map(|list| list.form.clone());
            if let Some(levels) = other.and_then(|other| numbering.forms.get(&other).cloned()) {
                numbering.forms.insert(form, levels);
            }
        }
        numbering
    }

    fn level(&self, list: &str, level: usize) -> Option<&Level> {
        let list = self.lists.get(list)?;
        list.levels.get(&level).or_else(|| self.forms.get(&list.form)?.get(&level))
    }

    /// Returns the level of a list that a style is tied to.
    pub fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let form = self.forms.get(&self.lists.get(list)?.form)?;
        form.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(level, _)| *level)
    }

    /// Returns how far the words of a level stand in, in twentieths of a point.
    pub fn indent(&self, list: &str, level: usize) -> Option<i64> {
        self.level(list, level)?.indent
    }

    /// Returns what lists that count together have in common.
    pub fn form(&self, list: &str) -> Option<&str> {
        self.lists.get(list).map(|list| list.form.as_str())
    }

    /// Returns the mark of the next item of a list, and counts it.
    pub fn next(&mut self, list: &str, level: usize) -> Mark {
        let Some(found) = self.level(list, level).cloned() else { return Mark::Bullet };
        let (Some(form), start) =
            (self.form(list).map(str::to_string), self.lists.get(list).and_then(|one| one.starts.get(&level).copied()))
        else {
            return Mark::Bullet;
        };
        let mine = (list.to_string(), level);
        let number = match start {
            Some(start) if !self.begun.contains(&mine) => {
                self.begun.insert(mine);
                start
            }
            _ => {
                let last = self.counts.get(&form).and_then(|counts| counts.get(&level));
                last.map_or(found.start, |last| last.saturating_add(1))
            }
        };
        let counts = self.counts.entry(form).or_default();
        counts.insert(level, number);
        counts.retain(|deeper, _| *deeper <= level);
        match found.format.as_str() {
            "bullet" => Mark::Bullet,
            "none" => Mark::Nothing,
            format => Mark::Number(number, !matches!(format, "decimal" | "decimalZero" | "ordinal")),
        }
    }
}

fn levels(form: &Element) -> BTreeMap<usize, Level> {
    let mut levels = BTreeMap::new();
    for level in form.elements().filter(|element| &*element.name == "w:lvl") {
        let Some(number) = level.attribute("w:ilvl").and_then(|number| number.parse().ok()) else { continue };
        let value = |name: &str| level.child(name).and_then(|one| one.attribute("w:val"));
        let one = Level {
            format: value("w:numFmt").unwrap_or("decimal").to_string(),
            start: value("w:start").and_then(|start| start.parse().ok()).unwrap_or(1),
            style: value("w:pStyle").map(str::to_string),
            indent: level.child("w:pPr").and_then(super::styles::indent),
        };
        levels.insert(number, one);
    }
    levels
}
