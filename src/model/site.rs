//! The whole site: pages and how they hang together, leaflets, stores, files, and what the build was asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::checked::Checked;
use super::embossed::Embossed;
use super::kinds::{Report, Standing, State};
use super::outline::printed_address;
use super::{
    Around, AssetId, Block, Clock, Contact, Credit, Date, Deadline, Design, Details, Editions, Fact, FormatName,
    HeaderRule, Heading, Instant, Lang, Leaflet, LeafletId, Listed, Moment, PageId, PageKind, Shared, Sheets, Sounds,
    Term, walk,
};
use crate::diag::{FileId, Span};
use crate::words::{Worded, Wordings};

/// Everything that a format may need, read and looked up.
#[derive(Clone, Debug)]
pub struct Site {
    /// What `site.toml` says to readers.
    pub about: About,
    /// The moment the site is built for, on its own clocks.
    pub clock: Clock,
    /// Every page that is published at that moment, by route.
    pub pages: Listed<PageId, Page>,
    /// Every leaflet, by reference.
    pub leaflets: Listed<LeafletId, Leaflet>,
    /// Facts by name.
    pub facts: BTreeMap<String, Arc<Fact>>,
    /// Contacts by name.
    pub contacts: BTreeMap<String, Arc<Contact>>,
    /// The glossary by abbreviation.
    pub glossary: BTreeMap<String, Term>,
    /// Files beside the pages; what goes out says so.
    pub assets: Listed<AssetId, Asset>,
    /// Addresses that lead to others.
    pub aliases: Vec<Alias>,
    /// The theme's files.
    pub theme: Arc<Theme>,
    /// The faces that print may use, the first ones for text, the others where those lack a character.
    pub fonts: Vec<FontFile>,
    /// Designs by name.
    pub designs: BTreeMap<String, Design>,
    /// What braille is embossed on.
    pub embossed: Embossed,
    /// Which files that a machine made a person has read.
    pub checked: Arc<Vec<Checked>>,
    /// Who may use which picture: by the path of a picture under `content/`, of one of the set without its ending.
    pub images: Arc<BTreeMap<String, Credit>>,
    /// The formats that are published though nobody has read them.
    pub drafts: Vec<String>,
    /// Whether all drafts are shown, because somebody asked to see them.
    pub shows_drafts: bool,
    /// What leaflets are printed on, by name.
    pub sheets: Sheets,
    /// Which editions of leaflets are out, and who holds them.
    pub editions: Arc<Editions>,
    /// The pages of the main navigation, in order.
    pub navigation: Vec<PageId>,
    /// What pages are about, by address.
    pub topics: BTreeMap<String, Topic>,
    /// Sound that lies ready.
    pub sounds: Arc<Sounds>,
    /// The next moment at which a build of the same files would differ. It counts pages that are not published, so no
    /// format may tell readers of it.
    pub next_change: Option<Instant>,
    /// Files from which words were left out, because they lead to pages that are not published at this moment.
    pub gaps: BTreeSet<FileId>,
    /// What the site asks its host to send, besides what Handbill asks.
    pub headers: Vec<HeaderRule>,
    /// The words that Handbill itself writes, by language.
    pub words: Arc<Wordings>,
    /// What all pages of one language share, by the language's tag.
    pub shared: BTreeMap<String, Arc<Shared>>,
}

/// A subject that pages of the site's own language are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name, as the first page has it.
    pub name: String,
    /// The pages.
    pub pages: Vec<PageId>,
}

