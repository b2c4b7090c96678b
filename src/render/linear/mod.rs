//! A document in reading order, with everything said: what is read from the first line to the last, by ear, by finger, or in
//! a program of the reader's own. A page has 23 sorts of block; here they are ten, and each word that a reader gets stands in
//! them. Formats that have no layout of their own are made from it.
//!
//! The way: a [`Manuscript`](super::manuscript::Manuscript) → its blocks (`blocks`) and running text (`runs`), contacts
//! (`contact`) → what stands after them (`whole`).

mod blocks;
mod contact;
mod document;
mod press;
mod printed;
mod problems;
mod runs;
mod scribe;
mod whole;

pub use document::{Document, Element, Entry, Line, Link, Picture, Role, Run, Table, led_by_pages, plain};
pub use press::{FileKind, Linear, LinearFormat, Ready, Setting, Whole, Written};
pub use problems::KINDS;
pub use whole::linear;
