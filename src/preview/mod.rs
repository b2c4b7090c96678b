//! The loop of the live preview: a save is taken in, open pages are told, and what they ask for is made; then the checks.

mod answer;
mod beside;
mod body;
mod dots;
mod finding;
mod frame;
mod inject;
mod list;
mod markup;
mod messages;
mod panel;
mod patience;
mod room;
mod serve;
mod shelf;
mod source;
#[cfg(test)]
mod tests;
mod watch;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use handbill::changes::Changes;
use handbill::content::files::Disk;
use handbill::diag::fault;
use handbill::model::Zone;
use handbill::pipeline::{Live, Options, Reading};

use finding::Finding;
use messages::Messages;
use shelf::{Build, Shelf};
use source::OnDemand;

pub use serve::Server;

/// What the loop tells whoever started it.
pub trait Listener: Sync {
    /// A build has ended after so many milliseconds; `None` where it could not run.
    fn built(&self, reading: Option<&Reading>, milliseconds: u128);
    /// Something could not be done, in one sentence.
    fn failed(&self, message: &str);
}

/// How long the checks wait after a save. Open pages ask for their new versions in this time, and must not wait themselves.
const BREATH: Duration = Duration::from_millis(60);

/// How long to wait for a save between one part of the checks and the next.
const BETWEEN: Duration = Duration::from_millis(1);

/// The most pages that are made once more before a change to their files is taken in. A branch switch changes thousands, and
/// nobody needs the old version of each.
const MOST_HELD: usize = 20;

/// Serves, takes in each save, and tells what is wrong as soon as there is time, until `stop` is set.
pub fn run(root: &Path, options: &Options<'_>, server: Server, listener: &dyn Listener, stop: &Arc<AtomicBool>) {
    let files = Disk::new(root);
    let shelf = Arc::new(Shelf::new());
    // The watch comes first: a save while the site is read for the first time must not be lost.
    let watch = watch::Watch::new(root);
    let until = ShownMoment { turn: Mutex::new(None), clock: options.at };
    let moment = |zone: &Zone| until.moment(zone);
    let options = Options { at: &moment, ..*options };
    let live = Arc::new(Mutex::new(Live::new(&files, &options)));
    let mut session = Session {
        files,
        live,
        shelf: Arc::clone(&shelf),
        options,
        listener,
        todo: None,
        seen: 0,
        edited: BTreeSet::new(),
    };
    session.take_in(&Changes::Everything);
    let served = match server.start(shelf, serve::LIMITS) {
        Ok(served) => served,
        Err(error) => return listener.failed(&error.to_string()),
    };
    let mut watch = match watch {
        Ok(watch) => Some(watch),
        Err(error) => {
            listener.failed(&format!("changes cannot be watched: {error}; start again after a change"));
            None
        }
    };
    while !stop.load(Ordering::SeqCst) {
        let wait = match session.todo {
            Some(0) => BREATH,
            Some(_) => BETWEEN,
            None => watch::TICK,
        };
        let changes = match &mut watch {
            Some(watch) => watch.changes(wait),
            None => {
                std::thread::sleep(wait);
                None
            }
        };
        match changes {
            Some(changes) => session.take_in(&changes),
            None if until.is_over(session.next_change()) => session.take_in(&Changes::default()),
            None => session.check(),
        }
    }
    served.stop();
}

/// The moment that the site is shown for. The clock is asked once, and again when the moment comes at which a page changes by
/// itself.
struct ShownMoment<'a> {
    turn: Mutex<Option<handbill::model::Instant>>,
    clock: &'a (dyn Fn(&Zone) -> handbill::model::Instant + Sync),
}

impl ShownMoment<'_> {
    fn turn(&self) -> MutexGuard<'_, Option<handbill::model::Instant>> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn moment(&self, zone: &Zone) -> handbill::model::Instant {
        *self.turn().get_or_insert_with(|| (self.clock)(zone))
    }

    /// Returns whether the moment of the next change has come; then the clock is asked again.
    fn is_over(&self, next: Option<handbill::model::Instant>) -> bool {
        let over = next.is_some_and(|next| (self.clock)(&Zone::utc()) >= next);
        if over {
            *self.turn() = None;
        }
        over
    }
}

