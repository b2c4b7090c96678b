//! What a print firm gets: inks alone, whatever a leaflet shows. Line work stays line work; pixels become pixels in inks.

use handbill::content::files::Memory;
use image::{DynamicImage, ImageFormat, RgbImage};
use lopdf::content::Content;
use lopdf::{Document, Object, Stream};

use crate::kit;

const FRONT: &str = "title: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n\
                     page: content/index.md\nsheet: a5\ndesign: warm\ncover_alt: An open door\n";

/// A drawing in plain colours, the first of which the design has inks for.
const PLAIN: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'>\
                     <path fill='#0c4a4e' d='M0 0h30v10z'/><path stroke='#f00' d='M0 5h40'/></svg>";

/// A drawing in which colours run into each other.
const SHADED: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 10'><linearGradient id='a'>\
                      <stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/></linearGradient>\
                      <path fill='url(#a)' d='M0 0h40v10H0z'/></svg>";

/// Returns the bytes of a picture of 400 by 100 pixels.
fn pixels(colour: [u8; 3], format: ImageFormat) -> Vec<u8> {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(400, 100, image::Rgb(colour)));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Returns the print firm's PDF of a leaflet whose cover shows a file.
fn press(name: &str, bytes: impl Into<Vec<u8>>) -> Document {
    let mut files: Memory = kit::site();
    files.add(format!("print/{name}"), bytes);
    let settings = "[brand]\nlogo = \"logo.svg\"\nlogo_alt = \"Our mark\"\n";
    files.add("site.toml", format!("{}{settings}[publish]\nalso = [\"office.png\"]\n", kit::SITE_TOML));
    files.add("logo.svg", PLAIN);
    let panels = "::::panel\n# We can help\n\nWe listen.\n::::\n\n::::panel\n## How\n\nCall [us](tel:101).\n::::\n";
    files.add("print/a.md", format!("---\n{FRONT}cover_picture: {name}\n---\n{panels}"));
    let (found, made) = kit::made(&files);
    assert!(!found.contains("P048") && !found.contains("error"), "{name}: {found}");
    Document::load_mem(&made["leaflets/T-1/a5-press.pdf"]).unwrap()
}

/// Returns all that is in red, green and blue in a PDF: operators of its pages and drawings, and spaces of its pictures.
fn lights(pdf: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let spaces = ["DeviceRGB", "CalRGB", "ICCBased", "Lab", "RGB"];
    for object in pdf.objects.values() {
        let Object::Stream(stream) = object else { continue };
        let space = stream.dict.get(b"ColorSpace").map(|space| format!("{space:?}")).unwrap_or_default();
        found.extend(spaces.iter().filter(|name| space.contains(**name)).map(ToString::to_string));
        if stream.dict.get(b"Subtype").is_ok_and(|subtype| subtype.as_name().is_ok_and(|name| name == b"Form")) {
            found.extend(operators(stream));
        }
    }
    for (_, page) in pdf.get_pages() {
        let content = pdf.get_and_decode_page_content(page).unwrap();
        found.extend(in_light(&content));
    }
    found
}

fn operators(stream: &Stream) -> Vec<String> {
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    in_light(&Content::decode(&bytes).unwrap())
}

fn in_light(content: &Content) -> Vec<String> {
    let named = |operation: &&lopdf::content::Operation| ["rg", "RG", "cs", "CS", "sh"].contains(&&*operation.operator);
    content.operations.iter().filter(named).map(|operation| operation.operator.clone()).collect()
}

/// Returns the spaces of a PDF's pictures.
fn spaces(pdf: &Document) -> Vec<String> {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let images = streams.filter(|stream| {
        stream.dict.get(b"Subtype").is_ok_and(|subtype| subtype.as_name().is_ok_and(|name| name == b"Image"))
    });
    let space = |stream: &Stream| stream.dict.get(b"ColorSpace").unwrap().as_name().unwrap().to_vec();
    images.map(|stream| String::from_utf8(space(stream)).unwrap()).collect()
}

#[test]
fn nothing_is_in_red_green_and_blue() {
    let cases: [(&str, Vec<u8>, &[&str]); 5] = [
        ("plain.svg", PLAIN.into(), &[]),
        ("shaded.svg", SHADED.into(), &["DeviceCMYK"]),
        ("photo.jpg", pixels([180, 72, 47], ImageFormat::Jpeg), &["DeviceCMYK"]),
        ("photo.png", pixels([180, 72, 47], ImageFormat::Png), &["DeviceCMYK"]),
        ("grey.png", pixels([90, 90, 90], ImageFormat::Png), &["DeviceGray"]),
    ];
    for (name, bytes, pictures) in cases {
        let pdf = press(name, bytes);
        assert_eq!(lights(&pdf), Vec::<String>::new(), "{name}");
        assert_eq!(spaces(&pdf), pictures, "{name}");
    }
}

#[test]
fn a_drawing_has_the_inks_that_the_design_mixes() {
    let pdf = press("plain.svg", PLAIN);
    let mut mixed = Vec::new();
    for (_, page) in pdf.get_pages() {
        for operation in pdf.get_and_decode_page_content(page).unwrap().operations {
            if operation.operator == "k" {
                mixed.push(operation.operands.iter().map(|ink| ink.as_float().unwrap()).collect::<Vec<f32>>());
            }
        }
    }
    // `brand` of the design, and red as it is worked out.
    assert!(mixed.contains(&vec![0.9, 0.5, 0.55, 0.45]) && mixed.contains(&vec![0.0, 1.0, 1.0, 0.0]), "{mixed:?}");
    assert!(mixed.iter().all(|inks| inks.iter().sum::<f32>() <= 3.0), "{mixed:?}");
}

#[test]
fn pixels_are_mixed_as_colours_are_and_no_finer_than_a_press_shows() {
    let pdf = press("photo.png", pixels([180, 72, 47], ImageFormat::Png));
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let image = streams.into_iter().find(|stream| stream.dict.has(b"ColorSpace")).unwrap();
    let bytes = image.decompressed_content().unwrap();
    // 180, 72, 47 of 255: black is what the brightest lacks, and the others are shares of it.
    assert_eq!(bytes[..4], [0, 153, 188, 75]);
    let fine = DynamicImage::ImageRgb8(RgbImage::from_pixel(3_000, 750, image::Rgb([9, 90, 9])));
    let mut file = std::io::Cursor::new(Vec::new());
    fine.write_to(&mut file, ImageFormat::Png).unwrap();
    let pdf = press("fine.png", file.into_inner());
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let image = streams.into_iter().find(|stream| stream.dict.has(b"ColorSpace")).unwrap();
    // 154 mm with what is cut off, at 300 an inch.
    let wide = image.dict.get(b"Width").unwrap().as_i64().unwrap();
    assert!((1_790..=1_830).contains(&wide), "{wide}");
}
