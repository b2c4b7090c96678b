//! The picture on a leaflet's cover: where it stands and with what words, where it does not, and what is told of one that cannot
//! stand there.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use lopdf::{Dictionary, Document, Object};

use crate::kit;

const FRONT: &str = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\npage: content/index.md\n";

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path fill='#b5482f' d='M0 0h30v10z'/>\
                       <metadata>Drawn by Jo Example</metadata></svg>";

const COVER: &str = "# We can help\n\nWe listen.";

const NAMED: &str = "cover_picture: door.svg\ncover_alt: An open door\n";

const CREDITS: &str = "print/door.svg: { licence: CC0 1.0, source: Drawn by us }\n\
                       print/dot.png: { licence: CC0 1.0, source: Drawn by us }\n";

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

fn site(front: &str, cover: &str) -> Memory {
    let mut files = kit::site();
    files.add("print/door.svg", DRAWING);
    files.add("content/_data/images.yaml", CREDITS);
    files.add("print/dot.png", kit::PNG);
    files.add("print/dot.gif", b"GIF89a".to_vec());
    files.add("print/torn.png", b"torn".to_vec());
    let panels = format!("::::panel\n{cover}\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n");
    files.add("print/a.md", format!("---\n{FRONT}{front}---\n{panels}"));
    files
}

fn own(made: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    made.into_iter().filter(|(path, _)| path.starts_with("leaflets/T-1/")).collect()
}

