//! The whole build, in order and without detail: settings, content, checks, formats, publication.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::check;
use crate::config::{self, Config};
use crate::content::pictures::{self, Content};
use crate::content::{self, Asked, Loading, files::Files, problems};
use crate::diag::{self, Diagnostic, Kind, Severity, Sources, nearest};
use crate::model::{Clock, Goes, Instant, Site, Zone};
use crate::publish::{PublishError, Published, Staging};
use crate::render::{self, Catalogue, Copied, FORMATS, File, Job, Offer, Press, RenderError};

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
    /// A file beside the pages cannot be read.
    #[error("`{path}` cannot be read: {reason}")]
    Unreadable {
        /// The file.
        path: String,
        /// The reason in plain words.
        reason: String,
    },
    /// A file beside the pages is no longer what the pages say of it.
    #[error("`{path}` changed while the site was built; build again")]
    Changed {
        /// The file.
        path: String,
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
        return Ok(Built { reading, published: None });
    };
    let staging = Staging::begin(out)?;
    let found = make(site, options, &|kept| match kept {
        Kept::File(file) => staging.write(&file).map_err(Error::from),
        Kept::Copied(copied) => copy(files, &copied, &staging),
    })?;
    let failed = add(&mut reading, found);
    let published = if failed { None } else { Some(staging.finish()?) };
    Ok(Built { reading, published })
}

/// Copies a file beside the pages into the output. If it has changed since it was read, what pages say of it is wrong.
fn copy(files: &dyn Files, copied: &Copied, staging: &Staging) -> Result<(), Error> {
    let unreadable =
        |error: &io::Error| Error::Unreadable { path: copied.source.clone(), reason: content::files::io_reason(error) };
    let bytes = match pictures::content(files, &copied.source).map_err(|error| unreadable(&error))? {
        Content::Picture(bytes) => staging.copy(&copied.path, &mut bytes.as_slice())?,
        Content::File(mut file) => staging.copy(&copied.path, &mut file)?,
    };
    if bytes == copied.bytes { Ok(()) } else { Err(Error::Changed { path: copied.source.clone() }) }
}

/// Reads and checks a site, and lays out its leaflets, without writing anything.
///
/// # Errors
///
/// What the operator must mend.
pub fn check(files: &dyn Files, options: &Options<'_>) -> Result<Reading, Error> {
    let mut reading = read(files, options)?;
    lay_out(&mut reading, options)?;
    Ok(reading)
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

/// What a site comes to without being published.
pub struct Previewed {
    /// The site as it was read.
    pub reading: Reading,
    /// The files that were made, by path.
    pub made: BTreeMap<String, Vec<u8>>,
    /// The files that would be copied, by path; [`pictures::content`] reads one.
    pub copied: BTreeMap<String, Copied>,
}

/// Reads, checks and makes every format into memory: for the preview. What would only be copied stays where it lies.
///
/// # Errors
///
/// What the operator must mend.
pub fn preview(files: &dyn Files, options: &Options<'_>) -> Result<Previewed, Error> {
    chosen(options.only)?;
    let mut reading = read(files, options)?;
    let kept = Mutex::new((BTreeMap::new(), BTreeMap::new()));
    if let Some(site) = &reading.site {
        let found = make(site, options, &|one| {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            match one {
                Kept::File(file) => drop(kept.0.insert(file.path, file.bytes)),
                Kept::Copied(copied) => drop(kept.1.insert(copied.path.clone(), copied)),
            }
            Ok(())
        })?;
        add(&mut reading, found);
    }
    let (made, copied) = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Previewed { reading, made, copied })
}

/// Reads, checks and makes every format into memory, with the files that are copied: for tests.
///
/// # Errors
///
/// What the operator must mend.
pub fn build_in_memory(
    files: &dyn Files,
    options: &Options<'_>,
) -> Result<(Reading, BTreeMap<String, Vec<u8>>), Error> {
    let Previewed { reading, mut made, copied } = preview(files, options)?;
    for (path, copied) in copied {
        let unreadable = |error: io::Error| Error::Unreadable {
            path: copied.source.clone(),
            reason: content::files::io_reason(&error),
        };
        let mut bytes = Vec::new();
        match pictures::content(files, &copied.source).map_err(unreadable)? {
            Content::Picture(picture) => bytes = picture,
            Content::File(mut file) => drop(file.read_to_end(&mut bytes).map_err(unreadable)?),
        }
        made.insert(path, bytes);
    }
    Ok((reading, made))
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

/// A file to keep.
enum Kept {
    /// It was made.
    File(File),
    /// It is to be copied.
    Copied(Copied),
}

/// Makes every chosen format, one after another, each one's jobs side by side; files go to `keep` as they are made.
fn make(
    site: &Site,
    options: &Options<'_>,
    keep: &(dyn Fn(Kept) -> Result<(), Error> + Sync),
) -> Result<Vec<Diagnostic>, Error> {
    let mut presses: Vec<(Box<dyn Press + '_>, Vec<Job>)> = Vec::new();
    for format in chosen(options.only)? {
        let press = format.set_up(site)?;
        let jobs = press.jobs();
        presses.push((press, jobs));
    }
    let named: BTreeSet<&str> =
        site.going_out().filter(|(_, asset)| asset.goes == Goes::Named).map(|(_, asset)| asset.path.as_str()).collect();
    let total = presses.iter().map(|(_, jobs)| jobs.len()).sum();
    let done = AtomicUsize::new(0);
    let mut catalogue = Catalogue::default();
    let mut diagnostics = Vec::new();
    for (press, jobs) in &presses {
        let made: Vec<(Vec<Offer>, Vec<Diagnostic>)> = jobs
            .par_iter()
            .map(|job| {
                let made = press.make(job, &catalogue)?;
                // What `site.toml` names comes in the place of what would have the same name.
                for file in made.files.into_iter().filter(|file| !named.contains(file.path.as_str())) {
                    keep(Kept::File(file))?;
                }
                for copied in made.copies {
                    keep(Kept::Copied(copied))?;
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
