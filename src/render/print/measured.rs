//! One PDF of a leaflet, made again and again: for those who measure how long it takes.

use super::font::Faces;
use super::{PaperPress, Printer, pdf, printable, sheets};
use crate::model::{Leaflet, Site};
use crate::render::format::RenderError;

/// Returns what makes one PDF of a leaflet, with all that it shares with others ready.
///
/// # Errors
///
/// A face that cannot be used, or no such leaflet on a sheet. What it returns fails where a picture cannot be read.
pub fn ready<'s>(
    site: &'s Site,
    leaflet: &'s Leaflet,
    printer: Printer,
) -> Result<impl Fn() -> Result<Vec<u8>, RenderError> + 's, RenderError> {
    let press = PaperPress { site, faces: Faces::read(site)?, profile: None };
    let what = format!("`{}` is on no sheet", leaflet.reference);
    let printable = printable(site, leaflet).ok_or(RenderError::Mistake { what })?;
    let mirrored = sheets::opens_from_the_right(leaflet);
    Ok(move || {
        let document = press.on_sheet(leaflet, printable)?.document;
        pdf::write(&press.faces, &printer.impose(document, printable, mirrored))
    })
}
