//! A site that is kept and told of each change is, after any change, what a site is that is read for the first time: the same
//! files, byte for byte, and the same findings. So is a site of which a build lets the words of pages go as soon as it has made
//! them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use handbill::changes::Changes;
use handbill::content::files::{Files, Listing, Memory, Opened};
use handbill::diag::{self, report::plain};
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Live, Options};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::kit::{self, Folder};

/// How many sites are changed, and how often each. `HANDBILL_RANDOM=200 cargo test kept` changes more of them.
const SITES: u32 = 6;
const STEPS: usize = 40;

/// Files that change while somebody keeps a hand on them.
#[derive(Clone)]
struct Shared(Arc<Mutex<Memory>>);

impl Files for Shared {
    fn list(&self, folder: &str, wanted: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        self.0.lock().unwrap().list(folder, wanted)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.0.lock().unwrap().read(path)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Opened>> {
        self.0.lock().unwrap().open(path)
    }

    fn size(&self, path: &str) -> Option<u64> {
        self.0.lock().unwrap().size(path)
    }

    fn has(&self, path: &str) -> bool {
        self.0.lock().unwrap().has(path)
    }

    fn stamp(&self, path: &str) -> u64 {
        self.0.lock().unwrap().stamp(path)
    }

    fn shared(&self) -> Arc<dyn Files + Send + Sync> {
        Arc::new(self.clone())
    }
}

/// Pages, by path and what stands between the parts that change.
const PAGES: [&str; 7] = [
    "content/help/index.md",
    "content/help/now.md",
    "content/help/now.cy.md",
    "content/help/later.md",
    "content/news/today.md",
    "content/what-next.md",
    "content/index.md",
];

/// Bodies that lead to each other, bring each other in, and use facts, contacts, notes, pictures and abbreviations.
const BODIES: [&str; 12] = [
    "We call you.\n",
    "## What we do {#what}\n\nWe call you. See [the next page](/help/later/) and [now](/help/now/#what).\n",
    ":::include help/later.md#what\n\nAnd then?\n",
    ":::include help/now.md\n",
    "[85%](fact:happy) of people were content.[^1]\n\n[^1]: We asked them.\n",
    "Ring [us](contact:office.phone), or ask the MASH.\n\n:::contact office\n",
    "![The door](office.png)\n\n![The door](../office.png)\n",
    "[A page that may be there](later.md) and [another](../news/today.md).\n",
    ":::include help/index.md\n\n:::include news/today.md#what\n",
    "## What we do\n\n:::unknown\n\nText\n",
    "The MASH meets. [](/help/)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "<!-- allow heading-skip: the law has it so -->\n#### Deep\n\nText [85%](fact:gone).\n",
];

/// Lines of front matter, some of which are wrong.
const HEADS: [&str; 13] = [
    "title: One page\nsummary: What it is about.\n",
    "title: A page by another name\nsummary: What it is about, in other words.\n",
    "title: Another page\nsummary: What it is about.\ntopics: [Help]\n",
    "title: A title between the others\nsummary: What it is about.\ntopics: [Help]\n",
    "title: One page\nsummary: What it is about.\nnav: 1\n",
    "title: One page\nsummary: What it is about.\ndraft: true\n",
    "title: One page\nsummary: What it is about.\npublish_from: 2030-01-01\n",
    "title: One page\nsummary: What it is about.\naliases: [/old/, /help/later/]\nsensitive: true\n",
    "title: One page\nsummary: What it is about.\ncascade: { sensitive: true }\n",
    "title: A story\nsummary: Of somebody.\nkind: case-study\nconsent: { reference: CS-1, scope: [web], given: 2025-01-01, expires: 2026-01-01, reviewer: A team }\n",
    "title: A consultation\nsummary: Say what you think.\nkind: consultation\nopens: 2026-01-01\ncloses: 2026-12-31\n",
    "title: [one\n",
    "title: News\nsummary: What is new.\nkind: news\npublished: 2026-02-01\norder: 2\ntopics: [Help, Money]\n",
];

const FACTS: [&str; 3] = [
    "happy: { value: 85, unit: \"%\", statement: 85% were content., source: { title: A survey, url: 'https://a.example/' }, checked: 2026-01-01 }\n",
    "happy: { value: 86, unit: \"%\", statement: 86% were content., source: { title: A survey, url: 'https://a.example/' }, checked: 2026-01-01 }\n",
    "happy: [\n",
];

const LEAFLET: &str = "---\ntitle: A leaflet\nreference: A-01\nissued: 2026-01-01\nreview: 2027-01-01\nsheet: trifold\n\
                       cover_picture: door.png\ncover_alt: The door\n---\n\
                       ::::panel\n:::include help/now.md\n::::\n";

/// Copies that are out, with what no leaflet says any more.
const EDITIONS: &str = "- reference: A-01\n  edition: 1\n  issued: 2026-01-02\n  to: A library\n  copies: 20\n  \
                        panels: [\"0\"]\n  facts:\n    happy: { figure: 80% }\n  contacts:\n    \
                        office: { phone: 01707 1 }\n  stories: [help/now.md]\n";

/// One change: which file, and what it becomes.
type Step = (u8, u8, u8);

fn put(files: &Shared, path: &str, text: impl Into<Vec<u8>>, changed: &mut BTreeSet<String>) {
    files.0.lock().unwrap().add(path, text);
    changed.insert(path.to_string());
}

fn remove(files: &Shared, path: &str, changed: &mut BTreeSet<String>) {
    files.0.lock().unwrap().remove(path);
    changed.insert(path.to_string());
}

/// Makes a change and returns which files it was in.
fn change(files: &Shared, (what, which, how): Step) -> BTreeSet<String> {
    let mut changed = BTreeSet::new();
    let page = PAGES[usize::from(which) % PAGES.len()];
    let text = || {
        let head = HEADS[usize::from(how) % HEADS.len()];
        let body = BODIES[usize::from(how) / HEADS.len() % BODIES.len()];
        format!("---\n{head}---\n{body}")
    };
    match what % 16 {
        0..=6 => put(files, page, text(), &mut changed),
        7 | 8 => remove(files, page, &mut changed),
        9 => {
            remove(files, "content/help/later.md", &mut changed);
            put(files, "content/help/renamed.md", text(), &mut changed);
        }
        10 => {
            remove(files, "content/help/renamed.md", &mut changed);
            put(files, "content/help/later.md", text(), &mut changed);
        }
        11 => put(files, "content/_data/facts.yaml", FACTS[usize::from(how) % FACTS.len()], &mut changed),
        12 if how % 2 == 0 => put(files, "content/help/office.png", kit::PNG, &mut changed),
        12 => remove(files, "content/help/office.png", &mut changed),
        13 => match how % 11 {
            0..=3 => put(files, "print/leaflet.md", LEAFLET, &mut changed),
            4 => remove(files, "print/leaflet.md", &mut changed),
            5 => put(files, "print/editions.yaml", EDITIONS, &mut changed),
            7 => put(files, "print/door.png", kit::PNG, &mut changed),
            8 => put(files, "print/door.png", &b"no picture"[..], &mut changed),
            9 => remove(files, "print/door.png", &mut changed),
            6 => put(files, "print/holders.yaml", "A library:\n  address: [1 High Street]\n", &mut changed),
            _ => remove(files, "print/editions.yaml", &mut changed),
        },
        14 => {
            let base = if how % 2 == 0 { "https://a.example" } else { "https://a.example/base" };
            let toml = kit::SITE_TOML.replace("https://www.example.org", base);
            put(files, "site.toml", toml, &mut changed);
        }
        _ => {
            let css = if how % 3 == 0 { "body { color: #111 }\n" } else { "body { color: #222 }\n" };
            put(files, "themes/civic/css/own.css", css, &mut changed);
            if how % 3 == 1 {
                let own =
                    "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{{ page.body }}{% endblock %}";
                put(files, "themes/civic/templates/page.html", own, &mut changed);
            } else {
                remove(files, "themes/civic/templates/page.html", &mut changed);
            }
        }
    }
    changed
}

/// Makes every file that a kept site would serve.
fn served(live: &mut Live) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut all = BTreeMap::new();
    for path in live.paths().map_err(|error| error.to_string())? {
        if let Some(bytes) = live.bytes(&path).map_err(|error| error.to_string())? {
            all.insert(path, bytes);
        }
    }
    Ok(all)
}

