//! Sound of any rate at another one: each new sample is a sum of the old ones around it, weighed by a sinc under a window.
//! Source: J. O. Smith, "Digital Audio Resampling" (band-limited interpolation).

use std::f64::consts::PI;

use super::wav::Samples;

/// How many zero crossings of the sinc stand on each side. Source: chosen; what is heard of it lies 70 dB below.
const CROSSINGS: f64 = 16.0;
/// The part of the band that is kept, so that what the window lets through is not heard. Source: chosen.
const KEPT: f64 = 0.94;

/// Returns the samples at a rate.
pub fn at(samples: &Samples, rate: u32) -> Vec<f32> {
    if samples.rate == rate || rate == 0 || samples.rate == 0 {
        return samples.mono.clone();
    }
    let (from, to) = (u64::from(samples.rate), u64::from(rate));
    let common = divisor(from, to);
    // So many new samples stand differently between the old ones.
    let (step, phases) = (from / common, to / common);
    let cutoff = KEPT * (rate.min(samples.rate) as f64) / f64::from(samples.rate);
    let half = (CROSSINGS / cutoff).ceil();
    let weights: Vec<Vec<f32>> = (0..phases).map(|phase| kernel(phase as f64 / phases as f64, cutoff, half)).collect();
    let count = (samples.mono.len() as u64).saturating_mul(to) / from;
    (0..count)
        .map(|at| {
            let place = at * step;
            let first = (place / phases) as i64 - half as i64 + 1;
            let weights = weights.get((place % phases) as usize).map_or(&[][..], Vec::as_slice);
            let old = |offset: usize| usize::try_from(first + offset as i64).ok().and_then(|at| samples.mono.get(at));
            weights.iter().enumerate().map(|(at, weight)| weight * old(at).copied().unwrap_or_default()).sum()
        })
        .collect()
}

/// Returns the weights of the samples around a place that lies so far behind one of them.
fn kernel(behind: f64, cutoff: f64, half: f64) -> Vec<f32> {
    let weight = |at: f64| {
        let x = at - behind;
        let sinc = if x.abs() < 1e-9 { cutoff } else { (PI * cutoff * x).sin() / (PI * x) };
        // Blackman's window.
        let turn = PI * (x / half).clamp(-1.0, 1.0);
        sinc * (0.42 + 0.5 * turn.cos() + 0.08 * (2.0 * turn).cos())
    };
    let all: Vec<f64> = (0..2 * half as i64).map(|at| weight(at as f64 - half + 1.0)).collect();
    let sum: f64 = all.iter().sum();
    all.into_iter().map(|weight| (weight / sum) as f32).collect()
}

fn divisor(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::at;
    use crate::sound::wav::Samples;

    fn tone(rate: u32, hertz: f64) -> Samples {
        let sample = |at: u32| (f64::from(at) / f64::from(rate) * hertz * std::f64::consts::TAU).sin() as f32;
        Samples { rate, mono: (0..rate).map(sample).collect() }
    }

    #[test]
    fn a_tone_is_the_same_tone_at_another_rate() {
        for rate in [8_000, 16_000, 22_050, 44_100, 48_000] {
            let new = at(&tone(rate, 440.0), 24_000);
            let wanted = tone(24_000, 440.0).mono;
            assert_eq!(new.len(), 24_000);
            let worst = (200..23_800).map(|at| (new[at] - wanted[at]).abs()).fold(0.0, f32::max);
            assert!(worst < 0.002, "{rate}: {worst}");
        }
    }

    #[test]
    fn what_the_new_rate_cannot_hold_is_not_heard() {
        let new = at(&tone(48_000, 15_000.0), 24_000);
        let loudest = new[200..23_800].iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        assert!(loudest < 0.002, "{loudest}");
    }
}
