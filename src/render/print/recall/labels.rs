//! Address labels: sheets of 21, as offices buy them.

use super::letter::Letter;
use super::letters::{LETTER, address, too_long};
use crate::diag::Diagnostic;
use crate::model::{Design, Shared};
use crate::render::print::display::{Document, PrintedPage};
use crate::render::print::flow::{Composer, height};
use crate::render::print::font::Faces;
use crate::render::print::pages::{Metadata, Paper, TypeArea};
use crate::render::print::profile::PAPER;
use crate::render::print::structure::StructureTree;
use crate::render::print::style::PrintStyle;
use crate::units::Mm;

/// Width and height of a label. Source: Avery L7160, 63.5 × 38.1 mm.
const LABEL: (Mm, Mm) = (Mm(63.5), Mm(38.1));

/// How many labels stand beside and below each other. Source: Avery L7160.
const ACROSS: usize = 3;
const DOWN: usize = 7;

/// The space between labels that stand beside each other; below each other there is none. Source: Avery L7160.
const BETWEEN: Mm = Mm(2.54);

/// What is kept clear at a label's edges, since paper slips in a printer. Source: ours, from the tolerance of office printers,
/// about 2 mm.
const CLEAR: (Mm, Mm) = (Mm(5.0), Mm(3.0));

/// Lays labels out for the letters that have an address; returns them with how many there are and what the author must mend.
pub fn lay_out(
    shared: &Shared,
    (faces, design): (&Faces, Option<&Design>),
    letters: &[Letter<'_>],
    reference: &str,
) -> (Document, usize, Vec<Diagnostic>) {
    let style = PrintStyle::of_document(&LETTER, design);
    let lang = shared.lang.clone();
    let mut composer = Composer::new(shared, faces, style, lang.clone());
    let mut paper = Paper::default();
    let mut count = 0;
    let (wide, high) = (LABEL.0.pt().0, LABEL.1.pt().0);
    let (clear_x, clear_y) = (CLEAR.0.pt().0, CLEAR.1.pt().0);
    for letter in letters.iter().filter(|letter| !letter.address().is_empty()) {
        let compose =
            |composer: &mut Composer<'_>| address(composer, StructureTree::ROOT, letter, wide - clear_x * 2.0);
        let tall = composer.rehearse(|composer| height(&compose(composer)));
        if tall > high - clear_y * 2.0 {
            too_long(&mut composer, letter, "a label");
            continue;
        }
        let strips = compose(&mut composer);
        let (x, y) = place(count);
        if count.is_multiple_of(ACROSS * DOWN) {
            paper.pages.push(PrintedPage::new(PAPER.0.pt().0, PAPER.1.pt().0));
        }
        let page = paper.pages.len().saturating_sub(1);
        let mut area = Some(TypeArea { page, x: x + clear_x, y: y + (high - tall) / 2.0, height: high });
        paper.fill(strips, &composer.borders, |_| area.take());
        count += 1;
    }
    let title = composer.wording.say(&composer.wording.sentences.recall_labels, &[("reference", reference.into())]);
    let metadata = Metadata {
        title: title.to_string(),
        summary: "",
        publisher: shared.about.organisation.name.in_lang(&lang),
        lang: &lang,
        date: shared.today,
    };
    let (document, diagnostics) = paper.into_document(composer, metadata);
    (document, count, diagnostics)
}

/// Returns the upper left corner of a label on its sheet, in points, given how many come before it.
fn place(before: usize) -> (f32, f32) {
    let at = before % (ACROSS * DOWN);
    #[expect(clippy::cast_precision_loss, reason = "at most 21")]
    let (column, row, across, down) = ((at % ACROSS) as f32, (at / ACROSS) as f32, ACROSS as f32, DOWN as f32);
    let (wide, high, between) = (LABEL.0.0, LABEL.1.0, BETWEEN.0);
    let left = (PAPER.0.0 - wide * across - between * (across - 1.0)) / 2.0;
    let top = (PAPER.1.0 - high * down) / 2.0;
    (Mm(left + column * (wide + between)).pt().0, Mm(top + row * high).pt().0)
}
