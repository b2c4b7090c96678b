//! Pictures in Easy Read, and on covers of leaflets, of which nobody knows who may use them.

use std::collections::BTreeSet;

use crate::check::{Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Block, Details, Image, Site, row_pictures};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "C064",
        name: "picture-uncredited",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("picture_uncredited.md"),
    },
    look: Look::Site(look),
};

fn look(site: &Site, report: &mut Sink<'_>) {
    for page in site.pages.iter().filter(|page| matches!(page.meta.details, Details::EasyRead(_))) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for image in row_pictures(page) {
            // A picture that there is not is told of already.
            if image.asset.is_some() && told.insert(&image.wanted) {
                judge(site, image, report);
            }
        }
    }
    // A translation has its original's picture.
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for leaflet in site.leaflets.iter() {
        if let Some(Block::Figure(figure)) = &leaflet.cover
            && figure.image.asset.is_some()
            && told.insert(&figure.image.wanted)
        {
            judge(site, &figure.image, report);
        }
    }
}

fn judge(site: &Site, image: &Image, report: &mut Sink<'_>) {
    let (what, lacks) = match site.credit_of(image) {
        None => ("nothing says who may use", ""),
        Some(credit) if credit.licence.is_empty() => ("nothing says who may use", ""),
        Some(credit) if credit.source.is_empty() => ("nothing says where", " is from"),
        Some(_) => return,
    };
    let message = format!("{what} the picture `{}`{lacks}", image.wanted);
    let help = "add it to `content/_data/images.yaml` with `licence` and `source`, or show another picture";
    report.add(image.span, message, help);
}