/// What `site.toml` says to readers.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The site's name.
    pub title: Worded,
    /// Where it will stand, without a slash at the end.
    pub base_url: String,
    /// Its language.
    pub language: Lang,
    /// Languages offered besides.
    pub languages: Vec<Lang>,
    /// Where they stand in the settings.
    pub languages_span: Span,
    /// Who publishes it; its address, phone and hours.
    pub organisation: Contact,
    /// A short form of the publisher's name.
    pub short_name: Worded,
    /// The publisher's organisation identifier, such as `GB-GOR-PC100`; empty where it has none.
    pub identifier: String,
    /// The publisher's prefix for grants, such as `360G-example`; empty where it has none.
    pub grants_prefix: String,
    /// The address of the licence of its open data; empty where it has not said one.
    pub data_licence: String,
    /// What to do in an emergency: one line, on every page.
    pub emergency: Worded,
    /// When somebody last compared that line with what the police say, and where that is written.
    pub emergency_checked: Option<(Date, Span)>,
    /// A small note on every page, such as that it is a demonstration.
    pub notice: Worded,
    /// Whom to tell of a hole in its safety; nothing where that is not said.
    pub security: Option<Security>,
    /// The way off the site.
    pub exit: Exit,
    /// Whether readers can search the site.
    pub search: bool,
}

/// Whom to tell of a hole in a site's safety, as programs read it. Source: RFC 9116.
#[derive(Clone, Debug, PartialEq)]
pub struct Security {
    /// The addresses to write to, the best first, such as `mailto:safety@example.org`.
    pub contact: Vec<String>,
    /// The address of what is promised to those who tell; empty where there is none.
    pub policy: String,
    /// When somebody last looked whether this is right.
    pub checked: Date,
    /// Where that stands.
    pub span: Span,
}

impl Security {
    /// Returns the day from which on nobody should rely on it: a year after somebody looked. Source: RFC 9116, 2.5.5, which
    /// asks for less than a year from then.
    pub fn expires(&self) -> Date {
        Date::from_ordinal(self.checked.ordinal() + 364)
    }
}

/// The way off the site, for a reader who is watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// The control's words.
    pub label: Worded,
    /// Where it leads: a harmless page of another site.
    pub url: String,
    /// Whether every page has it, and not only those that may put a reader in danger.
    pub everywhere: bool,
}

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its source file.
    pub file: FileId,
    /// The path of its source under `content/`, such as `victims/strategy.md`.
    pub path: String,
    /// Its address, such as `/victims/strategy/`.
    pub route: String,
    /// The last part of its address, or `home`.
    pub slug: String,
    /// Its language.
    pub lang: Lang,
    /// Its front matter.
    pub meta: Arc<Meta>,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// Its footnotes, by number.
    pub notes: Vec<Note>,
    /// Where the figures in its text come from, by number; footnotes have the numbers between.
    pub sources: Vec<Source>,
    /// Findings that its author accepts.
    pub waivers: Vec<Waiver>,
    /// Whether it is kept as a record, and marked, once it has expired.
    pub kept: bool,
    /// The addresses of the pages that gather what is said of its topics.
    pub topics: Vec<Arc<str>>,
    /// The page of the section it is in; none for the home page.
    pub parent: Option<PageId>,
    /// The pages below it, in the order in which they are listed.
    pub children: Vec<PageId>,
    /// The same page in other languages.
    pub translations: Vec<PageId>,
    /// What stands around it, filled in from all of these.
    pub around: Around,
    /// Its words as the search keeps them, where its text was let go.
    pub terms: Option<Arc<[u8]>>,
}

/// A page's front matter, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// What the page is called.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// Its short address, such as `rj`; empty where it has none.
    pub short: String,
    /// What it is for.
    pub kind: PageKind,
    /// When it was published.
    pub published: Option<Moment>,
    /// Its changes, newest first.
    pub updated: Vec<Update>,
    /// On a translation, the day of the original that it follows.
    pub translated: Option<Date>,
    /// When somebody must look at it again.
    pub review: Option<Date>,
    /// Who answers for it.
    pub owner: String,
    /// What it is about.
    pub topics: Vec<String>,
    /// The files of the pages that it names as related, each with its place; nothing where it leaves that to Handbill.
    pub related: Option<Vec<(String, Span)>>,
    /// Whether a reader may be in danger if somebody sees it.
    pub sensitive: bool,
    /// Whether the site's search finds it.
    pub search: bool,
    /// The formats it is published in.
    pub formats: Vec<FormatName>,
    /// Its place in the main navigation.
    pub nav: Option<u32>,
    /// Its short name there.
    pub nav_title: String,
    /// Its place in its section's list.
    pub order: Option<u32>,
    /// What the page's kind adds.
    pub details: Details,
    /// The first moment at which it is published.
    pub publish_from: Option<Moment>,
    /// The moment from which on it is not published, or only as a record.
    pub expires: Option<Moment>,
    /// Keys that nothing knows, where they stand, and the nearest known one.
    pub unknown: Vec<(String, Span, Option<String>)>,
    /// Where each key's line stands.
    pub spans: BTreeMap<String, Span>,
    /// Where the front matter stands.
    pub span: Span,
}

