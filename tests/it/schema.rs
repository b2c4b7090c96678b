//! The schemas that editors are given fit what this repository has, and refuse what the reader refuses.

use std::path::{Path, PathBuf};

use handbill::schema;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns every file below a folder with an ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn front_matter(text: &str) -> Value {
    let rest = text.strip_prefix("---\n").unwrap();
    let (yaml, _) = rest.split_once("\n---\n").unwrap();
    serde_yaml::from_str(yaml).unwrap()
}

fn check(name: &str, value: &Value, path: &Path) {
    let schema = schema::named(name).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{} against {name}:\n{}", path.display(), wrong.join("\n"));
}

#[test]
fn the_sample_and_the_starter_fit() {
    for site in [root().to_path_buf(), root().join("src/cli/starter")] {
        let settings: Value = toml::from_str(&std::fs::read_to_string(site.join("site.toml")).unwrap()).unwrap();
        check("site", &settings, &site.join("site.toml"));
        let pages = files(&site.join("content"), "md");
        assert!(pages.len() > 2);
        for page in pages {
            let front = front_matter(&std::fs::read_to_string(&page).unwrap());
            check("front-matter", &front, &page);
            check(front["kind"].as_str().unwrap_or("page"), &front, &page);
        }
        for leaflet in files(&site.join("print"), "md") {
            check("leaflet", &front_matter(&std::fs::read_to_string(&leaflet).unwrap()), &leaflet);
        }
        for store in ["facts", "contacts", "glossary"] {
            let path = site.join(format!("content/_data/{store}.yaml"));
            check(store, &serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap(), &path);
        }
    }
    for register in ["editions", "holders"] {
        let path = root().join(format!("print/{register}.yaml"));
        check(register, &serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap(), &path);
    }
    for design in files(&root().join("print/designs"), "toml") {
        check("design", &toml::from_str(&std::fs::read_to_string(&design).unwrap()).unwrap(), &design);
    }
}

#[test]
fn what_the_reader_refuses_does_not_fit() {
    let wrong = [
        ("notice", json!({ "title": "A", "summary": "S.", "cpv": ["8531"] })),
        ("notice", json!({ "title": "A", "summary": "S.", "regime": "eu" })),
        ("funding", json!({ "title": "A", "summary": "S.", "closes": "soon" })),
        ("funding", json!({ "title": "A", "summary": "S.", "awards": [{ "id": "1" }] })),
        ("report", json!({ "title": "A", "summary": "S.", "recommendations": [{ "id": "a" }] })),
        ("page", json!({ "title": "A", "summary": "S.", "cpv": "85312000-9" })),
        ("page", json!({ "title": "A" })),
        ("facts", json!({ "one": { "value": 1, "statement": "One." } })),
        ("site", json!({ "title": "A", "base_url": "https://a.example" })),
        ("leaflet", json!({ "title": "A" })),
    ];
    for (name, value) in wrong {
        let schema = schema::named(name).unwrap();
        assert!(!jsonschema::is_valid(&schema, &value), "{value} fits {name}");
    }
}

#[test]
fn all_schemas_stand_in_one() {
    let all = schema::all();
    let page = json!({ "title": "A", "summary": "S.", "kind": "news" });
    assert!(jsonschema::is_valid(&all, &page));
    for (name, _) in schema::NAMES {
        assert!(all["$defs"][name].is_object(), "{name}");
    }
}

/// Values that fit few keys, as YAML.
const ODD: &[&str] = &["{ a: b }", "[[1, 2]]", "[{ x: 1 }]", "true", "-1", "soon", "1.5", "2026-02-30", "\"\"", "[]"];

#[test]
fn every_key_of_every_kind_refuses_what_does_not_fit() {
    let mut tried = 0;
    let mut wrong = Vec::new();
    for kind in handbill::content::PAGE_KINDS {
        let schema = schema::named(kind.name()).unwrap();
        for key in schema["properties"].as_object().unwrap().keys() {
            let validator = jsonschema::validator_for(&schema["properties"][key]).unwrap();
            for odd in ODD {
                let value: Value = serde_yaml::from_str(odd).unwrap();
                // A day that no calendar has fits the pattern of a day.
                let no_day = *odd == "2026-02-30" && schema["properties"][key].to_string().contains("[0-9]{4}-");
                if validator.is_valid(&value) && !no_day {
                    continue;
                }
                let mut lines = vec![format!("kind: {}", kind.name())];
                let own = ["title: A page", "summary: What it is about."];
                lines.extend(own.iter().filter(|line| !line.starts_with(key.as_str())).map(|line| (*line).to_string()));
                lines.retain(|line| !line.starts_with(&format!("{key}:")));
                let line = lines.len() + 2;
                lines.push(format!("{key}: {odd}"));
                let mut files = crate::kit::site();
                files.add("content/page.md", format!("---\n{}\n---\nText.\n", lines.join("\n")));
                let found = crate::kit::findings(&files);
                tried += 1;
                if !found
                    .lines()
                    .any(|found| found.starts_with(&format!("content/page.md:{line}:")) && found.contains("error:"))
                {
                    wrong.push(format!("{} `{key}: {odd}`\n{found}", kind.name()));
                }
            }
        }
    }
    assert!(tried > 1000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried} are taken:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}
