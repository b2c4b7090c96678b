//! The whole build, in order and without detail: settings, content, checks, formats, publication.

mod ahead;
mod audited;
mod carried;
mod live;
mod proof;
pub mod public;
mod sound;
mod works;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use self::ahead::{Ahead, MadeAhead};
use self::audited::Auditor;
use self::works::{Kept, Works};

use crate::audit;
use crate::changes::Changes;
use crate::check;
use crate::content::files::Files;
use crate::content::pictures::{self, Content};
use crate::content::problems;
use crate::diag::{self, Diagnostic, FindingKind, Severity, Sources, Span, fault};
pub use crate::engine::Reading;
use crate::engine::{Engine, Purpose, Taker};
use crate::model::{Instant, Zone};
use crate::preflight;
use crate::publish::{PublishError, Published, Staging};
use crate::render::{self, Catalogue, Copied, FORMATS, Packed, RenderError, packs};
use crate::voice::Voice;
pub use carried::{Carrier, carriers};
pub use live::{Live, Published as PublishedFile};

/// What the operator must mend before anything can be built.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no `site.toml`.
    #[error("there is no site.toml in `{root}`; go to your site's folder, or name it with --root")]
    NoSite {
        /// The folder.
        root: String,
    },
    /// There is a `site.toml`, and it cannot be read.
    #[error("the site.toml in `{root}` cannot be read: {reason}")]
    Settings {
        /// The folder.
        root: String,
        /// The reason in plain words.
        reason: String,
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

/// What a build came to.
pub struct Built {
    /// The site as it was read.
    pub reading: Reading,
    /// What was published; nothing where there was an error in the content.
    pub published: Option<Published>,
    /// What there is of it to take away.
    pub catalogue: Catalogue,
}

/// Returns the names of all formats.
pub fn format_names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name()).collect()
}

/// Returns every kind of finding that there is, by code.
pub fn kinds() -> Vec<&'static FindingKind> {
    let mut kinds = check::kinds();
    kinds.extend(audit::kinds());
    kinds.extend(problems::KINDS);
    kinds.extend(render::kinds());
    kinds.extend(preflight::problems::KINDS);
    kinds.sort_by_key(|kind| kind.code);
    kinds
}

/// Reads and checks a site.
///
/// # Errors
///
/// There is no site.
pub fn read(files: &dyn Files, options: &Options<'_>) -> Result<Reading, Error> {
    let engine = engine(files, options)?;
    Ok(engine.read())
}

/// Returns an engine that has taken in a site.
fn engine(files: &dyn Files, options: &Options<'_>) -> Result<Engine, Error> {
    let mut engine = engine_of(files);
    let purpose = Purpose { at: options.at, drafts: options.drafts };
    engine.update(&Changes::Everything, &purpose).map_err(|error| no_settings(&error, options.root))?;
    Ok(engine)
}

/// Returns an engine that has taken in nothing.
fn engine_of(files: &dyn Files) -> Engine {
    let for_pages = FORMATS.iter().filter(|format| format.is_for_pages());
    Engine::new(files.shared(), for_pages.map(|format| (format.name(), format.consent())).collect(), audit::kinds())
}

/// Returns the place of what concerns the whole site: its settings, which are read first.
fn settings_place(sources: &Sources) -> Span {
    Span::whole(sources.settings())
}

/// Returns the first fault of Handbill's own among findings: then it could not do its work.
pub fn first_fault(diagnostics: &[Diagnostic]) -> Option<&Diagnostic> {
    diagnostics.iter().find(|found| found.kind.code == fault::FAULT.code)
}

/// Returns the bytes of a site's settings, given its folder as the operator named it.
///
/// # Errors
///
/// There is no site, or its settings cannot be read.
pub fn settings(files: &dyn Files, root: &str) -> Result<Vec<u8>, Error> {
    files.read("site.toml").map_err(|error| no_settings(&error, root))
}

fn no_settings(error: &io::Error, root: &str) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::NoSite { root: root.to_string() },
        _ => Error::Settings { root: root.to_string(), reason: diag::reason(error) },
    }
}

/// Reads, checks, makes every format and publishes it, unless the content has an error. What began by the clock alone is
/// a warning here, as nobody may be there to mend it.
///
/// # Errors
///
/// What the operator must mend. Nothing is published then.
pub fn build(files: &dyn Files, out: &Path, options: &Options<'_>) -> Result<Built, Error> {
    build_with(files, out, options, None)
}

