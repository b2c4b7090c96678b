//! Paper: pages as clear, large and giant print, and leaflets for office printers and print firms. All of it is tagged
//! PDF/UA-1, and all but what print firms get is PDF/A-2a too.
//!
//! The way: blocks → strips (`flow`) → pages (`pages.rs`, `sheets`) → display list and structure tree → PDF (`pdf`).

mod breaks;
mod code;
mod contents;
mod cut;
mod display;
mod document;
mod easy_read;
mod end_matter;
mod flow;
mod font;
mod front;
mod further;
mod impose;
mod kinds;
mod lines;
pub mod measured;
mod pack;
mod pages;
mod pdf;
mod pictured;
mod printer;
mod profile;
pub mod proof;
mod raster;
pub mod recall;
mod running;
mod running_text;
mod shapes;
mod sheets;
mod structure;
mod style;
#[cfg(test)]
mod tests;
mod ties;

use std::sync::Arc;

pub use self::printer::Printer;

use self::font::Faces;
use self::profile::Profile;
use self::sheets::{Folio, HowTo, LaidOut};
use super::claim::Claim;
use super::folding::HOW_TO_PRINT;
use super::format::{self, Audience, File, Format, Given, Job, Made, Offer, Press, RenderError, Subject};
use super::manuscript::{Manuscript, Offered};
use crate::diag::{Diagnostic, FindingKind, Span};
use crate::model::kinds::Scope;
use crate::model::{Design, Direction, FormatName, Lang, Leaflet, LeafletId, Page, PageId, Shared, Sheet, Site};
use crate::words::Said;

/// Every kind of finding of this layer.
pub const KINDS: &[&FindingKind] = kinds::ALL;

/// Pages in clear print.
pub const PRINT: Paged = Paged { profile: &profile::CLEAR };

/// Pages in large print.
pub const LARGE_PRINT: Paged = Paged { profile: &profile::LARGE };

/// Pages in giant print.
pub const GIANT_PRINT: Paged = Paged { profile: &profile::GIANT };

/// Leaflets.
pub const LEAFLETS: Leaflets = Leaflets;

/// The design whose colours pages take.
const PAGE_DESIGN: &str = "plain";

/// The sheet of booklets.
const BOOKLET: &str = "booklet";

/// The sizes in which a leaflet's words are set anew, as a document on A4.
const REFLOWED: [&Profile; 2] = [&profile::LARGE, &profile::GIANT];

/// The format of pages in one size of print.
pub struct Paged {
    profile: &'static Profile,
}

/// The format of leaflets.
pub struct Leaflets;

/// Either format, made ready for one site.
struct PaperPress<'s> {
    site: &'s Site,
    faces: Faces,
    profile: Option<&'static Profile>,
}

impl Format for Paged {
    fn name(&self) -> &'static str {
        self.profile.name
    }

    fn consent(&self) -> Scope {
        Scope::Print
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        let wanted = site.pages.iter().any(|page| page.has_format(FormatName(self.profile.name)));
        ready(site, Some(self.profile), wanted)
    }
}

impl Format for Leaflets {
    fn name(&self) -> &'static str {
        "leaflets"
    }

    fn is_for_pages(&self) -> bool {
        false
    }

    fn consent(&self) -> Scope {
        Scope::Print
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        ready(site, None, !site.leaflets.is_empty())
    }
}

/// A press with nothing to print: a site without paper needs no fonts.
struct Nothing;

impl Press for Nothing {
    fn jobs(&self) -> Vec<Job> {
        Vec::new()
    }

    fn files(&self, _job: &Job) -> Vec<Claim> {
        Vec::new()
    }

    fn make(&self, _job: &Job, _given: &Given<'_>) -> Result<Made, RenderError> {
        Ok(Made::default())
    }
}

fn ready<'s>(
    site: &'s Site,
    profile: Option<&'static Profile>,
    wanted: bool,
) -> Result<Box<dyn Press + 's>, RenderError> {
    if !wanted {
        return Ok(Box::new(Nothing));
    }
    Ok(Box::new(PaperPress { site, faces: Faces::read(site)?, profile }))
}

