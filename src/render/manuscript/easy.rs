//! What readers of a page in Easy Read are told of it besides its words: how far it can be trusted, and whose the pictures are.

use crate::model::{Details, EasyState, Page, Site};
use crate::words::{Said, Wording};

/// Returns what stands before the words of an Easy Read page: that nobody has tested it, or that something has changed since.
/// Its rows are written by people, so it never says that a machine made it. An untested text is published all the same, and
/// says so: without it, these readers would have nothing at all.
pub fn notices(site: &Site, page: &Page, words: &Wording) -> Vec<Said> {
    let said = match site.easy_state(page) {
        None | Some(EasyState::Tested(_) | EasyState::Unrecorded) => return Vec::new(),
        Some(EasyState::Untested) => &words.easy.untested,
        Some(EasyState::Changed(_)) => &words.easy.retest,
        Some(EasyState::Outdated(_)) => &words.easy.outdated,
    };
    vec![said.clone()]
}

/// Returns which of its pictures an Easy Read page names for its cover; nothing where it names none.
pub fn cover(page: &Page) -> &str {
    if let Details::EasyRead(easy) = &page.meta.details { &easy.cover } else { "" }
}

/// Returns whose the pictures of an Easy Read page are, in a line; nothing where that is not known.
pub fn credits(site: &Site, page: &Page, words: &Wording) -> Vec<Said> {
    let lines = site.picture_credits(page);
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Said::new(format!("{} {}.", words.easy.pictures, lines.join("; ")), &words.easy.pictures.lang)]
}
