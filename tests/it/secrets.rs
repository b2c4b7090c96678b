//! What must not be known is looked for in every byte that is published: names of files, text, and what PDF files hold
//! packed. Each secret page has a word of its own in all that belongs to it.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};
use lopdf::{Document, Object};

use crate::kit;

/// The moment at which all of the secrets are secret.
const AT: &str = "2026-11-22T09:00";

/// A secret's word, its front matter, and the days from and to which it is none.
struct Secret {
    word: &'static str,
    keys: &'static str,
    told: Option<&'static str>,
}

const SECRETS: &[Secret] = &[
    Secret {
        word: "zqdraft",
        keys: "kind: funding\ncloses: 2026-12-24\nawards: [{ id: zqdraft-1, title: Zqdraft, amount: 5, date: 2026-01-01, recipient: Zqdraft }]\ndraft: true\n",
        told: None,
    },
    Secret {
        word: "zqembargo",
        keys: "kind: notice\nreference: zqembargo-1\nbuyer: Zqembargo\nengagement_deadline: 2026-12-14T17:00\npublish_from: 2026-12-01T09:31\n",
        told: Some("2026-12-01T09:31"),
    },
    Secret {
        word: "zqfuture",
        keys: "kind: consultation\nopens: 2026-12-01\ncloses: 2027-01-15\nrespond: { phone: 01707 806100, post: Zqfuture }\npublished: 2026-12-01T09:32\n",
        told: Some("2026-12-01T09:32"),
    },
    Secret {
        word: "zqexpired",
        keys: "kind: news\nnotes: [Zqexpired]\npublished: 2026-01-01\nexpires: 2026-11-22T08:59\n",
        told: Some("2026-11-22T08:58"),
    },
    Secret {
        word: "zqwithdrawn",
        keys: "kind: case-study\ndetails_changed: true\nconsent: { reference: zqwithdrawn-1, scope: [web, print], given: 2026-01-01, expires: 2027-06-01, withdrawn: 2026-11-22, reviewer: Zqwithdrawn }\n",
        told: Some("2026-11-21T09:00"),
    },
    Secret {
        word: "zqended",
        keys: "kind: case-study\ndetails_changed: true\nconsent: { reference: zqended-1, scope: [web, print], given: 2026-01-01, expires: 2026-11-21, reviewer: Zqended }\n",
        told: Some("2026-11-21T09:00"),
    },
];

fn secret(files: &mut Memory, Secret { word, keys, .. }: &Secret) {
    let name = word.to_uppercase();
    let front = |title: &str, keys: &str| {
        format!(
            "---\ntitle: {title} has a long name\nsummary: What {word} is all about.\nnav_title: Nav{word}\nnav: 7\nowner: Team{word}\ntopics: [{word} topic]\naliases: [/old-{word}/]\nformats: [web, print, large-print]\n{keys}---\n"
        )
    };
    let body = format!(
        "## The {word} part {{#{word}-part}}\n\nAll of {name} is told here[^1].\n\n![A picture of {word}]({word}.png)\n\n:::download {word}.csv Form{word}\n\n[^1]: A note on {word}.\n"
    );
    files.add(format!("content/in/{word}.md"), front(word, keys) + &body);
    files.add(
        format!("content/in/{word}.cy.md"),
        front(&format!("Cy{word}"), "").replace(&format!("aliases: [/old-{word}/]\n"), "") + &body,
    );
    files.add(format!("content/in/{word}.png"), kit::PNG);
    files.add(format!("content/in/{word}.csv"), format!("{word},{word}\n"));
    let sheet = |reference: &str, include: &str| {
        format!(
            "---\ntitle: Leaflet {word}\nsummary: What {word} is.\nreference: {reference}\nissued: 2026-01-01\nreview: 2028-01-01\nsheet: trifold\nfor: [library]\n---\n::::panel\n## Words on it\n\n:::include {include}\n::::\n{}",
            "::::panel\nMore.\n::::\n".repeat(5)
        )
    };
    files.add(format!("print/{word}.md"), sheet(&format!("{word}-1"), &format!("in/{word}.md#{word}-part")));
    files.add(format!("print/{word}-way.md"), sheet(&format!("{word}-2"), &format!("way-{}.md#told", number(word))));
    let way = format!(
        "---\ntitle: The way number {0}\nsummary: It leads there.\nowner: Us\nformats: [web, print]\n---\n## Told {{#told}}\n\nSome words.\n\n:::include in/{word}.md#{word}-part\n\n## Links\n\nSee [{word} has a long name](in/{word}.md), [What {word} is all about](/in/{word}/#{word}-part) and [all that there is](https://www.example.org/in/{word}/).\n\n- [{word} has a long name](in/{word}.md)\n- [read all of it](in/{word}.md)\n- Stays.\n\nSee [what is alike](/topics/{word}-topic/).\n",
        number(word)
    );
    files.add(format!("content/way-{}.md", number(word)), way);
}

