//! Words of one language among words of another: how HTML says so.

use crate::model::Lang;
use crate::render::web::escape;
use crate::words::Said;

/// Returns attributes that mark words of one language among words of another, with a space before, such as
/// ` lang="ur" dir="rtl"`; empty where the two are the same.
pub fn mark(words: &str, around: &str) -> String {
    let primary = |tag: &str| tag.split('-').next().unwrap_or("").to_ascii_lowercase();
    if primary(words) == primary(around) {
        return String::new();
    }
    let direction = |tag: &str| Lang::parse(tag).map_or("ltr", |lang| lang.direction().name());
    let mut out = format!(" lang=\"{words}\"");
    if direction(words) != direction(around) {
        out.push_str(" dir=\"");
        out.push_str(direction(words));
        out.push('"');
    }
    out
}

/// Returns words as HTML, marked where those around them are in another language.
pub fn html(said: &Said, around: &Lang) -> String {
    let words = escape::escaped(&said.text);
    if said.lang == *around || said.lang.is_same_language(around) {
        return words;
    }
    format!("<span{}>{words}</span>", mark(said.lang.tag(), around.tag()))
}

/// Returns words as HTML, with `put_in` in the place of `stand_in`.
pub fn html_with(said: &Said, around: &Lang, (stand_in, put_in): (&str, &str)) -> String {
    html(said, around).replace(stand_in, put_in)
}

/// Stands in a phrase for HTML that is put there when the words around it are safe. Source: Unicode, private use.
pub const STAND_IN: &str = "\u{E000}";

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn words_of_another_language_are_marked() {
        assert_eq!(mark("en", "en-GB"), "");
        assert_eq!(mark("en", "cy"), " lang=\"en\"");
        assert_eq!(mark("en", "ur"), " lang=\"en\" dir=\"ltr\"");
        assert_eq!(mark("ur", "en"), " lang=\"ur\" dir=\"rtl\"");
    }
}
