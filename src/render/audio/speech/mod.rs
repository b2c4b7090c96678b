//! Words as they are spoken: figures, dates, times, telephone numbers, addresses and what is written short become words, so
//! that no voice reads "£415,169" as "pound four". What has no known shape is left as it is written, and never dropped.
//!
//! The way: a text is read from left to right (`say`, `cursor`). Where a word or sign starts, each of the `SHAPES` looks whether it
//! knows what stands there; the first that does says it. A language has its words in a file (`lexicon`, `en.words`,
//! `cy.words`) and its way to count in a `Tongue`.

mod amount;
mod cursor;
mod english;
mod lexicon;
mod say;
mod shapes;
mod spoken;
mod tongue;
mod welsh;

#[cfg(test)]
mod tests;

pub use spoken::Speech;
