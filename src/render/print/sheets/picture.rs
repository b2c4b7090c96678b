//! The picture on a cover: between its words, in place of the motif, as large as the design lets it be and the words leave room.
//! Nothing is cut off it.

use std::sync::Arc;

use super::folio::{Folio, Placed};
use crate::diag::Diagnostic;
use crate::model::{AssetKind, AssetUse, Block, Ground, Image, PanelRole, PictureReach};
use crate::render::print::display::{ContentTag, Draw, Item, Rect};
use crate::render::print::flow::Composer;
use crate::render::print::pages::Paper;
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::{kinds, shapes};
use crate::units::Mm;

/// The least height that must be free for a picture. Source: ours, as for motifs.
const LEAST: Mm = Mm(24.0);

/// The space between the picture and the words above and below it.
const SPACE: Mm = Mm(6.0);

/// Where a picture may stand.
pub struct Room<'r> {
    /// The leaflet on its sheet.
    pub folio: &'r Folio<'r>,
    /// The panel.
    pub placed: &'r Placed<'r>,
    /// What it stands on.
    pub ground: Ground,
    /// The area between its words; nothing where they stand side by side.
    pub free: Option<Rect>,
    /// Its node of the structure tree.
    pub section: NodeId,
    /// How many of the nodes that this holds are read before the picture.
    pub read: usize,
}

/// Returns the picture that a panel should carry: the first panel the cover's.
pub fn wanted<'l>(folio: &Folio<'l>, placed: &Placed<'_>) -> Option<&'l Image> {
    let Some(Block::Figure(figure)) = &folio.leaflet.cover else { return None };
    (placed.at == 0).then_some(&figure.image)
}

/// Draws a picture where there is room for it; what has none is left out, and told.
pub fn set(composer: &mut Composer<'_>, paper: &mut Paper, image: &Image, room: &Room<'_>) -> Option<Diagnostic> {
    let Some(AssetUse { id, outline: Some(file) }) = &image.asset else { return None };
    let AssetKind::Image { width, height } = file.kind else { return None };
    #[expect(clippy::cast_precision_loss, reason = "pixels of a picture fit")]
    let ratio = height.max(1) as f32 / width.max(1) as f32;
    let Some((area, draw)) = place(room, ratio) else {
        let (at, name) = (room.placed.at + 1, &room.placed.slot.name);
        let message = format!("panel {at} ({name}) has no room for the cover's picture");
        let help = "shorten its text, or leave it: the leaflet is printed without the picture there";
        return Some(Diagnostic::new(&kinds::PICTURE_LEFT_OUT, image.span, message, help));
    };
    let (page, number) = (paper.pages.get_mut(room.placed.page)?, room.placed.page);
    let tag = if image.decorative {
        ContentTag::Layout
    } else {
        let from = composer.tree.get(room.section).kids.len();
        let node = composer.tree.add(room.section, Role::Figure);
        composer.tree.attributes_mut(node).alt = Some(image.alt.clone());
        composer.tree.read_earlier(room.section, from, room.read);
        paper.figures.insert(node, (number, area));
        ContentTag::Content(composer.tree.add(node, Role::Content))
    };
    composer.pictures.entry(*id).or_insert_with(|| Arc::clone(file));
    match draw {
        PictureReach::Edges => page.items.push(Item { tag, draw: Draw::Spread(*id, area) }),
        PictureReach::Words => {
            if room.ground != Ground::Paper {
                page.items.push(shapes::beneath(area));
            }
            page.items.push(Item { tag, draw: Draw::Picture(*id, area) });
        }
    }
    None
}

/// Returns where a picture stands whose height is `ratio` of its width, and how far it reaches; nothing where there is no
/// room. One that would be too high from edge to edge stands between the words' edges.
fn place(room: &Room<'_>, ratio: f32) -> Option<(Rect, PictureReach)> {
    let (placed, design) = (room.placed, room.folio.design.picture);
    if room.folio.is_small() || !matches!(placed.slot.role, PanelRole::Cover | PanelRole::Headline) {
        return None;
    }
    let (free, panel, space) = (room.free?, placed.area(), SPACE.pt().0);
    let most = (free.bottom - free.top - space * 2.0).min((panel.bottom - panel.top) * design.most);
    if most < LEAST.pt().0 {
        return None;
    }
    let middle = (free.top + free.bottom) / 2.0;
    let at = |left: f32, right: f32| {
        let half = (right - left) * ratio / 2.0;
        Rect { left, top: middle - half, right, bottom: middle + half }
    };
    let wide = (panel.right - panel.left) * ratio;
    if design.reach == PictureReach::Edges && wide <= most {
        return Some((at(panel.left, panel.right), PictureReach::Edges));
    }
    let (centre, half) = ((free.left + free.right) / 2.0, (free.right - free.left).min(most / ratio) / 2.0);
    Some((at(centre - half, centre + half), PictureReach::Words))
}