/// One change of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// When.
    pub date: Date,
    /// What.
    pub note: String,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The label that the author gave.
    pub label: String,
    /// The number in the list of notes and sources, from 1, in order of first use.
    pub number: usize,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// Where a figure in the text comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The number in the list of notes and sources, from 1, in order of first use.
    pub number: usize,
    /// The figure, with its source.
    pub fact: Arc<Fact>,
}

/// One entry of the list of notes and sources at a page's end.
#[derive(Clone, Copy, Debug)]
pub enum EndNote<'a> {
    /// A footnote.
    Note(&'a Note),
    /// The source of a figure.
    Source(&'a Source),
}

impl EndNote<'_> {
    /// Returns its number, which its marks in the text have too.
    pub fn number(&self) -> usize {
        match self {
            EndNote::Note(note) => note.number,
            EndNote::Source(source) => source.number,
        }
    }
}

/// Returns footnotes and sources as one list, by number.
pub fn end_notes<'a>(notes: &'a [Note], sources: &'a [Source]) -> Vec<EndNote<'a>> {
    let mut all: Vec<EndNote<'a>> =
        notes.iter().map(EndNote::Note).chain(sources.iter().map(EndNote::Source)).collect();
    all.sort_by_key(EndNote::number);
    all
}

/// A finding that an author accepts, for a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The rule's name.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// What it covers; nothing for the whole page.
    pub covers: Option<Span>,
    /// Where it stands.
    pub span: Span,
}

/// An address that leads to another: an old one, or a short one that is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The address that leads on.
    pub from: String,
    /// Where it leads.
    pub to: AliasTo,
    /// Whether it is a short one.
    pub short: bool,
    /// Where the alias stands.
    pub span: Span,
}

/// Where an alias leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasTo {
    /// To a page's present address.
    Page(PageId),
    /// To a leaflet's entry in the list of leaflets.
    Leaflet(LeafletId),
}

/// A file beside the pages, which goes out if it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// Its path under `content/`, and in the output.
    pub path: String,
    /// Where it lies, from the site's folder on: as the disk has its name, whose accents may be written otherwise.
    pub source: String,
    /// What it is.
    pub kind: AssetKind,
    /// Its size in bytes, as it is published.
    pub size: u64,
    /// Whether it goes out, and why.
    pub goes: Goes,
    /// Its bytes as they are published, where they are drawn: a picture that is printed. Other files are never held, so
    /// that films do not fill the memory; they are copied from where they lie.
    pub bytes: Option<Arc<[u8]>>,
    /// What it says besides what it shows.
    pub remarks: Vec<Remark>,
}

/// Something that a file says besides what it shows, such as who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub says: Says,
    /// The words for it, to stand in a sentence, such as "its author, `Jane Field`".
    pub words: String,
    /// What a finding points to: the file as a source, or where the page that offers it says so.
    pub at: Span,
}

/// What a file may say besides what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Who wrote it, and on which computer.
    Who,
    /// What was changed in it, and what others thought of that.
    Changes,
    /// Words, sheets or files that are there and not shown.
    Hidden,
    /// Where it was filmed or photographed.
    Place,
    /// Nobody knows what: it cannot be looked into.
    Unknown,
    /// What in it would shut a reader out: it says nothing, but somebody should know.
    Barrier,
}

