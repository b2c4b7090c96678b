//! JSON Schema of all that authors write besides Markdown, for editors: made by the code that reads it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::config::paper::{DesignToml, SheetToml};
use crate::config::schema::SiteToml;
use crate::content;

/// The schemas that there are, by name, with the files that each is for.
pub const NAMES: &[(&str, &str)] = &[
    ("site", "site.toml"),
    ("front-matter", "the front matter of pages in content/"),
    ("leaflet", "the front matter of leaflets in print/"),
    ("facts", "content/_data/facts.yaml"),
    ("contacts", "content/_data/contacts.yaml"),
    ("glossary", "content/_data/glossary.yaml"),
    ("alerts", "content/_data/alerts.yaml"),
    ("checked", "content/_data/checked.yaml"),
    ("images", "content/_data/images.yaml"),
    ("editions", "print/editions.yaml"),
    ("holders", "print/holders.yaml"),
    ("design", "print/designs/*.toml"),
    ("sheet", "print/sheets/*.toml"),
];

/// Returns the schema of a name, in JSON Schema (draft 2020-12); nothing where there is none.
pub fn named(name: &str) -> Option<Value> {
    let mut schema = match name {
        "site" => settings::<SiteToml>(),
        "design" => settings::<DesignToml>(),
        "sheet" => settings::<SheetToml>(),
        other => content::schema(other)?,
    };
    let about = NAMES.iter().find(|(known, _)| *known == name).map_or("", |(_, about)| about);
    if let Value::Object(schema) = &mut schema {
        schema.insert("$schema".to_string(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_string(), json!(format!("Handbill: {about}")));
    }
    Some(schema)
}

fn settings<T: JsonSchema>() -> Value {
    // Whole, so that it can stand inside another schema.
    let whole = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    whole.into_generator().into_root_schema_for::<T>().to_value()
}

/// Returns all schemas as one, each under its name in `$defs`.
pub fn all() -> Value {
    let mut defs = Map::new();
    for (name, _) in NAMES {
        defs.extend(named(name).map(|schema| ((*name).to_string(), schema)));
    }
    let any: Vec<Value> = NAMES.iter().map(|(name, _)| json!({ "$ref": format!("#/$defs/{name}") })).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Handbill",
        "anyOf": any,
        "$defs": defs,
    })
}
