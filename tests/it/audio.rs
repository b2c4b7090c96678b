//! Audio: what is read out of a page, and its structure for voices. The cases are in `tests/fixtures/audio/`.

use std::collections::BTreeMap;
use std::path::Path;

use quick_xml::events::Event;

use crate::kit;

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/audio").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Settings that let scripts go out which nobody has read.
const DRAFTS: &str = "[publish]\nalso = [\"office.png\"]\ndrafts = [\"audio\"]\n";

/// Returns the files of a site with one page more, by path.
fn made(name: &str, page: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = kit::site();
    files.add("site.toml", kit::SITE_TOML.to_string() + DRAFTS);
    files.add("content/_data/glossary.yaml", "Welwyn:\n  say: WEL-in\n");
    files.add(format!("content/{name}.md"), page.to_string());
    let (found, made) = kit::made(&files);
    assert!(!found.contains("error"), "{found}");
    made
}

fn text(made: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(made.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

#[test]
fn a_page_is_read_out() {
    let script = text(&made("all", &fixture("page.md")), "all/all-script.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/audio/page.txt");
        std::fs::write(path, &script).unwrap();
    }
    assert_eq!(script, fixture("page.txt"), "run with UPDATE_EXPECT=1 and read the difference");
}

/// Walks an SSML file; returns the words of its sentences, and each element with what is around it.
fn walked(ssml: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut reader = quick_xml::Reader::from_str(ssml);
    let (mut open, mut said, mut elements) = (Vec::<String>::new(), Vec::<String>::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        let name = |start: &quick_xml::events::BytesStart<'_>| start.name().as_ref().to_string();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let around = open.last().cloned().unwrap_or_default();
                elements.push((name(start), around));
                if name(start) == "s" {
                    said.push(String::new());
                }
                if matches!(event, Event::Start(_)) {
                    open.push(name(start));
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(words) => {
                let words = words.to_string();
                let inside = open.iter().any(|element| element == "s");
                assert!(inside || words.trim().is_empty(), "`{words}` stands outside a sentence");
                if inside {
                    said.last_mut().unwrap().push_str(&words);
                }
            }
            Event::GeneralRef(_) => said.last_mut().unwrap().push('&'),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    (said, elements)
}

/// Source: W3C, SSML 1.1, 3.1: what each element may hold.
#[test]
fn ssml_has_the_structure_of_its_specification() {
    let ssml = text(&made("all", &fixture("page.md")), "all/all.ssml");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<speak version=\"1.1\" \
                xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en-GB\">\n";
    assert!(ssml.starts_with(head), "{ssml}");
    let (said, elements) = walked(&ssml);
    for (element, around) in &elements {
        let may = match element.as_str() {
            "speak" => around.is_empty(),
            "p" | "break" | "mark" => around == "speak",
            "s" => around == "p",
            "voice" => around == "s",
            _ => false,
        };
        assert!(may, "`{element}` stands in `{around}`");
    }
    assert!(ssml.contains("<voice xml:lang=\"cy\">Mae croeso i chi ffonio un dim un.</voice>"), "{ssml}");
    assert!(ssml.contains("We meet in Wel-in."), "a voice is told how a name is said: {ssml}");
    // The same words as the script's, in the same order.
    let script = text(&made("all", &fixture("page.md")), "all/all-script.txt").replace(" (WEL-in)", "");
    let words = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    assert_eq!(words(&said.join(" ").replace("Wel-in", "Welwyn")), words(&script));
}

#[test]
fn a_figure_on_any_page_is_a_word() {
    let script = text(&made("all", &fixture("page.md")), "all/all-script.txt");
    let figures: Vec<&str> = script.lines().filter(|line| line.contains(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(figures, Vec::<&str>::new());
}

#[test]
fn pages_of_other_languages_and_much_text_are_read_out_whole() {
    let urdu = "---\ntitle: مدد\nsummary: مدد کے بارے میں۔\nlang: ur\nformats: [web, audio]\n---\nہمیں 01707 806100 پر فون کریں۔ A&E <b>.\n";
    let (_, made) = kit::made(&{
        let mut files = kit::site();
        files.add("site.toml", kit::SITE_TOML.replace("\"cy\"", "\"cy\", \"ur\"") + DRAFTS);
        files.add("content/what-next.ur.md", urdu.to_string());
        files
    });
    let path = made.keys().find(|path| path.ends_with(".ssml")).unwrap_or_else(|| panic!("{:?}", made.keys()));
    let ssml = text(&made, path);
    assert!(ssml.contains("xml:lang=\"ur\"") && ssml.contains("فون") && ssml.contains("01707 806100"), "{ssml}");
    let long =
        format!("---\ntitle: Long\nsummary: Much.\nformats: [web, audio]\n---\n{}", "A word of £5. ".repeat(25_000));
    let mut files = kit::site();
    files.add("site.toml", kit::SITE_TOML.to_string() + DRAFTS);
    files.add("content/long.md", long);
    let (_, made) = kit::made(&files);
    assert_eq!(text(&made, "long/long-script.txt").matches("A word of five pounds.").count(), 25_000);
}
