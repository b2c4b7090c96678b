//! Places on a page: areas, how a drawing is turned and scaled, and what a filled outline covers. All lengths are in points from
//! the lower left corner.

use super::ink::Colour;

/// How many corners of an outline are noted. Source: ours; a map's coast has more, and no text on it.
const MOST_CORNERS: usize = 500;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Lower edge.
    pub bottom: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge.
    pub top: f32,
}

/// How a drawing is scaled, turned and moved. Source: ISO 32000-1:2008, 8.3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix([f32; 6]);

/// A point.
type Point = (f32, f32);

/// An outline: the corners of each of its parts. Curves are three straight lines.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    parts: Vec<Vec<Point>>,
    corners: usize,
}

/// A filled outline.
#[derive(Debug)]
pub struct Ground {
    outline: Outline,
    area: Area,
    /// Its colour; `None` where it is not plain.
    pub colour: Option<Colour>,
}

impl Area {
    /// What pictures are drawn into.
    pub const UNIT: Area = Area { left: 0.0, bottom: 0.0, right: 1.0, top: 1.0 };

    /// Returns the area around points; an empty one where there are none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Area {
        let none = Area { left: f32::MAX, bottom: f32::MAX, right: f32::MIN, top: f32::MIN };
        points.into_iter().fold(none, |area, (x, y)| Area {
            left: area.left.min(x),
            bottom: area.bottom.min(y),
            right: area.right.max(x),
            top: area.top.max(y),
        })
    }

    /// Returns the part that lies in another area.
    pub fn within(self, other: Area) -> Area {
        Area {
            left: self.left.max(other.left),
            bottom: self.bottom.max(other.bottom),
            right: self.right.min(other.right),
            top: self.top.min(other.top),
        }
    }

    /// Returns the point in the middle.
    pub fn middle(self) -> Point {
        ((self.left + self.right) / 2.0, (self.bottom + self.top) / 2.0)
    }

    /// Returns whether a point lies in it.
    pub fn has(self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.bottom..=self.top).contains(&y)
    }

    /// Returns the width, at least 0.
    pub fn width(self) -> f32 {
        (self.right - self.left).max(0.0)
    }

    /// Returns the height, at least 0.
    pub fn height(self) -> f32 {
        (self.top - self.bottom).max(0.0)
    }

    /// Returns its outline.
    pub fn corners(self) -> Outline {
        let Area { left, bottom, right, top } = self;
        Outline { parts: vec![vec![(left, bottom), (right, bottom), (right, top), (left, top)]], corners: 4 }
    }
}

impl Matrix {
    /// Nothing is changed.
    pub const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Returns the matrix of six numbers; [`Matrix::ONE`] of any others.
    pub fn of(numbers: &[f32]) -> Matrix {
        numbers.try_into().map_or(Matrix::ONE, Matrix)
    }

    /// Returns a move.
    pub fn moved(x: f32, y: f32) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Returns a scaling, and a lift.
    pub fn scaled(x: f32, y: f32, lift: f32) -> Matrix {
        Matrix([x, 0.0, 0.0, y, 0.0, lift])
    }

    /// Returns this followed by another.
    pub fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Matrix([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    /// Returns where a point comes to stand.
    pub fn point(self, x: f32, y: f32) -> Point {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Returns how long one unit across becomes.
    pub fn across(self) -> f32 {
        let [a, b, ..] = self.0;
        a.hypot(b)
    }

    /// Returns how long one unit up becomes.
    pub fn down(self) -> f32 {
        let [_, _, c, d, ..] = self.0;
        c.hypot(d)
    }

    /// Returns the upright area around an area as it comes to stand.
    pub fn area(self, area: Area) -> Area {
        let corners =
            [(area.left, area.bottom), (area.right, area.bottom), (area.right, area.top), (area.left, area.top)];
        Area::around(corners.map(|(x, y)| self.point(x, y)))
    }
}

impl Outline {
    /// Begins a part.
    pub fn start(&mut self, at: Point) {
        if self.corners < MOST_CORNERS {
            self.parts.push(vec![at]);
            self.corners += 1;
        }
    }

    /// Goes on in a straight line.
    pub fn line(&mut self, to: Point) {
        if self.corners < MOST_CORNERS
            && let Some(part) = self.parts.last_mut()
        {
            part.push(to);
            self.corners += 1;
        }
    }

    /// Goes on in a curve.
    pub fn curve(&mut self, a: Point, b: Point, to: Point) {
        let Some(from) = self.parts.last().and_then(|part| part.last()).copied() else { return };
        for step in [1.0f32 / 3.0, 2.0 / 3.0, 1.0] {
            let rest = 1.0 - step;
            let mixed = |from: f32, a: f32, b: f32, to: f32| {
                from * rest.powi(3) + 3.0 * a * rest.powi(2) * step + 3.0 * b * rest * step.powi(2) + to * step.powi(3)
            };
            self.line((mixed(from.0, a.0, b.0, to.0), mixed(from.1, a.1, b.1, to.1)));
        }
    }

    /// Goes on in a curve whose first control point is where it begins.
    pub fn curve_from_here(&mut self, b: Point, to: Point) {
        if let Some(from) = self.parts.last().and_then(|part| part.last()).copied() {
            self.curve(from, b, to);
        }
    }

    /// Returns the area around it.
    pub fn area(&self) -> Area {
        Area::around(self.parts.iter().flatten().copied())
    }

    /// Returns whether a point lies inside, counted by how often a line to the left of it is crossed.
    fn holds(&self, (x, y): Point) -> bool {
        let mut inside = false;
        for part in &self.parts {
            for (from, to) in part.iter().zip(part.iter().cycle().skip(1)) {
                let crosses = (from.1 > y) != (to.1 > y);
                if crosses && x > from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0) {
                    inside = !inside;
                }
            }
        }
        inside
    }
}

impl Ground {
    /// Returns an outline filled where it may be drawn on.
    pub fn new(outline: Outline, clip: Area, colour: Option<Colour>) -> Ground {
        Ground { area: outline.area().within(clip), outline, colour }
    }

    /// Returns whether a point lies on it.
    pub fn holds(&self, point: Point) -> bool {
        self.area.has(point) && self.outline.holds(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_holds_what_it_goes_round() {
        let mut disc = Outline::default();
        disc.start((10.0, 0.0));
        disc.curve((10.0, 5.5), (5.5, 10.0), (0.0, 10.0));
        disc.curve((-5.5, 10.0), (-10.0, 5.5), (-10.0, 0.0));
        disc.curve((-10.0, -5.5), (-5.5, -10.0), (0.0, -10.0));
        disc.curve((5.5, -10.0), (10.0, -5.5), (10.0, 0.0));
        let got = [(0.0, 0.0), (6.0, 6.0), (9.0, 9.0), (-11.0, 0.0)].map(|point| disc.holds(point));
        assert_eq!(got, [true, true, false, false]);
    }

    #[test]
    fn matrices_follow_each_other() {
        let turned = Matrix::of(&[0.0, 2.0, -2.0, 0.0, 100.0, 50.0]);
        assert_eq!(Matrix::moved(10.0, 0.0).then(turned).point(0.0, 0.0), (100.0, 70.0));
        assert_eq!((turned.across(), turned.down()), (2.0, 2.0));
        let area = turned.area(Area { left: 0.0, bottom: 0.0, right: 10.0, top: 1.0 });
        assert_eq!(area, Area { left: 98.0, bottom: 50.0, right: 100.0, top: 70.0 });
    }
}
