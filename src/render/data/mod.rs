//! Data beside pages, for programs: dates for calendars, notices as open data, lists of awards. Made without asking for
//! every page that is on the web and has something to say.

mod awards;
mod calendar;
mod ocds;

use serde_json::{Value, json};

use super::address::encoded;
use super::{Claim, File, Format, Given, Job, Made, Offer, Press, Reader, RenderError, Subject};
use crate::diag::Span;
use crate::model::kinds::{Money, Reference, Scope};
use crate::model::{Date, Details, Page, Site};
use crate::words::{Data, Said};

/// Data beside pages.
pub struct Beside;

/// The format `data`.
pub const DATA: Beside = Beside;

/// One kind of data file.
struct Sort {
    /// What it is called.
    label: fn(&Data) -> &Said,
    /// The file's name, beside the page.
    file: &'static str,
    /// Its type as readers know it.
    media: &'static str,
    /// Makes it; nothing where the page has nothing of this sort.
    make: fn(&Site, &Page) -> Option<Vec<u8>>,
}

/// Every kind of data file.
const SORTS: &[Sort] = &[
    Sort { label: |data| &data.calendar, file: "dates.ics", media: "ICS", make: calendar::make },
    Sort { label: |data| &data.release, file: "release.json", media: "JSON", make: ocds::make },
    Sort { label: |data| &data.awards_table, file: "awards.csv", media: "CSV", make: awards::table },
    Sort { label: |data| &data.awards_data, file: "awards.json", media: "JSON", make: awards::grants },
];

struct Ready<'s> {
    site: &'s Site,
}

impl Format for Beside {
    fn name(&self) -> &'static str {
        "data"
    }

    fn is_for_pages(&self) -> bool {
        false
    }

    fn consent(&self) -> Scope {
        Scope::Web
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(Ready { site }))
    }
}

impl Press for Ready<'_> {
    fn jobs(&self) -> Vec<Job> {
        let pages = self.site.page_ids().filter(|(_, page)| page.has_format("web"));
        let told = pages.filter(|(_, page)| page.meta.details != Details::None);
        told.map(|(id, _)| Job { subject: Subject::Page(id) }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        let Subject::Page(id) = job.subject else { return Vec::new() };
        let page = self.site.page(id);
        let there = SORTS.iter().filter(|sort| (sort.make)(self.site, page).is_some());
        let claim = |sort: &Sort| {
            let what = format!("the data `{}` of the page `content/{}`", sort.file, page.path);
            Claim::at(path(page, sort), what, Span::whole(page.file))
        };
        there.map(claim).collect()
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        let mut made = Made::default();
        let Subject::Page(id) = job.subject else { return Ok(made) };
        let page = given.page(self.site, id);
        for sort in SORTS {
            let Some(bytes) = (sort.make)(self.site, page) else { continue };
            let path = path(page, sort);
            made.downloads.push(Offer {
                subject: job.subject,
                format: "data",
                label: (sort.label)(&self.site.words.of(&page.lang).data).clone(),
                route: format!("/{path}"),
                media: sort.media,
                bytes: bytes.len() as u64,
                pages: None,
                reader: Reader::Program,
            });
            made.files.push(File { path, bytes });
        }
        Ok(made)
    }
}

/// Returns the path of a data file: beside its page.
fn path(page: &Page, sort: &Sort) -> String {
    format!("{}{}", page.route.trim_start_matches('/'), sort.file)
}

/// Returns the address of the site without its scheme, for names of our own that nobody else has.
fn host(site: &Site) -> &str {
    let url = site.about.base_url.as_str();
    url.split_once("://").map_or(url, |(_, host)| host)
}

/// Returns the publisher's name, or else the site's.
fn publisher(site: &Site) -> &str {
    let name = &*site.about.organisation.name;
    if name.is_empty() { &site.about.title } else { name }
}

/// Returns a page's whole address.
fn address(site: &Site, page: &Page) -> String {
    format!("{}{}", site.about.base_url, encoded(&page.route))
}

/// Returns the address of a document: as it is, or that of the file beside the page.
fn document(site: &Site, reference: &Reference) -> Option<String> {
    if reference.address.contains("://") {
        return Some(reference.address.clone());
    }
    let file = reference.file.as_ref()?.outline.as_ref()?;
    Some(format!("{}/{}", site.about.base_url, encoded(&file.path)))
}

/// Returns the day from which the page says what it says.
fn said_on(site: &Site, page: &Page) -> Date {
    page.changed().unwrap_or(site.today())
}

/// Returns a sum in pounds: a whole number where there are no pence.
fn pounds(money: Money) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "no public sum is more pence than a float counts exactly")]
    if money.0.is_multiple_of(100) { json!(money.0 / 100) } else { json!(money.0 as f64 / 100.0) }
}
