//! Copyfit: where words are too many for a panel, the design gives them space; where they leave all panels half empty, they are
//! set larger. All panels of a leaflet are treated alike, and type never becomes smaller than the design's.

use super::folio::Folio;
use super::panels::{LaidOut, fill};
use crate::model::Design;
use crate::units::Pt;

/// The shares of a design's space that are given to words, one after the other, until they fit.
const GIVEN: [f32; 3] = [0.4, 0.7, 1.0];

/// The share of its height that each panel leaves empty before larger type is tried. Source: ours: less is a margin.
const HALF_EMPTY: f32 = 0.15;

/// The share of its height that stays empty in each panel between its head and its foot, once type is larger.
const APART: f32 = 0.06;

/// The step from one size of type to the next that is tried.
const STEP: Pt = Pt(1.0);

/// Lays a leaflet out as its design says, or as far from it as its words need.
pub fn lay_out(folio: &Folio<'_>) -> LaidOut {
    let own = fill(folio);
    let design = folio.design;
    if !own.full.is_empty() && design.drawn_in(1.0) != *design {
        return drawn_in(folio).unwrap_or(own);
    }
    if own.full.is_empty() && own.spare >= HALF_EMPTY && may_grow(folio) {
        return enlarged(folio, own);
    }
    own
}

/// Returns the leaflet with as much of the design's space as its words need; with all of it where they do not fit.
fn drawn_in(folio: &Folio<'_>) -> Option<LaidOut> {
    let mut last = None;
    for share in GIVEN {
        let laid_out = with(folio, &folio.design.drawn_in(share));
        let fits = laid_out.full.is_empty();
        last = Some(laid_out);
        if fits {
            break;
        }
    }
    last
}

/// Returns the leaflet in the largest type in which its words fit with nothing new to tell of.
fn enlarged(folio: &Folio<'_>, own: LaidOut) -> LaidOut {
    let told = own.diagnostics.len();
    let mut best = own;
    let mut text = Pt(folio.design.text.0 + STEP.0);
    while text.0 <= folio.design.fit.most_text.0 {
        let larger = with(folio, &folio.design.enlarged(text));
        if !larger.full.is_empty() || larger.spare < APART || larger.diagnostics.len() > told {
            break;
        }
        best = larger;
        text.0 += STEP.0;
    }
    best
}

/// Returns whether larger type can fill a leaflet's panels: a sheet with sizes of its own was measured for them, and pages that
/// are stapled fill one after another.
fn may_grow(folio: &Folio<'_>) -> bool {
    folio.sheet.sizes.text.is_none() && !folio.sheet.stapled
}

fn with(folio: &Folio<'_>, design: &Design) -> LaidOut {
    fill(&Folio { design, ..*folio })
}
