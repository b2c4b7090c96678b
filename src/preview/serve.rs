//! HTTP on this machine only, from the files in memory.

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Range;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::inject;
use super::shelf::Shelf;

/// The port that is tried first.
pub const PORT: u16 = 1111;

/// How many ports are tried after it.
const TRIES: u16 = 50;

/// How long a waiting page is kept, in seconds, before it asks again.
const LONGEST_WAIT: u64 = 20;

/// Why the preview cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port that was asked for is taken.
    #[error("port {port} is taken; name another one with --port, or leave --port out")]
    Taken {
        /// The port.
        port: u16,
    },
    /// No port is free.
    #[error("no port from {PORT} on is free; name one with --port")]
    NoneFree,
}

/// A server that listens, and does not answer yet.
pub struct Server {
    http: Arc<tiny_http::Server>,
    port: u16,
}

/// A server that answers.
pub struct Serving {
    http: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Listens on 127.0.0.1: on `asked`, or else on the first free port from [`PORT`] on.
    ///
    /// # Errors
    ///
    /// The port is taken, or none is free.
    pub fn listen(asked: Option<u16>) -> Result<Server, ServeError> {
        let listen = |port: u16| {
            let http = tiny_http::Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).ok()?;
            let port = http.server_addr().to_ip().map_or(port, |address| address.port());
            Some(Server { http: Arc::new(http), port })
        };
        match asked {
            Some(port) => listen(port).ok_or(ServeError::Taken { port }),
            None => (PORT..PORT + TRIES).find_map(listen).ok_or(ServeError::NoneFree),
        }
    }

    /// Returns the address to open.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Starts to answer.
    pub fn start(self, shelf: Arc<Shelf>) -> Serving {
        let Server { http, port } = self;
        let accept = {
            let http = Arc::clone(&http);
            std::thread::spawn(move || {
                // One thread a request: a page that waits for a change must not hold up another.
                for request in http.incoming_requests() {
                    let shelf = Arc::clone(&shelf);
                    std::thread::spawn(move || answer(request, port, &shelf));
                }
            })
        };
        Serving { http, threads: vec![accept] }
    }
}

impl Serving {
    /// Stops to answer.
    pub fn stop(self) {
        self.http.unblock();
        for thread in self.threads {
            let _ = thread.join();
        }
    }
}

type Body = Response<Cursor<Vec<u8>>>;

fn answer(request: Request, port: u16, shelf: &Shelf) {
    let mut response = respond(&request, port, shelf);
    let path = request.url().split('?').next().and_then(decoded).unwrap_or_default();
    for (name, value) in shelf.protections(&path) {
        // What the preview says itself holds: its pages have a script that published ones have not.
        if !response.headers().iter().any(|header| header.field.to_string().eq_ignore_ascii_case(&name)) {
            add(&mut response, &name, &value);
        }
    }
    // A browser that has gone away is no fault.
    let _ = request.respond(response);
}

fn respond(request: &Request, port: u16, shelf: &Shelf) -> Body {
    if !host_is_ours(request, port) {
        return plain(403, "This preview answers only to its own address.");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "This preview can only be read.");
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    let Some(path) = decoded(path) else { return plain(400, "This address cannot be read.") };
    if let Some(own) = path.strip_prefix(inject::OWN) {
        return own_file(own, query, shelf);
    }
    let relative = path.trim_start_matches('/');
    let file = if relative.is_empty() || relative.ends_with('/') {
        format!("{relative}index.html")
    } else {
        relative.to_string()
    };
    match shelf.file(&file) {
        Some(bytes) if file.ends_with(".html") => html(200, &bytes, &file, shelf),
        Some(bytes) => whole_or_part(request, &bytes, media(&file)),
        None if shelf.file(&format!("{relative}/index.html")).is_some() => moved(&format!("/{relative}/")),
        None => match shelf.file("404.html") {
            Some(bytes) => html(404, &bytes, "404.html", shelf),
            None => typed(404, inject::not_found(&shelf.notes(&file)).into_bytes(), "text/html; charset=utf-8"),
        },
    }
}

