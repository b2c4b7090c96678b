//! Alt text that says that a picture is a picture.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A060",
        name: "alt-redundant",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("alt_redundant.md"),
    },
    look: Look::Body(look),
};

/// What alt text starts with when it says what every listener knows.
const LEAD_INS: &[&str] = &["image of", "picture of", "photo of", "photograph of", "graphic of", "icon of"];

/// Alt texts that say only what sort of thing it is.
const KINDS: &[&str] = &[
    "poster",
    "photo",
    "photograph",
    "picture",
    "image",
    "logo",
    "graphic",
    "banner",
    "chart",
    "graph",
    "diagram",
    "map",
    "icon",
    "infographic",
    "leaflet",
    "screenshot",
    "flyer",
    "illustration",
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for image in body.images() {
        let lower = image.alt.to_lowercase();
        if KINDS.contains(&lower.trim().trim_end_matches('.')) {
            let message = format!("the alt text `{}` says what sort of thing it is, not what it shows", image.alt);
            report.add(image.span, message, "say what a reader who sees it learns from it");
            continue;
        }
        let bare = ["a ", "an ", "the "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower);
        let Some(kind) =
            LEAD_INS.iter().find(|kind| bare.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' ')))
        else {
            continue;
        };
        let message = format!("the alt text `{}` starts with `{kind}`", image.alt);
        let skipped = lower.len() - bare.len() + kind.len();
        let rest = image.alt.get(skipped..).unwrap_or("").trim();
        let first: String = rest.chars().take(1).flat_map(char::to_uppercase).collect();
        let help = format!("write `{first}{}`", rest.chars().skip(1).collect::<String>());
        report.add(image.span, message, help);
    }
}
