//! Pictures without words for those who cannot see them.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity};
use crate::model::{Block, Image, Inline, Site};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A004",
        name: "image-alt-missing",
        severity: Severity::Error,
        wcag: &["1.1.1"],
        act: &["23a2a8"],
        doc: include_str!("image_alt_missing.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Site, report: &mut Report<'_>) {
    body.blocks(&mut |block| match block {
        Block::Figure(figure) => tell(&figure.image, report),
        Block::Row(row) => {
            if let Some(image) = &row.image {
                tell(image, report);
            }
        }
        _ => {}
    });
    body.inlines(&mut |inline| {
        if let Inline::Image(image) = inline {
            tell(image, report);
        }
    });
}

fn tell(image: &Image, report: &mut Report<'_>) {
    if image.alt.is_empty() && !image.decorative {
        let help =
            "say what it shows between the square brackets, or add \"decorative\" after the name where it adds nothing";
        report.add(image.span, format!("the picture `{}` has no alt text", image.wanted), help);
    }
}
