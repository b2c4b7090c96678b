//! The one way from files to a finished site. A build is an engine that starts empty, and the preview is one that is kept: after
//! a change only what depends on it is read, linked and checked again. `db.rs` has what is remembered.

mod beside;
mod cascade;
mod db;
mod intake;
mod leading;
mod passing;
mod settings;
mod world;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use self::db::{File, Ground, Kept, Rest, Seen, State, View};
use self::intake::{Lists, Parts};
use self::passing::Passed;
pub use self::passing::Taker;
use crate::changes::Changes;
use crate::check;
use crate::config::Config;
use crate::content::files::Files;
use crate::content::link::finish::{Finished, FinishedLeaflet};
use crate::content::link::tree::Tree;
use crate::content::link::uses::{self, Uses};
use crate::content::link::{alerts, leads, sheets, takedown, translated};
use crate::content::read::{leaflet, unseen};
use crate::diag::{self, Diagnostic, FileId, FindingKind, Names, Severity, Sources, Span, fault};
use crate::model::kinds::Scope;
use crate::model::{
    Asset, AssetId, AssetKind, Clock, Goes, HeaderRule, Instant, Leaflet, LeafletId, Listed, Page, PageId, Shared,
    Site, Theme, Zone,
};

/// What a site is read for.
#[derive(Clone, Copy)]
pub struct Purpose<'a> {
    /// The moment, given the site's time zone.
    pub at: &'a (dyn Fn(&Zone) -> Instant + Sync),
    /// Whether pages that are not ready are built too.
    pub drafts: bool,
}

