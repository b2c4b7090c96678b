//! What is drawn on a page of a PDF: text with its size, place, colour and ground, pictures, and which of it belongs to the
//! structure. Source: ISO 32000-1:2008, 8, 9 and 14.6.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::font::{Font, Fonts};
use super::ink::{Colour, Ink, Space};
use super::reader::{Dictionary, Lexer, Object, Pdf, Token};
use super::shape::{Area, Ground, Matrix, Outline};

/// How many parts of pages are read in all, before the rest is left. Source: measured; about a second.
pub const MOST_PARTS: u64 = 30_000_000;

/// How deep drawings may stand in drawings, and states be kept in states.
const MOST_DEPTH: usize = 10;
const MOST_STATES: usize = 1000;

/// How many grounds of a page text is compared with. Source: ours; what was drawn earlier is left out.
const MOST_GROUNDS: usize = 2000;

/// A marked sequence: the page or drawing that it stands in, by its object's number, and its own number there.
pub type Sequence = (u32, i64);

/// Text that was shown in one go.
#[derive(Debug)]
pub struct Shown {
    /// What it says.
    pub text: String,
    /// The height of its type in points.
    pub size: f32,
    /// Where it stands.
    pub area: Area,
    /// Its colour and that of its ground; `None` where either is not plain.
    pub colours: Option<(Colour, Colour)>,
    /// Whether it is drawn at all: text behind a scanned page is not.
    pub visible: bool,
}

/// A picture on a page.
#[derive(Debug)]
pub struct Picture {
    /// Its width and height in pixels.
    pub pixels: (f32, f32),
    /// Its width and height on paper, in points.
    pub size: (f32, f32),
    /// Where it stands.
    pub area: Area,
}

/// What is drawn on one page.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Text, in the order in which it is drawn.
    pub shown: Vec<Shown>,
    /// Pictures.
    pub pictures: Vec<Picture>,
    /// The words of each marked sequence.
    pub sequences: BTreeMap<Sequence, String>,
    /// How many things are drawn that are neither in the structure nor marked as decoration.
    pub stray: usize,
    /// The first words among them.
    pub stray_words: String,
    /// How many colours and pictures are in red, green and blue.
    pub lights: usize,
    /// The most ink of a colour that is mixed from inks, from 0 to 4. Pixels of pictures are not looked at.
    pub ink: f32,
}

/// What stands open around what is drawn.
#[derive(Default)]
struct Mark {
    /// It is marked as decoration.
    decoration: bool,
    /// It is a sequence of the structure.
    sequence: Option<Sequence>,
    /// Other words are read in its place.
    replaced: bool,
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    fill: Ink,
    clip: Area,
    font: Option<Rc<Font>>,
    size: f32,
    letter_gap: f32,
    word_gap: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    mode: i64,
    opaque: bool,
}

/// Draws pages, and counts what that costs.
pub struct Painter<'p, 'b> {
    pdf: &'p Pdf<'b>,
    /// The faces that were used.
    pub fonts: Fonts,
    /// How many parts may still be read.
    pub left: u64,
}

/// One page while it is drawn.
struct Drawing {
    out: Drawn,
    state: State,
    states: Vec<State>,
    marks: Vec<Mark>,
    text: Matrix,
    line: Matrix,
    outline: Outline,
    grounds: Vec<Ground>,
    /// Where text ended last, to know where words end that no space ends.
    end: Option<(f32, f32)>,
    /// Whether there is a gap before the next words.
    apart: bool,
    /// Whether the words before ended in a space.
    ended_in_space: bool,
}

impl<'p, 'b> Painter<'p, 'b> {
    /// Returns a painter of a file's pages.
    pub fn new(pdf: &'p Pdf<'b>) -> Painter<'p, 'b> {
        Painter { pdf, fonts: Fonts::default(), left: MOST_PARTS }
    }

    /// Draws a page, given its object's number, its resources, its content and its area.
    pub fn page(&mut self, number: u32, resources: &Dictionary, content: &[u8], area: Area) -> Drawn {
        let state = State {
            matrix: Matrix::ONE,
            fill: Ink::BLACK,
            clip: area,
            font: None,
            size: 1.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            opaque: true,
        };
        let mut drawing = Drawing {
            out: Drawn::default(),
            state,
            states: Vec::new(),
            marks: Vec::new(),
            text: Matrix::ONE,
            line: Matrix::ONE,
            outline: Outline::default(),
            grounds: Vec::new(),
            end: None,
            apart: false,
            ended_in_space: true,
        };
        self.draw(&mut drawing, number, resources, content, 0);
        drawing.out
    }

