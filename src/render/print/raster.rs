//! A side of paper as a picture, drawn from the display list itself: what stands in the PDF stands in the picture.

use std::collections::BTreeMap;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use rayon::prelude::*;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    FillRule, FilterQuality, Mask, PathBuilder, Pixmap, PixmapPaint, PremultipliedColorU8, Stroke, Transform,
};

use super::display::{Document, Draw, GlyphRun, Paint, Pen, PrintedPage, Rect, Segment, Subpath};
use super::font::Faces;
use crate::model::{AssetId, Rgb};
use crate::render::decode::decode;
use crate::render::format::RenderError;

/// The longer edge of a picture, in pixels: a list shows it half as large, for screens with two pixels to one.
pub const LONGER_EDGE: f32 = 640.0;

/// Draws pages; returns each as the bytes of a PNG.
///
/// # Errors
///
/// A picture that a page shows and that cannot be read.
pub fn draw(faces: &Faces, document: &Document, pages: &[PrintedPage]) -> Result<Vec<Vec<u8>>, RenderError> {
    let pictures = shown(document, pages)?;
    pages.par_iter().map(|page| Canvas::of(page, faces, &pictures)).collect()
}

/// Returns how wide and high the picture of a page is, in pixels.
pub fn size(page: &PrintedPage) -> (u32, u32) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most LONGER_EDGE")]
    let side = |length: f32| (length * scale(page)).round().max(1.0) as u32;
    (side(page.width), side(page.height))
}

/// Returns how many pixels a point of a page is drawn with.
fn scale(page: &PrintedPage) -> f32 {
    LONGER_EDGE / page.width.max(page.height).max(1.0)
}

/// Returns the pictures that pages show, decoded.
fn shown(document: &Document, pages: &[PrintedPage]) -> Result<BTreeMap<AssetId, Pixmap>, RenderError> {
    let mut pictures = BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        let mut draw = &item.draw;
        while let Draw::Turned(_, inner) = draw {
            draw = inner;
        }
        let (Draw::Picture(asset, _) | Draw::Spread(asset, _)) = draw else { continue };
        let Some(outline) = document.pictures.get(asset).filter(|_| !pictures.contains_key(asset)) else { continue };
        let refuse = |reason: String| RenderError::File { path: outline.path.clone(), reason };
        let read = decoded(outline.bytes.as_deref().unwrap_or_default()).map_err(|e| refuse(e.to_string()))?;
        pictures.extend(read.map(|read| (*asset, read)));
    }
    Ok(pictures)
}

/// A page as it is drawn.
struct Canvas<'a> {
    pixels: Pixmap,
    scale: f32,
    faces: &'a Faces,
    pictures: &'a BTreeMap<AssetId, Pixmap>,
}

