//! Sound made before a site is: a voice reads out what has none yet, and what it said is kept for this build and later ones.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Error, Reading};
use crate::content::files::Files;
use crate::content::sounds::{self, kept_at};
use crate::diag::{Diagnostic, Severity};
use crate::model::{Sounds, fnv};
use crate::publish;
use crate::render::audio::{self, Step};
use crate::sound::Recorder;
use crate::voice::{Passage, Silent, Voice};

/// Why a reading has no sound, and what to do.
struct Failed {
    why: String,
    help: &'static str,
    /// Whether others would fail like it.
    for_all: bool,
}

/// Lets a voice read out every page and leaflet that has no sound of its words, and gives it to the site; returns what the voice
/// did not say. What was made stays, whatever fails later.
///
/// # Errors
///
/// Sound cannot be kept.
pub fn make(
    files: &dyn Files,
    reading: &mut Reading,
    voice: &Voice,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Vec<Diagnostic>, Error> {
    let stopped = reading.diagnostics.iter().any(|found| found.severity == Severity::Error);
    let (Some(site), Some(root), false) = (&mut reading.site, files.root(), stopped) else { return Ok(Vec::new()) };
    let own = fnv::hash(voice.written().as_bytes());
    let wanted = audio::readings(site);
    let has = |words: &u64| site.sounds.spoken.get(words).is_some_and(|sound| sound.voice == own);
    let missing: Vec<&audio::Reading> = wanted.iter().filter(|reading| !has(&reading.words)).collect();
    let (given_up, done, count) = (AtomicBool::new(false), AtomicUsize::new(0), missing.len());
    let made: Vec<(Vec<Diagnostic>, bool)> = missing
        .par_iter()
        .map(|reading| {
            if given_up.load(Ordering::Relaxed) {
                return Ok((Vec::new(), false));
            }
            let made = spoken(reading, voice);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, count);
            match made {
                Ok(bytes) => {
                    let path = kept_at(reading.words, own);
                    publish::sounds::keep(root, &path, &bytes)?;
                    Ok((Vec::new(), true))
                }
                // One is told; the others would be told the same.
                Err(failed) if failed.for_all && given_up.swap(true, Ordering::Relaxed) => Ok((Vec::new(), false)),
                Err(failed) => {
                    let others = if failed.for_all && count > 1 { "; no other page was tried" } else { "" };
                    Ok((vec![audio::not_made(reading, &format!("{}{others}", failed.why), failed.help)], false))
                }
            }
        })
        .collect::<Result<_, Error>>()?;
    if made.iter().any(|(_, made)| *made) {
        let kept = sounds::spoken(files);
        // A voice that has read out everything has read anew what other voices or other words had.
        if made.iter().all(|(_, made)| *made) {
            let current = |words: u64, voice: u64| voice == own && wanted.iter().any(|reading| reading.words == words);
            publish::sounds::sweep(root, sounds::FOLDER, &|name| {
                sounds::numbers(name).is_some_and(|(words, voice)| !current(words, voice))
            });
        }
        let site = Arc::make_mut(site);
        let spoken = kept
            .into_iter()
            .filter_map(|(words, mut sounds)| {
                let best = sounds.iter().position(|sound| sound.voice == own).unwrap_or_default();
                (best < sounds.len()).then(|| (words, sounds.swap_remove(best)))
            })
            .collect();
        site.sounds = Arc::new(Sounds { spoken, ..(*site.sounds).clone() });
    }
    Ok(made.into_iter().flat_map(|(found, _)| found).collect())
}

/// Returns what a voice says of a page or leaflet, as a file.
fn spoken(reading: &audio::Reading, voice: &Voice) -> Result<Vec<u8>, Failed> {
    let program = voice.program();
    let by_silence =
        |silent: Silent| Failed { why: silent.to_string(), help: silent.help(), for_all: silent.is_for_all() };
    let by_coder = |why: &str| by_silence(Silent::Failed(program.to_string(), format!(": it {why}")));
    let mut recorder = Recorder::new().map_err(by_coder)?;
    for step in &reading.steps {
        match step {
            Step::Chapter(title) => recorder.chapter(title.as_str()),
            Step::Pause(millis) => recorder.pause(*millis).map_err(by_coder)?,
            Step::Say(words) => {
                let passage = Passage { lang: words.lang.clone(), text: words.text.clone(), ssml: words.ssml.clone() };
                recorder.say(&voice.say(&passage).map_err(by_silence)?).map_err(by_coder)?;
            }
        }
    }
    recorder.done(&[("TITLE", &reading.title), ("LANGUAGE", &reading.lang)]).map_err(by_coder)
}
