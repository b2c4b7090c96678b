//! Audio: a script that somebody can read out as it stands, and the same for a voice, in SSML 1.1. Figures and short forms are
//! words in both (`speech`).
//!
//! The way: a document → what is said, by parts, paragraphs and sentences (`recital`, `reader`) → `script`, `ssml`.

mod pronounced;
mod reader;
mod recital;
mod script;
mod sentences;
mod speech;
mod ssml;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::diag::Diagnostic;
use pronounced::Pronounced;

/// The format.
pub const AUDIO: LinearFormat<Audio> = LinearFormat(Audio);

/// Audio.
#[derive(Clone, Copy)]
pub struct Audio;

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
