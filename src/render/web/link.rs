//! Links that stand around a page's text: in its header, its lists and its footer. Those in its text are the writer's.

use schemars::JsonSchema;
use serde::Serialize;

use super::escape;
use super::html::SafeHtml;
use crate::model::{Lang, Outline};
use crate::words::{Said, Wording};

/// A link in a header, list or footer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NavLink {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub text: String,
    /// Attributes that say which language its words are in; empty where it is that of the words around.
    pub mark: SafeHtml,
}

/// A link to words in another language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Translation {
    href: String,
    lang: String,
    /// The direction, such as `rtl`; empty where it is that of the words around.
    dir: &'static str,
    /// The language's name in itself.
    own: String,
    /// Its name in the language of this page; empty where that is the same.
    name: String,
    name_lang: String,
}

impl Translation {
    /// Returns a link to a page in another language, for readers of these words.
    pub fn new(page: &Outline, words: &Wording, root: &str) -> Translation {
        let name = words.name_of(&page.lang);
        let own = page.lang.own_name().to_string();
        let around = words.lang.direction().name();
        let dir = page.lang.direction().name();
        Translation {
            href: href(root, &page.route),
            lang: page.lang.tag().to_string(),
            dir: if dir == around { "" } else { dir },
            name_lang: name.lang.tag().to_string(),
            name: if *own == *name { String::new() } else { name.to_string() },
            own,
        }
    }
}

/// Returns a link to a page by its short name, among words of a language.
pub fn link(page: &Outline, around: &str, root: &str) -> NavLink {
    NavLink { mark: SafeHtml::mark(page.lang.tag(), around), ..NavLink::plain(root, &page.route, page.short_title()) }
}

/// Returns a link to a page by its title, among words of a language.
pub fn titled(page: &Outline, around: &str, root: &str) -> NavLink {
    NavLink { mark: SafeHtml::mark(page.lang.tag(), around), ..NavLink::plain(root, &page.route, &page.title) }
}

/// Returns the address of a page in percent form, after what addresses on the site begin with.
pub fn href(root: &str, route: &str) -> String {
    format!("{root}{}", escape::encoded(route))
}

impl NavLink {
    /// Returns a link in fixed words, among others that are marked as such.
    pub fn said(root: &str, route: &str, said: &Said, around: &Lang) -> NavLink {
        NavLink { mark: SafeHtml::mark(said.lang.tag(), around.tag()), ..NavLink::plain(root, route, said) }
    }

    /// Returns a link whose words are in the language of those around it.
    pub fn plain(root: &str, route: &str, text: &str) -> NavLink {
        NavLink { href: href(root, route), text: text.to_string(), mark: SafeHtml::default() }
    }
}
