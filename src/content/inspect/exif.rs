//! Exif: whether a JPEG says where it was taken. Source: Exif 2.32, 4.5.4, 4.6.3 and 4.6.6; TIFF 6.0, 2.

/// The number of the entry that leads to the place. Source: Exif 2.32, 4.6.3.
const PLACE: u16 = 0x8825;

/// Returns whether a JPEG has a place in its Exif.
pub fn has_place(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let [0xFF, marker @ 0xE0..=0xEF, high, low, ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some(segment) = rest.get(4..2 + length) else { return false };
        if *marker == 0xE1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return leads_to_place(tiff).unwrap_or(false);
        }
        rest = &rest[2 + length..];
    }
    false
}

fn leads_to_place(tiff: &[u8]) -> Option<bool> {
    let big = tiff.starts_with(b"MM");
    let two = |at: usize| -> Option<u16> {
        let bytes: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = usize::try_from(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()?;
    let entries = usize::from(two(first)?);
    Some((0..entries).any(|entry| first.checked_add(2 + entry * 12).and_then(two) == Some(PLACE)))
}
