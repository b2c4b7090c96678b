//! Any bytes as a site's source files: reading and checking them never panics, hangs or fills the memory.
#![no_main]

use handbill::changes::Changes;
use handbill::check::{Summary, fix};
use handbill::content::files::{Files, Memory};
use handbill::content::mend::with_fixes;
use handbill::diag::report::plain;
use handbill::engine::{Engine, Purpose, Reading};
use handbill::model::kinds::Scope;
use handbill::model::{Moment, Zone};
use libfuzzer_sys::fuzz_target;

/// The line before each file, as in `tests/fixtures/random/`; what has none is one page.
const MARK: &str = "==== ";

/// The front matter of a page that has none, so that its Markdown is read all the same.
const FRONT: &str = "---\ntitle: A page\nsummary: What it is about.\n---\n";

const SITE: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\"]\n",
    ),
    ("content/index.md", "---\ntitle: Home\nsummary: Where to start.\nkind: section\n---\nWelcome.\n"),
    ("content/what-next.md", "---\ntitle: What happens next\nsummary: The steps.\n---\n## Next\n\nWe call you.\n"),
    (
        "content/_data/facts.yaml",
        "rj-satisfied: { value: 85, unit: \"%\", statement: 85% of victims were satisfied., source: { title: A } }\n",
    ),
    ("content/_data/contacts.yaml", "office: { name: The office, phone: 01707 806100 }\n"),
    ("content/_data/glossary.yaml", "MASH: { full: Multi-agency Safeguarding Hub }\n"),
];

fuzz_target!(|bytes: &[u8]| {
    let mut files = Memory::default();
    for (path, text) in SITE {
        files.add(*path, text.as_bytes());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.starts_with(MARK) => {
            for file in text.split(MARK).skip(1) {
                let (path, text) = file.split_once('\n').unwrap_or((file, ""));
                files.add(path, text.as_bytes());
            }
        }
        Ok(text) if !text.starts_with("---") => files.add("content/page.md", format!("{FRONT}{text}").as_bytes()),
        _ => files.add("content/page.md", bytes),
    }
    read(&files);
});

/// Reads and checks the files, and shows and mends what was found.
fn read(files: &Memory) {
    let at = Moment::parse("2026-11-22T09:00").expect("the day is in the calendar");
    let mut engine = Engine::new(
        files.shared(),
        vec![("web", Scope::Web), ("print", Scope::Print), ("large-print", Scope::Print)],
        Vec::new(),
    );
    let purpose = Purpose { at: &|zone: &Zone| zone.instant(at), drafts: true };
    engine.update(&Changes::Everything, &purpose).expect("the settings are in memory");
    let Reading { site, sources, diagnostics: found } = engine.read();
    plain::report(&found, &sources);
    Summary::of(&found, site.as_deref(), &sources);
    for (id, source) in sources.iter() {
        let of_file = found.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| fix.span.file == id);
        let fixes = fix::chosen(&source.text, &of_file.collect::<Vec<_>>());
        if let Ok(bytes) = files.read(&source.path) {
            with_fixes(&bytes, &source.text, &fixes);
        }
    }
}
