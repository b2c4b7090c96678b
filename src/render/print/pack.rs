//! Streams made smaller. Source: ISO 32000-1:2008, 7.4.4 (FlateDecode).

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document as Pdf, Object};

/// How hard streams are packed, from 0 to 9: what packers take where nothing is said. Source: ours.
const LEVEL: u32 = 6;

/// Returns bytes packed for a stream.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(LEVEL));
    // Writing to memory cannot fail.
    _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Packs every stream that is not yet. What is known was packed before: its bytes, and the same packed.
pub fn all(pdf: &mut Pdf, known: &[(&[u8], &[u8])]) {
    for object in pdf.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let known = known.iter().find(|(whole, _)| *whole == stream.content);
        let smaller = known.map_or_else(|| packed(&stream.content), |(_, packed)| packed.to_vec());
        // The dictionary gets longer by what says how it was packed.
        if smaller.len() + 19 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }
}
