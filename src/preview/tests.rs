//! The server's limits, asked over sockets as nobody's browser would. Times are short, and nothing waits but for the server
//! to close a connection.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod messages;
mod pages;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use handbill::render::web::hosting::Table;

use super::messages::Messages;
use super::serve::{LIMITS, Limits, Server, Serving};
use super::shelf::{Build, Shelf};
use super::source::{Served, Source, TracedElement, made_at};

/// A time that a limit under test runs out in.
const SOON: Duration = Duration::from_millis(50);

/// A time in which everything ends that ends at all.
const NEVER: Duration = Duration::from_secs(30);

/// What a page starts with that has an error of its own.
const WRONG: &[u8] = b"<!-- wrong -->";

/// Files that are all there.
struct Made {
    files: BTreeMap<String, Vec<u8>>,
    /// Addresses of pages by source file.
    addresses: BTreeMap<String, String>,
    places: BTreeMap<String, Vec<TracedElement>>,
}

impl Source for Made {
    fn file(&self, path: &str) -> Option<Served> {
        self.files.get(path).map(|bytes| Served::Bytes(bytes.clone().into()))
    }

    fn traced_elements(&self, path: &str) -> Vec<TracedElement> {
        self.places.get(path).cloned().unwrap_or_default()
    }

    fn has_errors(&self, path: &str) -> Option<bool> {
        Some(self.files.get(path)?.starts_with(WRONG))
    }

    fn written_in(&self, path: &str) -> Option<String> {
        self.addresses.iter().find(|(_, address)| made_at(address) == path).map(|(file, _)| file.clone())
    }

    fn address(&self, file: &str) -> Option<String> {
        self.addresses.get(file).cloned()
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

/// Returns a build of these files, with the addresses of pages by source file and the places of the page at `/`.
fn build(files: BTreeMap<&str, Vec<u8>>, addresses: &[(&str, &str)], places: &[TracedElement]) -> Build {
    let files = files.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
    let addresses = addresses.iter().map(|(file, address)| (file.to_string(), address.to_string())).collect();
    let places = [("index.html".to_string(), places.to_vec())].into();
    let made = Made { files, addresses, places };
    Build {
        source: Arc::new(made),
        table: Arc::new(Table { base: String::new(), rules: Vec::new(), redirects: Vec::new() }),
        messages: Arc::new(Messages::english()),
        edited: BTreeSet::new(),
    }
}

struct Preview {
    serving: Option<Serving>,
    shelf: Arc<Shelf>,
    host: String,
}

impl Preview {
    fn start(limits: Limits) -> Preview {
        let shelf = Arc::new(Shelf::new());
        let page = "<html><head></head><body>Welcome.</body></html>";
        let files = [("index.html", page.as_bytes().to_vec()), ("film.mp4", vec![7; 64 * 1024 * 1024])];
        shelf.replace(build(files.into(), &[], &[]), Vec::new());
        let server = Server::listen(Some(0)).unwrap();
        let host = server.address().trim_start_matches("http://").trim_end_matches('/').to_string();
        let serving = Some(server.start(Arc::clone(&shelf), limits).unwrap());
        Preview { serving, shelf, host }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(NEVER)).unwrap();
        stream
    }

    /// Sends a request with these lines after its first, and returns all that comes back until the server closes.
    fn send(&self, first: &str, lines: &str) -> String {
        let mut stream = self.connect();
        match stream.write_all(format!("{first} HTTP/1.1\r\n{lines}\r\n").as_bytes()) {
            // A server that has refused a request need not read the rest of it.
            Err(error) if matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset) => {}
            sent => sent.unwrap(),
        }
        rest(stream)
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path}"), &format!("Host: {}\r\nConnection: close\r\n", self.host))
    }

    fn is_well(&self) {
        let answer = self.get("/");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("Welcome."), "{answer}");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop();
        }
    }
}

/// Reads until the server closes; a connection that it resets is closed too.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the server does not close: {error}"),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or(answer)
}

#[test]
fn a_body_is_refused_unread_however_long_it_says_it_is() {
    let preview = Preview::start(LIMITS);
    let host = format!("Host: {}\r\n", preview.host);
    for (method, body) in [
        ("POST", "Content-Length: 1\r\n"),
        ("GET", "Content-Length: 5\r\n"),
        ("POST", "Content-Length: 9223372036854775807\r\n"),
        ("POST", "Content-Length: 18446744073709551613\r\n"),
        ("POST", "Transfer-Encoding: chunked\r\n"),
        ("POST", "Content-Length: 10\r\nExpect: 100-continue\r\n"),
    ] {
        let answer = preview.send(&format!("{method} /"), &format!("{host}{body}"));
        assert_eq!(status(&answer), "413", "{body}{answer}");
    }
    for wrong in ["18446744073709551616", "99999999999999999999999999", "-1", "1, 2", "x"] {
        let answer = preview.send("POST /", &format!("{host}Content-Length: {wrong}\r\n"));
        assert!(["400", "413", "431"].contains(&status(&answer)), "{wrong}: {answer}");
    }
    preview.is_well();
}

