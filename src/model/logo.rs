//! The publisher's logo as leaflets carry it. Plain data; where it stands is the print format's.

use std::sync::Arc;

use super::{AssetId, AssetKind, AssetOutline};
use crate::units::Mm;
use crate::words::Worded;

/// The widest and the highest that a logo is printed. Source: ours: not wider than half a panel of a tri-fold's text, nor
/// louder than its title.
const WIDEST: Mm = Mm(40.0);
const HIGHEST: Mm = Mm(16.0);

/// A logo.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// What it says to a reader who does not see it.
    pub alt: Worded,
    /// The picture, as pictures are published.
    pub picture: Arc<AssetOutline>,
}

impl Logo {
    /// What a document knows it by among its pictures. Files beside the pages are numbered from 0, so none has this number.
    pub const ID: AssetId = AssetId(u32::MAX);

    /// Returns how wide and how high it is printed: as large as it may be, and not stretched.
    pub fn size(&self) -> (Mm, Mm) {
        let (across, down) = self.pixels();
        let scale = (WIDEST.0 / across).min(HIGHEST.0 / down);
        (Mm(across * scale), Mm(down * scale))
    }

    /// Returns how many of its pixels are printed in an inch.
    pub fn pixels_per_inch(&self) -> f32 {
        self.pixels().0 / (self.size().0.0 / 25.4)
    }

    fn pixels(&self) -> (f32, f32) {
        let AssetKind::Image { width, height } = self.picture.kind else { return (1.0, 1.0) };
        #[expect(clippy::cast_precision_loss, reason = "pixels of a picture fit")]
        let sides = (width.max(1) as f32, height.max(1) as f32);
        sides
    }
}
