//! One file to a draft, from its own bytes and the settings of the site alone: no other file, no store, no clock.

pub mod assets;
pub mod builtin;
pub mod captions;
pub mod checked;
pub mod directive;
pub mod directives;
pub mod editions;
pub mod files;
pub mod front_matter;
pub mod headers;
pub mod leaflet;
pub mod limits;
pub mod locales;
pub mod markdown;
pub mod names;
pub mod old_address;
pub mod page;
pub mod paths;
pub mod quotes;
pub mod short_address;
pub mod stack;
pub mod stores;
pub mod text;
pub mod unseen;
pub mod waivers;
