//! Rules: what would shut a reader out, found in the model. One rule is one file and its page, and one line in
//! [`RULES`](rules::RULES).

mod allow;
mod body;
mod dates;
pub mod fix;
mod phrases;
mod report;
pub mod rules;
mod split;
mod summary;
mod text;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Diagnostic, Kind, Sources};
use crate::model::Site;

pub use body::{Body, Run};
pub use report::Report;
pub use summary::{PageCount, ReadingAge, ReadingAges, RuleCount, Summary};
pub use text::{Linked, Passage, Place};

/// One rule.
pub struct Rule {
    /// Its code, name, level and page.
    pub kind: Kind,
    /// How it looks.
    pub look: Look,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Look {
    /// One page or leaflet at a time.
    Body(fn(&Body<'_>, &Site, &mut Report<'_>)),
    /// The whole site at once.
    Site(fn(&Site, &mut Report<'_>)),
}

/// Returns every kind of finding that checking can make, by code.
pub fn kinds() -> Vec<&'static Kind> {
    rules::RULES.iter().map(|rule| &rule.kind).chain(allow::KINDS.iter().copied()).collect()
}

/// Runs every rule that is not off.
pub fn check(site: &Site, config: &Config, sources: &Sources) -> Vec<Diagnostic> {
    if config.checks.all_off() {
        return Vec::new();
    }
    let pages = site.pages.par_iter().map(|page| Body::of_page(page, sources));
    let sheets = site.sheets.par_iter().map(|sheet| Body::of_sheet(sheet, sources));
    let mut found: Vec<Diagnostic> = pages
        .chain(sheets)
        .flat_map_iter(|body| {
            let mut found = Vec::new();
            for rule in rules::RULES {
                if let Look::Body(look) = rule.look {
                    let mut report = Report::new(&rule.kind, config, sources, &mut found);
                    if !report.is_off(body.file) {
                        look(&body, site, &mut report);
                    }
                }
            }
            found
        })
        .collect();
    for rule in rules::RULES {
        if let Look::Site(look) = rule.look {
            look(site, &mut Report::new(&rule.kind, config, sources, &mut found));
        }
    }
    allow::apply(site, config, sources, found)
}
