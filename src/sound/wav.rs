//! WAV as voices write it: whole, or as a stream whose head does not know how long it is. Source: Microsoft and IBM,
//! "Multimedia Programming Interface and Data Specifications 1.0" (RIFF WAVE); Microsoft, "WAVEFORMATEXTENSIBLE".

/// The rates that are read, in samples a second. Source: chosen; what voices and recorders use lies between.
const RATES: std::ops::RangeInclusive<u32> = 8_000..=192_000;
/// The most channels that are read.
const MOST_CHANNELS: u16 = 8;

/// Sound of one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    /// Samples a second.
    pub rate: u32,
    /// The samples, from −1 to 1.
    pub mono: Vec<f32>,
}

/// How samples are written.
#[derive(Clone, Copy)]
enum Form {
    Unsigned8,
    Signed16,
    Signed24,
    Signed32,
    Float32,
}

impl Form {
    fn bytes(self) -> usize {
        match self {
            Form::Unsigned8 => 1,
            Form::Signed16 => 2,
            Form::Signed24 => 3,
            Form::Signed32 | Form::Float32 => 4,
        }
    }

    fn value(self, bytes: &[u8]) -> f32 {
        match (self, bytes) {
            (Form::Unsigned8, [one, ..]) => (f32::from(*one) - 128.0) / 128.0,
            (Form::Signed16, [low, high, ..]) => f32::from(i16::from_le_bytes([*low, *high])) / 32_768.0,
            // Three bytes are the upper three of four.
            (Form::Signed24, [low, middle, high, ..]) => long(i32::from_le_bytes([0, *low, *middle, *high])),
            (Form::Signed32, [a, b, c, d, ..]) => long(i32::from_le_bytes([*a, *b, *c, *d])),
            (Form::Float32, [a, b, c, d, ..]) => {
                let value = f32::from_le_bytes([*a, *b, *c, *d]);
                if value.is_finite() { value.clamp(-1.0, 1.0) } else { 0.0 }
            }
            _ => 0.0,
        }
    }
}

fn long(value: i32) -> f32 {
    value as f32 / 2_147_483_648.0
}

/// Returns the sound of a WAV file, its channels together; `Err` says why there is none, as the end of a sentence that begins
/// with the program.
///
/// # Errors
///
/// It is no WAV, or of a sort that is not read, or holds no sound.
pub fn read(bytes: &[u8]) -> Result<Samples, &'static str> {
    let body = bytes.strip_prefix(b"RIFF").and_then(|rest| rest.get(4..)).and_then(|rest| rest.strip_prefix(b"WAVE"));
    let mut rest = body.ok_or("wrote something that is not sound in WAV")?;
    let mut format = None;
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, length @ ..] = *head;
        let length = u32::from_le_bytes(length) as usize;
        // A stream says of its samples that they go on for as long as a file can.
        let chunk = after.get(..length.min(after.len())).unwrap_or_default();
        match &[a, b, c, d] {
            b"fmt " => format = Some(form(chunk)?),
            b"data" => {
                let (form, channels, rate) = format.ok_or("wrote WAV that does not say how its samples are written")?;
                return samples(chunk, form, channels, rate);
            }
            _ => {}
        }
        // A chunk of odd length has a byte more behind it.
        rest = after.get(length.saturating_add(length % 2)..).unwrap_or_default();
    }
    Err("wrote WAV without samples")
}

