//! Templates as text with tags in it: where each tag stands, and the words and signs in it. Tera says whether a template
//! is sound and makes pages of it; this only finds places. Source: Tera 2, "Templates".

use std::ops::Range;

use crate::render::web::stylesheet::end_of_words;

/// A tag of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateTag<'t> {
    /// Whether it is `{% … %}`; otherwise it is `{{ … }}`.
    pub statement: bool,
    /// What stands in it.
    pub tokens: Vec<Token<'t>>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A word or sign of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// What sort it is.
    pub sort: TokenSort,
    /// The word or sign; of words in quotation marks, what stands between them.
    pub text: &'t str,
    /// Where it starts.
    pub at: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenSort {
    /// A name or a keyword.
    Name,
    /// Words in quotation marks.
    Words,
    /// A number.
    Number,
    /// Anything else.
    Sign,
}

/// Signs of more than one character; the longest first.
const SIGNS: [&str; 11] = ["...", "==", "!=", ">=", "<=", "//", "**", "?.", "?[", "</", "/>"];

/// Returns the tags of a template, in order, and the template with every tag and comment blanked out, byte for byte.
pub fn tags(text: &str) -> (Vec<TemplateTag<'_>>, String) {
    let mut tags = Vec::new();
    let mut bare = String::with_capacity(text.len());
    let mut at = 0;
    let mut raw = false;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        bare.push_str(&text[at..open]);
        let kind = text.as_bytes().get(open + 1);
        let (end, tag) = match kind {
            Some(b'#') => (text[open..].find("#}").map_or(text.len(), |end| open + end + 2), None),
            Some(b'%' | b'{') => {
                let closing = if kind == Some(&b'%') { "%}" } else { "}}" };
                let dash = usize::from(text.as_bytes().get(open + 2) == Some(&b'-'));
                let (tokens, end) = tokens(text, open + 2 + dash, closing);
                (end, Some(TemplateTag { statement: closing == "%}", tokens, range: open..end }))
            }
            _ => {
                bare.push('{');
                at = open + 1;
                continue;
            }
        };
        bare.extend(std::iter::repeat_n(BLANK, end - open));
        at = end;
        let Some(tag) = tag else { continue };
        let first = tag.tokens.first().map(|token| token.text);
        match (raw, first) {
            (true, Some("endraw")) => raw = false,
            (false, Some("raw")) if tag.statement => raw = true,
            (true, _) => {}
            (false, _) => tags.push(tag),
        }
    }
    bare.push_str(&text[at..]);
    (tags, bare)
}

/// What stands in place of a tag.
pub const BLANK: char = '\u{1}';

/// Returns the tokens from a place on up to the end of their tag, and where the tag ends.
fn tokens<'t>(text: &'t str, from: usize, closing: &str) -> (Vec<Token<'t>>, usize) {
    let mut tokens = Vec::new();
    let mut at = from;
    let mut braces = 0_usize;
    while at < text.len() {
        let rest = &text[at..];
        let first = rest.chars().next().unwrap_or(' ');
        // A map's own bracket may stand before those of the tag.
        if braces == 0 && (rest.starts_with(closing) || (first == '-' && rest[1..].starts_with(closing))) {
            return (tokens, at + closing.len() + usize::from(first == '-'));
        }
        let (sort, length) = match first {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '"' | '\'' | '`' => {
                let inside = &rest[1..];
                let end = end_of_words(inside, first);
                tokens.push(Token { sort: TokenSort::Words, text: &inside[..end], at: at + 1 });
                at += (end + 2).min(rest.len());
                continue;
            }
            c if c.is_ascii_digit() => {
                let inside = |c: char| c.is_ascii_digit() || c == '_';
                (TokenSort::Number, rest.find(|c| !inside(c)).unwrap_or(rest.len()))
            }
            c if c.is_alphabetic() || c == '_' => {
                let inside = |c: char| c.is_alphanumeric() || c == '_';
                (TokenSort::Name, rest.find(|c| !inside(c)).unwrap_or(rest.len()))
            }
            c => {
                let long = SIGNS.iter().find(|sign| rest.starts_with(**sign)).map(|sign| sign.len());
                (TokenSort::Sign, long.unwrap_or(c.len_utf8()))
            }
        };
        let text = &rest[..length];
        match text {
            "{" => braces += 1,
            "}" => braces = braces.saturating_sub(1),
            _ => {}
        }
        tokens.push(Token { sort, text, at });
        at += length;
    }
    (tokens, text.len())
}

#[cfg(test)]
mod tests {
    use super::tags;

    fn shown(text: &str) -> Vec<String> {
        let (tags, bare) = tags(text);
        assert_eq!(bare.len(), text.len());
        let words =
            |tag: &super::TemplateTag<'_>| tag.tokens.iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        tags.iter().map(words).collect()
    }

    #[test]
    fn tags_are_found_and_blanked_out() {
        assert_eq!(shown("a {{ page.title | safe }} b"), ["page . title | safe"]);
        assert_eq!(shown("{%- if a == \"}}\" -%}x{% endif %}"), ["if a == }}", "endif"]);
        assert_eq!(shown("{# {{ no }} #}{% raw %}{{ no }}{% endraw %}{{ yes }}"), ["yes"]);
        assert_eq!(shown("{ css } {{ {\"a\": 1}.a }}"), ["{ a : 1 } . a"]);
        assert_eq!(shown("{{ never closed"), ["never closed"]);
        assert_eq!(shown("{{ 'é\\'' }} {"), ["é\\'"]);
        assert_eq!(tags("a{{ é }}b").1.matches('\u{1}').count(), "{{ é }}".len());
    }
}