impl Press for PaperPress<'_> {
    fn jobs(&self) -> Vec<Job> {
        let subjects: Vec<Subject> = match self.profile {
            Some(profile) => {
                let pages = self.site.page_ids().filter(|(_, page)| page.has_format(FormatName(profile.name)));
                pages.map(|(id, _)| Subject::Page(id)).collect()
            }
            None => self.site.leaflet_ids().map(|(id, _)| Subject::Leaflet(id)).collect(),
        };
        subjects.into_iter().map(|subject| Job { subject }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        match (job.subject, self.profile) {
            (Subject::Page(id), Some(profile)) => {
                let page = self.site.page(id);
                let what = format!("the format `{}` of the page `content/{}`", profile.name, page.path);
                let mut claims = vec![Claim::at(page_path(page, profile), what.clone(), Span::whole(page.file))];
                let booklet =
                    easy_read::takes(page, profile) && self.booklet_sheet().is_some() && self.design().is_some();
                if booklet {
                    let path = page_path(page, &easy_read::BOOKLET.profile);
                    claims.push(Claim::at(path, what, Span::whole(page.file)));
                }
                claims
            }
            (Subject::Leaflet(id), None) => {
                let leaflet = self.site.leaflet(id);
                let claim = |path: String| {
                    let name = path.rsplit('/').next().unwrap_or(&path);
                    let what = format!("`{name}` of the leaflet `{}`", leaflet.reference);
                    Claim::at(path, what, Span::whole(leaflet.file))
                };
                let (paths, pictures) = leaflet_paths(self.site, leaflet);
                let pictures = pictures.into_iter().map(|path| claim(path).perhaps());
                paths.into_iter().map(claim).chain(pictures).collect()
            }
            (
                Subject::Page(_) | Subject::Leaflet(_) | Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_),
                _,
            ) => Vec::new(),
        }
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        match (job.subject, self.profile) {
            (Subject::Page(id), Some(profile)) => self.page(id, given.page(self.site, id), profile),
            (Subject::Leaflet(id), None) => self.leaflet(id),
            (
                Subject::Page(_) | Subject::Leaflet(_) | Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_),
                _,
            ) => Ok(Made::default()),
        }
    }
}

/// What a file is.
enum Kind<'d> {
    /// A PDF of a document.
    Pdf(&'d display::Document),
    /// A picture of a leaflet, so many pixels wide and high.
    Picture((u32, u32)),
}

/// Where one file is published, and what readers are told of it.
struct Printed {
    subject: Subject,
    format: &'static str,
    /// What it is called, and in which language.
    label: Said,
    path: String,
}

