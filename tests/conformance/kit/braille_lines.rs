//! Writes each line of its input in braille, as characters of Unicode, for the judge that compares with liblouis.

use std::io::{self, BufRead, Write};

use handbill::braille;

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", braille::in_unicode(&braille::translate(&line?, &[]).cells))?;
    }
    out.flush()
}
