//! Where links of a page lead once it lies on a disk: whole addresses, by the address that the page was saved from. Source: RFC
//! 3986, 5.2.

/// Returns an address as it is from a page; nothing where the page's own is not known. A whole address stays.
pub fn whole(base: Option<&str>, address: &str) -> Option<String> {
    let address: String = address.trim().chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect();
    if scheme(&address).is_some() {
        return Some(address);
    }
    let base = base?;
    let (own, rest) = base.split_once("://")?;
    if let Some(host) = address.strip_prefix("//") {
        return Some(format!("{own}://{host}"));
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (before_query, _) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) =
        before_query.split_once('/').map_or((before_query, "/".to_string()), |(host, path)| (host, format!("/{path}")));
    if let Some(place) = address.strip_prefix('#') {
        return Some(format!("{own}://{rest}#{place}"));
    }
    if address.is_empty() {
        return Some(format!("{own}://{rest}"));
    }
    if address.starts_with('?') {
        return Some(format!("{own}://{host}{path}{address}"));
    }
    let (to, after) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
    let joined = if to.starts_with('/') {
        to.to_string()
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{to}")
    };
    Some(format!("{own}://{host}{}{after}", without_dots(&joined)))
}

/// Returns an address's scheme in small letters. Source: RFC 3986, 3.1.
pub fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    sound.then(|| scheme.to_ascii_lowercase())
}

/// Source: RFC 3986, 5.2.4.
fn without_dots(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    for (at, part) in parts.iter().enumerate() {
        let last = at + 1 == parts.len();
        match *part {
            "." => out.extend(last.then_some("")),
            ".." => {
                out.pop();
                out.extend(last.then_some(""));
            }
            part => out.push(part),
        }
    }
    format!("/{}", out.join("/"))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn addresses_are_joined_as_the_standard_joins_them() {
        // Source: RFC 3986, 5.4, but for parameters.
        let base = Some("http://a/b/c/d?q");
        for (address, said) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d?y"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            ("#s", "http://a/b/c/d?q#s"),
            ("", "http://a/b/c/d?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../../../g", "http://a/g"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(whole(base, address).as_deref(), Some(said), "{address}");
        }
        assert_eq!(whole(None, "g"), None);
        assert_eq!(whole(Some("https://a.example"), "g").as_deref(), Some("https://a.example/g"));
    }
}
