//! Web addresses as a browser reads them, which may not be as a person does: which host one leads to, and whether it
//! looks like another.

use unicode_security::{MixedScript, skeleton};

/// What makes an address look like one that it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disguise {
    /// A character that browsers leave out or take for another.
    Sign(char),
    /// What looks like the host is only a name before an `@`; the name, and the host.
    User(String, String),
    /// The host has letters that look like those of another; the host as it is looked up.
    LookAlike(String),
    /// There is no such host.
    NoHost,
}

/// Returns the host and what follows it of a whole web address; nothing of any other address.
pub fn parts(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let bare = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    Some((bare.map_or(host, |(host, _)| host), path))
}

/// Returns a path with the bytes that its percent signs stand for, such as `a b` for `a%20b`; nothing where they are not
/// UTF-8. A percent sign that stands for nothing stays. Source: RFC 3986, 2.1.
pub fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let code = (*first == b'%').then(|| Some(digit(0)? * 16 + digit(1)?)).flatten();
        match code.and_then(|code| u8::try_from(code).ok()) {
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

/// Returns a host as it is looked up: in lower case, and in ASCII.
pub fn looked_up(host: &str) -> String {
    idna::domain_to_ascii(host).unwrap_or_else(|_| host.to_lowercase())
}

/// Returns what makes a whole web address look like another; nothing where it is what it looks like.
pub fn disguise(url: &str) -> Option<Disguise> {
    let (host, path) = parts(url)?;
    // Browsers drop tabs and line ends, and take a backslash for a slash. Source: URL Living Standard, 4.4.
    if let Some(sign) = url.chars().find(|c| c.is_control() || *c == '\\') {
        return Some(Disguise::Sign(sign));
    }
    let authority = &url[..url.len() - path.len()];
    if let Some((before, _)) = authority.rsplit_once('@') {
        let name = before.split_once("://").map_or(before, |(_, name)| name);
        return Some(Disguise::User(name.to_string(), host.to_string()));
    }
    disguised_host(host)
}

/// Returns what makes a host look like another; nothing where it is what it looks like.
/// Source: Unicode Technical Standard 39, sections 4 and 5; Unicode Technical Standard 46.
pub fn disguised_host(host: &str) -> Option<Disguise> {
    let (shown, result) = idna::domain_to_unicode(host);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if result.is_err() || host.is_empty() || shown.chars().any(|c| c.is_ascii() && !plain(c)) {
        return Some(Disguise::NoHost);
    }
    // Letters of another width become plain ones, so that nothing of the disguise is left in `shown`.
    let changed = !host.is_ascii() && shown.is_ascii();
    let alike = |label: &str| !label.is_ascii() && (!label.is_single_script() || skeleton(label).all(|c| c.is_ascii()));
    (changed || shown.split('.').any(alike)).then(|| Disguise::LookAlike(looked_up(host)))
}

#[cfg(test)]
mod tests {
    use super::{Disguise, disguise, parts};

    #[test]
    fn the_host_is_what_a_browser_takes_for_it() {
        assert_eq!(parts("https://www.gov.uk/a?b#c"), Some(("www.gov.uk", "/a?b#c")));
        assert_eq!(parts("https://www.gov.uk@evil.example/"), Some(("evil.example", "/")));
        assert_eq!(parts("https://www.gov.uk:443@evil.example:8443"), Some(("evil.example", "")));
        assert_eq!(parts("https://evil.example?@www.gov.uk"), Some(("evil.example", "?@www.gov.uk")));
        assert_eq!(parts("mailto:a@b.example"), None);
    }

    #[test]
    fn addresses_that_look_like_others_are_known() {
        let user = |name: &str, host: &str| Some(Disguise::User(name.to_string(), host.to_string()));
        let alike = |host: &str| Some(Disguise::LookAlike(host.to_string()));
        let cases = [
            ("https://www.gov.uk/browse?a=b@c#d", None),
            ("https://www.gov.uk:8443/", None),
            ("https://t\u{177}.cymru/", None),
            ("https://xn--mnchen-3ya.example/", None),
            ("https://\u{43c}\u{43e}\u{441}\u{43a}\u{432}\u{430}.example/", None),
            ("https://www.gov.uk@evil.example/", user("www.gov.uk", "evil.example")),
            ("https://www.gov.uk\\@evil.example/", Some(Disguise::Sign('\\'))),
            ("https://www.gov.uk\t.evil.example/", Some(Disguise::Sign('\t'))),
            ("https://www.gov.uk/a\nb", Some(Disguise::Sign('\n'))),
            // Cyrillic а in a Latin word, and a word all of Cyrillic letters that look Latin, as `xn--` too.
            ("https://p\u{430}ypal.example/", alike("xn--pypal-4ve.example")),
            ("https://\u{430}\u{440}\u{440}\u{4cf}\u{435}.example/", alike("xn--80ak6aa92e.example")),
            ("https://xn--80ak6aa92e.example/", alike("xn--80ak6aa92e.example")),
            ("https://\u{ff47}\u{ff4f}\u{ff56}.uk/", alike("gov.uk")),
            ("https://gov.uk\u{2044}evil.example/", alike("gov.xn--ukevil-qq0c.example")),
            ("https://www%2egov.uk/", Some(Disguise::NoHost)),
            ("https:///evil.example/", Some(Disguise::NoHost)),
            ("https://xn--a.example/", Some(Disguise::NoHost)),
        ];
        for (url, expected) in cases {
            assert_eq!(disguise(url), expected, "{url}");
        }
    }
}