    fn draw(&mut self, on: &mut Drawing, number: u32, resources: &Dictionary, content: &[u8], depth: usize) {
        let mut lexer = Lexer::of_content(content, self.left);
        let mut held: Vec<Object> = Vec::new();
        loop {
            lexer.left = lexer.left.min(self.left);
            let Some(token) = lexer.next() else { break };
            self.left = self.left.min(lexer.left);
            match token {
                Token::Operand(object) => {
                    // No operator has more operands; a page of nothing but numbers must not fill the memory.
                    if held.len() < 64 {
                        held.push(object);
                    }
                }
                Token::Operator(word) => {
                    self.operator(on, number, resources, word, &held, depth);
                    if word == b"ID" {
                        pass_over_picture(&mut lexer, content);
                        on.count_stray("");
                    }
                    held.clear();
                }
            }
        }
        self.left = self.left.min(lexer.left);
    }

    fn operator(
        &mut self,
        on: &mut Drawing,
        number: u32,
        resources: &Dictionary,
        word: &[u8],
        held: &[Object],
        depth: usize,
    ) {
        let numbers =
            || -> Vec<f32> { held.iter().filter_map(|one| one.number().map(|number| number as f32)).collect() };
        let first = || held.first().and_then(Object::number).unwrap_or(0.0) as f32;
        match word {
            b"q" => on.keep(),
            b"Q" => on.go_back(),
            b"cm" => on.state.matrix = Matrix::of(&numbers()).then(on.state.matrix),
            b"gs" => self.settings(on, resources, held),
            b"BMC" | b"BDC" => self.open_mark(on, number, resources, held),
            b"EMC" => drop(on.marks.pop()),
            b"Do" => self.object(on, number, resources, held, depth),
            b"BT" => (on.text, on.line) = (Matrix::ONE, Matrix::ONE),
            b"Tc" => on.state.letter_gap = first(),
            b"Tw" => on.state.word_gap = first(),
            b"Tz" => on.state.stretch = first() / 100.0,
            b"TL" => on.state.leading = first(),
            b"Ts" => on.state.rise = first(),
            b"Tr" => on.state.mode = held.first().and_then(Object::integer).unwrap_or(0),
            b"Tf" => self.set_font(on, resources, held),
            b"Td" | b"TD" => {
                let [x, y] = *numbers().as_slice() else { return };
                if word == b"TD" {
                    on.state.leading = -y;
                }
                on.next_line(x, y);
            }
            b"Tm" => {
                on.line = Matrix::of(&numbers());
                on.text = on.line;
            }
            b"T*" => on.next_line(0.0, -on.state.leading),
            b"Tj" => self.show(on, held),
            b"TJ" => {
                let Some(Object::Array(items)) = held.first() else { return };
                self.left = self.left.saturating_sub(items.len() as u64);
                self.show(on, items);
            }
            b"'" | b"\"" => {
                if let [word_gap, letter_gap, _] = held {
                    on.state.word_gap = word_gap.number().unwrap_or(0.0) as f32;
                    on.state.letter_gap = letter_gap.number().unwrap_or(0.0) as f32;
                }
                on.next_line(0.0, -on.state.leading);
                self.show(on, held.last().map_or(&[], std::slice::from_ref));
            }
            b"cs" | b"CS" => {
                let space = Space::read(self.pdf, resources, held.first());
                on.count_lights(space);
                if word == b"cs" {
                    on.state.fill = Ink::new(space);
                }
            }
            b"RG" => on.count_lights(Space::Rgb),
            b"K" => on.weigh_ink(&numbers()),
            b"g" => on.state.fill = Ink::of(Space::Grey, &numbers()),
            b"rg" => {
                on.count_lights(Space::Rgb);
                on.state.fill = Ink::of(Space::Rgb, &numbers());
            }
            b"ID" => on.count_lights(of_picture(held)),
            b"k" => {
                on.weigh_ink(&numbers());
                on.state.fill = Ink::of(Space::Cmyk, &numbers());
            }
            b"sc" | b"scn" => {
                let space = on.state.fill.space;
                if space == Space::Cmyk {
                    on.weigh_ink(&numbers());
                }
                on.state.fill = Ink::of(space, &numbers());
            }
            b"sh" => on.fill(None),
            _ => on.path(word, &numbers()),
        }
    }

