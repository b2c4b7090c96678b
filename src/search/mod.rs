//! The words of pages for a search without a server: text to words in one form (`fold`), the words of one page, kept small
//! (`terms`), and an index of many, cut into files (`index`). Which pages are found, and where the files stand, is not here.

mod fold;
mod index;
pub mod terms;

pub use fold::{LEAST, words};
pub use index::{Index, Stems, index};
