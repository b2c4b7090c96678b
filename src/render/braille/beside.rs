//! Braille beside the words of print, cell by cell, for people who see and do not read braille: which letters each cell stands
//! for, and what the signs among them say. Lines and pages are left out; the pages are what is embossed.

use super::machine;
use super::transcriber::{NOTE_CLOSES, NOTE_OPENS, Stretch, Transcriber};
use crate::braille::{Cell, Grade, Says, Translation, leading, transcribe};
use crate::model::{Lang, Site};
use crate::render::format::{RenderError, Subject, shared};
use crate::render::linear::{Document, Element, Line, Role, Run, linear};
use crate::render::manuscript::Manuscript;

/// A heading, a paragraph or the like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The level of a heading, from 1; nothing where it is none.
    pub level: Option<u8>,
    /// Its words.
    pub words: Vec<Word>,
}

/// A word, with what touches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as it is printed.
    pub print: String,
    /// Its language.
    pub lang: Lang,
    /// Its cells.
    pub groups: Vec<Group>,
}

/// Cells that belong together: a sign, or what letters are written with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The cells.
    pub cells: Vec<Cell>,
    /// What they stand for.
    pub of: Meaning,
}

/// What cells stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Letters, digits or other characters of print.
    Print(String),
    /// What a sign says.
    Sign(Says),
    /// A note of the transcriber's begins.
    NoteBegins,
    /// A note of the transcriber's ends.
    NoteEnds,
}

/// Returns the words of a page or leaflet with their cells; nothing of what has none.
///
/// # Errors
///
/// A fault of ours: nothing was worked out for its language.
pub fn beside(site: &Site, subject: Subject) -> Result<Vec<Passage>, RenderError> {
    let manuscript = match subject {
        Subject::Page(id) => {
            let page = site.page(id);
            Manuscript::of_page(page, site, site.words.of(&page.lang))
        }
        Subject::Leaflet(id) => {
            let leaflet = site.leaflet(id);
            Manuscript::of_leaflet(leaflet, site, site.words.of(&leaflet.lang))
        }
        Subject::Asset(_) | Subject::Pack(_) | Subject::SiteWide(_) => return Ok(Vec::new()),
    };
    let document = linear(&manuscript, shared(site, manuscript.lang)?, None);
    Ok(passages(&document, machine::grade(&site.embossed, &document.lang)))
}

fn passages(document: &Document, grade: Grade) -> Vec<Passage> {
    let mut lines: Vec<(Option<u8>, Line)> =
        vec![(Some(1), vec![Run::words(document.title.as_str())]), (None, vec![Run::words(document.summary.as_str())])];
    gather(&document.body, &mut lines);
    lines.push((Some(2), document.notes_heading.clone()));
    document.notes.iter().for_each(|note| gather(&note.elements, &mut lines));
    lines.extend(document.sources.iter().map(|source| (None, source.clone())));
    gather(&document.ends, &mut lines);
    let transcriber = Transcriber { lang: &document.lang, grade };
    let passage = |(level, line): (Option<u8>, Line)| {
        let stretches = transcriber.stretches(&line).into_iter().flatten();
        Passage { level, words: stretches.flat_map(|stretch| words(&stretch, grade)).collect() }
    };
    lines.into_iter().map(passage).filter(|passage| !passage.words.is_empty()).collect()
}

/// Adds the lines of elements, in reading order.
fn gather(elements: &[Element], lines: &mut Vec<(Option<u8>, Line)>) {
    for element in elements {
        match element {
            Element::Heading { level, words, .. } => lines.push((Some(*level), words.clone())),
            Element::Paragraph(line) => lines.push((None, line.clone())),
            Element::List { items, .. } => items.iter().for_each(|item| gather(item, lines)),
            Element::Terms(entries) => {
                for entry in entries {
                    lines.push((None, entry.term.clone()));
                    entry.meanings.iter().for_each(|meaning| gather(meaning, lines));
                }
            }
            Element::Table(table) => {
                let cells = std::iter::once(&table.caption).chain(&table.header).chain(table.rows.iter().flatten());
                lines.extend(cells.map(|cell| (None, cell.clone())));
            }
            Element::Picture(picture) => {
                let alt = Run { role: Role::PictureAlt, ..Run::words(picture.alt.as_str()) };
                lines.push((None, if picture.alt.is_empty() { Line::new() } else { vec![alt] }));
                lines.push((None, picture.caption.clone()));
            }
            Element::Quote { elements, attribution } => {
                gather(elements, lines);
                lines.push((None, attribution.clone()));
            }
            Element::Framed { title, elements } => {
                lines.push((None, title.clone()));
                gather(elements, lines);
            }
            Element::Code(code) => lines.extend(code.iter().map(|line| (None, vec![Run::words(line.as_str())]))),
            Element::Separator | Element::PrintPage(_) => {}
        }
    }
}

