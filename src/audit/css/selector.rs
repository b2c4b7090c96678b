//! Selectors, matched against the tree with the crate that browsers use.

use std::cell::Cell;

use cssparser::{
    CowRcStr, ParseError, Parser as Css, ParserInput, SourceLocation, ToCss, serialize_identifier, serialize_string,
};
use html5ever::{LocalName, Namespace};
use precomputed_hash::PrecomputedHash;
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::matching::{
    ElementSelectorFlags, MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
    SelectorCaches, matches_selector,
};
use selectors::parser::{
    NonTSPseudoClass, ParseRelative, Parser, PseudoElement, Selector, SelectorImpl, SelectorList,
    SelectorParseErrorKind,
};
use selectors::{Element, OpaqueElement};

use crate::audit::tree::{Id, Kind, Tree, Vocabulary};

/// Selectors as this layer writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selectors;

/// A name in a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ident(pub LocalName);

impl From<&str> for Ident {
    fn from(text: &str) -> Ident {
        Ident(LocalName::from(text))
    }
}

impl ToCss for Ident {
    fn to_css<W: std::fmt::Write>(&self, out: &mut W) -> std::fmt::Result {
        serialize_identifier(&self.0, out)
    }
}

impl PrecomputedHash for Ident {
    fn precomputed_hash(&self) -> u32 {
        self.0.precomputed_hash()
    }
}

/// A value in a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub String);

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words(text.to_string())
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl ToCss for Words {
    fn to_css<W: std::fmt::Write>(&self, out: &mut W) -> std::fmt::Result {
        serialize_string(&self.0, out)
    }
}

/// What an element is in, besides its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A link.
    Link,
    /// Focused; with `true`, so that it must be shown.
    Focus(bool),
    /// Something in it has the focus.
    FocusWithin,
    /// Can be used.
    Enabled,
    /// Cannot be used.
    Disabled,
    /// Ticked or chosen.
    Checked,
    /// Must be filled in.
    Required,
    /// May be left empty.
    Optional,
    /// Can be written in, or not.
    Writable(bool),
    /// In one of these languages.
    Lang(Vec<String>),
    /// A details element that is open.
    Open,
    /// What only use brings about, such as `:hover`.
    Never(String),
}

impl NonTSPseudoClass for State {
    type Impl = Selectors;

    fn is_active_or_hover(&self) -> bool {
        false
    }

    fn is_user_action_state(&self) -> bool {
        false
    }
}

impl ToCss for State {
    fn to_css<W: std::fmt::Write>(&self, out: &mut W) -> std::fmt::Result {
        write!(out, ":{self:?}")
    }
}

/// A part of an element that the page does not name, such as `::before`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part(String);

impl PseudoElement for Part {
    type Impl = Selectors;

    fn accepts_state_pseudo_classes(&self) -> bool {
        true
    }

    fn is_before_or_after(&self) -> bool {
        matches!(self.0.as_str(), "before" | "after")
    }
}

impl ToCss for Part {
    fn to_css<W: std::fmt::Write>(&self, out: &mut W) -> std::fmt::Result {
        write!(out, "::{}", self.0)
    }
}

impl SelectorImpl for Selectors {
    type ExtraMatchingData<'a> = Option<Id>;
    type AttrValue = Words;
    type Identifier = Ident;
    type LocalName = Ident;
    type NamespaceUrl = Namespace;
    type NamespacePrefix = Ident;
    type BorrowedNamespaceUrl = Namespace;
    type BorrowedLocalName = Ident;
    type NonTSPseudoClass = State;
    type PseudoElement = Part;
}

struct Grammar;

impl<'i> Parser<'i> for Grammar {
    type Impl = Selectors;
    type Error = SelectorParseErrorKind<'i>;

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_parent_selector(&self) -> bool {
        true
    }

    fn parse_host(&self) -> bool {
        true
    }

