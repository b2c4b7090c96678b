//! Any PDF, ours or not: what it is, and what in it would shut a reader out. It knows of no site.
//!
//! The way: bytes → objects (`reader`) → structure (`tags.rs`) and what is drawn (`content.rs`) → findings (`judge/`).

mod content;
mod facts;
mod font;
mod ink;
mod judge;
pub mod problems;
mod reader;
mod shape;
mod tags;
mod told;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::diag::FindingKind;

pub use facts::{Face, Facts, PageFacts, Smallest};
pub use reader::Closed;
pub use told::{Told, is_local_path, told};

/// The largest file that is looked into, in bytes. Source: ours; no standard decides.
pub const MOST_BYTES: u64 = 50_000_000;

/// Something that is wrong in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub kind: &'static FindingKind,
    /// A fact, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: &'static str,
}

/// What was found out about a PDF.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What it is.
    pub facts: Facts,
    /// Its structure, an element a line, with what is read of each; empty where it has none.
    pub tags: String,
    /// What is read out, in order.
    pub text: String,
    /// What is wrong, by code.
    pub findings: Vec<Finding>,
}

/// Looks into a PDF. One that cannot be looked into has a finding that says why.
pub fn look(bytes: &[u8]) -> Report {
    // What a hostile file does to the reader must not end the work on other files.
    let looked = catch_unwind(AssertUnwindSafe(|| judge::look(bytes)));
    looked.unwrap_or(Err("it is damaged")).unwrap_or_else(|why| closed(why, bytes.len() as u64))
}

/// Returns the report on a file of so many bytes that cannot be looked into, given why as the end of a sentence.
pub fn closed(why: &str, bytes: u64) -> Report {
    let finding = Finding {
        kind: &problems::PDF_UNREADABLE,
        message: format!("it cannot be looked into: {why}"),
        help: problems::cure(&problems::PDF_UNREADABLE),
    };
    Report { facts: Facts { bytes, ..Facts::default() }, findings: vec![finding], ..Report::default() }
}

#[cfg(test)]
mod tests;
