//! Text into lines: shaping, direction and line breaking with parley. No hyphenation, no justification; headings are
//! balanced, and the last line of a paragraph is not a lone word where that can be helped.

use std::borrow::Cow;
use std::sync::Arc;

use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontFamily, FontFamilyName, FontWeight, Language, Layout, LineHeight,
    OverflowWrap, StyleProperty,
};

use super::display::{Glyph, GlyphRun};
use super::font::{Faces, Shaper, shapeless};
use super::running_text::RunningText;
use super::style::TextStyle;

/// A line of text.
pub struct Line {
    /// Its height.
    pub height: f32,
    /// Its runs, each with the mark that it belongs to; they start at the left edge, their baselines at the line's top.
    pub runs: Vec<(usize, GlyphRun)>,
}

/// The number that stands for a mark where text has none.
const UNMARKED: u32 = u32::MAX;

/// The share of the measure that a lone last word should reach; below it the lines above are broken earlier.
const LONE_WORD: f32 = 0.35;

/// The share of the measure that a last line of several words should reach.
const SHORT_LINE: f32 = 0.16;

/// The shares of the measure that lines are set to, one after the other, until a lone last word has company.
const DRAWN_IN: [f32; 6] = [0.97, 0.94, 0.91, 0.87, 0.83, 0.78];

/// The most parts of running text that are shaped at once. Each is a style of its own to parley, which numbers styles in
/// 16 bits and stops at 65,535 of them. Source: parley 0.12, `RangedStyleBuilder::finish`.
const MOST_PARTS: usize = 4_096;

/// The most bytes of running text that are shaped at once: about 5,000 words, far more than any paragraph that is read, and
/// few enough for the working space to stay small.
const MOST_BYTES: usize = 32_768;

/// Shapes text and breaks it into lines of at most `width` points. Of text that is much higher than `enough` points, the end
/// is not set.
pub fn set(
    faces: &Faces,
    shaper: &mut Shaper,
    words: &RunningText,
    width: f32,
    style: &TextStyle,
    enough: f32,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = 0..words.text.len();
    while !rest.is_empty() && lines.iter().map(|line| line.height).sum::<f32>() <= enough {
        let (first, end) = (words.part_at(rest.start), stretch(words, rest.start));
        if rest.start == 0 && end == rest.end {
            return set_stretch(faces, shaper, words, width, style);
        }
        let part = words.part(rest.start..end);
        for mut line in set_stretch(faces, shaper, &part, width, style) {
            line.runs.iter_mut().for_each(|(at, _)| *at += first);
            lines.push(line);
        }
        rest.start = if words.text[end..].starts_with('\n') { end + 1 } else { end };
    }
    lines
}

/// Returns how wide text is in points: where a line ends after each word, and where none ends but those that were asked for.
/// Of very long text only the start is measured.
pub fn widths(faces: &Faces, shaper: &mut Shaper, words: &RunningText, style: &TextStyle) -> (f32, f32) {
    if words.text.is_empty() {
        return (0.0, 0.0);
    }
    let end = stretch(words, 0);
    let widths = if end == words.text.len() {
        shape(faces, shaper, words, style).calculate_content_widths()
    } else {
        shape(faces, shaper, &words.part(0..end), style).calculate_content_widths()
    };
    (widths.min, widths.max)
}

/// Returns where the stretch of text that starts at a byte ends: at the text's end, or else, where that is too far, at the
/// last line break, space or letter before.
fn stretch(words: &RunningText, start: usize) -> usize {
    let whole = words.text.len();
    let parts = words.marks.get(words.part_at(start) + MOST_PARTS).map_or(whole, |(range, _)| range.start);
    let most = whole.min(start + MOST_BYTES).min(parts);
    let most = (0..=most).rev().find(|at| words.text.is_char_boundary(*at)).unwrap_or(0);
    if most == whole {
        return whole;
    }
    let text = &words.text[start..most];
    let after = |at: usize| at + 1;
    let end = text.rfind('\n').filter(|at| *at > 0).or(text.rfind(' ').map(after)).unwrap_or(text.len());
    start + end.max(1)
}

