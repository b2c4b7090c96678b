//! The table worked out for a site: what leaves no copy, Handbill's own headers with what the site adds to them, and the
//! theme's files that may be kept for ever. More rules than a host reads are a finding.

use super::lists::MOST_REDIRECTS;
use super::pattern::{Pattern, decoded};
use super::protections::PROTECTIONS;
use super::table::{FOR_EVER, HeaderRule, NO_COPY, RuleSort, Table};
use super::{groups, own, redirects, sensitive};
use crate::diag::{Diagnostic, FindingKind, Severity};
use crate::model::Site;
use crate::render::address::base_path;
use crate::render::web::assets::{ThemeAssets, with_ending};

/// More rules than a host reads.
pub const HOST_LIMIT: FindingKind = FindingKind {
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

/// The number of rules kept free for files with a fingerprint, however many sensitive groups there are.
const KEPT_FOR_FIXED: usize = 20;

impl Table {
    /// Returns how a site's host must answer.
    pub fn of(site: &Site) -> Table {
        table(site, &ThemeAssets::new(&site.theme, &site.about.base_url)).0
    }
}

/// Returns how a site's host must answer, and what is wrong with what the site itself asks for.
pub fn table(site: &Site, assets: &ThemeAssets) -> (Table, Vec<Diagnostic>) {
    let base = decoded(&base_path(&site.about.base_url));
    let secure = site.about.base_url.starts_with("https://");
    let ours = PROTECTIONS.iter().filter(|known| secure || !known.secure);
    let everything = HeaderRule {
        pattern: Pattern::below(&format!("{base}/")),
        sort: RuleSort::Everything,
        headers: ours.map(|known| (known.name.to_string(), known.value.to_string())).collect(),
        removed: Vec::new(),
    };
    let mut found = Vec::new();
    let (everything, own) = own::merged(site, everything, &mut found);
    let room = MOST_RULES.saturating_sub(1 + own.len());
    let fixed = fixed(assets);
    let kept_for_fixed = fixed.len().min(KEPT_FOR_FIXED);
    let groups = groups::gathered(sensitive::groups(site), room.saturating_sub(kept_for_fixed).max(1));
    let cached = |pattern, sort, value: &str| {
        let headers = vec![("Cache-Control".to_string(), value.to_string())];
        HeaderRule { pattern, sort, headers, removed: Vec::new() }
    };
    let no_copy = groups.iter().flat_map(|group| group.patterns(&base));
    let mut rules: Vec<HeaderRule> = no_copy.map(|pattern| cached(pattern, RuleSort::Sensitive, NO_COPY)).collect();
    // One address must not have both: hosts would send both.
    let fixed = fixed.into_iter().map(|path| Pattern::exact(&format!("{base}/{path}")));
    let fixed = fixed.filter(|pattern| !rules.iter().any(|rule| rule.pattern.meets(pattern)));
    let fixed: Vec<HeaderRule> = fixed.map(|pattern| cached(pattern, RuleSort::Fixed, FOR_EVER)).collect();
    let left = room.saturating_sub(rules.len());
    rules.push(everything);
    rules.extend(own);
    rules.extend(fixed.into_iter().take(left));
    let table = Table { base, rules, redirects: redirects::of(site) };
    own::judge(site, &table, &mut found);
    limits(site, &table, &mut found);
    (table, found)
}

/// Returns the paths of the files whose names change with their bytes: first those that every page waits for, such as style
/// sheets.
fn fixed(assets: &ThemeAssets) -> Vec<&str> {
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
