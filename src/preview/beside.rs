//! The braille of a page beside its words, cell by cell, with the signs among the letters named: for people who see and do not
//! read braille.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use handbill::braille::{Says, Typeform};
use handbill::render::braille::beside::{Group, Meaning, Passage, Word};
use handbill::words::{Lang, Said};

use super::dots::{BRAILLE, CELLS};
use super::inject::OWN;
use super::markup::escaped;
use super::messages::Messages;
use super::shelf::State;

/// How many words one page shows. Source: our own; a browser draws them at once.
const MOST: usize = 1_500;

/// Returns the page that shows the words of a braille file, from a word on that the query names (`from=1500`); nothing where
/// there is none.
pub fn page(state: &State, name: &str, query: &str) -> Option<String> {
    let path = name.strip_prefix(CELLS).filter(|path| path.ends_with(".brf"))?;
    let passages = state.beside(path);
    let count: usize = passages.iter().map(|passage| passage.words.len()).sum();
    if count == 0 {
        return None;
    }
    let from = query.strip_prefix("from=").and_then(|from| from.parse::<usize>().ok()).unwrap_or(0);
    let messages = state.messages();
    let of = &messages.of;
    let (attributes, title) = (messages.attributes(), escaped(&of.cells));
    let mut html = format!(
        "<!doctype html><html {attributes}><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – Handbill</title>\
         <link rel=\"stylesheet\" href=\"{OWN}preview.css\"><link rel=\"stylesheet\" href=\"{OWN}list.css\">\
         <link rel=\"stylesheet\" href=\"{OWN}room.css\"></head>\
         <body><header><p><a href=\"/\">{}</a> <a href=\"{OWN}{BRAILLE}{}\">{}</a></p></header><main><h1>{}</h1>\
         <p dir=\"ltr\">{}</p>",
        messages.html(&of.back),
        escaped(path),
        messages.html(&of.braille),
        messages.html(&of.cells),
        escaped(path),
    );
    html.push_str(&drawings(&passages));
    let (mut at, mut lang) = (0, None);
    for passage in &passages {
        let words = passage.words.iter().skip(from.saturating_sub(at));
        let words: Vec<&Word> = words.take((from + MOST).saturating_sub(at.max(from))).collect();
        at += passage.words.len();
        shown(&mut html, passage.level, &words, &mut lang, &messages);
    }
    if from + MOST < count {
        let address = format!("{OWN}{CELLS}{}?from={}", escaped(path), from + MOST);
        let _ = write!(html, "<p class=\"more\"><a href=\"{address}\">{}</a></p>", messages.html(&of.cells_more));
    }
    html.push_str("</main></body></html>");
    Some(html)
}

/// Returns each cell that is used as a drawing to be used again.
fn drawings(passages: &[Passage]) -> String {
    let groups = passages.iter().flat_map(|passage| &passage.words).flat_map(|word| &word.groups);
    let used: BTreeSet<u8> = groups.flat_map(|group| &group.cells).map(|cell| cell.bits()).collect();
    let mut svg = "<svg width=\"0\" height=\"0\" class=\"unseen\" aria-hidden=\"true\">".to_string();
    for bits in used {
        let _ = write!(svg, "<symbol id=\"cell-{bits}\" viewBox=\"0 0 20 30\">");
        for dot in 0..6 {
            let (x, y) = (5 + dot / 3 * 10, 5 + dot % 3 * 10);
            let radius = if bits >> dot & 1 == 1 { "4" } else { "1" };
            let _ = write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        }
        svg.push_str("</symbol>");
    }
    svg.push_str("</svg>");
    svg
}

/// Writes the words of a passage that are shown; where another language begins, its name stands before them.
fn shown(html: &mut String, level: Option<u8>, words: &[&Word], lang: &mut Option<Lang>, messages: &Messages) {
    let Some(first) = words.first() else { return };
    if let Some(level) = level {
        let level = level.clamp(1, 5) + 1;
        let title: Vec<&str> = words.iter().map(|word| word.print.as_str()).collect();
        let (tag, title) = (escaped(first.lang.tag()), escaped(&title.join(" ")));
        let _ = write!(html, "<h{level} lang=\"{tag}\" dir=\"auto\">{title}</h{level}>");
    }
    html.push_str("<ol class=\"pairs\" dir=\"ltr\">");
    for word in words {
        if lang.as_ref().is_some_and(|lang| *lang != word.lang) {
            let (tag, name) = (escaped(word.lang.tag()), escaped(word.lang.own_name()));
            let _ = write!(html, "<li class=\"language\"><span lang=\"{tag}\" dir=\"auto\">{name}</span></li>");
        }
        *lang = Some(word.lang.clone());
        let (tag, print) = (escaped(word.lang.tag()), escaped(&word.print));
        let _ = write!(html, "<li><b lang=\"{tag}\" dir=\"auto\">{print}</b><span class=\"cells\">");
        word.groups.iter().for_each(|group| self::group(html, group, &tag, messages));
        html.push_str("</span></li>");
    }
    html.push_str("</ol>");
}

