//! Paragraphs of Word: what each is by its style, its list and its look. Source: ECMA-376, part 1, 17.3.1.

use super::super::document::{Block, Inline, Told, words};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::field::Field;
use super::look::{Look, is_on};
use super::numbering::Mark;
use super::reader::{Reader, Sink};
use super::styles::{self, Role};

/// A paragraph, and what it is part of.
#[derive(Debug)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// Its place in a list.
    pub item: Option<Item>,
    /// Its words.
    pub content: Vec<Inline>,
    /// The size of most of its letters, in points.
    pub points: f32,
    /// How far it stands in, in twentieths of a point.
    pub indent: i64,
    /// Whether it stands in because somebody moved it, and no style does.
    pub moved_in: bool,
    /// Whether it stands in a box.
    pub boxed: bool,
    /// Whether the next paragraph goes on with it.
    pub goes_on: bool,
    /// What stands beside it, such as a text box.
    pub beside: Vec<Block>,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// The list.
    pub list: String,
    /// What it has in common with lists that count together.
    pub form: String,
    /// Its level, from 0.
    pub level: usize,
    /// What stands before it.
    pub mark: Mark,
}

impl Reader<'_> {
    /// Reads a paragraph.
    ///
    /// # Errors
    ///
    /// A part that it leads to is damaged.
    pub fn paragraph(&mut self, element: &Element) -> Result<Line, Refusal> {
        let empty = Element::default();
        let properties = element.child("w:pPr").unwrap_or(&empty);
        if properties.child("w:pPrChange").is_some() {
            self.document.tell(Told::FormattingChanged);
        }
        let style = properties.child("w:pStyle").and_then(|style| style.attribute("w:val"));
        let mut role = self.styles.role(style);
        if role == Role::Body
            && let Some(level) = styles::outline(properties).filter(|level| *level < 9)
        {
            role = Role::Heading(level + 1);
        }
        let item = self.item(properties, style, role);
        let look = self.styles.paragraph_look(style);
        let base = base(&look, role);
        let outer_sinks = std::mem::take(&mut self.sinks);
        let outer_beside = std::mem::take(&mut self.beside);
        self.sinks.push(Sink::default());
        for field in std::mem::take(&mut self.open_fields) {
            self.open_field(field);
        }
        for place in std::mem::take(&mut self.places) {
            self.push(place);
        }
        self.inlines(element, &base)?;
        let content = self.end_paragraph();
        let beside = std::mem::replace(&mut self.beside, outer_beside);
        self.sinks = outer_sinks;
        // Words at places apart, as in two columns, are told from the next paragraph's.
        self.ranges.values_mut().for_each(|about| about.push(' '));
        let own_indent = styles::indent(properties);
        let list_indent = item.as_ref().and_then(|item| self.numbering.indent(&item.list, item.level));
        let indent = own_indent.or(list_indent).or_else(|| self.styles.indent(style)).unwrap_or(0);
        let hangs = properties.child("w:ind").is_some_and(|indent| {
            indent.attribute("w:hanging").is_some_and(|by| by != "0")
                || indent.attribute("w:firstLine").is_some_and(|by| by != "0")
        });
        let mark = properties.child("w:rPr");
        let goes_on = mark.is_some_and(|mark| mark.child("w:del").is_some())
            || properties.child("w:framePr").is_some_and(|frame| frame.attribute("w:dropCap").is_some());
        if matches!(role, Role::Heading(_) | Role::Title) && item.is_some() {
            self.document.tell(Told::HeadingNumbers);
        }
        if properties
            .child("w:pBdr")
            .is_some_and(|_| words(&content).trim().is_empty() && content.is_empty() && beside.is_empty())
            && role == Role::Body
        {
            role = Role::Rule;
        }
        Ok(Line {
            role,
            item: item.filter(|_| !matches!(role, Role::Heading(_) | Role::Title | Role::Caption)),
            points: self.points(element, &look),
            content,
            indent,
            moved_in: own_indent.is_some_and(|by| by >= 360) && !hangs,
            boxed: styles::is_boxed(properties) || self.styles.is_boxed(style),
            goes_on,
            beside,
        })
    }

    /// Ends the paragraph: fields that are still open go on in the next one.
    fn end_paragraph(&mut self) -> Vec<Inline> {
        let mut open: Vec<Field> = Vec::new();
        while self.sinks.len() > 1 {
            // A code that its paragraph does not end never ends: what comes after is text.
            open.extend(self.close_field().filter(|field| field.in_result));
        }
        open.reverse();
        self.open_fields = open;
        self.sinks.pop().map(|sink| sink.content).unwrap_or_default()
    }

    fn item(&mut self, properties: &Element, style: Option<&str>, role: Role) -> Option<Item> {
        let own = styles::list(properties);
        if matches!(&own, Some((Some(list), _)) if list == "0") {
            return None;
        }
        let own_level = own.as_ref().and_then(|(_, level)| *level);
        let own_list = own.and_then(|(list, _)| list).map(|list| (list, own_level.unwrap_or(0)));
        let of_style = || {
            let (list, level, of) = self.styles.list(style)?;
            let level = own_level.or(level).or_else(|| self.numbering.level_of(&list, &of)).unwrap_or(0);
            Some((list, level)).filter(|(list, _)| list != "0")
        };
        let Some((list, level)) = own_list.or_else(of_style) else {
            let Role::Item(numbered, level) = role else { return None };
            let mark = if numbered { Mark::Number(0, false) } else { Mark::Bullet };
            return Some(Item { list: format!("style {numbered}"), form: String::new(), level: level.into(), mark });
        };
        let form = self.numbering.form(&list)?.to_string();
        let mark = self.numbering.next(&list, level);
        if matches!(mark, Mark::Number(_, true)) && !matches!(role, Role::Heading(_)) {
            self.document.tell(Told::LetteredLists);
        }
        (mark != Mark::Nothing).then_some(Item { list, form, level, mark })
    }

    /// Returns the size of most letters of a paragraph, in points.
    fn points(&self, paragraph: &Element, look: &Look) -> f32 {
        let mut sizes: Vec<(f32, usize)> = Vec::new();
        let mut add = |run: &Element| {
            let letters: usize =
                run.elements().filter(|part| &*part.name == "w:t").map(|part| part.text().chars().count()).sum();
            let own = Look::of(run.child("w:rPr"));
            let style = own.style.as_deref().and_then(|id| self.styles.letter_look(id).0.size);
            // Word's own size where nothing is said is 10 points. Source: ECMA-376, part 1, 17.3.2.38.
            let size = own.size.or(style).or(look.size).unwrap_or(20.0) / 2.0;
            match sizes.iter_mut().find(|(known, _)| *known == size) {
                Some((_, count)) => *count += letters,
                None => sizes.push((size, letters)),
            }
        };
        runs(paragraph, &mut add);
        sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
    }
}

fn runs(parent: &Element, add: &mut dyn FnMut(&Element)) {
    for element in parent.elements() {
        match &*element.name {
            "w:r" => add(element),
            "w:hyperlink" | "w:ins" | "w:smartTag" | "w:sdt" | "w:sdtContent" | "w:moveTo" => runs(element, add),
            _ => {}
        }
    }
}

/// Returns what of a paragraph's look is seen as a mark on its words: what a style of quotations or headings does to all of
/// them is not.
fn base(look: &Look, role: Role) -> Look {
    let is_text = matches!(role, Role::Body | Role::Item(..));
    Look {
        lang: look.lang.clone(),
        lang_rtl: look.lang_rtl.clone(),
        hidden: look.hidden,
        bold: look.bold.filter(|_| is_text),
        face: look.face.clone(),
        ..Look::default()
    }
}

/// Returns whether a paragraph or a row of a table was struck out.
pub fn is_struck_out(properties: &Element) -> bool {
    properties.child("w:del").is_some_and(is_on)
}
