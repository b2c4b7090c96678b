//! What the colours of a file mean: sRGB with its profile, which archives ask for, and the printing condition that a print firm
//! is told by its name.

use std::sync::OnceLock;

use lopdf::{Document as Pdf, Object, Stream, dictionary};

use crate::render::print::display::Document;
use crate::render::print::pack;

/// The printing condition of a press: coated paper, offset. Source: the characterisation data that ICC registers under this name.
const PRESS: &str = "FOGRA39";

/// Where its name is registered. Source: ISO 15930-7:2010, 6.2.2.
const REGISTRY: &str = "http://www.color.org";

/// How many steps the curve of a colour has. Source: ours; between two of them the error is below one part in 65,536.
const STEPS: u32 = 256;

/// White as profiles measure it, D50, in CIE XYZ. Source: ICC.1:2001-04, 6.1.3.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];

/// Red, green and blue of sRGB in CIE XYZ, adapted to D50. Source: IEC 61966-2-1:1999; adaptation after Bradford.
const PRIMARIES: [[f64; 3]; 3] =
    [[0.436_07, 0.222_49, 0.013_93], [0.385_15, 0.716_87, 0.097_08], [0.143_07, 0.060_61, 0.714_1]];

/// The profile of sRGB as it is written: the same in all files.
static PACKED: OnceLock<Vec<u8>> = OnceLock::new();

/// Adds what the colours of a document mean, and returns the entry for the catalogue.
pub fn intents(pdf: &mut Pdf, document: &Document) -> Object {
    let intent = if is_for_press(document) {
        dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFX",
            "OutputConditionIdentifier" => Object::string_literal(PRESS),
            "RegistryName" => Object::string_literal(REGISTRY),
        }
    } else {
        let packed = PACKED.get_or_init(|| pack::packed(&srgb())).clone();
        let profile = Stream::new(dictionary! { "N" => 3, "Filter" => "FlateDecode" }, packed);
        dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
            "RegistryName" => Object::string_literal(REGISTRY),
            "Info" => Object::string_literal("sRGB IEC61966-2.1"),
            "DestOutputProfile" => pdf.add_object(profile),
        }
    };
    Object::Array(vec![pdf.add_object(intent).into()])
}

/// Returns whether a document is for a print firm: then it is in inks, and not kept in archives.
pub fn is_for_press(document: &Document) -> bool {
    document.pages.iter().any(|page| page.waste.is_some())
}

/// Returns the profile of sRGB, the smallest that says all. Source: ICC.1:2001-04, 6.1 to 6.5.
fn srgb() -> Vec<u8> {
    let curve = curve();
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> =
        vec![(b"desc", description("sRGB")), (b"cprt", text("No copyright, use freely")), (b"wtpt", place(WHITE))];
    tags.extend([b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip(PRIMARIES.map(place)));
    tags.push((b"rTRC", curve));
    let mut table = Vec::new();
    let mut data = Vec::new();
    // The three curves are one: three tags point to the same place.
    let start = 128 + 4 + (tags.len() + 2) * 12;
    let entry = |name: &[u8; 4], at: usize, length: usize| -> Vec<u8> {
        [name.to_vec(), whole(start + at).to_vec(), whole(length).to_vec()].concat()
    };
    for (name, bytes) in &tags {
        table.extend(entry(name, data.len(), bytes.len()));
        if *name == b"rTRC" {
            table.extend(entry(b"gTRC", data.len(), bytes.len()));
            table.extend(entry(b"bTRC", data.len(), bytes.len()));
        }
        data.extend(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let size = start + data.len();
    [header(size), whole(tags.len() + 2).to_vec(), table, data].concat()
}

/// Source: ICC.1:2001-04, 6.1.
fn header(size: usize) -> Vec<u8> {
    let mut header = [
        whole(size).to_vec(),
        vec![0; 4],
        vec![2, 0x40, 0, 0],
        b"mntrRGB XYZ ".to_vec(),
        // The day of the standard, so that each profile is the same: 1 October 1999.
        [1999u16, 10, 1, 0, 0, 0].iter().flat_map(|part| part.to_be_bytes()).collect(),
        b"acsp".to_vec(),
        vec![0; 28],
        WHITE.iter().flat_map(|part| fixed(*part)).collect(),
    ]
    .concat();
    header.resize(128, 0);
    header
}

fn description(words: &str) -> Vec<u8> {
    let ascii = [words.as_bytes(), b"\0"].concat();
    // No words in Unicode or in the script of a Macintosh follow.
    [b"desc\0\0\0\0".to_vec(), whole(ascii.len()).to_vec(), ascii, vec![0; 4 + 4 + 2 + 1 + 67]].concat()
}

fn text(words: &str) -> Vec<u8> {
    [b"text\0\0\0\0", words.as_bytes(), b"\0"].concat()
}

fn place(parts: [f64; 3]) -> Vec<u8> {
    [b"XYZ \0\0\0\0".to_vec(), parts.iter().flat_map(|part| fixed(*part)).collect()].concat()
}

/// Returns how bright each step of a colour is. Source: IEC 61966-2-1:1999, 5.2.
fn curve() -> Vec<u8> {
    let bright = |step: u32| {
        let part = f64::from(step) / f64::from(STEPS - 1);
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let steps = (0..STEPS).flat_map(|step| ((bright(step) * 65_535.0).round() as u16).to_be_bytes());
    [b"curv\0\0\0\0".to_vec(), STEPS.to_be_bytes().to_vec(), steps.collect()].concat()
}

/// Returns a number with 16 bits behind the point. Source: ICC.1:2001-04, 5.3.
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

fn whole(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::srgb;

    #[test]
    fn the_profile_is_whole() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().expect("four bytes")) as usize;
        assert_eq!((word(0), &profile[36..40]), (profile.len(), &b"acsp"[..]));
        let tags: Vec<(&[u8], usize, usize)> = (0..word(128))
            .map(|at| 132 + at * 12)
            .map(|at| (&profile[at..at + 4], word(at + 4), word(at + 8)))
            .collect();
        assert_eq!(tags.len(), 9);
        assert!(tags.iter().all(|(_, start, length)| start % 4 == 0 && start + length <= profile.len()));
        let curve = tags.iter().find(|(name, ..)| *name == b"bTRC").map(|(_, start, _)| *start).expect("a curve");
        // The middle of the scale is a fifth as bright as white.
        let middle = u16::from_be_bytes([profile[curve + 12 + 256], profile[curve + 13 + 256]]);
        assert!((f64::from(middle) / 65_535.0 - 0.2158).abs() < 0.001, "{middle}");
    }
}
