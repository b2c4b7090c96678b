//! JPEG: which segments are picture. Source: ITU-T T.81, annex B; T.871 (JFIF), 10; ICC.1:2022, annex B.4.

use super::Fault;

/// A file's start and end.
const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;

/// The segment after which compressed data comes.
const SOS: u8 = 0xDA;

/// Returns the picture without comments and without segments of programs, except the profile of its colours and what says
/// how they are coded. What stands behind the picture's end, such as a film, is dropped.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xFF, SOI]);
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        let mut marker = *bytes.get(at).ok_or(Fault::CutShort)?;
        if marker != 0xFF {
            return Err(Fault::Damaged);
        }
        while marker == 0xFF {
            at += 1;
            marker = *bytes.get(at).ok_or(Fault::CutShort)?;
        }
        at += 1;
        match marker {
            EOI => {
                out.extend([0xFF, EOI]);
                return Ok(out);
            }
            // Markers that stand alone.
            0x01 | 0xD0..=0xD7 => out.extend([0xFF, marker]),
            0x00 | SOI => return Err(Fault::Damaged),
            _ => {
                let length = bytes.get(at..at + 2).map(|two| usize::from(u16::from_be_bytes([two[0], two[1]])));
                let length = length.ok_or(Fault::CutShort)?;
                if length < 2 {
                    return Err(Fault::Damaged);
                }
                let segment = bytes.get(at + 2..at + length).ok_or(Fault::CutShort)?;
                at += length;
                keep(marker, segment, &mut out);
                if marker == SOS {
                    let end = data_end(&bytes[at..]).ok_or(Fault::CutShort)?;
                    out.extend_from_slice(&bytes[at..at + end]);
                    at += end;
                }
            }
        }
    }
}

fn keep(marker: u8, segment: &[u8], out: &mut Vec<u8>) {
    let mut push = |segment: &[u8]| {
        // A part of a segment is no longer than the segment was.
        let length = u16::try_from(segment.len() + 2).unwrap_or(u16::MAX);
        out.extend([0xFF, marker]);
        out.extend(length.to_be_bytes());
        out.extend_from_slice(segment);
    };
    match marker {
        // JFIF: version and density, without the small picture, which may show what was cut off.
        0xE0 => {
            if let Some(start) = segment.get(..12).filter(|start| start.starts_with(b"JFIF\0")) {
                push(&[start, &[0, 0]].concat());
            }
        }
        0xE2 if segment.starts_with(b"ICC_PROFILE\0") => push(segment),
        // How the colours are coded: without it some pictures come out negative.
        0xEE if segment.starts_with(b"Adobe") => push(&segment[..segment.len().min(12)]),
        0xE1..=0xFE => {}
        _ => push(segment),
    }
}

/// Returns where compressed data ends: at the next marker that is not a restart, nor a data byte of ones.
fn data_end(data: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += data.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match data.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}
