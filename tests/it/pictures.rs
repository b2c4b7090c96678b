//! Pictures as they are published: nothing in them but the picture, upright, whole, and of a size that can be shown.

use std::io::Cursor;

use handbill::content::files::Memory;
use handbill::content::pictures::{Fault, MOST_PIXELS, published};
use handbill::diag::report::plain;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::kit::{self, FRONT, Folder, stdout};

/// Words that stand in each picture and must not come out.
const SECRETS: [&str; 5] = ["Spycam 3000", "GPSsecret", "C:\\Users\\jane", "Jane Author", "51,30,26"];

/// Returns a picture of four colours, 8 pixels across and 6 down, whose corners differ.
fn pixels() -> RgbImage {
    RgbImage::from_fn(8, 6, |x, y| Rgb([if x < 4 { 250 } else { 20 }, if y < 3 { 240 } else { 10 }, 90]))
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut out = Vec::new();
    DynamicImage::from(pixels()).write_to(&mut Cursor::new(&mut out), format).unwrap();
    out
}

/// Returns Exif with a camera, a place and this orientation.
fn exif(orientation: u8) -> Vec<u8> {
    let mut out = b"MM\0\x2a\0\0\0\x08\0\x03".to_vec();
    out.extend(b"\x01\x0f\0\x02\0\0\0\x0c\0\0\0\x50"); // Make, 12 bytes at 80
    out.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    out.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32"); // GPS directory at 50
    out.extend(b"\0\0\0\0");
    out.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    out.resize(80, 0);
    out.extend(b"Spycam 3000\0GPSsecret 51,30,26");
    out
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker][..], &length, data].concat()
}

/// Returns a JPEG with all that a camera and a program may put into one, and a film behind it.
fn jpeg(orientation: u8) -> Vec<u8> {
    let bare = encoded(ImageFormat::Jpeg);
    let said = [
        segment(0xE1, &[b"Exif\0\0", exif(orientation).as_slice()].concat()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>Jane Author</x>"),
        segment(0xED, b"Photoshop 3.0\08BIM C:\\Users\\jane"),
        segment(0xE2, b"MPF\0Spycam 3000"),
        segment(0xE0, b"JFXX\0GPSsecret"),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01profile"),
        segment(0xFE, b"Jane Author"),
    ];
    [&bare[..2], &said.concat(), &bare[2..], b"....ftypmp42 Spycam 3000"].concat()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = !0_u32;
    for byte in kind.iter().chain(data) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, &(!sum).to_be_bytes()].concat()
}