/// Answers with a file, or with the part of it that is asked for: some browsers play a film only so.
fn whole_or_part(request: &Request, bytes: &[u8], media: &str) -> Body {
    let asked = request.headers().iter().find(|header| header.field.equiv("Range"));
    let Some(part) = asked.and_then(|header| range(header.value.as_str(), bytes.len())) else {
        return typed(200, bytes.to_vec(), media);
    };
    let mut response = typed(206, bytes[part.clone()].to_vec(), media);
    add(&mut response, "Content-Range", &format!("bytes {}-{}/{}", part.start, part.end - 1, bytes.len()));
    response
}

/// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`; anything else is answered with the whole file.
/// Source: RFC 9110, 14.1.2 and 14.2.
fn range(asked: &str, length: usize) -> Option<Range<usize>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.parse::<usize>().ok();
    let part = match (from, to) {
        ("", last) => length.saturating_sub(number(last)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => number(first)?..number(last)?.saturating_add(1).min(length),
    };
    (part.start < part.end).then_some(part)
}

/// A page of another site could otherwise reach the preview under a name of its own. Source: OWASP, DNS rebinding.
fn host_is_ours(request: &Request, port: u16) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    let Some(host) = host.map(|header| header.value.as_str()) else { return false };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|name| host == format!("{name}:{port}") || (port == 80 && host == *name))
}

fn own_file(name: &str, query: &str, shelf: &Shelf) -> Body {
    match name {
        "preview.js" => typed(200, inject::SCRIPT.as_bytes().to_vec(), "text/javascript; charset=utf-8"),
        "preview.css" => typed(200, inject::STYLE.as_bytes().to_vec(), "text/css; charset=utf-8"),
        "changed" => {
            let since = query.strip_prefix("since=").and_then(|number| number.parse().ok()).unwrap_or(0);
            let version = shelf.wait(since, Duration::from_secs(LONGEST_WAIT));
            typed(200, version.to_string().into_bytes(), "application/json")
        }
        _ => plain(404, "The preview has no such file."),
    }
}

fn html(status: u16, bytes: &[u8], file: &str, shelf: &Shelf) -> Body {
    let page = inject::inject(&String::from_utf8_lossy(bytes), &shelf.notes(file));
    let mut response = typed(status, page.into_bytes(), "text/html; charset=utf-8");
    add(&mut response, "Content-Security-Policy", inject::POLICY);
    response
}

fn moved(to: &str) -> Body {
    let mut response = plain(301, "");
    add(&mut response, "Location", &to.replace(['\r', '\n'], ""));
    response
}

fn plain(status: u16, text: &str) -> Body {
    typed(status, text.as_bytes().to_vec(), "text/plain; charset=utf-8")
}

fn typed(status: u16, bytes: Vec<u8>, media: &str) -> Body {
    let mut response = Response::from_data(bytes).with_status_code(StatusCode(status));
    add(&mut response, "Content-Type", media);
    add(&mut response, "Cache-Control", "no-store");
    add(&mut response, "X-Content-Type-Options", "nosniff");
    add(&mut response, "Referrer-Policy", "no-referrer");
    response
}

fn add(response: &mut Body, name: &str, value: &str) {
    if let Ok(header) = Header::from_bytes(name, value) {
        response.add_header(header);
    }
}

/// Returns a path with its `%` codes read; nothing where they are not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code =
            code.and_then(|code| std::str::from_utf8(code).ok()).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Returns a file's media type by its ending. Source: IANA media types.
fn media(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_part_of_a_file_is_read_from_what_browsers_ask() {
        assert_eq!(range("bytes=0-1", 10), Some(0..2));
        assert_eq!(range("bytes=4-", 10), Some(4..10));
        assert_eq!(range("bytes=-3", 10), Some(7..10));
        assert_eq!(range("bytes=8-99", 10), Some(8..10));
        for whole in ["", "bytes=", "bytes=-", "bytes=10-", "bytes=5-2", "bytes=0-1,4-5", "lines=0-1", "bytes=-0"] {
            assert_eq!(range(whole, 10), None, "{whole}");
        }
        assert_eq!(range("bytes=0-", 0), None);
    }
}
