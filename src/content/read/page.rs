//! One Markdown file to the draft of a page.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::config::Config;
use crate::content::handed::Handed;
use crate::content::problems;
use crate::content::read::directives;
use crate::content::read::front_matter::{self, Cascade, Front, Original};
use crate::content::read::markdown::Reader;
use crate::content::read::paths;
use crate::diag::nearest;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, FormatName, HOME, Lang, Meta, Note, Waiver, is_home, walk};

/// What stands before a page's text in its own file, and where that text starts.
#[derive(Debug)]
pub struct Opening {
    /// What stands there; nothing where it cannot be read.
    pub head: Option<Arc<Head>>,
    /// The page's whole file.
    pub text: Arc<str>,
    /// The page's language.
    pub lang: Lang,
    /// Where the page's text starts, in bytes.
    pub body: usize,
    /// What is wrong. A translation is read again together with its original, so this is kept apart from what is wrong in its
    /// text.
    pub found: Vec<Diagnostic>,
}

/// A page as its own file has it.
#[derive(Debug)]
pub struct Draft {
    /// What stands before its text.
    pub opening: Arc<Opening>,
    /// Its text as it was read, for whoever needs it first.
    pub words: Handed<PageText>,
    /// The lines that bring in words of other pages: where each starts, in bytes, and what it asks for.
    pub lines: Vec<(u32, String)>,
    /// The paths under `content/` that it asks for.
    pub wanted: Arc<BTreeSet<String>>,
    /// What is wrong in its text.
    pub found: Vec<Diagnostic>,
}

/// The text of a page.
#[derive(Debug, Default)]
pub struct PageText {
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// Its footnotes.
    pub notes: Vec<Note>,
    /// Findings that its author accepts, as far as they stand in its text.
    pub waivers: Vec<Waiver>,
}

impl PageText {
    /// Reads the text of a file from a byte on.
    fn read(text: &str, body: usize, (file, lang): (FileId, &Lang), found: &mut Vec<Diagnostic>) -> PageText {
        let mut reader = Reader::new(text, file, lang, found);
        let blocks = directives::body(&mut reader, body..text.len());
        PageText { blocks, notes: reader.notes, waivers: reader.waivers }
    }
}

/// What a page is, before its text.
#[derive(Clone)]
pub struct Head {
    /// Its file.
    pub file: FileId,
    /// Its path under `content/`.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Its address.
    pub route: String,
    /// The last part of its address, or `home`.
    pub slug: String,
    /// Its front matter.
    pub front: Front,
    /// The front matter as it is written, and for a translation its original's: what `front` is made from.
    pub written: [Arc<str>; 2],
}

/// A head is what it was made from: what its kind's keys say is compared as it is written.
impl PartialEq for Head {
    fn eq(&self, other: &Head) -> bool {
        self.file == other.file
            && self.path == other.path
            && self.lang == other.lang
            && self.route == other.route
            && self.written == other.written
            && self.front.meta == other.front.meta
            && self.front.draft == other.front.draft
            && std::ptr::eq(self.front.kind, other.front.kind)
    }
}

/// A head is like itself, so one that stands in two places need not be compared with itself part by part.
impl Eq for Head {}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Head").field("path", &self.path).field("meta", &self.front.meta).finish_non_exhaustive()
    }
}

impl Head {
    /// Returns whether the page is the first of its language: the site's root, or that of a translation, such as `/cy/`.
    pub fn is_home(&self) -> bool {
        is_home(&self.slug, &self.route, &self.lang)
    }

    /// Returns its path without its language, which its translations share.
    pub fn bare(&self) -> String {
        untranslated(&self.path, &self.lang)
    }

    /// Returns whether two heads differ at most in what the page is called, what it says of itself in a sentence, and where
    /// that stands.
    pub fn is_same_but_for_titles(self: &Arc<Head>, other: &Arc<Head>) -> bool {
        if Arc::ptr_eq(self, other) {
            return true;
        }
        let meta = Meta {
            title: self.front.meta.title.clone(),
            summary: self.front.meta.summary.clone(),
            spans: self.front.meta.spans.clone(),
            span: self.front.meta.span,
            unknown: self.front.meta.unknown.clone(),
            ..(*other.front.meta).clone()
        };
        let names = |front: &Front| front.aliases.iter().map(|(from, _)| from.clone()).collect::<Vec<_>>();
        (self.file, &self.path, &self.route, &self.lang) == (other.file, &other.path, &other.route, &other.lang)
            && std::ptr::eq(self.front.kind, other.front.kind)
            && names(&self.front) == names(&other.front)
            && self.front.draft == other.front.draft
            && *self.front.meta == meta
    }

    /// Returns the place of a key of the front matter, or else of all of it.
    pub fn at(&self, key: &str) -> Span {
        self.front.meta.spans.get(key).copied().unwrap_or(self.front.meta.span)
    }
}