    fn settings(&mut self, on: &mut Drawing, resources: &Dictionary, held: &[Object]) {
        let Some(settings) = self.named(resources, "ExtGState", held.first()) else { return };
        let Some(settings) = settings.dictionary() else { return };
        if let Some(alpha) = self.pdf.entry(settings, "ca").and_then(|alpha| alpha.number()) {
            on.state.opaque = alpha > 0.99;
        }
        let font = self.pdf.items(settings, "Font");
        if let [font, size] = font.as_slice() {
            on.state.font = self.fonts.get(self.pdf, font);
            on.state.size = size.number().unwrap_or(1.0) as f32;
        }
    }

    /// Returns what a name means in a page's resources.
    fn named(&self, resources: &Dictionary, sort: &str, name: Option<&Object>) -> Option<Object> {
        let name = String::from_utf8_lossy(name?.name()?).into_owned();
        let found = self.pdf.dictionary(resources, sort)?;
        self.pdf.entry(&found, &name)
    }

    fn open_mark(&mut self, on: &mut Drawing, number: u32, resources: &Dictionary, held: &[Object]) {
        if on.marks.len() > MOST_STATES {
            return;
        }
        let properties = match held.get(1) {
            Some(Object::Dictionary(inline)) => Some(Rc::clone(inline)),
            name @ Some(Object::Name(_)) => {
                self.named(resources, "Properties", name).and_then(|found| found.dictionary().cloned())
            }
            _ => None,
        };
        let sequence =
            properties.as_ref().and_then(|held| self.pdf.entry(held, "MCID")).and_then(|mcid| mcid.integer());
        let read = properties.as_ref().and_then(|held| self.pdf.text(held, "ActualText"));
        let decoration = held.first().and_then(Object::name) == Some(b"Artifact");
        let sequence = sequence.filter(|_| !decoration).map(|sequence| (number, sequence));
        if let Some(sequence) = sequence {
            on.out.sequences.entry(sequence).or_default();
        }
        on.marks.push(Mark { decoration, sequence, replaced: false });
        if let Some(read) = read {
            on.say(&read);
            if let Some(last) = on.marks.last_mut() {
                last.replaced = true;
            }
        }
    }

    fn set_font(&mut self, on: &mut Drawing, resources: &Dictionary, held: &[Object]) {
        let [name, size] = held else { return };
        on.state.size = size.number().unwrap_or(1.0) as f32;
        let fonts = self.pdf.dictionary(resources, "Font");
        let name = name.name().map(|name| String::from_utf8_lossy(name).into_owned());
        let entry = fonts.as_ref().zip(name).and_then(|(fonts, name)| fonts.get(&name).cloned());
        on.state.font = entry.and_then(|entry| self.fonts.get(self.pdf, &entry));
    }

