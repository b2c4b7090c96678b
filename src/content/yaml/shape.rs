//! What a key of YAML may hold, as the code that reads it says. `handbill schema` is made of it.

use serde_json::{Map, Value, json};

/// A key that is read.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it may hold.
    pub shape: Shape,
}

/// What a key may hold.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Words, or a number taken as it is written.
    Words,
    /// Yes or no.
    Flag,
    /// A whole number from 0.
    Count,
    /// A number.
    Number,
    /// A sum of money.
    Money,
    /// A day.
    Date,
    /// A day or a minute.
    Moment,
    /// One of some words.
    Choice(Vec<&'static str>),
    /// Words of a pattern, as a regular expression.
    Pattern(&'static str),
    /// A list of such values; one alone is a list of one.
    List(Box<Shape>),
    /// Keys and values.
    Map(Vec<Key>),
    /// Any keys, each with such a value.
    Entries(Box<Shape>),
    /// One of some shapes.
    Either(Vec<Shape>),
}

impl Shape {
    /// Returns the shape as JSON Schema (draft 2020-12). `[[…]]`, the mark of a gap, is left to the checks.
    pub fn schema(&self) -> Value {
        match self {
            Shape::Words => json!({ "type": ["string", "number"] }),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Count => json!({ "type": "integer", "minimum": 0 }),
            Shape::Number => json!({ "type": ["number", "string"] }),
            Shape::Money => json!({
                "type": ["number", "string"],
                "pattern": "^£?[0-9]{1,3}(,?[0-9]{3})*([.][0-9]+)?( ?m(illion)?)?$",
            }),
            Shape::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
            Shape::Moment => json!({
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:00)?)?$",
            }),
            Shape::Choice(words) => json!({ "enum": words }),
            Shape::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
            Shape::List(item) => {
                let item = item.schema();
                json!({ "anyOf": [{ "type": "array", "items": item }, item] })
            }
            Shape::Map(keys) => object(keys),
            Shape::Entries(value) => json!({ "type": "object", "additionalProperties": value.schema() }),
            Shape::Either(shapes) => json!({ "anyOf": shapes.iter().map(Shape::schema).collect::<Vec<_>>() }),
        }
    }
}

/// Returns keys and values as JSON Schema; a key that is not named is a mistake.
pub fn object(keys: &[Key]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut schema = key.shape.schema();
        if let Value::Object(schema) = &mut schema {
            schema.insert("description".to_string(), Value::String(key.about.to_string()));
        }
        properties.insert(key.name.to_string(), schema);
    }
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
