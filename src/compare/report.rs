//! What has changed for the public, ready to be shown. The names of its fields are those of the JSON: they are added to, and
//! never renamed.

use serde::Serialize;

use super::page::{Page, SentenceKind};
use crate::check::ParticularKind;

/// What changes for the public from one build to another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// What the site is called.
    pub site: String,
    /// Its address.
    pub url: String,
    /// How many pages it has now.
    pub pages: usize,
    /// The moment that the earlier site was built for, as RFC 3339 has it; empty where that is not known.
    pub since: String,
    /// The moment that the site is looked at for.
    pub at: String,
    /// Whether nothing changes.
    pub nothing: bool,
    /// Sentences and links that are not as they were: first those with a deadline, a contact, a date or a figure.
    pub changes: Vec<Change>,
    /// Pages that are new.
    pub new: Vec<NewPage>,
    /// Pages that are gone.
    pub gone: Vec<GonePage>,
    /// Pages that stand at another address.
    pub moved: Vec<MovedPage>,
    /// Addresses that lead on, where that is not as it was.
    pub redirects: Vec<Redirect>,
    /// Files of authors that are not as they were.
    pub documents: Vec<Document>,
    /// Leaflets whose words are not as they were.
    pub leaflets: Vec<LeafletChange>,
    /// What changes next without anybody's doing; nothing where nothing does.
    pub next: Option<Next>,
}

/// A page, as it is named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageName {
    /// Its address on the site.
    pub address: String,
    /// Its main heading.
    pub title: String,
    /// The tag of its language.
    pub lang: String,
    /// Whether nobody should be seen reading it.
    pub sensitive: bool,
}

impl PageName {
    /// Returns how a page is named.
    pub fn of(page: &Page) -> PageName {
        PageName {
            address: page.address.clone(),
            title: page.title.clone(),
            lang: page.lang.clone(),
            sensitive: page.sensitive,
        }
    }
}

/// What has become of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It has other words.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its words lead elsewhere.
    Link,
    /// It is said in another place of its page.
    Order,
}

/// One change, on every page that has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What has become of it.
    pub how: How,
    /// What the sentence is on its page.
    pub kind: SentenceKind,
    /// What a cell or a detail is about.
    pub label: String,
    /// The heading above it.
    pub under: String,
    /// The tag of its language.
    pub lang: String,
    /// What was said, or where the words led; empty where it is new.
    pub then: String,
    /// What is said, or where they lead; empty where it is gone.
    pub now: String,
    /// The words of a link that leads elsewhere; how many sentences stand elsewhere, where the order is another.
    pub words: String,
    /// The deadlines, contacts, dates and figures in it that are not as they were, the weightiest first.
    pub particulars: Vec<ParticularChange>,
    /// The pages that have it, by address; none for a leaflet.
    pub pages: Vec<PageName>,
    /// Whether it stands around the words of the pages, such as in their header.
    pub around: bool,
}

/// Particulars of a sentence that are not as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParticularChange {
    /// What they are: `deadline`, `contact`, `date` or `figure`.
    #[serde(serialize_with = "named")]
    pub kind: ParticularKind,
    /// What stood there and no longer does.
    pub then: Vec<String>,
    /// What stands there and did not.
    pub now: Vec<String>,
}

fn named<S: serde::Serializer>(kind: &ParticularKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(name_of(*kind))
}

/// Returns what a particular is called.
pub fn name_of(kind: ParticularKind) -> &'static str {
    match kind {
        ParticularKind::Deadline => "deadline",
        ParticularKind::Contact => "contact",
        ParticularKind::Date => "date",
        ParticularKind::Figure => "figure",
    }
}

/// A page that is new.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewPage {
    /// The page.
    #[serde(flatten)]
    pub page: PageName,
    /// What is said of it.
    pub summary: String,
    /// How many words it has.
    pub words: usize,
    /// Its sentences with a deadline, a contact or a date.
    pub particular: Vec<String>,
    /// The addresses of pages that list it.
    pub listed_on: Vec<String>,
}

/// A page that is gone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GonePage {
    /// The page.
    #[serde(flatten)]
    pub page: PageName,
    /// Where its address leads now; nothing where it says that there is no such page.
    pub leads_to: Option<String>,
    /// The addresses of pages that listed it.
    pub listed_on: Vec<String>,
}

/// A page that stands at another address.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MovedPage {
    /// The page where it is now.
    #[serde(flatten)]
    pub page: PageName,
    /// Its address before.
    pub from: String,
    /// Whether that leads to it.
    pub leads_on: bool,
}

/// An address that leads on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Redirect {
    /// The address.
    pub address: String,
    /// Where it led; nothing where it did not.
    pub then: Option<String>,
    /// Where it leads; nothing where it does not.
    pub now: Option<String>,
}

/// A file of an author's that is not as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// Its path on the site, from the first slash.
    pub address: String,
    /// What has become of it.
    pub how: DocumentHow,
    /// The pages that show or offer it.
    pub pages: Vec<PageName>,
}

/// What has become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentHow {
    /// It has other bytes under the same name.
    Replaced,
    /// It is new.
    New,
    /// It is gone.
    Gone,
}

/// A leaflet that is not as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeafletChange {
    /// Its code.
    pub reference: String,
    /// The tag of its language; empty for the site's first.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// What has become of it.
    pub how: LeafletHow,
    /// Whether its words changed and its edition's number did not.
    pub edition_unchanged: bool,
    /// What of its words is not as it was.
    pub changes: Vec<Change>,
    /// Who has copies.
    pub holders: Vec<Held>,
}

/// What has become of a leaflet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LeafletHow {
    /// Its words are others: copies must be printed again.
    Changed,
    /// It is new.
    New,
    /// It is gone.
    Gone,
}

/// Copies that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Who has them.
    pub to: String,
    /// How many.
    pub copies: u32,
    /// Of which edition.
    pub edition: u32,
    /// The day on which they went out.
    pub issued: String,
}

/// What changes next by the clock alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Next {
    /// When, as RFC 3339 has it.
    pub at: String,
    /// What changes then; nothing where it was not looked for.
    pub then: Option<Box<Report>>,
}

impl Report {
    /// Returns how many of the changes have a deadline, a contact, a date or a figure: they come first.
    pub fn weighty(&self) -> usize {
        self.changes.iter().take_while(|change| !change.particulars.is_empty()).count()
    }
}