    fn object(&mut self, on: &mut Drawing, number: u32, resources: &Dictionary, held: &[Object], depth: usize) {
        let named = held.first().and_then(Object::name).map(|name| String::from_utf8_lossy(name).into_owned());
        let objects = self.pdf.dictionary(resources, "XObject");
        let Some(entry) = objects.zip(named).and_then(|(objects, name)| objects.get(&name).cloned()) else { return };
        let object = self.pdf.resolve(&entry);
        let Some(dictionary) = object.dictionary() else { return };
        self.left = self.left.saturating_sub(10);
        match self.pdf.name(dictionary, "Subtype").as_str() {
            "Image" => {
                let pixels =
                    |key: &str| self.pdf.entry(dictionary, key).and_then(|size| size.number()).unwrap_or(0.0) as f32;
                let matrix = on.state.matrix;
                let picture = Picture {
                    pixels: (pixels("Width"), pixels("Height")),
                    size: (matrix.across(), matrix.down()),
                    area: matrix.area(Area::UNIT),
                };
                let space = self.pdf.entry(dictionary, "ColorSpace");
                on.count_lights(space.map_or(Space::Other, |space| Space::of(self.pdf, &space)));
                on.count_stray("");
                on.ground(picture.area.corners(), None);
                on.out.pictures.push(picture);
            }
            "Form" if depth < MOST_DEPTH => {
                let Some(content) = self.pdf.unpacked(&object) else { return };
                let own = self.pdf.dictionary(dictionary, "Resources");
                let matrix: Vec<f32> = self
                    .pdf
                    .items(dictionary, "Matrix")
                    .iter()
                    .filter_map(|one| one.number().map(|n| n as f32))
                    .collect();
                on.keep();
                on.state.matrix = Matrix::of(&matrix).then(on.state.matrix);
                let (open, kept) = (on.marks.len(), on.states.len());
                // Sequences of a drawing with a place of its own in the structure are counted there.
                let holder = if dictionary.has("StructParents") { entry.reference().unwrap_or(number) } else { number };
                self.draw(on, holder, own.as_deref().unwrap_or(resources), &content, depth + 1);
                on.marks.truncate(open);
                on.states.truncate(kept);
                on.go_back();
            }
            _ => {}
        }
    }

    fn show(&mut self, on: &mut Drawing, items: &[Object]) {
        let Some(font) = on.state.font.clone() else { return };
        let state = on.state.clone();
        let scale = Matrix::scaled(state.size * state.stretch, state.size, state.rise);
        let at = scale.then(on.text).then(state.matrix);
        let size = at.down();
        let start = on.text.then(state.matrix).point(0.0, state.rise);
        let mut text = String::new();
        let apart = |(x, y): (f32, f32)| (y - start.1).abs() > size * 0.2 || start.0 - x > size * 0.15;
        on.apart |= on.end.is_some_and(apart);
        let mut far = 0.0;
        for item in items {
            match item {
                Object::String(shown) => {
                    self.left = self.left.saturating_sub(shown.len() as u64);
                    for code in font.codes(shown) {
                        let gap = state.letter_gap + if code.is_space { state.word_gap } else { 0.0 };
                        far += (code.width / 1000.0 * state.size + gap) * state.stretch;
                        text.push_str(code.letters.as_deref().unwrap_or("\u{FFFD}"));
                    }
                }
                other => {
                    let kern = other.number().unwrap_or(0.0) as f32;
                    far -= kern / 1000.0 * state.size * state.stretch;
                    // A gap this wide is a space. Source: ours; poppler takes a tenth of the size or more.
                    if kern < -200.0 && !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
            }
        }
        let wide = if state.size == 0.0 { 0.0 } else { far / (state.size * state.stretch) };
        let area = at.area(Area { left: 0.0, bottom: -0.2, right: wide, top: 0.7 });
        on.text = Matrix::moved(far, 0.0).then(on.text);
        on.end = Some(on.text.then(state.matrix).point(0.0, state.rise));
        on.say(&text);
        on.count_stray(&text);
        self.left = self.left.saturating_sub(on.grounds.len() as u64 / 8);
        let ground = on.ground_at(area.middle());
        let visible = state.mode != 3 && state.mode != 7;
        let colour = if state.opaque && visible && state.mode != 1 { state.fill.colour } else { None };
        on.out.shown.push(Shown { text, size, area, colours: colour.zip(ground), visible });
    }
}

/// Returns the space of a picture that stands among the operators, given its keys and values in turn. Source: ISO 32000-1:2008,
/// 8.9.7, table 93.
fn of_picture(held: &[Object]) -> Space {
    let mut entries = held.chunks_exact(2).filter_map(|entry| Some((entry.first()?.name()?, entry.get(1)?)));
    let space = entries.find(|(key, _)| matches!(*key, b"CS" | b"ColorSpace")).and_then(|(_, space)| space.name());
    space.map_or(Space::Other, Space::named)
}

/// Goes past the bytes of a picture that stands among the operators. Source: ISO 32000-1:2008, 8.9.7.
fn pass_over_picture(lexer: &mut Lexer<'_>, content: &[u8]) {
    let mut at = lexer.at();
    while let Some(found) = content.get(at..).and_then(|rest| super::reader::find(rest, b"EI")) {
        let end = at + found;
        let space =
            |at: Option<usize>| at.and_then(|at| content.get(at)).is_none_or(|byte| super::reader::is_space(*byte));
        at = end + 2;
        if space(end.checked_sub(1)) && space(Some(at)) {
            break;
        }
    }
    lexer.go_to(at);
}

impl Drawing {
    fn count_lights(&mut self, space: Space) {
        self.out.lights += usize::from(space == Space::Rgb);
    }

