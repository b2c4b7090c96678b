//! Lengths that cannot be added by mistake: points and millimetres. Conversions live here and nowhere else.

/// Points in one millimetre; a point is 1/72 inch. Source: ISO 32000-1:2008, 8.3.2.3.
const PT_PER_MM: f32 = 72.0 / 25.4;

/// A length in points (1/72 inch), the unit of PDF and of type.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Pt(pub f32);

/// A length in millimetres, the unit of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Mm(pub f32);

impl Mm {
    /// Returns the same length in points.
    pub fn pt(self) -> Pt {
        Pt(self.0 * PT_PER_MM)
    }
}

impl Pt {
    /// Returns the same length in millimetres.
    pub fn mm(self) -> Mm {
        Mm(self.0 / PT_PER_MM)
    }
}
