//! Drafts to finished pages: what leads where, what is brought in, what is there at this moment.

pub mod abbreviations;
pub mod consent;
pub mod films;
pub mod include;
pub mod left_behind;
pub mod prune;
pub mod settle;
pub mod takedown;
pub mod targets;
pub mod uses;
