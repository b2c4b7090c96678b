//! Films: their files looked up, their captions read, and whether those who cannot hear or see a film get all of it.
//! This is no rule of the checks: nobody can switch it off. How captions read is for the checks.

use std::collections::BTreeMap;

use crate::content::Loading;
use crate::content::link::settle::AllGone;
use crate::content::link::takedown;
use crate::content::link::targets::{decoded, join};
use crate::content::problems;
use crate::content::read::captions;
use crate::content::read::files::{Files, Found};
use crate::content::read::text::MOST_BYTES;
use crate::content::read_text;
use crate::diag::{Diagnostic, Span, nearest};
use crate::model::kinds::{Cue, FilmDetails};
use crate::model::{Asset, AssetId, Block, Details, Page, PageId, Site, walk};

/// Endings of films that all of today's browsers play. Source: HTML Living Standard, 4.8.8 names no kind of film; MDN,
/// "Media container formats".
const PLAYED: [&str; 3] = ["mp4", "m4v", "webm"];

/// Where a film's files are looked up.
struct Shelf<'a> {
    assets: &'a [Asset],
    ids: BTreeMap<&'a str, AssetId>,
    /// Captions that were read, so that a translation of a page does not report them again.
    read: BTreeMap<AssetId, Vec<Cue>>,
    files: &'a dyn Files,
}

/// Looks up the files of every film and reads its captions.
pub fn look_up(site: &mut Site, files: &dyn Files, loading: &mut Loading) {
    let mut pages = std::mem::take(&mut site.pages);
    let ids = site.asset_ids().map(|(id, asset)| (asset.path.as_str(), id)).collect();
    let mut shelf = Shelf { assets: &site.assets, ids, read: BTreeMap::new(), files };
    for (number, page) in pages.iter_mut().enumerate() {
        let Details::Film(details) = &page.meta.details else { continue };
        let mut film = details.as_ref().clone();
        shelf.film(page, &mut film, loading);
        let own = PageId(u32::try_from(number).unwrap_or(u32::MAX));
        walk::blocks_mut(&mut page.blocks, &mut |block| {
            if let Block::Video(video) = block {
                video.page = Some(own.into());
                video.file = match &film.bsl {
                    Some(bsl) if video.signed => bsl.video_file,
                    _ => film.video_file,
                }
                .map(Into::into);
                video.captions = film.captions.file.filter(|_| !video.signed).map(Into::into);
            }
        });
        page.meta.details = Details::Film(Box::new(film));
    }
    site.pages = pages;
}

impl Shelf<'_> {
    fn film(&mut self, page: &Page, film: &mut FilmDetails, loading: &mut Loading) {
        let at = page.key_span("video");
        match film.video.as_str() {
            "" if page.meta.spans.contains_key("video") => {}
            "" => {
                let help = "add `video:` with the film's file, such as `film.mp4`, and put the file beside the page";
                report(loading, page.key_span("kind"), "this page is about a film, and does not name its file", help);
            }
            wanted => film.video_file = self.played(page, wanted, at, loading),
        }
        match film.captions.wanted.as_str() {
            "" if is_gap(&film.video) => {}
            "" => {
                let help = "add `captions:` with a WebVTT file, such as `film.vtt`: people who are deaf need them";
                let key = ["captions", "video"].into_iter().find(|key| page.meta.spans.contains_key(*key));
                report(loading, page.key_span(key.unwrap_or("kind")), "this film has no captions", help);
            }
            wanted => {
                let at = page.key_span("captions");
                film.captions.file = self.find(page, wanted, "captions", &["vtt"], at, loading);
                if let Some(id) = film.captions.file {
                    film.captions.cues = self.cues(id, loading);
                }
            }
        }
        if let Some(bsl) = &mut film.bsl {
            let at = page.key_span("bsl");
            if bsl.video.is_empty() {
                let help = "add `video:` under it with the film's file, or take `bsl:` out";
                report(loading, at, "`bsl` does not name a film", help);
            } else {
                bsl.video_file = self.played(page, &bsl.video, at, loading);
            }
        }
    }

    fn played(&self, page: &Page, wanted: &str, at: Span, loading: &mut Loading) -> Option<AssetId> {
        self.find(page, wanted, "film", &PLAYED, at, loading)
    }

    /// Returns a file beside a page, of one of some endings; reports what is wrong with it.
    fn find(
        &self,
        page: &Page,
        wanted: &str,
        what: &str,
        endings: &[&str],
        at: Span,
        loading: &mut Loading,
    ) -> Option<AssetId> {
        if is_gap(wanted) {
            return None;
        }
        if wanted.contains("//") {
            let help = "save it beside the page: the other website would learn who watches it";
            report(loading, at, format!("`{wanted}` is on another website"), help);
            return None;
        }
        let file = join(&page.path, &decoded(wanted));
        let found = file.as_deref().and_then(|file| self.ids.get(file)).copied();
        let Some(id) = found else {
            let near = file.as_deref().and_then(|file| self.near(file, endings));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "put the file beside the page, and write its name as it is".to_string(),
            };
            report(loading, at, format!("there is no file `{wanted}`"), help);
            return None;
        };
        let ending = wanted.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        if !endings.contains(&ending.as_str()) {
            let (message, help) = match what {
                "captions" => (
                    format!("`{wanted}` is not a file of captions that browsers read"),
                    "save the captions as WebVTT, with the ending .vtt, in your captioning program",
                ),
                _ => (
                    format!("`{wanted}` is not a film that every browser plays"),
                    "save it as MP4 (H.264), with the ending .mp4, in your film program",
                ),
            };
            report(loading, at, message, help);
            return None;
        }
        Some(id)
    }

    /// Returns the file that was probably meant: of the same name elsewhere, or of nearly the same name.
    fn near(&self, file: &str, endings: &[&str]) -> Option<String> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        let fits = |path: &&&str| path.rsplit('.').next().is_some_and(|ending| endings.contains(&ending));
        let wanted = name(file);
        let mut paths = self.ids.keys().filter(fits);
        match paths.clone().find(|path| name(path) == wanted) {
            Some(same) => Some((*same).to_string()),
            None => nearest(file, paths.by_ref().copied()),
        }
    }

    fn cues(&mut self, id: AssetId, loading: &mut Loading) -> Vec<Cue> {
        if let Some(cues) = self.read.get(&id) {
            return cues.clone();
        }
        let asset = &self.assets[id.0 as usize];
        let source = read_text(self.files, &Found { path: asset.source.clone(), bytes: asset.size }, MOST_BYTES);
        let text = loading.add(source);
        let cues = text.map(|(file, text)| captions::parse(&text, file, &mut loading.found)).unwrap_or_default();
        self.read.insert(id, cues.clone());
        cues
    }
}