/// Does the same, and lets a voice read out what has no sound yet, where there is one.
///
/// # Errors
///
/// What the operator must mend. Nothing is published then.
pub fn build_with(files: &dyn Files, out: &Path, options: &Options<'_>, voice: Option<&Voice>) -> Result<Built, Error> {
    chosen(options.only)?;
    let engine = engine(files, options)?;
    let bare = engine.bare().zip(engine.config());
    let auditor = bare.as_ref().and_then(|(bare, config)| Auditor::new(Some(config), &bare.theme));
    let ahead = bare
        .as_ref()
        .and_then(|(bare, config)| Ahead::set_up(bare, config, options.only, (out, files.root()), auditor.as_ref()));
    let mut reading = match &ahead {
        Some(ahead) => {
            engine.read_passing(&Taker { wants: &|head| ahead.wants(head), takes: &|page| ahead.takes(page) })
        }
        None => engine.read(),
    };
    let (staging, made) = ahead.map(Ahead::end).unzip();
    let made = made.unwrap_or_default();
    diag::unattended(&mut reading.diagnostics);
    if let Some(voice) = voice {
        let found = sound::make(files, &mut reading, voice, options.progress)?;
        add(&mut reading, found);
    }
    let Some(site) = reading.site.take() else {
        return Ok(Built { reading, published: None, catalogue: Catalogue::default() });
    };
    let (works, found) = Works::set_up(&site, options.only, &mut reading.sources)?;
    add(&mut reading, found);
    let mut catalogue = Catalogue::default();
    let published = if publishable(&reading) {
        let config = engine.config().cloned();
        drop(engine);
        let auditor = auditor.or_else(|| Auditor::new(config.as_ref(), &site.theme));
        let staging = staging.map_or_else(|| Staging::begin(out, files.root()), Ok)?;
        let (offers, mut found) = works.make(
            options,
            &|_| true,
            auditor.as_ref(),
            &|kept| match kept {
                Kept::File(file) => staging.write(&file).map_err(Error::from),
                Kept::Copied(copied) => copy(files, &copied, &staging),
                Kept::Packed(packed) => {
                    let open = |path: &str| Ok(Box::new(staging.open(path)?) as Box<dyn Read>);
                    Ok(staging.put_together(&packed.path, &mut |file| packs::write(&packed, file, &open))?)
                }
            },
            &made,
        )?;
        catalogue = offers;
        found.extend(auditor.iter().flat_map(|auditor| auditor.end(&reading.sources)));
        if add(&mut reading, found) { None } else { Some(staging.finish()?) }
    } else {
        drop(staging);
        let auditor = Auditor::new(engine.config(), &site.theme);
        let mut found = works.make(options, &only_leaflets, None, &|_| Ok(()), &made)?.1;
        found.extend(works.try_out(&|id| engine.page(id).filter(|_| made.contains_key(&id)), auditor.as_ref())?);
        found.extend(auditor.iter().flat_map(|auditor| auditor.end(&reading.sources)));
        add(&mut reading, found);
        None
    };
    drop(works);
    reading.site = Some(site);
    Ok(Built { reading, published, catalogue })
}

/// Copies a file beside the pages into the output. If it has changed since it was read, what pages say of it is wrong.
fn copy(files: &dyn Files, copied: &Copied, staging: &Staging) -> Result<(), Error> {
    let bytes = match content(files, copied)? {
        Content::Picture(bytes) => staging.copy(&copied.path, &mut bytes.as_slice())?,
        Content::File(mut file) => staging.copy(&copied.path, &mut file)?,
    };
    if bytes == copied.bytes { Ok(()) } else { Err(Error::Changed { path: copied.source.clone() }) }
}

fn content(files: &dyn Files, copied: &Copied) -> Result<Content, Error> {
    let unreadable = |error| Error::Unreadable { path: copied.source.clone(), reason: diag::reason(&error) };
    pictures::content(files, &copied.source).map_err(unreadable)
}

