//! The bytes of a file to the text of a page. Source: HTML, 13.2.3.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The largest page that is looked at, in bytes. Source: ours.
pub const MOST_BYTES: usize = 16_000_000;

/// How much of a page is searched for its encoding, in bytes. Source: HTML, 13.2.3.2.
const SEARCHED: usize = 1024;

/// Returns the text of a page without its byte order mark.
///
/// # Errors
///
/// It is no page that can be looked at; why, as the end of a sentence.
pub fn text(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > MOST_BYTES {
        return Err(format!("it has more than {} MB", MOST_BYTES / 1_000_000));
    }
    let (encoding, skipped) = encoding(bytes)?;
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(skipped..).unwrap_or(&[]));
    if !text.contains('<') && !text.trim().is_empty() {
        return Err("it is no HTML: it has no tag".to_string());
    }
    Ok(text.into_owned())
}

fn encoding(bytes: &[u8]) -> Result<(&'static Encoding, usize), String> {
    if let Some(known) = Encoding::for_bom(bytes) {
        return Ok(known);
    }
    let start = bytes.get(..SEARCHED).unwrap_or(bytes);
    let (even, odd) = start
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == 0)
        .fold((0, 0), |(even, odd), (at, _)| if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) });
    // A page in UTF-16 without a mark has a zero in every second byte.
    if even + odd > 0 {
        let half = start.len() / 3;
        return match (even, odd) {
            (0, odd) if odd > half => Ok((UTF_16LE, 0)),
            (even, 0) if even > half => Ok((UTF_16BE, 0)),
            _ => Err("it is no HTML: it is a file for programs".to_string()),
        };
    }
    match said(start) {
        Some(name) => match Encoding::for_label(name.as_bytes()) {
            // A page that can be read so far is not in UTF-16, whatever it says.
            Some(found) if found == UTF_16LE || found == UTF_16BE => Ok((UTF_8, 0)),
            Some(found) => Ok((found, 0)),
            None => {
                Err(format!("it says that it is in `{name}`, which nobody knows; write `<meta charset=\"utf-8\">`"))
            }
        },
        None if std::str::from_utf8(bytes).is_ok() => Ok((UTF_8, 0)),
        None => Ok((WINDOWS_1252, 0)),
    }
}

/// Returns the encoding that a page says: `<meta charset="utf-8">`.
fn said(start: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let meta = text.match_indices("<meta").find_map(|(at, _)| {
        let tag = text.get(at..)?.split('>').next()?;
        tag.contains("charset").then_some(tag)
    })?;
    let rest = meta.split_once("charset")?.1.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect();
    (!name.is_empty()).then_some(name)
}
