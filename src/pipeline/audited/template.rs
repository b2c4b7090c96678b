//! Which place of which template wrote an element of a finished page. Templates keep no places, so it is found by what is
//! written there: the element's start tag, and what stands around it.

use crate::diag::{FileId, Span};
use crate::model::Theme;

/// How many bytes before and after an element are compared. Source: ours; more than one line of a template.
const COMPARED: usize = 200;

/// How many bytes must be the same around a start tag that has no attribute of its own. Source: ours.
const LEAST_AROUND: usize = 6;

/// Returns where a template, or one that it is based on or brings in, writes the element that stands at a place of a page: its
/// start tag, or only the file where several
/// places of it may have written it. Nothing where no template has it, or several may.
pub(super) fn place(theme: &Theme, entry: &str, page: &str, at: usize) -> Option<Span> {
    let start = page.as_bytes().get(..=at)?.iter().rposition(|byte| *byte == b'<')?;
    let (before, after) = (page.get(..start)?, page.get(start..)?);
    let length = name_length(after.get(1..)?);
    let opening = after.get(..=length).filter(|_| length > 0)?;
    let mut best: Vec<Span> = Vec::new();
    let mut most = 0;
    for (text, file) in chain(theme, entry) {
        for (from, _) in text.match_indices(opening) {
            let Some((range, alike)) = alike((text, from), (before, after), opening.len()) else { continue };
            if alike > most {
                best.clear();
                most = alike;
            }
            if alike == most {
                best.push(Span::new(file, from, from + range));
            }
        }
    }
    match best.as_slice() {
        [one] => Some(*one),
        [first, others @ ..] if others.iter().all(|other| other.file == first.file) => Some(Span::whole(first.file)),
        _ => None,
    }
}

/// Returns a template and all that it names, with their files.
fn chain<'t>(theme: &'t Theme, entry: &str) -> Vec<(&'t str, FileId)> {
    let all = theme.sources.iter().filter_map(|(path, file)| {
        let name = path.strip_prefix("templates/")?;
        Some((name, std::str::from_utf8(theme.files.get(path)?).ok()?, *file))
    });
    let all: Vec<(&str, &str, FileId)> = all.collect();
    let mut chain: Vec<&(&str, &str, FileId)> = all.iter().filter(|(name, ..)| *name == entry).collect();
    let mut at = 0;
    while let Some((_, text, _)) = chain.get(at) {
        at += 1;
        let named = all.iter().filter(|(name, ..)| text.contains(&format!("\"{name}\"")));
        let new: Vec<_> = named.filter(|one| !chain.iter().any(|known| known.0 == one.0)).collect();
        chain.extend(new);
    }
    chain.into_iter().map(|(_, text, file)| (*text, *file)).collect()
}

/// Returns how long the start tag at a place of a template is, and how much it and what stands around it is like that of a page;
/// nothing where it cannot have written it.
fn alike((text, from): (&str, usize), (before, after): (&str, &str), opening: usize) -> Option<(usize, usize)> {
    let (above, rest) = (text.get(..from)?, text.get(from..)?);
    let more = rest.as_bytes().get(opening)?;
    if more.is_ascii_alphanumeric() || *more == b'-' {
        return None;
    }
    let pairs = rest.bytes().zip(after.bytes()).take(COMPARED);
    let same = pairs.take_while(|(own, other)| own == other).count();
    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
    let filled_in = rest.get(same..).is_some_and(|rest| rest.starts_with("{{") || rest.starts_with("{%"));
    let pairs = above.bytes().rev().zip(before.bytes().rev()).take(COMPARED);
    let leading = pairs.take_while(|(own, other)| own == other).count();
    let attributes = same > opening + 1 && end > opening + 1;
    // The name of a file of the theme is another once it is published, so that a tag may differ where the rest is the same.
    let begun = leading + same.saturating_sub(end) >= LEAST_AROUND;
    let whole = same >= end || filled_in;
    let fits = if attributes { whole || begun } else { whole && begun };
    fits.then_some((end, same + leading))
}

fn name_length(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::place;
    use crate::diag::FileId;
    use crate::model::Theme;

    const BASE: &str = "</head>\n<body{% if page.class %} class=\"{{ page.class }}\"{% endif %}>\n<p>Welcome to us</p>\n\
                        <a class=\"skip\" href=\"#main\"{{ frame.mark }}>{{ frame.said.skip }}</a>\n<ul>{% for a in b %}<li>{{ a }}</li>{% endfor %}</ul>\n";

    #[test]
    fn an_element_is_found_in_the_template_that_writes_it() {
        let theme = Theme {
            name: "t".to_string(),
            files: BTreeMap::from([("templates/base.html".to_string(), Arc::from(BASE.as_bytes()))]),
            own_templates: true,
            sources: BTreeMap::from([("templates/base.html".to_string(), FileId(3))]),
        };
        let page = "</head>\n<body class=\"x\">\n<p>Welcome to us</p>\n<a class=\"skip\" href=\"#main\" lang=\"en\">Skip</a>\n<p>Words</p><b>x</b>";
        let found = |wanted: &str| {
            let span = place(&theme, "base.html", page, page.find(wanted)?)?;
            BASE.get(span.start as usize..span.end as usize)
        };
        assert_eq!(found("<body"), Some("<body{% if page.class %} class=\"{{ page.class }}\"{% endif %}>"));
        assert_eq!(found("href=\"#main\""), Some("<a class=\"skip\" href=\"#main\"{{ frame.mark }}>"));
        assert_eq!(found("<p>Welcome"), Some("<p>"));
        assert_eq!(found("<p>Words"), None);
        assert_eq!(found("<b>"), None);
    }
}
