//! Every test of the whole crate, in one binary.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they test in their names, and may panic")]

mod bad_input;
mod cli;
mod content;
mod films;
mod front_matter;
mod hosting;
mod kinds;
mod kit;
mod preview;
mod random;
mod recommendations;
mod rules;
mod schema;
mod site;
mod theme;
mod tidy;
