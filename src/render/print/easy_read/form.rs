//! The forms of Easy Read on paper: how large a page is, what is left around its text, and the sizes of type.

use crate::model::Design;
use crate::render::print::display::PrintedPage;
use crate::render::print::profile::Profile;
use crate::render::print::style::PrintStyle;
use crate::units::{Mm, Pt};

/// A form of Easy Read on paper.
pub struct Form {
    /// Width and height of a page.
    pub paper: (Mm, Mm),
    /// Sizes of type, and the space around the text.
    pub profile: Profile,
    /// Whether its pages are folded and stapled.
    pub stapled: bool,
    /// The widest picture on the cover, as a share of the text's width.
    pub cover_picture: f32,
    /// The space above title and picture on the cover, in ems of text.
    pub cover_gap: f32,
}

/// The least size of text. Source: Disability Rights Commission and Nice Twice (16); Department of Health, 2010 (14).
const LEAST: Pt = Pt(16.0);

/// The size of text where there is room for more: that of large print, so that readers with low vision need no other file.
/// Source: UKAAF G003.
const ROOMY: Pt = Pt(18.0);

/// Pages of A4.
pub const DOCUMENT: Form = Form {
    paper: (Mm(210.0), Mm(297.0)),
    profile: Profile {
        name: "print",
        suffix: "",
        label: |print| &print.clear,
        text: ROOMY,
        leading: 1.5,
        headings: [Pt(38.0), Pt(26.0), Pt(22.0), Pt(18.0)],
        phone: Pt(28.0),
        inner: Mm(25.0),
        outer: Mm(20.0),
        top: Mm(20.0),
        bottom: Mm(14.0),
        cover: true,
    },
    stapled: false,
    cover_picture: 0.62,
    cover_gap: 2.0,
};

/// Pages of A5, which are printed two on a side of A4. The type is no smaller than on A4.
pub const BOOKLET: Form = Form {
    paper: (Mm(148.5), Mm(210.0)),
    profile: Profile {
        name: "print",
        suffix: "-booklet",
        label: |print| &print.clear,
        text: LEAST,
        leading: 1.42,
        headings: [Pt(30.0), Pt(22.0), Pt(18.0), Pt(16.0)],
        phone: Pt(24.0),
        inner: Mm(14.0),
        outer: Mm(12.0),
        top: Mm(13.0),
        bottom: Mm(10.0),
        cover: true,
    },
    stapled: true,
    cover_picture: 0.56,
    cover_gap: 1.0,
};

/// The room for the number of a page, in ems of text.
const FOOT: f32 = 2.0;

impl Form {
    /// Returns its style in the colours of a design.
    pub fn style(&self, design: Option<&Design>) -> PrintStyle {
        PrintStyle::of_document(&self.profile, design)
    }

    /// Returns an empty page.
    pub fn page(&self) -> PrintedPage {
        PrintedPage::new(self.paper.0.pt().0, self.paper.1.pt().0)
    }

    /// Returns the width of a page's text in points.
    pub fn text_width(&self) -> f32 {
        self.paper.0.pt().0 - self.profile.inner.pt().0 - self.profile.outer.pt().0
    }

    /// Returns the height of a page's text in points.
    pub fn text_height(&self) -> f32 {
        self.foot() - self.top() - self.profile.text.0 * 0.6
    }

    /// Returns the upper edge of a page's text in points.
    pub fn top(&self) -> f32 {
        self.profile.top.pt().0
    }

    /// Returns the upper edge of a page's foot in points.
    pub fn foot(&self) -> f32 {
        self.paper.1.pt().0 - self.profile.bottom.pt().0 - self.profile.text.0 * FOOT
    }

    /// Returns the left edge of a page's text in points. Pages count from 0, so even ones are the fronts of sheets.
    pub fn left(&self, page: usize, right_bound: bool) -> f32 {
        let inner = page.is_multiple_of(2) != right_bound;
        if inner { self.profile.inner.pt().0 } else { self.profile.outer.pt().0 }
    }
}
