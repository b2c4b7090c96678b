//! What the engine keeps: inputs that change, and answers that are worked out again only where something that they asked
//! for has become something else. Each answer is one function of `content` or `check`, and asks for as little as will do.
#![allow(unsafe_code, reason = "what the macros of salsa write for inputs and answers")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use super::world::At;
use super::{cascade, leading};
use crate::check;
use crate::config::Config;
use crate::content::Asked;
use crate::content::files::{Files, Found};
use crate::content::link::World;
use crate::content::link::alerts;
use crate::content::link::finish::{self, Finished, FinishedLeaflet, Headed};
use crate::content::link::include::{self, Ask, Plan, Size};
use crate::content::link::settle::AllGone;
use crate::content::link::shared as sharing;
use crate::content::link::tree::{Given, Tree, arrange};
use crate::content::link::uses::{self, Uses};
use crate::content::link::world::{Assembled, Barred, Captions, Headings, Placed, Standing};
use crate::content::parts::{self, FileBeside, ReadText};
use crate::content::read::leaflet::LeafletDraft;
use crate::content::read::page::{self, Draft, Head, Opening};
use crate::content::read::{assets, captions, leaflet, text, unseen};
use crate::diag::{Diagnostic, FileId, Names, Source, Sources, Span, fault};
use crate::model::{
    About, Alert, AliasTo, AssetId, AssetKind, Block, Contact, Credit, Fact, Instant, Lang, LeafletId, LeafletOutline,
    Note, Outline, PageId, Shared, TOPICS, Term, TopicOutline,
};
use crate::words::Wordings;

/// Where files come from. It never becomes another.
pub struct Ground {
    /// The site's folder.
    pub files: Arc<dyn Files + Send + Sync>,
    /// The numbers of files.
    pub names: Arc<Names>,
}

/// The store of inputs and answers.
#[salsa::db]
pub trait Store: salsa::Database {
    /// Returns where files come from.
    fn ground(&self) -> &Ground;
}

/// The store. A clone is another hand on the same answers, for another thread.
#[salsa::db]
#[derive(Clone)]
pub struct Kept {
    storage: salsa::Storage<Self>,
    ground: Arc<Ground>,
}

impl Kept {
    /// Returns an empty store.
    pub fn new(ground: Ground) -> Kept {
        Kept { storage: salsa::Storage::default(), ground: Arc::new(ground) }
    }
}

#[salsa::db]
impl salsa::Database for Kept {}

#[salsa::db]
impl Store for Kept {
    fn ground(&self) -> &Ground {
        &self.ground
    }
}

/// What a file is at this moment.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// A page or leaflet, with its text.
    Text(Arc<ReadText>),
    /// A file beside the pages. The number becomes another when the file does.
    Beside(Arc<FileBeside>, u64),
    /// There is none.
    Missing,
}

/// One file of the site. It stays when the file goes, and waits for it to come back.
#[salsa::input]
pub struct File {
    /// Its number.
    #[returns(copy)]
    pub id: FileId,
    /// Its path from the site's folder.
    #[returns(ref)]
    pub path: Arc<str>,
    /// What it is.
    #[returns(ref)]
    pub state: State,
}

