//! Pictures: JPEG files as they are, anything else decoded and packed again.

use std::io::Cursor;

use image::{ColorType, DynamicImage, ImageDecoder, ImageReader};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use crate::model::{AssetId, AssetOutline};
use crate::render::decode::{decode, is_drawing};
use crate::render::format::RenderError;
use crate::render::print::display::Document as Shown;

/// The most pixels across or down that a picture is drawn with, if it must be packed again: the longer side of A4 with 300
/// pixels an inch. More is not seen on paper, and takes long to pack. Source: ISO 216; ours for the 300.
const MOST_PIXELS: u32 = 3508;

/// Adds the pictures that a document draws to its resources.
///
/// # Errors
///
/// A picture that cannot be read, or pages without resources.
pub fn embed(
    pdf: &mut Document,
    document: &Shown,
    pages: &[ObjectId],
    pictures: &[(AssetId, String)],
) -> Result<(), RenderError> {
    if pictures.is_empty() {
        return Ok(());
    }
    let mut named = Vec::new();
    for (id, name) in pictures {
        let Some(asset) = document.pictures.get(id) else { continue };
        let refuse = |reason: String| RenderError::File { path: asset.path.clone(), reason };
        let stream = picture(pdf, asset).map_err(|error| refuse(error.to_string()))?;
        named.push((name.clone(), pdf.add_object(stream)));
    }
    let resources = lopdf::Dictionary::from_iter(named.into_iter().map(|(name, id)| (name, Object::Reference(id))));
    let shared = pdf.add_object(resources);
    for page in pages {
        let found = pdf.get_dictionary(*page).and_then(|page| page.get(b"Resources")).and_then(Object::as_reference);
        if let Ok(resources) = found.and_then(|id| pdf.get_dictionary_mut(id)) {
            resources.set("XObject", shared);
        }
    }
    Ok(())
}

fn picture(pdf: &mut Document, asset: &AssetOutline) -> image::ImageResult<Stream> {
    let bytes = asset.bytes.as_deref().unwrap_or_default();
    if is_drawing(bytes) {
        return Ok(packed(pdf, &decode(bytes, MOST_PIXELS)?));
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let jpeg = reader.format() == Some(image::ImageFormat::Jpeg);
    let decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let colours = decoder.color_type();
    if jpeg && matches!(colours, ColorType::L8 | ColorType::Rgb8) && decoder.original_color_type() == colours.into() {
        let space = if colours == ColorType::L8 { "DeviceGray" } else { "DeviceRGB" };
        let mut stream = stream(width, height, space, bytes.to_vec());
        stream.dict.set("Filter", "DCTDecode");
        return Ok(stream.with_compression(false));
    }
    let mut decoded = DynamicImage::from_decoder(decoder)?;
    if width.max(height) > MOST_PIXELS {
        decoded = decoded.thumbnail(MOST_PIXELS, MOST_PIXELS);
    }
    Ok(packed(pdf, &decoded))
}

/// Returns the pixels of a picture as PDF has them.
fn packed(pdf: &mut Document, decoded: &DynamicImage) -> Stream {
    let (width, height) = (decoded.width(), decoded.height());
    let mask = decoded.color().has_alpha().then(|| {
        let alpha = decoded.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
        pdf.add_object(stream(width, height, "DeviceGray", alpha))
    });
    let grey = !decoded.color().has_color();
    let mut stream = if grey {
        stream(width, height, "DeviceGray", decoded.to_luma8().into_raw())
    } else {
        stream(width, height, "DeviceRGB", decoded.to_rgb8().into_raw())
    };
    if let Some(mask) = mask {
        stream.dict.set("SMask", mask);
    }
    stream
}

fn stream(width: u32, height: u32, space: &str, bytes: Vec<u8>) -> Stream {
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "BitsPerComponent" => 8,
        "ColorSpace" => space,
    };
    Stream::new(dictionary, bytes)
}
