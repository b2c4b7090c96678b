//! Pictures, each with what it shows; one that carries no meaning says so.

use std::io::Cursor;
use std::sync::Arc;

use super::indexed;
use crate::model::AssetKind;
use crate::render::decode::{decode, is_drawing};
use crate::render::format::RenderError;
use crate::render::linear::Picture;
use crate::render::xml::Xml;

/// The widest a picture stands, in EMU: 16 cm, the width of the text.
const WIDEST: u64 = 16 * CENTIMETRE;

/// The highest, so that a page holds it with its caption.
const HIGHEST: u64 = 18 * CENTIMETRE;

/// EMU in a centimetre. Source: ECMA-376, part 1, 20.1.2.1.
const CENTIMETRE: u64 = 360_000;

/// EMU in a pixel, of which 96 are an inch.
const PIXEL: u64 = 9_525;

/// The widest a picture beside words stands, as in Easy Read: a third of the text. Source: shared practice of Easy Read, pictures at
/// the left in a third of the width.
const BESIDE: u64 = WIDEST / 3;

/// The most pixels of the longer side: 250 to the inch at the widest.
const MOST: u64 = 1_600;

/// EMU between two pixels of a drawing: 300 to the inch.
const DRAWN: u64 = 914_400 / 300;

/// A picture that goes into the file.
pub struct Media {
    /// Its name in the folder of pictures.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Across and down, in EMU.
    pub size: (u64, u64),
}

impl Media {
    /// Returns a picture as Word shows it; nothing where there is none.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn of(picture: &Picture, number: usize) -> Result<Option<Media>, RenderError> {
        let Some(asset) = picture.asset.as_ref().and_then(|asset| asset.outline.as_ref()) else { return Ok(None) };
        let (Some(bytes), AssetKind::Image { width, height }) = (&asset.bytes, &asset.kind) else { return Ok(None) };
        let known = match bytes.as_ref() {
            [0x89, b'P', b'N', b'G', ..] => Some("png"),
            [0xff, 0xd8, 0xff, ..] => Some("jpeg"),
            _ => None,
        };
        let size = fitted(u64::from(*width), u64::from(*height), picture.beside, is_drawing(bytes));
        if let Some(ending) = known {
            return Ok(Some(Media { name: format!("picture{number}.{ending}"), bytes: Arc::clone(bytes), size }));
        }
        // What else a page may show, Word does not everywhere: it is drawn anew.
        let broken = |reason: String| RenderError::File { path: asset.path.clone(), reason };
        let most = u32::try_from((size.0.max(size.1) / DRAWN).clamp(1, MOST)).unwrap_or(1);
        let drawn = decode(bytes, most).map_err(|error| broken(error.to_string()))?;
        if let Some(small) = indexed::png(&drawn.to_rgba8()).filter(|_| is_drawing(bytes)) {
            return Ok(Some(Media { name: format!("picture{number}.png"), bytes: small.into(), size }));
        }
        let mut png = Cursor::new(Vec::new());
        drawn.write_to(&mut png, image::ImageFormat::Png).map_err(|error| broken(error.to_string()))?;
        Ok(Some(Media { name: format!("picture{number}.png"), bytes: png.into_inner().into(), size }))
    }
}

/// Returns how large a picture stands, in EMU: as large as it is, or as the page is wide; a drawing is as wide as the page. One
/// beside words takes a third of it.
fn fitted(width: u64, height: u64, beside: bool, drawing: bool) -> (u64, u64) {
    let (width, height) = (width.max(1), height.max(1));
    let most = if beside { BESIDE } else { WIDEST };
    let wide = if drawing { most } else { (width * PIXEL).min(most) };
    let high = wide * height / width;
    if high > HIGHEST { (HIGHEST * width / height, HIGHEST) } else { (wide, high.max(1)) }
}

/// Writes a picture as a run of its own: the one of its number among those of the file, and the so many-th that stands there.
pub fn drawing(xml: &mut Xml, media: &Media, (number, place): (usize, usize), alt: &str) {
    let (id, across, down) = (place.to_string(), media.size.0.to_string(), media.size.1.to_string());
    let extent = [("cx", across.as_str()), ("cy", down.as_str())];
    let relation = format!("picture{number}");
    xml.start("w:r", &[]).start("w:drawing", &[]);
    xml.start("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &extent);
    xml.start("wp:docPr", &[("id", &id), ("name", &media.name), ("descr", alt)]);
    if alt.is_empty() {
        // Source: [MS-ODRAWXML], 2.2.41: a picture that carries no meaning.
        xml.start("a:extLst", &[]).start("a:ext", &[("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")]);
        xml.empty("adec:decorative", &[("val", "1")]).end().end();
    }
    xml.end();
    xml.start("a:graphic", &[]).start("a:graphicData", &[("uri", PICTURE)]).start("pic:pic", &[]);
    xml.start("pic:nvPicPr", &[]).empty("pic:cNvPr", &[("id", &id), ("name", &media.name), ("descr", alt)]);
    xml.empty("pic:cNvPicPr", &[]).end();
    xml.start("pic:blipFill", &[]).empty("a:blip", &[("r:embed", &relation)]);
    xml.start("a:stretch", &[]).empty("a:fillRect", &[]).end().end();
    xml.start("pic:spPr", &[]).start("a:xfrm", &[]).empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &extent).end();
    xml.start("a:prstGeom", &[("prst", "rect")]).empty("a:avLst", &[]).end().end();
    xml.end().end().end().end().end().end();
}

/// The name of pictures in a drawing. Source: ECMA-376, part 1, 20.2.
pub const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
