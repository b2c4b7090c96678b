//! The system's liblouis, found when the program runs: braille with contractions, and in languages other than English. It is
//! no part of this program, and under another licence (LGPL-2.1-or-later): whoever has it can replace it.
#![allow(unsafe_code, reason = "liblouis is a C library. Each call below says why what it is given is right")]

use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_ushort, c_void};
use std::sync::{Mutex, OnceLock, PoisonError};

use libloading::{Library, Symbol};

use super::cell::Cell;
use super::english::Translation;
use super::typeform::{Form, Typeform};

/// The names that the library has on the systems that there are.
const NAMES: &[&str] = if cfg!(windows) {
    &["liblouis.dll"]
} else if cfg!(target_os = "macos") {
    &["liblouis.20.dylib", "liblouis.dylib", "/opt/homebrew/lib/liblouis.dylib", "/usr/local/lib/liblouis.dylib"]
} else {
    &["liblouis.so.20", "liblouis.so"]
};

/// What comes out are characters of the block Braille Patterns, and nothing stands for what a table lacks. Source: liblouis,
/// 5.4 and 5.5, `dotsIO`, `ucBrl` and `noUndefined`.
const MODE: c_int = 4 | 64 | 128;

/// The most bytes that are translated at once: a whole page in one paragraph is divided between words.
const AT_ONCE: usize = 4000;

type Translate = unsafe extern "C" fn(
    *const c_char,
    *const c_void,
    *mut c_int,
    *mut c_void,
    *mut c_int,
    *mut c_ushort,
    *mut c_char,
    *mut c_int,
    *mut c_int,
    *mut c_int,
    c_int,
) -> c_int;

/// The library, ready for use.
pub struct Liblouis {
    library: Library,
    /// Its version, such as 3.24.0.
    pub version: (u32, u32, u32),
    /// How many bytes one of its characters has: 2 or 4.
    width: usize,
}

static FOUND: OnceLock<Option<Liblouis>> = OnceLock::new();

/// It keeps its tables in one place for all threads, and says that only one may be in it at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Returns the library, where the system has it.
pub fn find() -> Option<&'static Liblouis> {
    FOUND.get_or_init(Liblouis::load).as_ref()
}

/// Takes what the library says, which it would write to the standard error otherwise.
unsafe extern "C" fn silence(_: c_uint, _: *const c_char) {}

impl Liblouis {
    fn load() -> Option<Liblouis> {
        // SAFETY: the names are fixed, and the system looks for them where it keeps its libraries. What runs while one is loaded
        // is the system's, as for every library that the program itself is linked with.
        let library = NAMES.iter().find_map(|name| unsafe { Library::new(name) }.ok())?;
        let mut found = Liblouis { library, version: (0, 0, 0), width: 2 };
        // SAFETY: the three functions are declared as in `liblouis.h`. The version is a constant string that ends in a zero byte.
        unsafe {
            let version: Symbol<'_, unsafe extern "C" fn() -> *const c_char> =
                found.library.get(b"lou_version\0").ok()?;
            let text = version();
            if text.is_null() {
                return None;
            }
            let numbers = version_of(CStr::from_ptr(text).to_str().ok()?);
            let width: Symbol<'_, unsafe extern "C" fn() -> c_int> = found.library.get(b"lou_charSize\0").ok()?;
            let width = usize::try_from(width()).ok().filter(|width| matches!(width, 2 | 4))?;
            type Log = unsafe extern "C" fn(c_uint, *const c_char);
            let log: Symbol<'_, unsafe extern "C" fn(Log)> = found.library.get(b"lou_registerLogCallback\0").ok()?;
            log(silence);
            (found.version, found.width) = (numbers, width);
        }
        Some(found)
    }

    /// Returns whether the library finds a table, such as `en-ueb-g2.ctb`, and can read it.
    pub fn has(&self, table: &str) -> bool {
        let Ok(table) = CString::new(table) else { return false };
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: declared as in `liblouis.h`; the name ends in a zero byte and lives until the call is over.
        unsafe {
            let check: Result<Symbol<'_, unsafe extern "C" fn(*const c_char) -> c_int>, _> =
                self.library.get(b"lou_checkTable\0");
            check.is_ok_and(|check| check(table.as_ptr()) != 0)
        }
    }

    /// Returns a text in the code of a table; nothing where the library cannot do it.
    pub fn translate(&self, table: &str, text: &str, forms: &[Form]) -> Option<Translation> {
        let mut whole = Translation::default();
        let mut from = 0;
        while from < text.len() {
            let to = part(text, from);
            let cells = self.part(table, text.get(from..to)?, from, forms)?;
            for (cell, at) in cells {
                whole.cells.push(cell);
                whole.from.push(u32::try_from(from + at).unwrap_or(u32::MAX));
            }
            from = to;
        }
        Some(whole)
    }