/// What there is besides the texts.
#[salsa::input(singleton)]
pub struct Rest {
    /// The settings.
    #[returns(ref)]
    pub config: Arc<Config>,
    /// The settings as far as reading and linking pages depends on them.
    #[returns(ref)]
    pub for_pages: Arc<Config>,
    /// The formats that there are.
    #[returns(ref)]
    pub formats: Arc<[&'static str]>,
    /// The pages, by path.
    #[returns(ref)]
    pub pages: Arc<Vec<File>>,
    /// The leaflets, by path.
    #[returns(ref)]
    pub leaflets: Arc<Vec<File>>,
    /// Every page and leaflet by its number.
    #[returns(ref)]
    pub by_id: Arc<HashMap<FileId, File>>,
    /// The files beside the pages, by path under `content/`.
    #[returns(ref)]
    pub beside: Arc<BTreeMap<String, File>>,
    /// The pictures beside the leaflets, by path from the site's folder on.
    #[returns(ref)]
    pub beside_leaflets: Arc<BTreeMap<String, File>>,
    /// Files that are never published, by path under `content/`, each with the ending by which it could run.
    #[returns(ref)]
    pub refused: Arc<BTreeMap<String, String>>,
    /// Facts by name.
    #[returns(ref)]
    pub facts: Arc<BTreeMap<String, Arc<Fact>>>,
    /// Contacts by name.
    #[returns(ref)]
    pub contacts: Arc<BTreeMap<String, Arc<Contact>>>,
    /// The glossary by abbreviation.
    #[returns(ref)]
    pub glossary: Arc<BTreeMap<String, Term>>,
    /// Who may use which picture, by picture.
    #[returns(ref)]
    pub images: Arc<BTreeMap<String, Credit>>,
    /// Words that no dictionary has and the site uses.
    #[returns(ref)]
    pub own_words: Arc<BTreeSet<String>>,
    /// What every page must say for a time.
    #[returns(ref)]
    pub alerts: Arc<Vec<Alert>>,
    /// The words that Handbill itself writes.
    #[returns(ref)]
    pub words: Arc<Wordings>,
    /// What `site.toml` says to readers, with what the contacts know of the publisher.
    #[returns(ref)]
    pub about: Arc<About>,
    /// The texts of settings and stores.
    #[returns(ref)]
    pub texts: Arc<Sources>,
}

/// What the site is looked at for: the moment of the build, or the time when all that is kept back has come.
#[salsa::input]
pub struct View {
    /// What was asked for.
    #[returns(ref)]
    pub asked: Arc<Asked>,
}

/// A path, an address or a name.
#[salsa::interned(revisions = usize::MAX)]
pub struct Name<'db> {
    /// Its letters.
    #[returns(ref)]
    pub text: String,
}

/// A page or leaflet as one view sees it: one key for all answers about it, so that each is found by that key alone.
#[salsa::interned(revisions = usize::MAX)]
pub struct Seen<'db> {
    /// The view.
    #[returns(copy)]
    pub view: View,
    /// The file.
    #[returns(copy)]
    pub file: File,
}

/// A path or an address, as it is looked for in one view.
#[salsa::interned(revisions = usize::MAX)]
pub struct Sought<'db> {
    /// The view.
    #[returns(copy)]
    pub view: View,
    /// Its letters.
    #[returns(ref)]
    pub text: String,
}

/// A file's number, to ask for the file by.
#[salsa::interned(revisions = usize::MAX)]
pub struct Number<'db> {
    /// The number.
    #[returns(copy)]
    pub id: FileId,
}

/// Calls a function; a panic in it is a fault of ours, told of a file, and `otherwise` is the answer.
fn guarded<T>(work: impl FnOnce() -> T, otherwise: impl FnOnce(Diagnostic) -> T, file: FileId, what: &str) -> T {
    let done = fault::caught(AssertUnwindSafe(work));
    done.unwrap_or_else(|why| otherwise(fault::fault(Span::whole(file), what, &why)))
}

/// Returns what stands before a page's text in its own file.
#[salsa::tracked(no_eq, returns(ref))]
pub fn opening(db: &dyn Store, file: File) -> Option<Arc<Opening>> {
    let rest = Rest::get(db);
    let State::Text(text) = file.state(db) else { return None };
    let (source, id) = (&text.source, file.id(db));
    if !text.readable {
        return None;
    }
    let read = || page::open(&source.path, &source.text, id, rest.for_pages(db), rest.formats(db));
    let broken = |found| Opening::broken(&source.text, found);
    Some(Arc::new(guarded(read, broken, id, "read this file")))
}

/// Returns whether a page may bring in words of others.
#[salsa::tracked(returns(copy))]
pub fn may_bring_in(db: &dyn Store, file: File) -> bool {
    opening(db, file).as_ref().is_some_and(|opening| opening.may_bring_in())
}

/// Returns a page as its own file has it.
#[salsa::tracked(no_eq, returns(ref))]
pub fn draft(db: &dyn Store, file: File) -> Option<Arc<Draft>> {
    opening(db, file).as_ref().map(|opening| Arc::new(read(opening, file.id(db))))
}

/// Reads the text of a page.
pub fn read(opening: &Arc<Opening>, id: FileId) -> Draft {
    guarded(|| page::read(opening, id), |found| Draft::broken(opening, found), id, "read this file")
}

