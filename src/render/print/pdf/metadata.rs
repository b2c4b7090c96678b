//! What a PDF says of itself: title, language, boxes of its pages, XMP and Info, which must agree.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream, StringFormat, dictionary};

use super::profile::{self, is_for_press};
use super::values::{round, sheet_size, slug, text_string};
use crate::diag::unseen;
use crate::model::{Flip, fnv};
use crate::render::print::display::{Document, PrintedPage};

/// What made the file.
const PRODUCER: &str = "Handbill";

/// Writes catalogue, metadata and page boxes.
///
/// # Errors
///
/// A page or a catalogue that printpdf did not write.
pub fn write(
    pdf: &mut Pdf,
    document: &Document,
    pages: &[ObjectId],
    root: ObjectId,
    outlines: Option<ObjectId>,
) -> lopdf::Result<()> {
    for ((number, page), id) in (0i64..).zip(&document.pages).zip(pages) {
        let dictionary = pdf.get_dictionary_mut(*id)?;
        dictionary.set("StructParents", number);
        dictionary.set("Tabs", "S");
        boxes(dictionary, page);
    }
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(document).into_bytes());
    let xmp = pdf.add_object(xmp.with_compression(false));
    let intents = profile::intents(pdf, document);
    let identity = identity(pdf, document);
    let catalogue = pdf.catalog_mut()?;
    for stale in [&b"PageLayout"[..], b"PageMode", b"OutputIntents"] {
        catalogue.remove(stale);
    }
    catalogue.set("StructTreeRoot", root);
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set("Lang", text_string(&document.lang));
    catalogue.set("ViewerPreferences", preferences(document));
    catalogue.set("OutputIntents", intents);
    catalogue.set("Metadata", xmp);
    if let Some(outlines) = outlines {
        catalogue.set("Outlines", outlines);
        catalogue.set("PageMode", "UseOutlines");
    }
    pdf.version = "1.7".to_string();
    let info = pdf.trailer.get(b"Info")?.as_reference()?;
    pdf.objects.insert(info, info_entries(document).into());
    pdf.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

/// Returns how a viewer shows and prints the file: with its title, and a leaflet at its own size, from the tray of its paper,
/// turned over at the edge where its panels fall on each other. Source: ISO 32000-1:2008, table 150.
fn preferences(document: &Document) -> Dictionary {
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if let Some(flip) = document.flip {
        preferences.set("PrintScaling", "None");
        preferences.set("PickTrayByPDFSize", true);
        let duplex = match flip {
            Flip::LongEdge => "DuplexFlipLongEdge",
            Flip::ShortEdge => "DuplexFlipShortEdge",
        };
        if document.pages.len() > 1 {
            preferences.set("Duplex", duplex);
        }
    }
    preferences
}

/// Sets the boxes of a page: the paper, what is left when it is cut, and how far ink may run.
fn boxes(dictionary: &mut Dictionary, page: &PrintedPage) {
    let (width, height) = sheet_size(page);
    let within = |by: f32| {
        let sides = [by, by, width - by, height - by];
        Object::Array(sides.iter().map(|side| Object::Real(round(*side))).collect())
    };
    let slug = slug(page);
    dictionary.set("MediaBox", within(0.0));
    dictionary.set("CropBox", within(0.0));
    dictionary.set("TrimBox", within(slug));
    if let Some(waste) = page.waste {
        dictionary.set("BleedBox", within(slug - waste.bleed));
    }
}

fn info_entries(document: &Document) -> Dictionary {
    let date = document.date;
    let date = format!("D:{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let mut info = dictionary! {
        "Title" => text_string(&document.title),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => Object::string_literal(date.as_bytes()),
        "ModDate" => Object::string_literal(date.as_bytes()),
    };
    for (key, value) in [("Author", &document.publisher), ("Subject", &document.summary)] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    info
}

/// What a file for archives says of itself: PDF/A-2a, and what the mark of PDF/UA means, which PDF/A does not know.
/// Source: ISO 19005-2:2011, 6.6.2.3 and 6.6.4.
const ARCHIVE: &str = "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
     xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
     xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
     xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
     <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
     <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
     <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
     <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
     <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
     <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
     <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
     <pdfaProperty:category>internal</pdfaProperty:category>\
     <pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>\
     </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";

/// Returns the metadata packet. Source: ISO 14289-1:2014, 5 and 7.1; ISO 16684-1:2012.
fn xmp(document: &Document) -> String {
    let default =
        |words: &str| format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>", escaped(words));
    let mut optional = String::new();
    if !document.publisher.is_empty() {
        let publisher = escaped(&document.publisher);
        optional.push_str(&format!("<dc:creator><rdf:Seq><rdf:li>{publisher}</rdf:li></rdf:Seq></dc:creator>"));
    }
    if !document.summary.is_empty() {
        optional.push_str(&format!("<dc:description>{}</dc:description>", default(&document.summary)));
    }
    let archive = if is_for_press(document) { "" } else { ARCHIVE };
    let (title, lang, date) = (default(&document.title), escaped(&document.lang), document.date);
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:format>application/pdf</dc:format><dc:title>{title}</dc:title>{optional}\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\
         <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdfuaid:part>1</pdfuaid:part></rdf:Description>{archive}</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

fn escaped(text: &str) -> String {
    unseen::without(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns the file's identity: a number that is the same for the same pages, and only for them.
fn identity(pdf: &Pdf, document: &Document) -> Object {
    // Two hashes that start elsewhere and are multiplied otherwise, as one is too short to be an identity.
    let mut state = [fnv::BASIS, 0x9ae1_6a3b_2f90_404f];
    let mut take = |bytes: &[u8]| {
        for (salt, state) in (1u64..).zip(&mut state) {
            *state = fnv::fold(*state, fnv::PRIME + (salt << 8), bytes.iter().copied());
        }
    };
    take(document.title.as_bytes());
    take(document.date.to_string().as_bytes());
    for object in pdf.objects.values() {
        // What a cut-down face shows of which character stands in another stream; its own program is long, and tells no more.
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Length1")
        {
            take(&stream.content);
        }
    }
    let bytes = state.iter().flat_map(|part| part.to_be_bytes()).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}
