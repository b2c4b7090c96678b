//! Which declaration wins for each element, and what is worked out of it.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use selectors::matching::SelectorCaches;

use super::colour::{self, Colour, Rgba};
use super::index::{Buckets, Holding, Index, Known};
use super::media::Setting;
use super::selector::{self, matches};
use super::sheet::{self, Declaration, NO_LAYER, Sheet};
use super::value::{FIRST_SIZE, Length, words};
use crate::audit::tree::{Id, Tree, Vocabulary};

/// A style sheet of a page.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The sheet.
    pub sheet: Arc<Sheet>,
    /// The place of each of its layers among those of the page.
    pub layers: Vec<u32>,
    /// The media queries of the element that brings it in.
    pub media: String,
    /// The shadow tree that it is for.
    pub scope: u32,
    /// Whether other pages have it too: it lies beside them.
    pub shared: bool,
}

impl Placed {
    /// Returns whether another is the same sheet, brought in alike.
    pub fn is_same(&self, other: &Placed) -> bool {
        Arc::ptr_eq(&self.sheet, &other.sheet)
            && (&self.layers, &self.media, self.scope) == (&other.layers, &other.media, other.scope)
    }
}

/// A declaration that won.
#[derive(Clone, Debug, PartialEq)]
pub struct Winner {
    /// What it says.
    pub declaration: Declaration,
    /// Whether it stands in the `style` attribute.
    pub inline: bool,
}

/// How an element is laid out, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// It is not there.
    None,
    /// In a line with others.
    Inline,
    /// Apart from what stands before and after.
    Block,
}

/// A colour that was worked out, if it could be.
pub type Paint = Option<Rgba>;

/// What an element looks like in one setting.
#[derive(Clone, Debug)]
pub struct Style {
    /// How it is laid out; `None` for all that stands in what is not there, too.
    pub display: Display,
    /// Whether `visibility` hides it.
    pub invisible: bool,
    /// The colour of letters.
    pub colour: Paint,
    /// Its own background colour.
    pub background: Paint,
    /// Whether a picture or a gradient lies behind it.
    pub pictured: bool,
    /// How strong it and all in it is, from 0 to 1.
    pub opacity: f32,
    /// The size of letters in CSS pixels, where it can be worked out.
    pub size: Option<f32>,
    /// Whether letters are bold.
    pub bold: bool,
    /// Whether it, or something that it stands in, is put where nobody sees it.
    pub away: bool,
    /// What was said of this element itself.
    pub own: Vec<Winner>,
    /// Values that style sheets name, here and above.
    pub(in crate::audit) custom: Arc<BTreeMap<Arc<str>, Arc<str>>>,
}

impl Style {
    /// Returns what was said of a property for this element itself.
    pub fn said(&self, property: &str) -> Option<&str> {
        self.winner(property).map(|winner| &*winner.declaration.value)
    }

    /// Returns the declaration of a property that won for this element itself.
    pub fn winner(&self, property: &str) -> Option<&Winner> {
        self.own.iter().find(|winner| &*winner.declaration.property == property)
    }

    /// Returns a length that was said for this element itself, in pixels.
    pub fn pixels(&self, property: &str) -> Option<f32> {
        Length::parse(self.said(property)?)?.pixels(self.size?, FIRST_SIZE, None)
    }
}

/// All rules of a page, ready to be asked.
pub struct Cascade<'t> {
    tree: &'t Tree,
    index: Arc<Index>,
    inline: HashMap<Id, Vec<Declaration>>,
    /// For each node what is known of it.
    known: Vec<Option<Arc<Known>>>,
    /// How often a selector was tried.
    tried: Cell<usize>,
    left: Cell<usize>,
}

/// How often selectors are tried on the elements of one page; a hostile sheet gets no further. Source: ours.
const MOST_TRIED: usize = 10_000_000;

/// What makes a declaration win, the strongest first: importance, the `style` attribute, layer, specificity, sheet and rule.
type Rank = (bool, bool, u32, u32, usize, usize);

