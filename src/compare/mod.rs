//! What changes for the public from one build to another. Both are read from what was made, by the same code, sentence by
//! sentence: another theme, other markup and other file names change nothing. It reads no disk and makes no site.

mod align;
mod changes;
mod entities;
mod html;
mod leaflet;
mod leaflets;
mod marked;
mod output;
mod page;
mod pages;
mod reader;
mod report;
mod run;
pub mod said;
mod sheet;
mod table;

pub use changes::compare;
pub use html::{MOST_BYTES, NotRead};
pub use leaflets::compare_leaflets;
pub use marked::{Marked, marked};
pub use output::{BUILT, FORM, FileMark, Output, Part, SUMMARY_MARK, is_read, part};
pub use page::SentenceKind;
pub use report::{
    Change, Document, DocumentHow, GonePage, Held, How, LeafletChange, LeafletHow, MovedPage, NewPage, Next, PageName,
    Redirect, Report,
};
pub use sheet::{MARK, sheet};
