//! The rules of some style sheets ready to be asked, for all pages that have these sheets; and what is known of elements of
//! pages that were looked at before. An element looks as another did whose ancestors and own attributes are the same, as far as
//! selectors and browsers ask for them, and for which the same selectors hold that ask for more.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use cssparser::ToCss;
use selectors::parser::{Component, Selector};

use super::cascade::{Placed, Style, Winner};
use super::media::{SETTINGS, Setting};
use super::selector::{self, Selectors};
use crate::audit::agent;
use crate::audit::contrast::Contrast;
use crate::audit::tree::{Id, Tree, Vocabulary};

/// The rules of the style sheets of a page.
pub struct Index {
    /// The sheets.
    pub(super) sheets: Vec<Placed>,
    pub(super) quirks: bool,
    /// Selectors of elements.
    pub(super) entries: Vec<Entry>,
    /// Which of them may be for an element: those that ask for nothing further, and the others.
    pub(super) local: Buckets,
    pub(super) further: Buckets,
    /// Selectors of what stands before or after the words of an element.
    pub(super) generating: Vec<Entry>,
    /// The attributes and ids that selectors ask for.
    attributes: BTreeSet<String>,
    ids: BTreeSet<String>,
    /// Whether a selector asks where the focus is: `:focus-within`.
    pub(super) shows_within: bool,
    /// Whether what an element looks like when it has the focus follows from its [`Key`].
    pub(super) focus_is_local: bool,
    known: RwLock<HashMap<Key, Arc<Known>>>,
    /// For each setting which rules hold in it.
    holding: Vec<Arc<Holding>>,
    /// Whether a rule says that the page is for dark mode too.
    has_scheme: bool,
}

/// For each sheet and rule whether its media queries hold.
pub type Holding = Vec<Vec<bool>>;

/// Numbers of selectors by what an element must have.
#[derive(Default)]
pub(super) struct Buckets {
    pub(super) by_id: HashMap<Box<str>, Vec<usize>>,
    pub(super) by_class: HashMap<Box<str>, Vec<usize>>,
    pub(super) by_name: HashMap<Box<str>, Vec<usize>>,
    pub(super) rest: Vec<usize>,
}

/// A selector and where its rule stands.
pub(super) struct Entry {
    pub(super) selector: Selector<Selectors>,
    pub(super) sheet: usize,
    pub(super) rule: usize,
    /// Whether it asks for nothing but an element, its attributes and those of its ancestors.
    pub(super) local: bool,
}

/// What an element's look follows from, as a number. Two hashes of 64 bits: that two elements share both by chance is not to be
/// reckoned with.
pub type Key = (u64, u64);

/// What is known of elements that have a key.
pub struct Known {
    /// The rules that are for them.
    pub(super) matched: Vec<usize>,
    /// What they look like in each look of the page.
    pub(super) styles: Vec<Arc<Style>>,
    /// The contrast of what is written in them, in each look of the page.
    pub(in crate::audit) contrast: Vec<OnceLock<Contrast>>,
    /// The declarations that win where one of them has the focus, in the first look.
    pub(super) focused: OnceLock<Vec<Winner>>,
}

impl Known {
    /// Returns what is known of elements that some rules are for and that have these styles.
    pub(super) fn new(matched: Vec<usize>, styles: Vec<Arc<Style>>) -> Known {
        let contrast = styles.iter().map(|_| OnceLock::new()).collect();
        Known { matched, styles, contrast, focused: OnceLock::new() }
    }
}

/// How many elements are remembered; hostile pages make more. Source: ours.
const MOST_KNOWN: usize = 200_000;

/// How many sets of style sheets are remembered. Source: ours.
const MOST_INDEXES: usize = 32;

/// Attributes whose values say nothing of how an element looks, unless a selector asks for them; that they are there may.
const UNSEEN: &[&str] = &[
    "alt",
    "aria-describedby",
    "aria-label",
    "aria-labelledby",
    "cite",
    "content",
    "datetime",
    "download",
    "for",
    "headers",
    "href",
    "hreflang",
    "id",
    "name",
    "src",
    "srcset",
    "title",
    "value",
];