/// Returns a leaflet as its own file has it.
#[salsa::tracked(no_eq, returns(ref))]
pub fn leaflet_draft(db: &dyn Store, file: File) -> Arc<LeafletDraft> {
    let State::Text(text) = file.state(db) else { return Arc::default() };
    if !text.readable {
        return Arc::default();
    }
    let rest = Rest::get(db);
    let (source, id, config) = (&text.source, file.id(db), rest.for_pages(db));
    let lang = page::language(&source.path, config, id, &mut Vec::new());
    let mut original = None;
    if lang != config.about.language {
        let bare = page::untranslated(&source.path, &lang);
        original = originals_of_leaflets(db).get(&bare).copied();
    }
    let original = original.and_then(|file| match file.state(db) {
        State::Text(text) => Some((text.source.path.trim_start_matches("print/"), &*text.source.text, file.id(db))),
        State::Beside(..) | State::Missing => None,
    });
    let read = || leaflet::read(&source.path, &source.text, id, original, (config, rest.formats(db)));
    let broken = |found| LeafletDraft { leaflet: None, found: vec![found] };
    Arc::new(guarded(read, broken, id, "read this file"))
}

/// Returns the pages in the site's own language, by the path that their translations share.
#[salsa::tracked(returns(ref))]
pub fn originals(db: &dyn Store) -> Arc<HashMap<String, File>> {
    let rest = Rest::get(db);
    let config = rest.for_pages(db);
    let own = &config.about.language;
    let bare = |file: &File| {
        let path = page::plain(file.path(db));
        let lang = page::language(&path, config, file.id(db), &mut Vec::new());
        (lang == *own).then(|| (page::untranslated(&path, &lang), *file))
    };
    Arc::new(rest.pages(db).iter().filter_map(bare).collect())
}

/// Returns the leaflets in the site's own language, by the path that their translations share.
#[salsa::tracked(returns(ref))]
fn originals_of_leaflets(db: &dyn Store) -> Arc<HashMap<String, File>> {
    let rest = Rest::get(db);
    let config = rest.for_pages(db);
    let bare = |file: &File| {
        let lang = page::language(file.path(db), config, file.id(db), &mut Vec::new());
        (lang == config.about.language).then(|| (page::untranslated(file.path(db), &lang), *file))
    };
    Arc::new(rest.leaflets(db).iter().filter_map(bare).collect())
}

/// Returns a page's head as it counts.
#[salsa::tracked(returns(ref))]
pub fn headed(db: &dyn Store, file: File) -> Headed {
    let Some(opening) = opening(db, file) else { return Headed::default() };
    let rest = Rest::get(db);
    let config = rest.for_pages(db);
    let path = page::plain(file.path(db));
    let lang = page::language(&path, config, file.id(db), &mut Vec::new());
    let mut original = None;
    let bare = page::untranslated(&path, &lang);
    if lang != config.about.language {
        let found = originals(db).get(&bare);
        original = found.and_then(|file| self::opening(db, *file).clone());
    }
    let (given, at, cascade) =
        ((&**config, &**rest.formats(db)), (&**file.path(db), file.id(db)), cascade::over(db, &bare));
    let head = || finish::head(given, at, opening, original.as_deref(), cascade);
    guarded(head, |found| Headed { head: None, found: vec![found] }, file.id(db), "read this file")
}

/// Returns the paths that a page asks for.
#[salsa::tracked(returns(ref))]
pub fn wanted(db: &dyn Store, file: File) -> Arc<BTreeSet<String>> {
    draft(db, file).as_ref().map(|draft| Arc::clone(&draft.wanted)).unwrap_or_default()
}

/// Returns the paths that a leaflet asks for.
#[salsa::tracked(returns(ref))]
pub fn wanted_by_leaflet(db: &dyn Store, file: File) -> Arc<BTreeSet<String>> {
    Arc::new(leaflet_draft(db, file).leaflet.as_ref().map(leaflet::wanted).unwrap_or_default())
}

/// Returns which of the files beside the pages are asked for.
#[salsa::tracked(returns(ref))]
pub fn asked_for(db: &dyn Store) -> Arc<BTreeSet<String>> {
    Arc::new(asked_for_by(db, &|_| true).cloned().collect())
}

/// Returns which of the files beside the pages some of the pages, or leaflets, ask for.
pub fn asked_for_by<'db>(db: &'db dyn Store, some: &dyn Fn(File) -> bool) -> impl Iterator<Item = &'db String> {
    let rest = Rest::get(db);
    let beside = rest.beside(db);
    let pages = rest.pages(db).iter().filter(|file| some(**file)).map(|file| wanted(db, *file));
    let all = pages.chain(rest.leaflets(db).iter().map(|file| wanted_by_leaflet(db, *file)));
    all.flat_map(|wanted| wanted.iter()).filter(|path| beside.contains_key(*path))
}

