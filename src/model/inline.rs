//! What stands inside a paragraph. Every node carries its span; none knows of a format.

use std::sync::Arc;

use super::{AssetUse, Contact, ContactField, Fact, Lang, PageUse, Text};
use crate::diag::Span;
use crate::words::Said;

/// One piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(Text),
    /// Emphasis: a stress in the voice. Never drawn as italics.
    Emphasis(Nested),
    /// Strong importance.
    Strong(Nested),
    /// Words that no longer hold.
    Strikethrough(Nested),
    /// Something to type, or the name of a file.
    Code(Text),
    /// A link and its words.
    Link(Box<Link>),
    /// A picture among the words.
    Image(Box<Image>),
    /// A figure from the store of facts.
    Fact(Box<FactUse>),
    /// A detail from the store of contacts.
    Contact(Box<ContactUse>),
    /// An abbreviation that the glossary knows.
    Abbreviation(Box<Abbreviation>),
    /// Words in another language.
    Language(Box<Foreign>),
    /// The mark that points to a footnote.
    FootnoteMark(Box<FootnoteMark>),
    /// A line break that the author asked for.
    LineBreak(Span),
    /// HTML that stood in the Markdown. It is a finding, and no format writes it as anything but words.
    RawHtml(Text),
}

/// Running text inside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    /// What the mark holds.
    pub content: Vec<Inline>,
    /// Where the whole stands.
    pub span: Span,
}

/// A link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Its words.
    pub content: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// Where a link leads, once it was looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A page of this site, and a heading on it.
    Page {
        /// The page.
        page: PageUse,
        /// The id of a heading of that page.
        heading: Option<String>,
    },
    /// A file that is published beside the pages.
    Asset(AssetUse),
    /// A page that the site makes by itself, such as `/leaflets/`.
    Route(String),
    /// Another website; the whole address.
    Web(String),
    /// An email address, without `mailto:`.
    Email(String),
    /// A telephone number, without `tel:`.
    Phone(String),
    /// A number that text messages go to, without `sms:`.
    TextMessage(String),
    /// Nothing that there is.
    Broken(Broken),
    /// Not known yet: the address as it was written, which nobody has looked up. Reading leaves these, and linking none.
    Unread(String),
}

/// A link that leads nowhere: what was asked for, and what may have been meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The address as it was written.
    pub wanted: String,
    /// Why it leads nowhere.
    pub why: BrokenWhy,
    /// The nearest thing that there is.
    pub nearest: Option<String>,
}

/// Why a link leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenWhy {
    /// There is no such file.
    NoFile,
    /// The page has no such heading.
    NoHeading,
    /// The file lies outside the site.
    Outside,
    /// The file is a page that is not published at this moment.
    NotPublished,
    /// The file is never published, because it could run a program.
    CouldRun,
    /// The address is not of a kind that a reader can follow.
    Scheme,
    /// There is no address.
    Empty,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The file, where there is one.
    pub asset: Option<AssetUse>,
    /// The address as it was written.
    pub wanted: String,
    /// What a reader who cannot see it is told; empty where it is decorative.
    pub alt: String,
    /// Whether the author said that it carries no meaning.
    pub decorative: bool,
    /// Where it stands.
    pub span: Span,
}

/// A figure that stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct FactUse {
    /// The fact's name in the store.
    pub key: String,
    /// The figure as the author wrote it; empty to have it filled in.
    pub text: String,
    /// The fact, filled in; nothing where the store does not know it.
    pub fact: Option<Arc<Fact>>,
    /// The figure as the store has it, filled in for the page's language.
    pub shown: Option<Said>,
    /// The number of its source in the list of notes, from 1; nothing where the store does not know it.
    pub number: Option<usize>,
    /// Where it stands.
    pub span: Span,
}

/// A contact detail that stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactUse {
    /// The contact's name in the store, such as `office`.
    pub contact: String,
    /// Which detail, such as `phone`; its name as it was written where there is no such detail.
    pub field: Result<ContactField, String>,
    /// The detail as the author wrote it; empty to have it filled in.
    pub text: String,
    /// The detail as the store has it, filled in; nothing where the store does not know it.
    pub detail: Option<Arc<Detail>>,
    /// Where it stands.
    pub span: Span,
}

/// A detail of a contact as the store has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Its words, such as a number in groups.
    pub words: Said,
    /// Where it leads when it is followed: a number to ring, an address to write to.
    pub target: Option<Target>,
    /// Whose it is: what else its callers should know.
    pub contact: Arc<Contact>,
}

impl FactUse {
    /// Returns the figure as readers see it: as the author wrote it, or else as the store has it.
    pub fn words(&self) -> &str {
        if self.text.is_empty() { self.shown.as_ref().map_or("", |shown| &shown.text) } else { &self.text }
    }
}

