//! What is filled in, as fields of an interactive form. Each says what it asks when it is reached.
//! Source: ISO 32000-1:2008, 12.7; ISO 14289-1:2014, 7.18.4; ISO 19005-2:2011, 6.4.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream, dictionary};

use super::values::text_string;
use crate::render::print::display::{Field, Rect};

/// The bit of a field's flags for words on more than one line. Source: ISO 32000-1:2008, table 228.
const MULTILINE: i64 = 1 << 12;

/// The most letters of what a field is called.
const LONGEST_NAME: usize = 300;

/// How words that are filled in look: as large as they fit, in black.
const APPEARANCE: &str = "/Helv 0 Tf 0 g";

/// Returns a field that is also what is seen of it on its page.
pub fn widget(
    pdf: &mut Pdf,
    field: Field,
    name: &str,
    asked: &str,
    area: Rect,
    (page, rectangle): (ObjectId, Object),
    parent: i64,
) -> Dictionary {
    let (wide, high) = (area.right - area.left, area.bottom - area.top);
    let asked: String = asked.chars().take(LONGEST_NAME).collect();
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "Rect" => rectangle,
        "F" => 4,
        "P" => page,
        "T" => Object::string_literal(name.as_bytes()),
        "TU" => text_string(&asked),
        "Contents" => text_string(&asked),
        "StructParent" => parent,
    };
    match field {
        Field::Lines(lines) => {
            let seen = appearance(pdf, (wide, high), String::new());
            widget.set("FT", "Tx");
            widget.set("Ff", if lines > 1 { MULTILINE } else { 0 });
            widget.set("DA", Object::string_literal(APPEARANCE));
            widget.set("AP", dictionary! { "N" => seen });
        }
        Field::Tick => {
            let empty = appearance(pdf, (wide, high), String::new());
            let cross = format!(
                "0 G 1.2 w {a:.2} {a:.2} m {x:.2} {y:.2} l {a:.2} {y:.2} m {x:.2} {a:.2} l S",
                a = wide * 0.2,
                x = wide * 0.8,
                y = high * 0.8
            );
            let ticked = appearance(pdf, (wide, high), cross);
            widget.set("FT", "Btn");
            widget.set("AS", "Off");
            widget.set("V", "Off");
            widget.set("AP", dictionary! { "N" => dictionary! { "Off" => empty, "Yes" => ticked } });
        }
    }
    widget
}

/// Adds what is seen of a field, and returns it.
fn appearance(pdf: &mut Pdf, (wide, high): (f32, f32), content: String) -> Object {
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), Object::Real(wide), Object::Real(high)],
        "Resources" => Dictionary::new(),
    };
    pdf.add_object(Stream::new(form, content.into_bytes())).into()
}

/// Ties all fields to the document.
///
/// # Errors
///
/// A document without a catalogue.
pub fn finish(pdf: &mut Pdf, fields: Vec<ObjectId>) -> lopdf::Result<()> {
    if fields.is_empty() {
        return Ok(());
    }
    let face = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    };
    let face = pdf.add_object(face);
    let form = dictionary! {
        "Fields" => fields.into_iter().map(Object::from).collect::<Vec<_>>(),
        "DA" => Object::string_literal(APPEARANCE),
        "DR" => dictionary! { "Font" => dictionary! { "Helv" => face } },
    };
    let form = pdf.add_object(form);
    pdf.catalog_mut()?.set("AcroForm", form);
    Ok(())
}
