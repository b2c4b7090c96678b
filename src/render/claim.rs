//! A claim: one file that a job will make, and what in the sources asks for it.

use crate::diag::{FileId, Sources, Span};

/// One file that a job will make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The path under the output folder, with forward slashes.
    pub path: String,
    /// What the file is, such as "the page `content/hall.md`".
    pub what: String,
    /// What in the sources asks for it.
    pub claimant: Claimant,
    /// What happens if something else asks for the same file.
    pub right: Right,
    /// Whether there is the file in any case.
    pub certain: Certain,
}

/// Whether there is a file that is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certain {
    /// In any case.
    Yes,
    /// Only its job can tell: it is one of several, and how many there are depends on how the words fall.
    Perhaps,
}

/// What in the sources asks for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimant {
    /// These words of an author's file.
    At(Span),
    /// A file that has no text, by its path from the site's folder.
    File(String),
    /// Nothing: every site has it.
    Site,
}

/// What happens if something else asks for the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Neither may have it.
    Own,
    /// It yields to an author's file that is meant to replace it.
    Yields,
    /// It takes the place of what yields.
    Replaces,
}

impl Claim {
    /// Returns the claim to a file that an author asked for at a place.
    pub fn at(path: impl Into<String>, what: impl Into<String>, span: Span) -> Claim {
        Claim {
            path: path.into(),
            what: what.into(),
            claimant: Claimant::At(span),
            right: Right::Own,
            certain: Certain::Yes,
        }
    }

    /// Returns the claim to a file that is published as it is, given its path from the site's folder.
    pub fn file(path: impl Into<String>, source: impl Into<String>) -> Claim {
        let source = source.into();
        let what = format!("the file `{source}`");
        Claim { path: path.into(), what, claimant: Claimant::File(source), right: Right::Own, certain: Certain::Yes }
    }

    /// Returns the claim to a file that every site has.
    pub fn site(path: impl Into<String>, what: impl Into<String>) -> Claim {
        Claim {
            path: path.into(),
            what: what.into(),
            claimant: Claimant::Site,
            right: Right::Yields,
            certain: Certain::Yes,
        }
    }

    /// Returns the claim with the right to take the place of what yields.
    #[must_use]
    pub fn replacing(self) -> Claim {
        Claim { right: Right::Replaces, ..self }
    }

    /// Returns the claim to a file that there may be.
    #[must_use]
    pub fn perhaps(self) -> Claim {
        Claim { certain: Certain::Perhaps, ..self }
    }

    /// Returns how much the claimant can do about a clash, from 0 to 2. Of two claims, the finding stands at the higher one.
    pub(super) fn rank(&self) -> u8 {
        match self.claimant {
            Claimant::Site => 0,
            Claimant::At(_) => 1,
            Claimant::File(_) => 2,
        }
    }

    /// Returns where a finding about the claim stands.
    pub(super) fn span(&self, sources: &mut Sources) -> Span {
        match &self.claimant {
            Claimant::At(span) => *span,
            Claimant::File(path) => {
                let known = sources.iter().find(|(_, source)| source.path == *path).map(|(file, _)| file);
                Span::whole(known.unwrap_or_else(|| sources.add(path.as_str(), "")))
            }
            // The settings are the first file that is read.
            Claimant::Site => Span::whole(FileId(0)),
        }
    }
}