    fn weigh_ink(&mut self, inks: &[f32]) {
        let whole: f32 = inks.iter().take(4).map(|ink| ink.clamp(0.0, 1.0)).sum();
        self.out.ink = self.out.ink.max(whole);
    }

    fn keep(&mut self) {
        if self.states.len() < MOST_STATES {
            self.states.push(self.state.clone());
        }
    }

    fn go_back(&mut self) {
        if let Some(state) = self.states.pop() {
            self.state = state;
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn path(&mut self, word: &[u8], numbers: &[f32]) {
        let at = |x: f32, y: f32| self.state.matrix.point(x, y);
        match (word, numbers) {
            (b"m", [x, y]) => self.outline.start(at(*x, *y)),
            (b"l", [x, y]) => self.outline.line(at(*x, *y)),
            (b"c", [a, b, c, d, x, y]) => self.outline.curve(at(*a, *b), at(*c, *d), at(*x, *y)),
            (b"v", [c, d, x, y]) => self.outline.curve_from_here(at(*c, *d), at(*x, *y)),
            (b"y", [a, b, x, y]) => self.outline.curve(at(*a, *b), at(*x, *y), at(*x, *y)),
            (b"re", [x, y, width, height]) => {
                self.outline.start(at(*x, *y));
                for (x, y) in [(x + width, *y), (x + width, y + height), (*x, y + height)] {
                    self.outline.line(self.state.matrix.point(x, y));
                }
            }
            (b"W" | b"W*", _) => self.state.clip = self.state.clip.within(self.outline.area()),
            (b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*", _) => {
                let colour = if self.state.opaque { self.state.fill.colour } else { None };
                self.fill(Some(colour));
            }
            (b"S" | b"s", _) => {
                self.count_stray("");
                self.outline = Outline::default();
            }
            (b"n", _) => self.outline = Outline::default(),
            _ => {}
        }
    }

    /// Fills the outline, or all that may be drawn on where it is a shading.
    fn fill(&mut self, path: Option<Option<Colour>>) {
        self.count_stray("");
        match path {
            Some(colour) => {
                let outline = std::mem::take(&mut self.outline);
                self.ground(outline, colour);
            }
            None => self.ground(self.state.clip.corners(), None),
        }
    }

    fn ground(&mut self, outline: Outline, colour: Option<Colour>) {
        if self.grounds.len() < MOST_GROUNDS {
            self.grounds.push(Ground::new(outline, self.state.clip, colour));
        }
    }

    /// Returns the colour that a point is drawn on; `None` where it is not plain.
    fn ground_at(&self, point: (f32, f32)) -> Option<Colour> {
        let ground = self.grounds.iter().rev().find(|ground| ground.holds(point));
        ground.map_or(Some(Colour::PAPER), |ground| ground.colour)
    }

    /// Notes that something is drawn; whether it is stray depends on what stands open around it.
    fn count_stray(&mut self, text: &str) {
        let marked = self.marks.iter().any(|mark| mark.decoration || mark.sequence.is_some());
        if !marked {
            self.out.stray += 1;
            if self.out.stray_words.trim().is_empty() {
                self.out.stray_words = text.trim().chars().take(60).collect();
            }
        }
    }

    /// Adds words to the sequence that stands open, unless others are read in their place.
    fn say(&mut self, text: &str) {
        if self.marks.iter().any(|mark| mark.replaced) {
            return;
        }
        let Some(sequence) = self.marks.iter().rev().find_map(|mark| mark.sequence) else { return };
        let words = self.out.sequences.entry(sequence).or_default();
        if self.apart && !self.ended_in_space && !text.starts_with(char::is_whitespace) {
            words.push(' ');
        }
        words.push_str(text);
        self.ended_in_space = text.is_empty() && self.ended_in_space || text.ends_with(char::is_whitespace);
        self.apart = false;
    }
}
