//! What a file of Opus in Ogg says of itself: how long it is, its chapters, its comments. The sound itself is not decoded.
//! Source: RFC 3533 (Ogg), RFC 7845 (Opus in Ogg), Xiph.org, "Chapter Extension" of Vorbis comments.

use std::io::{self, Read, Seek, SeekFrom};

use super::{Chapter, GRANULES_A_SECOND};

/// The most bytes that comments may have. Source: chosen; cover pictures stand there too.
const MOST_COMMENT_BYTES: usize = 4 * 1024 * 1024;
/// The most bytes that a page of Ogg has. Source: RFC 3533, 6.
const MOST_PAGE_BYTES: usize = 27 + 255 + 255 * 255;
/// The most chapters that are read.
const MOST_CHAPTERS: usize = 999;

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// How long it is, in milliseconds.
    pub millis: u64,
    /// Its chapters, in order.
    pub chapters: Vec<Chapter>,
    /// Its other comments: names in capitals, such as `ARTIST`, with what they say.
    pub comments: Vec<(String, String)>,
}

/// Reads a file; `Err` says why it is no sound that is known, as the end of a sentence that begins with the file.
///
/// # Errors
///
/// The file cannot be read, or is not Opus in Ogg.
pub fn read(file: &mut (impl Read + Seek)) -> Result<Heard, String> {
    let cannot = |error: io::Error| format!("cannot be read: {error}");
    let mut pages = Pages { file, serial: None };
    let head = pages.packet(MOST_PAGE_BYTES).map_err(cannot)?;
    let head = head.filter(|head| head.starts_with(b"OpusHead"));
    let head = head.ok_or("is not Opus in an Ogg file")?;
    let field = |at: usize| head.get(at).copied();
    let (Some(version), Some(channels), Some(low), Some(high)) = (field(8), field(9), field(10), field(11)) else {
        return Err("breaks off in its first bytes".to_string());
    };
    // The upper half of the version changes when older readers cannot read the file. Source: RFC 7845, 5.1.
    if version & 0xf0 != 0 || channels == 0 {
        return Err("is of a version of Opus that is not known".to_string());
    }
    let skipped = u64::from(u16::from_le_bytes([low, high]));
    let comments = pages.packet(MOST_COMMENT_BYTES).map_err(cannot)?;
    let comments = comments.filter(|packet| packet.starts_with(b"OpusTags")).ok_or("has no comments, as Opus must")?;
    let serial = pages.serial.unwrap_or_default();
    let last = last_granule(pages.file, serial).map_err(cannot)?.ok_or("breaks off before any sound")?;
    let millis = last.saturating_sub(skipped).saturating_mul(1000) / GRANULES_A_SECOND;
    let mut heard = Heard { millis, ..Heard::default() };
    sort(strings(comments.get(8..).unwrap_or_default()), &mut heard);
    Ok(heard)
}

/// The pages of a file, read one after another.
struct Pages<'f, F> {
    file: &'f mut F,
    /// The number of the stream, once the first page is read.
    serial: Option<u32>,
}

impl<F: Read + Seek> Pages<'_, F> {
    /// Returns the packet that begins on the next page; nothing where there is none, or where it is too long.
    fn packet(&mut self, most: usize) -> io::Result<Option<Vec<u8>>> {
        let mut packet = Vec::new();
        loop {
            let mut head = [0; 27];
            if !filled(self.file, &mut head)? || !head.starts_with(b"OggS\0") {
                return Ok(None);
            }
            let serial = u32::from_le_bytes([head[14], head[15], head[16], head[17]]);
            if *self.serial.get_or_insert(serial) != serial {
                return Ok(None);
            }
            let mut lengths = vec![0; usize::from(head[26])];
            if !filled(self.file, &mut lengths)? {
                return Ok(None);
            }
            for length in &lengths {
                let mut segment = vec![0; usize::from(*length)];
                if !filled(self.file, &mut segment)? || packet.len() + segment.len() > most {
                    return Ok(None);
                }
                packet.extend(segment);
                // A packet ends with the first segment that is not full. Source: RFC 3533, 5.
                if *length < 255 {
                    return Ok(Some(packet));
                }
            }
        }
    }
}