impl Opening {
    /// Returns nothing of a page, because of a fault of ours or because its text cannot be told from what stands before it.
    pub fn broken(text: &Arc<str>, found: Diagnostic) -> Opening {
        Opening { head: None, text: Arc::clone(text), lang: Lang::default(), body: text.len(), found: vec![found] }
    }

    /// Returns whether a line of the page's text may bring in words of another page. Only reading the text says whether one
    /// does.
    pub fn may_bring_in(&self) -> bool {
        let text = self.text.get(self.body..).unwrap_or_default();
        text.contains(":::") && text.lines().any(|line| line.starts_with(":::") && line.contains("include"))
    }

    /// Reads the page's text.
    fn words(&self, file: FileId, found: &mut Vec<Diagnostic>) -> PageText {
        PageText::read(&self.text, self.body, (file, &self.lang), found)
    }
}

impl Draft {
    /// Returns a page without words, because of a fault of ours.
    pub fn broken(opening: &Arc<Opening>, found: Diagnostic) -> Draft {
        let (words, lines, wanted) = (Handed::new(PageText::default()), Vec::new(), Arc::default());
        Draft { opening: Arc::clone(opening), words, lines, wanted, found: vec![found] }
    }

    /// Returns its text, read again where somebody has taken it before.
    pub fn words(&self, file: FileId) -> PageText {
        self.words.take().unwrap_or_else(|| self.opening.words(file, &mut Vec::new()))
    }

    /// Looks at what stands on it.
    pub fn look<R>(&self, file: FileId, look: impl Fn(&[Block]) -> R) -> R {
        let seen = self.words.look(|words| look(&words.blocks));
        seen.unwrap_or_else(|| look(&self.opening.words(file, &mut Vec::new()).blocks))
    }
}

