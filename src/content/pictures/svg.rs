//! SVG: read by resvg's parser, and written anew as shapes alone. Scripts, links, styles, what lies in other files and what a
//! program wrote of itself and its user are not shapes, so they stay home; words become the shapes of their letters.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use resvg::usvg::{
    FontResolver, Group, ImageHrefResolver, ImageKind, Node, Options, Tree, WriteOptions, fontdb, roxmltree,
};

use super::{Fault, Format, Picture, published};
use crate::content::read::builtin;

/// The largest SVG, in bytes: a map of a county with its parishes has less. Source: ours; no standard decides.
const MOST_BYTES: usize = 2_000_000;

/// The most elements, counted each time that one is used again, and how deep they may stand in each other. Source: ours.
const MOST_ELEMENTS: u64 = 50_000;
const DEEPEST: usize = 32;

/// How often the whole drawing may be painted over, which is what it costs to draw it. Source: ours.
const MOST_PAINT: f32 = 300.0;

/// The least that one shape costs, and what is drawn by itself and then laid over costs, as a multiple of its area.
const SHAPE: f32 = 0.002;
const LAYER: f32 = 4.0;
const FILTER: f32 = 40.0;

/// The faces that words are drawn with: those in the binary.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for (name, bytes) in builtin::fonts() {
        if name.ends_with(".ttf") {
            faces.load_font_data(bytes.to_vec());
        }
    }
    faces.set_serif_family(FAMILY);
    faces.set_sans_serif_family(FAMILY);
    faces.set_monospace_family(FAMILY);
    Arc::new(faces)
});

/// The family of the face for words that name none that is in the binary.
const FAMILY: &str = "Atkinson Hyperlegible Next";

/// Returns whether a file is SVG, by the ending of its name.
pub fn is_named(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"))
}

/// Returns an SVG as it is published.
///
/// # Errors
///
/// It is no SVG, or drawing it would take too long.
pub fn published_svg(bytes: &[u8]) -> Result<Picture, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::Intricate);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
    let parsing = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 400_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, parsing).map_err(|_| Fault::Damaged)?;
    if elements(&document) > MOST_ELEMENTS {
        return Err(Fault::Intricate);
    }
    let images = ImageHrefResolver {
        resolve_data: Box::new(|_, bytes, _| embedded(&bytes)),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options {
        font_family: FAMILY.to_string(),
        fontdb: Arc::clone(&FACES),
        font_resolver: FontResolver::default(),
        image_href_resolver: images,
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| Fault::Damaged)?;
    let size = tree.size();
    let area = size.width() * size.height();
    if paint(tree.root(), area) > MOST_PAINT {
        return Err(Fault::Intricate);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is positive; too large is refused"
    )]
    let pixels = |length: f32| length.round().clamp(1.0, 1_000_000.0) as u32;
    let written = tree.to_string(&WriteOptions { coordinates_precision: 3, ..WriteOptions::default() });
    Ok(Picture { bytes: written.into_bytes(), width: pixels(size.width()), height: pixels(size.height()) })
}

/// Returns a picture inside the drawing as it is published; nothing where it is none.
fn embedded(bytes: &[u8]) -> Option<ImageKind> {
    let picture = Arc::new(published(bytes).ok()?.bytes);
    match Format::of(bytes)? {
        Format::Jpeg => Some(ImageKind::JPEG(picture)),
        Format::Png => Some(ImageKind::PNG(picture)),
        Format::Gif => Some(ImageKind::GIF(picture)),
        Format::WebP => Some(ImageKind::WEBP(picture)),
    }
}

/// Counts the elements of a drawing, each as often as it is used, without making them: a few lines can stand for thousands of
/// millions. Too deep a drawing, or one that uses itself, has more than any number.
fn elements(document: &roxmltree::Document<'_>) -> u64 {
    let named: BTreeMap<&str, roxmltree::Node<'_, '_>> =
        document.descendants().filter_map(|node| node.attribute("id").map(|id| (id, node))).collect();
    count(document.root_element(), &named, &mut HashMap::new(), 0)
}

type Counted = HashMap<roxmltree::NodeId, Option<u64>>;

fn count(
    node: roxmltree::Node<'_, '_>,
    named: &BTreeMap<&str, roxmltree::Node<'_, '_>>,
    counted: &mut Counted,
    depth: usize,
) -> u64 {
    if depth > DEEPEST {
        return u64::MAX;
    }
    match counted.get(&node.id()) {
        Some(Some(known)) => return *known,
        // It is being counted: it uses itself.
        Some(None) => return u64::MAX,
        None => _ = counted.insert(node.id(), None),
    }
    let mut sum: u64 = 1;
    for child in node.children().filter(roxmltree::Node::is_element) {
        sum = sum.saturating_add(count(child, named, counted, depth + 1));
    }
    // `use` and what else names an element: paint, clip, mask, marker, filter.
    for attribute in node.attributes() {
        let value = attribute.value();
        let direct = (attribute.name() == "href").then(|| value.strip_prefix('#')).flatten();
        let paint = value.split("url(#").nth(1).and_then(|rest| rest.split(')').next());
        for target in direct.into_iter().chain(paint).filter_map(|id| named.get(id)) {
            sum = sum.saturating_add(count(*target, named, counted, depth + 1));
        }
    }
    counted.insert(node.id(), Some(sum));
    sum
}

/// Returns how often the whole drawing is painted over when a group is drawn.
fn paint(group: &Group, area: f32) -> f32 {
    let mut sum = 0.0;
    for node in group.children() {
        let bounds = node.abs_stroke_bounding_box();
        let share = bounds.width() * bounds.height() / area;
        let share = if share.is_finite() { share.clamp(SHAPE, 1.0) } else { 1.0 };
        sum += match node {
            Node::Group(group) => {
                let layers = if group.should_isolate() { LAYER } else { 0.0 };
                #[expect(clippy::cast_precision_loss, reason = "a few")]
                let filters = group.filters().len() as f32 * FILTER;
                let masked = group.mask().map_or(0.0, |mask| paint(mask.root(), area));
                let clipped = group.clip_path().map_or(0.0, |clip| paint(clip.root(), area));
                (layers + filters) * share.max(0.05) + masked + clipped + paint(group, area)
            }
            Node::Path(path) => share * (1.0 + if path.stroke().is_some() { 1.0 } else { 0.0 }),
            Node::Image(_) => share * 2.0,
            Node::Text(text) => paint(text.flattened(), area),
        };
    }
    sum
}
