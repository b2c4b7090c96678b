//! Kinds without keys of their own.

use super::{Keys, PageKind};

pub const PAGE: PageKind = PageKind {
    name: "page",
    about: "Any page; what a page is that names no kind.",
    folder: "",
    kept: false,
    starter: "",
    shared: &[],
    read: |_| Keys::default(),
    compose: |_, _, _| {},
};

pub const SECTION: PageKind =
    PageKind { name: "section", about: "The page of a folder, which lists the pages in it.", ..PAGE };

pub const EXPLAINER: PageKind =
    PageKind { name: "explainer", about: "What a service does, or how something is done.", ..PAGE };