/// Returns how the pages hang together.
#[salsa::tracked(returns(ref))]
pub fn tree(db: &dyn Store, view: View) -> Arc<Tree> {
    let rest = Rest::get(db);
    let heads: Vec<Arc<Head>> = rest.pages(db).iter().filter_map(|file| headed(db, *file).head.clone()).collect();
    let by_id = rest.by_id(db);
    let start = rest.pages(db).iter().find(|file| &**file.path(db) == "content/index.md");
    let given = Given {
        config: rest.for_pages(db),
        asked: view.asked(db),
        images: rest.images(db),
        settings: rest.texts(db).settings(),
        start_unread: start.is_some_and(|start| headed(db, *start).head.is_none()),
        wanted: &|id| by_id.get(&id).map(|file| (**wanted(db, *file)).clone()).unwrap_or_default(),
    };
    Arc::new(arrange(heads, &given))
}

/// Returns what stands at a path under `content/`.
#[salsa::tracked(returns(clone))]
pub fn at_path<'db>(db: &'db dyn Store, path: Sought<'db>) -> Standing {
    tree(db, path.view(db)).at_path(path.text(db))
}

/// Returns what stands at an address.
#[salsa::tracked(returns(clone))]
pub fn at_route<'db>(db: &'db dyn Store, route: Sought<'db>) -> Standing {
    tree(db, route.view(db)).at_route(route.text(db))
}

/// Returns the path of the page without which an address is empty.
#[salsa::tracked(returns(clone))]
pub fn emptied<'db>(db: &'db dyn Store, route: Sought<'db>) -> Option<String> {
    tree(db, route.view(db)).emptied(route.text(db))
}

/// Returns whether an address is that of a topic.
#[salsa::tracked(returns(copy))]
pub fn is_topic<'db>(db: &'db dyn Store, route: Sought<'db>) -> bool {
    tree(db, route.view(db)).is_topic(route.text(db))
}

/// Returns whether there is a report with recommendations.
#[salsa::tracked(returns(copy))]
pub fn has_reports(db: &dyn Store, view: View) -> bool {
    tree(db, view).reports
}

/// Returns a published page's head.
#[salsa::tracked(returns(clone))]
pub fn head<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Option<Arc<Head>> {
    tree(db, seen.view(db)).head(seen.file(db).id(db)).cloned()
}

/// Returns a published page's place among the others.
#[salsa::tracked(returns(clone))]
pub fn placed<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Placed> {
    tree(db, seen.view(db)).placed(seen.file(db).id(db)).cloned().unwrap_or_default()
}

/// Returns what is shown of a published page.
#[salsa::tracked(returns(clone))]
pub fn outline<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Option<Arc<Outline>> {
    let head = head(db, seen)?;
    let Head { path, route, slug, lang, front, .. } = &*head;
    let id = PageId(head.file.0);
    let outline = Outline::from((id, path), (route, slug, lang), &front.meta, &seen.view(db).asked(db).clock);
    let on_paper = leading::on_paper(db, seen.view(db)).get(&head.file).cloned().unwrap_or_default();
    Some(Arc::new(Outline { on_paper, ..outline }))
}

/// Returns what is shown of a topic that gathers several pages.
#[salsa::tracked(returns(clone))]
pub fn topic<'db>(db: &'db dyn Store, route: Sought<'db>) -> Option<Arc<TopicOutline>> {
    let (view, route) = (route.view(db), route.text(db));
    let topic = tree(db, view).topics.get(route).filter(|topic| topic.pages.len() > 1)?;
    Some(Arc::new(TopicOutline { route: route.clone(), name: topic.name.clone() }))
}

/// Returns a fact of the store.
#[salsa::tracked(returns(clone))]
pub fn fact<'db>(db: &'db dyn Store, key: Name<'db>) -> Option<Arc<Fact>> {
    Rest::get(db).facts(db).get(key.text(db)).cloned()
}

/// Returns a contact of the store.
#[salsa::tracked(returns(clone))]
pub fn contact<'db>(db: &'db dyn Store, key: Name<'db>) -> Option<Arc<Contact>> {
    Rest::get(db).contacts(db).get(key.text(db)).cloned()
}

