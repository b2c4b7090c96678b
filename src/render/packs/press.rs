//! Packs made ready for a site: one job for each place, and what its file holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::held::Held;
use super::sheets;
use crate::diag::Span;
use crate::model::{Leaflet, LeafletId, PageId, Site};
use crate::render::archive;
use crate::render::claim::Claim;
use crate::render::folding::HOW_TO_PRINT;
use crate::render::format::{
    Audience, Given, Holds, Job, Made, Offer, Packed, PackedFile, Press, RenderError, Subject,
};

/// The name of the step, beside those of formats.
pub const NAME: &str = "packs";

/// What a place can send to somebody who reads with a screen reader, or in their own colours and type.
const SENT: [&str; 2] = ["text", "word"];

/// Packs, made ready for one site.
pub struct Packs<'s> {
    site: &'s Site,
    /// The places, in order; a job has the number of one.
    places: Vec<String>,
}

impl<'s> Packs<'s> {
    /// Returns the packs of a site.
    pub fn new(site: &'s Site) -> Packs<'s> {
        Packs { site, places: site.leaflet_places().into_keys().collect() }
    }

    /// Returns the files of formats that a place's pack holds, leaflet by leaflet: for the office printer, large
    /// print, what can be sent to somebody who reads on a screen, and what says the same in Easy Read.
    fn held(&self, place: &str, given: &Given<'_>) -> Vec<Held> {
        let own: Vec<(LeafletId, &Leaflet)> =
            self.site.leaflet_ids().filter(|(_, leaflet)| leaflet.is_for(place)).collect();
        let mut told: Vec<&Leaflet> = Vec::new();
        let mut held = Vec::new();
        for (id, leaflet) in own {
            // How to print it is the same in another language, unless its sheet is mirrored there.
            let same = |known: &&Leaflet| {
                known.reference == leaflet.reference && known.lang.direction() == leaflet.lang.direction()
            };
            let how = !told.iter().any(same);
            told.push(leaflet);
            held.extend(self.of_leaflet(id, leaflet, given).into_iter().filter(|file| how || !file.is_how_to_print()));
        }
        held
    }

    fn of_leaflet(&self, id: LeafletId, leaflet: &Leaflet, given: &Given<'_>) -> Vec<Held> {
        let offers = given.catalogue.of(Subject::Leaflet(id));
        let office = offers.iter().find(|offer| offer.format == "leaflets" && offer.media == "PDF");
        let large = offers.iter().find(|offer| offer.format == "large-print");
        let how = offers.iter().find(|offer| offer.route.ends_with(HOW_TO_PRINT));
        let sent = SENT.iter().filter_map(|name| offers.iter().find(|offer| offer.format == *name));
        let held = |offer: &Offer| {
            let file = offer.route.rsplit('/').next().unwrap_or(&offer.route);
            let lang = match leaflet.lang.is_same_language(&self.site.about.language) {
                true => String::new(),
                false => format!("{}-", leaflet.lang.primary()),
            };
            Held {
                name: format!("{}-{lang}{file}", leaflet.reference),
                label: format!("{}, {}: {}", leaflet.title, leaflet.lang.own_name(), offer.label),
                route: offer.route.clone(),
                bytes: offer.bytes,
            }
        };
        let mut all: Vec<Held> = office.into_iter().chain(large).chain(how).chain(sent).map(held).collect();
        all.extend(self.easy_reads(leaflet).into_iter().filter_map(|easy| self.of_easy_read(easy, leaflet, given)));
        all
    }

    /// Returns the pages that say in Easy Read what a leaflet brings in, in its language.
    fn easy_reads(&self, leaflet: &Leaflet) -> Vec<PageId> {
        let pages = leaflet.pages.iter().filter_map(|id| self.site.pages.find(*id));
        let easy = pages.flat_map(|page| &page.around.easy_reads).filter(|easy| easy.lang == leaflet.lang);
        easy.map(|easy| easy.id).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn of_easy_read(&self, id: PageId, leaflet: &Leaflet, given: &Given<'_>) -> Option<Held> {
        let offer = given.catalogue.of(Subject::Page(id)).iter().find(|offer| offer.media == "PDF")?;
        let page = self.site.page(id);
        Some(Held {
            name: format!("{}-{}", leaflet.reference, offer.route.rsplit('/').next().unwrap_or(&offer.route)),
            label: format!("{}, {}: {}", page.meta.title, page.lang.own_name(), offer.label),
            route: offer.route.clone(),
            bytes: offer.bytes,
        })
    }
}

impl Press for Packs<'_> {
    fn jobs(&self) -> Vec<Job> {
        let numbers = 0..u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        numbers.map(|number| Job { subject: Subject::Pack(number) }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        let Some(place) = self.place(job) else { return Vec::new() };
        let first = self.site.leaflets.iter().find(|leaflet| leaflet.is_for(place));
        let claim =
            |leaflet: &Leaflet| Claim::at(path(place), format!("the pack for `{place}`"), Span::whole(leaflet.file));
        first.map(claim).into_iter().collect()
    }

    fn holds(&self, job: &Job) -> Vec<Subject> {
        let Some(place) = self.place(job) else { return Vec::new() };
        let own = self.site.leaflet_ids().filter(|(_, leaflet)| leaflet.is_for(place));
        let easy = |leaflet| self.easy_reads(leaflet).into_iter().map(Subject::Page);
        own.flat_map(|(id, leaflet)| std::iter::once(Subject::Leaflet(id)).chain(easy(leaflet))).collect()
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        let Some(place) = self.place(job) else { return Ok(Made::default()) };
        let held = self.held(place, given);
        let leaflets: Vec<&Leaflet> = self.site.leaflets.iter().filter(|leaflet| leaflet.is_for(place)).collect();
        let words = sheets::all(self.site, place, &held, &leaflets);
        let sheets = words.iter().map(|(name, text)| (*name, text.len() as u64));
        let bytes = archive::size(sheets.chain(held.iter().map(|file| (file.name.as_str(), file.bytes))));
        let words = words.map(|(name, text)| PackedFile { name: name.to_string(), holds: Holds::Words(text) });
        let made = held.into_iter().map(|file| PackedFile {
            name: file.name,
            holds: Holds::Made(file.route.trim_start_matches('/').to_string()),
        });
        let pack = Packed { path: path(place), files: words.into_iter().chain(made).collect() };
        let offer = Offer {
            subject: job.subject,
            format: NAME,
            label: self.site.words.of(&self.site.about.language).web.get_pack.clone(),
            route: format!("/{}", path(place)),
            media: "ZIP",
            bytes,
            pages: None,
            volumes: None,
            starts: Arc::default(),
            audience: Audience::Person,
            unread: false,
            pixels: None,
            played: None,
        };
        Ok(Made { packed: vec![pack], downloads: vec![offer], ..Made::default() })
    }
}

impl Packs<'_> {
    fn place(&self, job: &Job) -> Option<&str> {
        let Subject::Pack(number) = job.subject else { return None };
        self.places.get(number as usize).map(String::as_str)
    }
}

/// Returns the path of a place's pack.
fn path(place: &str) -> String {
    format!("packs/{place}.zip")
}
