//! Guides: something that readers do step by step, in parts. The guide is the page of a folder, and its parts are the pages in it, in
//! the order of `order`. It has no keys of its own: who follows whom is seen from the folder.

use super::KindDefinition;
use super::plain::SECTION;
use crate::model::PageKind;

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Guide,
    about: "Something to do or know in parts; it lists the pages of its folder, which lead from one to the next.",
    ..SECTION
};
