//! The live preview: the binary, asked over HTTP as a browser would.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::kit::{self, Folder};

/// A preview of a site, with what it has printed.
pub struct Preview {
    child: Child,
    host: String,
    printed: Arc<(Mutex<String>, Condvar)>,
}

/// An answer: its status and its whole text, head and body.
pub struct Answer {
    pub status: u16,
    pub text: String,
}

/// A time in which a preview prints what it prints at all.
const NEVER: Duration = Duration::from_secs(30);

impl Preview {
    pub fn start(folder: &Folder) -> Preview {
        let mut child = Command::new(env!("CARGO_BIN_EXE_handbill"))
            .current_dir(folder.path())
            .args(["serve", "--at", "2026-11-22"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let host = first.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/')).unwrap().to_string();
        assert!(host.starts_with("127.0.0.1:"), "{first}");
        // Somebody must read what the preview prints, or it would wait.
        let printed = Arc::new((Mutex::new(String::new()), Condvar::new()));
        let shared = Arc::clone(&printed);
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                let mut text = shared.0.lock().unwrap();
                text.push_str(&line);
                text.push('\n');
                shared.1.notify_all();
            }
        });
        let preview = Preview { child, host, printed };
        preview.wait(0);
        preview
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, text }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.host)
    }

    /// Waits for a later build than this one, as an open page does.
    fn wait(&self, since: u64) -> u64 {
        let answer = self.get(&format!("/_handbill/changed?since={since}"));
        let version: u64 = answer.text.lines().last().unwrap().trim().parse().unwrap();
        assert!(version > since, "no build came after {since}");
        version
    }
}

impl Preview {
    /// Waits for builds after `since` until the start page satisfies `wanted`, and returns the last build. A slow disk
    /// may make two builds of one save; only the last one counts.
    pub fn until(&self, since: u64, wanted: impl Fn(&str) -> bool) -> u64 {
        self.until_at("/", since, wanted)
    }

    /// The same for the page at an address.
    pub fn until_at(&self, address: &str, since: u64, wanted: impl Fn(&str) -> bool) -> u64 {
        let mut version = self.wait(since);
        while !wanted(&self.get(address).text) {
            version = self.wait(version);
        }
        version
    }