/// Writes cells over what they stand for.
fn group(html: &mut String, group: &Group, tag: &str, messages: &Messages) {
    let sign = sign(&group.of, messages);
    html.push_str(if sign.is_some() { "<span class=\"sign\">" } else { "<span>" });
    html.push_str("<span class=\"row\" aria-hidden=\"true\">");
    for cell in &group.cells {
        let _ = write!(html, "<svg><use href=\"#cell-{}\"/></svg>", cell.bits());
    }
    html.push_str("</span>");
    match (&group.of, sign) {
        (_, Some(said)) => {
            let _ = write!(html, "<i>{}</i>", messages.html(said));
        }
        (Meaning::Print(print), None) => {
            let _ = write!(html, "<i lang=\"{tag}\" dir=\"auto\">{}</i>", escaped(print));
        }
        (Meaning::Sign(_) | Meaning::NoteBegins | Meaning::NoteEnds, None) => {}
    }
    html.push_str("</span>");
}

/// Returns the name of a sign; nothing for what letters are written with.
fn sign<'m>(of: &Meaning, messages: &'m Messages) -> Option<&'m Said> {
    let of_sign = &messages.of;
    Some(match of {
        Meaning::Print(_) => return None,
        Meaning::NoteBegins => &of_sign.sign_note,
        Meaning::NoteEnds => &of_sign.sign_note_ends,
        Meaning::Sign(says) => match says {
            Says::Number => &of_sign.sign_number,
            Says::Capital => &of_sign.sign_capital,
            Says::CapitalWord => &of_sign.sign_capital_word,
            Says::CapitalPassage => &of_sign.sign_capital_passage,
            Says::CapitalsEnd => &of_sign.sign_capitals_end,
            Says::Letter => &of_sign.sign_letter,
            Says::StandsOut(Typeform::Bold) => &of_sign.sign_bold,
            Says::StandsOut(Typeform::Italic) => &of_sign.sign_italic,
            Says::StandsOut(Typeform::Underline) => &of_sign.sign_underline,
            Says::StandsOutEnds(_) => &of_sign.sign_ends,
        },
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use handbill::braille::Cell;
    use handbill::words::Wordings;

    #[test]
    fn cells_stand_over_letters_and_signs_are_named() {
        let messages = Messages::new(Arc::clone(Wordings::built_in().english()));
        let lang = |tag: &str| Lang::parse(tag).expect("a language");
        let group = |bits: u8, of: Meaning| Group { cells: vec![Cell::of_bits(bits)], of };
        let word = |print: &str, tag: &str, groups| Word { print: print.to_string(), lang: lang(tag), groups };
        let number = group(0b11_1100, Meaning::Sign(Says::Number));
        let first = word("<1", "en", vec![number, group(1, Meaning::Print("1".to_string()))]);
        let second = word("Hi", "cy", vec![group(1, Meaning::Print("&".to_string()))]);
        let mut html = String::new();
        shown(&mut html, None, &[&first, &second], &mut None, &messages);
        for part in [
            "<b lang=\"en\" dir=\"auto\">&lt;1</b>",
            "<span class=\"sign\"><span class=\"row\" aria-hidden=\"true\"><svg><use href=\"#cell-60\"/></svg></span><i>number sign</i></span>",
            "<i lang=\"en\" dir=\"auto\">1</i>",
            "<li class=\"language\"><span lang=\"cy\" dir=\"auto\">Cymraeg</span></li>",
            "<i lang=\"cy\" dir=\"auto\">&amp;</i>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        let drawn = drawings(&[Passage { level: None, words: vec![first, second] }]);
        assert_eq!(drawn.matches("<symbol").count(), 2);
        assert_eq!(drawn.matches("r=\"4\"").count(), 5, "four dots and one");
    }
}
