//! Words into lines of plain text.

/// The longest line, in characters. Source: RFC 2646, 4.1: lines of e-mail that no program breaks anew.
const COLUMNS: usize = 72;

/// What stands at the start of lines: of the first, such as `- `, and of those below it.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    /// Of the next line.
    pub first: String,
    /// Of all lines after it.
    pub rest: String,
}

impl Lead {
    /// Returns what stands there inside an item that starts with a mark: below it as many spaces.
    pub fn item(&self, mark: &str) -> Lead {
        Lead {
            first: format!("{}{mark}", self.first),
            rest: format!("{}{}", self.rest, " ".repeat(mark.chars().count())),
        }
    }

    /// Takes the lead of the next line; what follows has that of the rest.
    fn take(&mut self) -> String {
        std::mem::replace(&mut self.first, self.rest.clone())
    }
}

/// Adds words in lines that are no longer than the limit, if no word is; a line feed in the words starts a new line, and a
/// no-break space holds words together.
pub fn wrap(words: &str, lead: &mut Lead, out: &mut String) {
    for paragraph in words.split('\n') {
        let mut line = lead.take();
        let mut empty = true;
        for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
            if !empty && line.chars().count() + 1 + word.chars().count() > COLUMNS {
                end(&line, out);
                line = lead.take();
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        end(&line, out);
    }
}

fn end(line: &str, out: &mut String) {
    out.push_str(line.replace('\u{a0}', " ").trim_end());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Lead, wrap};

    #[test]
    fn lines_end_before_the_limit_and_hang_below_their_mark() {
        let mut out = String::new();
        let words = "word ".repeat(40) + "01707\u{a0}806100";
        wrap(&words, &mut Lead::default().item("- "), &mut out);
        assert!(out.lines().all(|line| line.chars().count() <= COLUMNS), "{out}");
        let starts: Vec<&str> = out.lines().map(|line| &line[..3]).collect();
        assert_eq!(starts, ["- w", "  w", "  w", "  0"]);
        assert!(out.ends_with("01707 806100\n"));
    }
}