/// Parts of selectors that ask for more than an element, its attributes and those of its ancestors.
const FURTHER: &[&str] = &[
    " + ", " ~ ", ":has(", ":nth", ":first", ":last", ":only", ":empty", ":host", ":slotted", "Disabled", "Enabled",
    "Writable", "Checked",
];

/// Sets of style sheets, each read into its index once.
#[derive(Default)]
pub struct Indexes(Mutex<Vec<Arc<Index>>>);

impl Indexes {
    /// Returns the index of some style sheets, which is kept where no sheet is one page's own.
    pub fn of(&self, sheets: &[Placed], quirks: bool) -> Arc<Index> {
        if sheets.iter().any(|placed| !placed.shared) {
            return Arc::new(Index::new(sheets.to_vec(), quirks));
        }
        let same = |index: &&Arc<Index>| {
            let pairs = index.sheets.iter().zip(sheets);
            index.quirks == quirks && index.sheets.len() == sheets.len() && pairs.into_iter().all(|(a, b)| a.is_same(b))
        };
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = known.iter().find(same) {
            return Arc::clone(index);
        }
        let index = Arc::new(Index::new(sheets.to_vec(), quirks));
        if known.len() < MOST_INDEXES {
            known.push(Arc::clone(&index));
        }
        index
    }
}

impl Index {
    /// Gets the rules of some style sheets ready.
    pub fn new(sheets: Vec<Placed>, quirks: bool) -> Index {
        let mut index = Index {
            sheets: Vec::new(),
            quirks,
            entries: Vec::new(),
            local: Buckets::default(),
            further: Buckets::default(),
            generating: Vec::new(),
            attributes: BTreeSet::new(),
            ids: BTreeSet::new(),
            shows_within: false,
            focus_is_local: true,
            known: RwLock::default(),
            holding: Vec::new(),
            has_scheme: false,
        };
        for (at, placed) in sheets.iter().enumerate() {
            for (number, rule) in placed.sheet.rules.iter().enumerate() {
                for selector in rule.selectors.slice() {
                    let written = selector.to_css_string();
                    let local = !FURTHER.iter().any(|part| written.contains(part));
                    let entry = Entry { selector: selector.clone(), sheet: at, rule: number, local };
                    let writes = || {
                        let mut said = rule.declarations.iter().filter(|said| &*said.property == "content");
                        said.any(|said| said.value.contains(['"', '\'', '(']))
                    };
                    match selector.pseudo_element() {
                        None => index.takes(entry, &written),
                        Some(part) if selector::writes(part) && writes() => index.generating.push(entry),
                        Some(_) => {}
                    }
                }
            }
        }
        index.sheets = sheets;
        index.holding = SETTINGS.iter().map(|setting| Arc::new(index.holding(setting))).collect();
        index.has_scheme = index.sheets.iter().any(|placed| {
            let mut declared = placed.sheet.rules.iter().flat_map(|rule| &rule.declarations);
            declared.any(|said| &*said.property == "color-scheme" || said.value.contains("light-dark"))
        });
        index
    }

    /// Returns for each sheet and rule whether its media queries hold in a setting.
    pub fn holding(&self, setting: &Setting) -> Holding {
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut all = Vec::new();
        for placed in &self.sheets {
            let outside = answer(&mut known, setting, &placed.media);
            let rules = placed.sheet.rules.iter();
            all.push(
                rules
                    .map(|rule| outside && rule.media.iter().all(|query| answer(&mut known, setting, query)))
                    .collect(),
            );
        }
        all
    }

