//! Where something stands in a source file, and the way from a byte offset to a line and column.

use std::sync::Arc;

/// One source file, as a number in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Returns the span of these bytes of `file`; an end before the start becomes an empty span.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// Returns the empty span at the start of `file`, for what concerns the whole file.
    pub fn whole(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// Returns the span from the start of this one to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span { end: other.end.max(self.start), ..self }
    }
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One file as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path relative to the site's root, with forward slashes.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: Arc<str>,
    line_starts: Vec<u32>,
    /// Whether it is none of the files that reports count.
    aside: bool,
}

impl Source {
    /// Returns a source that knows where its lines start.
    pub fn new(path: String, text: Arc<str>) -> Source {
        let mut line_starts = vec![0];
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        line_starts.extend(ends.filter_map(|(at, _)| u32::try_from(at + 1).ok()));
        Source { path, text, line_starts, aside: false }
    }

    /// Returns the line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start as usize <= offset).max(1);
        let start = self.line_starts[line - 1] as usize;
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// Returns the byte offset at which a line (from 1) starts; a line past the end is the end.
    pub fn line_start(&self, line: usize) -> usize {
        let start = self.line_starts.get(line.saturating_sub(1));
        start.map_or(self.text.len(), |start| *start as usize)
    }
}

/// Every source file of a site, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and returns its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source::new(path.into(), text.into()));
        id
    }

    /// Adds a file whose lines are known already and returns its id.
    pub fn push(&mut self, source: Source) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(source);
        id
    }

    /// Adds a file that may have findings but is none of those that reports count, such as a template.
    pub fn add_aside(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.push(Source { aside: true, ..Source::new(path.into(), text.into()) })
    }

    /// Returns a file; ids come from this list, so there is always one.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// Returns the text under a span, or nothing where the span does not fit the file.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Returns the number of files that reports count.
    pub fn len(&self) -> usize {
        self.files.iter().filter(|file| !file.aside).count()
    }

    /// Returns whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns every file with its id.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0u32..).map(FileId).zip(&self.files)
    }
}
