//! How hosts must answer: what is sensitive, what the site adds, and the settings printed for each host.

use std::path::Path;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options, Reading};
use handbill::render::web::hosting::{HOSTS, Table, headers_list};

use crate::kit;

/// A site with a refuge: a section, a page elsewhere, a leaflet, a topic, a film's worth of files, an old address.
fn site() -> Memory {
    let mut files = kit::site();
    let page =
        |front: &str, words: &str| format!("---\ntitle: A page\nsummary: What it is about.\n{front}---\n{words}\n");
    let sensitive = "sensitive: true\nreview: 2027-11-01\n";
    files.add(
        "content/refuge.md",
        page(
            &format!("{sensitive}topics: [leaving home, money]\npublished: 2026-11-01\naliases: [/leave/]\n"),
            "## How it works\n\nYou call us.\n\n![A door](shared/door.png)\n\n:::download shared/plan.pdf A plan\n",
        ),
    );
    files.add("content/shared/door.png", kit::PNG);
    files.add("content/shared/plan.pdf", "%PDF-1.4");
    files.add("content/shared/map.png", kit::PNG);
    files.add("content/money.md", page("topics: [money]\n", "![A map](shared/map.png)"));
    files.add("content/victims/index.md", page("kind: section\n", "We help."));
    files.add("content/victims/now.md", page(sensitive, "Call us."));
    files.add("content/victims/later.md", page("", "Write to us."));
    files.add("content/news/index.md", page("kind: section\n", "What is new."));
    files.add("content/news/open.md", page("kind: news\n", "We are open."));
    files.add("content/told.md", page("", ":::include refuge.md#how-it-works"));
    files.add(
        "print/refuge.md",
        "---\ntitle: A leaflet\nreference: RF-01\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n---\n\
         ::::panel\n## A safe place\n\n:::include refuge.md#how-it-works\n::::\n",
    );
    files
}

fn read(files: &Memory) -> Reading {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    pipeline::check(files, &options).unwrap()
}

fn table(files: &Memory) -> Table {
    Table::of(&read(files).site.unwrap())
}

/// Returns what is said of copies at an address, and that it is said once.
fn copies(table: &Table, path: &str) -> String {
    let headers = table.headers(path);
    headers.into_iter().find(|(name, _)| name == "Cache-Control").map_or(String::new(), |(_, value)| value)
}

fn findings(headers: &str) -> String {
    let mut files = site();
    files.add("content/_headers", headers);
    let reading = read(&files);
    let ours = reading.diagnostics.into_iter();
    let ours: Vec<_> = ours.filter(|found| reading.sources.get(found.span.file).path.ends_with("_headers")).collect();
    plain::report(&ours, &reading.sources)
}

#[test]
fn no_copy_is_kept_of_anything_that_tells_of_a_sensitive_page() {
    let table = table(&site());
    for path in [
        "/refuge/",
        "/refuge",
        "/refuge/refuge.pdf",
        "/refuge/dates.ics",
        "/leave/",
        "/leave",
        "/leave/index.html",
        "/shared/door.png",
        "/shared/plan.pdf",
        "/told/",
        "/leaflets/RF-01/trifold.pdf",
        "/leaflets/",
        "/topics/leaving-home/",
        "/topics/money/",
        "/topics/money/index.html",
        "/topics/",
        "/victims/now/",
        "/victims/",
        "/victims",
        "/atom.xml",
        "/sitemap.xml",
    ] {
        assert_eq!(copies(&table, path), "no-store", "{path}");
    }
    for path in ["/", "/money/", "/news/", "/news/open/", "/victims/later/", "/shared/map.png", "/404.html"] {
        assert_eq!(copies(&table, path), "", "{path}");
    }
}

