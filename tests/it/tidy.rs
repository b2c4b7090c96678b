//! The laws of the tree: which module may use which, how long a file may be, and that nothing lies about unused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Module, what of ours it may use, and the outside crates that live only there. `image`, `resvg` and `flate2` live in two: a picture is judged
/// before it goes out, and drawn.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("diag", &[], &["annotate_snippets"]),
    ("changes", &[], &[]),
    ("units", &[], &[]),
    (
        "words",
        &["diag"],
        &[
            "fluent_bundle",
            "fluent_syntax",
            "intl_memoizer",
            "unic_langid",
            "icu_calendar",
            "icu_collator",
            "icu_datetime",
            "icu_decimal",
            "icu_list",
            "icu_locale_core",
        ],
    ),
    ("sound", &[], &["ebur128", "opus_rs"]),
    ("voice", &["diag", "sound"], &["rustix"]),
    ("model", &["diag", "units", "words", "sound"], &[]),
    (
        "audit",
        &["diag", "units"],
        &["html5ever", "html5gum", "cssparser", "selectors", "precomputed_hash", "encoding_rs"],
    ),
    ("preflight", &["diag", "units"], &["flate2"]),
    ("config", &["diag", "units", "words", "model"], &["toml", "glob"]),
    (
        "content",
        &["diag", "units", "words", "config", "model", "preflight", "sound"],
        &["pulldown_cmark", "serde_yaml", "walkdir", "quick_xml", "zip", "image", "resvg"],
    ),
    ("import", &["diag", "model", "content"], &["zip", "quick_xml", "image", "html5ever", "encoding_rs"]),
    ("check", &["diag", "words", "config", "model", "braille"], &["aho_corasick", "memchr", "rustc_hash"]),
    ("search", &["model"], &["rust_stemmers", "rustc_hash"]),
    ("engine", &["changes", "diag", "words", "config", "model", "content", "check", "search"], &["salsa"]),
    (
        "render",
        &["diag", "units", "words", "config", "model", "braille", "sound", "search"],
        &[
            "tera",
            "lol_html",
            "printpdf",
            "qrcodegen",
            "zip",
            "lopdf",
            "image",
            "parley",
            "subsetter",
            "skrifa",
            "resvg",
            "tiny_skia",
            "flate2",
            "csv",
        ],
    ),
    ("compare", &["diag", "words", "model", "check"], &["lol_html", "similar"]),
    ("braille", &[], &["libloading"]),
    ("publish", &["diag", "config", "render"], &["rustix"]),
    ("preview", &[], &["hyper", "hyper_util", "http_body_util", "tokio", "notify"]),
];

/// The longest that a file may be, in lines.
const LONGEST: usize = 800;

fn source(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn layer(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let relative = path.strip_prefix(root).unwrap();
    relative.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_string()
}

/// Returns how many `super::` lead from a file to the crate's root: 1 from `src/model/mod.rs`, 2 from `src/model/site.rs`.
fn depth(path: &Path) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = path.strip_prefix(root).unwrap().components().count() - 1;
    let is_folder = path.file_stem().is_some_and(|stem| stem == "mod");
    folders + usize::from(!is_folder)
}

/// Returns the modules at the crate's root that a file names, each with its line: as `crate::name`, in
/// `crate::{name, other::{...}}` over many lines, and by a chain of `super::` that leads to the root.
fn modules_named(text: &str, depth: usize) -> Vec<(usize, String)> {
    let to_root = "super::".repeat(depth);
    let mut named = Vec::new();
    for start in ["crate::", to_root.as_str()] {
        for (at, _) in text.match_indices(start) {
            // `super::super::x` holds `super::x` too, which leads elsewhere.
            if start.starts_with("super") && text[..at].ends_with("super::") {
                continue;
            }
            let rest = &text[at + start.len()..];
            let line = 1 + text[..at].matches('\n').count();
            match rest.strip_prefix('{') {
                Some(group) => named.extend(first_names(group).map(|(below, name)| (line + below, name))),
                None => named.push((line, name(rest))),
            }
        }
    }
    named
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
}

/// Returns the first name of each element of a `{...}` group, and how many lines below its start the name stands.
fn first_names(group: &str) -> impl Iterator<Item = (usize, String)> {
    let (mut open, mut line, mut starts) = (1, 0, true);
    let mut names = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '\n' => line += 1,
            '{' => open += 1,
            '}' if open == 1 => break,
            '}' => open -= 1,
            ',' if open == 1 => starts = true,
            _ if starts && !c.is_whitespace() => {
                names.push((line, name(&group[at..])));
                starts = false;
            }
            _ => {}
        }
    }
    names.into_iter()
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let text = "use crate::{\n    check::{Rule, render},\n    model,\n};\nuse super::super::publish::Staging;\nuse super::diag;\n";
    let seen: Vec<(usize, String)> = modules_named(text, 2);
    let expected = [(2, "check"), (3, "model"), (5, "publish")];
    assert_eq!(seen, expected.map(|(line, name)| (line, name.to_string())));
    assert_eq!(modules_named("super::diag::Span", 1), [(1, "diag".to_string())]);
}