/// Returns the left, lower, right and upper edge of each figure that is said to be the door.
fn doors(made: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<[f32; 4]> {
    let pdf = Document::load_mem(&made[&format!("leaflets/T-1/{name}.pdf")]).unwrap();
    let said = |node: &Dictionary| {
        let alt = node.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
        alt.is_some_and(|alt| alt == "An open door")
    };
    let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let figures = dictionaries.filter(|node| said(node));
    figures.map(|node| edges(&pdf, node)).collect()
}

fn edges(pdf: &Document, figure: &Dictionary) -> [f32; 4] {
    let attributes = figure.get(b"A").unwrap();
    let attributes = pdf.dereference(attributes).unwrap().1;
    let one = if let Object::Array(all) = attributes { pdf.dereference(&all[0]).unwrap().1 } else { attributes };
    let numbers = one.as_dict().unwrap().get(b"BBox").unwrap().as_array().unwrap();
    let edges: Vec<f32> = numbers.iter().map(|number| number.as_float().unwrap()).collect();
    edges.try_into().unwrap()
}

#[test]
fn it_stands_on_the_cover_with_its_words_and_in_every_format() {
    for (design, edge) in [("plain", false), ("warm", true), ("bold", true)] {
        let (found, made) = kit::made(&site(&format!("sheet: a5\ndesign: {design}\n{NAMED}"), COVER));
        assert_eq!(found, "", "{design}");
        for name in ["a5", "a5-press", "large-print", "giant-print"] {
            assert_eq!(doors(&made, name).len(), 1, "{design}, {name}");
        }
        let text = String::from_utf8(made["leaflets/T-1/text.txt"].clone()).unwrap();
        assert!(text.contains("We listen.\n\n[An open door]\n"), "{design}: {text}");
        let (office, press) = (doors(&made, "a5")[0], doors(&made, "a5-press")[0]);
        let (left, right) = (office[0] / MM, office[2] / MM);
        let wide = (press[2] - press[0]) / MM;
        if edge {
            // Two pages of 148 mm beside each other on A4, of which the printer reaches all but 8 mm; the press prints 3 mm
            // over the trim at each side.
            assert!((left - 8.0).abs() < 0.6 && right <= 289.1, "{design}: {left} to {right}");
            assert!((wide - 154.0).abs() < 1.1, "{design}: {wide}");
        } else {
            assert!(left > 9.0 && (wide - 120.5).abs() < 1.1, "{design}: {left}, {wide}");
        }
        let told = own(made).into_iter().filter(|(_, bytes)| bytes.windows(10).any(|part| part == b"Jo Example"));
        assert_eq!(told.count(), 0, "{design}: what the drawing says of its author stays home");
    }
}

#[test]
fn it_is_read_between_the_words_of_the_cover() {
    let cover = format!("{COVER}\n\n---\n\nCall us now.");
    let (_, made) = kit::made(&site(&format!("sheet: a5\ndesign: warm\n{NAMED}formats: [word]\n"), &cover));
    let pdf = Document::load_mem(&made["leaflets/T-1/a5.pdf"]).unwrap();
    let parents = pdf.objects.values().filter_map(|object| object.as_dict().ok()).filter(|node| {
        let kids = node.get(b"K").and_then(Object::as_array).map_or(&[][..], Vec::as_slice);
        kids.iter().any(|kid| is_figure(&pdf, kid))
    });
    let kids = parents.map(|node| node.get(b"K").unwrap().as_array().unwrap()).next().unwrap();
    let at = kids.iter().position(|kid| is_figure(&pdf, kid)).unwrap();
    assert_eq!((at, kids.len() > at + 1), (2, true), "title and sentence before it, the foot after it");
}

fn is_figure(pdf: &Document, kid: &Object) -> bool {
    let node = pdf.dereference(kid).ok().and_then(|(_, node)| node.as_dict().ok());
    node.and_then(|node| node.get(b"S").ok()).is_some_and(|role| role.as_name().is_ok_and(|role| role == b"Figure"))
}

#[test]
fn a_decorative_one_is_drawn_and_not_said() {
    let front = "sheet: a5\ndesign: warm\n";
    let (found, made) = kit::made(&site(&format!("{front}cover_picture: door.svg\ncover_decorative: true\n"), COVER));
    let without = kit::made(&site(front, COVER)).1;
    assert_eq!((found.as_str(), doors(&made, "a5").len()), ("", 0));
    assert!(made["leaflets/T-1/preview-1.png"] != without["leaflets/T-1/preview-1.png"]);
    assert!(made["leaflets/T-1/text.txt"] == without["leaflets/T-1/text.txt"]);
}

#[test]
fn discreet_leaflets_and_cards_have_none_and_say_so() {
    let discreet = "sheet: a5\ndiscreet: true\n";
    let (found, made) = kit::made(&site(&format!("{discreet}{NAMED}"), COVER));
    let said =
        "print/a.md:10:1: warning: a discreet leaflet has no picture on its cover, so it is printed without [P046";
    assert!(found.contains(said), "{found}");
    assert!(own(made) == own(kit::made(&site(discreet, COVER)).1), "the picture changes a discreet leaflet");
    let (found, made) = kit::made(&site(&format!("sheet: card\n{NAMED}"), COVER));
    let said = "print/a.md:9:1: info: panel 1 (front) has no room for the cover's picture [P045";
    assert!(found.contains(said), "{found}");
    assert_eq!((doors(&made, "card").len(), doors(&made, "large-print").len()), (0, 1));
}

#[test]
fn it_yields_to_words() {
    let told = (1..30).find_map(|lines| {
        let cover = format!("{COVER}\n{}", "\nWe listen to you.\n".repeat(lines));
        let (found, made) = kit::made(&site(&format!("sheet: a5\n{NAMED}"), &cover));
        (!found.is_empty()).then(|| (found, doors(&made, "a5").len()))
    });
    let (found, drawn) = told.unwrap();
    assert!(
        found.starts_with("print/a.md:9:1: info: panel 1 (front) has no room for the cover's picture [P045"),
        "{found}"
    );
    assert!(!found.contains("P004") && drawn == 0, "a word was lost to the picture: {found}");
}

#[test]
fn one_that_cannot_stand_there_is_told_at_its_line() {
    let alt = "cover_alt: A door\n";
    for (front, said) in [
        ("cover_picture: dor.svg\n", "error: there is no picture `dor.svg` beside the leaflet [C013"),
        ("cover_picture: ../content/office.png\n", "error: there is no picture `../content/office.png` beside"),
        ("cover_picture: dot.gif\n", "error: `dot.gif` cannot be printed [C013"),
        ("cover_picture: torn.png\n", "error: `torn.png` is not a picture that can be shown [C013"),
    ] {
        let found = kit::findings(&site(&format!("sheet: a5\n{front}{alt}"), COVER));
        assert!(found.starts_with(&format!("print/a.md:9:1: {said}")), "{said}\nis not in\n{found}");
    }
    for (front, said) in [
        ("cover_picture: door.svg\n", "error: nothing says what the cover's picture `door.svg` shows [P047"),
        (&*format!("{NAMED}cover_decorative: true\n"), "error: the cover's picture `door.svg` is decorative, and has"),
        ("cover_picture: door.svg\ncover_alt: door.svg\n", "error: the alt text `door.svg` is the name of a file"),
    ] {
        let found = kit::findings(&site(&format!("sheet: a5\n{front}"), COVER));
        assert!(found.starts_with(&format!("print/a.md:9:1: {said}")), "{said}\nis not in\n{found}");
    }
}

#[test]
fn a_translation_has_the_picture_and_needs_words_of_its_own() {
    let mut files = site(&format!("sheet: a5\n{NAMED}"), COVER);
    let panels = "::::panel\n# Gallwn helpu\n::::\n";
    let head = "title: Ein help\nsummary: Beth.\nissued: 2026-11-01\nreview: 2027-11-01\n";
    files.add("print/a.cy.md", format!("---\n{head}---\n{panels}"));
    let found = kit::findings(&files);
    assert!(found.contains("print/a.cy.md:") && found.contains("nothing says what the cover's picture"), "{found}");
    files.add("print/a.cy.md", format!("---\n{head}cover_alt: Drws agored\n---\n{panels}"));
    let (found, made) = kit::made(&files);
    assert!(!found.contains("P047"), "{found}");
    let text = String::from_utf8(made["leaflets/T-1/cy/text.txt"].clone()).unwrap();
    assert!(text.contains("[Drws agored]"), "{text}");
}
