//! A site kept ready for a preview: after a change nothing is made until somebody asks for it, and then only what is another
//! than before. It is the engine of a build, kept, and the same presses.

use std::collections::{BTreeMap, HashMap};
use std::io::Read as _;
use std::sync::{Arc, Mutex, PoisonError};

use self_cell::self_cell;

use super::audited::{About, Auditor};
use super::works::Works;
use super::{Error, Options, engine_of, in_memory, no_settings, settings_place};
use crate::changes::Changes;
use crate::content::files::Files;
use crate::content::pictures::{self, Content};
use crate::diag::{self, Diagnostic, FileId, Severity, Sources};
use crate::engine::{Engine, Purpose, Reading, Settled};
use crate::model::{Instant, Leaflet, Page, PageId, Site};
use crate::render::braille::beside::{self, Passage};
use crate::render::print::proof::{self, Proof};
use crate::render::web::hosting::Table;
use crate::render::{Catalogue, Copied, Given, Job, Made, Subject, Trace};
use crate::words::Wording;

self_cell!(
    /// A site with its presses.
    struct Shop {
        owner: Arc<Site>,
        #[covariant]
        dependent: Works,
    }
);

/// What a job was made from the last time, and what came of it.
struct Last {
    /// The page, where it is about one.
    page: Option<Arc<Page>>,
    /// The leaflet, where it is about one.
    leaflet: Option<Arc<Leaflet>>,
    made: Arc<Made>,
}

/// Folders of what all pages share. An error in them may keep every page from being made.
const SHARED: [&str; 2] = ["content/_data", "themes"];

/// The presses as they stand, for as long as only the words of pages become others.
struct Ready {
    shop: Shop,
    /// What is wrong with what all jobs share.
    found: Vec<Diagnostic>,
    /// The texts of what that points into.
    sources: Sources,
    table: Arc<Table>,
    addresses: Arc<BTreeMap<String, String>>,
    settled: Settled,
    /// Which change of the engine the site of the presses is from.
    version: u64,
    last: Mutex<HashMap<usize, Last>>,
}

/// A site that cannot be shown: the one before it stays.
struct Broken {
    now: Ready,
    cause: Cause,
}

/// What keeps a site from being shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// The theme has an error. Pages are made with the last theme that had none.
    Theme,
    /// A store cannot be read. Pages stay as they were.
    Store,
}

/// A file as it is published.
pub enum Published {
    /// It was made.
    Made(Vec<u8>),
    /// It is copied from where it lies.
    Copied(Copied),
}

/// What the audit finds on a page, each with the byte of the page at which its element starts, and the texts of the files that it
/// stands in.
pub type Audited = (Vec<(Diagnostic, Option<usize>)>, Sources);

/// A site kept ready. Where an error in the theme or a store keeps it from being shown, it is shown as it last was.
pub struct Live {
    engine: Engine,
    files: Arc<dyn Files + Send + Sync>,
    only: Vec<String>,
    root: String,
    drafts: bool,
    /// What is shown.
    ready: Option<Ready>,
    /// What the files say now, where that cannot be shown.
    broken: Option<Broken>,
    /// Who looks at the pages that somebody looks at.
    auditor: Option<Auditor>,
}

impl Live {
    /// Returns a site of which nothing has been read.
    pub fn new(files: &dyn Files, options: &Options<'_>) -> Live {
        let root = options.root.to_string();
        let (only, drafts) = (options.only.to_vec(), options.drafts);
        let engine = engine_of(files);
        Live { engine, files: files.shared(), only, root, drafts, ready: None, broken: None, auditor: None }
    }

