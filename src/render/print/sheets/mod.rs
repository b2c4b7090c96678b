//! Leaflets: the sheets that there are, by name. A new sheet is one file and one line in [`SHEETS`].

mod folio;
mod trifold;

use super::kinds;
use crate::diag::{Diagnostic, nearest};
use crate::model::{Design, Leaflet, Site};

pub use folio::{Folio, SheetKind};

/// Every sheet.
pub const SHEETS: &[SheetKind] = &[trifold::TRIFOLD];

/// Finds a leaflet's sheet and design.
///
/// # Errors
///
/// What the author must mend: a sheet or a design that does not exist, or too many or too few panels.
pub fn find<'a>(site: &'a Site, sheet: &Leaflet) -> Result<(&'static SheetKind, &'a Design), Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let kind = SHEETS.iter().find(|kind| kind.name == sheet.sheet);
    if kind.is_none() {
        let message = format!("there is no sheet `{}`", sheet.sheet);
        let help = instead(&sheet.sheet, SHEETS.iter().map(|kind| kind.name));
        wrong.push(Diagnostic::new(&kinds::UNKNOWN_SHEET, sheet.sheet_span, message, help));
    }
    let design = site.designs.get(&sheet.design);
    if design.is_none() {
        let message = format!("there is no design `{}`", sheet.design);
        let help = instead(&sheet.design, site.designs.keys().map(String::as_str));
        wrong.push(Diagnostic::new(&kinds::UNKNOWN_DESIGN, sheet.design_span, message, help));
    }
    if let Some(kind) = kind.filter(|kind| kind.panels != sheet.panels.len()) {
        let message = format!("a `{}` has {} panels, and here are {}", kind.name, kind.panels, sheet.panels.len());
        let help = "write the panels in reading order: cover, flap, inside left, inside middle, inside right, back";
        let span = match sheet.panels.get(kind.panels).or(sheet.panels.last()) {
            Some(panel) => panel.span,
            None => sheet.sheet_span,
        };
        wrong.push(Diagnostic::new(&kinds::PANEL_COUNT, span, message, help));
    }
    match (kind, design) {
        (Some(kind), Some(design)) if wrong.is_empty() => Ok((kind, design)),
        (Some(_) | None, Some(_) | None) => Err(wrong),
    }
}

/// Returns what to write instead of a name that there is not.
fn instead<'n>(wanted: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let quoted = || known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match nearest(wanted, known.clone()) {
        Some(name) => format!("write `{name}`"),
        None if known.clone().next().is_some() => format!("write one of these: {}", quoted()),
        None => "there is none to choose from: add one".to_string(),
    }
}
