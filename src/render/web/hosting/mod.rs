//! How a host must answer: one table of headers, old addresses and the page for lost ones, worked out once. `_headers`
//! and `_redirects`, the preview, and the settings that `handbill hosting` prints all say what this table says.

mod apache;
mod caddy;
mod iis;
mod lists;
pub mod media;
mod nginx;
mod own;
mod pattern;
mod places;
mod policy;
mod protections;
mod redirects;
mod sensitive;

use crate::diag::{Diagnostic, Kind, Severity};
use crate::model::Site;
use crate::render::web::assets::{Assets, with_ending};
use crate::render::web::escape;

pub use pattern::{Pattern, decoded};
pub use policy::Policy;
pub use redirects::Redirect;

use protections::PROTECTIONS;

/// A host whose settings can be printed.
pub struct Host {
    /// Its name on the command line.
    pub name: &'static str,
    /// Where the settings go, in a few words.
    pub about: &'static str,
    /// Writes the settings.
    pub write: fn(&Table) -> String,
}

/// Every host whose settings can be printed.
pub const HOSTS: &[Host] = &[apache::HOST, caddy::HOST, iis::HOST, nginx::HOST];

/// A header of the site's own that protects readers less than Handbill's.
pub const PROTECTION_WEAKENED: Kind = Kind {
    code: "W002",
    name: "protection-weakened",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("../problems/protection_weakened.md"),
};

/// More rules than a host reads.
pub const HOST_LIMIT: Kind = Kind {
    code: "W003",
    name: "host-limit",
    severity: Severity::Warning,
    wcag: &[],
    act: &[],
    doc: include_str!("../problems/host_limit.md"),
};

/// Rules of `_headers` that are read. Source: Cloudflare Pages, Headers, "Limitations".
const MOST_RULES: usize = 100;

/// Characters of a line of `_headers` that are read. Source: the same.
const LONGEST_LINE: usize = 2_000;

/// Lines of `_redirects` that are read. Source: Cloudflare Pages, Redirects, "Limitations".
const MOST_REDIRECTS: usize = 2_000;

/// Rules that are kept for files with a fingerprint, however many sensitive places there are.
const KEPT_FOR_FIXED: usize = 20;

/// How long a file whose name changes with its bytes may be kept: a year. Source: RFC 9111, 5.2.2.1; RFC 8246.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// No copy is kept. Source: RFC 9111, 5.2.2.5.
const NO_COPY: &str = "no-store";

/// A copy may be kept, and the host is asked each time whether it still holds. Source: RFC 9111, 5.2.2.4.
const ASK_EACH_TIME: &str = "no-cache";

/// How a host must answer.
#[derive(Clone, Debug)]
pub struct Table {
    /// The folder that the site stands in, such as `/safer`; empty at its host's root.
    pub base: String,
    /// Which addresses have which headers, sensitive ones first. All that fit an address hold for it.
    pub rules: Vec<Rule>,
    /// Old addresses, and where they lead.
    pub redirects: Vec<Redirect>,
}

/// Headers of the addresses that a pattern covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which addresses.
    pub pattern: Pattern,
    /// What they are.
    pub sort: Sort,
    /// Name and value.
    pub headers: Vec<(String, String)>,
    /// Headers of the host's own that it is asked to leave out.
    pub removed: Vec<String>,
}

/// What the addresses of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
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
    /// Returns how a site's host must answer.
    pub fn of(site: &Site) -> Table {
        build(site, &Assets::new(&site.theme, &site.about.base_url)).0
    }

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

    /// Returns the site's own address without the part after the host, as its folder.
    fn everything(&self) -> Pattern {
        Pattern::below(&format!("{}/", self.base))
    }

    /// Returns the headers of the whole site.
    fn protections(&self) -> &[(String, String)] {
        let all = self.rules.iter().find(|rule| rule.sort == Sort::Everything);
        all.map_or(&[], |rule| &rule.headers)
    }

    fn of_sort(&self, sort: Sort) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.sort == sort)
    }

    /// Returns the text of `_headers`.
    pub fn headers_list(&self) -> String {
        lists::headers(self)
    }

    /// Returns the text of `_redirects`.
    pub fn redirects_list(&self) -> String {
        lists::redirects(self)
    }
}