fn form(chunk: &[u8]) -> Result<(Form, u16, u32), &'static str> {
    let cut = "wrote WAV that breaks off";
    let short = |at: usize| Some(u16::from_le_bytes([*chunk.get(at)?, *chunk.get(at + 1)?]));
    let (mut tag, channels, bits) = (short(0).ok_or(cut)?, short(2).ok_or(cut)?, short(14).ok_or(cut)?);
    let rate = u32::from(short(4).ok_or(cut)?) | u32::from(short(6).ok_or(cut)?) << 16;
    // The extensible form names the real one further on.
    if tag == 0xfffe {
        tag = short(24).ok_or(cut)?;
    }
    let form = match (tag, bits) {
        (1, 8) => Form::Unsigned8,
        (1, 16) => Form::Signed16,
        (1, 24) => Form::Signed24,
        (1, 32) => Form::Signed32,
        (3, 32) => Form::Float32,
        _ => return Err("wrote WAV of a sort that is not read: let it write PCM of 16 bits"),
    };
    if !RATES.contains(&rate) || channels == 0 || channels > MOST_CHANNELS {
        return Err(
            "wrote WAV of a sort that is not read: let it write one channel of 16,000 to 48,000 samples a second",
        );
    }
    Ok((form, channels, rate))
}

fn samples(chunk: &[u8], form: Form, channels: u16, rate: u32) -> Result<Samples, &'static str> {
    let one = form.bytes();
    let all = one * usize::from(channels);
    let mono: Vec<f32> = chunk
        .chunks_exact(all)
        .map(|frame| frame.chunks_exact(one).map(|bytes| form.value(bytes)).sum::<f32>() / f32::from(channels))
        .collect();
    if mono.is_empty() { Err("wrote WAV without samples") } else { Ok(Samples { rate, mono }) }
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Returns a WAV of given samples, with the length of its data as it is told.
    fn wav(tag: u16, channels: u16, rate: u32, bits: u16, told: u32, data: &[u8]) -> Vec<u8> {
        let mut out = b"RIFF\0\0\0\0WAVELIST\x03\0\0\0abc\0fmt \x10\0\0\0".to_vec();
        out.extend(tag.to_le_bytes());
        out.extend(channels.to_le_bytes());
        out.extend(rate.to_le_bytes());
        out.extend([0; 6]);
        out.extend(bits.to_le_bytes());
        out.extend(b"data");
        out.extend(told.to_le_bytes());
        out.extend(data);
        out
    }

    #[test]
    fn samples_are_read_as_they_are_written() {
        for (tag, channels, bits, data, expected) in [
            (1, 1, 8, &[0_u8, 128, 192][..], &[-1.0_f32, 0.0, 0.5][..]),
            (1, 1, 16, &[0, 0x40, 0, 0xc0], &[0.5, -0.5]),
            (1, 2, 16, &[0, 0x40, 0, 0], &[0.25]),
            (1, 1, 24, &[0, 0, 0x40], &[0.5]),
            (1, 1, 32, &[0, 0, 0, 0xc0], &[-0.5]),
            (3, 1, 32, &[0, 0, 0, 0x3f, 0, 0, 0xc0, 0x7f], &[0.5, 0.0]),
        ] {
            for told in [u32::try_from(data.len()).unwrap_or_default(), 0x7fff_f000] {
                let read = read(&wav(tag, channels, 22_050, bits, told, data));
                assert_eq!(read.map(|samples| (samples.rate, samples.mono)), Ok((22_050, expected.to_vec())));
            }
        }
    }

    #[test]
    fn what_is_not_sound_is_told() {
        for (bytes, why) in [
            (b"{\"error\": 1}".to_vec(), "not sound in WAV"),
            (Vec::new(), "not sound in WAV"),
            (wav(1, 1, 22_050, 16, 0, &[]), "without samples"),
            (wav(2, 1, 22_050, 4, 2, &[1, 2]), "of a sort that is not read"),
            (wav(1, 0, 22_050, 16, 2, &[1, 2]), "of a sort that is not read"),
            (wav(1, 1, 1, 16, 2, &[1, 2]), "of a sort that is not read"),
            (b"RIFF\0\0\0\0WAVEdata\x02\0\0\0ab".to_vec(), "does not say how"),
            (b"RIFF\0\0\0\0WAVEfmt \x02\0\0\0ab".to_vec(), "breaks off"),
        ] {
            assert!(read(&bytes).is_err_and(|told| told.contains(why)), "{bytes:?}: {:?}", read(&bytes));
        }
    }
}
