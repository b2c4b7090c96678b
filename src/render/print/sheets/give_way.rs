//! Pictures among a panel's words, which give way to them: where a panel is too full, its pictures become smaller before
//! anybody is told to shorten the text.

use crate::render::print::display::{Draw, Item, Rect};
use crate::render::print::flow::{Strip, height};
use crate::units::Mm;

/// The least height of a picture that has given way; one that is lower already stays as it is. Source: ours: the drawings of
/// Easy Read, which lie in `print/pictures/`, can be told apart at this height.
const LEAST: Mm = Mm(18.0);

/// Makes the pictures among strips smaller, all in one measure, so that the strips are at most `room` points high, or until each is at its
/// least. A picture keeps its shape, and the side at which lines start; where those are written from right to left, `rtl` says so.
pub fn give_way(strips: &mut [Strip], room: f32, rtl: bool) {
    let over = height(strips) - room;
    if over <= 0.0 {
        return;
    }
    let least = LEAST.pt().0;
    let spare = |strip: &Strip| (strip.height - least).max(0.0);
    let pictures = || strips.iter().filter(|strip| picture(strip).is_some());
    let can_give: f32 = pictures().map(spare).sum();
    if can_give <= 0.0 {
        return;
    }
    let share = (over / can_give).min(1.0);
    for strip in strips.iter_mut() {
        let Some(area) = picture(strip) else { continue };
        let high = strip.height - spare(strip) * share;
        let scale = high / strip.height.max(1.0);
        let wide = (area.right - area.left) * scale;
        let smaller = match rtl {
            true => Rect { left: area.right - wide, bottom: area.top + high, ..area },
            false => Rect { right: area.left + wide, bottom: area.top + high, ..area },
        };
        strip.height = high;
        for item in &mut strip.items {
            if let Draw::Picture(_, area) = &mut item.draw {
                *area = smaller;
            }
        }
        if let Some((_, area)) = &mut strip.figure {
            *area = smaller;
        }
    }
}

/// Returns the area of the picture that is all of a strip; nothing where it holds anything else.
fn picture(strip: &Strip) -> Option<Rect> {
    match strip.items.as_slice() {
        [Item { draw: Draw::Picture(_, area), .. }] if strip.height > 0.0 => Some(*area),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, give_way, picture};
    use crate::model::AssetId;
    use crate::render::print::display::{ContentTag, Draw, Item, Rect};
    use crate::render::print::flow::{Strip, height};

    /// Returns strips of these heights in points, each a picture twice as wide as high, or words.
    fn strips(heights: &[(f32, bool)]) -> Vec<Strip> {
        let strip = |(high, pictured): &(f32, bool)| {
            let area = Rect { left: 0.0, top: 0.0, right: high * 2.0, bottom: *high };
            let item = Item { tag: ContentTag::Layout, draw: Draw::Picture(AssetId(1), area) };
            Strip { height: *high, items: pictured.then_some(item).into_iter().collect(), ..Strip::default() }
        };
        heights.iter().map(strip).collect()
    }

    #[test]
    fn pictures_become_smaller_and_words_do_not() {
        let mut all = strips(&[(100.0, false), (200.0, true)]);
        give_way(&mut all, 250.0, false);
        assert!((height(&all) - 250.0).abs() < 0.01, "{}", height(&all));
        assert!((all[0].height - 100.0).abs() < 0.01);
        let area = picture(&all[1]).expect("a picture");
        assert!(
            (area.right - 300.0).abs() < 0.01 && area.left == 0.0 && (area.bottom - 150.0).abs() < 0.01,
            "{area:?}"
        );
    }

    #[test]
    fn from_right_to_left_the_right_side_stays() {
        let mut all = strips(&[(200.0, true)]);
        give_way(&mut all, 100.0, true);
        let area = picture(&all[0]).expect("a picture");
        assert!((area.left - 200.0).abs() < 0.01 && (area.right - 400.0).abs() < 0.01, "{area:?}");
    }

    #[test]
    fn a_picture_stays_where_there_is_room_and_is_never_too_small_to_see() {
        let mut all = strips(&[(200.0, true), (30.0, true)]);
        give_way(&mut all, 300.0, false);
        assert!((height(&all) - 230.0).abs() < 0.01);
        give_way(&mut all, 10.0, false);
        assert!((all[0].height - LEAST.pt().0).abs() < 0.01 && (all[1].height - 30.0).abs() < 0.01);
    }
}
