//! The whole build, in order and without detail: settings, content, checks, formats, publication.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::check;
use crate::config::{self, Config};
use crate::content::{self, Asked, Loading, files::Files, problems};
use crate::diag::{self, Diagnostic, Kind, Severity, Sources, nearest};
use crate::model::{Clock, Instant, Site, Zone};
use crate::publish::{PublishError, Published, Staging};
use crate::render::{self, Catalogue, FORMATS, File, Job, Offer, Press, RenderError};

/// What the operator must mend before anything can be built.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no `site.toml`.
    #[error("there is no site.toml in `{root}`; go to your site's folder, or name it with --root")]
    NoSite {
        /// The folder.
        root: String,
    },
    /// A format asked for on the command line is not one.
    #[error("`{name}` is not a format; there are: {known}")]
    NoFormat {
        /// The name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// A format could not be made.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Nothing could be written.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// What a build is asked for.
pub struct Options<'a> {
    /// The site's folder as the operator named it, for messages.
    pub root: &'a str,
    /// The moment that the site is built for, given its time zone.
    pub at: &'a (dyn Fn(&Zone) -> Instant + Sync),
    /// Whether pages that are not ready are built too.
    pub drafts: bool,
    /// The formats to make; all where it is empty.
    pub only: &'a [String],
    /// Is told how many jobs are done, and of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// A site as it was read and checked.
pub struct Reading {
    /// The site, where its settings could be understood.
    pub site: Option<Site>,
    /// Every source file.
    pub sources: Sources,
    /// What is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a build came to.
pub struct Built {
    /// The site as it was read.
    pub reading: Reading,
    /// What was published; nothing where there was an error in the content.
    pub published: Option<Published>,
}

/// Returns the names of all formats.
pub fn format_names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name()).collect()
}

/// Returns every kind of finding that there is, by code.
pub fn kinds() -> Vec<&'static Kind> {
    let mut kinds = check::kinds();
    kinds.extend(problems::KINDS);
    kinds.extend(render::kinds());
    kinds.sort_by_key(|kind| kind.code);
    kinds
}

/// Reads and checks a site.
///
/// # Errors
///
/// There is no site.
pub fn read(files: &dyn Files, options: &Options<'_>) -> Result<Reading, Error> {
    let mut loading = Loading::default();
    let Ok(settings) = files.read("site.toml") else {
        return Err(Error::NoSite { root: options.root.to_string() });
    };
    let config = loading.text("site.toml", settings).and_then(|(file, text)| match config::read(&text, file) {
        Ok(config) => Some(config),
        Err(problem) => {
            loading.found.push(*problem);
            None
        }
    });
    let Some(config) = config else { return Ok(reading(None, loading)) };
    let for_pages = FORMATS.iter().filter(|format| format.is_for_pages());
    let formats: Vec<&'static str> = for_pages.map(|format| format.name()).collect();
    judge_settings(&config, &formats, &mut loading);
    let clock = Clock { now: (options.at)(&config.zone), zone: Arc::clone(&config.zone) };
    let asked = Asked { clock, drafts: options.drafts, formats: &formats };
    let site = content::load(files, &config, &asked, &mut loading);
    let found = check::check(&site, &config, &loading.sources);
    loading.found.extend(found);
    Ok(reading(Some(site), loading))
}

fn reading(site: Option<Site>, loading: Loading) -> Reading {
    let Loading { sources, found: mut diagnostics } = loading;
    diag::sort(&mut diagnostics, &sources);
    Reading { site, sources, diagnostics }
}

