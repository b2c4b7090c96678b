//! What a person looks at before a leaflet is printed: its sides as pictures, with where they are folded, what is kept clear,
//! and where each panel stands.

use super::font::Faces;
use super::{PaperPress, Profile, leaflet_path, picture_path, pictured, printable, profile, raster, sheets};
use crate::model::{Leaflet, Sheet, Site};
use crate::render::format::RenderError;
use crate::units::Mm;

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
    /// Its panels.
    pub panels: Vec<ProofPanel>,
}

/// Where a panel stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofPanel {
    /// Its number in reading order, from 1, as messages have it.
    pub number: usize,
    /// Left edge, upper edge, width, height.
    pub area: [Mm; 4],
}

/// Returns every leaflet of a site that has a sheet.
pub fn proofs(site: &Site) -> Vec<Proof> {
    site.leaflets.iter().filter_map(|leaflet| proof(site, leaflet)).collect()
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

fn proof(site: &Site, leaflet: &Leaflet) -> Option<Proof> {
    let (sheet, design) = printable(site, leaflet)?;
    let large: &Profile = &profile::LARGE;
    let sides = (0..pictured(sheet, leaflet)).map(|at| side(site, leaflet, sheet, at, design.clear)).collect();
    Some(Proof {
        file: leaflet.file,
        title: leaflet.title.clone(),
        reference: leaflet.reference.clone(),
        lang: leaflet.lang.tag().to_string(),
        sheet: sheet.name.clone(),
        sides,
        office: leaflet_path(site, leaflet, &sheet.name, super::OFFICE.0),
        press: leaflet_path(site, leaflet, &sheet.name, super::PRESS.0),
        large: leaflet_path(site, leaflet, large.name, ""),
    })
}

fn side(site: &Site, leaflet: &Leaflet, sheet: &Sheet, at: usize, clear: Mm) -> Side {
    let mirrored = sheets::opens_from_the_right(leaflet);
    let place = |left: Mm, width: Mm| if mirrored { Mm(sheet.width.0 - left.0 - width.0) } else { left };
    let here = sheet.panels.iter().take(leaflet.panels.len()).enumerate().filter(|(_, panel)| panel.face == at);
    let panels = here.map(|(number, panel)| ProofPanel {
        number: number + 1,
        area: [place(panel.left, panel.width), panel.top, panel.width, panel.height],
    });
    let folds = sheet.folds.get(at).map_or(&[][..], Vec::as_slice).iter().map(|fold| place(*fold, Mm(0.0)));
    Side {
        picture: picture_path(site, leaflet, at),
        width: sheet.width,
        height: sheet.height,
        folds: folds.collect(),
        clear: if sheet.copies.is_some() { Mm(0.0) } else { clear },
        panels: panels.collect(),
    }
}