/// A site with its texts and what is wrong with it.
pub struct Reading {
    /// The site, where its settings could be understood.
    pub site: Option<Arc<Site>>,
    /// Every source file.
    pub sources: Sources,
    /// What is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads, links and checks a site, and remembers what came of it.
pub struct Engine {
    kept: Kept,
    files: Arc<dyn Files + Send + Sync>,
    names: Arc<Names>,
    formats: Arc<[&'static str]>,
    scopes: Arc<[(&'static str, Scope)]>,
    /// Kinds of finding that others make of what is made.
    later: Vec<&'static FindingKind>,
    parts: Parts,
    /// The inputs, once the settings could be understood.
    inputs: Option<Inputs>,
    /// Every file that there is or was.
    known: HashMap<FileId, File>,
    /// Which of them there are now.
    lists: Lists,
    /// What has changed while the settings could not be understood, and is still to be taken in.
    owed: Changes,
    /// How many changes were taken in.
    taken_in: u64,
    /// How often settings, faces or designs were read.
    read_anew: u64,
}

/// What all pages stand on: as long as two of these are the same, only the words of pages can have become others.
#[derive(Clone)]
pub struct Settled {
    tree: Arc<Tree>,
    shared: BTreeMap<String, Arc<Shared>>,
    beside: Arc<BTreeMap<String, File>>,
    stamps: Vec<State>,
    theme: Arc<Theme>,
    headers: Vec<HeaderRule>,
    clock: Clock,
    /// How often faces, designs and settings were read.
    read_anew: u64,
}

impl Settled {
    /// Returns whether the same files are made, and a page by itself, given what it says now, is made as before: at most what
    /// pages are called has become another.
    pub fn is_same_but_for_titles(&self, other: &Settled) -> bool {
        let tree = Arc::ptr_eq(&self.tree, &other.tree) || self.tree.is_same_but_for_titles(&other.tree);
        let same = |(one, other): (&Arc<Shared>, &Arc<Shared>)| Arc::ptr_eq(one, other) || one == other;
        let shared =
            self.shared.len() == other.shared.len() && self.shared.values().zip(other.shared.values()).all(same);
        let beside = Arc::ptr_eq(&self.beside, &other.beside) || self.beside == other.beside;
        tree && shared
            && beside
            && self.stamps == other.stamps
            && Arc::ptr_eq(&self.theme, &other.theme)
            && self.headers == other.headers
            && self.clock == other.clock
            && self.read_anew == other.read_anew
    }
}

#[derive(Clone, Copy)]
struct Inputs {
    rest: Rest,
    now: View,
    ahead: View,
}

/// A site as it comes out for one view.
struct Outcome {
    site: Site,
    uses: Arc<Uses>,
    /// What is wrong with files beside the pages.
    beside: Vec<Diagnostic>,
    /// What stayed of pages that were handed on.
    passed: HashMap<FileId, Passed>,
}

impl Engine {
    /// Returns an engine that has read nothing yet. `formats` are the names of the formats that pages can have, each with
    /// what people must have agreed to whose story is published in it. `later` are kinds of finding that others make of what is made.
    pub fn new(
        files: Arc<dyn Files + Send + Sync>,
        formats: Vec<(&'static str, Scope)>,
        later: Vec<&'static FindingKind>,
    ) -> Engine {
        let names = Arc::new(Names::default());
        let ground = Ground { files: Arc::clone(&files), names: Arc::clone(&names) };
        Engine {
            kept: Kept::new(ground),
            files,
            names,
            formats: formats.iter().map(|(name, _)| *name).collect(),
            scopes: Arc::from(formats),
            later,
            parts: Parts::default(),
            inputs: None,
            known: HashMap::new(),
            lists: Lists::default(),
            owed: Changes::default(),
            taken_in: 0,
            read_anew: 0,
        }
    }

    /// Takes in what may have changed.
    ///
    /// # Errors
    ///
    /// There are no settings, or they cannot be read.
    pub fn update(&mut self, changes: &Changes, purpose: &Purpose<'_>) -> io::Result<()> {
        self.take_in(changes, purpose)
    }

    /// Returns the settings, where they can be understood.
    pub fn config(&self) -> Option<&Arc<Config>> {
        self.parts.settings.value.as_ref()
    }

    /// Returns the site with all that is wrong with it.
    pub fn read(&self) -> Reading {
        self.read_for(None)
    }

    /// Returns the same, and hands on each page that nothing looks into later, as soon as it is finished and checked. What its
    /// taker need not keep of it is not in the site: its blocks, notes and sources. [`Engine::page`] returns them again.
    pub fn read_passing(&self, taker: &Taker<'_>) -> Reading {
        self.read_for(Some(taker))
    }

    fn read_for(&self, taker: Option<&Taker<'_>>) -> Reading {
        let (Some(inputs), Some(_)) = (self.inputs, self.config()) else {
            let sources = self.sources();
            let mut diagnostics = self.parts.settings.found.clone();
            diag::sort(&mut diagnostics, &sources);
            return Reading { site: None, sources, diagnostics };
        };
        let done = fault::caught(|| {
            let mut outcome = self.outcome(inputs.now, taker);
            let mut found = self.parts.found();
            found.extend(self.config().iter().flat_map(|config| settings::judge(config, &self.formats, &self.later)));
            found.extend(self.in_files(&mut outcome.passed));
            let mut found = self.findings(inputs.now, &mut outcome, found);
            if db::tree(&self.kept, inputs.now).to_come {
                let nobody = Taker { wants: &|_| true, takes: &|_| true };
                found.extend(self.look_ahead(inputs.ahead, taker.map(|_| &nobody), &found));
            }
            (Arc::new(outcome.site), found)
        });
        let settings = Span::whole(self.names.id("site.toml"));
        let (site, mut diagnostics) = match done {
            Ok((site, found)) => (Some(site), found),
            Err(why) => (None, vec![fault::fault(settings, "read this site", &why)]),
        };
        let mut sources = self.sources();
        for found in &diagnostics {
            self.name(&mut sources, found.span.file);
        }
        diag::sort(&mut diagnostics, &sources);
        Reading { site, sources, diagnostics }
    }

    /// Returns the site alone, without what is wrong with it.
    pub fn site(&self) -> Option<Arc<Site>> {
        self.config()?;
        self.inputs.map(|inputs| Arc::new(self.outcome(inputs.now, None).site))
    }

    /// Returns the site without its pages, leaflets and files: what all pages of it share.
    pub fn bare(&self) -> Option<Site> {
        self.config()?;
        let Inputs { now, rest, .. } = self.inputs?;
        self.side_by_side(rest.pages(&self.kept), |db, file| _ = db::headed(db, file));
        fault::caught(|| self.bare_site(now)).ok()
    }

    /// Returns what must be as it was so that only the words of pages can have become others.
    pub fn settled(&self) -> Option<Settled> {
        self.config()?;
        let Inputs { now, rest, .. } = self.inputs?;
        let db = &self.kept;
        self.side_by_side(rest.pages(db), |db, file| _ = db::headed(db, file));
        Some(Settled {
            tree: Arc::clone(db::tree(db, now)),
            shared: db::shared(db, now).clone(),
            beside: Arc::clone(rest.beside(db)),
            stamps: rest
                .beside(db)
                .values()
                .chain(rest.beside_leaflets(db).values())
                .map(|file| file.state(db).clone())
                .collect(),
            theme: Arc::clone(&self.parts.theme.value),
            headers: self.parts.headers.value.clone(),
            clock: now.asked(db).clock.clone(),
            read_anew: self.read_anew,
        })
    }

    /// Returns whether a store cannot be read any more of which a site has entries.
    pub fn has_lost_store(&self, site: &Site) -> bool {
        let (stores, found) = (&self.parts.stores.value.0, &self.parts.stores.found);
        let lost = [
            !site.facts.is_empty() && stores.facts.is_empty(),
            !site.contacts.is_empty() && stores.contacts.is_empty(),
            !site.glossary.is_empty() && stores.glossary.is_empty(),
        ];
        lost.contains(&true) && found.iter().any(|found| found.severity == Severity::Error)
    }

    /// Returns the path of a file by its number.
    pub fn path_of(&self, file: FileId) -> String {
        self.names.path(file).map_or_else(String::new, |path| path.to_string())
    }

    /// Returns the next moment at which the site changes by itself.
    pub fn next_change(&self) -> Option<Instant> {
        db::next_change(&self.kept, self.inputs?.now)
    }

    /// Returns what is wrong with some files by themselves, without what their authors accept, and every source file.
    pub fn found_in(&self, changes: &Changes) -> (Vec<Diagnostic>, Sources) {
        let mut sources = self.sources();
        let (Some(inputs), Changes::Paths(paths)) = (self.inputs, changes) else { return (Vec::new(), sources) };
        let is_in = |found: &&Diagnostic| self.names.path(found.span.file).is_some_and(|path| changes.touch(&path));
        let (db, mut found) = (&self.kept, Vec::new());
        found.extend(self.parts.read_found().filter(is_in).cloned());
        let pages = paths.iter().filter(|path| path.starts_with("content/"));
        for file in pages.filter_map(|path| self.known.get(&self.names.id(path))) {
            self.in_page(*file, None, &mut found);
            let seen = Seen::new(db, inputs.now, *file);
            found.extend(db::assembled(db, seen).iter().flat_map(|page| page.found.iter().cloned()));
            let Some(finished) = db::finished(db, seen) else { continue };
            found.extend(finished.found.iter().cloned());
            let checked = db::checked(db, seen).iter().cloned();
            found.extend(check::unaccepted(&finished.page, checked));
        }
        for found in &found {
            self.name(&mut sources, found.span.file);
        }
        (found, sources)
    }

    /// Returns how many changes were taken in.
    pub fn version(&self) -> u64 {
        self.taken_in
    }

    /// Returns a published page, finished.
    pub fn page(&self, id: PageId) -> Option<Arc<Page>> {
        let (inputs, file) = (self.inputs?, *self.known.get(&FileId(id.0))?);
        db::finished(&self.kept, Seen::new(&self.kept, inputs.now, file)).map(|finished| Arc::clone(&finished.page))
    }

    /// Returns whether a published page has an error, found by linking or by a rule, that is not the clock's alone.
    pub fn has_errors(&self, id: PageId) -> bool {
        let (Some(inputs), Some(file)) = (self.inputs, self.known.get(&FileId(id.0)).copied()) else { return false };
        let (db, now) = (&self.kept, inputs.now);
        let stops = |found: &Diagnostic| found.severity == Severity::Error && !found.timed;
        let seen = Seen::new(db, now, file);
        let Some(finished) = db::finished(db, seen) else { return false };
        let linked = db::assembled(db, seen).as_ref().is_some_and(|page| page.found.iter().any(stops));
        let checked = || check::unaccepted(&finished.page, db::checked(db, seen).iter().cloned());
        linked || finished.found.iter().any(stops) || checked().iter().any(stops)
    }

    /// Returns the addresses of the published pages by their files, by path from the site's folder.
    pub fn addresses(&self) -> BTreeMap<String, String> {
        let Some(inputs) = self.inputs else { return BTreeMap::new() };
        let tree = db::tree(&self.kept, inputs.now);
        let of = |head: &Arc<crate::content::read::page::Head>| {
            Some((self.names.path(head.file)?.to_string(), head.route.clone()))
        };
        tree.pages.iter().filter_map(of).collect()
    }

    /// Finishes and checks some pages, from one on, and remembers what came of it; returns the number of the next.
    pub fn prime(&self, from: usize) -> Option<usize> {
        const AT_ONCE: usize = 64;
        let inputs = self.inputs.filter(|_| self.config().is_some())?;
        let files = inputs.rest.pages(&self.kept);
        let some = files.get(from..)?;
        let some = &some[..some.len().min(AT_ONCE)];
        let off = inputs.rest.config(&self.kept).checks.all_off();
        self.seen_side_by_side(inputs.now, some, |db, seen| {
            db::finished(db, seen);
            if !off {
                db::checked(db, seen);
            }
        });
        Some(from + some.len()).filter(|next| *next < files.len())
    }

    /// Returns every source file.
    pub fn sources(&self) -> Sources {
        let mut sources = Sources::named(Arc::clone(&self.names));
        self.parts.sources(&mut sources);
        let Some(Inputs { rest, .. }) = self.inputs else { return sources };
        let db = &self.kept;
        for file in rest.pages(db).iter().chain(rest.leaflets(db).iter()) {
            if let State::Text(text) = file.state(db) {
                sources.put(file.id(db), Arc::clone(&text.source));
            }
        }
        sources
    }

    /// Adds a file that is no text to the sources, so that what is wrong with it has a place; one that is read as captions
    /// comes with its text.
    fn name(&self, sources: &mut Sources, id: FileId) {
        let Some(path) = self.names.path(id).filter(|path| !sources.has(path)) else { return };
        let file = self.known.get(&id).filter(|_| path.ends_with(".vtt"));
        match file.and_then(|file| db::captions_text(&self.kept, *file)) {
            Some(text) => sources.put(id, Arc::clone(&text.source)),
            None => drop(sources.add(&*path, "")),
        }
    }

    /// Works answers out side by side, for many files.
    fn side_by_side<T: Send>(&self, files: &[File], work: impl Fn(&Kept, File) -> T + Sync + Send) -> Vec<T> {
        let each = files.par_iter().with_min_len(64);
        each.map_with(self.kept.clone(), |db, file| work(db, *file)).collect()
    }

    /// Works answers out side by side, for many files as one view sees them.
    fn seen_side_by_side<T: Send>(
        &self,
        view: View,
        files: &[File],
        work: impl Fn(&Kept, Seen<'_>) -> T + Sync + Send,
    ) -> Vec<T> {
        self.side_by_side(files, |db, file| work(db, Seen::new(db, view, file)))
    }

    /// Adds what is wrong in the text of a file.
    fn in_text(&self, file: File, found: &mut Vec<Diagnostic>) {
        if let State::Text(text) = file.state(&self.kept) {
            found.extend(text.found.iter().cloned());
        }
        found.extend(db::unseen_in(&self.kept, file).iter().cloned());
    }

    /// Adds what is wrong in the file of a page by itself.
    fn in_page(&self, file: File, passed: Option<&mut Passed>, found: &mut Vec<Diagnostic>) {
        self.in_text(file, found);
        match passed {
            Some(passed) => found.append(&mut passed.in_text),
            None => found.extend(db::draft(&self.kept, file).iter().flat_map(|draft| draft.found.iter().cloned())),
        }
        found.extend(db::headed(&self.kept, file).found.iter().cloned());
    }

    /// Returns what is wrong in each file by itself.
    fn in_files(&self, passed: &mut HashMap<FileId, Passed>) -> Vec<Diagnostic> {
        let Some(Inputs { rest, .. }) = self.inputs else { return Vec::new() };
        let db = &self.kept;
        let mut found = Vec::new();
        rest.pages(db).iter().for_each(|file| self.in_page(*file, passed.get_mut(&file.id(db)), &mut found));
        for file in rest.leaflets(db).iter() {
            self.in_text(*file, &mut found);
            found.extend(db::leaflet_draft(db, *file).found.iter().cloned());
        }
        let leaflets = rest.leaflets(db).iter().filter_map(|file| db::leaflet_draft(db, *file).leaflet.as_ref());
        found.extend(leaflet::in_order(leaflets, &rest.config(db).about.language).1);
        found
    }

    /// Links every page and leaflet and puts them into a site.
    fn outcome(&self, view: View, taker: Option<&Taker<'_>>) -> Outcome {
        let (db, rest) = (&self.kept, Rest::get(&self.kept));
        self.side_by_side(rest.pages(db), |db, file| _ = db::headed(db, file));
        let tree = Arc::clone(db::tree(db, view));
        let placed: Vec<File> = tree.pages.iter().filter_map(|head| self.known.get(&head.file).copied()).collect();
        let pages: Vec<(Option<Arc<Finished>>, Option<Passed>)> = self.side_by_side(&placed, |db, file| {
            let passed = taker.and_then(|taker| passing::pass(db, (view, file), taker));
            let finished = if passed.is_none() { db::finished(db, Seen::new(db, view, file)) } else { None };
            (finished, passed)
        });
        let (mut gaps, mut passed) = (BTreeSet::new(), HashMap::new());
        let mut listed: Listed<PageId, Page> = Listed::default();
        for (finished, handed_on) in pages {
            let (page, holed) = match (&finished, &handed_on) {
                (Some(finished), _) => (&finished.page, finished.holed),
                (_, Some(passed)) => (&passed.page, passed.holed),
                (None, None) => continue,
            };
            gaps.extend(holed.then_some(page.file));
            listed.push(PageId(page.file.0), Arc::clone(page));
            passed.extend(handed_on.map(|passed| (passed.page.file, passed)));
        }
        let finished =
            self.seen_side_by_side(view, db::leaflets_in_order(db), |db, seen| db::finished_leaflet(db, seen));
        let mut leaflets: Listed<LeafletId, Leaflet> = Listed::default();
        for finished in finished.into_iter().flatten() {
            let FinishedLeaflet { leaflet: Some(leaflet), holed, .. } = &*finished else { continue };
            gaps.extend(holed.then_some(leaflet.file));
            leaflets.push(LeafletId(leaflet.file.0), Arc::clone(leaflet));
        }
        let mut aliases = tree.aliases.clone();
        aliases.extend(leads::aliases(leaflets.with_ids(), &aliases));
        let uses = self.uses(view, &placed, &passed);
        let (assets, beside) = self.assets(view, &uses, &passed);
        let (navigation, topics) = (tree.navigation.clone(), tree.topics.clone());
        let bare = self.bare_site(view);
        let site = Site { pages: listed, leaflets, assets, aliases, navigation, topics, gaps, ..bare };
        Outcome { site, uses, beside, passed }
    }

    /// Returns a site without pages, leaflets and files.
    fn bare_site(&self, view: View) -> Site {
        let (db, rest) = (&self.kept, Rest::get(&self.kept));
        let asked = view.asked(db);
        Site {
            about: (**rest.about(db)).clone(),
            clock: asked.clock.clone(),
            pages: Listed::default(),
            leaflets: Listed::default(),
            facts: (**rest.facts(db)).clone(),
            contacts: (**rest.contacts(db)).clone(),
            glossary: (**rest.glossary(db)).clone(),
            assets: Listed::default(),
            aliases: Vec::new(),
            theme: Arc::clone(&self.parts.theme.value),
            fonts: self.parts.fonts.value.clone(),
            designs: self.parts.designs.value.clone(),
            embossed: rest.config(db).embossed,
            checked: Arc::clone(&self.parts.checked.value),
            images: Arc::clone(&self.parts.images.value),
            drafts: rest.config(db).drafts.iter().map(|(name, _)| name.clone()).collect(),
            shows_drafts: asked.drafts,
            sheets: self.parts.sheets.value.clone(),
            sounds: Arc::clone(&self.parts.sounds.value),
            editions: Arc::clone(&self.parts.editions.value),
            navigation: Vec::new(),
            topics: BTreeMap::new(),
            next_change: db::next_change(db, view),
            gaps: BTreeSet::new(),
            headers: self.parts.headers.value.clone(),
            words: Arc::clone(rest.words(db)),
            shared: db::shared(db, view).clone(),
        }
    }

    /// Returns every place where what is published uses a file.
    fn uses(&self, view: View, placed: &[File], passed: &HashMap<FileId, Passed>) -> Arc<Uses> {
        let db = &self.kept;
        if passed.is_empty() {
            return db::all_uses(db, view);
        }
        let others = placed.iter().filter(|file| !passed.contains_key(&file.id(db)));
        let others: Vec<Arc<Finished>> =
            others.filter_map(|file| db::finished(db, Seen::new(db, view, *file))).collect();
        let leaflets = db::leaflets_in_order(db).iter();
        let leaflets: Vec<Arc<FinishedLeaflet>> =
            leaflets.filter_map(|file| db::finished_leaflet(db, Seen::new(db, view, *file))).collect();
        let others = others.iter().map(|page| &page.uses).chain(leaflets.iter().map(|leaflet| &leaflet.uses));
        let passed = passed.values().flat_map(|page| page.uses.iter().map(|(asset, places)| (asset, places)));
        Arc::new(uses::gathered(others.flatten().chain(passed)))
    }

    /// Returns which of the files beside the pages are asked for.
    fn asked_for(&self, passed: &HashMap<FileId, Passed>) -> Arc<BTreeSet<String>> {
        let db = &self.kept;
        if passed.is_empty() {
            return Arc::clone(db::asked_for(db));
        }
        let stayed = |file: File| !passed.contains_key(&file.id(db));
        let others = db::asked_for_by(db, &stayed);
        Arc::new(others.chain(passed.values().flat_map(|page| &page.wanted)).cloned().collect())
    }

    /// Returns the files beside the pages, with what is wrong with them.
    fn assets(
        &self,
        view: View,
        uses: &Uses,
        passed: &HashMap<FileId, Passed>,
    ) -> (Listed<AssetId, Asset>, Vec<Diagnostic>) {
        let (db, rest) = (&self.kept, Rest::get(&self.kept));
        let config = rest.config(db);
        let wanted = &self.asked_for(passed);
        let mut assets: Vec<(AssetId, Asset)> = Vec::new();
        for (path, file) in rest.beside(db).iter() {
            let State::Beside(beside, _) = file.state(db) else { continue };
            let asked = wanted.contains(path) || config.also.iter().any(|also| also.names(path));
            let kind = if asked { db::kind(db, *file) } else { AssetKind::File };
            let (source, goes) = (beside.source.clone(), Goes::Stays);
            let asset =
                Asset { path: path.clone(), source, kind, size: beside.size, goes, bytes: None, remarks: Vec::new() };
            assets.push((AssetId(file.id(db).0), asset));
        }
        let gone = db::gone(db, view);
        let complete = self.is_complete(rest);
        let known = uses::Given { uses, wanted, gone: &gone, config, complete };
        let mut found = uses::settle(assets.iter_mut().map(|(id, asset)| (*id, asset)), &known);
        found.extend(uses::judge_also(&db::paths_beside(db), rest.refused(db), config));
        found.extend(self.look_into(view, uses, &mut assets));
        (assets.into_iter().map(|(id, asset)| (id, Arc::new(asset))).collect(), found)
    }

    /// Returns whether every page and leaflet could be read.
    fn is_complete(&self, rest: Rest) -> bool {
        let db = &self.kept;
        let mut pages = rest.pages(db).iter();
        pages.all(|file| db::headed(db, *file).head.is_some())
            && rest.leaflets(db).iter().all(|file| db::leaflet_draft(db, *file).leaflet.is_some())
    }

    /// Looks into the files that go out.
    #[cfg(feature = "formats")]
    fn look_into(&self, view: View, uses: &Uses, assets: &mut [(AssetId, Asset)]) -> Vec<Diagnostic> {
        let ahead = view.asked(&self.kept).ahead;
        let known = &self.known;
        let going = assets.par_iter_mut().filter(|(_, asset)| asset.goes != Goes::Stays);
        let found = going.map_with(self.kept.clone(), |db, (id, asset)| {
            let file = FileId(id.0);
            let Some(input) = known.get(&file) else { return Vec::new() };
            let uses = uses.get(id).map_or(&[][..], Vec::as_slice);
            let printed = uses.iter().any(|used| used.printed);
            let verdict = beside::verdict(db, *input, printed);
            let found = crate::content::pictures::apply(asset, file, &verdict, uses);
            // What documents say is no error, and so nothing to look ahead for.
            if !ahead && asset.kind == AssetKind::File {
                let said = beside::said(db, *input);
                asset.remarks = said
                    .iter()
                    .flat_map(|(says, words)| {
                        let offered =
                            uses.iter().map(|used| used.span).filter(|_| *says == crate::model::Says::Barrier);
                        let at: Vec<Span> = offered.collect();
                        let at = if at.is_empty() { vec![Span::whole(file)] } else { at };
                        at.into_iter().map(|at| crate::model::Remark { says: *says, words: words.clone(), at })
                    })
                    .collect();
            }
            found
        });
        found.flatten_iter().collect()
    }

    /// Without formats nothing goes out.
    #[cfg(not(feature = "formats"))]
    fn look_into(&self, _: View, _: &Uses, _: &mut [(AssetId, Asset)]) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Adds what is wrong with a site as it came out to what is wrong in its files.
    fn findings(&self, view: View, outcome: &mut Outcome, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let (db, rest) = (&self.kept, Rest::get(&self.kept));
        let (tree, site, passed) = (db::tree(db, view), &outcome.site, &mut outcome.passed);
        found.extend(tree.found.iter().cloned());
        let placed: Vec<File> = tree.pages.iter().filter_map(|head| self.known.get(&head.file).copied()).collect();
        for file in &placed {
            if let Some(passed) = passed.get_mut(&file.id(db)) {
                found.append(&mut passed.linked);
                continue;
            }
            let seen = Seen::new(db, view, *file);
            found.extend(db::assembled(db, seen).iter().flat_map(|page| page.found.iter().cloned()));
            found.extend(db::finished(db, seen).iter().flat_map(|page| page.found.iter().cloned()));
        }
        let leaflets = db::leaflets_in_order(db).clone();
        for file in &leaflets {
            found.extend(
                db::finished_leaflet(db, Seen::new(db, view, *file))
                    .iter()
                    .flat_map(|leaflet| leaflet.found.iter().cloned()),
            );
        }
        for file in rest.beside(db).iter().filter(|(path, _)| path.ends_with(".vtt")).map(|(_, file)| *file) {
            if outcome.uses.contains_key(&AssetId(file.id(db).0)) {
                found.extend(db::captions_in(db, file).found.iter().cloned());
                found.extend(
                    db::captions_text(db, file).iter().flat_map(|text| unseen::in_text(file.id(db), &text.source.text)),
                );
            }
        }
        found.extend(outcome.beside.iter().cloned());
        found.extend(sheets::judge(site));
        found.extend(alerts::judge(Rest::get(&self.kept).alerts(&self.kept), site));
        found.extend(translated::judge(site, &|file| self.names.path(file).unwrap_or_default().to_string()));
        takedown::soften(&tree.gone, &mut found);
        found.extend(self.checked(view, (site, passed), &[placed, leaflets].concat()));
        found
    }

    /// Returns what the rules find.
    fn checked(
        &self,
        view: View,
        (site, passed): (&Site, &mut HashMap<FileId, Passed>),
        files: &[File],
    ) -> Vec<Diagnostic> {
        let config = Rest::get(&self.kept).config(&self.kept);
        if config.checks.all_off() {
            return Vec::new();
        }
        let db = &self.kept;
        let others: Vec<File> = files.iter().filter(|file| !passed.contains_key(&file.id(db))).copied().collect();
        self.seen_side_by_side(view, &others, |db, seen| _ = db::checked(db, seen));
        let many = passed.values().map(|page| page.checked.len()).sum();
        let mut found: Vec<Diagnostic> = Vec::with_capacity(many);
        for file in files {
            match passed.get_mut(&file.id(db)) {
                Some(passed) => found.append(&mut passed.checked),
                None => found.extend(db::checked(db, Seen::new(db, view, *file)).iter().cloned()),
            }
        }
        let mut sources = self.sources();
        for page in &site.pages {
            if let Some(id) = check::Subject::Page(page).captions() {
                self.name(&mut sources, id);
            }
        }
        found.extend(check::whole(site, config, &sources));
        check::judged(site, config, &sources, &self.later, found)
    }

    /// Returns the errors that there will be when pages that are kept back have come. Told now, they are told to whoever
    /// wrote them; told on the day, they would stop a build that runs by itself.
    fn look_ahead(&self, view: View, taker: Option<&Taker<'_>>, told: &[Diagnostic]) -> Vec<Diagnostic> {
        let done = fault::caught(|| {
            let mut outcome = self.outcome(view, taker);
            self.findings(view, &mut outcome, Vec::new())
        });
        let found = done.unwrap_or_else(|why| {
            let settings = Span::whole(self.names.id("site.toml"));
            vec![fault::fault(settings, "read the pages that are kept back", &why)]
        });
        let told: BTreeSet<(&str, Span)> = told.iter().map(|found| (found.kind.code, found.span)).collect();
        let new =
            |found: &Diagnostic| found.severity == Severity::Error && !told.contains(&(found.kind.code, found.span));
        found.into_iter().filter(new).map(|found| Diagnostic { fix: None, ..found }).collect()
    }
}
