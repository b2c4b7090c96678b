//! What stands in frames of an OpenDocument text: pictures, boxes, formulas, charts, and drawings. Source: OpenDocument 1.3,
//! part 3, 10.

use super::Reader;
use super::changes::said;
use super::run::Run;
use crate::import::document::{Block, Inline, Paragraph, Picture, PictureFile, Remark, words};
use crate::import::xml::{Element, parse};

impl Reader<'_> {
    /// Reads a frame, a drawing, or a group of them.
    pub fn drawn(&mut self, element: &Element, run: &mut Run) {
        match &*element.name {
            "draw:frame" => self.frame(element, run),
            "draw:g" => {
                let before = run.after.len();
                for inner in element.elements().filter(|inner| inner.name.starts_with("draw:")) {
                    self.shape_in_group(inner, run);
                }
                if run.after.len() == before && !has_picture(element) {
                    self.lost(element, "a drawing", run);
                }
            }
            "draw:a" => {
                let link = element.attribute("xlink:href").unwrap_or_default();
                for inner in element.elements() {
                    self.drawn(inner, run);
                }
                if !link.is_empty() {
                    run.push(Inline::Remark(Remark::lost(format!("what stands here led to {link}"))));
                }
            }
            "draw:control" => self.lost(element, "a field of a form", run),
            _ => self.shape(element, run),
        }
    }

    fn shape_in_group(&mut self, element: &Element, run: &mut Run) {
        // A group of lines and boxes is one drawing: only its words and its pictures are read by themselves.
        if matches!(&*element.name, "draw:frame" | "draw:g" | "draw:a") || !said(element).is_empty() {
            self.drawn(element, run);
        }
    }

    /// Reads a drawing: its words are a box beside the text.
    fn shape(&mut self, element: &Element, run: &mut Run) {
        let blocks = self.body_of_shape(element, run);
        if blocks.is_empty() {
            // A line between two parts says nothing.
            if !matches!(&*element.name, "draw:line" | "draw:connector") || described(element).is_some() {
                self.lost(element, "a drawing", run);
            }
            return;
        }
        unboxed(blocks, &mut run.after);
    }

    fn body_of_shape(&mut self, element: &Element, run: &mut Run) -> Vec<Block> {
        let mut blocks = Vec::new();
        for inner in element.elements() {
            if matches!(&*inner.name, "text:p" | "text:h" | "text:list" | "table:table") {
                self.block(inner, &mut blocks);
            } else if inner.name.starts_with("draw:")
                && &*inner.name != "draw:enhanced-geometry"
                && &*inner.name != "draw:glue-point"
            {
                self.drawn(inner, run);
            }
        }
        blocks
    }

    fn frame(&mut self, frame: &Element, run: &mut Run) {
        if let Some(text) = frame.child("draw:text-box") {
            let blocks = self.body(text);
            unboxed(blocks, &mut run.after);
            return;
        }
        if let Some(table) = frame.child("table:table") {
            let mut blocks = Vec::new();
            self.table(table, &mut blocks);
            run.after.extend(blocks);
            return;
        }
        if let Some(object) = frame.child("draw:object") {
            self.object(frame, object, run);
            return;
        }
        if frame.child("draw:plugin").is_some() {
            let at = frame.child("draw:plugin").and_then(|plugin| plugin.attribute("xlink:href")).unwrap_or_default();
            let name = at.rsplit('/').next().unwrap_or_default();
            self.lost(frame, &format!("a film or sound ({name})"), run);
            return;
        }
        if let Some(inner) = frame.child("draw:floating-frame") {
            let at = inner.attribute("xlink:href").unwrap_or_default();
            self.lost(frame, &format!("a window that shows {at}"), run);
            return;
        }
        if !self.picture(frame, run) {
            self.lost(frame, "an object of another program", run);
        }
    }

    /// Reads a formula, a chart or another document in this one; where there is none, the picture that stands for it.
    fn object(&mut self, frame: &Element, object: &Element, run: &mut Run) {
        let at = object.attribute("xlink:href").unwrap_or_default().trim_start_matches("./").trim_end_matches('/');
        let inner = object.elements().next();
        let part = if inner.is_none() && !at.is_empty() { self.part(&format!("{at}/content.xml")) } else { None };
        let parsed = part.and_then(|bytes| parse_math(&bytes));
        let root = inner.or(parsed.as_ref());
        if let Some(formula) =
            root.and_then(|root| root.find("annotation")).map(said).filter(|formula| !formula.is_empty())
        {
            self.lost(frame, &format!("a formula: {formula}"), run);
            return;
        }
        if !self.picture(frame, run) {
            self.lost(frame, "a chart or another object; its data are in the document", run);
        }
    }

    /// Reads a frame's picture, and returns whether it has one that is shown somewhere.
    fn picture(&mut self, frame: &Element, run: &mut Run) -> bool {
        let images: Vec<&Element> = frame.elements().filter(|inner| &*inner.name == "draw:image").collect();
        if images.is_empty() {
            return false;
        }
        let style = frame.attribute("draw:style-name").unwrap_or_default();
        let clip = self.styles.property("graphic", style, "style:graphic-properties", "fo:clip");
        if clip.is_some_and(is_cut) {
            self.lost(
                frame,
                "a picture of which only a part is shown; cut it in a picture program and put it here",
                run,
            );
            return true;
        }
        let mut outside = None;
        for image in images {
            let at = image.attribute("xlink:href").unwrap_or_default();
            if at.contains("://") || at.starts_with("../") || at.starts_with('/') {
                outside = Some(at.to_string());
                continue;
            }
            let file = match (self.pictures.get(at), image.child("office:binary-data")) {
                (Some(file), _) => *file,
                (None, None) => {
                    let Some(bytes) = self.part(at.trim_start_matches("./")).filter(|bytes| is_picture(bytes)) else {
                        continue;
                    };
                    self.document.pictures.push(PictureFile { bytes, cut: [0.0; 4] });
                    self.pictures.insert(at.to_string(), self.document.pictures.len() - 1);
                    self.document.pictures.len() - 1
                }
                (None, Some(_)) => continue,
            };
            let decorative =
                ["loext:decorative", "draw:decorative"].iter().any(|name| frame.attribute(name) == Some("true"));
            run.push(Inline::Picture(Picture { file, alt: described(frame).unwrap_or_default(), decorative }));
            return true;
        }
        if let Some(at) = outside {
            self.lost(frame, &format!("a picture that is not in the document but at {at}"), run);
            return true;
        }
        false
    }

    fn lost(&mut self, element: &Element, what: &str, run: &mut Run) {
        let described =
            described(element).map(|words| format!(", described as \u{201c}{words}\u{201d}")).unwrap_or_default();
        run.push(Inline::Remark(Remark::lost(format!("{what}{described}"))));
    }

    /// Returns a part of the archive; one that is hostile refuses the document.
    fn part(&mut self, name: &str) -> Option<Vec<u8>> {
        match self.archive.read(name) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                self.refused.get_or_insert(refusal);
                None
            }
        }
    }
}

