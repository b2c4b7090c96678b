//! A text in pictures and short sentences.

/// What an Easy Read page has in its front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EasyRead {
    /// Who tried it out: people with a learning disability.
    pub tested_by: String,
    /// The file of the page that it was made from, as written.
    pub original: String,
}
