//! Formats that are made from a document in reading order: which pages and leaflets have them, what their files are called,
//! and what readers are told of them. A format says only how a document becomes bytes.

use std::sync::Arc;

use super::document::Document;
use super::problems;
use super::whole::linear;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::Scope;
use crate::model::{Block, FormatName, Lang, Page, PageId, ReadState, Shared, Site, leaflet_words, page_words, walk};
use crate::render::claim::Claim;
use crate::render::format::{
    Audience, Copied, File, Format, Given, Job, Made, Offer, Played, Press, RenderError, Speaker, Subject, shared,
};
use crate::render::manuscript::Manuscript;
use crate::words::{Said, Wording};

/// One sort of file that a format makes.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// The end of its name beside a page, after the page's own, such as `.txt` or `-script.txt`.
    pub of_page: &'static str,
    /// Its whole name in a leaflet's folder, such as `text.txt`.
    pub of_leaflet: &'static str,
    /// Its type as readers know it, such as `TXT`.
    pub media: &'static str,
    /// What it is called.
    pub label: fn(&Wording) -> &Said,
}

/// One file as it was written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Its pages, where it has pages.
    pub pages: Option<usize>,
    /// The volumes that they come in, where it has volumes.
    pub volumes: Option<usize>,
}

/// What a document is written with, besides its words.
pub struct Setting<'s> {
    /// The site.
    pub site: &'s Site,
    /// What pages of the document's language share.
    pub shared: &'s Shared,
    /// Where a finding about the whole document stands.
    pub span: Span,
    /// The address of the folder that its files are published in.
    pub folder: String,
    /// Whether a person has read it in this format.
    pub state: ReadState<'s>,
    /// The pages below it, where the format takes them in.
    pub below: Vec<Document>,
}

/// A format that is made from documents in reading order.
pub trait Linear: Copy + Send + Sync + 'static {
    /// Returns the name in `site.toml` and on the command line.
    fn name(&self) -> &'static str;

    /// Returns its files, in the order in which readers are told of them.
    fn files(&self) -> &'static [FileKind];

    /// Returns whether leaflets have it without asking.
    fn is_for_all_leaflets(&self) -> bool {
        false
    }

    /// Returns whether it can say words of a language.
    fn knows(&self, _lang: &Lang) -> bool {
        true
    }

    /// Returns what the author must know where it is asked for in a language that it cannot say words of; nothing where that is
    /// told elsewhere.
    fn unknown(&self, _lang: &Lang, _span: Span) -> Option<Diagnostic> {
        None
    }

    /// Returns whether a person must have read it before it is published, because a mistake of the machine would be seen by
    /// nobody who made it.
    fn is_read_first(&self) -> bool {
        false
    }

    /// Returns whether a section's page is a book of the pages below it that have the format too.
    fn takes_pages_below(&self) -> bool {
        false
    }

    /// Returns whether it names the pages of a document's printed edition. It is made when that is.
    fn names_print_pages(&self) -> bool {
        false
    }

    /// Returns what the author must mend in what all documents share, or what the machine lacks.
    fn judge(&self, _site: &Site) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Returns what the author must mend though nothing asks for the format.
    fn overlooked(&self, _site: &Site) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Returns whether the words of a document decide what lies ready for it.
    fn has_ready(&self, _site: &Site) -> bool {
        false
    }

    /// Returns what lies ready for a page or leaflet, and goes out beside what is written of it.
    fn ready<'s>(&self, _site: &'s Site, _whole: &Whole<'_>) -> Option<Ready<'s>> {
        None
    }

    /// Returns what the author must mend in what lies ready for a page or leaflet, or is missing there.
    fn judge_ready(&self, _site: &Site, _whole: &Whole<'_>) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// Returns the bytes of a document's files, one for each of [`Linear::files`], with what the author must mend.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    fn write(&self, document: &Document, setting: &Setting<'_>)
    -> Result<(Vec<Written>, Vec<Diagnostic>), RenderError>;
}

/// A page or leaflet that has a format.
pub struct Whole<'w> {
    /// Its file.
    pub file: FileId,
    /// What authors call it: the path of a page, or the code of a leaflet.
    pub name: String,
    /// Where it asks for the format.
    pub span: Span,
    /// Whether the format goes out of it; else only what a person made does.
    pub goes_out: bool,
    /// Whether nobody has read what a machine makes of it.
    pub unread: bool,
    /// Returns it in reading order; nothing where a fault of ours stands in the way.
    pub document: &'w dyn Fn() -> Option<Document>,
}