/// Whether a file goes out, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// It does, because a page or leaflet that goes out uses it.
    Used,
    /// It does, because `site.toml` names it; where a file of ours would have its name, it comes in its place.
    Named,
    /// It stays home.
    Stays,
}

/// What an asset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// A picture of this many pixels.
    Image {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// Anything else.
    File,
}

/// A theme's files, the site's own over the built-in ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Bytes by path under the theme's folder.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Whether the site has written templates of its own, in place of the built-in ones or besides them.
    pub own_templates: bool,
    /// The sources of those that are text, by the same path, so that what is wrong in one has a place.
    pub sources: BTreeMap<String, FileId>,
}

/// A face for print.
#[derive(Clone, Debug, PartialEq)]
pub struct FontFile {
    /// The file's name, without its ending.
    pub name: String,
    /// The font file's bytes.
    pub bytes: Arc<[u8]>,
}

/// The address of the list of leaflets.
pub const LEAFLETS: &str = "/leaflets/";

/// The address of the page that gathers what reports recommended and is not finished.
pub const OPEN_RECOMMENDATIONS: &str = "/recommendations/";

/// The address of the list of topics.
pub const TOPICS: &str = "/topics/";

/// The address of the list of pages by title.
pub const A_TO_Z: &str = "/a-z/";

/// The address of the page on which readers search the site.
pub const SEARCH: &str = "/search/";

/// Addresses that a site has without a page in `content/`.
pub fn generated() -> &'static [&'static str] {
    &[
        A_TO_Z,
        LEAFLETS,
        OPEN_RECOMMENDATIONS,
        SEARCH,
        "/what-changes-next/",
        "/built.txt",
        "/atom.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/404.html",
    ]
}

/// What stands for the last part of an address where the address has none, as `/`. The page `home.md` has the same last part,
/// and is not a home page.
pub const HOME: &str = "home";

impl Site {
    /// Returns the day the site is built for.
    pub fn today(&self) -> Date {
        self.clock.moment().date
    }

    /// Returns a page; ids come from this list, so there is always one.
    pub fn page(&self, id: PageId) -> &Page {
        self.pages.find(id).expect("an id comes from this site")
    }

    /// Returns whether a leaflet is not to be noticed, or brings in words of a page that may put a reader in danger.
    pub fn is_sensitive(&self, leaflet: &Leaflet) -> bool {
        leaflet.discreet || leaflet.pages.iter().any(|page| self.page(*page).meta.sensitive)
    }

    /// Returns the leaflets that each place prints, by the place as its address has it.
    pub fn leaflet_places(&self) -> BTreeMap<String, Vec<&Leaflet>> {
        let mut places: BTreeMap<String, Vec<&Leaflet>> = BTreeMap::new();
        for leaflet in self.leaflets.iter() {
            for place in leaflet.places() {
                places.entry(place).or_default().push(leaflet);
            }
        }
        places
    }

    /// Returns a leaflet; ids come from this list, so there is always one.
    pub fn leaflet(&self, id: LeafletId) -> &Leaflet {
        self.leaflets.find(id).expect("an id comes from this site")
    }

    /// Returns a file; ids come from this list, so there is always one.
    pub fn asset(&self, id: AssetId) -> &Asset {
        self.assets.find(id).expect("an id comes from this site")
    }

    /// Returns every page with its id.
    pub fn page_ids(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages.with_ids()
    }

    /// Returns every leaflet with its id.
    pub fn leaflet_ids(&self) -> impl Iterator<Item = (LeafletId, &Leaflet)> {
        self.leaflets.with_ids()
    }

    /// Returns the files that go out.
    pub fn going_out(&self) -> impl Iterator<Item = (AssetId, &Asset)> {
        self.asset_ids().filter(|(_, asset)| asset.goes != Goes::Stays)
    }

    /// Returns every asset with its id.
    pub fn asset_ids(&self) -> impl Iterator<Item = (AssetId, &Asset)> {
        self.assets.with_ids()
    }

