//! Addresses as documents and lists may carry them: what an address cannot hold stands in percent form. And what an address
//! says: the folder that a site stands in, and the file that a host serves.

use std::fmt::Write as _;

/// Returns the part of a site's address after its host, without a slash at the end: the folder that the site stands in.
/// `https://example.org/safer/` gives `/safer`, and `https://example.org` nothing.
pub fn base_path(base_url: &str) -> String {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    let path = base_url[host..].find('/').map_or("", |slash| &base_url[host + slash..]);
    path.trim_end_matches('/').to_string()
}

/// Returns the file that a host serves at an address, such as `topics/index.html` for `/topics/`.
pub fn output_path(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() }
}

/// Adds a path, with what a path cannot hold in percent form. A percent sign is one of these: a name may have one.
/// Source: RFC 3986, 2.1, 2.4 and 3.3.
pub fn path(path: &str, out: &mut String) {
    percent(path, b"-._~/@+:!$()*,=", out);
}

/// Adds a part of an address that its author wrote as an address, so that its percent signs stay.
pub fn written(part: &str, out: &mut String) {
    percent(part, b"-._~/@+:!$()*,=%", out);
}

/// Returns a path in percent form.
pub fn encoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    path(raw, &mut out);
    out
}

/// Returns an address on the site with a place on its page, such as `/topics/#money`, in percent form.
pub fn with_place(route: &str) -> String {
    match route.split_once('#') {
        Some((path, place)) => format!("{}#{}", encoded(path), encoded(place)),
        None => encoded(route),
    }
}

/// Returns a path for a list that a host reads line by line, where stars and colons mean something else.
pub fn listed(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    percent(raw, b"-._~/@+!$(),=", &mut out);
    out
}

fn percent(raw: &str, plain: &[u8], out: &mut String) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || plain.contains(&byte);
    if raw.bytes().all(is_plain) {
        out.push_str(raw);
        return;
    }
    for byte in raw.bytes() {
        if is_plain(byte) {
            out.push(byte as char);
        } else {
            // Writing to a string cannot fail.
            _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{encoded, listed, written};

    #[test]
    fn addresses_hold_only_what_they_may() {
        assert_eq!(encoded("/a b/ü\"<#?.pdf"), "/a%20b/%C3%BC%22%3C%23%3F.pdf");
        assert_eq!(encoded("/100%/a%20b.pdf"), "/100%25/a%2520b.pdf");
        let mut out = String::new();
        written("a%20b@example.org", &mut out);
        assert_eq!(out, "a%20b@example.org");
        assert_eq!(listed("/*/:a b"), "/%2A/%3Aa%20b");
    }
}
