//! What a kind of sheet is, and what one is laid out from.

use crate::diag::Diagnostic;
use crate::model::{Design, Leaflet, Shared};
use crate::render::print::display::Document;
use crate::render::print::font::Faces;

/// A kind of sheet.
pub struct SheetKind {
    /// Its name after `sheet:`.
    pub name: &'static str,
    /// How many panels or pages it has.
    pub panels: usize,
    /// Lays a sheet out for office printers, with nothing beyond the trimmed page; returns what the author must mend.
    pub lay_out: fn(&Folio<'_>) -> (Document, Vec<Diagnostic>),
    /// Adds to a sheet that is laid out what a print firm needs: bleed, and marks for trimming and folding.
    pub for_press: fn(&mut Document, &Design),
}

/// What a sheet is laid out from.
pub struct Folio<'a> {
    /// What all pages of the leaflet's language share.
    pub shared: &'a Shared,
    /// The faces.
    pub faces: &'a Faces,
    /// The leaflet.
    pub sheet: &'a Leaflet,
    /// Its design.
    pub design: &'a Design,
}
