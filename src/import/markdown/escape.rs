//! Words that must stay words: what Markdown would take for a mark gets a backslash, and nothing else does. Source: CommonMark
//! 0.31.2, 2.4; GitHub Flavored Markdown, tables and strikethrough; the directives of Handbill.

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In a paragraph or an item.
    Line,
    /// In a heading.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// Returns words with backslashes. `starts` says whether they stand at the start of a line.
pub fn escaped(words: &str, spot: Spot, starts: bool) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let letters: Vec<char> = words.chars().collect();
    let near = |at: usize| letters.get(at).copied();
    for (at, c) in letters.iter().copied().enumerate() {
        let before = at.checked_sub(1).and_then(near);
        let after = near(at + 1);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let marked = match c {
            '\\' | '`' => true,
            '*' => !(before == Some(' ') && after == Some(' ')),
            '_' => !(is_word(before) && is_word(after)),
            '~' => after.is_none_or(|after| !after.is_whitespace()),
            '[' => after == Some('^'),
            ']' => matches!(after, Some('(' | '[' | ':' | '{')),
            '<' => after.is_some_and(|after| after.is_alphabetic() || matches!(after, '/' | '!' | '?')),
            '&' => is_entity(&letters, at),
            '|' => spot == Spot::Cell,
            '{' => spot == Spot::Heading && letters.last() == Some(&'}'),
            _ => false,
        };
        if marked {
            out.push('\\');
        }
        out.push(c);
    }
    if starts && spot == Spot::Line { at_start(out) } else { out }
}

/// Source: HTML Living Standard, 13.5: a name of letters and digits, or a number, up to a semicolon.
fn is_entity(letters: &[char], at: usize) -> bool {
    let rest = letters.get(at + 1..).unwrap_or_default();
    let name = rest.iter().take(32).take_while(|c| c.is_ascii_alphanumeric() || **c == '#').count();
    name > 1 && rest.get(name) == Some(&';')
}

/// Keeps the start of a line from being a heading, a list, a quotation, a break, a term's meaning or a directive.
fn at_start(line: String) -> String {
    let first = line.chars().next();
    let rest = line.get(1..).unwrap_or_default();
    let ends_mark = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let one_sort = |mark: char| line.trim_end().chars().all(|c| c == mark || c == ' ');
    let marked = match first {
        Some('#') => ends_mark(line.trim_start_matches('#')),
        Some('>' | '|') => true,
        Some(mark @ ('-' | '+')) => ends_mark(rest) || one_sort(mark),
        Some('=') => one_sort('='),
        Some(':') => ends_mark(rest) || rest.starts_with("::"),
        _ => false,
    };
    if marked {
        return format!("\\{line}");
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.get(digits..).unwrap_or_default();
    if (1..10).contains(&digits) && after.starts_with(['.', ')']) && ends_mark(after.get(1..).unwrap_or_default()) {
        let (number, rest) = line.split_at(digits);
        return format!("{number}\\{rest}");
    }
    line
}

/// Returns what a remark says as a comment that no reader is shown.
pub fn comment(words: &str, spot: Spot) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    while line.contains("--") {
        line = line.replace("--", "\u{2013}");
    }
    if spot == Spot::Cell {
        line = line.replace('|', "/");
    }
    format!("<!-- {} -->", line.trim_end_matches('-').trim_end())
}

/// Returns a link's address as Markdown has it.
pub fn address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.trim().chars() {
        match c {
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '"' => out.push_str("%22"),
            c if c.is_control() || c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Spot, comment, escaped};

    #[test]
    fn only_what_would_be_a_mark_gets_a_backslash() {
        for (words, expected) in [
            ("5 * 3 = 15", "5 * 3 = 15"),
            ("a *star*", "a \\*star\\*"),
            ("file_name and _this_", "file_name and \\_this\\_"),
            ("# 1 choice", "\\# 1 choice"),
            ("#hashtag", "#hashtag"),
            ("1. first", "1\\. first"),
            ("1.5 million", "1.5 million"),
            ("- dash", "\\- dash"),
            ("-5 degrees", "-5 degrees"),
            ("---", "\\---"),
            (":::warning", "\\:::warning"),
            ("[insert name]", "[insert name]"),
            ("[a](b)", "[a\\](b)"),
            ("R&D; Q&A", "R&D; Q&A"),
            ("&copy; and &#8238;", "\\&copy; and \\&#8238;"),
            ("<b> and 1 < 2", "\\<b> and 1 < 2"),
        ] {
            assert_eq!(escaped(words, Spot::Line, true), expected);
        }
        assert_eq!(escaped("a | b", Spot::Cell, true), "a \\| b");
    }

    #[test]
    fn a_remark_cannot_end_its_comment() {
        assert_eq!(comment("a --> b\n---- c -", Spot::Line), "<!-- a \u{2013}> b \u{2013}\u{2013} c -->");
    }
}
