//! Which role an element has: its own by HTML-AAM 1.0, or the one that its author says, by WAI-ARIA 1.2, 7 and 5.3.

use super::aria::{self, Role};
use super::page::Page;
use super::tree::{Id, Vocabulary};

/// Elements that make a section of their own: a header in them is not the page's. Source: HTML-AAM 1.0, header and footer.
const SECTIONS: &[&str] = &["article", "aside", "main", "nav", "section"];

/// Roles that make a section of their own.
const SECTION_ROLES: &[&str] = &["article", "complementary", "main", "navigation", "region"];

impl Page<'_> {
    /// Returns an element's role; nothing where it has none that programs know.
    pub fn role(&self, id: Id) -> Option<&'static Role> {
        let cell = self.roles.get(id.at())?;
        *cell.get_or_init(|| self.finds_role(id))
    }

    /// Returns the name of an element's role; empty where it has none.
    pub fn role_name(&self, id: Id) -> &'static str {
        self.role(id).map_or("", |role| role.name)
    }

    /// Returns whether an element has one of these roles.
    pub fn has_role(&self, id: Id, names: &[&str]) -> bool {
        names.contains(&self.role_name(id))
    }

    /// Returns the role that the author says: the first that may be used.
    pub fn explicit_role(&self, id: Id) -> Option<&'static Role> {
        let said = self.tree.get(id, "role")?;
        said.split_ascii_whitespace().filter_map(aria::role).find(|role| !role.is_abstract())
    }

    fn finds_role(&self, id: Id) -> Option<&'static Role> {
        let explicit = self.explicit_role(id);
        match explicit {
            Some(role) if matches!(role.name, "none" | "presentation") => {
                if self.has_presentational_conflict(id) {
                    self.implicit_role(id)
                } else {
                    Some(role)
                }
            }
            Some(role) => Some(role),
            None if self.inherits_none(id) => aria::role("none"),
            None => self.implicit_role(id),
        }
    }

    /// Returns whether an element may not be taken out of what is read, though its author says so. Source: WAI-ARIA 1.2, 7.
    pub fn has_presentational_conflict(&self, id: Id) -> bool {
        if self.is_focusable(id) {
            return true;
        }
        let Some(element) = self.tree.element(id) else { return false };
        element.attributes.iter().any(|attribute| {
            &*attribute.name != "aria-hidden"
                && !attribute.value.trim().is_empty()
                && aria::attribute(&attribute.name).is_some_and(|known| known.global)
        })
    }

    /// Returns whether an element is a part of a list or table that is none any more. Source: WAI-ARIA 1.2, presentation.
    fn inherits_none(&self, id: Id) -> bool {
        let around: &[&str] = match self.tree.html_name(id) {
            "li" => &["ul", "ol", "menu"],
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption" => &["table"],
            _ => return false,
        };
        if self.has_presentational_conflict(id) {
            return false;
        }
        let parts = ["tr", "tbody", "thead", "tfoot"];
        let mut above = self
            .tree
            .ancestors(id)
            .skip_while(|at| parts.contains(&self.tree.html_name(*at)) && self.explicit_role(*at).is_none());
        above
            .next()
            .is_some_and(|at| around.contains(&self.tree.html_name(at)) && self.has_role(at, &["none", "presentation"]))
    }

    /// Returns the role that an element has where its author says none.
    pub fn implicit_role(&self, id: Id) -> Option<&'static Role> {
        let element = self.tree.element(id)?;
        let name = match element.vocabulary {
            Vocabulary::Html => self.html_role(id),
            Vocabulary::Svg => self.svg_role(id),
            Vocabulary::MathMl => {
                if &*element.name == "math" {
                    "math"
                } else {
                    ""
                }
            }
        };
        aria::role(name)
    }

    /// Source: SVG-AAM 1.0, 5.3: shapes are there for readers where they are named.
    fn svg_role(&self, id: Id) -> &'static str {
        let name = self.tree.element(id).map_or("", |element| &*element.name);
        let named = || {
            self.tree.has(id, "aria-label")
                || self.tree.has(id, "aria-labelledby")
                || self.tree.elements_of(id).any(|child| {
                    let name = self.tree.element(child).map_or("", |element| &*element.name);
                    matches!(name, "title" | "desc") && !self.tree.words(child).trim().is_empty()
                })
        };
        match name {
            "svg" => "graphics-document",
            "a" if self.tree.has(id, "href") || self.tree.has(id, "xlink:href") => "link",
            "circle" | "ellipse" | "line" | "path" | "polygon" | "polyline" | "rect" if named() => "graphics-symbol",
            "g" | "symbol" | "use" if named() => "graphics-object",
            "image" => "img",
            _ => "",
        }
    }

    fn html_role(&self, id: Id) -> &'static str {
        let tree = self.tree;
        let has = |name: &str| tree.has(id, name);
        let lower = |name: &str| tree.get(id, name).unwrap_or("").trim().to_ascii_lowercase();
        match tree.html_name(id) {
            "a" | "area" => {
                if has("href") {
                    "link"
                } else {
                    "generic"
                }
            }
            "address" | "details" | "fieldset" | "hgroup" | "optgroup" => "group",
            "article" => "article",
            "aside" => {
                if self.is_in_section(id) && !self.is_labelled(id) {
                    "generic"
                } else {
                    "complementary"
                }
            }
            "b" | "bdi" | "bdo" | "body" | "data" | "div" | "i" | "pre" | "q" | "samp" | "small" | "span" | "u" => {
                "generic"
            }
            "blockquote" => "blockquote",
            "button" => "button",
            "caption" => "caption",
            "code" => "code",
            "datalist" => "listbox",
            "dd" => "definition",
            "del" | "s" => "deletion",
            "dfn" | "dt" => "term",
            "dialog" => "dialog",
            "em" => "emphasis",
            "figure" => "figure",
            "footer" => {
                if self.is_in_section(id) {
                    "generic"
                } else {
                    "contentinfo"
                }
            }
            "form" => "form",
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
            "header" => {
                if self.is_in_section(id) {
                    "generic"
                } else {
                    "banner"
                }
            }
            "hr" => "separator",
            "html" => "document",
            "img" => {
                let empty = tree.get(id, "alt").is_some_and(str::is_empty);
                if empty && !self.is_labelled(id) && !self.has_presentational_conflict(id) {
                    "presentation"
                } else {
                    "img"
                }
            }
            "input" => {
                let listed = tree.get(id, "list").is_some_and(|list| self.by_id(id, list).is_some());
                match lower("type").as_str() {
                    "button" | "submit" | "reset" | "image" => "button",
                    "checkbox" => "checkbox",
                    "radio" => "radio",
                    "range" => "slider",
                    "number" => "spinbutton",
                    "search" => {
                        if listed {
                            "combobox"
                        } else {
                            "searchbox"
                        }
                    }
                    "hidden" | "color" | "date" | "datetime-local" | "file" | "month" | "time" | "week" => "",
                    "password" => "",
                    _ => {
                        if listed {
                            "combobox"
                        } else {
                            "textbox"
                        }
                    }
                }
            }
            "ins" => "insertion",
            // Source: HTML-AAM 1.0: in a list that is one. What stands in a menu made of a list is no item by itself.
            "li" => {
                let parent = tree.parent(id);
                let list = parent.is_some_and(|parent| {
                    matches!(tree.html_name(parent), "ul" | "ol" | "menu")
                        && self.explicit_role(parent).is_none_or(|role| role.name == "list")
                });
                if list { "listitem" } else { "generic" }
            }
            "main" => "main",
            "mark" => "mark",
            "math" => "math",
            "menu" | "ol" | "ul" => "list",
            "meter" => "meter",
            "nav" => "navigation",
            "option" => "option",
            "output" => "status",
            "p" => "paragraph",
            "progress" => "progressbar",
            "search" => "search",
            "section" => {
                if self.is_labelled(id) || has("title") {
                    "region"
                } else {
                    "generic"
                }
            }
            "select" => {
                let rows = tree.get(id, "size").and_then(super::focus::integer).unwrap_or(1);
                if has("multiple") || rows > 1 { "listbox" } else { "combobox" }
            }
            "strong" => "strong",
            "sub" => "subscript",
            "sup" => "superscript",
            "table" => "table",
            "tbody" | "tfoot" | "thead" => "rowgroup",
            "td" => {
                if self.is_in_grid(id) {
                    "gridcell"
                } else {
                    "cell"
                }
            }
            "textarea" => "textbox",
            "th" => match lower("scope").as_str() {
                "row" | "rowgroup" => "rowheader",
                "col" | "colgroup" => "columnheader",
                _ => {
                    if self.heads_row(id) {
                        "rowheader"
                    } else {
                        "columnheader"
                    }
                }
            },
            "time" => "time",
            "tr" => "row",
            _ => "",
        }
    }

    /// Returns whether a header cell without scope is for its row: it stands beside cells that are none, and not in a head.
    /// Source: HTML, 4.9.12.2, row and column headers.
    fn heads_row(&self, id: Id) -> bool {
        let Some(row) = self.tree.parent(id) else { return false };
        let in_head = self.tree.parent(row).is_some_and(|parent| self.tree.is(parent, "thead"));
        !in_head && self.tree.elements_of(row).any(|cell| self.tree.is(cell, "td"))
    }

    fn is_in_grid(&self, id: Id) -> bool {
        let table = self.tree.ancestors(id).find(|at| self.tree.is(*at, "table"));
        table.and_then(|table| self.explicit_role(table)).is_some_and(|role| matches!(role.name, "grid" | "treegrid"))
    }

    fn is_in_section(&self, id: Id) -> bool {
        self.tree.ancestors(id).any(|at| match self.explicit_role(at) {
            Some(role) => SECTION_ROLES.contains(&role.name),
            None => SECTIONS.contains(&self.tree.html_name(at)),
        })
    }

    /// Returns whether its author names an element by ARIA.
    pub fn is_labelled(&self, id: Id) -> bool {
        self.tree.get(id, "aria-label").is_some_and(|label| !label.trim().is_empty())
            || self.by_ids(id, "aria-labelledby").iter().any(|at| *at != id || !self.tree.words(*at).trim().is_empty())
    }

    /// Returns whether an element is there for programs that read out: not hidden, not a part of something that is read as
    /// words alone, and not taken out by its author.
    pub fn is_exposed(&self, id: Id) -> bool {
        !self.is_hidden(id) && !self.has_role(id, &["none", "presentation"]) && !self.is_flattened(id)
    }

    /// Returns whether an element stands in something that is read as words alone.
    pub fn is_flattened(&self, id: Id) -> bool {
        let flat = self.flattened.get_or_init(|| self.handed_down(|at| self.role(at).is_some_and(Role::flattens)));
        self.tree.parent(id).and_then(|parent| flat.get(parent.at()).copied()).unwrap_or(false)
    }
}
