//! How loud a recording is, and whether it was driven too high. Its first minute is decoded: readers decide in that time whether
//! they can hear it.

use std::io::{self, Read, Seek, SeekFrom};

use ebur128::{EbuR128, Mode};
use opus_rs::OpusDecoder;

use super::{GRANULES_A_SECOND, Level};

/// The samples that are looked at: a minute. Source: chosen, so that a long recording costs no more than a short one.
const MOST_SAMPLES: u64 = 60 * GRANULES_A_SECOND;
/// The most samples of a packet: 120 ms. Source: RFC 6716, 2.1.4.
const PACKET_SAMPLES: usize = 5_760;
/// A sample that cannot be told from the highest that there is: 0 dB, less what a coder changes.
const TOP: f32 = 0.999;

/// Returns how loud the first minute of a file of Opus in Ogg is; nothing where it cannot be decoded, or nothing is heard.
///
/// # Errors
///
/// The file cannot be read.
pub fn read(file: &mut (impl Read + Seek)) -> io::Result<Option<Level>> {
    file.seek(SeekFrom::Start(0))?;
    let mut packets = Packets { file, open: Vec::new(), whole: Vec::new(), ended: false };
    let Some(head) = packets.next()? else { return Ok(None) };
    let channels = usize::from(head.get(9).copied().unwrap_or_default());
    let (Some(low), Some(high)) = (head.get(16), head.get(17)) else { return Ok(None) };
    // Decibels in 256ths, to be added to what is decoded. Source: RFC 7845, 5.1.
    let gain = 10_f32.powf(f32::from(i16::from_le_bytes([*low, *high])) / 256.0 / 20.0);
    if !(1..=2).contains(&channels) || packets.next()?.is_none() {
        return Ok(None);
    }
    let rate = GRANULES_A_SECOND as i32;
    let Ok(mut decoder) = OpusDecoder::new(rate, channels) else { return Ok(None) };
    let Ok(mut meter) = EbuR128::new(channels as u32, rate as u32, Mode::I) else { return Ok(None) };
    let (mut heard, mut at_the_top) = (0_u64, 0_u64);
    let mut decoded = vec![0.0_f32; PACKET_SAMPLES * channels];
    while heard < MOST_SAMPLES {
        let Some(packet) = packets.next()? else { break };
        let Ok(count) = decoder.decode(&packet, PACKET_SAMPLES, &mut decoded) else { continue };
        let Some(samples) = decoded.get_mut(..count * channels) else { continue };
        samples.iter_mut().for_each(|sample| *sample *= gain);
        at_the_top += samples.iter().filter(|sample| sample.abs() >= TOP).count() as u64;
        heard += count as u64;
        if meter.add_frames_f32(samples).is_err() {
            return Ok(None);
        }
    }
    let loud = meter.loudness_global().ok().filter(|loud| loud.is_finite());
    let samples = (heard * channels as u64).max(1);
    Ok(loud.map(|loud| Level {
        lufs: loud.round() as i32,
        clipped_in_10_000: u32::try_from(at_the_top * 10_000 / samples).unwrap_or(u32::MAX),
    }))
}

/// The packets of a file of one stream, one after another.
struct Packets<'f, F> {
    file: &'f mut F,
    /// A packet that goes on on the next page.
    open: Vec<u8>,
    /// Packets that are whole, the next one last.
    whole: Vec<Vec<u8>>,
    ended: bool,
}

impl<F: Read> Packets<'_, F> {
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        while self.whole.is_empty() && !self.ended {
            self.page()?;
        }
        Ok(self.whole.pop())
    }

    /// Reads a page. Source: RFC 3533, 6.
    fn page(&mut self) -> io::Result<()> {
        let mut head = [0; 27];
        if !super::heard::filled(self.file, &mut head)? || !head.starts_with(b"OggS\0") {
            self.ended = true;
            return Ok(());
        }
        let mut lengths = vec![0; usize::from(head[26])];
        self.ended = !super::heard::filled(self.file, &mut lengths)?;
        for length in lengths {
            let mut segment = vec![0; usize::from(length)];
            self.ended |= !super::heard::filled(self.file, &mut segment)?;
            self.open.append(&mut segment);
            if length < u8::MAX {
                self.whole.push(std::mem::take(&mut self.open));
            }
        }
        self.whole.reverse();
        Ok(())
    }
}
