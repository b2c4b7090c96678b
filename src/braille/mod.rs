//! Braille: words to cells. Unified English Braille, uncontracted (grade 1), is worked out here. How cells are laid out on pages
//! stands in `render/braille/`.
//!
//! What differs from liblouis's table `en-ueb-g1`, which the tests compare with: numbers keep an ordinary space apart unless
//! it is one that does not break; an apostrophe at the start of a word or behind a digit is one; a passage of capitals ends
//! inside the bracket or quotation mark that it started in; a letter behind a digit keeps its indicator among capitals.

mod capitals;
mod cell;
mod code;
mod context;
mod english;
mod language;
mod latin;
#[cfg(feature = "formats")]
mod liblouis;
mod sign;
mod symbol;
mod table;
mod typeform;

pub use cell::{Cell, in_ascii, in_unicode};
pub use code::{FIRST_RIGHT, Grade, has_table, library_version, transcribe};
pub use english::{Translation, Unknown, translate};
pub use language::is_written_in_latin;
pub use sign::{Says, Sign, leading};
pub use symbol::unknown;
pub use typeform::{Form, Typeform};
