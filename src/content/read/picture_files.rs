//! The picture set as files beside the pages: those of the site, and those in the binary whose names no file of the site has.

use std::collections::BTreeSet;

use super::assets::File;
use super::builtin;
use super::files::{Files, Found};
use super::picture_set::{FOLDER, PUBLISHED, name_of};
use crate::content::Loading;

/// Returns the set as files beside the pages.
pub fn files(files: &dyn Files, loading: &mut Loading) -> Vec<File> {
    let own = loading.list(files, FOLDER);
    let mut all: Vec<File> = own.iter().filter_map(one).collect();
    let taken: BTreeSet<String> = all.iter().filter_map(|file| name_of(&file.path)).map(str::to_string).collect();
    for (file_name, bytes) in builtin::pictures() {
        let found = Found { path: format!("{FOLDER}/{file_name}"), bytes: bytes.len() as u64 };
        all.extend(one(&found).filter(|file| name_of(&file.path).is_none_or(|name| !taken.contains(name))));
    }
    all
}

fn one(found: &Found) -> Option<File> {
    let path = format!("{PUBLISHED}/{}", found.path.strip_prefix(FOLDER)?.strip_prefix('/')?);
    name_of(&path)?;
    Some(File { path, source: found.path.clone(), size: found.bytes })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{builtin, files};
    use crate::content::Loading;
    use crate::content::files::Memory;
    use crate::content::read::images;

    #[test]
    fn a_site_s_own_picture_comes_in_the_place_of_ours() {
        let mut site = Memory::default();
        site.add("print/pictures/phone.png", "own");
        let mut loading = Loading::default();
        let all = files(&site, &mut loading);
        let phones: Vec<&str> =
            all.iter().map(|file| file.path.as_str()).filter(|path| path.contains("phone")).collect();
        assert_eq!(phones, ["pictures/phone.png"]);
        assert_eq!(all.len(), builtin::pictures().len());
    }

    #[test]
    fn every_picture_of_ours_has_a_licence_and_a_source() {
        let named: BTreeSet<String> = images::built_in().into_keys().collect();
        let name = |file: &String| Some(format!("pictures/{}", file.strip_suffix(".svg")?));
        let drawn: BTreeSet<String> = builtin::pictures().keys().filter_map(name).collect();
        assert_eq!(named, drawn);
        assert_eq!(drawn.len(), 25);
        assert!(images::built_in().values().all(|credit| !credit.licence.is_empty() && !credit.source.is_empty()));
    }
}
