//! What is open while HTML is read, and the words gathered in it.

use super::entities;
use super::page::{Page, Read, Sentence, SentenceKind};
use super::run::{Run, spaced};
use super::table::Table;

/// How deep elements may lie in one another. Chosen here; no source decides: pages of Handbill stay under 40.
const DEEPEST: usize = 1_000;

/// Elements that break no line of words. Source: HTML Standard, 15.3, elements whose `display` is not `inline` are the others.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements whose words nobody reads.
const UNREAD: [&str; 6] = ["script", "style", "template", "noscript", "object", "iframe"];

/// The attributes of an element, asked for by name.
pub struct Attributes<'a>(pub &'a dyn Fn(&str) -> Option<String>);

impl Attributes<'_> {
    fn get(&self, name: &str) -> Option<String> {
        (self.0)(name).map(|value| entities::decoded(&value).into_owned())
    }

    fn is(&self, name: &str, value: &str) -> bool {
        (self.0)(name).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    fn has_class(&self, class: &str) -> bool {
        (self.0)("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == class))
    }
}

/// What an open element is to the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Part of a line.
    Inline,
    Block,
    /// Nobody reads what stands in it.
    Unread,
    Main,
    Heading(u8),
    Item,
    Ordered,
    /// Another list.
    List,
    Link,
    /// A size of a file, which follows from the file.
    Size,
    Term,
    Detail,
    Table,
    Row,
    Cell,
    Header,
    /// The title of the file, which is no words of the page.
    FileTitle,
}

/// One open element.
#[derive(Debug)]
struct Open {
    number: usize,
    part: Part,
    /// The tag of its language, where it says one.
    lang: Option<String>,
}

/// Reads one page.
#[derive(Debug, Default)]
pub struct Reader {
    page: Page,
    frame: Vec<Sentence>,
    description: String,
    file_title: String,
    moved: Option<String>,
    /// The page's whole address, as it gives it itself.
    canonical: String,
    /// The folder that the site stands in; empty at its host's root.
    base: String,
    has_main: bool,
    /// What is open, and the number that the next is given.
    open: Vec<Open>,
    next: usize,
    run: Run,
    /// Words as they are written, since the last tag.
    raw: String,
    tables: Vec<Table>,
    term: String,
    under: String,
    item: Item,
}

/// The item of a list that is open, but for those within it.
#[derive(Debug, Default)]
struct Item {
    /// How many sentences the page had before it.
    start: usize,
    /// Whether it has a heading.
    headed: bool,
    /// The first page that it leads to.
    to: String,
}

impl Reader {
    /// Returns a reader of the page at an address.
    pub fn new(address: String) -> Reader {
        Reader { page: Page { address, ..Page::default() }, ..Reader::default() }
    }

    /// Takes in words as they stand in the file.
    pub fn says(&mut self, words: &str) {
        self.raw.push_str(words);
    }

    /// Takes in a start tag, and returns its number.
    ///
    /// # Errors
    ///
    /// Elements lie too deep in one another.
    pub fn opens(&mut self, name: &str, attributes: &Attributes<'_>, holds: bool) -> Result<usize, String> {
        self.take_raw();
        self.next += 1;
        self.in_head(name, attributes);
        let part = self.part(name, attributes);
        self.implies(part);
        if !self.is_unread() {
            self.pictures(name, attributes);
            self.begins(part, attributes);
        }
        if holds {
            if self.open.len() >= DEEPEST {
                return Err("too deep".to_string());
            }
            self.open.push(Open { number: self.next, part, lang: attributes.get("lang") });
        }
        Ok(self.next)
    }

    /// Takes in the end tag of the element of a number, and of all that is open in it.
    pub fn closes(&mut self, number: usize) {
        self.take_raw();
        while self.open.last().is_some_and(|open| open.number >= number) {
            let last = self.open.last().map_or(Part::Inline, |open| open.part);
            let unread = self.is_unread();
            if !unread {
                self.ends(last);
            }
            self.open.pop();
        }
    }

