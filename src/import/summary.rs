//! What the author is told once a document was brought over: how often what stood in it could not be kept as it was.

use super::document::{Document, Sort, Told};
use super::markdown::opening;
use crate::model::Lang;

/// Returns what the author is to know of a document that became a page's `text`, one sentence each. `lang` is the site's language.
pub fn sentences(document: &Document, text: &str, lang: &Lang) -> Vec<String> {
    let mut told = Vec::new();
    for sort in [Sort::Lost, Sort::Comment, Sort::Deleted, Sort::Hidden] {
        let number = text.matches(&format!("<!-- {}", opening(sort))).count();
        if number == 0 {
            continue;
        }
        let (one, many) = match sort {
            Sort::Lost => ("thing", "things"),
            Sort::Comment => ("comment", "comments"),
            Sort::Deleted => ("tracked deletion", "tracked deletions"),
            Sort::Hidden => ("passage of hidden text", "passages of hidden text"),
        };
        let rest = match sort {
            Sort::Lost => "could not be brought over",
            Sort::Comment => "kept for you alone",
            Sort::Deleted => "left out of the text",
            Sort::Hidden => "kept for you alone",
        };
        told.push(format!("{}: {rest}; `<!-- … -->` in the file says what and where.", counted(number, one, many)));
    }
    told.extend(document.told.iter().map(|(what, number)| self::told(*what, *number)));
    if document.properties.names_people {
        told.push("The document's properties name people, such as its author; the page does not.".to_string());
    }
    if let Some(own) = document.properties.lang.as_ref().filter(|own| !own.is_same_language(lang)) {
        let name = own.tag();
        told.push(format!(
            "The document is in another language ({name}) than the site, and is marked so; the translation of a page has that \
             page's name with the language, such as `page.{name}.md`."
        ));
    }
    told
}

fn told(what: Told, number: usize) -> String {
    match what {
        Told::Inserted => format!(
            "{}: kept, as if accepted.",
            counted(number, "tracked insertion", "tracked insertions")
        ),
        Told::Moved => {
            format!("{}: at the new place, as if accepted.", counted(number, "tracked move", "tracked moves"))
        }
        Told::FormattingChanged => {
            format!("{}: as if accepted.", counted(number, "tracked change of look", "tracked changes of look"))
        }
        Told::Contents => "The list of contents is left out: Handbill writes one where a page needs it.".to_string(),
        Told::HeadingNumbers => {
            "Numbers that Word wrote before headings are left out; look at places that say \u{201c}see section 2\u{201d}."
                .to_string()
        }
        Told::LetteredLists => {
            "Lists that counted with letters or Roman numbers count 1, 2, 3 now; look at places that say \u{201c}see point (b)\u{201d}."
                .to_string()
        }
        Told::Underlined => "Lines under words are left out: readers take them for links.".to_string(),
        Told::Highlighted => "Colours behind words are left out; they may have been notes to somebody.".to_string(),
        Told::PageEdges => "What stood at the top and bottom of each sheet is left out.".to_string(),
        Told::CellsInOneLine => format!(
            "{}: several paragraphs or a list stand in one line now.",
            counted(number, "cell of a table", "cells of tables")
        ),
        Told::CellsTakenApart => format!(
            "{}: over several rows or columns, taken apart; look whether each row still says what it did.",
            counted(number, "cell of a table", "cells of tables")
        ),
        Told::HeadingsByLook => format!(
            "{}: known by the look alone, since no style said so.",
            counted(number, "heading", "headings")
        ),
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}
