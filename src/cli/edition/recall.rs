//! `handbill edition recall`.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use handbill::content::editions::HOLDERS;
use handbill::content::files::create_new;
use handbill::diag::{self, Diagnostic, reason};
use handbill::model::{Lang, Site};
use handbill::pipeline::Reading;
use handbill::render::print::recall::{Reach, Recall, recall};

use super::{ShownArgs, SiteArgs, Terminal, copies, leaflets, read, terminal};
use crate::cli::columns::counted;

/// Write letters and address labels as PDF to everybody whose copies of a leaflet say what is no longer so
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill edition recall RJ-01
  handbill edition recall RJ-01 --out letters --lang cy
  handbill edition recall RJ-01 --all      to all who have copies, also where nothing has changed

It writes recall-RJ-01-2026-11-28-letters.pdf and recall-RJ-01-2026-11-28-labels.pdf. Print both on one side, at actual size.
Letters are folded in three for a DL envelope with a window. Labels are 63.5 by 38.1 mm, 21 on a sheet.")]
pub struct RecallArgs {
    /// The leaflet's code, such as RJ-01
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// Where the files are written [default: here]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The language of the letters, such as cy [default: the site's own]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Write to all who have copies, also where nothing has changed
    #[arg(long)]
    all: bool,
    /// Write over files of the same names
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

impl RecallArgs {
    /// Writes the letters and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, reading) = match read(&self.site, &terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        match self.written(&site) {
            Ok((said, found)) => self.told(&terminal, &reading, &said, found),
            Err(why) => terminal::cannot(&why),
        }
    }

    /// Writes the files; returns what to say of them, and what is wrong with addresses.
    fn written(&self, site: &Site) -> Result<(String, Vec<Diagnostic>), String> {
        let (reference, lang) = (&self.reference, self.language(site)?);
        if !site.editions.issues.iter().any(|issue| issue.reference == *reference) {
            // What is not a leaflet at all is told as that.
            leaflets(site, reference)?;
            return Err(format!("nobody has copies of `{reference}`: `handbill edition issue` writes down who has"));
        }
        let reach = if self.all { Reach::All } else { Reach::Changed };
        let Recall { files, letters, labels, copies: count, unaddressed, found } =
            recall(site, reference, reach, &lang).map_err(|error| error.to_string())?;
        if letters == 0 {
            let why = format!(
                "nothing that the copies of `{reference}` say has changed; `--all` writes letters all the same"
            );
            return Err(why);
        }
        let mut said = format!("{} asked for, in {}", copies(count), counted(letters, "letter"));
        said += &format!(" and {}\n", counted(labels, "label"));
        let folder = self.out.clone().unwrap_or_default();
        let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
        if let Some(path) = paths.iter().find(|path| !self.force && path.symlink_metadata().is_ok()) {
            return Err(format!("`{}` is there already; move it away, or use `--force`", path.display()));
        }
        for (file, path) in files.iter().zip(&paths) {
            let written = if self.force { replaced(path, &file.bytes) } else { create_new(path, &file.bytes) };
            written.map_err(|error| format!("`{}` cannot be written: {}", path.display(), reason(&error)))?;
            said += &format!("{}\n", path.display());
        }
        if !unaddressed.is_empty() {
            said += &format!("{HOLDERS} has no address of {}: bring the letters by hand\n", named(&unaddressed));
        }
        Ok((said, found))
    }

    /// Returns the language of the letters, which must be one of the site's.
    fn language(&self, site: &Site) -> Result<Lang, String> {
        let Some(tag) = &self.lang else { return Ok(site.about.language.clone()) };
        let wanted = Lang::parse(tag);
        let known: Vec<&Lang> = std::iter::once(&site.about.language).chain(&site.about.languages).collect();
        let found = known.iter().find(|lang| wanted.as_ref().is_some_and(|wanted| wanted.is_same_language(lang)));
        found.map(|lang| (*lang).clone()).ok_or_else(|| {
            let known: Vec<&str> = known.iter().map(|lang| lang.tag()).collect();
            format!("`{tag}` is not a language of this site; there are: {}", known.join(", "))
        })
    }

    fn told(&self, terminal: &Terminal, reading: &Reading, said: &str, mut found: Vec<Diagnostic>) -> ExitCode {
        diag::sort(&mut found, &reading.sources);
        if !found.is_empty() {
            terminal.findings(&found, &reading.sources, None, serde_json::Map::new());
        }
        if !self.shown.quiet {
            terminal::out(said);
        }
        ExitCode::SUCCESS
    }
}

/// Writes a file in the place of one that may be there.
fn replaced(path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => create_new(path, bytes),
    }
}

/// How many names are told.
const NAMED: usize = 10;

fn named(names: &[String]) -> String {
    let mut told = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        told += &format!(" and {} more", names.len() - NAMED);
    }
    told
}
