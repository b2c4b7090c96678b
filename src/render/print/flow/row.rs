//! Rows of Easy Read: a picture at the side where lines start, words beside it. A row is one strip, so that it is never broken.

use super::composer::Composer;
use super::list::{indented, merge};
use super::strip::{Measure, Strip, height, keep_together};
use crate::model::Row;
use crate::render::print::structure::{NodeId, Role, StructureTree};

/// The share of the measure that a picture has. Source: Department of Health, "Making written information easier to
/// understand for people with learning disabilities", 2010: pictures at the left, as large as there is room for; a third.
const SHARE: f32 = 1.0 / 3.0;

/// The room between picture and words, in ems of text.
const GUTTER: f32 = 1.4;

/// The narrowest measure, in ems of text, in which words stand beside a picture. Source: our own: lines of four words.
const NARROWEST: f32 = 20.0;

/// The space above a row, in ems of text.
const ABOVE: f32 = 2.2;

/// The widest picture over its words, as a share of the height of a page, so that a row is never most of a page. Source: our
/// own.
const MOST_ABOVE: f32 = 0.22;

impl Composer<'_> {
    /// Composes a row.
    pub fn row(&mut self, row: &Row, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let wide = measure.width >= self.style.text * NARROWEST;
        // More words than a page holds go on from page to page.
        let high = |composer: &mut Self| composer.row_beside(row, StructureTree::ROOT, measure).height;
        if wide && (self.deep.is_infinite() || self.rehearse(high) <= self.deep) {
            return vec![self.row_beside(row, parent, measure)];
        }
        self.row_above(row, parent, measure)
    }

    /// Composes a row as one strip.
    fn row_beside(&mut self, row: &Row, parent: NodeId, measure: &Measure) -> Strip {
        let text = self.style.text;
        let node = self.node(parent, Role::Division, measure);
        let width = measure.width * SHARE;
        let bare = Measure { borders: Vec::new(), ..measure.clone() };
        let side =
            Measure { x: if measure.rtl { measure.x + measure.width - width } else { measure.x }, width, ..bare };
        let picture = match &row.image {
            Some(image) => self.picture(image, node, &side, width),
            None => Vec::new(),
        };
        let inner = indented(&Measure { borders: Vec::new(), ..measure.clone() }, width + text * GUTTER);
        let words = self.blocks(&row.blocks, node, &inner);
        let (high, tall) = (height(&picture), height(&words));
        let whole = high.max(tall);
        let mut strip = Strip {
            height: whole,
            gap: text * ABOVE,
            lines: words.iter().map(|strip| strip.lines).sum::<usize>().max(1),
            borders: measure.borders.clone(),
            ..Strip::default()
        };
        merge(&mut strip, picture, 0.0);
        // Few words stand in the middle of their picture, many start at its head.
        merge(&mut strip, words, (whole - tall) / 2.0);
        strip
    }

    /// Composes a row as its picture, and words below it.
    fn row_above(&mut self, row: &Row, parent: NodeId, measure: &Measure) -> Vec<Strip> {
        let node = self.node(parent, Role::Division, measure);
        let mut strips = Vec::new();
        if let Some(image) = &row.image {
            // On pages, the words must find room below it.
            strips = self.picture(image, node, measure, (measure.width * 0.6).min(self.deep * MOST_ABOVE));
        }
        strips.append(&mut self.blocks(&row.blocks, node, measure));
        keep_together(&mut strips);
        strips
    }
}
