//! Files published as they are, and what the rest of the site needs of the theme, the faces and the designs.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read, Seek};
use std::sync::Arc;

use crate::config::{self, Config};
use crate::content::Loading;
#[cfg(feature = "formats")]
use crate::content::pictures;
use crate::content::problems;
use crate::content::read::builtin;
use crate::content::read::files::{Files, Found};
#[cfg(feature = "formats")]
use crate::content::read::logo;
use crate::content::read::names;
use crate::content::read::page::plain;
use crate::content::read::text;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{AssetKind, Design, FontFile, Icons, Logo, Sheets, Theme};

/// Where a site's own icons lie.
#[cfg(feature = "formats")]
const ICONS: &str = "print/icons";

/// Endings of pictures that browsers show.
pub const PICTURE_ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

/// The ending of drawings, which are written anew before they go out.
const DRAWING_ENDING: &str = "svg";

/// Endings of a theme's files that are read as text.
const TEXTS: [&str; 3] = [".html", ".css", ".js"];

/// A file beside the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path under `content/`, and in the output.
    pub path: String,
    /// Where it lies, from the site's folder on: as the disk has its name, whose accents may be written otherwise.
    pub source: String,
    /// Its size in bytes.
    pub size: u64,
}

/// Sorts the files beside the pages without reading them. Returns those that may be published, and those that never are: the
/// path under `content/` of each, with the ending by which it could run.
pub fn beside(others: Vec<Found>, config: &Config, loading: &mut Loading) -> (Vec<File>, BTreeMap<String, String>) {
    let (mut files, mut refused) = (Vec::new(), BTreeMap::new());
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for found in not_pages(others, loading) {
        let path = plain(&found.path);
        if !taken.insert(path.clone()) {
            let message = "another file here has the same name, with its accents stored in another way";
            let help = "open the folder, and remove one of the two, or give it another name";
            loading.report(&found.path, &problems::ROUTE_TAKEN, message.to_string(), help);
            continue;
        }
        if names::is_hidden(&path) && !config.also.iter().any(|also| also.names(&path)) {
            continue;
        }
        let Some(ending) = names::runs(&path) else {
            files.push(File { path, source: found.path, size: found.bytes });
            continue;
        };
        let message = format!("a file with `.{ending}` in its name is never published, because it could run a program");
        let help = "save a picture as PNG, write a page as Markdown, or move the file out of `content/`";
        loading.report(&found.path, &problems::FILE_COULD_RUN, message, help);
        refused.insert(path, ending);
    }
    (files, refused)
}

/// Returns whether a file is a picture, by its name.
pub fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    ending == DRAWING_ENDING || PICTURE_ENDINGS.contains(&ending.as_str())
}

/// Returns whether a file is a picture, by its name and its first bytes, and of how many pixels. Only those are read.
pub fn kind(files: &dyn Files, source: &str) -> AssetKind {
    use imagesize::ImageType;
    let ending = source.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    if ending == DRAWING_ENDING {
        // How large it is stands in its text, which is read with it.
        return AssetKind::Image { width: 1, height: 1 };
    }
    if !PICTURE_ENDINGS.contains(&ending.as_str()) {
        return AssetKind::File;
    }
    let size = files.open(source).ok().and_then(|file| {
        let mut file = BufReader::new(file);
        let mut start = [0; 12];
        let read = file.read(&mut start).ok()?;
        let shown = imagesize::image_type(&start[..read]).ok()?;
        file.rewind().ok()?;
        matches!(shown, ImageType::Png | ImageType::Jpeg | ImageType::Gif | ImageType::Webp)
            .then(|| imagesize::reader_size(file).ok())?
    });
    let pixels = |size: usize| u32::try_from(size).ok().filter(|pixels| *pixels > 0);
    let size = size.and_then(|size| Some((pixels(size.width)?, pixels(size.height)?)));
    size.map_or(AssetKind::File, |(width, height)| AssetKind::Image { width, height })
}

