//! GIF: which blocks are picture. Source: CompuServe, GIF89a, 15 to 27; Netscape's looping extension.

use super::Fault;

/// Extensions of programs that say how often an animation is shown.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// Returns the picture without comments, text and extensions of programs, and without what stands behind its end.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let packed = *bytes.get(10).ok_or(Fault::CutShort)?;
    let mut at = 13 + colours(packed);
    let mut out = bytes.get(..at).ok_or(Fault::CutShort)?.to_vec();
    loop {
        let start = at;
        match bytes.get(at).ok_or(Fault::CutShort)? {
            0x3B => {
                out.push(0x3B);
                return Ok(out);
            }
            0x2C => {
                let packed = *bytes.get(at + 9).ok_or(Fault::CutShort)?;
                // The picture's own colours, then one byte for the size of its codes.
                at = data_end(bytes, at + 10 + colours(packed) + 1)?;
                out.extend_from_slice(&bytes[start..at]);
            }
            0x21 => {
                let label = *bytes.get(at + 1).ok_or(Fault::CutShort)?;
                at = data_end(bytes, at + 2)?;
                let block = &bytes[start..at];
                let loops = || LOOPS.iter().any(|name| block.get(3..14) == Some(name));
                if label == 0xF9 || (label == 0xFF && loops()) {
                    out.extend_from_slice(block);
                }
            }
            _ => return Err(Fault::Damaged),
        }
    }
}

/// Returns how many bytes of colours follow, by the byte that says so.
fn colours(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// Returns where a row of blocks with their lengths ends: after one of length 0.
fn data_end(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    loop {
        let length = usize::from(*bytes.get(at).ok_or(Fault::CutShort)?);
        at += 1 + length;
        if length == 0 {
            return Ok(at);
        }
    }
}
