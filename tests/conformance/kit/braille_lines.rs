//! Writes each line of its input in braille, as characters of Unicode, for the judge that compares with liblouis. Behind a
//! tab may stand what is set apart, by characters: `one bold word<tab>bold:4-8`.

use std::io::{self, BufRead, Write};

use handbill::braille::{self, Form, Typeform};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (text, forms) = line.split_once('\t').unwrap_or((&line, ""));
        let forms: Vec<Form> = forms.split(',').filter_map(|form| self::form(text, form)).collect();
        writeln!(out, "{}", braille::in_unicode(&braille::translate(text, &forms).cells))?;
    }
    out.flush()
}

/// Returns what is set apart in a text; nothing where there is no such form.
fn form(text: &str, form: &str) -> Option<Form> {
    let (name, range) = form.split_once(':')?;
    let typeform = match name {
        "bold" => Typeform::Bold,
        "italic" => Typeform::Italic,
        "underline" => Typeform::Underline,
        _ => return None,
    };
    let (start, end) = range.split_once('-')?;
    let byte = |at: &str| {
        let at: usize = at.parse().ok()?;
        Some(text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte))
    };
    Some(Form { range: byte(start)?..byte(end)?, typeform })
}