/// A running preview: it takes saves in, and tells open pages and the terminal what came of them.
struct Session<'a> {
    files: Disk,
    live: Arc<Mutex<Live>>,
    shelf: Arc<Shelf>,
    options: Options<'a>,
    listener: &'a dyn Listener,
    /// The number of the first page that is not checked yet; nothing where all are checked.
    todo: Option<usize>,
    /// How many milliseconds passed between the last save and the moment at which open pages could ask for it.
    seen: u128,
    /// Files that were saved since they last had no error.
    edited: BTreeSet<String>,
}

impl Session<'_> {
    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_change(&self) -> Option<handbill::model::Instant> {
        self.live().next_change()
    }

    /// Takes in what has changed. Pages can be asked for at once, with the findings of the files that changed. Findings in other
    /// files follow when the checks are done.
    fn take_in(&mut self, changes: &Changes) {
        let start = Instant::now();
        self.hold(changes);
        if let Changes::Paths(paths) = changes {
            self.edited.extend(paths.iter().cloned());
        }
        let taken = fault::caught(|| self.live().update(changes, &self.options).map_err(|error| error.to_string()));
        let taken = taken.unwrap_or_else(|why| Err(format!("Handbill itself has a fault: {why}; please report it")));
        match taken {
            Ok(true) => {
                let (found, sources) = self.live().at_once(changes);
                let old = self.shelf.state();
                let others = old.findings().iter().filter(|found| !changes.touch(&found.file));
                let others = others.filter(|found| !found.file.starts_with("themes/") && !found.file.is_empty());
                let mut findings: Vec<Arc<Finding>> = others.cloned().collect();
                findings.extend(found.iter().map(|found| Arc::new(Finding::of(found, &sources))));
                self.show(findings);
                self.todo = Some(0);
            }
            Ok(false) => self.tell(),
            Err(error) => self.failed(error),
        }
        self.seen = start.elapsed().as_millis();
    }

    /// Makes the pages whose files have changed once more from what was read before, so that there is a last good version of
    /// each in case its file cannot be read now.
    fn hold(&self, changes: &Changes) {
        let (state, Changes::Paths(paths)) = (self.shelf.state(), changes) else { return };
        for address in paths.iter().take(MOST_HELD).filter_map(|path| state.address(path)) {
            state.find(&source::made_at(&address));
        }
    }

    fn show(&self, findings: Vec<Arc<Finding>>) {
        let (table, wording) = {
            let live = self.live();
            (live.table(), live.wording())
        };
        let (Some(table), Some(wording)) = (table, wording) else { return };
        let source = OnDemand::new(self.files.clone(), &self.live);
        let messages = Arc::new(Messages::new(wording));
        let edited = self.edited.clone();
        self.shelf.replace(Build { source: Arc::new(source), table, messages, edited }, findings);
    }

    fn failed(&mut self, error: String) {
        self.todo = None;
        self.shelf.fail(vec![Arc::new(Finding::of_operator(error.clone()))]);
        self.listener.failed(&error);
        self.listener.built(None, self.seen);
    }

    /// Checks some more pages. After the last of them, all findings are told.
    fn check(&mut self) {
        let Some(from) = self.todo else { return };
        self.todo = fault::caught(|| self.live().prime(from)).unwrap_or_default();
        if self.todo.is_none() {
            self.tell();
        }
    }

    /// Tells all findings to open pages and to the terminal.
    fn tell(&mut self) {
        self.todo = None;
        let reading = fault::caught(|| self.live().reading().map_err(|error| error.to_string()));
        let reading =
            reading.unwrap_or_else(|why| Err(format!("Handbill itself has a fault: {why}; please report it")));
        match reading {
            Ok(reading) => {
                let findings = reading.diagnostics.iter().map(|found| Arc::new(Finding::of(found, &reading.sources)));
                let findings: Vec<Arc<Finding>> = findings.collect();
                let has_error = |file: &String| findings.iter().any(|found| found.is_error() && found.file == *file);
                self.edited.retain(has_error);
                if reading.site.is_some() {
                    self.show(findings)
                } else {
                    self.shelf.fail(findings)
                }
                self.listener.built(Some(&reading), self.seen);
            }
            Err(error) => self.failed(error),
        }
    }
}
