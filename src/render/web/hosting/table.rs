//! The table of how a host must answer: which addresses have which headers, and where old addresses lead.

use super::pattern::Pattern;
use super::redirects::Redirect;

/// How long a file whose name changes with its bytes may be kept: a year. Source: RFC 9111, 5.2.2.1; RFC 8246.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// No copy is kept. Source: RFC 9111, 5.2.2.5.
pub const NO_COPY: &str = "no-store";

/// A copy may be kept, and the host is asked each time whether it still holds. Source: RFC 9111, 5.2.2.4.
pub const ASK_EACH_TIME: &str = "no-cache";

/// How a host must answer.
#[derive(Clone, Debug)]
pub struct Table {
    /// The folder that the site stands in, such as `/safer`; empty at its host's root.
    pub base: String,
    /// Which addresses have which headers, sensitive ones first. Every rule whose pattern covers an address holds for it.
    pub rules: Vec<HeaderRule>,
    /// Old addresses, and where they lead.
    pub redirects: Vec<Redirect>,
}

/// Headers of the addresses that a pattern covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRule {
    /// Which addresses.
    pub pattern: Pattern,
    /// What they are.
    pub sort: RuleSort,
    /// Name and value.
    pub headers: Vec<(String, String)>,
    /// Headers of the host's own that it is asked to leave out.
    pub removed: Vec<String>,
}

/// What the addresses of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSort {
    /// Nobody may keep a copy.
    Sensitive,
    /// The whole site.
    Everything,
    /// The site says something of its own about them.
    Own,
    /// Their names change with their bytes.
    Fixed,
}

impl Table {
    /// Returns the headers of an address, given as a decoded path; those that several rules give are joined, as hosts join
    /// them.
    pub fn headers(&self, path: &str) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for (name, value) in self.rules.iter().filter(|rule| rule.pattern.covers(path)).flat_map(|rule| &rule.headers) {
            match all.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, joined)) => *joined = format!("{joined}, {value}"),
                None => all.push((name.clone(), value.clone())),
            }
        }
        all
    }

    /// Returns the headers of an address that a preview on the author's own machine sends: all but those that are about
    /// keeping copies and about `https`.
    pub fn for_preview(&self, path: &str) -> Vec<(String, String)> {
        let kept = |name: &str| {
            !name.eq_ignore_ascii_case("Cache-Control") && !name.eq_ignore_ascii_case("Strict-Transport-Security")
        };
        self.headers(path).into_iter().filter(|(name, _)| kept(name)).collect()
    }

    /// Returns the pattern of every address of the site.
    pub fn everything(&self) -> Pattern {
        Pattern::below(&format!("{}/", self.base))
    }

    /// Returns the headers of the whole site.
    pub fn protections(&self) -> &[(String, String)] {
        let all = self.rules.iter().find(|rule| rule.sort == RuleSort::Everything);
        all.map_or(&[], |rule| &rule.headers)
    }

    /// Returns the rules of one sort.
    pub fn of_sort(&self, sort: RuleSort) -> impl Iterator<Item = &HeaderRule> {
        self.rules.iter().filter(move |rule| rule.sort == sort)
    }
}
