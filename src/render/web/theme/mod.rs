//! What is wrong with a theme, said with the file and the line: templates that cannot be used, names that nothing stands
//! behind, a lost heading, links and files that are not there, what the site's own policy makes a browser refuse.

mod markup;
mod names;
mod scan;
mod shape;

use std::collections::BTreeMap;
use std::ops::Range;

use super::addresses::Addresses;
use super::assets::{ThemeAssets, is_published, resolved, with_ending};
use super::context::PageContext;
use super::frame::Frame;
use super::hosting::Policy;
use super::stylesheet::wanted;
use crate::diag::{Diagnostic, FileId, FindingKind, Severity, Span, nearest};
use crate::model::Theme;
use markup::Element;
use shape::ValueShape;

/// A template that cannot be used, or that uses a name that does not exist.
pub const TEMPLATE_BROKEN: FindingKind =
    error("W004", "template-broken", include_str!("../problems/template_broken.md"));

/// A template that leaves out the page's heading.
pub const HEADING_LOST: FindingKind = FindingKind {
    wcag: &["1.3.1", "2.4.6"],
    ..error("W005", "heading-lost", include_str!("../problems/heading_lost.md"))
};

/// A link or a file in a template or style sheet that is not there.
pub const THEME_LINK_BROKEN: FindingKind =
    error("W006", "theme-link-broken", include_str!("../problems/theme_link_broken.md"));

/// Something in a template or style sheet that browsers refuse under the site's policy.
pub const POLICY_REFUSES: FindingKind = error("W007", "policy-refuses", include_str!("../problems/policy_refuses.md"));

/// The templates that pages are made from.
pub const ENTRIES: [&str; 9] = [
    "404.html",
    "changes.html",
    "home.html",
    "leaflets.html",
    "list.html",
    "page.html",
    "redirect.html",
    "section.html",
    "topics.html",
];

/// The most findings of one file that are reported; more have the same cause.
const MOST_FINDINGS: usize = 50;

const fn error(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity: Severity::Error, wcag: &[], act: &[], doc }
}

/// A theme, looked through once.
pub struct InspectedTheme<'s> {
    theme: &'s Theme,
    templates: names::TagsByTemplate<'s>,
    elements: BTreeMap<&'s str, Vec<Element>>,
}

impl<'s> InspectedTheme<'s> {
    /// Looks through a theme's templates.
    pub fn new(theme: &'s Theme) -> InspectedTheme<'s> {
        let mut inspected = InspectedTheme { theme, templates: BTreeMap::new(), elements: BTreeMap::new() };
        for (name, text) in templates(theme) {
            let (tags, bare) = scan::tags(text);
            inspected.elements.insert(name, markup::elements(&bare));
            inspected.templates.insert(name, tags);
        }
        inspected
    }

    /// Returns a finding at a place of a template.
    pub fn at(
        &self,
        kind: &'static FindingKind,
        template: &str,
        range: Range<usize>,
        message: String,
        help: &str,
    ) -> Diagnostic {
        Diagnostic::new(kind, self.span(&format!("templates/{template}"), range), message, help)
    }

    fn span(&self, path: &str, range: Range<usize>) -> Span {
        // A theme's text files are sources; one that is not has no place but the site's settings, which name the theme.
        let file = self.theme.sources.get(path).copied();
        file.map_or(Span::whole(FileId(0)), |file| Span::new(file, range.start, range.end))
    }

    /// Returns what is wrong with the theme besides names, as far as it can be seen without making a page.
    pub fn judge(&self, addresses: &Addresses, assets: &ThemeAssets) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (name, elements) in &self.elements {
            let before = found.len();
            for element in elements {
                self.element(name, element, addresses, assets, &mut found);
                if found.len() - before >= MOST_FINDINGS {
                    break;
                }
            }
        }
        let sheets = self.theme.files.iter().filter(|(path, _)| is_published(path) && with_ending(path, "css"));
        for (path, bytes) in sheets {
            if let Ok(css) = std::str::from_utf8(bytes) {
                self.sheet(path, css, &mut found);
            }
        }
        found
    }

