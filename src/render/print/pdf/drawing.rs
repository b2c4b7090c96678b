//! Drawings in SVG as line work: sharp at any size, and in the inks of a press. A drawing that holds more than shapes in plain
//! colours, such as what is seen through, colours that run into each other, masks or photographs, is none; it is drawn as pixels.

use resvg::usvg::tiny_skia_path::{Path, PathSegment, Point, Transform};
use resvg::usvg::{self, FillRule, Group, Node, Options, PaintOrder, Tree};

use crate::model::Rgb;
use crate::render::print::display::{Rect, Segment, Subpath};

/// The most parts of lines that are drawn one by one; a drawing with more is smaller as pixels. Source: ours.
const MOST_PARTS: usize = 10_000;

/// A drawing of shapes.
pub struct Drawing {
    shapes: Vec<Shape>,
}

/// A filled shape. Its lengths are shares of the drawing's width and height.
pub struct Shape {
    /// Its outline.
    pub outline: Vec<Subpath>,
    /// Its colour.
    pub colour: Rgb,
    /// Whether what its outline goes round twice is left open.
    pub even_odd: bool,
}

impl Drawing {
    /// Reads an SVG as it is published; returns nothing where it is no line work.
    pub fn read(bytes: &[u8]) -> Option<Drawing> {
        let tree = Tree::from_data(bytes, &Options::default()).ok()?;
        let size = tree.size();
        let (across, down) = (1.0 / size.width(), 1.0 / size.height());
        let mut shapes = Vec::new();
        let mut left = MOST_PARTS;
        gather(tree.root(), (across, down), &mut shapes, &mut left)?;
        Some(Drawing { shapes })
    }

    /// Returns the shapes as they stand in an area.
    pub fn shapes_in(&self, area: Rect) -> impl Iterator<Item = Shape> {
        let (wide, high) = (area.right - area.left, area.bottom - area.top);
        let at = move |(x, y): (f32, f32)| (area.left + x * wide, area.top + y * high);
        let placed = move |segment: &Segment| match *segment {
            Segment::Line(to) => Segment::Line(at(to)),
            Segment::Curve(one, other, to) => Segment::Curve(at(one), at(other), at(to)),
        };
        self.shapes.iter().map(move |shape| Shape {
            outline: shape
                .outline
                .iter()
                .map(|path| Subpath { start: at(path.start), segments: path.segments.iter().map(placed).collect() })
                .collect(),
            ..*shape
        })
    }
}

/// Adds the shapes of a group; returns nothing where it holds something else.
fn gather(group: &Group, scale: (f32, f32), shapes: &mut Vec<Shape>, left: &mut usize) -> Option<()> {
    if group.should_isolate() {
        return None;
    }
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, scale, shapes, left)?,
            Node::Text(text) => gather(text.flattened(), scale, shapes, left)?,
            Node::Path(path) if path.is_visible() => {
                *left = left.checked_sub(path.data().len())?;
                shapes.extend(painted(path, scale)?);
            }
            Node::Path(_) => {}
            Node::Image(_) => return None,
        }
    }
    Some(())
}

/// Returns what a path fills and what its pen draws, in the order in which they are painted.
fn painted(path: &usvg::Path, (across, down): (f32, f32)) -> Option<Vec<Shape>> {
    let at = path.abs_transform().post_scale(across, down);
    let mut shapes = Vec::new();
    if let Some(fill) = path.fill() {
        let colour = plain(fill.paint(), fill.opacity().get())?;
        let even_odd = fill.rule() == FillRule::EvenOdd;
        shapes.push(Shape { outline: outline(path.data(), at), colour, even_odd });
    }
    if let Some(stroke) = path.stroke() {
        let colour = plain(stroke.paint(), stroke.opacity().get())?;
        // What a pen draws is a shape of its own: its ends, corners and dashes are in it.
        let scale = path.abs_transform().get_scale();
        let pen = stroke.to_tiny_skia();
        let dashed = pen.dash.as_ref().map(|dash| path.data().dash(dash, scale.0.max(scale.1)));
        let line = match &dashed {
            Some(dashed) => dashed.as_ref(),
            None => Some(path.data()),
        };
        let drawn = line.and_then(|line| line.stroke(&pen, scale.0.max(scale.1)));
        let drawn = drawn.map(|drawn| Shape { outline: outline(&drawn, at), colour, even_odd: false });
        let first = if path.paint_order() == PaintOrder::StrokeAndFill { 0 } else { shapes.len() };
        shapes.splice(first..first, drawn);
    }
    Some(shapes)
}