fn set_stretch(faces: &Faces, shaper: &mut Shaper, words: &RunningText, width: f32, style: &TextStyle) -> Vec<Line> {
    let mut layout = shape(faces, shaper, words, style);
    let used = break_lines(&mut layout, &words.text, width, style.balanced);
    let alignment = match style.align {
        crate::model::Align::Start => Alignment::Start,
        crate::model::Align::End => Alignment::End,
        crate::model::Align::Centre => Alignment::Center,
    };
    if alignment == Alignment::Start && !style.rtl {
        layout.align(Alignment::Start, AlignmentOptions::default());
        return collect(faces, &layout, words, style, 0.0);
    }
    let room = if alignment == Alignment::Center { (width - used) / 2.0 } else { width - used };
    layout.align(alignment, AlignmentOptions::default());
    collect(faces, &layout, words, style, room)
}

fn shape(faces: &Faces, shaper: &mut Shaper, words: &RunningText, style: &TextStyle) -> Layout<u32> {
    let families: Vec<FontFamilyName<'_>> =
        faces.families().iter().map(|name| FontFamilyName::Named(Cow::Borrowed(name.as_str()))).collect();
    let mut builder = shaper.layouts.ranged_builder(&mut shaper.fonts, &words.text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&families))));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(LineHeight::Absolute(style.size * style.leading));
    builder.push_default(StyleProperty::Brush(UNMARKED));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    let language = |tag: &Arc<str>| Language::parse(tag).ok();
    if let Some(lang) = style.lang.as_ref().and_then(language) {
        builder.push_default(StyleProperty::Locale(Some(lang)));
    }
    if style.bold {
        builder.push_default(FontWeight::BOLD);
    }
    if style.rtl {
        builder.set_base_direction(BaseDirection::Rtl);
    }
    for (at, (range, mark)) in (0u32..).zip(&words.marks) {
        builder.push(StyleProperty::Brush(at), range.clone());
        if mark.bold && !style.bold {
            builder.push(FontWeight::BOLD, range.clone());
        }
        if let Some(lang) = mark.lang.as_ref().and_then(language) {
            builder.push(StyleProperty::Locale(Some(lang)), range.clone());
        }
    }
    builder.build(&words.text)
}

/// Breaks lines and returns the width that they were broken to.
fn break_lines(layout: &mut Layout<u32>, text: &str, width: f32, balanced: bool) -> f32 {
    layout.break_all_lines(Some(width));
    let count = layout.len();
    if count < 2 {
        return width;
    }
    if balanced {
        return balance(layout, width, count);
    }
    if !ends_alone(layout, text, width) {
        return width;
    }
    let least = layout.calculate_content_widths().min;
    for share in DRAWN_IN.into_iter().filter(|share| width * share > least) {
        layout.break_all_lines(Some(width * share));
        if layout.len() > count {
            break;
        }
        if !ends_alone(layout, text, width) {
            return width * share;
        }
    }
    layout.break_all_lines(Some(width));
    width
}

/// Finds the narrowest measure that needs no more lines.
fn balance(layout: &mut Layout<u32>, width: f32, count: usize) -> f32 {
    // Narrower than its longest word, a measure would cut words.
    let (mut low, mut high) = (layout.calculate_content_widths().min.clamp(width * 0.4, width), width);
    while high - low > 2.0 {
        let middle = (low + high) / 2.0;
        layout.break_all_lines(Some(middle));
        if layout.len() > count {
            low = middle;
        } else {
            high = middle;
        }
    }
    layout.break_all_lines(Some(high));
    high
}

fn ends_alone(layout: &Layout<u32>, text: &str, width: f32) -> bool {
    let Some(last) = layout.get(layout.len() - 1) else { return false };
    let words = text.get(last.text_range()).unwrap_or("").trim();
    let metrics = last.metrics();
    let least = if words.contains([' ', '\u{a0}']) { SHORT_LINE } else { LONE_WORD };
    metrics.advance - metrics.hanging_advance < width * least
}

