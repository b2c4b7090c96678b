//! The display list of a page as printpdf's operations, and which marked content belongs to which node.

use std::collections::BTreeMap;

use printpdf::{
    Cmyk, Codepoint, Color, CurTransMat, DictItem, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle,
    Point, Polygon, PolygonRing, Pt, Rgb, TextItem, WindingOrder, XObjectId, XObjectTransform,
};

use super::drawing::Drawing;
use super::embed::{Embedded, said};
use super::values::{round, sheet_size, slug, utf16};
use crate::model;
use crate::model::AssetId;
use crate::render::print::display::{
    ContentTag, Document, Draw, Glyph, GlyphRun, Item, Paint, Pen, Rect, Segment, Subpath,
};
use crate::render::print::structure::NodeId;

/// Where the marked content of each node was written.
pub struct MarkedContent {
    /// The page and number of each sequence, by node.
    pub of_node: Vec<Vec<(usize, i64)>>,
    /// The node of each sequence, by page.
    pub of_page: Vec<Vec<NodeId>>,
    /// Each picture that is drawn as pixels.
    pub pictures: Vec<Drawn>,
}

impl MarkedContent {
    /// Returns room for the content of so many nodes, of which none is written yet.
    pub fn new(nodes: usize) -> MarkedContent {
        MarkedContent { of_node: vec![Vec::new(); nodes], of_page: Vec::new(), pictures: Vec::new() }
    }
}

/// A picture that is drawn as pixels.
pub struct Drawn {
    /// The picture.
    pub asset: AssetId,
    /// Its name on pages.
    pub name: String,
    /// The longer side of the largest area that it fills, in points.
    pub longer: f32,
}

/// A page as it is written.
struct PageWriter<'a> {
    ops: Vec<Op>,
    fonts: &'a [Option<Embedded>],
    drawings: &'a BTreeMap<AssetId, Drawing>,
    inks: &'a [(model::Rgb, model::Cmyk)],
    slug: f32,
    height: f32,
    tag: Option<ContentTag>,
    fill: Option<model::Rgb>,
    stroke: Option<(model::Rgb, f32)>,
    font: Option<(usize, f32)>,
}

/// Returns a page's operations.
pub fn page(
    document: &Document,
    number: usize,
    (fonts, drawings): (&[Option<Embedded>], &BTreeMap<AssetId, Drawing>),
    content: &mut MarkedContent,
) -> Vec<Op> {
    let Some(page) = document.pages.get(number) else { return Vec::new() };
    let inks = &document.inks;
    let (_, height) = sheet_size(page);
    let ops = Vec::with_capacity(page.items.len() * 6);
    let mut writer = PageWriter {
        ops,
        fonts,
        drawings,
        inks,
        slug: slug(page),
        height,
        tag: None,
        fill: None,
        stroke: None,
        font: None,
    };
    let mut nodes: Vec<NodeId> = Vec::new();
    for item in &page.items {
        writer.mark(item, number, &mut nodes, content);
        writer.draw(&item.draw, content);
    }
    if writer.tag.is_some() {
        writer.ops.push(Op::EndMarkedContent);
    }
    content.of_page.push(nodes);
    writer.ops
}