/// Reads what stands before the text of one file, given its path from the site's folder.
pub fn open(path: &str, text: &Arc<str>, file: FileId, config: &Config, formats: &[&'static str]) -> Opening {
    let body = match front_matter::split(text, file) {
        Ok(split) => split.body,
        Err(problem) => return Opening::broken(text, *problem),
    };
    let (head, found) = head(path, text, file, None, (config, formats));
    let lang = head.as_ref().map_or_else(|| config.about.language.clone(), |head| head.lang.clone());
    Opening { head: head.map(Arc::new), text: Arc::clone(text), lang, body, found }
}

/// Reads the text of one file.
pub fn read(opening: &Arc<Opening>, file: FileId) -> Draft {
    let mut found = Vec::new();
    let words = opening.words(file, &mut found);
    let lines = if opening.may_bring_in() { include_lines(&words.blocks) } else { Vec::new() };
    let mut wanted = Arc::default();
    if let Some(head) = &opening.head {
        let notes = words.notes.iter().map(|note| note.blocks.as_slice());
        let parts = std::iter::once(words.blocks.as_slice()).chain(notes);
        wanted = Arc::new(paths::wanted(&head.path, parts, Some(&head.front.meta.details)));
    }
    Draft { opening: Arc::clone(opening), words: Handed::new(words), lines, wanted, found }
}

/// Returns the lines among blocks that bring in words: where each starts, in bytes, and what it asks for.
pub fn include_lines(blocks: &[Block]) -> Vec<(u32, String)> {
    let mut lines = Vec::new();
    walk::blocks(blocks, &mut |block| {
        if let Block::Included(included) = block {
            lines.push((included.span.start, included.wanted.clone()));
        }
    });
    lines
}

/// Returns a file's path under `content/`, its letters in the form that text has: macOS stores names in another one.
pub fn plain(path: &str) -> String {
    path.strip_prefix("content/").unwrap_or(path).nfc().collect()
}

/// Reads what stands before a page's text: that of a translation together with its original's path and file.
pub fn head(
    path: &str,
    text: &str,
    file: FileId,
    original: Option<(&str, &str, FileId)>,
    (config, formats): (&Config, &[&'static str]),
) -> (Option<Head>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let split = match front_matter::split(text, file) {
        Ok(split) => split,
        Err(problem) => return (None, vec![*problem]),
    };
    let path = plain(path);
    let lang = language(&path, config, file, &mut found);
    let values = original.and_then(|(path, text, file)| {
        let written = &text[front_matter::split(text, file).ok()?.yaml];
        Some((path, Original::read(text, file)?, written))
    });
    let of = values.as_ref().map(|(path, original, _)| (*path, original));
    let Some(mut front) = front_matter::page(text, &split, (file, &lang), (&config.zone, of), &mut found) else {
        return (None, found);
    };
    formats_of(&mut front, config, formats, &mut found);
    cascades(&mut front, &path, original.is_some(), &mut found);
    let own = &config.about.language;
    let route = route(&path, &lang, own);
    let mut slug = route.trim_end_matches('/').rsplit('/').next().unwrap_or("").to_string();
    if slug.is_empty() || (lang != *own && route == format!("/{}/", lang.primary())) {
        slug = HOME.to_string();
    }
    let original = values.map_or("", |(_, _, written)| written);
    let written = [Arc::from(&text[split.yaml]), Arc::from(original)];
    (Some(Head { file, path, lang, route, slug, front, written }), found)
}

/// Takes from a page what it says for pages below it where there are none, and reports it.
fn cascades(front: &mut Front, path: &str, translation: bool, found: &mut Vec<Diagnostic>) {
    let Some(span) = front.meta.spans.get("cascade").copied() else { return };
    let first = path == "index.md" || path.ends_with("/index.md");
    let (message, help) = match (translation, first) {
        (false, true) => return,
        (true, _) => (
            "`cascade` stands on a translation, and pages below it follow their originals".to_string(),
            "remove it here, and write it on the original".to_string(),
        ),
        (false, false) => {
            let folder =
                path.rsplit_once('/').map_or("content/".to_string(), |(folder, _)| format!("content/{folder}/"));
            (
                "`cascade` holds for the pages below this one, and there are none".to_string(),
                format!("move it to `{folder}index.md`, or write `sensitive: true` for this page alone"),
            )
        }
    };
    front.cascade = Cascade::default();
    found.push(Diagnostic::new(&problems::FRONT_MATTER_VALUE, span, message, help));
}

/// Gives a page the formats that it names, or else those of its kind, and reports formats that there are not.
fn formats_of(front: &mut Front, config: &Config, formats: &[&'static str], found: &mut Vec<Diagnostic>) {
    let meta = Arc::make_mut(&mut front.meta);
    let find = |name: &String| FormatName::find(name, formats);
    let Some(named) = &front.formats else {
        let settings = config.formats.get(meta.kind.name()).or_else(|| config.formats.get("default"));
        // What is wrong in the settings is told once, and not with every page.
        let of_kind = |names: &Vec<(String, Span)>| names.iter().filter_map(|(name, _)| find(name)).collect();
        meta.formats = settings.map_or_else(|| vec![FormatName::WEB], of_kind);
        return;
    };
    let span = meta.spans.get("formats").copied().unwrap_or(meta.span);
    meta.formats = formats_named(named, span, formats, found);
}

/// Returns the formats that somebody named, and reports those that there are not.
pub fn formats_named(
    named: &[String],
    span: Span,
    formats: &[&'static str],
    found: &mut Vec<Diagnostic>,
) -> Vec<FormatName> {
    let find = |name: &String| FormatName::find(name, formats);
    found.extend(named.iter().filter(|name| find(name).is_none()).map(|name| unknown_format(name, span, formats)));
    named.iter().filter_map(find).collect()
}

/// Returns the language in a file's name, such as `cy` of `page.cy.md`, or else the site's.
pub fn language(path: &str, config: &Config, file: FileId, found: &mut Vec<Diagnostic>) -> Lang {
    let own = &config.about.language;
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    let Some((_, tag)) = stem.rsplit_once('.') else { return own.clone() };
    let mut known = std::iter::once(own).chain(&config.about.languages);
    if let Some(lang) = known.find(|lang| lang.tag() == tag || lang.primary() == tag) {
        return lang.clone();
    }
    if tag.len() == 2
        && let Some(lang) = Lang::parse(tag)
    {
        let message = format!("this file is a translation into `{tag}`, which is not one of the site's languages");
        let help = format!("add \"{tag}\" to `languages` in site.toml, or rename the file");
        found.push(Diagnostic::new(&problems::FRONT_MATTER_VALUE, Span::whole(file), message, help));
        return lang;
    }
    own.clone()
}

/// Returns a file's path without its language, such as `help-now.md` of `help-now.cy.md`.
pub fn untranslated(path: &str, lang: &Lang) -> String {
    let stem = path.trim_end_matches(".md");
    let bare =
        [lang.tag(), &lang.primary()].iter().find_map(|tag| stem.strip_suffix(&format!(".{tag}"))).unwrap_or(stem);
    format!("{bare}.md")
}

/// Returns a page's address: its folders and name in lower case, with a slash at both ends.
fn route(path: &str, lang: &Lang, own: &Lang) -> String {
    let bare = untranslated(path, lang);
    let bare = bare.trim_end_matches(".md");
    let bare = bare.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(bare);
    let mut route = String::from("/");
    if lang != own {
        route.push_str(&lang.primary());
        route.push('/');
    }
    for part in bare.split('/').filter(|part| !part.is_empty()) {
        route.extend(part.chars().flat_map(char::to_lowercase).map(|c| if c.is_whitespace() { '-' } else { c }));
        route.push('/');
    }
    route
}

/// Reports a format that this version does not make.
pub fn unknown_format(name: &str, span: Span, formats: &[&'static str]) -> Diagnostic {
    let help = match nearest(name, formats.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use some of: {}", formats.join(", ")),
    };
    Diagnostic::new(&problems::FORMAT_UNKNOWN, span, format!("`{name}` is not a format that Handbill makes"), help)
}
