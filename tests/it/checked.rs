//! Files that a machine made go out when a person has read them, or where drafts may.

use std::collections::BTreeMap;

use crate::kit;

const PAGE: &str = "---\ntitle: A page\nsummary: What it is about.\nformats: [web, braille]\n---\n";

/// Makes a page with these words in braille, given what `site.toml` has besides and who has read what.
fn made(words: &str, settings: &str, checked: &str) -> (String, BTreeMap<String, Vec<u8>>) {
    let mut files = kit::site();
    let also = kit::SITE_TOML.to_string() + settings;
    files.add("site.toml", also);
    files.add("content/page.md", format!("{PAGE}{words}\n"));
    if !checked.is_empty() {
        files.add("content/_data/checked.yaml", checked);
    }
    kit::made(&files)
}

/// Returns what the command wrote down of these words.
fn read(words: &str) -> String {
    let folder = kit::Folder::with_site();
    folder.write("content/page.md", format!("{PAGE}{words}\n"));
    let run = folder.run(&[
        "checked",
        "braille",
        "content/page.md",
        "--by",
        "Braille reader, county library",
        "--at",
        kit::AT,
    ]);
    assert!(run.status.success(), "{}", kit::stderr(&run));
    std::fs::read_to_string(folder.path().join("content/_data/checked.yaml")).unwrap()
}

const BRF: &str = "page/page.brf";

#[test]
fn what_nobody_has_read_stays_home_and_is_told() {
    let (told, made) = made("Words.", "", "");
    assert!(!made.contains_key(BRF), "{:?}", made.keys());
    assert!(
        told.contains("[W020 draft-kept-back]") && told.contains("handbill checked braille content/page.md"),
        "{told}"
    );
}

#[test]
fn where_drafts_may_go_out_they_say_what_they_are() {
    let (told, made) = made("Words.", "[publish]\ndrafts = [\"braille\"]\n", "");
    assert!(!told.contains("W020"), "{told}");
    let brf = String::from_utf8_lossy(&made[BRF]).to_ascii_lowercase();
    assert!(brf.contains("made by machine") || brf.contains("machine"), "{brf}");
}

#[test]
fn what_somebody_has_read_goes_out_until_its_words_change() {
    let checked = read("Words.");
    assert!(
        checked.starts_with("# Who has read") && checked.contains("by: \"Braille reader, county library\""),
        "{checked}"
    );
    let (told, first) = made("Words.", "", &checked);
    assert!(!told.contains("W02"), "{told}");
    let brf = String::from_utf8_lossy(&first[BRF]).to_ascii_lowercase();
    assert!(!brf.contains("machine"), "{brf}");
    let (told, then) = made("Other words.", "", &checked);
    assert!(!then.contains_key(BRF));
    assert!(told.contains("[W021 words-not-read-again]") && told.contains("Braille reader, county library"), "{told}");
    let (told, then) = made("Other words.", "[publish]\ndrafts = [\"braille\"]\n", &checked);
    assert!(then.contains_key(BRF) && told.contains("W021"), "{told}");
}

#[test]
fn the_command_says_what_it_cannot_write_down() {
    let folder = kit::Folder::with_site();
    folder.write("content/page.md", format!("{PAGE}Words.\n"));
    folder.write("content/plain.md", format!("{}Words.\n", kit::FRONT));
    for (args, wanted) in [
        (["brail", "content/page.md", "A reader"], "`brail` is none of:"),
        (["word", "content/page.md", "A reader"], "nobody need read `word`"),
        (["braille", "content/pag.md", "A reader"], "did you mean `content/page.md`?"),
        (["braille", "content/plain.md", "A reader"], "does not come in `braille`"),
        (["braille", "content/page.md", " "], "`--by` is empty"),
    ] {
        let run = folder.run(&["checked", args[0], args[1], "--by", args[2], "--at", kit::AT]);
        assert!(!run.status.success(), "{args:?}");
        assert!(kit::stderr(&run).contains(wanted), "{}", kit::stderr(&run));
    }
    assert!(!folder.path().join("content/_data/checked.yaml").exists());
}

#[test]
fn a_file_that_says_too_little_is_told_at_its_line() {
    let (told, _) =
        made("Words.", "", "- format: braille\n  file: content/page.md\n  by: A reader\n  date: yesterday\n");
    assert!(told.contains("content/_data/checked.yaml:"), "{told}");
}
