//! The website: pages from the theme's templates, and what a site has once, such as its map and its feed.
//!
//! The way: what the words of a page are in HTML (`html`, then `inline`, then `block`) → what a template is told of it
//! (`context`), and what stands around it (`frame`) → the template filled in and finished (`website`) → pages (`page`) and what
//! the site has once (`site_wide`) → jobs (`press`). Each file uses those before it.

mod a_to_z;
mod addresses;
mod alerts;
mod assets;
mod block;
mod contact;
mod context;
mod described;
mod emergency;
mod escape;
mod feeds;
mod files;
mod film;
mod folding;
mod frame;
pub mod hosting;
mod html;
mod inline;
mod leaflet_entry;
mod leaflet_page;
mod leaflets;
mod link;
mod listed;
mod listen;
mod lists;
mod long_lists;
mod notes;
mod page;
mod parts;
mod press;
mod recommendations;
mod rewrite;
mod search;
mod searched;
mod security;
mod site_wide;
mod statistic;
mod stylesheet;
mod template;
#[cfg(test)]
mod tests;
mod theme;
mod together;
mod website;
mod words;

use crate::diag::FindingKind;

pub use press::{WEB, WebsiteFormat};

/// Every kind of finding that making the website can report.
pub const KINDS: &[&FindingKind] = &[
    &page::TARGET_MISSING,
    &security::SECURITY_LAPSES,
    &hosting::PROTECTION_WEAKENED,
    &hosting::HOST_LIMIT,
    &theme::TEMPLATE_BROKEN,
    &theme::HEADING_LOST,
    &theme::THEME_LINK_BROKEN,
    &theme::POLICY_REFUSES,
];