/// Returns the words of a stretch with their cells.
fn words(stretch: &Stretch, grade: Grade) -> Vec<Word> {
    let text = stretch.text.as_str();
    let made = transcribe(text, &stretch.forms, &stretch.lang.primary(), grade);
    let mut words = Vec::new();
    let mut from = 0;
    // A space that does not break is inside a word.
    let is_between = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
    for print in text.split(is_between) {
        let to = from + print.len();
        if !print.is_empty() {
            let groups = groups(text, (from, to), &made);
            words.push(Word { print: print.to_string(), lang: stretch.lang.clone(), groups });
        }
        from = to + text.get(to..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    if stretch.note {
        let group = |cells: [Cell; 3], of| Group { cells: cells.to_vec(), of };
        if let Some(first) = words.first_mut() {
            first.groups.insert(0, group(NOTE_OPENS, Meaning::NoteBegins));
        }
        if let Some(last) = words.last_mut() {
            last.groups.push(group(NOTE_CLOSES, Meaning::NoteEnds));
        }
    }
    words
}

/// Returns the cells of a word, which has these bytes of the text.
fn groups(text: &str, (from, to): (usize, usize), made: &Translation) -> Vec<Group> {
    let place = |cell: usize| made.from.get(cell).map(|at| *at as usize);
    let first = made.from.partition_point(|at| (*at as usize) < from);
    let mut groups = Vec::new();
    let mut cell = first;
    while let Some(start) = place(cell).filter(|start| *start < to) {
        let sign = made.signs.binary_search_by_key(&cell, |sign| sign.at).ok().and_then(|at| made.signs.get(at));
        if let Some(sign) = sign {
            let cells = made.cells.get(cell..cell + sign.cells).unwrap_or_default().to_vec();
            cell += cells.len().max(1);
            groups.push(Group { cells, of: Meaning::Sign(sign.says) });
            continue;
        }
        let is_sign = |at: &usize| made.signs.binary_search_by_key(at, |sign| sign.at).is_ok();
        let end = (cell..made.cells.len()).find(|at| place(*at) != Some(start) || *at > cell && is_sign(at));
        let end = end.unwrap_or(made.cells.len());
        // The characters up to the next that has cells of its own.
        let next = (cell..made.cells.len()).filter_map(place).find(|at| *at > start).unwrap_or(to).min(to);
        let print = text.get(start..next).unwrap_or_default();
        let mut cells = made.cells.get(cell..end).unwrap_or_default().to_vec();
        if made.signs.is_empty()
            && let Some((count, says)) = print.chars().next().and_then(|c| leading(c, &cells))
        {
            let rest = cells.split_off(count);
            groups.push(Group { cells, of: Meaning::Sign(says) });
            cells = rest;
        }
        groups.push(Group { cells, of: Meaning::Print(print.to_string()) });
        cell = end.max(cell + 1);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Stretch, words};
    use crate::braille::{Form, Grade, Typeform, in_unicode};
    use crate::model::Lang;

    fn told(text: &str, forms: Vec<Form>, note: bool) -> Vec<String> {
        let lang = Lang::parse("en").expect("a language");
        let stretch = Stretch { text: text.to_string(), forms, lang, note };
        let group = |group: &super::Group| {
            let of = match &group.of {
                Meaning::Print(print) => print.clone(),
                Meaning::Sign(says) => format!("{says:?}"),
                Meaning::NoteBegins => "begins".to_string(),
                Meaning::NoteEnds => "ends".to_string(),
            };
            format!("{}={of}", in_unicode(&group.cells))
        };
        let word = |word: &super::Word| {
            format!("{}: {}", word.print, word.groups.iter().map(group).collect::<Vec<_>>().join(" "))
        };
        words(&stretch, Grade::Uncontracted).iter().map(word).collect()
    }

    #[test]
    fn each_cell_stands_for_letters_or_says_something() {
        assert_eq!(
            told("Call 4b NOW.", Vec::new(), false),
            [
                "Call: ⠠=Capital ⠉=C ⠁=a ⠇=l ⠇=l",
                "4b: ⠼=Number ⠙=4 ⠰=Letter ⠃=b",
                "NOW.: ⠠⠠=CapitalWord ⠝=N ⠕=O ⠺=W ⠲=."
            ]
        );
        let bold = vec![Form { range: 0..2, typeform: Typeform::Bold }];
        assert_eq!(told("ab", bold, false), ["ab: ⠘⠂=StandsOut(Bold) ⠁=a ⠃=b"]);
        assert_eq!(told("a b", Vec::new(), true), ["a: ⠈⠨⠣=begins ⠁=a", "b: ⠃=b ⠈⠨⠜=ends"]);
        assert_eq!(told("é\u{a0}1", Vec::new(), false), ["é\u{a0}1: ⠘⠌⠑=é ⠀=\u{a0} ⠼=Number ⠁=1"]);
    }

    #[test]
    fn every_cell_of_a_text_is_in_one_word() {
        let text = "“FOR ALL OF US”, he said: 24/7, £1.26 million – A&E. 01707 806100 ½ ☎ Œuvre";
        let lang = Lang::parse("en").expect("a language");
        let made = crate::braille::translate(text, &[]);
        let stretch = Stretch { text: text.to_string(), forms: Vec::new(), lang, note: false };
        let all: usize = words(&stretch, Grade::Uncontracted)
            .iter()
            .flat_map(|word| &word.groups)
            .map(|group| group.cells.len())
            .sum();
        let spaces = text.chars().filter(|c| *c == ' ').count();
        assert_eq!(all, made.cells.len() - spaces);
    }
}