impl PageWriter<'_> {
    fn draw(&mut self, draw: &Draw, content: &mut MarkedContent) {
        match draw {
            Draw::Run(run) => self.run(run),
            Draw::Path(subpaths, paint) => self.path(subpaths, *paint),
            Draw::Picture(asset, area) | Draw::Spread(asset, area) => self.picture(*asset, *area, content),
            Draw::Turned(origin, draw) => self.turned(*origin, draw, content),
        }
    }

    /// Draws something turned by a quarter to the right. What is set inside holds only there.
    fn turned(&mut self, (x, y): (f32, f32), draw: &Draw, content: &mut MarkedContent) {
        let before = (self.fill, self.stroke, self.font);
        let moved = [round(x - self.height + self.slug * 2.0), round(self.height - y)];
        let matrix = CurTransMat::Raw([0.0, -1.0, 1.0, 0.0, moved[0], moved[1]]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.draw(draw, content);
        self.ops.push(Op::RestoreGraphicsState);
        (self.fill, self.stroke, self.font) = before;
    }

    fn x(&self, x: f32) -> f32 {
        round(x + self.slug)
    }

    fn y(&self, y: f32) -> f32 {
        round(self.height - y - self.slug)
    }

    fn point(&self, (x, y): (f32, f32)) -> Point {
        Point { x: Pt(self.x(x)), y: Pt(self.y(y)) }
    }

    fn mark(&mut self, item: &Item, page: usize, nodes: &mut Vec<NodeId>, content: &mut MarkedContent) {
        if self.tag == Some(item.tag) {
            return;
        }
        if self.tag.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
        self.tag = Some(item.tag);
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let (tag, properties) = match item.tag {
            ContentTag::Content(node) => {
                let number = i64::try_from(nodes.len()).unwrap_or(i64::MAX);
                nodes.push(node);
                if let Some(written) = content.of_node.get_mut(node.0 as usize) {
                    written.push((page, number));
                }
                ("P", vec![("MCID", DictItem::Int(number))])
            }
            ContentTag::Layout => ("Artifact", vec![("Type", name("Layout"))]),
            ContentTag::Head => ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Header"))]),
            ContentTag::Foot => ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Footer"))]),
            ContentTag::Marks => ("Artifact", vec![("Type", name("Page"))]),
        };
        self.ops
            .push(Op::BeginMarkedContentWithProperties { tag: tag.to_string(), properties: dictionary(properties) });
    }

    /// Returns a colour as PDF has it: as light, or for a print firm as inks.
    fn colour(&self, colour: model::Rgb) -> Color {
        let short = |part: f32| (part * 1000.0).round() / 1000.0;
        if self.inks.is_empty() {
            let (r, g, b) = (short(colour.r), short(colour.g), short(colour.b));
            return Color::Rgb(Rgb { r, g, b, icc_profile: None });
        }
        let said = self.inks.iter().find(|(known, _)| *known == colour).map(|(_, inks)| *inks);
        let model::Cmyk { c, m, y, k } = said.unwrap_or_else(|| colour.into());
        Color::Cmyk(Cmyk { c: short(c), m: short(m), y: short(y), k: short(k), icc_profile: None })
    }

    fn fill_with(&mut self, colour: model::Rgb) {
        if self.fill != Some(colour) {
            self.ops.push(Op::SetFillColor { col: self.colour(colour) });
            self.fill = Some(colour);
        }
    }

    fn stroke_with(&mut self, pen: Pen) {
        if self.stroke != Some((pen.colour, pen.width)) {
            self.ops.push(Op::SetOutlineColor { col: self.colour(pen.colour) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(pen.width) });
            self.stroke = Some((pen.colour, pen.width));
        }
    }

    fn path(&mut self, subpaths: &[Subpath], paint: Paint) {
        match paint {
            Paint::Fill(colour) => {
                self.fill_with(colour);
                self.polygon(subpaths, PaintMode::Fill, WindingOrder::NonZero);
            }
            Paint::Stroke(pen) => {
                self.stroke_with(pen);
                if let Some(dash) = pen.dash {
                    self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[dash, dash]) });
                }
                match subpaths {
                    [one] if one.segments.len() == 1 => {
                        let points = self.points(one);
                        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
                    }
                    several => self.polygon(several, PaintMode::Stroke, WindingOrder::NonZero),
                }
                if pen.dash.is_some() {
                    self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[]) });
                }
            }
        }
    }

    fn polygon(&mut self, subpaths: &[Subpath], mode: PaintMode, winding_order: WindingOrder) {
        let rings = subpaths.iter().map(|subpath| PolygonRing { points: self.points(subpath) }).collect();
        let polygon = Polygon { rings, mode, winding_order };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn points(&self, subpath: &Subpath) -> Vec<LinePoint> {
        let mut points = vec![LinePoint { p: self.point(subpath.start), bezier: false }];
        for segment in &subpath.segments {
            match *segment {
                Segment::Line(to) => points.push(LinePoint { p: self.point(to), bezier: false }),
                Segment::Curve(a, b, to) => {
                    points.push(LinePoint { p: self.point(a), bezier: true });
                    points.push(LinePoint { p: self.point(b), bezier: true });
                    points.push(LinePoint { p: self.point(to), bezier: false });
                }
            }
        }
        points
    }

    fn picture(&mut self, asset: AssetId, area: Rect, content: &mut MarkedContent) {
        if let Some(drawing) = self.drawings.get(&asset) {
            return self.line_work(drawing, area);
        }
        // Named in the order in which they are drawn: the number of a file depends on what else was ever read.
        let longer = (area.right - area.left).max(area.bottom - area.top);
        let name = match content.pictures.iter_mut().find(|drawn| drawn.asset == asset) {
            Some(known) => {
                known.longer = known.longer.max(longer);
                known.name.clone()
            }
            None => {
                let name = format!("Picture{}", content.pictures.len());
                content.pictures.push(Drawn { asset, name: name.clone(), longer });
                name
            }
        };
        let (width, height) = (round(area.right - area.left), round(area.bottom - area.top));
        let matrix = CurTransMat::Raw([width, 0.0, 0.0, height, self.x(area.left), self.y(area.bottom)]);
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.push(Op::UseXobject { id: XObjectId(name), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// Draws the shapes of a drawing, as far as they stand in its area. What is set inside holds only there.
    fn line_work(&mut self, drawing: &Drawing, area: Rect) {
        let before = (self.fill, self.stroke, self.font);
        let Rect { left, top, right, bottom } = area;
        let corners = [(right, top), (right, bottom), (left, bottom)].map(Segment::Line).to_vec();
        self.ops.push(Op::SaveGraphicsState);
        let edge = Subpath { start: (left, top), segments: corners };
        self.polygon(&[edge], PaintMode::Clip, WindingOrder::NonZero);
        for shape in drawing.shapes_in(area) {
            self.fill_with(shape.colour);
            let order = if shape.even_odd { WindingOrder::EvenOdd } else { WindingOrder::NonZero };
            self.polygon(&shape.outline, PaintMode::Fill, order);
        }
        self.ops.push(Op::RestoreGraphicsState);
        (self.fill, self.stroke, self.font) = before;
    }

    fn run(&mut self, run: &GlyphRun) {
        let fonts = self.fonts;
        let Some(font) = fonts.get(run.face).and_then(Option::as_ref) else { return };
        self.fill_with(run.colour);
        self.ops.push(Op::StartTextSection);
        if self.font != Some((run.face, run.size)) {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(run.size) });
            self.font = Some((run.face, run.size));
        }
        let mut line = TextLine { font, run, items: Vec::new(), pen: f32::NAN, level: f32::NAN, origin: (0.0, 0.0) };
        for cluster in run.glyphs.chunk_by(|a, b| a.text == b.text) {
            self.cluster(&mut line, cluster);
        }
        line.flush(&mut self.ops);
        self.ops.push(Op::EndTextSection);
    }

    fn cluster(&mut self, line: &mut TextLine<'_>, cluster: &[Glyph]) {
        let Some(first) = cluster.first() else { return };
        let text = said(line.run, first);
        let number = line.font.number(first.id);
        let known = line.font.text.get(usize::from(number)).is_some_and(|known| *known == text);
        let actual = cluster.len() > 1 || !known;
        if actual {
            line.flush(&mut self.ops);
            let properties = dictionary(vec![("ActualText", DictItem::Bytes(utf16(&text)))]);
            self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_string(), properties });
        }
        for glyph in cluster {
            let target = glyph.x * 1000.0 / line.run.size;
            if line.pen.is_nan() || line.level != glyph.y {
                line.flush(&mut self.ops);
                let at = (self.x(line.run.x + glyph.x), self.y(line.run.y + glyph.y));
                let moved = (round(at.0 - line.origin.0), round(at.1 - line.origin.1));
                self.ops.push(Op::SetTextCursor { pos: Point { x: Pt(moved.0), y: Pt(moved.1) } });
                (line.origin, line.pen, line.level) = (at, target, glyph.y);
            }
            line.show(glyph, target);
        }
        if actual {
            line.flush(&mut self.ops);
            self.ops.push(Op::EndMarkedContent);
            line.pen = f32::NAN;
        }
    }
}

