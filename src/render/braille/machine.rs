//! What the machine that builds has for braille, and what it lacks.

use crate::braille::{self, FIRST_RIGHT, Grade};
use crate::diag::{Diagnostic, FindingKind, Severity, Span};
use crate::model::{Embossed, Lang};

/// Braille with contractions is asked for, and there is nothing to make it with.
pub const LIBRARY_MISSING: FindingKind =
    warning("B001", "braille-library-missing", include_str!("problems/library_missing.md"));

/// The library is older than one that writes postcodes right.
pub const LIBRARY_OLD: FindingKind = warning("B002", "braille-library-old", include_str!("problems/library_old.md"));

/// Braille is asked for in a language that nothing here can write.
pub const LANGUAGE_UNKNOWN: FindingKind =
    warning("B003", "braille-language-unknown", include_str!("problems/language_unknown.md"));

/// Every kind of finding here.
pub const KINDS: &[&FindingKind] = &[&LIBRARY_MISSING, &LIBRARY_OLD, &LANGUAGE_UNKNOWN];

const fn warning(code: &'static str, name: &'static str, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity: Severity::Warning, wcag: &[], act: &[], doc }
}

/// Returns the grade in which words of a language can be written here: the one that is asked for, if there is a table of it.
pub fn grade(sheet: &Embossed, lang: &Lang) -> Grade {
    let language = lang.primary();
    if sheet.contracted && braille::has_table(&language, Grade::Contracted) {
        Grade::Contracted
    } else {
        Grade::Uncontracted
    }
}

/// Returns that no braille is made of words in a language, given where it is asked for.
pub fn unknown(lang: &Lang, span: Span) -> Diagnostic {
    let message = format!("no braille is made of this: nothing on this machine writes `{}` in braille", lang.tag());
    let help = "install tables for it, on Debian with `apt-get install liblouis20 liblouis-data`, or take `braille` out of \
                `formats`";
    Diagnostic::new(&LANGUAGE_UNKNOWN, span, message, help)
}

/// Returns what the operator of the machine should know.
pub fn judge(sheet: &Embossed) -> Vec<Diagnostic> {
    let version = braille::library_version();
    told(sheet, version, braille::has_table("en", Grade::Contracted))
}

fn told(sheet: &Embossed, version: Option<(u32, u32, u32)>, has_table: bool) -> Vec<Diagnostic> {
    let Some(span) = sheet.contracted_span.filter(|_| sheet.contracted) else { return Vec::new() };
    let install = "install it, on Debian with `apt-get install liblouis20 liblouis-data`, or write `grade = 1`";
    match version {
        None => {
            let message = "grade 2 needs liblouis, which is not on this machine: grade 1 is written";
            vec![Diagnostic::new(&LIBRARY_MISSING, span, message, install)]
        }
        Some(_) if !has_table => {
            let message = "liblouis on this machine has no table `en-ueb-g2.ctb`: grade 1 is written";
            vec![Diagnostic::new(&LIBRARY_MISSING, span, message, install)]
        }
        Some((major, minor, patch)) if (major, minor, patch) < FIRST_RIGHT => {
            let message = format!(
                "liblouis {major}.{minor}.{patch} writes postcodes and spaced telephone numbers wrongly in grade 2"
            );
            let help = "install 3.29 or newer, or have such numbers read by somebody who reads braille";
            vec![Diagnostic::new(&LIBRARY_OLD, span, message, help)]
        }
        Some(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{told, unknown};
    use crate::diag::{FileId, Span};
    use crate::model::{Embossed, Lang};

    #[test]
    fn a_language_without_a_table_is_told_where_braille_is_asked_for() {
        let span = Span::new(FileId(0), 3, 4);
        let found = unknown(&Lang::parse("ur").expect("a language"), span);
        assert_eq!((found.kind.code, found.span), ("B003", span));
        assert_eq!(found.message, "no braille is made of this: nothing on this machine writes `ur` in braille");
    }

    #[test]
    fn what_the_machine_lacks_is_told_where_it_is_asked_for() {
        let span = Some(Span::new(FileId(0), 3, 4));
        let asked = Embossed { contracted: true, contracted_span: span, ..Embossed::default() };
        let codes = |sheet: &Embossed, version, table| -> Vec<String> {
            told(sheet, version, table).iter().map(|told| format!("{} {}", told.kind.code, told.message)).collect()
        };
        assert_eq!(
            codes(&asked, None, false),
            ["B001 grade 2 needs liblouis, which is not on this machine: grade 1 is written"]
        );
        assert_eq!(
            codes(&asked, Some((3, 30, 0)), false),
            ["B001 liblouis on this machine has no table `en-ueb-g2.ctb`: grade 1 is written"]
        );
        assert_eq!(
            codes(&asked, Some((3, 24, 0)), true),
            ["B002 liblouis 3.24.0 writes postcodes and spaced telephone numbers wrongly in grade 2"]
        );
        assert!(codes(&asked, Some((3, 29, 0)), true).is_empty());
        assert!(codes(&Embossed { contracted: false, ..asked }, None, false).is_empty());
    }
}
