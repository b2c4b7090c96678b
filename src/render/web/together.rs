//! A page put together: what its template wrote, with the long parts that the writer wrote put in. The template engine only
//! carries a mark for each part, so that it is known which bytes of the page come from which place of an author's file.

use std::ops::Range;

use super::html::SafeHtml;
use crate::diag::Span;

/// What every mark begins with that stands for a part in what a template wrote. No word of an author can hold one: in a
/// page, `<` is written `&lt;`.
const MARK: &str = "<!--handbill:";

/// Puts parts in the place of their marks; returns the page, and which of its bytes come from where.
pub fn together(frame: &str, parts: &[(&'static str, SafeHtml)]) -> (String, Vec<(Range<usize>, Span)>) {
    let long: usize = parts.iter().map(|(_, part)| part.as_str().len()).sum();
    let mut page = String::with_capacity(frame.len() + long);
    let mut spans = Vec::with_capacity(parts.iter().map(|(_, part)| part.spans().len()).sum());
    let mut rest = frame;
    while let Some(at) = rest.find(MARK) {
        page.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((mark, part)) = parts.iter().find(|(mark, _)| rest.starts_with(mark)) else {
            page.push_str(MARK);
            rest = &rest[MARK.len()..];
            continue;
        };
        let by = page.len();
        page.push_str(part.as_str());
        spans.extend(part.spans().iter().map(|(range, span)| (range.start + by..range.end + by, *span)));
        rest = &rest[mark.len()..];
    }
    page.push_str(rest);
    (page, spans)
}
