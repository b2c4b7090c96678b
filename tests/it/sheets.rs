//! What leaflets are printed on: sheets and designs as files, the panels that a sheet has, and what a discreet leaflet hides.

use handbill::content::files::Memory;
use handbill::diag::report::plain;

use crate::kit;

const DAYS: &str = "issued: 2026-11-01\nreview: 2027-11-01\n";

/// Returns a site with one leaflet.
fn with_leaflet(front: &str, panels: &[&str]) -> Memory {
    let mut files = kit::site();
    let panels: Vec<String> = panels.iter().map(|panel| format!("::::panel\n{panel}\n::::\n")).collect();
    files.add("print/a.md", format!("---\n{front}{DAYS}---\n{}", panels.join("\n")));
    files
}

/// Returns the first line of each finding.
fn told(files: &Memory) -> Vec<String> {
    let reading = kit::read(files);
    let text = plain::report(&reading.diagnostics, &reading.sources);
    let lines = text.lines().filter(|line| [": error: ", ": warning: "].iter().any(|part| line.contains(part)));
    lines.map(str::to_string).collect()
}

#[track_caller]
fn tells(files: &Memory, expected: &str) {
    let told = told(files);
    assert!(told.iter().any(|line| line.starts_with(expected)), "{expected}\nis not in\n{}", told.join("\n"));
}

const PLAIN: &str = "title: Our help\nsummary: What we do.\nreference: T-1\n";

const CARD: [&str; 2] = ["# We can help\n\n:::contact office", "## How\n\nCall us."];

#[test]
fn what_there_is_not_is_told_where_it_stands() {
    let card = |line: &str| with_leaflet(&format!("{PLAIN}{line}"), &CARD);
    tells(&card("sheet: cards\n"), "print/a.md:5:1: error: there is no sheet `cards` [P001");
    tells(&card("sheet: card\ndesign: warmer\n"), "print/a.md:6:1: error: there is no design `warmer` [P002");
    let none = told(&card("sheet: card\ndesign: warm\n"));
    assert!(none.iter().all(|line| !line.contains(" error: ")), "{none:?}");
}

#[test]
fn panels_are_counted_when_a_leaflet_is_read() {
    let sheet = |name: &str, panels: &[&str]| with_leaflet(&format!("{PLAIN}sheet: {name}\n"), panels);
    let five = ["# One", "## Two", "## Three", "## Four", "## Five"];
    let said = "error: a `trifold` has 6 panels, and here are 5 [P003";
    let reading = kit::read(&sheet("trifold", &five));
    let text = plain::report(&reading.diagnostics, &reading.sources);
    assert!(text.contains(said), "{text}");
    let cure = "write the panels in reading order: cover, flap, inside left, inside middle, inside right, back";
    assert!(text.contains(cure), "{text}");
    // A strip has one side or two.
    tells(&sheet("strip", &["# One", "## Two", "## Three"]), "print/a.md:17:1: error: a `strip` has 1 to 2 panels");
    for panels in [&["# One"][..], &["# One", "## Two"]] {
        let told = told(&sheet("strip", panels));
        assert!(!told.iter().any(|line| line.contains("P003")), "{told:?}");
    }
}

