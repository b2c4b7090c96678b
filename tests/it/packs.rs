//! Packs of leaflets: what is in them, that they are always the same, and that the page of their place offers them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use handbill::content::files::{Disk, Memory};

use crate::kit::{self, Folder};

fn site() -> Memory {
    let mut files = kit::site();
    for (name, reference, made_for) in
        [("a", "T-1", "[GP surgery, library]"), ("b", "T-2", "[library]"), ("c", "T-3", "[]")]
    {
        files.add(
            format!("print/{name}.md"),
            format!(
                "---\ntitle: Our help\nsummary: What we do.\nreference: {reference}\nissued: 2026-11-01\n\
                 review: 2027-11-01\nsheet: trifold\nfor: {made_for}\n{}---\n{}{}",
                if name == "a" { "formats: [word]\n" } else { "" },
                if name == "b" {
                    "::::panel\n:::include help.md#what-we-do\n::::\n\n"
                } else {
                    "::::panel\nCall us.\n::::\n\n"
                },
                "::::panel\nCall us.\n::::\n\n".repeat(5)
            ),
        );
    }
    let page = "title: Our help\nsummary: What we do.\n";
    files.add("content/help.md", format!("---\n{page}---\n## What we do {{#what-we-do}}\n\nWe help.\n"));
    let page = "title: Easy help\nsummary: What we do.\n";
    let easy = format!(
        "---\n{page}allow: {{ easy-read-untested: a test }}\nkind: easy-read\noriginal: help.md\nformats: [web, print]\n---\n"
    );
    files.add("content/easy.md", format!("{easy}## Our help\n\n:::row\n![Help](picture:help)\n\nWe help you.\n:::\n"));
    files
}

/// Returns the files of a pack by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a pack");
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        let name = file.name().expect("its name").to_string();
        files.insert(name, bytes);
    }
    files
}

#[test]
fn a_pack_holds_what_its_place_prints() {
    let (found, made) = kit::made(&site());
    assert_eq!(found, "");
    let pack = &made["packs/library.zip"];
    let files = unpacked(pack);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "1-contents.txt",
            "2-how-to-print.txt",
            "3-note-for-staff.txt",
            "T-1-how-to-print.pdf",
            "T-1-large-print.pdf",
            "T-1-text.txt",
            "T-1-trifold.pdf",
            "T-1-word.docx",
            "T-2-easy.pdf",
            "T-2-how-to-print.pdf",
            "T-2-large-print.pdf",
            "T-2-text.txt",
            "T-2-trifold.pdf",
        ]
    );
    assert_eq!(files["T-2-trifold.pdf"], made["leaflets/T-2/trifold.pdf"]);
    let how = String::from_utf8_lossy(&files["2-how-to-print.txt"]).into_owned();
    let steps = "T-1, Our help\n- Print on both sides, turned on the short edge.\n- Turn it so that you see panels 3, 4 and 5. \
         Fold panel 5 over panel 4.\n- Fold panel 3 over too.\n- It is right when panel 1 is the front.\n";
    assert!(how.contains(steps), "{how}");
    let one = unpacked(&made["packs/gp-surgery.zip"]);
    assert!(one.contains_key("T-1-trifold.pdf") && !one.contains_key("T-2-trifold.pdf"));
    assert_eq!(made.keys().filter(|path| path.starts_with("packs/")).count(), 2);
    let page = String::from_utf8_lossy(&made["leaflets/for/library/index.html"]).into_owned();
    let size = format!("<span class=\"size\">ZIP, {} KB</span>", pack.len().div_ceil(1000));
    for part in ["<a href=\"/packs/library.zip\">", size.as_str(), "<li id=\"t-1\">", "<li id=\"t-2\">"] {
        assert!(page.contains(part), "{part}\nis not in\n{page}");
    }
    assert!(!page.contains("t-3"), "{page}");
    let all = String::from_utf8_lossy(&made["leaflets/index.html"]).into_owned();
    assert!(all.contains("<a href=\"/leaflets/for/gp-surgery/\">GP surgeries</a>") && all.contains("<li id=\"t-3\">"));
}

