//! Kinds of sheet: `print/sheets/*.toml`.

use toml::Spanned;

use super::design::choice;
use super::paper::{OfficeToml, PanelToml, SheetToml, SheetTypeToml};
use super::{invalid, invalid_toml};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Copies, Flip, PanelRole, Sheet, SheetPanel, SheetType};
use crate::units::{Mm, Pt};

/// The shortest and the longest edge of a sheet, in millimetres: from a stamp to A0, unfolded. Source: ISO 216:2007.
const EDGE: (f32, f32) = (20.0, 1200.0);

/// The most panels of a sheet, and the most tabs and copies: more than anybody folds or cuts.
const MOST: usize = 32;

/// How far, in millimetres, a panel may reach over the sheet: rounding errors are smaller.
const SLACK: f32 = 0.01;

/// What can be wrong with a sheet.
type Wrong = Box<Diagnostic>;

/// Reads the text of a sheet file.
///
/// # Errors
///
/// A finding at the line that cannot be understood, or that no paper can be.
pub fn sheet(name: &str, text: &str, file: FileId) -> Result<Sheet, Wrong> {
    let written: SheetToml = toml::from_str(text).map_err(|error| invalid_toml(&error, file))?;
    let (width, height) = (edge(&written.width, "width", file)?, edge(&written.height, "height", file)?);
    let mut panels = Vec::new();
    for panel in &written.panels {
        panels.push(self::panel(panel, (width, height), written.stapled, file)?);
    }
    if panels.is_empty() || panels.len() > MOST {
        let message = format!("`{name}` has {} panels", panels.len());
        return Err(invalid(Span::whole(file), message, &format!("write 1 to {MOST} `[[panel]]`")));
    }
    let flows = panels.iter().filter(|panel| panel.role == PanelRole::Pages).count();
    if flows != usize::from(written.stapled) {
        let help = "a sheet with `stapled = true` has one panel with `role = \"pages\"`, and no other sheet has one";
        return Err(invalid(Span::whole(file), format!("{flows} panels have the role `pages`"), help));
    }
    let least = match &written.least {
        None => panels.len(),
        Some(least) if (1..=panels.len()).contains(least.get_ref()) => *least.get_ref(),
        Some(least) => {
            let message = format!("`least` is {}, and there are {} panels", least.get_ref(), panels.len());
            return Err(invalid(span(least, file), message, "write how many panels a leaflet must have at least"));
        }
    };
    let mut folds = Vec::new();
    for face in &written.folds {
        if face.get_ref().iter().any(|fold| !(0.0..=width).contains(fold)) {
            return Err(invalid(span(face, file), "a fold lies beside the paper", "count millimetres from the left"));
        }
        folds.push(face.get_ref().iter().map(|fold| Mm(*fold)).collect());
    }
    let flips = [("long-edge", Flip::LongEdge), ("short-edge", Flip::ShortEdge)];
    Ok(Sheet {
        name: name.to_string(),
        width: Mm(width),
        height: Mm(height),
        panels,
        least,
        folds,
        flip: choice(written.flip.as_ref(), &flips, file)?.unwrap_or(Flip::LongEdge),
        copies: written.office.as_ref().map(|office| copies(office, (width, height), file)).transpose()?,
        stapled: written.stapled,
        sizes: sizes(&written.type_sizes, text, file)?,
    })
}

fn span<T>(value: &Spanned<T>, file: FileId) -> Span {
    Span::new(file, value.span().start, value.span().end)
}

fn edge(value: &Spanned<f32>, key: &str, file: FileId) -> Result<f32, Wrong> {
    let length = *value.get_ref();
    if (EDGE.0..=EDGE.1).contains(&length) {
        return Ok(length);
    }
    let help = format!("write millimetres, from {} to {}", EDGE.0, EDGE.1);
    Err(invalid(span(value, file), format!("`{key}` is {length}, which no paper has"), &help))
}

fn panel(
    written: &Spanned<PanelToml>,
    (width, height): (f32, f32),
    stapled: bool,
    file: FileId,
) -> Result<SheetPanel, Wrong> {
    let place = span(written, file);
    let written = written.get_ref();
    let roles = [
        ("cover", PanelRole::Cover),
        ("inside", PanelRole::Inside),
        ("back", PanelRole::Back),
        ("headline", PanelRole::Headline),
        ("band", PanelRole::Band),
        ("tear-off", PanelRole::TearOff),
        ("pages", PanelRole::Pages),
    ];
    let role = choice(Some(&written.role), &roles, file)?.unwrap_or(PanelRole::Inside);
    let wrong = |message: String, help: &str| Err(invalid(place, message, help));
    let faces = if stapled { MOST } else { 2 };
    if !(1..=faces).contains(&written.face) {
        return wrong(format!("`{}` stands on face {}", written.name, written.face), "paper has the faces 1 and 2");
    }
    let high = written.height.unwrap_or(height - written.top);
    let inside = |from: f32, long: f32, edge: f32| from >= 0.0 && long > 0.0 && from + long <= edge + SLACK;
    if !inside(written.left, written.width, width) || !inside(written.top, high, height) {
        return wrong(format!("`{}` reaches over the sheet's edge", written.name), "make it smaller, or move it");
    }
    if written.margin.is_some_and(|margin| !(0.0..written.width.min(high) / 2.0).contains(&margin)) {
        return wrong(format!("the margin of `{}` leaves no room for text", written.name), "make `margin` smaller");
    }
    let tabs = written.tabs.unwrap_or(8);
    if !(1..=MOST).contains(&tabs) {
        return wrong(format!("`{}` has {tabs} tabs", written.name), "write a number from 1 to 32");
    }
    Ok(SheetPanel {
        role,
        name: written.name.clone(),
        face: written.face - 1,
        left: Mm(written.left),
        top: Mm(written.top),
        width: Mm(written.width),
        height: Mm(high),
        margin: written.margin.map(Mm),
        outside: written.outside,
        accent: written.accent,
        tabs,
    })
}

fn copies(written: &Spanned<OfficeToml>, (width, height): (f32, f32), file: FileId) -> Result<Copies, Wrong> {
    let place = span(written, file);
    let OfficeToml { across, down, width: wide, height: high } = *written.get_ref();
    let edges = |length: f32| (EDGE.0..=EDGE.1).contains(&length);
    if !(1..=MOST).contains(&across) || !(1..=MOST).contains(&down) || !edges(wide) || !edges(high) {
        return Err(invalid(place, "no paper has these measures", "write copies from 1 to 32, and millimetres"));
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 32")]
    let fits = width * across as f32 <= wide + SLACK && height * down as f32 <= high + SLACK;
    if !fits {
        let message = format!("{across} by {down} copies do not fit the paper of {wide} by {high} mm");
        return Err(invalid(place, message, "write fewer copies, or larger paper"));
    }
    Ok(Copies { across, down, width: Mm(wide), height: Mm(high) })
}

fn sizes(written: &SheetTypeToml, text: &str, file: FileId) -> Result<SheetType, Wrong> {
    let size = |key: &str, value: Option<f32>, most: f32| match value {
        Some(size) if !(8.0..=most).contains(&size) => {
            let message = format!("`{key}` is {size}, which no printed page can use");
            let help = format!("write a number from 8 to {most}");
            Err(invalid(super::key_span(text, key, file), message, &help))
        }
        other => Ok(other.map(Pt)),
    };
    Ok(SheetType {
        text: size("text", written.text, 72.0)?,
        heading: size("heading", written.heading, 144.0)?,
        cover: size("cover", written.cover, 400.0)?,
        phone: size("phone", written.phone, 288.0)?,
    })
}
