//! The structure of a PDF: what is read out, in its order. Source: ISO 32000-1:2008, 14.7 and 14.8.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::rc::Rc;

use super::content::Sequence;
use super::reader::{Dictionary, Object, Pdf};

/// How many elements are read. Source: ours; a report of 1,000 pages has 100,000.
const MOST_ELEMENTS: usize = 300_000;

/// How deep elements may stand in each other.
const MOST_DEPTH: usize = 200;

/// How often a role may stand for another one.
const MOST_ROLES: usize = 10;

/// What stands inside an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A marked sequence.
    Sequence(Sequence),
    /// Another element, by its place in [`Tags::elements`].
    Element(usize),
    /// An annotation or a field, by its object's number.
    Annotation(u32),
}

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its role as the standard knows it, such as `H1`; as it is written where the standard does not know it.
    pub role: String,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The place of the element around it.
    pub parent: Option<usize>,
    /// Its language.
    pub lang: Option<String>,
    /// Words that stand for a picture.
    pub alt: Option<String>,
    /// Words that are read in the place of its own.
    pub actual: Option<String>,
    /// Its name.
    pub id: Option<String>,
    /// What a heading of a table heads.
    pub scope: Option<String>,
    /// Whether a cell says which cells head it.
    pub has_headers: bool,
    /// The page that it begins on, by its object's number.
    pub page: Option<u32>,
    /// What stands inside.
    pub held: Vec<Held>,
    /// Its object's number.
    number: Option<u32>,
}

/// A structure.
#[derive(Debug, Default)]
pub struct Tags {
    /// Every element, each before those inside it.
    pub elements: Vec<Element>,
    /// The sequences that stand in an element.
    pub sequences: BTreeSet<Sequence>,
    /// The annotations that stand in an element, each with the place of the element.
    pub annotations: BTreeMap<u32, usize>,
    /// Sequences that stand in it twice.
    pub doubled: usize,
    /// Roles that are not the standard's, and stand for none of its.
    pub strange: BTreeSet<String>,
    /// Whether an element holds itself, or they stand deeper than anybody reads.
    pub endless: bool,
}

/// The roles that the standard knows. Source: ISO 32000-1:2008, 14.8.4.
const ROLES: &str = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI \
    Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP \
    Figure Formula Form";

struct Walk<'p, 'b> {
    pdf: &'p Pdf<'b>,
    roles: Rc<Dictionary>,
    open: BTreeSet<u32>,
    tags: Tags,
}

impl Tags {
    /// Reads the structure; nothing where there is none.
    pub fn read(pdf: &Pdf<'_>) -> Option<Tags> {
        let root = pdf.dictionary(&pdf.catalogue(), "StructTreeRoot")?;
        let roles = pdf.dictionary(&root, "RoleMap").unwrap_or_default();
        let mut walk = Walk { pdf, roles, open: BTreeSet::new(), tags: Tags::default() };
        for kid in walk.kids(&root) {
            walk.kid(&kid, None, None, 0);
        }
        (!walk.tags.elements.is_empty()).then_some(walk.tags)
    }

