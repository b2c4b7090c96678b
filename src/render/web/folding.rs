//! How a leaflet is printed and folded, as a list of steps with drawings.

use std::fmt::Write as _;

use super::html::{Html, SafeHtml};
use crate::model::Lang;
use crate::render::folding::{HEIGHT, Picture, Point, Shape, Step, Stroke, WIDTH};

/// Returns steps as a numbered list, each with its drawing; `around` is the language of the page.
pub fn list(steps: &[Step], around: &Lang) -> SafeHtml {
    let mut html = Html::new();
    html.markup("<ol class=\"folding\">\n");
    for step in steps {
        html.markup("<li>").html(&drawing(&step.picture, &step.shown)).markup("<p>");
        html.html(&SafeHtml::said(&step.words, around)).markup("</p></li>\n");
    }
    html.markup("</ol>\n").done()
}

fn drawing(picture: &Picture, shown: &str) -> SafeHtml {
    let mut html = Html::new();
    html.markup("<svg viewBox=\"0 0 ").words(&figure(WIDTH)).markup(" ").words(&figure(HEIGHT));
    html.markup("\" role=\"img\" aria-label=\"").words(shown).markup("\">");
    // Lines of one kind that follow each other are one path.
    let mut open: Option<(&str, String)> = None;
    for shape in &picture.shapes {
        match (path(shape), &mut open) {
            (Some((class, more)), Some((known, line))) if *known == class => line.push_str(&more),
            (next, _) => {
                close(&mut html, open.take());
                open = next;
            }
        }
        if let Shape::Number { middle, size, number } = shape {
            // The middle of a figure stands about a third of its size above the line.
            let (x, y) = (figure(middle.0), figure(middle.1 + size * 0.35));
            html.markup("<text x=\"").words(&x).markup("\" y=\"").words(&y).markup("\" font-size=\"");
            html.words(&figure(*size)).markup("\">").words(&number.to_string()).markup("</text>");
        }
    }
    close(&mut html, open);
    html.markup("</svg>").done()
}

/// Returns a shape as a path: its class and its line; nothing for a number.
fn path(shape: &Shape) -> Option<(&'static str, String)> {
    Some(match shape {
        Shape::Paper { corners, lifted } => (if *lifted { "paper lifted" } else { "paper" }, line(corners) + "Z"),
        Shape::Head(corners) => ("head", line(corners) + "Z"),
        Shape::Line(from, to, stroke) => (class(*stroke), line(&[*from, *to])),
        Shape::Curve([from, one, other, to], stroke) => {
            let [from, one, other, to] = [from, one, other, to].map(|at| point(*at));
            (class(*stroke), format!("M{from}C{one} {other} {to}"))
        }
        Shape::Number { .. } => return None,
    })
}

fn close(html: &mut Html, path: Option<(&str, String)>) {
    if let Some((class, line)) = path {
        html.markup("<path class=\"").words(class).markup("\" d=\"").words(&line).markup("\"/>");
    }
}

/// Returns a line from point to point, as SVG writes it: to a point beside or below the last one with one number.
fn line(points: &[Point]) -> String {
    let mut line = String::new();
    let mut last: Option<(String, String)> = None;
    for (x, y) in points.iter().map(|(x, y)| (figure(*x), figure(*y))) {
        // Writing to a string cannot fail.
        _ = match &last {
            None => write!(line, "M{x} {y}"),
            Some((_, level)) if *level == y => write!(line, "H{x}"),
            Some((beside, _)) if *beside == x => write!(line, "V{y}"),
            Some(_) => write!(line, "L{x} {y}"),
        };
        last = Some((x, y));
    }
    line
}

fn class(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Fold => "fold",
        Stroke::Away => "away",
        Stroke::Arrow => "shaft",
        Stroke::Staple => "staple",
    }
}

fn point((x, y): Point) -> String {
    format!("{} {}", figure(x), figure(y))
}

/// Returns a number with at most one decimal.
fn figure(number: f32) -> String {
    let figure = format!("{number:.1}");
    figure.strip_suffix(".0").map_or(figure.clone(), str::to_string)
}
