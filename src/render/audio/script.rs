//! The script: what somebody reads out, one paragraph in each line.

use std::collections::BTreeSet;

use super::recital::{Paragraph, Recital};

/// Returns a script in UTF-8. An empty line is a short silence, two are a longer one; a name has how it is said behind it, where
/// it stands first.
pub fn write(recital: &Recital) -> String {
    let mut out = String::new();
    let mut told = BTreeSet::new();
    for (at, part) in recital.parts.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for paragraph in [&part.heading].into_iter().chain(&part.paragraphs).filter(|paragraph| !paragraph.is_empty()) {
            line(paragraph, &mut told, &mut out);
            out.push_str("\n\n");
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn line<'r>(paragraph: &'r Paragraph, told: &mut BTreeSet<&'r str>, out: &mut String) {
    for (at, sentence) in paragraph.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        for piece in sentence {
            out.push_str(&piece.words);
            if let Some(say) = &piece.say
                && told.insert(&piece.words)
            {
                out.push_str(&format!(" ({say})"));
            }
        }
    }
}
