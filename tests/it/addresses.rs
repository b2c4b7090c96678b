//! One register of addresses: what would overwrite something else is found before anything is made, and names reach
//! every list and link in a form that a host reads as it was meant.

use handbill::content::files::Memory;

use crate::kit::{FRONT, Folder, PNG, checked, made, site, stdout};

/// Returns the small site with more files, and a page that links to those of them that are neither pages nor leaflets, so
/// that they go out.
fn with(more: &[(&str, &str)]) -> Memory {
    let mut files = site();
    let mut links = String::new();
    for (path, text) in more {
        files.add(*path, *text);
        if let Some(file) = path.strip_prefix("content/").filter(|file| !file.ends_with(".md")) {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'/' || byte == b'.';
            let code = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
            let address: String = file.bytes().map(code).collect();
            links.push_str(&format!("[The file {}]({address})\n\n", links.len()));
        }
    }
    if !links.is_empty() {
        files.add("content/all-files.md", format!("---\ntitle: All files\nsummary: What there is.\n---\n{links}"));
    }
    files
}

/// Checks that a site with these files has this finding, and that a build of it makes the same files every time.
#[track_caller]
fn clash(more: &[(&str, &str)], expected: &str) {
    let files = with(more);
    let found = checked(&files);
    assert!(found.contains(expected), "expected `{expected}` in:\n{found}");
    let first = made(&files);
    assert!((0..4).all(|_| made(&files) == first), "two builds differ: {more:?}");
}

const PRINTED: &str = "---\ntitle: The hall\nsummary: Where it is.\nformats: [web, print]\n---\nWords.\n";

#[test]
fn a_file_beside_content_does_not_replace_what_handbill_makes() {
    clash(
        &[("content/built.txt", "mine")],
        "content/built.txt:1:1: error: the file `content/built.txt` and the moment that the site was built for would both \
         be `/built.txt` [W010 address-taken]\n  help: give the file another name\n",
    );
    for name in ["atom.xml", "sitemap.xml", "404.html"] {
        let mut files = site();
        files.add(format!("content/{name}"), "mine");
        let (found, made) = made(&files);
        assert!(found.starts_with(&format!("content/{name}:1:1: warning: a file with `.")), "{found}");
        assert_ne!(made[name], b"mine", "{name}");
    }
    clash(
        &[("content/hall.md", PRINTED), ("content/hall/hall.pdf", "mine")],
        "content/hall/hall.pdf:1:1: error: the file `content/hall/hall.pdf` and the format `print` of the page \
         `content/hall.md` would both be `/hall/hall.pdf` [W010 address-taken]\n  \
         see content/hall.md:1: the format `print` of the page `content/hall.md` is asked for here\n",
    );
    let fund =
        "---\ntitle: A fund\nsummary: Money for halls.\nkind: funding\nopens: 2026-01-01\ncloses: 2026-12-31\n---\n";
    clash(
        &[("content/fund.md", fund), ("content/fund/dates.ics", "mine")],
        "error: the file `content/fund/dates.ics` and the data `dates.ics` of the page `content/fund.md` would both be \
         `/fund/dates.ics` [W010",
    );
    let sheet = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let sheet = format!("---\n{sheet}---\n{}", "::::panel\nWords.\n::::\n\n".repeat(6));
    clash(
        &[("print/t.md", &sheet), ("content/leaflets/T-1/trifold.pdf", "mine")],
        "error: the file `content/leaflets/T-1/trifold.pdf` and `trifold.pdf` of the leaflet `T-1` would both be \
         `/leaflets/T-1/trifold.pdf` [W010",
    );
    clash(
        &[("themes/civic/sitemap.xml", "mine")],
        "themes/civic/sitemap.xml:1:1: error: the theme's file `sitemap.xml` and the map of the site would both be",
    );
}

