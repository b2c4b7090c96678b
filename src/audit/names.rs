//! What an element is called: the computation of Accessible Name and Description 1.2, with HTML-AAM 1.0, 4.

use std::cell::Cell;

use super::css::cascade::Display;
use super::page::Page;
use super::tree::{Id, Kind, Vocabulary};

/// How an element is met on the way to a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is the one to be named.
    Start,
    /// By an `aria-labelledby` of the one to be named.
    Reference,
    /// In something that is read through.
    Contents,
}

struct Walk {
    seen: std::collections::HashSet<Id>,
    /// Hidden words count where a hidden element was named by `aria-labelledby`.
    hidden_counts: bool,
    /// Whether an `aria-labelledby` led here: no other is followed then. Source: accname 1.2, 2B.
    referred: bool,
    /// How many nodes may still be met: a page of references to references has no end otherwise.
    left: Cell<usize>,
}

/// The most nodes that a name is put together from. Source: ours; no name that is of use is as long.
const MOST_NODES: usize = 20_000;

/// The deepest that a name is read from.
const DEEPEST: usize = 200;

impl Page<'_> {
    /// Returns an element's name, with single spaces.
    pub fn name(&self, id: Id) -> String {
        match self.names.get(id.at()) {
            Some(known) => known.get_or_init(|| self.works_out_name(id)).clone(),
            None => self.works_out_name(id),
        }
    }

    fn works_out_name(&self, id: Id) -> String {
        let mut walk =
            Walk { seen: Default::default(), hidden_counts: false, referred: false, left: Cell::new(MOST_NODES) };
        let name = self.named(id, Way::Start, &mut walk, 0);
        single_spaced(&name)
    }

    /// Returns whether an element has a name.
    pub fn has_name(&self, id: Id) -> bool {
        !self.name(id).is_empty()
    }

    /// Returns the words in an element as they are read out, with single spaces, whatever its role.
    pub fn read_out(&self, id: Id) -> String {
        let mut walk =
            Walk { seen: Default::default(), hidden_counts: false, referred: false, left: Cell::new(MOST_NODES) };
        walk.seen.insert(id);
        single_spaced(&self.contents(id, &mut walk, 0))
    }

    fn named(&self, id: Id, way: Way, walk: &mut Walk, depth: usize) -> String {
        if depth > DEEPEST || walk.left.get() == 0 {
            return String::new();
        }
        walk.left.set(walk.left.get() - 1);
        if let Some(text) = self.tree.text(id) {
            return text.to_string();
        }
        let Some(element) = self.tree.element(id) else { return String::new() };
        if way == Way::Contents && !walk.seen.insert(id) {
            return String::new();
        }
        walk.seen.insert(id);
        let hidden = self.is_hidden_here(id);
        if hidden && way == Way::Contents && !walk.hidden_counts {
            return String::new();
        }
        if hidden && way == Way::Reference {
            walk.hidden_counts = true;
        }
        if !walk.referred
            && let Some(name) = self.by_reference(id, walk, depth)
        {
            return name;
        }
        if way != Way::Start
            && let Some(value) = self.value_of(id, walk, depth)
        {
            return value;
        }
        if let Some(label) = self.tree.get(id, "aria-label").map(str::trim).filter(|label| !label.is_empty()) {
            return label.to_string();
        }
        let role = self.role(id);
        let presentational = role.is_some_and(|role| matches!(role.name, "none" | "presentation"));
        if !presentational && let Some(name) = self.native(id, way, walk, depth) {
            return name;
        }
        let by_contents = role.is_some_and(|role| role.named_by_contents())
            || way != Way::Start
            || (role.is_none() && matches!(&*element.name, "summary" | "label" | "legend" | "figcaption" | "output"))
            || (self.tree.is(id, "summary"));
        let replaced = matches!(
            self.tree.html_name(id),
            "iframe"
                | "img"
                | "video"
                | "audio"
                | "object"
                | "canvas"
                | "textarea"
                | "select"
                | "input"
                | "embed"
                | "math"
        );
        if by_contents && !(replaced && way == Way::Contents) {
            let words = self.contents(id, walk, depth);
            if !words.trim().is_empty() {
                return words;
            }
        }
        if !presentational || way == Way::Start {
            return self.tooltip(id);
        }
        String::new()
    }

    fn tooltip(&self, id: Id) -> String {
        let title = self.tree.get(id, "title").unwrap_or("").trim();
        if !title.is_empty() {
            return title.to_string();
        }
        // Source: HTML-AAM 1.0, 4.1.1: the last way to name a field.
        if matches!(self.tree.html_name(id), "input" | "textarea") {
            return self.tree.get(id, "placeholder").unwrap_or("").trim().to_string();
        }
        String::new()
    }

    fn by_reference(&self, id: Id, walk: &Walk, depth: usize) -> Option<String> {
        let named = self.by_ids(id, "aria-labelledby");
        let mut words = Vec::new();
        for target in named {
            let left = Cell::new(walk.left.get());
            let mut referred = Walk { seen: Default::default(), hidden_counts: false, referred: true, left };
            words.push(self.named(target, Way::Reference, &mut referred, depth + 1));
            walk.left.set(referred.left.get());
        }
        let name = words.join(" ");
        (!name.trim().is_empty()).then_some(name)
    }

    /// Returns what a field in a label says: `[5] minutes`. Source: accname 1.2, 2C.
    fn value_of(&self, id: Id, walk: &mut Walk, depth: usize) -> Option<String> {
        let tree = self.tree;
        match self.role_name(id) {
            "textbox" | "searchbox" => Some(match tree.html_name(id) {
                "input" => tree.get(id, "value").unwrap_or("").to_string(),
                _ => self.contents(id, walk, depth),
            }),
            "combobox" | "listbox" if tree.is(id, "select") => {
                let options: Vec<Id> = tree.descendants(id).filter(|at| tree.is(*at, "option")).collect();
                let chosen = options.iter().find(|at| tree.has(**at, "selected")).or(options.first());
                Some(chosen.map_or_else(String::new, |at| tree.words(*at)))
            }
            "combobox" if tree.is(id, "input") => Some(tree.get(id, "value").unwrap_or("").to_string()),
            "listbox" => {
                let chosen = tree.descendants(id).find(|at| tree.get(*at, "aria-selected") == Some("true"));
                Some(chosen.map_or_else(String::new, |at| tree.words(at)))
            }
            "slider" | "spinbutton" | "progressbar" | "meter" | "scrollbar" => {
                let value = ["aria-valuetext", "aria-valuenow", "value"].iter().find_map(|name| tree.get(id, name));
                Some(value.unwrap_or("").to_string())
            }
            _ => None,
        }
    }

    /// Returns the name that HTML itself gives an element; nothing where it has no way to.
    fn native(&self, id: Id, way: Way, walk: &mut Walk, depth: usize) -> Option<String> {
        let tree = self.tree;
        let element = tree.element(id)?;
        if element.vocabulary == Vocabulary::Svg {
            let title = tree
                .elements_of(id)
                .find(|child| tree.element(*child).is_some_and(|element| &*element.name == "title"));
            if let Some(title) = title.map(|title| tree.words(title)).filter(|title| !title.trim().is_empty()) {
                return Some(title);
            }
            let label = tree.get(id, "xlink:title").unwrap_or("").trim();
            return (!label.is_empty()).then(|| label.to_string());
        }
        let own = match tree.html_name(id) {
            "img" | "area" => tree.get(id, "alt").map(str::to_string),
            "input" => {
                let kind = tree.get(id, "type").unwrap_or("").trim().to_ascii_lowercase();
                match kind.as_str() {
                    "button" | "submit" | "reset" => {
                        let labelled = self.by_labels(id, way, walk, depth);
                        labelled.or_else(|| match tree.get(id, "value") {
                            Some(value) => Some(value.to_string()),
                            None if kind == "submit" => Some("Submit".to_string()),
                            None if kind == "reset" => Some("Reset".to_string()),
                            None => None,
                        })
                    }
                    "image" => {
                        let labelled = self.by_labels(id, way, walk, depth);
                        let alt = || tree.get(id, "alt").map(str::to_string).filter(|alt| !alt.trim().is_empty());
                        let title =
                            || tree.get(id, "title").map(str::to_string).filter(|title| !title.trim().is_empty());
                        // A browser says "Submit" where nothing else is said, which names no action.
                        labelled.or_else(alt).or_else(title)
                    }
                    _ => self.by_labels(id, way, walk, depth),
                }
            }
            "button" | "select" | "textarea" | "meter" | "progress" | "output" => self.by_labels(id, way, walk, depth),
            "fieldset" => self.by_child(id, "legend", walk, depth),
            "table" => self.by_child(id, "caption", walk, depth),
            "figure" => self.by_child(id, "figcaption", walk, depth),
            "optgroup" | "track" => tree.get(id, "label").map(str::to_string),
            _ => None,
        };
        own.filter(|name| !name.trim().is_empty())
    }

    fn by_labels(&self, id: Id, way: Way, walk: &mut Walk, depth: usize) -> Option<String> {
        if way == Way::Contents {
            return None;
        }
        let mut words = Vec::new();
        for label in self.labels(id) {
            if self.is_hidden_here(*label) && !walk.hidden_counts {
                continue;
            }
            walk.seen.insert(id);
            words.push(self.named(*label, Way::Contents, walk, depth + 1));
            walk.seen.remove(label);
        }
        let name = words.join(" ");
        (!name.trim().is_empty()).then_some(name)
    }

    fn by_child(&self, id: Id, name: &str, walk: &mut Walk, depth: usize) -> Option<String> {
        let child = self.tree.elements_of(id).find(|child| self.tree.is(*child, name))?;
        let words = self.named(child, Way::Contents, walk, depth + 1);
        (!words.trim().is_empty()).then_some(words)
    }

    fn contents(&self, id: Id, walk: &mut Walk, depth: usize) -> String {
        let mut words = self.generated(id, false);
        let owned = self.by_ids(id, "aria-owns");
        let children: Vec<Id> = self.tree.children(id).collect();
        for child in children.into_iter().filter(|child| self.owner(*child).is_none()).chain(owned) {
            if let Kind::Text(text) = &self.tree.node(child).kind {
                words.push_str(text);
                continue;
            }
            let apart = self.style(child).display == Display::Block || self.tree.is(child, "br");
            if apart {
                words.push(' ');
            }
            words.push_str(&self.named(child, Way::Contents, walk, depth + 1));
            let field = matches!(self.tree.html_name(child), "input" | "select" | "textarea" | "img");
            if apart || field {
                words.push(' ');
            }
        }
        words.push_str(&self.generated(id, true));
        words
    }

    /// Returns what style sheets write before or after an element's words. Signs from faces of icons are no words.
    fn generated(&self, id: Id, after: bool) -> String {
        let Some(look) = self.looks.first() else { return String::new() };
        let words = self.cascade.generated(id, &look.holding, after);
        words.chars().filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c) && *c != '\\').collect()
    }

    /// Returns whether an element itself, or what hides it, is hidden from programs that read out.
    fn is_hidden_here(&self, id: Id) -> bool {
        self.is_gone(id)
            || self.tree.get(id, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
    }
}

/// Returns words with one space between them.
pub fn single_spaced(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{a0}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
