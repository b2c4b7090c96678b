//! The site's own headers, merged with Handbill's: what weakens a protection is found, what adds to one is taken in.

use std::collections::BTreeMap;

use super::pattern::Pattern;
use super::protections::{self, Protection};
use super::table::{FOR_EVER, HeaderRule, NO_COPY, RuleSort, Table};
use crate::diag::{Diagnostic, FindingKind, Severity};
use crate::model::{Header, Site};

/// A header of the site's own that protects readers less than Handbill's.
pub const PROTECTION_WEAKENED: FindingKind = FindingKind {
    code: "W002",
    name: "protection-weakened",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("../problems/protection_weakened.md"),
};

/// Returns the rule for everything with what the site adds to it, and the site's other rules.
pub fn merged(site: &Site, mut everything: HeaderRule, found: &mut Vec<Diagnostic>) -> (HeaderRule, Vec<HeaderRule>) {
    let origin = origin(&site.about.base_url);
    let mut own: Vec<HeaderRule> = Vec::new();
    let mut places: BTreeMap<Pattern, usize> = BTreeMap::new();
    for written in &site.headers {
        let pattern = Pattern::parse(&written.pattern);
        let whole = pattern == everything.pattern;
        for header in &written.headers {
            let judged = judged(header, &everything, &pattern, origin);
            let Some(value) = judged.unwrap_or_else(|why| {
                for why in why {
                    found.push(weakened(header, &why));
                }
                None
            }) else {
                continue;
            };
            let rule = if whole {
                &mut everything
            } else {
                let at = *places.entry(pattern.clone()).or_insert_with(|| {
                    let (headers, removed) = (Vec::new(), Vec::new());
                    own.push(HeaderRule { pattern: pattern.clone(), sort: RuleSort::Own, headers, removed });
                    own.len() - 1
                });
                &mut own[at]
            };
            add(rule, &header.name, value);
        }
    }
    (everything, own)
}

/// What becomes of a header that the site asks for.
enum HeaderValue {
    /// This value, in place of one that is there.
    Is(String),
    /// The host leaves it out.
    Removed,
}

/// Returns the value of a header that the site asks for; `None` where Handbill sends the same already.
///
/// # Errors
///
/// Why it harms readers.
fn judged(
    header: &Header,
    everything: &HeaderRule,
    pattern: &Pattern,
    origin: &str,
) -> Result<Option<HeaderValue>, Vec<String>> {
    let known = protections::of_name(&header.name);
    let ours = everything.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&header.name));
    let Some(value) = &header.value else {
        let ours = known.is_some() || header.name.eq_ignore_ascii_case("Cache-Control");
        return if ours { Err(vec!["it takes a protection away".to_string()]) } else { Ok(Some(HeaderValue::Removed)) };
    };
    if let Some(why) = protections::harm(&header.name, value) {
        return Err(vec![why]);
    }
    let Some((known, (_, ours))) = known.zip(ours) else { return Ok(Some(HeaderValue::Is(value.clone()))) };
    // What is asked of a part of the site is judged against what holds for all of it by Handbill's own account.
    let why = (known.weakened)(known.value, value, origin);
    if !why.is_empty() {
        return Err(why);
    }
    if *pattern == everything.pattern {
        return Ok(Some(HeaderValue::Is((known.joined)(ours, value))));
    }
    beside(known, value)
}

/// Returns what a header for a part of the site comes to, beside the one for all of it: hosts send both.
fn beside(known: &Protection, value: &str) -> Result<Option<HeaderValue>, Vec<String>> {
    match known.name {
        // Two policies both hold.
        "Content-Security-Policy" => Ok(Some(HeaderValue::Is(value.to_string()))),
        "Permissions-Policy" => {
            let joined = (known.joined)(known.value, value);
            let more = joined.strip_prefix(known.value).map(|more| more.trim_start_matches([',', ' ']));
            Ok(more.filter(|more| !more.is_empty()).map(|more| HeaderValue::Is(more.to_string())))
        }
        "Strict-Transport-Security" if value != known.value => {
            Err(vec!["it holds for a whole host: write it under `/*`".to_string()])
        }
        _ => Ok(None),
    }
}

fn add(rule: &mut HeaderRule, name: &str, value: HeaderValue) {
    match value {
        HeaderValue::Removed => rule.removed.push(name.to_string()),
        HeaderValue::Is(value) => match rule.headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            Some((_, there)) => *there = value,
            None => rule.headers.push((name.to_string(), value)),
        },
    }
}

/// Reports what the site says of copies where Handbill says something else: hosts would send both.
pub fn judge(site: &Site, table: &Table, found: &mut Vec<Diagnostic>) {
    for written in &site.headers {
        let pattern = Pattern::parse(&written.pattern);
        let about_copies = |header: &&Header| header.name.eq_ignore_ascii_case("Cache-Control");
        for header in written.headers.iter().filter(about_copies) {
            let Some(value) = &header.value else { continue };
            let directives = || value.split(',').map(|directive| directive.trim().to_ascii_lowercase());
            let keeps = directives().all(|directive| directive != NO_COPY);
            let meets = |sort: RuleSort| table.of_sort(sort).find(|rule| rule.pattern.meets(&pattern));
            if let Some(rule) = meets(RuleSort::Sensitive).filter(|_| keeps) {
                let place = rule.pattern.in_list();
                let why = format!("browsers must keep no copy of `{place}`, which `{}` covers too", written.pattern);
                found.push(weakened(header, &why));
            } else if let Some(rule) = meets(RuleSort::Fixed).filter(|_| value != FOR_EVER) {
                let place = rule.pattern.in_list();
                let why = format!("hosts would send it for `{place}` too, together with `{FOR_EVER}`");
                found.push(weakened(header, &why));
            }
        }
    }
}

fn weakened(header: &Header, why: &str) -> Diagnostic {
    let message = format!("`{}` weakens what protects readers: {why}", header.name);
    let help = match header.name.eq_ignore_ascii_case("Cache-Control") {
        true => "name only the folders that it is for, or remove the line",
        false => "remove the line, or make it as strict as Handbill's own",
    };
    Diagnostic::new(&PROTECTION_WEAKENED, header.span, message, help)
}

/// Returns the part of an address up to its path.
fn origin(base_url: &str) -> &str {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    base_url[host..].find('/').map_or(base_url, |slash| &base_url[..host + slash])
}