#[test]
fn no_address_is_told_two_things_about_copies() {
    let mut files = site();
    // A page whose folder has the name of one of the theme's.
    files.add(
        "content/fonts.md",
        "---\ntitle: Fonts\nsummary: About.\nsensitive: true\nreview: 2027-11-01\n---\nWords.\n",
    );
    let table = table(&files);
    let list = headers_list(&table);
    let fixed: Vec<&str> = list.lines().filter(|line| line.contains("/style.") || line.contains("/fonts/a")).collect();
    assert_eq!(fixed.len(), 1, "{list}");
    assert_eq!(copies(&table, fixed[0]), "public, max-age=31536000, immutable");
    assert_eq!(copies(&table, "/fonts/atkinson-latin.woff2"), "no-store");
}

#[test]
fn a_sensitive_start_page_makes_the_whole_site_so() {
    let mut files = site();
    files
        .add("content/index.md", "---\ntitle: Home\nsummary: A.\nsensitive: true\nreview: 2027-11-01\n---\nWelcome.\n");
    let table = table(&files);
    assert_eq!(copies(&table, "/news/open/"), "no-store");
    assert!(!headers_list(&table).contains("immutable"));
}

#[test]
fn more_sensitive_pages_than_a_host_reads_rules_are_gathered() {
    let mut files = site();
    for number in 0..300 {
        let text =
            format!("---\ntitle: Page {number}\nsummary: A.\nsensitive: true\nreview: 2027-11-01\n---\nWords.\n");
        files.add(format!("content/help/page-{number}.md"), text);
    }
    let table = table(&files);
    assert!(table.rules.len() <= 100, "{}", table.rules.len());
    for number in 0..300 {
        assert_eq!(copies(&table, &format!("/help/page-{number}/form.pdf")), "no-store");
    }
    assert_eq!(copies(&table, "/news/open/"), "");
    assert!(headers_list(&table).contains("immutable"));
}

#[test]
fn the_sites_own_headers_are_merged() {
    let mut files = site();
    files.add(
        "content/_headers",
        "# Ours\n/*\n  X-Robots-Tag: noai\n  content-security-policy: script-src 'none'\n  Permissions-Policy: usb=()\n\
         /data/*\n  Access-Control-Allow-Origin: *\n  Cache-Control: max-age=60\n  X-Frame-Options: deny\n\
         /refuge/*\n  Cache-Control: no-store, private\n  ! Server\n",
    );
    let reading = read(&files);
    let text = plain::report(&reading.diagnostics, &reading.sources);
    assert!(!text.contains("_headers"), "{text}");
    let table = Table::of(&reading.site.unwrap());
    let list = headers_list(&table);
    for part in [
        "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src \
         'self'; script-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\n",
        "browsing-topics=(), usb=()\n",
        "  X-Robots-Tag: noai\n",
        "/data/*\n  Access-Control-Allow-Origin: *\n  Cache-Control: max-age=60\n",
        "/refuge/*\n  ! Server\n  Cache-Control: no-store, private\n",
    ] {
        assert!(list.contains(part), "{part}\nis not in\n{list}");
    }
    assert_eq!(list.matches("X-Frame-Options").count(), 1, "{list}");
    assert!(list.starts_with("/leaflets/RF-01\n  Cache-Control: no-store\n"), "sensitive places come first: {list}");
}