/// Returns whether a file is a page that an author wrote.
fn is_page(path: &str) -> bool {
    let made = ["leaflets/", "recommendations/", "topics/", "what-changes-next/"];
    path.ends_with("index.html") && !made.iter().any(|folder| path.starts_with(folder))
}

/// Returns how a build, which lets words go, differs from a site that is made with all its words: in files or findings.
fn built_differs(files: &Shared, options: &Options<'_>) -> Result<(), String> {
    let folder = Folder::new();
    let out = folder.path().join("public");
    let built = pipeline::build(files, &out, options).map_err(|error| error.to_string())?;
    let (whole, made) = match &built.published {
        Some(_) => pipeline::build_in_memory(files, options).map_err(|error| error.to_string())?,
        None => (pipeline::check(files, options).map_err(|error| error.to_string())?, BTreeMap::new()),
    };
    for (path, bytes) in &made {
        if std::fs::read(out.join(path)).ok().as_ref() != Some(bytes) {
            return Err(format!("{path} differs"));
        }
    }
    let wrote = built.published.map_or(0, |published| published.files);
    if wrote != made.len() {
        return Err(format!("{wrote} files were built, and {} made", made.len()));
    }
    let mut found = whole.diagnostics;
    diag::unattended(&mut found);
    let told = plain::report(&built.reading.diagnostics, &built.reading.sources);
    let whole = plain::report(&found, &whole.sources);
    if told == whole { Ok(()) } else { Err(format!("the findings differ\nbuilt:\n{told}\nwhole:\n{whole}")) }
}

