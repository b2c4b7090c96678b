//! `content/_data/images.yaml`: what pictures show, who may use them and where they are from; and the same of the pictures that
//! the binary carries.

use std::collections::BTreeMap;

use super::{builtin, picture_set, stores};
use crate::content::yaml::fields::Fields;
use crate::content::yaml::shape::Key;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Credit;

/// Where a site writes it down, from its folder on.
pub const IMAGES: &str = "content/_data/images.yaml";

/// Where it may write it down of its own pictures of the set, beside them.
pub const SET: &str = "print/pictures/pictures.yaml";

/// Reads the file. Returns the credits by picture, as [`picture_set::credited`] names them.
pub fn read(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Credit> {
    let all = stores::entries(text, file, found, |key, span, fields| Some((key, credit(span, fields))), "a picture");
    all.into_values().map(|(key, credit)| (picture_set::credited(&key), credit)).collect()
}

/// Reads a list of pictures of the set, which names them without what their addresses start with.
pub fn read_set(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Credit> {
    let all = stores::entries(text, file, found, |key, span, fields| Some((key, credit(span, fields))), "a picture");
    let set = |key: &str| picture_set::credited(&format!("{}{key}", picture_set::SCHEME));
    all.into_values().map(|(key, credit)| (set(&key), credit)).collect()
}

/// Returns the credits of the pictures that the binary carries, by picture.
pub fn built_in() -> BTreeMap<String, Credit> {
    read_set(builtin::picture_list(), FileId(0), &mut Vec::new())
}

/// Returns what an entry may have.
pub fn keys() -> Vec<Key> {
    Fields::described(|fields| drop(credit(Span::whole(FileId(0)), fields)))
}

fn credit(span: Span, fields: &mut Fields<'_>) -> Credit {
    Credit {
        shows: fields.said("shows", "What it shows, in a few words"),
        licence: fields.said("licence", "Under which terms it may be used, such as CC BY 4.0, or who allowed it"),
        source: fields.said("source", "Who made it, or where it is from"),
        until: fields
            .date("until", "The last day on which it may be shown, where the licence or somebody's consent ends"),
        span,
    }
}