#[test]
fn what_weakens_a_protection_is_an_error_at_its_line() {
    let told = findings(
        "/*\n  Content-Security-Policy: script-src 'self' https://cdn.example\n  X-Frame-Options: SAMEORIGIN\n\
         \x20 ! Referrer-Policy\n  Strict-Transport-Security: max-age=60\n  Cache-Control: public, max-age=60\n\
         /victims/*\n  Cache-Control: max-age=60\n  Set-Cookie: a=b\n",
    );
    assert_eq!(
        told,
        "content/_headers:2:3: error: `Content-Security-Policy` weakens what protects readers: `script-src \
         https://cdn.example` allows more than `script-src 'self'` [W002 protection-weakened]\n  help: remove the line, or \
         make it as strict as Handbill's own\n\
         content/_headers:3:3: error: `X-Frame-Options` weakens what protects readers: `SAMEORIGIN` protects less than \
         `DENY` [W002 protection-weakened]\n  help: remove the line, or make it as strict as Handbill's own\n\
         content/_headers:4:3: error: `Referrer-Policy` weakens what protects readers: it takes a protection away [W002 \
         protection-weakened]\n  help: remove the line, or make it as strict as Handbill's own\n\
         content/_headers:5:3: error: `Strict-Transport-Security` weakens what protects readers: `max-age=60` is shorter \
         than `max-age=31536000` [W002 protection-weakened]\n  help: remove the line, or make it as strict as Handbill's \
         own\n\
         content/_headers:6:3: error: `Cache-Control` weakens what protects readers: browsers must keep no copy of \
         `/leaflets/RF-01`, which `/*` covers too [W002 protection-weakened]\n  help: name only the folders that it is for, or \
         remove the line\n\
         content/_headers:8:3: error: `Cache-Control` weakens what protects readers: browsers must keep no copy of \
         `/victims/now`, which `/victims/*` covers too [W002 protection-weakened]\n  help: name only the folders that it \
         is for, or remove the line\n\
         content/_headers:9:3: error: `Set-Cookie` weakens what protects readers: it leaves a trace on the reader's \
         device, and the site says that it has no cookies [W002 protection-weakened]\n  help: remove the line, or make it \
         as strict as Handbill's own\n"
    );
}

#[test]
fn lines_that_no_host_understands_are_told() {
    let told = findings(
        "  X-A: b\nX-Robots-Tag: noindex\n  X-B: c\n/a b/\n  X-C: d\n/c/*/*\n/empty/\n/d/\n  No colon\n  X Y: z\n  X-D:\n  X-E: é\n",
    );
    let lines: Vec<&str> = told.lines().filter(|line| !line.starts_with("  help")).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches(" [C060 headers-invalid]")).collect();
    assert_eq!(
        lines,
        [
            "content/_headers:1:3: error: `X-A: b` stands under no address",
            "content/_headers:2:1: error: `X-Robots-Tag: noindex` is not an address",
            "content/_headers:4:1: error: `/a b/` has a space in it",
            "content/_headers:6:1: error: `/c/*/*` has more than one `*`",
            "content/_headers:7:1: error: there is no header under `/empty/`",
            "content/_headers:8:1: error: there is no header under `/d/`",
            "content/_headers:9:3: error: `No colon` is not a header",
            "content/_headers:10:3: error: `X Y` cannot be the name of a header",
            "content/_headers:11:3: error: `X-D` has no value",
            "content/_headers:12:3: error: the value of `X-E` has a character that a header cannot hold",
        ]
    );
}

#[test]
fn more_rules_than_a_host_reads_are_told() {
    let rules: String = (0..120).map(|number| format!("/data-{number}/\n  X-A: b\n")).collect();
    let told = findings(&rules);
    assert!(told.starts_with("content/_headers:239:1: warning: the site comes to "), "{told}");
    let long = format!("/data/\n  X-A: {}\n", "b".repeat(2100));
    assert!(findings(&long).contains("`X-A` is 2103 characters long"), "{}", findings(&long));
}

/// Returns settings with the part of names that changes with each change of the theme blotted out.
fn without_fingerprints(text: &str) -> String {
    let mut parts: Vec<String> = text.split('.').map(str::to_string).collect();
    for part in &mut parts {
        *part = part.split("\\x2E").map(blotted).collect::<Vec<_>>().join("\\x2E");
    }
    parts.join(".")
}

fn blotted(part: &str) -> String {
    let hex = part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex { "FINGERPRINT".to_string() } else { part.to_string() }
}

