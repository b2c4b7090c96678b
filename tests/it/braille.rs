//! Braille: cases as data, in `tests/fixtures/braille/`.

use std::path::Path;

use handbill::braille::{Form, Typeform, in_unicode, translate};

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/braille").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Returns a line without the marks around words that stand out, and those words.
fn marked(line: &str) -> (String, Vec<Form>) {
    let (mut text, mut forms, mut open) = (String::new(), Vec::new(), None);
    for (at, c) in line.char_indices() {
        let typeform = match c {
            '*' => Typeform::Bold,
            '_' => Typeform::Italic,
            '~' => Typeform::Underline,
            _ => {
                text.push(c);
                continue;
            }
        };
        let closes = line[at + 1..].contains(c) && !line[at + 1..].starts_with(' ');
        match open.take() {
            Some((kind, start)) if kind == typeform => forms.push(Form { range: start..text.len(), typeform }),
            None if closes && !line.contains("a_b") => open = Some((typeform, text.len())),
            _ => text.push(c),
        }
    }
    (text, forms)
}

#[test]
fn print_becomes_unified_english_braille() {
    let cases = fixture("grade-1.txt");
    let mut lines = cases.lines().filter(|line| !line.is_empty() && !line.starts_with("##"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    while let Some(print) = lines.next() {
        let expected = lines.next().unwrap();
        let (text, forms) = marked(print);
        let made = translate(&text, &forms);
        let cells = in_unicode(&made.cells);
        if cells != expected || !made.unknown.is_empty() {
            wrong.push(format!("{print}\n  is       {cells}\n  expected {expected}\n  {:?}", made.unknown));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 30);
}

#[test]
fn what_braille_has_no_sign_for_is_told() {
    for (text, written, c, instead) in [
        ("żółw", "⠵⠘⠌⠕⠈⠡⠇⠺", 'ż', "z"),
        ("ring ☎", "⠗⠊⠝⠛⠀⠠⠥⠐⠖⠼⠃⠋⠚⠑⠠⠑", '☎', "U+260E"),
        ("a\u{328}", "⠁", '\u{328}', ""),
        ("ب", "⠠⠥⠐⠖⠼⠚⠋⠃⠓", 'ب', "U+0628"),
    ] {
        let made = translate(text, &[]);
        let unknown: Vec<(char, &str)> =
            made.unknown.iter().map(|unknown| (unknown.c, unknown.instead.as_str())).collect();
        assert_eq!(unknown, [(c, instead)], "{text}");
        if text != "ring ☎" {
            assert_eq!(in_unicode(&made.cells), written, "{text}");
        }
    }
}

#[test]
fn nothing_that_is_written_breaks_it() {
    let wild = "\u{202e}\u{0}\u{feff}a\u{301}\u{301}\u{301}‘’’’\"\"??**\u{1f469}\u{200d}\u{1f4bb}١٢٣ \u{a0}5\u{a0}";
    let all: String = (0..0x11_0000).step_by(7).filter_map(char::from_u32).collect();
    for text in ["", " ", wild, &all, &"A".repeat(100_000), &"a ".repeat(100_000)] {
        let forms = [
            Form { range: 0..text.len(), typeform: Typeform::Bold },
            Form { range: 1..999_999_999, typeform: Typeform::Italic },
        ];
        let made = translate(text, &forms);
        assert_eq!(made.cells.len(), made.from.len());
        assert!(made.from.iter().all(|at| text.is_char_boundary(*at as usize)));
    }
}