#[test]
fn a_site_has_sheets_and_designs_of_its_own() {
    let mut files = with_leaflet(&format!("{PLAIN}sheet: ticket\ndesign: red\n"), &["# We can help"]);
    let ticket = "width = 100\nheight = 60\n[[panel]]\nrole = \"cover\"\nname = \"front\"\nface = 1\nwidth = 100\n";
    files.add("print/sheets/ticket.toml", ticket);
    let warm = include_str!("../../print/designs/warm.toml").replace("#0c4a4e", "#8a1030");
    files.add("print/designs/red.toml", warm.as_str());
    let none = told(&files);
    assert!(!none.iter().any(|line| line.contains(" error: ")), "{none:?}");
    // Each mistake, and where it stands.
    for (from, to, said) in [
        ("width = 100\nheight", "width = 5000\nheight", "1:9: error: `width` is 5000, which no paper has"),
        ("width = 100\nheight", "width = nan\nheight", "1:9: error: `width` is NaN, which no paper has"),
        ("width = 100\nheight", "wide = 100\nheight", "1:1: error: unknown field `wide`"),
        ("\"cover\"", "\"front\"", "4:8: error: `front` is not one of the words that can stand here"),
        ("face = 1\nwidth = 100", "face = 1\nwidth = 101", "3:1: error: `front` reaches over the sheet's edge"),
        ("face = 1", "face = 3", "3:1: error: `front` stands on face 3"),
    ] {
        files.add("print/sheets/ticket.toml", ticket.replace(from, to));
        tells(&files, &format!("print/sheets/ticket.toml:{said}"));
    }
    files.add("print/sheets/ticket.toml", ticket);
    for (from, to, said) in [
        ("brand = \"#8a1030\"", "brand = \"#ff8080\"", "`brand` on paper has a contrast of 2."),
        // Far apart in colour, and the same where there is no colour.
        ("sand = \"#f6f1e7\"", "sand = \"#20c020\"", "`ink` on sand has a contrast of "),
        ("brand = [90, 50, 55, 45]", "brand = [90, 90, 90, 90]", "`brand` lays 360 percent of ink on the paper"),
        ("brand = [90, 50, 55, 45]", "brand = [90, 50, 55]", "`brand` has 3 inks"),
        ("motif = \"circles\"", "motif = \"stars\"", "`stars` is not one of the words that can stand here"),
        ("cover = 30", "cover = 3000", "`cover` is 3000, which no printed page can use"),
    ] {
        files.add("print/designs/red.toml", warm.replace(from, to));
        let told = told(&files);
        assert!(told.iter().any(|line| line.contains("red.toml:") && line.contains(said)), "{said}: {told:?}");
    }
}

#[test]
fn a_site_draws_icons_of_its_own() {
    let contact = "title: Call us\nname: The office\nphone: 01632 960001\n";
    let with = |design: &str, icon: Option<&str>| {
        let front = format!("{PLAIN}sheet: a5\ndesign: {design}\n");
        let mut files = with_leaflet(&front, &["# We can help\n\n---\n\n:::contact help", "## How\n\nCall us."]);
        files.add("content/_data/contacts.yaml", format!("help:\n  {}", contact.replace('\n', "\n  ").trim_end()));
        let bare = include_str!("../../print/designs/plain.toml").replace("icons = true", "icons = false");
        files.add("print/designs/bare.toml", bare);
        if let Some(icon) = icon {
            files.add("print/icons/phone.svg", icon);
        }
        let (found, made) = kit::made(&files);
        (found, made["leaflets/T-1/preview-1.png"].clone())
    };
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";
    let ((none, built_in), (also_none, own)) = (with("plain", None), with("plain", Some(drawing)));
    assert_eq!((none.as_str(), also_none.as_str()), ("", ""));
    assert_ne!(built_in, own, "the site's own telephone is drawn");
    assert_eq!(with("bare", None).1, with("bare", Some(drawing)).1, "a design without icons draws none");
    assert_ne!(built_in, with("bare", None).1);
    // One that is nothing is told, and the built-in one stands in its place.
    let (told, kept) = with("plain", Some("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"));
    assert!(
        told.starts_with("print/icons/phone.svg:1:1: warning: `phone.svg` cannot be used as an icon [P042"),
        "{told}"
    );
    assert_eq!(kept, built_in);
}

#[test]
fn a_discreet_leaflet_shows_nothing_outside() {
    let front = "title: Useful numbers\nsummary: Numbers to keep.\nreference: UN-1\nsheet: dl\ndiscreet: true\n\
                 hide: [violence, police]\n";
    let sheet = front.replace("dl", "a5-folded");
    let with = |front: &str, cover: &str, back: &str| {
        let inside = "## Violence\n\nThe police can help.";
        let panels = [cover, inside, inside, back];
        let flat = [cover, back];
        told(&with_leaflet(front, if front.contains("dl") { &flat } else { &panels }))
    };
    for (front, cover, back, said) in [
        (sheet.as_str(), "# Useful numbers", "## Call us", ""),
        (&sheet, "# Police numbers", "## Us", "`police` stands on the cover"),
        (&sheet, "# Numbers", "## Us\n\nDomestic **viol**ence", "`violence` stands on the back"),
        // A flat sheet has no inside.
        (front, "# Numbers", "## Violence", "`violence` stands on the back"),
        (&sheet, "# Numbers\n\n:::contact office", "## About violence", "`violence` stands on the back"),
        (&sheet.replace("Numbers to keep", "Police numbers"), "# N", "## Us", "`police` stands in the summary"),
        (&sheet.replace("UN-1", "POLICE-1"), "# N", "## Us", "`police` stands in the reference"),
    ] {
        let told = with(front, cover, back);
        let found = told.iter().any(|line| line.contains("C049") && line.contains(said));
        assert!(found != said.is_empty(), "{said}: {told:?}");
    }
}

