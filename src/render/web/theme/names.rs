//! Names in templates that do not exist. In `{% if page.boddy %}` Tera takes such a name for empty, so that a slip gives a
//! page with a part missing; here every name is looked up in what templates are told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::scan::{TemplateTag, Token, TokenSort};
use super::shape::ValueShape;
use crate::diag::nearest;

/// Words of the language itself.
const KEYWORDS: [&str; 18] = [
    "true", "True", "false", "False", "none", "None", "null", "and", "or", "not", "in", "if", "elif", "else", "for",
    "as", "with", "super",
];

/// How deep includes are followed; Tera itself finds those that include themselves.
const DEEPEST: usize = 12;

/// How many templates are brought in for one page; a theme that brings in more is still sound, and is not looked through
/// further.
const MOST: usize = 500;

/// A name that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unknown {
    /// The template's name.
    pub template: String,
    /// Where the name stands in it.
    pub at: (usize, usize),
    /// The whole name, such as `page.boddy`.
    pub name: String,
    /// What to write instead, as an instruction.
    pub help: String,
}

/// The templates of a theme, by name, as their tags.
pub type TagsByTemplate<'t> = BTreeMap<&'t str, Vec<TemplateTag<'t>>>;

/// Names and what they stand for.
type NamesInScope = BTreeMap<String, ValueShape>;

/// Returns the names that do not exist in a page's template, in those that it extends and in those that they include.
pub fn unknown(templates: &TagsByTemplate<'_>, entry: &str, told: &NamesInScope) -> Vec<Unknown> {
    let mut look = NameSearch { templates, found: BTreeSet::new(), room: MOST };
    let mut seen = BTreeSet::new();
    let mut name = entry;
    while let Some((name_known, tags)) = templates.get_key_value(name) {
        if !seen.insert(name) {
            break;
        }
        look.template(name_known, tags, &mut vec![told.clone()], 0);
        let Some(above) = above(tags) else { break };
        name = above;
    }
    look.found.into_iter().collect()
}

/// Returns the template that one extends; `None` where it extends none.
pub fn above<'t>(tags: &[TemplateTag<'t>]) -> Option<&'t str> {
    argument(tags, "extends").next().map(|token| token.text)
}

/// Returns the word after a keyword in every tag that begins with it, such as `base.html` for `extends`.
pub fn argument<'a, 't>(tags: &'a [TemplateTag<'t>], keyword: &'a str) -> impl Iterator<Item = Token<'t>> + 'a {
    let begins =
        move |tag: &&TemplateTag<'t>| tag.statement && tag.tokens.first().is_some_and(|first| first.text == keyword);
    tags.iter().filter(begins).filter_map(|tag| tag.tokens.get(1).copied())
}

struct NameSearch<'a, 't> {
    templates: &'a TagsByTemplate<'t>,
    found: BTreeSet<Unknown>,
    /// How many templates may still be brought in.
    room: usize,
}

impl<'t> NameSearch<'_, 't> {
    fn template(&mut self, name: &str, tags: &[TemplateTag<'t>], scopes: &mut Vec<NamesInScope>, depth: usize) {
        let outer = scopes.len();
        let mut component = false;
        for tag in tags {
            let first = tag.tokens.first().filter(|_| tag.statement).map_or("", |token| token.text);
            match first {
                // What a component is told, its own head says, and Tera holds callers to it.
                "component" => component = true,
                "endcomponent" => component = false,
                _ if component => {}
                "for" => self.begin_loop(name, &tag.tokens, scopes),
                "endfor" if scopes.len() > outer => _ = scopes.pop(),
                "set" | "set_global" => self.set(name, &tag.tokens, scopes),
                "include" => self.include(&tag.tokens, scopes, depth),
                "block" | "endblock" | "extends" | "endfor" | "endif" | "endset" | "endfilter" => {}
                "filter" => self.expression(name, tag.tokens.get(2..).unwrap_or(&[]), scopes),
                "if" | "elif" => self.expression(name, &tag.tokens[1..], scopes),
                _ => self.expression(name, &tag.tokens, scopes),
            }
        }
        scopes.truncate(outer);
    }

    fn begin_loop(&mut self, name: &str, tokens: &[Token<'t>], scopes: &mut Vec<NamesInScope>) {
        let within = tokens.iter().position(|token| token.text == "in").unwrap_or(tokens.len());
        let over = tokens.get(within + 1..).unwrap_or(&[]);
        self.expression(name, over, scopes);
        let shape = whole_path(over).and_then(|path| look_up(&path, scopes).ok()).unwrap_or(ValueShape::Any);
        let names: Vec<&Token<'t>> = tokens[1..within].iter().filter(|token| token.sort == TokenSort::Name).collect();
        let mut scope = NamesInScope::from([("loop".to_string(), ValueShape::Any)]);
        match names[..] {
            [one] => _ = scope.insert(one.text.to_string(), shape.item()),
            _ => scope.extend(names.iter().map(|name| (name.text.to_string(), ValueShape::Any))),
        }
        scopes.push(scope);
    }

    fn set(&mut self, name: &str, tokens: &[Token<'t>], scopes: &mut [NamesInScope]) {
        let Some(target) = tokens.get(1) else { return };
        let value = tokens.get(3..).unwrap_or(&[]);
        self.expression(name, value, scopes);
        let shape = whole_path(value).and_then(|path| look_up(&path, scopes).ok()).unwrap_or(ValueShape::Any);
        let global = tokens[0].text == "set_global";
        let scope = if global { scopes.first_mut() } else { scopes.last_mut() };
        if let Some(scope) = scope {
            scope.insert(target.text.to_string(), shape);
        }
    }

    fn include(&mut self, tokens: &[Token<'t>], scopes: &[NamesInScope], depth: usize) {
        let wanted = tokens.iter().filter(|token| token.sort == TokenSort::Words);
        for wanted in wanted {
            let may = depth < DEEPEST && self.room > 0;
            if let Some((name, tags)) = self.templates.get_key_value(wanted.text).filter(|_| may) {
                self.room -= 1;
                self.template(name, tags, &mut scopes.to_vec(), depth + 1);
            }
        }
    }

    /// Looks up every name of an expression.
    fn expression(&mut self, template: &str, tokens: &[Token<'t>], scopes: &[NamesInScope]) {
        let locals: BTreeSet<&str> = comprehension(tokens);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
            let after = tokens.get(at + 1).map_or("", |after| after.text);
            at += 1;
            if token.sort != TokenSort::Name {
                continue;
            }
            if token.text == "is" {
                // The name of a test comes next.
                at += 1 + usize::from(after == "not");
                continue;
            }
            let component = before == "<" && at == 2 || before == "</";
            let called = after == "(" || before == "|" || component;
            let key = after == "=" || (after == ":" && ["{", ","].contains(&before));
            if called || key || KEYWORDS.contains(&token.text) || locals.contains(token.text) || before == "." {
                continue;
            }
            let (path, end) = path(tokens, at - 1);
            at = end;
            if !may_be_missing(&tokens[end..])
                && let Err(unknown) = look_up(&path, scopes)
            {
                let (from, to) = (unknown.place.start, unknown.place.end);
                let name = path.iter().take(unknown.parts).map(|token| token.text).collect::<Vec<_>>().join(".");
                self.found.insert(Unknown { template: template.to_string(), at: (from, to), name, help: unknown.help });
            }
        }
    }
}

/// Returns the names that list comprehensions among these tokens define, such as `x` in `[x for x in list]`.
fn comprehension<'t>(tokens: &[Token<'t>]) -> BTreeSet<&'t str> {
    let mut names = BTreeSet::new();
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.text == "for" && token.sort == TokenSort::Name) {
        let made_up = tokens[at + 1..].iter().take_while(|token| token.text != "in");
        names.extend(made_up.filter(|token| token.sort == TokenSort::Name).map(|token| token.text));
    }
    names
}

