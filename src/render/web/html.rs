//! The writer of a page's words as HTML, and what all that it writes needs: ids, links, languages, places in an author's
//! file. What it writes is in files of its own: `inline`, then a file for each sort of block, then `block` and `notes`. The
//! markup is that of the theme's style sheet and templates.

mod safe;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use super::escape;
use super::words;
use crate::diag::Span;
use crate::model::{AssetOutline, EndNote, Lang, Page, PageUse, Shared, Target, end_notes};
use crate::render::address::base_path;
use crate::render::format::Offer;
use crate::render::manuscript::Offered;
use crate::render::prose;
use crate::words::{Said, Wording};

pub use safe::{Html, SafeHtml};

/// Ids that the theme's templates use themselves.
const TAKEN: [&str; 8] = ["contents", "data", "listen", "main", "notes", "pages", "paper", "ways-in"];

/// Writes blocks of one page as HTML, one string from first to last.
pub struct Writer<'a> {
    pub(super) shared: &'a Shared,
    /// The folder that the site stands in, such as `/safer`; empty at its host's root.
    pub(super) root: String,
    /// The address of the page; empty where the words stand on none.
    here: &'a str,
    /// The list of notes and sources, which marks in the text lead to.
    pub(super) end_notes: Vec<EndNote<'a>>,
    /// The numbers of the notes and sources that a mark in the text leads to: only these have a link back.
    pub(super) marked: BTreeSet<usize>,
    pub(super) offers: Vec<&'a Offer>,
    /// Which forms the page comes in already.
    pub(super) offered: Offered,
    pub(super) lang: &'a Lang,
    pub(super) words: &'a Wording,
    /// The attributes that mark fixed words where they are not in the language around them; empty where they are.
    pub(super) mark: String,
    pub(super) out: String,
    /// Whether no link may be written here: inside another link, or in the list of contents.
    pub(super) unlinked: bool,
    ids: BTreeSet<String>,
    /// Ids that links within the page lead to.
    wanted: BTreeSet<String>,
    /// Where what was written since the last call of `take` comes from.
    spans: Vec<(Range<usize>, Span)>,
    pub(super) tables: Tables<'a>,
    entries: Vec<ContentsEntry>,
}

/// One line of the list of contents.
#[derive(Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct ContentsEntry {
    /// The heading's id.
    pub id: String,
    /// Its words, as HTML without links.
    pub html: SafeHtml,
}

/// How many tables were written.
#[derive(Default)]
pub(super) struct Tables<'a> {
    /// Those with a caption.
    pub named: usize,
    /// Those without one.
    pub unnamed: usize,
    /// What those without a caption are called, such as `Table`.
    pub name: &'a str,
}

