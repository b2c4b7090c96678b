//! Lists that somebody typed: paragraphs one under another that begin with the same bullet, or with numbers that count. A program
//! sees paragraphs there; readers see a list, and so must those who hear it.

use super::document::{Block, Inline, List};
use super::runs::is_all_strong;

/// What is typed before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// A bullet.
    Bullet(char),
    /// A number, and what stands behind it.
    Number(u64, char),
}

impl Sign {
    /// Returns whether this sign can come next in the list of another.
    fn follows(self, before: Sign) -> bool {
        match (before, self) {
            (Sign::Bullet(one), Sign::Bullet(other)) => one == other,
            (Sign::Number(one, behind), Sign::Number(other, also)) => behind == also && other == one.saturating_add(1),
            _ => false,
        }
    }
}

/// Makes lists of paragraphs that were typed as lists.
pub fn lists(blocks: Vec<Block>) -> Vec<Block> {
    let signs: Vec<Option<(Sign, usize)>> = blocks.iter().map(sign).collect();
    let goes_on = |at: usize| match (signs.get(at).copied().flatten(), signs.get(at + 1).copied().flatten()) {
        (Some((one, _)), Some((other, _))) => other.follows(one),
        _ => false,
    };
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut open: Option<List> = None;
    for (at, block) in blocks.into_iter().enumerate() {
        let Some((sign, length)) = signs.get(at).copied().flatten().filter(|_| open.is_some() || goes_on(at)) else {
            out.push(block);
            continue;
        };
        let start = if let Sign::Number(number, _) = sign { Some(number) } else { None };
        let mut list = open.take().unwrap_or(List { start, items: Vec::new() });
        list.items.push(vec![without(block, length)]);
        if goes_on(at) {
            open = Some(list);
        } else {
            out.push(Block::List(list));
        }
    }
    out
}

/// Returns the sign that a paragraph begins with, and how many bytes it takes with the blanks behind it.
fn sign(block: &Block) -> Option<(Sign, usize)> {
    let Block::Paragraph(paragraph) = block else { return None };
    let Some(Inline::Text(words)) = paragraph.content.first() else { return None };
    if is_all_strong(&paragraph.content) {
        return None;
    }
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (sign, length) = match words.chars().next()? {
        bullet
            if "\u{2022}\u{2023}\u{25e6}\u{25aa}\u{25ab}\u{25cf}\u{25cb}\u{25a0}\u{b7}\u{2013}\u{2014}-*"
                .contains(bullet) =>
        {
            (Sign::Bullet(bullet), bullet.len_utf8())
        }
        _ if (1..4).contains(&digits) => {
            let (number, rest) = words.split_at(digits);
            let behind = rest.chars().next().filter(|c| matches!(c, '.' | ')'))?;
            (Sign::Number(number.parse().ok()?, behind), digits + 1)
        }
        _ => return None,
    };
    let rest = words.get(length..)?;
    let blanks = rest.len() - rest.trim_start().len();
    let says = !rest.trim().is_empty() || paragraph.content.len() > 1;
    (blanks > 0 && says).then_some((sign, length + blanks))
}

fn without(block: Block, length: usize) -> Block {
    let Block::Paragraph(mut paragraph) = block else { return block };
    if let Some(Inline::Text(words)) = paragraph.content.first_mut() {
        *words = words.get(length..).unwrap_or_default().to_string();
    }
    paragraph.plain = true;
    Block::Paragraph(paragraph)
}

#[cfg(test)]
mod tests {
    use super::lists;
    use crate::import::document::{Block, Inline, Paragraph};

    fn shape(lines: &[&str]) -> Vec<String> {
        let paragraph = |line: &&str| Block::Paragraph(Paragraph::of(vec![Inline::Text((*line).to_string())]));
        let told = |block: Block| match block {
            Block::List(list) => format!("{:?} {}", list.start, list.items.len()),
            _ => "-".to_string(),
        };
        lists(lines.iter().map(paragraph).collect()).into_iter().map(told).collect()
    }

    #[test]
    fn only_lines_that_go_on_with_each_other_are_a_list() {
        assert_eq!(shape(&["You can:", "\u{2022} call", "\u{2022} write", "Or wait."]), ["-", "None 2", "-"]);
        assert_eq!(shape(&["3. call", "4. write", "6. wait"]), ["Some(3) 2", "-"]);
        assert_eq!(shape(&["- one line", "2025 was a year", "1) alone"]), ["-", "-", "-"]);
        assert_eq!(shape(&["-5 degrees", "-6 degrees", "1.5 million", "2.5 million"]), ["-"; 4]);
    }
}
