//! Documents of others to pages: one form of document is one folder here, and makes a [`document::Document`]. `outline.rs` gives
//! it one title and sound levels of headings, `markdown/` writes it as an author would. A document from a stranger is hostile:
//! all that is read has limits, nothing that it names is fetched, and what cannot be read is one sentence.

mod archive;
pub mod document;
mod docx;
mod html;
mod languages;
mod markdown;
mod odt;
mod outline;
mod passages;
mod pictures;
mod place;
mod raised;
mod refusal;
mod runs;
mod sniff;
mod summary;
mod typed;
mod xml;

use crate::model::Lang;
use document::Document;
use sniff::Form;

pub use html::Beside;
pub use markdown::front_matter::Front;
pub use pictures::Saved;
pub use place::place;
pub use refusal::Refusal;
pub use sniff::MOST_BYTES;

/// What a page is made with.
pub struct Wanted<'a> {
    /// The name of the kind of page, and the lines of front matter that it starts with.
    pub kind: (&'a str, &'a str),
    /// The day that it is dated with, such as `2026-11-28`.
    pub today: &'a str,
    /// The name of the document's file without its ending: the title where there is no other.
    pub stem: &'a str,
    /// The site's language.
    pub lang: &'a Lang,
}

/// A page made of a document, before it has a place.
#[derive(Debug)]
pub struct Draft {
    /// Its title.
    pub title: String,
    document: Document,
}

/// A page with its pictures, ready to be written.
#[derive(Debug)]
pub struct Page {
    /// Its Markdown, with front matter.
    pub text: String,
    /// Its pictures, each with the name of its file beside the page.
    pub pictures: Vec<Saved>,
    /// What the author is to know, one sentence each.
    pub told: Vec<String>,
}

/// Reads a document. `beside` gives the files that lie beside a saved web page, by their path from there.
///
/// # Errors
///
/// It is in no form that can be read, or it is hostile or damaged.
pub fn read(bytes: &[u8], stem: &str, beside: Beside<'_>) -> Result<Draft, Refusal> {
    let mut document = match Form::of(bytes)? {
        Form::Word => docx::read(bytes)?,
        Form::OpenDocument => odt::read(bytes)?,
        Form::Web => html::read(bytes, stem, beside)?,
    };
    if document.blocks.is_empty() {
        return Err(Refusal::Nothing);
    }
    languages::settle(&mut document);
    let title = outline::settle(&mut document, stem);
    Ok(Draft { title, document })
}

impl Draft {
    /// Returns the page as it is written under a name, which its pictures' names start with. `is_free` is asked whether a file of
    /// that name may be made beside it.
    pub fn page(self, name: &str, wanted: &Wanted<'_>, is_free: &dyn Fn(&str) -> bool) -> Page {
        let mut document = self.document;
        let pictures = pictures::save(&mut document, name, is_free);
        let front = Front { title: &self.title, properties: &document.properties, wanted };
        let text = format!("{}\n{}", front.write(), markdown::body(&document, &pictures, wanted.lang));
        let told = summary::sentences(&document, &text, wanted.lang);
        let mut pictures: Vec<Saved> = pictures.into_iter().flatten().collect();
        // Several places may show one picture.
        pictures.sort_by(|one, other| one.name.cmp(&other.name));
        pictures.dedup();
        Page { text, pictures, told }
    }
}
