//! What a style sheet asks for: other style sheets, pictures, fonts.

use std::ops::Range;

/// Something that a style sheet asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted<'c> {
    /// Its address as it is written.
    pub address: &'c str,
    /// Where that stands, without quotation marks.
    pub range: Range<usize>,
}

/// Returns everything that a style sheet asks for, in order. Comments ask for nothing.
pub fn wanted(css: &str) -> Vec<Wanted<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    // Whether the last word was `@import`, whose words in quotation marks are an address.
    let mut import = false;
    while at < css.len() {
        let rest = &css[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            at += comment.find("*/").map_or(rest.len(), |end| end + 4);
            continue;
        }
        let begins = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if begins("@import") {
            import = true;
            at += "@import".len();
            continue;
        }
        if begins("url(") {
            let (address, range, end) = in_brackets(css, at + "url(".len());
            found.push(Wanted { address, range });
            at = end;
            import = false;
            continue;
        }
        let first = rest.chars().next().unwrap_or(' ');
        if first == '"' || first == '\'' {
            let end = end_of_words(&rest[1..], first);
            if import {
                found.push(Wanted { address: &rest[1..1 + end], range: at + 1..at + 1 + end });
            }
            import = false;
            at += (end + 2).min(rest.len());
            continue;
        }
        import &= first.is_whitespace();
        at += first.len_utf8();
    }
    found
}

fn in_brackets(css: &str, from: usize) -> (&str, Range<usize>, usize) {
    let rest = &css[from..];
    let start = from + (rest.len() - rest.trim_start().len());
    let rest = &css[start..];
    let mark = rest.chars().next().filter(|mark| ['"', '\''].contains(mark));
    let (inside, length) = match mark {
        Some(mark) => (start + 1, end_of_words(&rest[1..], mark)),
        None => (start, rest.find(')').unwrap_or(rest.len())),
    };
    let address = css[inside..inside + length].trim_end();
    let after = inside + length;
    let end = css[after..].find(')').map_or(css.len(), |close| after + close + 1);
    (address, inside..inside + address.len(), end)
}

/// Returns the number of the byte at which words end that stand in quotation marks: that of the closing
/// `mark`, or of their end where nothing closes them.
pub fn end_of_words(inside: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at,
            _ => {}
        }
    }
    inside.len()
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn what_a_style_sheet_asks_for_is_found() {
        let css = "/* url(no.png) */ @import 'a.css' screen; @IMPORT URL(b.css);\n\
                   a { content: \"url(no)\"; background: url( \"c d.png\" ) , url(e.png) }\n@import";
        let found: Vec<(&str, &str)> =
            wanted(css).into_iter().map(|one| (one.address, &css[one.range.clone()])).collect();
        let all = ["a.css", "b.css", "c d.png", "e.png"].map(|name| (name, name));
        assert_eq!(found, all);
        assert_eq!(wanted("a { b: url("), [super::Wanted { address: "", range: 11..11 }]);
    }
}