#[test]
fn modules_use_only_what_they_may() {
    let mut broken = Vec::new();
    for (path, text) in source("src") {
        let layer = layer(&path);
        let Some((_, may, _)) = LAYERS.iter().find(|(name, ..)| *name == layer) else { continue };
        // The tests of formats finish the sites that they put together as `content` does, or read them as a build does.
        let test = layer == "render" && path.iter().any(|part| part == "tests");
        for (line, name) in modules_named(&text, depth(&path)) {
            let known = LAYERS.iter().any(|(layer, ..)| *layer == name) || name == "pipeline";
            if known
                && name != layer
                && !may.contains(&name.as_str())
                && !(test && ["content", "pipeline", "preflight"].contains(&name.as_str()))
            {
                broken.push(format!("{}:{line}: `{layer}` may not use `{name}`", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn outside_crates_live_in_one_layer() {
    let mut broken = Vec::new();
    for (path, text) in source("src") {
        let here = layer(&path);
        let own = LAYERS.iter().find(|(home, ..)| *home == here).map_or(&[][..], |(_, _, crates)| crates);
        for (home, _, crates) in LAYERS {
            for name in crates.iter().filter(|name| !own.contains(name)) {
                if text.contains(&format!("{name}::")) {
                    broken.push(format!("{}: `{name}` belongs to `{home}`", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn formats_do_not_know_each_other() {
    let names = ["audio", "braille", "data", "epub", "print", "text", "web", "word"];
    for (path, text) in source("src/render") {
        let own = path
            .iter()
            .rev()
            .map(|part| part.to_string_lossy().to_string())
            .find(|part| names.contains(&part.as_str()));
        let Some(own) = own else { continue };
        for other in names.iter().filter(|name| **name != own) {
            assert!(!text.contains(&format!("render::{other}::")), "{} names the format {other}", path.display());
        }
    }
}

#[test]
fn files_have_a_size_that_a_person_reads() {
    for (path, text) in source("src").into_iter().chain(source("tests")) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
        assert!(text.starts_with("//!"), "{} does not say what lives in it", path.display());
    }
}

#[test]
fn only_the_terminal_prints_and_only_the_files_module_reads() {
    for (path, text) in source("src") {
        let shown = path.to_string_lossy().replace('\\', "/");
        let prints = ["println!", "eprintln!", "print!(", "dbg!("].iter().any(|call| text.contains(call));
        assert!(!prints || shown.ends_with("cli/terminal.rs"), "{shown} prints");
        let reads = text.contains("fs::read(") || text.contains("fs::read_to_string(");
        assert!(!reads || shown.ends_with("content/read/files.rs"), "{shown} reads the disk");
        let clock = text.contains("SystemTime::now")
            || text.contains("Zoned::now")
            || text.contains("Timestamp::now")
            || text.contains("Instant::now");
        assert!(!clock || shown.contains("/cli/") || shown.contains("/preview/"), "{shown} asks the clock");
    }
}

#[test]
fn no_name_says_nothing() {
    for (path, text) in source("src") {
        for word in ["Manager", "Helper", "utils"] {
            assert!(!text.contains(word), "{} says `{word}`", path.display());
        }
        for mark in ["TODO", "todo!", "unimplemented!", "XXX"] {
            assert!(!text.contains(mark), "{} has `{mark}`", path.display());
        }
    }
}

/// Returns what stands in a template between its tags and Tera's.
fn between_tags(template: &str) -> String {
    let mut rest = template.to_string();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<", ">")] {
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            rest.replace_range(start..end, " ");
        }
    }
    rest
}

#[test]
fn templates_hold_no_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/templates");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let between = between_tags(&std::fs::read_to_string(&path).unwrap());
        let words: Vec<&str> = between.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
        assert_eq!(words, Vec::<&str>::new(), "{} has words of its own; they belong to `locales/`", path.display());
        seen += 1;
    }
    assert!(seen > 10);
}

/// How closely it is looked at which file uses which.
#[derive(Clone, Copy, PartialEq)]
enum Looked {
    /// At the `use` lines that begin with `crate`, `super` or `self`. The file of a folder may use its parts, and they it.
    AtImports,
    /// At every path. The file of a folder lists its parts, and they use nothing of it.
    AtEveryPath,
}

/// The rooms whose files use each other without going round.
const ONE_WAY: &[(&str, Looked)] = &[
    ("check", Looked::AtImports),
    ("compare", Looked::AtImports),
    ("content", Looked::AtImports),
    ("render", Looked::AtEveryPath),
];

/// Returns the modules that a source file uses, each as the path of its file without the ending.
fn used(here: &str, text: &str, files: &BTreeMap<String, PathBuf>, looked: Looked) -> BTreeSet<String> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut imported = Vec::new();
    let mut rest = String::new();
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        match line.trim_start().strip_prefix("pub ").unwrap_or(line.trim_start()).strip_prefix("use ") {
            Some(start) => {
                let mut whole = start.to_string();
                while !whole.contains(';') {
                    whole.push_str(lines.next().expect("the end of a `use` line"));
                }
                imported.extend(spelt_out(whole.split(';').next().unwrap()));
            }
            None => rest.push_str(&format!("{line}\n")),
        }
    }
    if looked == Looked::AtEveryPath {
        let path = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
        imported.extend(rest.split(path).filter(|word| word.contains("::")).map(str::to_string));
    }
    let found = imported.iter().filter_map(|path| module_of(here, path, files, looked));
    found.filter(|found| found != here).collect()
}

/// Returns the module of ours that a path leads into, if it leads into one.
fn module_of(here: &str, path: &str, files: &BTreeMap<String, PathBuf>, looked: Looked) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut base: Vec<&str> = here.split('/').collect();
    match parts.first() {
        Some(&"crate") => base.clear(),
        Some(&"super" | &"self") => {}
        Some(first) if looked == Looked::AtEveryPath && files.contains_key(&format!("{here}/{first}")) => {}
        _ => return None,
    }
    parts.retain(|part| match *part {
        "crate" | "self" => false,
        "super" => base.pop().is_none(),
        _ => true,
    });
    let whole: Vec<&str> = base.into_iter().chain(parts).collect();
    (1..=whole.len()).rev().map(|end| whole[..end].join("/")).find(|path| files.contains_key(path))
}

/// Returns the paths of a `use` line, without braces.
fn spelt_out(line: &str) -> Vec<String> {
    let Some((before, inner)) = line.split_once('{') else {
        return vec![line.split(" as ").next().unwrap().to_string()];
    };
    let inner = &inner[..inner.rfind('}').unwrap_or(inner.len())];
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in inner.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(c);
        }
    }
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| spelt_out(&format!("{before}{}", part.trim())))
        .collect()
}

#[test]
fn every_way_to_use_a_file_is_seen() {
    let files = ["a", "a/b", "a/c", "d"].map(|name| (name.to_string(), PathBuf::new()));
    let files = BTreeMap::from(files);
    let text =
        "//! See super::b.\npub use b::{\n    One,\n    Two,\n};\nuse crate::d::Three;\nfn four() -> c::Four {}\n";
    let seen = |here: &str, text: &str, looked| used(here, text, &files, looked).into_iter().collect::<Vec<_>>();
    assert_eq!(seen("a", text, Looked::AtImports), ["d"]);
    assert_eq!(seen("a", text, Looked::AtEveryPath), ["a/b", "a/c", "d"]);
    assert_eq!(seen("a/b", "fn five() -> super::Five {}", Looked::AtEveryPath), ["a"]);
    assert_eq!(seen("a/b", "use super::{Six, c::Seven};", Looked::AtImports), ["a", "a/c"]);
}

#[test]
fn files_of_a_room_use_each_other_without_going_round() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for (path, text) in source("src") {
        let name = path.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
        let name = name.strip_suffix("/mod").unwrap_or(&name).to_string();
        files.insert(name.clone(), path);
        texts.insert(name, text);
    }
    for (room, looked) in ONE_WAY {
        // Tests may use what they like: nothing uses them.
        let within = |name: &String| {
            let inside = name.starts_with(&format!("{room}/")) && !name.split('/').any(|part| part == "tests");
            inside || *looked == Looked::AtEveryPath && name == room
        };
        let mut left: BTreeMap<&String, BTreeSet<String>> = BTreeMap::new();
        for (name, text) in texts.iter().filter(|(name, _)| within(name)) {
            left.insert(name, used(name, text, &files, *looked).into_iter().filter(within).collect());
        }
        assert!(left.values().any(|used| !used.is_empty()), "nothing in {room} uses anything");
        // A file that uses none that is left is in no circle.
        loop {
            let done: Vec<String> = left
                .iter()
                .filter(|(_, used)| !used.iter().any(|used| left.contains_key(used)))
                .map(|(name, _)| (*name).clone())
                .collect();
            if done.is_empty() {
                break;
            }
            left.retain(|name, _| !done.contains(name));
        }
        assert!(left.is_empty(), "these files of {room} go round: {:?}", left.keys().collect::<Vec<_>>());
    }
}