/// Judges whether every film has a transcript: on its page, or on one that it names.
pub fn judge(site: &Site, gone: &AllGone, loading: &mut Loading) {
    let paths: BTreeMap<&str, &Page> = site.pages.iter().map(|page| (page.path.as_str(), page)).collect();
    for page in &site.pages {
        let Details::Film(film) = &page.meta.details else { continue };
        if is_gap(&film.video) || is_gap(&film.transcript) {
            continue;
        }
        if film.transcript.is_empty() {
            own_transcript(page, loading);
            continue;
        }
        let file = join(&page.path, &decoded(film.transcript.split('#').next().unwrap_or("")));
        let found = file.as_deref().and_then(|file| paths.get(file));
        let at = page.key_span("transcript");
        if let Some(gone) = file.as_ref().and_then(|file| gone.get(file)) {
            loading.found.push(takedown::no_transcript(gone, &site.about.language, at));
            continue;
        }
        match found {
            Some(other) if other.file == page.file => {
                let help = "remove `transcript:`; a heading `## Transcript {#transcript}` on this page is enough";
                report(loading, at, "`transcript` names this page itself", help);
            }
            Some(_) => {}
            // A page that is not there is told of as a link that leads nowhere.
            None if ![".md", "/"].iter().any(|ending| film.transcript.ends_with(ending)) => {
                let help = "put the words on a page, and write the name of its file, such as `film-transcript.md`";
                report(loading, at, format!("the transcript `{}` is not a page", film.transcript), help);
            }
            None => {}
        }
    }
}

fn own_transcript(page: &Page, loading: &mut Loading) {
    let heading = page.blocks.iter().position(|block| matches!(block, Block::Heading(h) if h.id == "transcript"));
    let held = page.headings().into_iter().find(|heading| heading.id == "transcript");
    let (at, message) = match (heading, held) {
        (None, Some(_)) => return,
        (Some(at), Some(heading)) => match page.blocks.get(at + 1) {
            None | Some(Block::Contact(_)) => (heading.span, "the transcript is empty"),
            Some(Block::Heading(next)) if next.level <= heading.level => (heading.span, "the transcript is empty"),
            Some(_) => return,
        },
        _ => {
            let key = ["transcript", "video"].into_iter().find(|key| page.meta.spans.contains_key(*key));
            (page.key_span(key.unwrap_or("kind")), "this film has no transcript")
        }
    };
    let help = "write all that is said and shown under a heading `## Transcript {#transcript}`, or name the page that \
                has it in `transcript:`";
    report(loading, at, message, help);
}

/// Returns whether a value is still to be written; the checks tell of that.
fn is_gap(value: &str) -> bool {
    value.starts_with("[[")
}

fn report(loading: &mut Loading, span: Span, message: impl Into<String>, help: impl Into<String>) {
    loading.found.push(Diagnostic::new(&problems::FILM_INCOMPLETE, span, message, help));
}
