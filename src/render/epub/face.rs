//! The face that a book brings with it, for words in a script that reading programs may have no face for. It comes whole: to join
//! its letters it needs the tables that a cut face for PDF has no more.

use super::chapter::Chapter;
use crate::model::{FontFile, Site};

/// The face for words in Arabic letters, such as Urdu, by its file's name in `print/fonts/`. Its licence stands in the file
/// itself, as the Open Font License 1.1, 2, asks.
const ARABIC: &str = "NotoNaskhArabic-Regular";

/// Where it stands in a book.
pub const PATH: &str = "faces/NotoNaskhArabic-Regular.ttf";

/// What a style sheet says of it: readers' own choice of a face goes before it, as of all that it says. Source: CSS Fonts 4,
/// `unicode-range`; Unicode's blocks of Arabic letters.
pub const STYLE: &str = "\n@font-face { font-family: \"Book Arabic\"; src: url(\"faces/NotoNaskhArabic-Regular.ttf\"); \
                         unicode-range: U+600-6FF, U+750-77F, U+8A0-8FF, U+FB50-FDFF, U+FE70-FEFF; }\n\
                         :lang(ar), :lang(fa), :lang(ps), :lang(ur) { font-family: \"Book Arabic\", serif; }\n";

/// Returns the face that a book needs; nothing where its words are in other scripts, or the site has not got it.
pub fn needed<'s>(site: &'s Site, chapters: &[Chapter]) -> Option<&'s FontFile> {
    let arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}');
    let is_needed = chapters.iter().any(|chapter| chapter.xhtml.contains(arabic));
    site.fonts.iter().find(|font| is_needed && font.name == ARABIC)
}