impl ContactUse {
    /// Returns the detail as readers see it: as the author wrote it, or else as the store has it.
    pub fn words(&self) -> &str {
        if self.text.is_empty() { self.detail.as_ref().map_or("", |detail| &detail.words) } else { &self.text }
    }

    /// Returns the name of the detail that was asked for.
    pub fn field_name(&self) -> &str {
        self.field.as_ref().map_or_else(String::as_str, |field| field.name())
    }

    /// Returns where the detail leads, where it leads anywhere.
    pub fn target(&self) -> Option<&Target> {
        self.detail.as_ref()?.target.as_ref()
    }
}

/// An abbreviation in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Abbreviation {
    /// The letters.
    pub short: String,
    /// What they stand for.
    pub full: Said,
    /// Whether this is the place where the page says what they stand for.
    pub expand: bool,
    /// Where it stands.
    pub span: Span,
}

/// Words in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreign {
    /// Their language.
    pub lang: Lang,
    /// The words.
    pub content: Vec<Inline>,
    /// Where they stand.
    pub span: Span,
}

/// The mark that points to a footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct FootnoteMark {
    /// The label that the author gave.
    pub label: String,
    /// The number in the list of notes and sources, from 1; nothing where there is no such note.
    pub number: Option<usize>,
    /// Where it stands.
    pub span: Span,
}

impl Inline {
    /// Returns where the node stands.
    pub fn span(&self) -> Span {
        match self {
            Inline::Text(t) | Inline::Code(t) | Inline::RawHtml(t) => t.span,
            Inline::Emphasis(n) | Inline::Strong(n) | Inline::Strikethrough(n) => n.span,
            Inline::Link(link) => link.span,
            Inline::Image(image) => image.span,
            Inline::Fact(fact) => fact.span,
            Inline::Contact(contact) => contact.span,
            Inline::Abbreviation(abbreviation) => abbreviation.span,
            Inline::Language(foreign) => foreign.span,
            Inline::FootnoteMark(mark) => mark.span,
            Inline::LineBreak(span) => *span,
        }
    }

    /// Says where the node stands; what it holds keeps its own place.
    pub fn set_span(&mut self, span: Span) {
        match self {
            Inline::Text(t) | Inline::Code(t) | Inline::RawHtml(t) => t.set_span(span),
            Inline::Emphasis(n) | Inline::Strong(n) | Inline::Strikethrough(n) => n.span = span,
            Inline::Link(link) => link.span = span,
            Inline::Image(image) => image.span = span,
            Inline::Fact(fact) => fact.span = span,
            Inline::Contact(contact) => contact.span = span,
            Inline::Abbreviation(abbreviation) => abbreviation.span = span,
            Inline::Language(foreign) => foreign.span = span,
            Inline::FootnoteMark(mark) => mark.span = span,
            Inline::LineBreak(own) => *own = span,
        }
    }

    /// Returns what the node holds, where it holds running text.
    pub fn children(&self) -> &[Inline] {
        match self {
            Inline::Emphasis(n) | Inline::Strong(n) | Inline::Strikethrough(n) => &n.content,
            Inline::Link(link) => &link.content,
            Inline::Language(foreign) => &foreign.content,
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::RawHtml(_)
            | Inline::Image(_)
            | Inline::Fact(_)
            | Inline::Contact(_)
            | Inline::Abbreviation(_)
            | Inline::FootnoteMark(_)
            | Inline::LineBreak(_) => &[],
        }
    }

    /// Returns what the node holds, to be changed.
    pub fn children_mut(&mut self) -> Option<&mut Vec<Inline>> {
        match self {
            Inline::Emphasis(n) | Inline::Strong(n) | Inline::Strikethrough(n) => Some(&mut n.content),
            Inline::Link(link) => Some(&mut link.content),
            Inline::Language(foreign) => Some(&mut foreign.content),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::RawHtml(_)
            | Inline::Image(_)
            | Inline::Fact(_)
            | Inline::Contact(_)
            | Inline::Abbreviation(_)
            | Inline::FootnoteMark(_)
            | Inline::LineBreak(_) => None,
        }
    }
}

/// Returns the words of running text as readers see them, without marks; a line break becomes a space.
pub fn plain_text(content: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(content, &mut out);
    out
}

fn push_plain(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(t) | Inline::Code(t) | Inline::RawHtml(t) => out.push_str(&t.text),
            Inline::Image(image) => out.push_str(&image.alt),
            Inline::Fact(fact) => out.push_str(fact.words()),
            Inline::Contact(contact) => out.push_str(contact.words()),
            Inline::Abbreviation(abbreviation) => out.push_str(&abbreviation.short),
            Inline::LineBreak(_) => out.push(' '),
            Inline::FootnoteMark(_) => {}
            Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Strikethrough(_)
            | Inline::Link(_)
            | Inline::Language(_) => push_plain(inline.children(), out),
        }
    }
}
