//! A reading as it is recorded: what a voice says piece by piece, made even, and packed as Opus.

use opus_rs::{Application, OpusEncoder};

use super::loudness::{gain, held_down};
use super::ogg::Stream;
use super::wav::Samples;
use super::{Chapter, GRANULES_A_SECOND, rate};

/// Samples a second of what is packed: all that a voice has. Source: RFC 6716, 2, "super-wideband".
const RATE: u32 = 24_000;
/// Bits a second. Source: RFC 6716, 2.1.1, 28 to 40 kbit/s for speech in full band, one channel.
const BITS_A_SECOND: i32 = 32_000;
/// Samples in a packet: 20 milliseconds. Source: RFC 6716, 2.1.4.
const FRAME: usize = RATE as usize / 50;
/// The longest packet, in bytes. Source: RFC 6716, 3.2.1.
const MOST_PACKET_BYTES: usize = 1275;
/// Packets in a page: one second.
const PACKETS_A_PAGE: usize = 50;
/// How long the coder takes before what it was given comes out, in granules. Source: libopus, 2.5 ms of overlap and 4 ms for
/// switching.
const SKIPPED: u16 = 312;
/// How much of a reading is listened to before its gain is settled, in samples: ten minutes, so that long ones need no more
/// memory. A voice is as loud at its end as at its start.
const LISTENED: usize = RATE as usize * 600;
/// Who wrote the file, as each must say. Source: RFC 7845, 5.2.
const VENDOR: &str = "Handbill";

/// A reading that is being recorded.
pub struct Recorder {
    encoder: OpusEncoder,
    /// What was heard before the gain was settled, in the pieces that it came in.
    waiting: Vec<Vec<f32>>,
    gain: Option<f32>,
    /// Even samples that are fewer than a packet has.
    rest: Vec<f32>,
    /// Packets one after another, and the length of each.
    packets: Vec<u8>,
    lengths: Vec<u16>,
    /// Samples that were taken in.
    taken: u64,
    chapters: Vec<Chapter>,
}

impl Recorder {
    /// Returns a recorder that has heard nothing.
    ///
    /// # Errors
    ///
    /// The coder cannot be made ready.
    pub fn new() -> Result<Recorder, &'static str> {
        let mut encoder = OpusEncoder::new(RATE as i32, 1, Application::Audio)?;
        encoder.bitrate_bps = BITS_A_SECOND;
        encoder.complexity = 10;
        Ok(Recorder {
            encoder,
            waiting: Vec::new(),
            gain: None,
            rest: Vec::new(),
            packets: Vec::new(),
            lengths: Vec::new(),
            taken: 0,
            chapters: Vec::new(),
        })
    }

    /// Begins a chapter here.
    pub fn chapter(&mut self, title: impl Into<String>) {
        self.chapters.push(Chapter { millis: self.millis(), title: title.into() });
    }

    /// Adds silence.
    ///
    /// # Errors
    ///
    /// The coder failed.
    pub fn pause(&mut self, millis: u32) -> Result<(), &'static str> {
        self.add(vec![0.0; (millis * (RATE / 1000)) as usize])
    }

    /// Adds what a voice said.
    ///
    /// # Errors
    ///
    /// The coder failed.
    pub fn say(&mut self, samples: &Samples) -> Result<(), &'static str> {
        self.add(rate::at(samples, RATE))
    }

    /// Returns how long it is so far, in milliseconds.
    pub fn millis(&self) -> u64 {
        self.taken * 1000 / u64::from(RATE)
    }

    /// Returns the file, with its chapters and what else it says of itself, each as a name in capitals and its words.
    ///
    /// # Errors
    ///
    /// Nothing was heard, or the coder failed.
    pub fn done(mut self, comments: &[(&str, &str)]) -> Result<Vec<u8>, &'static str> {
        self.settle()?;
        // What the coder holds back must come out too.
        let held = FRAME + usize::from(SKIPPED);
        let missing = (FRAME - (self.rest.len() + held) % FRAME) % FRAME;
        self.rest.extend(std::iter::repeat_n(0.0, held + missing));
        self.encode()?;
        let mut stream = Stream::default();
        stream.packet(&head(), 0);
        stream.end_page();
        stream.packet(&self.comments(comments), 0);
        stream.end_page();
        let end = self.taken * (GRANULES_A_SECOND / u64::from(RATE)) + u64::from(SKIPPED);
        let a_packet = FRAME as u64 * (GRANULES_A_SECOND / u64::from(RATE));
        let mut rest = self.packets.as_slice();
        let mut granule = 0;
        for (at, length) in self.lengths.iter().enumerate() {
            let Some((packet, after)) = rest.split_at_checked(usize::from(*length)) else { break };
            rest = after;
            if at > 0 && at % PACKETS_A_PAGE == 0 {
                stream.end_page();
            }
            granule += a_packet;
            stream.packet(packet, granule.min(end));
            if granule >= end {
                break;
            }
        }
        Ok(stream.done())
    }

    fn add(&mut self, samples: Vec<f32>) -> Result<(), &'static str> {
        self.taken += samples.len() as u64;
        if let Some(gain) = self.gain {
            self.rest.extend(held_down(&samples, gain, RATE));
            return self.encode();
        }
        self.waiting.push(samples);
        if self.taken >= LISTENED as u64 { self.settle() } else { Ok(()) }
    }

    /// Settles the gain by what was heard so far.
    fn settle(&mut self) -> Result<(), &'static str> {
        let waiting = std::mem::take(&mut self.waiting);
        if self.gain.is_none() {
            let gain = gain(&waiting.concat(), RATE).ok_or("wrote nothing but silence")?;
            self.gain = Some(gain);
            for samples in waiting {
                self.rest.extend(held_down(&samples, gain, RATE));
            }
        }
        self.encode()
    }

    fn encode(&mut self) -> Result<(), &'static str> {
        let mut packet = [0; MOST_PACKET_BYTES];
        let whole = self.rest.len() / FRAME * FRAME;
        let rest = self.rest.split_off(whole);
        for frame in std::mem::replace(&mut self.rest, rest).chunks_exact(FRAME) {
            let length = self.encoder.encode(frame, FRAME, &mut packet)?;
            self.packets.extend_from_slice(packet.get(..length).unwrap_or_default());
            self.lengths.push(u16::try_from(length).unwrap_or(u16::MAX));
        }
        Ok(())
    }

    /// Returns the packet of comments. Source: RFC 7845, 5.2; Xiph.org, "Chapter Extension".
    fn comments(&self, comments: &[(&str, &str)]) -> Vec<u8> {
        let mut all: Vec<String> = comments.iter().map(|(name, says)| format!("{name}={says}")).collect();
        for (at, chapter) in self.chapters.iter().enumerate() {
            let (number, millis) = (at + 1, chapter.millis);
            let (seconds, parts) = (millis / 1000, millis % 1000);
            let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            all.push(format!("CHAPTER{number:03}={hours:02}:{minutes:02}:{seconds:02}.{parts:03}"));
            all.push(format!("CHAPTER{number:03}NAME={}", chapter.title));
        }
        let mut out = b"OpusTags".to_vec();
        string(VENDOR, &mut out);
        out.extend(u32::try_from(all.len()).unwrap_or_default().to_le_bytes());
        all.iter().for_each(|text| string(text, &mut out));
        out
    }
}

