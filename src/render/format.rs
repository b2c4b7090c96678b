//! What a format is: how it is made ready for a site, which jobs it has, what a job is given and what it makes.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::claim::Claim;
use super::web::hosting::Table;
use crate::diag::{Diagnostic, Span};
use crate::model::kinds::Scope;
use crate::model::{AssetId, Lang, LeafletId, Page, PageId, Shared, Site};
use crate::sound::Chapter;
use crate::words::Said;

/// A format that pages or leaflets are published in.
pub trait Format: Sync {
    /// Returns the name in `site.toml` and on the command line, such as `large-print`.
    fn name(&self) -> &'static str;

    /// Returns whether pages may ask for it; leaflets have theirs without asking.
    fn is_for_pages(&self) -> bool {
        true
    }

    /// Returns what people must have agreed to whose story is published in it.
    fn consent(&self) -> Scope;

    /// Returns whether a person must have read what the machine made before it is published.
    fn is_read_first(&self) -> bool {
        false
    }

    /// Makes ready what all jobs of a site share, such as parsed templates and loaded fonts.
    ///
    /// # Errors
    ///
    /// A template or a font that cannot be used.
    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError>;
}

/// A format made ready for one site.
pub trait Press: Send + Sync {
    /// Returns what there is to make: one job for each page, list or leaflet that has this format.
    fn jobs(&self) -> Vec<Job>;

    /// Returns what the author must mend in what all jobs share, such as templates.
    fn judge(&self) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Returns whether the words of a page decide which files there are of it.
    fn is_decided_by_words(&self, _page: &Page) -> bool {
        false
    }

    /// Returns whether a page that no other format is made of comes out the same with nothing known but the page and what all
    /// pages share.
    fn makes_pages_ahead(&self) -> bool {
        false
    }

    /// Returns how a host must answer for what is published, where that is settled by this format.
    fn host_table(&self) -> Option<Arc<Table>> {
        None
    }

    /// Returns whether its jobs are told what formats before it made. They wait for these.
    fn is_told(&self) -> bool {
        false
    }

    /// Returns the bytes of a file that its pages ask for and that they share, such as a style sheet, by its path under the
    /// output folder.
    fn shared_file(&self, _path: &str) -> Option<Arc<[u8]>> {
        None
    }

    /// Returns a few jobs that together use everything that jobs share, such as every template. A preview makes these to find
    /// faults without making the whole site.
    fn samples(&self) -> Vec<Job> {
        Vec::new()
    }

    /// Returns every file that a job will make, with what asks for it: these files and no others.
    fn files(&self, job: &Job) -> Vec<Claim>;

    /// Returns whose words stand in a job's files: its subject's, and of a section's book or a pack those of others too.
    fn holds(&self, job: &Job) -> Vec<Subject> {
        vec![job.subject]
    }

    /// Makes one job's files. Pure: the same site and job and what is given give the same bytes, in any order, side by side.
    ///
    /// # Errors
    ///
    /// What the operator must mend: a template, a font. What the author must mend is in [`Made::diagnostics`].
    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError>;
}

/// What a job is given besides the site.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// What earlier formats made.
    pub catalogue: &'a Catalogue,
    /// The page that the job is about, where it is newer than the site's: only its words have changed since the site was put
    /// together.
    pub page: Option<&'a Page>,
}

impl<'a> Given<'a> {
    /// Returns what a job of the site as it stands is given: what earlier formats made.
    pub fn of(catalogue: &'a Catalogue) -> Given<'a> {
        Given { catalogue, page: None }
    }

    /// Returns the page that a job is about: the newer one, or else the site's.
    pub fn page<'p>(&'p self, site: &'p Site, id: PageId) -> &'p Page {
        self.page.unwrap_or_else(|| site.page(id))
    }
}

/// What one job is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A page.
    Page(PageId),
    /// A leaflet or poster.
    Leaflet(LeafletId),
    /// A file published as it is.
    Asset(AssetId),
    /// All that a place prints, in one file; places are numbered from 0.
    Pack(u32),
    /// What the site has once, such as `sitemap`.
    SiteWide(&'static str),
}

/// One piece of work: small enough to run beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What it is about.
    pub subject: Subject,
}

/// One file to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path under the output folder, with forward slashes.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// One file to publish that lies beside the pages. It is copied from there, so that it need not be held in memory; of a
/// picture, only the picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The path under the output folder, with forward slashes.
    pub path: String,
    /// The path of the source from the site's root.
    pub source: String,
    /// How many bytes are published, as readers are told.
    pub bytes: u64,
}

/// One file to publish that is put together from files that other jobs made, which are read again a piece at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The path under the output folder, with forward slashes.
    pub path: String,
    /// What it holds, in order.
    pub files: Vec<PackedFile>,
}

/// A file in one that is put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// Its name there.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a file in one that is put together holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words(String),
    /// A file that another job made, by its path under the output folder.
    Made(String),
}

/// What a job made.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// Files to publish.
    pub files: Vec<File>,
    /// Files to publish that are copied.
    pub copies: Vec<Copied>,
    /// Files to publish that are put together from those of other jobs.
    pub packed: Vec<Packed>,
    /// What readers are told of those files, where they are to be taken away.
    pub downloads: Vec<Offer>,
    /// What the author must mend.
    pub diagnostics: Vec<Diagnostic>,
    /// Which bytes of those files come from which words. The preview shows an author the line of what they point at.
    pub traces: Vec<Trace>,
}

