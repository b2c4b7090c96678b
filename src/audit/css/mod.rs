//! Style sheets without a screen: which declaration wins for each element. Nothing is laid out, so what only a layout can
//! say is not said.

pub mod cascade;
pub mod colour;
pub mod index;
pub mod media;
pub mod selector;
pub mod sheet;
pub mod value;