fn png(orientation: u8) -> Vec<u8> {
    let bare = encoded(ImageFormat::Png);
    let said = [
        chunk(b"tEXt", b"Author\0Jane Author"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0GPSsecret"),
        chunk(b"zTXt", b"Source\0\0C:\\Users\\jane"),
        chunk(b"eXIf", &exif(orientation)),
        chunk(b"tIME", &[7, 234, 1, 1, 1, 1, 1]),
        chunk(b"pHYs", &[0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1]),
        chunk(b"spYc", b"Spycam 3000"),
    ];
    [&bare[..33], &said.concat(), &bare[33..], b"Spycam 3000 and the rest of the screen"].concat()
}

fn gif() -> Vec<u8> {
    let bare = encoded(ImageFormat::Gif);
    let colours = 13 + if bare[10] & 0x80 == 0 { 0 } else { 3 << ((bare[10] & 7) + 1) };
    let said = [
        &b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\x00\x00\x00"[..],
        b"\x21\xFE\x0BJane Author\x00",
        b"\x21\xFF\x0BXMP DataXMP\x09GPSsecret\x00",
        b"\x21\x01\x0C000000000000\x0BSpycam 3000\x00",
    ];
    [&bare[..colours], &said.concat(), &bare[colours..], b"Spycam 3000"].concat()
}

fn webp(orientation: u8) -> Vec<u8> {
    let part = |kind: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_le_bytes();
        [&kind[..], &length, data, &[0][..data.len() % 2]].concat()
    };
    let bare = encoded(ImageFormat::WebP);
    let all = [
        &b"WEBP"[..],
        &part(b"VP8X", &[0b0000_1100, 0, 0, 0, 7, 0, 0, 5, 0, 0]),
        &bare[12..],
        &part(b"EXIF", &exif(orientation)),
        &part(b"XMP ", b"Jane Author"),
        &part(b"spYc", b"C:\\Users\\jane"),
    ]
    .concat();
    [part(b"RIFF", &all), b"Spycam 3000".to_vec()].concat()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

fn decoded(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

#[test]
fn nothing_but_the_picture_comes_out_and_its_pixels_stay() {
    for (name, before) in [("jpeg", jpeg(1)), ("png", png(1)), ("gif", gif()), ("webp", webp(1))] {
        assert!(SECRETS.iter().any(|secret| holds(&before, secret)), "{name} is a test of nothing");
        let after = published(&before).unwrap();
        for secret in SECRETS {
            assert!(!holds(&after.bytes, secret), "{name} says `{secret}`");
        }
        assert_eq!((after.width, after.height), (8, 6), "{name}");
        assert_eq!(decoded(&before), decoded(&after.bytes), "{name}");
        assert_eq!(published(&after.bytes).unwrap(), after, "{name}: what is clean stays as it is");
    }
    let jpeg = published(&jpeg(1)).unwrap().bytes;
    assert!(holds(&jpeg, "ICC_PROFILE") && holds(&jpeg, "JFIF") && jpeg.ends_with(&[0xFF, 0xD9]));
    assert!(holds(&published(&gif()).unwrap().bytes, "NETSCAPE2.0"));
    assert!(holds(&published(&png(1)).unwrap().bytes, "pHYs"));
}

#[test]
fn a_picture_that_lies_on_its_side_is_turned() {
    let mut upright = DynamicImage::from(pixels());
    upright.apply_orientation(image::metadata::Orientation::Rotate90);
    let wanted = upright.to_rgb8();
    for (name, before, loss) in [("jpeg", jpeg(6), 40), ("png", png(6), 0), ("webp", webp(6), 0)] {
        let after = published(&before).unwrap();
        assert_eq!((after.width, after.height), (6, 8), "{name}");
        for secret in SECRETS {
            assert!(!holds(&after.bytes, secret), "{name} says `{secret}`");
        }
        let got = decoded(&after.bytes);
        for (got, wanted) in
            [(0, 0), (5, 0), (0, 7), (5, 7)].map(|(x, y)| (got.get_pixel(x, y), wanted.get_pixel(x, y)))
        {
            let far = got.0.iter().zip(wanted.0).any(|(got, wanted)| got.abs_diff(wanted) > loss);
            assert!(!far, "{name}: {got:?} is not {wanted:?}");
        }
    }
}

#[test]
fn a_picture_cut_short_anywhere_is_no_picture() {
    for (name, whole) in [
        ("jpeg", encoded(ImageFormat::Jpeg)),
        ("png", encoded(ImageFormat::Png)),
        ("gif", encoded(ImageFormat::Gif)),
        ("webp", encoded(ImageFormat::WebP)),
    ] {
        published(&whole).unwrap();
        for end in 0..whole.len() {
            assert!(published(&whole[..end]).is_err(), "{name}: {end} of {} bytes", whole.len());
        }
        for at in 0..whole.len() {
            // Whatever a byte becomes, there is an answer.
            for value in [0, 0x7F, 0xFF] {
                let mut spoilt = whole.clone();
                spoilt[at] = value;
                let _ = published(&spoilt);
            }
        }
    }
}

/// Returns a PNG that says it has so many pixels.
fn large(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let whole = encoded(ImageFormat::Png);
    [&whole[..8], &chunk(b"IHDR", &head), &whole[33..]].concat()
}

#[test]
fn a_picture_of_too_many_pixels_is_found_before_it_is_decoded() {
    assert_eq!(published(&large(50_000, 50_000)), Err(Fault::Pixels(50_000, 50_000)));
    assert_eq!(u64::from(10_000_u32) * 5_000, MOST_PIXELS);
    assert_eq!(published(&large(10_000, 5_000)), Err(Fault::Damaged), "as many as may be, and not there");
    assert_eq!(published(&large(10_000, 5_001)), Err(Fault::Pixels(10_000, 5_001)));
}

fn found(name: &str, bytes: Vec<u8>) -> String {
    let mut files = kit::site();
    files.add(format!("content/photos/{name}"), bytes);
    files.add("content/page.md", format!("{FRONT}![A door](photos/{name})\n\n[The door](photos/{name})\n"));
    kit::findings(&files)
}

#[test]
fn a_picture_that_cannot_be_shown_is_told_where_it_is_used() {
    let jpeg = encoded(ImageFormat::Jpeg);
    assert_eq!(
        found("door.jpg", jpeg[..jpeg.len() - 9].to_vec()),
        "content/page.md:5:1: error: `photos/door.jpg` ends before the picture does [C013 picture-unreadable]\n  \
         help: copy the file again from where it came from, or save the picture again as PNG or JPEG\n\
         content/page.md:7:1: error: `photos/door.jpg` ends before the picture does [C013 picture-unreadable]\n  \
         help: copy the file again from where it came from, or save the picture again as PNG or JPEG\n"
    );
    let pixels = found("map.png", large(50_000, 50_000));
    assert!(
        pixels.starts_with(
            "content/page.md:5:1: error: `photos/map.png` is 50,000 pixels wide and 50,000 high, more than the \
             50 million pixels that can be shown [C034 picture-too-large]\n"
        ),
        "{pixels}"
    );
    let heic = found("x.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec());
    assert!(
        heic.contains("content/page.md:7:1: error: `photos/x.heic` is a picture in the form HEIC or AVIF"),
        "{heic}"
    );
    let mut named = kit::site();
    named.add("content/office.png", large(60_000, 1_000));
    assert!(kit::findings(&named).starts_with("content/office.png:1:1: error: `office.png` is 60,000 pixels wide"));
}

/// A leaflet and a page in print that show a picture.
fn printed(picture: Vec<u8>) -> Memory {
    let mut files = kit::site();
    files.add("content/door.jpg", picture);
    let front = "---\ntitle: A page\nsummary: What it is about.\nformats: [web, print]\n---\n";
    files.add("content/page.md", format!("{front}![A door](door.jpg)\n"));
    files
}

#[test]
fn neither_the_website_nor_a_pdf_says_where_a_photo_was_taken() {
    let at = |zone: &handbill::model::Zone| zone.instant(handbill::model::Moment::parse(kit::AT).unwrap());
    let options = handbill::pipeline::Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    for orientation in [1, 6] {
        let (reading, made) = handbill::pipeline::build_in_memory(&printed(jpeg(orientation)), &options).unwrap();
        let coarse = plain::report(&reading.diagnostics, &reading.sources);
        assert!(coarse.starts_with("content/page.md:1:1: warning: in `page.pdf`, it has 1 coarse picture"), "{coarse}");
        assert_eq!(coarse.matches("\n  help:").count(), 1, "{coarse}");
        assert!(made.contains_key("door.jpg") && made.contains_key("page/page.pdf"), "{:?}", made.keys());
        let (wide, high) = if orientation == 1 { (8, 6) } else { (6, 8) };
        let html = String::from_utf8_lossy(&made["page/index.html"]).into_owned();
        assert!(html.contains(&format!("width=\"{wide}\" height=\"{high}\"")), "{html}");
        for (path, bytes) in &made {
            for secret in SECRETS {
                assert!(!holds(bytes, secret), "{path} says `{secret}`");
            }
        }
        assert!(holds(&made["page/page.pdf"], "DCTDecode"), "the PDF has the picture as it is");
    }
}

#[test]
fn a_broken_picture_is_status_1_for_check_and_build_and_makes_no_pdf() {
    let folder = Folder::with_site();
    let whole = encoded(ImageFormat::Png);
    folder.write("content/door.png", &whole[..whole.len() - 20]);
    let front = "---\ntitle: A page\nsummary: What it is about.\nformats: [web, print]\n---\n";
    folder.write("content/page.md", format!("{front}![A door](door.png)\n"));
    let leaflet = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let panels = "::::panel\n## One\n\n![A door](door.png)\n::::\n\n".repeat(6);
    folder.write("print/t.md", format!("---\n{leaflet}---\n{panels}"));
    for command in ["check", "build"] {
        let output = folder.run(&[command, "--at", "2026-11-22"]);
        assert_eq!(output.status.code(), Some(1), "{command}: {}", stdout(&output));
        assert!(stdout(&output).contains("content/page.md:6:1: error: `door.png` ends before"), "{}", stdout(&output));
        assert!(stdout(&output).contains("print/t.md:11:1: error: `door.png` ends before"), "{}", stdout(&output));
    }
    assert!(!folder.path().join("public").exists());
}