    /// Waits until something is printed, and forgets what was printed.
    pub fn prints(&self, wanted: &str) {
        let (printed, more) = (self.printed.0.lock().unwrap(), &self.printed.1);
        let (mut printed, late) = more.wait_timeout_while(printed, NEVER, |printed| !printed.contains(wanted)).unwrap();
        assert!(!late.timed_out(), "`{wanted}` is not printed, but:\n{printed}");
        printed.clear();
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn page(words: &str) -> String {
    format!("---\ntitle: Home\nsummary: Where to start.\nkind: section\n---\n{words}\n")
}

#[test]
fn a_save_is_seen_and_a_broken_page_keeps_its_last_good_version() {
    let folder = Folder::with_site();
    let preview = Preview::start(&folder);
    let first = preview.get("/");
    assert_eq!(first.status, 200);
    assert!(first.text.contains("Welcome.") && first.text.contains("/_handbill/preview.js"), "{}", first.text);
    assert!(!first.text.contains("handbill-findings"));

    folder.write("content/index.md", page("Good morning."));
    let version = preview.until(1, |page| page.contains("Good morning."));

    folder.write("content/index.md", "---\ntitle: [\n---\nGood night.\n");
    let version = preview.until(version, |page| page.contains("content/index.md, line 2,"));
    let broken = preview.get("/").text;
    assert!(broken.contains("Good morning.") && !broken.contains("Good night."), "{broken}");
    assert!(broken.contains("<summary>1 finding on this page, which stops publication</summary>"), "{broken}");

    folder.write("content/index.md", page("[here](nowhere.md)"));
    let version = preview.until(version, |page| page.contains("There is no file <code>nowhere.md</code>."));

    folder.write("themes/civic/templates/home.html", "{{ page.boddy }}");
    let version = preview.until(version, |page| page.contains("themes/civic/templates/home.html, line 1, column 4"));
    assert!(preview.get("/").text.contains("nowhere.md"), "the last good page stays");
    std::fs::remove_dir_all(folder.path().join("themes")).unwrap();
    let version = preview.until(version, |page| !page.contains("home.html"));

    folder.write("site.toml", "title = ");
    let version = preview.until(version, |page| page.contains("site.toml, line 1,"));
    assert_eq!(preview.get("/").status, 200);

    folder.write("site.toml", "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\n");
    folder.write("content/index.md", page("Good evening."));
    preview.until(version, |page| page.contains("Good evening.") && !page.contains("handbill-findings"));
}

#[test]
fn what_the_audit_finds_is_marked_on_the_page_that_is_looked_at() {
    let folder = Folder::with_site();
    let template = "{% extends \"base.html\" %}\n{% block head %}<link rel=\"stylesheet\" href=\"/extra.css\">{% endblock head %}\n\
                    {% block text %}{{ page.body }}<nav><a href=\"/\"><b aria-hidden=\"true\">&rarr;</b></a></nav>{% endblock text %}\n";
    folder.write("themes/civic/templates/page.html", template);
    folder.write("themes/civic/extra.css", ".text li { color: #aaa; background: #fff }\n");
    for name in ["a", "b"] {
        let text = format!(
            "---\ntitle: Page {name}\nsummary: What {name} is.\n---\nWe help you.\n\n- We call.\n- We write.\n"
        );
        folder.write(&format!("content/{name}.md"), text);
    }
    let preview = Preview::start(&folder);
    let page = preview.get("/b/").text;
    for part in [
        "<li data-handbill=",
        "content/b.md, line 7, column 1",
        "The contrast of #aaaaaa on #ffffff is 2.32 to 1, and 4.5 is needed, here and at 1 other place.",
        "<a data-handbill=",
        "themes/civic/templates/page.html, line 3, column 37",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // The list of all has it once somebody has looked at the page, until the site is looked through again.
    let listed = || {
        preview.get("/b/");
        preview.get("/_handbill/?rule=contrast-low").text.contains("content/b.md")
    };
    assert!((0..100).any(|_| listed()));
}

#[test]
fn only_its_own_address_may_ask_and_only_to_read() {
    let folder = Folder::with_site();
    let preview = Preview::start(&folder);
    assert_eq!(preview.ask("GET", "/", "evil.example").status, 403);
    assert_eq!(preview.ask("GET", "/", "127.0.0.1:1").status, 403);
    assert_eq!(preview.ask("POST", "/", &preview.host).status, 405);
    assert_eq!(preview.get("/../site.toml").status, 404);
    assert_eq!(preview.get("/%2e%2e/site.toml").status, 404);
    assert_eq!(preview.get("/nothing/").status, 404);
    let policy = preview.get("/").text;
    assert!(policy.contains("default-src 'none'"), "{policy}");
    for name in ["cross-origin-resource-policy: same-origin", "x-frame-options: DENY", "referrer-policy: no-referrer"] {
        assert_eq!(policy.matches(name).count(), 1, "{policy}");
    }
    assert_eq!(policy.matches("content-security-policy: ").count(), 1, "{policy}");
    assert!(!policy.to_ascii_lowercase().contains("strict-transport-security"), "{policy}");
}

#[test]
fn no_request_ends_it() {
    let folder = Folder::with_site();
    let preview = Preview::start(&folder);
    let host = &preview.host;
    for (lines, expected) in [
        (format!("Host: {host}\r\nContent-Length: 18446744073709551600\r\n"), "413"),
        (format!("Host: {host}\r\nContent-Length: 99999999999999999999\r\n"), "400"),
        (format!("Host: {host}\r\nHost: {host}\r\nConnection: close\r\n"), "400"),
        (format!("Host: {host}\r\nX: {}\r\n", "x".repeat(20_000)), "431"),
    ] {
        let mut stream = TcpStream::connect(host).unwrap();
        // A server that has refused a request need not read the rest of it.
        let _ = stream.write_all(format!("GET / HTTP/1.1\r\n{lines}\r\n").as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        assert_eq!(answer.split(' ').nth(1), Some(expected), "{lines}{answer}");
        assert_eq!(preview.get("/").status, 200, "it has ended after {lines}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly() {
    let folder = Folder::with_site();
    let mut preview = Preview::start(&folder);
    let id = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert_eq!(preview.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = Folder::with_site();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = folder.run(&["serve", "--port", &port]);
    assert_eq!(output.status.code(), Some(2));
    assert!(crate::kit::stderr(&output).contains(&format!("port {port} is taken")));
}

#[test]
fn a_film_is_sent_from_the_disk_whole_or_in_part_and_a_picture_as_it_is_published() {
    let folder = Folder::with_site();
    let film: Vec<u8> = (0..300_000_u32).map(|at| b'a' + u8::try_from(at % 23).unwrap()).collect();
    folder.write("content/film.mp4", &film);
    folder.write("content/door.png", [kit::PNG, b"SECRET"].concat());
    let words = "[The film, in full](film.mp4)\n\n![A door](door.png)\n";
    folder.write("content/page.md", format!("---\ntitle: A page\nsummary: What it is about.\n---\n{words}"));
    let preview = Preview::start(&folder);
    let film = String::from_utf8(film).unwrap();
    let whole = preview.get("/film.mp4");
    assert!(whole.status == 200 && whole.text.ends_with(&format!("\r\n\r\n{film}")), "{}", whole.status);
    let ask = |range: &str| preview.ask("GET", "/film.mp4", &format!("{}\r\nRange: bytes={range}", preview.host));
    let part = ask("100000-199999");
    let head = part.text.split("\r\n\r\n").next().unwrap().to_lowercase();
    assert_eq!(part.status, 206);
    assert!(head.contains("content-range: bytes 100000-199999/300000") && head.contains("content-length: 100000"));
    assert!(part.text.ends_with(&format!("\r\n\r\n{}", &film[100_000..200_000])));
    assert!(ask("-5").text.ends_with(&format!("\r\n\r\n{}", &film[299_995..])));
    assert!(preview.ask("HEAD", "/film.mp4", &preview.host).text.to_lowercase().contains("content-length: 300000"));
    let picture = preview.get("/door.png");
    assert!(picture.status == 200 && !picture.text.contains("SECRET"), "{}", picture.text);
    std::fs::remove_file(folder.path().join("content/film.mp4")).unwrap();
    assert_eq!(preview.get("/film.mp4").status, 404);
}

#[test]
fn the_print_room_shows_each_leaflet_and_marks_the_panel_that_is_too_full() {
    let folder = Folder::with_site();
    let card = |back: &str| {
        format!(
            "---\ntitle: A card\nsummary: Who to call.\nreference: C-1\nissued: 2026-01-01\nreview: 2027-01-01\n\
             sheet: card\n---\n\n::::panel\n# Call us\n::::\n\n::::panel\n{back}\n::::\n"
        )
    };
    folder.write("print/card.md", card("We listen."));
    let preview = Preview::start(&folder);
    let room = preview.get("/_handbill/print");
    assert_eq!(room.status, 200, "{}", room.text);
    assert!(room.text.contains("img-src 'self'") && !room.text.contains("class=\"full\""), "{}", room.text);
    for path in ["/leaflets/C-1/preview-2.png", "/leaflets/C-1/card.pdf", "/leaflets/C-1/large-print.pdf"] {
        assert!(room.text.contains(&format!("=\"{path}\"")), "{path} is not in\n{}", room.text);
        assert_eq!(preview.get(path).status, 200, "{path}");
    }
    for page in 1..=2 {
        let path = format!("/_handbill/print/large/C-1/en-GB/{page}.png");
        assert!(room.text.contains(&path), "{path} is not in\n{}", room.text);
        let picture = preview.get(&path);
        assert!(picture.status == 200 && picture.text.contains("content-type: image/png"), "{path}");
    }
    for path in ["large/C-1/en-GB/3.png", "large/C-1/en-GB/0.png", "large/../../site.toml", "large/X-1/cy/1.png"] {
        assert_eq!(preview.get(&format!("/_handbill/print/{path}")).status, 404, "{path}");
    }
    folder.write("print/card.md", card(&"We listen to you and take our time. ".repeat(40)));
    preview.until_at("/_handbill/print", 1, |room| room.contains("Panel 2 (back) has "));
    let room = preview.get("/_handbill/print").text;
    let marked = room.split("class=\"full\"").count();
    assert_eq!(marked, 2, "one panel is marked\n{room}");
    let second = room.split("preview-2.png").nth(1).unwrap();
    assert!(second.contains("class=\"full\""), "{room}");
}
