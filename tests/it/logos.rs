//! The publisher's logo on leaflets: where it stands and with what words, where it does not, and what is told of one that cannot
//! be printed.

use std::collections::BTreeMap;

use handbill::content::files::Memory;

use crate::kit;

const FRONT: &str = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n";

const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path d='M0 0h30v10z'/>\
                    <metadata>Drawn by Jo Example</metadata></svg>";

/// Returns a site with one leaflet of two panels, and a logo as the settings have it.
fn site(front: &str, cover: &str, brand: &str) -> Memory {
    let mut files = kit::site();
    files.add("site.toml", format!("{}{brand}[publish]\nalso = [\"office.png\"]\n", kit::SITE_TOML));
    files.add("logo.svg", LOGO);
    files.add("print/logo.gif", b"GIF89a".to_vec());
    files.add("office.png", kit::PNG);
    let panels = format!("::::panel\n{cover}\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n");
    files.add("print/a.md", format!("---\n{FRONT}{front}---\n{panels}"));
    files
}

const BRAND: &str = "[brand]\nlogo = \"logo.svg\"\nlogo_alt = \"Our mark\"\n";

const COVER: &str = "# We can help\n\nWe listen.";

/// Returns how many figures of a PDF are said to be the logo.
fn logos(made: &BTreeMap<String, Vec<u8>>, sheet: &str) -> usize {
    let pdf = lopdf::Document::load_mem(&made[&format!("leaflets/T-1/{sheet}.pdf")]).unwrap();
    let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let said = dictionaries.filter(|node| {
        let alt = node.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
        alt.is_some_and(|alt| alt == "Our mark")
    });
    said.count()
}

#[test]
fn it_stands_on_cover_and_back_with_its_words() {
    for design in ["plain", "warm", "bold"] {
        let front = format!("sheet: a5\ndesign: {design}\n");
        let (found, made) = kit::made(&site(&front, COVER, BRAND));
        assert_eq!((found.as_str(), logos(&made, "a5")), ("", 2), "{design}");
        let without = kit::made(&site(&front, COVER, "")).1;
        assert_eq!(logos(&without, "a5"), 0, "{design}");
        assert_ne!(made["leaflets/T-1/preview-1.png"], without["leaflets/T-1/preview-1.png"], "{design}");
        let text = made.iter().filter(|(path, _)| path.starts_with("leaflets/T-1/"));
        let told = text.filter(|(_, bytes)| bytes.windows(10).any(|part| part == b"Jo Example"));
        assert_eq!(told.count(), 0, "{design}: what the drawing says of its author stays home");
    }
}

#[test]
fn discreet_leaflets_and_cards_have_none() {
    let bytes = |front: &str, brand: &str| {
        let (found, made) = kit::made(&site(front, COVER, brand));
        assert_eq!(found, "", "{front}");
        let own = made.into_iter().filter(|(path, _)| path.starts_with("leaflets/T-1/"));
        own.collect::<BTreeMap<_, _>>()
    };
    for front in ["sheet: a5\ndiscreet: true\n", "sheet: card\n"] {
        assert!(bytes(front, BRAND) == bytes(front, ""), "{front}: the logo changes it");
    }
}

#[test]
fn it_yields_to_words() {
    let cover = format!("{COVER}\n{}", "\nWe listen, and we tell you what can be done.\n".repeat(6));
    let mut lines = 6;
    let found = loop {
        let cover = format!("{cover}{}", "\nWe listen to you.\n".repeat(lines));
        let (found, made) = kit::made(&site("sheet: a5\n", &cover, BRAND));
        if found.contains("P045") || lines > 30 {
            assert_eq!(logos(&made, "a5"), 1, "the back still has it");
            break found;
        }
        lines += 1;
    };
    assert!(found.starts_with("print/a.md:9:1: info: panel 1 (front) has no room for the logo [P045"), "{found}");
    assert!(!found.contains("P004"), "a word was lost to the logo: {found}");
}

#[test]
fn one_that_cannot_be_printed_is_told_at_its_line() {
    let brand = |logo: &str| format!("[brand]\nlogo = \"{logo}\"\nlogo_alt = \"Our mark\"\n");
    for (settings, said) in [
        (brand("mark.svg"), "site.toml:6:8: warning: there is no file `mark.svg` [P043"),
        (brand("print/logo.gif"), "site.toml:6:8: warning: `print/logo.gif` cannot be printed as a logo [P043"),
        (brand("print/a.md"), "site.toml:6:8: warning: `print/a.md` cannot be printed as a logo [P043"),
        (brand("office.png"), "site.toml:6:8: warning: `office.png` has "),
        (brand("../logo.svg"), "site.toml:6:8: error: `../logo.svg` is not a path in the site's folder [C001"),
        ("[brand]\nlogo = \"logo.svg\"\n".to_string(), "site.toml:6:8: error: the logo has no words for readers"),
    ] {
        let found = kit::findings(&site("sheet: a5\n", COVER, &settings));
        assert!(found.contains(said), "{said}\nis not in\n{found}");
    }
}
