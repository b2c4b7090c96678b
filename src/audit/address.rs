//! Where what lies beside a page is found.

/// Returns the path of a file from the root, as a page at `page` names it: `../style.css?v=2`, `/logo.svg`. Nothing where it
/// leads elsewhere, such as to another host or out of the root.
pub fn beside(page: &str, address: &str) -> Option<String> {
    let address = address.trim();
    let address = address.split(['#', '?']).next().unwrap_or("");
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if address.is_empty() || scheme || address.starts_with("//") {
        return None;
    }
    let folder = if address.starts_with('/') { "" } else { page.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<String> = folder.split('/').filter(|part| !part.is_empty()).map(str::to_string).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(decoded(part)?),
        }
    }
    let folder = address.ends_with('/');
    let path = parts.join("/");
    Some(if folder { format!("{path}/index.html").trim_start_matches('/').to_string() } else { path })
}

/// Returns a text of an address without `%20` and the like; nothing where that makes no text.
pub fn decoded_whole(text: &str) -> Option<String> {
    let parts: Option<Vec<String>> = text.split('/').map(decoded).collect();
    parts.map(|parts| parts.join("/"))
}

/// Returns a part of an address without `%20` and the like. Source: RFC 3986, 2.1.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..)?;
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(['/', '\\', '\0']) && text != "..")
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn addresses_lead_to_files_of_the_root_alone() {
        for (page, address, expected) in [
            ("a/b.html", "style.css", Some("a/style.css")),
            ("a/b.html", "../style.css?v=2#x", Some("style.css")),
            ("a/b.html", "/c/", Some("c/index.html")),
            ("a/b.html", "my%20map.html", Some("a/my map.html")),
            ("b.html", "../style.css", None),
            ("b.html", "%2e%2e/style.css", None),
            ("b.html", "https://a.example/", None),
            ("b.html", "//a.example/", None),
            ("b.html", "#top", None),
        ] {
            assert_eq!(beside(page, address).as_deref(), expected, "{page} {address}");
        }
    }
}
