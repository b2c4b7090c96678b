//! Files published as they are, and what the rest of the site needs of the theme, the faces and the designs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::Files;
use super::{Loading, builtin, problems, text};
use crate::config::{self, Config};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Asset, AssetKind, Design, FontFile, Theme};

/// Endings of a theme's files that are read as text.
const TEXTS: [&str; 3] = [".html", ".css", ".js"];

/// Returns a file as an asset, and whether a picture is really one.
pub fn asset(path: String, bytes: Vec<u8>) -> (Asset, bool) {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let picture = matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp");
    let bytes: Arc<[u8]> = Arc::from(bytes);
    let size = if picture { imagesize::blob_size(&bytes).ok() } else { None };
    let kind = size.and_then(|size| {
        let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
        (width > 0 && height > 0).then_some(AssetKind::Image { width, height })
    });
    let whole = kind.is_some() || !picture;
    (Asset { path, kind: kind.unwrap_or(AssetKind::File), bytes }, whole)
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
    all.extend(own);
    let sources = sources(name, &mut all, loading);
    Theme { name: name.clone(), files: all, sources }
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

/// Returns the designs by name: the site's own over the built-in ones.
pub fn designs(files: &dyn Files, loading: &mut Loading) -> BTreeMap<String, Design> {
    let mut all = builtin::designs();
    all.extend(read_all(files, "print/designs", loading));
    let mut designs = BTreeMap::new();
    for (file_name, bytes) in all {
        let Some(name) = file_name.strip_suffix(".toml") else { continue };
        let path = format!("print/designs/{file_name}");
        let Some((file, text)) = loading.text(&path, bytes.to_vec()) else { continue };
        match config::design(name, &text, file) {
            Ok(design) => {
                designs.insert(name.to_string(), design);
            }
            Err(problem) => loading.found.push(*problem),
        }
    }
    designs
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
