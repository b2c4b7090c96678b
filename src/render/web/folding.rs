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
    for shape in &picture.shapes {
        draw(shape, &mut html);
    }
    html.markup("</svg>").done()
}

fn draw(shape: &Shape, html: &mut Html) {
    match shape {
        Shape::Paper { corners, lifted } => {
            let class = if *lifted { "paper lifted" } else { "paper" };
            path(html, class, &closed(corners));
        }
        Shape::Head(corners) => path(html, "head", &closed(corners)),
        Shape::Line(from, to, stroke) => path(html, class(*stroke), &format!("M{}L{}", point(*from), point(*to))),
        Shape::Curve([from, one, other, to], stroke) => {
            let [from, one, other, to] = [from, one, other, to].map(|at| point(*at));
            path(html, class(*stroke), &format!("M{from}C{one} {other} {to}"));
        }
        Shape::Number { middle, size, number } => {
            // The middle of a figure stands about a third of its size above the line.
            let (x, y) = (figure(middle.0), figure(middle.1 + size * 0.35));
            html.markup("<text x=\"").words(&x).markup("\" y=\"").words(&y).markup("\" font-size=\"");
            html.words(&figure(*size)).markup("\">").words(&number.to_string()).markup("</text>");
        }
    }
}

fn path(html: &mut Html, class: &str, line: &str) {
    html.markup("<path class=\"").words(class).markup("\" d=\"").words(line).markup("\"/>");
}

/// Returns a closed line round corners, as SVG writes it.
fn closed(corners: &[Point]) -> String {
    let mut line = String::new();
    for (at, corner) in corners.iter().enumerate() {
        // Writing to a string cannot fail.
        _ = write!(line, "{}{}", if at == 0 { "M" } else { "L" }, point(*corner));
    }
    line + "Z"
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