#[test]
fn a_head_that_is_too_long_is_refused_before_it_ends() {
    let preview = Preview::start(LIMITS);
    let host = &preview.host;
    let fits = preview.send("GET /", &format!("Host: {host}\r\nConnection: close\r\nX: {}\r\n", "x".repeat(15_000)));
    assert_eq!(status(&fits), "200");
    let over = preview.send("GET /", &format!("Host: {host}\r\nX: {}\r\n", "x".repeat(17_000)));
    assert_eq!(status(&over), "431");
    let many = preview.send("GET /", &format!("Host: {host}\r\n{}", "X: x\r\n".repeat(200)));
    assert_eq!(status(&many), "431");
    // 300 MB are offered; the server closes long before they are sent.
    let mut stream = preview.connect();
    stream.set_write_timeout(Some(NEVER)).unwrap();
    let line = format!("X: {}\r\n", "x".repeat(1_000_000));
    let sent = (0..300).take_while(|_| stream.write_all(line.as_bytes()).is_ok()).count();
    assert!(sent < 20, "{sent} MB were taken");
    preview.is_well();
}

#[test]
fn a_request_names_one_host_and_that_is_ours() {
    let preview = Preview::start(LIMITS);
    let host = &preview.host;
    let close = "Connection: close\r\n";
    let port = host.rsplit(':').next().unwrap();
    for (first, lines, expected) in [
        ("GET /", format!("Host: {host}\r\n"), "200"),
        ("GET /", format!("Host: localhost:{port}\r\n"), "200"),
        ("HEAD /", format!("Host: {host}\r\n"), "200"),
        ("GET /", String::new(), "400"),
        ("GET /", format!("Host: {host}\r\nHost: {host}\r\n"), "400"),
        ("GET /", format!("Host: {host}\r\nHost: evil.example\r\n"), "400"),
        ("GET /", "Host: evil.example\r\n".to_string(), "403"),
        ("GET /", "Host: 127.0.0.1\r\n".to_string(), "403"),
        ("GET http://evil.example/", format!("Host: {host}\r\n"), "403"),
        ("POST /", format!("Host: {host}\r\n"), "405"),
        ("BREW /", format!("Host: {host}\r\n"), "405"),
        ("GET /%ff", format!("Host: {host}\r\n"), "400"),
    ] {
        let answer = preview.send(first, &format!("{lines}{close}"));
        assert_eq!(status(&answer), expected, "{first} {lines}{answer}");
    }
    let head = preview.send("HEAD /", &format!("Host: {host}\r\n{close}"));
    assert!(head.ends_with("\r\n\r\n") && head.contains("content-length: "), "{head}");
}

#[test]
fn requests_on_one_connection_are_answered_in_their_order() {
    let preview = Preview::start(LIMITS);
    let host = &preview.host;
    let mut stream = preview.connect();
    let ask = |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n");
    let all =
        [ask("/", ""), ask("/nothing", ""), ask("/film.mp4", "Range: bytes=0-3\r\nConnection: close\r\n")].concat();
    stream.write_all(all.as_bytes()).unwrap();
    let answers = rest(stream);
    let statuses: Vec<&str> = answers.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses, ["200", "404", "206"]);
    assert!(answers.contains("content-range: bytes 0-3/67108864\r\n"), "{answers}");
}

#[test]
fn who_sends_nothing_or_slowly_is_let_go() {
    let preview = Preview::start(Limits { head: SOON, ..LIMITS });
    assert_eq!(rest(preview.connect()), "");
    let mut slow = preview.connect();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    assert!(!rest(slow).contains("200"), "half a head was answered");
    let mut idle = preview.connect();
    write!(idle, "GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host).unwrap();
    assert!(rest(idle).contains("Welcome."), "a connection without a second request stays open");
    preview.is_well();
}

#[test]
fn who_does_not_take_an_answer_is_let_go() {
    let preview = Preview::start(Limits { stalled: SOON, connections: 1, ..LIMITS });
    let mut stalled = preview.connect();
    write!(stalled, "GET /film.mp4 HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host).unwrap();
    // There is one place. It is free again only when the server has given up on the first.
    preview.is_well();
    assert!(rest(stalled).len() < 64 * 1024 * 1024);
}

#[test]
fn one_connection_too_many_waits_for_a_place() {
    let preview = Preview::start(LIMITS);
    let mut open: Vec<TcpStream> = (0..LIMITS.connections).map(|_| preview.connect()).collect();
    // Each has a place once it has been answered.
    for stream in &mut open {
        write!(stream, "HEAD / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host).unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200");
    }
    let mut one_more = preview.connect();
    write!(one_more, "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host).unwrap();
    one_more.set_read_timeout(Some(SOON)).unwrap();
    let early = one_more.read(&mut [0; 1]).unwrap_err();
    assert!(matches!(early.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{early}");
    open.pop();
    one_more.set_read_timeout(Some(NEVER)).unwrap();
    assert!(rest(one_more).contains("Welcome."));
}

#[test]
fn pages_that_wait_leave_room_for_pages_that_load() {
    let preview = Preview::start(Limits { wait: NEVER, ..LIMITS });
    let ask = format!("GET /_handbill/changed?since=1 HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host);
    let tabs: Vec<TcpStream> = (0..LIMITS.connections - 1)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(ask.as_bytes()).unwrap();
            stream
        })
        .collect();
    let told_at_once = LIMITS.connections - 1 - LIMITS.waiting;
    for tab in &tabs {
        tab.set_nonblocking(true).unwrap();
    }
    while tabs.iter().filter(|tab| tab.peek(&mut [0; 1]).is_ok()).count() < told_at_once {
        preview.is_well();
    }
    for tab in &tabs {
        tab.set_nonblocking(false).unwrap();
    }
    preview.shelf.fail(Vec::new());
    let answers: Vec<String> = tabs.into_iter().map(rest).collect();
    let said = |version: &str| answers.iter().filter(|answer| answer.ends_with(&format!("\r\n\r\n{version}"))).count();
    assert_eq!((said("2"), said("1")), (LIMITS.waiting, told_at_once));
}
