//! Changes on disk, gathered: an editor's five events for one save are one change, and so is a branch switch of five
//! thousand files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use handbill::changes::Changes;
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How often a waiting loop looks whether it must end.
pub const TICK: Duration = Duration::from_millis(100);

/// How long it must be quiet after the first change before it counts as one save.
const QUIET: Duration = Duration::from_millis(4);

/// How long it must be quiet while changes have been streaming in. It grows with the stream, as half of its length.
const QUIET_IN_A_STREAM: Duration = Duration::from_millis(60);

/// How long a file that is being written may take to be closed.
const CLOSED: Duration = Duration::from_millis(25);

/// How long a file that is being written may stay empty: an editor empties it and then fills it, and a machine that is busy may
/// do much else in between. Read then, its page would seem to be gone.
const FILLED: Duration = Duration::from_millis(500);

/// The most files being written of which it is asked whether they are empty: more are a branch switch, which takes longer anyway.
const FEW: usize = 8;

/// The longest that changes are gathered while more come in: who saves without end sees something now and then.
const LONGEST: Duration = Duration::from_secs(1);

/// The folders that a site is made from, and the file beside them.
const FOLDERS: [&str; 4] = ["content", "locales", "print", "themes"];
const SETTINGS: &str = "site.toml";

/// A watch over a site's sources.
pub struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Watch {
    /// Starts to watch the site in a folder.
    ///
    /// # Errors
    ///
    /// The system cannot watch it.
    pub fn new(root: &Path) -> notify::Result<Watch> {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // A build reads thousands of files, and each is told as opened.
            if event.as_ref().is_ok_and(|event| is_access(event.kind) && !is_closing(event.kind)) {
                return;
            }
            // The receiver is gone only when the preview ends.
            let _ = sender.send(event);
        })?;
        let mut watch = Watch { root, watcher, events };
        let top = watch.root.clone();
        watch.watcher.watch(&top, RecursiveMode::NonRecursive)?;
        watch.folders()?;
        Ok(watch)
    }

    /// Watches the folders that are there now, also those that are watched already: one that was moved away and came
    /// back is told to nobody until it is watched again.
    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if path.is_dir() {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Waits so long for a change, and then until it is quiet; returns what of the site's sources has changed, if anything
    /// has.
    pub fn changes(&mut self, wait: Duration) -> Option<Changes> {
        let waited = Instant::now();
        let mut batch = loop {
            let event = self.events.recv_timeout(wait.checked_sub(waited.elapsed())?).ok()?;
            let now = Instant::now();
            let mut batch = Batch::new(now);
            if batch.take(&self.root, event, now) {
                break batch;
            }
        };
        while let Some(wait) = batch.wait(Instant::now()) {
            if let Ok(event) = self.events.recv_timeout(wait) {
                batch.take(&self.root, event, Instant::now());
            }
        }
        if batch.lost {
            // A folder that cannot be watched now is tried again at the next change.
            let _ = self.folders();
        }
        Some(batch.changes)
    }
}

/// Changes as they are gathered.
pub struct Batch {
    /// What has changed so far.
    pub changes: Changes,
    /// When the first and the last of them came.
    first: Instant,
    last: Instant,
    /// Files that are written to and not yet closed.
    open: BTreeSet<PathBuf>,
    /// Whether folders may have lost their watch.
    lost: bool,
}

impl Batch {
    /// Returns a batch that opens now.
    pub fn new(now: Instant) -> Batch {
        Batch { changes: Changes::default(), first: now, last: now, open: BTreeSet::new(), lost: false }
    }

    /// Returns how long the batch stays open for one more event, or nothing where it is complete.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let stream = self.last - self.first;
        let quiet = (stream / 2).clamp(QUIET, QUIET_IN_A_STREAM);
        let empty = |path: &PathBuf| path.metadata().is_ok_and(|file| file.len() == 0);
        let quiet = match self.open.len() {
            0 => quiet,
            1..=FEW if self.open.iter().any(empty) => quiet.max(FILLED),
            _ => quiet.max(CLOSED),
        };
        let end = (self.last + quiet).min(self.first + LONGEST);
        end.checked_duration_since(now).filter(|wait| !wait.is_zero())
    }

    /// Takes an event in, and returns whether it concerns the site.
    pub fn take(&mut self, root: &Path, event: notify::Result<Event>, now: Instant) -> bool {
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            // The system has lost count, or can watch no more folders.
            _ => {
                self.changes = Changes::Everything;
                self.lost = true;
                self.last = now;
                return true;
            }
        };
        if is_closing(event.kind) {
            event.paths.iter().for_each(|path| _ = self.open.remove(path));
            return false;
        }
        let mut ours = false;
        for path in event.paths {
            let Some(name) = name(root, &path) else { continue };
            ours = true;
            self.lost |= FOLDERS.contains(&name.as_str());
            self.changes.add(name);
            self.note_open(event.kind, path);
        }
        if ours {
            self.last = now;
        }
        ours
    }

    /// Notes which files are being written to. Only Linux tells when that ends. A save that empties the file and then fills
    /// it would otherwise be read in between.
    fn note_open(&mut self, kind: EventKind, path: PathBuf) {
        if !cfg!(target_os = "linux") {
            return;
        }
        match kind {
            EventKind::Modify(ModifyKind::Data(_)) => _ = self.open.insert(path),
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                self.open.remove(&path);
            }
            _ => {}
        }
    }
}

fn is_access(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(_))
}

fn is_closing(kind: EventKind) -> bool {
    kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}

/// Returns the path of one of the site's sources from its root; for a name that is not written in Unicode, that of the
/// folder which holds it.
fn name(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts: Vec<&str> = inside.iter().map_while(|part| part.to_str()).collect();
    let first = parts.first()?;
    (*first == SETTINGS || FOLDERS.contains(first)).then(|| parts.join("/"))
}
