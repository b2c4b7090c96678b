//! What kinds of file there are, so that each host says the same of them. Source: IANA, Media Types.

/// Endings of files, the media type, whether it is text, and whether it gets smaller when it is compressed.
pub const MEDIA: &[Media] = &[
    text("html htm", "text/html", "text/html; charset=utf-8"),
    text("css", "text/css", "text/css; charset=utf-8"),
    text("js mjs", "text/javascript", "text/javascript; charset=utf-8"),
    text("txt", "text/plain", "text/plain; charset=utf-8"),
    // Braille ready format is plain ASCII. There is no registered type for it.
    text("brf", "text/plain", "text/plain; charset=utf-8"),
    text("csv", "text/csv", "text/csv; charset=utf-8"),
    text("ics", "text/calendar", "text/calendar; charset=utf-8"),
    text("vtt", "text/vtt", "text/vtt; charset=utf-8"),
    // JSON and XML say their encoding themselves. Source: RFC 8259, 8.1; RFC 7303, 3.2.
    data("json", "application/json"),
    data("geojson", "application/geo+json"),
    data("webmanifest", "application/manifest+json"),
    data("xml", "application/xml"),
    data("svg", "image/svg+xml"),
    packed("png", "image/png"),
    packed("jpg jpeg", "image/jpeg"),
    packed("gif", "image/gif"),
    packed("webp", "image/webp"),
    packed("avif", "image/avif"),
    packed("ico", "image/vnd.microsoft.icon"),
    packed("woff", "font/woff"),
    packed("woff2", "font/woff2"),
    data("ttf", "font/ttf"),
    data("otf", "font/otf"),
    packed("pdf", "application/pdf"),
    packed("epub", "application/epub+zip"),
    packed("zip", "application/zip"),
    packed("mp3", "audio/mpeg"),
    packed("m4a", "audio/mp4"),
    packed("ogg oga opus", "audio/ogg"),
    packed("mp4 m4v", "video/mp4"),
    packed("webm", "video/webm"),
    packed("doc", "application/msword"),
    packed("xls", "application/vnd.ms-excel"),
    packed("ppt", "application/vnd.ms-powerpoint"),
    packed("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    packed("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    packed("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    packed("odt", "application/vnd.oasis.opendocument.text"),
    packed("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    packed("odp", "application/vnd.oasis.opendocument.presentation"),
    packed("rtf", "application/rtf"),
];

/// One kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Media {
    endings: &'static str,
    /// The media type.
    pub name: &'static str,
    /// What a host says of a file: the type, and of text that it is UTF-8.
    pub content_type: &'static str,
    /// Whether it is text, always in UTF-8.
    pub text: bool,
    /// Whether it gets smaller when it is compressed.
    pub shrinks: bool,
}

impl Media {
    /// Returns the endings of its files.
    pub fn endings(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.endings.split(' ')
    }
}

/// Returns the media types that get smaller when they are compressed, each once.
pub fn shrinking() -> Vec<&'static str> {
    let mut names: Vec<&str> = MEDIA.iter().filter(|media| media.shrinks).map(|media| media.name).collect();
    names.dedup();
    names
}

/// Returns what a host says of a file, by its ending.
pub fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let known = MEDIA.iter().find(|media| media.endings().any(|known| known == ending));
    known.map_or("application/octet-stream", |media| media.content_type)
}

const fn text(endings: &'static str, name: &'static str, content_type: &'static str) -> Media {
    Media { endings, name, content_type, text: true, shrinks: true }
}

const fn data(endings: &'static str, name: &'static str) -> Media {
    Media { endings, name, content_type: name, text: false, shrinks: true }
}

const fn packed(endings: &'static str, name: &'static str) -> Media {
    Media { endings, name, content_type: name, text: false, shrinks: false }
}
