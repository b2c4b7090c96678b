//! Blocks of an OpenDocument text. Source: OpenDocument 1.3, part 3, 5.

use super::Reader;
use super::changes::said;
use super::run::Run;
use super::style::Look;
use crate::import::document::{Block, Inline, Paragraph, Remark, Sort, Told, words};
use crate::import::xml::Element;

/// What a paragraph is for, as its style says.
enum Role {
    Title,
    Heading(u8),
    Quote,
    Code,
    Caption,
    Rule,
    Term,
    Meaning,
    Text,
}

impl Reader<'_> {
    /// Reads blocks, one under another.
    pub fn body(&mut self, parent: &Element) -> Vec<Block> {
        let mut out = Vec::new();
        let elements: Vec<&Element> = parent.elements().collect();
        for (at, element) in elements.iter().enumerate() {
            let rest = elements.get(at + 1..).unwrap_or_default();
            match out.pop_if(|last| self.belongs(element, last, rest)) {
                Some(Block::List(mut list)) => {
                    if let Some(item) = list.items.last_mut() {
                        self.block(element, item);
                    }
                    out.push(Block::List(list));
                }
                _ => self.block(element, &mut out),
            }
        }
        out
    }

    /// Returns whether a paragraph after a list belongs to its last item: it stands to the right, and the list goes on behind it,
    /// or items before it have such paragraphs too.
    fn belongs(&self, element: &Element, last: &Block, rest: &[&Element]) -> bool {
        let Block::List(list) = last else { return false };
        if !self.is_indented(element) {
            return false;
        }
        let continues = |next: &&Element| {
            &*next.name == "text:list"
                && (next.attribute("text:continue-list").is_some()
                    || next.attribute("text:continue-numbering") == Some("true"))
        };
        let has_more = |item: &Vec<Block>| matches!(item.get(1), Some(Block::Paragraph(_)));
        rest.iter().find(|next| !self.is_indented(next)).is_some_and(continues) || list.items.iter().any(has_more)
    }

    fn is_indented(&self, element: &Element) -> bool {
        let style = element.attribute("text:style-name").unwrap_or_default();
        let margin = || self.styles.property("paragraph", style, "style:paragraph-properties", "fo:margin-left");
        &*element.name == "text:p"
            && margin().is_some_and(|margin| {
                !margin.starts_with(['0', '-']) || margin.starts_with("0.") && !margin.starts_with("0.0")
            })
    }

    /// Reads one block.
    pub fn block(&mut self, element: &Element, out: &mut Vec<Block>) {
        match &*element.name {
            "text:p" | "text:h" => self.paragraph(element, out),
            "text:list" => self.list(element, out),
            "text:numbered-paragraph" => self.numbered(element, out),
            "table:table" => self.table(element, out),
            "text:section" | "text:index-title" => self.section(element, out),
            "text:table-of-content" => self.document.tell(Told::Contents),
            "text:alphabetical-index"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:user-index" => {
                let index =
                    "an index stood here; the site's search and lists take its place, because pages have no numbers";
                out.push(Block::Remark(Remark::lost(index)));
            }
            "text:bibliography" => {
                let entries = element.child("text:index-body").map(|body| self.body(body)).unwrap_or_default();
                out.extend(entries);
            }
            "office:forms" if element.elements().next().is_some() => {
                out.push(Block::Remark(Remark::lost(
                    "a form stood in this document; its fields could not be brought over",
                )));
            }
            "text:change" | "text:change-start" => {
                if let Some(remark) = self.change(element) {
                    out.push(Block::Remark(remark));
                }
            }
            "text:tracked-changes" | "text:soft-page-break" | "text:change-end" => {}
            name if name.ends_with("-decls") => {}
            name if name.starts_with("draw:") => {
                let mut run = Run::new(self.styles.plain());
                self.drawn(element, &mut run);
                let (content, after) = run.finish();
                if !content.is_empty() {
                    out.push(Block::Paragraph(Paragraph::of(content)));
                }
                out.extend(after);
            }
            // What no version of the standard has is read for the blocks in it.
            _ => {
                let inner = self.body(element);
                out.extend(inner);
            }
        }
    }

    fn section(&mut self, element: &Element, out: &mut Vec<Block>) {
        if element.attribute("text:display") == Some("none") {
            hidden(element, out);
            return;
        }
        if let Some(source) = element.child("text:section-source") {
            let from = source.attribute("xlink:href").unwrap_or_default();
            let name = from.rsplit(['/', '\\']).next().unwrap_or_default();
            out.push(Block::Remark(Remark::lost(format!(
                "what follows is a copy of another document, {name}, as it was when this one was saved"
            ))));
        }
        let inner = self.body(element);
        out.extend(inner);
    }

    fn paragraph(&mut self, element: &Element, out: &mut Vec<Block>) {
        let style = element.attribute("text:style-name").unwrap_or_default();
        let look = self.styles.look("paragraph", style, &self.styles.plain());
        if look.hidden || is_hidden(element) {
            hidden(element, out);
            return;
        }
        let role = self.role(element, style);
        let ground = match role {
            Role::Text | Role::Meaning => self.styles.plain(),
            _ => self.styles.look_of_named(style, &self.styles.plain()),
        };
        let mut run = Run::new(look);
        run.ground = Look { bold: ground.bold, italic: ground.italic, ..Look::default() };
        run.keeps_blanks = matches!(role, Role::Code);
        if let Role::Heading(_) = role {
            self.outlined(element, &mut run);
        }
        self.running(element, &mut run);
        let points = run.points();
        let (content, after) = run.finish();
        let block = match role {
            Role::Rule if words(&content).trim().is_empty() => Some(Block::Rule),
            _ if content.is_empty() => None,
            Role::Title => Some(Block::Title(content)),
            Role::Heading(level) => Some(Block::Heading(level, content)),
            Role::Quote => Some(Block::Quote(vec![Block::Paragraph(Paragraph { content, points, plain: true })])),
            Role::Code => Some(Block::Code(lines(&content))),
            Role::Caption => Some(Block::Caption(content)),
            Role::Term => Some(Block::Definitions(vec![(content, Vec::new())])),
            Role::Meaning => {
                let meaning = vec![Block::Paragraph(Paragraph { content, points, plain: true })];
                Some(Block::Definitions(vec![(Vec::new(), vec![meaning])]))
            }
            Role::Rule | Role::Text => Some(Block::Paragraph(Paragraph { content, points, plain: false })),
        };
        if let Some(block) = block {
            push(block, out);
        }
        out.extend(after);
    }

    /// Source: names of LibreOffice's built-in styles, and of those that pandoc writes; all in small letters.
    fn role(&self, element: &Element, style: &str) -> Role {
        let names = self.styles.names("paragraph", style);
        if &*element.name == "text:h" {
            let level = element.attribute("text:outline-level").and_then(|level| level.parse().ok());
            return Role::Heading(level.unwrap_or(1));
        }
        for name in &names {
            match *name {
                "title" => return Role::Title,
                "quotations" | "quote" | "intense quote" | "block text" | "block quotation" => return Role::Quote,
                "preformatted text" | "source code" | "html preformatted" | "plain text" => return Role::Code,
                "caption" | "illustration" | "figure" | "drawing" | "table" | "image caption" | "table caption" => {
                    return Role::Caption;
                }
                "horizontal line" | "horizontal rule" => return Role::Rule,
                "list heading" | "definition term" => return Role::Term,
                "list contents" | "definition definition" | "definition" => return Role::Meaning,
                _ => {
                    let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                    if let Some(level) = level {
                        return Role::Heading(level);
                    }
                }
            }
        }
        self.styles.level(style).map_or(Role::Text, Role::Heading)
    }

    /// Marks a heading as a place where links lead to it by its words. Source: LibreOffice, links such as `#1.Aims|outline`.
    fn outlined(&mut self, element: &Element, run: &mut Run) {
        let heading = said(element);
        let found = self.targets.iter().find(|target| {
            let name = target.strip_suffix("|outline").unwrap_or_default();
            let bare = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
            !name.is_empty() && (bare == heading || name == heading)
        });
        if let Some(target) = found {
            run.push(Inline::Place(target.clone()));
        }
    }
}