/// Reads and checks a site, lays out its leaflets, looks at its theme and at a few pages made with it, without writing anything.
///
/// # Errors
///
/// What the operator must mend.
pub fn check(files: &dyn Files, options: &Options<'_>) -> Result<Reading, Error> {
    let engine = engine(files, options)?;
    let mut reading = engine.read();
    let Some(site) = reading.site.take() else { return Ok(reading) };
    let auditor = Auditor::new(engine.config(), &site.theme);
    let (works, mut found) = Works::set_up(&site, options.only, &mut reading.sources)?;
    found.extend(works.make(options, &only_leaflets, None, &|_| Ok(()), &MadeAhead::new())?.1);
    found.extend(works.try_out(&|_| None, auditor.as_ref())?);
    found.extend(auditor.iter().flat_map(|auditor| auditor.end(&reading.sources)));
    add(&mut reading, found);
    drop(works);
    reading.site = Some(site);
    Ok(reading)
}

/// Returns whether a format is laid out for what only that can find, though nothing is kept of it.
fn only_leaflets(format: &str) -> bool {
    format == "leaflets"
}

/// Files kept in memory: by path those that were made, and those that would be copied; those that would be put together.
type InMemory = (BTreeMap<String, Vec<u8>>, BTreeMap<String, Copied>, Vec<Packed>);

/// What a site comes to without being published.
pub struct Previewed {
    /// The site as it was read.
    pub reading: Reading,
    /// The files that were made, by path.
    pub made: BTreeMap<String, Vec<u8>>,
    /// The files that would be copied, by path; [`pictures::content`] reads one.
    pub copied: BTreeMap<String, Copied>,
}

/// Reads, checks and makes every format into memory: for tests. What would only be copied stays where it lies.
///
/// # Errors
///
/// What the operator must mend.
pub fn preview(files: &dyn Files, options: &Options<'_>) -> Result<Previewed, Error> {
    let (mut previewed, packed) = made(files, options, &|_| true)?;
    for pack in packed {
        let bytes = in_memory(&pack, &|path| previewed.made.get(path).cloned())?;
        previewed.made.insert(pack.path, bytes);
    }
    Ok(previewed)
}

/// Returns the bytes of a file that is put together from others, which `made` returns.
fn in_memory(pack: &Packed, made: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Cursor::new(Vec::new());
    let open = |path: &str| {
        let bytes = made(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(Cursor::new(bytes)) as Box<dyn Read>)
    };
    packs::write(pack, &mut bytes, &open)
        .map_err(|error| RenderError::File { path: pack.path.clone(), reason: diag::reason(&error) })?;
    Ok(bytes.into_inner())
}

/// Makes every format into memory, keeps only the files that are wanted, and puts nothing together.
fn made(
    files: &dyn Files,
    options: &Options<'_>,
    wanted: &(dyn Fn(&render::File) -> bool + Sync),
) -> Result<(Previewed, Vec<Packed>), Error> {
    chosen(options.only)?;
    let engine = engine(files, options)?;
    let mut reading = engine.read();
    let kept: Mutex<InMemory> = Mutex::default();
    if let Some(site) = reading.site.take() {
        let (works, mut found) = Works::set_up(&site, options.only, &mut reading.sources)?;
        let auditor = Auditor::new(engine.config(), &site.theme);
        let (_, of_making) = works.make(
            options,
            &|_| true,
            auditor.as_ref(),
            &|one| {
                let one = match one {
                    Kept::File(file) if !wanted(&file) => return Ok(()),
                    one => one,
                };
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                match one {
                    Kept::File(file) => drop(kept.0.insert(file.path, file.bytes)),
                    Kept::Copied(copied) => drop(kept.1.insert(copied.path.clone(), copied)),
                    Kept::Packed(packed) => kept.2.push(packed),
                }
                Ok(())
            },
            &MadeAhead::new(),
        )?;
        found.extend(of_making);
        found.extend(auditor.iter().flat_map(|auditor| auditor.end(&reading.sources)));
        add(&mut reading, found);
        drop(works);
        reading.site = Some(site);
    }
    let (made, copied, packed) = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((Previewed { reading, made, copied }, packed))
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
        let mut bytes = Vec::new();
        match content(files, &copied)? {
            Content::Picture(picture) => bytes = picture,
            Content::File(mut file) => {
                let unreadable =
                    |error| Error::Unreadable { path: copied.source.clone(), reason: diag::reason(&error) };
                file.read_to_end(&mut bytes).map_err(unreadable)?;
            }
        }
        made.insert(path, bytes);
    }
    Ok((reading, made))
}

fn publishable(reading: &Reading) -> bool {
    !reading.diagnostics.iter().any(|found| found.severity == Severity::Error)
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
