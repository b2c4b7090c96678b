//! One document as one file of XHTML.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::Lang;
use crate::render::linear::{
    Document, Element, Entry, Line, Link, Picture, Role, Run, Setting, Table, led_by_pages, plain,
};
use crate::render::xml::Xml;
use crate::words::{Said, Wording};

/// A chapter of a book.
pub struct Chapter {
    /// The name of its file.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Its headings, with their levels and the names of their places.
    pub headings: Vec<(u8, String, String)>,
    /// The whole file.
    pub xhtml: String,
    /// Its pictures, by the names of their files in the book.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
    /// Whether a picture carries meaning.
    pub shown: bool,
    /// The pages of print that are named in it.
    pub pages: Vec<usize>,
}

/// What the chapters of a book know of each other: which file an address of the site stands in.
struct Book<'b> {
    files: BTreeMap<&'b str, String>,
}

/// Writes one chapter.
struct Writer<'b> {
    xml: Xml,
    book: &'b Book<'b>,
    lang: &'b Lang,
    headings: Vec<(u8, String, String)>,
    pictures: BTreeMap<String, Arc<[u8]>>,
    marked: BTreeSet<usize>,
    shown: bool,
    words: &'b Wording,
    pages: Vec<usize>,
}

/// The names that XHTML and its parts for books have.
pub const XHTML: [(&str, &str); 2] =
    [("xmlns", "http://www.w3.org/1999/xhtml"), ("xmlns:epub", "http://www.idpf.org/2007/ops")];

/// Returns documents as chapters.
pub fn chapters(documents: &[&Document], setting: &Setting<'_>) -> Vec<Chapter> {
    let files = documents.iter().enumerate().map(|(at, document)| (document.route.as_str(), file(at)));
    let book = Book { files: files.filter(|(route, _)| !route.is_empty()).collect() };
    documents
        .iter()
        .enumerate()
        .map(|(at, document)| chapter(document, file(at), &book, setting.site.words.of(&document.lang)))
        .collect()
}

fn file(number: usize) -> String {
    format!("text-{}.xhtml", number + 1)
}

fn chapter(document: &Document, file: String, book: &Book<'_>, words: &Wording) -> Chapter {
    let mut writer = Writer {
        xml: Xml::file(),
        book,
        lang: &document.lang,
        headings: Vec::new(),
        pictures: BTreeMap::new(),
        marked: BTreeSet::new(),
        shown: false,
        words,
        pages: Vec::new(),
    };
    open(&mut writer.xml, &document.lang, &document.title);
    writer.xml.start("body", &[]).start("section", &[("epub:type", "chapter"), ("role", "doc-chapter")]);
    writer.document(document);
    Chapter {
        file,
        title: document.title.clone(),
        headings: writer.headings,
        xhtml: writer.xml.done(),
        pictures: writer.pictures,
        shown: writer.shown,
        pages: writer.pages,
    }
}

/// Opens a file of a book: its head whole, and nothing of its body.
pub fn open(xml: &mut Xml, lang: &Lang, title: &str) {
    let (tag, direction) = (lang.tag(), lang.direction().name());
    let names = XHTML.into_iter().chain([("xml:lang", tag), ("lang", tag), ("dir", direction)]);
    xml.start("html", &names.collect::<Vec<_>>());
    xml.start("head", &[]).leaf("title", &[], title);
    xml.empty("link", &[("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css")]).end().line();
}

