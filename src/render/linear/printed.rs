//! Where the pages of a document's printed edition start in its words.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::diag::Span;
use crate::render::format::PageStart;

/// The pages of print that are still to be named, by the block before which that is done.
#[derive(Debug, Default)]
pub struct PrintPages {
    at: RefCell<BTreeMap<Span, Vec<usize>>>,
}

impl PrintPages {
    /// Returns the pages that start where `starts` says. Page 1 is named nowhere: the title stands on it. A page inside one
    /// long block, on which no other starts, is named before the next that starts.
    pub fn new(starts: &[PageStart]) -> PrintPages {
        let mut at = BTreeMap::new();
        let mut last = 1;
        for start in starts {
            if start.page > last {
                at.insert(start.block, (last + 1..=start.page).collect());
                last = start.page;
            }
        }
        PrintPages { at: RefCell::new(at) }
    }

    /// Returns the pages that are named before a block, the first time that it is asked for: words may stand twice.
    pub fn at(&self, block: Span) -> Vec<usize> {
        self.at.borrow_mut().remove(&block).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::PrintPages;
    use crate::diag::{FileId, Span};
    use crate::render::format::PageStart;

    #[test]
    fn each_page_is_named_once_before_the_block_that_starts_on_it() {
        let block = |at| Span::new(FileId(1), at, at + 1);
        let starts = [(1, 0), (2, 10), (5, 20)].map(|(page, at)| PageStart { page, block: block(at) });
        let pages = PrintPages::new(&starts);
        assert!(pages.at(block(0)).is_empty(), "the title stands on page 1");
        assert_eq!(pages.at(block(20)), [3, 4, 5], "nothing starts on pages 3 and 4");
        assert_eq!(pages.at(block(10)), [2]);
        assert!(pages.at(block(10)).is_empty(), "the same words stand there again");
    }
}
