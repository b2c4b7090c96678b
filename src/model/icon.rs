//! Icons: small drawings beside words that say the same. Plain data; how they are drawn is the format's.

use std::collections::BTreeMap;

/// The icons of a site by name: a file of `print/icons/`, without its ending.
pub type Icons = BTreeMap<String, Icon>;

/// A point of an icon, whose longer side is 1.
pub type IconPoint = (f32, f32);

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum IconPart {
    /// A new start.
    Start(IconPoint),
    /// A straight line to a point.
    Line(IconPoint),
    /// A curve with two control points to a point.
    Curve(IconPoint, IconPoint, IconPoint),
    /// Back to the start.
    Close,
}

/// A shape of an icon.
#[derive(Clone, Debug, PartialEq)]
pub struct IconShape {
    /// Its line.
    pub parts: Vec<IconPart>,
    /// The width of the pen; nothing where the shape is filled.
    pub pen: Option<f32>,
}

/// An icon. It has no colours: it takes that of the words beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Icon {
    /// Its shapes.
    pub shapes: Vec<IconShape>,
}
