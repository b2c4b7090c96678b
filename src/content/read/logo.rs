//! The publisher's logo: read as pictures beside pages are, so that nothing but the picture goes out.

use std::sync::Arc;

use crate::config::LogoSetting;
use crate::content::Loading;
use crate::content::pictures::{self, Fault, Format, MOST_BYTES, Picture};
use crate::content::problems;
use crate::content::read::files::Files;
use crate::diag::Diagnostic;
use crate::model::{AssetKind, AssetOutline, Logo};

/// The fewest pixels in an inch at which print looks sharp enough. Source: ours, as preflight has it.
const LEAST_PIXELS_PER_INCH: f32 = 150.0;

/// The ending of drawings.
const DRAWING: &str = "svg";

/// Reads the logo. One that cannot be printed is a finding at the line that names it, and leaflets then have none.
pub fn read(files: &dyn Files, setting: &LogoSetting, loading: &mut Loading) -> Option<Arc<Logo>> {
    let mut tell = |kind, message: String, help: &str| {
        loading.found.push(Diagnostic::new(kind, setting.span, message, help));
    };
    let path = &setting.path;
    let Some(size) = files.size(path) else {
        let help = "write the path from the site's folder on, as the disk has it, or put the file there";
        tell(&problems::LOGO_UNREADABLE, format!("there is no file `{path}`"), help);
        return None;
    };
    let Ok(picture) = picture(files, path, size) else {
        let message = format!("`{path}` cannot be printed as a logo");
        tell(&problems::LOGO_UNREADABLE, message, "save it anew as plain SVG, PNG or JPEG");
        return None;
    };
    let outline = AssetOutline {
        path: path.clone(),
        kind: AssetKind::Image { width: picture.width, height: picture.height },
        size: u64::try_from(picture.bytes.len()).unwrap_or(u64::MAX),
        bytes: Some(Arc::from(picture.bytes)),
    };
    let logo = Logo { alt: setting.alt.clone(), picture: Arc::new(outline) };
    let sharp = logo.pixels_per_inch();
    if !is_drawing(path) && sharp < LEAST_PIXELS_PER_INCH {
        let (wide, _) = logo.size();
        let message = format!("`{path}` has {sharp:.0} pixels to the inch where it is printed {:.0} mm wide", wide.0);
        tell(&problems::PICTURE_COARSE, message, "save it larger, with 150 pixels to the inch or more, or as SVG");
    }
    Some(Arc::new(logo))
}

fn picture(files: &dyn Files, path: &str, size: u64) -> Result<Picture, Fault> {
    if size > MOST_BYTES {
        return Err(Fault::Bytes(size));
    }
    let bytes = files.read(path).map_err(|_| Fault::Damaged)?;
    if is_drawing(path) {
        return pictures::published_svg(&bytes);
    }
    match Format::of(&bytes) {
        Some(Format::Png | Format::Jpeg) => pictures::published(&bytes),
        Some(Format::Gif | Format::WebP) | None => Err(Fault::Damaged),
    }
}

fn is_drawing(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case(DRAWING))
}
