//! `handbill serve`.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use handbill::content::files::Disk;
use handbill::pipeline::{self, Reading};
use serde_json::Map;

use super::terminal::{self, Terminal};
use super::{ReportArgs, SiteArgs};
use crate::preview::{self, Listener, Server};

/// Show the site in your browser, and again after each save
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill serve
  handbill serve --port 8000 --drafts")]
pub struct Serve {
    #[command(flatten)]
    site: SiteArgs,
    /// The port to listen on [default: 1111, or the next that is free]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    #[command(flatten)]
    report: ReportArgs,
}

impl Serve {
    /// Serves until Ctrl-C and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        if let Err(error) = pipeline::settings(&Disk::new(&self.site.root), &self.site.root.display().to_string()) {
            return terminal::cannot(&error);
        }
        let server = match Server::listen(self.port) {
            Ok(server) => server,
            Err(error) => return terminal::cannot(&error),
        };
        terminal::out(&format!("{}\n", server.address()));
        if terminal::is_lost() {
            return ExitCode::from(2);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        if let Err(error) = ctrlc::set_handler(move || asked.store(true, Ordering::SeqCst)) {
            return terminal::cannot(&format!("Ctrl-C cannot be caught: {error}"));
        }
        let listener = TerminalListener { terminal: &terminal, report: &self.report };
        let served = self.site.with(&[], &terminal, |options| {
            preview::run(&self.site.root, options, server, &listener, &stop);
            Ok(())
        });
        match served {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => terminal::cannot(&error),
        }
    }
}

/// Prints on the terminal what the preview tells.
struct TerminalListener<'a> {
    terminal: &'a Terminal,
    report: &'a ReportArgs,
}

impl Listener for TerminalListener<'_> {
    fn built(&self, reading: Option<&Reading>, milliseconds: u128) {
        if let Some(reading) = reading {
            self.terminal.findings(&reading.diagnostics, &reading.sources, self.report.format, Map::new());
            self.terminal.line(format!("Built in {milliseconds} ms. Press Ctrl-C to end."));
        }
    }

    fn failed(&self, message: &str) {
        terminal::cannot(&message);
    }
}
