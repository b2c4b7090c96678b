//! Space between letters, words and lines that a `style` attribute fixes, so that a reader's own style sheet is without effect.

use std::collections::BTreeMap;

use super::css::value::{FIRST_SIZE, Length, Unit};
use super::page::Page;
use super::tree::Id;

/// Differences that only rounding makes, in CSS pixels.
pub const SLACK: f32 = 0.01;

/// Returns each element whose `style` attribute fixes a property by `!important`, with what it comes to and the size of letters,
/// both in pixels, for the words in which it is least. `normal` is what it is by itself, in sizes of letters.
pub fn fixed(page: &Page<'_>, property: &str, normal: f32) -> Vec<(Id, f32, f32)> {
    let Some(look) = page.looks.first() else { return Vec::new() };
    let mut least: BTreeMap<Id, (f32, f32)> = BTreeMap::new();
    for (id, _) in page.seen_texts(&look.styles) {
        let mut around = std::iter::once(id).chain(page.tree.ancestors(id));
        let declaring = around.find(|at| page.style(*at).winner(property).is_some());
        let Some(declaring) = declaring else { continue };
        let Some(winner) = page.style(declaring).winner(property).filter(|won| won.inline && won.declaration.important)
        else {
            continue;
        };
        let (Some(size), Some(own)) = (page.style(id).size, page.style(declaring).size) else { continue };
        let value = winner.declaration.value.trim().to_ascii_lowercase();
        let pixels = match value.as_str() {
            "normal" | "initial" => Some(normal * size),
            "inherit" | "unset" | "revert" | "revert-layer" => None,
            _ => match Length::parse(&value) {
                Some(Length { number, unit: Unit::None }) if normal > 0.0 => Some(number * size),
                Some(length) => length.pixels(own, FIRST_SIZE, Some(own)),
                None => None,
            },
        };
        let Some(pixels) = pixels else { continue };
        let known = least.entry(declaring).or_insert((pixels, size));
        if pixels / size < known.0 / known.1 {
            *known = (pixels, size);
        }
    }
    least.into_iter().map(|(id, (pixels, size))| (id, pixels, size)).collect()
}

/// Returns a length in sizes of letters, for people.
pub fn times(pixels: f32, size: f32) -> String {
    let times = format!("{:.2}", pixels / size);
    times.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// How wide a letter is, in sizes of letters. Source: ours; most faces have more.
const LETTER: f32 = 0.42;

/// Returns whether the words of an element need more than one line in the room that is said for them, or in a window of
/// the usual width.
pub fn is_wrapped(page: &Page<'_>, id: Id, size: f32) -> bool {
    let around = std::iter::once(id).chain(page.tree.ancestors(id)).chain(page.tree.descendants(id));
    let said = around.filter_map(|at| {
        let style = page.style(at);
        style.pixels("max-width").or_else(|| style.pixels("width"))
    });
    let window = page.looks.first().map_or(0.0, |look| look.setting.width);
    let room = said.fold(window, f32::min);
    let letters = page.read_out(id).chars().count() as f32;
    letters * LETTER * size > room
}
