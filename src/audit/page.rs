//! A page as it is looked at: the tree, what it looks like in each setting, and answers that several rules ask for.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::css::cascade::{Cascade, Display, Placed, Style};
use super::css::index::{Holding, Index};
use super::css::media::Setting;
use super::css::sheet::{self, Sheet};
use super::parse::{Parsed, parse};
use super::tree::{Id, Tree};

/// What lies beside a page, as it is asked for: a path relative to the page, such as `style.css`.
pub trait Beside {
    /// Returns the text of a file beside the page; nothing where there is none.
    fn text(&self, address: &str) -> Option<String>;

    /// Returns a style sheet beside the page. Who looks at many pages may keep it.
    fn sheet(&self, address: &str) -> Option<Arc<Sheet>> {
        self.text(address).map(|text| Arc::new(sheet::parse(&text)))
    }

    /// Returns the rules of a page's style sheets ready to be asked. Who looks at many pages may keep them.
    fn index(&self, sheets: &[Placed], quirks: bool) -> Arc<Index> {
        Arc::new(Index::new(sheets.to_vec(), quirks))
    }

    /// Returns the bytes of a file beside the page, such as a film; nothing where there is none, or it is very large.
    fn bytes(&self, _address: &str) -> Option<Vec<u8>> {
        None
    }

    /// Returns whether there is a file or page at an address; nothing where that is not known.
    fn has(&self, _address: &str) -> Option<bool> {
        None
    }

    /// Returns the path by which a file beside the page is known, so that two ways to write it are seen to be one.
    fn known_as(&self, address: &str) -> Option<String>;
}

/// Nothing lies beside the page.
#[derive(Clone, Copy, Debug)]
pub struct Alone;

impl Beside for Alone {
    fn text(&self, _address: &str) -> Option<String> {
        None
    }

    fn known_as(&self, _address: &str) -> Option<String> {
        None
    }
}

/// What a page looks like in a setting.
pub struct Look {
    /// Its number among those of the page.
    pub number: usize,
    /// The setting.
    pub setting: Setting,
    /// The style of each node of the tree.
    pub styles: Vec<Arc<Style>>,
    /// Which rules hold, for who asks again.
    pub holding: Arc<Holding>,
}

/// A page.
pub struct Page<'a> {
    /// The text of the file.
    pub text: &'a str,
    /// The tree.
    pub tree: &'a Tree,
    /// The rules of its style sheets.
    pub cascade: Cascade<'a>,
    /// What it looks like: first as usual, then in each setting in which it looks different.
    pub looks: Vec<Look>,
    /// What lies beside it.
    pub beside: &'a dyn Beside,
    /// All elements in order.
    pub elements: Vec<Id>,
    ids: HashMap<(u32, &'a str), Id>,
    labels: HashMap<Id, Vec<Id>>,
    owners: HashMap<Id, Id>,
    pub(super) names: Vec<OnceCell<String>>,
    pub(super) roles: Vec<OnceCell<Option<&'static super::aria::Role>>>,
    scripted: OnceCell<Scripted>,
    numbers: OnceCell<HashMap<Id, (usize, bool)>>,
    hidden: OnceCell<Vec<bool>>,
    pub(super) inert: OnceCell<Vec<bool>>,
    pub(super) flattened: OnceCell<Vec<bool>>,
}

/// What scripts touch, as far as their text says.
#[derive(Debug, Default)]
struct Scripted {
    words: BTreeSet<String>,
    whole: bool,
}

/// The style sheets of a page and those beside it.
pub fn sheets(tree: &Tree, beside: &dyn Beside) -> Vec<Placed> {
    let (mut sheets, mut layers) = (Vec::new(), Vec::new());
    for id in tree.descendants(Tree::ROOT) {
        let Some(element) = tree.element(id) else { continue };
        let media = tree.get(id, "media").unwrap_or("").to_string();
        match &*element.name {
            "style" => {
                let parsed = Arc::new(sheet::parse(&tree.words(id)));
                let around = (beside, element.scope, false);
                brought_in(parsed, media, around, &mut layers, &mut sheets, &mut Vec::new());
            }
            "link" => {
                let rel = tree.get(id, "rel").unwrap_or("").to_ascii_lowercase();
                let is = |word: &str| rel.split_ascii_whitespace().any(|own| own == word);
                if !is("stylesheet") || is("alternate") || tree.has(id, "disabled") {
                    continue;
                }
                let Some(address) = tree.get(id, "href") else { continue };
                if let Some(parsed) = beside.sheet(address) {
                    let mut seen = vec![address.to_string()];
                    let around = (beside, element.scope, true);
                    brought_in(parsed, media, around, &mut layers, &mut sheets, &mut seen);
                }
            }
            _ => {}
        }
    }
    sheets
}

