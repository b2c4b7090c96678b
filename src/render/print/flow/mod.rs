//! Blocks into strips: everything that a page may hold, cut into strips that are never cut again. Which page a strip comes to
//! stand on is `pages.rs`'s.
//!
//! The way: what comes out (`strip`) → words set into lines (`composer`) → running text (`inline`) → a file for each sort of
//! block → all of them (`block`).

mod block;
mod boxes;
mod chart;
mod columns;
mod composer;
mod contact;
mod figure;
mod form;
mod icon;
mod inline;
mod links;
mod list;
mod record;
mod references;
mod row;
mod statistic;
mod strip;
mod table;

pub use block::lone_phone;
pub use composer::Composer;
pub use inline::note_anchor;
pub use links::further_anchor;
pub use list::indented;
pub use references::{Further, References, letters};
pub use strip::{Border, BorderId, Measure, Strip, bind_ends, height, keep_together, keep_whole};
