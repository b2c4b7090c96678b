//! Pictures as pixels, for paper and for pictures of it.

use std::io::Cursor;

use image::{DynamicImage, ImageReader, RgbaImage};
use resvg::{tiny_skia, usvg};

/// Returns a picture's pixels, at most so many across or down; a drawing in SVG has as many.
///
/// # Errors
///
/// It cannot be read.
pub fn decode(bytes: &[u8], most: u32) -> image::ImageResult<DynamicImage> {
    if is_drawing(bytes) {
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let longer = most as f32;
        return Ok(drawn(bytes, longer).unwrap_or_default());
    }
    let decoded = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?.decode()?;
    Ok(if decoded.width().max(decoded.height()) > most { decoded.thumbnail(most, most) } else { decoded })
}

/// Returns whether these are the bytes of a drawing in SVG, as it is published.
pub fn is_drawing(bytes: &[u8]) -> bool {
    bytes.starts_with(b"<svg")
}

/// Draws an SVG, its longer side of so many pixels.
fn drawn(bytes: &[u8], longer: f32) -> Option<DynamicImage> {
    let tree = usvg::Tree::from_data(bytes, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let scale = longer / size.width().max(size.height());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands")]
    let side = |length: f32| (length * scale).round().max(1.0) as u32;
    let mut pixels = tiny_skia::Pixmap::new(side(size.width()), side(size.height()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let (width, height) = (pixels.width(), pixels.height());
    let straight = pixels.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    let drawn = RgbaImage::from_raw(width, height, straight.collect())?;
    let opaque = drawn.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let drawn = DynamicImage::ImageRgba8(drawn);
    Some(if opaque { DynamicImage::ImageRgb8(drawn.to_rgb8()) } else { drawn })
}
