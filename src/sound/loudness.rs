//! Even loudness: one gain for a whole reading, and peaks held down where that lifts them too high. Source: EBU R 128 and ITU-R
//! BS.1770 (how loudness is measured); AES TD1008, −16 LUFS for speech that is listened to on telephones and through earphones.

use std::collections::VecDeque;

use ebur128::{EbuR128, Mode};

/// The loudness that is aimed at, in LUFS. Source: AES TD1008, 2021.
const WANTED_LUFS: f64 = -16.0;
/// The highest peak, as a part of the most: −4.7 dB. The coder lifts some by 4 dB, and they may come to −1 dB. Source: AES
/// TD1008, true peak of −1 dB at most; measured with the voices of espeak-ng in English, Welsh, Polish and Urdu.
const CEILING: f32 = 0.58;
/// The most that is lifted, in dB: more would lift noise. Source: chosen.
const MOST_GAIN_DB: f64 = 30.0;
/// How often the gain is mended: the more peaks are held down, the more is to be made up for.
const MOST_ROUNDS: usize = 12;
/// What is not heard as another loudness, in dB. Source: EBU R 128, ±0.5 LU.
const NEAR_ENOUGH_DB: f64 = 0.1;
/// How far before and behind a peak the gain is lower, in seconds. Source: chosen.
const SLOPE_SECONDS: f64 = 0.005;

/// Returns the gain that brings a voice to the wanted loudness; nothing where nothing is heard. What it costs to hold peaks down
/// is made up for.
pub fn gain(samples: &[f32], rate: u32) -> Option<f32> {
    let mut gain = 0.0;
    for _ in 0..MOST_ROUNDS {
        let lifted = held_down(samples, linear(gain), rate);
        let loud = measured(&lifted, rate)?;
        let missing = WANTED_LUFS - loud;
        gain = (gain + missing).clamp(-60.0, MOST_GAIN_DB);
        if missing.abs() < NEAR_ENOUGH_DB {
            break;
        }
    }
    Some(linear(gain))
}

/// Returns samples with a gain, where no peak is over the ceiling.
pub fn held_down(samples: &[f32], gain: f32, rate: u32) -> Vec<f32> {
    let slope = (f64::from(rate) * SLOPE_SECONDS) as usize + 1;
    // How low the gain must be at each sample.
    let needed: Vec<f32> = samples
        .iter()
        .map(|sample| (sample * gain).abs())
        .map(|peak| if peak > CEILING { CEILING / peak } else { 1.0 })
        .collect();
    // The lowest of those around, then the mean of these: so it falls before the peak and rises behind it.
    let lowest = lowest_around(&needed, slope);
    let mut sum: f64 = lowest.iter().take(slope).map(|value| f64::from(*value)).sum();
    let mut out = Vec::with_capacity(samples.len());
    for (at, sample) in samples.iter().enumerate() {
        if let Some(next) = lowest.get(at + slope) {
            sum += f64::from(*next);
        }
        let from = at.saturating_sub(slope);
        let to = (at + slope).min(lowest.len().saturating_sub(1));
        let mean = sum / (to - from + 1) as f64;
        out.push(sample * gain * mean as f32);
        if let Some(first) = lowest.get(from).filter(|_| at >= slope) {
            sum -= f64::from(*first);
        }
    }
    out
}

/// Returns the lowest of the values up to a distance on each side.
fn lowest_around(values: &[f32], distance: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(values.len());
    let mut waiting: VecDeque<(usize, f32)> = VecDeque::new();
    let mut next = 0;
    for at in 0..values.len() {
        while let Some(value) = values.get(next).filter(|_| next <= at + distance) {
            while waiting.back().is_some_and(|(_, last)| last >= value) {
                waiting.pop_back();
            }
            waiting.push_back((next, *value));
            next += 1;
        }
        while waiting.front().is_some_and(|(first, _)| first + distance < at) {
            waiting.pop_front();
        }
        out.push(waiting.front().map_or(1.0, |(_, value)| *value));
    }
    out
}

/// Returns how loud a voice is, in LUFS; nothing where nothing is heard.
pub fn measured(samples: &[f32], rate: u32) -> Option<f64> {
    let mut meter = EbuR128::new(1, rate, Mode::I).ok()?;
    meter.add_frames_f32(samples).ok()?;
    meter.loudness_global().ok().filter(|loud| loud.is_finite())
}

fn linear(decibels: f64) -> f32 {
    10_f64.powf(decibels / 20.0) as f32
}

#[cfg(test)]
mod tests {
    use super::{CEILING, gain, held_down, measured};

    /// Returns something like speech: a tone that comes and goes, with a peak now and then.
    fn voice(loud: f32) -> Vec<f32> {
        let tone = |at: u32| (at as f32 * 0.08).sin() * (at as f32 * 0.0006).sin().abs();
        (0..240_000).map(|at| tone(at) * loud * if at % 9_000 < 40 { 4.0 } else { 1.0 }).collect()
    }

    #[test]
    fn a_soft_and_a_loud_voice_come_out_alike() {
        for loud in [0.02, 0.2, 0.9] {
            let voice = voice(loud);
            let gain = gain(&voice, 24_000).expect("it is heard");
            let even = held_down(&voice, gain, 24_000);
            let loud = measured(&even, 24_000).expect("it is heard");
            assert!((-16.3..=-15.7).contains(&loud), "{loud}");
            let peak = even.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
            assert!(peak <= CEILING + 0.001, "{peak}");
            assert_eq!(even.len(), voice.len());
        }
    }

    #[test]
    fn silence_has_no_loudness() {
        assert_eq!(gain(&[0.0; 48_000], 24_000), None);
        assert_eq!(gain(&[], 24_000), None);
    }
}