/// Returns the leaflets that bring in words of each page.
#[salsa::tracked(returns(ref))]
pub fn leaflets_by_page(db: &dyn Store, view: View) -> Arc<BTreeMap<FileId, Arc<Vec<Arc<LeafletOutline>>>>> {
    let mut by_page: BTreeMap<FileId, Vec<Arc<LeafletOutline>>> = BTreeMap::new();
    for file in leaflets_in_order(db) {
        let Some(finished) = finished_leaflet(db, Seen::new(db, view, *file)) else { continue };
        let Some(leaflet) = &finished.leaflet else { continue };
        let outline = Arc::new(LeafletOutline::of(LeafletId(leaflet.file.0), leaflet));
        for page in &leaflet.pages {
            by_page.entry(FileId(page.0)).or_default().push(Arc::clone(&outline));
        }
    }
    Arc::new(by_page.into_iter().map(|(page, leaflets)| (page, Arc::new(leaflets))).collect())
}

/// Returns the leaflets that bring in words of a page.
#[salsa::tracked(returns(clone))]
pub fn leaflets_of<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Vec<Arc<LeafletOutline>>> {
    leaflets_by_page(db, seen.view(db)).get(&seen.file(db).id(db)).cloned().unwrap_or_default()
}

/// Returns the leaflets by reference.
#[salsa::tracked(returns(ref))]
pub fn leaflets_in_order(db: &dyn Store) -> Vec<File> {
    let rest = Rest::get(db);
    let leaflets = rest.leaflets(db).iter().filter_map(|file| leaflet_draft(db, *file).leaflet.as_ref());
    leaflet::in_order(leaflets, &rest.for_pages(db).about.language)
        .0
        .iter()
        .filter_map(|id| rest.by_id(db).get(id).copied())
        .collect()
}

/// Returns what all pages of each language share.
#[salsa::tracked(returns(ref))]
pub fn shared(db: &dyn Store, view: View) -> BTreeMap<String, Arc<Shared>> {
    let (rest, tree, clock) = (Rest::get(db), tree(db, view), &view.asked(db).clock);
    let own = &rest.about(db).language;
    let by_id = rest.by_id(db);
    let outline_of = |id: PageId| by_id.get(&FileId(id.0)).and_then(|file| outline(db, Seen::new(db, view, *file)));
    let outlines: Vec<Arc<Outline>> = tree.pages.iter().filter_map(|head| outline_of(PageId(head.file.0))).collect();
    let leaflets = leaflets_in_order(db)
        .iter()
        .filter_map(|file| finished_leaflet(db, Seen::new(db, view, *file))?.leaflet.clone());
    let leaflets: Vec<Lang> = leaflets.map(|leaflet| leaflet.lang.clone()).collect();
    let told = |head: &&Arc<Head>| head.front.meta.is_on_the_web() && head.lang == *own;
    let changes = |head: &Arc<Head>| !head.front.meta.changes(head.front.kind.kept, clock).is_empty();
    sharing::by_language(&sharing::Given {
        about: rest.about(db),
        contacts: rest.contacts(db),
        words: rest.words(db),
        outlines: &outlines,
        outline: &outline_of,
        translations: &|id| tree.placed(FileId(id.0)).map_or_else(Vec::new, |placed| placed.translations.clone()),
        navigation: &tree.navigation,
        leaflets: &leaflets,
        has_topics: !tree.topics.is_empty() && tree.at_route(TOPICS) == Standing::Nowhere,
        has_changes: tree.pages.iter().filter(told).any(changes),
        alerts: rest.alerts(db),
        clock,
    })
}

/// Returns the next moment at which the site changes by itself; nothing where there is none.
pub fn next_change(db: &dyn Store, view: View) -> Option<Instant> {
    let alerts = alerts::next_change(Rest::get(db).alerts(db), &view.asked(db).clock);
    tree(db, view).next_change.into_iter().chain(alerts).min()
}

/// Returns the pages that are not published.
#[salsa::tracked(returns(clone))]
pub fn gone(db: &dyn Store, view: View) -> Arc<AllGone> {
    Arc::clone(&tree(db, view).gone)
}

/// Returns the paths of all pages that are.
#[salsa::tracked(returns(clone))]
pub fn paths(db: &dyn Store, view: View) -> Arc<Vec<String>> {
    Arc::new(tree(db, view).pages.iter().map(|head| head.path.clone()).collect())
}

/// Returns the paths of all files beside the pages.
#[salsa::tracked(returns(clone))]
pub fn paths_beside(db: &dyn Store) -> Arc<Vec<String>> {
    Arc::new(Rest::get(db).beside(db).keys().cloned().collect())
}

/// Returns the file beside the pages that has a path under `content/`.
#[salsa::tracked(returns(copy))]
pub fn file_beside<'db>(db: &'db dyn Store, path: Name<'db>) -> Option<File> {
    Rest::get(db).beside(db).get(path.text(db)).copied()
}