    /// Translates a part that starts at a byte; returns each cell with the byte of the part that it is written for.
    fn part(&self, table: &str, text: &str, start: usize, forms: &[Form]) -> Option<Vec<(Cell, usize)>> {
        let table = CString::new(table).ok()?;
        let (mut units, mut places): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
        for (at, c) in text.char_indices() {
            // Older versions do not know the space that does not break.
            let c = if c == '\u{a0}' && self.version < (3, 29, 0) { ' ' } else { c };
            let mut pair = [0_u16; 2];
            let before = units.len();
            match self.width {
                2 => units.extend(c.encode_utf16(&mut pair).iter().map(|unit| u32::from(*unit))),
                _ => units.push(u32::from(c)),
            }
            places.extend(std::iter::repeat_n(at, units.len() - before));
        }
        let room = units.len() * 8 + 64;
        let mut typeforms = vec![0_u16; room];
        for (place, typeform) in places.iter().zip(&mut typeforms) {
            for form in forms.iter().filter(|form| form.range.contains(&(start + place))) {
                *typeform |= match form.typeform {
                    Typeform::Italic => 1,
                    Typeform::Underline => 2,
                    Typeform::Bold => 4,
                };
            }
        }
        let (mut read, mut written) = (c_int::try_from(units.len()).ok()?, c_int::try_from(room).ok()?);
        let mut positions = vec![0 as c_int; room];
        let mut out_positions = vec![0 as c_int; room];
        // A vector of `u32` is aligned for either width.
        let mut source = packed(&units, self.width);
        source.push(0);
        let mut target = vec![0_u32; room];
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: declared as in `liblouis.h`. The input has `read` characters of the width that the library asked for; the output,
        // the typeforms and both lists of positions have room for `written` of theirs; all live until the call is over.
        // Null is allowed for the spacing and the cursor.
        let done = unsafe {
            let translate: Symbol<'_, Translate> = self.library.get(b"lou_translate\0").ok()?;
            translate(
                table.as_ptr(),
                source.as_ptr().cast(),
                &mut read,
                target.as_mut_ptr().cast(),
                &mut written,
                typeforms.as_mut_ptr(),
                std::ptr::null_mut(),
                out_positions.as_mut_ptr(),
                positions.as_mut_ptr(),
                std::ptr::null_mut(),
                MODE,
            )
        };
        let all_read = usize::try_from(read).is_ok_and(|read| read == units.len());
        if done == 0 || !all_read {
            return None;
        }
        let target: Vec<u8> = target.iter().flat_map(|word| word.to_ne_bytes()).collect();
        let written = usize::try_from(written).ok()?.min(room);
        let cells = target.chunks(self.width).take(written).zip(&positions).map(|(unit, position)| {
            let value = match *unit {
                [a, b] => u32::from(u16::from_ne_bytes([a, b])),
                [a, b, c, d] => u32::from_ne_bytes([a, b, c, d]),
                _ => 0,
            };
            let place = usize::try_from(*position).ok().and_then(|position| places.get(position)).copied();
            // Dots 7 and 8, and marks of the library's own, are above the six.
            (Cell::of_bits((value & 63) as u8), place.unwrap_or(0))
        });
        Some(cells.collect())
    }
}

/// Returns characters one behind the other, each of 2 or 4 bytes, as the library reads them.
fn packed(units: &[u32], width: usize) -> Vec<u32> {
    if width == 4 {
        return units.to_vec();
    }
    let half = |unit: Option<&u32>| (unit.copied().unwrap_or(0) as u16).to_ne_bytes();
    let pair = |pair: &[u32]| {
        let ([a, b], [c, d]) = (half(pair.first()), half(pair.get(1)));
        u32::from_ne_bytes([a, b, c, d])
    };
    units.chunks(2).map(pair).collect()
}

/// Returns where the part that starts at a byte ends: at the end of a word, if one is near.
fn part(text: &str, from: usize) -> usize {
    if text.len() - from <= AT_ONCE {
        return text.len();
    }
    let most = (from + AT_ONCE..).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let here = text.get(from..most).unwrap_or_default();
    here.rfind(' ').filter(|at| *at > 0).map_or(most, |at| from + at + 1)
}

/// Returns the numbers of a version such as `3.24.0`.
fn version_of(text: &str) -> (u32, u32, u32) {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).map(|number| number.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    (next(), next(), next())
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, part, version_of};

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert_eq!(version_of("3.24.0"), (3, 24, 0));
        assert!(version_of("3.9.1") < version_of("3.29.0"));
        assert_eq!(version_of("odd"), (0, 0, 0));
    }

    #[test]
    fn a_long_text_is_divided_between_words() {
        let text = "word ".repeat(2000);
        let first = part(&text, 0);
        assert!(first <= AT_ONCE && text[..first].ends_with(' '));
        let whole = "é".repeat(5000);
        let first = part(&whole, 0);
        assert!(whole.is_char_boundary(first) && first > 0);
        assert_eq!(part("short", 0), 5);
    }
}
