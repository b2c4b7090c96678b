//! Which pictures there are of a leaflet: one of each side, and of a booklet one of its cover, of each two pages that lie open
//! together, and of its back.

use super::display::{Document, PrintedPage};
use super::impose::trimmed;
use super::sheets::MOST_PAGES;
use crate::model::{Leaflet, Sheet, Site};

/// The most pictures of a booklet: of its cover, of two pages each, and of its back.
const MOST_OF_BOOKLET: usize = MOST_PAGES / 2 + 1;

/// Returns how many pictures there are of a leaflet in any case, and how many at most. How many pages a booklet has shows
/// only when it is laid out.
pub fn least_and_most(sheet: &Sheet, leaflet: &Leaflet) -> (usize, usize) {
    let faces = sheet.faces(leaflet.panels.len());
    if sheet.stapled { (1, MOST_OF_BOOKLET) } else { (faces, faces) }
}

/// Returns the pages, from 0, that each picture shows, from left to right, of a leaflet of so many. `mirrored` says that it
/// opens from the right.
pub fn arranged(sheet: &Sheet, pages: usize, mirrored: bool) -> Vec<Vec<usize>> {
    if !sheet.stapled {
        return (0..pages).map(|page| vec![page]).collect();
    }
    let last = pages.min(MOST_PAGES);
    let inside = (1..last).step_by(2).map(|first| {
        let both = first..last.min(first + 2);
        if mirrored { both.rev().collect() } else { both.collect() }
    });
    (0..last.min(1)).map(|cover| vec![cover]).chain(inside).collect()
}

/// Returns what pictures show of a leaflet, in reading order.
pub fn views(document: &Document, sheet: &Sheet, mirrored: bool) -> Vec<PrintedPage> {
    let pages = trimmed(document);
    let view = |shown: Vec<usize>| {
        let mut shown = shown.into_iter().filter_map(|at| pages.get(at).cloned());
        let first = shown.next()?;
        Some(shown.fold(first, beside))
    };
    arranged(sheet, pages.len(), mirrored).into_iter().filter_map(view).collect()
}

/// Returns the path of a picture of a leaflet, from 0: `leaflets/RJ-01/preview-1.png`.
pub fn path(site: &Site, leaflet: &Leaflet, view: usize) -> String {
    format!("{}/preview-{}.png", leaflet.folder(&site.about.language), view + 1)
}

/// Returns two pages as they lie open beside each other.
fn beside(left: PrintedPage, right: PrintedPage) -> PrintedPage {
    let width = left.width;
    let mut both = PrintedPage::new(width + right.width, left.height.max(right.height));
    both.place(left, (0.0, 0.0), true);
    both.place(right, (width, 0.0), true);
    both
}

#[cfg(test)]
mod tests {
    use super::{MOST_OF_BOOKLET, MOST_PAGES, arranged};
    use crate::diag::FileId;
    use crate::model::Sheet;

    fn booklet() -> Sheet {
        let text = include_str!("../../../print/sheets/booklet.toml");
        crate::config::sheet("booklet", text, FileId(0)).unwrap_or_else(|_| panic!("a sheet"))
    }

    #[test]
    fn a_booklet_is_shown_as_it_lies_open() {
        let (sheet, one) = (booklet(), |page: usize| vec![page]);
        assert_eq!(arranged(&sheet, 8, false), [one(0), vec![1, 2], vec![3, 4], vec![5, 6], one(7)]);
        assert_eq!(arranged(&sheet, 4, true), [one(0), vec![2, 1], one(3)]);
        assert_eq!((arranged(&sheet, 0, false).len(), arranged(&sheet, 1, false)), (0, vec![one(0)]));
        assert_eq!(arranged(&sheet, MOST_PAGES * 2, false).len(), MOST_OF_BOOKLET);
    }
}