/// Returns the first packet. Source: RFC 7845, 5.1.
fn head() -> Vec<u8> {
    let mut out = b"OpusHead\x01\x01".to_vec();
    out.extend(SKIPPED.to_le_bytes());
    out.extend(RATE.to_le_bytes());
    out.extend([0; 3]);
    out
}

fn string(text: &str, out: &mut Vec<u8>) {
    out.extend(u32::try_from(text.len()).unwrap_or_default().to_le_bytes());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::Recorder;
    use crate::sound::heard;
    use crate::sound::{Chapter, Samples};

    #[test]
    fn what_is_recorded_is_read_again_with_its_length_and_chapters() {
        let tone = Samples { rate: 16_000, mono: (0..48_000).map(|at| (at as f32 * 0.2).sin() * 0.1).collect() };
        let mut recorder = Recorder::new().expect("the coder is ready");
        recorder.chapter("The start");
        recorder.say(&tone).expect("it is packed");
        recorder.pause(500).expect("it is packed");
        recorder.chapter("The = end");
        recorder.say(&tone).expect("it is packed");
        let bytes = recorder.done(&[("TITLE", "A page"), ("LANGUAGE", "en-GB")]).expect("it is heard");
        let heard = heard::read(&mut Cursor::new(&bytes)).expect("it is Opus");
        assert_eq!(heard.millis, 6_500);
        let chapter = |millis, title: &str| Chapter { millis, title: title.to_string() };
        assert_eq!(heard.chapters, [chapter(0, "The start"), chapter(3_500, "The = end")]);
        let told = |name: &str, says: &str| (name.to_string(), says.to_string());
        assert_eq!(heard.comments, [told("TITLE", "A page"), told("LANGUAGE", "en-GB")]);
        // What breaks off is no sound, or a shorter one.
        for end in (0..bytes.len()).step_by(97) {
            let cut = heard::read(&mut Cursor::new(&bytes[..end]));
            assert!(cut.is_err() || cut.is_ok_and(|cut| cut.millis <= 6_500), "{end}");
        }
        assert!(heard::read(&mut Cursor::new(&bytes[..200])).is_err());
    }

    #[test]
    fn silence_is_no_reading() {
        let mut recorder = Recorder::new().expect("the coder is ready");
        recorder.pause(1000).expect("it is taken in");
        assert_eq!(recorder.done(&[]).err(), Some("wrote nothing but silence"));
    }
}