/// Makes changes one after another, and returns how the kept site and a fresh one differ, where they do.
fn differ(steps: &[Step]) -> Result<(), String> {
    let files = Shared(Arc::new(Mutex::new(kit::site())));
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let only: Vec<String> = ["leaflets", "data", "web"].map(str::to_string).into();
    let options = Options { root: ".", at: &at, drafts: false, only: &only, progress: &|_, _| {} };
    let mut live = Live::new(&files, &options);
    live.update(&Changes::Everything, &options).map_err(|error| error.to_string())?;
    for (number, step) in steps.iter().enumerate() {
        let changed = change(&files, *step);
        let there = live.update(&Changes::Paths(changed), &options).map_err(|error| error.to_string())?;
        // What cannot be shown is not what is shown.
        if !there || live.is_broken() {
            continue;
        }
        let (reading, fresh) = pipeline::build_in_memory(&files, &options).map_err(|error| error.to_string())?;
        let said = |step: &str| format!("step {number}, {:?}: {step}", steps[number]);
        // Pages first: after a save that changes only what they say, nothing else has been set up anew.
        for (path, bytes) in fresh.iter().filter(|(path, _)| is_page(path)) {
            if live.bytes(path).map_err(|error| error.to_string())?.as_ref() != Some(bytes) {
                return Err(said(&format!("{path} differs while the rest has not been asked for")));
            }
        }
        let kept = served(&mut live)?;
        for (path, bytes) in &fresh {
            match kept.get(path) {
                Some(same) if same == bytes => {}
                Some(other) => {
                    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept-fresh"), bytes).unwrap();
                    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept-kept"), other).unwrap();
                    return Err(said(&format!("{path} differs: see kept-fresh and kept-kept in target/tmp")));
                }
                None => return Err(said(&format!("{path} is not served"))),
            }
        }
        if let Some(path) = kept.keys().find(|path| !fresh.contains_key(*path)) {
            return Err(said(&format!("{path} is served, and a fresh build does not make it")));
        }
        let again = pipeline::check(&files, &options).map_err(|error| error.to_string())?;
        let told = live.reading().map_err(|error| error.to_string())?;
        let fresh = plain::report(&again.diagnostics, &again.sources);
        let kept = plain::report(&told.diagnostics, &told.sources);
        if fresh != kept {
            return Err(said(&format!("the findings differ\nfresh:\n{fresh}\nkept:\n{kept}")));
        }
        drop(reading);
        // A build with an error is another path than one without.
        if number % 4 == 0 {
            built_differs(&files, &options).map_err(|how| said(&format!("a build that lets words go: {how}")))?;
        }
    }
    Ok(())
}

#[test]
fn what_changes_while_the_settings_are_broken_is_not_lost() {
    let files = Shared(Arc::new(Mutex::new(kit::site())));
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let mut live = Live::new(&files, &options);
    live.update(&Changes::Everything, &options).unwrap();
    let mut save = |path: &str, text: &str| {
        let mut changed = BTreeSet::new();
        put(&files, path, text, &mut changed);
        let there = live.update(&Changes::Paths(changed), &options).unwrap();
        let page = live.bytes("what-next/index.html").unwrap().unwrap();
        (there, String::from_utf8(page).unwrap())
    };
    let page = |word: &str| format!("---\ntitle: What happens next\nsummary: The next steps.\n---\nWe {word} you.\n");
    assert!(!save("site.toml", "title = [").0);
    // As long as the words that were there.
    assert!(!save("content/what-next.md", &page("text")).0);
    let (there, html) = save("site.toml", kit::SITE_TOML);
    assert!(there && html.contains("We text you."), "{html}");
}

#[test]
fn a_kept_site_is_what_a_fresh_build_gives_after_any_change() {
    let more: Option<u32> = std::env::var("HANDBILL_RANDOM").ok().and_then(|number| number.parse().ok());
    let mut seed = [9; 32];
    seed[..4].copy_from_slice(&more.unwrap_or(0).to_le_bytes());
    let config =
        Config { cases: more.unwrap_or(SITES), failure_persistence: None, max_shrink_iters: 12, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let steps = proptest::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), STEPS);
    let result = runner.run(&steps, |steps| differ(&steps).map_err(TestCaseError::fail));
    if let Err(why) = result {
        panic!("{why}");
    }
}
