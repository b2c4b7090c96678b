//! Copyfit: the largest type in which a title fits its room without a word being broken.

use crate::render::print::flow::Composer;
use crate::render::print::style::TextStyle;

/// The size at which words are measured; widths grow with it.
const MEASURED: f32 = 100.0;

/// The step from one size that is tried to the next.
const STEP: f32 = 0.97;

/// Line height over size, as titles are set.
const LEADING: f32 = 1.2;

/// Returns the largest size between `least` and `most`, in points, in which a title takes at most `room` points of height
/// in lines of `width` points; `least` where none is small enough.
pub fn largest(composer: &mut Composer<'_>, title: &str, width: f32, room: f32, (least, most): (f32, f32)) -> f32 {
    let style = composer.style.display(MEASURED);
    let mut wide = |text: &str| on_one_line(composer, text, &style) / MEASURED;
    let space = (wide("n n") - wide("nn")).max(0.0);
    let words: Vec<f32> = title.split([' ', '\n']).filter(|word| !word.is_empty()).map(&mut wide).collect();
    let mut size = most;
    while size > least {
        let lines = lines(&words, space, width / size);
        if lines.is_some_and(|lines| lines * LEADING * size <= room) {
            return size;
        }
        size *= STEP;
    }
    least
}

/// Returns how wide a text is on one line, in points.
pub fn on_one_line(composer: &mut Composer<'_>, text: &str, style: &TextStyle) -> f32 {
    let measure = composer.measure(f32::MAX / 4.0);
    composer.artifact(text, &measure, style).1
}

/// Returns how many lines words fill, given widths at a size of 1; nothing where a word is wider than a line.
fn lines(words: &[f32], space: f32, width: f32) -> Option<f32> {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in words {
        if *word > width {
            return None;
        }
        let next = if used == 0.0 { *word } else { used + space + word };
        if next > width {
            lines += 1.0;
            used = *word;
        } else {
            used = next;
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn words_fill_lines_and_none_is_broken() {
        assert_eq!(lines(&[3.0, 3.0, 3.0], 1.0, 7.0), Some(2.0));
        assert_eq!(lines(&[3.0, 8.0], 1.0, 7.0), None);
        assert_eq!(lines(&[], 1.0, 7.0), Some(1.0));
    }
}