    /// Takes in what may have changed. Returns whether there is a site that can be shown.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn update(&mut self, changes: &Changes, options: &Options<'_>) -> Result<bool, Error> {
        if self.broken.is_none() && SHARED.iter().any(|folder| changes.touch(folder)) {
            // What is shown now is what stays if the change breaks it.
            self.refresh()?;
        }
        let purpose = Purpose { at: options.at, drafts: self.drafts };
        self.engine.update(changes, &purpose).map_err(|error| no_settings(&error, &self.root))?;
        let Some(settled) = self.engine.settled() else { return Ok(false) };
        let is_same = |ready: &Ready| ready.settled.is_same_but_for_titles(&settled) && !self.has_lost_store(ready);
        if self.ready.as_ref().is_some_and(is_same) {
            self.broken = None;
        } else {
            self.set_up(settled)?;
        }
        Ok(true)
    }

    /// Returns whether the site cannot be shown as it is now, and is shown as it last was.
    pub fn is_broken(&self) -> bool {
        self.broken.is_some()
    }

    fn is_broken_by(&self, cause: Cause) -> bool {
        self.broken.as_ref().is_some_and(|broken| broken.cause == cause)
    }

    /// Returns what the files say now, whether or not it can be shown.
    fn now(&self) -> Option<&Ready> {
        self.broken.as_ref().map(|broken| &broken.now).or(self.ready.as_ref())
    }

    fn has_lost_store(&self, ready: &Ready) -> bool {
        self.engine.has_lost_store(ready.shop.borrow_owner())
    }

    /// Returns what keeps a site from being shown, where there is another that can be.
    fn cause(&self, now: &Ready) -> Result<Option<Cause>, Error> {
        let Some(ready) = &self.ready else { return Ok(None) };
        if self.has_lost_store(ready) {
            return Ok(Some(Cause::Store));
        }
        if Arc::ptr_eq(&ready.shop.borrow_owner().theme, &now.shop.borrow_owner().theme) {
            return Ok(None);
        }
        let stops = |found: &Diagnostic| {
            found.severity == Severity::Error && self.engine.path_of(found.span.file).starts_with("themes/")
        };
        let broken =
            now.found.iter().any(stops) || now.shop.borrow_dependent().try_out(&|_| None, None)?.iter().any(stops);
        Ok(broken.then_some(Cause::Theme))
    }

    /// Sets up the presses for the site as it is now.
    fn set_up(&mut self, settled: Settled) -> Result<(), Error> {
        let Some(site) = self.engine.site() else { return Ok(()) };
        let mut sources = self.engine.sources();
        let mut found = Vec::new();
        let only = &self.only;
        let shop = Shop::try_new(site, |site| {
            let (works, wrong) = Works::set_up(site, only, &mut sources)?;
            found = wrong;
            Ok::<_, Error>(works)
        })?;
        let table = shop.borrow_dependent().host_table();
        let table = table.unwrap_or_else(|| Arc::new(Table::of(shop.borrow_owner())));
        let version = self.engine.version();
        // Leaflets and lists are made anew after each save, and pages stay where they are.
        let before = self.ready.as_ref().filter(|ready| ready.settled.is_same_but_for_titles(&settled));
        let before = before.map(|ready| Arc::clone(&ready.addresses));
        let addresses = before.unwrap_or_else(|| Arc::new(self.engine.addresses()));
        let now = Ready { shop, found, sources, table, addresses, settled, version, last: Mutex::default() };
        match self.cause(&now)? {
            Some(cause) => self.broken = Some(Broken { now, cause }),
            None => {
                self.ready = Some(now);
                self.broken = None;
            }
        }
        Ok(())
    }

    /// Sets the presses up anew where the words of a page have become others since: leaflets and lists show them too.
    fn refresh(&mut self) -> Result<(), Error> {
        if self.now().is_none_or(|now| now.version == self.engine.version()) {
            return Ok(());
        }
        self.engine.settled().map_or(Ok(()), |settled| self.set_up(settled))
    }

    /// Returns which state of the site this is.
    pub fn version(&self) -> u64 {
        self.engine.version()
    }

    /// Returns how a host must answer.
    pub fn table(&self) -> Option<Arc<Table>> {
        self.ready.as_ref().map(|ready| Arc::clone(&ready.table))
    }

    /// Returns the words of the site's own language, in which a preview speaks.
    pub fn wording(&self) -> Option<Arc<Wording>> {
        let site = self.ready.as_ref()?.shop.borrow_owner();
        Some(Arc::clone(site.words.of(&site.about.language)))
    }

    /// Returns the addresses of the pages by their files, by path from the site's folder.
    pub fn addresses(&self) -> Arc<BTreeMap<String, String>> {
        self.ready.as_ref().map(|ready| Arc::clone(&ready.addresses)).unwrap_or_default()
    }

    /// Returns a file as it is published, made now where it was not yet; nothing where there is none.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn file(&mut self, path: &str) -> Result<Option<Published>, Error> {
        let Some(made) = self.made(path)? else { return Ok(None) };
        if let Some(copied) = made.copies.iter().find(|copied| copied.path == path) {
            return Ok(Some(Published::Copied(copied.clone())));
        }
        if let (Some(pack), Some(ready)) = (made.packed.iter().find(|packed| packed.path == path), &self.ready) {
            return Ok(Some(Published::Made(in_memory(pack, &|path| ready.bytes(path))?)));
        }
        let file = made.files.iter().find(|file| file.path == path);
        Ok(file.map(|file| Published::Made(file.bytes.clone())))
    }

    /// Returns the bytes of a file as it is published, of one that is copied too.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let unreadable = |error| Error::Unreadable { path: path.to_string(), reason: diag::reason(&error) };
        match self.file(path)? {
            None => Ok(None),
            Some(Published::Made(bytes)) => Ok(Some(bytes)),
            Some(Published::Copied(copied)) => {
                match pictures::content(&*self.files, &copied.source).map_err(unreadable)? {
                    Content::Picture(bytes) => Ok(Some(bytes)),
                    Content::File(mut file) => {
                        let mut bytes = Vec::new();
                        file.read_to_end(&mut bytes).map_err(unreadable)?;
                        Ok(Some(bytes))
                    }
                }
            }
        }
    }

    /// Returns which bytes of a page were written from which words.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn traces(&mut self, path: &str) -> Result<Vec<Trace>, Error> {
        // A page that stays was written from words that are no longer there.
        let made = if self.is_broken_by(Cause::Store) { None } else { self.made(path)? };
        let Some(made) = made else { return Ok(Vec::new()) };
        Ok(made.traces.iter().filter(|trace| trace.path == path).cloned().collect())
    }

    /// Returns what the audit finds on a page as it is published; nothing of a page that stays as it was.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn audited(&mut self, path: &str) -> Result<Audited, Error> {
        let none = (Vec::new(), Sources::default());
        if self.is_broken() || !path.ends_with(".html") {
            return Ok(none);
        }
        let Some(made) = self.made(path)? else { return Ok(none) };
        self.call_auditor();
        let (Some(ready), Some(auditor)) = (&self.ready, &self.auditor) else { return Ok(none) };
        let (works, site) = (ready.shop.borrow_dependent(), ready.shop.borrow_owner());
        let subject = works.owner(path).and_then(|number| works.job(number)).map(|job| job.subject);
        let page = if let Some(Subject::Page(id)) = subject { self.engine.page(id) } else { None };
        let about = match &page {
            Some(page) => About::page(page, site.today()),
            None => About { place: settings_place(&ready.sources), waivers: &[], today: site.today() },
        };
        let files = made.files.iter().filter(|file| file.path == path);
        let found: Vec<_> = files
            .flat_map(|file| auditor.one(file, &made.traces, about, &|path| works.shared_file(path)).into_values())
            .collect();
        if found.is_empty() {
            return Ok(none);
        }
        let mut sources = self.engine.sources();
        sources.extend(&ready.sources);
        let found = found.into_iter().filter_map(|(found, at)| Some((auditor.levelled(found, &sources)?, at)));
        Ok((found.collect(), sources))
    }

    /// Sees that who looks at pages is there, where somebody does. Style sheets are read again only where the theme or the settings
    /// are others.
    fn call_auditor(&mut self) {
        let (Some(ready), Some(config)) = (&self.ready, self.engine.config()) else { return };
        let theme = &ready.shop.borrow_owner().theme;
        if !self.auditor.as_ref().is_some_and(|auditor| auditor.is_for(config, theme)) {
            self.auditor = Auditor::new(Some(config), theme);
        }
    }

    /// Returns whether a page has an error of its own, such as a link that leads nowhere, by its path as it is published.
    pub fn has_errors(&self, path: &str) -> bool {
        let works = self.ready.as_ref().map(|ready| ready.shop.borrow_dependent());
        let job = works.and_then(|works| works.job(works.owner(path)?));
        let page = if let Some(Job { subject: Subject::Page(id) }) = job { Some(*id) } else { None };
        !self.is_broken_by(Cause::Store) && page.is_some_and(|page| self.engine.has_errors(page))
    }

    /// Returns every leaflet as it is looked at before it is printed, with its source file; nothing where a face cannot be
    /// used, since nothing can be printed then.
    pub fn proofs(&self) -> Vec<(String, Proof)> {
        let Some(ready) = &self.ready else { return Vec::new() };
        let proofs = proof::proofs(ready.shop.borrow_owner()).unwrap_or_default();
        proofs.into_iter().map(|proof| (self.path_of(proof.file), proof)).collect()
    }

    /// Returns a page of a leaflet's large print as a picture; nothing where there is none, or it cannot be drawn.
    pub fn large_page(&self, reference: &str, lang: &str, page: usize) -> Option<Vec<u8>> {
        let site = self.ready.as_ref()?.shop.borrow_owner();
        proof::large_page(site, reference, lang, page).ok()?
    }

    /// Returns the words of a braille file, by its path under the output folder, with their cells; nothing where there is none.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn beside(&mut self, path: &str) -> Result<Vec<Passage>, Error> {
        self.refresh()?;
        let Some(ready) = &self.ready else { return Ok(Vec::new()) };
        let works = ready.shop.borrow_dependent();
        let subject = works.owner(path).and_then(|number| works.job(number)).map(|job| job.subject);
        let passages = subject.map(|subject| beside::beside(ready.shop.borrow_owner(), subject));
        Ok(passages.transpose()?.unwrap_or_default())
    }

    /// Returns the path of a file by its number.
    pub fn path_of(&self, file: FileId) -> String {
        self.engine.path_of(file)
    }

    /// Returns the moment of the next change by itself.
    pub fn next_change(&self) -> Option<Instant> {
        self.engine.next_change()
    }

    /// Returns what is wrong with some files by themselves, and with what all pages share, by where it stands: what can be told
    /// at once.
    pub fn at_once(&self, changes: &Changes) -> (Vec<Diagnostic>, Sources) {
        let (mut found, mut sources) = self.engine.found_in(changes);
        if let Some(now) = self.now() {
            found.extend(now.found.iter().cloned());
            sources.extend(&now.sources);
        }
        diag::sort(&mut found, &sources);
        (found, sources)
    }

    /// Returns every file that there would be, or may be, by path.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn paths(&mut self) -> Result<Vec<String>, Error> {
        self.refresh()?;
        Ok(self.ready.as_ref().map(|ready| ready.shop.borrow_dependent().paths()).unwrap_or_default())
    }

    /// Returns what the job that makes a file made.
    fn made(&mut self, path: &str) -> Result<Option<Arc<Made>>, Error> {
        let about = |live: &Live| {
            let ready = live.ready.as_ref()?;
            let number = ready.shop.borrow_dependent().owner(path)?;
            Some((number, ready.shop.borrow_dependent().job(number)?.subject))
        };
        let Some((mut number, subject)) = about(self) else { return Ok(None) };
        let works = self.ready.as_ref().map(|ready| ready.shop.borrow_dependent());
        let decided = |page: &Page| works.is_some_and(|works| works.is_decided_by_words(page));
        let page = |id: PageId| self.engine.page(id).filter(|page| page.around.leaflets.is_empty() && !decided(page));
        let page = match subject {
            Subject::Page(id) if !self.is_broken_by(Cause::Store) => page(id),
            _ => None,
        };
        if page.is_none() && self.broken.is_none() {
            // Leaflets, lists, and pages that offer leaflets show more than their own words.
            self.refresh()?;
            let Some((again, _)) = about(self) else { return Ok(None) };
            number = again;
        }
        let Some(ready) = &self.ready else { return Ok(None) };
        ready.one(number, page.as_ref()).map(Some)
    }

    /// Reads and checks a number of pages, from one on, so that what is wrong can be told soon; returns where to go on.
    pub fn prime(&self, from: usize) -> Option<usize> {
        self.engine.prime(from)
    }

    /// Returns the site with all that is wrong with it, leaflets and the theme too.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn reading(&mut self) -> Result<Reading, Error> {
        self.refresh()?;
        self.call_auditor();
        let mut reading = self.engine.read();
        if let (Some(now), Some(_)) = (self.now(), &reading.site) {
            let works = now.shop.borrow_dependent();
            reading.sources.extend(&now.sources);
            reading.diagnostics.extend(now.found.iter().cloned());
            for number in works.leaflets() {
                reading.diagnostics.extend(now.one(number, None)?.diagnostics.iter().cloned());
            }
            reading.diagnostics.extend(works.try_out(&|_| None, self.auditor.as_ref())?);
            reading.diagnostics.extend(self.auditor.iter().flat_map(|auditor| auditor.end(&reading.sources)));
            diag::sort(&mut reading.diagnostics, &reading.sources);
        }
        Ok(reading)
    }
}

