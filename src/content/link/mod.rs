//! Drafts to finished pages: what leads where, what is brought in, what is there at this moment. Each function here is about
//! one page or leaflet and asks the rest of the site through [`World`]; only `tree.rs` sees all pages at once.

pub mod abbreviations;
pub mod alerts;
#[cfg(test)]
mod by_hand;
mod compose;
pub mod consent;
mod cover;
pub mod fill;
pub mod films;
pub mod finish;
pub mod include;
pub mod leads;
pub mod left_behind;
mod left_out;
mod notes;
pub mod prune;
mod related;
pub mod settle;
pub mod shared;
pub mod sheets;
pub mod takedown;
pub mod targets;
pub mod translated;
pub mod tree;
pub mod uses;
pub mod world;

#[cfg(test)]
pub use by_hand::finish as finish_by_hand;
pub use world::World;
