//! Designs of printed things: `print/designs/*.toml`.

use std::sync::Arc;

use toml::Spanned;

use super::paper::{DesignToml, FitToml, GroundToml, PictureToml};
use super::{invalid, invalid_toml};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Cmyk, Copyfit, CoverPicture, Design, Ground, Grounds, LEAST_CONTRAST, Motif, PictureReach, Rgb};
use crate::units::{Mm, Pt};

/// The second ground and the bright colour, where a design has none.
const SAND: Rgb = Rgb { r: 0.965, g: 0.945, b: 0.906 };
const GLOW: Rgb = Rgb { r: 1.0, g: 0.843, b: 0.369 };

/// The most ink that paper takes at one place. Source: ISO 12647-2, and FOGRA39's characterisation: 330 percent; 300 keeps
/// clear of it, as most print firms ask.
const MOST_INK: f32 = 3.0;

/// The colours of a design by name.
const COLOURS: [&str; 5] = ["ink", "brand", "link", "sand", "glow"];

/// What can be wrong with a design.
type Wrong = Box<Diagnostic>;

/// Reads the text of a design file.
///
/// # Errors
///
/// A finding at the line that cannot be understood, or that a reader could not read.
pub fn design(name: &str, text: &str, file: FileId) -> Result<Design, Wrong> {
    let written: DesignToml = toml::from_str(text).map_err(|error| invalid_toml(&error, file))?;
    let sizes = &written.type_sizes;
    for (key, size, least, most) in [
        ("text", sizes.text, 8.0, 72.0),
        ("leading", sizes.leading, 1.0, 3.0),
        ("heading", sizes.heading, 8.0, 96.0),
        ("cover", sizes.cover, 8.0, 144.0),
        ("phone", sizes.phone, 8.0, 144.0),
        ("margin", written.paper.margin, 0.0, 60.0),
        ("clear", written.paper.clear, 0.0, 40.0),
        ("most", written.picture.most.unwrap_or(CoverPicture::default().most), 0.1, 0.8),
    ] {
        if !(least..=most).contains(&size) {
            let span = super::key_span(text, key, file);
            let message = format!("`{key}` is {size}, which no printed page can use");
            return Err(invalid(span, message, &format!("write a number from {least} to {most}")));
        }
    }
    let colour = |value: &Spanned<String>| {
        let span = Span::new(file, value.span().start, value.span().end);
        Rgb::parse(value.get_ref())
            .ok_or_else(|| invalid(span, format!("`{}` is not a colour", value.get_ref()), "write it as `#0c4a4e`"))
    };
    let or = |value: &Option<Spanned<String>>, own: Rgb| value.as_ref().map_or(Ok(own), colour);
    let colours = &written.colour;
    let (ink, brand, link) = (colour(&colours.ink)?, colour(&colours.brand)?, colour(&colours.link)?);
    let (sand, glow) = (or(&colours.sand, SAND)?, or(&colours.glow, GLOW)?);
    let design = Design {
        name: name.to_string(),
        text: Pt(sizes.text),
        leading: sizes.leading,
        heading: Pt(sizes.heading),
        cover: Pt(sizes.cover),
        phone: Pt(sizes.phone),
        ink,
        brand,
        link,
        sand,
        glow,
        inks: inks(&written, [ink, brand, link, sand, glow], text, file)?,
        grounds: grounds(&written.ground, file)?,
        picture: picture(&written.picture, file)?,
        icons: written.icons.then(Arc::default),
        logo: None,
        margin: Mm(written.paper.margin),
        clear: Mm(written.paper.clear),
        fit: fit(&written, file)?,
    };
    legible(&design, text, file)?;
    Ok(design)
}

/// Refuses colours that cannot be read on each other, in colour or from a printer without.
fn legible(design: &Design, text: &str, file: FileId) -> Result<(), Wrong> {
    let grounds = [("paper", Rgb::WHITE), ("sand", design.sand)];
    let pairs = [("ink", design.ink), ("brand", design.brand), ("link", design.link)];
    let all = pairs.iter().flat_map(|pair| grounds.iter().map(move |ground| (pair, ground)));
    for ((key, front), (ground, behind)) in all {
        for (how, contrast) in [("", front.contrast(*behind)), (" in grey", front.grey().contrast(behind.grey()))] {
            if contrast < LEAST_CONTRAST {
                let span = super::key_span(text, key, file);
                let message =
                    format!("`{key}` on {ground} has a contrast of {contrast:.1}{how}; readers need {LEAST_CONTRAST}");
                return Err(invalid(span, message, "make it darker, or the ground lighter"));
            }
        }
    }
    Ok(())
}

