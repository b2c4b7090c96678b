//! Short addresses: what claims them, where they lead, and how they are printed and read again.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::preflight;

use crate::kit;

const DAYS: &str = "issued: 2026-11-01\nreview: 2027-11-01\nsheet: a5\n";

fn page(front: &str) -> String {
    format!("---\ntitle: Old\nsummary: What it was.\n{front}\n---\nWords.\n")
}

fn leaflet(reference: &str, front: &str) -> String {
    format!(
        "---\ntitle: Our help\nsummary: What we do.\nreference: {reference}\n{DAYS}{front}\n---\n::::panel\n# We can help\n\n\
         :::contact office\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n"
    )
}

fn with(more: &[(&str, &str)]) -> Memory {
    let mut files = kit::site();
    for (path, text) in more {
        files.add(*path, *text);
    }
    files
}

fn redirects(files: &BTreeMap<String, Vec<u8>>) -> String {
    String::from_utf8_lossy(&files["_redirects"]).into_owned()
}

#[test]
fn a_short_address_leads_to_its_page_or_to_the_leaflets_entry() {
    let (found, made) = kit::made(&with(&[
        ("content/old.md", &page("short: rj")),
        ("print/a.md", &leaflet("T-1", "short: rj\npage: content/old.md")),
        ("print/b.md", &leaflet("T-2", "short: two")),
        ("print/c.md", &leaflet("T-3", "page: old.md")),
    ]));
    assert_eq!(found, "");
    assert_eq!(redirects(&made), "/rj /old/ 301\n/rj/ /old/ 301\n/two /leaflets/#t-2 301\n/two/ /leaflets/#t-2 301\n");
    let leads_on = String::from_utf8_lossy(&made["two/index.html"]).into_owned();
    assert!(leads_on.contains("url=/leaflets/#t-2"), "{leads_on}");
}

#[test]
fn what_cannot_be_a_short_address_is_told_where_it_stands() {
    let old = page("short: rj");
    for (path, text, expected) in [
        ("content/x.md", page("short: RJ"), "content/x.md:4:8: error: `RJ` has capital letters"),
        ("content/x.md", page("short: /rj/"), "content/x.md:4:8: error: `/rj/` has a slash [C004"),
        ("content/x.md", page("short: rj"), "error: the short address `/rj/` is already the address of something else"),
        ("content/x.md", page("short: leaflets"), "error: the short address `/leaflets/` is already the address of"),
        (
            "print/a.md",
            leaflet("T-1", "short: old"),
            "print/a.md:8:8: error: the short address `/old/` and the page `content/old.md` would both be",
        ),
        (
            "print/a.md",
            leaflet("T-1", "short: rj"),
            "error: the short address `/rj/` and the short address `/rj/` would both be `/rj/index.html` [W010",
        ),
        (
            "print/a.md",
            leaflet("T-1", "page: content/odl.md"),
            "print/a.md:8:7: error: this leaflet leads to `content/odl.md`, and there is no such page [P020",
        ),
        (
            "print/a.md",
            leaflet("T-1", "discreet: true\nhide: [abuse]\nshort: abuse-help"),
            "print/a.md:10:8: error: `abuse` stands in the short address, which is printed outside",
        ),
    ] {
        let (found, _) = kit::made(&with(&[("content/old.md", &old), (path, &text)]));
        assert!(found.contains(expected), "{expected}\nis not in\n{found}");
    }
}

/// Returns what a telephone reads from a picture.
fn read(png: &[u8]) -> Option<String> {
    let picture = image::load_from_memory(png).expect("a picture").into_luma8();
    let (width, height) = picture.dimensions();
    let grey = |x: usize, y: usize| picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, grey);
    let grids = prepared.detect_grids();
    grids.iter().find_map(|grid| grid.decode().ok()).map(|(_, content)| content)
}

#[test]
fn the_code_on_a_leaflet_opens_its_address_unless_that_would_tell_what_it_hides() {
    let panels = "::::panel\n# We can help\n\n:::contact office\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n";
    let front = |more: &str| {
        format!(
            "---\ntitle: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n\
             sheet: a5\n{more}---\n{panels}"
        )
    };
    for (more, expected) in [
        ("short: rj\n", Some("https://www.example.org/rj/")),
        ("page: content/old.md\n", Some("https://www.example.org/old/")),
        ("", None),
        ("discreet: true\npage: content/old.md\n", None),
        ("discreet: true\nshort: rj\npage: content/old.md\n", Some("https://www.example.org/rj/")),
    ] {
        let (found, made) = kit::made(&with(&[("content/old.md", &page("")), ("print/a.md", &front(more))]));
        assert_eq!(found, "");
        let sides = ["leaflets/T-1/preview-1.png", "leaflets/T-1/preview-2.png"];
        let read = sides.iter().find_map(|side| read(made.get(*side)?));
        assert_eq!(read.as_deref(), expected, "{more}");
    }
}

/// Returns what the list of where to read more says of the page `old.md` in large print, on a page in a language and on a
/// leaflet of its own.
fn on_paper(more: &[(&str, &str)]) -> [String; 2] {
    let reads =
        "---\ntitle: A page\nsummary: What it says.\nformats: [web, large-print]\n---\nRead [the rest](old.md).\n";
    let mut all = vec![("content/old.md", page("short: rj")), ("content/a.md", reads.to_string())];
    all.push(("print/z.md", leaflet("Z-1", "page: old.md").replace("Call us.", "Read [the rest](/old/).")));
    all.extend(more.iter().map(|(path, text)| (*path, text.to_string())));
    let all: Vec<(&str, &str)> = all.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let (found, made) = kit::made(&with(&all));
    assert!(!found.contains(": error: "), "{found}");
    ["a/a-large-print.pdf", "leaflets/Z-1/large-print.pdf"].map(|path| {
        let said = preflight::look(&made[path]).text.replace('\u{a0}', " ");
        let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| line.starts_with("On paper")).collect();
        lines.join("|")
    })
}

#[test]
fn a_document_on_paper_names_the_leaflet_that_leads_where_it_does() {
    // A leaflet does not send its readers to itself.
    assert_eq!(on_paper(&[]), ["On paper: leaflet Z-1.", ""]);
    let to = |reference: &str| leaflet(reference, "page: content/old.md");
    assert_eq!(on_paper(&[("print/y.md", &to("Y-1"))]), ["On paper: leaflet Y-1.", "On paper: leaflet Y-1."]);
    let foreign = ("print/y.cy.md", to("Y-1"));
    let said = on_paper(&[(foreign.0, &foreign.1)]);
    assert_eq!(
        said,
        ["On paper: leaflet Z-1.", "On paper, in Welsh: leaflet Y-1."],
        "one in the same language goes first"
    );
    // A leaflet that is left out, because words that it brings in are not published, is not there to be asked for.
    let late = "---\ntitle: Later\nsummary: What it is.\npublished: 2099-01-01\n---\nWords.\n";
    let leaves_out = to("Y-1").replace("Call us.", ":::include later.md\n");
    let all = [("content/later.md", late), ("print/y.md", &leaves_out)];
    assert_eq!(on_paper(&all), ["On paper: leaflet Z-1.", ""]);
}
