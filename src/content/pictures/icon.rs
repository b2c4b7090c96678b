//! Icons: drawings in SVG as lines alone.

use resvg::usvg::tiny_skia_path::{Path, PathSegment, Point, Transform};
use resvg::usvg::{Group, Node, Options, Tree};

use super::Fault;
use super::svg::published_svg;
use crate::model::{Icon, IconPart, IconPoint, IconShape};

/// The most parts of lines that an icon has. Source: ours; those in the binary have less than a hundred.
const MOST_PARTS: usize = 2_000;

/// Returns an icon.
///
/// # Errors
///
/// It is no drawing, has nothing in it, or more than an icon can show.
pub fn icon(bytes: &[u8]) -> Result<Icon, Fault> {
    let clean = published_svg(bytes)?;
    let tree = Tree::from_data(&clean.bytes, &Options::default()).map_err(|_| Fault::Damaged)?;
    let longer = tree.size().width().max(tree.size().height());
    let mut icon = Icon::default();
    gather(tree.root(), 1.0 / longer, &mut icon);
    let parts: usize = icon.shapes.iter().map(|shape| shape.parts.len()).sum();
    match parts {
        0 => Err(Fault::Damaged),
        1..=MOST_PARTS => Ok(icon),
        _ => Err(Fault::Intricate),
    }
}

fn gather(group: &Group, scale: f32, icon: &mut Icon) {
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, scale, icon),
            Node::Text(text) => gather(text.flattened(), scale, icon),
            Node::Path(path) => {
                let at = path.abs_transform().post_scale(scale, scale);
                if path.fill().is_some() {
                    icon.shapes.push(IconShape { parts: parts(path.data(), at), pen: None });
                }
                if let Some(stroke) = path.stroke() {
                    let (across, down) = at.get_scale();
                    let pen = Some(stroke.width().get() * (across + down) / 2.0);
                    icon.shapes.push(IconShape { parts: parts(path.data(), at), pen });
                }
            }
            Node::Image(_) => {}
        }
    }
}

fn parts(path: &Path, at: Transform) -> Vec<IconPart> {
    let moved = |mut point: Point| {
        at.map_point(&mut point);
        (point.x, point.y)
    };
    let mut last: IconPoint = (0.0, 0.0);
    let mut parts = Vec::new();
    for segment in path.segments() {
        let part = match segment {
            PathSegment::MoveTo(to) => IconPart::Start(moved(to)),
            PathSegment::LineTo(to) => IconPart::Line(moved(to)),
            PathSegment::QuadTo(control, to) => {
                // A curve with one control point as one with two: each stands two thirds of the way to it.
                let (control, to) = (moved(control), moved(to));
                let near =
                    |end: IconPoint| (end.0 + (control.0 - end.0) * 2.0 / 3.0, end.1 + (control.1 - end.1) * 2.0 / 3.0);
                IconPart::Curve(near(last), near(to), to)
            }
            PathSegment::CubicTo(one, other, to) => IconPart::Curve(moved(one), moved(other), moved(to)),
            PathSegment::Close => IconPart::Close,
        };
        if let IconPart::Start(to) | IconPart::Line(to) | IconPart::Curve(_, _, to) = part {
            last = to;
        }
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::icon;
    use crate::content::pictures::Fault;
    use crate::model::IconPart;

    #[test]
    fn an_icon_is_its_lines_on_a_square_of_one() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>\
                    <path d='M0 10h20' stroke='#000' stroke-width='2' fill='none'/></svg>";
        let icon = icon(svg).expect("an icon");
        let shape = icon.shapes.first().expect("a line");
        assert_eq!(shape.parts, [IconPart::Start((0.0, 0.5)), IconPart::Line((1.0, 0.5))]);
        assert!(shape.pen.is_some_and(|pen| (pen - 0.1).abs() < 0.001));
    }

    #[test]
    fn what_shows_nothing_is_no_icon() {
        assert_eq!(icon(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'/>"), Err(Fault::Damaged));
        assert_eq!(icon(b"\x89PNG"), Err(Fault::Damaged));
    }
}
