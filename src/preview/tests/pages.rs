//! What a page shows besides itself, and what answers while a file is made.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use handbill::diag::Severity;

use super::{Preview, build, rest, status};
use crate::preview::finding::{Finding, Fix};
use crate::preview::inject::{Answers, inject};
use crate::preview::list::list;
use crate::preview::messages::Messages;
use crate::preview::serve::LIMITS;
use crate::preview::shelf::{Build, Found, Shelf};
use crate::preview::source::{Served, Source, TracedElement};

/// Returns a finding of a rule, about these bytes of a file.
pub fn finding(file: &str, span: std::ops::Range<u32>, severity: Severity) -> Arc<Finding> {
    Arc::new(Finding {
        code: "A003",
        name: "link-broken",
        file: file.to_string(),
        severity,
        line: 5,
        column: 3,
        span,
        message: format!("`{file}` has a fault"),
        help: "mend it".to_string(),
        see: Vec::new(),
        fix: None,
    })
}

fn files(names: &[&'static str]) -> BTreeMap<&'static str, Vec<u8>> {
    names.iter().map(|name| (*name, name.as_bytes().to_vec())).collect()
}

fn text(found: Found) -> String {
    let bytes = match found {
        Found::Page(bytes, _) | Found::File(Served::Bytes(bytes)) => bytes,
        Found::File(Served::File(..)) => return "a file on disk".to_string(),
        Found::Moved => return "moved".to_string(),
        Found::Missing(..) => return "nothing".to_string(),
    };
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_page_that_could_not_be_made_keeps_its_last_good_version_and_what_that_needs() {
    let shelf = Shelf::new();
    let addresses = [("content/a.md", "/a/"), ("content/b.md", "/b/")];
    let old = |name: &'static str| format!("<link href=\"/old.css\"><a href=\"/b/\">{name}</a>").into_bytes();
    let mut first = files(&["old.css", "unused.css", "old.woff2"]);
    first.insert("a/index.html", old("a"));
    first.insert("b/index.html", old("b"));
    first.insert("old.css", b"src: url(\"old.woff2\")".to_vec());
    shelf.replace(build(first, &addresses, &[]), Vec::new());
    let fault = || vec![finding("content/a.md", 0..1, Severity::Error)];
    // Twice, as a page is often saved before it is mended.
    for _ in 0..2 {
        shelf.replace(build(files(&["new.css"]), &addresses[1..], &[]), fault());
        let state = shelf.state();
        let found = ["a/index.html", "old.css", "old.woff2", "unused.css", "b/index.html", "a", "new.css"];
        let found: Vec<String> = found.iter().map(|name| text(state.find(name))).collect();
        let page = String::from_utf8(old("a")).unwrap();
        assert_eq!(found, [&page, "src: url(\"old.woff2\")", "old.woff2", "nothing", "nothing", "moved", "new.css"]);
        assert_eq!(state.notes("a/index.html", &[]).own, fault());
        assert_eq!(state.address("content/a.md").as_deref(), Some("/a/"));
    }
    shelf.replace(build(files(&["a/index.html"]), &addresses, &[]), Vec::new());
    assert_eq!(text(shelf.state().find("a/index.html")), "a/index.html");
    assert_eq!(text(shelf.state().find("old.css")), "nothing");
}

#[test]
fn a_page_that_something_else_broke_stays_as_it_was_seen_until_its_author_saves_it() {
    let shelf = Shelf::new();
    let addresses = [("content/a.md", "/a/"), ("content/b.md", "/b/")];
    let made = |words: &str| {
        let pages = ["a/index.html", "b/index.html"];
        build(pages.map(|page| (page, format!("{words} {page}").into_bytes())).into(), &addresses, &[])
    };
    let page = |name: &str| text(shelf.state().find(&format!("{name}/index.html")));
    shelf.replace(made("good"), Vec::new());
    assert_eq!(page("a"), "good a/index.html");
    // Nobody has seen the other page.
    shelf.replace(made("<!-- wrong -->"), Vec::new());
    assert_eq!([page("a"), page("b")], ["good a/index.html", "<!-- wrong --> b/index.html"]);
    shelf.replace(Build { edited: ["content/a.md".to_string()].into(), ..made("<!-- wrong -->") }, Vec::new());
    assert_eq!(page("a"), "<!-- wrong --> a/index.html");
    shelf.replace(made("better"), Vec::new());
    assert_eq!(page("a"), "better a/index.html");
}

#[test]
fn a_page_shows_its_own_findings_and_counts_the_rest() {
    let shelf = Shelf::new();
    let page = "<html><head><title>T</title></head><body><h1>A</h1><p>B <a href=\"/\">c</a></p></body></html>";
    let at = |html: &str| page.find(html).unwrap();
    let place = |html: &str, length: usize, file: &str, span: std::ops::Range<u32>| TracedElement {
        html: at(html)..at(html) + length,
        file: file.to_string(),
        span,
    };
    let places = [
        place("<p>", 24, "content/index.md", 20..40),
        place("<a", 17, "content/index.md", 25..35),
        place("<h1>", 10, "content/other.md", 5..9),
        // A link that leads nowhere is only words.
        place("c</a>", 1, "content/index.md", 26..28),
    ];
    let own = [
        finding("content/index.md", 0..0, Severity::Warning),
        finding("content/index.md", 22..24, Severity::Warning),
        finding("content/index.md", 26..30, Severity::Error),
        // Words that this page takes from another one.
        finding("content/other.md", 6..7, Severity::Info),
        finding("site.toml", 3..4, Severity::Error),
    ];
    let mut all = own.to_vec();
    all.push(finding("content/other.md", 50..51, Severity::Error));
    all.push(finding("print/rj.md", 1..2, Severity::Warning));
    all.push(finding("site.toml", 3..4, Severity::Warning));
    all.sort_by_key(|found| (found.file.clone(), found.span.start));
    let made = build([("index.html", page.as_bytes().to_vec())].into(), &[("content/index.md", "/")], &places);
    shelf.replace(made, all);
    let Found::Page(_, notes) = shelf.state().find("index.html") else { panic!("there is a page") };
    assert_eq!(notes.own, own);
    assert_eq!((notes.elsewhere, notes.errors_elsewhere), (3, 1));
    assert_eq!(notes.marks, [(at("<h1>"), vec![3]), (at("<p>"), vec![1]), (at("<a"), vec![2])].into());
    let html = inject(page, &notes, Answers::Page, &Messages::english());
    let body =
        "<body><h1 data-handbill=\"3\">A</h1><p data-handbill=\"1\">B <a data-handbill=\"2\" href=\"/\">c</a></p>";
    assert!(html.contains(body), "{html}");
    assert!(html.contains("<summary>5 findings on this page, 2 of them stop publication</summary>"), "{html}");
    assert!(html.contains("<a href=\"/_handbill/\">3 findings elsewhere, 1 of them stops publication</a>"), "{html}");
    assert_eq!(html.matches("<li class=").count(), 5, "{html}");
}

#[test]
fn what_is_put_into_a_page_is_words_and_the_policy_is_the_previews() {
    let shelf = Shelf::new();
    let page = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head><body></body></html>";
    let mut fault = finding("content/index.md", 0..0, Severity::Error);
    Arc::make_mut(&mut fault).message = "`<script>` is no word".to_string();
    Arc::make_mut(&mut fault).fix =
        Some(Fix { before: "<b>".to_string(), after: "\"a\" & b".to_string(), unsure: false });
    let made = build([("index.html", page.as_bytes().to_vec())].into(), &[("content/index.md", "/")], &[]);
    shelf.replace(made, vec![fault]);
    let html = inject(page, &shelf.state().notes("index.html", &[]), Answers::Page, &Messages::english());
    assert!(!html.contains("http-equiv") && html.contains("data-version=\"1\""), "{html}");
    let item = "<li class=\"error\" data-level=\"Error\" data-finding=\"0\" tabindex=\"-1\"><p class=\"message\"><strong class=\"level\">Error 1</strong> \
                <span><code>&lt;script&gt;</code> is no word.</span></p><p class=\"place\">content/index.md, line 5, column 3 \
                <span class=\"code\" dir=\"ltr\">A003 link-broken</span></p><p class=\"help\"><strong>What to do:</strong> mend it</p>\
                <div class=\"fix\"><p><strong>Fix</strong></p><p>Change</p><pre class=\"old\" dir=\"auto\"><code>&lt;b&gt;</code></pre>\
                <p>into</p><div class=\"copied\"><pre dir=\"auto\"><code>&quot;a&quot; &amp; b</code></pre>\
                <button type=\"button\" data-copy=\"&quot;a&quot; &amp; b\">Copy</button></div></div></li>";
    assert!(html.contains(item), "{html}");
    assert!(html.contains("<summary>1 finding on this page, which stops publication</summary>"), "{html}");
}

#[test]
fn the_list_shows_what_its_filters_ask_for() {
    let shelf = Shelf::new();
    let all = vec![
        Arc::new(Finding::of_operator("the disk is full".to_string())),
        finding("content/a.md", 0..1, Severity::Error),
        finding("content/a.md", 2..3, Severity::Warning),
        Arc::new(Finding { name: "heading-skip", ..(*finding("content/café & co.md", 2..3, Severity::Info)).clone() }),
    ];
    shelf.replace(build(BTreeMap::new(), &[("content/a.md", "/a/")], &[]), all);
    let state = shelf.state();
    for (query, items, sections) in [
        ("", 4, 3),
        ("level=&rule=&file=", 4, 3),
        ("level=error", 2, 2),
        ("level=warning&file=content%2Fa.md", 1, 1),
        ("file=content/caf%C3%A9+%26+co.md", 1, 1),
        ("rule=heading-skip", 1, 1),
        ("rule=%3Cscript%3E", 0, 0),
        ("level=%FF", 4, 3),
        ("&&=&nothing", 4, 3),
    ] {
        let html = list(&state, query);
        assert_eq!(
            (html.matches("<li class=").count(), html.matches("<section>").count()),
            (items, sections),
            "{query}"
        );
        assert!(
            html.contains("<ul class=\"tally\"><li>2 errors</li><li>1 warning</li><li>1 note</li></ul>")
                && !html.contains("<script>"),
            "{html}"
        );
    }
    let html = list(&state, "level=error&rule=link-broken");
    assert!(html.contains("<option value=\"error\" selected>Error (2)</option>"), "{html}");
    assert!(html.contains("<option value=\"link-broken\" selected>link-broken (2)</option>"), "{html}");
    assert!(html.contains("<option value=\"content/a.md\">content/a.md (2)</option>"), "{html}");
    assert!(html.contains("<p class=\"shown\">Showing 1 of 4 findings</p>"), "{html}");
    assert!(html.contains("<h2>content/a.md</h2><p class=\"about\">1 finding <a href=\"/a/\">Open the page"), "{html}");
    shelf.replace(build(BTreeMap::new(), &[], &[]), Vec::new());
    assert!(list(&shelf.state(), "").contains("<p class=\"tally\">Nothing to mend.</p>"));
}

/// A source with one file that takes its time.
struct Slow(Mutex<(Sender<()>, Receiver<()>)>);

impl Source for Slow {
    fn file(&self, path: &str) -> Option<Served> {
        if path == "slow.pdf" {
            let ends = self.0.lock().unwrap();
            ends.0.send(()).unwrap();
            ends.1.recv().unwrap();
        }
        Some(Served::Bytes(path.to_string().into()))
    }

    fn traced_elements(&self, _path: &str) -> Vec<TracedElement> {
        Vec::new()
    }

    fn has_errors(&self, _path: &str) -> Option<bool> {
        Some(false)
    }

    fn written_in(&self, _path: &str) -> Option<String> {
        None
    }

    fn address(&self, _file: &str) -> Option<String> {
        None
    }

    fn proofs(&self) -> Vec<(String, handbill::render::print::proof::Proof)> {
        Vec::new()
    }

    fn beside(&self, _path: &str) -> Vec<handbill::render::braille::beside::Passage> {
        Vec::new()
    }

    fn large_page(&self, _reference: &str, _lang: &str, _page: usize) -> Option<Vec<u8>> {
        None
    }
}

#[test]
fn nobody_waits_for_a_file_that_somebody_else_asked_for() {
    let preview = Preview::start(LIMITS);
    let ((began, begins), (go_on, goes_on)) = (channel(), channel());
    let source = Arc::new(Slow(Mutex::new((began, goes_on))));
    let made = Build { source, ..build(BTreeMap::new(), &[], &[]) };
    preview.shelf.replace(made, Vec::new());
    let mut stream = preview.connect();
    write!(stream, "GET /slow.pdf HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host).unwrap();
    begins.recv().unwrap();
    assert!(preview.get("/quick.txt").ends_with("quick.txt"));
    assert_eq!(status(&preview.get("/_handbill/")), "200");
    preview.shelf.fail(Vec::new());
    go_on.send(()).unwrap();
    assert!(rest(stream).ends_with("slow.pdf"));
}