impl PaperPress<'_> {
    fn page(&self, id: PageId, page: &Page, profile: &'static Profile) -> Result<Made, RenderError> {
        if easy_read::takes(page, profile) {
            return self.easy_read(id, page);
        }
        let label = (profile.label)(&self.site.words.of(&page.lang).print).clone();
        let path = page_path(page, profile);
        let print = Printed { subject: Subject::Page(id), format: profile.name, label, path };
        let (document, diagnostics) = self.laid_out(page, profile)?;
        let mut made = Made { diagnostics, ..Made::default() };
        self.write(&document, print, &mut made)?;
        Ok(made)
    }

    /// Makes a page in Easy Read as a document, and as a booklet to be folded.
    fn easy_read(&self, id: PageId, page: &Page) -> Result<Made, RenderError> {
        let words = self.site.words.of(&page.lang);
        let manuscript = Manuscript::of_page(page, self.site, words);
        let shared = self.shared(&page.lang)?;
        let mut made = Made::default();
        let print = |form: &easy_read::Form, label: &Said| Printed {
            subject: Subject::Page(id),
            format: profile::CLEAR.name,
            label: label.clone(),
            path: page_path(page, &form.profile),
        };
        let form = &easy_read::DOCUMENT;
        let (document, found) = easy_read::lay_out(shared, &self.faces, form, self.design(), &manuscript);
        made.diagnostics.extend(found);
        made.diagnostics.extend(easy_read::judge_length(&document, page.meta.span));
        self.write(&document, print(form, &words.easy.label), &mut made)?;
        if let (Some(sheet), Some(design)) = (self.booklet_sheet(), self.design()) {
            let form = &easy_read::BOOKLET;
            let (booklet, _) = easy_read::lay_out(shared, &self.faces, form, Some(design), &manuscript);
            let mirrored = page.lang.direction() == Direction::Rtl;
            let booklet = impose::for_office(booklet, sheet, design, mirrored);
            self.write(&booklet, print(form, &words.easy.booklet), &mut made)?;
        }
        Ok(made)
    }

    /// Returns what booklets are printed on: two pages on each side, folded and stapled.
    fn booklet_sheet(&self) -> Option<&Sheet> {
        self.site.sheets.get(BOOKLET).map(|sheet| &**sheet).filter(|sheet| sheet.stapled)
    }

    /// Lays a page out in one size of print; returns it with what the author must mend.
    fn laid_out(
        &self,
        page: &Page,
        profile: &'static Profile,
    ) -> Result<(display::Document, Vec<Diagnostic>), RenderError> {
        let words = self.site.words.of(&page.lang);
        let manuscript = Manuscript::of_page(page, self.site, words);
        Ok(document::lay_out(self.shared(&page.lang)?, &self.faces, profile, self.design(), &manuscript))
    }

    fn leaflet(&self, id: LeafletId) -> Result<Made, RenderError> {
        let leaflet = self.site.leaflet(id);
        let words = &self.site.words.of(&leaflet.lang).print;
        let mut made = Made::default();
        // What names no sheet or design, or has too many panels, was told of when it was read.
        if let Some((sheet, design)) = printable(self.site, leaflet) {
            let laid_out = self.on_sheet(leaflet, (sheet, design))?;
            let print = |printer: Printer| {
                let path = leaflet_path(self.site, leaflet, &sheet.name, printer.suffix());
                let label = printer.label(words).clone();
                Printed { subject: Subject::Leaflet(id), format: "leaflets", label, path }
            };
            let mirrored = sheets::opens_from_the_right(leaflet);
            let document = laid_out.document;
            made.diagnostics.extend(laid_out.diagnostics);
            let mut pictures = self.pictures(id, &document, sheet)?;
            let office = Printer::Office.impose(document.clone(), (sheet, design), mirrored);
            self.write(&office, print(Printer::Office), &mut made)?;
            let press = Printer::Press.impose(document, (sheet, design), mirrored);
            self.write(&press, print(Printer::Press), &mut made)?;
            made.downloads.append(&mut pictures.downloads);
            made.files.append(&mut pictures.files);
        }
        for profile in REFLOWED {
            self.reflowed(id, profile, &mut made)?;
        }
        self.how_to_print(id, &mut made)?;
        Ok(made)
    }

    /// Lays a leaflet out on its sheet.
    fn on_sheet(&self, leaflet: &Leaflet, (sheet, design): (&Sheet, &Design)) -> Result<LaidOut, RenderError> {
        let others = others(self.site, leaflet);
        let shared = self.shared(&leaflet.lang)?;
        Ok(sheets::lay_out(&Folio {
            shared,
            faces: &self.faces,
            leaflet,
            offered: Offered::of_leaflet(leaflet, self.site),
            others: &others,
            sheet,
            design,
        }))
    }

    /// Makes how to print and fold a leaflet.
    fn how_to_print(&self, id: LeafletId, made: &mut Made) -> Result<(), RenderError> {
        let leaflet = self.site.leaflet(id);
        let Some((sheet, design)) = printable(self.site, leaflet) else { return Ok(()) };
        let own = &self.site.about.language;
        let named = self
            .site
            .leaflets
            .iter()
            .find(|known| known.reference == leaflet.reference && known.lang.is_same_language(own));
        let named = named.map_or(leaflet.title.as_str(), |named| named.title.as_str());
        let how_to = HowTo { shared: self.shared(own)?, faces: &self.faces, leaflet, named, sheet, design };
        let label = self.site.words.of(own).print.pack_how.clone();
        let path = format!("{}/{HOW_TO_PRINT}", leaflet.folder(own));
        let print = Printed { subject: Subject::Leaflet(id), format: "leaflets", label, path };
        self.write(&sheets::how_to_print(&how_to), print, made)
    }

    /// Makes pictures of a leaflet, as it looks when it is trimmed.
    fn pictures(&self, id: LeafletId, document: &display::Document, sheet: &Sheet) -> Result<Made, RenderError> {
        let mut made = Made::default();
        let leaflet = self.site.leaflet(id);
        let label = &self.site.words.of(&leaflet.lang).print.leaflet_picture;
        let views = pictured::views(document, sheet, sheets::opens_from_the_right(leaflet));
        let drawn = raster::draw(&self.faces, document, &views)?;
        for (at, (bytes, view)) in drawn.into_iter().zip(&views).enumerate() {
            let path = pictured::path(self.site, leaflet, at);
            let file = Printed { subject: Subject::Leaflet(id), format: "leaflets", label: label.clone(), path };
            file.add(bytes, Kind::Picture(raster::size(view)), &mut made);
        }
        Ok(made)
    }

    /// Lays the leaflet's words out in larger print.
    fn reflow(
        &self,
        id: LeafletId,
        profile: &'static Profile,
    ) -> Result<(display::Document, Vec<Diagnostic>), RenderError> {
        let leaflet = self.site.leaflet(id);
        let words = self.site.words.of(&leaflet.lang);
        let manuscript = Manuscript::of_leaflet(leaflet, self.site, words);
        let design = self.site.designs.get(&leaflet.design).or_else(|| self.design());
        Ok(document::lay_out(self.shared(&leaflet.lang)?, &self.faces, profile, design, &manuscript))
    }

    /// Makes the leaflet's words in larger print.
    fn reflowed(&self, id: LeafletId, profile: &'static Profile, made: &mut Made) -> Result<(), RenderError> {
        let leaflet = self.site.leaflet(id);
        let words = self.site.words.of(&leaflet.lang);
        let (document, diagnostics) = self.reflow(id, profile)?;
        // A character without a glyph was told of once already, where the sheet could be laid out at all.
        let told: Vec<_> = made.diagnostics.iter().map(|d| (d.span, d.message.clone())).collect();
        let new = |d: &Diagnostic| !told.contains(&(d.span, d.message.clone()));
        made.diagnostics.extend(diagnostics.into_iter().filter(new));
        let path = leaflet_path(self.site, leaflet, profile.name, "");
        self.write(
            &document,
            Printed {
                subject: Subject::Leaflet(id),
                format: profile.name,
                label: (profile.label)(&words.print).clone(),
                path,
            },
            made,
        )
    }

    fn shared(&self, lang: &Lang) -> Result<&Shared, RenderError> {
        format::shared(self.site, lang)
    }

    fn design(&self) -> Option<&Design> {
        self.site.designs.get(PAGE_DESIGN)
    }

    fn write(&self, document: &display::Document, print: Printed, made: &mut Made) -> Result<(), RenderError> {
        let bytes = pdf::write(&self.faces, document)?;
        print.add(bytes, Kind::Pdf(document), made);
        Ok(())
    }
}

