//! The kinds of printed documents: sizes, margins and steps of each. A new one is one more constant here and one more
//! format in `mod.rs`.

use crate::units::{Mm, Pt};
use crate::words::{self, Said};

/// A kind of printed document on A4 paper.
#[derive(Debug)]
pub struct Profile {
    /// The format's name in `site.toml`.
    pub name: &'static str,
    /// What follows the page's own name in the file's name.
    pub suffix: &'static str,
    /// What readers are told that it is.
    pub label: fn(&words::Print) -> &Said,
    /// Size of text.
    pub text: Pt,
    /// Line height over size.
    pub leading: f32,
    /// Sizes of the title and of headings of levels 2 to 4.
    pub headings: [Pt; 4],
    /// Size of a phone number in a contact block.
    pub phone: Pt,
    /// The space at the edge where sheets are bound.
    pub inner: Mm,
    /// The space at the other edge.
    pub outer: Mm,
    /// The space above the text.
    pub top: Mm,
    /// The space below the running foot.
    pub bottom: Mm,
    /// Whether the document has a cover page of its own, and comes in volumes where it is long.
    pub cover: bool,
}

/// A4, upright. Source: ISO 216:2007.
pub const PAPER: (Mm, Mm) = (Mm(210.0), Mm(297.0));

/// The most sheets of a volume, printed on both sides: what an ordinary stapler or a slide binder still holds, and what
/// can be held in the hand. Source: ours; no standard that we know names a number.
pub const MOST_SHEETS: usize = 40;

/// Clear print. Source: UKAAF G003 and RNIB clear print: 14 point, at most 70 characters a line.
pub const CLEAR: Profile = Profile {
    name: "print",
    suffix: "",
    label: |print| &print.clear,
    text: Pt(14.0),
    leading: 1.4,
    headings: [Pt(28.0), Pt(19.0), Pt(16.0), Pt(14.0)],
    phone: Pt(25.0),
    inner: Mm(28.0),
    outer: Mm(20.0),
    top: Mm(22.0),
    bottom: Mm(16.0),
    cover: false,
};

/// Large print. Source: UKAAF G003: 18 point, one column, 25 mm at the binding edge.
pub const LARGE: Profile = Profile {
    name: "large-print",
    suffix: "-large-print",
    label: |print| &print.large,
    text: Pt(18.0),
    leading: 1.38,
    headings: [Pt(36.0), Pt(25.0), Pt(21.0), Pt(18.0)],
    phone: Pt(34.0),
    inner: Mm(29.0),
    outer: Mm(21.0),
    top: Mm(22.0),
    bottom: Mm(16.0),
    cover: true,
};

/// Giant print. Source: RNIB, cited in UKAAF G003: 24 point and more.
pub const GIANT: Profile = Profile {
    name: "giant-print",
    suffix: "-giant-print",
    label: |print| &print.giant,
    text: Pt(24.0),
    leading: 1.34,
    headings: [Pt(44.0), Pt(33.0), Pt(28.0), Pt(24.0)],
    phone: Pt(42.0),
    inner: Mm(29.0),
    outer: Mm(21.0),
    top: Mm(24.0),
    bottom: Mm(15.0),
    cover: true,
};
