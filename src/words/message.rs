//! One file of words as it is written: its messages with their places, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser::{ErrorKind, ParserError, parse};
use fluent_syntax::serializer::serialize;

use super::{Own, problems};
use crate::diag::{Diagnostic, Guesses, Span};

/// The group of messages that only the preview says.
pub const PREVIEW: &str = "preview";

/// What a message is told by its name, such as `count`.
pub type Arguments = BTreeSet<String>;

/// How deep braces may stand in braces. The parser goes down with each, and would run out of room.
const DEEPEST: usize = 20;

/// A file of words.
#[derive(Debug)]
pub struct File {
    /// The file as a bundle takes it.
    text: String,
    /// Each message in the order of the file: its name, where it stands, and what it asks for.
    messages: Vec<Message>,
    faults: Vec<ParserError>,
}

#[derive(Debug)]
struct Message {
    id: String,
    at: usize,
    arguments: Arguments,
    /// Whether it says something.
    says: bool,
}

impl File {
    /// Reads a file. What cannot be read is left out, and told by [`File::judge`].
    pub fn read(text: &str) -> File {
        let bounded = text.get(..deepest(text)).unwrap_or("");
        let cut = bounded.len() < text.len();
        let (resource, mut faults) = match parse(bounded) {
            Ok(resource) => (resource, Vec::new()),
            Err(both) => both,
        };
        if cut {
            // What comes after is not read; this is told in its place.
            let end = bounded.len();
            faults = vec![ParserError { pos: end..end, slice: None, kind: ErrorKind::UnbalancedClosingBrace }];
        }
        let start = text.as_ptr() as usize;
        let message = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => {
                let mut arguments = Arguments::new();
                if let Some(value) = &message.value {
                    pattern(value, &mut arguments);
                }
                arguments
                    .extend(message.comment.iter().flat_map(|comment| &comment.content).flat_map(|line| named(line)));
                // A name is a part of the text, and so its place in memory says its place in the file.
                let at = (message.id.name.as_ptr() as usize).saturating_sub(start);
                Some(Message { id: message.id.name.to_string(), at, arguments, says: message.value.is_some() })
            }
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => None,
            Entry::Junk { .. } => None,
        };
        let messages = resource.body.iter().filter_map(message).collect();
        File { text: bounded.to_string(), messages, faults }
    }

    /// Returns every message by name, with what it is told.
    pub fn messages(&self) -> BTreeMap<String, Arguments> {
        self.messages.iter().map(|message| (message.id.clone(), message.arguments.clone())).collect()
    }

    /// Returns the file as a bundle takes it.
    pub fn into_resource(self) -> FluentResource {
        match FluentResource::try_new(self.text) {
            Ok(resource) | Err((resource, _)) => resource,
        }
    }

    /// Finds what is wrong with a site's own file: lines that are no messages, messages that nobody asks for, and parts
    /// that nobody puts in. What is wrong is left out.
    pub fn judge(&mut self, own: &Own, known: &BTreeMap<String, Arguments>, found: &mut Vec<Diagnostic>) {
        for fault in &self.faults {
            found.push(problems::broken(own, fault));
        }
        let mut left_out = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let guesses = Guesses::default();
        for message in &self.messages {
            let span = Span::new(own.file, message.at, message.at + message.id.len());
            let Some(wanted) = known.get(&message.id) else {
                let near = guesses.nearest(&message.id, known.keys().map(String::as_str));
                found.push(problems::unknown(span, &message.id, near.as_deref()));
                continue;
            };
            if !seen.insert(&message.id) {
                found.push(problems::twice(span, &message.id));
            }
            if !message.says {
                found.push(problems::empty(span, &message.id));
                left_out.insert(message.id.clone());
            }
            if let Some(strange) = message.arguments.difference(wanted).next() {
                found.push(problems::strange_part(span, &message.id, strange, wanted));
                left_out.insert(message.id.clone());
            }
        }
        if left_out.is_empty() {
            return;
        }
        self.messages.retain(|message| !left_out.contains(&message.id));
        let (Ok(resource) | Err((resource, _))) = parse(self.text.as_str());
        let stays = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => !left_out.contains(message.id.name),
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => true,
            Entry::Junk { .. } => false,
        };
        let body = resource.body.into_iter().filter(stays).collect();
        self.text = serialize(&Resource { body });
    }

    /// Finds the messages that a language without a file in the binary lacks: each is told where it would stand. Readers see
    /// nothing of the preview, so its messages may be left out.
    pub fn judge_missing(&self, own: &Own, english: &File, found: &mut Vec<Diagnostic>) {
        let here: BTreeMap<&str, usize> =
            self.messages.iter().map(|message| (message.id.as_str(), message.at)).collect();
        let mut at = 0;
        for wanted in english.messages.iter().filter(|message| group(&message.id) != PREVIEW) {
            match here.get(wanted.id.as_str()) {
                Some(there) => at = *there,
                None => found.push(problems::missing(own, at, &wanted.id)),
            }
        }
    }
}

/// Returns the group of a message by its name: `web` for `web-leave-region`.
fn group(id: &str) -> &str {
    id.split_once('-').map_or(id, |(group, _)| group)
}

/// Returns how much of a text has no more braces in braces than can be read.
fn deepest(text: &str) -> usize {
    let mut open = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' if open == DEEPEST => return at,
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}

/// Returns the parts that a comment tells of, such as `$hour`: English may do without one that another language needs.
fn named(comment: &str) -> impl Iterator<Item = String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let name = move |rest: &str| rest.chars().take_while(|c| plain(*c)).collect::<String>();
    comment.split('$').skip(1).map(name).filter(|name| !name.is_empty())
}

fn pattern(value: &Pattern<&str>, out: &mut Arguments) {
    for element in &value.elements {
        if let PatternElement::Placeable { expression: inside } = element {
            expression(inside, out);
        }
    }
}

fn expression(of: &Expression<&str>, out: &mut Arguments) {
    match of {
        Expression::Select { selector, variants } => {
            inline(selector, out);
            variants.iter().for_each(|variant| pattern(&variant.value, out));
        }
        Expression::Inline(of) => inline(of, out),
    }
}

fn inline(of: &InlineExpression<&str>, out: &mut Arguments) {
    match of {
        InlineExpression::VariableReference { id } => _ = out.insert(id.name.to_string()),
        InlineExpression::Placeable { expression: inside } => expression(inside, out),
        InlineExpression::FunctionReference { arguments, .. } => call(arguments, out),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => call(arguments, out),
        InlineExpression::TermReference { arguments: None, .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. } => {}
    }
}

fn call(arguments: &CallArguments<&str>, out: &mut Arguments) {
    arguments.positional.iter().for_each(|argument| inline(argument, out));
    arguments.named.iter().for_each(|argument| inline(&argument.value, out));
}
