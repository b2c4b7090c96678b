//! Streams made smaller. Source: ISO 32000-1:2008, 7.4.4 (FlateDecode).

use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document as Pdf, Object};

use crate::render::print::cut::Cut;

/// How hard streams are packed: beyond it a PDF of text gets 1 percent smaller, and takes twice as long.
const LEVEL: u32 = 6;

/// Returns bytes packed for a stream.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(LEVEL));
    // Writing to memory cannot fail.
    _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Packs every stream that is not yet; those of faces were packed when they were cut.
pub fn all(pdf: &mut Pdf, cuts: &[Arc<Cut>]) {
    for object in pdf.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let cut = cuts.iter().find(|cut| cut.program == stream.content);
        let smaller = cut.map_or_else(|| packed(&stream.content), |cut| cut.packed.clone());
        // The dictionary gets longer by what says how it was packed.
        if smaller.len() + 19 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }
}
