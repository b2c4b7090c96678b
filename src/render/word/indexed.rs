//! Line drawings as small PNG files: a list of their colours, and for each pixel the number of one.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use image::RgbaImage;

/// How finely a colour's parts are told apart: 16 steps. Edges between two colours stay smooth, and a drawing of a few colours has
/// fewer than 256 of them. Chosen here, by eye, at 300 dots to the inch.
const STEP: u8 = 17;

/// The most colours that a list can have. Source: W3C, PNG, 11.2.2.
const MOST: usize = 256;

/// Returns a drawing as a PNG with a list of colours; nothing where it has too many of them, as a photograph has.
pub fn png(drawing: &RgbaImage) -> Option<Vec<u8>> {
    let mut colours: BTreeMap<[u8; 4], u8> = BTreeMap::new();
    let mut rows = Vec::with_capacity(drawing.len() / 4 + drawing.height() as usize);
    for row in drawing.rows() {
        // No filter: numbers of colours are not near each other because the colours are.
        rows.push(0);
        for pixel in row {
            let colour = pixel.0.map(|part| part.saturating_add(STEP / 2) / STEP * STEP);
            let next = colours.len();
            if next == MOST && !colours.contains_key(&colour) {
                return None;
            }
            rows.push(*colours.entry(colour).or_insert(u8::try_from(next).unwrap_or(u8::MAX)));
        }
    }
    let mut listed: Vec<(&[u8; 4], &u8)> = colours.iter().collect();
    listed.sort_by_key(|(_, number)| **number);
    let plain: Vec<u8> = listed.iter().flat_map(|(colour, _)| colour.iter().take(3).copied()).collect();
    let clear: Vec<u8> = listed.iter().map(|(colour, _)| colour[3]).collect();
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&rows).ok()?;
    let packed = packer.finish().ok()?;
    let mut out = vec![0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];
    let sizes = [drawing.width().to_be_bytes(), drawing.height().to_be_bytes()].concat();
    // Eight bits to a number, a list of colours, and the only ways there are to pack, filter and order.
    chunk(*b"IHDR", &[&sizes[..], &[8, 3, 0, 0, 0]].concat(), &mut out);
    chunk(*b"PLTE", &plain, &mut out);
    if clear.iter().any(|alpha| *alpha < u8::MAX) {
        chunk(*b"tRNS", &clear, &mut out);
    }
    chunk(*b"IDAT", &packed, &mut out);
    chunk(*b"IEND", &[], &mut out);
    Some(out)
}

/// Adds a part of the file: how long it is, its name, what it holds, and a sum to prove it. Source: W3C, PNG, 5.3.
fn chunk(name: [u8; 4], held: &[u8], out: &mut Vec<u8>) {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(held);
    out.extend(u32::try_from(held.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend(name);
    out.extend(held);
    out.extend(sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::png;

    #[test]
    fn a_drawing_comes_back_as_it_was() {
        let drawing = RgbaImage::from_fn(40, 30, |x, y| match (x + y) % 3 {
            0 => Rgba([0, 0, 0, 255]),
            1 => Rgba([255, 255, 255, 255]),
            _ => Rgba([204, 221, 221, 0]),
        });
        let bytes = png(&drawing).expect("three colours");
        assert_eq!(image::load_from_memory(&bytes).expect("a PNG").to_rgba8(), drawing);
    }

    #[test]
    fn a_photograph_has_too_many_colours() {
        let photograph = RgbaImage::from_fn(64, 64, |x, y| {
            let part = |of: u32| u8::try_from(of * 4).expect("below 256");
            Rgba([part(x), part(y), part((x + y) % 64), 255])
        });
        assert_eq!(png(&photograph), None);
    }
}
