//! Runs of a document to cells: what stands out, notes by their number, pictures and addresses in words.

use std::borrow::Cow;
use std::ops::Range;

use super::glyph::{Glyphs, held, of_translation};
use crate::braille::{Cell, Form, Grade, Typeform, transcribe};
use crate::model::{Lang, phone};
use crate::render::linear::{Role, Run};

/// Around a note of ours that is not in print. Source: RUEB, 3.27.
pub const NOTE_OPENS: [Cell; 3] = [Cell::of_bits(0b00_1000), Cell::of_bits(0b10_1000), Cell::of_bits(0b10_0011)];
pub const NOTE_CLOSES: [Cell; 3] = [Cell::of_bits(0b00_1000), Cell::of_bits(0b10_1000), Cell::of_bits(0b01_1100)];

/// Writes the words of one document in braille.
pub struct Transcriber<'d> {
    /// The document's language.
    pub lang: &'d Lang,
    /// Whether words are shortened.
    pub grade: Grade,
}

impl Transcriber<'_> {
    /// Returns words of the document's language.
    pub fn words(&self, text: &str) -> Glyphs {
        self.stretch(&with_whole_numbers(text), &[], self.lang)
    }

    /// Returns words as a note of the transcriber's.
    pub fn note(&self, text: &str) -> Glyphs {
        let text = with_whole_numbers(text).into_owned();
        self.written(&Stretch { text, note: true, ..Stretch::new(self.lang) })
    }

    /// Returns running text; each break that the author asked for starts another line.
    pub fn lines(&self, runs: &[Run]) -> Vec<Glyphs> {
        let written = |line: Vec<Stretch>| line.iter().flat_map(|stretch| self.written(stretch)).collect();
        let lines = self.stretches(runs).into_iter().map(written);
        lines.filter(|line: &Glyphs| !line.is_empty()).collect()
    }

    /// Returns running text as it is handed to the code of its language, stretch by stretch; each break that the author asked
    /// for starts another line.
    pub fn stretches(&self, runs: &[Run]) -> Vec<Vec<Stretch>> {
        let mut lines = vec![Vec::new()];
        let mut open = Stretch::new(self.lang);
        for (at, run) in runs.iter().enumerate() {
            let lang = run.lang.as_ref().unwrap_or(self.lang);
            match &run.role {
                Role::Words => self.add(&run.text, run, lang, &mut open, &mut lines),
                // A number is never broken.
                Role::Phone => self.add(&run.text.replace(' ', "\u{a0}"), run, lang, &mut open, &mut lines),
                Role::NoteMark(number) => self.add(&raised(*number), run, lang, &mut open, &mut lines),
                Role::PictureAlt => {
                    self.close(&mut open, &mut lines);
                    let text = with_whole_numbers(&run.text).into_owned();
                    put(&mut lines, Stretch { text, note: true, ..Stretch::new(self.lang) });
                }
                Role::LineBreak => {
                    self.close(&mut open, &mut lines);
                    lines.push(Vec::new());
                }
            }
            // The address of a link of several runs stands after the last.
            let ends = runs.get(at + 1).is_none_or(|next| next.link != run.link);
            if let (Some(link), true) = (&run.link, ends)
                && !link.shown.is_empty()
            {
                open.push(&format!(" ({})", link.shown), &[]);
            }
        }
        self.close(&mut open, &mut lines);
        lines
    }

    /// Returns running text as one line, whatever breaks it has.
    pub fn line(&self, runs: &[Run]) -> Glyphs {
        let mut all = Glyphs::new();
        for line in self.lines(runs) {
            if !all.is_empty() {
                all.extend(self.words(" "));
            }
            all.extend(line);
        }
        all
    }

    fn add(&self, text: &str, run: &Run, lang: &Lang, open: &mut Stretch, lines: &mut [Vec<Stretch>]) {
        if open.lang != *lang {
            self.close(open, lines);
            open.lang = lang.clone();
        }
        let mut forms = Vec::new();
        if run.style.strong {
            forms.push(Typeform::Bold);
        }
        if run.style.emphasis {
            forms.push(Typeform::Italic);
        }
        open.push(text, &forms);
    }

    fn close(&self, open: &mut Stretch, lines: &mut [Vec<Stretch>]) {
        let done = std::mem::replace(open, Stretch::new(self.lang));
        if !done.text.is_empty() {
            put(lines, done);
        }
    }

    fn written(&self, stretch: &Stretch) -> Glyphs {
        let glyphs = self.stretch(&stretch.text, &stretch.forms, &stretch.lang);
        if !stretch.note {
            return glyphs;
        }
        held(&NOTE_OPENS).into_iter().chain(glyphs).chain(held(&NOTE_CLOSES)).collect()
    }

    fn stretch(&self, text: &str, forms: &[Form], lang: &Lang) -> Glyphs {
        of_translation(text, &transcribe(text, forms, &lang.primary(), self.grade))
    }
}

/// A stretch of words in one language.
pub struct Stretch {
    /// The words, as they are handed to a code.
    pub text: String,
    /// What of them stands out.
    pub forms: Vec<Form>,
    /// Their language.
    pub lang: Lang,
    /// Whether they are a note of the transcriber's.
    pub note: bool,
}

impl Stretch {
    fn new(lang: &Lang) -> Stretch {
        Stretch { text: String::new(), forms: Vec::new(), lang: lang.clone(), note: false }
    }

    /// Adds words; those that stand out as the ones before them do are one stretch with them.
    fn push(&mut self, text: &str, typeforms: &[Typeform]) {
        let start = self.text.len();
        self.text.push_str(&with_whole_numbers(text));
        for typeform in typeforms {
            let before = self.forms.iter_mut().rev().find(|form| form.typeform == *typeform && form.range.end == start);
            match before {
                Some(form) => form.range.end = self.text.len(),
                None => self.forms.push(Form { range: start..self.text.len(), typeform: *typeform }),
            }
        }
    }
}

/// Returns words with the spaces inside telephone numbers as ones that do not break.
fn with_whole_numbers(text: &str) -> Cow<'_, str> {
    let digits = |range: &Range<usize>| {
        text.get(range.clone()).map_or(0, |number| number.bytes().filter(u8::is_ascii_digit).count())
    };
    let mut numbers = phone::numbers(text).into_iter().filter(|range| digits(range) >= phone::WHOLE).peekable();
    if numbers.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut from) = (String::with_capacity(text.len() + 8), 0);
    for range in numbers {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(&text.get(range.clone()).unwrap_or_default().replace(' ', "\u{a0}"));
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

fn put(lines: &mut [Vec<Stretch>], stretch: Stretch) {
    if let Some(last) = lines.last_mut() {
        last.push(stretch);
    }
}

/// Returns a note's number as it stands in print: raised.
fn raised(number: usize) -> String {
    let digit = |c: char| match c {
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        _ => c.to_digit(10).and_then(|digit| char::from_u32(0x2070 + digit)).unwrap_or(c),
    };
    number.to_string().chars().map(digit).collect()
}
