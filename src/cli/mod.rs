//! Subcommands and the flags that they share. Only `terminal.rs` prints.

mod add;
mod audit;
mod baseline;
mod build;
mod changes;
mod check;
mod checked;
mod columns;
mod edition;
mod embossed;
mod explain;
mod facts;
mod generate;
mod hosting;
mod import;
mod new;
mod next_change;
mod preflight;
mod rules;
mod schema;
mod serve;
mod summary;
mod terminal;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand, ValueEnum};
use handbill::content::files::{Disk, create_new};
use handbill::diag::{self, fault};
use handbill::model::{Instant, Moment, Site, Zone};
use handbill::pipeline::{self, Error, Options, Reading};
use serde_json::{Map, Value};

use terminal::Terminal;

/// Write public information once, in Markdown, and reach everyone with it.
///
/// Handbill reads a folder of Markdown and makes an accessible website, leaflets to fold and large print.
/// It says what would shut a reader out, at file and line, and publishes nothing that has an error.
#[derive(Parser, Debug)]
#[command(name = "handbill", version, about, after_help = EXAMPLES, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  handbill build                 make everything, into public/
  handbill serve                 show it in your browser, and again after each save
  handbill check                 look for mistakes, write nothing
  handbill explain heading-skip  what a finding means, and how to mend it";

#[derive(Subcommand, Debug)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Serve(serve::Serve),
    Facts(facts::Facts),
    Checked(checked::Checked),
    Edition(edition::Edition),
    Audit(audit::Audit),
    Preflight(preflight::Preflight),
    Hosting(hosting::Hosting),
    NextChange(next_change::NextChange),
    Changes(changes::Changes),
    Explain(explain::Explain),
    Rules(rules::Rules),
    Schema(schema::Schema),
    New(new::New),
    Add(add::Add),
    Import(import::Import),
    Completions(generate::Completions),
    Man(generate::Man),
}

/// Flags of every command that reads a site.
#[derive(Args, Debug)]
pub struct SiteArgs {
    /// The folder that holds site.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The moment the site is built for, such as 2026-11-21 or 2026-11-21T09:30 [default: now]
    ///
    /// On the site's own clocks. In the hour that comes twice in autumn it is the second time; to say which, add how far
    /// the clocks are ahead of Greenwich: 2026-10-25T01:30+01:00.
    #[arg(long, value_name = "MOMENT", value_parser = at)]
    pub at: Option<At>,
    /// Build pages marked as drafts too
    #[arg(long)]
    pub drafts: bool,
    /// Use this many threads [default: as many as the machine has]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

/// Flags of every command that reports.
#[derive(Args, Debug)]
pub struct ReportArgs {
    /// How findings are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<ReportFormat>,
    #[command(flatten)]
    pub shown: ShownArgs,
}

impl ReportArgs {
    /// Returns whether people read the report, so that a sentence may stand before or after it.
    fn for_people(&self) -> bool {
        !matches!(self.format, Some(ReportFormat::Json | ReportFormat::Sarif | ReportFormat::Github))
    }
}

/// Flags of every command that prints.
#[derive(Args, Debug)]
pub struct ShownArgs {
    /// Print findings of level error only, and no closing line
    #[arg(long, short)]
    pub quiet: bool,
    /// When to use colours
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// With the line of the file and a mark under it
    Text,
    /// One line each, for pipes and screen readers
    Plain,
    /// For other programs
    Json,
    /// For code hosts and editors that read SARIF
    Sarif,
    /// For GitHub's workflows
    Github,
}

/// How a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people at a terminal
    Text,
    /// One line for each thing, for pipes and screen readers
    Plain,
    /// For other programs
    Json,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Runs the command line and returns its exit status: 0 clean, 1 errors in the content, 2 it could not run.
pub fn run() -> ExitCode {
    fault::remember();
    let ran = fault::caught(command);
    ran.unwrap_or_else(|why| {
        terminal::cannot(&format!("Handbill itself has a fault: {why}; please report it with what you did"))
    })
}

fn command() -> ExitCode {
    let command = match Cli::try_parse() {
        Ok(cli) => cli.command,
        Err(error) => return terminal::ended(terminal::usage(&error)),
    };
    let status = match command {
        Command::Build(build) => build.run(),
        Command::Check(check) => check.run(),
        Command::Serve(serve) => serve.run(),
        Command::Facts(facts) => facts.run(),
        Command::Checked(checked) => checked.run(),
        Command::Edition(edition) => edition.run(),
        Command::Audit(audit) => audit.run(),
        Command::Preflight(preflight) => preflight.run(),
        Command::Hosting(hosting) => hosting.run(),
        Command::NextChange(next) => next.run(),
        Command::Changes(changes) => changes.run(),
        Command::Explain(explain) => explain.run(),
        Command::Rules(rules) => rules.run(),
        Command::Schema(schema) => schema.run(),
        Command::New(new) => new.run(),
        Command::Add(add) => add.run(),
        Command::Import(import) => import.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    };
    terminal::ended(status)
}

/// A moment of the command line.
#[derive(Clone, Copy, Debug)]
pub enum At {
    /// On the site's clocks.
    Civil(Moment),
    /// On the world's.
    World(Instant),
}

impl At {
    /// Returns the instant in a zone.
    pub fn instant(self, zone: &Zone) -> Instant {
        match self {
            At::Civil(moment) => zone.instant(moment),
            At::World(instant) => instant,
        }
    }
}

fn at(text: &str) -> Result<At, String> {
    let civil = Moment::parse(text).map(At::Civil);
    civil
        .or_else(|| Instant::parse(text).map(At::World))
        .ok_or_else(|| "write a day that exists, as 2026-11-21 or 2026-11-21T09:30".to_string())
}

/// Returns the present minute; the one place that asks the clock.
fn now() -> Instant {
    Instant(jiff::Timestamp::now().as_second().div_euclid(60))
}

impl SiteArgs {
    /// Reads and checks the site; returns it beside what was read with it, or says why it cannot be read and returns the
    /// exit status for that.
    fn read(&self, terminal: &Terminal) -> Result<(Arc<Site>, Reading), ExitCode> {
        let files = Disk::new(&self.root);
        let read = self.with(&[], terminal, |options| pipeline::read(&files, options));
        let mut reading = read.map_err(|error| terminal::cannot(&error))?;
        let unknown = || terminal::cannot(&"site.toml cannot be understood; `handbill check` says why");
        Ok((reading.site.take().ok_or_else(unknown)?, reading))
    }

