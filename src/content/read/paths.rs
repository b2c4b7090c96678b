//! Paths as authors write them, and the files that a page or leaflet asks for.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::picture_set;
use crate::model::address::percent_decoded;
use crate::model::kinds::EASY_READ_PICTURES;
use crate::model::path::join;
use crate::model::{Block, Details, Inline, Target, walk};

/// Returns a path with the letters that its percent signs stand for, such as `a b` for `a%20b`; as it is where they
/// stand for none. Source: RFC 3986, 2.1.
pub fn decoded(path: &str) -> String {
    if path.is_ascii() && !path.contains('%') {
        return path.to_string();
    }
    percent_decoded(path).map_or_else(|| path.to_string(), |plain| plain.nfc().collect())
}

/// Returns the paths under `content/` that a page or leaflet asks for before anything is looked up: pages, files, and
/// what there is not.
pub fn wanted<'a>(
    from: &str,
    parts: impl IntoIterator<Item = &'a [Block]>,
    details: Option<&'a Details>,
) -> BTreeSet<String> {
    let mut wanted: Vec<&str> = Vec::new();
    for blocks in parts {
        walk::blocks(blocks, &mut |block| {
            match block {
                Block::Figure(figure) => wanted.push(&figure.image.wanted),
                Block::Row(row) => wanted.extend(row.image.iter().map(|image| image.wanted.as_str())),
                Block::Film(film) => wanted.extend(unread(&film.target)),
                Block::Video(video) => wanted.push(&video.wanted),
                Block::Download(download) => wanted.push(&download.wanted),
                _ => {}
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| match inline {
                    Inline::Link(link) => wanted.extend(unread(&link.target)),
                    Inline::Image(image) => wanted.push(&image.wanted),
                    _ => {}
                });
            }
        });
    }
    if let Some(Details::Film(film)) = details {
        wanted.extend([film.video.as_str(), film.captions.wanted.as_str()]);
        wanted.extend(film.bsl.iter().map(|bsl| bsl.video.as_str()));
    }
    // Whether percent signs mean themselves is known only when there is such a file.
    if let Some(Details::EasyRead(_)) = details {
        wanted.extend(EASY_READ_PICTURES);
    }
    let named: Vec<String> = wanted.iter().flat_map(|wanted| picture_set::candidates(wanted)).collect();
    let paths = wanted.into_iter().map(|wanted| wanted.split('#').next().unwrap_or(wanted));
    let both = |path: &str| {
        let plain = decoded(path);
        [join(from, path), if plain == path { None } else { join(from, &plain) }]
    };
    paths.flat_map(both).flatten().chain(named).collect()
}

fn unread(target: &Target) -> Option<&str> {
    if let Target::Unread(wanted) = target { Some(wanted) } else { None }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn percent_signs_stand_for_letters() {
        assert_eq!(decoded("a%20b%2Fcaf%C3%A9%25.md"), "a b/café%.md");
        assert_eq!(decoded("100%.md"), "100%.md");
        assert_eq!(decoded("%FF.md"), "%FF.md");
        assert_eq!(decoded("%+1%€"), "%+1%€");
    }
}
