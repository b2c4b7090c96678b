//! The filters that packed bytes of a PDF pass through, each with a limit to what it may unfold to. Pictures are not decoded.
//! Source: ISO 32000-1:2008, 7.4.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::is_space;

/// How the bytes of a stream were prepared before they were packed. Source: ISO 32000-1:2008, table 8.
#[derive(Clone, Copy, Debug)]
pub struct Predictor {
    /// 1 for not at all, 2 for TIFF's way, 10 and more for PNG's.
    pub kind: i64,
    /// How many bytes a row has.
    pub row: usize,
    /// How many bytes a pixel has, at least 1.
    pub pixel: usize,
}

/// Unpacks bytes by a filter's name, to `most` bytes at most. What is damaged ends where the damage is. Returns nothing for a
/// filter that is not known here, such as a picture's.
pub fn unpack(filter: &[u8], bytes: &[u8], predictor: Predictor, most: usize) -> Option<Vec<u8>> {
    match filter {
        b"FlateDecode" | b"Fl" => Some(restore(inflate(bytes, most), predictor)),
        b"LZWDecode" | b"LZW" => Some(restore(lzw(bytes, most), predictor)),
        b"ASCIIHexDecode" | b"AHx" => Some(hexadecimal(bytes)),
        b"ASCII85Decode" | b"A85" => Some(base85(bytes)),
        b"RunLengthDecode" | b"RL" => Some(runs(bytes, most)),
        _ => None,
    }
}

fn inflate(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    // An error in the middle leaves what was read before it.
    let _ = ZlibDecoder::new(bytes).take(most as u64).read_to_end(&mut out);
    out
}

/// Source: ISO 32000-1:2008, 7.4.4.2; TIFF 6.0, section 13.
fn lzw(bytes: &[u8], most: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // An entry of the table: the entry before its last byte, and that byte.
    let mut table: Vec<(usize, u8)> = Vec::new();
    let (mut out, mut word, mut before) = (Vec::new(), Vec::new(), None);
    let (mut held, mut bits) = (0u32, 0u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        // One entry early, as PDF has it unless it says otherwise.
        let width = match table.len() + 258 + 1 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        if code == END || out.len() >= most {
            break;
        }
        if code == CLEAR {
            table.clear();
            before = None;
            continue;
        }
        word.clear();
        let known = code < table.len() + 258;
        let mut at = if known { code } else { before.unwrap_or(0) };
        while at >= 258 {
            let Some((earlier, last)) = table.get(at - 258) else { return out };
            word.push(*last);
            at = *earlier;
        }
        word.push((at & 0xFF) as u8);
        word.reverse();
        let first = word.first().copied().unwrap_or(0);
        if !known {
            word.push(first);
        }
        if let Some(before) = before
            && table.len() < 4096 - 258
        {
            table.push((before, first));
        }
        out.extend_from_slice(&word);
        before = Some(code.min(table.len() + 257));
    }
    out.truncate(most);
    out
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>').filter_map(|byte| (*byte as char).to_digit(16));
    let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |sum, digit| sum * 16 + digit) << (8 - pair.len() * 4)).collect()
}

fn base85(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut group) = (Vec::new(), Vec::new());
    for byte in bytes.iter().copied().filter(|byte| !is_space(*byte)) {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            out.extend(four(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let held = group.len() - 1;
        group.resize(5, 84);
        out.extend(four(&group).into_iter().take(held));
    }
    out
}

fn four(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}

fn runs(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first() {
        let length = usize::from(*length);
        if length == 128 || out.len() >= most {
            break;
        }
        if length < 128 {
            let (taken, after) = after.split_at((length + 1).min(after.len()));
            out.extend_from_slice(taken);
            rest = after;
        } else {
            let Some((byte, after)) = after.split_first() else { break };
            out.extend(std::iter::repeat_n(*byte, 257 - length));
            rest = after;
        }
    }
    out
}

/// Undoes what was done before packing.
fn restore(bytes: Vec<u8>, predictor: Predictor) -> Vec<u8> {
    let Predictor { kind, row, pixel } = predictor;
    if kind < 2 || row == 0 {
        return bytes;
    }
    if kind == 2 {
        return tiff(bytes, row, pixel);
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0u8; row];
    for line in bytes.chunks(row + 1) {
        let Some((method, line)) = line.split_first() else { break };
        let mut now = vec![0u8; row];
        for (at, byte) in line.iter().enumerate() {
            let left = if at >= pixel { now.get(at - pixel).copied().unwrap_or(0) } else { 0 };
            let corner = if at >= pixel { above.get(at - pixel).copied().unwrap_or(0) } else { 0 };
            let up = above.get(at).copied().unwrap_or(0);
            let added = match method {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            if let Some(now) = now.get_mut(at) {
                *now = byte.wrapping_add(added);
            }
        }
        out.extend_from_slice(now.get(..line.len()).unwrap_or_default());
        above = now;
    }
    out
}

fn tiff(mut bytes: Vec<u8>, row: usize, pixel: usize) -> Vec<u8> {
    for line in bytes.chunks_mut(row) {
        for at in pixel..line.len() {
            let left = line.get(at - pixel).copied().unwrap_or(0);
            if let Some(byte) = line.get_mut(at) {
                *byte = byte.wrapping_add(left);
            }
        }
    }
    bytes
}

/// Source: PNG, second edition, 9.4.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |from: u8| (guess - i16::from(from)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Predictor = Predictor { kind: 1, row: 0, pixel: 1 };

    #[test]
    fn each_filter_gives_back_what_was_packed() {
        let unpacked = |filter: &[u8], bytes: &[u8]| unpack(filter, bytes, PLAIN, 1000);
        // The example of ISO 32000-1:2008, 7.4.4.2.
        let lzw = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(unpacked(b"LZWDecode", &lzw), Some(vec![45, 45, 45, 45, 45, 65, 45, 45, 45, 66]));
        assert_eq!(unpacked(b"ASCIIHexDecode", b"48 6 5 7>"), Some(b"Hep".to_vec()));
        assert_eq!(unpacked(b"ASCII85Decode", b"87cUR\nD]~>"), Some(b"Hello ".to_vec()[..5].to_vec()));
        assert_eq!(unpacked(b"RunLengthDecode", &[1, b'a', b'b', 254, b'c', 128]), Some(b"abccc".to_vec()));
        assert_eq!(unpacked(b"DCTDecode", b"x"), None);
    }

    #[test]
    fn a_bomb_ends_at_the_limit() {
        let mut bomb = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut bomb, &vec![0; 1_000_000]).expect("memory");
        let bomb = bomb.finish().expect("memory");
        assert!(bomb.len() < 2000);
        assert_eq!(unpack(b"FlateDecode", &bomb, PLAIN, 5000).map(|bytes| bytes.len()), Some(5000));
    }

    #[test]
    fn rows_are_restored() {
        let png = Predictor { kind: 12, row: 2, pixel: 1 };
        assert_eq!(restore(vec![0, 1, 2, 2, 1, 1, 1, 5, 1], png), [1, 2, 2, 3, 5, 6]);
        assert_eq!(restore(vec![1, 1, 1], Predictor { kind: 2, row: 3, pixel: 1 }), [1, 2, 3]);
    }
}
