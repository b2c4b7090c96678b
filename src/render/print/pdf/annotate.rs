//! Links as annotations: where they stand, where they lead, and what they are called when they are read out.

use lopdf::{Document as Pdf, Object, ObjectId, dictionary};

use super::fields;
use super::tags::Tagged;
use super::values::{height_of, rectangle, text_string};
use crate::render::print::display::{Destination, Document, LinkArea};

/// Adds the links of a document and what is filled in to its pages; returns what is filled in.
///
/// # Errors
///
/// A page that printpdf did not write.
pub fn annotate(
    pdf: &mut Pdf,
    document: &Document,
    pages: &[ObjectId],
    tagged: &mut Tagged,
) -> lopdf::Result<Vec<ObjectId>> {
    let mut filled_in = Vec::new();
    for (number, page) in document.pages.iter().enumerate() {
        let Some(page_id) = pages.get(number) else { continue };
        let mut annotations = Vec::new();
        for link in &page.links {
            if let Destination::Field(field) = link.to {
                let id = pdf.new_object_id();
                let parent = tagged.annotation(link.node, id, number);
                let name = format!("answer-{}", filled_in.len() + 1);
                let place = (*page_id, rectangle(page, link.area));
                let widget = fields::widget(pdf, field, &name, &link.words, link.area, place, parent);
                pdf.objects.insert(id, widget.into());
                annotations.push(Object::from(id));
                filled_in.push(id);
                continue;
            }
            let Some((key, action)) = leads_to(document, pages, link) else { continue };
            let id = pdf.new_object_id();
            let parent = tagged.annotation(link.node, id, number);
            let mut annotation = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => rectangle(page, link.area),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "P" => *page_id,
                "Contents" => text_string(&called(link)),
                "StructParent" => parent,
            };
            annotation.set(key, action);
            pdf.objects.insert(id, annotation.into());
            annotations.push(Object::from(id));
        }
        let dictionary = pdf.get_dictionary_mut(*page_id)?;
        dictionary.remove(b"Annots");
        if !annotations.is_empty() {
            dictionary.set("Annots", annotations);
        }
    }
    Ok(filled_in)
}

fn leads_to(document: &Document, pages: &[ObjectId], link: &LinkArea) -> Option<(&'static str, Object)> {
    match &link.to {
        Destination::Uri(uri) => {
            let action =
                dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(uri.as_bytes()) };
            Some(("A", action.into()))
        }
        Destination::Anchor(name) => {
            let spot = document.anchors.get(name)?;
            let (id, page) = (pages.get(spot.page)?, document.pages.get(spot.page)?);
            let place = vec![Object::from(*id), "XYZ".into(), 0.into(), height_of(page, spot.y), 0.into()];
            Some(("Dest", place.into()))
        }
        Destination::Field(_) => None,
    }
}

/// The most letters of what a link is called; it is said again for each line that the link stands on.
const LONGEST_NAME: usize = 300;

/// Returns what a link is called: its words, and the address where the words do not say it.
fn called(link: &LinkArea) -> String {
    let words = link.words.trim();
    let name = match &link.to {
        Destination::Anchor(_) | Destination::Field(_) => words.to_string(),
        Destination::Uri(uri) => match uri.split_once(':') {
            Some(("tel", _)) => format!("Call {words}"),
            Some(("sms", _)) => format!("Text {words}"),
            Some(("mailto", _)) => format!("Email {words}"),
            Some(_) | None => format!("{words} ({uri})"),
        },
    };
    name.chars().take(LONGEST_NAME).collect()
}
