//! `handbill edition`: which edition of a leaflet went to whom, and what of it has changed since.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use handbill::content::editions::{self, Changed, FILE, Issue};
use handbill::content::files::{Disk, Files};
use handbill::diag::{nearest, reason};
use handbill::model::{Leaflet, Site};
use serde::Serialize;

use super::columns::{counted, wrapped};
use super::terminal::{self, Terminal};
use super::{ListFormat, ShownArgs, SiteArgs};

/// Write down which edition of a leaflet went to whom, and see what of it has changed since
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill edition issue RJ-01 --to \"Harpenden surgery\" --copies 200
  handbill edition status                  every edition that is out, and what has changed
  handbill edition status --format json    for other programs")]
pub struct Edition {
    #[command(subcommand)]
    command: EditionCommand,
}

#[derive(Subcommand, Debug)]
enum EditionCommand {
    Issue(IssueArgs),
    Status(StatusArgs),
}

/// Write down that copies of a leaflet went to somebody
#[derive(Args, Debug)]
struct IssueArgs {
    /// The leaflet's code, such as RJ-01
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// Who has the copies, such as \"Harpenden surgery\"
    #[arg(long, value_name = "NAME")]
    to: String,
    /// How many copies
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    copies: u32,
    /// The language of the copies, such as cy [default: the site's own]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// List the editions that are out, who has them, and what has changed since: exit status 1 if anything has
#[derive(Args, Debug)]
struct StatusArgs {
    /// Only the editions of this leaflet
    #[arg(value_name = "REFERENCE")]
    reference: Option<String>,
    /// How the editions are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// One edition that is out, as it is shown. The shape of the JSON is fixed: keys are added, never renamed.
#[derive(Serialize)]
struct Entry<'a> {
    reference: &'a str,
    language: &'a str,
    edition: u32,
    issued: &'a str,
    to: &'a str,
    copies: u32,
    changed: Vec<String>,
}

impl Edition {
    /// Does what is asked and returns the exit status.
    pub fn run(self) -> ExitCode {
        match self.command {
            EditionCommand::Issue(issue) => issue.run(),
            EditionCommand::Status(status) => status.run(),
        }
    }
}

impl IssueArgs {
    fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, _) = match self.site.read(&terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        let lang = self.lang.as_deref().unwrap_or(site.about.language.tag());
        let leaflet = match leaflet(&site, &self.reference, lang) {
            Ok(leaflet) => leaflet,
            Err(why) => return terminal::cannot(&why),
        };
        let text = match read(&self.site.root) {
            Ok((text, _)) => text,
            Err(why) => return terminal::cannot(&why),
        };
        let carried = editions::carried(&site, leaflet);
        let issue = Issue {
            reference: leaflet.reference.clone(),
            language: leaflet.lang.tag().to_string(),
            edition: leaflet.edition,
            issued: site.today().to_string(),
            to: self.to.trim().to_string(),
            copies: self.copies,
            panels: carried.panels,
            facts: carried.facts,
            contacts: carried.contacts,
        };
        if let Err(error) = replace(&self.site.root.join(FILE), &editions::with(&text, &issue)) {
            return terminal::cannot(&format!("`{FILE}` cannot be written: {}", reason(&error)));
        }
        if !self.shown.quiet {
            let copies = if self.copies == 1 { "1 copy".to_string() } else { format!("{} copies", self.copies) };
            let (reference, edition, to) = (&issue.reference, issue.edition, &issue.to);
            terminal::out(&format!("{copies} of {reference}, edition {edition}, for {to}: written down in {FILE}\n"));
        }
        ExitCode::SUCCESS
    }
}

impl StatusArgs {
    fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, _) = match self.site.read(&terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        let issues = match read(&self.site.root) {
            Ok((_, issues)) => issues,
            Err(why) => return terminal::cannot(&why),
        };
        let wanted = issues.iter().filter(|issue| self.reference.as_ref().is_none_or(|only| *only == issue.reference));
        let entries: Vec<Entry<'_>> = wanted.map(|issue| entry(&site, issue)).collect();
        let changed = entries.iter().filter(|entry| !entry.changed.is_empty()).count();
        terminal::out(&match self.format.unwrap_or_else(terminal::list_format) {
            ListFormat::Json => {
                serde_json::to_string_pretty(&entries).map_or_else(|_| String::new(), |text| text + "\n")
            }
            ListFormat::Text | ListFormat::Plain => {
                let closing = format!("{}, {changed} changed since\n", counted(entries.len(), "issue"));
                listed(&entries) + if self.shown.quiet { "" } else { &closing }
            }
        });
        if changed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

fn entry<'a>(site: &Site, issue: &'a Issue) -> Entry<'a> {
    Entry {
        reference: &issue.reference,
        language: &issue.language,
        edition: issue.edition,
        issued: &issue.issued,
        to: &issue.to,
        copies: issue.copies,
        changed: editions::changed(site, issue).iter().map(told).collect(),
    }
}

fn listed(entries: &[Entry<'_>]) -> String {
    let mut out = String::new();
    for Entry { reference, language, edition, issued, to, copies, changed } in entries {
        out.push_str(&wrapped(
            "",
            &format!("{reference}, {language}, edition {edition}: {copies} at {to}, since {issued}"),
        ));
        for change in changed {
            out.push_str(&wrapped("  ", change));
        }
        if changed.is_empty() {
            out.push_str("  as it was\n");
        }
    }
    out
}

fn told(changed: &Changed) -> String {
    match changed {
        Changed::Gone => "the leaflet is gone: ask for the copies back".to_string(),
        Changed::Edition(now) => format!("edition {now} is out"),
        Changed::Fact(key) => format!("the fact `{key}` says something else now"),
        Changed::Contact(key) => format!("the contact `{key}` says something else now"),
        Changed::Panel(number) => format!("panel {number} has other words"),
        Changed::Review(day) => format!("it was to be reviewed by {day}"),
    }
}

/// Returns a leaflet by its code and language, or why there is none.
fn leaflet<'s>(site: &'s Site, reference: &str, lang: &str) -> Result<&'s Leaflet, String> {
    let of: Vec<&Leaflet> = site.leaflets.iter().filter(|leaflet| leaflet.reference == reference).collect();
    if of.is_empty() {
        let near = nearest(reference, site.leaflets.iter().map(|leaflet| leaflet.reference.as_str()));
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        return Err(format!("there is no leaflet `{reference}`{near}"));
    }
    let spoken = |leaflet: &&&Leaflet| leaflet.lang.tag() == lang || leaflet.lang.primary() == lang;
    of.iter().find(spoken).copied().ok_or_else(|| {
        let known: Vec<&str> = of.iter().map(|leaflet| leaflet.lang.tag()).collect();
        format!("the leaflet `{reference}` is not there in `{lang}`, but in {}", known.join(", "))
    })
}

/// Reads the file of editions, which need not be there; returns its text with what it says.
fn read(root: &Path) -> Result<(String, Vec<Issue>), String> {
    let text = match Disk::new(root).read(FILE) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| format!("`{FILE}` is not written in UTF-8"))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(format!("`{FILE}` cannot be read: {}", reason(&error))),
    };
    let issues = editions::read(&text).map_err(|why| format!("`{FILE}` cannot be understood: {why}"))?;
    Ok((text, issues))
}

/// Puts a new file in the place of an old one, so that it is never half-written.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("yaml.new");
    fs::write(&beside, text)?;
    fs::rename(&beside, path)
}
