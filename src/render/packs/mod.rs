//! Packs: all that a place prints, in one file. They are no format of their own: each is put together from the files that
//! formats made, once these are there, with a note for staff and how to print.

mod held;
mod press;
mod sheets;
mod writer;

pub use press::{NAME, Packs};
pub use writer::write;
