//! Whether something can be seen, as far as that needs no layout.

use std::sync::Arc;

use super::css::cascade::{Display, Style};
use super::css::value::Length;
use super::page::Page;
use super::tree::{Id, Vocabulary};

/// So far outside that nobody sees it, in CSS pixels. Source: ours; the usual ways to hide words for the eye use 999 and more.
const FAR: f32 = -900.0;

impl Page<'_> {
    /// Returns whether an element is shown to the eye in a look of the page.
    pub fn is_seen(&self, id: Id, styles: &[Arc<Style>]) -> bool {
        styles
            .get(id.at())
            .is_some_and(|own| !own.invisible && own.display != Display::None && own.size != Some(0.0) && !own.away)
    }

    /// Returns words that are written directly in an element, with the element: those that are shown to the eye.
    pub fn seen_texts(&self, styles: &[Arc<Style>]) -> Vec<(Id, &str)> {
        let mut found = Vec::new();
        for id in &self.elements {
            let html = self.tree.element(*id).is_some_and(|element| element.vocabulary == Vocabulary::Html);
            if !html {
                continue;
            }
            let texts = self.tree.children(*id).filter_map(|child| self.tree.text(child));
            let texts: Vec<&str> = texts.filter(|text| text.chars().any(char::is_alphanumeric)).collect();
            if !texts.is_empty() && self.is_seen(*id, styles) {
                found.extend(texts.into_iter().map(|text| (*id, text)));
            }
        }
        found
    }
}

/// Returns whether an element is put where nobody sees it.
pub fn is_put_away(style: &Style) -> bool {
    if style.opacity <= 0.0 {
        return true;
    }
    let said = |property: &str| style.said(property).map(str::trim);
    let positioned = said("position").is_some_and(|value| matches!(value, "absolute" | "fixed" | "relative"));
    let far = |property: &str| style.pixels(property).is_some_and(|pixels| pixels < FAR);
    if positioned && ["left", "top", "right", "bottom", "inset-inline-start"].iter().any(|property| far(property)) {
        return true;
    }
    if ["text-indent", "margin-left", "margin-top"].iter().any(|property| far(property)) {
        return true;
    }
    let clipped = said("clip").is_some_and(is_nothing) || said("clip-path").is_some_and(is_all_cut);
    let tiny = |property: &str| style.pixels(property).is_some_and(|pixels| pixels <= 1.0);
    let cut = ["overflow-x", "overflow-y"].iter().any(|property| matches!(said(property), Some("hidden" | "clip")));
    let away = (cut && (tiny("width") || tiny("height") || tiny("max-height")))
        || said("transform").is_some_and(|value| value.replace(' ', "").starts_with("scale(0"));
    clipped && (positioned || cut) || said("clip-path").is_some_and(is_all_cut) || away
}

/// Returns whether `clip` leaves at most one pixel, as `rect(0 0 0 0)` does.
fn is_nothing(value: &str) -> bool {
    let Some(inner) = value.strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')')) else { return false };
    let parts: Vec<&str> = inner.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let lengths: Vec<f32> = parts.iter().filter_map(|part| Length::parse(part)).map(|length| length.number).collect();
    matches!(lengths.as_slice(), [top, right, bottom, left] if bottom - top <= 1.0 && right - left <= 1.0)
}

fn is_all_cut(value: &str) -> bool {
    let Some(inner) = value.strip_prefix("inset(").and_then(|rest| rest.strip_suffix(')')) else {
        return matches!(
            value,
            "circle(0)" | "circle(0px)" | "polygon(0 0)" | "polygon(0 0, 0 0)" | "polygon(0 0,0 0,0 0,0 0)"
        );
    };
    Length::parse(inner.split_whitespace().next().unwrap_or(""))
        .is_some_and(|length| length.unit == super::css::value::Unit::Percent && length.number >= 50.0)
}
