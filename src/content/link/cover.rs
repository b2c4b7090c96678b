//! The picture on a leaflet's cover, looked up beside the leaflet.

use super::world::World;
use crate::content::problems;
use crate::content::read::assets;
use crate::diag::{Diagnostic, Guesses, Span};
use crate::model::path::join;
use crate::model::{AssetUse, Block, Image, Leaflet};

/// The folder of leaflets, where their pictures lie too.
const FOLDER: &str = "print/";

/// The endings of pictures that can be printed.
const PRINTED: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// Looks up the picture of a leaflet's cover. Returns what is wrong with it; one that cannot be shown is taken away.
pub fn look_up(world: &dyn World, leaflet: &mut Leaflet) -> Option<Diagnostic> {
    let Some(Block::Figure(figure)) = &mut leaflet.cover else { return None };
    let span = figure.image.span;
    if leaflet.discreet {
        leaflet.cover = None;
        let message = "a discreet leaflet has no picture on its cover, so it is printed without";
        let help = "remove `cover_picture`, or the line `discreet: true`";
        return Some(Diagnostic::new(&problems::COVER_PICTURE_DISCREET, span, message, help));
    }
    let found = unsaid(&figure.image, span).or_else(|| picture(world, &mut figure.image));
    if figure.image.asset.is_none() {
        leaflet.cover = None;
    }
    found
}

/// Returns what is wrong where a picture has no words, or words and the mark of one that needs none.
fn unsaid(image: &Image, span: Span) -> Option<Diagnostic> {
    let (message, help) = match (image.decorative, image.alt.is_empty()) {
        (false, true) => (
            format!("nothing says what the cover's picture `{}` shows", image.wanted),
            "add a line such as `cover_alt: Two people talk at a table`, or `cover_decorative: true`",
        ),
        (true, false) => (
            format!(
                "the cover's picture `{}` is decorative, and has words for readers who do not see it",
                image.wanted
            ),
            "remove `cover_decorative` where the picture matters; otherwise remove `cover_alt`",
        ),
        (false, false) | (true, true) => return None,
    };
    Some(Diagnostic::new(&problems::COVER_PICTURE_UNSAID, span, message, help))
}

fn picture(world: &dyn World, image: &mut Image) -> Option<Diagnostic> {
    let wrong =
        |message: String, help: &str| Some(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help));
    let path = join(FOLDER, &image.wanted).filter(|path| path.starts_with(FOLDER));
    let Some(beside) = path.as_ref().and_then(|path| world.beside_leaflets(path)) else {
        let paths = world.paths_beside_leaflets();
        let near = path.and_then(|path| Guesses::default().nearest(&path, paths.iter().map(String::as_str)));
        let help = match near.as_deref().and_then(|near| near.strip_prefix(FOLDER)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "put a PNG, JPEG or SVG beside the leaflet, and write its name as it is".to_string(),
        };
        return wrong(format!("there is no picture `{}` beside the leaflet", image.wanted), &help);
    };
    let ending = image.wanted.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if !PRINTED.contains(&ending.as_str()) {
        let help = "save it as PNG, JPEG or SVG, and name that file";
        return wrong(format!("`{}` cannot be printed", image.wanted), help);
    }
    if !beside.picture {
        return Some(assets::broken_picture(&image.wanted, image.span));
    }
    let why = world.unshowable(beside.id, true);
    let taken = why.as_ref().is_some_and(|why| why.taken);
    image.asset = (!taken).then(|| AssetUse { id: beside.id, outline: world.outline_beside(beside.id, true) });
    let finding = why.and_then(|why| why.finding);
    finding.map(|finding| Diagnostic { span: image.span, ..finding })
}
