//! What a request to the preview is answered, from the files in memory, and from those on disk that are only copied.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use handbill::model::address::percent_decoded;
use handbill::render::web::hosting::media::content_type;

use super::beside;
use super::body::Body;
use super::dots;
use super::inject::{self, Answers, inject};
use super::list;
use super::room;
use super::serve::Limits;
use super::shelf::{Found, Shelf, State};
use super::source::Served;

/// The preview's own files by name, with their media types.
const OWN_FILES: [(&str, &str, &str); 7] = [
    ("preview.js", JAVASCRIPT, include_str!("preview.js")),
    ("swap.js", JAVASCRIPT, include_str!("swap.js")),
    ("marks.js", JAVASCRIPT, include_str!("marks.js")),
    ("preview.css", CSS, include_str!("preview.css")),
    ("panel.css", CSS, include_str!("panel.css")),
    ("list.css", CSS, include_str!("list.css")),
    ("room.css", CSS, include_str!("room.css")),
];
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

/// Where requests are answered.
pub struct Responder {
    shelf: Arc<Shelf>,
    port: u16,
    wait: Duration,
    /// Permits for requests that wait for the next build. There are fewer than connections, so that pages can always load.
    waiting: Semaphore,
}

/// An answer as it is put together; [`Answer::sent`] gives it the headers that all have.
struct Answer {
    status: StatusCode,
    media: &'static str,
    body: Body,
    more: Vec<(HeaderName, String)>,
}

impl Answer {
    fn new(status: StatusCode, media: &'static str, bytes: impl Into<Bytes>) -> Answer {
        Answer::of(status, media, Body::Whole(Full::new(bytes.into())))
    }

    fn of(status: StatusCode, media: &'static str, body: Body) -> Answer {
        Answer { status, media, body, more: Vec::new() }
    }

    fn plain(status: StatusCode, text: &'static str) -> Answer {
        Answer::new(status, "text/plain; charset=utf-8", text)
    }

    fn with(mut self, name: HeaderName, value: impl Into<String>) -> Answer {
        self.more.push((name, value.into()));
        self
    }

    /// Returns the answer as it is sent. This is the one place where headers are set. A header that the preview sets itself is not
    /// replaced by the one that a host would send: its pages have a script that published ones have not.
    fn sent(self, protections: Vec<(String, String)>) -> Response<Body> {
        let mut response = Response::new(self.body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        for (name, value) in self.more {
            // A value that cannot stand in a header came from an address; without it the answer is still true.
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.insert(name, value);
            }
        }
        for (name, value) in protections {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                headers.entry(name).or_insert(value);
            }
        }
        response
    }
}

impl Responder {
    /// Returns a responder that answers from a shelf.
    pub fn new(shelf: Arc<Shelf>, port: u16, limits: &Limits) -> Responder {
        Responder { shelf, port, wait: limits.wait, waiting: Semaphore::new(limits.waiting) }
    }

    /// Answers a request. Its body, where it has one, is never read.
    pub async fn answer<B: hyper::body::Body>(&self, request: &Request<B>) -> Response<Body> {
        let answer = match self.refused(request) {
            Some(refusal) => refusal,
            None => self.found(request).await,
        };
        let protections = percent_decoded(request.uri().path()).map(|path| self.shelf.state().protections(&path));
        answer.sent(protections.unwrap_or_default())
    }

