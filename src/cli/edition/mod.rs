//! `handbill edition`: which edition of a leaflet went to whom, and what of it has changed since.

mod issue;
mod recall;
mod status;

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use handbill::content::editions::{EDITIONS, HOLDERS};
use handbill::diag::{Severity, nearest};
use handbill::model::{Leaflet, Site, grouped};
use handbill::pipeline::Reading;

use super::terminal::{self, Terminal};
use super::{ListFormat, ShownArgs, SiteArgs};

/// Write down which edition of a leaflet went to whom, see what of it has changed since, and ask for it back
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill edition issue RJ-01 --to \"Harpenden surgery\" --copies 200
  handbill edition status                  every edition that is out, and what has changed
  handbill edition status --format json    for other programs
  handbill edition recall RJ-01            letters and labels to everybody whose copies are wrong")]
pub struct Edition {
    #[command(subcommand)]
    command: EditionCommand,
}

#[derive(Subcommand, Debug)]
enum EditionCommand {
    Issue(issue::IssueArgs),
    Status(status::StatusArgs),
    Recall(recall::RecallArgs),
}

impl Edition {
    /// Does what is asked and returns the exit status.
    pub fn run(self) -> ExitCode {
        match self.command {
            EditionCommand::Issue(issue) => issue.run(),
            EditionCommand::Status(status) => status.run(),
            EditionCommand::Recall(recall) => recall.run(),
        }
    }
}

/// Reads the site; it must be clear what its files of editions and holders say.
fn read(args: &SiteArgs, terminal: &Terminal) -> Result<(Arc<Site>, Reading), ExitCode> {
    let (site, reading) = args.read(terminal)?;
    let unclear = reading.diagnostics.iter().find(|found| {
        let path = reading.sources.get(found.span.file).path.as_str();
        found.severity == Severity::Error && [EDITIONS, HOLDERS].contains(&path)
    });
    let Some(found) = unclear else { return Ok((site, reading)) };
    let source = reading.sources.get(found.span.file);
    let (path, line) = (&source.path, source.position(found.span.start).line);
    let why = format!("`{path}` cannot be understood: line {line}: {}; {}", found.message, found.help);
    Err(terminal::cannot(&why))
}

/// Returns the leaflets of a code in all their languages, or why there is none.
fn leaflets<'s>(site: &'s Site, reference: &str) -> Result<Vec<&'s Leaflet>, String> {
    let of: Vec<&Leaflet> = site.leaflets.iter().filter(|leaflet| leaflet.reference == reference).collect();
    if !of.is_empty() {
        return Ok(of);
    }
    let near = nearest(reference, site.leaflets.iter().map(|leaflet| leaflet.reference.as_str()));
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(format!("there is no leaflet `{reference}`{near}"))
}

/// Returns a number of copies in words.
fn copies(count: u64) -> String {
    if count == 1 {
        "1 copy".to_string()
    } else {
        format!("{} copies", usize::try_from(count).map_or_else(|_| count.to_string(), grouped))
    }
}