    fn parse_non_ts_pseudo_class(
        &self,
        place: SourceLocation,
        name: CowRcStr<'i>,
    ) -> Result<State, ParseError<'i, SelectorParseErrorKind<'i>>> {
        Ok(match name.to_ascii_lowercase().as_str() {
            "link" | "any-link" => State::Link,
            "focus" => State::Focus(false),
            "focus-visible" | "-moz-focusring" => State::Focus(true),
            "focus-within" => State::FocusWithin,
            "enabled" => State::Enabled,
            "disabled" => State::Disabled,
            "checked" => State::Checked,
            "required" => State::Required,
            "optional" => State::Optional,
            "read-write" => State::Writable(true),
            "read-only" => State::Writable(false),
            "open" => State::Open,
            "visited" | "hover" | "active" | "target" | "target-within" | "valid" | "invalid" | "user-valid"
            | "user-invalid" | "in-range" | "out-of-range" | "placeholder-shown" | "indeterminate" | "default"
            | "fullscreen" | "modal" | "autofill" | "-webkit-autofill" | "popover-open" | "defined" | "playing"
            | "paused" | "past" | "current" | "future" | "blank" | "picture-in-picture" => {
                State::Never(name.to_string())
            }
            _ => {
                let kind = SelectorParseErrorKind::UnsupportedPseudoClassOrElement(name);
                return Err(place.new_custom_error(kind));
            }
        })
    }

    fn parse_non_ts_functional_pseudo_class<'t>(
        &self,
        name: CowRcStr<'i>,
        arguments: &mut Css<'i, 't>,
        _after_part: bool,
    ) -> Result<State, ParseError<'i, SelectorParseErrorKind<'i>>> {
        match name.to_ascii_lowercase().as_str() {
            "lang" => {
                let languages = arguments.parse_comma_separated(|input| {
                    let language = input.expect_ident_or_string()?.to_ascii_lowercase();
                    Ok::<String, ParseError<'i, SelectorParseErrorKind<'i>>>(language)
                })?;
                Ok(State::Lang(languages))
            }
            "dir" | "state" => {
                while arguments.next().is_ok() {}
                Ok(State::Never(name.to_string()))
            }
            _ => {
                let kind = SelectorParseErrorKind::UnsupportedPseudoClassOrElement(name);
                Err(arguments.new_custom_error(kind))
            }
        }
    }

    fn parse_pseudo_element(
        &self,
        place: SourceLocation,
        name: CowRcStr<'i>,
    ) -> Result<Part, ParseError<'i, SelectorParseErrorKind<'i>>> {
        let lower = name.to_ascii_lowercase();
        let known = matches!(
            lower.as_str(),
            "before"
                | "after"
                | "first-line"
                | "first-letter"
                | "marker"
                | "placeholder"
                | "selection"
                | "backdrop"
                | "file-selector-button"
                | "details-content"
                | "cue"
                | "target-text"
                | "spelling-error"
                | "grammar-error"
        );
        if known || lower.starts_with("-webkit-") || lower.starts_with("-moz-") || lower.starts_with("-ms-") {
            return Ok(Part(lower));
        }
        Err(place.new_custom_error(SelectorParseErrorKind::UnsupportedPseudoClassOrElement(name)))
    }
}

/// Reads a list of selectors.
///
/// # Errors
///
/// One of them is no selector, and so browsers leave out the whole rule.
pub fn parse<'i>(
    input: &mut Css<'i, '_>,
    nested: bool,
) -> Result<SelectorList<Selectors>, ParseError<'i, SelectorParseErrorKind<'i>>> {
    let relative = if nested { ParseRelative::ForNesting } else { ParseRelative::No };
    SelectorList::parse(&Grammar, input, relative)
}

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    tree: &'a Tree,
    id: Id,
    /// How many steps to elements beside and above may still be made: see [`MOST_STEPS`].
    left: &'a Cell<usize>,
}

