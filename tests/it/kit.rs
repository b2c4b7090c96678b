//! What the tests share: a small site in memory, folders that clean up after themselves, the binary.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use handbill::content::files::{Files, Memory};
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options, Reading};

/// The moment that every test builds for.
pub const AT: &str = "2026-11-22T09:00";

pub const SITE_TOML: &str =
    "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\"]\n";

const FACTS: &str = "rj-satisfied:\n  value: 85\n  unit: \"%\"\n  statement: 85% of victims were satisfied.\n  \
                     source: { title: A report, publisher: A ministry, date: 2007-06 }\n\
                     calls-a-day:\n  value: 12\n  unit: \"\"\n  statement: We help 12 people a day.\n  \
                     source: { title: A count, publisher: A ministry, date: 2024-06 }\n  review: 2025-06-01\n";

const CONTACTS: &str = "office:\n  name: The office\n  phone: 01707 806100\n  address: [1 High Street, Harpenden]\n\
                        helpline:\n  name: A helpline\n  phone: 01438 123456\n  textphone: 18001 01438 123456\n  \
                        note: Say if it is not safe to call you back.\n";

const GLOSSARY: &str =
    "MASH:\n  full: Multi-agency Safeguarding Hub\nNHS:\n  full: National Health Service\n  well_known: true\n";

/// The front matter of a page that is about nothing else.
pub const FRONT: &str = "---\ntitle: A page\nsummary: What it is about.\n---\n";

/// A small picture: one grey dot.
pub const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82,
    0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// Returns a site in memory with settings, stores, a home page and `what-next.md`.
pub fn site() -> Memory {
    let mut files = Memory::default();
    // The picture goes out whether or not the test has a page that shows it.
    files.add("site.toml", format!("{SITE_TOML}[publish]\nalso = [\"office.png\"]\n"));
    files.add("content/_data/facts.yaml", FACTS);
    files.add("content/_data/contacts.yaml", CONTACTS);
    files.add("content/_data/glossary.yaml", GLOSSARY);
    files.add("content/index.md", "---\ntitle: Home\nsummary: Where to start.\nkind: section\n---\nWelcome.\n");
    files.add("content/what-next.md", "---\ntitle: What happens next\nsummary: The next steps.\n---\nWe call you.\n");
    files.add("content/office.png", PNG);
    files
}

/// Reads and checks a site in memory.
pub fn read(files: &Memory) -> Reading {
    let at = |zone: &Zone| zone.instant(Moment::parse(AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    pipeline::read(files, &options).unwrap()
}

/// Checks a site in memory as `handbill check` does, and returns its findings as plain lines.
pub fn checked(files: &Memory) -> String {
    let at = |zone: &Zone| zone.instant(Moment::parse(AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let reading = pipeline::check(files, &options).unwrap();
    plain::report(&reading.diagnostics, &reading.sources)
}

/// Makes a site in memory, with its findings as plain lines.
pub fn made(files: &dyn Files) -> (String, BTreeMap<String, Vec<u8>>) {
    let at = |zone: &Zone| zone.instant(Moment::parse(AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// Reads and checks a site in memory, and returns its findings as plain lines.
pub fn findings(files: &Memory) -> String {
    let reading = read(files);
    plain::report(&reading.diagnostics, &reading.sources)
}

/// A folder that is removed at the end of its test.
pub struct Folder(PathBuf);

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

impl Folder {
    /// Makes an empty folder.
    pub fn new() -> Folder {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("handbill-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    /// Makes a folder with the small site in it.
    pub fn with_site() -> Folder {
        let folder = Folder::new();
        folder.write("site.toml", SITE_TOML);
        folder.write("content/_data/facts.yaml", FACTS);
        folder.write("content/_data/contacts.yaml", CONTACTS);
        folder.write("content/index.md", "---\ntitle: Home\nsummary: Where to start.\nkind: section\n---\nWelcome.\n");
        folder
    }

    /// Writes a file, with its folders.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs the binary in the folder.
    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
        command.current_dir(&self.0).env("NO_COLOR", "1").args(args).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Returns what a command printed.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Returns what a command complained of.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
