//! Pixels to inks, for a press. Drawn colours get as much black as they hold, so that their edges are sharp. A photograph gets
//! black only where it is dark: more would make faces dirty and shadows dull.

use image::RgbaImage;

use crate::model::{Cmyk, Rgb};

/// The grey in a colour, from 0 to 1, at which black starts in a photograph, and the most black that there is. Source: the profile
/// ISO Coated v2 300 % (ECI) for the printing condition FOGRA39: black from 10 percent, at most 95.
const BLACK_FROM: f32 = 0.10;
const MOST_BLACK: f32 = 0.95;

/// The most ink at one place. Source: the same profile: 300 percent, below the 330 of FOGRA39.
const MOST_INK: f32 = 3.0;

/// How much magenta and yellow make a grey with one part of cyan. Source: ISO 12647-2:2004, grey balance: 50, 40 and 40 percent.
const GREY_BALANCE: f32 = 0.8;

/// The most colours, told apart by 5 bits of each part, that something drawn has, with those at the edges of its shapes. Source:
/// ours: a drawing has some dozens, and a photograph thousands.
const DRAWN_COLOURS: usize = 256;

/// Returns the pixels of a picture as inks, four bytes each: cyan, magenta, yellow, black.
pub fn inks(picture: &RgbaImage) -> Vec<u8> {
    let mix = if is_photograph(picture) { photographed } else { Cmyk::from };
    picture.pixels().flat_map(|pixel| in_bytes(mix(colour(pixel.0)))).collect()
}

fn is_photograph(picture: &RgbaImage) -> bool {
    let mut seen = vec![false; 1 << 15];
    let mut count = 0;
    for [r, g, b, _] in picture.pixels().map(|pixel| pixel.0) {
        let [r, g, b] = [r, g, b].map(|part| usize::from(part >> 3));
        if let Some(seen) = seen.get_mut(r << 10 | g << 5 | b).filter(|seen| !**seen) {
            *seen = true;
            count += 1;
        }
        if count > DRAWN_COLOURS {
            return true;
        }
    }
    false
}

/// Mixes a colour of a photograph.
fn photographed(colour: Rgb) -> Cmyk {
    let grey = 1.0 - colour.r.max(colour.g).max(colour.b);
    let k = MOST_BLACK * ((grey - BLACK_FROM) / (1.0 - BLACK_FROM)).max(0.0);
    let under = |light: f32| (1.0 - light / (1.0 - k)).clamp(0.0, 1.0);
    let (c, m, y) = (under(colour.r), under(colour.g), under(colour.b));
    let balance = c.min(m).min(y) * (1.0 - GREY_BALANCE);
    let (m, y) = (m - balance, y - balance);
    let most = MOST_INK - k;
    let share = (most / (c + m + y).max(most)).min(1.0);
    Cmyk { c: c * share, m: m * share, y: y * share, k }
}

fn colour([r, g, b, _]: [u8; 4]) -> Rgb {
    let [r, g, b] = [r, g, b].map(|part| f32::from(part) / 255.0);
    Rgb { r, g, b }
}

fn in_bytes(Cmyk { c, m, y, k }: Cmyk) -> [u8; 4] {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
    let ink = |part: f32| (part * 255.0).round() as u8;
    [c, m, y, k].map(ink)
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::{MOST_INK, inks, photographed};
    use crate::model::Rgb;

    /// Returns percent of each ink.
    fn percent(r: u8, g: u8, b: u8) -> [i32; 4] {
        let [r, g, b] = [r, g, b].map(|part| f32::from(part) / 255.0);
        let mixed = photographed(Rgb { r, g, b });
        [mixed.c, mixed.m, mixed.y, mixed.k].map(|part| (part * 100.0).round() as i32)
    }

    #[test]
    fn a_photograph_has_black_where_it_is_dark() {
        assert_eq!(percent(255, 255, 255), [0, 0, 0, 0]);
        assert_eq!(percent(236, 188, 150), [7, 25, 40, 0], "light skin");
        assert_eq!(percent(141, 85, 36), [13, 45, 75, 37], "dark skin");
        assert_eq!(percent(204, 204, 204), [11, 8, 8, 11], "a light grey");
        assert_eq!(percent(0, 0, 0), [79, 63, 63, 95], "the deepest shadow");
    }

    #[test]
    fn no_colour_takes_more_ink_than_paper_does() {
        let steps = || (0..=255u8).step_by(15);
        for (r, g, b) in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b)))) {
            let [r, g, b] = [r, g, b].map(|part| f32::from(part) / 255.0);
            let mixed = photographed(Rgb { r, g, b });
            assert!(mixed.coverage() <= MOST_INK + 0.001, "{r} {g} {b}: {mixed:?}");
            assert!([mixed.c, mixed.m, mixed.y, mixed.k].iter().all(|part| (0.0..=1.0).contains(part)), "{mixed:?}");
        }
    }

    #[test]
    fn what_is_drawn_has_black_ink_alone_for_black() {
        let drawn = RgbaImage::from_pixel(40, 40, Rgba([0, 0, 0, 255]));
        assert_eq!(inks(&drawn).get(..4), Some(&[0, 0, 0, 255][..]));
        // A field of a thousand colours, and one black pixel in it.
        let mut photo = RgbaImage::from_fn(64, 64, |x, y| Rgba([(x * 4) as u8, (y * 4) as u8, 128, 255]));
        photo.put_pixel(0, 0, Rgba([0, 0, 0, 255]));
        assert_eq!(inks(&photo).get(..4), Some(&[201, 161, 161, 242][..]));
    }
}
