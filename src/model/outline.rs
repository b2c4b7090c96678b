//! What a page or leaflet shows of something that is not its own: of another page, of a file, of a leaflet. A writer
//! sees these, and nothing else of the site; what is in none of them can change without any other page changing.

use std::cmp::Reverse;
use std::sync::Arc;

use super::kinds::{FilmDetails, Standing};
use super::{
    Asset, AssetId, AssetKind, Clock, Date, Details, Lang, Leaflet, LeafletId, Meta, Page, PageId, PageKind, is_home,
};

/// What other pages show of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The page.
    pub id: PageId,
    /// The path of its source under `content/`, such as `victims/strategy.md`.
    pub path: String,
    /// Its address, such as `/victims/strategy/`.
    pub route: String,
    /// Its short address, such as `rj`; empty where it has none.
    pub short: String,
    /// Its language.
    pub lang: Lang,
    /// What it is for.
    pub kind: PageKind,
    /// What it is called.
    pub title: String,
    /// Its short name in navigation; empty where it has none.
    pub nav_title: String,
    /// One sentence about it.
    pub summary: String,
    /// The day on which it was published.
    pub published: Option<Date>,
    /// The day of its last change that its author told of.
    pub changed: Option<Date>,
    /// Where it stands in its life.
    pub standing: Option<Standing>,
    /// Whether it is on the web.
    pub on_web: bool,
    /// Whether it is the first page of its language.
    pub home: bool,
    /// Whether it is a report with recommendations.
    pub recommends: bool,
    /// What is told of its film, where it is about one.
    pub film: Option<FilmOutline>,
    /// The leaflets that lead to it, by reference.
    pub on_paper: Arc<Vec<OnPaper>>,
}

/// What documents on paper tell of a leaflet that leads to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnPaper {
    /// Its reference, such as `RJ-01`, by which readers ask for it.
    pub reference: String,
    /// The languages that it comes in, the site's own first.
    pub languages: Vec<Lang>,
}

/// What other pages tell of a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilmOutline {
    /// How long it is, in seconds.
    pub seconds: Option<u32>,
    /// Whether it has captions.
    pub captions: bool,
    /// Whether it can be watched in British Sign Language.
    pub signed: bool,
}

/// What pages show of a file that is published beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetOutline {
    /// Its path in the output.
    pub path: String,
    /// What it is.
    pub kind: AssetKind,
    /// Its size in bytes, as it is published.
    pub size: u64,
    /// Its bytes as they are published, where it is a picture that is printed.
    pub bytes: Option<Arc<[u8]>>,
}

/// What pages show of a leaflet that brings in their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafletOutline {
    /// The leaflet.
    pub id: LeafletId,
    /// What it is called.
    pub title: String,
    /// Its language.
    pub lang: Lang,
}

/// A page that another leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageUse {
    /// Which page.
    pub id: PageId,
    /// What is shown of it, once that was filled in.
    pub outline: Option<Arc<Outline>>,
}

/// A file that a page uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetUse {
    /// Which file.
    pub id: AssetId,
    /// What is shown of it, once that was filled in.
    pub outline: Option<Arc<AssetOutline>>,
}

impl From<PageId> for PageUse {
    fn from(id: PageId) -> PageUse {
        PageUse { id, outline: None }
    }
}

impl From<AssetId> for AssetUse {
    fn from(id: AssetId) -> AssetUse {
        AssetUse { id, outline: None }
    }
}

impl Outline {
    /// Returns what other pages show of a page at the moment of a clock.
    pub fn of(id: PageId, page: &Page, clock: &Clock) -> Outline {
        Outline::from((id, &page.path), (&page.route, &page.slug, &page.lang), &page.meta, clock)
    }

    /// Returns the same from a page's path, its address with the last part of it, its language and its front matter.
    pub fn from(
        (id, path): (PageId, &str),
        (route, slug, lang): (&str, &str, &Lang),
        meta: &Meta,
        clock: &Clock,
    ) -> Outline {
        let film = if let Details::Film(film) = &meta.details { Some(FilmOutline::of(film)) } else { None };
        Outline {
            id,
            path: path.to_string(),
            route: route.to_string(),
            short: meta.short.clone(),
            lang: lang.clone(),
            kind: meta.kind,
            title: meta.title.clone(),
            nav_title: meta.nav_title.clone(),
            summary: meta.summary.clone(),
            published: meta.published.map(|moment| moment.date),
            changed: meta.updated.iter().map(|update| update.date).max(),
            standing: meta.standing(clock),
            on_web: meta.is_on_the_web(),
            home: is_home(slug, route, lang),
            recommends: matches!(&meta.details, Details::Report(report) if !report.recommendations.is_empty()),
            film,
            on_paper: Arc::default(),
        }
    }

    /// Returns the address that is printed, from the first slash: the short one where there is one.
    pub fn printed_address(&self) -> String {
        printed_address(&self.short, &self.route)
    }

    /// Returns the page's name in navigation.
    pub fn short_title(&self) -> &str {
        if self.nav_title.is_empty() { &self.title } else { &self.nav_title }
    }
}

impl FilmOutline {
    fn of(film: &FilmDetails) -> FilmOutline {
        FilmOutline { seconds: film.seconds, captions: !film.captions.wanted.is_empty(), signed: film.bsl.is_some() }
    }
}

impl AssetOutline {
    /// Returns what pages show of a file.
    pub fn of(asset: &Asset) -> AssetOutline {
        AssetOutline { path: asset.path.clone(), kind: asset.kind, size: asset.size, bytes: asset.bytes.clone() }
    }
}

impl LeafletOutline {
    /// Returns what pages show of a leaflet.
    pub fn of(id: LeafletId, leaflet: &Leaflet) -> LeafletOutline {
        LeafletOutline { id, title: leaflet.title.clone(), lang: leaflet.lang.clone() }
    }
}

/// Returns the address of a page that is printed, from the first slash: the short one where there is one.
pub fn printed_address(short: &str, route: &str) -> String {
    if short.is_empty() { route.to_string() } else { format!("/{short}/") }
}

/// Puts pages with a life in the order in which readers need them: what they can act on first, the nearest deadline
/// first; then what is over, the latest first. Pages without one keep their order, after those that are live.
pub fn in_order(mut pages: Vec<Arc<Outline>>) -> Vec<Arc<Outline>> {
    pages.sort_by_key(|page| match page.standing {
        Some(Standing { state, day }) if state.is_live() => (0, Some(state), day, Reverse(None)),
        None => (1, None, None, Reverse(None)),
        Some(Standing { state, day }) => (2, Some(state), None, Reverse(day)),
    });
    pages
}
