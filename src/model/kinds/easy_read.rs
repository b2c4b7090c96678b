//! A text in pictures and short sentences.

use crate::model::Date;

/// What an Easy Read page has in its front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EasyRead {
    /// Who tried it out: people with a learning disability.
    pub tested_by: String,
    /// When they did.
    pub tested: Option<Date>,
    /// Which of its pictures stands on the cover, as it is written in the row; empty for the first.
    pub cover: String,
    /// The file of the page that it was made from, as written.
    pub original: String,
}

/// The pictures of the set that an Easy Read page shows beside what it says of itself.
pub const EASY_READ_PICTURES: [&str; 8] = [
    "picture:read",
    "picture:support",
    "picture:word",
    "picture:phone",
    "picture:computer",
    "picture:post",
    "picture:listen",
    "picture:yes",
];
