//! Plain text: for e-mail, for a reader's own tools, and for whoever reads it out. Lines of 72 columns in UTF-8, no lines of
//! signs; what a link leads to stands at the end, by number.

mod lines;
mod writer;

use super::format::RenderError;
use super::linear::{Document, FileKind, Linear, LinearFormat, Setting, Written};
use crate::diag::Diagnostic;

/// The format.
pub const TEXT: LinearFormat<Text> = LinearFormat(Text);

/// Plain text.
#[derive(Clone, Copy)]
pub struct Text;

impl Linear for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn files(&self) -> &'static [FileKind] {
        const FILE: FileKind =
            FileKind { of_page: ".txt", of_leaflet: "text.txt", media: "TXT", label: |words| &words.web.plain_text };
        &[FILE]
    }

    fn is_for_all_leaflets(&self) -> bool {
        true
    }

    fn write(
        &self,
        document: &Document,
        setting: &Setting<'_>,
    ) -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError> {
        let words = setting.site.words.of(&document.lang);
        let bytes = writer::text(document, words).into_bytes();
        Ok((vec![Written { bytes, ..Written::default() }], Vec::new()))
    }
}
