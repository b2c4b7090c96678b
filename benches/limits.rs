//! Input that is meant to hurt, each under 5 MB: how long `check` and `build` take over it, and how much memory.
//!
//! `cargo bench --bench limits [NAME…]` shows a line for each, and fails where one is over [`LONGEST`] or [`MOST`], or ends
//! with another status than 0 or 1. It is no test: the time depends on the machine. `tests/it/limits.rs` proves each limit.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may panic, and says what it measured"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The longest that a command may take, in seconds.
const LONGEST: f64 = 5.0;

/// The most memory that it may use, in megabytes.
const MOST: u64 = 1_000;

/// How many bytes a page has: just under the 600 kB that it may have.
const FULL: usize = 590_000;

/// How many bytes another text file has: just under its 4 MB.
const STORE: usize = 3_900_000;

type Files = Vec<(String, Vec<u8>)>;

/// An attack: its name and its files besides `site.toml`.
struct Attack {
    name: &'static str,
    files: fn() -> Files,
}

const FORMATS: &str = "formats: [web, print, large-print, giant-print]\n";

fn page_with(front: &str, body: &str) -> Files {
    let text = format!("---\ntitle: A page\nsummary: It is a page.\n{FORMATS}{front}---\n{body}\n");
    vec![("content/page.md".to_string(), text.into_bytes())]
}

fn page(body: &str) -> Files {
    page_with("", body)
}

/// Returns a page that is one thing again and again, up to the size that a page may have.
fn repeated(unit: &str) -> Files {
    page(&unit.repeat(FULL / unit.len()))
}

/// Returns a page that is a start and then one thing so often; `#` in it is a number.
fn counted(start: &str, unit: &str, end: &str) -> Files {
    page(&format!("{start}{}{end}", lines(unit)))
}

fn lines(unit: &str) -> String {
    lines_of(FULL - 1_000, unit)
}

fn lines_of(bytes: usize, unit: &str) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() + unit.len() + 16 > bytes {
            break;
        }
        text.push_str(&unit.replace('#', &number.to_string()));
    }
    text
}

fn leaflet(panel: &str) -> Files {
    let front = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let others = "::::panel\n## Words\n\nWords.\n::::\n\n".repeat(4);
    let text = format!("---\n{front}---\n::::panel\n## One\n::::\n\n::::panel\n{panel}\n::::\n\n{others}");
    vec![("print/a.md".to_string(), text.into_bytes())]
}

fn small_pages() -> Files {
    let page = |number: usize| {
        let text = format!("---\ntitle: Page {number}\nsummary: It is page {number}.\n---\nWords.\n");
        (format!("content/s{}/p{number}.md", number / 100), text.into_bytes())
    };
    (0..50_000).map(page).collect()
}

fn chain_of_includes() -> Files {
    let names = "abcdefghi";
    let mut files: Files = Vec::new();
    for (one, next) in names.chars().zip(names.chars().skip(1)) {
        let text =
            format!("---\ntitle: {one}\nsummary: S.\n{FORMATS}---\n{}", format!(":::include {next}.md\n\n").repeat(20));
        files.push((format!("content/{one}.md"), text.into_bytes()));
    }
    let text = format!("---\ntitle: I\nsummary: S.\n{FORMATS}---\n{}", "word ".repeat(FULL / 5));
    files.push(("content/i.md".to_string(), text.into_bytes()));
    files
}

fn big_include() -> Files {
    let mut files: Files = Vec::new();
    let text = format!("---\ntitle: B\nsummary: S.\n---\n{}", "word ".repeat(FULL / 5));
    files.push(("content/b.md".to_string(), text.into_bytes()));
    for number in 0..100 {
        let text = format!("---\ntitle: A {number}\nsummary: S.\n{FORMATS}---\n{}", ":::include b.md\n\n".repeat(100));
        files.push((format!("content/a{number}.md"), text.into_bytes()));
    }
    files
}

