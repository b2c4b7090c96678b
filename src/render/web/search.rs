//! The search: a page for each language on which readers look for words, and the index that the page's script reads. Nothing
//! that a reader types leaves the browser; which file of the index is asked for tells a host no more than first letters.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use super::context::PageContext;
use super::escape;
use super::link::NavLink;
use super::listed;
use super::searched::{Searched, finds_danger, searched};
use super::website::WebsitePress;
use crate::model::{Lang, Leaflet, Outline, Page, fnv};
use crate::render::address::{base_path, output_path};
use crate::render::claim::Claim;
use crate::render::format::{Catalogue, File, Made, RenderError};
use crate::search::{Index, Stems, index, terms};

/// The file that says which others there are.
const CONTENTS: &str = "search/index.json";

/// The theme's script that reads the index.
const FINDER: &str = "finder.js";

/// How many pages share a file that says what they are called: such a file is some 60 kB.
const EACH: usize = 256;

/// For how many pages there is a file of words. So a file is some 40 kB, and has so many words that it tells little which one is
/// asked for.
const PER_FILE: usize = 400;

/// What the script is told of all files.
#[derive(Serialize)]
struct Contents<'s> {
    version: &'s str,
    languages: Vec<Language<'s>>,
}

/// What it is told of the files of a language.
#[derive(Serialize)]
struct Language<'s> {
    /// The folder of the files.
    folder: String,
    lang: &'s str,
    dir: &'static str,
    name: &'s str,
    pages: usize,
    each: usize,
    /// The first letters of each file of words.
    starts: &'s [String],
}

/// A file of words.
#[derive(Serialize)]
struct Words<'s> {
    version: &'s str,
    words: &'s [String],
}

/// A file that says what pages are called.
#[derive(Serialize)]
struct Names<'s> {
    version: &'s str,
    pages: &'s [Found<'s>],
}

/// What readers are told of a page: its address, its title, where it lies, and what it is about.
#[derive(Serialize)]
struct Found<'s>(String, &'s str, String, &'s str);

/// Returns the files of the search.
pub fn files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let all = searched(press.site);
    let mut claims = Vec::new();
    for one in &all {
        claims.push(Claim::site(output_path(&one.route), "the page to search the site"));
        let (words, names) = counts(one);
        let words = (0..words).map(|number| words_path(one.lang, number));
        let paths = words.chain((0..names).map(|number| names_path(one.lang, number)));
        claims.extend(paths.map(|path| Claim::site(path, "a part of the index of the search")));
    }
    if !all.is_empty() {
        claims.push(Claim::site(CONTENTS, "the index of the search"));
    }
    claims
}

/// Returns how many files of words, and of names, there are. Only the number of pages decides: what the files are called is known
/// before a word is looked at.
fn counts(one: &Searched<'_>) -> (usize, usize) {
    let all = one.pages.len() + one.leaflets.len();
    (all.div_ceil(PER_FILE).max(1), all.div_ceil(EACH).max(1))
}

fn words_path(lang: &Lang, number: usize) -> String {
    format!("search/{}/words-{number}.json", lang.primary())
}

fn names_path(lang: &Lang, number: usize) -> String {
    format!("search/{}/pages-{number}.json", lang.primary())
}