    /// Returns the elements of a role, each with its place.
    pub fn of_role<'t>(&'t self, role: &'t str) -> impl Iterator<Item = (usize, &'t Element)> {
        self.elements.iter().enumerate().filter(move |(_, element)| element.role == role)
    }

    /// Returns the role of the element around one; empty for the first.
    pub fn role_above(&self, element: &Element) -> &str {
        element.parent.and_then(|parent| self.elements.get(parent)).map_or("", |parent| &parent.role)
    }

    /// Returns the elements inside one, at any depth, in order.
    pub fn inside(&self, place: usize) -> impl Iterator<Item = &Element> {
        let depth = self.elements.get(place).map_or(usize::MAX, |element| element.depth);
        self.elements.iter().skip(place + 1).take_while(move |element| element.depth > depth)
    }

    /// Returns what is read of an element and of those inside it.
    pub fn words(&self, place: usize, said: &BTreeMap<Sequence, String>) -> String {
        let mut words = String::new();
        self.add_words(place, said, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add_words(&self, place: usize, said: &BTreeMap<Sequence, String>, words: &mut String) {
        let Some(element) = self.elements.get(place) else { return };
        if let Some(read) = element.actual.as_ref().or(element.alt.as_ref()) {
            words.push_str(read);
            return;
        }
        for held in &element.held {
            match held {
                Held::Sequence(sequence) => words.push_str(said.get(sequence).map_or("", String::as_str)),
                Held::Element(inner) => self.add_words(*inner, said, words),
                Held::Annotation(_) => {}
            }
        }
    }

    /// Returns the whole structure as text, an element a line, with what is read of it.
    pub fn outline(&self, said: &BTreeMap<Sequence, String>) -> String {
        let mut out = String::new();
        let firsts: Vec<usize> = (0..self.elements.len()).filter(|place| self.is_first(*place)).collect();
        for first in firsts {
            self.line(first, said, &mut out);
        }
        out
    }

    fn is_first(&self, place: usize) -> bool {
        self.elements.get(place).is_some_and(|element| element.parent.is_none())
    }

    fn line(&self, place: usize, said: &BTreeMap<Sequence, String>, out: &mut String) {
        let Some(element) = self.elements.get(place) else { return };
        let indent = element.depth * 2;
        let _ = write!(out, "{:indent$}{}", "", element.role);
        let named =
            [("Lang", &element.lang), ("Alt", &element.alt), ("ActualText", &element.actual), ("ID", &element.id)];
        for (key, value) in named {
            if let Some(value) = value {
                let _ = write!(out, " {key}={value:?}");
            }
        }
        if let Some(scope) = &element.scope {
            let _ = write!(out, " {scope}");
        }
        for _ in element.held.iter().filter(|held| matches!(held, Held::Annotation(_))) {
            out.push_str(if element.role == "Form" { " (field)" } else { " (link)" });
        }
        let held: Vec<&Held> = element.held.iter().filter(|held| !matches!(held, Held::Annotation(_))).collect();
        let words = |held: &Held| match held {
            Held::Sequence(sequence) => Some(said.get(sequence).map_or("", String::as_str)),
            Held::Element(_) | Held::Annotation(_) => None,
        };
        if let Some(own) = held.iter().map(|held| words(held)).collect::<Option<Vec<_>>>() {
            let own = own.concat();
            if !own.trim().is_empty() {
                let _ = write!(out, " {:?}", own.trim());
            }
            out.push('\n');
            return;
        }
        out.push('\n');
        let mut own = String::new();
        let mut is_first = true;
        for one in held {
            if let Some(words) = words(one) {
                own.push_str(if is_first { words.trim_start() } else { words });
            }
            if let Held::Element(inner) = one {
                self.own_line(&mut own, indent, out);
                self.line(*inner, said, out);
            }
            is_first = false;
        }
        self.own_line(&mut own, indent, out);
    }

    fn own_line(&self, own: &mut String, indent: usize, out: &mut String) {
        if !own.is_empty() {
            let _ = writeln!(out, "{:indent$}{own:?}", "", indent = indent + 2);
            own.clear();
        }
    }
}

impl Walk<'_, '_> {
    fn kids(&self, holder: &Dictionary) -> Vec<Object> {
        match holder.get("K") {
            Some(Object::Array(kids)) => kids.to_vec(),
            Some(Object::Reference(number)) => match self.pdf.object(*number) {
                Object::Array(kids) => kids.to_vec(),
                _ => vec![Object::Reference(*number)],
            },
            Some(kid) => vec![kid.clone()],
            None => Vec::new(),
        }
    }

    fn kid(&mut self, kid: &Object, parent: Option<usize>, page: Option<u32>, depth: usize) {
        if self.tags.elements.len() >= MOST_ELEMENTS || depth > MOST_DEPTH {
            self.tags.endless = true;
            return;
        }
        let number = kid.reference();
        let held = self.pdf.resolve(kid);
        if let Some(sequence) = held.integer() {
            return self.hold(parent, page.map(|page| Held::Sequence((page, sequence))));
        }
        let Some(dictionary) = held.dictionary() else { return };
        let own_page = dictionary.get("Pg").and_then(Object::reference).or(page);
        match self.pdf.name(dictionary, "Type").as_str() {
            "MCR" => {
                let holder = dictionary.get("Stm").and_then(Object::reference).or(own_page);
                let sequence = self.pdf.entry(dictionary, "MCID").and_then(|mcid| mcid.integer());
                return self.hold(parent, holder.zip(sequence).map(Held::Sequence));
            }
            "OBJR" => {
                let of = dictionary.get("Obj").and_then(Object::reference);
                return self.hold(parent, of.map(Held::Annotation));
            }
            _ => {}
        }
        if number.is_some_and(|number| !self.open.insert(number)) {
            self.tags.endless = true;
            return;
        }
        let place = self.tags.elements.len();
        let element = self.element(dictionary, parent, own_page, depth, number);
        self.tags.elements.push(element);
        self.hold(parent, Some(Held::Element(place)));
        for kid in self.kids(dictionary) {
            self.kid(&kid, Some(place), own_page, depth + 1);
        }
    }

    fn hold(&mut self, parent: Option<usize>, held: Option<Held>) {
        let (Some(place), Some(held)) = (parent, held) else { return };
        match held {
            Held::Sequence(sequence) => self.tags.doubled += usize::from(!self.tags.sequences.insert(sequence)),
            Held::Annotation(number) => drop(self.tags.annotations.insert(number, place)),
            Held::Element(_) => {}
        }
        if let Some(parent) = self.tags.elements.get_mut(place) {
            parent.held.push(held);
        }
    }

    fn element(
        &mut self,
        dictionary: &Dictionary,
        parent: Option<usize>,
        page: Option<u32>,
        depth: usize,
        number: Option<u32>,
    ) -> Element {
        let text = |key: &str| self.pdf.text(dictionary, key);
        let mut element = Element {
            depth,
            parent,
            lang: text("Lang"),
            alt: text("Alt"),
            actual: text("ActualText"),
            id: text("ID"),
            page,
            number,
            ..Element::default()
        };
        let attributes = match self.pdf.entry(dictionary, "A") {
            Some(Object::Array(all)) => all.iter().map(|one| self.pdf.resolve(one)).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        for attributes in attributes.iter().filter_map(Object::dictionary) {
            let scope = self.pdf.name(attributes, "Scope");
            element.scope = element.scope.or((!scope.is_empty()).then_some(scope));
            element.has_headers |= !self.pdf.items(attributes, "Headers").is_empty();
        }
        element.role = self.role(&self.pdf.name(dictionary, "S"));
        element
    }

    /// Returns what a role stands for in the standard.
    fn role(&mut self, written: &str) -> String {
        let mut role = written.to_string();
        for _ in 0..MOST_ROLES {
            if ROLES.split_whitespace().any(|known| known == role) {
                return role;
            }
            let next = self.pdf.name(&self.roles, &role);
            if next.is_empty() {
                break;
            }
            role = next;
        }
        self.tags.strange.insert(written.to_string());
        written.to_string()
    }
}

/// Returns how many sequences of pages the list of parents does not lead back from, or to another element.
/// Source: ISO 32000-1:2008, 14.7.4.4.
pub fn lost_parents(pdf: &Pdf<'_>, tags: &Tags, pages: &[(u32, Rc<Dictionary>)], drawn: &BTreeSet<Sequence>) -> usize {
    let root = pdf.dictionary(&pdf.catalogue(), "StructTreeRoot").unwrap_or_default();
    let mut lists = BTreeMap::new();
    if let Some(tree) = root.get("ParentTree") {
        numbers(pdf, tree, &mut lists, 0);
    }
    let mut holders: BTreeMap<Sequence, Option<u32>> = BTreeMap::new();
    for element in &tags.elements {
        for held in &element.held {
            if let Held::Sequence(sequence) = held {
                holders.insert(*sequence, element.number);
            }
        }
    }
    let keys: BTreeMap<u32, i64> = pages
        .iter()
        .filter_map(|(number, page)| Some((*number, pdf.entry(page, "StructParents")?.integer()?)))
        .collect();
    let known = |(page, sequence): &Sequence| {
        // What stands in a drawing has its list at the drawing.
        let Some(key) = keys.get(page) else { return !pages.iter().any(|(number, _)| number == page) };
        let list = lists.get(key).map(|list| pdf.resolve(list));
        let Some(Object::Array(list)) = list else { return false };
        let holder = usize::try_from(*sequence).ok().and_then(|at| list.get(at)?.reference());
        holder.is_some() && holders.get(&(*page, *sequence)).is_some_and(|known| *known == holder)
    };
    drawn.iter().filter(|sequence| tags.sequences.contains(sequence) && !known(sequence)).count()
}

/// Reads a tree of numbers into `into`. Source: ISO 32000-1:2008, 7.9.7.
fn numbers(pdf: &Pdf<'_>, node: &Object, into: &mut BTreeMap<i64, Object>, depth: usize) {
    let node = pdf.resolve(node);
    let Some(node) = node.dictionary().filter(|_| depth < 20 && into.len() < MOST_ELEMENTS) else { return };
    for pair in pdf.items(node, "Nums").chunks_exact(2) {
        if let [Object::Integer(number), value] = pair {
            into.insert(*number, value.clone());
        }
    }
    for kid in pdf.items(node, "Kids").iter().take(10_000) {
        numbers(pdf, kid, into, depth + 1);
    }
}