fn store(name: &str, unit: &str, body: &str) -> Files {
    let mut files = page(body);
    files.push((format!("content/_data/{name}.yaml"), lines_of(STORE, unit).into_bytes()));
    files
}

fn film() -> Files {
    let mut files = page_with("kind: film\ncaptions: film.vtt\nfile: film.mp4\n", "Words.");
    let mut captions = String::from("WEBVTT\n\n");
    for cue in 0..80_000 {
        captions.push_str(&format!(
            "{:02}:{:02}:{:02}.000 --> 99:59:59.000\nWords of it.\n\n",
            cue / 3600,
            cue / 60 % 60,
            cue % 60
        ));
    }
    files.push(("content/film.vtt".to_string(), captions.into_bytes()));
    files.push(("content/film.mp4".to_string(), b"a film".to_vec()));
    files
}

fn wide_table() -> Files {
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(1_000));
    page(&format!("{}{}{}", row("h"), row("-"), row("c").repeat(1_500)))
}

fn nested(unit: &str) -> Files {
    let mut text = String::new();
    while text.len() < FULL - 2_000 {
        for depth in 0..24 {
            text.push_str(&"  ".repeat(depth));
            text.push_str(unit);
        }
        text.push('\n');
    }
    page(&text)
}

fn broken_links_to_many_pages() -> Files {
    let mut files = small_pages();
    files.truncate(2_000);
    files.extend(page(&lines("[words here](nowhere-#.md) ")));
    files
}

/// Returns a page that is one thing so often: just under a limit, so that every format must make it.
fn under(unit: &str, times: usize) -> Files {
    page(&unit.repeat(times))
}

fn tables(count: usize, rows: usize, cells: usize) -> Files {
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(cells));
    page(&format!("{}{}{}\n", row("h"), row("-"), row("c").repeat(rows)).repeat(count))
}