fn number(word: &str) -> usize {
    SECRETS.iter().position(|secret| secret.word == word).unwrap()
}

fn site() -> Memory {
    let mut files = kit::site();
    files.add(
        "content/in/index.md",
        "---\ntitle: What is inside\nsummary: A list of all.\nkind: section\nowner: Us\n---\n",
    );
    files.add("content/seen.md", "---\ntitle: Zqseen is public\nsummary: All can read it.\nowner: Us\ntopics: [zqseen topic]\nformats: [web, print]\n---\nAll of zqbody is told here.\n");
    for one in SECRETS {
        secret(&mut files, one);
    }
    files
}

fn build(files: &Memory, at: &str, drafts: bool) -> (String, BTreeMap<String, Vec<u8>>) {
    let instant = |zone: &Zone| zone.instant(Moment::parse(at).unwrap());
    let options = Options { root: ".", at: &instant, drafts, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// Returns everything that a file says: its name, its bytes as text, and what a PDF holds packed.
fn all_of(path: &str, bytes: &[u8]) -> String {
    let mut out = format!("{path}\n{}\n{}\n", String::from_utf8_lossy(bytes), wide(bytes));
    if path.ends_with(".pdf") {
        let pdf = Document::load_mem(bytes).unwrap();
        for object in pdf.objects.values() {
            unpack(object, &mut out);
        }
        let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
        out.push_str(&pdf.extract_text(&pages).unwrap_or_default().replace('\n', ""));
    }
    out.to_lowercase()
}

/// Returns bytes read as UTF-16, from the first and from the second.
fn wide(bytes: &[u8]) -> String {
    let read = |bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    read(bytes) + &read(bytes.get(1..).unwrap_or_default())
}

fn unpack(object: &Object, out: &mut String) {
    match object {
        Object::String(..) => out.push_str(&lopdf::decode_text_string(object).unwrap_or_default()),
        Object::Name(name) => out.push_str(&String::from_utf8_lossy(name)),
        Object::Array(items) => items.iter().for_each(|item| unpack(item, out)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| unpack(value, out)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| unpack(value, out));
            let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            out.push_str(&String::from_utf8_lossy(&bytes));
            out.push_str(&wide(&bytes));
        }
        _ => {}
    }
    out.push('\n');
}

/// Returns which files say a word.
fn saying(made: &BTreeMap<String, Vec<u8>>, word: &str) -> Vec<String> {
    let says = |(path, bytes): (&String, &Vec<u8>)| all_of(path, bytes).contains(word).then(|| path.clone());
    made.iter().filter_map(says).collect()
}

#[test]
fn no_byte_tells_a_secret() {
    let (found, made) = build(&site(), AT, false);
    assert!(!found.contains(": error: "), "{found}");
    // The search finds what is public, in pages, in lists and in what PDF files hold.
    let public = [
        "a-z/index.html",
        "search/en/pages-0.json",
        "search/en/words-0.json",
        "seen/index.html",
        "seen/seen.pdf",
        "sitemap.xml",
        "topics/index.html",
        "topics/zqseen-topic/index.html",
    ];
    assert_eq!(saying(&made, "zqseen"), public);
    assert_eq!(saying(&made, "zqbody"), ["search/en/words-0.json", "seen/index.html", "seen/seen.pdf"]);
    for Secret { word, .. } in SECRETS {
        let told = saying(&made, word);
        assert!(told.is_empty(), "{word} is told by {told:?}");
    }
    let way = String::from_utf8_lossy(&made["way-0/index.html"]).into_owned();
    assert!(way.contains("See, and all that there is.") && way.contains("<li>read all of it</li>"), "{way}");
    // Nobody learns when something is to come, or that there is consent.
    for secret in ["09:31", "09:32", "9:31am", "next-change"] {
        assert_eq!(saying(&made, secret), Vec::<String>::new(), "{secret}");
    }
}

#[test]
fn each_is_told_at_its_time_and_drafts_when_asked_for() {
    for Secret { word, told, .. } in SECRETS {
        let (_, made) = build(&site(), told.unwrap_or(AT), told.is_none());
        let says = saying(&made, word);
        for path in [
            format!("in/{word}/index.html"),
            format!("cy/in/{word}/index.html"),
            format!("in/{word}/{word}.pdf"),
            format!("leaflets/{}-1/trifold.pdf", word),
            "in/index.html".to_string(),
            "sitemap.xml".to_string(),
            format!("topics/{word}-topic/index.html"),
            "_redirects".to_string(),
            format!("way-{}/index.html", number(word)),
        ] {
            assert!(says.contains(&path), "{word} is not told by {path}, but by {says:?}");
        }
    }
}
