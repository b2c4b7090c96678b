//! Whom to tell of a hole in the site's safety, for programs. Source: RFC 9116.

use std::fmt::Write as _;

use super::website::WebsitePress;
use crate::diag::{Diagnostic, FindingKind, Severity};
use crate::model::Site;
use crate::render::claim::Claim;
use crate::render::format::{Catalogue, File, Made, RenderError};

/// What programs are told lapses soon, or has lapsed.
pub const SECURITY_LAPSES: FindingKind = FindingKind {
    code: "W015",
    name: "security-lapses",
    severity: Severity::Warning,
    wcag: &[],
    act: &[],
    doc: include_str!("problems/security_lapses.md"),
};

/// Where programs look for the file. Source: RFC 9116, 3.
const FILE: &str = ".well-known/security.txt";

/// How many days before the file lapses somebody is told. We chose it: time to ask whoever knows.
const TOLD_BEFORE: u32 = 30;

/// Returns the file, where the site says whom to tell.
pub fn files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let claim = || Claim::site(FILE, "whom to tell of a hole in the site's safety");
    press.site.about.security.iter().map(|_| claim()).collect()
}

/// Makes the file. Its last day follows from the day on which somebody looked, and not from that of the build.
///
/// # Errors
///
/// None.
pub fn make(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let about = &press.site.about;
    let Some(security) = &about.security else { return Ok(Made::default()) };
    let mut out = String::new();
    // Writing to a string cannot fail.
    for contact in &security.contact {
        _ = writeln!(out, "Contact: {contact}");
    }
    _ = writeln!(out, "Expires: {}T00:00:00Z", security.expires());
    let languages: Vec<String> =
        std::iter::once(&about.language).chain(&about.languages).map(|lang| lang.primary()).collect();
    _ = writeln!(out, "Preferred-Languages: {}", languages.join(", "));
    _ = writeln!(out, "Canonical: {}/{FILE}", about.base_url);
    if !security.policy.is_empty() {
        _ = writeln!(out, "Policy: {}", security.policy);
    }
    Ok(Made { files: vec![File { path: FILE.to_string(), bytes: out.into_bytes() }], ..Made::default() })
}

/// Returns the finding that the file lapses soon, or has lapsed.
pub fn judge(site: &Site) -> Option<Diagnostic> {
    let security = site.about.security.as_ref()?;
    let (today, expires) = (site.today(), security.expires());
    if today.ordinal() + TOLD_BEFORE < expires.ordinal() {
        return None;
    }
    let day = expires.in_words(&site.words.english().lang);
    let message = match today < expires {
        true => format!("`security.txt` lapses on {day}"),
        false => format!("`security.txt` lapsed on {day}"),
    };
    let help = "write to the addresses of `contact`; if somebody answers, make `checked` the day of today";
    let mut found = Diagnostic::new(&SECURITY_LAPSES, security.span, message, help);
    found.timed = true;
    Some(found)
}