/// Fills a buffer; returns whether there was enough.
pub(super) fn filled(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// Returns where the last page of a stream ends.
fn last_granule(file: &mut (impl Read + Seek), serial: u32) -> io::Result<Option<u64>> {
    let size = file.seek(SeekFrom::End(0))?;
    let window = size.min(2 * MOST_PAGE_BYTES as u64);
    file.seek(SeekFrom::Start(size - window))?;
    let mut end = Vec::new();
    file.take(window).read_to_end(&mut end)?;
    let mut last = None;
    for at in 0..end.len() {
        let Some(page) = end.get(at..).filter(|page| page.starts_with(b"OggS\0")) else { continue };
        let number = |from: usize, count: usize| page.get(from..from + count);
        let granule = number(6, 8).and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes);
        let of = number(14, 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
        // A page on which no packet ends says all ones. Source: RFC 3533, 6.
        if let (Some(granule), true) = (granule, of == Some(serial))
            && granule != u64::MAX
        {
            last = Some(granule);
        }
    }
    Ok(last.filter(|granule| *granule > 0))
}

/// Returns the comments of a file, as far as they can be read.
fn strings(mut rest: &[u8]) -> Vec<String> {
    if string(&mut rest).is_none() {
        return Vec::new();
    }
    let Some((count, after)) = rest.split_first_chunk::<4>() else { return Vec::new() };
    let count = u32::from_le_bytes(*count);
    rest = after;
    (0..count).map_while(|_| string(&mut rest)).map(|text| String::from_utf8_lossy(text).into_owned()).collect()
}

/// Returns the text that stands next: its length, then its bytes.
fn string<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (text, after) = after.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    *rest = after;
    Some(text)
}

/// Sorts comments into chapters and others.
fn sort(strings: Vec<String>, heard: &mut Heard) {
    let pairs: Vec<(String, String)> = strings
        .iter()
        .filter_map(|text| text.split_once('='))
        .map(|(name, says)| (name.to_ascii_uppercase(), says.to_string()))
        .collect();
    for (name, says) in &pairs {
        let number = name.strip_prefix("CHAPTER").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        let Some(number) = number.filter(|number| !number.is_empty()) else {
            if !name.starts_with("CHAPTER") {
                heard.comments.push((name.clone(), says.clone()));
            }
            continue;
        };
        let title = pairs.iter().find(|(name, _)| *name == format!("CHAPTER{number}NAME"));
        if let (Some(millis), Some((_, title)), true) = (clock(says), title, heard.chapters.len() < MOST_CHAPTERS)
            && millis < heard.millis
        {
            heard.chapters.push(Chapter { millis, title: title.clone() });
        }
    }
    heard.chapters.sort_by_key(|chapter| chapter.millis);
}

/// Returns a time as chapters have it, such as `00:01:02.500`, in milliseconds.
fn clock(text: &str) -> Option<u64> {
    let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
    let mut millis: u64 = 0;
    for part in whole.split(':') {
        millis = millis.checked_mul(60)?.checked_add(part.parse::<u64>().ok()?.checked_mul(1000)?)?;
    }
    let parts: String = parts.chars().chain("000".chars()).take(3).collect();
    millis.checked_add(parts.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{clock, read};

    #[test]
    fn a_time_is_read_to_the_thousandth() {
        assert_eq!(clock("00:01:02.500"), Some(62_500));
        assert_eq!(clock("01:00:00"), Some(3_600_000));
        assert_eq!(clock("00:00:01.5"), Some(1_500));
        assert_eq!(clock("soon"), None);
        assert_eq!(clock("99999999999999999999:00"), None);
    }

    #[test]
    fn what_is_no_sound_is_said_to_be_none() {
        for (bytes, why) in [
            (&b""[..], "is not Opus in an Ogg file"),
            (b"RIFF", "is not Opus in an Ogg file"),
            (&[b"OggS\0".as_slice(), &[0; 21], &[1, 9], b"OpusHead\x01"].concat(), "breaks off in its first bytes"),
            (
                &[b"OggS\0".as_slice(), &[0; 21], &[1, 19], b"OpusHead\xf1", &[1; 10]].concat(),
                "is of a version of Opus that is not known",
            ),
            (
                &[b"OggS\0".as_slice(), &[0; 21], &[1, 19], b"OpusHead\x01", &[1; 10]].concat(),
                "has no comments, as Opus must",
            ),
        ] {
            assert_eq!(read(&mut Cursor::new(bytes)), Err(why.to_string()), "{bytes:?}");
        }
    }
}
