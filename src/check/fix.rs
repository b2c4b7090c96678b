//! Which fixes are applied: the safe ones only, and of two that overlap only the first.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, FileId, Fix, Sources};

/// Returns the safe fixes of a text that can be applied together, in the order of their places.
pub fn chosen<'a>(text: &str, fixes: &[&'a Fix]) -> Vec<&'a Fix> {
    choose(text, fixes).into_iter().map(|number| fixes[number]).collect()
}

/// Returns of each finding whether applying all fixes would mend it.
pub fn mends(found: &[Diagnostic], sources: &Sources) -> Vec<bool> {
    let mut by_file: BTreeMap<FileId, Vec<(usize, &Fix)>> = BTreeMap::new();
    for (number, diagnostic) in found.iter().enumerate() {
        if let Some(fix) = &diagnostic.fix {
            by_file.entry(fix.span.file).or_default().push((number, fix));
        }
    }
    let mut mends = vec![false; found.len()];
    for (file, of_file) in by_file {
        let fixes: Vec<&Fix> = of_file.iter().map(|(_, fix)| *fix).collect();
        for chosen in choose(&sources.get(file).text, &fixes) {
            mends[of_file[chosen].0] = true;
        }
    }
    mends
}

/// Returns the numbers of the fixes that can be applied together, in the order of their places.
fn choose(text: &str, fixes: &[&Fix]) -> Vec<usize> {
    let mut safe: Vec<usize> = (0..fixes.len()).filter(|number| fixes[*number].safe).collect();
    safe.sort_by_key(|number| (fixes[*number].span.start, fixes[*number].span.end));
    let mut at = 0;
    safe.retain(|number| {
        let (start, end) = (fixes[*number].span.start as usize, fixes[*number].span.end as usize);
        let fits = text.get(at..start).is_some() && text.get(start..end).is_some();
        at = if fits { end } else { at };
        fits
    });
    safe
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use crate::diag::{FileId, Fix, Span};

    #[test]
    fn safe_fixes_are_chosen_once_and_in_order() {
        let fix =
            |start, end, text: &str, safe| Fix { span: Span::new(FileId(0), start, end), text: text.into(), safe };
        let fixes = [fix(8, 12, "4 May", true), fix(0, 2, "By", true), fix(1, 3, "x", true), fix(3, 7, "y", false)];
        let fixes: Vec<&Fix> = fixes.iter().collect();
        let texts: Vec<&str> = chosen("by late 4th.", &fixes).iter().map(|fix| fix.text.as_str()).collect();
        assert_eq!(texts, ["By", "4 May"]);
    }
}
