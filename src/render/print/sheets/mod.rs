//! Leaflets: the sheets that there are, by name. A new sheet is one file and one line in [`SHEETS`].

mod trifold;

use super::display::Document;
use super::font::Faces;
use super::kinds;
use crate::diag::Diagnostic;
use crate::model::{Design, Sheet, Site};

/// A kind of sheet.
pub struct SheetKind {
    /// Its name after `sheet:`.
    pub name: &'static str,
    /// How many panels or pages it has.
    pub panels: usize,
    /// Lays a sheet out for a printer.
    pub lay_out: fn(&Folio<'_>, Printer) -> (Document, Vec<Diagnostic>),
}

/// What a sheet is laid out from.
pub struct Folio<'a> {
    /// The site.
    pub site: &'a Site,
    /// The faces.
    pub faces: &'a Faces,
    /// The leaflet.
    pub sheet: &'a Sheet,
    /// Its design.
    pub design: &'a Design,
}

/// Who prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printer {
    /// Somebody at a desk: nothing near the paper's edge.
    Office,
    /// A print firm: bleed, and marks for trimming and folding.
    Press,
}

/// Every sheet.
pub const SHEETS: &[SheetKind] = &[trifold::TRIFOLD];

/// Finds a leaflet's sheet and design.
///
/// # Errors
///
/// What the author must mend: a sheet or a design that does not exist, or too many or too few panels.
pub fn find<'a>(site: &'a Site, sheet: &Sheet) -> Result<(&'static SheetKind, &'a Design), Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let kind = SHEETS.iter().find(|kind| kind.name == sheet.sheet);
    if kind.is_none() {
        let message = format!("there is no sheet `{}`", sheet.sheet);
        let help = nearest(&sheet.sheet, SHEETS.iter().map(|kind| kind.name));
        wrong.push(Diagnostic::new(&kinds::UNKNOWN_SHEET, sheet.sheet_span, message, help));
    }
    let design = site.designs.get(&sheet.design);
    if design.is_none() {
        let message = format!("there is no design `{}`", sheet.design);
        let help = nearest(&sheet.design, site.designs.keys().map(String::as_str));
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

fn nearest<'n>(wanted: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    match known.clone().min_by_key(|name| distance(wanted, name)) {
        Some(name) if distance(wanted, name) <= 3 => format!("write `{name}`"),
        Some(_) => {
            format!("write one of these: {}", known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))
        }
        None => "there is none to choose from: add one".to_string(),
    }
}

/// Counts the letters that must be added, dropped or changed to turn one word into another.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
