//! Plain text of each leaflet: for e-mail, for a reader's own tools, and for whoever reads it out.

mod inline;
mod lines;
mod writer;

use super::claim::Claim;
use super::format::{Audience, File, Format, Given, Job, Made, Offer, Press, RenderError, Subject};
use crate::diag::Span;
use crate::model::kinds::Scope;
use crate::model::{LEAFLETS, Leaflet, LeafletId, Site, end_notes};
use crate::words::Wording;
use writer::Writer;

/// The format.
pub const TEXT: Text = Text;

/// Plain text.
pub struct Text;

/// Plain text, made ready for one site.
struct TextPress<'s> {
    site: &'s Site,
}

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn is_for_pages(&self) -> bool {
        false
    }

    fn consent(&self) -> Scope {
        Scope::Print
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(TextPress { site }))
    }
}

impl Press for TextPress<'_> {
    fn jobs(&self) -> Vec<Job> {
        self.site.leaflet_ids().map(|(id, _)| Job { subject: Subject::Leaflet(id) }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        let Subject::Leaflet(id) = job.subject else { return Vec::new() };
        let leaflet = self.site.leaflet(id);
        let what = format!("the text of the leaflet `{}`", leaflet.reference);
        vec![Claim::at(path(self.site, leaflet), what, Span::whole(leaflet.file))]
    }

    fn make(&self, job: &Job, _: &Given<'_>) -> Result<Made, RenderError> {
        let Subject::Leaflet(id) = job.subject else { return Ok(Made::default()) };
        Ok(self.leaflet(id))
    }
}

impl TextPress<'_> {
    fn leaflet(&self, id: LeafletId) -> Made {
        let (site, leaflet) = (self.site, self.site.leaflet(id));
        let words = site.words.of(&leaflet.lang);
        let mut writer = Writer::new(&site.about, words);
        writer.paragraph(&leaflet.title);
        writer.paragraph(&leaflet.summary);
        for panel in &leaflet.panels {
            writer.blocks(&panel.head);
            writer.blocks(&panel.foot);
        }
        writer.notes(&end_notes(&leaflet.notes, &leaflet.sources), leaflet.blocks());
        writer.paragraph(&edition(leaflet, words));
        let address = leaflet.address().unwrap_or_else(|| LEAFLETS.to_string());
        writer.paragraph(&format!("{} {}{address}", words.print.web, site.about.base_url));
        let (path, bytes) = (path(site, leaflet), writer.done().into_bytes());
        let offer = Offer {
            subject: Subject::Leaflet(id),
            format: "text",
            label: words.web.plain_text.clone(),
            route: format!("/{path}"),
            media: "TXT",
            bytes: bytes.len() as u64,
            pages: None,
            audience: Audience::Person,
        };
        Made { files: vec![File { path, bytes }], downloads: vec![offer], ..Made::default() }
    }
}

/// Returns the path of a leaflet's text.
fn path(site: &Site, leaflet: &Leaflet) -> String {
    format!("{}/text.txt", leaflet.folder(&site.about.language))
}

/// Returns the line that says which edition of a leaflet it is.
fn edition(leaflet: &Leaflet, words: &Wording) -> String {
    let (issued, review) = (leaflet.issued.month_in_words(&words.lang), leaflet.review.month_in_words(&words.lang));
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    words.say(&words.sentences.print_edition, &parts).to_string()
}
