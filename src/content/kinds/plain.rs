//! Kinds without keys of their own.

use super::{Keys, KindDefinition};
use crate::model::PageKind;

pub const PAGE: KindDefinition = KindDefinition {
    kind: PageKind::Page,
    about: "Any page; what a page is that names no kind.",
    folder: "",
    kept: false,
    starter: "",
    shared: &[],
    read: |_| Keys::default(),
    compose: |_, _, _| {},
};

pub const SECTION: KindDefinition =
    KindDefinition { kind: PageKind::Section, about: "The page of a folder, which lists the pages in it.", ..PAGE };

pub const EXPLAINER: KindDefinition =
    KindDefinition { kind: PageKind::Explainer, about: "What a service does, or how something is done.", ..PAGE };
