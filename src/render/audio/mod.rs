//! Audio: a script that somebody can read out as it stands, and the same for a voice, in SSML 1.1. Figures and short forms are
//! words in both (`speech`). Sound goes out with them where it lies ready: what a person recorded, or a voice said (`sound`).
//!
//! The way: a document → what is said, by parts, paragraphs and sentences (`recital`, `reader`) → `script`, `ssml`, `sound`.

mod problems;
mod pronounced;
mod reader;
mod recital;
mod script;
mod sentences;
mod sound;
mod speech;
mod ssml;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Ready, Setting, Whole, Written};
use crate::diag::Diagnostic;
use crate::model::{FormatName, Site};
pub use problems::KINDS;
use pronounced::Pronounced;
pub use sound::{Reading, Step, Words, not_made};

/// The format.
pub const AUDIO: LinearFormat<Audio> = LinearFormat(Audio);

/// Audio.
#[derive(Clone, Copy)]
pub struct Audio;

/// Returns what a voice has to say of every page and leaflet that goes out in audio and that nobody recorded.
pub fn readings(site: &Site) -> Vec<Reading> {
    let mut readings = Vec::new();
    AUDIO.each(site, &mut |whole| readings.extend(sound::reading(site, whole)));
    readings
}

impl Linear for Audio {
    fn name(&self) -> &'static str {
        "audio"
    }

    fn files(&self) -> &'static [FileKind] {
        const SCRIPT: FileKind = FileKind {
            of_page: "-script.txt",
            of_leaflet: "script.txt",
            media: "TXT",
            label: |words| &words.audio.script,
        };
        const SSML: FileKind = FileKind {
            of_page: ".ssml",
            of_leaflet: "audio.ssml",
            media: "SSML",
            label: |words| &words.audio.for_voices,
        };
        &[SCRIPT, SSML]
    }

    fn is_read_first(&self) -> bool {
        true
    }

    fn has_ready(&self, site: &Site) -> bool {
        !site.sounds.recordings.is_empty() || !site.sounds.spoken.is_empty()
    }

    fn ready<'s>(&self, site: &'s Site, whole: &Whole<'_>) -> Option<Ready<'s>> {
        sound::ready(site, whole)
    }

    fn judge_ready(&self, site: &Site, whole: &Whole<'_>) -> Vec<Diagnostic> {
        sound::judge(site, whole)
    }

    fn overlooked(&self, site: &Site) -> Vec<Diagnostic> {
        sound::overlooked(site, FormatName(self.name()))
    }

    fn write(
        &self,
        document: &Document,
        setting: &Setting<'_>,
    ) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let words = setting.site.words.of(&document.lang);
        let pronounced = Pronounced::of(&setting.site.glossary);
        let recital =
            reader::recital(document, words, &pronounced, setting.state.is_unread().then_some(&words.web.unread));
        let files = [script::write(&recital), ssml::write(&recital)];
        Ok((
            files.into_iter().map(|text| Written { bytes: text.into_bytes(), ..Written::default() }).collect(),
            Vec::new(),
        ))
    }
}