/// A file that lies ready for a document: it is copied.
pub struct Ready<'s> {
    /// What sort of file it is.
    pub kind: FileKind,
    /// Where it lies, from the site's folder on.
    pub source: &'s str,
    /// Its size in bytes.
    pub bytes: u64,
    /// What is heard of it.
    pub played: Played,
}

/// A format of documents in reading order.
pub struct LinearFormat<L>(pub L);

impl<L: Linear> LinearFormat<L> {
    /// Calls `work` with every page and leaflet that the format goes out of.
    pub fn each(&self, site: &Site, work: &mut dyn FnMut(&Whole<'_>)) {
        let press = LinearPress { site, format: self.0 };
        for subject in press.subjects() {
            press.whole(subject, None, |whole| {
                if whole.goes_out {
                    work(whole);
                }
            });
        }
    }
}

/// The same, made ready for one site.
struct LinearPress<'s, L> {
    site: &'s Site,
    format: L,
}

impl<L: Linear> Format for LinearFormat<L> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn is_read_first(&self) -> bool {
        self.0.is_read_first()
    }

    /// What goes out in it can be kept and passed on, as paper can.
    fn consent(&self) -> Scope {
        Scope::Print
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(LinearPress { site, format: self.0 }))
    }
}

impl<L: Linear> Press for LinearPress<'_, L> {
    fn jobs(&self) -> Vec<Job> {
        let subjects = self.subjects().into_iter();
        let any = |subject: &Subject| self.goes_out(*subject) || self.ready(*subject, None).is_some();
        subjects.filter(any).map(|subject| Job { subject }).collect()
    }

    fn judge(&self) -> Vec<Diagnostic> {
        let subjects = self.subjects();
        let mut found = if subjects.is_empty() { Vec::new() } else { self.format.judge(self.site) };
        found.extend(self.unsaid());
        for subject in &subjects {
            if self.format.has_ready(self.site) {
                let judged = self.whole(*subject, None, |whole| self.format.judge_ready(self.site, whole));
                found.extend(judged.unwrap_or_default());
            }
            if self.format.is_read_first() {
                found.extend(self.unread(*subject));
            }
        }
        found.extend(self.format.overlooked(self.site));
        found
    }

    fn is_told(&self) -> bool {
        self.format.names_print_pages()
    }

    fn is_decided_by_words(&self, page: &Page) -> bool {
        let name = FormatName(self.format.name());
        let read_first = self.format.is_read_first() && !self.site.publishes_drafts(name);
        page.has_format(name) && (read_first || self.format.has_ready(self.site))
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        let (what, span) = match job.subject {
            Subject::Page(id) => {
                let page = self.site.page(id);
                (format!("the page `content/{}`", page.path), Span::whole(page.file))
            }
            Subject::Leaflet(id) => {
                let leaflet = self.site.leaflet(id);
                (format!("the leaflet `{}`", leaflet.reference), Span::whole(leaflet.file))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => return Vec::new(),
        };
        let what = format!("the format `{}` of {what}", self.format.name());
        let written = self.format.files().iter().filter(|_| self.goes_out(job.subject)).copied();
        let kinds = written.chain(self.ready(job.subject, None).map(|ready| ready.kind));
        kinds.filter_map(|kind| Some(Claim::at(self.path(job.subject, &kind)?, what.clone(), span))).collect()
    }

    fn holds(&self, job: &Job) -> Vec<Subject> {
        let mut held = vec![job.subject];
        if let Subject::Page(id) = job.subject
            && self.format.takes_pages_below()
        {
            let page = self.site.page(id);
            held.extend(self.held_below(page, page).into_iter().map(Subject::Page));
        }
        held
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        match job.subject {
            Subject::Page(id) => {
                let page = given.page(self.site, id);
                let manuscript = Manuscript::of_page(page, self.site, self.site.words.of(&page.lang));
                let below = if self.format.takes_pages_below() { self.below(page, given)? } else { Vec::new() };
                let state = self.state(job.subject, Some(page));
                let document =
                    linear(&manuscript, shared(self.site, manuscript.lang)?, given.catalogue.printed(job.subject));
                let ready = self.ready(job.subject, Some(page));
                self.write(job.subject, &document, (Span::whole(page.file), state), (below, ready))
            }
            Subject::Leaflet(id) => {
                let leaflet = self.site.leaflet(id);
                let manuscript = Manuscript::of_leaflet(leaflet, self.site, self.site.words.of(&leaflet.lang));
                let state = self.state(job.subject, None);
                let document = linear(&manuscript, shared(self.site, manuscript.lang)?, None);
                let ready = self.ready(job.subject, None);
                self.write(job.subject, &document, (Span::whole(leaflet.file), state), (Vec::new(), ready))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => Ok(Made::default()),
        }
    }
}

impl<L: Linear> LinearPress<'_, L> {
    /// Returns the pages and leaflets that ask for the format.
    fn subjects(&self) -> Vec<Subject> {
        let name = FormatName(self.format.name());
        let pages = self.site.page_ids().filter(|(_, page)| page.has_format(name) && self.format.knows(&page.lang));
        let leaflets = self.site.leaflet_ids().filter(|(_, leaflet)| self.format.knows(&leaflet.lang));
        let all = self.format.is_for_all_leaflets();
        let leaflets = leaflets.filter(|(_, leaflet)| all || leaflet.formats.contains(&name));
        let pages = pages.map(|(id, _)| Subject::Page(id));
        pages.chain(leaflets.map(|(id, _)| Subject::Leaflet(id))).collect()
    }

    /// Returns what the author must know of pages and leaflets that ask for the format in a language that it does not know.
    fn unsaid(&self) -> Vec<Diagnostic> {
        let name = FormatName(self.format.name());
        let pages = self.site.pages.iter().filter(|page| page.has_format(name));
        let pages = pages.map(|page| (&page.lang, page.key_span("formats")));
        let leaflets = self.site.leaflets.iter().filter(|leaflet| leaflet.formats.contains(&name));
        let all = pages.chain(leaflets.map(|leaflet| (&leaflet.lang, Span::whole(leaflet.file))));
        let unknown = all.filter(|(lang, _)| !self.format.knows(lang));
        unknown.filter_map(|(lang, span)| self.format.unknown(lang, span)).collect()
    }

    /// Returns whether a person has read a page, given as it is now, or a leaflet in this format.
    fn state(&self, subject: Subject, page: Option<&Page>) -> ReadState<'_> {
        if !self.format.is_read_first() {
            return ReadState::Draft;
        }
        let name = FormatName(self.format.name());
        match subject {
            Subject::Page(id) => {
                let page = page.unwrap_or_else(|| self.site.page(id));
                self.site.read_state(name, &page.source_path(), &page_words(page))
            }
            Subject::Leaflet(id) => {
                let leaflet = self.site.leaflet(id);
                self.site.read_state(name, &leaflet.code(&self.site.about.language), &leaflet_words(leaflet))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => ReadState::Draft,
        }
    }

    fn goes_out(&self, subject: Subject) -> bool {
        !self.format.is_read_first()
            || self.site.publishes_drafts(FormatName(self.format.name()))
            || matches!(self.state(subject, None), ReadState::Checked(_))
    }

    /// Calls `work` with a page, given as it is now, or a leaflet.
    fn whole<T>(&self, subject: Subject, page: Option<&Page>, work: impl FnOnce(&Whole<'_>) -> T) -> Option<T> {
        let goes_out = self.goes_out(subject);
        let unread = self.state(subject, page).is_unread();
        match subject {
            Subject::Page(id) => {
                let page = page.unwrap_or_else(|| self.site.page(id));
                let document = || {
                    let manuscript = Manuscript::of_page(page, self.site, self.site.words.of(&page.lang));
                    Some(linear(&manuscript, shared(self.site, &page.lang).ok()?, None))
                };
                let (name, span) = (page.source_path(), page.key_span("formats"));
                Some(work(&Whole { file: page.file, name, span, goes_out, unread, document: &document }))
            }
            Subject::Leaflet(id) => {
                let leaflet = self.site.leaflet(id);
                let document = || {
                    let manuscript = Manuscript::of_leaflet(leaflet, self.site, self.site.words.of(&leaflet.lang));
                    Some(linear(&manuscript, shared(self.site, &leaflet.lang).ok()?, None))
                };
                let (name, span) = (leaflet.code(&self.site.about.language), Span::whole(leaflet.file));
                Some(work(&Whole { file: leaflet.file, name, span, goes_out, unread, document: &document }))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => None,
        }
    }

    /// Returns what lies ready for a page, given as it is now, or a leaflet.
    fn ready(&self, subject: Subject, page: Option<&Page>) -> Option<Ready<'_>> {
        if !self.format.has_ready(self.site) {
            return None;
        }
        self.whole(subject, page, |whole| self.format.ready(self.site, whole)).flatten()
    }

    /// Returns what the author must know of a page or leaflet that nobody has read in this format, or not as it is now.
    fn unread(&self, subject: Subject) -> Option<Diagnostic> {
        let name = self.format.name();
        let (of, span) = match subject {
            Subject::Page(id) => {
                let page = self.site.page(id);
                (page.source_path(), page.key_span("formats"))
            }
            Subject::Leaflet(id) => {
                let leaflet = self.site.leaflet(id);
                (leaflet.code(&self.site.about.language), Span::whole(leaflet.file))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => return None,
        };
        let goes_out = self.site.publishes_drafts(FormatName(name));
        let read = format!("when somebody has read it, run `handbill checked {name} {of} --by \"their post\"`");
        match self.state(subject, None) {
            ReadState::Checked(_) => None,
            ReadState::Changed(checked) => {
                let (by, date) = (&checked.by, checked.date);
                let then = if goes_out { "it says at its start that a machine made it" } else { "it is not published" };
                let message =
                    format!("the words of `{of}` have changed since {by} read its `{name}` on {date}: {then}");
                Some(Diagnostic::new(&problems::WORDS_NOT_READ_AGAIN, span, message, read))
            }
            ReadState::Draft if goes_out || self.ready(subject, None).is_some() => None,
            ReadState::Draft => {
                let message =
                    format!("`{name}` of `{of}` is not published: a machine made it, and nobody has read it yet");
                let help =
                    format!("{read}; or let drafts go out with `[publish] drafts = [\"{name}\"]` in `site.toml`");
                Some(Diagnostic::new(&problems::DRAFT_KEPT_BACK, span, message, help))
            }
        }
    }

    /// Returns the pages below a page as documents, each followed by those below itself.
    fn below(&self, page: &Page, given: &Given<'_>) -> Result<Vec<Document>, RenderError> {
        let document = |id| {
            let child = self.site.page(id);
            let manuscript = Manuscript::of_page(child, self.site, self.site.words.of(&child.lang));
            let printed = given.catalogue.printed(Subject::Page(id));
            Ok(linear(&manuscript, shared(self.site, &child.lang)?, printed))
        };
        self.held_below(page, page).into_iter().map(document).collect()
    }

    /// Returns the pages below a page that its book holds: those that have the format themselves, so that somebody has decided
    /// that they may go out in it. No copy of what nobody may see a reader with goes into a file that says nothing of it.
    fn held_below(&self, page: &Page, within: &Page) -> Vec<PageId> {
        let mut held = Vec::new();
        let name = FormatName(self.format.name());
        for (id, child) in page.children.iter().map(|id| (*id, self.site.page(*id))) {
            if child.has_format(name) && (within.meta.sensitive || !self.is_sensitive(child)) {
                held.push(id);
            }
            held.append(&mut self.held_below(child, within));
        }
        held
    }

    /// Returns whether a page is sensitive, or brings in words of one that is.
    fn is_sensitive(&self, page: &Page) -> bool {
        let mut found = page.meta.sensitive;
        walk::blocks(&page.blocks, &mut |block| {
            if let Block::Included(included) = block {
                let path = included.wanted.split('#').next().unwrap_or("");
                found |= self.site.pages.iter().any(|other| other.meta.sensitive && other.path == path);
            }
        });
        found
    }

    fn write(
        &self,
        subject: Subject,
        document: &Document,
        (span, state): (Span, ReadState<'_>),
        (below, ready): (Vec<Document>, Option<Ready<'_>>),
    ) -> Result<Made, RenderError> {
        let words = self.site.words.of(&document.lang);
        let mut made = Made::default();
        // What is listened to stands before what is read out.
        if let Some(ready) = ready {
            self.copy(subject, ready, words, &mut made);
        }
        if !self.goes_out(subject) {
            return Ok(made);
        }
        let shared = shared(self.site, &document.lang)?;
        let folder = format!("{}/{}", self.site.about.base_url, self.folder(subject));
        let setting = Setting { site: self.site, shared, span, folder, state, below };
        let (written, diagnostics) = self.format.write(document, &setting)?;
        made.diagnostics = diagnostics;
        for (kind, written) in self.format.files().iter().zip(written) {
            let Some(path) = self.path(subject, kind) else { continue };
            made.downloads.push(Offer {
                subject,
                format: self.format.name(),
                label: (kind.label)(words).clone(),
                route: format!("/{path}"),
                media: kind.media,
                bytes: written.bytes.len() as u64,
                pages: written.pages,
                volumes: written.volumes,
                starts: Arc::default(),
                audience: Audience::Person,
                unread: self.format.is_read_first() && setting.state.is_unread(),
                pixels: None,
                played: None,
            });
            made.files.push(File { path, bytes: written.bytes });
        }
        Ok(made)
    }

    /// Copies a file that lies ready.
    fn copy(&self, subject: Subject, ready: Ready<'_>, words: &Wording, made: &mut Made) {
        let Some(path) = self.path(subject, &ready.kind) else { return };
        made.downloads.push(Offer {
            subject,
            format: self.format.name(),
            label: (ready.kind.label)(words).clone(),
            route: format!("/{path}"),
            media: ready.kind.media,
            bytes: ready.bytes,
            pages: None,
            volumes: None,
            starts: Arc::default(),
            audience: Audience::Person,
            unread: ready.played.speaker == Speaker::Machine && self.state(subject, None).is_unread(),
            pixels: None,
            played: Some(ready.played),
        });
        made.copies.push(Copied { path, source: ready.source.to_string(), bytes: ready.bytes });
    }

    /// Returns the folder under the output folder that files are published in.
    fn folder(&self, subject: Subject) -> String {
        match subject {
            Subject::Page(id) => self.site.page(id).route.trim_matches('/').to_string(),
            Subject::Leaflet(id) => self.site.leaflet(id).folder(&self.site.about.language),
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => String::new(),
        }
    }

    /// Returns the path of a file under the output folder.
    fn path(&self, subject: Subject, kind: &FileKind) -> Option<String> {
        match subject {
            Subject::Page(id) => Some(page_path(self.site.page(id), kind.of_page)),
            Subject::Leaflet(id) => {
                let folder = self.site.leaflet(id).folder(&self.site.about.language);
                Some(format!("{folder}/{}", kind.of_leaflet))
            }
            Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => None,
        }
    }
}

/// Returns the path of a file beside a page, such as `victims/strategy/strategy.txt`.
fn page_path(page: &Page, end: &str) -> String {
    format!("{}{}{end}", page.route.trim_start_matches('/'), page.slug)
}