const ATTACKS: &[Attack] = &[
    Attack { name: "under-paragraphs", files: || under("a\n\n", 14_900) },
    Attack { name: "under-list", files: || under("- a\n", 14_900) },
    Attack { name: "under-numbered", files: || under("1. a\n", 14_900) },
    Attack { name: "under-loose-list", files: || under("- a\n\n", 9_900) },
    Attack { name: "under-headings", files: || under("## a\n\n", 14_900) },
    Attack { name: "under-breaks", files: || under("a\\\n", 14_900) },
    Attack { name: "under-emphasis", files: || under("*a* ", 9_900) },
    Attack { name: "under-code", files: || under("`a` ", 14_900) },
    Attack { name: "under-links", files: || under("[a](/) ", 9_900) },
    Attack { name: "under-links-web", files: || under("[a](https://e.example/) ", 9_900) },
    Attack { name: "under-languages", files: || under("[a]{lang=cy} ", 9_900) },
    Attack { name: "under-quotes", files: || under("> a\n\n", 9_900) },
    Attack { name: "under-quotes-24", files: || under(&format!("{}a\n\n", ">".repeat(23)), 1_990) },
    Attack { name: "under-definitions", files: || under("a\n: b\n\n", 9_900) },
    Attack { name: "under-rules", files: || under("***\n\n", 49_900) },
    Attack { name: "under-code-blocks", files: || under("```\nx\n```\n", 14_900) },
    Attack { name: "under-callouts", files: || under(":::information\na\n:::\n\n", 9_900) },
    Attack { name: "under-formats", files: || under(":::formats\n\n", 49_900) },
    Attack { name: "under-steps", files: || page(&format!(":::steps\n{}:::\n", "1. Do it.\n".repeat(14_900))) },
    Attack { name: "under-key-facts", files: || page(&format!(":::key-facts\n{}:::\n", "a\n: b\n\n".repeat(9_900))) },
    Attack { name: "under-timeline", files: || page(&format!(":::timeline\n{}:::\n", "a\n: b\n\n".repeat(9_900))) },
    Attack { name: "under-table-2", files: || tables(1, 4_900, 2) },
    Attack { name: "under-table-4", files: || tables(1, 3_500, 4) },
    Attack { name: "under-table-20", files: || tables(1, 700, 20) },
    Attack { name: "under-table-1000", files: || tables(1, 20, 1_000) },
    Attack { name: "under-tables", files: || tables(2_400, 2, 2) },
    Attack { name: "under-table-rows", files: || tables(2, 4_500, 1) },
    Attack { name: "under-footnotes", files: || counted_times("a[^#]\n\n[^#]: b\n\n", 4_900) },
    Attack {
        name: "under-contacts",
        files: || {
            let mut files = page(&":::contact office\n\n".repeat(20_000));
            files.push((
                "content/_data/contacts.yaml".into(),
                b"office:\n  name: The office\n  phone: 01707 806100\n".to_vec(),
            ));
            files
        },
    },
    Attack {
        name: "under-pictures",
        files: || {
            let mut files = under("![A door](b.png)\n\n", 9_900);
            files.push(("content/b.png".into(), png()));
            files
        },
    },
    Attack {
        name: "under-sections",
        files: || {
            page(
                &(0..5_000)
                    .map(|n| {
                        format!(
                            "## Section {n}\n\nWords of it, with [a link](https://www.gov.uk/{n}).\n\n- One\n- Two\n\n"
                        )
                    })
                    .collect::<String>(),
            )
        },
    },
    Attack {
        name: "eight-pages",
        files: || {
            (0..8)
                .map(|n| {
                    let text = format!(
                        "---\ntitle: Page {n}\nsummary: It is a page.\n{FORMATS}---\n{}",
                        format!("{}\n\n", "These are some words of a page. ".repeat(3)).repeat(6_000)
                    );
                    (format!("content/p{n}.md"), text.into_bytes())
                })
                .collect()
        },
    },
    Attack { name: "accents-60000", files: || page(&format!("a{}", "\u{301}".repeat(60_000))) },
    Attack { name: "accents-full", files: || page(&format!("a{}", "\u{301}".repeat(FULL / 2))) },
    Attack {
        name: "accents-in-title",
        files: || {
            let mut files = page("Words.");
            let text = format!("---\ntitle: a{}\nsummary: S.\n{FORMATS}---\nA.\n", "\u{301}".repeat(FULL / 2));
            files.push(("content/b.md".to_string(), text.into_bytes()));
            files
        },
    },
    Attack { name: "accents-30-each", files: || repeated(&format!("a{} ", "\u{301}".repeat(30))) },
    Attack { name: "accents-mixed", files: || page(&format!("a{}", "\u{301}\u{323}\u{5b0}\u{e38}".repeat(FULL / 9))) },
    Attack { name: "breaks-33000", files: || page(&"a\\\n".repeat(33_000)) },
    Attack { name: "breaks-full", files: || repeated("a\\\n") },
    Attack { name: "leaflet-headings", files: || leaflet(&"# a\n\n".repeat(200_000)) },
    Attack { name: "leaflet-headings-full", files: || leaflet(&"# a\n\n".repeat(FULL / 5)) },
    Attack { name: "leaflet-prose", files: || leaflet(&"word ".repeat(FULL / 5)) },
    Attack { name: "leaflet-word", files: || leaflet(&"w".repeat(FULL)) },
    Attack { name: "leaflet-breaks", files: || leaflet(&"a\\\n".repeat(FULL / 3)) },
    Attack { name: "leaflet-accents", files: || leaflet(&format!("a{}", "\u{301}".repeat(FULL / 2))) },
    Attack { name: "leaflet-table", files: || leaflet(&format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(FULL / 6 - 10))) },
    Attack { name: "leaflet-list", files: || leaflet(&"- a\n".repeat(FULL / 4)) },
    Attack { name: "leaflet-rules", files: || leaflet(&"***\n\n".repeat(FULL / 5)) },
    Attack { name: "table-100000", files: || counted_table(100_000) },
    Attack { name: "table-full", files: || counted_table(FULL / 6 - 10) },
    Attack { name: "table-one-column", files: || page(&format!("|a|\n|-|\n{}", "|c|\n".repeat(FULL / 4 - 10))) },
    Attack { name: "table-wide", files: wide_table },
    Attack {
        name: "table-short-rows",
        files: || page(&format!("{}\n{}\n{}", "|h".repeat(1_000), "|-".repeat(1_000), "|\n".repeat(FULL / 2 - 5_000))),
    },
    Attack { name: "table-pipes", files: || page(&format!("{}\n{}\n", "|".repeat(FULL / 2), "|-".repeat(FULL / 4))) },
    Attack { name: "table-long-cell", files: || page(&format!("|a|b|\n|-|-|\n|c|{}|\n", "word ".repeat(FULL / 5))) },
    Attack { name: "prose-one-paragraph", files: || repeated("word ") },
    Attack { name: "prose-paragraphs", files: || repeated("These are some words of a page.\n\n") },
    Attack { name: "prose-short", files: || repeated("a\n\n") },
    Attack { name: "prose-soft-lines", files: || repeated("a\n") },
    Attack { name: "word", files: || repeated("w") },
    Attack { name: "word-han", files: || repeated("\u{6f22}") },
    Attack { name: "emphasis-open", files: || repeated("*a") },
    Attack { name: "emphasis-closed", files: || repeated("*a* ") },
    Attack { name: "emphasis-marks", files: || repeated("*") },
    Attack { name: "emphasis-mixed", files: || repeated("*a **b _c ") },
    Attack { name: "code-spans", files: || repeated("`a` ") },
    Attack { name: "backticks", files: || counted("", "`a``b```c", "") },
    Attack { name: "strikes", files: || repeated("~~a~~ ") },
    Attack { name: "links", files: || repeated("[a](/) ") },
    Attack { name: "links-web", files: || counted("", "[site #](https://e#.example/) ", "") },
    Attack { name: "links-broken", files: || repeated("[a](b.md) ") },
    Attack { name: "links-broken-many-pages", files: broken_links_to_many_pages },
    Attack { name: "links-bare", files: || repeated("https://www.example.org ") },
    Attack { name: "brackets", files: || repeated("[") },
    Attack { name: "brackets-closed", files: || repeated("[a]") },
    Attack { name: "references", files: || counted("", "[a#]: /x#\n", "") },
    Attack { name: "references-used", files: || counted("[a]: /\n\n", "[a] ", "") },
    Attack { name: "footnotes", files: || counted("", "a[^#]\n\n[^#]: b\n\n", "") },
    Attack { name: "footnote-marks", files: || counted("[^1]: b\n\n", "a[^1] ", "") },
    Attack { name: "footnotes-missing", files: || counted("", "a[^#] ", "") },
    Attack { name: "headings", files: || counted("", "## a #\n\n", "") },
    Attack { name: "headings-same", files: || repeated("## a\n\n") },
    Attack { name: "list", files: || repeated("- a\n") },
    Attack { name: "list-numbered", files: || repeated("1. a\n") },
    Attack { name: "list-tasks", files: || repeated("- [x] a\n") },
    Attack { name: "lists-nested", files: || nested("- a\n") },
    Attack { name: "lists-deep", files: || page(&"- ".repeat(FULL / 2)) },
    Attack { name: "quotes", files: || repeated("> a\n\n") },
    Attack { name: "quotes-deep", files: || page(&"> ".repeat(FULL / 2)) },
    Attack { name: "quotes-24", files: || repeated(&format!("{}a\n\n", ">".repeat(23))) },
    Attack { name: "definitions", files: || repeated("a\n: b\n\n") },
    Attack { name: "code-line", files: || page(&format!("```\n{}\n```\n", "x".repeat(FULL))) },
    Attack { name: "code-lines", files: || page(&format!("```\n{}\n```\n", "x\n".repeat(FULL / 2))) },
    Attack { name: "code-blocks", files: || repeated("```\nx\n```\n") },
    Attack { name: "rules", files: || repeated("***\n\n") },
    Attack { name: "html", files: || repeated("<b>a</b> ") },
    Attack { name: "html-open", files: || repeated("<") },
    Attack { name: "comments", files: || repeated("<!-- a -->") },
    Attack { name: "waivers", files: || repeated("<!-- allow sentence-long: law -->\na\n\n") },
    Attack { name: "entities", files: || repeated("&amp;") },
    Attack { name: "escapes", files: || repeated("\\*") },
    Attack { name: "information", files: || repeated(":::information\na\n:::\n\n") },
    Attack { name: "directives-open", files: || repeated(":::information\n") },
    Attack { name: "directives-closed", files: || repeated(":::\n") },
    Attack { name: "directives-unknown", files: || repeated(":::what\n") },
    Attack { name: "steps", files: || page(&format!(":::steps\n{}:::\n", lines("1. Do it.\n"))) },
    Attack { name: "quotes-boxed", files: || repeated(":::quote\na\n:::\n\n") },
    Attack { name: "statistics", files: || repeated(":::stat\n85%\na\n:::\n\n") },
    Attack { name: "details", files: || repeated(":::details a\nb\n:::\n\n") },
    Attack { name: "key-facts", files: || page(&format!(":::key-facts\n{}:::\n", lines("a\n: b\n\n"))) },
    Attack { name: "timeline", files: || page(&format!(":::timeline\n{}:::\n", lines("a\n: b\n\n"))) },
    Attack {
        name: "contacts",
        files: || {
            let mut files = page(&":::contact office\n\n".repeat(FULL / 18));
            files.push((
                "content/_data/contacts.yaml".into(),
                b"office:\n  name: The office\n  phone: 01707 806100\n".to_vec(),
            ));
            files
        },
    },
    Attack { name: "includes-big", files: big_include },
    Attack { name: "includes-chain", files: chain_of_includes },
    Attack { name: "pictures-missing", files: || repeated("![a](b.png)\n\n") },
    Attack {
        name: "pictures",
        files: || {
            let mut files = repeated("![A door](b.png)\n\n");
            files.push(("content/b.png".into(), png()));
            files
        },
    },
    Attack { name: "languages", files: || repeated("[a]{lang=cy} ") },
    Attack { name: "bidi", files: || repeated("\u{5d0} a ") },
    Attack { name: "arabic", files: || repeated("\u{633}\u{644}\u{627}\u{645} ") },
    Attack { name: "zwj", files: || repeated("\u{1f468}\u{200d}") },
    Attack { name: "variation-selectors", files: || page(&format!("a{}", "\u{fe0f}".repeat(FULL / 3))) },
    Attack { name: "shapeless", files: || page(&format!("a{}", "\u{200b}".repeat(FULL / 3))) },
    Attack { name: "soft-hyphens", files: || repeated("a\u{ad}") },
    Attack { name: "bidi-isolates", files: || repeated("\u{2067}a") },
    Attack {
        name: "no-glyph",
        files: || page(&(0..FULL / 4).filter_map(|n| char::from_u32(0x20000 + n as u32 % 0x9000)).collect::<String>()),
    },
    Attack { name: "hangul", files: || repeated("\u{1112}\u{1161}\u{11ab}") },
    Attack { name: "indic", files: || repeated("\u{915}\u{94d}") },
    Attack { name: "numbers", files: || repeated("85% ") },
    Attack { name: "capitals", files: || counted("", "ABC# ", "") },
    Attack { name: "dates", files: || repeated("1/2/26 ") },
    Attack { name: "phones", files: || repeated("01707 806100 ") },
    Attack { name: "spaces", files: || repeated(" ") },
    Attack { name: "lines", files: || repeated("\n") },
    Attack { name: "tabs", files: || repeated("\t") },
    Attack {
        name: "title",
        files: || {
            vec![(
                "content/b.md".into(),
                format!("---\ntitle: {}\nsummary: S.\n{FORMATS}---\nA.\n", "word ".repeat(FULL / 5)).into_bytes(),
            )]
        },
    },
    Attack {
        name: "title-word",
        files: || {
            vec![(
                "content/b.md".into(),
                format!("---\ntitle: {}\nsummary: S.\n{FORMATS}---\nA.\n", "w".repeat(FULL)).into_bytes(),
            )]
        },
    },
    Attack {
        name: "summary",
        files: || {
            vec![(
                "content/b.md".into(),
                format!("---\ntitle: B\nsummary: {}\n{FORMATS}---\nA.\n", "word ".repeat(FULL / 5)).into_bytes(),
            )]
        },
    },
    Attack { name: "heading-long", files: || page(&format!("## {}\n", "word ".repeat(FULL / 5))) },
    Attack { name: "aliases", files: || page_with(&format!("aliases:\n{}", lines("- /a#/\n")), "A.") },
    Attack { name: "topics", files: || page_with(&format!("topics:\n{}", lines("- topic #\n")), "A.") },
    Attack {
        name: "updates",
        files: || page_with(&format!("updated:\n{}", lines("- { date: 2026-09-01, note: N# }\n")), "A."),
    },
    Attack { name: "keys", files: || page_with(&lines("key#: a\n"), "A.") },
    Attack { name: "yaml-list", files: || page_with(&format!("topics: [{}]\n", lines("a, ")), "A.") },
    Attack { name: "yaml-deep", files: || page_with(&format!("topics: {}\n", "[".repeat(FULL)), "A.") },
    Attack { name: "yaml-maps", files: || page_with(&format!("topics: {}\n", "{a: ".repeat(FULL / 4)), "A.") },
    Attack {
        name: "facts",
        files: || {
            store("facts", "f#: { value: #, statement: There are #., source: { title: A } }\n", &lines("[#](fact:f#) "))
        },
    },
    Attack {
        name: "fact-used",
        files: || {
            let mut files = page(&"[85%](fact:f) ".repeat(FULL / 14));
            files.push((
                "content/_data/facts.yaml".into(),
                b"f: { value: 85%, statement: Most are., source: { title: A } }\n".to_vec(),
            ));
            files
        },
    },
    Attack { name: "glossary", files: || store("glossary", "T#X: { full: Term # }\n", &lines("T#X ")) },
    Attack {
        name: "glossary-used",
        files: || {
            let mut files = page(&"PCC ".repeat(FULL / 4));
            files.push((
                "content/_data/glossary.yaml".into(),
                b"PCC: { full: Police and Crime Commissioner }\n".to_vec(),
            ));
            files
        },
    },
    Attack { name: "contact-store", files: || store("contacts", "c#: { name: C #, phone: 01707 806100 }\n", "A.") },
    Attack {
        name: "recommendations",
        files: || {
            page_with(
                &format!(
                    "kind: report\nrecommendations:\n{}",
                    lines("- { id: R#, text: Do #., response: Yes., status: open }\n")
                ),
                "A.",
            )
        },
    },
    Attack { name: "captions", files: film },
    Attack {
        name: "settings",
        files: || {
            vec![(
                "site.toml".into(),
                format!(
                    "title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en-GB\"\n[checks]\n{}",
                    lines_of(STORE, "rule-# = \"off\"\n")
                )
                .into_bytes(),
            )]
        },
    },
    Attack { name: "small-pages-50000", files: small_pages },
];

