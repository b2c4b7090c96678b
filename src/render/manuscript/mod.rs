//! A manuscript: the words of a page or a leaflet with all that stands before and after them, for formats that are read from
//! the first line to the last. Paper and all formats of [`super::linear`] are made from it.

mod easy;
mod ends;
mod imprint;
mod offered;
mod whole;

pub use easy::{credits, notices};
pub use ends::{asked, postal_line, shown_address, source_lines, ways};
pub use imprint::{edition, short_edition};
pub use offered::{Offered, form};
pub use whole::Manuscript;
