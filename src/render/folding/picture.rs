//! A picture as shapes in a frame of one size, and what it is put together from. Lengths are hundredths of the frame's width,
//! from its upper left corner, downwards.

/// A point.
pub type Point = (f32, f32);

/// The width of every picture.
pub const WIDTH: f32 = 100.0;

/// The height of every picture.
pub const HEIGHT: f32 = 66.0;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A fold, or a line to cut along: dashes.
    Fold,
    /// A fold away from whoever looks: thin dashes.
    Away,
    /// An arrow's shaft.
    Arrow,
    /// A staple.
    Staple,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Paper: a closed line with a ground of its own; one that is lifted has a tone.
    Paper {
        /// Its corners.
        corners: Vec<Point>,
        /// Whether it is lifted off the table.
        lifted: bool,
    },
    /// A straight line.
    Line(Point, Point, Stroke),
    /// A curve with two control points.
    Curve([Point; 4], Stroke),
    /// An arrow's head.
    Head([Point; 3]),
    /// The number of a panel.
    Number {
        /// The middle of it.
        middle: Point,
        /// The height of its line.
        size: f32,
        /// The number.
        number: usize,
    },
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// What is drawn, in the order in which it is drawn.
    pub shapes: Vec<Shape>,
}

/// The length of an arrow's head.
const HEAD: f32 = 4.2;

impl Picture {
    /// Adds a sheet of paper as a rectangle: left, top, right, bottom.
    pub fn sheet(&mut self, [left, top, right, bottom]: [f32; 4]) {
        let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
        self.shapes.push(Shape::Paper { corners, lifted: false });
    }

    /// Adds a line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shapes.push(Shape::Line(from, to, stroke));
    }

    /// Adds the number of a panel; none where it is 0, because nobody knows it.
    pub fn number(&mut self, middle: Point, size: f32, number: usize) {
        if number == 0 {
            return;
        }
        self.shapes.push(Shape::Number { middle, size, number });
    }

    /// Adds an arrow from one point to another; `bulge` says how far right and down its shaft goes round.
    pub fn arrow(&mut self, from: Point, to: Point, bulge: Point) {
        let (first, second) = ((from.0 + bulge.0, from.1 + bulge.1), (to.0 + bulge.0, to.1 + bulge.1));
        let (dx, dy) = (to.0 - second.0, to.1 - second.1);
        let long = (dx * dx + dy * dy).sqrt().max(0.01);
        let (ux, uy) = (dx / long, dy / long);
        let base = (to.0 - ux * HEAD, to.1 - uy * HEAD);
        let half = HEAD * 0.5;
        let left = (base.0 - uy * half, base.1 + ux * half);
        let right = (base.0 + uy * half, base.1 - ux * half);
        self.shapes.push(Shape::Curve([from, first, second, base], Stroke::Arrow));
        self.shapes.push(Shape::Head([to, left, right]));
    }
}