    /// Ends what needs no end tag where such an element begins. Source: HTML Standard, 13.1.2.4.
    fn implies(&mut self, part: Part) {
        let (ends, within): (&[Part], &[Part]) = match part {
            Part::Item => (&[Part::Item], &[Part::List, Part::Ordered]),
            Part::Term | Part::Detail => (&[Part::Term, Part::Detail], &[Part::List]),
            Part::Cell | Part::Header => (&[Part::Cell, Part::Header], &[Part::Table]),
            Part::Row => (&[Part::Row], &[Part::Table]),
            _ => return,
        };
        let since = self.open.iter().rposition(|open| within.contains(&open.part)).map_or(0, |at| at + 1);
        let open = self.open.get(since..).unwrap_or_default().iter().find(|open| ends.contains(&open.part));
        if let Some(number) = open.map(|open| open.number) {
            self.closes(number);
        }
    }

    /// Returns what the file is; nothing where it is no page.
    pub fn end(mut self) -> Option<Read> {
        self.closes(0);
        self.flush();
        if let Some(to) = self.moved.take() {
            return Some(Read::Moved(self.target(&to).unwrap_or(to)));
        }
        if !self.has_main {
            return None;
        }
        if self.page.title.is_empty() {
            self.page.title = std::mem::take(&mut self.file_title);
        }
        self.page.summary = std::mem::take(&mut self.description);
        let summary = Sentence { kind: SentenceKind::Summary, words: self.page.summary.clone(), ..Sentence::default() };
        let shown = |one: &Sentence| !one.words.is_empty() && summary.words.contains(&one.words);
        if !summary.words.is_empty() && !self.page.sentences.iter().any(shown) {
            self.page.sentences.insert(0, summary);
        }
        self.page.files.sort();
        self.page.files.dedup();
        self.page.base.clone_from(&self.base);
        if !self.canonical.is_empty() {
            // "This page is at …" says on each page something else.
            self.frame.retain(|one| !one.words.contains(&self.canonical));
        }
        Some(Read::Page(Box::new(self.page), self.frame))
    }