#[test]
fn a_leaflet_has_a_page_with_all_its_files_and_how_it_is_folded() {
    let mut files = site();
    let urdu = "---\ntitle: مدد\nsummary: ہم کیا کرتے ہیں\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n\
                language: ur\nsheet: trifold\nfor: [library]\n---\n";
    files.add("print/a.ur.md", format!("{urdu}{}", "::::panel\nمدد\n::::\n\n".repeat(6)));
    let (_, made) = kit::made(&files);
    let page = String::from_utf8_lossy(&made["leaflets/T-1/index.html"]).into_owned();
    for part in [
        "<a href=\"/leaflets/T-1/how-to-print.pdf\">How to print and fold",
        "<a href=\"/leaflets/T-1/ur/how-to-print.pdf\">How to print and fold",
        "aria-label=\"Drawing: panels 3, 4 and 5 from left to right. Panel 5 is lifted along a dashed line.\"",
        // In a language that is written from right to left the sheet is mirrored.
        "aria-label=\"Drawing: panels 5, 4 and 3 from left to right. Panel 5 is lifted along a dashed line.\"",
    ] {
        assert!(page.contains(part), "{part}\nis not in\n{page}");
    }
    let list = String::from_utf8_lossy(&made["leaflets/index.html"]).into_owned();
    assert!(list.contains("<a href=\"/leaflets/T-1/\">All files"), "{list}");
    assert!(list.contains("<a href=\"/leaflets/T-1/ur/trifold.pdf\" lang=\"ur\" dir=\"rtl\">اردو"), "{list}");
    // The pack tells of the mirrored sheet too, and of no sheet twice.
    let names: Vec<String> = unpacked(&made["packs/library.zip"]).into_keys().collect();
    let how: Vec<&String> = names.iter().filter(|name| name.ends_with("how-to-print.pdf")).collect();
    assert_eq!(how, ["T-1-how-to-print.pdf", "T-1-ur-how-to-print.pdf", "T-2-how-to-print.pdf"]);
}

#[test]
fn the_same_site_gives_the_same_packs() {
    let (first, second) = (kit::made(&site()).1, kit::made(&site()).1);
    assert_eq!(first["packs/library.zip"], second["packs/library.zip"]);
}

#[test]
fn a_pack_on_disk_is_the_one_in_memory_and_leaves_nothing_beside() {
    let folder = Folder::with_site();
    let front = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n";
    let leaflet = format!("---\n{front}sheet: strip\nfor: [library]\n---\n::::panel\n# Call us\n::::\n");
    folder.write("print/a.md", &leaflet);
    let build = || folder.run(&["build", "--at", "2026-11-22T09:00"]);
    assert_eq!(build().status.code(), Some(0));
    let public = folder.path().join("public");
    let pack = std::fs::read(public.join("packs/library.zip")).unwrap();
    let held = unpacked(&pack);
    assert_eq!(held["T-1-strip.pdf"], std::fs::read(public.join("leaflets/T-1/strip.pdf")).unwrap());
    let (_, made) = kit::made(&Disk::new(folder.path()));
    assert!(made["packs/library.zip"] == pack);
    // What is put together anew and is the same stays the file that it was.
    let again = kit::stdout(&build());
    assert!(again.contains("0 of ") && std::fs::read(public.join("packs/library.zip")).unwrap() == pack, "{again}");
    let hidden = std::fs::read_dir(&public).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let parts: Vec<String> = hidden.filter(|name| name.contains("part")).collect();
    assert!(parts.is_empty(), "{parts:?}");
}

#[test]
fn a_leaflet_is_told_in_plain_text_too() {
    let mut files = kit::site();
    let panel = "::::panel\n## Help\n\nIt's for *victims* who ask [the next steps](what-next.md).\n\n1. Call\n2. Wait\n\n\
                 :::contact office\n\n| Day | Hours |\n|---|---|\n| Monday | 9 to 5 |\n::::\n\n";
    let rest = "::::panel\nWords.\n::::\n\n".repeat(5);
    let front = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n";
    files.add("print/a.md", format!("---\n{front}sheet: trifold\nshort: help\n---\n{panel}{rest}"));
    let text = String::from_utf8_lossy(&kit::made(&files).1["leaflets/T-1/text.txt"]).into_owned();
    let start = "What we do.\n\n1 November 2026\n\n## Help\n\nIt’s for victims who ask the next steps [1].\n\n1. Call\n2. Wait\n\n";
    assert!(text.starts_with("Our help\n\n") && text.contains(start), "{text}");
    assert!(text.contains("\n\nMonday\n  Hours: 9 to 5\n"), "{text}");
    assert!(text.contains("\nOn the web: www.example.org/help\n"), "{text}");
    assert!(text.ends_with("\n## Links\n\n[1] https://www.example.org/what-next\n"), "{text}");
}
