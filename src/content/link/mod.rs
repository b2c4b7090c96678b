//! Drafts to finished pages: what leads where, what is brought in, what is there at this moment.

pub mod abbreviations;
pub mod consent;
pub mod fill;
pub mod films;
pub mod include;
pub mod left_behind;
pub mod notes;
pub mod prune;
pub mod settle;
mod shared;
pub mod takedown;
pub mod targets;
pub mod translated;
pub mod uses;

/// Finishes a site that a test has put together in code, as `load` finishes what it has read.
#[cfg(test)]
pub fn finish(site: &mut crate::model::Site) {
    notes::number_all(site, &mut super::Loading::default());
    fill::all(site);
}
