//! Which names templates are told, and what each of them holds. It is taken from the Rust types that are handed to templates,
//! so that the two cannot differ.

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueShape {
    /// It could be anything.
    Any,
    /// Words, a number, yes or no.
    Plain,
    /// A list of things of one shape.
    List(Box<ValueShape>),
    /// Named parts.
    Parts(BTreeMap<String, ValueShape>),
}

impl ValueShape {
    /// Returns the shape of a type.
    pub fn of<T: JsonSchema>() -> ValueShape {
        let schema = schema_for!(T).to_value();
        read(&schema, &schema, 0)
    }

    /// Returns what is in a list, or what one of some named parts may be.
    pub fn item(&self) -> ValueShape {
        match self {
            ValueShape::List(item) => (**item).clone(),
            ValueShape::Any | ValueShape::Plain | ValueShape::Parts(_) => ValueShape::Any,
        }
    }
}

fn read(schema: &Value, whole: &Value, depth: usize) -> ValueShape {
    if depth > 16 {
        return ValueShape::Any;
    }
    let next = |schema: &Value| read(schema, whole, depth + 1);
    if let Some(name) = schema["$ref"].as_str().and_then(|place| place.strip_prefix("#/$defs/")) {
        return next(&whole["$defs"][name]);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        // Something that may be missing.
        return choices.iter().find(|choice| choice["type"] != "null").map_or(ValueShape::Any, next);
    }
    let is = |name: &str| {
        let kind = &schema["type"];
        kind == name || kind.as_array().is_some_and(|names| names.iter().any(|known| known == name))
    };
    if is("array") {
        let item = schema["prefixItems"].get(0).unwrap_or(&schema["items"]);
        return ValueShape::List(Box::new(next(item)));
    }
    match schema["properties"].as_object() {
        Some(parts) => ValueShape::Parts(parts.iter().map(|(name, part)| (name.clone(), next(part))).collect()),
        None if is("object") || schema["type"].is_null() => ValueShape::Any,
        None => ValueShape::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::ValueShape;
    use crate::render::web::context::PageContext;

    #[test]
    fn a_page_has_the_parts_that_templates_use() {
        let ValueShape::Parts(page) = ValueShape::of::<PageContext>() else { panic!("a page has parts") };
        assert_eq!(page["title"], ValueShape::Plain);
        assert_eq!(page["alternates"].item().item(), ValueShape::Plain);
        let ValueShape::Parts(status) = &page["status"] else { panic!("a status has parts") };
        assert_eq!(status["name"], ValueShape::Plain);
        let ValueShape::Parts(child) = page["pages"].item() else { panic!("pages of a list have parts") };
        assert!(child.contains_key("href") && !child.contains_key("hrefs"));
    }
}
