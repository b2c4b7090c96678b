//! Which file beside the pages is used by what goes out. Only such a file goes out too: what lies in a folder is not
//! published because it lies there.

use std::collections::{BTreeMap, BTreeSet};

use super::settle::{AllGone, Gone};
use crate::config::Config;
use crate::content::problems;
use crate::content::read::{names, picture_set};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Asset, AssetId, AssetUse, Block, Details, Goes, Inline, Lang, Leaflet, Page, Target, walk};

/// The places where each file is used by a page or leaflet that goes out.
pub type Uses = BTreeMap<AssetId, Vec<Use>>;

/// One place where a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a picture that is drawn in other formats than the website.
    pub printed: bool,
}

/// Returns the places where a page uses files.
pub fn of_page(page: &Page) -> Uses {
    let mut uses = Uses::new();
    let printed = page.meta.is_printed();
    in_blocks(&page.blocks, printed, &mut uses);
    for note in &page.notes {
        in_blocks(&note.blocks, printed, &mut uses);
    }
    in_details(page, &mut uses);
    uses
}

/// Returns the places where a leaflet uses files.
pub fn of_leaflet(leaflet: &Leaflet) -> Uses {
    let mut uses = Uses::new();
    for panel in &leaflet.panels {
        in_blocks(&panel.head, true, &mut uses);
        in_blocks(&panel.foot, true, &mut uses);
    }
    uses
}

/// Returns every place of all, each once.
pub fn gathered<'a>(all: impl IntoIterator<Item = (&'a AssetId, &'a Vec<Use>)>) -> Uses {
    let mut gathered = Uses::new();
    for (asset, places) in all {
        gathered.entry(*asset).or_default().extend(places);
    }
    for places in gathered.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    gathered
}

fn in_blocks(blocks: &[Block], printed: bool, uses: &mut Uses) {
    let mut add = |asset: Option<&AssetUse>, span: Span, printed: bool| {
        if let Some(asset) = asset {
            uses.entry(asset.id).or_default().push(Use { span, printed });
        }
    };
    walk::blocks(blocks, &mut |block| {
        match block {
            Block::Figure(figure) => add(figure.image.asset.as_ref(), figure.image.span, printed),
            Block::Row(row) => {
                if let Some(image) = &row.image {
                    add(image.asset.as_ref(), image.span, printed);
                }
            }
            Block::Film(film) => add(file_of(&film.target), film.span, false),
            Block::Video(video) => {
                add(video.file.as_ref(), video.span, false);
                add(video.captions.as_ref(), video.span, false);
            }
            Block::Download(download) => add(download.asset.as_ref(), download.span, false),
            _ => {}
        }
        for run in walk::own_runs(block) {
            walk::each(run, &mut |inline| match inline {
                Inline::Link(link) => add(file_of(&link.target), link.span, false),
                Inline::Image(image) => add(image.asset.as_ref(), image.span, printed),
                _ => {}
            });
        }
    });
}

fn in_details(page: &Page, uses: &mut Uses) {
    let Details::Film(film) = &page.meta.details else { return };
    let signed = film.bsl.as_ref().and_then(|bsl| bsl.video_file);
    for (asset, key) in [(film.video_file, "video"), (film.captions.file, "captions"), (signed, "bsl")] {
        if let Some(asset) = asset {
            uses.entry(asset).or_default().push(Use { span: page.key_span(key), printed: false });
        }
    }
}

fn file_of(target: &Target) -> Option<&AssetUse> {
    if let Target::Asset(asset) = target { Some(asset) } else { None }
}

/// What is known when it is said which files go out.
pub struct Given<'a> {
    /// The places where each file is used by what goes out.
    pub uses: &'a Uses,
    /// The paths that pages and leaflets ask for.
    pub wanted: &'a BTreeSet<String>,
    /// The pages that are not published.
    pub gone: &'a AllGone,
    /// The site's settings.
    pub config: &'a Config,
    /// Whether every page and leaflet could be read, so that a file which nothing asks for is really one.
    pub complete: bool,
}

/// Says of each file whether it goes out. What nothing asks for stays home and is told; what only a page asks for that is
/// not published now stays home in silence, since its time has not come or is over; where a line of `also` names it, that is
/// told.
pub fn settle<'a>(assets: impl IntoIterator<Item = (AssetId, &'a mut Asset)>, known: &Given<'_>) -> Vec<Diagnostic> {
    let (gone, lang) = (known.gone, &known.config.about.language);
    let away: BTreeMap<&str, &Gone> =
        gone.values().flat_map(|gone| gone.files.iter().map(move |file| (file.as_str(), gone.as_ref()))).collect();
    let mut found = Vec::new();
    for (id, asset) in assets {
        let used = known.uses.contains_key(&id);
        let also = known.config.also.iter().find(|also| also.names(&asset.path));
        let secret = away.get(asset.path.as_str()).filter(|_| !used);
        if let (Some(also), Some(page)) = (also, secret) {
            found.push(kept_back(asset, page, also.span, lang));
        }
        asset.goes = match (also.is_some() && secret.is_none(), used) {
            (true, _) => Goes::Named,
            (false, true) => Goes::Used,
            (false, false) => Goes::Stays,
        };
        let offered = picture_set::has(&asset.source);
        if asset.goes == Goes::Stays && known.complete && !offered && !known.wanted.contains(&asset.path) {
            found.push(unused(asset, Span::whole(FileId(id.0))));
        }
    }
    found
}

/// Tells that a file which `also` names stays home with the page that it belongs to.
fn kept_back(asset: &Asset, page: &Gone, span: Span, lang: &Lang) -> Diagnostic {
    let because = page.absence.because(lang);
    let message =
        format!("`{}` stays home with `{}`, which is not published, because {because}", asset.path, page.path);
    let help = "if it is to go out all the same, use it on a page that is published";
    Diagnostic::new(&problems::LEFT_OUT, span, message, help)
}

fn unused(asset: &Asset, span: Span) -> Diagnostic {
    let name = asset.path.rsplit('/').next().unwrap_or(&asset.path);
    let message = format!("no page or leaflet uses `{name}`, so it is not published");
    let help = format!(
        "use it on a page, move it out of `content/`, or name it in site.toml: `[publish]` and `also = [\"{}\"]`",
        asset.path
    );
    Diagnostic::new(&problems::FILE_UNUSED, span, message, help)
}

/// Reports the lines of `also` that name nothing which may go out.
pub fn judge_also(paths: &[String], refused: &BTreeMap<String, String>, config: &Config) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for also in &config.also {
        if let Some((path, ending)) = refused.iter().find(|(path, _)| also.names(path)) {
            let message = format!("`{path}` is not published: a file with `.{ending}` in its name could run a program");
            let help = "publish it in another form, or put it on the host by hand";
            found.push(Diagnostic::new(&problems::ALSO_UNMATCHED, also.span, message, help));
        } else if !paths.iter().any(|path| also.names(path)) {
            let text = &also.text;
            let never = names::is_left_over(text) || text.split('/').any(|part| part.starts_with('_'));
            let (message, help) = match never {
                true => (format!("`{text}` names files that are never published"), "give the file another name"),
                false => (
                    format!("`{text}` names no file under `content/`"),
                    "check the name and its capital letters, or remove this line; pages go out by themselves",
                ),
            };
            found.push(Diagnostic::new(&problems::ALSO_UNMATCHED, also.span, message, help));
        }
    }
    found
}
