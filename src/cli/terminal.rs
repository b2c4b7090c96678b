//! Colour, width, quiet: the only place that prints.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Mutex, OnceLock};

use handbill::diag::report::{self, github, json, plain, sarif, snippet};
use handbill::diag::unseen::visible;
use handbill::diag::{Diagnostic, Severity, Sources, Tally, reason};
use handbill::pipeline;
use serde_json::{Map, Value};

use super::{Colour, ListFormat, ReportFormat, ShownArgs};

/// Stands before words that are shown in bold. It is for private use, so no text has it. Source: Unicode Standard, 23.5.
pub const STRONG: char = '\u{e000}';

/// Stands after them.
pub const PLAIN: char = '\u{e001}';

/// Where a command prints.
pub struct Terminal {
    quiet: bool,
    colour: bool,
    shows_progress: bool,
    shown: Mutex<usize>,
}

/// The width of a line where the terminal does not say, in characters.
const WIDTH: usize = 100;

impl Terminal {
    /// Returns the terminal as the flags and the environment have it.
    pub fn new(shown: &ShownArgs) -> Terminal {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = match shown.color {
            Colour::Auto => std::io::stdout().is_terminal() && wanted,
            Colour::Always => true,
            Colour::Never => false,
        };
        let shows_progress = std::io::stderr().is_terminal() && !shown.quiet;
        Terminal { quiet: shown.quiet, colour, shows_progress, shown: Mutex::new(usize::MAX) }
    }

    /// Shows how far the work is, on a terminal only and not too often.
    pub fn progress(&self, done: usize, total: usize) {
        if !self.shows_progress {
            return;
        }
        let percent = done * 100 / total.max(1);
        let Ok(mut shown) = self.shown.try_lock() else { return };
        if *shown == percent && done != total {
            return;
        }
        *shown = percent;
        let end = if done == total { "\r\u{1b}[K" } else { "" };
        complain(&format!("\r\u{1b}[KMaking {done} of {total}{end}"));
    }

    /// Prints findings in a format, with a closing line for people; JSON has `beside` too.
    pub fn findings(
        &self,
        diagnostics: &[Diagnostic],
        sources: &Sources,
        format: Option<ReportFormat>,
        beside: Map<String, Value>,
    ) {
        let closing = report::closing(Tally::of(diagnostics), sources.len());
        self.findings_with(diagnostics, sources, format, beside, &closing);
    }

    /// Prints findings as [`Terminal::findings`] does, with another closing line.
    pub fn findings_with(
        &self,
        diagnostics: &[Diagnostic],
        sources: &Sources,
        format: Option<ReportFormat>,
        beside: Map<String, Value>,
        closing: &str,
    ) {
        let people = if std::io::stdout().is_terminal() { ReportFormat::Text } else { ReportFormat::Plain };
        let format = format.unwrap_or(people);
        let errors: Vec<Diagnostic>;
        let shown = if self.quiet {
            errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).cloned().collect();
            &errors
        } else {
            diagnostics
        };
        let text = match format {
            ReportFormat::Text => {
                let style = snippet::Style { colour: self.colour, width: WIDTH };
                snippet::report(shown, sources, style)
            }
            ReportFormat::Plain => plain::report(shown, sources),
            ReportFormat::Json => json::report(diagnostics, sources, &pipeline::kinds(), Map::new(), beside),
            ReportFormat::Sarif => sarif::report(diagnostics, sources, &pipeline::kinds()),
            ReportFormat::Github => github::report(shown, sources),
        };
        // The reports see to what an author wrote; what is left is colour.
        raw(&text);
        if matches!(format, ReportFormat::Text | ReportFormat::Plain) && !self.quiet {
            self.line(closing);
        }
    }

    /// Prints text in which words stand between [`STRONG`] and [`PLAIN`]: bold, where there are colours.
    pub fn coloured(&self, text: &str) {
        let (strong, plain) = if self.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        raw(&visible(text).replace(STRONG, strong).replace(PLAIN, plain));
    }

    /// Prints a line, unless the command is quiet.
    pub fn line(&self, text: impl Display) {
        if !self.quiet {
            out(&format!("{text}\n"));
        }
    }
}

/// Why standard output could not be written, once it could not: the command's answer is lost then.
static LOST: OnceLock<String> = OnceLock::new();

/// Prints text; what would move a terminal's cursor or turn its text round is shown by number. A reader that has gone
/// away, such as `head`, is no error; a full disk is told of by [`ended`].
pub fn out(text: &str) {
    raw(&visible(text));
}

/// Prints a report for programs, which has seen to what an author wrote.
pub fn written(text: &str) {
    raw(text);
}

fn raw(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    lost(written);
}

fn lost(written: std::io::Result<()>) {
    if let Err(error) = written
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        // Only the first reason counts.
        let _ = LOST.set(reason(&error));
    }
}

/// Returns whether something that should have been printed could not be.
pub fn is_lost() -> bool {
    LOST.get().is_some()
}

/// Returns a command's exit status: its own, unless what it printed could not be written.
pub fn ended(status: ExitCode) -> ExitCode {
    match LOST.get() {
        Some(why) => cannot(&format!("the report cannot be written: {why}")),
        None => status,
    }
}

/// Prints what concerns the reader of a list but is no part of it, on standard error.
pub fn aside(text: &str) {
    complain(&format!("handbill: {}\n", visible(text)));
}

/// Writes to standard error; where even that is closed, there is nobody left to tell.
fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
    let _ = std::io::stderr().flush();
}

/// Returns how a list is shown where nothing is said: for people on a terminal, line by line on a pipe.
pub fn list_format() -> ListFormat {
    if std::io::stdout().is_terminal() { ListFormat::Text } else { ListFormat::Plain }
}

/// Prints why a command could not run, in one sentence, and returns the exit status for it.
pub fn cannot(error: &dyn Display) -> ExitCode {
    complain(&format!("handbill: {}\n", visible(&error.to_string())));
    ExitCode::from(2)
}

/// Prints help, or what is wrong with the arguments.
pub fn usage(error: &clap::Error) -> ExitCode {
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    if !error.use_stderr() {
        lost(printed);
    }
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