fn collect(faces: &Faces, layout: &Layout<u32>, words: &RunningText, style: &TextStyle, room: f32) -> Vec<Line> {
    let text: Arc<str> = Arc::from(words.text.as_str());
    let mut lines = Vec::with_capacity(layout.len());
    for line in layout.lines() {
        let metrics = *line.metrics();
        let mut pen = metrics.inline_min_coord + metrics.offset + room;
        let baseline = metrics.baseline - metrics.block_min_coord;
        let mut runs = Vec::new();
        for run in line.runs() {
            let Some(face) = faces.by_blob(run.font().data.id()) else { continue };
            let mut setter = Setter {
                face,
                size: run.font_size(),
                baseline,
                text: &text,
                words,
                style,
                open: None,
                runs: &mut runs,
            };
            setter.take(&run, &mut pen);
        }
        lines.push(Line { height: metrics.line_height, runs });
    }
    lines
}

/// Turns one shaped run into runs of one mark each.
struct Setter<'a> {
    face: usize,
    size: f32,
    baseline: f32,
    text: &'a Arc<str>,
    words: &'a RunningText,
    style: &'a TextStyle,
    open: Option<(u32, GlyphRun)>,
    runs: &'a mut Vec<(usize, GlyphRun)>,
}

impl Setter<'_> {
    fn take(&mut self, run: &parley::layout::Run<'_, u32>, pen: &mut f32) {
        // In a run from right to left, the parts of a ligature come before its first character.
        let mut pending: Option<std::ops::Range<usize>> = None;
        for cluster in run.visual_clusters() {
            let mut range = cluster.text_range();
            if cluster.is_ligature_continuation() {
                if run.is_rtl() {
                    pending = Some(pending.take().map_or(range.clone(), |p| range.start..p.end));
                } else if let Some(last) = self.open.as_mut().and_then(|(_, run)| run.glyphs.last_mut()) {
                    last.text.end = short(range.end);
                }
                continue;
            }
            if let Some(parts) = pending.take() {
                range.end = parts.end;
            }
            let mark = cluster.style().brush;
            if self.open.as_ref().is_some_and(|(open, _)| *open != mark) {
                self.close(*pen);
            }
            if self.text.get(range.clone()).is_some_and(|text| text == "\n" || text.chars().all(shapeless)) {
                continue;
            }
            // What no face has was told of and replaced; what is left without a glyph has nothing to show.
            let joined = self.text.get(range.clone()).is_some_and(|text| text.ends_with(shapeless));
            let shown = |glyph: &parley::Glyph| glyph.id != 0 && !(joined && glyph.advance == 0.0);
            for glyph in cluster.glyphs().filter(shown) {
                let start = *pen;
                let run = &mut self
                    .open
                    .get_or_insert_with(|| {
                        (
                            mark,
                            GlyphRun {
                                face: self.face,
                                size: self.size,
                                colour: self.style.colour,
                                x: start,
                                y: self.baseline,
                                width: 0.0,
                                text: Arc::clone(self.text),
                                glyphs: Vec::with_capacity(16),
                            },
                        )
                    })
                    .1;
                let id = u16::try_from(glyph.id).unwrap_or(0);
                run.glyphs.push(Glyph {
                    id,
                    x: *pen - run.x + glyph.x,
                    y: glyph.y,
                    text: short(range.start)..short(range.end),
                });
                *pen += glyph.advance;
            }
        }
        self.close(*pen);
    }

    fn close(&mut self, pen: f32) {
        let Some((mark, mut run)) = self.open.take() else { return };
        run.width = pen - run.x;
        if let Some(colour) = self.words.marks.get(mark as usize).and_then(|(_, mark)| mark.colour) {
            run.colour = colour;
        }
        if mark != UNMARKED && !run.glyphs.is_empty() {
            self.runs.push((mark as usize, run));
        }
    }
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
