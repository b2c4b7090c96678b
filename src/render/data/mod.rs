//! Data beside pages, for programs: dates for calendars, notices as open data, lists of awards. Made without asking for
//! every page that is on the web and has something to say.

mod awards;
mod calendar;
mod fields;
mod ocds;
mod package;

use std::sync::Arc;

use super::claim::Claim;
use super::format::{Audience, File, Format, Given, Job, Made, Offer, Press, RenderError, Subject};
use crate::diag::Span;
use crate::model::kinds::Scope;
use crate::model::{Details, Page, Site};
use crate::words::{Data, Said};

/// Data beside pages.
pub struct DataFormat;

/// The format `data`.
pub const DATA: DataFormat = DataFormat;

/// One kind of data file.
struct DataFile {
    /// What it is called.
    label: fn(&Data) -> &Said,
    /// The file's name, beside the page.
    name: &'static str,
    /// Its type as readers know it.
    media: &'static str,
    /// Makes its bytes, for that name; `None` where the page has no such data.
    make: fn(&Site, &Page, &str) -> Option<Vec<u8>>,
}

/// Every kind of data file.
const DATA_FILES: &[DataFile] = &[
    DataFile { label: |data| &data.calendar, name: "dates.ics", media: "ICS", make: calendar::make },
    DataFile { label: |data| &data.release, name: "release.json", media: "JSON", make: ocds::make },
    DataFile { label: |data| &data.awards_table, name: "awards.csv", media: "CSV", make: awards::table },
    DataFile { label: |data| &data.awards_data, name: "awards.json", media: "JSON", make: awards::grants },
];

/// The data files of one site, made ready.
struct DataPress<'s> {
    site: &'s Site,
}

impl Format for DataFormat {
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
        Ok(Box::new(DataPress { site }))
    }
}

impl Press for DataPress<'_> {
    fn jobs(&self) -> Vec<Job> {
        let pages = self.site.page_ids().filter(|(_, page)| page.is_on_the_web());
        let told = pages.filter(|(_, page)| page.meta.details != Details::None);
        told.map(|(id, _)| Job { subject: Subject::Page(id) }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        let Subject::Page(id) = job.subject else { return Vec::new() };
        let page = self.site.page(id);
        let there = DATA_FILES.iter().filter(|file| (file.make)(self.site, page, file.name).is_some());
        let claim = |file: &DataFile| {
            let what = format!("the data `{}` of the page `content/{}`", file.name, page.path);
            Claim::at(path(page, file), what, Span::whole(page.file))
        };
        there.map(claim).collect()
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        let mut made = Made::default();
        let Subject::Page(id) = job.subject else { return Ok(made) };
        let page = given.page(self.site, id);
        for file in DATA_FILES {
            let Some(bytes) = (file.make)(self.site, page, file.name) else { continue };
            let path = path(page, file);
            made.downloads.push(Offer {
                subject: job.subject,
                format: "data",
                label: (file.label)(&self.site.words.of(&page.lang).data).clone(),
                route: format!("/{path}"),
                media: file.media,
                bytes: bytes.len() as u64,
                pages: None,
                volumes: None,
                starts: Arc::default(),
                audience: Audience::Program,
                unread: false,
                pixels: None,
                played: None,
            });
            made.files.push(File { path, bytes });
        }
        Ok(made)
    }
}

/// Returns the path of a data file: beside its page.
fn path(page: &Page, file: &DataFile) -> String {
    format!("{}{}", page.route.trim_start_matches('/'), file.name)
}
