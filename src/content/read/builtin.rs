//! What the binary carries: the theme `civic`, the faces for print, the designs, the sheets, the icons, the picture set. A site's
//! own files come first.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

static CIVIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic");
static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/fonts");
static SHEETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/sheets");
#[cfg(feature = "formats")]
static ICONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/icons");
static PICTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/pictures");
static DESIGNS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/designs");

/// Returns the files of a built-in theme by path, or nothing where there is no such theme.
pub fn theme(name: &str) -> Option<BTreeMap<String, Arc<[u8]>>> {
    (name == "civic").then(|| files(&CIVIC))
}

/// Returns the built-in faces by file name.
pub fn fonts() -> BTreeMap<String, Arc<[u8]>> {
    files(&FONTS)
}

/// Returns the built-in designs by file name.
pub fn designs() -> BTreeMap<String, Arc<[u8]>> {
    files(&DESIGNS)
}

/// Returns the built-in icons by file name.
#[cfg(feature = "formats")]
pub fn icons() -> BTreeMap<String, Arc<[u8]>> {
    files(&ICONS)
}

/// Returns the built-in pictures by file name.
pub fn pictures() -> BTreeMap<String, Arc<[u8]>> {
    files(&PICTURES).into_iter().filter(|(name, _)| name.ends_with(".svg")).collect()
}

/// Returns a built-in picture by its file's name.
pub fn picture(name: &str) -> Option<&'static [u8]> {
    PICTURES.get_file(name).filter(|_| name.ends_with(".svg")).map(include_dir::File::contents)
}

/// Returns the text that says what each built-in picture shows, and who may use it.
pub fn picture_list() -> &'static str {
    PICTURES.get_file("pictures.yaml").and_then(include_dir::File::contents_utf8).unwrap_or_default()
}

/// Returns the built-in sheets by file name.
pub fn sheets() -> BTreeMap<String, Arc<[u8]>> {
    files(&SHEETS)
}

fn files(dir: &Dir<'_>) -> BTreeMap<String, Arc<[u8]>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.insert(path, Arc::from(file.contents()));
        }
    }
    found
}
