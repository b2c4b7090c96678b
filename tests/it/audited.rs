//! Pages that are looked at as they are made. Each case of `tests/fixtures/audited` is files of a site, then what a build says.

use std::fs;
use std::path::Path;

use handbill::content::files::Memory;

use crate::kit;

/// Returns the files of a case, by path, and the report that it expects.
fn read(text: &str) -> (Vec<(&str, &str)>, &str) {
    let mut parts: Vec<(&str, &str)> =
        text.split("==== ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, ""))).collect();
    let (name, expected) = parts.pop().expect("a case has parts");
    assert_eq!(name, "expected");
    (parts, expected)
}

fn built(parts: &[(&str, &str)]) -> String {
    let mut files: Memory = kit::site();
    for (path, text) in parts {
        files.add(*path, *text);
    }
    kit::made(&files).0
}

#[test]
fn what_is_wrong_with_a_page_is_told_where_it_was_written() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/audited");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (parts, expected) = read(&text);
        let told = built(&parts);
        if told != expected {
            wrong.push(format!("{}:\n{told}", path.display()));
            if update {
                fs::write(
                    &path,
                    text.replace(&format!("==== expected\n{expected}"), &format!("==== expected\n{told}")),
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