impl Ready {
    /// Returns the bytes of a file that a job makes; nothing where there is none.
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let owner = self.shop.borrow_dependent().owner(path)?;
        let made = self.one(owner, None).ok()?;
        made.files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
    }

    /// Makes one job's files, unless what they are made from is as it was.
    fn one(&self, number: usize, page: Option<&Arc<Page>>) -> Result<Arc<Made>, Error> {
        let (works, site) = (self.shop.borrow_dependent(), self.shop.borrow_owner());
        let Some(Job { subject }) = works.job(number).cloned() else { return Ok(Arc::default()) };
        let page = match subject {
            Subject::Page(id) => page.cloned().or_else(|| site.pages.share(id)),
            _ => None,
        };
        let leaflet = if let Subject::Leaflet(id) = subject { site.leaflets.share(id) } else { None };
        let known = page.is_some() || leaflet.is_some();
        if let Some(last) = self.last.lock().unwrap_or_else(PoisonError::into_inner).get(&number)
            && known
            && last.page == page
            && last.leaflet == leaflet
        {
            return Ok(Arc::clone(&last.made));
        }
        let mut catalogue = Catalogue::default();
        for other in works.before(number, page.as_deref()) {
            catalogue.add(self.one(other, page.as_ref())?.downloads.iter().cloned());
        }
        let given = Given { catalogue: &catalogue, page: page.as_deref() };
        let made = Arc::new(works.make_one(number, &given)?);
        if known {
            let last = Last { page, leaflet, made: Arc::clone(&made) };
            self.last.lock().unwrap_or_else(PoisonError::into_inner).insert(number, last);
        }
        Ok(made)
    }
}
