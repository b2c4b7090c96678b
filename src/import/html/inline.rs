//! Running text of a page. Source: HTML Living Standard, 4.5.

use super::Reader;
use super::address::{scheme, whole};
use super::aside::{is_around, is_hidden};
use super::blocks::is_field;
use super::notes::is_back;
use super::tree::{Kind, is_inline};
use crate::import::document::{Block, Inline, Paragraph, Remark, To, Told, words};
use crate::import::raised::{lowered, raised};
use crate::model::Lang;

impl Reader<'_> {
    /// Reads the running text in an element; blocks in it are read as their words.
    pub fn running(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        let mut out = Vec::new();
        for child in &tree.node(at).children {
            match &tree.node(*child).kind {
                Kind::Text(text) => out.push(Inline::Text(text.clone())),
                Kind::Element(..) if is_hidden(tree, *child) => {}
                Kind::Element(..) if is_inline(tree.name(*child)) => out.extend(self.inline(*child)),
                Kind::Element(..) if is_around(tree, *child) => {}
                Kind::Element(..) => {
                    let blank = Inline::Text(" ".to_string());
                    out.push(blank.clone());
                    out.extend(self.running(*child));
                    out.push(blank);
                }
                Kind::Other => {}
            }
        }
        out
    }

    /// Reads an element that stands in a line of text.
    pub fn inline(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        if is_hidden(tree, at) || is_around(tree, at) {
            return Vec::new();
        }
        let mut out = Vec::new();
        if let Some(id) = self.targeted(at).or_else(|| self.named(at)) {
            out.push(Inline::Place(id));
        }
        let mut said = self.marked(at);
        if let Some(lang) = self.other_language(at).filter(|_| !said.is_empty()) {
            said = vec![Inline::Language(lang, said)];
        }
        out.extend(said);
        out
    }

    fn marked(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        match tree.name(at) {
            "a" => self.link(at),
            "strong" | "b" => vec![Inline::Strong(self.running(at))],
            "em" | "i" | "cite" | "dfn" | "var" => vec![Inline::Emphasis(self.running(at))],
            "s" | "strike" | "del" => vec![Inline::Strikethrough(self.running(at))],
            "code" | "kbd" | "samp" | "tt" => {
                let said = self.running(at);
                let plain = |inline: &Inline| {
                    matches!(inline, Inline::Text(_) | Inline::Code(_) | Inline::Emphasis(_) | Inline::Strong(_))
                };
                if said.iter().all(plain) { vec![Inline::Code(words(&said))] } else { said }
            }
            "sup" => self.beside_line(at, raised),
            "sub" => self.beside_line(at, lowered),
            "q" => {
                let mut said = vec![Inline::Text("\u{201c}".to_string())];
                said.extend(self.running(at));
                said.push(Inline::Text("\u{201d}".to_string()));
                said
            }
            "abbr" | "acronym" => self.abbreviation(at),
            "br" => vec![Inline::LineBreak],
            "wbr" => Vec::new(),
            "u" | "mark" => {
                self.document.tell(if tree.name(at) == "u" { Told::Underlined } else { Told::Highlighted });
                self.running(at)
            }
            "rt" => {
                let said = tree.words(at);
                if said.is_empty() { Vec::new() } else { vec![Inline::Text(format!(" ({said})"))] }
            }
            "img" | "picture" | "svg" | "iframe" | "video" | "audio" | "object" | "embed" | "canvas" | "math" => {
                self.medium(at)
            }
            "input" | "select" | "textarea" | "meter" | "progress" => {
                if is_field(tree, at) && !matches!(tree.attribute(at, "type"), Some("search")) {
                    vec![Inline::Remark(Remark::lost("a field of a form stood here"))]
                } else {
                    Vec::new()
                }
            }
            "button" => Vec::new(),
            _ => self.running(at),
        }
    }

    /// Reads words above or below the line.
    fn beside_line(&mut self, at: usize, to: fn(&str) -> Option<String>) -> Vec<Inline> {
        let said = self.running(at);
        let text = words(&said);
        let plain = said.iter().all(|inline| matches!(inline, Inline::Text(_)));
        match to(text.trim()).filter(|_| plain) {
            Some(other) => vec![Inline::Text(other)],
            None => said,
        }
    }

    /// Reads a short form: with its long form where it stands first, as an author writes it.
    fn abbreviation(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        let short = tree.words(at);
        let long = tree.attribute(at, "title").unwrap_or_default().trim();
        let said = self.running(at);
        if long.is_empty() || short.is_empty() || long.eq_ignore_ascii_case(&short) || !self.expanded.insert(short) {
            return said;
        }
        // The page may write it out itself.
        let around = tree.node(at).parent.map(|parent| tree.words(parent)).unwrap_or_default();
        if around.to_lowercase().contains(&long.to_lowercase()) {
            return said;
        }
        let mut out = vec![Inline::Text(format!("{long} ("))];
        out.extend(said);
        out.push(Inline::Text(")".to_string()));
        out
    }

    fn link(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        if is_back(tree, at) || is_permanent(&tree.words(at)) {
            return Vec::new();
        }
        if let Some(note) = self.note(at) {
            return vec![Inline::Note(note)];
        }
        let said = self.running(at);
        let shows = !words(&said).trim().is_empty() || said.iter().any(|inline| matches!(inline, Inline::Picture(_)));
        match self.to(at) {
            Some(to) if shows => vec![Inline::Link(to, said)],
            Some(_) => said,
            None => {
                let mut said = said;
                let address = tree.attribute(at, "href").unwrap_or_default().trim();
                let is_program =
                    scheme(address).as_deref() == Some("javascript") || address == "#" || address.is_empty();
                if shows && !is_program {
                    let told = format!("this led to {address}, beside the page as it was saved");
                    said.push(Inline::Remark(Remark::lost(told)));
                }
                said
            }
        }
    }

    /// Returns where a link leads; nothing where that is not known.
    pub fn to(&self, at: usize) -> Option<To> {
        let address = self.tree.attribute(at, "href")?.trim();
        if let Some(place) = self.place(address) {
            return self.has_place(&place).then_some(To::Place(place));
        }
        let address = whole(self.head.base.as_deref(), address)?;
        let known = matches!(scheme(&address).as_deref(), Some("http" | "https" | "mailto" | "tel" | "sms"));
        known.then_some(To::Address(address))
    }

    /// Returns the place of this page that an address leads to: browsers write whole addresses into pages that they save.
    pub fn place(&self, address: &str) -> Option<String> {
        let (before, place) = address.trim().split_once('#')?;
        let is_own = |own: &str| whole(self.head.base.as_deref(), before).as_deref() == Some(own);
        let here = before.is_empty() || self.is_own_file(before) || self.head.own.as_deref().is_some_and(is_own);
        let place = crate::model::address::percent_decoded(place).unwrap_or_else(|| place.to_string());
        (here && !place.is_empty() && place != "top").then_some(place)
    }

    /// Returns whether an address is that of the page's own file, as pages that were made to lie on a disk have it.
    fn is_own_file(&self, address: &str) -> bool {
        let name = crate::model::address::percent_decoded(address).unwrap_or_default();
        self.head.base.is_none()
            && [".html", ".htm", ".xhtml"].iter().any(|ending| name.strip_suffix(ending) == Some(self.stem))
    }

    fn has_place(&self, place: &str) -> bool {
        self.places.contains(place)
    }

    /// Returns an element's id where a link leads to it.
    pub fn targeted(&self, at: usize) -> Option<String> {
        self.tree.attribute(at, "id").filter(|id| self.targets.contains(*id)).map(str::to_string)
    }

    /// Returns the old form of a place, `<a name="aims">`.
    fn named(&self, at: usize) -> Option<String> {
        let name = self.tree.attribute(at, "name").filter(|_| self.tree.name(at) == "a")?;
        self.targets.contains(name).then(|| name.to_string())
    }

    /// Returns an element's language where it is another than that of what is around it.
    pub fn other_language(&self, at: usize) -> Option<Lang> {
        let own = self.tree.attribute(at, "lang").and_then(super::lang)?;
        let mut around = self.tree.node(at).parent;
        while let Some(parent) = around {
            if let Some(lang) = self.tree.attribute(parent, "lang").and_then(super::lang) {
                return (!lang.is_same_language(&own)).then_some(own);
            }
            around = self.tree.node(parent).parent;
        }
        Some(own)
    }

    /// Returns text as it stands, with its blanks and line ends.
    pub fn kept(&self, at: usize) -> String {
        let tree = self.tree;
        let mut out = String::new();
        for node in tree.below(at, &|node| !is_hidden(tree, node) && tree.name(node) != "button") {
            match &tree.node(node).kind {
                Kind::Text(text) => out.push_str(text),
                Kind::Element(..) if tree.name(node) == "br" => out.push('\n'),
                Kind::Element(..) | Kind::Other => {}
            }
        }
        out.trim_matches('\n').to_string()
    }
}

/// Returns whether a link's words are only the sign for a heading's own address, as manuals have it.
fn is_permanent(said: &str) -> bool {
    matches!(said.trim(), "¶" | "#" | "§" | "🔗" | "Permalink" | "Link to this heading")
}

/// Marks the first words of blocks as a place.
pub fn put_place(id: String, blocks: &mut Vec<Block>) {
    let place = Inline::Place(id);
    match blocks.first_mut() {
        Some(Block::Paragraph(paragraph)) => paragraph.content.insert(0, place),
        _ => blocks.insert(0, Block::Paragraph(Paragraph::of(vec![place]))),
    }
}
