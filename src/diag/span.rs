//! Where something stands in a source file, and the way from a byte offset to a line and column.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// One source file, as its number among the [`Names`] of a site.
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
    /// Where each line starts, once somebody has asked: most files have no findings.
    line_starts: OnceLock<Vec<u32>>,
    /// Whether reports do not count it among the files, as with a template.
    aside: bool,
}

/// Sources are the same where their paths and texts are.
impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        self.path == other.path && self.text == other.text && self.aside == other.aside
    }
}

impl Source {
    /// Returns a source, given its path and its text.
    pub fn new(path: String, text: Arc<str>) -> Source {
        Source { path, text, line_starts: OnceLock::new(), aside: false }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.filter_map(|(at, _)| u32::try_from(at + 1).ok())).collect()
        })
    }

    /// Returns the line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start as usize <= offset).max(1);
        let start = starts.get(line - 1).map_or(0, |start| *start as usize);
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// Returns the byte offset at which a line (from 1) starts; a line past the end is the end.
    pub fn line_start(&self, line: usize) -> usize {
        let start = self.line_starts().get(line.saturating_sub(1));
        start.map_or(self.text.len(), |start| *start as usize)
    }
}

/// Names of files and the numbers that stand for them. A path keeps its number for as long as somebody holds the names, through
/// edits, new files and removals; `site.toml` is always the first.
#[derive(Debug)]
pub struct Names {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    ids: HashMap<Arc<str>, FileId>,
    paths: Vec<Arc<str>>,
}

impl Default for Names {
    fn default() -> Names {
        let names = Names { inner: Mutex::default() };
        names.id(SETTINGS);
        names
    }
}

/// The path of the file that every site has.
const SETTINGS: &str = "site.toml";

impl Names {
    /// Returns the number of a path.
    pub fn id(&self, path: &str) -> FileId {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(id) = inner.ids.get(path) {
            return *id;
        }
        let id = FileId(u32::try_from(inner.paths.len()).unwrap_or(u32::MAX));
        let path: Arc<str> = Arc::from(path);
        inner.paths.push(Arc::clone(&path));
        inner.ids.insert(path, id);
        id
    }

    /// Returns the path that has a number; nothing where none has.
    pub fn path(&self, id: FileId) -> Option<Arc<str>> {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.paths.get(id.0 as usize).cloned()
    }
}

/// Source files with their texts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    names: Arc<Names>,
    files: BTreeMap<FileId, Arc<Source>>,
}

/// Sources are the same where their files are.
impl PartialEq for Sources {
    fn eq(&self, other: &Sources) -> bool {
        self.files == other.files
    }
}

/// What stands in the place of a file that is not among the sources.
static NOTHING: LazyLock<Source> = LazyLock::new(|| Source::new(String::new(), Arc::from("")));

impl Sources {
    /// Returns sources that give files these numbers.
    pub fn named(names: Arc<Names>) -> Sources {
        Sources { names, files: BTreeMap::new() }
    }

    /// Returns the numbers of paths.
    pub fn names(&self) -> &Arc<Names> {
        &self.names
    }

    /// Adds a file and returns its id. A file that is there already keeps its text, where the new one is empty.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.push(Source::new(path.into(), text.into()))
    }

    /// Adds a file whose lines are known already and returns its id.
    pub fn push(&mut self, source: Source) -> FileId {
        let id = self.names.id(&source.path);
        if !source.text.is_empty() || !self.files.contains_key(&id) {
            self.files.insert(id, Arc::new(source));
        }
        id
    }

    /// Adds a file by its number.
    pub fn put(&mut self, id: FileId, source: Arc<Source>) {
        self.files.insert(id, source);
    }

    /// Adds all files of others, in place of those of the same number.
    pub fn extend(&mut self, others: &Sources) {
        self.files.extend(others.files.iter().map(|(id, source)| (*id, Arc::clone(source))));
    }

    /// Adds a file that may have findings and that reports do not count, such as a template.
    pub fn add_aside(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.push(Source { aside: true, ..Source::new(path.into(), text.into()) })
    }

    /// Returns the file in which findings about the whole site stand: `site.toml`.
    pub fn settings(&self) -> FileId {
        self.names.id(SETTINGS)
    }

    /// Returns a file; an empty one without a path where it is not among these.
    pub fn get(&self, file: FileId) -> &Source {
        self.files.get(&file).map_or(&NOTHING, |source| source)
    }

    /// Returns whether a path is among these.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(&self.names.id(path))
    }

    /// Returns the text under a span, or nothing where the span does not fit the file.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Returns the number of files that reports count.
    pub fn len(&self) -> usize {
        self.files.values().filter(|file| !file.aside).count()
    }

    /// Returns whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns every file with its id, in the order in which files were named.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().map(|(id, source)| (*id, source.as_ref()))
    }
}
