//! Handbill: write public information once, in Markdown, and reach everyone with it.
//!
//! The modules stand in reading order. `ARCHITECTURE.md` has the map and what must stay true.

pub mod units;

pub mod diag;

pub mod changes;

pub mod words;

pub mod sound;

pub mod model;

pub mod config;

#[cfg(feature = "formats")]
pub mod audit;

#[cfg(feature = "formats")]
pub mod preflight;

pub mod content;

pub mod braille;

pub mod check;

pub mod search;

pub mod engine;

#[cfg(feature = "formats")]
pub mod render;

#[cfg(feature = "formats")]
pub mod publish;

#[cfg(feature = "formats")]
pub mod import;

#[cfg(feature = "formats")]
pub mod voice;

#[cfg(feature = "formats")]
pub mod compare;

#[cfg(feature = "formats")]
pub mod pipeline;

pub mod schema;
