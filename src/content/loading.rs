//! What is gathered while files are read: their texts, and what is wrong with them.

use std::io;
use std::sync::Arc;

use crate::config::Config;
use crate::content::problems;
use crate::content::read::files::{Files, Found, Why};
use crate::content::read::text::{self, Decoded};
use crate::content::read::{limits, names, unseen};
use crate::diag::{Diagnostic, FileId, Source, Sources, Span, reason};

/// What reading gathers besides the site: the sources, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Loading {
    /// Every source file read.
    pub sources: Sources,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl Loading {
    /// Lists a folder, without what nobody wrote for the site; what could not be entered is reported.
    pub(in crate::content) fn list(&mut self, files: &dyn Files, folder: &str) -> Vec<Found> {
        self.list_all(files, folder, &names::is_ours)
    }

    /// Lists `content/`, with the hidden files that `site.toml` names.
    pub(in crate::content) fn list_content(&mut self, files: &dyn Files, config: &Config) -> Vec<Found> {
        let wanted = |path: &str| {
            let path = path.strip_prefix("content/").unwrap_or(path);
            let named = || config.also.iter().any(|also| also.names(path) || also.leads_into(path));
            !names::is_left_over(path) && (!names::is_hidden(path) || named())
        };
        self.list_all(files, "content", &wanted)
    }

    pub(in crate::content) fn list_all(
        &mut self,
        files: &dyn Files,
        folder: &str,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Vec<Found> {
        let listing = match files.list(folder, wanted) {
            Ok(listing) => listing,
            Err(error) => {
                self.unreadable(folder, &error);
                return Vec::new();
            }
        };
        for refused in listing.refused {
            let (message, help) = match &refused.why {
                Why::Loop => ("this link leads back to a folder that holds it".to_string(), "remove the link"),
                Why::Outside => (
                    "this link leads out of the site's folder".to_string(),
                    "copy what it leads to into the site's folder",
                ),
                Why::Name => ("this file's name is not written in Unicode".to_string(), "give it another name"),
                Why::Unreadable(why) => (format!("this cannot be read: {why}"), "check who may read it"),
            };
            self.report(&refused.path, &problems::FILE_OUTSIDE, message, help);
        }
        unseen::in_names(&listing.files, self);
        listing.files
    }

    /// Reports something about a file that has no text.
    pub(in crate::content) fn report(
        &mut self,
        path: &str,
        kind: &'static crate::diag::FindingKind,
        message: String,
        help: &str,
    ) {
        let file = self.sources.add(path, "");
        self.found.push(Diagnostic::new(kind, Span::whole(file), message, help));
    }

    pub(in crate::content) fn unreadable(&mut self, path: &str, error: &io::Error) {
        let message = format!("this cannot be read: {}", reason(error));
        self.report(path, &problems::FILE_OUTSIDE, message, "check who may read it");
    }

    /// Adds a file's bytes as a source; what is not text is reported.
    pub fn text(&mut self, path: &str, bytes: Vec<u8>) -> Option<(FileId, Arc<str>)> {
        self.add(decoded(path, bytes))
    }

    /// Adds `site.toml` as a source.
    pub fn settings(&mut self, bytes: Vec<u8>) -> Option<(FileId, Arc<str>)> {
        let (path, size, most) = ("site.toml", bytes.len() as u64, limits::MOST_SETTINGS_BYTES);
        if size <= most {
            return self.text(path, bytes);
        }
        let message = format!("the settings have {} kB, more than the {} kB that may be", size / 1_000, most / 1_000);
        self.add(Err(Unread { path: path.to_string(), message, help: "delete what is not a setting", line: 1 }))
    }

    pub(in crate::content) fn add(&mut self, read: Result<Read, Unread>) -> Option<(FileId, Arc<str>)> {
        match read {
            Ok(Read { source, piled }) => {
                let text = Arc::clone(&source.text);
                let file = self.sources.push(source);
                self.found.extend(piled.map(|at| limits::marks_piled(Span::new(file, at, at))));
                Some((file, text))
            }
            Err(Unread { path, message, help, line }) => {
                let file = self.sources.add(path, "\n".repeat(line - 1));
                let end = line - 1;
                let span = Span::new(file, end, end);
                self.found.push(Diagnostic::new(&problems::TEXT_UNREADABLE, span, message, help));
                None
            }
        }
    }
}

/// A file that is text.
pub(in crate::content) struct Read {
    pub source: Source,
    /// Where too many marks stand on one letter, the first time.
    pub piled: Option<usize>,
}

pub(in crate::content) struct Unread {
    pub path: String,
    pub message: String,
    pub help: &'static str,
    pub line: usize,
}

pub(in crate::content) fn decoded(path: &str, bytes: Vec<u8>) -> Result<Read, Unread> {
    match text::decode(bytes) {
        Ok(Decoded { text, piled }) => Ok(Read { source: Source::new(path.to_string(), Arc::from(text)), piled }),
        Err(not_text) => {
            let (message, help) = not_text.explain();
            Err(Unread { path: path.to_string(), message, help, line: not_text.line() })
        }
    }
}

/// Reads a file of at most so many bytes.
pub(in crate::content) fn read_text(files: &dyn Files, found: &Found, most: u64) -> Result<Read, Unread> {
    if found.bytes > most {
        let (message, help) = text::NotText::TooLarge(found.bytes, most).explain();
        return Err(Unread { path: found.path.clone(), message, help, line: 1 });
    }
    match files.read(&found.path) {
        Ok(bytes) => decoded(&found.path, bytes),
        Err(error) => {
            let message = format!("this cannot be read: {}", reason(&error));
            Err(Unread { path: found.path.clone(), message, help: "check who may read it", line: 1 })
        }
    }
}
