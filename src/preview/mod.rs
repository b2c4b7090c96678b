//! The loop of the live preview: a save is taken in, open pages are told, and what they ask for is made; then the checks.

mod answer;
mod body;
mod finding;
mod inject;
mod list;
mod markup;
mod messages;
mod panel;
mod patience;
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

/// How long after a save nothing else is done than answering: open pages ask for it now.
const BREATH: Duration = Duration::from_millis(60);

/// How long it is waited for a save between one part of the checks and the next.
const BETWEEN: Duration = Duration::from_millis(1);

/// The most pages of one change that are made as they were before it. After a branch switch of thousands nobody looks at
/// what each of them was.
const MOST_HELD: usize = 20;

/// Serves, takes in each save, and tells what is wrong as soon as there is time, until `stop` is set.
pub fn run(root: &Path, options: &Options<'_>, server: Server, listener: &dyn Listener, stop: &Arc<AtomicBool>) {
    let files = Disk::new(root);
    let shelf = Arc::new(Shelf::new());
    // The watch comes first: a save while the site is read for the first time must not be lost.
    let watch = watch::Watch::new(root);
    let until = Until { turn: Mutex::new(None), clock: options.at };
    let moment = |zone: &Zone| until.moment(zone);
    let options = Options { at: &moment, ..*options };
    let live = Arc::new(Mutex::new(Live::new(&files, &options)));
    let mut desk = Desk {
        files,
        live,
        shelf: Arc::clone(&shelf),
        options,
        listener,
        todo: None,
        seen: 0,
        edited: BTreeSet::new(),
    };
    desk.take_in(&Changes::Everything);
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
        let wait = match desk.todo {
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
            Some(changes) => desk.take_in(&changes),
            None if until.is_over(desk.next_change()) => desk.take_in(&Changes::default()),
            None => desk.check(),
        }
    }
    served.stop();
}

/// The moment that the site is shown for: one that was asked of the clock, until a page changes by itself.
struct Until<'a> {
    turn: Mutex<Option<handbill::model::Instant>>,
    clock: &'a (dyn Fn(&Zone) -> handbill::model::Instant + Sync),
}

impl Until<'_> {
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

/// Where saves are taken in and told of.
struct Desk<'a> {
    files: Disk,
    live: Arc<Mutex<Live>>,
    shelf: Arc<Shelf>,
    options: Options<'a>,
    listener: &'a dyn Listener,
    /// The number of the page from which on the checks are still to be made; nothing where all are.
    todo: Option<usize>,
    /// How many milliseconds the last change took until it could be seen.
    seen: u128,
    /// Files that were saved since they last had no error.
    edited: BTreeSet<String>,
}

impl Desk<'_> {
    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_change(&self) -> Option<handbill::model::Instant> {
        self.live().next_change()
    }

    /// Takes in what has changed. It can be seen at once; what is wrong with it in other places is told later.
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

    /// Makes the pages that are about to change as they are now, in case what comes cannot be read.
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

    /// Makes the next part of the checks, and tells what is wrong once all are made.
    fn check(&mut self) {
        let Some(from) = self.todo else { return };
        self.todo = fault::caught(|| self.live().prime(from)).unwrap_or_default();
        if self.todo.is_none() {
            self.tell();
        }
    }

    /// Tells what is wrong.
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