    fn in_head(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "html" => self.page.lang = attributes.get("lang").unwrap_or_default(),
            "body" => self.page.sensitive = attributes.has_class("sensitive"),
            "meta" if attributes.is("name", "description") => {
                self.description = spaced(&attributes.get("content").unwrap_or_default());
            }
            "meta" if attributes.is("http-equiv", "refresh") => {
                let content = attributes.get("content").unwrap_or_default();
                self.moved = content.split_once("url=").map(|(_, to)| to.trim().to_string());
            }
            "link" if attributes.is("rel", "canonical") => {
                self.canonical = attributes.get("href").unwrap_or_default();
                let path = self.canonical.splitn(4, '/').nth(3).map_or_else(String::new, |path| format!("/{path}"));
                let base = path.strip_suffix(&self.page.address);
                self.base = base.unwrap_or_default().to_string();
            }
            _ => {}
        }
    }

    fn part(&self, name: &str, attributes: &Attributes<'_>) -> Part {
        let unread = UNREAD.contains(&name)
            || name == "svg"
            || attributes.get("hidden").is_some()
            || attributes.is("aria-hidden", "true")
            || ["doc-noteref", "doc-backlink"].iter().any(|role| attributes.is("role", role));
        match name {
            _ if unread => Part::Unread,
            "title" => Part::FileTitle,
            "main" => Part::Main,
            "h1" => Part::Heading(1),
            "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading(2),
            "ol" => Part::Ordered,
            "ul" | "dl" | "menu" => Part::List,
            "li" => Part::Item,
            "a" => Part::Link,
            "span" if attributes.has_class("size") => Part::Size,
            "dt" => Part::Term,
            "dd" => Part::Detail,
            "table" => Part::Table,
            "tr" => Part::Row,
            "th" => Part::Header,
            "td" => Part::Cell,
            _ if INLINE.contains(&name) => Part::Inline,
            _ => Part::Block,
        }
    }

    /// Takes in what a picture shows, and which files are shown.
    fn pictures(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "br" | "wbr" => self.run.space(),
            "img" | "video" | "audio" | "source" | "track" => {
                for src in ["src", "poster"] {
                    let target = attributes.get(src).and_then(|src| self.target(&src));
                    self.page.files.extend(target.and_then(|to| to.strip_prefix('/').map(str::to_string)));
                }
            }
            _ => {}
        }
        let alt = match name {
            "img" => attributes.get("alt"),
            "svg" if !attributes.is("aria-hidden", "true") => attributes.get("aria-label"),
            _ => None,
        };
        let words = spaced(&alt.unwrap_or_default());
        if !words.is_empty() {
            let kind = SentenceKind::Picture;
            let one = Sentence { kind, words, under: self.under.clone(), lang: self.lang(), ..Sentence::default() };
            self.keep(one);
        }
    }

    fn begins(&mut self, part: Part, attributes: &Attributes<'_>) {
        if !matches!(part, Part::Inline | Part::Link | Part::Size | Part::Unread) {
            self.flush();
        }
        match part {
            Part::Main => self.has_main = true,
            Part::Item if !self.within(|part| part == Part::Item) => {
                self.item = Item { start: self.page.sentences.len(), ..Item::default() };
            }
            Part::Link => {
                let target = attributes.get("href").and_then(|href| self.target(&href));
                let file = target.as_deref().filter(|to| is_file(to)).and_then(|to| to.strip_prefix('/'));
                self.page.files.extend(file.map(str::to_string));
                if self.item.to.is_empty() {
                    self.item.to = target.as_deref().map(page_of).unwrap_or_default();
                }
                self.run.link(target.unwrap_or_default());
            }
            Part::Size => self.run.mark(),
            Part::Table => self.tables.push(Table::default()),
            Part::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            Part::Cell | Part::Header => {
                let span = attributes.get("colspan").and_then(|span| span.parse().ok()).unwrap_or(1);
                let is_row = attributes.is("scope", "row");
                if let Some(table) = self.tables.last_mut() {
                    table.cell(span, is_row);
                }
            }
            Part::Inline
            | Part::Block
            | Part::Unread
            | Part::Item
            | Part::Heading(_)
            | Part::Ordered
            | Part::List
            | Part::Term
            | Part::Detail
            | Part::FileTitle => {}
        }
    }

    fn ends(&mut self, part: Part) {
        match part {
            Part::Inline | Part::Unread => {}
            Part::Link => self.run.end_link(),
            Part::Size => self.run.drop_size(),
            Part::Table => {
                self.flush();
                self.tables.pop();
            }
            Part::Item => {
                self.flush();
                if self.open.iter().filter(|open| open.part == Part::Item).count() == 1 {
                    self.end_item();
                }
            }
            Part::Block
            | Part::Main
            | Part::Heading(_)
            | Part::Ordered
            | Part::List
            | Part::Term
            | Part::Detail
            | Part::Row
            | Part::Cell
            | Part::Header
            | Part::FileTitle => self.flush(),
        }
    }

    /// Takes in the words since the last tag.
    fn take_raw(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        let raw = std::mem::take(&mut self.raw);
        if !self.is_unread() {
            self.run.push(&entities::decoded(&raw));
        }
    }

    /// Makes sentences of the words that stand together.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        if self.within(|part| part == Part::FileTitle) {
            self.file_title = run.words();
            return;
        }
        let kind = self.kind();
        let label = match kind {
            SentenceKind::Cell => self.tables.last().map_or_else(String::new, Table::label),
            SentenceKind::Detail => self.term.clone(),
            _ => String::new(),
        };
        let (lang, under) = (self.lang(), self.under.clone());
        let whole = matches!(kind, SentenceKind::Title | SentenceKind::Heading | SentenceKind::Cell);
        if kind == SentenceKind::Title && self.page.title.is_empty() {
            self.page.title = run.words();
        }
        if kind == SentenceKind::Heading {
            self.heads(&run.words());
        }
        for (words, links) in run.sentences(whole) {
            self.keep(Sentence {
                kind,
                words,
                label: label.clone(),
                under: under.clone(),
                lang: lang.clone(),
                entry: String::new(),
                links,
            });
        }
    }

    /// Takes in words as the heading of what follows: of text, of cells, or of the detail to a term.
    fn heads(&mut self, words: &str) {
        let of = |open: &Open| matches!(open.part, Part::Heading(_) | Part::Header | Part::Term);
        match self.open.iter().rev().find(|open| of(open)).map(|open| open.part) {
            Some(Part::Header) => self.tables.last_mut().into_iter().for_each(|table| table.heads(words)),
            Some(Part::Term) => self.term = words.to_string(),
            _ => {
                self.under = words.to_string();
                self.item.headed = true;
            }
        }
    }

    fn keep(&mut self, one: Sentence) {
        if self.within(|part| part == Part::Main) {
            self.page.sentences.push(one);
        } else if self.within(|part| part != Part::FileTitle) {
            self.frame.push(Sentence { under: String::new(), ..one });
        }
    }

    fn kind(&self) -> SentenceKind {
        for open in self.open.iter().rev() {
            return match open.part {
                Part::Heading(1) => SentenceKind::Title,
                Part::Heading(_) | Part::Term | Part::Header => SentenceKind::Heading,
                Part::Cell => SentenceKind::Cell,
                Part::Detail => SentenceKind::Detail,
                Part::Item if self.is_ordered() => SentenceKind::Words,
                Part::Item => SentenceKind::Item,
                Part::Inline
                | Part::Block
                | Part::Unread
                | Part::Main
                | Part::Ordered
                | Part::List
                | Part::Link
                | Part::Size
                | Part::Table
                | Part::Row
                | Part::FileTitle => continue,
            };
        }
        SentenceKind::Words
    }

    /// Returns whether the innermost list is one whose order says something.
    fn is_ordered(&self) -> bool {
        let item = self.open.iter().rposition(|open| open.part == Part::Item).unwrap_or(0);
        item > 0 && self.open.get(item - 1).is_some_and(|list| list.part == Part::Ordered)
    }

    /// Notes which page the item of a list is about, where it has a heading and leads somewhere.
    fn end_item(&mut self) {
        let item = std::mem::take(&mut self.item);
        if item.headed && !item.to.is_empty() {
            for one in self.page.sentences.iter_mut().skip(item.start) {
                one.entry.clone_from(&item.to);
            }
        }
    }

    fn within(&self, is: impl Fn(Part) -> bool) -> bool {
        self.open.iter().any(|open| is(open.part))
    }

    fn is_unread(&self) -> bool {
        self.within(|part| part == Part::Unread)
    }

    /// Returns the tag of the language of the words, where that is not the page's.
    fn lang(&self) -> String {
        let lang = self.open.iter().rev().find_map(|open| open.lang.as_deref()).unwrap_or_default();
        if lang == self.page.lang { String::new() } else { lang.to_string() }
    }

    /// Returns where an address leads: without a part of a page, without the folder that the site stands in, and without the
    /// fingerprint in a file's name. Nothing for a place on the page itself.
    fn target(&self, href: &str) -> Option<String> {
        let site = self.canonical.strip_suffix(&self.page.address).unwrap_or_default();
        let own = if site.is_empty() { None } else { href.strip_prefix(site).filter(|rest| rest.starts_with('/')) };
        let local = own.or_else(|| href.strip_prefix(self.base.as_str()).filter(|rest| rest.starts_with('/')));
        match local {
            Some(path) => {
                let path = path.split(['#', '?']).next().unwrap_or_default();
                Some(without_fingerprint(path))
            }
            None if href.starts_with('#') || href.is_empty() => None,
            None => Some(href.to_string()),
        }
    }
}

/// Returns the address of the page that an address on the site is, or that a file on it belongs to; nothing for one elsewhere.
fn page_of(to: &str) -> String {
    match to.rsplit_once('/') {
        Some((folder, _)) if to.starts_with('/') => format!("{folder}/"),
        _ => String::new(),
    }
}

/// Returns whether an address on the site is that of a file and not of a page.
fn is_file(to: &str) -> bool {
    to.starts_with('/') && !to.ends_with('/') && !to.ends_with(".html")
}

/// Returns a path without the ten digits that stand before the ending of a file whose name changes with its bytes.
fn without_fingerprint(path: &str) -> String {
    let mut parts: Vec<&str> = path.split('.').collect();
    let at = parts.len().wrapping_sub(2);
    let is = |part: &&str| part.len() == 10 && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if at > 0 && parts.get(at).is_some_and(is) {
        parts.remove(at);
    }
    parts.join(".")
}
