//! Every test of the whole crate, in one binary.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they test in their names, and may panic")]

mod addresses;
mod bad_input;
mod beside;
mod breakages;
mod cli;
mod clock;
mod content;
mod disk;
mod documents;
mod films;
mod finished;
mod front_matter;
mod hosting;
mod kept;
mod kinds;
mod kit;
mod languages;
mod limits;
mod numbers;
mod pictures;
mod places;
mod preview;
mod random;
mod recommendations;
mod rules;
mod schema;
mod secrets;
mod sheets;
mod site;
mod takedown;
mod theme;
mod tidy;
mod traces;
mod translations;
mod unseen;
