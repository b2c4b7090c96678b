//! The last step of linking: what a page or leaflet shows of anything that is not its own is put into it, so that no
//! format has to look anything up. Each page and each leaflet is filled in by itself.

use std::sync::Arc;

use super::world::{Placed, World};
use crate::content::read::paths::decoded;
use crate::diag::FileId;
use crate::model::kinds::{Reference, Standing};
use crate::model::path::join;
use crate::model::{
    Around, AssetId, AssetOutline, AssetUse, Block, Contact, ContactUse, Detail, Details, Fact, Image, Inline, Note,
    Outline, PageId, PageKind, PageUse, Target, in_order, walk,
};
use crate::words::Wording;

/// Where what is shown of other things is looked up.
pub trait Outlines {
    /// Returns what is shown of a page.
    fn page(&self, id: PageId) -> Option<Arc<Outline>>;

    /// Returns what is shown of a file.
    fn asset(&self, id: AssetId) -> Option<Arc<AssetOutline>>;

    /// Returns a file beside the pages, by its path under `content/`.
    fn file(&self, path: &str) -> Option<AssetUse>;

    /// Returns a fact of the store.
    fn fact(&self, key: &str) -> Option<Arc<Fact>>;

    /// Returns a contact of the store.
    fn contact(&self, key: &str) -> Option<Arc<Contact>>;
}

/// Fills in blocks, and what they hold, in the words of a language.
pub fn blocks(top: &mut [Block], words: &Wording, from: &dyn Outlines) {
    walk::blocks_mut(top, &mut |block| {
        own(block, from);
        for run in walk::own_runs_mut(block) {
            walk::each_mut(run, &mut |inline| self::inline(inline, words, from));
        }
    });
}

/// Fills in footnotes alike.
pub fn notes(notes: &mut [Note], words: &Wording, from: &dyn Outlines) {
    notes.iter_mut().for_each(|note| blocks(&mut note.blocks, words, from));
}

/// Fills in what a page's kind keeps for formats; `path` is that of the page.
pub fn details(details: &mut Details, path: &str, from: &dyn Outlines) {
    let references: Vec<&mut Reference> = match details {
        Details::Notice(notice) => notice.documents.iter_mut().chain(&mut notice.links).collect(),
        Details::Funding(funding) => funding.documents.iter_mut().collect(),
        Details::Consultation(consultation) => consultation.documents.iter_mut().collect(),
        _ => return,
    };
    for reference in references {
        let written = &reference.address;
        let file = |path: Option<String>| path.and_then(|path| from.file(&path));
        reference.file = file(join(path, written)).or_else(|| file(join(path, &decoded(written))));
    }
}

fn own(block: &mut Block, from: &dyn Outlines) {
    match block {
        Block::Figure(figure) => image(&mut figure.image, from),
        Block::Row(row) => row.image.iter_mut().for_each(|picture| image(picture, from)),
        Block::Film(film) => target(&mut film.target, from),
        Block::Video(video) => {
            video.file.iter_mut().chain(&mut video.captions).for_each(|file| asset(file, from));
            video.page.iter_mut().for_each(|page| self::page(page, from));
        }
        Block::Download(download) => download.asset.iter_mut().for_each(|file| asset(file, from)),
        Block::Statistic(statistic) => statistic.fact = from.fact(&statistic.key),
        Block::Contact(contact) => contact.contact = from.contact(&contact.key),
        _ => {}
    }
}

fn inline(inline: &mut Inline, words: &Wording, from: &dyn Outlines) {
    match inline {
        Inline::Link(link) => target(&mut link.target, from),
        Inline::Image(picture) => image(picture, from),
        Inline::Fact(used) => {
            used.fact = from.fact(&used.key);
            used.shown = used.fact.as_ref().map(|fact| fact.shown(words));
        }
        Inline::Contact(used) => used.detail = detail(used, words, from).map(Arc::new),
        _ => {}
    }
}

fn target(target: &mut Target, from: &dyn Outlines) {
    match target {
        Target::Page { page, .. } => self::page(page, from),
        Target::Asset(file) => asset(file, from),
        _ => {}
    }
}

fn image(image: &mut Image, from: &dyn Outlines) {
    image.asset.iter_mut().for_each(|file| asset(file, from));
}

fn page(used: &mut PageUse, from: &dyn Outlines) {
    used.outline = from.page(used.id);
}

fn asset(used: &mut AssetUse, from: &dyn Outlines) {
    used.outline = from.asset(used.id);
}

fn detail(used: &ContactUse, words: &Wording, from: &dyn Outlines) -> Option<Detail> {
    let contact = from.contact(&used.contact)?;
    let field = *used.field.as_ref().ok()?;
    let words = contact.field(field, &words.lang)?;
    Some(Detail { words, target: contact.target(field), contact })
}

/// What is shown of the rest of the site on one page or leaflet.
pub struct OfSite<'a> {
    /// The rest of the site.
    pub world: &'a dyn World,
    /// Whether it is drawn on paper too.
    pub printed: bool,
}

impl Outlines for OfSite<'_> {
    fn page(&self, id: PageId) -> Option<Arc<Outline>> {
        self.world.outline(id)
    }

    fn asset(&self, id: AssetId) -> Option<Arc<AssetOutline>> {
        self.world.outline_beside(id, self.printed)
    }

    fn file(&self, path: &str) -> Option<AssetUse> {
        let id = self.world.beside(path)?.id;
        Some(AssetUse { id, outline: self.asset(id) })
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        self.world.fact(key)
    }

    fn contact(&self, key: &str) -> Option<Arc<Contact>> {
        self.world.contact(key)
    }
}

/// Returns what stands around a page, given its place among the others and the pages that say more.
pub fn around(
    world: &dyn World,
    file: FileId,
    placed: &Placed,
    related: &[PageId],
    standing: Option<Standing>,
) -> Around {
    let mut trail = Vec::new();
    let mut next = placed.parent;
    while let Some(parent) = next {
        trail.push(parent);
        next = world.placed(FileId(parent.0)).parent;
    }
    trail.reverse();
    let of = |ids: &[PageId]| ids.iter().filter_map(|id| world.outline(*id)).collect::<Vec<_>>();
    Around {
        trail: of(&trail),
        children: in_order(of(&placed.children)),
        translations: of(&placed.translations),
        topics: placed.topics.iter().filter_map(|route| world.topic(route)).collect(),
        related: of(related),
        guide: guide(world, PageId(file.0), placed),
        leaflets: world.leaflets_of(file).to_vec(),
        easy_reads: of(&placed.easy_reads),
        original: placed.original,
        standing,
    }
}

/// Returns the parts of the guide that a page is or is in; none where it is neither.
fn guide(world: &dyn World, page: PageId, placed: &Placed) -> Vec<Arc<Outline>> {
    let guide = |id: PageId| world.outline(id).filter(|start| start.kind == PageKind::Guide && start.on_web);
    let own = guide(page).map(|start| (start, placed.children.clone()));
    let above = || {
        let start = placed.parent.and_then(guide)?;
        let parts = world.placed(FileId(start.id.0)).children.clone();
        Some((start, parts))
    };
    let Some((start, parts)) = own.or_else(above) else { return Vec::new() };
    let parts = parts.into_iter().filter_map(|id| world.outline(id)).filter(|part| part.on_web);
    std::iter::once(start).chain(parts).collect()
}
