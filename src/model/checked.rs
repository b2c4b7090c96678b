//! Which files that a machine made a person has read: of braille and audio, where a mistake is seen by nobody who made them.

use super::{Block, Contact, ContactField, Date, FormatName, Inline, Lang, Leaflet, Note, Page, Site, fnv, walk};
use crate::diag::Span;

/// That a person has read a page or leaflet in a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The format's name, such as `braille`.
    pub format: String,
    /// The file that it was made from, by its path from the site's folder.
    pub file: String,
    /// Who read it: a post, and no person's name.
    pub by: String,
    /// When.
    pub date: Date,
    /// What stands for its words, in 16 hexadecimal digits.
    pub words: String,
    /// What stands for the words of the page that an Easy Read text was made from; empty where there is none.
    pub original: String,
    /// Where it stands.
    pub span: Span,
}

/// Whether a person has read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadState<'s> {
    /// Nobody has.
    Draft,
    /// Somebody has, and its words are as they were.
    Checked(&'s Checked),
    /// Somebody has, and its words have changed since.
    Changed(&'s Checked),
}

impl ReadState<'_> {
    /// Returns whether nobody has read the words as they are now.
    pub fn is_unread(&self) -> bool {
        match self {
            ReadState::Draft | ReadState::Changed(_) => true,
            ReadState::Checked(_) => false,
        }
    }
}

impl Site {
    /// Returns whether a person has read a page or leaflet in a format, given the path of its source and what stands for its
    /// words. The entry that stands last counts.
    pub fn read_state(&self, format: FormatName, file: &str, words: &str) -> ReadState<'_> {
        let of_file = |checked: &&Checked| checked.format == format.0 && checked.file == file;
        match self.checked.iter().rfind(of_file) {
            None => ReadState::Draft,
            Some(checked) if checked.words == words => ReadState::Checked(checked),
            Some(checked) => ReadState::Changed(checked),
        }
    }

    /// Returns whether a format is published though nobody has read it.
    pub fn publishes_drafts(&self, format: FormatName) -> bool {
        self.shows_drafts || self.drafts.iter().any(|name| name == format.0)
    }
}

/// Returns what stands for a page's words: other words have another.
pub fn page_words(page: &Page) -> String {
    words_of(&page.lang, (&page.meta.title, &page.meta.summary), &page.blocks, &page.notes)
}

/// Returns what stands for a leaflet's words.
pub fn leaflet_words(leaflet: &Leaflet) -> String {
    words_of(&leaflet.lang, (&leaflet.title, &leaflet.summary), leaflet.parts().flatten(), &leaflet.notes)
}

/// Returns what stands for a title, a summary and blocks in a language.
pub(super) fn words_of<'b>(
    lang: &Lang,
    (title, summary): (&str, &str),
    blocks: impl IntoIterator<Item = &'b Block>,
    notes: &'b [Note],
) -> String {
    let mut words = format!("{title}\n{summary}\n");
    for block in blocks.into_iter().chain(notes.iter().flat_map(|note| &note.blocks)) {
        walk::blocks(std::slice::from_ref(block), &mut |block| add(block, lang, &mut words));
    }
    format!("{:016x}", fnv::hash(words.as_bytes()))
}

/// Adds all that a block says: its own words, and what it shows of the stores.
fn add(block: &Block, lang: &Lang, words: &mut String) {
    for run in walk::own_runs(block) {
        walk::each(run, &mut |inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => words.push_str(&text.text),
            Inline::Image(image) => words.push_str(&image.alt),
            Inline::Fact(fact) => words.push_str(fact.words()),
            Inline::Contact(used) => words.push_str(used.words()),
            Inline::Abbreviation(used) if used.expand => words.push_str(&used.full),
            Inline::Abbreviation(used) => words.push_str(&used.short),
            Inline::FootnoteMark(mark) => words.push_str(&mark.label),
            Inline::LineBreak(_)
            | Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Strikethrough(_)
            | Inline::Link(_)
            | Inline::Language(_) => {}
        });
        words.push('\n');
    }
    match block {
        Block::Code(code) => words.push_str(&code.text),
        Block::RawHtml(html) => words.push_str(&html.text),
        Block::Figure(figure) => words.push_str(&figure.image.alt),
        Block::Row(row) => words.push_str(row.image.as_ref().map_or("", |image| &image.alt)),
        Block::Statistic(statistic) => {
            if let Some(fact) = &statistic.fact {
                words.push_str(fact.display.in_lang(lang));
                words.push_str(fact.statement.in_lang(lang));
            }
        }
        Block::Contact(block) => block.contact.iter().for_each(|contact| add_contact(contact, lang, words)),
        Block::Film(film) => words.push_str(&film.title),
        Block::Video(video) => words.push_str(&video.title),
        Block::Download(download) => words.push_str(&download.label),
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Definitions(_)
        | Block::Quote(_)
        | Block::Table(_)
        | Block::Break(_)
        | Block::Callout(_)
        | Block::Steps(_)
        | Block::Action(_)
        | Block::Details(_)
        | Block::Address(_)
        | Block::KeyFacts(_)
        | Block::Timeline(_)
        | Block::Form(_)
        | Block::Formats(_)
        | Block::Language(_)
        | Block::Included(_) => {}
    }
    words.push('\n');
}

fn add_contact(contact: &Contact, lang: &Lang, words: &mut String) {
    words.push_str(contact.title.in_lang(lang));
    for said in ContactField::ALL.into_iter().filter_map(|field| contact.field(field, lang)) {
        words.push('\n');
        words.push_str(&said);
    }
}