#[test]
fn every_sheet_and_design_in_the_binary_is_there() {
    let site = kit::read(&kit::site()).site.unwrap();
    let sheets: Vec<&str> = site.sheets.keys().map(String::as_str).collect();
    let expected =
        ["a4", "a5", "a5-folded", "booklet", "card", "dl", "poster-a3", "poster-a4", "strip", "trifold", "zfold"];
    assert_eq!(sheets, expected);
    assert_eq!(site.designs.keys().collect::<Vec<_>>(), ["bold", "plain", "warm"]);
}

#[test]
fn a_booklet_is_shown_as_it_lies_open() {
    let pages = "We listen to you, and we take our time. ".repeat(130);
    let mut files = with_leaflet(&format!("{PLAIN}sheet: booklet\n"), &["# We can help", &pages, "## How\n\nCall us."]);
    let made = |files: &Memory| {
        let (found, made) = kit::made(files);
        assert!(!found.contains(": error: "), "{found}");
        made
    };
    let shown = |made: &std::collections::BTreeMap<String, Vec<u8>>| {
        let page = String::from_utf8_lossy(&made["leaflets/T-1/index.html"]).into_owned();
        let alts = page.split("<img src=\"/leaflets/T-1/preview-").skip(1).map(|image| {
            let (number, rest) = image.split_once(".png\" width=\"").expect("a picture with its size");
            let (_, rest) = rest.split_once(" alt=\"").expect("a picture with an alternative");
            assert!(made.contains_key(&format!("leaflets/T-1/preview-{number}.png")), "{number}");
            format!("{number} {}", rest.split('"').next().unwrap_or_default())
        });
        let pictures = made.keys().filter(|path| path.starts_with("leaflets/T-1/preview-")).count();
        (alts.collect::<Vec<_>>(), pictures)
    };
    let (alts, pictures) = shown(&made(&files));
    let expected = [
        "1 The front of “Our help”",
        "2 Pages 2 and 3 of “Our help”",
        "3 Pages 4 and 5 of “Our help”",
        "4 Pages 6 and 7 of “Our help”",
        "5 The back of “Our help”",
    ];
    assert_eq!((alts, pictures), (expected.map(str::to_string).to_vec(), 5));
    let size = |bytes: &[u8]| (bytes[16..20].to_vec(), bytes[20..24].to_vec());
    let all = made(&files);
    let (cover, open) = (size(&all["leaflets/T-1/preview-1.png"]), size(&all["leaflets/T-1/preview-2.png"]));
    assert!(cover.0 < cover.1 && open.0 > open.1, "a cover stands, and two pages lie: {cover:?} {open:?}");
    files.add("print/a.md", "---\ntitle: Our help\nsummary: What we do.\nreference: T-1\nsheet: a5\nissued: 2026-11-01\nreview: 2027-11-01\n---\n::::panel\n# We can help\n\n:::contact office\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n");
    assert_eq!(shown(&made(&files)).0, ["1 The front of “Our help”", "2 Side 2 of “Our help”"]);
}

/// A long title gives way to the other words of a cover, and what is too much even then is told.
#[test]
fn a_cover_s_title_is_as_large_as_its_words_let_it() {
    let cover = |sentences: usize| {
        let lead = "We can help you to ask the questions that nobody answered. ".repeat(sentences);
        let title = "# Somebody committed a crime against you? You may ask them why.";
        let cover = format!("{title}\n\n{lead}\n\n---\n\n:::contact helpline");
        let panels: Vec<&str> = std::iter::once(cover.as_str()).chain(["## How\n\nCall us."; 5]).collect();
        let (found, _) = kit::made(&with_leaflet(&format!("{PLAIN}sheet: trifold\ndesign: plain\n"), &panels));
        found.contains("panel 1 (cover) has ")
    };
    assert_eq!([1, 5, 7].map(cover), [false, false, true]);
}