impl Canvas<'_> {
    fn of(page: &PrintedPage, faces: &Faces, pictures: &BTreeMap<AssetId, Pixmap>) -> Result<Vec<u8>, RenderError> {
        let scale = scale(page);
        let (width, height) = size(page);
        let mistake = |what: &str| RenderError::Mistake { what: what.to_string() };
        let Some(mut pixels) = Pixmap::new(width, height) else {
            return Err(mistake("a page has no size"));
        };
        pixels.fill(tiny_skia::Color::WHITE);
        let mut canvas = Canvas { pixels, scale, faces, pictures };
        for item in &page.items {
            canvas.draw(&item.draw, Transform::from_scale(scale, scale));
        }
        packed(&canvas.pixels).map_err(|error| mistake(&error.to_string()))
    }

    fn draw(&mut self, draw: &Draw, at: Transform) {
        match draw {
            Draw::Run(run) => self.run(run, at),
            Draw::Path(subpaths, paint) => self.path(subpaths, *paint, at),
            Draw::Picture(asset, area) | Draw::Spread(asset, area) => self.picture(*asset, *area, at),
            Draw::Turned((x, y), draw) => {
                self.draw(draw, at.pre_concat(Transform::from_row(0.0, 1.0, -1.0, 0.0, *x, *y)));
            }
        }
    }

    fn path(&mut self, subpaths: &[Subpath], paint: Paint, at: Transform) {
        let mut builder = PathBuilder::new();
        for subpath in subpaths {
            builder.move_to(subpath.start.0, subpath.start.1);
            for segment in &subpath.segments {
                match *segment {
                    Segment::Line((x, y)) => builder.line_to(x, y),
                    Segment::Curve(a, b, to) => builder.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1),
                }
            }
            if matches!(paint, Paint::Fill(_)) {
                builder.close();
            }
        }
        let Some(path) = builder.finish() else { return };
        match paint {
            Paint::Fill(colour) => self.pixels.fill_path(&path, &of_colour(colour), FillRule::Winding, at, None),
            Paint::Stroke(Pen { colour, width, dash }) => {
                let dash = dash.and_then(|dash| tiny_skia::StrokeDash::new(vec![dash, dash], 0.0));
                // A hair thinner than a pixel is drawn as one, so that it is seen.
                let stroke = Stroke { width: width.max(1.0 / self.scale), dash, ..Stroke::default() };
                self.pixels.stroke_path(&path, &of_colour(colour), &stroke, at, None);
            }
        }
    }

    fn run(&mut self, run: &GlyphRun, at: Transform) {
        let Ok(font) = FontRef::new(&self.faces.get(run.face).bytes) else { return };
        let outlines = font.outline_glyphs();
        let mut outline = Outline { builder: PathBuilder::new(), x: 0.0, y: 0.0 };
        for glyph in &run.glyphs {
            (outline.x, outline.y) = (run.x + glyph.x, run.y + glyph.y);
            if let Some(shape) = outlines.get(GlyphId::new(u32::from(glyph.id))) {
                let settings = DrawSettings::unhinted(Size::new(run.size), LocationRef::default());
                // A glyph that the face draws wrongly is left out; its text is in the PDF all the same.
                drop(shape.draw(settings, &mut outline));
            }
        }
        if let Some(path) = outline.builder.finish() {
            self.pixels.fill_path(&path, &of_colour(run.colour), FillRule::Winding, at, None);
        }
    }

    fn picture(&mut self, asset: AssetId, area: Rect, at: Transform) {
        let Some(picture) = self.pictures.get(&asset) else { return };
        #[expect(clippy::cast_precision_loss, reason = "at most LONGER_EDGE")]
        let (wide, high) = (picture.width() as f32, picture.height() as f32);
        let (across, down) = ((area.right - area.left) / wide, (area.bottom - area.top) / high);
        let placed = at.pre_concat(Transform::from_row(across, 0.0, 0.0, down, area.left, area.top));
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        let none: Option<&Mask> = None;
        self.pixels.draw_pixmap(0, 0, picture.as_ref(), &paint, placed, none);
    }
}

/// Gathers the shapes of glyphs, which count upwards from the baseline.
struct Outline {
    builder: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.builder.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.builder.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.builder.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.builder.cubic_to(self.x + ax, self.y - ay, self.x + bx, self.y - by, self.x + x, self.y - y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}

fn of_colour(colour: Rgb) -> tiny_skia::Paint<'static> {
    let mut paint = tiny_skia::Paint { anti_alias: true, ..tiny_skia::Paint::default() };
    let part = |part: f32| part.clamp(0.0, 1.0);
    let colour = tiny_skia::Color::from_rgba(part(colour.r), part(colour.g), part(colour.b), 1.0);
    paint.set_color(colour.unwrap_or(tiny_skia::Color::BLACK));
    paint
}

/// Decodes a picture, no larger than it can be seen; nothing where it has no pixels.
fn decoded(bytes: &[u8]) -> image::ImageResult<Option<Pixmap>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small constant")]
    let decoded = decode(bytes, LONGER_EDGE as u32)?;
    let decoded = decoded.to_rgba8();
    let Some(mut pixmap) = Pixmap::new(decoded.width(), decoded.height()) else { return Ok(None) };
    for (to, from) in pixmap.pixels_mut().iter_mut().zip(decoded.pixels()) {
        let [r, g, b, a] = from.0;
        *to = tiny_skia::ColorU8::from_rgba(r, g, b, a).premultiply();
    }
    Ok(Some(pixmap))
}

/// Returns the bytes of a PNG.
fn packed(pixels: &Pixmap) -> image::ImageResult<Vec<u8>> {
    let colours =
        pixels.pixels().iter().flat_map(|pixel: &PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()]);
    let colours: Vec<u8> = colours.collect();
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(&colours, pixels.width(), pixels.height(), ExtendedColorType::Rgb8)?;
    Ok(bytes)
}