/// Formulas of LibreOffice begin with a document type, which an office document has not. Without it they are read as others.
fn parse_math(bytes: &[u8]) -> Option<Element> {
    let text = String::from_utf8_lossy(bytes);
    let start = text.find("<math").or_else(|| text.find("<office:")).unwrap_or(0);
    parse(text.get(start..)?.as_bytes()).ok()
}

/// Returns what a frame shows, as it says. Source: OpenDocument 1.3, part 3, 10.3.17 and 10.3.18.
fn described(element: &Element) -> Option<String> {
    let part = |name: &str| element.child(name).map(said).filter(|words| !words.is_empty());
    match (part("svg:title"), part("svg:desc")) {
        (Some(title), Some(long)) if title != long => Some(format!("{title}: {long}")),
        (title, long) => long.or(title),
    }
}

fn has_picture(element: &Element) -> bool {
    element.find("draw:image").is_some()
}

/// Source: OpenDocument 1.3, part 3, 20.187: `rect(top, right, bottom, left)` with lengths, or `auto`.
fn is_cut(clip: &str) -> bool {
    let inside = clip.strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')')).unwrap_or_default();
    inside.split([',', ' ']).filter(|length| !length.is_empty()).any(|length| {
        let number: String = length.chars().take_while(|c| c.is_ascii_digit() || *c == '.' || *c == '-').collect();
        number.parse::<f32>().is_ok_and(|number| number.abs() > 0.001)
    })
}

/// Returns whether bytes are a picture of a form that is published.
fn is_picture(bytes: &[u8]) -> bool {
    crate::content::pictures::Format::of(bytes).is_some()
}

/// Adds what a box holds. A picture with its caption is no box: LibreOffice frames them together.
fn unboxed(blocks: Vec<Block>, out: &mut Vec<Block>) {
    let mut pictured = Vec::new();
    let only = |block: &Block| match block {
        Block::Caption(_) => true,
        Block::Paragraph(Paragraph { content, .. }) => words(content).trim().is_empty(),
        _ => false,
    };
    let is_figure = blocks.iter().all(only);
    let mut framed = blocks.iter().filter(|block| matches!(block, Block::Caption(_))).count() == 1 && !is_figure;
    framed &= blocks.len() == 1;
    if is_figure || framed {
        for block in blocks {
            match block {
                // The picture stands in the caption's paragraph.
                Block::Caption(content) => {
                    let (pictures, words): (Vec<Inline>, Vec<Inline>) =
                        content.into_iter().partition(|inline| matches!(inline, Inline::Picture(_)));
                    if !pictures.is_empty() {
                        pictured.push(Block::Paragraph(Paragraph::of(pictures)));
                    }
                    pictured.push(Block::Caption(words));
                }
                other => pictured.push(other),
            }
        }
        out.extend(pictured);
    } else if !blocks.is_empty() {
        out.push(Block::Boxed(blocks));
    }
}
