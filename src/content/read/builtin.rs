//! What the binary carries: the theme `civic`, the faces for print, the designs, the sheets, the icons. A site's own files come first.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

static CIVIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic");
static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/fonts");
static SHEETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/sheets");
#[cfg(feature = "formats")]
static ICONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/print/icons");
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
