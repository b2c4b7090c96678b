//! A piece of news, as the press takes it up.

/// What a piece of news has in its front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News {
    /// Notes to editors, one an element.
    pub notes: Vec<String>,
    /// Whom journalists ask: the name of a contact in the store.
    pub contact: String,
}
