//! How well words stand out from what is behind them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use super::css::cascade::{Display, Style};
use super::css::colour::Rgba;
use super::found::Report;
use super::page::{Look, Page};
use super::tree::{Id, Tree};

/// Why a contrast cannot be worked out, as the end of a sentence.
pub type Why = &'static str;

/// The contrast of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contrast {
    /// It is this, of these two colours.
    Is(f32, Rgba, Rgba),
    /// It would be this, and something else may lie behind or over it.
    Perhaps(f32, Why),
    /// Nothing is known.
    Unknown(Why),
}

/// Large letters, and large letters that are bold, in CSS pixels. Source: WCAG 2.2, large scale: 18 and 14 points.
const LARGE: f32 = 24.0;
const LARGE_BOLD: f32 = 14.0 * 96.0 / 72.0;

/// Rounding must not make letters of 14 points small, in CSS pixels.
const SLACK: f32 = 0.02;

/// Returns whether letters are large.
pub fn is_large(style: &Style) -> bool {
    style.size.is_some_and(|size| size + SLACK >= LARGE || (style.bold && size + SLACK >= LARGE_BOLD))
}

impl Page<'_> {
    /// Returns the contrast of what is written directly in an element.
    pub fn contrast(&self, id: Id, look: &Look) -> Contrast {
        let known = self.cascade.known(id).and_then(|known| known.contrast.get(look.number));
        match known {
            Some(known) => *known.get_or_init(|| self.works_out_contrast(id, look)),
            None => self.works_out_contrast(id, look),
        }
    }

    /// Works out a contrast from an element's style and those of its ancestors, and from nothing else.
    fn works_out_contrast(&self, id: Id, look: &Look) -> Contrast {
        let style = |at: Id| look.styles.get(at.at());
        let Some(own) = style(id) else { return Contrast::Unknown("it has no style") };
        let Some(letters) = own.colour else { return Contrast::Unknown("its colour cannot be worked out") };
        let mut layers: Vec<(Rgba, f32)> = Vec::new();
        let mut why = None;
        let mut opacity = 1.0;
        let mut solid = false;
        for at in std::iter::once(id).chain(self.tree.ancestors(id)) {
            let Some(style) = style(at) else { continue };
            let said = |property: &str| style.said(property).map(str::trim);
            opacity *= style.opacity;
            if at == Tree::ROOT {
                let page = style.background.unwrap_or(Rgba::WHITE);
                layers.push((page, 1.0));
                continue;
            }
            if [
                "filter",
                "mix-blend-mode",
                "backdrop-filter",
                "-webkit-background-clip",
                "background-clip",
                "-webkit-text-fill-color",
            ]
            .iter()
            .any(|property| {
                said(property).is_some_and(|value| !matches!(value, "none" | "normal" | "border-box" | "padding-box"))
            }) {
                why = why.or(Some("an effect changes the colours"));
            }
            if solid {
                continue;
            }
            if style.pictured {
                why = why.or(Some("a picture or gradient lies behind it"));
            }
            let Some(background) = style.background else {
                return Contrast::Unknown("the colour behind it cannot be worked out");
            };
            layers.push((background, style.opacity));
            if background.alpha >= 1.0 {
                solid = style.opacity >= 1.0;
            } else if said("position").is_some_and(|value| matches!(value, "absolute" | "fixed" | "sticky")) {
                why = why.or(Some("it is placed over other things"));
            }
        }
        let mut behind = Rgba::WHITE;
        for (colour, strength) in layers.iter().rev() {
            behind = colour.faded(*strength).over(behind);
        }
        let mixed = letters.faded(opacity).over(behind);
        let ratio = mixed.contrast(behind);
        let shadow = std::iter::once(id)
            .chain(self.tree.ancestors(id))
            .find_map(|at| style(at).and_then(|style| style.said("text-shadow")).map(str::trim));
        if shadow.is_some_and(|shadow| shadow != "none") {
            why = why.or(Some("its letters have a shadow"));
        }
        match why {
            Some(why) => Contrast::Perhaps(ratio, why),
            None => Contrast::Is(ratio, mixed, behind),
        }
    }

    /// Returns the elements in which something painted is placed freely, so that it may lie behind words or over them.
    fn stages(&self, look: &Look) -> HashSet<Id> {
        let mut stages = HashSet::new();
        let placed = |at: Id| look.styles.get(at.at()).and_then(|style| style.said("position")).map(str::trim);
        for id in &self.elements {
            let Some(style) = look.styles.get(id.at()).filter(|style| style.display != Display::None) else { continue };
            let replaced = self.tree.element(*id).is_some_and(|element| {
                matches!(&*element.name, "img" | "picture" | "video" | "canvas" | "svg" | "iframe" | "object")
            });
            let painted = replaced || style.pictured || style.background.is_none_or(|colour| colour.alpha > 0.0);
            if painted && matches!(placed(*id), Some("absolute" | "fixed")) {
                // Source: CSS Positioned Layout 3, 2.1: the containing block.
                let around = self.tree.ancestors(*id).find(|at| placed(*at).is_some_and(|value| value != "static"));
                stages.extend(around);
            }
        }
        stages
    }

    /// Returns whether something placed freely may lie behind the words of an element.
    fn may_be_covered(&self, id: Id, look: &Look, stages: &HashSet<Id>) -> bool {
        for at in std::iter::once(id).chain(self.tree.ancestors(id)) {
            if self.cascade.paints_more(at, &look.holding) {
                return true;
            }
            let style = look.styles.get(at.at());
            let solid = style.and_then(|style| style.background).is_some_and(|colour| colour.alpha >= 1.0);
            if stages.contains(&at) {
                return true;
            }
            if solid {
                return false;
            }
        }
        false
    }

    /// Returns the elements whose words belong to something that cannot be used, and so need no contrast. Source: WCAG 2.2,
    /// 1.4.3, inactive user interface components.
    fn inactive(&self) -> HashSet<Id> {
        let tree = self.tree;
        let mut tops: HashSet<Id> = HashSet::new();
        for id in &self.elements {
            let off = self.is_disabled(*id)
                || tree.get(*id, "aria-disabled").is_some_and(|value| value.eq_ignore_ascii_case("true"));
            if off {
                tops.insert(*id);
                tops.extend(self.labels(*id));
                tops.extend(self.by_ids(*id, "aria-labelledby"));
            }
        }
        let mut inactive = HashSet::new();
        // What stands above comes first.
        for id in &self.elements {
            if tops.contains(id) || tree.parent(*id).is_some_and(|parent| inactive.contains(&parent)) {
                inactive.insert(*id);
            }
        }
        inactive
    }
}