    /// Returns the refusal of a request that must not be answered.
    fn refused<B: hyper::body::Body>(&self, request: &Request<B>) -> Option<Answer> {
        let closing = |answer: Answer| Some(answer.with(header::CONNECTION, "close"));
        let mut hosts = request.headers().get_all(header::HOST).iter();
        // Source: RFC 9112, 3.2: a request with no or more than one Host is refused.
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return closing(Answer::plain(StatusCode::BAD_REQUEST, "A request names one host."));
        };
        let asked = request.uri().authority().map(|authority| authority.as_str().as_bytes());
        if !self.is_ours(host.as_bytes()) || asked.is_some_and(|host| !self.is_ours(host)) {
            return closing(Answer::plain(StatusCode::FORBIDDEN, "This preview answers only to its own address."));
        }
        if !request.body().is_end_stream() || request.headers().contains_key(header::TRANSFER_ENCODING) {
            return closing(Answer::plain(StatusCode::PAYLOAD_TOO_LARGE, "This preview takes nothing."));
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let answer = Answer::plain(StatusCode::METHOD_NOT_ALLOWED, "This preview can only be read.");
            return Some(answer.with(header::ALLOW, "GET, HEAD"));
        }
        None
    }

    /// A page of another site could otherwise reach the preview under a name of its own. Source: OWASP, DNS rebinding.
    fn is_ours(&self, host: &[u8]) -> bool {
        let port = self.port;
        let named =
            |name: &&str| host == format!("{name}:{port}").as_bytes() || (port == 80 && host == name.as_bytes());
        ["127.0.0.1", "localhost", "[::1]"].iter().any(named)
    }

    async fn found<B>(&self, request: &Request<B>) -> Answer {
        let Some(path) = percent_decoded(request.uri().path()) else {
            return Answer::plain(StatusCode::BAD_REQUEST, "This address cannot be read.");
        };
        if let Some(own) = path.strip_prefix(inject::OWN) {
            return self.own_file(own, request.uri().query().unwrap_or("")).await;
        }
        let relative = path.trim_start_matches('/');
        let file = if relative.is_empty() || relative.ends_with('/') {
            format!("{relative}index.html")
        } else {
            relative.to_string()
        };
        let state = self.shelf.state();
        let asked = request.headers().clone();
        let moved = format!("/{}/", request.uri().path().trim_start_matches('/'));
        blocking(move || match state.find(&file) {
            Found::Page(bytes, notes) => {
                let html = String::from_utf8_lossy(&bytes);
                page(StatusCode::OK, inject(&html, &notes, Answers::Page, &state.messages()))
            }
            Found::File(Served::Bytes(bytes)) => whole_or_part(&asked, bytes, content_type(&file)),
            Found::File(Served::File(opened, length)) => {
                let part = asked_part(&asked, length);
                let sent = part.clone().unwrap_or(0..length);
                let status = if part.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
                let answer = Answer::of(status, content_type(&file), Body::part(opened, sent));
                let answer = answer.with(header::ACCEPT_RANGES, "bytes");
                match part {
                    Some(part) => answer.with(header::CONTENT_RANGE, shown(&part, length)),
                    None => answer,
                }
            }
            // One slash, whatever was asked for: two would lead to another host.
            Found::Moved => Answer::plain(StatusCode::MOVED_PERMANENTLY, "").with(header::LOCATION, moved),
            Found::Missing(Some(bytes), notes) => {
                let html = String::from_utf8_lossy(&bytes);
                page(StatusCode::NOT_FOUND, inject(&html, &notes, Answers::NoPage, &state.messages()))
            }
            Found::Missing(None, notes) => page(StatusCode::NOT_FOUND, inject::not_found(&notes, &state.messages())),
        })
        .await
    }

    async fn own_file(&self, name: &str, query: &str) -> Answer {
        if let Some((_, media, text)) = OWN_FILES.iter().find(|(known, ..)| *known == name) {
            return Answer::new(StatusCode::OK, media, *text);
        }
        match name {
            "" => {
                let (state, query) = (self.shelf.state(), query.to_string());
                blocking(move || all_findings(&state, &query)).await
            }
            "print" => {
                let state = self.shelf.state();
                blocking(move || {
                    let answer = Answer::new(StatusCode::OK, HTML, room::room(&state));
                    answer.with(header::CONTENT_SECURITY_POLICY, room::POLICY)
                })
                .await
            }
            _ if name.starts_with(room::LARGE) => {
                let (state, name) = (self.shelf.state(), name.to_string());
                blocking(move || match room::large_page(&state, &name) {
                    Some(bytes) => Answer::new(StatusCode::OK, "image/png", bytes),
                    None => Answer::plain(StatusCode::NOT_FOUND, "There is no such page."),
                })
                .await
            }
            _ if name.starts_with(dots::BRAILLE) => {
                let (state, name) = (self.shelf.state(), name.to_string());
                blocking(move || match dots::page(&state, &name) {
                    Some(html) => {
                        Answer::new(StatusCode::OK, HTML, html).with(header::CONTENT_SECURITY_POLICY, room::POLICY)
                    }
                    None => Answer::plain(StatusCode::NOT_FOUND, "There is no such braille file."),
                })
                .await
            }
            _ if name.starts_with(dots::CELLS) => {
                let (state, name, query) = (self.shelf.state(), name.to_string(), query.to_string());
                blocking(move || match beside::page(&state, &name, &query) {
                    Some(html) => {
                        Answer::new(StatusCode::OK, HTML, html).with(header::CONTENT_SECURITY_POLICY, room::POLICY)
                    }
                    None => Answer::plain(StatusCode::NOT_FOUND, "There is no such braille file."),
                })
                .await
            }
            "changed" => {
                let since = query.strip_prefix("since=").and_then(|number| number.parse().ok()).unwrap_or(0);
                let version = self.later(since).await;
                Answer::new(StatusCode::OK, "application/json", version.to_string())
            }
            _ => Answer::plain(StatusCode::NOT_FOUND, "The preview has no such file."),
        }
    }

    /// Waits for a later build. Where too many wait already, the answer is the present build, at once: pages that wait
    /// must leave connections for pages that load.
    async fn later(&self, since: u64) -> u64 {
        let Ok(_place) = self.waiting.try_acquire() else { return self.shelf.version() };
        let later = timeout(self.wait, self.shelf.later(since)).await;
        later.unwrap_or_else(|_| self.shelf.version())
    }
}

