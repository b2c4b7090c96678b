//! Data beside pages, for programs: dates for calendars, notices as open data, lists of awards. Made without asking for
//! every page that is on the web and has something to say.

mod awards;
mod calendar;
mod ocds;

use serde_json::{Value, json};

use super::{Catalogue, File, Format, Job, Made, Offer, Press, Reader, RenderError, Subject};
use crate::model::kinds::Money;
use crate::model::{Date, Details, Page, Site};

/// Data beside pages.
pub struct Beside;

/// The format `data`.
pub const DATA: Beside = Beside;

/// One kind of data file.
struct Sort {
    /// What it is called.
    label: &'static str,
    /// The file's name, beside the page.
    file: &'static str,
    /// Its type as readers know it.
    media: &'static str,
    /// Makes it; nothing where the page has nothing of this sort.
    make: fn(&Site, &Page) -> Option<Vec<u8>>,
}

/// Every kind of data file.
const SORTS: &[Sort] = &[
    Sort { label: "Dates for your calendar", file: "dates.ics", media: "ICS", make: calendar::make },
    Sort { label: "The notice as open data (OCDS)", file: "release.json", media: "JSON", make: ocds::make },
    Sort { label: "The awards as a table", file: "awards.csv", media: "CSV", make: awards::table },
    Sort { label: "The awards as open data (360Giving)", file: "awards.json", media: "JSON", make: awards::grants },
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

    fn make(&self, job: &Job, _: &Catalogue) -> Result<Made, RenderError> {
        let mut made = Made::default();
        let Subject::Page(id) = job.subject else { return Ok(made) };
        let page = self.site.page(id);
        for sort in SORTS {
            let Some(bytes) = (sort.make)(self.site, page) else { continue };
            let route = format!("{}{}", page.route, sort.file);
            made.downloads.push(Offer {
                subject: job.subject,
                format: "data",
                label: sort.label.to_string(),
                lang: "en",
                route: route.clone(),
                media: sort.media,
                bytes: bytes.len() as u64,
                pages: None,
                reader: Reader::Program,
            });
            made.files.push(File { path: route.trim_start_matches('/').to_string(), bytes });
        }
        Ok(made)
    }
}

/// Returns the address of the site without its scheme, for names of our own that nobody else has.
fn host(site: &Site) -> &str {
    let url = site.about.base_url.as_str();
    url.split_once("://").map_or(url, |(_, host)| host)
}

/// Returns the publisher's name, or else the site's.
fn publisher(site: &Site) -> &str {
    let name = site.about.organisation.name.as_str();
    if name.is_empty() { &site.about.title } else { name }
}

/// Returns a page's whole address.
fn address(site: &Site, page: &Page) -> String {
    format!("{}{}", site.about.base_url, page.route)
}

/// Returns the address of a document: as it is, or that of the file beside the page.
fn document(site: &Site, page: &Page, written: &str) -> Option<String> {
    if written.contains("://") {
        return Some(written.to_string());
    }
    let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = if written.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    let path = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
    site.assets.iter().any(|asset| asset.path == path).then(|| format!("{}/{path}", site.about.base_url))
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
