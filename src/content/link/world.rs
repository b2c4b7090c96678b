//! What linking one page may ask of the rest of the site. Whoever keeps work remembers each answer, and links the page again
//! only where one of them has become another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::settle::{AllGone, Gone};
use crate::config::Config;
use crate::content::Asked;
use crate::content::handed::Handed;
use crate::content::read::page::Head;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::Cue;
use crate::model::{
    AssetId, AssetOutline, Block, Contact, Details, Fact, LeafletOutline, Note, Outline, PageId, Term, TopicOutline,
    Waiver,
};
use crate::words::Wordings;

/// What stands at a path or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A page that is published at this moment.
    Here(Arc<Head>),
    /// A page that is not.
    Gone(Arc<Gone>),
    /// Nothing.
    Nowhere,
}

/// A file beside the pages, as links find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The file.
    pub id: AssetId,
    /// Whether it is a picture by its name and first bytes.
    pub picture: bool,
}

/// Captions as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Captions {
    /// What is shown when.
    pub cues: Vec<Cue>,
    /// What is wrong with the file.
    pub found: Vec<Diagnostic>,
}

/// Where a page stands among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The page of the section it is in; none for the home page.
    pub parent: Option<PageId>,
    /// The pages below it, in the order in which they are listed.
    pub children: Vec<PageId>,
    /// The same page in other languages.
    pub translations: Vec<PageId>,
    /// The addresses of the pages that gather what is said of its topics.
    pub topics: Vec<Arc<str>>,
    /// Pages about the same, those that share most with it first.
    pub related: Vec<PageId>,
    /// The pages that say the same in Easy Read.
    pub easy_reads: Vec<PageId>,
    /// The page that it says in Easy Read.
    pub original: Option<PageId>,
}

/// The rest of the site, as one page sees it.
pub trait World {
    /// Returns the site's settings, as far as [`Config::for_pages`] keeps them.
    fn config(&self) -> &Config;

    /// Returns what the build was asked for.
    fn asked(&self) -> &Asked;

    /// Returns what stands at a path under `content/`.
    fn at_path(&self, path: &str) -> Standing;

    /// Returns what stands at an address.
    fn at_route(&self, route: &str) -> Standing;

    /// Returns the head of a page that is published at this moment.
    fn head(&self, page: PageId) -> Option<Arc<Head>>;

    /// Returns the path of the page without which an address is empty at this moment: its own, or that of a list.
    fn emptied(&self, route: &str) -> Option<String>;

    /// Returns whether an address is that of a topic, or of the list of them.
    fn is_topic(&self, route: &str) -> bool;

    /// Returns whether there is a report with recommendations.
    fn has_reports(&self) -> bool;

    /// Returns a file beside the pages by its path under `content/`.
    fn beside(&self, path: &str) -> Option<Beside>;

    /// Returns a picture beside the leaflets by its path from the site's folder on.
    fn beside_leaflets(&self, path: &str) -> Option<Beside>;

    /// Returns the paths of all pictures beside the leaflets, for a guess.
    fn paths_beside_leaflets(&self) -> Vec<String>;

    /// Returns whether the file at a path under `content/` is never published, because it could run a program.
    fn is_refused(&self, path: &str) -> bool;

    /// Returns a file's path under `content/`.
    fn path_of(&self, asset: AssetId) -> String;

    /// Returns every page that is not published at this moment, by path.
    fn gone(&self) -> Arc<AllGone>;

    /// Returns the paths of all pages that are, for a guess at what was meant.
    fn paths(&self) -> Arc<Vec<String>>;

    /// Returns the paths of all files beside the pages, for a guess.
    fn paths_beside(&self) -> Arc<Vec<String>>;

    /// Returns why the line of a page or leaflet that starts at a byte of its file may bring in nothing.
    fn barred(&self, file: FileId, at: u32) -> Option<Barred>;

    /// Returns a page with what it brings in, before it is finished.
    fn assembled(&self, file: FileId) -> Option<Arc<Assembled>>;

