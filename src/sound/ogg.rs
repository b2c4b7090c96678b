//! Pages of Ogg. Source: RFC 3533.

/// The number of the one stream in our files.
const SERIAL: u32 = 1;
/// The most segments that a page has. Source: RFC 3533, 6.
const MOST_SEGMENTS: usize = 255;
/// The granule of a page on which no packet ends. Source: RFC 3533, 6.
const NO_PACKET_ENDS: u64 = u64::MAX;

/// A stream that is being written.
#[derive(Default)]
pub struct Stream {
    bytes: Vec<u8>,
    pages: u32,
    /// The segments of the page that is open: their lengths, their bytes, and whether the first goes on from the page before.
    lengths: Vec<u8>,
    body: Vec<u8>,
    continued: bool,
    /// Where the last packet ends that ends on this page.
    granule: Option<u64>,
}

impl Stream {
    /// Adds a packet that ends at a granule.
    pub fn packet(&mut self, packet: &[u8], granule: u64) {
        // A packet whose length is a multiple of 255 ends with an empty segment.
        let segments = packet.len() / MOST_SEGMENTS + 1;
        for at in 0..segments {
            if self.lengths.len() == MOST_SEGMENTS {
                self.close(Last::No);
                self.continued = at > 0;
            }
            let from = at * MOST_SEGMENTS;
            let segment = packet.get(from..packet.len().min(from + MOST_SEGMENTS)).unwrap_or_default();
            self.lengths.push(u8::try_from(segment.len()).unwrap_or(u8::MAX));
            self.body.extend_from_slice(segment);
        }
        self.granule = Some(granule);
    }

    /// Ends the page.
    pub fn end_page(&mut self) {
        if !self.lengths.is_empty() {
            self.close(Last::No);
            self.continued = false;
        }
    }

    /// Ends the stream and returns its bytes.
    pub fn done(mut self) -> Vec<u8> {
        self.close(Last::Yes);
        self.bytes
    }

    fn close(&mut self, last: Last) {
        let first = if self.pages == 0 { 2 } else { 0 };
        let flags = u8::from(self.continued) | first | if matches!(last, Last::Yes) { 4 } else { 0 };
        let from = self.bytes.len();
        self.bytes.extend_from_slice(b"OggS\0");
        self.bytes.push(flags);
        self.bytes.extend_from_slice(&self.granule.take().unwrap_or(NO_PACKET_ENDS).to_le_bytes());
        self.bytes.extend_from_slice(&SERIAL.to_le_bytes());
        self.bytes.extend_from_slice(&self.pages.to_le_bytes());
        let sum_at = self.bytes.len();
        self.bytes.extend_from_slice(&[0; 4]);
        self.bytes.push(u8::try_from(self.lengths.len()).unwrap_or(u8::MAX));
        self.bytes.append(&mut self.lengths);
        self.bytes.append(&mut self.body);
        let sum = checksum(self.bytes.get(from..).unwrap_or_default());
        if let Some(place) = self.bytes.get_mut(sum_at..sum_at + 4) {
            place.copy_from_slice(&sum.to_le_bytes());
        }
        self.pages += 1;
    }
}

/// Whether a page is the last of its stream.
#[derive(Clone, Copy)]
enum Last {
    Yes,
    No,
}

/// Returns the checksum of a page: a CRC of 32 bits, not reflected, that starts with nought. Source: RFC 3533, 6.
fn checksum(page: &[u8]) -> u32 {
    /// Source: RFC 3533, 6.
    const POLYNOMIAL: u32 = 0x04c1_1db7;
    let mut sum: u32 = 0;
    for byte in page {
        sum ^= u32::from(*byte) << 24;
        for _ in 0..8 {
            sum = if sum & 0x8000_0000 == 0 { sum << 1 } else { (sum << 1) ^ POLYNOMIAL };
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::Stream;

    #[test]
    fn a_packet_longer_than_a_page_goes_on_on_the_next() {
        let mut stream = Stream::default();
        stream.packet(&[7; 255 * 255], 5);
        let bytes = stream.done();
        let pages: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"OggS")).collect();
        assert_eq!(pages, [0, 27 + 255 + 255 * 255]);
        assert_eq!(&bytes[6..14], &[0xff; 8], "no packet ends on the first page");
        assert_eq!(bytes[5], 2, "the first page says that it is");
        assert_eq!(bytes[pages[1] + 5], 1 | 4, "the second goes on, and is the last");
        assert_eq!(&bytes[pages[1] + 26..], &[1, 0], "it holds one empty segment");
    }
}