/// The settings for each host, as text that a person reviews; with a hostile name, and in a folder of its host.
#[test]
fn settings_are_printed_for_each_host() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut files = site();
    files.add(
        "content/q\"; } $x {`'<&> é.md",
        "---\ntitle: Q\nsummary: A.\nsensitive: true\nreview: 2027-11-01\n---\nWords.\n",
    );
    files.add("content/_headers", "/data/*\n  X-Own: \"a\\b\" $c {d}\n");
    let mut below = site();
    below.add("site.toml", "title = \"Test\"\nbase_url = \"https://www.example.org/safer\"\nlanguage = \"en-GB\"\n");
    for (name, files) in [("root", &files), ("below", &below)] {
        let table = table(files);
        for host in HOSTS {
            let path =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/hosting/{name}.{}.txt", host.name));
            let text = without_fingerprints(&(host.write)(&table));
            if update {
                std::fs::write(&path, &text).unwrap();
            }
            let known = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(text, known, "{}: run with UPDATE_EXPECT=1 and read the difference", path.display());
        }
    }
}

#[test]
fn the_command_prints_settings_or_says_why_not() {
    let folder = kit::Folder::with_site();
    let printed = folder.run(&["hosting", "nginx", "--at", "2026-11-22"]);
    assert_eq!(printed.status.code(), Some(0));
    assert!(kit::stdout(&printed).contains("add_header Cache-Control $handbill_copies always;"));
    let unknown = folder.run(&["hosting", "ngnix"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(kit::stderr(&unknown).contains("did you mean `nginx`?"), "{}", kit::stderr(&unknown));
    folder.write("content/_headers", "/*\n  X-Frame-Options: ALLOWALL\n");
    let weak = folder.run(&["hosting", "caddy", "--at", "2026-11-22"]);
    assert_eq!((weak.status.code(), kit::stdout(&weak)), (Some(1), String::new()));
    let check = folder.run(&["check", "--at", "2026-11-22"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(kit::stdout(&check).contains("content/_headers:2:3: error:"), "{}", kit::stdout(&check));
}

#[test]
fn a_list_without_end_is_told_and_not_read_to_its_end() {
    let rules = "/*a\n  Cache-Control: b\n".repeat(160_000);
    let told = findings(&rules);
    assert!(
        told.contains("content/_headers:1001:1: error: there are more than 500 addresses in this file"),
        "{}",
        &told[..400]
    );
    let lines = "no address\n".repeat(300_000);
    assert_eq!(findings(&lines).matches("error: `no address` is not an address").count(), 50);
    let long = format!("/{}\n  X-A: b\n", "a".repeat(3_000_000));
    assert!(findings(&long).contains("is longer than 500 characters"), "{}", &findings(&long)[..200]);
}

#[test]
fn what_pages_in_a_sensitive_folder_show_is_not_kept_wherever_it_lies() {
    let folder = kit::Folder::with_site();
    let page = |front: &str, words: &str| format!("---\ntitle: {front}\nsummary: What it is about.\n---\n{words}\n");
    let sensitive = "Safe\nkind: section\nsensitive: true\nreview: 2027-11-01";
    folder.write("content/safe/index.md", page(sensitive, "We help."));
    folder.write("content/safe/map.md", page("A map", "![The way to the door.](../shared/map.png)"));
    folder.write("content/safe/deep/plan.md", page("A plan", "![The rooms of the house.](../../shared/plan.png)"));
    folder.write(
        "content/safe/easy.md",
        page("Easy\nkind: easy-read\noriginal: index.md", ":::row\n![A door.](../shared/door.png)\n\nCome in.\n:::"),
    );
    folder.write("content/safer.md", page("Safer", "![A town.](shared/town.png)"));
    for picture in ["map", "plan", "door", "town"] {
        folder.write(&format!("content/shared/{picture}.png"), kit::PNG);
    }
    let output = folder.run(&["build", "--at", kit::AT]);
    assert_eq!(output.status.code(), Some(0), "{}", kit::stdout(&output));
    let headers = std::fs::read_to_string(folder.path().join("public/_headers")).unwrap();
    let kept_by_nobody = |picture: &str| headers.contains(&format!("/shared/{picture}.png\n  Cache-Control: no-store"));
    for picture in ["map", "plan", "door"] {
        assert!(kept_by_nobody(picture), "{picture}: {headers}");
    }
    assert!(!kept_by_nobody("town"), "{headers}");
}
