//! How a page in Easy Read stands to those who tested it, and to the page that it was made from; and whose its pictures are.

use super::checked::words_of;
use super::{Block, Checked, Credit, Details, Image, Page, Site, page_words, walk};

/// The name under which it is written down who read an Easy Read text.
pub const EASY_READ: &str = "easy-read";

/// The id of the heading over how to reach the publisher.
pub const ASK_US: &str = "ask-us";

/// How an Easy Read text stands to those who tested it, and to the page that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EasyState<'s> {
    /// Nobody has tested it, as far as it says.
    Untested,
    /// It says who tested it, and nothing says which words these were.
    Unrecorded,
    /// Its words and those of its original are as they were then.
    Tested(&'s Checked),
    /// Its own words have changed since.
    Changed(&'s Checked),
    /// Its original has changed since.
    Outdated(&'s Checked),
}

impl Site {
    /// Returns how an Easy Read page stands; nothing for other pages. The entry that stands last counts.
    pub fn easy_state(&self, page: &Page) -> Option<EasyState<'_>> {
        let Details::EasyRead(easy) = &page.meta.details else { return None };
        let file = page.source_path();
        let of_page = |checked: &&Checked| checked.format == EASY_READ && checked.file == file;
        let Some(checked) = self.checked.iter().rfind(of_page) else {
            return Some(if easy.tested_by.is_empty() { EasyState::Untested } else { EasyState::Unrecorded });
        };
        let original = page.around.original.map(|id| page_words(self.page(id)));
        Some(if original.is_some_and(|words| words != checked.original) {
            EasyState::Outdated(checked)
        } else if easy_words(page) != checked.words {
            EasyState::Changed(checked)
        } else if easy.tested_by.is_empty() {
            EasyState::Untested
        } else {
            EasyState::Tested(checked)
        })
    }

    /// Returns the credits of the pictures in an Easy Read page's rows as lines, each once, in their order; none for other
    /// pages.
    pub fn picture_credits(&self, page: &Page) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        if !matches!(page.meta.details, Details::EasyRead(_)) {
            return lines;
        }
        for image in row_pictures(page) {
            let line = self.credit_of(image).map(Credit::line).unwrap_or_default();
            if !line.is_empty() && !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// Returns the credit of a picture that a page shows.
    pub fn credit_of(&self, image: &Image) -> Option<&Credit> {
        let path =
            image.asset.as_ref().and_then(|asset| asset.outline.as_ref()).map(|outline| outline.path.as_str())?;
        self.credit(path)
    }
}

impl Page {
    /// Returns whether its kind has written in rows how to reach the publisher: an Easy Read page, whose author shows no contact
    /// whole.
    pub fn asks_in_rows(&self) -> bool {
        matches!(self.meta.details, Details::EasyRead(_))
            && walk::headings(&self.blocks).iter().any(|heading| heading.id == ASK_US)
    }
}

/// Returns the pictures in a page's rows, in their order.
pub fn row_pictures(page: &Page) -> Vec<&Image> {
    let mut pictures = Vec::new();
    walk::blocks(&page.blocks, &mut |block| {
        if let Block::Row(row) = block {
            pictures.extend(&row.image);
        }
    });
    pictures
}

/// Returns what stands for the words that an Easy Read page's author wrote. What its kind wrote around them is not among them:
/// a new telephone number of the publisher makes nobody test the text again.
pub fn easy_words(page: &Page) -> String {
    let own = page.blocks.iter().filter(|block| {
        let span = block.span();
        span.file != page.file || span.end > page.meta.span.end
    });
    words_of(&page.lang, (&page.meta.title, &page.meta.summary), own, &page.notes)
}
