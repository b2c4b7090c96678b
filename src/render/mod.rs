//! Formats: each makes its files from the document model, in one folder here and one line in [`FORMATS`].
// A new node does not compile until everything here answers for it.
#![deny(clippy::wildcard_enum_match_arm, clippy::match_wildcard_for_single_variants)]

pub mod address;
mod archive;
pub mod audio;
pub mod braille;
mod claim;
pub mod data;
mod decode;
pub mod epub;
pub mod folding;
mod format;
mod linear;
mod manuscript;
pub mod packs;
pub mod print;
pub mod prose;
mod register;
pub mod text;
pub mod web;
pub mod word;
mod xml;

use crate::diag::FindingKind;
use crate::model::kinds::Scope;

pub use claim::{Certain, Claim, Claimant, Right};
pub use format::{
    Audience, Catalogue, Copied, File, Format, Given, Holds, Job, Made, Offer, Packed, PackedFile, PageStart, Played,
    Press, RenderError, Speaker, Subject, Trace,
};
pub use register::Register;

/// Every format, in the order in which they are made: a later one is told what the earlier ones made.
pub const FORMATS: &[&dyn Format] = &[
    &print::LEAFLETS,
    &print::PRINT,
    &print::LARGE_PRINT,
    &print::GIANT_PRINT,
    &text::TEXT,
    &word::WORD,
    &epub::EPUB,
    &braille::BRAILLE,
    &audio::AUDIO,
    &data::DATA,
    &web::WEB,
];

/// Returns every kind of finding that making a format can report.
pub fn kinds() -> Vec<&'static FindingKind> {
    [linear::KINDS, audio::KINDS, braille::KINDS, print::KINDS, web::KINDS, register::KINDS].concat()
}

/// Returns what consent a format needs of people whose story is published in it; `None` where there is no such format.
pub fn scope_of(format: &str) -> Option<Scope> {
    FORMATS.iter().find(|known| known.name() == format).map(|known| known.consent())
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, scope_of};
    use crate::model::kinds::Scope;

    #[test]
    fn each_format_says_what_consent_it_needs() {
        let on_the_site = ["data", "web"];
        for format in FORMATS {
            // All others go out as files, which are kept and passed on.
            let expected = if on_the_site.contains(&format.name()) { Scope::Web } else { Scope::Print };
            assert_eq!(scope_of(format.name()), Some(expected), "{}", format.name());
        }
        assert_eq!(scope_of("brail"), None, "what there is not needs nobody's consent");
    }
}
