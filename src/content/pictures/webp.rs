//! WebP: which chunks are picture. Source: RFC 9649, 2.

use super::Fault;

/// Bits of the first chunk that announce Exif and XMP.
const ANNOUNCED: u8 = 0b0000_1100;

/// Returns the picture without Exif, XMP and chunks that nothing knows, and without what stands behind its end.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let size = length(bytes.get(4..8).unwrap_or_default()).ok_or(Fault::CutShort)?;
    let all = bytes.get(8..size.checked_add(8).ok_or(Fault::Damaged)?).ok_or(Fault::CutShort)?;
    let chunks = all.strip_prefix(b"WEBP").ok_or(Fault::Damaged)?;
    let mut kept = b"WEBP".to_vec();
    for (kind, data) in parts(chunks)? {
        match kind {
            b"VP8X" => {
                let mut data = data.to_vec();
                if let Some(flags) = data.first_mut() {
                    *flags &= !ANNOUNCED;
                }
                push(&mut kept, kind, &data);
            }
            b"ANMF" => {
                let (frame, held) = data.split_at_checked(16).ok_or(Fault::Damaged)?;
                let mut frame = frame.to_vec();
                for (kind, data) in parts(held)? {
                    if matches!(kind, b"VP8 " | b"VP8L" | b"ALPH") {
                        push(&mut frame, kind, data);
                    }
                }
                push(&mut kept, kind, &frame);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ICCP" => push(&mut kept, kind, data),
            _ => {}
        }
    }
    let mut out = Vec::with_capacity(kept.len() + 8);
    push(&mut out, b"RIFF", &kept);
    Ok(out)
}

type Chunk<'a> = (&'a [u8; 4], &'a [u8]);

fn parts(mut rest: &[u8]) -> Result<Vec<Chunk<'_>>, Fault> {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (kind, after) = rest.split_first_chunk::<4>().ok_or(Fault::Damaged)?;
        let (four, after) = after.split_first_chunk::<4>().ok_or(Fault::Damaged)?;
        let length = length(four).ok_or(Fault::Damaged)?;
        let (data, after) = after.split_at_checked(length).ok_or(Fault::CutShort)?;
        parts.push((kind, data));
        // A chunk of an odd length is followed by one byte more; some programs leave it out at the end.
        rest = after.get(length % 2..).unwrap_or_default();
    }
    Ok(parts)
}

fn push(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    out.extend_from_slice(kind);
    // No chunk is longer than the file was, whose length fits.
    out.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(data);
    out.extend(std::iter::repeat_n(0, data.len() % 2));
}

fn length(four: &[u8]) -> Option<usize> {
    let four: [u8; 4] = four.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}
