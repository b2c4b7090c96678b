//! Pictures that come from another website.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity};
use crate::model::Site;

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A067",
        name: "off-site-picture",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("off_site_picture.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Site, report: &mut Report<'_>) {
    body.images(&mut |image| {
        let lower = image.wanted.to_lowercase();
        if ["http://", "https://", "//"].iter().any(|start| lower.starts_with(start)) {
            let name = image.wanted.split(['?', '#']).next().unwrap_or("").rsplit('/').next().unwrap_or("");
            let help = format!("save the picture in `content/` and write `{name}`, if you may publish it");
            report.add(image.span, format!("the picture `{}` comes from another website", image.wanted), help);
        }
    });
}