/// Reads how a print firm mixes the colours.
fn inks(written: &DesignToml, colours: [Rgb; 5], text: &str, file: FileId) -> Result<Vec<(Rgb, Cmyk)>, Wrong> {
    let mut inks = Vec::new();
    for (key, value) in &written.cmyk {
        let span = Span::new(file, value.span().start, value.span().end);
        let Some(at) = COLOURS.iter().position(|known| known == key) else {
            let help = format!("write one of these: {}", COLOURS.join(", "));
            return Err(invalid(super::key_span(text, key, file), format!("`{key}` is no colour of a design"), &help));
        };
        let parts: &[f32] = value.get_ref();
        let &[c, m, y, k] = parts else {
            let help = "write four numbers: percent of cyan, magenta, yellow and black";
            return Err(invalid(span, format!("`{key}` has {} inks", parts.len()), help));
        };
        if parts.iter().any(|part| !(0.0..=100.0).contains(part)) {
            return Err(invalid(span, format!("an ink of `{key}` is not a percentage"), "write numbers from 0 to 100"));
        }
        let mixed = Cmyk { c: c / 100.0, m: m / 100.0, y: y / 100.0, k: k / 100.0 };
        if mixed.coverage() > MOST_INK {
            let message = format!("`{key}` lays {:.0} percent of ink on the paper", mixed.coverage() * 100.0);
            return Err(invalid(span, message, "take colour out and put black in: at most 300 percent dries well"));
        }
        inks.push((colours[at], mixed));
    }
    Ok(inks)
}

fn grounds(written: &GroundToml, file: FileId) -> Result<Grounds, Wrong> {
    let ground = |value: &Option<Spanned<String>>| {
        choice(value.as_ref(), &[("paper", Ground::Paper), ("sand", Ground::Sand), ("brand", Ground::Brand)], file)
    };
    let motifs = [("circles", Motif::Circles), ("steps", Motif::Steps), ("door", Motif::Door), ("hands", Motif::Hands)];
    Ok(Grounds {
        cover: ground(&written.cover)?.unwrap_or_default(),
        headline: ground(&written.headline)?.unwrap_or_default(),
        band: ground(&written.band)?.unwrap_or_default(),
        accent: ground(&written.accent)?.unwrap_or_default(),
        back: ground(&written.back)?.unwrap_or_default(),
        boxes: written.boxes,
        motif: choice(written.motif.as_ref(), &motifs, file)?,
    })
}

fn picture(written: &PictureToml, file: FileId) -> Result<CoverPicture, Wrong> {
    let own = CoverPicture::default();
    let known = [("words", PictureReach::Words), ("edges", PictureReach::Edges)];
    let reach = choice(written.reach.as_ref(), &known, file)?.unwrap_or(own.reach);
    Ok(CoverPicture { reach, most: written.most.unwrap_or(own.most) })
}

/// The least line height over type size that a design may give way to. Source: ours, above the 1.2 that faces are drawn for,
/// so that lines stay apart for readers who lose their place.
const LEAST_LEADING: f32 = 1.25;

fn fit(written: &DesignToml, file: FileId) -> Result<Copyfit, Wrong> {
    let (sizes, paper) = (&written.type_sizes, &written.paper);
    let FitToml { least_margin, least_leading, most_text } = &written.fit;
    let within = |value: &Option<Spanned<f32>>, own: f32, (least, most): (f32, f32)| {
        let Some(value) = value else { return Ok(own) };
        if (least..=most).contains(value.get_ref()) {
            return Ok(*value.get_ref());
        }
        let span = Span::new(file, value.span().start, value.span().end);
        let message = format!("a design cannot give way to {}", value.get_ref());
        Err(invalid(span, message, &format!("write a number from {least} to {most}")))
    };
    Ok(Copyfit {
        least_margin: Mm(within(least_margin, paper.margin, (0.0, paper.margin))?),
        least_leading: within(least_leading, sizes.leading, (LEAST_LEADING.min(sizes.leading), sizes.leading))?,
        most_text: Pt(within(most_text, sizes.text, (sizes.text, 72.0))?),
    })
}

/// Returns which of several things a word names; nothing where there is no word.
pub fn choice<T: Copy>(value: Option<&Spanned<String>>, known: &[(&str, T)], file: FileId) -> Result<Option<T>, Wrong> {
    let Some(value) = value else { return Ok(None) };
    if let Some((_, chosen)) = known.iter().find(|(name, _)| name == value.get_ref()) {
        return Ok(Some(*chosen));
    }
    let span = Span::new(file, value.span().start, value.span().end);
    let names: Vec<String> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
    let message = format!("`{}` is not one of the words that can stand here", value.get_ref());
    Err(invalid(span, message, &format!("write one of these: {}", names.join(", "))))
}