    /// Returns the pages above a page, the home page first.
    pub fn trail(&self, id: PageId) -> Vec<PageId> {
        let mut trail = Vec::new();
        let mut at = self.page(id).parent;
        while let Some(above) = at {
            trail.push(above);
            at = self.page(above).parent;
        }
        trail.reverse();
        trail
    }

    /// Returns every report that has recommendations.
    pub fn reports(&self) -> impl Iterator<Item = (PageId, &Page, &Report)> {
        self.page_ids().filter_map(|(id, page)| {
            let Details::Report(report) = &page.meta.details else { return None };
            (!report.recommendations.is_empty()).then_some((id, page, report))
        })
    }

    /// Returns whether there is a list of topics, and no page of the author's in its place.
    pub fn has_topic_list(&self) -> bool {
        !self.topics.is_empty() && !self.pages.iter().any(|page| page.route == TOPICS)
    }

    /// Returns the leaflets that bring in words of a page.
    pub fn leaflets_of(&self, page: PageId) -> impl Iterator<Item = (LeafletId, &Leaflet)> {
        self.leaflet_ids().filter(move |(_, leaflet)| leaflet.pages.contains(&page))
    }
}

/// Returns whether a page is the first of its language: the site's root, or that of a translation, such as `/cy/`.
pub fn is_home(slug: &str, route: &str, lang: &Lang) -> bool {
    slug == HOME && (route == "/" || route == format!("/{}/", lang.primary()))
}

impl Meta {
    /// Returns where the page stands in its life; nothing where its kind has none.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        let expired = self.expires.filter(|expires| clock.reached(*expires));
        let kept = |expires: Moment| Standing::on(State::Expired, Deadline::day(expires.date));
        let own = self.details.standing(clock);
        match expired {
            // What is over is over, whatever else the page says.
            Some(expires) if own.is_none_or(|standing| standing.state < State::OutcomePublished) => Some(kept(expires)),
            _ => own,
        }
    }

    /// Returns whether the page is published on the website.
    pub fn is_on_the_web(&self) -> bool {
        self.formats.contains(&FormatName::WEB)
    }

    /// Returns whether the page is made in a format that is not the website, such as print.
    pub fn is_printed(&self) -> bool {
        self.formats.iter().any(|format| *format != FormatName::WEB)
    }

    /// Returns the first moment at which the page is published: `publish_from`, or else `published`.
    pub fn begins(&self) -> Option<Moment> {
        self.publish_from.or(self.published)
    }
}

impl Page {
    /// Returns the address that is printed, from the first slash: the short one where there is one.
    pub fn printed_address(&self) -> String {
        printed_address(&self.meta.short, &self.route)
    }

    /// Returns where the page stands in its life; nothing where its kind has none.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        self.meta.standing(clock)
    }

    /// Returns whether the page is the first of its language: the site's root, or that of a translation, such as `/cy/`.
    pub fn is_home(&self) -> bool {
        is_home(&self.slug, &self.route, &self.lang)
    }

    /// Returns the page's headings in reading order.
    pub fn headings(&self) -> Vec<&Heading> {
        walk::headings(&self.blocks)
    }

    /// Returns whether the page is published in a format.
    pub fn has_format(&self, format: FormatName) -> bool {
        self.meta.formats.contains(&format)
    }

    /// Returns whether the page is published on the website.
    pub fn is_on_the_web(&self) -> bool {
        self.meta.is_on_the_web()
    }

    /// Returns the path of its source from the site's folder, such as `content/help-now.md`.
    pub fn source_path(&self) -> String {
        format!("content/{}", self.path)
    }

    /// Returns the day of the page's last change.
    pub fn changed(&self) -> Option<Date> {
        let latest = self.meta.updated.iter().map(|update| update.date).max();
        latest.max(self.meta.published.map(|moment| moment.date))
    }

    /// Returns where a key of the front matter stands, or else the whole front matter.
    pub fn key_span(&self, key: &str) -> Span {
        self.meta.spans.get(key).copied().unwrap_or(self.meta.span)
    }
}
