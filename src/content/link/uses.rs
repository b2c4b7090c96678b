//! Which file beside the pages is used by what goes out. Only such a file goes out too: what lies in a folder is not
//! published because it lies there.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::content::Loading;
use crate::content::link::settle::{AllGone, Gone};
use crate::content::link::targets::{decoded, join};
use crate::content::problems;
use crate::content::read::names;
use crate::diag::{Diagnostic, Span};
use crate::model::{Asset, AssetId, AssetUse, Block, Details, Goes, Inline, Lang, Page, Site, Target, walk};

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

/// Returns every file that goes out because something uses it, with the places.
pub fn of_site(site: &Site) -> Uses {
    let mut uses = Uses::new();
    for page in &site.pages {
        let printed = page.meta.formats.iter().any(|format| format != "web");
        in_blocks(&page.blocks, printed, &mut uses);
        for note in &page.notes {
            in_blocks(&note.blocks, printed, &mut uses);
        }
        in_details(page, &mut uses);
    }
    for panel in site.sheets.iter().flat_map(|sheet| &sheet.panels) {
        in_blocks(&panel.head, true, &mut uses);
        in_blocks(&panel.foot, true, &mut uses);
    }
    for places in uses.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    uses
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

/// Returns the paths under `content/` that a page or leaflet asks for before anything is looked up: pages, files, and
/// what there is not.
pub fn wanted<'a>(
    from: &str,
    parts: impl IntoIterator<Item = &'a [Block]>,
    details: Option<&'a Details>,
) -> BTreeSet<String> {
    let mut wanted: Vec<&str> = Vec::new();
    for blocks in parts {
        walk::blocks(blocks, &mut |block| {
            match block {
                Block::Figure(figure) => wanted.push(&figure.image.wanted),
                Block::Row(row) => wanted.extend(row.image.iter().map(|image| image.wanted.as_str())),
                Block::Film(film) => wanted.extend(unread(&film.target)),
                Block::Video(video) => wanted.push(&video.wanted),
                Block::Download(download) => wanted.push(&download.wanted),
                _ => {}
            }
            for run in walk::own_runs(block) {
                walk::each(run, &mut |inline| match inline {
                    Inline::Link(link) => wanted.extend(unread(&link.target)),
                    Inline::Image(image) => wanted.push(&image.wanted),
                    _ => {}
                });
            }
        });
    }
    if let Some(Details::Film(film)) = details {
        wanted.extend([film.video.as_str(), film.captions.wanted.as_str()]);
        wanted.extend(film.bsl.iter().map(|bsl| bsl.video.as_str()));
    }
    // Whether percent signs mean themselves is known only when there is such a file.
    let paths = wanted.into_iter().map(|wanted| wanted.split('#').next().unwrap_or(wanted));
    let both = |path: &str| {
        let plain = decoded(path);
        [join(from, path), if plain == path { None } else { join(from, &plain) }]
    };
    paths.flat_map(both).flatten().collect()
}

fn unread(target: &Target) -> Option<&str> {
    if let Target::Unread(wanted) = target { Some(wanted) } else { None }
}

/// Says of each file whether it goes out. What nothing asks for stays home and is told; what only a page asks for that is
/// not published now stays home in silence, since its time has not come or is over; where a line of `also` names it, that is
/// told. `complete` says that every page and leaflet could be read, so that a file which nothing asks for is really one.
pub fn settle(
    site: &mut Site,
    wanted: &BTreeSet<String>,
    gone: &AllGone,
    config: &Config,
    complete: bool,
    loading: &mut Loading,
) -> Uses {
    let uses = of_site(site);
    let away: BTreeMap<&str, &Gone> =
        gone.values().flat_map(|gone| gone.files.iter().map(move |file| (file.as_str(), gone))).collect();
    for (number, asset) in (0u32..).zip(&mut site.assets) {
        let used = uses.contains_key(&AssetId(number));
        let also = config.also.iter().find(|also| also.names(&asset.path));
        let secret = away.get(asset.path.as_str()).filter(|_| !used);
        if let (Some(also), Some(page)) = (also, secret) {
            kept_back(asset, page, also.span, &site.about.language, loading);
        }
        asset.goes = match (also.is_some() && secret.is_none(), used) {
            (true, _) => Goes::Named,
            (false, true) => Goes::Used,
            (false, false) => Goes::Stays,
        };
        if asset.goes == Goes::Stays && complete && !wanted.contains(&asset.path) {
            unused(asset, loading);
        }
    }
    uses
}

/// Tells that a file which `also` names stays home with the page that it belongs to.
fn kept_back(asset: &Asset, page: &Gone, span: Span, lang: &Lang, loading: &mut Loading) {
    let because = page.absence.because(lang);
    let message =
        format!("`{}` stays home with `{}`, which is not published, because {because}", asset.path, page.path);
    let help = "if it is to go out all the same, use it on a page that is published";
    loading.found.push(Diagnostic::new(&problems::LEFT_OUT, span, message, help));
}

fn unused(asset: &Asset, loading: &mut Loading) {
    let name = asset.path.rsplit('/').next().unwrap_or(&asset.path);
    let message = format!("no page or leaflet uses `{name}`, so it is not published");
    let help = format!(
        "use it on a page, move it out of `content/`, or name it in site.toml: `[publish]` and `also = [\"{}\"]`",
        asset.path
    );
    loading.report(&asset.source, &problems::FILE_UNUSED, message, &help);
}

/// Reports the lines of `also` that name nothing which may go out.
pub fn judge_also(site: &Site, refused: &BTreeMap<String, String>, config: &Config, loading: &mut Loading) {
    for also in &config.also {
        if let Some((path, ending)) = refused.iter().find(|(path, _)| also.names(path)) {
            let message = format!("`{path}` is not published: a file with `.{ending}` in its name could run a program");
            let help = "publish it in another form, or put it on the host by hand";
            loading.found.push(Diagnostic::new(&problems::ALSO_UNMATCHED, also.span, message, help));
        } else if !site.assets.iter().any(|asset| also.names(&asset.path)) {
            let text = &also.text;
            let never = names::is_left_over(text) || text.split('/').any(|part| part.starts_with('_'));
            let (message, help) = match never {
                true => (format!("`{text}` names files that are never published"), "give the file another name"),
                false => (
                    format!("`{text}` names no file under `content/`"),
                    "check the name and its capital letters, or remove this line; pages go out by themselves",
                ),
            };
            loading.found.push(Diagnostic::new(&problems::ALSO_UNMATCHED, also.span, message, help));
        }
    }
}
