//! What a PDF is: what it says of itself, its pages and its faces.

use serde::Serialize;

/// What a PDF is. The shape of its JSON is fixed: keys are added, never renamed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// Its size.
    pub bytes: u64,
    /// Its title; empty where it has none.
    pub title: String,
    /// Its language, such as `en-GB`; empty where it says none.
    pub language: String,
    /// Who wrote it, by its own account.
    pub author: String,
    /// What made it.
    pub producer: String,
    /// Whether it is tagged.
    pub tagged: bool,
    /// The standards that it says it follows, such as `PDF/UA-1`.
    pub claims: Vec<String>,
    /// How many entries the list beside its pages has.
    pub bookmarks: usize,
    /// Its headings in order, each with its level.
    pub headings: Vec<(u8, String)>,
    /// Its pages.
    pub pages: Vec<PageFacts>,
    /// Its faces, by name.
    pub fonts: Vec<Face>,
    /// Its smallest type.
    pub smallest: Option<Smallest>,
    /// The most ink that a colour of its text, lines and fields lays on the paper, in percent: at most 400; 0 where none is mixed
    /// from inks.
    pub ink: u16,
}

/// One page: each box is left, bottom, right and top, in points.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PageFacts {
    /// The paper.
    pub media: [f32; 4],
    /// What is shown of it.
    pub crop: [f32; 4],
    /// What is left when it is cut.
    pub trim: Option<[f32; 4]>,
    /// How far ink may run over the cut.
    pub bleed: Option<[f32; 4]>,
}

/// One face.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Face {
    /// Its name.
    pub name: String,
    /// Whether it lies in the file.
    pub embedded: bool,
    /// Whether only the letters that are used lie in it.
    pub subset: bool,
}

/// The smallest type of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Smallest {
    /// Its size in points.
    pub size: f64,
    /// The page, from 1.
    pub page: usize,
    /// The words that are set in it.
    pub words: String,
}
