//! Lengths that cannot be added by mistake: points and millimetres. Conversions live here and nowhere else.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// Points in one millimetre; a point is 1/72 inch. Source: ISO 32000-1:2008, 8.3.2.3.
pub const PT_PER_MM: f32 = 72.0 / 25.4;

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
    /// A length of nothing.
    pub const ZERO: Pt = Pt(0.0);

    /// Returns the same length in millimetres.
    pub fn mm(self) -> Mm {
        Mm(self.0 / PT_PER_MM)
    }

    /// Returns the longer of two lengths.
    pub fn max(self, other: Pt) -> Pt {
        Pt(self.0.max(other.0))
    }

    /// Returns the shorter of two lengths.
    pub fn min(self, other: Pt) -> Pt {
        Pt(self.0.min(other.0))
    }
}

impl Add for Pt {
    type Output = Pt;
    fn add(self, other: Pt) -> Pt {
        Pt(self.0 + other.0)
    }
}

impl AddAssign for Pt {
    fn add_assign(&mut self, other: Pt) {
        self.0 += other.0;
    }
}

impl Sub for Pt {
    type Output = Pt;
    fn sub(self, other: Pt) -> Pt {
        Pt(self.0 - other.0)
    }
}

impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Pt) {
        self.0 -= other.0;
    }
}

impl Neg for Pt {
    type Output = Pt;
    fn neg(self) -> Pt {
        Pt(-self.0)
    }
}

impl Mul<f32> for Pt {
    type Output = Pt;
    fn mul(self, by: f32) -> Pt {
        Pt(self.0 * by)
    }
}

impl Div<f32> for Pt {
    type Output = Pt;
    fn div(self, by: f32) -> Pt {
        Pt(self.0 / by)
    }
}

impl Div for Pt {
    type Output = f32;
    fn div(self, by: Pt) -> f32 {
        self.0 / by.0
    }
}

impl std::iter::Sum for Pt {
    fn sum<I: Iterator<Item = Pt>>(lengths: I) -> Pt {
        lengths.fold(Pt::ZERO, Add::add)
    }
}
