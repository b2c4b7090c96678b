//! What can have the focus, and what the Tab key comes to. Source: HTML, 6.6.

use super::page::Page;
use super::tree::Id;

impl Page<'_> {
    /// Returns the number that `tabindex` says, as HTML reads whole numbers.
    pub fn tabindex(&self, id: Id) -> Option<i64> {
        integer(self.tree.get(id, "tabindex")?)
    }

    /// Returns whether a form field cannot be used, by itself or by the group that it stands in.
    pub fn is_disabled(&self, id: Id) -> bool {
        let field = matches!(
            self.tree.html_name(id),
            "button" | "input" | "select" | "textarea" | "fieldset" | "option" | "optgroup"
        );
        if !field {
            return false;
        }
        if self.tree.has(id, "disabled") {
            return true;
        }
        let mut below = id;
        for above in self.tree.ancestors(id) {
            if self.tree.is(above, "fieldset") && self.tree.has(above, "disabled") {
                let legend = self.tree.elements_of(above).find(|child| self.tree.is(*child, "legend"));
                if legend != Some(below) {
                    return true;
                }
            }
            below = above;
        }
        false
    }

    /// Returns whether an element can have the focus, were it there.
    pub fn could_focus(&self, id: Id) -> bool {
        if self.is_disabled(id) {
            return false;
        }
        let tree = self.tree;
        let own = match tree.html_name(id) {
            "a" | "area" => tree.has(id, "href"),
            "input" => !tree.get(id, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
            "button" | "select" | "textarea" | "iframe" | "embed" => true,
            "audio" | "video" => tree.has(id, "controls"),
            "summary" => tree.parent(id).is_some_and(|parent| {
                tree.is(parent, "details") && tree.elements_of(parent).find(|e| tree.is(*e, "summary")) == Some(id)
            }),
            _ => false,
        };
        let editable = tree.get(id, "contenteditable").is_some_and(|value| !value.eq_ignore_ascii_case("false"));
        own || editable || self.tabindex(id).is_some()
    }

    /// Returns whether an element can have the focus.
    pub fn is_focusable(&self, id: Id) -> bool {
        self.could_focus(id) && !self.is_gone(id) && !self.is_inert(id)
    }

    /// Returns whether the Tab key comes to an element.
    pub fn is_tabbable(&self, id: Id) -> bool {
        self.is_focusable(id) && self.tabindex(id).is_none_or(|index| index >= 0)
    }

    /// Returns whether an element stands in a part of the page that nobody can act on.
    pub fn is_inert(&self, id: Id) -> bool {
        let inert = self.inert.get_or_init(|| self.handed_down(|at| self.tree.has(at, "inert")));
        inert.get(id.at()).copied().unwrap_or(false)
    }
}

/// Reads a whole number as HTML does. Source: HTML, 2.3.4.1.
pub fn integer(text: &str) -> Option<i64> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let digits_from = usize::from(text.starts_with(['-', '+']));
    let end = text.bytes().skip(digits_from).take_while(u8::is_ascii_digit).count() + digits_from;
    text.get(..end)?.parse().ok()
}
