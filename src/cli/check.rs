//! `handbill check`.

use std::process::ExitCode;

use clap::Args;
use handbill::content::files::Disk;
use handbill::pipeline;

use super::terminal::{self, Terminal};
use super::{ReportArgs, SiteArgs, report};

/// Read the site and look for mistakes, and write nothing
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill check
  handbill check --format json > findings.json")]
pub struct Check {
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    report: ReportArgs,
}

impl Check {
    /// Checks, reports and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        let files = Disk::new(&self.site.root);
        match self.site.with(&[], &terminal, |options| pipeline::check(&files, options)) {
            Ok(reading) => report(&reading, &self.report, &terminal),
            Err(error) => terminal::cannot(&error),
        }
    }
}