/// A run as it is written.
struct TextLine<'a> {
    font: &'a Embedded,
    run: &'a GlyphRun,
    items: Vec<TextItem>,
    pen: f32,
    level: f32,
    origin: (f32, f32),
}

impl TextLine<'_> {
    fn show(&mut self, glyph: &Glyph, target: f32) {
        let kern = (self.pen - target).round();
        if kern != 0.0 {
            self.items.push(TextItem::Offset(kern));
            self.pen -= kern;
        }
        let number = self.font.number(glyph.id);
        let text = self.font.text.get(usize::from(number)).map_or("", String::as_str);
        let mut characters = text.chars();
        let one = characters.next().filter(|_| characters.next().is_none());
        match one.filter(|one| self.font.of_character.get(one) == Some(&number)) {
            Some(character) => match self.items.last_mut() {
                Some(TextItem::Text(text)) => text.push(character),
                Some(TextItem::Offset(_) | TextItem::GlyphIds(_)) | None => {
                    self.items.push(TextItem::Text(character.to_string()));
                }
            },
            None => self.items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(number, 0.0, text.to_string())])),
        }
        self.pen += self.font.widths.get(usize::from(number)).copied().unwrap_or(0.0);
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.items.is_empty() {
            ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }
}

fn dictionary(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect() }
}