/// Returns files without those that were meant to be pages, which are reported.
fn not_pages(found: Vec<Found>, loading: &mut Loading) -> Vec<Found> {
    let (meant, others): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|found| found.path.len() > 3 && ends_like_a_page(&found.path));
    for found in meant {
        let ending = &found.path[found.path.len() - 3..];
        let name = found.path.rsplit('/').next().unwrap_or(&found.path);
        let message = format!("`{name}` ends in `{ending}`, so it is not read as a page");
        loading.report(&found.path, &problems::PAGE_NAME_CASE, message, "rename the file, so that it ends in `.md`");
    }
    others
}

/// Returns the files that are pages or leaflets by their names; those that were meant to be are reported.
pub fn pages_only(found: Vec<Found>, loading: &mut Loading) -> Vec<Found> {
    let (pages, others): (Vec<Found>, Vec<Found>) = found.into_iter().partition(|found| found.path.ends_with(".md"));
    not_pages(others, loading);
    pages
}

fn ends_like_a_page(path: &str) -> bool {
    let end = path.len().checked_sub(3).and_then(|at| path.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(".md") && end != ".md")
}

/// Returns the theme: the site's own files over the built-in ones. An unknown theme is a finding.
pub fn theme(files: &dyn Files, config: &Config, loading: &mut Loading) -> Theme {
    let name = &config.theme;
    let own = read_all(files, &format!("themes/{name}"), loading);
    let built_in = builtin::theme(name);
    if own.is_empty() && built_in.is_none() {
        let message = format!("there is no theme `{name}`");
        let help = format!("use `civic`, or put your own theme into `themes/{name}/`");
        loading.found.push(Diagnostic::new(&config::SETTINGS_INVALID, config.theme_span, message, help));
    }
    let base = built_in.or_else(|| builtin::theme("civic")).unwrap_or_default();
    let mut all: BTreeMap<String, Arc<[u8]>> = base;
    let own_templates = own.iter().any(|(path, _)| path.starts_with("templates/"));
    all.extend(own);
    let sources = sources(name, &mut all, loading);
    Theme { name: name.clone(), files: all, own_templates, sources }
}

/// Adds the text files of a theme to the sources, so that what is wrong in one has a place. A file of the built-in theme
/// has the path that a site's own would have. What the theme uses is the text as it was read, so that places fit.
fn sources(theme: &str, all: &mut BTreeMap<String, Arc<[u8]>>, loading: &mut Loading) -> BTreeMap<String, FileId> {
    let mut sources = BTreeMap::new();
    for (path, bytes) in all.iter_mut() {
        if path != "_headers" && !TEXTS.iter().any(|ending| path.ends_with(ending)) {
            continue;
        }
        let shown = format!("themes/{theme}/{path}");
        match text::decode(bytes.to_vec()) {
            Ok(text::Decoded { text, .. }) => {
                *bytes = Arc::from(text.as_bytes());
                sources.insert(path.clone(), loading.sources.add_aside(shown, text));
            }
            Err(_) => _ = loading.text(&shown, bytes.to_vec()),
        }
    }
    sources
}

/// Returns the faces for print, text faces first: the site's own over the built-in ones.
pub fn fonts(files: &dyn Files, loading: &mut Loading) -> Vec<FontFile> {
    let mut all = builtin::fonts();
    all.extend(read_all(files, "print/fonts", loading));
    let faces = all.into_iter().filter(|(name, _)| name.ends_with(".ttf") || name.ends_with(".otf"));
    let mut faces: Vec<FontFile> =
        faces.map(|(name, bytes)| FontFile { name: name[..name.len() - 4].to_string(), bytes }).collect();
    faces.sort_by_key(|face| (face.name.contains("Fallback"), !face.name.ends_with("Regular"), face.name.clone()));
    faces
}

/// Returns the designs by name, with their icons and the publisher's logo: the site's own over the built-in ones.
pub fn designs(files: &dyn Files, config: &Config, loading: &mut Loading) -> BTreeMap<String, Design> {
    let mut designs = named(files, loading, "print/designs", builtin::designs(), config::design);
    let drawn = Arc::new(icons(files, loading));
    for icons in designs.values_mut().filter_map(|design| design.icons.as_mut()) {
        *icons = Arc::clone(&drawn);
    }
    let logo = logo(files, config, loading);
    for design in designs.values_mut() {
        design.logo.clone_from(&logo);
    }
    designs
}

