//! Waivers: findings that an author accepts, for a reason and a time. One that is not needed is a finding itself.

use std::collections::BTreeMap;

use super::{Sink, rules};
use crate::config::Config;
use crate::diag::{Diagnostic, FileId, FindingKind, Severity, Sources, Span};
use crate::model::{Date, Details, Page, Site, Waiver};

/// The kinds of finding that waivers can make.
pub const KINDS: &[&FindingKind] = &[&UNUSED, &EXPIRED, &WITHOUT_REASON];

const UNUSED: FindingKind = kind("A090", "waiver-unused", Severity::Warning, include_str!("rules/waiver_unused.md"));
const EXPIRED: FindingKind = kind("A091", "waiver-expired", Severity::Error, include_str!("rules/waiver_expired.md"));
const WITHOUT_REASON: FindingKind =
    kind("A092", "waiver-without-reason", Severity::Error, include_str!("rules/waiver_without_reason.md"));

const fn kind(code: &'static str, name: &'static str, severity: Severity, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity, wcag: &[], act: &[], doc }
}

/// Drops the findings that are waived, and adds what is wrong with the waivers.
pub fn apply(
    site: &Site,
    config: &Config,
    (sources, later): (&Sources, &[&'static FindingKind]),
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut by_file: BTreeMap<FileId, Vec<(&Waiver, bool)>> = BTreeMap::new();
    let pages = site.pages.iter().map(|page| (page.file, &page.waivers));
    let leaflets = site.leaflets.iter().map(|leaflet| (leaflet.file, &leaflet.waivers));
    for (file, waivers) in pages.chain(leaflets).filter(|(_, waivers)| !waivers.is_empty()) {
        by_file.entry(file).or_default().extend(waivers.iter().map(|waiver| (waiver, false)));
    }
    let captions = captions(site);
    found.retain_mut(|diagnostic| {
        let file = diagnostic.span.file;
        let file = captions.get(&file).copied().unwrap_or(file);
        let waivers = by_file.get_mut(&file).map_or(&mut [][..], Vec::as_mut_slice);
        let (mut waived, mut timed) = (false, false);
        for (waiver, used) in waivers.iter_mut().filter(|(waiver, _)| covers(waiver, diagnostic)) {
            *used = true;
            let over = waiver.until.is_some_and(|until| until <= site.today());
            waived |= !waiver.reason.is_empty() && !over;
            timed |= over && !waiver.reason.is_empty();
        }
        diagnostic.timed |= timed;
        !waived
    });
    for (waiver, used) in by_file.into_values().flatten() {
        // Whether what is found later is there to accept, is told then.
        let later = later.iter().any(|kind| kind.name == waiver.rule || kind.code == waiver.rule);
        judge(waiver, (used, later), site, config, sources, &mut found);
    }
    found
}

/// Returns findings of one page without those that its author accepts for a reason; whether the time for that is over is
/// judged with the rest of the site.
pub fn unaccepted(page: &Page, found: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let accepted =
        |found: &Diagnostic| page.waivers.iter().any(|waiver| !waiver.reason.is_empty() && covers(waiver, found));
    found.filter(|found| !accepted(found)).collect()
}

/// Returns whether one of some waivers holds on a day for a finding, and notes which are for it.
pub fn accepts(waivers: &[Waiver], found: &Diagnostic, today: Date, used: &mut [bool]) -> bool {
    let mut accepted = false;
    for (waiver, used) in waivers.iter().zip(used).filter(|(waiver, _)| covers(waiver, found)) {
        *used = true;
        accepted |= is_in_force(waiver, today);
    }
    accepted
}

/// Returns whether a waiver has a reason, and its time is not over.
pub fn is_in_force(waiver: &Waiver, today: Date) -> bool {
    !waiver.reason.is_empty() && waiver.until.is_none_or(|until| until > today)
}

/// Returns the finding that a waiver accepts what is not there.
pub fn unused(waiver: &Waiver) -> Diagnostic {
    let message = format!("this accepts `{}`, but there is nothing to accept", waiver.rule);
    Diagnostic::new(&UNUSED, waiver.span, message, "remove it")
}

/// Returns the page that each file of captions belongs to: what the page accepts, it accepts for its film too.
fn captions(site: &Site) -> BTreeMap<FileId, FileId> {
    let of = |page: &Page| match &page.meta.details {
        Details::Film(film) => film.captions.cues.first().map(|cue| (cue.span.file, page.file)),
        _ => None,
    };
    site.pages.iter().filter_map(of).collect()
}

fn covers(waiver: &Waiver, diagnostic: &Diagnostic) -> bool {
    let within =
        |block: Span| block.file == diagnostic.span.file && (block.start..=block.end).contains(&diagnostic.span.start);
    let inside = waiver.covers.is_none_or(within);
    inside && (waiver.rule == diagnostic.kind.name || waiver.rule == diagnostic.kind.code)
}

fn judge(
    waiver: &Waiver,
    (used, later): (bool, bool),
    site: &Site,
    config: &Config,
    sources: &Sources,
    kept: &mut Vec<Diagnostic>,
) {
    let rule = &waiver.rule;
    let mut add = |kind: &'static FindingKind, message: String, help: &str| {
        Sink::new(kind, config, sources, kept).add(waiver.span, message, help);
    };
    let known = rules::RULES.iter().any(|known| known.kind.name == *rule || known.kind.code == *rule);
    if !known && !later {
        add(&UNUSED, format!("`{rule}` is not a rule"), "`handbill rules` lists every rule");
    } else if waiver.reason.is_empty() {
        add(&WITHOUT_REASON, format!("this accepts `{rule}` without a reason"), "write why, after a colon");
    } else if let Some(until) = waiver.until.filter(|until| *until <= site.today()) {
        let message = format!("this accepted `{rule}` until {until}");
        add(&EXPIRED, message, "mend what it accepts, or give it a new date");
    } else if !used && !later {
        Sink::new(&UNUSED, config, sources, kept).push(unused(waiver));
    }
}