    /// Calls `work` with the options, on as many threads as were asked for.
    pub fn with<T: Send>(
        &self,
        only: &[String],
        terminal: &Terminal,
        work: impl FnOnce(&Options<'_>) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        let at = |zone: &Zone| self.at.map_or_else(now, |at| at.instant(zone));
        let root = self.root.display().to_string();
        let progress = |done, total| terminal.progress(done, total);
        let options = Options { root: &root, at: &at, drafts: self.drafts, only, progress: &progress };
        let threads = rayon::ThreadPoolBuilder::new().num_threads(self.jobs.map_or(0, usize::from));
        match threads.build() {
            Ok(pool) => pool.install(|| work(&options)),
            Err(_) => work(&options),
        }
    }
}

/// Writes a file that the operator named. A file that is there is written over only where it starts with what such a file
/// starts with.
///
/// # Errors
///
/// It is another file, or cannot be written, in one plain sentence.
fn written_over(path: &Path, mark: &str, text: &str) -> Result<(), String> {
    use std::io::Read as _;
    let cannot = |error: io::Error| format!("`{}` cannot be written: {}", path.display(), diag::reason(&error));
    match std::fs::File::open(path) {
        Ok(file) => {
            let mut start = Vec::new();
            file.take(mark.len() as u64).read_to_end(&mut start).map_err(cannot)?;
            if start != mark.as_bytes() {
                return Err(format!("`{}` is there already and is something else; name another file", path.display()));
            }
            std::fs::write(path, text).map_err(cannot)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => create_new(path, text.as_bytes()).map_err(cannot),
        Err(error) => Err(cannot(error)),
    }
}

/// Prints findings, in JSON with what stands `beside` them, and returns the exit status that they come to.
fn report(reading: &pipeline::Reading, args: &ReportArgs, terminal: &Terminal, beside: Map<String, Value>) -> ExitCode {
    terminal.findings(&reading.diagnostics, &reading.sources, args.format, beside);
    status(reading)
}

/// Returns the exit status that findings come to. A fault of ours is told once more: the command could not do its work.
fn status(reading: &pipeline::Reading) -> ExitCode {
    if let Some(fault) = pipeline::first_fault(&reading.diagnostics) {
        let file = &reading.sources.get(fault.span.file).path;
        return terminal::cannot(&format!("`{file}`: {}; please report it with that file", fault.message));
    }
    let failed = reading.diagnostics.iter().any(|found| found.severity == handbill::diag::Severity::Error);
    if failed { ExitCode::from(1) } else { ExitCode::SUCCESS }
}
