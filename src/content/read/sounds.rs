//! Sound that lies ready: recordings of pages and leaflets beside them, and what a voice said earlier. Only what a file says of
//! itself is read.

use std::collections::BTreeMap;
use std::io::BufReader;

use crate::content::Loading;
use crate::content::problems;
use crate::content::read::files::{Files, Found};
use crate::model::{Lang, Sound, Sounds};
use crate::sound::{Level, heard};

/// Where what a voice said is kept, from the site's folder on.
pub const FOLDER: &str = ".handbill/sound";
/// The ending of sound: Opus in Ogg. Source: RFC 7845, 9.
const ENDING: &str = ".opus";
/// Comments that name a person or a machine, or may.
const PERSONAL: &[&str] = &[
    "ARTIST",
    "ALBUMARTIST",
    "AUTHOR",
    "COMMENT",
    "COMMENTS",
    "COMPOSER",
    "CONTACT",
    "COPYRIGHT",
    "DESCRIPTION",
    "ENCODED-BY",
    "ENCODED_BY",
    "LOCATION",
    "METADATA_BLOCK_PICTURE",
    "PERFORMER",
    "READER",
    "SOURCE",
];

/// A recording of a page or leaflet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The file.
    pub found: Found,
    /// The page or leaflet, from the site's folder on.
    pub of: String,
}

/// Takes the recordings of pages or leaflets out of files: `help-now.en.opus` is one of `help-now.md` in a site in English, and
/// `help-now.cy.opus` of `help-now.cy.md`. `path` tells where a file lies, from the site's folder on.
pub fn taken<T>(
    files: Vec<T>,
    pages: &[Found],
    language: &Lang,
    path: impl Fn(&T) -> Found,
) -> (Vec<T>, Vec<Recording>) {
    let (mut rest, mut recordings) = (Vec::new(), Vec::new());
    for file in files {
        let found = path(&file);
        match of(&found.path, pages, language) {
            Some(of) => recordings.push(Recording { found, of }),
            None => rest.push(file),
        }
    }
    (rest, recordings)
}

/// Returns the page or leaflet that a file is a recording of.
fn of(path: &str, pages: &[Found], language: &Lang) -> Option<String> {
    let (stem, tag) = path.strip_suffix(ENDING)?.rsplit_once('.')?;
    let own = Lang::parse(tag)?.is_same_language(language);
    let of = if own { format!("{stem}.md") } else { format!("{stem}.{tag}.md") };
    pages.iter().any(|page| page.path == of).then_some(of)
}

/// Reads what all sound says of itself.
pub fn read(files: &dyn Files, recordings: &[Recording], loading: &mut Loading) -> Sounds {
    let mut sounds = Sounds::default();
    for recording in recordings {
        let path = &recording.found.path;
        let heard = match open(files, path) {
            Ok(heard) => heard,
            Err(why) => {
                let help = "save it as Opus in your sound program, one channel, or take it away";
                loading.report(path, &problems::RECORDING_UNREADABLE, format!("this recording {why}"), help);
                continue;
            }
        };
        let mut names: Vec<&str> =
            heard.comments.iter().map(|(name, _)| name.as_str()).filter(|name| PERSONAL.contains(name)).collect();
        names.dedup();
        if !names.is_empty() {
            let message = format!("this recording says more than its words: {}", names.join(", "));
            let help = "if readers should not get that, save it again without comments: \
                        `ffmpeg -i old.opus -map_metadata -1 -map_metadata:s -1 -c copy new.opus`";
            loading.report(path, &problems::RECORDING_SAYS_MORE, message, help);
        }
        let of = loading.sources.names().id(&recording.of);
        let level = level(files, path);
        sounds.recordings.insert(of, Sound { level, ..sound(&recording.found, heard, 0) });
    }
    for (words, kept) in spoken(files) {
        sounds.spoken.extend(kept.into_iter().next().map(|sound| (words, sound)));
    }
    sounds
}

/// Returns what voices said, by what stands for the words.
pub fn spoken(files: &dyn Files) -> BTreeMap<u64, Vec<Sound>> {
    let mut kept: BTreeMap<u64, Vec<Sound>> = BTreeMap::new();
    let opus = |path: &str| path == FOLDER || path.ends_with(ENDING);
    for found in files.list(FOLDER, &opus).unwrap_or_default().files {
        // What is broken, or none of ours, counts as not there: it is made again.
        let Some((words, voice)) = numbers(&found.path) else { continue };
        let Ok(heard) = open(files, &found.path) else { continue };
        kept.entry(words).or_default().push(sound(&found, heard, voice));
    }
    kept
}

/// Returns the path of what a voice said, by what stands for its words and for the voice.
pub fn kept_at(words: u64, voice: u64) -> String {
    format!("{FOLDER}/{words:016x}-{voice:016x}{ENDING}")
}

/// Returns what stands in such a path for the words and for the voice.
pub fn numbers(path: &str) -> Option<(u64, u64)> {
    let (words, voice) = path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(ENDING)?.split_once('-')?;
    let number = |text: &str| u64::from_str_radix(text, 16).ok();
    let (words, voice) = (number(words)?, number(voice)?);
    (kept_at(words, voice) == path).then_some((words, voice))
}

fn open(files: &dyn Files, path: &str) -> Result<heard::Heard, String> {
    let file = files.open(path).map_err(|error| format!("cannot be read: {}", crate::diag::reason(&error)))?;
    heard::read(&mut BufReader::new(file))
}

/// Returns how loud a recording is; nothing where that cannot be measured.
#[cfg(feature = "formats")]
fn level(files: &dyn Files, path: &str) -> Option<Level> {
    let file = files.open(path).ok()?;
    // What stands in the file is a stranger's: where the decoder stumbles, nothing is said of its loudness.
    let read = crate::diag::fault::caught(|| crate::sound::level::read(&mut BufReader::new(file)));
    read.ok()?.ok()?
}

#[cfg(not(feature = "formats"))]
fn level(_: &dyn Files, _: &str) -> Option<Level> {
    None
}

fn sound(found: &Found, heard: heard::Heard, voice: u64) -> Sound {
    let heard::Heard { millis, chapters, .. } = heard;
    Sound { source: found.path.clone(), bytes: found.bytes, millis, chapters, voice, level: None }
}

#[cfg(test)]
mod tests {
    use super::{kept_at, numbers, of};
    use crate::content::files::Found;
    use crate::model::Lang;

    #[test]
    fn a_recording_is_known_by_its_name() {
        let pages: Vec<Found> = ["content/help.cy.md", "content/help.md", "content/index.md"]
            .into_iter()
            .map(|path| Found { path: path.to_string(), bytes: 0 })
            .collect();
        let language = Lang::parse("en-GB").expect("it is one");
        for (path, page) in [
            ("content/help.en.opus", Some("content/help.md")),
            ("content/help.cy.opus", Some("content/help.cy.md")),
            ("content/index.en-GB.opus", Some("content/index.md")),
            ("content/index.cy.opus", None),
            ("content/help.opus", None),
            ("content/help.en.mp3", None),
            ("content/other.en.opus", None),
        ] {
            assert_eq!(of(path, &pages, &language).as_deref(), page, "{path}");
        }
    }

    #[test]
    fn what_was_kept_is_known_by_its_name_and_nothing_else_is() {
        assert_eq!(numbers(&kept_at(1, u64::MAX)), Some((1, u64::MAX)));
        for other in
            [".handbill/sound/1-2.opus", ".handbill/sound/x.opus", "content/0000000000000001-0000000000000002.opus"]
        {
            assert_eq!(numbers(other), None, "{other}");
        }
    }
}