/// Reports rules and formats in `site.toml` that there are not.
fn judge_settings(config: &Config, formats: &[&'static str], loading: &mut Loading) {
    let kinds = check::kinds();
    let known = |name: &str| kinds.iter().any(|kind| kind.name == name);
    for (rule, span) in config.checks.named.iter().filter(|(rule, _)| !known(rule)) {
        let help = match nearest(rule, kinds.iter().map(|kind| kind.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`handbill rules` lists every rule".to_string(),
        };
        let message = format!("there is no rule `{rule}`");
        loading.found.push(Diagnostic::new(&problems::RULE_UNKNOWN, *span, message, help));
    }
    for (kind, names) in config.formats.iter().filter(|(kind, _)| *kind != "default") {
        let known = content::KINDS.iter().map(|known| known.name);
        if !known.clone().any(|known| known == kind) {
            let span = names.first().map_or(config.theme_span, |(_, span)| *span);
            let help = nearest(kind, known)
                .map_or("the README lists the kinds".to_string(), |near| format!("did you mean `{near}`?"));
            let message = format!("`{kind}` is not a kind of page");
            loading.found.push(Diagnostic::new(&config::SETTINGS_INVALID, span, message, help));
        }
    }
    for (name, span) in config.formats.values().flatten().filter(|(name, _)| !formats.contains(&name.as_str())) {
        loading.found.push(content::unknown_format(name, *span, formats));
    }
}

/// Reads, checks, makes every format and publishes it, unless the content has an error.
///
/// # Errors
///
/// What the operator must mend. Nothing is published then.
pub fn build(files: &dyn Files, out: &Path, options: &Options<'_>) -> Result<Built, Error> {
    chosen(options.only)?;
    let mut reading = read(files, options)?;
    let Some(site) = publishable(&reading) else {
        lay_out(&mut reading, options)?;
        judge(&mut reading)?;
        return Ok(Built { reading, published: None });
    };
    let staging = Staging::begin(out)?;
    let found = make(site, options, &|file| staging.write(&file).map_err(Error::from))?;
    let failed = add(&mut reading, found);
    let published = if failed { None } else { Some(staging.finish()?) };
    Ok(Built { reading, published })
}

/// Reads and checks a site, lays out its leaflets and looks at its theme, without writing anything.
///
/// # Errors
///
/// What the operator must mend.
pub fn check(files: &dyn Files, options: &Options<'_>) -> Result<Reading, Error> {
    let mut reading = read(files, options)?;
    lay_out(&mut reading, options)?;
    judge(&mut reading)?;
    Ok(reading)
}

/// Looks at what the jobs of each format share, such as templates, and makes a few of them, of which nothing is kept.
fn judge(reading: &mut Reading) -> Result<(), Error> {
    let Some(site) = &reading.site else { return Ok(()) };
    let mut found = Vec::new();
    for format in FORMATS {
        let press = format.set_up(site)?;
        found.extend(press.judge());
        let made: Vec<Vec<Diagnostic>> = press
            .samples()
            .par_iter()
            .map(|job| Ok(press.make(job, &Catalogue::default())?.diagnostics))
            .collect::<Result<_, RenderError>>()?;
        found.extend(made.into_iter().flatten());
    }
    add(reading, found);
    Ok(())
}

/// Lays out the leaflets for what only that can find, whatever else is wrong, and keeps nothing of them.
fn lay_out(reading: &mut Reading, options: &Options<'_>) -> Result<(), Error> {
    let Some(site) = &reading.site else { return Ok(()) };
    let leaflets = ["leaflets".to_string()];
    let options = Options { only: &leaflets, ..*options };
    let found = make(site, &options, &|_| Ok(()))?;
    add(reading, found);
    Ok(())
}

/// Reads, checks and makes every format into memory: for preview and tests.
///
/// # Errors
///
/// What the operator must mend.
pub fn build_in_memory(
    files: &dyn Files,
    options: &Options<'_>,
) -> Result<(Reading, BTreeMap<String, Vec<u8>>), Error> {
    chosen(options.only)?;
    let mut reading = read(files, options)?;
    let made = Mutex::new(BTreeMap::new());
    if let Some(site) = &reading.site {
        let found = make(site, options, &|file| {
            made.lock().unwrap_or_else(PoisonError::into_inner).insert(file.path, file.bytes);
            Ok(())
        })?;
        add(&mut reading, found);
    }
    Ok((reading, made.into_inner().unwrap_or_else(PoisonError::into_inner)))
}

fn publishable(reading: &Reading) -> Option<&Site> {
    let failed = reading.diagnostics.iter().any(|found| found.severity == Severity::Error);
    reading.site.as_ref().filter(|_| !failed)
}

/// Adds what making found, and returns whether any of it is an error.
fn add(reading: &mut Reading, found: Vec<Diagnostic>) -> bool {
    let failed = found.iter().any(|found| found.severity == Severity::Error);
    reading.diagnostics.extend(found);
    diag::sort(&mut reading.diagnostics, &reading.sources);
    failed
}

fn chosen(only: &[String]) -> Result<Vec<&'static dyn render::Format>, Error> {
    for name in only {
        if !FORMATS.iter().any(|format| format.name() == name) {
            return Err(Error::NoFormat { name: name.clone(), known: format_names().join(", ") });
        }
    }
    let wanted = |name: &str| only.is_empty() || only.iter().any(|only| only == name);
    Ok(FORMATS.iter().copied().filter(|format| wanted(format.name())).collect())
}

/// Makes every chosen format, one after another, each one's jobs side by side; files go to `keep` as they are made.
fn make(
    site: &Site,
    options: &Options<'_>,
    keep: &(dyn Fn(File) -> Result<(), Error> + Sync),
) -> Result<Vec<Diagnostic>, Error> {
    let mut presses: Vec<(Box<dyn Press + '_>, Vec<Job>)> = Vec::new();
    let mut diagnostics = Vec::new();
    for format in chosen(options.only)? {
        let press = format.set_up(site)?;
        diagnostics.extend(press.judge());
        let jobs = press.jobs();
        presses.push((press, jobs));
    }
    let total = presses.iter().map(|(_, jobs)| jobs.len()).sum();
    let done = AtomicUsize::new(0);
    let mut catalogue = Catalogue::default();
    for (press, jobs) in &presses {
        let made: Vec<(Vec<Offer>, Vec<Diagnostic>)> = jobs
            .par_iter()
            .map(|job| {
                let made = press.make(job, &catalogue)?;
                for file in made.files {
                    keep(file)?;
                }
                (options.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
                Ok((made.downloads, made.diagnostics))
            })
            .collect::<Result<_, Error>>()?;
        for (offers, found) in made {
            catalogue.add(offers);
            diagnostics.extend(found);
        }
    }
    Ok(diagnostics)
}