/// Returns the ending by which a file could run, where it is never published for that.
#[salsa::tracked(returns(copy))]
pub fn is_refused<'db>(db: &'db dyn Store, path: Name<'db>) -> bool {
    Rest::get(db).refused(db).contains_key(path.text(db))
}

/// Returns whether a file beside the pages is a picture, by its name and its first bytes.
#[salsa::tracked(returns(copy))]
pub fn kind(db: &dyn Store, file: File) -> AssetKind {
    match file.state(db) {
        State::Beside(beside, _) => assets::kind(&*db.ground().files, &beside.source),
        State::Text(_) | State::Missing => AssetKind::File,
    }
}

/// Returns a file of captions, read.
#[salsa::tracked(returns(clone))]
pub fn captions_in(db: &dyn Store, file: File) -> Arc<Captions> {
    let Some(text) = captions_text(db, file) else { return Arc::default() };
    let mut found = text.found.clone();
    let cues = if text.readable { captions::parse(&text.source.text, file.id(db), &mut found) } else { Vec::new() };
    Arc::new(Captions { cues, found })
}

/// Returns the text of a file of captions.
#[salsa::tracked(returns(clone))]
pub fn captions_text(db: &dyn Store, file: File) -> Option<Arc<ReadText>> {
    let State::Beside(beside, _) = file.state(db) else { return None };
    let (ground, found) = (db.ground(), Found { path: beside.source.clone(), bytes: beside.size });
    Some(Arc::new(parts::text(&*ground.files, &found, text::MOST_BYTES, &ground.names)))
}

/// Returns what the lines of a page that bring in words ask for.
#[salsa::tracked(returns(clone))]
pub fn asks<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Vec<Ask>> {
    let (view, file) = (seen.view(db), seen.file(db));
    let (Some(draft), Some(head)) = (draft(db, file), head(db, seen)) else { return Arc::default() };
    let lines = draft.lines.iter().map(|(at, wanted)| (*at, wanted.as_str()));
    Arc::new(include::asks(&At::noted(db, view), &head.path, lines))
}

/// Returns what the lines of a leaflet that bring in words ask for.
#[salsa::tracked(returns(clone))]
pub fn asks_of_leaflet<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Vec<Ask>> {
    let (view, file) = (seen.view(db), seen.file(db));
    let Some(leaflet) = &leaflet_draft(db, file).leaflet else { return Arc::default() };
    let parts = leaflet.panels.iter().flat_map(|panel| [panel.head.as_slice(), &panel.foot]);
    let lines: Vec<(u32, String)> = parts.flat_map(page::include_lines).collect();
    Arc::new(include::asks(&At::noted(db, view), "", lines.iter().map(|(at, wanted)| (*at, wanted.as_str()))))
}

/// Returns how much a page's own blocks are, all or those under a heading.
#[salsa::tracked(returns(copy))]
pub fn weight<'db>(db: &'db dyn Store, file: File, heading: Option<Name<'db>>) -> Size {
    let heading = heading.map(|heading| heading.text(db).as_str());
    let draft = draft(db, file).as_ref();
    draft.map_or_else(Size::default, |draft| draft.look(file.id(db), |blocks| include::weight(blocks, heading)))
}

/// Returns the pages that may bring in words of others, by path.
fn bringing_in(db: &dyn Store) -> impl Iterator<Item = &File> {
    Rest::get(db).pages(db).iter().filter(|file| may_bring_in(db, **file))
}

/// Returns the lines that can bring in nothing.
#[salsa::tracked(returns(ref))]
pub fn plan(db: &dyn Store, view: View) -> Arc<Plan> {
    let rest = Rest::get(db);
    let pages = bringing_in(db).map(|file| (file.id(db), asks(db, Seen::new(db, view, *file))));
    let leaflets = rest.leaflets(db).iter().map(|file| (file.id(db), asks_of_leaflet(db, Seen::new(db, view, *file))));
    let all: Vec<(FileId, Arc<Vec<Ask>>)> = pages.chain(leaflets).filter(|(_, asks)| !asks.is_empty()).collect();
    let by_id = rest.by_id(db);
    let path = |id: FileId| {
        let head = by_id.get(&id).and_then(|file| head(db, Seen::new(db, view, *file)));
        head.map_or_else(String::new, |head| head.path.clone())
    };
    let weigh = |ask: &Ask| {
        let file = ask.page.and_then(|page| by_id.get(&page));
        file.map_or_else(Size::default, |file| {
            weight(db, *file, ask.heading.clone().map(|heading| Name::new(db, heading)))
        })
    };
    Arc::new(include::plan(&all, &path, &weigh))
}