    /// Returns the settings in which a page looks different, the usual one first, with the rules that hold. `scheme` says
    /// whether the page itself has something for dark mode.
    pub fn looks(&self, scheme: bool) -> Vec<(&'static Setting, Arc<Holding>)> {
        let mut looks: Vec<(&'static Setting, Arc<Holding>)> = Vec::new();
        for (setting, holding) in SETTINGS.iter().zip(&self.holding) {
            let dark = setting.dark && (scheme || self.has_scheme);
            if dark || !looks.iter().any(|(_, known)| known == holding) {
                looks.push((setting, Arc::clone(holding)));
            }
        }
        looks
    }

    fn takes(&mut self, entry: Entry, written: &str) {
        for after in written.split('[').skip(1) {
            let name = after.split(['=', ']', '~', '|', '^', '$', '*', ' ']).find(|part| !part.is_empty());
            self.attributes.extend(name.map(str::to_ascii_lowercase));
        }
        for after in written.split('#').skip(1) {
            let id: String = after.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
            self.ids.insert(id);
            // An id with other signs is written with a backslash: then all ids count.
            if after.contains('\\') {
                self.attributes.insert("id".to_string());
            }
        }
        self.shows_within |= written.contains("FocusWithin");
        self.focus_is_local &= entry.local || !written.contains("Focus");
        let at = self.entries.len();
        let (mut id, mut class, mut name) = (None, None, None);
        for component in entry.selector.iter() {
            match component {
                Component::ID(ident) => id = Some(&*ident.0),
                Component::Class(ident) => class = Some(&*ident.0),
                Component::LocalName(local) => name = Some(&*local.lower_name.0),
                _ => {}
            }
        }
        let all = if entry.local { &mut self.local } else { &mut self.further };
        // Old pages may write ids and classes in any case; there every rule is asked.
        let bucket = match (id, class, name) {
            (Some(id), ..) if !self.quirks => all.by_id.entry(id.into()).or_default(),
            (_, Some(class), _) if !self.quirks => all.by_class.entry(class.into()).or_default(),
            (.., Some(name)) if name.bytes().all(|b| !b.is_ascii_uppercase()) => {
                all.by_name.entry(name.into()).or_default()
            }
            _ => &mut all.rest,
        };
        bucket.push(at);
        self.entries.push(entry);
    }

    /// Returns the key of what stands at the root of a page, which has some looks and says a colour scheme of its own.
    pub(in crate::audit) fn root(looks: &[(&'static Setting, Arc<Holding>)], scheme: &str) -> Key {
        hashed(|hasher| {
            scheme.hash(hasher);
            looks.iter().for_each(|(setting, _)| setting.name.hash(hasher));
        })
    }

    /// Returns the key of an element, given that of what it stands in and which of the rules are for it that ask for more.
    pub(in crate::audit) fn key(&self, tree: &Tree, id: Id, above: Key, further: &[usize]) -> Key {
        hashed(|hasher| {
            (above, further).hash(hasher);
            let Some(element) = tree.element(id) else { return };
            (element.name.as_bytes(), element.scope).hash(hasher);
            hasher.write_u8(match element.vocabulary {
                Vocabulary::Html => 0,
                Vocabulary::Svg => 1,
                Vocabulary::MathMl => 2,
            });
            for attribute in &element.attributes {
                attribute.name.as_bytes().hash(hasher);
                let name = &*attribute.name;
                let asked = !UNSEEN.contains(&name)
                    || self.attributes.contains(name)
                    || name == "id" && self.ids.contains(attribute.value.as_str());
                if asked {
                    attribute.value.hash(hasher);
                }
            }
            agent::is_folded(tree, id).hash(hasher);
        })
    }

    /// Returns what is known of elements with a key.
    pub(in crate::audit) fn known(&self, key: Key) -> Option<Arc<Known>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
    }

    /// Notes what is known of elements with a key.
    pub(in crate::audit) fn learn(&self, key: Key, known: Known) -> Arc<Known> {
        let known = Arc::new(known);
        let mut all = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() < MOST_KNOWN {
            return Arc::clone(all.entry(key).or_insert(known));
        }
        known
    }
}

fn answer<'s>(known: &mut HashMap<&'s str, bool>, setting: &Setting, query: &'s str) -> bool {
    *known.entry(query).or_insert_with(|| setting.answers(query))
}

fn hashed(write: impl Fn(&mut DefaultHasher)) -> Key {
    let (mut first, mut second) = (DefaultHasher::new(), DefaultHasher::new());
    second.write_u8(1);
    write(&mut first);
    write(&mut second);
    (first.finish(), second.finish())
}
