//! Pictures: JPEG files as they are, anything else decoded and packed again.

use std::io::Cursor;

use image::{ColorType, DynamicImage, ImageDecoder, ImageReader};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::draw::Drawn;
use super::{profile, separation};
use crate::model::AssetOutline;
use crate::render::decode::{decode, is_drawing};
use crate::render::format::RenderError;
use crate::render::print::display::Document as Shown;

/// The most pixels across or down that a picture is drawn with, if it must be packed again: the longer side of A4 with 300
/// pixels an inch. More is not seen on paper, and takes long to pack. Source: ISO 216; ours for the 300.
const MOST_PIXELS: u32 = 3508;

/// The pixels across or down of a drawing in SVG that is no line work: 250 to the inch at the width of an A4 page's text. More is
/// not seen, and takes longer to pack. Source: ours.
const DRAWN_PIXELS: u32 = 1_700;

/// The most pixels an inch that a press can show. Source: print firms ask for 300, twice their screen of 150 lines.
const PRESS_PIXELS_PER_INCH: f32 = 300.0;

/// Adds the pictures that a document draws to its resources.
///
/// # Errors
///
/// A picture that cannot be read, or pages without resources.
pub fn embed(pdf: &mut Document, document: &Shown, pages: &[ObjectId], pictures: &[Drawn]) -> Result<(), RenderError> {
    if pictures.is_empty() {
        return Ok(());
    }
    let mut named = Vec::new();
    for drawn in pictures {
        let Some(asset) = document.pictures.get(&drawn.asset) else { continue };
        let refuse = |reason: String| RenderError::File { path: asset.path.clone(), reason };
        let stream = match profile::is_for_press(document) {
            true => in_inks(pdf, asset, drawn.longer),
            false => picture(pdf, asset),
        };
        let stream = stream.map_err(|error| refuse(error.to_string()))?;
        named.push((drawn.name.clone(), pdf.add_object(stream)));
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
        return Ok(packed(pdf, &decode(bytes, DRAWN_PIXELS)?));
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

/// Returns a picture for a press: in black ink alone where it has no colour, and else in four inks (`separation.rs`). `longer` is
/// its longer side on paper, in points.
fn in_inks(pdf: &mut Document, asset: &AssetOutline, longer: f32) -> image::ImageResult<Stream> {
    let bytes = asset.bytes.as_deref().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no picture is wider than paper")]
    let most = ((longer / 72.0 * PRESS_PIXELS_PER_INCH).ceil() as u32).clamp(1, MOST_PIXELS);
    let decoded = decode(bytes, most)?.to_rgba8();
    let (width, height) = decoded.dimensions();
    let clear = decoded.pixels().any(|pixel| pixel.0[3] != u8::MAX);
    let mask = clear.then(|| {
        let alpha = decoded.pixels().map(|pixel| pixel.0[3]).collect();
        pdf.add_object(stream(width, height, "DeviceGray", alpha))
    });
    let grey = decoded.pixels().all(|pixel| matches!(pixel.0, [r, g, b, _] if r == g && g == b));
    let mut stream = if grey {
        stream(width, height, "DeviceGray", decoded.pixels().map(|pixel| pixel.0[0]).collect())
    } else {
        stream(width, height, "DeviceCMYK", separation::inks(&decoded))
    };
    if let Some(mask) = mask {
        stream.dict.set("SMask", mask);
    }
    Ok(stream)
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