impl Writer<'_> {
    fn document(&mut self, document: &Document) {
        if document.printed.is_some() {
            self.print_page(1);
        }
        self.leaf_said("p", "publisher", &document.publisher);
        self.xml.leaf("h1", &[], &document.title).line();
        if !document.summary.is_empty() {
            self.xml.leaf("p", &[("class", "summary")], &document.summary).line();
        }
        self.leaf_said("p", "standing", &document.standing);
        if let Some(date) = document.changed {
            self.xml.leaf("p", &[], &date.in_words(&document.lang)).line();
        }
        self.elements(&document.body);
        self.notes(document);
        let last = self.pages.last().copied().unwrap_or(1);
        let after = document.printed.as_ref().map_or(0, |printed| printed.pages);
        (last + 1..=after).for_each(|page| self.print_page(page));
        self.elements(&document.ends);
    }

    /// Names a page of print where it starts. Source: EPUB Accessibility 1.1, 3.2; DPUB-ARIA 1.1, doc-pagebreak.
    fn print_page(&mut self, page: usize) {
        let said = self.words.say(&self.words.sentences.print_page_starts, &[("number", page.into())]);
        let id = page_place(page);
        let attributes =
            [("epub:type", "pagebreak"), ("role", "doc-pagebreak"), ("id", &*id), ("aria-label", &*said.text)];
        self.xml.empty("div", &attributes).line();
        self.pages.push(page);
    }

    fn leaf_said(&mut self, name: &'static str, class: &str, said: &Said) {
        if !said.is_empty() {
            let mut attributes = vec![("class", class)];
            if !said.lang.is_same_language(self.lang) {
                attributes.extend([("xml:lang", said.lang.tag()), ("lang", said.lang.tag())]);
            }
            self.xml.leaf(name, &attributes, &said.text).line();
        }
    }

    fn elements(&mut self, elements: &[Element]) {
        elements.iter().for_each(|element| self.element(element));
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading { level, id, words } => {
                let name = ["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)];
                let place = format!("h-{id}");
                self.xml.start(name, &[("id", &place)]);
                self.line(words);
                self.xml.end().line();
                self.headings.push((*level, place, plain(words)));
            }
            Element::Paragraph(line) => self.held("p", "", line),
            Element::List { start, items } => self.list(*start, items),
            Element::Terms(entries) => self.terms(entries),
            Element::Table(table) => self.table(table),
            Element::Picture(picture) => self.picture(picture),
            Element::Quote { elements, attribution } => {
                self.xml.start("blockquote", &[]);
                self.elements(elements);
                if !attribution.is_empty() {
                    self.xml.start("footer", &[]);
                    self.line(attribution);
                    self.xml.end();
                }
                self.xml.end().line();
            }
            Element::Framed { title, elements } => {
                self.xml.start("div", &[("class", "frame")]);
                self.held("p", "frame-title", title);
                self.elements(elements);
                self.xml.end().line();
            }
            Element::Code(lines) => {
                self.xml.start("pre", &[]).leaf("code", &[], &lines.join("\n")).end().line();
            }
            Element::Separator => {
                self.xml.empty("hr", &[]).line();
            }
            Element::PrintPage(page) => self.print_page(*page),
        }
    }

    /// Writes an element around running text; nothing where there is none.
    fn held(&mut self, name: &'static str, class: &str, line: &Line) {
        if plain(line).trim().is_empty() && line.iter().all(|run| run.link.is_none()) {
            return;
        }
        let attributes = [("class", class)];
        self.xml.start(name, if class.is_empty() { &[] } else { &attributes });
        self.line(line);
        self.xml.end().line();
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Element>]) {
        if items.is_empty() {
            return;
        }
        let first = start.unwrap_or(1).to_string();
        match start {
            Some(1) => self.xml.start("ol", &[]),
            Some(_) => self.xml.start("ol", &[("start", &first)]),
            None => self.xml.start("ul", &[]),
        };
        for item in items {
            self.xml.start("li", &[]);
            self.item(item);
            self.xml.end().line();
        }
        self.xml.end().line();
    }

    /// Writes what an item holds; one paragraph alone needs no element of its own.
    fn item(&mut self, elements: &[Element]) {
        match elements {
            [Element::Paragraph(line)] => self.line(line),
            _ => self.elements(elements),
        }
    }

    fn terms(&mut self, entries: &[Entry]) {
        if entries.iter().any(|entry| entry.ticked || entry.meanings.is_empty()) {
            for entry in entries {
                self.held("p", "term", &entry.term);
                self.list(None, &entry.meanings);
            }
            return;
        }
        if entries.is_empty() {
            return;
        }
        self.xml.start("dl", &[]);
        for entry in entries {
            self.xml.start("dt", &[]);
            self.elements(entry.pages());
            self.line(&entry.term);
            self.xml.end();
            for (at, meaning) in entry.meanings.iter().enumerate() {
                let meaning = if at == 0 { led_by_pages(meaning).1 } else { meaning };
                self.xml.start("dd", &[]);
                self.item(meaning);
                self.xml.end();
            }
            self.xml.line();
        }
        self.xml.end().line();
    }

    fn table(&mut self, table: &Table) {
        let titled = table.has_row_headings();
        self.xml.start("table", &[]);
        self.held("caption", "", &table.caption);
        if !table.groups.is_empty() {
            for (_, columns) in &table.groups {
                self.xml.empty("colgroup", &[("span", &columns.to_string())]);
            }
            self.xml.line();
        }
        self.xml.start("thead", &[]);
        if !table.groups.is_empty() {
            self.xml.start("tr", &[]);
            for (heading, columns) in &table.groups {
                self.over(heading, *columns);
            }
            self.xml.end();
        }
        if table.has_header() {
            self.xml.start("tr", &[]);
            for cell in &table.header {
                self.cell(cell, plain(cell).trim().is_empty().then_some(""), Some("col"));
            }
            self.xml.end();
        }
        self.xml.end().line().start("tbody", &[]);
        for row in &table.rows {
            self.xml.start("tr", &[]);
            for (at, cell) in row.iter().enumerate() {
                self.cell(cell, None, (titled && at == 0).then_some("row"));
            }
            self.xml.end().line();
        }
        self.xml.end().end().line();
    }

    /// Writes a heading over so many columns.
    fn over(&mut self, heading: &Line, columns: usize) {
        let span = columns.to_string();
        let scope = if columns > 1 { "colgroup" } else { "col" };
        let both: [(&str, &str); 2] = [("scope", scope), ("colspan", &span)];
        match (plain(heading).trim().is_empty(), columns) {
            (true, 1) => self.xml.start("td", &[]),
            (true, _) => self.xml.start("td", &both[1..]),
            (false, 1) => self.xml.start("th", &both[..1]),
            (false, _) => self.xml.start("th", &both),
        };
        self.line(heading);
        self.xml.end();
    }

    fn cell(&mut self, cell: &Line, empty: Option<&str>, scope: Option<&str>) {
        match (empty, scope) {
            (None, Some(scope)) => self.xml.start("th", &[("scope", scope)]),
            (_, _) => self.xml.start("td", &[]),
        };
        self.line(cell);
        self.xml.end();
    }

    fn picture(&mut self, picture: &Picture) {
        let outline = picture.asset.as_ref().and_then(|asset| asset.outline.as_ref());
        let Some((asset, bytes)) = outline.and_then(|asset| Some((asset, asset.bytes.as_ref()?))) else { return };
        let name = format!("pictures/{}", asset.path.replace(['/', '\\'], "-"));
        self.pictures.insert(name.clone(), Arc::clone(bytes));
        self.shown |= !picture.alt.is_empty();
        self.xml.start("figure", &[]);
        let source = crate::render::address::encoded(&name);
        if picture.alt.is_empty() {
            self.xml.empty("img", &[("src", &source), ("alt", ""), ("role", "presentation")]);
        } else {
            self.xml.empty("img", &[("src", &source), ("alt", &picture.alt)]);
        }
        self.held("figcaption", "", &picture.caption);
        self.xml.end().line();
    }

    /// Writes notes, which reading programs show where their mark is touched.
    fn notes(&mut self, document: &Document) {
        if document.notes_heading.is_empty() {
            return;
        }
        self.xml.start("section", &[]).start("h2", &[("id", "notes")]);
        self.line(&document.notes_heading);
        self.xml.end().line();
        self.headings.push((2, "notes".to_string(), plain(&document.notes_heading)));
        for note in &document.notes {
            let (id, back, number) =
                (format!("note-{}", note.number), format!("#mark-{}", note.number), note.number.to_string());
            self.xml.start("aside", &[("epub:type", "footnote"), ("role", "doc-footnote"), ("id", &id)]);
            self.xml.start("p", &[]);
            if self.marked.contains(&note.number) {
                self.xml.leaf("a", &[("href", &back), ("role", "doc-backlink")], &format!("[{number}]"));
            } else {
                self.xml.text(&format!("[{number}]"));
            }
            self.xml.text(" ");
            let rest = match note.elements.split_first() {
                Some((Element::Paragraph(line), rest)) => {
                    self.line(line);
                    rest
                }
                Some(_) | None => note.elements.as_slice(),
            };
            self.xml.end();
            self.elements(rest);
            self.xml.end().line();
        }
        document.sources.iter().for_each(|source| self.held("p", "", source));
        self.xml.end().line();
    }

    fn line(&mut self, line: &[Run]) {
        let mut rest = line;
        while let Some(first) = rest.first() {
            // Runs of one link are one link to readers.
            let same = rest.iter().take_while(|run| run.link == first.link).count();
            let (these, after) = rest.split_at(same);
            if let Some(link) = &first.link {
                let href = self.href(link);
                self.xml.start("a", &[("href", &href)]);
            }
            these.iter().for_each(|run| self.run(run));
            if first.link.is_some() {
                self.xml.end();
            }
            rest = after;
        }
    }

    /// Returns where a link leads: within the book where that has the page.
    fn href(&self, link: &Link) -> String {
        if let Some(id) = &link.here {
            return format!("#{}", place(id));
        }
        let (page, heading) = link.address.split_once('#').map_or((&*link.address, None), |(a, b)| (a, Some(b)));
        match self.book.files.get(page) {
            Some(file) => format!("{file}{}", heading.map(|id| format!("#{}", place(id))).unwrap_or_default()),
            None => link.address.clone(),
        }
    }

    fn run(&mut self, run: &Run) {
        let mut opened = 0;
        if let Some(lang) = &run.lang {
            let direction = lang.direction().name();
            self.xml.start("span", &[("xml:lang", lang.tag()), ("lang", lang.tag()), ("dir", direction)]);
            opened += 1;
        }
        let style = run.style;
        for (set, name) in [(style.strong, "strong"), (style.emphasis, "em"), (style.struck, "s"), (style.code, "code")]
        {
            if set {
                self.xml.start(name, &[]);
                opened += 1;
            }
        }
        match run.role {
            Role::Words => {
                self.xml.text(&run.text);
            }
            // A number is never broken.
            Role::Phone => {
                self.xml.text(&run.text.replace(' ', "\u{a0}"));
            }
            Role::PictureAlt => {
                self.xml.text(&format!("[{}]", run.text));
            }
            Role::LineBreak => {
                self.xml.empty("br", &[]);
            }
            Role::NoteMark(number) => {
                let (href, id, words) =
                    (format!("#note-{number}"), format!("mark-{number}"), format!("\u{a0}[{number}]"));
                let mut attributes = vec![("epub:type", "noteref"), ("role", "doc-noteref"), ("href", &*href)];
                if self.marked.insert(number) {
                    attributes.push(("id", &id));
                }
                self.xml.leaf("a", &attributes, &words);
            }
        }
        for _ in 0..opened {
            self.xml.end();
        }
    }
}

/// Returns the name of the place where a page of print starts.
pub fn page_place(page: usize) -> String {
    format!("print-page-{page}")
}

/// Returns the name of a heading's place in its file. It starts with a letter, as names in XML do.
fn place(id: &str) -> String {
    crate::render::address::encoded(&format!("h-{id}"))
}
