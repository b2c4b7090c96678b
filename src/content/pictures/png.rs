//! PNG: which chunks are picture. Source: W3C, Portable Network Graphics (Third Edition), 5 and 11.

use super::{Fault, u32_be};

/// Chunks that decide how the picture looks; all others say something about it, or belong to one program.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// Returns the picture without its other chunks, and without what stands behind its end.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (signature, mut rest) = bytes.split_at_checked(8).ok_or(Fault::CutShort)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(signature);
    loop {
        let length = u32_be(rest).ok_or(Fault::CutShort)?;
        let length = usize::try_from(length).map_err(|_| Fault::Damaged)?;
        // Length, kind, data, check sum.
        let whole = length.checked_add(12).ok_or(Fault::Damaged)?;
        let (chunk, after) = rest.split_at_checked(whole).ok_or(Fault::CutShort)?;
        let kind = &chunk[4..8];
        if KEPT.iter().any(|kept| kept.as_slice() == kind) {
            out.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Ok(out);
        }
        rest = after;
    }
}