impl<'a> Writer<'a> {
    /// Returns a writer for a page of the site; without a page, for words that stand on none. `offers` are the page's other
    /// formats.
    pub fn new(shared: &'a Shared, page: Option<&'a Page>, lang: &'a Lang, offers: Vec<&'a Offer>) -> Writer<'a> {
        let words = shared.words.of(lang);
        Writer {
            shared,
            root: base_path(&shared.about.base_url),
            here: page.map_or("", |page| &page.route),
            end_notes: page.map_or(Vec::new(), |page| end_notes(&page.notes, &page.sources)),
            marked: BTreeSet::new(),
            offered: Offered::of_offers(page, &offers),
            offers,
            lang,
            words,
            mark: words::mark(words.lang.tag(), lang.tag()),
            out: String::with_capacity(8 * 1024),
            unlinked: false,
            ids: BTreeSet::new(),
            wanted: BTreeSet::new(),
            spans: Vec::new(),
            tables: Tables { name: &words.web.table, ..Tables::default() },
            entries: Vec::new(),
        }
    }

    /// Returns what was written since the last call.
    pub fn take(&mut self) -> SafeHtml {
        SafeHtml::written(std::mem::take(&mut self.out), std::mem::take(&mut self.spans))
    }

    /// Returns the ids that links within the page lead to and that nothing on it has.
    pub fn missing(&self) -> Vec<String> {
        let there = |id: &&String| self.ids.contains(*id) || TAKEN.contains(&id.as_str());
        self.wanted.iter().filter(|id| !there(id)).cloned().collect()
    }

    /// Returns the headings for the list of contents.
    pub fn into_entries(self) -> Vec<ContentsEntry> {
        self.entries
    }

    /// Returns whether a mark that is written now is the first that leads to a note.
    pub(super) fn is_first_mark(&mut self, number: usize) -> bool {
        self.marked.insert(number)
    }

    /// Returns an id that nothing else on the page has.
    pub(super) fn unique_id(&mut self, wanted: &str) -> String {
        let wanted = if wanted.is_empty() { "part" } else { wanted };
        let numbered = ["note-", "ref-", "table-"].iter().find_map(|prefix| wanted.strip_prefix(prefix));
        let own = numbered.is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let mut id = wanted.to_string();
        let mut number = 2;
        while own && id == wanted || TAKEN.contains(&id.as_str()) || self.ids.contains(&id) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        self.ids.insert(id.clone());
        id
    }

    /// Adds a heading to the list of contents.
    pub(super) fn entry(&mut self, id: &str, html: String) {
        self.entries.push(ContentsEntry { id: id.to_string(), html: SafeHtml::written(html, Vec::new()) });
    }

    /// Calls `write` for words in another language, so that fixed words in them are in that language too.
    pub(super) fn in_language(&mut self, lang: &'a Lang, write: impl FnOnce(&mut Self)) {
        let words = self.shared.words.of(lang);
        let mark = words::mark(words.lang.tag(), lang.tag());
        let before = (self.lang, self.words, std::mem::replace(&mut self.mark, mark));
        (self.lang, self.words) = (lang, words);
        write(self);
        (self.lang, self.words, self.mark) = before;
    }

    /// Returns fixed words as HTML, to stand among other fixed words: marked only where their language is another than theirs.
    pub(super) fn said(&self, said: &Said) -> String {
        words::html(said, &self.words.lang)
    }

    /// Calls `write`, and records that what it writes comes from this place of an author's file.
    pub(super) fn traced(&mut self, span: Span, write: impl FnOnce(&mut Self)) {
        let (at, start) = (self.spans.len(), self.out.len());
        self.spans.push((start..start, span));
        write(self);
        if self.out.len() > start {
            self.spans[at].0.end = self.out.len();
        } else {
            self.spans.truncate(at);
        }
    }

    /// Calls `write` and returns what it wrote, instead of adding it to the page.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let (before, spans) = (std::mem::take(&mut self.out), self.spans.len());
        write(self);
        self.spans.truncate(spans);
        std::mem::replace(&mut self.out, before)
    }

    /// Adds HTML that is safe already.
    pub(super) fn html(&mut self, html: &SafeHtml) {
        self.push(html.as_str());
    }

    /// Adds HTML as it is.
    pub(super) fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Adds words, escaped.
    pub(super) fn text(&mut self, words: &str) {
        escape::text(words, &mut self.out);
    }

    /// Opens a link, where there is something to lead to and a link may stand here; returns whether it did.
    pub(super) fn open_link(&mut self, target: &Target, attributes: &str) -> bool {
        if self.unlinked {
            return false;
        }
        let before = self.out.len();
        self.push("<a");
        self.push(attributes);
        self.push(" href=\"");
        if self.address(target) {
            self.push("\"");
            if let Target::Page { page: PageUse { outline: Some(to), .. }, .. } = target
                && to.lang.primary() != self.lang.primary()
            {
                _ = write!(self.out, " hreflang=\"{}\"", to.lang);
            }
            if matches!(target, Target::Web(url) if !url.starts_with(&self.shared.about.base_url)) {
                // Nothing tells the other site where its reader came from.
                self.push(" rel=\"external noreferrer\"");
            }
            self.push(">");
            return true;
        }
        self.out.truncate(before);
        false
    }

    /// Writes the address that a target leads to. Returns false where it has none on the web; then the caller must remove what
    /// was written.
    fn address(&mut self, target: &Target) -> bool {
        match target {
            Target::Page { page, heading } => {
                let Some(to) = page.outline.as_ref().filter(|to| to.on_web) else { return false };
                let here = to.route == self.here;
                if !here || heading.is_none() {
                    self.path(&to.route);
                }
                if let Some(heading) = heading {
                    self.push("#");
                    self.text(heading);
                    if here {
                        self.wanted.insert(heading.clone());
                    }
                }
            }
            Target::Asset(asset) => {
                let Some(asset) = &asset.outline else { return false };
                self.file_path(asset);
            }
            Target::Route(route) => {
                escape::text(&self.root, &mut self.out);
                self.push(&escape::with_place(route));
            }
            Target::Web(url) => {
                // Only these lead to a page; whatever else slipped through is not to be followed.
                let scheme = url.split(':').next().unwrap_or("");
                if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
                    return false;
                }
                self.text(&url.replace(' ', "%20"));
            }
            Target::Email(email) => {
                self.push("mailto:");
                escape::written(email, &mut self.out);
            }
            Target::Phone(number) => {
                self.push("tel:");
                let number = prose::dial(number);
                self.push(&number);
            }
            Target::TextMessage(number) => escape::text(&prose::text_address(number), &mut self.out),
            Target::Broken(_) | Target::Unread(_) => return false,
        }
        true
    }

    /// Writes the address of a page or list of this site.
    pub(super) fn path(&mut self, route: &str) {
        escape::text(&self.root, &mut self.out);
        escape::path(route, &mut self.out);
    }

    /// Writes the address of a file of this site.
    pub(super) fn file_path(&mut self, asset: &AssetOutline) {
        self.path("/");
        escape::path(&asset.path, &mut self.out);
    }
}