impl<'t> Cascade<'t> {
    /// Gets the rules of a page ready, and works out what each element looks like in each of some looks: for each look one
    /// style for each node of the tree.
    pub fn new(
        tree: &'t Tree,
        index: Arc<Index>,
        looks: &[(&'static Setting, Arc<Holding>)],
    ) -> (Cascade<'t>, Vec<Vec<Arc<Style>>>) {
        let known = vec![None; tree.size()];
        let (tried, left) = (Cell::new(0), Cell::new(selector::MOST_STEPS));
        let mut cascade = Cascade { tree, index, inline: HashMap::new(), known, tried, left };
        for id in tree.descendants(Tree::ROOT) {
            if let Some(style) = tree.get(id, "style") {
                cascade.inline.insert(id, sheet::declarations(style));
            }
        }
        let styles = cascade.looked(looks);
        (cascade, styles)
    }

    fn looked(&mut self, looks: &[(&'static Setting, Arc<Holding>)]) -> Vec<Vec<Arc<Style>>> {
        let tree = self.tree;
        let meta = scheme_of_meta(tree);
        let root = tree.children(Tree::ROOT).find(|id| tree.element(*id).is_some());
        let mut keys = vec![Index::root(looks, &meta); tree.size()];
        let mut dark = vec![false; looks.len()];
        let (first, nothing) = starts(false);
        let nothing = Arc::new(nothing);
        let mut styles: Vec<Vec<Arc<Style>>> = vec![vec![nothing; tree.size()]; looks.len()];
        let begins = |styles: &mut Vec<Arc<Style>>, style: Style| {
            if let Some(page) = styles.first_mut() {
                *page = Arc::new(style);
            }
        };
        styles.iter_mut().for_each(|styles| begins(styles, first.clone()));
        let mut caches = SelectorCaches::default();
        for id in tree.descendants(Tree::ROOT).filter(|id| tree.element(*id).is_some()) {
            let Some(parent) = tree.parent(id) else { continue };
            let above = keys.get(parent.at()).copied().unwrap_or_default();
            let mut rules = self.matching(id, None, &self.index.further, &mut caches);
            let key = self.index.key(tree, id, above, &rules);
            if let Some(place) = keys.get_mut(id.at()) {
                *place = key;
            }
            if root == Some(id) {
                let local = self.matching(id, None, &self.index.local, &mut caches);
                let all: Vec<usize> = rules.iter().copied().chain(local).collect();
                for ((dark, styles), (setting, holding)) in dark.iter_mut().zip(&mut styles).zip(looks) {
                    *dark = is_dark(&self.of_rules(id, &all, holding), &meta, setting);
                    begins(styles, starts(*dark).0);
                }
            }
            let known = self.index.known(key).unwrap_or_else(|| {
                rules.extend(self.matching(id, None, &self.index.local, &mut caches));
                rules.sort_unstable();
                let own = looks.iter().zip(&styles).zip(&dark).filter_map(|(((_, holding), styles), dark)| {
                    let above = styles.get(parent.at())?;
                    Some(Arc::new(style(tree, id, above, self.of_rules(id, &rules, holding), *dark)))
                });
                let own: Vec<Arc<Style>> = own.collect();
                let known = Known::new(rules, own);
                // What was not tried to the end is known of this page alone.
                if self.is_worn_out() { Arc::new(known) } else { self.index.learn(key, known) }
            });
            for (styles, own) in styles.iter_mut().zip(&known.styles) {
                if let Some(place) = styles.get_mut(id.at()) {
                    *place = Arc::clone(own);
                }
            }
            if let Some(place) = self.known.get_mut(id.at()) {
                *place = Some(known);
            }
        }
        styles
    }

    fn is_worn_out(&self) -> bool {
        self.left.get() == 0 || self.tried.get() >= MOST_TRIED
    }

    /// Returns for each sheet and rule whether its media queries hold in a setting.
    pub fn holding(&self, setting: &Setting) -> Holding {
        self.index.holding(setting)
    }

    /// Returns what is known of an element.
    pub(in crate::audit) fn known(&self, id: Id) -> Option<&Known> {
        self.known.get(id.at())?.as_deref()
    }

    /// Returns whether a selector of the page asks where the focus is: `:focus-within`.
    pub fn shows_within(&self) -> bool {
        self.index.shows_within
    }

    /// Returns whether style sheets paint something before or after an element's words, such as a veil over a picture.
    pub fn paints_more(&self, id: Id, holding: &[Vec<bool>]) -> bool {
        self.index.generating.iter().any(|entry| {
            let holds = holding.get(entry.sheet).and_then(|rules| rules.get(entry.rule)).copied().unwrap_or(false);
            let rule = self.index.sheets.get(entry.sheet).and_then(|placed| placed.sheet.rules.get(entry.rule));
            let paints = rule.is_some_and(|rule| {
                let says = |name: &str| rule.declarations.iter().any(|said| said.property.starts_with(name));
                says("background") && says("position")
            });
            holds && paints && selector::matches_part(self.tree, id, &entry.selector, self.index.quirks)
        })
    }

    /// Returns the words that style sheets put before or after those of an element.
    pub fn generated(&self, id: Id, holding: &[Vec<bool>], after: bool) -> String {
        let mut words = String::new();
        for entry in &self.index.generating {
            let holds = holding.get(entry.sheet).and_then(|rules| rules.get(entry.rule)).copied().unwrap_or(false);
            if !holds || selector::is_after(&entry.selector) != after {
                continue;
            }
            if !selector::matches_part(self.tree, id, &entry.selector, self.index.quirks) {
                continue;
            }
            let rule = self.index.sheets.get(entry.sheet).and_then(|placed| placed.sheet.rules.get(entry.rule));
            let mut said = rule.into_iter().flat_map(|rule| &rule.declarations);
            if let Some(said) = said.rfind(|said| &*said.property == "content") {
                words = quoted(&said.value);
            }
        }
        words
    }

    /// Returns whether a media query asks for something, such as `orientation`.
    pub fn asks(&self, feature: &str) -> bool {
        self.index.sheets.iter().any(|placed| {
            let mut queries = placed.sheet.rules.iter().flat_map(|rule| &rule.media);
            placed.media.contains(feature) || queries.any(|query| query.contains(feature))
        })
    }

    /// Returns those of some rules that are for an element, where `focus` has the focus.
    fn matching(&self, id: Id, focus: Option<Id>, among: &Buckets, caches: &mut SelectorCaches) -> Vec<usize> {
        let Some(element) = self.tree.element(id) else { return Vec::new() };
        let mut candidates: Vec<usize> = Vec::new();
        let mut extend = |found: Option<&Vec<usize>>| candidates.extend(found.into_iter().flatten());
        if let Some(own) = self.tree.get(id, "id") {
            extend(among.by_id.get(own));
        }
        for class in self.tree.get(id, "class").unwrap_or("").split_ascii_whitespace() {
            extend(among.by_class.get(class));
        }
        extend(among.by_name.get(&*element.name));
        if element.name.bytes().any(|b| b.is_ascii_uppercase()) {
            extend(among.by_name.get(element.name.to_ascii_lowercase().as_str()));
        }
        extend(Some(&among.rest));
        candidates.sort_unstable();
        candidates.dedup();
        let left = MOST_TRIED.saturating_sub(self.tried.get());
        candidates.truncate(left);
        self.tried.set(self.tried.get() + candidates.len());
        candidates.retain(|at| {
            self.index.entries.get(*at).is_some_and(|entry| {
                let quirks = self.index.quirks;
                self.index.sheets.get(entry.sheet).is_some_and(|placed| placed.scope == element.scope)
                    && matches((self.tree, &self.left), id, &entry.selector, focus, quirks, caches)
            })
        });
        candidates
    }

    /// Returns the declarations that win for an element where it has the focus.
    pub fn focused(&self, id: Id, holding: &[Vec<bool>]) -> Vec<Winner> {
        let works_out = || {
            let mut caches = SelectorCaches::default();
            let mut rules = self.matching(id, Some(id), &self.index.further, &mut caches);
            rules.extend(self.matching(id, Some(id), &self.index.local, &mut caches));
            self.of_rules(id, &rules, holding)
        };
        match self.known(id).filter(|_| self.index.focus_is_local) {
            Some(known) => known.focused.get_or_init(works_out).clone(),
            None => works_out(),
        }
    }

    /// Returns the declarations that win for an element.
    pub fn winners(&self, id: Id, holding: &[Vec<bool>]) -> Vec<Winner> {
        self.of_rules(id, self.known(id).map_or(&[], |known| known.matched.as_slice()), holding)
    }

    fn of_rules(&self, id: Id, rules: &[usize], holding: &[Vec<bool>]) -> Vec<Winner> {
        let mut found: Vec<(Rank, &Declaration)> = Vec::new();
        for entry in rules.iter().filter_map(|at| self.index.entries.get(*at)) {
            let holds = holding.get(entry.sheet).and_then(|rules| rules.get(entry.rule)).copied().unwrap_or(false);
            let placed = self.index.sheets.get(entry.sheet).filter(|_| holds);
            let Some(rule) = placed.and_then(|placed| placed.sheet.rules.get(entry.rule)) else { continue };
            for declaration in &rule.declarations {
                // Of important declarations the earlier layer wins. Source: CSS Cascading and Inheritance 5, 6.4.
                let layer = usize::try_from(rule.layer).ok().and_then(|layer| placed?.layers.get(layer).copied());
                let layer = layer.unwrap_or(NO_LAYER);
                let layer = if declaration.important { NO_LAYER - layer } else { layer };
                let rank = (declaration.important, false, layer, entry.selector.specificity(), entry.sheet, entry.rule);
                found.push((rank, declaration));
            }
        }
        for declaration in self.inline.get(&id).into_iter().flatten() {
            found.push(((declaration.important, true, NO_LAYER, u32::MAX, usize::MAX, usize::MAX), declaration));
        }
        found.sort_by_key(|(rank, _)| *rank);
        let mut winners: Vec<Winner> = Vec::new();
        for ((_, inline, ..), declaration) in found {
            for declaration in spelt_out(declaration) {
                match winners.iter_mut().find(|known| known.declaration.property == declaration.property) {
                    Some(known) => *known = Winner { declaration, inline },
                    None => winners.push(Winner { declaration, inline }),
                }
            }
        }
        winners
    }
}

/// Returns a declaration of several properties as one for each, as far as they are asked for.
fn spelt_out(declaration: &Declaration) -> Vec<Declaration> {
    let parts: &[&str] = match &*declaration.property {
        "background" => &["background-color", "background-image"],
        "overflow" => &["overflow-x", "overflow-y"],
        "font" => &["font-size", "font-weight", "font-style"],
        "outline" => &["outline-style", "outline-width", "outline-color"],
        _ => return vec![declaration.clone()],
    };
    let parts = parts.iter().map(|part| Declaration { property: Arc::from(*part), ..declaration.clone() });
    parts.chain([declaration.clone()]).collect()
}

/// Works out what each element looks like in a setting; one for each node of the tree.
pub fn styles(cascade: &Cascade<'_>, setting: &Setting, holding: &[Vec<bool>]) -> Vec<Arc<Style>> {
    let tree = cascade.tree;
    let root = tree.children(Tree::ROOT).find(|id| tree.element(*id).is_some());
    let meta = scheme_of_meta(tree);
    let dark = root.is_some_and(|root| is_dark(&cascade.winners(root, holding), &meta, setting));
    let (first, nothing) = starts(dark);
    let nothing = Arc::new(nothing);
    let mut styles = vec![nothing; tree.size()];
    if let Some(page) = styles.first_mut() {
        *page = Arc::new(first);
    }
    for id in tree.descendants(Tree::ROOT).filter(|id| tree.element(*id).is_some()) {
        let Some(above) = tree.parent(id).and_then(|parent| styles.get(parent.at())) else { continue };
        let style = style(tree, id, above, cascade.winners(id, holding), dark);
        if let Some(place) = styles.get_mut(id.at()) {
            *place = Arc::new(style);
        }
    }
    styles
}

/// Returns the style of the page itself, and that of what is no element.
fn starts(dark: bool) -> (Style, Style) {
    let first = Style {
        display: Display::Block,
        invisible: false,
        colour: Some(if dark { Rgba::WHITE } else { Rgba::BLACK }),
        background: Some(if dark { Rgba { rgb: [0.07; 3], alpha: 1.0 } } else { Rgba::WHITE }),
        pictured: false,
        opacity: 1.0,
        size: Some(FIRST_SIZE),
        bold: false,
        away: false,
        own: Vec::new(),
        custom: Arc::default(),
    };
    let nothing = Style { background: Some(Rgba::CLEAR), ..first.clone() };
    (first, nothing)
}

/// Returns whether a browser's own colours are dark, given what was said of the root and by the page's `<meta>`.
fn is_dark(root: &[Winner], meta: &str, setting: &Setting) -> bool {
    let said = root.iter().find(|winner| &*winner.declaration.property == "color-scheme");
    let scheme = said.map_or(meta, |winner| &winner.declaration.value);
    scheme.contains("dark") && (setting.dark || !scheme.contains("light"))
}

fn scheme_of_meta(tree: &Tree) -> String {
    let mut metas = tree.descendants(Tree::ROOT).filter(|id| tree.is(*id, "meta"));
    let meta = metas.find(|id| tree.get(*id, "name").is_some_and(|name| name.eq_ignore_ascii_case("color-scheme")));
    meta.and_then(|id| tree.get(id, "content")).unwrap_or("").to_ascii_lowercase()
}

fn style(tree: &Tree, id: Id, above: &Style, mut own: Vec<Winner>, dark: bool) -> Style {
    let mut custom = Arc::clone(&above.custom);
    if own.iter().any(|winner| winner.declaration.property.starts_with("--")) {
        let map = Arc::make_mut(&mut custom);
        for winner in own.iter().filter(|winner| winner.declaration.property.starts_with("--")) {
            map.insert(Arc::clone(&winner.declaration.property), Arc::clone(&winner.declaration.value));
        }
    }
    own.retain(|winner| !winner.declaration.property.starts_with("--"));
    for winner in &mut own {
        if winner.declaration.value.contains("var(") {
            let value = filled_in(&winner.declaration.value, &custom, 0);
            winner.declaration.value = Arc::from(value.as_str());
        }
    }
    let mut style = Style { own, custom, ..super::super::agent::style(tree, id, above, dark) };
    if let Some(value) = lowered(&style, "display") {
        let inline = value.starts_with("inline") || value == "contents";
        style.display = match value.as_str() {
            "none" => Display::None,
            "inherit" => above.display,
            _ if inline => Display::Inline,
            _ => Display::Block,
        };
    }
    if let Some(value) = lowered(&style, "visibility") {
        match value.as_str() {
            "hidden" | "collapse" => style.invisible = true,
            "visible" | "initial" => style.invisible = false,
            _ => {}
        }
    }
    if above.display == Display::None || above.said("content-visibility") == Some("hidden") {
        style.display = Display::None;
    }
    if let Some(value) = lowered(&style, "font-size") {
        let shorthand = style.winner("font-size").map(|winner| winner.declaration.value.clone());
        let parts: Vec<&str> = shorthand.as_deref().map_or_else(Vec::new, words);
        let found = parts.iter().find_map(|part| size(part, above.size));
        style.size = match found {
            Some(found) => found,
            None if parts.len() > 1 => None,
            None if value == "inherit" || value == "unset" => above.size,
            None => None,
        };
    }
    if let Some(value) = lowered(&style, "font-weight") {
        for part in value.split_whitespace() {
            match part {
                "bold" | "bolder" => style.bold = true,
                "normal" | "lighter" | "initial" => style.bold = false,
                "inherit" => style.bold = above.bold,
                number => {
                    if let Some(weight) = number.parse::<f32>().ok().filter(|weight| *weight >= 1.0) {
                        style.bold = weight >= 700.0;
                    }
                }
            }
        }
    }
    if let Some(value) = lowered(&style, "color") {
        style.colour = match value.as_str() {
            "inherit" | "unset" => above.colour,
            "initial" => Some(if dark { Rgba::WHITE } else { Rgba::BLACK }),
            value => match colour::parse(value, dark) {
                Some(Colour::Is(rgba)) => Some(rgba),
                Some(Colour::Current) => above.colour,
                Some(Colour::Unknown) => None,
                None if value.contains('(') => None,
                None => style.colour,
            },
        };
    }
    backgrounds(&mut style, above, dark);
    if let Some(value) = style.said("opacity").and_then(Length::parse) {
        let share = if value.unit == super::value::Unit::Percent { value.number / 100.0 } else { value.number };
        style.opacity = share.clamp(0.0, 1.0);
    }
    style.away = above.away || super::super::visible::is_put_away(&style);
    style
}

/// Returns what was said of a property for an element itself, in lower case.
fn lowered(style: &Style, property: &str) -> Option<String> {
    let value = style.said(property)?.trim().to_ascii_lowercase();
    (!value.is_empty()).then_some(value)
}

fn backgrounds(style: &mut Style, above: &Style, dark: bool) {
    if let Some(value) = style.said("background-color").map(str::to_string) {
        let lower = value.to_ascii_lowercase();
        let parts = words(&lower);
        let found = parts.iter().find_map(|part| colour::parse(part, dark));
        style.background = match found {
            Some(Colour::Is(rgba)) => Some(rgba),
            Some(Colour::Current) => style.colour,
            Some(Colour::Unknown) => None,
            None if lower == "inherit" => above.background,
            None if lower.contains("var(") => None,
            None if matches!(lower.as_str(), "none" | "initial" | "unset" | "revert") || parts.len() > 1 => {
                Some(Rgba::CLEAR)
            }
            None if lower.contains('(') && !lower.starts_with("url") && !lower.contains("gradient") => None,
            None => style.background,
        };
    }
    if let Some(value) = style.said("background-image") {
        let lower = value.to_ascii_lowercase();
        style.pictured = ["url(", "gradient(", "image(", "image-set(", "paint(", "element(", "cross-fade("]
            .iter()
            .any(|made| lower.contains(made));
    }
}

/// Returns a size of letters; the outer `None` where the text says no size, the inner where it cannot be worked out.
fn size(text: &str, above: Option<f32>) -> Option<Option<f32>> {
    let lower = text.to_ascii_lowercase();
    // In `font: 12px/1.5 serif` the height of lines follows.
    let lower = lower.split('/').next().unwrap_or("");
    // Source: CSS Fonts 4, 2.5, the absolute sizes.
    let fixed = match lower {
        "xx-small" => 9.0 / 16.0,
        "x-small" => 10.0 / 16.0,
        "small" => 13.0 / 16.0,
        "medium" | "initial" => 1.0,
        "large" => 18.0 / 16.0,
        "x-large" => 1.5,
        "xx-large" => 2.0,
        "xxx-large" => 3.0,
        "smaller" => return Some(above.map(|above| above / 1.2)),
        "larger" => return Some(above.map(|above| above * 1.2)),
        _ => {
            if lower.starts_with("calc(")
                || lower.starts_with("clamp(")
                || lower.starts_with("m") && lower.contains('(')
            {
                return Some(None);
            }
            let length = Length::parse(lower)?;
            if length.unit == super::value::Unit::None {
                return None;
            }
            let em = above.unwrap_or(FIRST_SIZE);
            return Some(length.pixels(em, FIRST_SIZE, Some(em)));
        }
    };
    Some(Some(fixed * FIRST_SIZE))
}

/// How deep one `var()` may lead to another.
const DEEPEST: usize = 12;

/// The longest that a value may become.
const LONGEST: usize = 4096;

/// Returns a value with each `var()` filled in; `var(` stays where there is nothing to fill in.
fn filled_in(value: &str, custom: &BTreeMap<Arc<str>, Arc<str>>, depth: usize) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("var(") {
        out.push_str(&rest[..at]);
        let inside = &rest[at + 4..];
        let mut open = 1;
        let end = inside.char_indices().find(|(_, c)| {
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            open == 0
        });
        let Some((end, _)) = end else { return "var(".to_string() };
        let (name, instead) = match inside[..end].split_once(',') {
            Some((name, instead)) => (name.trim(), Some(instead)),
            None => (inside[..end].trim(), None),
        };
        let found = custom.get(name).map(|found| &**found).or(instead);
        match found {
            Some(found) if depth < DEEPEST && out.len() < LONGEST => {
                out.push_str(&filled_in(found.trim(), custom, depth + 1));
            }
            _ => return "var(".to_string(),
        }
        rest = &inside[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Returns whether an element belongs to HTML.
pub fn is_html(tree: &Tree, id: Id) -> bool {
    tree.element(id).is_some_and(|element| element.vocabulary == Vocabulary::Html)
}

/// Returns the words in quotes of a `content`; what stands after `/` is said instead of all before.
fn quoted(value: &str) -> String {
    let value = value.rsplit_once('/').map_or(value, |(_, alternative)| alternative);
    let (mut words, mut open) = (String::new(), None);
    for c in value.chars() {
        match open {
            None if matches!(c, '"' | '\'') => open = Some(c),
            Some(quote) if quote == c => open = None,
            Some(_) => words.push(c),
            None => {}
        }
    }
    words
}
