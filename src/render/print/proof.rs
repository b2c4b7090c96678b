//! What a person looks at before a leaflet is printed: its sides as pictures, with where they are folded, what is kept clear,
//! and where each panel stands.

use super::display::Rect;
use super::font::Faces;
use super::sheets::LaidOut;
use super::{PaperPress, Printer, Profile, leaflet_path, pictured, printable, profile, raster, sheets};
use crate::model::{Leaflet, Site};
use crate::render::format::RenderError;
use crate::units::{Mm, Pt};

/// A leaflet, card or poster, as it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// Its source file's path is looked up by this.
    pub file: crate::diag::FileId,
    /// What it is called.
    pub title: String,
    /// Its code.
    pub reference: String,
    /// The tag of its language.
    pub lang: String,
    /// What it is printed on.
    pub sheet: String,
    /// Its sides.
    pub sides: Vec<Side>,
    /// Paths of its PDFs in the output, each with what it is: the office's, the print firm's, large print.
    pub office: String,
    /// The same for a print firm.
    pub press: String,
    /// The same in large print.
    pub large: String,
}

/// One side of it. Lengths count from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The path of its picture in the output.
    pub picture: String,
    /// Its width.
    pub width: Mm,
    /// Its height.
    pub height: Mm,
    /// Where it is folded, from its left edge.
    pub folds: Vec<Mm>,
    /// How far from its edges an office printer prints nothing.
    pub clear: Mm,
    /// The panels whose words do not fit: left edge, upper edge, width, height.
    pub full: Vec<[Mm; 4]>,
}

/// Returns every leaflet of a site that has a sheet, laid out to see what does not fit.
///
/// # Errors
///
/// A face that cannot be used.
pub fn proofs(site: &Site) -> Result<Vec<Proof>, RenderError> {
    let press = PaperPress { site, faces: Faces::read(site)?, profile: None };
    let proofs = site.leaflets.iter().filter_map(|leaflet| proof(&press, leaflet).transpose());
    proofs.collect()
}

/// The pages of large print that are looked at: its cover and the first page of text, which each leaflet has.
pub const LARGE_PAGES: usize = 2;

/// Returns a page of a leaflet's large print as the bytes of a PNG, by the leaflet's code and language; nothing where there is
/// no such page.
///
/// # Errors
///
/// A face that cannot be used, or a picture that cannot be read.
pub fn large_page(site: &Site, reference: &str, lang: &str, page: usize) -> Result<Option<Vec<u8>>, RenderError> {
    let is = |leaflet: &Leaflet| leaflet.reference == reference && leaflet.lang.tag() == lang;
    let Some((id, _)) = site.leaflet_ids().find(|(_, leaflet)| is(leaflet)) else { return Ok(None) };
    let press = PaperPress { site, faces: Faces::read(site)?, profile: None };
    let (document, _) = press.reflow(id, &profile::LARGE)?;
    let Some(page) = document.pages.get(page..=page) else { return Ok(None) };
    Ok(raster::draw(&press.faces, &document, page)?.pop())
}

fn proof(press: &PaperPress<'_>, leaflet: &Leaflet) -> Result<Option<Proof>, RenderError> {
    let site = press.site;
    let Some((sheet, design)) = printable(site, leaflet) else { return Ok(None) };
    let large: &Profile = &profile::LARGE;
    let LaidOut { document, full, .. } = press.on_sheet(leaflet, (sheet, design))?;
    let mirrored = sheets::opens_from_the_right(leaflet);
    let views = pictured::arranged(sheet, document.pages.len(), mirrored);
    let sides = views.iter().enumerate().map(|(at, pages)| {
        let folds = sheet.folds.get(at).map_or(&[][..], Vec::as_slice).iter();
        let folds = folds.map(|fold| if mirrored { Mm(sheet.width.0 - fold.0) } else { *fold });
        let middle = || vec![sheet.width];
        let marked = pages.iter().enumerate().flat_map(|(place, page)| {
            #[expect(clippy::cast_precision_loss, reason = "0 or 1")]
            let right = sheet.width.0 * place as f32;
            full.iter().filter(move |(full, _)| full == page).map(move |(_, area)| in_mm(*area, right))
        });
        #[expect(clippy::cast_precision_loss, reason = "1 or 2")]
        let width = Mm(sheet.width.0 * pages.len() as f32);
        Side {
            picture: pictured::path(site, leaflet, at),
            width,
            height: sheet.height,
            folds: if pages.len() > 1 { middle() } else { folds.collect() },
            clear: if sheet.copies.is_some() { Mm(0.0) } else { design.clear },
            full: marked.collect(),
        }
    });
    Ok(Some(Proof {
        file: leaflet.file,
        title: leaflet.title.clone(),
        reference: leaflet.reference.clone(),
        lang: leaflet.lang.tag().to_string(),
        sheet: sheet.name.clone(),
        sides: sides.collect(),
        office: leaflet_path(site, leaflet, &sheet.name, Printer::Office.suffix()),
        press: leaflet_path(site, leaflet, &sheet.name, Printer::Press.suffix()),
        large: leaflet_path(site, leaflet, large.name, ""),
    }))
}

/// Returns an area in millimetres, so much further right: left edge, upper edge, width, height.
fn in_mm(area: Rect, right: f32) -> [Mm; 4] {
    let mm = |points: f32| Pt(points).mm();
    [Mm(mm(area.left).0 + right), mm(area.top), mm(area.right - area.left), mm(area.bottom - area.top)]
}
