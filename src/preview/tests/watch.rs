//! Real files in a folder of their own: what the watch tells of them. Nothing is waited for but the system's own word.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use handbill::changes::Changes;
use handbill::content::files::{Disk, Files};
use notify::event::{AccessKind, AccessMode, DataChange, Flag, ModifyKind};
use notify::{Event, EventKind};

use crate::preview::watch::{Batch, TICK, Watch};

/// A time in which the system tells what it tells at all.
const NEVER: Duration = Duration::from_secs(30);

/// A site's folder with a watch over it, removed at the end.
struct Site {
    root: PathBuf,
    watch: Watch,
}

impl Site {
    fn new() -> Site {
        static SITES: AtomicUsize = AtomicUsize::new(0);
        let number = SITES.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("handbill-watch-{}-{number}", std::process::id()));
        for folder in ["content/help", "print", "public"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        let root = root.canonicalize().unwrap();
        std::fs::write(root.join("site.toml"), "old").unwrap();
        std::fs::write(root.join("content/index.md"), "old").unwrap();
        std::fs::write(root.join("content/help/index.md"), "old").unwrap();
        let watch = Watch::new(&root).unwrap();
        Site { root, watch }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::write(self.path(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        String::from_utf8(Disk::new(&self.root).read(path).unwrap()).unwrap()
    }

    fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Waits until each of these files has been told and then until it is quiet, and returns all paths that were told, and
    /// in how many batches.
    fn told(&mut self, files: &[&str]) -> (BTreeSet<String>, usize) {
        let (mut all, mut batches) = (BTreeSet::new(), 0);
        let mut missing: Vec<&str> = files.to_vec();
        let start = Instant::now();
        loop {
            assert!(start.elapsed() < NEVER, "never told: {missing:?}");
            match self.watch.changes(TICK) {
                Some(changes) => {
                    batches += 1;
                    missing.retain(|file| !changes.touch(file));
                    if let Changes::Paths(paths) = changes {
                        all.extend(paths);
                    }
                }
                None if missing.is_empty() => return (all, batches),
                None => {}
            }
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

fn set(paths: &[&str]) -> BTreeSet<String> {
    paths.iter().map(|path| path.to_string()).collect()
}

#[test]
fn a_save_is_told_with_its_path_and_nothing_else_is() {
    let mut site = Site::new();
    site.write("content/help/index.md", "new");
    assert_eq!(site.told(&["content/help/index.md"]).0, set(&["content/help/index.md"]));
    site.write("public/index.html", "made");
    site.write("notes.txt", "mine");
    site.read("content/index.md");
    site.write("site.toml", "new");
    assert_eq!(site.told(&["site.toml"]).0, set(&["site.toml"]));
}

#[test]
fn a_save_by_rename_is_told_with_both_names() {
    let mut site = Site::new();
    site.write("content/index.md~", "new");
    site.rename("content/index.md~", "content/index.md");
    assert_eq!(site.told(&["content/index.md"]).0, set(&["content/index.md", "content/index.md~"]));
    // From a folder that is not watched there is no other end.
    site.write("public/draft", "newer");
    site.rename("public/draft", "content/index.md");
    assert_eq!(site.told(&["content/index.md"]).0, set(&["content/index.md"]));
}

#[test]
fn a_folder_moved_away_and_back_is_watched_as_before() {
    let file = "content/help/index.md";
    for folder in ["content", "content/help"] {
        let mut site = Site::new();
        site.rename(folder, "away");
        site.rename("away", folder);
        assert!(site.told(&[file]).0.contains(folder));
        site.write(file, "at once");
        assert_eq!(site.told(&[file]).0, set(&[file]));
        site.rename(folder, "away");
        assert!(site.told(&[file]).0.contains(folder));
        site.rename("away", folder);
        assert!(site.told(&[file]).0.contains(folder));
        site.write(file, "after a while");
        assert_eq!(site.told(&[file]).0, set(&[file]));
    }
}

#[test]
fn folders_that_are_new_are_watched_with_what_is_in_them() {
    let mut site = Site::new();
    std::fs::create_dir_all(site.path("themes/civic/templates")).unwrap();
    site.told(&["themes/civic/templates"]);
    site.write("themes/civic/templates/page.html", "new");
    site.told(&["themes/civic/templates/page.html"]);
    std::fs::create_dir_all(site.path("content/a/b/c")).unwrap();
    site.write("content/a/b/c/d.md", "new");
    site.told(&["content/a/b/c/d.md"]);
    site.write("content/a/b/c/d.md", "newer");
    site.told(&["content/a/b/c/d.md"]);
    std::fs::remove_dir_all(site.path("content/a")).unwrap();
    site.told(&["content/a/b/c/d.md"]);
}

#[test]
fn a_branch_switch_of_five_thousand_files_comes_in_few_batches() {
    let mut site = Site::new();
    let names: Vec<String> = (0..5_000).map(|number| format!("content/{}/{number}.md", number % 50)).collect();
    for name in &names {
        let path = site.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "new").unwrap();
    }
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    let (_, batches) = site.told(&files);
    assert!(batches <= 20, "{batches} batches");
    names.iter().for_each(|name| std::fs::remove_file(site.path(name)).unwrap());
    let (_, batches) = site.told(&files);
    assert!(batches <= 20, "{batches} batches");
}

#[test]
fn of_a_thousand_quick_saves_the_last_is_told() {
    let mut site = Site::new();
    let path = site.path("content/index.md");
    let saver = std::thread::spawn(move || {
        for number in 0..1_000 {
            std::fs::write(&path, format!("save {number}")).unwrap();
        }
    });
    let (mut seen, start) = (String::new(), Instant::now());
    while seen != "save 999" {
        assert!(start.elapsed() < NEVER, "the last that was seen is `{seen}`");
        if site.watch.changes(TICK).is_some() {
            seen = site.read("content/index.md");
        }
    }
    saver.join().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_told_as_its_folder() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let mut site = Site::new();
    std::fs::write(site.path("content/help").join(OsStr::from_bytes(b"caf\xE9.md")), "new").unwrap();
    assert_eq!(site.told(&["content/help/index.md"]).0, set(&["content/help"]));
}

fn event(kind: EventKind, path: &str) -> notify::Result<Event> {
    Ok(Event::new(kind).add_path(Path::new("/site").join(path)))
}

#[test]
fn a_batch_waits_the_longer_the_more_there_is_and_not_for_ever() {
    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    let now = Instant::now();
    let waits = |stream: u64, kinds: &[EventKind]| {
        let mut batch = Batch::new(now.checked_sub(Duration::from_millis(stream)).unwrap());
        for kind in kinds {
            batch.take(Path::new("/site"), event(*kind, "content/a.md"), now);
        }
        batch.wait(now).map(|wait| wait.as_millis())
    };
    assert_eq!(waits(0, &[WRITTEN, CLOSED]), Some(4));
    assert_eq!(waits(30, &[WRITTEN, CLOSED]), Some(15));
    assert_eq!(waits(600, &[WRITTEN, CLOSED]), Some(60));
    assert_eq!(waits(1_000, &[WRITTEN, CLOSED]), None);
    if cfg!(target_os = "linux") {
        assert_eq!(waits(0, &[WRITTEN]), Some(25));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_was_emptied_is_waited_for_until_it_is_filled() {
    let site = Site::new();
    let (path, now) = (site.path("content/help/index.md"), Instant::now());
    let mut batch = Batch::new(now);
    std::fs::write(&path, "").unwrap();
    let written = Event::new(EventKind::Modify(ModifyKind::Data(DataChange::Any))).add_path(path.clone());
    assert!(batch.take(&site.path(""), Ok(written), now));
    assert_eq!(batch.wait(now), Some(Duration::from_millis(500)));
    std::fs::write(&path, "words").unwrap();
    assert_eq!(batch.wait(now), Some(Duration::from_millis(25)));
}

#[test]
fn what_was_not_seen_is_everything() {
    let (root, now) = (Path::new("/site"), Instant::now());
    let mut batch = Batch::new(now);
    assert!(!batch.take(root, event(EventKind::Any, "public/index.html"), now));
    assert!(batch.take(root, event(EventKind::Any, "content/a.md"), now));
    assert!(batch.take(root, Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)), now));
    assert_eq!(batch.changes, Changes::Everything);
    let mut batch = Batch::new(now);
    assert!(batch.take(root, Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)), now));
    assert_eq!(batch.changes, Changes::Everything);
}
