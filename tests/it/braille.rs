//! Braille: cases as data, in `tests/fixtures/braille/`.

use std::fmt::Write as _;
use std::path::Path;

use handbill::braille::{Cell, Form, Typeform, in_unicode, translate};

use crate::kit;

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/braille").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Returns a line without the marks around words that stand out, and those words.
fn marked(line: &str) -> (String, Vec<Form>) {
    let (mut text, mut forms, mut open) = (String::new(), Vec::new(), None);
    for (at, c) in line.char_indices() {
        let typeform = match c {
            '*' => Typeform::Bold,
            '_' => Typeform::Italic,
            '~' => Typeform::Underline,
            _ => {
                text.push(c);
                continue;
            }
        };
        let closes = line[at + 1..].contains(c) && !line[at + 1..].starts_with(' ');
        match open.take() {
            Some((kind, start)) if kind == typeform => forms.push(Form { range: start..text.len(), typeform }),
            None if closes && !line.contains("a_b") => open = Some((typeform, text.len())),
            _ => text.push(c),
        }
    }
    (text, forms)
}

#[test]
fn print_becomes_unified_english_braille() {
    let cases = fixture("grade-1.txt");
    let mut lines = cases.lines().filter(|line| !line.is_empty() && !line.starts_with("##"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    while let Some(print) = lines.next() {
        let expected = lines.next().unwrap();
        let (text, forms) = marked(print);
        let made = translate(&text, &forms);
        let cells = in_unicode(&made.cells);
        if cells != expected || !made.unknown.is_empty() {
            wrong.push(format!("{print}\n  is       {cells}\n  expected {expected}\n  {:?}", made.unknown));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 30);
}

#[test]
fn what_braille_has_no_sign_for_is_told() {
    for (text, written, c, instead) in [
        ("żółw", "⠵⠘⠌⠕⠈⠡⠇⠺", 'ż', "z"),
        ("ring ☎", "⠗⠊⠝⠛⠀⠠⠥⠐⠖⠼⠃⠋⠚⠑⠠⠑", '☎', "U+260E"),
        ("a\u{328}", "⠁", '\u{328}', ""),
        ("ب", "⠠⠥⠐⠖⠼⠚⠋⠃⠓", 'ب', "U+0628"),
    ] {
        let made = translate(text, &[]);
        let unknown: Vec<(char, &str)> =
            made.unknown.iter().map(|unknown| (unknown.c, unknown.instead.as_str())).collect();
        assert_eq!(unknown, [(c, instead)], "{text}");
        if text != "ring ☎" {
            assert_eq!(in_unicode(&made.cells), written, "{text}");
        }
    }
}

#[test]
fn nothing_that_is_written_breaks_it() {
    let wild = "\u{202e}\u{0}\u{feff}a\u{301}\u{301}\u{301}‘’’’\"\"??**\u{1f469}\u{200d}\u{1f4bb}١٢٣ \u{a0}5\u{a0}";
    let all: String = (0..0x11_0000).step_by(7).filter_map(char::from_u32).collect();
    for text in ["", " ", wild, &all, &"A".repeat(100_000), &"a ".repeat(100_000)] {
        let forms = [
            Form { range: 0..text.len(), typeform: Typeform::Bold },
            Form { range: 1..999_999_999, typeform: Typeform::Italic },
        ];
        let made = translate(text, &forms);
        assert_eq!(made.cells.len(), made.from.len());
        assert!(made.from.iter().all(|at| text.is_char_boundary(*at as usize)));
    }
}

/// Returns the files of a site with one page more, by path.
fn made(name: &str, page: &str, settings: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = kit::site();
    files.add("site.toml", format!("{}[publish]\ndrafts = [\"braille\"]\n{settings}", kit::SITE_TOML));
    files.add(format!("content/{name}.md"), page.to_string());
    let (found, made) = kit::made(&files);
    assert!(!found.contains("error"), "{found}");
    made
}

/// Returns the pages of a BRF file, each with its lines as characters of Unicode.
fn pages(brf: &[u8]) -> Vec<Vec<String>> {
    let cell = |byte: u8| (0..64).map(Cell::of_bits).find(|cell| cell.ascii() == byte).expect("one of 64 characters");
    let line = |line: &str| in_unicode(&line.bytes().map(cell).collect::<Vec<_>>());
    let text = std::str::from_utf8(brf).expect("ASCII");
    let page = |page: &str| {
        assert!(page.ends_with("\r\n") && !page.replace("\r\n", "").contains(['\r', '\n']), "lines end in CR and LF");
        page.trim_end_matches("\r\n").split("\r\n").map(line).collect()
    };
    text.split('\x0c').map(page).collect()
}

#[test]
fn a_page_is_laid_out_in_braille() {
    let made = made("all", &fixture("page.md"), "");
    let mut shown = String::new();
    for (at, page) in pages(&made["all/all.brf"]).iter().enumerate() {
        writeln!(shown, "## {}", at + 1).unwrap();
        page.iter().for_each(|line| writeln!(shown, "{line}").unwrap());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/braille/page.txt");
        std::fs::write(path, &shown).unwrap();
    }
    assert_eq!(shown, fixture("page.txt"), "run with UPDATE_EXPECT=1 and read the difference");
}

/// A page of many sections, of words that are long and short.
fn long(sections: usize) -> String {
    let mut page = String::from("---\ntitle: A long page\nsummary: It has volumes.\nformats: [web, braille]\n---\n");
    for at in 0..sections {
        write!(page, "\n## Section {at}\n\n").unwrap();
        page.push_str(&"Words of a paragraph that goes on for some lines, and 01707 806100. ".repeat(at % 7 + 1));
        page.push_str("\n\n- one\n- two\n");
    }
    page
}

#[test]
fn no_line_and_no_page_is_longer_than_its_paper() {
    for (preset, cells, lines) in [("uk", 40, 25), ("a4", 32, 27), ("display", 28, 25)] {
        let settings = format!("[braille]\npreset = \"{preset}\"\n");
        let made = made("long", &long(40), &settings);
        let pages = pages(&made["long/long.brf"]);
        assert!(pages.len() > 10);
        for (at, page) in pages.iter().enumerate() {
            assert!(page.len() <= lines, "page {} has {} lines", at + 1, page.len());
            assert!(page.iter().all(|line| line.chars().count() <= cells), "page {}", at + 1);
            // A heading, which alone starts in cell 5, is not the last line.
            let last = page.last().expect("a line");
            assert!(!last.starts_with("⠀⠀⠀⠀⠠⠎⠑⠉⠞⠊⠕⠝"), "page {} ends in a heading", at + 1);
            if at > 0 {
                let number = in_unicode(&translate(&(at + 1).to_string(), &[]).cells);
                assert!(page[0].ends_with(&format!("⠀⠀⠀{number}")), "page {}: {}", at + 1, page[0]);
            }
        }
        let end = in_unicode(&translate("End", &[]).cells);
        assert!(pages.last().unwrap().last().unwrap().ends_with(&end));
    }
}

#[test]
fn the_contents_lead_to_the_pages_of_the_headings_through_all_volumes() {
    let made = made("long", &long(160), "[braille]\nvolume = 20\n");
    let pages = pages(&made["long/long.brf"]);
    let pef = String::from_utf8(made["long/long.pef"].clone()).unwrap();
    assert!(pef.matches("<volume ").count() > 2);
    assert!(pef.split("<volume ").skip(1).all(|volume| volume.matches("<page>").count() <= 20));
    let cells = |text: &str| in_unicode(&translate(text, &[]).cells);
    for section in [0, 17, 159] {
        let heading = cells(&format!("Section {section}"));
        let listed = pages.iter().flatten().find(|line| line.starts_with(&format!("{heading}⠀⠐"))).expect("an entry");
        let there =
            pages.iter().position(|page| page.iter().any(|line| *line == format!("⠀⠀⠀⠀{heading}"))).unwrap() + 1;
        assert!(listed.ends_with(&format!("⠀{}", cells(&there.to_string()))), "{listed} is on page {there}");
        assert_eq!(listed.chars().count(), 32, "{listed}");
    }
    assert_eq!(
        pages.iter().filter(|page| page.iter().any(|line| line.contains(&cells("Volume")))).count(),
        pef.matches("<volume ").count()
    );
}

#[test]
fn the_first_words_say_that_nobody_has_read_it() {
    let made = made("all", &fixture("page.md"), "");
    let first = in_unicode(&translate("Made by machine", &[]).cells);
    assert!(pages(&made["all/all.brf"])[0][0].ends_with(&format!("⠀⠀{first}⠂⠀⠝⠕⠞⠀⠽⠑⠞⠀⠗⠑⠁⠙")));
    let pef = String::from_utf8(made["all/all.pef"].clone()).unwrap();
    assert!(pef.contains("<dc:description>Made by machine, not yet read by a person."), "{pef}");
    let page = String::from_utf8(made["all/index.html"].clone()).unwrap();
    assert!(page.contains("/all/all.brf") && page.contains("/all/all.pef"), "the page offers both");
}

#[test]
fn pef_has_the_parts_of_its_specification() {
    let made = made("all", &fixture("page.md").replace("Everything on", "A < B & C on"), "");
    let pef = String::from_utf8(made["all/all.pef"].clone()).unwrap();
    let mut reader = quick_xml::Reader::from_str(&pef);
    let mut open: Vec<String> = Vec::new();
    let mut seen = std::collections::BTreeMap::new();
    loop {
        match reader.read_event().expect("XML") {
            quick_xml::events::Event::Start(start) => {
                let name = start.name().as_ref().to_string();
                let inside = open.last().map_or("", String::as_str);
                let allowed = match name.as_str() {
                    "pef" => "",
                    "head" | "body" => "pef",
                    "meta" => "head",
                    "volume" => "body",
                    "section" => "volume",
                    "page" => "section",
                    "row" => "page",
                    _ => "meta",
                };
                assert_eq!(inside, allowed, "`{name}`");
                *seen.entry(name.clone()).or_insert(0) += 1;
                open.push(name);
            }
            quick_xml::events::Event::End(_) => drop(open.pop()),
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    for name in ["pef", "head", "meta", "body", "volume", "section", "page", "row", "dc:format", "dc:identifier"] {
        assert!(seen.contains_key(name), "`{name}` is missing");
    }
    let brf = pages(&made["all/all.brf"]);
    assert_eq!(seen["page"], brf.len());
    let rows: Vec<String> = brf.iter().flatten().filter(|line| !line.is_empty()).cloned().collect();
    let in_pef: Vec<&str> = pef.lines().filter_map(|line| line.strip_prefix("<row>")?.strip_suffix("</row>")).collect();
    assert_eq!(in_pef, rows, "both files have the same cells");
}

#[test]
fn what_is_hostile_is_laid_out_too() {
    for text in [
        "word ".repeat(100_000),
        "x".repeat(10_000),
        "مرحبا بالعالم ".repeat(50),
        format!("{}a", "> - ".repeat(40)),
        "| a | b |\n| - | - |\n| | |\n".to_string(),
        "\u{202e}abc\u{0}def 👩‍💻".to_string(),
    ] {
        let page = format!("---\ntitle: Odd\nsummary: It is odd.\nformats: [web, braille]\n---\n{text}\n");
        let mut files = kit::site();
        files.add("content/odd.md", page);
        let (_, made) = kit::made(&files);
        for page in made.get("odd/odd.brf").map(|brf| pages(brf)).unwrap_or_default() {
            assert!(page.len() <= 27 && page.iter().all(|line| line.chars().count() <= 32));
        }
    }
}
