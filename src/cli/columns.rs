//! Words laid out for a terminal.

/// The width that everything but source lines keeps to, in characters: what a terminal has when nobody changed it.
pub const WIDTH: usize = 80;

/// Returns words broken into lines of at most [`WIDTH`] characters, where no single word is longer: the first line
/// starts with `first`, the others with as many spaces.
pub fn wrapped(first: &str, words: &str) -> String {
    let indent = first.chars().count();
    let mut out = String::from(first);
    let mut at = indent;
    for word in words.split_whitespace() {
        let long = word.chars().count();
        if at > indent && at + 1 + long > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            at = indent;
        } else if at > indent {
            out.push(' ');
            at += 1;
        }
        out.push_str(word);
        at += long;
    }
    out.push('\n');
    out
}

/// Returns a number and its noun, such as `1 page` or `20 pages`.
pub fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, wrapped};

    #[test]
    fn lines_keep_to_the_width() {
        let text = wrapped("1. ", &"word ".repeat(60));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.starts_with("1. word ") && text.contains("\n   word "), "{text}");
        assert_eq!(wrapped("", &"w".repeat(90)).lines().count(), 1);
    }
}