/// Returns no logo: nothing is drawn without formats.
#[cfg(not(feature = "formats"))]
fn logo(_files: &dyn Files, _config: &Config, _loading: &mut Loading) -> Option<Arc<Logo>> {
    None
}

/// Returns the publisher's logo, if the settings name one that can be printed.
#[cfg(feature = "formats")]
fn logo(files: &dyn Files, config: &Config, loading: &mut Loading) -> Option<Arc<Logo>> {
    config.logo.as_ref().and_then(|setting| logo::read(files, setting, loading))
}

/// Returns no icons: nothing is drawn without formats.
#[cfg(not(feature = "formats"))]
fn icons(_files: &dyn Files, _loading: &mut Loading) -> Icons {
    Icons::default()
}

/// Returns the icons by name: the site's own over the built-in ones.
#[cfg(feature = "formats")]
fn icons(files: &dyn Files, loading: &mut Loading) -> Icons {
    let name = |file_name: &str| file_name.strip_suffix(".svg").map(str::to_string);
    let built_in = builtin::icons();
    let sound = built_in.iter().filter_map(|(file_name, bytes)| Some((name(file_name)?, pictures::icon(bytes).ok()?)));
    let mut all: Icons = sound.collect();
    for (file_name, bytes) in read_all(files, ICONS, loading) {
        let Some(name) = name(&file_name) else { continue };
        if let Ok(icon) = pictures::icon(&bytes) {
            all.insert(name, icon);
        } else if let Some((file, _)) = loading.text(&format!("{ICONS}/{file_name}"), bytes.to_vec()) {
            let message = format!("`{file_name}` cannot be used as an icon");
            let help =
                "save it as plain SVG with a few lines, or take it away: then the one that Handbill has is drawn";
            loading.found.push(Diagnostic::new(&problems::ICON_UNREADABLE, Span::whole(file), message, help));
        }
    }
    all
}

/// Returns the sheets by name: the site's own over the built-in ones.
pub fn sheets(files: &dyn Files, loading: &mut Loading) -> Sheets {
    let sheets = named(files, loading, "print/sheets", builtin::sheets(), config::sheet);
    sheets.into_iter().map(|(name, sheet)| (name, Arc::new(sheet))).collect()
}

/// Reads what files in TOML say, by their names: those of the site, and those in the binary that it has none for. The latter
/// are no files of the site, so that they are not counted among what was read.
fn named<T>(
    files: &dyn Files,
    loading: &mut Loading,
    folder: &str,
    built_in: BTreeMap<String, Arc<[u8]>>,
    read: fn(&str, &str, FileId) -> Result<T, Box<Diagnostic>>,
) -> BTreeMap<String, T> {
    let mut all = BTreeMap::new();
    for (file_name, bytes) in &built_in {
        let (name, text) = (file_name.strip_suffix(".toml"), std::str::from_utf8(bytes));
        if let (Some(name), Ok(text)) = (name, text)
            && let Ok(value) = read(name, text, FileId(0))
        {
            all.insert(name.to_string(), value);
        }
    }
    for (file_name, bytes) in read_all(files, folder, loading) {
        let Some(name) = file_name.strip_suffix(".toml") else { continue };
        let Some((file, text)) = loading.text(&format!("{folder}/{file_name}"), bytes.to_vec()) else { continue };
        match read(name, &text, file) {
            Ok(value) => _ = all.insert(name.to_string(), value),
            Err(problem) => loading.found.push(*problem),
        }
    }
    all
}

/// Returns every file under a folder, by path below it.
fn read_all(files: &dyn Files, folder: &str, loading: &mut Loading) -> BTreeMap<String, Arc<[u8]>> {
    let mut all = BTreeMap::new();
    for found in loading.list(files, folder) {
        match files.read(&found.path) {
            Ok(bytes) => {
                all.insert(found.path[folder.len() + 1..].to_string(), Arc::from(bytes));
            }
            Err(error) => loading.unreadable(&found.path, &error),
        }
    }
    all
}

/// Reports a picture that is not one.
pub fn broken_picture(path: &str, span: Span) -> Diagnostic {
    let message = format!("`{path}` is not a picture that can be shown");
    let help = "open it in a picture program and save it again as PNG or JPEG";
    Diagnostic::new(&problems::PICTURE_UNREADABLE, span, message, help)
}
