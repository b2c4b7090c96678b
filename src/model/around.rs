//! What stands around a page: of other pages, once for each page, and what all pages of one language share.

use std::sync::Arc;

use super::kinds::Standing;
use super::{About, Contact, Date, Lang, LeafletOutline, Outline, PageId, ShownAlert};
use crate::words::Wordings;

/// What stands around one page: where it lies, what lies below it, and what it is called in other languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// The pages above it, the home page first.
    pub trail: Vec<Arc<Outline>>,
    /// The pages below it, in the order in which readers need them.
    pub children: Vec<Arc<Outline>>,
    /// The same page in other languages.
    pub translations: Vec<Arc<Outline>>,
    /// The topics that gather more pages like it.
    pub topics: Vec<Arc<TopicOutline>>,
    /// Pages for who wants to know more.
    pub related: Vec<Arc<Outline>>,
    /// The parts of the guide that it is a part of, in their order; the first is the guide's own page. None where it is in no guide.
    pub guide: Vec<Arc<Outline>>,
    /// The leaflets that bring in its words.
    pub leaflets: Vec<Arc<LeafletOutline>>,
    /// The pages that say the same in Easy Read.
    pub easy_reads: Vec<Arc<Outline>>,
    /// The page that it says in Easy Read.
    pub original: Option<PageId>,
    /// Where it stands in its life.
    pub standing: Option<Standing>,
}

/// What pages show of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicOutline {
    /// The address of the page that gathers its pages.
    pub route: String,
    /// Its name.
    pub name: String,
}

/// What all pages of one language share.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The language.
    pub lang: Lang,
    /// The words that Handbill itself writes, by language.
    pub words: Arc<Wordings>,
    /// What `site.toml` says to readers.
    pub about: Arc<About>,
    /// Whom readers are to call; nobody where there is no number.
    pub office: Option<Arc<Contact>>,
    /// The first page of the language.
    pub home: Option<Arc<Outline>>,
    /// The pages of the main navigation, each in the language where it is in it.
    pub navigation: Vec<Arc<Outline>>,
    /// The same, in the order in which readers need them.
    pub ways_in: Vec<Arc<Outline>>,
    /// The pages that every page's foot leads to.
    pub foot: Vec<Arc<Outline>>,
    /// Where a reader of each other language starts.
    pub languages: Vec<Arc<Outline>>,
    /// Whether there is a list of leaflets.
    pub has_leaflets: bool,
    /// Whether there is a list of topics.
    pub has_topics: bool,
    /// Whether there is a list of what changes next.
    pub has_changes: bool,
    /// What every page must say now.
    pub alerts: Vec<ShownAlert>,
    /// The day that the site is built for.
    pub today: Date,
}
