//! Pixels: whether they are all there, and which way up they are.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageEncoder, ImageReader, ImageResult, Limits};

use super::{Fault, Format, Picture};

/// The most memory that decoding one picture may ask for: what [`super::MOST_PIXELS`] need with 16 bits a channel, and
/// some to work in.
const MOST_MEMORY: u64 = 512_000_000;

/// Pictures that need more memory than this are decoded one after another, however many processors there are.
const MUCH_MEMORY: u64 = 64_000_000;

/// How well a JPEG that was turned is encoded again, of 100: nobody sees a difference.
const QUALITY: u8 = 92;

static ONE_LARGE: Mutex<()> = Mutex::new(());

impl Format {
    fn known(self) -> image::ImageFormat {
        match self {
            Format::Jpeg => image::ImageFormat::Jpeg,
            Format::Png => image::ImageFormat::Png,
            Format::Gif => image::ImageFormat::Gif,
            Format::WebP => image::ImageFormat::WebP,
        }
    }
}

/// Returns how many pixels a picture says it has, across and down.
pub fn size(bytes: &[u8], format: Format) -> Result<(u32, u32), Fault> {
    let size = imagesize::blob_size(bytes).map_err(|_| Fault::Damaged)?;
    let number = |pixels: usize| u32::try_from(pixels).ok().filter(|pixels| *pixels > 0).ok_or(Fault::Damaged);
    let (width, height) = (number(size.width)?, number(size.height)?);
    // What is decoded must not be larger than what was measured.
    match (format, imagesize::image_type(bytes)) {
        (Format::Jpeg, Ok(imagesize::ImageType::Jpeg))
        | (Format::Png, Ok(imagesize::ImageType::Png))
        | (Format::Gif, Ok(imagesize::ImageType::Gif))
        | (Format::WebP, Ok(imagesize::ImageType::Webp)) => Ok((width, height)),
        _ => Err(Fault::Damaged),
    }
}

/// Returns how a picture is to be turned to stand upright; nothing where it does.
pub fn turn(bytes: &[u8], format: Format) -> Option<Orientation> {
    let orientation = decoder(bytes, format).and_then(|mut decoder| decoder.orientation());
    orientation.ok().filter(|orientation| *orientation != Orientation::NoTransforms)
}

/// Decodes a picture, of which `clean` is the part that is published, and turns it upright where `bytes` say that it lies
/// on its side.
pub fn upright(bytes: &[u8], clean: Vec<u8>, format: Format) -> Result<Picture, Fault> {
    let mut decoder = decoder(&clean, format).map_err(|_| Fault::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > super::MOST_PIXELS {
        return Err(Fault::Pixels(width, height));
    }
    let profile = decoder.icc_profile().ok().flatten();
    // A profile for ink says nothing about the light that it was turned into.
    let plain = matches!(decoder.original_color_type().channel_count(), 1..=3) || format != Format::Jpeg;
    let _turn = (decoder.total_bytes() > MUCH_MEMORY).then(|| ONE_LARGE.lock().unwrap_or_else(PoisonError::into_inner));
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Damaged)?;
    let Some(orientation) = turn(bytes, format) else { return Ok(Picture { bytes: clean, width, height }) };
    pixels.apply_orientation(orientation);
    let bytes = encoded(&pixels, format, profile.filter(|_| plain)).map_err(|_| Fault::Damaged)?;
    Ok(Picture { bytes, width: pixels.width(), height: pixels.height() })
}

fn decoder(bytes: &[u8], format: Format) -> ImageResult<impl ImageDecoder + '_> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.known());
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder()
}

fn encoded(pixels: &DynamicImage, format: Format, profile: Option<Vec<u8>>) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    let profile = profile.unwrap_or_default();
    // A format that holds no profile shows the colours as nearly as it can.
    match format {
        Format::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
            if !profile.is_empty() {
                _ = encoder.set_icc_profile(profile);
            }
            match pixels.color() {
                ColorType::L8 => pixels.write_with_encoder(encoder)?,
                _ => DynamicImage::from(pixels.to_rgb8()).write_with_encoder(encoder)?,
            }
        }
        Format::Png | Format::Gif => {
            let mut encoder = PngEncoder::new(&mut out);
            if !profile.is_empty() {
                _ = encoder.set_icc_profile(profile);
            }
            pixels.write_with_encoder(encoder)?;
        }
        Format::WebP => {
            let mut encoder = WebPEncoder::new_lossless(&mut out);
            if !profile.is_empty() {
                _ = encoder.set_icc_profile(profile);
            }
            DynamicImage::from(pixels.to_rgba8()).write_with_encoder(encoder)?;
        }
    }
    Ok(out)
}