#[test]
fn a_clash_publishes_nothing_and_leaves_the_old_site() {
    let folder = Folder::with_site();
    assert_eq!(folder.run(&["build", "--at", "2026-11-22"]).status.code(), Some(0));
    let before = std::fs::read(folder.path().join("public/built.txt")).unwrap();
    folder.write("content/built.txt", "mine");
    folder.write("content/page.md", format!("{FRONT}[The file of ours](built.txt)\n"));
    for command in ["check", "build"] {
        let output = folder.run(&[command, "--at", "2026-11-22"]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(stdout(&output).contains("[W010 address-taken]"), "{command}: {}", stdout(&output));
    }
    assert_eq!(std::fs::read(folder.path().join("public/built.txt")).unwrap(), before);
}

#[test]
fn twins_are_found_whatever_the_computer_that_builds() {
    clash(
        &[("content/files/Plan.txt", "one"), ("content/files/plan.txt", "two")],
        "error: the file `content/files/plan.txt` would be `/files/plan.txt` and the file `content/files/Plan.txt` \
         `/files/Plan.txt`, which many computers and hosts take for one file [W011 address-twin]",
    );
    clash(
        &[("content/plan-\u{e9}.txt", "one"), ("content/plan-e\u{301}.txt", "two")],
        "content/plan-\u{e9}.txt:1:1: error: another file here has the same name, with its accents stored in another way \
         [C005 route-taken]",
    );
    clash(
        &[("content/\u{e9}.md", FRONT), ("content/e\u{301}.md", FRONT)],
        "would both stand at `/\u{e9}/` [C005 route-taken]",
    );
    let old = "---\ntitle: Old\nsummary: S.\naliases: [/Help/]\n---\nWords.\n";
    clash(
        &[("content/help.md", FRONT), ("content/old.md", old)],
        "content/old.md:4:11: error: the old address `/Help/` would be `/Help/index.html` and the page \
         `content/help.md` `/help/index.html`, which many",
    );
    clash(
        &[("content/Hall/index.md", FRONT), ("content/Hall/plan.txt", "words")],
        "warning: one folder is published as `/Hall/` and as `/hall/` [W014 folder-twin]",
    );
}

#[test]
fn a_name_is_a_file_or_a_folder() {
    clash(
        &[("content/atom.xml/page.md", FRONT)],
        "content/atom.xml/page.md:1:1: error: the feed would be the file `/atom.xml`, and the page \
         `content/atom.xml/page.md` needs a folder of that name [W012 address-folder]",
    );
    clash(
        &[("content/help.md", FRONT), ("content/help", "a file without an ending")],
        "error: the file `content/help` would be the file `/help`, and the page `content/help.md` needs a folder",
    );
}

#[test]
fn an_old_address_is_one_page_on_this_site() {
    let page = |aliases: &str| format!("---\ntitle: Old\nsummary: What it was.\naliases: {aliases}\n---\nWords.\n");
    for (aliases, expected) in [
        ("[/ok/, \"/*\"]", "content/old.md:4:18: error: `/*` could stand for many addresses [C004"),
        ("\n  - /ok/\n  - /news/:id", "content/old.md:6:5: error: `/news/:id` could stand for many addresses [C004"),
        ("[/index.html]", "content/old.md:4:11: error: `/index.html` is the address of the home page [C004"),
        ("[//evil.example/]", "content/old.md:4:11: error: `//evil.example/` is not an address on this site [C004"),
        ("['/\\evil.example/']", "error: `/\\\\evil.example/` has a backslash in it [C004"),
        ("[/atom.xml]", "content/old.md:4:11: error: the old address `/atom.xml/` is already the address of something"),
        ("[/_headers]", "error: the list of headers would be the file `/_headers`, and the old address `/_headers/`"),
        ("[/office.png]", "error: the file `content/office.png` would be the file `/office.png`, and the old address"),
        ("[/what-next/index.html]", "error: the old address `/what-next/` is already the address of something else"),
        (
            "[/aux/]",
            "content/old.md:4:11: error: the old address `/aux/` would have `aux` in its address, which Windows",
        ),
    ] {
        clash(&[("content/old.md", &page(aliases))], expected);
    }
    let (found, files) = made(&with(&[("content/old.md", &page("[/a%20b/, /d/index.html, /caf\u{e9}]"))]));
    assert_eq!(found, "");
    assert_eq!(
        String::from_utf8_lossy(&files["_redirects"]),
        "/a%20b /old/ 301\n/a%20b/ /old/ 301\n/caf%C3%A9 /old/ 301\n/caf%C3%A9/ /old/ 301\n/d /old/ 301\n/d/ /old/ 301\n"
    );
    assert!(files.contains_key("a b/index.html") && files.contains_key("d/index.html"));
}

#[test]
fn names_that_windows_refuses_are_told_once_with_a_cure() {
    for (name, why) in [
        ("con.md", "would have `con` in its address, which Windows keeps for itself"),
        ("Aux/page.md", "would have `aux` in its address, which Windows keeps for itself"),
        ("com1.txt", "would have `com1.txt` in its address, which Windows keeps for itself"),
        ("lpt\u{b9}.txt", "in its address, which Windows keeps for itself"),
        ("what?.md", "would have `what?` in its address, and Windows and some hosts refuse `?` in names"),
        ("a:b.txt", "and Windows and some hosts refuse `:` in names"),
        ("a*.txt", "and Windows and some hosts refuse `*` in names"),
        ("a\\b.txt", "and Windows and some hosts refuse `\\` in names"),
        ("hall..md", "would have `hall.` in its address, and Windows drops the dot or the space at the end"),
        ("plan.txt ", "and Windows drops the dot or the space at the end"),
        ("a\u{7}.txt", "with a character that cannot be seen"),
    ] {
        let path = format!("content/{name}");
        let found = checked(&with(&[(&path, FRONT)]));
        assert_eq!(found.matches("[W013 name-refused]").count(), 1, "{name}:\n{found}");
        assert!(found.contains(why), "{name}:\n{found}");
        assert!(found.contains(&format!("{path}:1:1: error: ")) || name.contains('\u{7}'), "{name}:\n{found}");
    }
    let many: Vec<String> = (0..5).map(|number| format!("content/nul/{number}.txt")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|path| (path.as_str(), "words")).collect();
    assert_eq!(checked(&with(&many)).matches("[W013").count(), 1);
    assert!(!checked(&with(&[("content/console.md", FRONT), ("content/a#b.txt", "x")])).contains("[W013"));
}

#[test]
fn names_stand_in_percent_form_in_every_address() {
    let page =
        "---\ntitle: All\nsummary: What there is.\npublished: 2026-01-01\nkind: news\naliases: [/old/]\n---\nWords.\n";
    let front = "---\ntitle: Links\nsummary: Where to go.\nformats: [web, print]\n---\n";
    let links = format!(
        "{front}[a](100%25-a%20b%23c.md) [b](100%25.png)\n\n![A dot](100%25.png)\n\n:::download plan%.txt The plan\n"
    );
    let mut files = with(&[("content/100%-a b#c.md", page), ("content/links.md", &links), ("content/plan%.txt", "x")]);
    files.add("content/100%.png", PNG);
    let (found, files) = made(&files);
    assert!(!found.contains("error"), "{found}");
    let read = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let html = read("links/index.html");
    for address in ["href=\"/100%25-a-b%23c/\"", "href=\"/100%25.png\"", "src=\"/100%25.png\"", "href=\"/plan%25.txt\""]
    {
        assert!(html.contains(address), "{address} in:\n{html}");
    }
    assert!(read("sitemap.xml").contains("<loc>https://www.example.org/100%25-a-b%23c/</loc>"));
    assert!(read("atom.xml").contains("<id>https://www.example.org/100%25-a-b%23c/</id>"));
    assert!(read("_redirects").contains("/old/ /100%25-a-b%23c/ 301\n"));
    assert!(files.contains_key("100%-a-b#c/index.html"));
    let pdf = lopdf::Document::load_mem(&files["links/links.pdf"]).unwrap();
    let uri = |object: &lopdf::Object| {
        let action = object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?;
        action.get(b"URI").ok()?.as_str().ok().map(<[u8]>::to_vec)
    };
    let links: Vec<String> =
        pdf.objects.values().filter_map(uri).map(|uri| String::from_utf8_lossy(&uri).into_owned()).collect();
    assert!(links.iter().any(|uri| uri == "https://www.example.org/100%25-a-b%23c/"), "{links:?}");
}

#[test]
fn a_name_that_macos_stores_is_found_by_the_one_that_is_typed() {
    let front = "---\ntitle: Links\nsummary: Where to go.\n---\n";
    let links = format!("{front}[the caf\u{e9}](caf\u{e9}.md)\n\n![The door](t\u{fc}r.png)\n");
    let mut files = with(&[("content/cafe\u{301}.md", FRONT), ("content/links.md", &links)]);
    files.add("content/tu\u{308}r.png", PNG);
    let found = checked(&files);
    assert!(!found.contains("error"), "{found}");
}
