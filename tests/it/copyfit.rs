//! Words that are too many or too few for a leaflet's panels: how far a design gives way to them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};
use lopdf::Document;
use lopdf::content::Content;

use crate::kit;

const FRONT: &str = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n";

/// Adds a folder of this repository to files in memory.
fn add_folder(files: &mut Memory, root: &Path, folder: &str) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        match entry.file_type().unwrap().is_dir() {
            true => add_folder(files, root, &path),
            false => files.add(path, fs::read(entry.path()).unwrap()),
        }
    }
}

/// Returns the sample with all its leaflets in one design.
fn sample_in(design: &str) -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Memory::default();
    files.add("site.toml", fs::read(root.join("site.toml")).unwrap());
    add_folder(&mut files, root, "content");
    add_folder(&mut files, root, "print");
    for entry in fs::read_dir(root.join("print")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".md") {
            let text = fs::read_to_string(root.join("print").join(&name)).unwrap();
            let lines = text.lines().map(|line| match line.starts_with("design: ") {
                true => format!("design: {design}\n"),
                false => format!("{line}\n"),
            });
            files.add(format!("print/{name}"), lines.collect::<String>());
        }
    }
    files
}

/// Makes leaflets alone; returns the lines of what is found, and the files.
fn leaflets(files: &Memory) -> (Vec<String>, BTreeMap<String, Vec<u8>>) {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let only = ["leaflets".to_string()];
    let options = Options { root: ".", at: &at, drafts: false, only: &only, progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let told = plain::report(&reading.diagnostics, &reading.sources);
    (told.lines().filter(|line| line.starts_with("print/")).map(str::to_string).collect(), made)
}

#[test]
fn every_design_holds_every_leaflet_of_the_sample() {
    for design in ["plain", "warm", "bold"] {
        let (told, made) = leaflets(&sample_in(design));
        let errors: Vec<&String> = told.iter().filter(|line| line.contains(": error: ")).collect();
        assert!(errors.is_empty(), "{design}: {errors:#?}");
        assert!(made.contains_key("leaflets/RJ-01/trifold.pdf"), "{design}");
    }
}

/// Returns a site with a leaflet of two sides of A5 in a design that is `warm` but for some lines.
fn site(change: &[(&str, &str)], words: &str) -> Memory {
    let mut files = kit::site();
    let mut design = include_str!("../../print/designs/warm.toml").to_string();
    for (from, to) in change {
        assert!(design.contains(from), "{from}");
        design = design.replace(from, to);
    }
    files.add("print/designs/own.toml", design);
    let panels = format!("::::panel\n# We can help\n\nWe listen.\n::::\n\n::::panel\n## How\n\n{words}\n::::\n");
    files.add("print/a.md", format!("---\n{FRONT}sheet: a5\ndesign: own\n---\n{panels}"));
    files
}

/// Returns the size of text in a leaflet's office PDF, in points: no type there is smaller.
fn text_size(made: &BTreeMap<String, Vec<u8>>) -> f32 {
    let pdf = Document::load_mem(&made["leaflets/T-1/a5.pdf"]).unwrap();
    let mut least = f32::MAX;
    for (_, page) in pdf.get_pages() {
        let content: Content = pdf.get_and_decode_page_content(page).unwrap();
        for operation in content.operations.iter().filter(|operation| operation.operator == "Tf") {
            least = least.min(operation.operands[1].as_float().unwrap());
        }
    }
    least
}

const STIFF: [(&str, &str); 3] = [("least_margin = 9\n", ""), ("least_leading = 1.27\n", ""), ("most_text = 18", "")];

#[test]
fn words_that_are_too_many_get_space_before_they_are_told_of() {
    let words = |count: usize| "Somebody listens to you and takes their time. ".repeat(count);
    let full = |change: &[(&str, &str)], count: usize| {
        let (told, made) = leaflets(&site(change, &words(count)));
        assert!(text_size(&made) >= 14.0, "type is never smaller: {count}");
        told.iter().any(|line| line.contains("[P004 panel-full]"))
    };
    let most = |change: &[(&str, &str)]| (20..80).take_while(|count| !full(change, *count)).last().unwrap_or(0);
    let (stiff, giving) = (most(&STIFF), most(&[]));
    assert!(giving > stiff, "{giving} sentences, and {stiff} where the design gives no way");
}

#[test]
fn few_words_are_set_larger() {
    let size = |change: &[(&str, &str)], words: &str| text_size(&leaflets(&site(change, words)).1);
    let few = "Call us. We listen. You choose what happens.\n\nYou can stop at any time.";
    assert_eq!(size(&STIFF, few), 14.0);
    assert_eq!(size(&[("most_text = 18", "most_text = 16")], few), 16.0);
    assert_eq!(size(&[], few), 18.0);
    // One panel that is full keeps the whole leaflet as it is.
    assert_eq!(size(&[], &"Somebody listens to you and takes their time. ".repeat(30)), 14.0);
}

#[test]
fn a_design_gives_way_one_way_only() {
    for (from, to, said) in [
        ("least_margin = 9", "least_margin = 11", "a design cannot give way to 11"),
        ("least_leading = 1.27", "least_leading = 1.1", "a design cannot give way to 1.1"),
        ("most_text = 18", "most_text = 12", "a design cannot give way to 12"),
    ] {
        let told = kit::findings(&site(&[(from, to)], "Call us."));
        assert!(told.contains(said) && told.contains("print/designs/own.toml:"), "{said}: {told}");
    }
}