/// Returns the names of a path that starts at a token, such as `page` and `title` of `page.title`, and the number of the
/// token after it. A path ends at brackets that hold anything but a number or quoted words.
fn path<'t>(tokens: &[Token<'t>], from: usize) -> (Vec<Token<'t>>, usize) {
    let mut path = vec![tokens[from]];
    let mut at = from + 1;
    while let (Some(sign), Some(next)) = (tokens.get(at), tokens.get(at + 1)) {
        let part = [".", "?."].contains(&sign.text) && matches!(next.sort, TokenSort::Name | TokenSort::Number);
        let index = ["[", "?["].contains(&sign.text)
            && matches!(next.sort, TokenSort::Number | TokenSort::Words)
            && tokens.get(at + 2).is_some_and(|close| close.text == "]");
        if !part && !index {
            break;
        }
        path.push(*next);
        at += if part { 2 } else { 3 };
    }
    (path, at)
}

/// Returns the path, where an expression is one and nothing else.
fn whole_path<'t>(tokens: &[Token<'t>]) -> Option<Vec<Token<'t>>> {
    tokens.first().filter(|token| token.sort == TokenSort::Name && !KEYWORDS.contains(&token.text))?;
    let (path, end) = path(tokens, 0);
    (end == tokens.len()).then_some(path)
}

/// Returns whether the template itself provides for a missing name, by `is defined` or `| default`.
fn may_be_missing(after: &[Token<'_>]) -> bool {
    let word = |at: usize| after.get(at).map_or("", |token| token.text);
    let test = if word(1) == "not" { word(2) } else { word(1) };
    (word(0) == "is" && ["defined", "undefined"].contains(&test)) || (word(0) == "|" && word(1) == "default")
}

/// A part of a path that is not there.
struct Missing {
    /// How many parts of the path lead to it.
    parts: usize,
    place: Range<usize>,
    help: String,
}

fn look_up(path: &[Token<'_>], scopes: &[NamesInScope]) -> Result<ValueShape, Missing> {
    let missing = |at: usize, known: &mut dyn Iterator<Item = &str>| {
        let (first, last) = (path[0], path[at]);
        let known: Vec<&str> = known.collect();
        let help = match nearest(last.text, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "use it as it is: it has no parts of its own".to_string(),
            None => format!("there are: {}", known.join(", ")),
        };
        Missing { parts: at + 1, place: first.at..last.at + last.text.len(), help }
    };
    let first = scopes.iter().rev().find_map(|scope| scope.get(path[0].text));
    let Some(mut shape) = first.cloned() else {
        let names: BTreeSet<&str> = scopes.iter().flat_map(|scope| scope.keys().map(String::as_str)).collect();
        return Err(missing(0, &mut names.into_iter()));
    };
    for (at, part) in path.iter().enumerate().skip(1) {
        shape = match &shape {
            ValueShape::Any => return Ok(ValueShape::Any),
            ValueShape::List(item) if part.sort == TokenSort::Number => (**item).clone(),
            ValueShape::Parts(parts) => match parts.get(part.text) {
                Some(known) => known.clone(),
                None => return Err(missing(at, &mut parts.keys().map(String::as_str))),
            },
            ValueShape::Plain | ValueShape::List(_) => return Err(missing(at, &mut std::iter::empty())),
        };
    }
    Ok(shape)
}