/// The most sheets that sheets bring in.
const MOST_SHEETS: usize = 64;

fn brought_in(
    sheet: Arc<Sheet>,
    media: String,
    (beside, scope, shared): (&dyn Beside, u32, bool),
    layers: &mut Vec<String>,
    sheets: &mut Vec<Placed>,
    seen: &mut Vec<String>,
) {
    for (address, within) in &sheet.imports {
        if seen.contains(address) || seen.len() > MOST_SHEETS {
            continue;
        }
        seen.push(address.clone());
        if let Some(parsed) = beside.sheet(address) {
            brought_in(parsed, within.clone(), (beside, scope, true), layers, sheets, seen);
        }
    }
    let of_page = |name: &String| {
        let known = layers.iter().position(|layer| !name.is_empty() && layer == name);
        let at = known.unwrap_or_else(|| {
            layers.push(name.clone());
            layers.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    };
    let places = sheet.layers.iter().map(of_page).collect();
    sheets.push(Placed { sheet, layers: places, media, scope, shared });
}

impl<'a> Page<'a> {
    /// Gets a page ready for rules.
    pub fn new(text: &'a str, parsed: &'a Parsed, sheets: &'a [Placed], beside: &'a dyn Beside) -> Page<'a> {
        let tree = &parsed.tree;
        let index = beside.index(sheets, parsed.quirks);
        let looks = index.looks(text.contains("color-scheme"));
        let (cascade, styles) = Cascade::new(tree, index, &looks);
        let looks = looks.into_iter().zip(styles).enumerate();
        let look = |(number, ((setting, holding), styles)): (usize, ((&'static Setting, Arc<Holding>), _))| Look {
            number,
            setting: *setting,
            styles,
            holding,
        };
        let looks: Vec<Look> = looks.map(look).collect();
        let elements: Vec<Id> = tree.descendants(Tree::ROOT).filter(|id| tree.element(*id).is_some()).collect();
        let mut ids = HashMap::new();
        for id in &elements {
            if let (Some(element), Some(own)) = (tree.element(*id), tree.get(*id, "id")) {
                ids.entry((element.scope, own)).or_insert(*id);
            }
        }
        let roles = vec![OnceCell::new(); tree.size()];
        let names = vec![OnceCell::new(); tree.size()];
        let (scripted, numbers) = (OnceCell::new(), OnceCell::new());
        let mut page = Page {
            text,
            tree,
            cascade,
            looks,
            beside,
            elements,
            ids,
            labels: HashMap::new(),
            owners: HashMap::new(),
            names,
            roles,
            scripted,
            numbers,
            hidden: OnceCell::new(),
            inert: OnceCell::new(),
            flattened: OnceCell::new(),
        };
        page.finds_labels();
        page
    }

    fn finds_labels(&mut self) {
        for id in &self.elements {
            if self.tree.is(*id, "label") {
                let labelled = match self.tree.get(*id, "for") {
                    Some(named) => self.by_id(*id, named),
                    None => self.tree.descendants(*id).find(|inner| is_labelable(self.tree, *inner)),
                };
                if let Some(labelled) = labelled.filter(|labelled| is_labelable(self.tree, *labelled)) {
                    self.labels.entry(labelled).or_default().push(*id);
                }
            }
            if let Some(owned) = self.tree.get(*id, "aria-owns") {
                for name in owned.split_ascii_whitespace() {
                    if let Some(target) = self.by_id(*id, name).filter(|target| target != id) {
                        self.owners.entry(target).or_insert(*id);
                    }
                }
            }
        }
    }

    /// Returns the element that an id written at `here` means.
    pub fn by_id(&self, here: Id, name: &str) -> Option<Id> {
        let scope = self.tree.element(here).map_or(0, |element| element.scope);
        self.ids.get(&(scope, name)).copied()
    }

    /// Returns the elements that a list of ids means.
    pub fn by_ids(&self, here: Id, attribute: &str) -> Vec<Id> {
        let names = self.tree.get(here, attribute).unwrap_or("").split_ascii_whitespace();
        names.filter_map(|name| self.by_id(here, name)).collect()
    }

    /// Returns the labels of a form field.
    pub fn labels(&self, id: Id) -> &[Id] {
        self.labels.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Returns the element that owns another by `aria-owns`.
    pub fn owner(&self, id: Id) -> Option<Id> {
        self.owners.get(&id).copied()
    }

    /// Returns the style of a node as the page usually looks.
    pub fn style(&self, id: Id) -> &Style {
        // There is always a first look, and a style for each node.
        let styles = &self.looks[0].styles;
        styles.get(id.at()).unwrap_or(&styles[0])
    }

    /// Returns whether an element is not there, for anybody.
    pub fn is_gone(&self, id: Id) -> bool {
        let style = self.style(id);
        style.display == Display::None || style.invisible
    }

    /// Returns whether an element is hidden from programs that read out, by itself or by what it stands in.
    pub fn is_hidden(&self, id: Id) -> bool {
        let hides = |at: Id| {
            self.tree.get(at, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
                || self.tree.has(at, "inert")
        };
        let within = self.hidden.get_or_init(|| self.handed_down(hides));
        self.is_gone(id) || within.get(id.at()).copied().unwrap_or(false)
    }

    /// Returns for each node whether something holds for it or for anything that it stands in.
    pub(super) fn handed_down(&self, holds: impl Fn(Id) -> bool) -> Vec<bool> {
        let mut all = vec![false; self.tree.size()];
        for id in self.tree.descendants(Tree::ROOT) {
            let above = self.tree.parent(id).and_then(|parent| all.get(parent.at()).copied()).unwrap_or(false);
            let value = above || holds(id);
            if let Some(place) = all.get_mut(id.at()) {
                *place = value;
            }
        }
        all
    }

    /// Returns whether a script of the page may change an element, as far as the text of scripts and attributes says.
    pub fn is_scripted(&self, id: Id) -> bool {
        let scripted = self.scripted.get_or_init(|| self.finds_scripted());
        if let Some(element) = self.tree.element(id)
            && element.attributes.iter().any(|attribute| attribute.name.starts_with("on"))
        {
            return true;
        }
        let known = |word: &str| scripted.words.contains(word);
        self.tree.get(id, "id").is_some_and(known)
            || self.tree.get(id, "class").is_some_and(|classes| classes.split_ascii_whitespace().any(known))
            || (scripted.whole && self.tree.element(id).is_some_and(|element| known(&element.name)))
    }

    fn finds_scripted(&self) -> Scripted {
        let mut scripted = Scripted::default();
        let script = self.elements.iter().filter(|id| self.tree.is(**id, "script"));
        for id in script {
            let text = match self.tree.get(*id, "src") {
                Some(address) => self.beside.text(address).unwrap_or_default(),
                None => self.tree.words(*id),
            };
            scripted.whole |= ["querySelector", "getElementsBy", "$("].iter().any(|call| text.contains(call));
            let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '$')));
            scripted.words.extend(words.filter(|word| !word.is_empty()).map(str::to_string));
        }
        scripted
    }

    /// Returns whether a script of the page says a word.
    pub fn scripts_say(&self, word: &str) -> bool {
        self.scripted.get_or_init(|| self.finds_scripted()).words.contains(word)
    }

    /// Returns whether a script makes the contents of an empty element, as far as its text says.
    pub fn is_filled_by_script(&self, id: Id) -> bool {
        let fills =
            ["textContent", "innerHTML", "innerText", "attachShadow", "append", "appendChild", "insertAdjacentHTML"];
        self.tree.get(id, "id").is_some_and(|own| self.scripts_say(own))
            && fills.iter().any(|word| self.scripts_say(word))
    }

    /// Returns whether a script may change the look of the whole page, as a switch for dark mode does.
    pub fn is_themed(&self) -> bool {
        let root = ["documentElement", "body"].iter().any(|word| self.scripts_say(word));
        root && ["classList", "className", "setAttribute", "dataset", "style"].iter().any(|word| self.scripts_say(word))
    }

    /// Returns whether the page has a script at all.
    pub fn has_scripts(&self) -> bool {
        self.elements.iter().any(|id| {
            self.tree.is(*id, "script")
                && self.tree.get(*id, "type").is_none_or(|kind| kind.contains("javascript") || kind == "module")
        })
    }

    /// Returns a document that an `<iframe>` shows, where it can be read without a network.
    pub fn framed(&self, id: Id) -> Option<Parsed> {
        if let Some(text) = self.tree.get(id, "srcdoc") {
            return Some(parse(text));
        }
        self.beside.text(self.tree.get(id, "src")?).map(|text| parse(&text))
    }

    /// Returns where in the file an element's start tag stands, as the first characters of its text.
    pub fn shown(&self, id: Id) -> String {
        let Some(element) = self.tree.element(id) else { return String::new() };
        let tag = self.text.get(element.place.start..element.place.end).unwrap_or("");
        let tag = if tag.is_empty() { format!("<{}>", element.name) } else { tag.to_string() };
        let mut shown: String = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        if shown.chars().count() > LONGEST_SHOWN {
            shown = shown.chars().take(LONGEST_SHOWN - 1).chain(['…']).collect();
        }
        shown
    }

    /// Returns a selector that finds an element.
    pub fn selector(&self, id: Id) -> String {
        let mut parts = Vec::new();
        let mut at = Some(id);
        while let Some(here) = at {
            let Some(element) = self.tree.element(here) else { break };
            if parts.len() >= DEEPEST_SELECTOR {
                break;
            }
            let own = self.tree.get(here, "id").filter(|own| is_plain(own));
            if let Some(own) = own.filter(|own| self.by_id(here, own) == Some(here)) {
                parts.push(format!("#{own}"));
                break;
            }
            let numbers = self.numbers.get_or_init(|| self.finds_numbers());
            let number = match numbers.get(&here) {
                Some((number, true)) => format!(":nth-of-type({number})"),
                _ => String::new(),
            };
            parts.push(format!("{}{number}", element.name));
            at = self.tree.parent_element(here);
        }
        parts.reverse();
        parts.join(" > ")
    }

    /// Returns for each element its number among those of its name beside it, from 1, and whether there are others.
    fn finds_numbers(&self) -> HashMap<Id, (usize, bool)> {
        let mut counts: HashMap<(Option<Id>, &str), usize> = HashMap::new();
        let mut numbers: HashMap<Id, (usize, bool)> = HashMap::new();
        let key = |id: &Id| (self.tree.parent(*id), self.tree.element(*id).map_or("", |element| &*element.name));
        for id in &self.elements {
            let count = counts.entry(key(id)).or_default();
            *count += 1;
            numbers.insert(*id, (*count, false));
        }
        for id in &self.elements {
            let more = counts.get(&key(id)).is_some_and(|count| *count > 1);
            if let Some(number) = numbers.get_mut(id) {
                number.1 = more;
            }
        }
        numbers
    }

    /// Returns elements by a text that they share, such as equal names, in the order of the first.
    pub fn grouped(&self, keys: impl Iterator<Item = (String, Id)>) -> BTreeMap<String, Vec<Id>> {
        let mut groups: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for (key, id) in keys {
            groups.entry(key).or_default().push(id);
        }
        groups
    }
}

/// The longest piece of a page that a finding shows, in characters.
const LONGEST_SHOWN: usize = 160;

/// The most steps of a selector.
const DEEPEST_SELECTOR: usize = 8;

fn is_plain(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Returns whether `<label>` can be for an element. Source: HTML, 4.10.2, labelable elements.
fn is_labelable(tree: &Tree, id: Id) -> bool {
    match tree.html_name(id) {
        "input" => !tree.get(id, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
        "button" | "meter" | "output" | "progress" | "select" | "textarea" => true,
        _ => false,
    }
}

impl Page<'_> {
    /// Returns whether the text is a piece of a page: it begins without `<!doctype>` and `<html>`.
    pub fn is_part(&self) -> bool {
        let start = self.text.trim_start().get(..200).unwrap_or(self.text.trim_start()).to_ascii_lowercase();
        let root = self.elements.iter().copied().find(|id| self.tree.is(*id, "html"));
        let written =
            root.and_then(|root| self.tree.element(root)).is_some_and(|root| root.place.end > root.place.start);
        !written && !start.starts_with("<!doctype")
    }

    /// Returns the element that makes the page go away by itself, and after how many seconds. Source: HTML, 4.2.5.3,
    /// shared declarative refresh steps.
    pub fn refresh(&self) -> Option<(Id, i64)> {
        let metas = self.elements.iter().copied().filter(|id| self.tree.is(*id, "meta"));
        let said = metas.filter(|id| {
            self.tree.get(*id, "http-equiv").is_some_and(|name| name.trim().eq_ignore_ascii_case("refresh"))
        });
        said.filter_map(|id| refresh_after(self.tree.get(id, "content")?).map(|seconds| (id, seconds))).next()
    }

    /// Returns whether an element stands in something other than a link or button that is read as words alone.
    pub fn is_flattened_apart(&self, id: Id) -> bool {
        self.tree.ancestors(id).any(|at| self.has_role(at, &["img", "image", "graphics-symbol"]))
    }
}

fn refresh_after(content: &str) -> Option<i64> {
    let text = content.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    if number.is_empty() && !rest.starts_with('.') {
        return None;
    }
    let seconds = if number.is_empty() { 0 } else { number.parse().unwrap_or(i64::MAX) };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let ends = rest.is_empty() || rest.starts_with([';', ',']) || rest.starts_with(|c: char| c.is_ascii_whitespace());
    ends.then_some(seconds)
}

/// Elements whose words are in no language.
const NO_LANGUAGE: &[&str] = &["code", "pre", "kbd", "samp", "var", "script", "style", "svg", "math"];

impl Page<'_> {
    /// Returns for each element that says a language the words that are in it, as they are seen or read out, without those of
    /// parts that say one themselves.
    pub fn words_by_language(&self) -> BTreeMap<Id, String> {
        let mut says: HashMap<Id, Id> = HashMap::new();
        let mut words: BTreeMap<Id, String> = BTreeMap::new();
        for id in &self.elements {
            let own = self.tree.get(*id, "lang").is_some_and(|said| !said.trim().is_empty());
            let above = self.tree.parent(*id).and_then(|parent| says.get(&parent).copied());
            let Some(language) = own.then_some(*id).or(above) else { continue };
            if self.tree.element(*id).is_some_and(|element| NO_LANGUAGE.contains(&&*element.name)) {
                continue;
            }
            says.insert(*id, language);
            let title = self.tree.is(*id, "title");
            if self.is_gone(*id) && !title {
                continue;
            }
            let text = words.entry(language).or_default();
            for child in self.tree.children(*id) {
                text.push_str(self.tree.text(child).unwrap_or(""));
            }
            text.push(' ');
            if self.tree.is(*id, "img") || self.is_labelled(*id) && self.tree.children(*id).next().is_none() {
                text.push_str(&self.name(*id));
                text.push(' ');
            }
        }
        words
    }
}

impl Page<'_> {
    /// Returns a heading's level, from 1.
    pub fn heading_level(&self, id: Id) -> Option<i64> {
        let said = self.tree.get(id, "aria-level").and_then(super::focus::integer).filter(|level| *level > 0);
        said.or_else(|| {
            let name = self.tree.html_name(id);
            name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level))
        })
    }

    /// Returns whether a link to `#name` leads somewhere. Source: HTML, 7.4.6.3, the indicated part of the document.
    pub fn is_anchor(&self, here: Id, name: &str) -> bool {
        let decoded = super::address::decoded_whole(name);
        let known = |name: &str| {
            self.by_id(here, name).is_some()
                || self.elements.iter().any(|id| self.tree.is(*id, "a") && self.tree.get(*id, "name") == Some(name))
        };
        known(name) || decoded.is_some_and(|name| known(&name))
    }
}
