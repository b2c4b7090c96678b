//! Tests of this format on small sites built in code.

mod sample;

/// What the sample is written with.
mod prelude {
    pub use crate::diag::{FileId, Span};
    pub use crate::model::*;
    pub use crate::units::{Mm, Pt};
}