/// Returns a plain colour that nothing is seen through; nothing where it is none.
fn plain(paint: &usvg::Paint, opacity: f32) -> Option<Rgb> {
    let usvg::Paint::Color(colour) = paint else { return None };
    let part = |part: u8| f32::from(part) / 255.0;
    (opacity >= 1.0).then(|| Rgb { r: part(colour.red), g: part(colour.green), b: part(colour.blue) })
}

fn outline(path: &Path, at: Transform) -> Vec<Subpath> {
    let moved = |mut point: Point| {
        at.map_point(&mut point);
        (point.x, point.y)
    };
    let mut outline: Vec<Subpath> = Vec::new();
    // Where the pen is, and whether what follows begins anew there.
    let (mut pen, mut anew) = ((0.0, 0.0), true);
    for segment in path.segments() {
        let segment = match segment {
            PathSegment::MoveTo(to) => {
                (pen, anew) = (moved(to), true);
                continue;
            }
            PathSegment::Close => {
                pen = outline.last().map_or(pen, |path| path.start);
                anew = true;
                continue;
            }
            PathSegment::LineTo(to) => Segment::Line(moved(to)),
            PathSegment::QuadTo(control, to) => {
                // A curve with one control point as one with two: each stands two thirds of the way to it.
                let (control, to) = (moved(control), moved(to));
                let near = |end: (f32, f32)| {
                    (end.0 + (control.0 - end.0) * 2.0 / 3.0, end.1 + (control.1 - end.1) * 2.0 / 3.0)
                };
                Segment::Curve(near(pen), near(to), to)
            }
            PathSegment::CubicTo(one, other, to) => Segment::Curve(moved(one), moved(other), moved(to)),
        };
        if anew {
            outline.push(Subpath { start: pen, segments: Vec::new() });
            anew = false;
        }
        let (Segment::Line(to) | Segment::Curve(_, _, to)) = segment;
        pen = to;
        if let Some(path) = outline.last_mut() {
            path.segments.push(segment);
        }
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::Drawing;
    use crate::render::print::display::{Rect, Segment};

    const AREA: Rect = Rect { left: 10.0, top: 10.0, right: 30.0, bottom: 50.0 };

    fn read(inner: &str) -> Option<Drawing> {
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 20'>{inner}</svg>");
        Drawing::read(svg.as_bytes())
    }

    #[test]
    fn shapes_stand_where_the_drawing_stands() {
        let drawing =
            read("<path fill='#f00' d='M0 0h5v20z'/><path fill='none' stroke='#000' stroke-width='2' d='M0 10h10'/>")
                .expect("line work");
        let shapes: Vec<_> = drawing.shapes_in(AREA).collect();
        assert_eq!(shapes.len(), 2);
        assert_eq!((shapes[0].colour.r, shapes[0].outline[0].start), (1.0, (10.0, 10.0)));
        assert_eq!(shapes[0].outline[0].segments, [Segment::Line((20.0, 10.0)), Segment::Line((20.0, 50.0))]);
        // A line of two units across ten becomes a shape of four points' height.
        let ys: Vec<f32> = shapes[1].outline[0]
            .segments
            .iter()
            .filter_map(|s| if let Segment::Line(to) = s { Some(to.1) } else { None })
            .collect();
        assert!(ys.iter().all(|y| (*y - 28.0).abs() < 0.1 || (*y - 32.0).abs() < 0.1), "{ys:?}");
    }

    #[test]
    fn what_is_no_line_work_is_told_apart() {
        for inner in [
            "<path fill='#f00' fill-opacity='0.5' d='M0 0h5v20z'/>",
            "<g opacity='0.5'><path d='M0 0h5v20z'/></g>",
            "<linearGradient id='a'><stop stop-color='#f00'/><stop offset='1'/></linearGradient>\
             <path fill='url(#a)' d='M0 0h5v20z'/>",
            "<clipPath id='a'><path d='M0 0h1v1z'/></clipPath><path clip-path='url(#a)' d='M0 0h5v20z'/>",
        ] {
            assert!(read(inner).is_none(), "{inner}");
        }
        let many = "<path d='M0 0h5v20z'/>".repeat(2_501);
        assert!(read(&many).is_none(), "as many parts as pixels");
    }
}
