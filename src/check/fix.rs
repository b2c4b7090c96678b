//! Applying fixes: the safe ones only, and of two that overlap only the first.

use crate::diag::Fix;

/// Returns a text with its safe fixes applied, and how many they were.
pub fn apply(text: &str, fixes: &[&Fix]) -> (String, usize) {
    let mut safe: Vec<&&Fix> = fixes.iter().filter(|fix| fix.safe).collect();
    safe.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut out = String::with_capacity(text.len());
    let (mut at, mut applied) = (0, 0);
    for fix in safe {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        let Some(before) = text.get(at..start).filter(|_| text.get(start..end).is_some()) else { continue };
        out.push_str(before);
        out.push_str(&fix.text);
        at = end;
        applied += 1;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    (out, applied)
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::diag::{FileId, Fix, Span};

    #[test]
    fn safe_fixes_are_applied_once_and_in_order() {
        let fix =
            |start, end, text: &str, safe| Fix { span: Span::new(FileId(0), start, end), text: text.into(), safe };
        let fixes = [fix(8, 12, "4 May", true), fix(0, 2, "By", true), fix(1, 3, "x", true), fix(3, 7, "y", false)];
        let fixes: Vec<&Fix> = fixes.iter().collect();
        assert_eq!(apply("by late 4th.", &fixes), ("By late 4 May".to_string(), 2));
    }
}
