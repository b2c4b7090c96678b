//! What is wrong with how pages look: small type, weak contrast, coarse pictures, text at the edge, pages that are only pictures.

use super::{Findings, counted};
use crate::preflight::content::{Drawn, Shown};
use crate::preflight::facts::{PageFacts, Smallest};
use crate::preflight::problems;
use crate::preflight::shape::Area;
use crate::units::Mm;

/// The smallest type that many people can read, in points. Source: UKAAF G003, clear print.
const LEAST_SIZE: f32 = 12.0;

/// How much smaller type may be measured, in points: programs round.
const ROUNDING: f32 = 0.1;

/// The least contrast of text, and of large text. Source: WCAG 2.2, 1.4.3.
const LEAST_CONTRAST: f32 = 4.5;
const LEAST_CONTRAST_LARGE: f32 = 3.0;

/// From which size on text is large, in points. Source: WCAG 2.2, "large scale". Bold is not told apart here.
const LARGE: f32 = 18.0;

/// How many pixels an inch a picture should have. Source: the usual least of print firms for office printers.
const LEAST_RESOLUTION: f32 = 150.0;

/// Pictures narrower than this are ornaments, in points.
const LEAST_PICTURE: f32 = 36.0;

/// How much of each edge office printers leave blank. Source: HP and Konica Minolta, 4 to 5.1 mm.
const MARGIN: Mm = Mm(5.0);

/// What was found on the pages so far: how often, and the first place of each.
#[derive(Default)]
pub struct Layout {
    /// The smallest type.
    pub smallest: Option<Smallest>,
    /// Whether the file says that it is for a press.
    pub for_press: bool,
    small: Counted,
    weak: Counted,
    coarse: Counted,
    edge: Counted,
    scanned: Counted,
    stray: Counted,
    lights: Counted,
}

/// How often something was found, and the words for the first of them.
#[derive(Default)]
struct Counted {
    number: usize,
    first: String,
}

impl Counted {
    fn add(&mut self, number: usize, first: impl FnOnce() -> String) {
        if self.number == 0 && number > 0 {
            self.first = first();
        }
        self.number += number;
    }
}

impl Layout {
    /// Looks at a page, counted from 1.
    pub fn page(&mut self, number: usize, boxes: &PageFacts, drawn: &Drawn) {
        let [left, bottom, right, top] = boxes.trim.unwrap_or(boxes.crop);
        let paper = Area { left, bottom, right, top };
        let words = |shown: &Shown| shown.text.chars().any(char::is_alphanumeric);
        let seen = drawn.shown.iter().filter(|shown| shown.visible && words(shown) && paper.has(shown.area.middle()));
        let near = |shown: &Shown| {
            let (area, margin) = (shown.area, MARGIN.pt().0);
            let inner = Area { left: left + margin, bottom: bottom + margin, right: right - margin, top: top - margin };
            // The height of letters is guessed, and below the line it may be nothing.
            let low = area.bottom + shown.size * 0.2;
            area.left < inner.left - 0.5
                || area.right > inner.right + 0.5
                || low < inner.bottom
                || area.top > inner.top + 0.5
        };
        for shown in seen {
            // Marks of notes are small and no words.
            let letters = shown.text.chars().filter(|c| c.is_alphabetic()).count();
            if letters >= 2 {
                self.size(number, shown);
            }
            if let Some((colour, ground)) = shown.colours {
                let contrast = colour.contrast(ground);
                let least = if shown.size >= LARGE - ROUNDING { LEAST_CONTRAST_LARGE } else { LEAST_CONTRAST };
                self.weak.add(usize::from(contrast < least), || {
                    let (colour, ground) = (colour.written(), ground.written());
                    format!("page {number}: {} is {colour} on {ground}, {contrast:.1} to 1", quoted(&shown.text))
                });
            }
            self.edge.add(usize::from(near(shown)), || format!("page {number}: {}", quoted(&shown.text)));
        }
        for picture in &drawn.pictures {
            let ((across, down), (width, height)) = (picture.pixels, picture.size);
            let resolution = (across / width).min(down / height) * 72.0;
            let counts = width >= LEAST_PICTURE && height >= LEAST_PICTURE && across > 1.0 && down > 1.0;
            self.coarse.add(usize::from(counts && resolution < LEAST_RESOLUTION), || {
                format!("page {number}: {across:.0} by {down:.0} pixels, {resolution:.0} an inch")
            });
        }
        let covered =
            drawn.pictures.iter().map(|picture| picture.area.within(paper)).map(|area| area.width() * area.height());
        let is_scan = covered.sum::<f32>() > paper.width() * paper.height() / 2.0 && !drawn.shown.iter().any(words);
        self.scanned.add(usize::from(is_scan), || format!("page {number}"));
        self.inks(number, drawn);
        self.stray.add(drawn.stray, || match drawn.stray_words.as_str() {
            "" => format!("page {number}"),
            words => format!("page {number}, {}", quoted(words)),
        });
    }

    /// Counts what of a page a press has no inks for.
    fn inks(&mut self, number: usize, drawn: &Drawn) {
        self.lights.add(if self.for_press { drawn.lights } else { 0 }, || format!("page {number}"));
    }

    fn size(&mut self, number: usize, shown: &Shown) {
        let size = (f64::from(shown.size) * 10.0).round() / 10.0;
        if self.smallest.as_ref().is_none_or(|smallest| size < smallest.size) {
            self.smallest = Some(Smallest { size, page: number, words: short(&shown.text) });
        }
        self.small.add(usize::from(shown.size < LEAST_SIZE - ROUNDING), String::new);
    }

    /// Adds what was found.
    pub fn judge(&self, tagged: bool, findings: &mut Findings) {
        if let Some(Smallest { size, page, words }) = self.smallest.as_ref().filter(|_| self.small.number > 0) {
            let words = quoted(words);
            findings
                .add(&problems::PDF_TYPE_SMALL, format!("its smallest type has {size} point, on page {page}: {words}"));
        }
        let found = [
            (&problems::PDF_CONTRAST, &self.weak, "piece of text that hardly stands out"),
            (&problems::PDF_PICTURE_COARSE, &self.coarse, "coarse picture"),
            (&problems::PDF_MARGIN, &self.edge, "piece of text nearer than 5 mm to the edge"),
            (&problems::PDF_SCANNED, &self.scanned, "page that is only a picture"),
            (
                &problems::PDF_PRESS_RGB,
                &self.lights,
                "colour or picture in red, green and blue, though it is for a press",
            ),
            (
                &problems::PDF_CONTENT_UNTAGGED,
                &self.stray,
                "thing that is neither in the structure nor marked as decoration",
            ),
        ];
        for (kind, counted_of, what) in found {
            // Without any structure all of it stands outside.
            let told = kind.code == problems::PDF_CONTENT_UNTAGGED.code && !tagged;
            if let Some(said) = counted(counted_of.number, what).filter(|_| !told) {
                let first = if counted_of.number == 1 { "on" } else { "first on" };
                findings.add(kind, format!("it has {said}, {first} {}", counted_of.first));
            }
        }
    }
}

fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).take(60).collect()
}

fn quoted(text: &str) -> String {
    format!("`{}`", short(text).replace('`', "'"))
}
