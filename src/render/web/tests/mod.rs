//! The website, from nodes made in code.

mod blocks;
pub mod fixture;
mod pages;
