//! Which addresses a rule is for, as hosts write it: `*` for anything, `:name` for one part of a path. Held decoded;
//! each dialect writes it in its own way.

use std::fmt::Write as _;

use crate::model::address::percent_decoded;
use crate::render::web::escape;

/// Which addresses a rule is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern(Vec<GlobToken>);

/// What a part of a pattern covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum GlobToken {
    /// This character.
    Character(char),
    /// Any character but a slash.
    Inside,
    /// Any number of characters but slashes.
    InsideAny,
    /// Any number of any characters.
    Any,
}

impl Pattern {
    /// Returns the pattern of one address.
    pub fn exact(path: &str) -> Pattern {
        Pattern(path.chars().map(GlobToken::Character).collect())
    }

    /// Returns the pattern of an address and of every address that begins with it.
    pub fn below(path: &str) -> Pattern {
        let mut pattern = Pattern::exact(path);
        pattern.0.push(GlobToken::Any);
        pattern
    }

    /// Reads a pattern as a site's own `_headers` has it.
    pub fn parse(written: &str) -> Pattern {
        let path = written.strip_prefix("https://");
        let path = path.map_or(written, |rest| rest.find('/').map_or("/", |slash| &rest[slash..]));
        let mut tokens = Vec::new();
        for (number, segment) in path.split('/').enumerate() {
            if number > 0 {
                tokens.push(GlobToken::Character('/'));
            }
            let name = segment.strip_prefix(':').filter(|name| !name.is_empty());
            if name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')) {
                tokens.extend([GlobToken::Inside, GlobToken::InsideAny]);
                continue;
            }
            for (number, part) in segment.split('*').enumerate() {
                if number > 0 {
                    tokens.push(GlobToken::Any);
                }
                tokens.extend(decoded(part).chars().map(GlobToken::Character));
            }
        }
        Pattern(tokens)
    }

    /// Returns the address, where the pattern covers only one.
    pub fn as_exact(&self) -> Option<String> {
        self.0.iter().map(|token| if let GlobToken::Character(c) = token { Some(*c) } else { None }).collect()
    }

    /// Returns the start of the addresses that the pattern covers, where it covers all that begin with it: `/data/` for
    /// `/data/*`.
    pub fn as_below(&self) -> Option<String> {
        let (last, before) = self.0.split_last()?;
        if *last == GlobToken::Any { Pattern(before.to_vec()).as_exact() } else { None }
    }

    /// Returns whether an address, decoded, is one of those that the pattern is for.
    pub fn covers(&self, path: &str) -> bool {
        self.meets(&Pattern::exact(path))
    }

    /// Returns whether there can be an address that both patterns are for.
    pub fn meets(&self, other: &Pattern) -> bool {
        let (a, b) = (&self.0, &other.0);
        // Most differ before their first sign.
        let differ = a.iter().zip(b).map_while(|(one, other)| match (one, other) {
            (GlobToken::Character(one), GlobToken::Character(other)) => Some(one != other),
            _ => None,
        });
        if differ.into_iter().any(|differ| differ) {
            return false;
        }
        // Whether the rest of one pattern, from each place on, meets the rest of the other; filled from the end.
        let mut below: Vec<bool> = Vec::new();
        for at in (0..=a.len()).rev() {
            let mut row = vec![false; b.len() + 1];
            for to in (0..=b.len()).rev() {
                row[to] = match (a.get(at), b.get(to)) {
                    (None, None) => true,
                    (Some(one), None) => one.may_be_nothing() && below[to],
                    (None, Some(other)) => other.may_be_nothing() && row[to + 1],
                    (Some(one), Some(other)) => {
                        let skips = (one.may_be_nothing() && below[to]) || (other.may_be_nothing() && row[to + 1]);
                        // One that may go on stays where it is while the other takes a character.
                        let shared = one.shares(other)
                            && match (one.may_be_nothing(), other.may_be_nothing()) {
                                (false, false) => below[to + 1],
                                (true, false) => row[to + 1],
                                (false, true) => below[to],
                                (true, true) => false,
                            };
                        skips || shared
                    }
                };
            }
            below = row;
        }
        below.first().copied().unwrap_or(false)
    }

    /// Returns the pattern as a list for hosts has it.
    pub fn in_list(&self) -> String {
        let mut out = String::new();
        let mut named = 0;
        for token in &self.0 {
            match token {
                GlobToken::Character(c) => out.push_str(&escape::listed(c.encode_utf8(&mut [0; 4]))),
                GlobToken::Inside => {
                    named += 1;
                    // Writing to a string cannot fail.
                    _ = write!(out, ":part{named}");
                }
                GlobToken::InsideAny => {}
                GlobToken::Any => out.push('*'),
            }
        }
        out
    }

    /// Returns the pattern as a regular expression for a whole decoded path. Whatever is no plain letter or digit stands
    /// as its code, so that no host's settings can be broken out of; letters beyond ASCII are matched as UTF-8 bytes or as
    /// characters, as the host does.
    pub fn regex(&self) -> String {
        let mut out = String::from("^");
        let (tokens, open) = match self.0.split_last() {
            Some((GlobToken::Any, before)) => (before, true),
            _ => (self.0.as_slice(), false),
        };
        for token in tokens {
            match token {
                GlobToken::Character(c) => literal(*c, &mut out),
                GlobToken::Inside => out.push_str("[^/]"),
                GlobToken::InsideAny => out.push_str("[^/]*"),
                GlobToken::Any => out.push_str(".*"),
            }
        }
        if !open {
            out.push('$');
        }
        out
    }
}

