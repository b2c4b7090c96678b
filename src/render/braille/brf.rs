//! Braille as embossers and displays take it: North American ASCII braille, lines that end in CR and LF, a form feed between
//! pages. Source: BRF as in Braille Formats (BANA, 2016) and the manuals of embossers; it has no standard of its own.

use super::book::Volume;

/// Returns volumes one behind the other as a BRF file.
pub fn write(volumes: &[Volume]) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, page) in volumes.iter().flatten().enumerate() {
        if at > 0 {
            out.push(b'\x0c');
        }
        for line in page {
            out.extend(line.iter().map(|cell| cell.ascii()));
            out.extend(b"\r\n");
        }
    }
    out
}