impl Printed {
    /// Adds the file to what a job made, with what is told of it.
    fn add(self, bytes: Vec<u8>, kind: Kind<'_>, made: &mut Made) {
        let (media, pages, pixels, audience, starts) = match kind {
            Kind::Pdf(document) => {
                ("PDF", Some(document.pages.len()), None, Audience::Person, Arc::clone(&document.starts))
            }
            Kind::Picture(pixels) => ("PNG", None, Some(pixels), Audience::Shown, Arc::default()),
        };
        made.downloads.push(Offer {
            subject: self.subject,
            format: self.format,
            label: self.label,
            route: format!("/{}", self.path),
            media,
            bytes: bytes.len() as u64,
            pages,
            volumes: None,
            starts,
            audience,
            unread: false,
            pixels,
            played: None,
        });
        made.files.push(File { path: self.path, bytes });
    }
}

/// Returns the path of a page's PDF in one size of print, beside the page: `hall/opening/opening-large-print.pdf`.
fn page_path(page: &Page, profile: &Profile) -> String {
    format!("{}{}{}.pdf", page.route.trim_start_matches('/'), page.slug, profile.suffix)
}

/// Returns the path of one PDF of a leaflet.
fn leaflet_path(site: &Site, leaflet: &Leaflet, name: &str, suffix: &str) -> String {
    format!("{}/{name}{suffix}.pdf", leaflet.folder(&site.about.language))
}

/// Returns the path of every file of a leaflet, and of those that there may be; one whose sheet cannot be used is still made
/// in larger print.
fn leaflet_paths(site: &Site, leaflet: &Leaflet) -> (Vec<String>, Vec<String>) {
    let mut paths: Vec<String> = REFLOWED.iter().map(|profile| leaflet_path(site, leaflet, profile.name, "")).collect();
    let mut perhaps = Vec::new();
    if let Some((sheet, _)) = printable(site, leaflet) {
        let suffixes = [Printer::Office, Printer::Press].map(Printer::suffix);
        paths.extend(suffixes.map(|suffix| leaflet_path(site, leaflet, &sheet.name, suffix)));
        let (least, most) = pictured::least_and_most(sheet, leaflet);
        paths.extend((0..least).map(|view| pictured::path(site, leaflet, view)));
        perhaps.extend((least..most).map(|view| pictured::path(site, leaflet, view)));
        paths.push(format!("{}/{HOW_TO_PRINT}", leaflet.folder(&site.about.language)));
    }
    (paths, perhaps)
}

/// Returns a leaflet's sheet and design; nothing where one does not exist, or the panels are not those of the sheet.
fn printable<'s>(site: &'s Site, leaflet: &Leaflet) -> Option<(&'s Sheet, &'s Design)> {
    let sheet = site.sheets.get(&leaflet.sheet)?;
    let design = site.designs.get(&leaflet.design)?;
    let counted = (sheet.least..=sheet.most()).contains(&leaflet.panels.len());
    counted.then_some((&**sheet, design))
}

/// Returns a leaflet in its other languages.
fn others<'s>(site: &'s Site, leaflet: &Leaflet) -> Vec<&'s Leaflet> {
    let other = |known: &&Leaflet| known.reference == leaflet.reference && known.lang != leaflet.lang;
    site.leaflets.iter().filter(other).collect()
}
