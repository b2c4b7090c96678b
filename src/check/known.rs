//! What a rule may know of the site besides the page or leaflet that it looks at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::FileId;
use crate::model::{About, AssetId, Block, Clock, Contact, Date, Details, Fact, Leaflet, Page, PageId, Term, walk};
use crate::words::Wordings;

/// What is said once for all pages.
pub struct Known<'a> {
    /// What `site.toml` says to readers.
    pub about: &'a About,
    /// The moment that the site is looked at for.
    pub clock: &'a Clock,
    /// Facts by name.
    pub facts: &'a BTreeMap<String, Arc<Fact>>,
    /// Contacts by name.
    pub contacts: &'a BTreeMap<String, Arc<Contact>>,
    /// The glossary by abbreviation.
    pub glossary: &'a BTreeMap<String, Term>,
    /// Words that no dictionary has and the site uses.
    pub own_words: &'a BTreeSet<String>,
    /// The words that Handbill itself writes.
    pub words: &'a Wordings,
    /// Where links lead.
    pub elsewhere: &'a dyn Elsewhere,
}

/// Where links lead.
pub trait Elsewhere {
    /// Returns every address of a page, its own first.
    fn addresses(&self, page: PageId) -> Vec<String>;

    /// Returns the path of a file beside the pages, under `content/`.
    fn path_beside(&self, asset: AssetId) -> String;
}

impl Known<'_> {
    /// Returns the day that the site is looked at for.
    pub fn today(&self) -> Date {
        self.clock.moment().date
    }
}

/// A page or a leaflet.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// A page.
    Page(&'a Page),
    /// A leaflet.
    Leaflet(&'a Leaflet),
}

impl Subject<'_> {
    /// Returns the file of it.
    pub fn file(&self) -> FileId {
        match self {
            Subject::Page(page) => page.file,
            Subject::Leaflet(leaflet) => leaflet.file,
        }
    }

    /// Returns the file of its captions.
    pub fn captions(&self) -> Option<FileId> {
        let Subject::Page(page) = self else { return None };
        let Details::Film(film) = &page.meta.details else { return None };
        film.captions.cues.first().map(|cue| cue.span.file)
    }

    /// Returns every file that words of it stand in: its own, those that it brings in words of, and its captions.
    pub fn files(&self) -> BTreeSet<FileId> {
        let mut files = BTreeSet::from([self.file()]);
        let mut look = |blocks: &[Block]| {
            walk::blocks(blocks, &mut |block| _ = files.insert(block.span().file));
        };
        match self {
            Subject::Page(page) => {
                look(&page.blocks);
                page.notes.iter().for_each(|note| look(&note.blocks));
                files.extend(self.captions());
            }
            Subject::Leaflet(leaflet) => leaflet.panels.iter().for_each(|panel| {
                look(&panel.head);
                look(&panel.foot);
            }),
        }
        files
    }
}
