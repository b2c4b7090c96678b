//! How long a sound or film is and whether it has sound, from the head of its file.

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sound {
    /// How long it is, in seconds.
    pub seconds: f64,
    /// Whether it can be heard.
    pub heard: bool,
}

/// Returns what a file says; nothing where it is of no kind that is known.
pub fn look(bytes: &[u8]) -> Option<Sound> {
    if bytes.get(4..8) == Some(b"ftyp") {
        mp4(bytes)
    } else if bytes.starts_with(&[0x1a, 0x45, 0xdf, 0xa3]) {
        webm(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") {
        wav(bytes)
    } else {
        mp3(bytes)
    }
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
}

/// Returns boxes: their kinds and what is in them. Source: ISO/IEC 14496-12, 4.2.
fn boxes(bytes: &[u8]) -> Vec<(&[u8], &[u8])> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let (Some(short), Some(kind)) = (number(bytes, at, 4), bytes.get(at + 4..at + 8)) {
        let (head, size) = match short {
            1 => (16, number(bytes, at + 8, 8).unwrap_or(0)),
            0 => (8, (bytes.len() - at) as u64),
            size => (8, size),
        };
        let Ok(size) = usize::try_from(size) else { break };
        let Some(end) = at.checked_add(size).filter(|_| size >= head) else { break };
        let Some(inside) = bytes.get(at + head..end.min(bytes.len())) else { break };
        found.push((kind, inside));
        at = end;
    }
    found
}

fn inside<'a>(bytes: &'a [u8], kind: &[u8]) -> Option<&'a [u8]> {
    boxes(bytes).into_iter().find(|(own, _)| *own == kind).map(|(_, inside)| inside)
}

fn mp4(bytes: &[u8]) -> Option<Sound> {
    let movie = inside(bytes, b"moov")?;
    let head = inside(movie, b"mvhd")?;
    // Source: ISO/IEC 14496-12, 8.2.2: version 1 has longer numbers.
    let (scale, length) = if head.first() == Some(&1) {
        (number(head, 20, 4)?, number(head, 24, 8)?)
    } else {
        (number(head, 12, 4)?, number(head, 16, 4)?)
    };
    let heard = boxes(movie).into_iter().filter(|(kind, _)| *kind == b"trak").any(|(_, track)| {
        let handler = inside(track, b"mdia").and_then(|media| inside(media, b"hdlr"));
        handler.and_then(|handler| handler.get(8..12)) == Some(b"soun")
    });
    (scale > 0).then(|| Sound { seconds: length as f64 / scale as f64, heard })
}

fn wav(bytes: &[u8]) -> Option<Sound> {
    let little = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let rate = little(28).filter(|rate| *rate > 0)?;
    Some(Sound { seconds: bytes.len() as f64 / f64::from(rate), heard: true })
}

/// Bits a second of MPEG 1 and 2, layer III, in thousands. Source: ISO/IEC 11172-3, 2.4.2.3; 13818-3, 2.4.2.3.
const RATES: [[u32; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

fn mp3(bytes: &[u8]) -> Option<Sound> {
    let mut at = 0;
    if bytes.starts_with(b"ID3") {
        // Seven bits of each byte count. Source: ID3v2.4.0, 6.2.
        let size = bytes.get(6..10)?.iter().fold(0, |sum, byte| (sum << 7) | usize::from(*byte & 0x7f));
        at = size + 10;
    }
    let start = bytes.get(at..)?;
    let frame =
        start.windows(4).take(4096).position(|head| matches!(head, [0xff, second, ..] if second & 0xe6 == 0xe2))?;
    let head = start.get(frame..frame + 4)?;
    let [_, version, rate, _] = head else { return None };
    let row = usize::from(version & 0x08 == 0);
    let rate = RATES.get(row)?.get(usize::from(rate >> 4)).copied().filter(|rate| *rate > 0)?;
    Some(Sound { seconds: start.len() as f64 * 8.0 / (f64::from(rate) * 1000.0), heard: true })
}

/// Elements of Matroska. Source: RFC 9559, 27.1.
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_a966;
const SCALE: u64 = 0x2a_d7b1;
const DURATION: u64 = 0x4489;
const TRACKS: u64 = 0x1654_ae6b;
const TRACK: u64 = 0xae;
const TRACK_TYPE: u64 = 0x83;

fn webm(bytes: &[u8]) -> Option<Sound> {
    let segment = elements(bytes).into_iter().find(|(id, _)| *id == SEGMENT)?.1;
    let (mut scale, mut length, mut heard) = (1_000_000.0, None, false);
    for (id, inside) in elements(segment) {
        if id == INFO {
            for (id, value) in elements(inside) {
                match (id, value.len()) {
                    (SCALE, 1..=8) => scale = number(value, 0, value.len())? as f64,
                    (DURATION, 4) => length = Some(f64::from(f32::from_be_bytes(value.try_into().ok()?))),
                    (DURATION, 8) => length = Some(f64::from_be_bytes(value.try_into().ok()?)),
                    _ => {}
                }
            }
        } else if id == TRACKS {
            let tracks = elements(inside).into_iter().filter(|(id, _)| *id == TRACK);
            heard = tracks.into_iter().any(|(_, track)| {
                elements(track).iter().any(|(id, value)| *id == TRACK_TYPE && value.first() == Some(&2))
            });
        }
    }
    // Source: RFC 9559, 5.1.2.9: nanoseconds.
    length.map(|length| Sound { seconds: length * scale / 1e9, heard })
}

/// Returns elements: their numbers and what is in them. Source: RFC 8794, 4 to 6.
fn elements(bytes: &[u8]) -> Vec<(u64, &[u8])> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(first) = bytes.get(at) {
        let length = first.leading_zeros() as usize + 1;
        let Some(id) = number(bytes, at, length).filter(|_| length <= 4) else { break };
        at += length;
        let Some(first) = bytes.get(at) else { break };
        let length = first.leading_zeros() as usize + 1;
        let Some(size) = number(bytes, at, length).filter(|_| length <= 8) else { break };
        at += length;
        let mask = (1_u64 << (7 * length)) - 1;
        // A size of all ones is not known: it goes to the end.
        let size = size & mask;
        let end =
            if size == mask { bytes.len() } else { at.saturating_add(usize::try_from(size).unwrap_or(usize::MAX)) };
        let Some(inside) = bytes.get(at..end.min(bytes.len())) else { break };
        found.push((id, inside));
        at = end;
    }
    found
}
