//! YAML to checked values: its text with limits, each value with its place, the shape that a key must have.

pub mod anchors;
pub mod fields;
pub mod region;
pub mod shape;
pub mod values;