/// Adds a character to a regular expression, as itself or as its code.
pub fn literal(c: char, out: &mut String) {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '/' | '-' | '_' => out.push(c),
        // Writing to a string cannot fail.
        c if c.is_ascii() => _ = write!(out, "\\x{:02X}", u32::from(c)),
        // Line and paragraph separators and the like are no letters, and no name needs them.
        c if c.is_alphanumeric() => out.push(c),
        _ => out.push_str("[^/]+"),
    }
}

impl GlobToken {
    fn may_be_nothing(&self) -> bool {
        matches!(self, GlobToken::InsideAny | GlobToken::Any)
    }

    /// Returns whether there is a character that both may stand for.
    fn shares(&self, other: &GlobToken) -> bool {
        match (self, other) {
            (GlobToken::Character(a), GlobToken::Character(b)) => a == b,
            (GlobToken::Character(c), GlobToken::Inside | GlobToken::InsideAny)
            | (GlobToken::Inside | GlobToken::InsideAny, GlobToken::Character(c)) => *c != '/',
            _ => true,
        }
    }
}

/// Returns a path with its `%` codes decoded; unchanged where they are not UTF-8.
pub fn decoded(path: &str) -> String {
    percent_decoded(path).unwrap_or_else(|| path.to_string())
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn patterns_are_for_what_hosts_take_them_for() {
        for (pattern, path, covers) in [
            ("/a/*", "/a/", true),
            ("/a/*", "/a/b/c.pdf", true),
            ("/a/*", "/a", false),
            ("/a/*", "/ab/", false),
            ("/:one/x", "/b/x", true),
            ("/:one/x", "/b/c/x", false),
            ("/:one/x", "//x", false),
            ("/*.pdf", "/a/b.pdf", true),
            ("/a%20b/", "/a b/", true),
            ("https://a.example/x/*", "/x/y", true),
        ] {
            assert_eq!(Pattern::parse(pattern).covers(path), covers, "{pattern} {path}");
        }
    }

    #[test]
    fn two_patterns_meet_where_an_address_fits_both() {
        for (one, other, meets) in [
            ("/a/*", "/a/b/*", true),
            ("/*.pdf", "/refuge/*", true),
            ("/:x/", "/refuge/*", true),
            ("/:x/y", "/refuge/*", true),
            ("/:x", "/refuge/*", false),
            ("/news/*", "/refuge/*", false),
            ("/re*/a", "/*b/a", true),
            ("/re*/a", "/*b/c", false),
        ] {
            let (one, other) = (Pattern::parse(one), Pattern::parse(other));
            assert_eq!(one.meets(&other), meets, "{one:?} {other:?}");
            assert_eq!(other.meets(&one), meets, "{other:?} {one:?}");
        }
    }

    #[test]
    fn no_name_breaks_out_of_a_pattern() {
        assert_eq!(Pattern::exact("/100%25/").in_list(), "/100%2525/");
        let hostile = Pattern::exact("/a\"; } $x {(.*)\\\n*:b/é");
        assert_eq!(
            hostile.regex(),
            "^/a\\x22\\x3B\\x20\\x7D\\x20\\x24x\\x20\\x7B\\x28\\x2E\\x2A\\x29\\x5C\\x0A\\x2A\\x3Ab/é$"
        );
        assert_eq!(hostile.in_list(), "/a%22%3B%20%7D%20$x%20%7B(.%2A)%5C%0A%2A%3Ab/%C3%A9");
        assert_eq!(Pattern::parse(&hostile.in_list()), hostile);
    }
}