/// Makes the pages and the index.
///
/// # Errors
///
/// A mistake of ours.
pub fn make(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let all = searched(press.site);
    let mut made = Made::default();
    for one in &all {
        page(press, one, catalogue, &mut made)?;
    }
    if all.is_empty() {
        return Ok(made);
    }
    let indexed: Vec<(Index, Vec<Found<'_>>)> =
        all.iter().map(|one| (indexed(press, one), found(press, one))).collect();
    let version = version(&indexed);
    let languages = all.iter().zip(&indexed).map(|(one, (index, found))| Language {
        folder: one.lang.primary(),
        lang: one.lang.tag(),
        dir: one.lang.direction().name(),
        name: one.lang.own_name(),
        pages: found.len(),
        each: EACH,
        starts: &index.starts,
    });
    let languages = languages.collect();
    made.files.push(file(CONTENTS.to_string(), &Contents { version: &version, languages })?);
    for (one, (index, found)) in all.iter().zip(&indexed) {
        for (number, words) in index.files.iter().enumerate() {
            made.files.push(file(words_path(one.lang, number), &Words { version: &version, words })?);
        }
        let (_, names) = counts(one);
        let mut parts = found.chunks(EACH);
        for number in 0..names {
            let pages = parts.next().unwrap_or_default();
            made.files.push(file(names_path(one.lang, number), &Names { version: &version, pages })?);
        }
    }
    Ok(made)
}

/// Makes the page of a language.
fn page(
    press: &WebsitePress<'_>,
    one: &Searched<'_>,
    catalogue: &Catalogue,
    made: &mut Made,
) -> Result<(), RenderError> {
    let (site, lang, words) = (press.site, one.lang, press.site.words.of(one.lang));
    let said = (&words.web.search, &words.web.search_summary);
    let mut page_context = PageContext::list(&site.about, said, (&press.root, &one.route), lang);
    page_context.searches = true;
    let finder = press.assets.published(FINDER).unwrap_or_default();
    page_context.finder = format!("{}/{finder}", base_path(&site.about.base_url));
    let home = press.shared(lang)?.home.as_ref().map_or("/", |home| home.route.as_str());
    page_context.crumbs = vec![NavLink::said(&press.root, home, &words.web.home, &words.lang)];
    // What is found may be a page about abuse, and who looks for it is in the same danger as its reader.
    page_context.mark_sensitive(finds_danger(site));
    press.fill("search.html", page_context, lang, catalogue, output_path(&one.route), made)?;
    Ok(())
}

/// Returns the index of a language's pages, then of its leaflets.
fn indexed(press: &WebsitePress<'_>, one: &Searched<'_>) -> Index {
    let pages = one.pages.iter().map(|id| terms::of_page(press.site.page(*id)));
    let leaflets = one.leaflets.iter().map(|leaflet| Cow::Owned(terms::of_leaflet(leaflet)));
    let stems = if one.lang.primary() == "en" { Stems::English } else { Stems::None };
    index(pages.chain(leaflets), stems, counts(one).0)
}

/// Returns what readers are told of the same.
fn found<'s>(press: &WebsitePress<'s>, one: &Searched<'s>) -> Vec<Found<'s>> {
    let site = press.site;
    let page = |page: &'s Page| {
        let above = page.around.trail.iter().filter(|above| above.on_web && !above.home);
        Found(escape::encoded(&page.route), &page.meta.title, trail(above), &page.meta.summary)
    };
    let called = &site.words.of(one.lang).web.leaflets;
    let leaflet = |leaflet: &'s Leaflet| {
        let route = escape::encoded(&listed::leaflet_page(&leaflet.reference));
        Found(route, &leaflet.title, format!("{} › {}", &**called, leaflet.reference), &leaflet.summary)
    };
    let pages = one.pages.iter().map(|id| page(site.page(*id)));
    pages.chain(one.leaflets.iter().map(|one| leaflet(one))).collect()
}

/// Returns pages as a line, each in the one before.
fn trail<'a>(above: impl Iterator<Item = &'a Arc<Outline>>) -> String {
    above.map(|page| page.short_title()).collect::<Vec<_>>().join(" › ")
}

/// Returns a short name for the state of the whole index, so that the script notices files that do not belong together.
fn version(indexed: &[(Index, Vec<Found<'_>>)]) -> String {
    let mut state = fnv::BASIS;
    let mut take = |text: &str| state = fnv::fold(state, fnv::PRIME, text.bytes().chain([0]));
    for (index, found) in indexed {
        index.files.iter().flatten().for_each(|line| take(line));
        for Found(route, title, trail, summary) in found {
            [route, *title, trail, *summary].into_iter().for_each(&mut take);
        }
    }
    format!("{state:016x}")
}

/// Returns a file of data.
fn file(path: String, data: &impl Serialize) -> Result<File, RenderError> {
    let bytes = serde_json::to_vec(data)
        .map_err(|error| RenderError::Mistake { what: format!("`{path}` could not be written: {error}") })?;
    Ok(File { path, bytes })
}
