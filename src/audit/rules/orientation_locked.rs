//! The page is turned on its side where a screen is held upright or across.

use crate::audit::css::cascade::{Style, styles};
use crate::audit::css::media::Setting;
use crate::audit::{Page, Report, Rule};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "H037",
        name: "orientation-locked",
        severity: Severity::Error,
        wcag: &["1.3.4"],
        act: &["b33eff"],
        doc: include_str!("orientation_locked.md"),
    },
    look,
};

/// How many degrees off a quarter turn still count as one. Source: ACT rule b33eff.
const SLACK: f32 = 1.0;

fn look(page: &Page<'_>, report: &mut Report<'_>) {
    let Some(look) = page.looks.first() else { return };
    if !page.cascade.asks("orientation") {
        return;
    }
    let upright = Setting { width: look.setting.height, height: look.setting.width, ..look.setting };
    let holding = page.cascade.holding(&upright);
    if holding == *look.holding {
        return;
    }
    let turned = styles(&page.cascade, &upright, &holding);
    for id in &page.elements {
        let (Some(across), Some(upright)) = (look.styles.get(id.at()), turned.get(id.at())) else { continue };
        let (Some(one), Some(two)) = (angle(across), angle(upright)) else { continue };
        let turn = (two - one).rem_euclid(360.0);
        let quarter = [90.0, 270.0].iter().any(|quarter| (turn - quarter).abs() <= SLACK);
        if quarter && page.is_seen(*id, &look.styles) {
            let help = "take out the turn, so that the page can be read however the screen is held";
            report.add(*id, "this is turned on its side where the screen is turned", help);
        }
    }
}

/// Returns by how many degrees an element is turned in the plane of the screen.
fn angle(style: &Style) -> Option<f32> {
    let turned = style.said("rotate").map_or(Some(0.0), rotate_property)?;
    let mut sum = turned;
    for function in style.said("transform").unwrap_or("").split(')') {
        let Some((name, arguments)) = function.trim().split_once('(') else { continue };
        let arguments: Vec<&str> = arguments.split(',').map(str::trim).collect();
        sum += match (name.trim().to_ascii_lowercase().as_str(), arguments.as_slice()) {
            ("rotate" | "rotatez", [angle]) => degrees(angle)?,
            ("rotate3d", ["0", "0", z, angle]) => degrees(angle)? * z.parse::<f32>().ok()?.signum(),
            ("matrix" | "matrix3d", [a, b, ..]) => b.parse::<f32>().ok()?.atan2(a.parse::<f32>().ok()?).to_degrees(),
            _ => 0.0,
        };
    }
    Some(sum)
}

fn rotate_property(value: &str) -> Option<f32> {
    match value.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["none"] | [] => Some(0.0),
        [angle] | ["z", angle] | [angle, "z"] => degrees(angle),
        _ => Some(0.0),
    }
}

/// Returns an angle in degrees. Source: CSS Values and Units 4, 7.1.
fn degrees(text: &str) -> Option<f32> {
    let units = [("turn", 360.0), ("grad", 0.9), ("rad", 180.0 / std::f32::consts::PI), ("deg", 1.0)];
    let found = units.iter().find_map(|(unit, each)| Some((text.trim().strip_suffix(unit)?, *each)));
    match found {
        Some((number, each)) => number.trim().parse::<f32>().ok().map(|number| number * each),
        None => (text.trim() == "0").then_some(0.0),
    }
}
