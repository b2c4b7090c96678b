//! How a leaflet is printed, folded, cut or stapled: a step a picture, drawn from the panels and folds of its sheet. Formats
//! draw the pictures and set the words; nothing here knows which.

mod columns;
mod drawing;
mod paper;
mod picture;
mod steps;

pub use picture::{HEIGHT, Picture, Point, Shape, Stroke, WIDTH};
pub use steps::{Step, folds, steps};

/// The name of the file that says how a leaflet is printed and folded, beside the leaflet's own files.
pub const HOW_TO_PRINT: &str = "how-to-print.pdf";