/// Source: OpenDocument 1.3, part 3, 7.7.13: a paragraph that a field hides.
fn is_hidden(element: &Element) -> bool {
    element
        .elements()
        .any(|field| &*field.name == "text:hidden-paragraph" && field.attribute("text:is-hidden") == Some("true"))
}

fn hidden(element: &Element, out: &mut Vec<Block>) {
    let words = said(element);
    if !words.is_empty() {
        out.push(Block::Remark(Remark { sort: Sort::Hidden, words }));
    }
}

/// Returns running text as lines whose blanks count.
fn lines(content: &[Inline]) -> String {
    let line = |inline: &Inline| match inline {
        Inline::LineBreak => "\n".to_string(),
        other => words(std::slice::from_ref(other)),
    };
    content.iter().map(line).collect()
}

/// Adds a block. Lines of code, quotations and definitions one under another are one block: a word processor has only
/// paragraphs.
fn push(block: Block, out: &mut Vec<Block>) {
    match (out.last_mut(), block) {
        (Some(Block::Quote(last)), Block::Quote(more)) => last.extend(more),
        (Some(Block::Code(last)), Block::Code(more)) => {
            last.push('\n');
            last.push_str(&more);
        }
        (Some(Block::Definitions(last)), Block::Definitions(more)) => {
            for (term, meanings) in more {
                match last.last_mut() {
                    Some((_, known)) if term.is_empty() => known.extend(meanings),
                    _ => last.push((term, meanings)),
                }
            }
        }
        // A meaning without a term is a paragraph.
        (_, Block::Definitions(entries)) if entries.iter().all(|(term, _)| term.is_empty()) => {
            out.extend(entries.into_iter().flat_map(|(_, meanings)| meanings.into_iter().flatten()));
        }
        (_, block) => out.push(block),
    }
}