/// Returns why a line can bring in nothing.
#[salsa::tracked(returns(clone))]
pub fn barred(db: &dyn Store, view: View, file: FileId, at: u32) -> Option<Barred> {
    plan(db, view).get(&(file, at)).cloned()
}

/// Returns a published page with what it brings in.
#[salsa::tracked(no_eq, returns(clone))]
pub fn assembled<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Option<Arc<Assembled>> {
    let (head, draft) = (head(db, seen)?, draft(db, seen.file(db)).as_ref()?);
    Some(Arc::new(assemble(&At::noted(db, seen.view(db)), &head, draft)))
}

/// Puts a page together.
pub fn assemble(world: &dyn World, head: &Head, draft: &Draft) -> Assembled {
    let broken = |found| Assembled::broken(head, found);
    guarded(|| finish::assemble(world, head, draft), broken, head.file, "put this page together")
}

/// Returns whether another page or a leaflet brings in words of a page.
#[salsa::tracked(returns(copy))]
fn is_brought_in<'db>(db: &'db dyn Store, seen: Seen<'db>) -> bool {
    brought_in(db, seen.view(db)).contains(&seen.file(db).id(db))
}

/// Returns the pages whose words others bring in.
#[salsa::tracked(returns(ref))]
pub fn brought_in(db: &dyn Store, view: View) -> BTreeSet<FileId> {
    let rest = Rest::get(db);
    let pages = bringing_in(db).map(|file| asks(db, Seen::new(db, view, *file)));
    let all = pages.chain(rest.leaflets(db).iter().map(|file| asks_of_leaflet(db, Seen::new(db, view, *file))));
    all.flat_map(|asks| asks.iter().filter_map(|ask| ask.page).collect::<Vec<_>>()).collect()
}

/// Returns what stands on a page that is put together, worked out again where somebody has taken it.
pub fn blocks_of<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Vec<Block> {
    let (view, file) = (seen.view(db), seen.file(db));
    let kept = assembled(db, seen).and_then(|page| page.blocks.look(Clone::clone));
    let again = || {
        let (head, draft) = (head(db, seen)?, draft(db, file).as_ref()?);
        finish::assemble(&At::noted(db, view), &head, draft).blocks.take()
    };
    kept.or_else(again).unwrap_or_default()
}

/// Returns the headings of a published page.
#[salsa::tracked(returns(clone))]
pub fn headings<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Headings> {
    assembled(db, seen).map(|page| Arc::clone(&page.headings)).unwrap_or_default()
}

/// Returns the footnotes in a page's own file.
#[salsa::tracked(returns(clone))]
pub fn notes<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Arc<Vec<Note>> {
    assembled(db, seen).map(|page| Arc::new(page.notes.clone())).unwrap_or_default()
}

/// Returns a published page, finished.
#[salsa::tracked(returns(clone))]
pub fn finished<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Option<Arc<Finished>> {
    let (head, assembled) = (head(db, seen)?, assembled(db, seen)?);
    let blocks = || {
        // What others bring in stays where they find it.
        let shared = is_brought_in(db, seen);
        let blocks = if shared { None } else { assembled.blocks.take() };
        blocks.unwrap_or_else(|| blocks_of(db, seen))
    };
    finish(&At::noted(db, seen.view(db)), &head, &assembled, blocks).map(Arc::new)
}

/// Finishes a page that is put together, given what stands on it; nothing where a fault of ours keeps it from being finished.
pub fn finish(
    world: &dyn World,
    head: &Head,
    assembled: &Assembled,
    blocks: impl FnOnce() -> Vec<Block>,
) -> Option<Finished> {
    let work = || Some(finish::finish(world, head, assembled, blocks()));
    guarded(work, |_| None, head.file, "finish this page")
}

/// Returns a leaflet, finished.
#[salsa::tracked(returns(clone))]
pub fn finished_leaflet<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Option<Arc<FinishedLeaflet>> {
    let (view, file) = (seen.view(db), seen.file(db));
    let draft = leaflet_draft(db, file).leaflet.as_ref()?;
    let work = || Arc::new(finish::leaflet(&At::noted(db, view), draft));
    let broken = |found| Arc::new(FinishedLeaflet::broken(found));
    Some(guarded(work, broken, file.id(db), "finish this leaflet"))
}