/// The most steps from element to element that selectors make on one page. Source: ours; what a hostile sheet asks beyond
/// that does not match.
pub const MOST_STEPS: usize = 20_000_000;

/// Returns whether an element is what a selector means, where `focus` has the focus.
pub fn matches(
    (tree, left): (&Tree, &Cell<usize>),
    id: Id,
    selector: &Selector<Selectors>,
    focus: Option<Id>,
    quirks: bool,
    caches: &mut SelectorCaches,
) -> bool {
    let quirks = if quirks { QuirksMode::Quirks } else { QuirksMode::NoQuirks };
    let mut context = MatchingContext::new(
        MatchingMode::Normal,
        None,
        caches,
        quirks,
        NeedsSelectorFlags::No,
        MatchingForInvalidation::No,
    );
    context.extra_data = focus;
    matches_selector(selector, 0, None, &Here { tree, id, left }, &mut context)
}

/// Returns the first element of a page that a selector finds; nothing where it is no selector, or there is none.
pub fn first(tree: &Tree, written: &str, quirks: bool) -> Option<Id> {
    let mut input = ParserInput::new(written);
    let list = parse(&mut Css::new(&mut input), false).ok()?;
    let (left, mut caches) = (Cell::new(MOST_STEPS), SelectorCaches::default());
    let mut elements = tree.descendants(Tree::ROOT).filter(|id| tree.element(*id).is_some());
    elements.find(|id| {
        let mut selectors = list.slice().iter().filter(|selector| selector.pseudo_element().is_none());
        selectors.any(|selector| matches((tree, &left), *id, selector, None, quirks, &mut caches))
    })
}

/// Returns whether a part of an element can have words of its own.
pub fn writes(part: &Part) -> bool {
    matches!(part.0.as_str(), "before" | "after")
}

/// Returns whether a selector means what comes after an element's words.
pub fn is_after(selector: &Selector<Selectors>) -> bool {
    selector.pseudo_element().is_some_and(|part| part.0 == "after")
}

/// Returns whether an element has the part that a selector means.
pub fn matches_part(tree: &Tree, id: Id, selector: &Selector<Selectors>, quirks: bool) -> bool {
    let quirks = if quirks { QuirksMode::Quirks } else { QuirksMode::NoQuirks };
    let mut caches = SelectorCaches::default();
    let mut context = MatchingContext::new(
        MatchingMode::ForStatelessPseudoElement,
        None,
        &mut caches,
        quirks,
        NeedsSelectorFlags::No,
        MatchingForInvalidation::No,
    );
    let left = Cell::new(MOST_STEPS);
    matches_selector(selector, 0, None, &Here { tree, id, left: &left }, &mut context)
}

impl Here<'_> {
    fn at(self, id: Option<Id>) -> Option<Self> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        id.map(|id| Here { id, ..self })
    }

    fn beside(self, step: impl Fn(Id) -> Option<Id>) -> Option<Self> {
        let found = std::iter::successors(step(self.id), |id| step(*id)).find(|id| self.tree.element(*id).is_some());
        self.at(found)
    }

    fn can_be_disabled(&self) -> bool {
        matches!(
            self.tree.html_name(self.id),
            "button" | "input" | "select" | "textarea" | "fieldset" | "option" | "optgroup"
        )
    }
}

