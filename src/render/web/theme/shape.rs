//! Which names templates are told, and what each of them holds. It is taken from the Rust types that are handed to templates,
//! so that the two cannot differ.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It could be anything.
    Any,
    /// Words, a number, yes or no.
    Plain,
    /// A list of things of one shape.
    List(Box<Shape>),
    /// Named parts.
    Parts(BTreeMap<String, Shape>),
}

impl Shape {
    /// Returns the shape of a type.
    pub fn of<T: JsonSchema>() -> Shape {
        let schema = schema_for!(T).to_value();
        read(&schema, &schema, 0)
    }

    /// Returns what is in a list, or what one of some named parts may be.
    pub fn item(&self) -> Shape {
        match self {
            Shape::List(item) => (**item).clone(),
            Shape::Any | Shape::Plain | Shape::Parts(_) => Shape::Any,
        }
    }
}

fn read(schema: &Value, whole: &Value, depth: usize) -> Shape {
    if depth > 16 {
        return Shape::Any;
    }
    let next = |schema: &Value| read(schema, whole, depth + 1);
    if let Some(name) = schema["$ref"].as_str().and_then(|place| place.strip_prefix("#/$defs/")) {
        return next(&whole["$defs"][name]);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        // Something that may be missing.
        return choices.iter().find(|choice| choice["type"] != "null").map_or(Shape::Any, next);
    }
    let is = |name: &str| {
        let kind = &schema["type"];
        kind == name || kind.as_array().is_some_and(|names| names.iter().any(|known| known == name))
    };
    if is("array") {
        let item = schema["prefixItems"].get(0).unwrap_or(&schema["items"]);
        return Shape::List(Box::new(next(item)));
    }
    match schema["properties"].as_object() {
        Some(parts) => Shape::Parts(parts.iter().map(|(name, part)| (name.clone(), next(part))).collect()),
        None if is("object") || schema["type"].is_null() => Shape::Any,
        None => Shape::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;
    use crate::render::web::context::View;

    #[test]
    fn a_page_has_the_parts_that_templates_use() {
        let Shape::Parts(page) = Shape::of::<View>() else { panic!("a page has parts") };
        assert_eq!(page["title"], Shape::Plain);
        assert_eq!(page["alternates"].item().item(), Shape::Plain);
        let Shape::Parts(status) = &page["status"] else { panic!("a status has parts") };
        assert_eq!(status["name"], Shape::Plain);
        let Shape::Parts(child) = page["pages"].item() else { panic!("pages of a list have parts") };
        assert!(child.contains_key("href") && !child.contains_key("hrefs"));
    }
}
