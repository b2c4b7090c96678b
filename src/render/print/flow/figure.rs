//! Pictures with their captions.

use std::sync::Arc;

use super::composer::Composer;
use super::strip::{Measure, Strip, keep_together};
use crate::diag::Diagnostic;
use crate::model::{AssetKind, AssetUse, Figure, Image};
use crate::render::decode::is_drawing;
use crate::render::print::display::{ContentTag, Draw, Item, Rect};
use crate::render::print::kinds;
use crate::render::print::structure::{NodeId, Role};

/// Pixels in an inch of a picture that is printed at its own size.
const PIXELS_PER_INCH: f32 = 110.0;

/// The tallest picture, as a share of its width.
const TALLEST: f32 = 1.1;

impl Composer<'_> {
    /// Composes a picture with what stands under it.
    pub fn figure(&mut self, figure: &Figure, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let mut strips = self.picture(&figure.image, parent, measure, measure.width);
        if let Some(first) = strips.first_mut() {
            first.floats = measure.borders.is_empty();
        }
        if figure.caption.is_empty() {
            return strips;
        }
        if let Some(last) = strips.last_mut() {
            last.keep = true;
        }
        let mut caption = self.paragraph(&figure.caption, parent, measure, self.style.gap * 0.5);
        keep_together(&mut caption);
        strips.append(&mut caption);
        strips
    }

    /// Composes a picture at most `most` points wide; returns no strips where there is no picture to draw.
    pub fn picture(&mut self, image: &Image, parent: NodeId, measure: &Measure, widest: f32) -> Vec<Strip> {
        let Some(AssetUse { id, outline: Some(file) }) = &image.asset else { return Vec::new() };
        let AssetKind::Image { width, height } = file.kind else {
            return self.refuse(image, "is not a picture");
        };
        let known =
            |bytes: &[u8]| bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xff, 0xd8]) || is_drawing(bytes);
        if !file.bytes.as_deref().is_some_and(known) {
            return self.refuse(image, "is neither PNG, JPEG nor SVG");
        }
        #[expect(clippy::cast_precision_loss, reason = "pixels of a picture fit")]
        let (across, down) = (width.max(1) as f32, height.max(1) as f32);
        let natural = across / PIXELS_PER_INCH * 72.0;
        let mut wide = widest.min(natural.max(widest * 0.5));
        let mut high = wide * down / across;
        if high > widest * TALLEST {
            high = widest * TALLEST;
            wide = high * across / down;
        }
        let left = if measure.rtl { measure.x + measure.width - wide } else { measure.x };
        let area = Rect { left, top: 0.0, right: left + wide, bottom: high };
        let mut strip = Strip {
            height: high,
            gap: self.style.gap * 1.2,
            lines: 1,
            borders: measure.borders.clone(),
            ..Strip::default()
        };
        let tag = if image.decorative || image.alt.is_empty() {
            ContentTag::Layout
        } else {
            let node = self.node(parent, Role::Figure, measure);
            self.tree.attributes_mut(node).alt = Some(image.alt.clone());
            strip.figure = Some((node, area));
            ContentTag::Content(self.tree.add(node, Role::Content))
        };
        self.pictures.entry(*id).or_insert_with(|| Arc::clone(file));
        strip.items.push(Item { tag, draw: Draw::Picture(*id, area) });
        vec![strip]
    }

    fn refuse(&mut self, image: &Image, why: &str) -> Vec<Strip> {
        let message = format!("`{}` {why}, so it cannot be printed", image.wanted);
        let help = "save the picture as PNG or JPEG, and name that file";
        self.diagnostics.push(Diagnostic::new(&kinds::UNREADABLE_PICTURE, image.span, message, help));
        Vec::new()
    }
}