    /// Returns a finding for each name in a template that does not exist.
    pub fn names(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let (page, frame) = (ValueShape::of::<PageContext>(), ValueShape::of::<Frame>());
        let told = |name: &str, shape: &ValueShape| (name.to_string(), shape.clone());
        let usual = BTreeMap::from([told("page", &page), told("frame", &frame)]);
        let words = ["to", "moved", "mark"].map(|name| told(name, &ValueShape::Plain));
        let moved = words.into_iter().chain(usual.clone()).collect();
        for entry in ENTRIES {
            let told = if entry == "redirect.html" { &moved } else { &usual };
            for unknown in names::unknown(&self.templates, entry, told) {
                let message = format!("templates are told nothing called `{}`", unknown.name);
                let range = unknown.at.0..unknown.at.1;
                found.push(self.at(&TEMPLATE_BROKEN, &unknown.template, range, message, &unknown.help));
            }
        }
        found
    }

    fn element(
        &self,
        name: &str,
        element: &Element,
        known: &Addresses,
        assets: &ThemeAssets,
        found: &mut Vec<Diagnostic>,
    ) {
        for refused in markup::refused(element) {
            let message = format!("browsers refuse this under the site's policy: {}", refused.what);
            found.push(self.at(&POLICY_REFUSES, name, refused.range, message, refused.help));
        }
        for (address, range) in markup::addresses(element) {
            if address.starts_with(['#', '?']) {
                continue;
            }
            let Some(path) = address.strip_prefix('/') else {
                let message = format!("`{address}` leads somewhere else from each page");
                let help = "write the address from the first slash";
                found.push(self.at(&THEME_LINK_BROKEN, name, range.clone(), message, help));
                continue;
            };
            if assets.published(path).is_none() && !known.has(address) {
                found.push(self.dead_at(name, range.clone(), address, known));
            }
        }
    }

    fn dead_at(&self, name: &str, range: Range<usize>, address: &str, known: &Addresses) -> Diagnostic {
        let message = format!("`{address}` leads nowhere: there is no such page or file");
        self.at(&THEME_LINK_BROKEN, name, range, message, &known.near(address))
    }

    fn sheet(&self, path: &str, css: &str, found: &mut Vec<Diagnostic>) {
        let before = found.len();
        for wanted in wanted(css) {
            if found.len() - before >= MOST_FINDINGS {
                break;
            }
            let address = wanted.address;
            if address.starts_with('#') {
                continue;
            }
            let span = self.span(path, wanted.range);
            if markup::is_elsewhere(address) {
                let start: String = address.chars().take(40).collect();
                let message = format!("browsers refuse this under the site's policy: `{start}` is not on this site");
                let help = "put the file into the theme, and ask for it from there";
                found.push(Diagnostic::new(&POLICY_REFUSES, span, message, help));
                continue;
            }
            let file = address.split(['?', '#']).next().unwrap_or("");
            let there =
                resolved(path, file).is_some_and(|file| self.theme.files.contains_key(&file) && is_published(&file));
            if !there {
                let names = self.theme.files.keys().filter(|path| is_published(path)).map(String::as_str);
                let message = format!("`{address}` is not in the theme");
                let help = match nearest(&resolved(path, file).unwrap_or_default(), names) {
                    Some(near) => format!("did you mean `{near}`? Addresses start at the style sheet's own folder"),
                    None => "put the file into the theme, or remove the line".to_string(),
                };
                found.push(Diagnostic::new(&THEME_LINK_BROKEN, span, message, help));
            }
        }
    }

