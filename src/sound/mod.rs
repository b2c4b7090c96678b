//! Sound: what a voice says, made even and packed as Opus in Ogg, and what such a file says of itself. It knows no site and runs
//! no program.
//!
//! The way: WAV of a voice (`wav`) → one rate (`rate`) → even loudness (`loudness`) → packets and pages (`recorder`, `ogg`).
//! Opus in Ogg because it is free of charge, small, and played by all of today's browsers: Chrome, Edge and Firefox for long,
//! Safari from 18.4 on. Source: RFC 7845; WebKit, "Safari 18.4".

pub mod heard;
#[cfg(feature = "formats")]
pub mod level;
#[cfg(feature = "formats")]
mod loudness;
#[cfg(feature = "formats")]
mod ogg;
#[cfg(feature = "formats")]
mod rate;
#[cfg(feature = "formats")]
mod recorder;
#[cfg(feature = "formats")]
mod wav;

#[cfg(feature = "formats")]
pub use recorder::Recorder;
#[cfg(feature = "formats")]
pub use wav::{Samples, read as read_wav};

/// How many samples of an Ogg stream of Opus make a second, whatever rate was recorded. Source: RFC 7845, 4.
const GRANULES_A_SECOND: u64 = 48_000;

/// How loud a recording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its loudness, in whole LUFS. Source: EBU R 128.
    pub lufs: i32,
    /// How many samples of 10,000 stand at the highest value that there is.
    pub clipped_in_10_000: u32,
}

/// A place in a sound that a listener may go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Where it begins, in milliseconds from the start.
    pub millis: u64,
    /// What it is called.
    pub title: String,
}