fn counted_table(rows: usize) -> Files {
    page(&format!("Table: T\n\n|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(rows)))
}

fn counted_times(unit: &str, times: usize) -> Files {
    page(&(0..times).map(|number| unit.replace('#', &number.to_string())).collect::<String>())
}

/// Returns a picture of one pixel.
fn png() -> Vec<u8> {
    let hex = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082";
    (0..hex.len()).step_by(2).filter_map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok()).collect()
}

/// What a command came to: its exit status, seconds, and megabytes at most.
struct Run {
    status: i32,
    seconds: f64,
    /// Seconds of a processor, which other work on the machine does not change.
    work: f64,
    megabytes: u64,
    said: String,
}

fn run(program: &Path, folder: &Path, command: &[&str]) -> Run {
    let script = "ulimit -v 6000000; ulimit -t 30; exec timeout 300 /usr/bin/time -f '%x %e %U %S %M' -o time \"$0\" \"$@\" >out 2>err";
    let status =
        Command::new("sh").current_dir(folder).args(["-c", script]).arg(program).args(command).status().unwrap();
    let time = fs::read_to_string(folder.join("time")).unwrap_or_default();
    let mut parts = time.lines().last().unwrap_or("").split(' ');
    let mut next = || parts.next().and_then(|part| part.parse::<f64>().ok()).unwrap_or(f64::NAN);
    let (_, seconds, user, system, kilobytes) = (next(), next(), next(), next(), next());
    let lossy = |name: &str| {
        fs::read(folder.join(name)).map(|bytes| String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned())
    };
    let said = lossy("err").ok().filter(|said| !said.is_empty()).or(lossy("out").ok()).unwrap_or_default();
    let said = said
        .lines()
        .find(|line| line.contains("error"))
        .or(said.lines().next())
        .unwrap_or("")
        .chars()
        .take(150)
        .collect();
    Run {
        status: status.code().unwrap_or(-1),
        seconds,
        work: user + system,
        megabytes: (kilobytes / 1024.0) as u64,
        said,
    }
}

fn write(folder: &Path, files: Files, settings: &str) {
    let _ = fs::remove_dir_all(folder);
    let start = "---\ntitle: Home\nsummary: Where to start.\nkind: section\n---\nWelcome.\n";
    let mut all: Files = vec![("site.toml", settings), ("content/index.md", start)]
        .into_iter()
        .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
        .collect();
    all.extend(files);
    for (path, bytes) in all {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    let program =
        std::env::var_os("HANDBILL").map(PathBuf::from).or(option_env!("CARGO_BIN_EXE_handbill").map(PathBuf::from));
    let program = program.expect("a binary");
    let folder = std::env::temp_dir().join(format!("handbill-limits-{}", std::process::id()));
    let settings = "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\n";
    let mut over = 0;
    println!("{:<26} {:<12} {:>6} {:>8} {:>8} {:>8}", "attack", "command", "status", "seconds", "work", "MB");
    for attack in ATTACKS.iter().filter(|attack| wanted.is_empty() || wanted.iter().any(|name| name == attack.name)) {
        let off = format!("{settings}[checks]\ndefault = \"off\"\n");
        for (shown, settings, command) in
            [("check", settings, "check"), ("build", settings, "build"), ("build, off", &off, "build")]
        {
            write(&folder, (attack.files)(), settings);
            let ran = run(&program, &folder, &[command, "--at", "2026-11-22"]);
            let bad = !(ran.seconds.min(ran.work) <= LONGEST && ran.megabytes <= MOST && (0..=1).contains(&ran.status));
            over += usize::from(bad);
            let mark = if bad { "  OVER" } else { "" };
            println!(
                "{:<26} {shown:<12} {:>6} {:>8.2} {:>8.2} {:>8}{mark}  {}",
                attack.name, ran.status, ran.seconds, ran.work, ran.megabytes, ran.said
            );
        }
    }
    let _ = fs::remove_dir_all(&folder);
    println!("{over} over the limits of {LONGEST} seconds and {MOST} MB");
    std::process::exit(i32::from(over > 0));
}
