//! `handbill next-change`.

use std::process::ExitCode;

use clap::Args;
use handbill::model::Site;
use serde_json::json;

use super::terminal::{self, Terminal};
use super::{ListFormat, ShownArgs, SiteArgs};

/// Print the moment of the next build that would differ, for a scheduler
///
/// It is the next moment at which a page appears, expires, loses its consent or changes its state; `none` where nothing
/// will change by itself. It counts pages that are not published yet, so keep it to yourself: it may be an embargo's.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill next-change
  handbill next-change --format json
  handbill next-change --at 2026-12-01   as it will be then")]
pub struct NextChange {
    #[command(flatten)]
    site: SiteArgs,
    /// How the moment is shown [default: as RFC 3339 has it]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
    #[command(flatten)]
    shown: ShownArgs,
}

impl NextChange {
    /// Prints the moment and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let site = match self.site.read(&terminal) {
            Ok((site, _)) => site,
            Err(status) => return status,
        };
        let next = moment(&site);
        match self.format {
            Some(ListFormat::Json) => terminal::out(&format!("{:#}\n", json!({ "next_change": next }))),
            Some(ListFormat::Text | ListFormat::Plain) | None => {
                terminal::out(&format!("{}\n", next.as_deref().unwrap_or("none")));
            }
        }
        ExitCode::SUCCESS
    }
}

/// Returns the moment of the next build of a site that would differ, as RFC 3339 has it.
pub fn moment(site: &Site) -> Option<String> {
    site.next_change.map(|at| site.clock.zone.rfc3339(at))
}