/// Returns how a site's host must answer, and what is wrong with what the site itself asks for.
pub(super) fn build(site: &Site, assets: &Assets) -> (Table, Vec<Diagnostic>) {
    let base = decoded(&base_path(&site.about.base_url));
    let secure = site.about.base_url.starts_with("https://");
    let ours = PROTECTIONS.iter().filter(|known| secure || !known.secure);
    let everything = Rule {
        pattern: Pattern::below(&format!("{base}/")),
        sort: Sort::Everything,
        headers: ours.map(|known| (known.name.to_string(), known.value.to_string())).collect(),
        removed: Vec::new(),
    };
    let mut found = Vec::new();
    let (everything, own) = own::merged(site, everything, &mut found);
    let room = MOST_RULES.saturating_sub(1 + own.len());
    let fixed = fixed(assets);
    let kept_for_fixed = fixed.len().min(KEPT_FOR_FIXED);
    let places = places::gathered(sensitive::places(site), room.saturating_sub(kept_for_fixed).max(1));
    let cached = |pattern, sort, value: &str| {
        let headers = vec![("Cache-Control".to_string(), value.to_string())];
        Rule { pattern, sort, headers, removed: Vec::new() }
    };
    let no_copy = places.iter().flat_map(|place| place.patterns(&base));
    let mut rules: Vec<Rule> = no_copy.map(|pattern| cached(pattern, Sort::Sensitive, NO_COPY)).collect();
    // One address must not have both: hosts would send both.
    let fixed = fixed.into_iter().map(|path| Pattern::exact(&format!("{base}/{path}")));
    let fixed = fixed.filter(|pattern| !rules.iter().any(|rule| rule.pattern.meets(pattern)));
    let fixed: Vec<Rule> = fixed.map(|pattern| cached(pattern, Sort::Fixed, FOR_EVER)).collect();
    let left = room.saturating_sub(rules.len());
    rules.push(everything);
    rules.extend(own);
    rules.extend(fixed.into_iter().take(left));
    let table = Table { base, rules, redirects: redirects::of(site) };
    own::judge(site, &table, &mut found);
    limits(site, &table, &mut found);
    (table, found)
}

/// Returns the files whose names change with their bytes: those first that every page waits for.
fn fixed(assets: &Assets) -> Vec<&str> {
    let mut paths: Vec<&str> =
        assets.all().filter(|asset| asset.fingerprinted).map(|asset| asset.path.as_str()).collect();
    let wait = |path: &str| ["css", "js", "woff2", "woff"].iter().position(|ending| with_ending(path, ending));
    paths.sort_by_key(|path| (wait(path).unwrap_or(usize::MAX), *path));
    paths
}

/// Reports what a host would pass over.
fn limits(site: &Site, table: &Table, found: &mut Vec<Diagnostic>) {
    if table.rules.len() > MOST_RULES
        && let Some(last) = site.headers.last()
    {
        let message = format!(
            "the site comes to {} rules of headers, and Cloudflare Pages reads {MOST_RULES}",
            table.rules.len()
        );
        let help = "gather addresses under one with a `*`, such as `/data/*`";
        found.push(Diagnostic::new(&HOST_LIMIT, last.span, message, help));
    }
    for header in site.headers.iter().flat_map(|rule| &rule.headers) {
        let length = header.value.as_ref().map_or(0, String::len) + header.name.len();
        if length > LONGEST_LINE {
            let message = format!(
                "`{}` is {length} characters long, and Cloudflare Pages reads {LONGEST_LINE} of a line",
                header.name
            );
            found.push(Diagnostic::new(&HOST_LIMIT, header.span, message, "make it shorter"));
        }
    }
    if let Some(alias) = site.aliases.get(MOST_REDIRECTS) {
        let message =
            format!("the site has {} old addresses, and Cloudflare Pages reads {MOST_REDIRECTS}", site.aliases.len());
        let help =
            "give up aliases that nobody uses any more; the others still work, but only through a page that leads on";
        found.push(Diagnostic::new(&HOST_LIMIT, alias.span, message, help));
    }
}

/// Returns the part of a site's address after its host, without a slash at the end.
pub fn base_path(base_url: &str) -> String {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    let path = base_url[host..].find('/').map_or("", |slash| &base_url[host + slash..]);
    path.trim_end_matches('/').to_string()
}

/// Returns what stands above settings, with the folder that the site stands in, where it has one.
fn head(text: &str, table: &Table) -> String {
    let folder = address(&table.base);
    let folder = folder.trim_matches('/');
    let root = format!("# `root` is the folder that holds the site as `{folder}`.\n");
    format!("{text}{}", if folder.is_empty() { "" } else { root.as_str() })
}

/// Returns a decoded path as an address, with what settings of hosts could read as a sign in percent form.
fn address(path: &str) -> String {
    escape::listed(path).replace('$', "%24")
}
