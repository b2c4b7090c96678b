//! Changes on disk, gathered: an editor's five events for one save are one change.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How often a waiting loop looks whether it must end.
pub const TICK: Duration = Duration::from_millis(100);

/// How long it must be quiet after a change before it counts as one save.
const QUIET: Duration = Duration::from_millis(40);

/// The folders that a site is made from, besides `site.toml` beside them.
const FOLDERS: [&str; 4] = ["content", "locales", "print", "themes"];

/// A watch over a site's sources.
pub struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: Vec<PathBuf>,
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
        let watcher = notify::recommended_watcher(move |event| {
            // The receiver is gone only when the preview ends.
            let _ = sender.send(event);
        })?;
        let mut watch = Watch { root, watcher, events, watched: Vec::new() };
        let top = watch.root.clone();
        watch.watcher.watch(&top, RecursiveMode::NonRecursive)?;
        watch.folders()?;
        Ok(watch)
    }

    /// Watches the folders that are there now; one may be made later.
    fn folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if path.is_dir() && !self.watched.contains(&path) {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
                self.watched.push(path);
            }
        }
        self.watched.retain(|path| path.is_dir());
        Ok(())
    }

    /// Waits a moment, and returns whether something that the site is made from has changed.
    pub fn changed(&mut self) -> bool {
        let mut changed = match self.events.recv_timeout(TICK) {
            Ok(event) => self.matters(&event),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
        };
        while let Ok(event) = self.events.recv_timeout(QUIET) {
            changed |= self.matters(&event);
        }
        if changed {
            // A folder that cannot be watched now is tried again at the next change.
            let _ = self.folders();
        }
        changed
    }

    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        event.paths.iter().any(|path| {
            let Ok(inside) = path.strip_prefix(&self.root) else { return false };
            let first = inside.iter().next().map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
            first == "site.toml" || FOLDERS.contains(&first.as_str())
        })
    }
}