/// Returns the characters in a file that nobody sees.
#[salsa::tracked(returns(ref))]
pub fn unseen_in(db: &dyn Store, file: File) -> Vec<Diagnostic> {
    match file.state(db) {
        State::Text(text) => unseen::in_text(file.id(db), &text.source.text),
        State::Beside(..) | State::Missing => Vec::new(),
    }
}

/// Returns every place where what is published uses a file.
#[salsa::tracked(returns(clone))]
pub fn all_uses(db: &dyn Store, view: View) -> Arc<Uses> {
    let rest = Rest::get(db);
    let pages = rest.pages(db).iter().filter_map(|file| finished(db, Seen::new(db, view, *file)));
    let pages: Vec<Arc<Finished>> = pages.filter(|page| !page.uses.is_empty()).collect();
    let leaflets: Vec<Arc<FinishedLeaflet>> =
        rest.leaflets(db).iter().filter_map(|file| finished_leaflet(db, Seen::new(db, view, *file))).collect();
    let all = pages.iter().map(|page| &page.uses).chain(leaflets.iter().map(|leaflet| &leaflet.uses));
    Arc::new(uses::gathered(all.flatten()))
}

/// Returns a file by its number.
#[salsa::tracked(returns(copy))]
pub fn file_of<'db>(db: &'db dyn Store, number: Number<'db>) -> Option<File> {
    Rest::get(db).by_id(db).get(&number.id(db)).copied()
}

/// Returns every address of a published page: its own, and those that lead to it.
#[salsa::tracked(returns(clone))]
fn addresses<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Vec<String> {
    let (tree, page) = (tree(db, seen.view(db)), seen.file(db).id(db));
    let route = tree.head(page).map(|head| head.route.clone());
    let old =
        tree.aliases.iter().filter(|alias| alias.to == AliasTo::Page(PageId(page.0))).map(|alias| alias.from.clone());
    route.into_iter().chain(old).collect()
}

/// Returns a source file: a page, a leaflet, or a file of captions.
fn source(db: &dyn Store, id: FileId) -> Option<Arc<Source>> {
    let file = file_of(db, Number::new(db, id))?;
    match file.state(db) {
        State::Text(text) => Some(Arc::clone(&text.source)),
        State::Beside(..) => captions_text(db, file).map(|text| Arc::clone(&text.source)),
        State::Missing => None,
    }
}

/// What rules may know of the whole site.
struct Elsewhere<'a> {
    db: &'a dyn Store,
    view: View,
}

impl check::Elsewhere for Elsewhere<'_> {
    fn addresses(&self, page: PageId) -> Vec<String> {
        let file = file_of(self.db, Number::new(self.db, FileId(page.0)));
        file.map_or_else(Vec::new, |file| addresses(self.db, Seen::new(self.db, self.view, file)))
    }

    fn path_beside(&self, asset: AssetId) -> String {
        At::noted(self.db, self.view).path_of(asset)
    }
}

/// Returns what the rules that look at one page or leaflet find there.
#[salsa::tracked(returns(ref))]
pub fn checked<'db>(db: &'db dyn Store, seen: Seen<'db>) -> Vec<Diagnostic> {
    let page = finished(db, seen);
    let leaflet = if page.is_none() { finished_leaflet(db, seen) } else { None };
    let subject = match (&page, leaflet.as_ref().and_then(|leaflet| leaflet.leaflet.as_ref())) {
        (Some(finished), _) => check::Subject::Page(&finished.page),
        (None, Some(leaflet)) => check::Subject::Leaflet(leaflet),
        (None, None) => return Vec::new(),
    };
    check(db, seen.view(db), subject)
}

/// Runs the rules that look at one page or leaflet.
pub fn check(db: &dyn Store, view: View, subject: check::Subject<'_>) -> Vec<Diagnostic> {
    let rest = Rest::get(db);
    let mut sources = (**rest.texts(db)).clone();
    for id in subject.files() {
        if let Some(source) = source(db, id) {
            sources.put(id, source);
        }
    }
    let known = check::Known {
        words: rest.words(db),
        about: rest.about(db),
        clock: &view.asked(db).clock,
        facts: rest.facts(db),
        contacts: rest.contacts(db),
        glossary: rest.glossary(db),
        own_words: rest.own_words(db),
        elsewhere: &Elsewhere { db, view },
    };
    let look = || check::one(subject, &known, rest.config(db), &sources);
    guarded(look, |found| vec![found], subject.file(), "check this")
}