    /// Returns a template and all that it is based on or brings in, itself first.
    fn chain(&self, entry: &str) -> Vec<&'s str> {
        let mut chain: Vec<&'s str> = Vec::new();
        let mut next = vec![entry.to_string()];
        while let Some(name) = next.pop() {
            let Some((name, tags)) = self.templates.get_key_value(name.as_str()) else { continue };
            if chain.contains(name) {
                continue;
            }
            chain.push(name);
            next.extend(names::argument(tags, "include").map(|token| token.text.to_string()));
            next.extend(names::above(tags).map(str::to_string));
        }
        chain
    }

    /// Returns the finding that a page made from a template has no heading. It stands where the heading was most likely lost: at
    /// the block that replaces one with a heading, or else where the page's title would stand.
    pub fn lost_heading(&self, entry: &str) -> Diagnostic {
        let help = "write `<h1>{{ page.title }}</h1>`: people who use a screen reader find the page by it";
        let message = format!("a page made from `{entry}` has no `<h1>`");
        let chain = self.chain(entry);
        let heading =
            |name: &str| self.elements[name].iter().find(|element| element.name == "h1").map(|one| one.range.start);
        for above in &chain {
            let Some(block) = heading(above).and_then(|at| self.block_around(above, at)) else { continue };
            // The template nearest to the page that has a block of this name in its place.
            for name in chain.iter().take_while(|name| *name != above) {
                if let Some(range) = self.block(name, block) {
                    return self.at(&HEADING_LOST, name, range, message, help);
                }
            }
        }
        let place = chain.iter().find_map(|name| {
            let main =
                || self.elements[name].iter().find(|element| element.name == "main").map(|one| one.range.clone());
            self.block(name, "title").or_else(main).map(|range| (*name, range))
        });
        let (name, range) = place.unwrap_or((chain.first().copied().unwrap_or(ENTRIES[0]), 0..0));
        self.at(&HEADING_LOST, name, range, message, help)
    }

    /// Returns where a block of a template begins.
    fn block(&self, template: &str, wanted: &str) -> Option<Range<usize>> {
        let begins = |tag: &&scan::TemplateTag<'_>| {
            let word = |at: usize| tag.tokens.get(at).map_or("", |token| token.text);
            tag.statement && word(0) == "block" && word(1) == wanted
        };
        self.templates.get(template)?.iter().find(begins).map(|tag| tag.range.clone())
    }

    /// Returns the name of the block that a place of a template is in.
    fn block_around(&self, template: &str, at: usize) -> Option<&'s str> {
        let mut open: Vec<&'s str> = Vec::new();
        for tag in self.templates.get(template)?.iter().take_while(|tag| tag.range.start < at) {
            match tag.tokens.first().map(|token| token.text) {
                Some("block") => open.extend(tag.tokens.get(1).map(|token| token.text)),
                Some("endblock") => _ = open.pop(),
                _ => {}
            }
        }
        open.last().copied()
    }

    /// Returns the finding that a link on a finished page leads nowhere. It stands where the link is written, or else at the
    /// block that the template fills.
    pub fn dead(&self, entry: &str, address: &str, known: &Addresses) -> Diagnostic {
        let (name, range) = self.written(entry, |element| {
            markup::addresses(element).into_iter().find(|(one, _)| *one == address).map(|(_, range)| range.clone())
        });
        self.dead_at(name, range, address, known)
    }

    /// Returns the finding that a link within a page leads to nothing on it; `None` where no template has this link written
    /// out.
    pub fn dead_place(&self, entry: &str, id: &str) -> Option<Diagnostic> {
        let wanted = format!("#{id}");
        let is = |element: &Element| {
            markup::addresses(element).into_iter().find(|(one, _)| *one == wanted).map(|(_, range)| range.clone())
        };
        let chain = self.chain(entry);
        let place = chain.iter().find_map(|name| Some((*name, self.elements[name].iter().find_map(is)?)))?;
        let message = format!("`{wanted}` leads nowhere: a page made from `{entry}` has nothing with this id");
        let help = "give the part of the page this id, or correct the link";
        Some(self.at(&THEME_LINK_BROKEN, place.0, place.1, message, help))
    }

    /// Returns what a finished page asks for that its own policy does not allow.
    pub fn refused(&self, entry: &str, policy: &str, asked: &BTreeMap<&'static str, &'static str>) -> Vec<Diagnostic> {
        let policy = Policy::parse(policy);
        let allowed = |directive: &str| policy.holding(directive).is_none_or(|values| values.contains("'self'"));
        let refused = asked.iter().filter(|(directive, _)| !allowed(directive));
        let told = refused.map(|(directive, element)| {
            let (name, range) = self.written(entry, |one| (one.name == *element).then(|| one.range.clone()));
            let message =
                format!("browsers refuse this `<{element}>`: the policy of the page has no `{directive} 'self'`");
            let help =
                format!("add `{directive} 'self'` to the policy in `base.html`, or write this only where it is there");
            self.at(&POLICY_REFUSES, name, range, message, &help)
        });
        told.collect()
    }

    /// Returns where something is written in a template or what it is made of, or else where its text begins.
    fn written(&self, entry: &str, is: impl Fn(&Element) -> Option<Range<usize>>) -> (&'s str, Range<usize>) {
        let chain = self.chain(entry);
        let written = chain.iter().find_map(|name| Some((*name, self.elements[name].iter().find_map(&is)?)));
        written.unwrap_or_else(|| {
            let first = chain.first().copied().unwrap_or(ENTRIES[0]);
            (first, self.block(first, "text").unwrap_or(0..0))
        })
    }
}

/// Returns a theme's templates that are text, by name.
pub fn templates(theme: &Theme) -> impl Iterator<Item = (&str, &str)> {
    theme.files.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("templates/").filter(|name| name.ends_with(".html"))?;
        Some((name, std::str::from_utf8(bytes).ok()?))
    })
}
