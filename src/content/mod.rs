//! Content in: files to finished pages and what is wrong with them. Nothing is returned early: every mistake is found. Here is
//! what each step takes; who calls the steps, and remembers what came of them, is the engine.

mod bytes;
pub mod editions;
mod handed;
#[cfg(feature = "formats")]
pub(crate) mod inspect;
mod kinds;
pub(crate) mod link;
mod loading;
pub mod mend;
pub(crate) mod parts;
#[cfg(feature = "formats")]
pub mod pictures;
pub mod problems;
pub(crate) mod read;
mod yaml;

use std::sync::Arc;

use crate::model::kinds::Scope;
use crate::model::{Clock, FormatName, Lang};
use read::{editions as registers, front_matter, stores};
use yaml::shape;

pub use kinds::{KindDefinition, PAGE_KINDS};
#[cfg(test)]
pub use link::finish_by_hand as finish;
pub use loading::Loading;
pub use read::checked;
pub use read::files;
pub use read::markdown::slug;
pub use read::page::unknown_format;
pub use read::sounds;

/// What a build is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The moment the site is built for, and the site's clocks.
    pub clock: Clock,
    /// Whether pages that are not ready are built too.
    pub drafts: bool,
    /// Whether pages that are kept back are taken as if their moment had come: to look for mistakes before it has.
    pub ahead: bool,
    /// The formats that there are.
    pub formats: Arc<[&'static str]>,
    /// What people must have agreed to whose story is published in each.
    pub scopes: Arc<[(&'static str, Scope)]>,
}

impl Asked {
    /// Returns what consent a format needs; nothing where there is no such format.
    pub fn scope_of(&self, format: FormatName) -> Option<Scope> {
        self.scopes.iter().find(|(name, _)| *name == format.0).map(|(_, scope)| *scope)
    }
}

/// Returns the JSON Schema of what authors write as YAML: `front-matter`, `leaflet`, `facts`, `contacts`, `glossary`, `checked`,
/// `images`, `editions`, `holders`, or one kind of page by its name.
pub fn schema(name: &str) -> Option<serde_json::Value> {
    let lang = Lang::parse("en")?;
    let of_kind = |kind: &'static KindDefinition| shape::object(&front_matter::keys(kind));
    match name {
        "front-matter" => {
            let all = PAGE_KINDS.iter().map(|kind| {
                let mut schema = of_kind(kind);
                schema["properties"]["kind"] = serde_json::json!({ "const": kind.name(), "description": kind.about });
                if kind.kind != PAGE_KINDS[0].kind
                    && let Some(required) = schema["required"].as_array_mut()
                {
                    required.push("kind".into());
                }
                schema
            });
            Some(serde_json::json!({ "anyOf": all.collect::<Vec<_>>() }))
        }
        "leaflet" => Some(shape::object(&front_matter::leaflet_keys(&lang))),
        "editions" => {
            let issue = shape::object(&registers::issue_keys(&lang));
            Some(serde_json::json!({ "type": ["array", "null"], "items": issue }))
        }
        "checked" => {
            let entry = shape::object(&read::checked::keys());
            Some(serde_json::json!({ "type": ["array", "null"], "items": entry }))
        }
        "images" => Some(stores::schema(&read::images::keys())),
        "holders" => Some(stores::schema(&registers::holder_keys(&lang))),
        store => {
            let stores = stores::keys(&lang);
            let keys = stores.iter().find(|(known, _)| *known == store).map(|(_, keys)| stores::schema(keys));
            keys.or_else(|| PAGE_KINDS.iter().find(|kind| kind.name() == store).map(of_kind))
        }
    }
}