/// Works out an answer on a thread of its own, as it may take long and all other requests are answered on one thread.
async fn blocking(answer: impl FnOnce() -> Answer + Send + 'static) -> Answer {
    let answer = tokio::task::spawn_blocking(answer).await;
    // The terminal has told what went wrong, where the fault was caught.
    answer.unwrap_or_else(|_| Answer::plain(StatusCode::INTERNAL_SERVER_ERROR, "Handbill could not make this file."))
}

fn page(status: StatusCode, html: String) -> Answer {
    Answer::new(status, HTML, html).with(header::CONTENT_SECURITY_POLICY, inject::POLICY)
}

fn all_findings(state: &State, query: &str) -> Answer {
    Answer::new(StatusCode::OK, HTML, list::list(state, query)).with(header::CONTENT_SECURITY_POLICY, list::POLICY)
}

/// Answers with a file, or with the part of it that is asked for: some browsers play a film only so.
fn whole_or_part(asked: &HeaderMap, bytes: Bytes, media: &'static str) -> Answer {
    let length = bytes.len() as u64;
    let answer = match asked_part(asked, length) {
        None => Answer::new(StatusCode::OK, media, bytes),
        Some(part) => {
            let content_range = shown(&part, length);
            // Both ends lie within the bytes.
            let part = usize::try_from(part.start).unwrap_or(0)..usize::try_from(part.end).unwrap_or(bytes.len());
            Answer::new(StatusCode::PARTIAL_CONTENT, media, bytes.slice(part))
                .with(header::CONTENT_RANGE, content_range)
        }
    };
    answer.with(header::ACCEPT_RANGES, "bytes")
}

/// Returns the part of a file that is asked for; nothing where that is the whole file.
fn asked_part(asked: &HeaderMap, length: u64) -> Option<Range<u64>> {
    range(asked.get(header::RANGE)?.to_str().ok()?, length)
}

fn shown(part: &Range<u64>, length: u64) -> String {
    format!("bytes {}-{}/{length}", part.start, part.end - 1)
}

/// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`; anything else is answered with the whole file.
/// Source: RFC 9110, 14.1.2 and 14.2.
fn range(asked: &str, length: u64) -> Option<Range<u64>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.parse::<u64>().ok();
    let part = match (from, to) {
        ("", last) => length.saturating_sub(number(last)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => number(first)?..number(last)?.saturating_add(1).min(length),
    };
    (part.start < part.end).then_some(part)
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