impl Element for Here<'_> {
    type Impl = Selectors;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.tree.node(self.id))
    }

    fn parent_element(&self) -> Option<Self> {
        self.at(self.tree.parent_element(self.id))
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.beside(|id| self.tree.node(id).before)
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.beside(|id| self.tree.node(id).after)
    }

    fn first_element_child(&self) -> Option<Self> {
        self.at(self.tree.elements_of(self.id).next())
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.tree.element(self.id).is_some_and(|element| element.vocabulary == Vocabulary::Html)
    }

    fn has_local_name(&self, name: &Ident) -> bool {
        self.tree.element(self.id).is_some_and(|element| element.name == name.0)
    }

    fn has_namespace(&self, namespace: &Namespace) -> bool {
        self.tree.element(self.id).is_some_and(|element| element.namespace == *namespace)
    }

    fn is_same_type(&self, other: &Self) -> bool {
        match (self.tree.element(self.id), self.tree.element(other.id)) {
            (Some(one), Some(two)) => one.name == two.name && one.vocabulary == two.vocabulary,
            _ => false,
        }
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Namespace>,
        name: &Ident,
        operation: &AttrSelectorOperation<&Words>,
    ) -> bool {
        if matches!(namespace, NamespaceConstraint::Specific(url) if !url.is_empty()) {
            return false;
        }
        let Some(element) = self.tree.element(self.id) else { return false };
        element.attributes.iter().any(|attribute| attribute.name == name.0 && operation.eval_str(&attribute.value))
    }

    fn match_non_ts_pseudo_class(&self, state: &State, context: &mut MatchingContext<'_, Selectors>) -> bool {
        let (tree, id) = (self.tree, self.id);
        let focus = context.extra_data;
        match state {
            State::Link => matches!(tree.html_name(id), "a" | "area") && tree.has(id, "href"),
            State::Focus(_) => focus == Some(id),
            State::FocusWithin => focus.is_some_and(|focus| focus == id || tree.is_inside(focus, id)),
            State::Enabled => self.can_be_disabled() && !tree.has(id, "disabled"),
            State::Disabled => self.can_be_disabled() && tree.has(id, "disabled"),
            State::Checked => tree.has(id, "checked") || (tree.is(id, "option") && tree.has(id, "selected")),
            State::Required => tree.has(id, "required"),
            State::Optional => {
                matches!(tree.html_name(id), "input" | "select" | "textarea") && !tree.has(id, "required")
            }
            State::Writable(yes) => {
                let written = matches!(tree.html_name(id), "input" | "textarea")
                    && !tree.has(id, "readonly")
                    && !tree.has(id, "disabled");
                written == *yes
            }
            State::Lang(languages) => {
                let own = std::iter::once(id).chain(tree.ancestors(id)).find_map(|id| tree.get(id, "lang"));
                let own = own.unwrap_or("").to_ascii_lowercase();
                languages.iter().any(|language| {
                    own == *language || own.strip_prefix(language.as_str()).is_some_and(|rest| rest.starts_with('-'))
                })
            }
            State::Open => tree.has(id, "open"),
            State::Never(name) => name == "defined",
        }
    }

    fn match_pseudo_element(&self, _: &Part, _: &mut MatchingContext<'_, Selectors>) -> bool {
        false
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        matches!(self.tree.html_name(self.id), "a" | "area") && self.tree.has(self.id, "href")
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &Ident, case: CaseSensitivity) -> bool {
        self.tree.get(self.id, "id").is_some_and(|own| case.eq(id.0.as_bytes(), own.as_bytes()))
    }

    fn has_class(&self, name: &Ident, case: CaseSensitivity) -> bool {
        let classes = self.tree.get(self.id, "class").unwrap_or("");
        classes.split_ascii_whitespace().any(|class| case.eq(name.0.as_bytes(), class.as_bytes()))
    }

    fn has_custom_state(&self, _: &Ident) -> bool {
        false
    }

    fn imported_part(&self, _: &Ident) -> Option<Ident> {
        None
    }

    fn is_part(&self, _: &Ident) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.tree.children(self.id).all(|child| match &self.tree.node(child).kind {
            Kind::Text(text) => text.is_empty(),
            Kind::Comment => true,
            Kind::Element(_) | Kind::Document | Kind::Fragment => false,
        })
    }

    fn is_root(&self) -> bool {
        self.tree.parent(self.id) == Some(Tree::ROOT)
    }

    fn add_element_unique_hashes(&self, _: &mut BloomFilter) -> bool {
        false
    }
}
