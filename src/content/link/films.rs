//! Films: their files looked up, their captions read, and whether those who cannot hear or see a film get all of it.
//! This is no rule of the checks: nobody can switch it off. How captions read is for the checks.

use super::left_out;
use super::world::{Standing, World};
use crate::content::problems;
use crate::content::read::page::Head;
use crate::content::read::paths::decoded;
use crate::diag::{Diagnostic, Span, nearest};
use crate::model::kinds::FilmDetails;
use crate::model::path::join;
use crate::model::{AssetId, Block, Details, PageId, walk};

/// Endings of films that all of today's browsers play. Source: HTML Living Standard, 4.8.8 names no kind of film; MDN,
/// "Media container formats".
const PLAYED: [&str; 3] = ["mp4", "m4v", "webm"];

/// Looks up the files of the film that a page is about and reads its captions; returns what is wrong.
pub fn look_up(world: &dyn World, page: &Head, details: &mut Details, blocks: &mut [Block]) -> Vec<Diagnostic> {
    let Details::Film(film) = details else { return Vec::new() };
    let mut shelf = Shelf { world, found: Vec::new() };
    shelf.film(page, film);
    walk::blocks_mut(blocks, &mut |block| {
        if let Block::Video(video) = block {
            video.page = Some(PageId(page.file.0).into());
            video.file = match &film.bsl {
                Some(bsl) if video.signed => bsl.video_file,
                _ => film.video_file,
            }
            .map(Into::into);
            video.captions = film.captions.file.filter(|_| !video.signed).map(Into::into);
        }
    });
    shelf.found
}

/// Where a film's files are looked up.
struct Shelf<'a> {
    world: &'a dyn World,
    found: Vec<Diagnostic>,
}

impl Shelf<'_> {
    fn film(&mut self, page: &Head, film: &mut FilmDetails) {
        let at = page.at("video");
        match film.video.as_str() {
            "" if page.front.meta.spans.contains_key("video") => {}
            "" => {
                let help = "add `video:` with the film's file, such as `film.mp4`, and put the file beside the page";
                self.report(page.at("kind"), "this page is about a film, and does not name its file", help);
            }
            wanted => film.video_file = self.played(page, wanted, at),
        }
        match film.captions.wanted.as_str() {
            "" if is_gap(&film.video) => {}
            "" => {
                let help = "add `captions:` with a WebVTT file, such as `film.vtt`: people who are deaf need them";
                let key = ["captions", "video"].into_iter().find(|key| page.front.meta.spans.contains_key(*key));
                self.report(page.at(key.unwrap_or("kind")), "this film has no captions", help);
            }
            wanted => {
                let at = page.at("captions");
                film.captions.file = self.find(page, wanted, "captions", &["vtt"], at);
                if let Some(id) = film.captions.file {
                    film.captions.cues = self.world.captions(id).cues.clone();
                }
            }
        }
        if let Some(bsl) = &mut film.bsl {
            let at = page.at("bsl");
            if bsl.video.is_empty() {
                let help = "add `video:` under it with the film's file, or take `bsl:` out";
                self.report(at, "`bsl` does not name a film", help);
            } else {
                bsl.video_file = self.played(page, &bsl.video, at);
            }
        }
    }

    fn played(&mut self, page: &Head, wanted: &str, at: Span) -> Option<AssetId> {
        self.find(page, wanted, "film", &PLAYED, at)
    }

    /// Returns a file beside a page, of one of some endings; reports what is wrong with it.
    fn find(&mut self, page: &Head, wanted: &str, what: &str, endings: &[&str], at: Span) -> Option<AssetId> {
        if is_gap(wanted) {
            return None;
        }
        if wanted.contains("//") {
            let help = "save it beside the page: the other website would learn who watches it";
            self.report(at, format!("`{wanted}` is on another website"), help);
            return None;
        }
        let file = join(&page.path, &decoded(wanted));
        let found = file.as_deref().and_then(|file| self.world.beside(file));
        let Some(id) = found.map(|beside| beside.id) else {
            let near = file.as_deref().and_then(|file| self.near(file, endings));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "put the file beside the page, and write its name as it is".to_string(),
            };
            self.report(at, format!("there is no file `{wanted}`"), help);
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
            self.report(at, message, help);
            return None;
        }
        Some(id)
    }

    /// Returns the file that was probably meant: of the same name elsewhere, or of nearly the same name.
    fn near(&self, file: &str, endings: &[&str]) -> Option<String> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        let wanted = name(file);
        let all = self.world.paths_beside();
        let paths = all.iter().map(String::as_str);
        let paths = paths.filter(|path| path.rsplit('.').next().is_some_and(|ending| endings.contains(&ending)));
        match paths.clone().find(|path| name(path) == wanted) {
            Some(same) => Some(same.to_string()),
            None => nearest(file, paths),
        }
    }

    fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(told(span, message, help));
    }
}

/// Judges whether the film of a page has a transcript: on the page, or on one that it names.
pub fn judge(world: &dyn World, page: &Head, film: &FilmDetails, blocks: &[Block]) -> Option<Diagnostic> {
    if is_gap(&film.video) || is_gap(&film.transcript) {
        return None;
    }
    if film.transcript.is_empty() {
        return own_transcript(page, blocks);
    }
    let at = page.at("transcript");
    let file = join(&page.path, &decoded(film.transcript.split('#').next().unwrap_or("")));
    match file.map_or(Standing::Nowhere, |file| world.at_path(&file)) {
        Standing::Gone(gone) => Some(left_out::no_transcript(&gone, &world.config().about.language, at)),
        Standing::Here(other) if other.file == page.file => {
            let help = "remove `transcript:`; a heading `## Transcript {#transcript}` on this page is enough";
            Some(told(at, "`transcript` names this page itself", help))
        }
        Standing::Here(_) => None,
        // A page that does not exist is reported with the broken links.
        Standing::Nowhere if [".md", "/"].iter().any(|ending| film.transcript.ends_with(ending)) => None,
        Standing::Nowhere => {
            let help = "put the words on a page, and write the name of its file, such as `film-transcript.md`";
            Some(told(at, format!("the transcript `{}` is not a page", film.transcript), help))
        }
    }
}

fn own_transcript(page: &Head, blocks: &[Block]) -> Option<Diagnostic> {
    let heading = blocks.iter().position(|block| matches!(block, Block::Heading(h) if h.id == "transcript"));
    let held = walk::headings(blocks).into_iter().find(|heading| heading.id == "transcript");
    let (at, message) = match (heading, held) {
        (None, Some(_)) => return None,
        (Some(at), Some(heading)) => match blocks.get(at + 1) {
            None | Some(Block::Contact(_)) => (heading.span, "the transcript is empty"),
            Some(Block::Heading(next)) if next.level <= heading.level => (heading.span, "the transcript is empty"),
            Some(_) => return None,
        },
        _ => {
            let key = ["transcript", "video"].into_iter().find(|key| page.front.meta.spans.contains_key(*key));
            (page.at(key.unwrap_or("kind")), "this film has no transcript")
        }
    };
    let help = "write all that is said and shown under a heading `## Transcript {#transcript}`, or name the page that \
                has it in `transcript:`";
    Some(told(at, message, help))
}

/// Returns whether a value is still to be written; the checks tell of that.
fn is_gap(value: &str) -> bool {
    value.starts_with("[[")
}

fn told(span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&problems::FILM_INCOMPLETE, span, message, help)
}
