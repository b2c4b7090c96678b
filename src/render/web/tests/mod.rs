//! The website, from nodes made in code.

mod blocks;
mod fixture;
mod pages;