    /// Returns what stands on a page with what it brings in, before it is finished.
    fn blocks(&self, file: FileId) -> Vec<Block>;

    /// Returns the ids of a page's headings, with those of what it brings in.
    fn headings(&self, file: FileId) -> Arc<Headings>;

    /// Returns the footnotes in a page's own file.
    fn notes(&self, file: FileId) -> Arc<Vec<Note>>;

    /// Returns a page's place among the others.
    fn placed(&self, file: FileId) -> Arc<Placed>;

    /// Returns what is shown of a published page.
    fn outline(&self, page: PageId) -> Option<Arc<Outline>>;

    /// Returns what is shown of a file beside the pages; its bytes too, where it is drawn on paper.
    fn outline_beside(&self, asset: AssetId, printed: bool) -> Option<Arc<AssetOutline>>;

    /// Returns the leaflets that bring in words of a page.
    fn leaflets_of(&self, page: FileId) -> Arc<Vec<Arc<LeafletOutline>>>;

    /// Returns what is shown of the topic at an address, where it gathers several pages.
    fn topic(&self, route: &str) -> Option<Arc<TopicOutline>>;

    /// Returns a fact of the store.
    fn fact(&self, key: &str) -> Option<Arc<Fact>>;

    /// Returns who publishes, with what the store of contacts knows of them.
    fn publisher(&self) -> Contact;

    /// Returns a contact of the store.
    fn contact(&self, key: &str) -> Option<Arc<Contact>>;

    /// Returns the words that Handbill itself writes.
    fn words(&self) -> Arc<Wordings>;

    /// Returns the glossary.
    fn glossary(&self) -> Arc<BTreeMap<String, Term>>;

    /// Returns a file of captions, read.
    fn captions(&self, asset: AssetId) -> Arc<Captions>;

    /// Returns what is wrong with a picture; nothing where it can be shown. `printed` says that it is drawn on paper too.
    fn unshowable(&self, asset: AssetId, printed: bool) -> Option<Unshowable>;
}

/// What is wrong with a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Unshowable {
    /// What to say where it is used, given that place; nothing where it is said of the file.
    pub finding: Option<Diagnostic>,
    /// Whether it is taken away where it is used.
    pub taken: bool,
}

/// Why a line brings in nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Barred {
    /// Pages bring each other in: their paths, from one round to the same.
    Circle(Vec<String>),
    /// Too many pages bring each other in, one after another.
    TooDeep,
    /// All pages together bring in too many words.
    TooMuch,
}

/// A page with what it brings in, before it is finished.
#[derive(Debug)]
pub struct Assembled {
    /// What stands on it, for whoever needs it first.
    pub blocks: Handed<Vec<Block>>,
    /// The headings on it.
    pub headings: Arc<Headings>,
    /// Its own footnotes.
    pub notes: Vec<Note>,
    /// What its kind knows, without what leads to pages that are not published.
    pub details: Details,
    /// Findings that its author accepts.
    pub waivers: Vec<Waiver>,
    /// Whether words were left out of its own file, because they lead to a page that is not published.
    pub gap: bool,
    /// The files among those that it brings words in from, of which words were left out too.
    pub gaps: BTreeSet<FileId>,
    /// Lines that bring in nothing, because a page is not published: its own, and those of pages that it brings in.
    pub left: BTreeSet<Span>,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl Assembled {
    /// Returns a page without words, because of a fault of ours.
    pub fn broken(head: &Head, found: Diagnostic) -> Assembled {
        Assembled {
            blocks: Handed::default(),
            headings: Arc::default(),
            notes: Vec::new(),
            details: head.front.meta.details.clone(),
            waivers: Vec::new(),
            gap: false,
            gaps: BTreeSet::new(),
            left: BTreeSet::new(),
            found: vec![found],
        }
    }
}

/// The headings of a page, for those who link to them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Their ids.
    pub ids: BTreeSet<String>,
    /// Whether a heading may have gone with words that were left out.
    pub gap: bool,
    /// Ids that are there only for a time.
    pub passing: &'static [&'static str],
}