/// Words with too little contrast: the element, the contrast, the name of the setting and what is needed.
type Low = (Id, Contrast, &'static str, f32);

/// Looks at all words of a page in each setting, for a least contrast. Words with the same colours are told once.
pub fn look(page: &Page<'_>, report: &mut Report<'_>, least: f32, least_large: f32) {
    // Most pages have enough everywhere, and are not asked these.
    let inactive = OnceCell::new();
    let themed = page.is_themed();
    let mut seen: HashSet<Id> = HashSet::new();
    let mut groups: BTreeMap<(String, bool), Vec<Low>> = BTreeMap::new();
    for look in page.looks.iter().filter(|look| !look.setting.forced) {
        let stages = OnceCell::new();
        for (id, text) in page.seen_texts(&look.styles) {
            let Some(style) = look.styles.get(id.at()).filter(|_| !seen.contains(&id)) else { continue };
            let least = if is_large(style) { least_large } else { least };
            let found = page.contrast(id, look);
            let enough = matches!(found, Contrast::Is(ratio, ..) if ratio + ROUNDING >= least);
            // One letter in a button with a name is a sign.
            let sign = text.trim().chars().count() == 1;
            if enough || sign || inactive.get_or_init(|| page.inactive()).contains(&id) {
                continue;
            }
            seen.insert(id);
            let found = match found {
                Contrast::Is(ratio, ..) if page.may_be_covered(id, look, stages.get_or_init(|| page.stages(look))) => {
                    Contrast::Perhaps(ratio, "something that is placed freely may lie behind it")
                }
                found => found,
            };
            let sure = !themed && !page.is_scripted(id);
            let key = match found {
                Contrast::Is(_, letters, behind) => format!("{} {} {least}", letters.hex(), behind.hex()),
                Contrast::Perhaps(_, why) | Contrast::Unknown(why) => why.to_string(),
            };
            let sure = sure && matches!(found, Contrast::Is(..));
            groups.entry((key, sure)).or_default().push((id, found, look.setting.name, least));
        }
    }
    for ((_, sure), found) in groups {
        if let Some((id, contrast, setting, least)) = found.first() {
            says(page, report, (*id, *contrast), setting, *least, sure, found.len() - 1);
        }
    }
    unwritten(page, report, least);
}

/// What rounding may take away from a contrast.
const ROUNDING: f32 = 0.0005;

fn says(
    page: &Page<'_>,
    report: &mut Report<'_>,
    (id, found): (Id, Contrast),
    setting: &str,
    least: f32,
    sure: bool,
    more: usize,
) {
    let when = if setting.is_empty() { String::new() } else { format!(" {setting}") };
    let also = match more {
        0 => String::new(),
        1 => ", here and at 1 other place".to_string(),
        _ => format!(", here and at {more} other places"),
    };
    let help = format!("make one of them darker or lighter, to at least {least} to 1");
    match found {
        Contrast::Is(ratio, letters, behind) => {
            let (letters, behind, ratio) = (letters.hex(), behind.hex(), floor(ratio));
            let message =
                format!("the contrast of {letters} on {behind} is {ratio} to 1{when}, and {least} is needed{also}");
            if sure {
                report.add(id, message, help);
            } else {
                let script = if page.is_themed() { "the colours of the page" } else { "this" };
                report.unsure(id, message, format!("{help}, if no script changes {script}"));
            }
        }
        Contrast::Perhaps(_, why) | Contrast::Unknown(why) => {
            let message = format!("the contrast of these words cannot be worked out{when}: {why}{also}");
            report.unsure(id, message, format!("look whether it is at least {least} to 1 everywhere"));
        }
    }
}

/// Says where a script writes words into an element that would have too little contrast.
fn unwritten(page: &Page<'_>, report: &mut Report<'_>, least: f32) {
    let Some(look) = page.looks.first() else { return };
    for id in page.elements.iter().copied().filter(|id| page.is_filled_by_script(*id)) {
        let empty = page.tree.children(id).next().is_none();
        let low = matches!(page.contrast(id, look), Contrast::Is(ratio, ..) if ratio + ROUNDING < least);
        if empty && low && page.is_seen(id, &look.styles) {
            let message = "a script writes here, where words would have too little contrast";
            report.unsure(id, message, format!("look whether what it writes has at least {least} to 1"));
        }
    }
}

/// Returns a contrast with two figures after the point, never more than it is.
fn floor(ratio: f32) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}