/// Which bytes of a file come from which places of authors' files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The file's path under the output folder.
    pub path: String,
    /// The template that the rest of it was written by.
    pub template: String,
    /// Byte ranges of blocks and links, each with where its words stand. A range comes before the ranges inside it.
    pub spans: Vec<(Range<usize>, Span)>,
}

/// A file that a reader may take away, as it is told on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is a form of.
    pub subject: Subject,
    /// The format's name, such as `large-print`.
    pub format: &'static str,
    /// What it is called, such as `Large print, 18 point`.
    pub label: Said,
    /// Its address on the site, from the first slash.
    pub route: String,
    /// Its type as readers know it, such as `PDF`.
    pub media: &'static str,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its pages, where it has pages.
    pub pages: Option<usize>,
    /// The volumes that they come in, where it has volumes.
    pub volumes: Option<usize>,
    /// What its pages start with, for formats that name the pages of print.
    pub starts: Arc<[PageStart]>,
    /// Who it is for.
    pub audience: Audience,
    /// Whether a machine made it and nobody has read it as it is now.
    pub unread: bool,
    /// How wide and high it is, in pixels, where it is a picture.
    pub pixels: Option<(u32, u32)>,
    /// What is heard of it, where it is sound.
    pub played: Option<Played>,
}

/// What is heard of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// How long it is, in milliseconds.
    pub millis: u64,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// Who speaks.
    pub speaker: Speaker,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// A person.
    Person,
    /// A computer's voice.
    Machine,
}

/// Where a page of a printed edition starts in the words of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageStart {
    /// The page's number as it is printed, from 1.
    pub page: usize,
    /// Where the first block that starts on it stands in the source.
    pub block: Span,
}

/// Who a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People, who read it or print it.
    Person,
    /// Programs, such as a calendar or a spreadsheet.
    Program,
    /// Nobody who takes it away: a page shows it, as a picture of what there is to take.
    Shown,
}

/// Every file that earlier formats made for readers to take away.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    by_subject: BTreeMap<Subject, Vec<Offer>>,
}

impl Catalogue {
    /// Adds offers; they are listed in the order in which formats stand in [`super::FORMATS`], whatever order they come in.
    pub fn add(&mut self, offers: impl IntoIterator<Item = Offer>) {
        for offer in offers {
            self.by_subject.entry(offer.subject).or_default().push(offer);
        }
    }

    /// Returns whether there is something to take away at an address.
    pub fn has(&self, route: &str) -> bool {
        self.by_subject.values().flatten().any(|offer| offer.route == route)
    }

    /// Returns the pack at an address.
    pub fn pack(&self, route: &str) -> Option<&Offer> {
        let packs = self.by_subject.iter().filter(|(subject, _)| matches!(subject, Subject::Pack(_)));
        packs.flat_map(|(_, offers)| offers).find(|offer| offer.route == route)
    }

    /// Returns the printed edition of a page or leaflet whose pages other formats name: the first that hands them on.
    pub fn printed(&self, subject: Subject) -> Option<&Offer> {
        self.of(subject).iter().find(|offer| !offer.starts.is_empty())
    }

    /// Returns everything that there is to take away.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.by_subject.values().flatten()
    }

    /// Returns what there is to take away of a page or leaflet.
    pub fn of(&self, subject: Subject) -> &[Offer] {
        self.by_subject.get(&subject).map_or(&[], Vec::as_slice)
    }
}

/// What the operator must mend before anything can be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template is missing or broken.
    #[error("the template `{template}` cannot be used: {reason}")]
    Template {
        /// The template's path in the theme.
        template: String,
        /// What is wrong, with line where it is known.
        reason: String,
    },
    /// A font is missing or broken.
    #[error("the font `{font}` cannot be used: {reason}")]
    Font {
        /// The font file's name.
        font: String,
        /// What is wrong.
        reason: String,
    },
    /// A picture or a file of the theme is missing or broken.
    #[error("`{path}` cannot be used: {reason}")]
    File {
        /// The file's path.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// A fault of Handbill itself.
    #[error("{what}; this is a mistake in Handbill: please report it")]
    Mistake {
        /// What went wrong, as a sentence without a full stop.
        what: String,
    },
    /// A job made a file that it had not claimed.
    #[error("`{path}` was made without being asked for; this is a mistake in Handbill: please report it")]
    Unclaimed {
        /// The file's path.
        path: String,
    },
    /// A job did not make a file that it had claimed.
    #[error("`{path}` was asked for and not made; this is a mistake in Handbill: please report it")]
    Unmade {
        /// The file's path.
        path: String,
    },
}

impl RenderError {
    /// Returns that nothing was worked out for a language: a fault of ours.
    pub fn no_words_for(lang: &Lang) -> RenderError {
        RenderError::Mistake { what: format!("nothing was worked out for the language `{lang}`") }
    }
}

/// Returns what all pages of a language share.
///
/// # Errors
///
/// A fault of ours: nothing was worked out for the language.
pub fn shared<'s>(site: &'s Site, lang: &Lang) -> Result<&'s Shared, RenderError> {
    site.shared.get(lang.tag()).map(Arc::as_ref).ok_or_else(|| RenderError::no_words_for(lang))
}
